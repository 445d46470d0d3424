"""A back office answers everything, and tells what does not fit together."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

import ocpp_messages
from ocpp_messages import VERSIONS, Model, Request, v15, v16, v21, v201
from ocpp_rpc import Connection, Handler, testing
from ocpp_rpc.simulator import (
    BackOffice,
    Note,
    SettingsRead,
    Step,
    Told,
    Trouble,
    back_office_for,
)
from tests.simulator.least import least

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


@dataclass
class Guest:
    """A station in memory, and the back office opposite to it."""

    connection: Connection
    back_office: BackOffice
    told: list[Told]

    @property
    def trouble(self) -> list[str]:
        return [str(each) for each in self.told if isinstance(each, Trouble)]


@asynccontextmanager
async def guest(version: str, station: Handler = None) -> AsyncGenerator[Guest]:
    told: list[Told] = []
    async with testing.pair(station, version=version) as (connection, theirs):
        back_office = back_office_for(theirs, lambda each, _: told.append(each))
        theirs.set_handler(back_office.routes)
        yield Guest(connection, back_office, told)


def start(tag: str = "A", meter: int = 0) -> v16.StartTransactionRequest:
    return v16.StartTransactionRequest(
        connector_id=1, id_tag=tag, meter_start=meter, timestamp=NOW
    )


def stop(transaction: int, meter: int) -> v16.StopTransactionRequest:
    return v16.StopTransactionRequest(
        transaction_id=transaction, meter_stop=meter, timestamp=NOW
    )


async def test_what_fits_together_is_done() -> None:
    async with guest("1.6") as station:
        await station.connection.call(v16.AuthorizeRequest(id_tag="A"))
        started = await station.connection.call(start("A", 5))
        await station.connection.call(stop(started.transaction_id, 6))

    assert station.back_office.done == {Step.AUTHORIZE, Step.START, Step.STOP}


async def test_a_tag_nobody_authorized_is_no_step() -> None:
    async with guest("1.6") as station:
        started = await station.connection.call(start("A"))

    assert started.id_tag_info.status is v16.AuthorizationStatus.ACCEPTED
    assert station.back_office.done == set()


async def test_transactions_have_numbers_of_their_own() -> None:
    numbers: set[int] = set()
    for _ in range(2):
        async with guest("1.6") as station:
            for _ in range(2):
                started = await station.connection.call(start())
                numbers.add(started.transaction_id)

    assert len(numbers) == 4


# The status of what is not answered with an empty payload.
ANSWERS = {
    "DataTransfer": "UnknownVendorId",
    "Get15118EVCertificate": "Failed",
    "GetCertificateStatus": "Failed",
    "NotifyEVChargingNeeds": "Rejected",
    "NotifyEVChargingSchedule": "Accepted",
    "OpenPeriodicEventStream": "Accepted",
    "PullDynamicScheduleUpdate": "Rejected",
    "SignCertificate": "Rejected",
    "Update15118EVCertificate": "Failed",
    "VatNumberValidation": "Rejected",
}
OTHER_ANSWERS = {("2.0", "GetCertificateStatus"): "Rejected"}
COMPUTED = {
    *("Authorize", "BootNotification", "GetCertificateChainStatus"),
    *("Heartbeat", "StartTransaction"),
}
SENT = [
    (version, action)
    for version in VERSIONS
    for action, procedure in ocpp_messages.load(version).PROCEDURES.items()
    if ocpp_messages.load(version).STATION in procedure.senders
]


@pytest.mark.parametrize(("version", "action"), SENT)
async def test_every_action_of_a_station_is_answered(
    version: str, action: str, caplog: pytest.LogCaptureFixture
) -> None:
    package = ocpp_messages.load(version)
    procedure = package.PROCEDURES[action]
    request: Any = least(procedure.request)
    async with guest(version) as station:
        if procedure.response is None:
            await station.connection.send(request)
            heartbeat = package.PROCEDURES["Heartbeat"].request
            await station.connection.call(least(heartbeat))
            assert station.back_office.routes.find(procedure) is not None
            assert not caplog.records  # as there would be if the handler failed
            return
        response = package.to_jsonable(await station.connection.call(request))

    if action not in COMPUTED:
        status = OTHER_ANSWERS.get((version, action), ANSWERS.get(action))
        assert response.get("status") == status
    assert bool(response) is (action in ANSWERS or action in COMPUTED)


def test_the_table_of_answers_names_actions() -> None:
    assert {*ANSWERS, *COMPUTED} <= {action for _, action in SENT}


async def test_a_certificate_chain_has_an_answer_for_each_certificate() -> None:
    request = least(v21.GetCertificateChainStatusRequest)
    asked = request.certificate_status_requests * 2
    async with guest("2.1") as station:
        response = await station.connection.call(
            v21.GetCertificateChainStatusRequest(certificate_status_requests=asked)
        )

    told = [
        (each.certificate_hash_data, each.source, each.status)
        for each in response.certificate_status
    ]
    failed = v21.CertificateStatusEnumType.FAILED
    assert told == [(each.certificate_hash_data, each.source, failed) for each in asked]


UNKNOWN: list[tuple[str, Model]] = [
    (
        "1.5",
        v15.MeterValuesRequest(
            connector_id=1,
            transaction_id=-1,
            values=[
                v15.MeterValue(timestamp=NOW, values=[v15.SampledValue(value="1")])
            ],
        ),
    ),
    ("1.6", stop(-1, 1)),
    (
        "2.0.1",
        v201.TransactionEventRequest(
            event_type=v201.TransactionEventEnumType.ENDED,
            timestamp=NOW,
            trigger_reason=v201.TriggerReasonEnumType.REMOTE_STOP,
            seq_no=3,
            transaction_info=v201.TransactionType(transaction_id="X"),
            meter_value=[
                v201.MeterValueType(
                    timestamp=NOW, sampled_value=[v201.SampledValueType(value=1)]
                )
            ],
        ),
    ),
]


@pytest.mark.parametrize(("version", "request_"), UNKNOWN)
async def test_unknown_transactions_are_told_and_answered(
    version: str, request_: Request[Model]
) -> None:
    async with guest(version) as station:
        response = await station.connection.call(request_)

    assert ocpp_messages.load(version).dumps(response) == "{}"
    assert station.trouble == ["the meter value is of an unknown transaction"]
    assert station.back_office.done == set()


async def test_a_meter_does_not_run_backwards() -> None:
    async with guest("1.6") as station:
        started = await station.connection.call(start(meter=100))
        await station.connection.call(stop(started.transaction_id, 99))

    assert station.trouble == ["the meter value is less than an earlier one"]
    assert station.back_office.done == set()


async def test_meter_values_without_a_transaction_are_fine() -> None:
    reading = v16.MeterValue(timestamp=NOW, sampled_value=[v16.SampledValue(value="1")])
    async with guest("1.6") as station:
        await station.connection.call(
            v16.MeterValuesRequest(connector_id=0, meter_value=[reading])
        )

    assert station.told == [Note("connected with OCPP 1.6")]


async def test_a_station_may_have_no_configuration_to_tell() -> None:
    async with guest("1.6") as station:
        await station.connection.call(
            v16.BootNotificationRequest(
                charge_point_vendor="Acme", charge_point_model="X1"
            )
        )
        for _ in range(2):  # the answer to the question overtakes the second one
            await station.connection.call(v16.HeartbeatRequest())

    (problem,) = station.trouble
    assert problem.startswith("no configuration: GetConfiguration: NotSupported")
    assert station.back_office.done == {Step.BOOT}


async def test_an_empty_configuration_is_no_step() -> None:
    def nothing(_: v16.GetConfigurationRequest) -> v16.GetConfigurationResponse:
        return v16.GetConfigurationResponse()

    async with guest("1.6", nothing) as station:
        await station.connection.call(
            v16.BootNotificationRequest(
                charge_point_vendor="Acme", charge_point_model="X1"
            )
        )
        for _ in range(2):  # the answer to the question overtakes the second one
            await station.connection.call(v16.HeartbeatRequest())

    assert station.told[-1] == SettingsRead({})
    assert str(station.told[-1]) == "configuration: none"
    assert station.back_office.done == {Step.BOOT}


async def test_a_station_may_have_no_such_report() -> None:
    def refuse(_: v201.GetBaseReportRequest) -> v201.GetBaseReportResponse:
        status = v201.GenericDeviceModelStatusEnumType.NOT_SUPPORTED
        return v201.GetBaseReportResponse(status=status)

    async with guest("2.0.1", refuse) as station:
        await station.connection.call(
            v201.BootNotificationRequest(
                reason=v201.BootReasonEnumType.POWER_UP,
                charging_station=v201.ChargingStationType(
                    vendor_name="Acme", model="X1"
                ),
            )
        )
        for _ in range(2):  # the answer to the question overtakes the second one
            await station.connection.call(v201.HeartbeatRequest())

    assert station.trouble == ["no configuration: the station answers NotSupported"]


async def test_reports_name_instances_and_evses() -> None:
    component = v201.ComponentType(
        name="Connector", instance="left", evse=v201.EVSEType(id=1)
    )
    data = v201.ReportDataType(
        component=component,
        variable=v201.VariableType(name="Phase", instance="L1"),
        variable_attribute=[v201.VariableAttributeType(value="on")],
    )
    async with guest("2.0.1") as station:
        await station.connection.call(
            v201.NotifyReportRequest(
                request_id=1, generated_at=NOW, seq_no=0, report_data=[data]
            )
        )

    assert station.told[-1] == SettingsRead({"Connector(left)[1].Phase(L1)": "on"})
    assert str(station.told[-1]) == "configuration: Connector(left)[1].Phase(L1)=on"
