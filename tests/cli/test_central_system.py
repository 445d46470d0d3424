"""The central system serves whoever connects, and tells what it sees."""

from __future__ import annotations

import io
import re
import socket
import urllib.error
import urllib.request
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from rich.console import Console

import ocpp_messages
from ocpp_messages import VERSIONS, Model, Request, v15, v16, v21, v201
from ocpp_rpc import Connection, Handler, testing
from ocpp_rpc.cli import app
from ocpp_rpc.cli.screen import Screen
from ocpp_rpc.simulator import families
from ocpp_rpc.simulator.back_office import BackOffice
from ocpp_rpc.simulator.steps import Step
from tests.cli.least import least
from tests.cli.programs import Done, central_system, run

# Whole programs are started.
pytestmark = pytest.mark.timeout(60)

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


# --- As a program ---------------------------------------------------------------------

SETTINGS_2X = [
    "AuthCtrlr.Enabled",
    "OCPPCommCtrlr.HeartbeatInterval",
    "OCPPCommCtrlr.WebSocketPingInterval",
    "SampledDataCtrlr.TxUpdatedInterval",
]
SETTINGS = {
    "1.5": [
        *("ConnectionTimeOut", "HeartBeatInterval", "LightIntensity"),
        *("MeterValueSampleInterval", "ResetRetries"),
    ],
    "1.6": [
        *("ConnectionTimeOut", "HeartbeatInterval", "MeterValueSampleInterval"),
        *("NumberOfConnectors", "ResetRetries", "SupportedFeatureProfiles"),
        "WebSocketPingInterval",
    ],
    **dict.fromkeys(("2.0", "2.0.1", "2.1"), SETTINGS_2X),
}
TRANSACTION = {
    "1": ["StartTransaction", "MeterValues", "StopTransaction"],
    "2": ["TransactionEvent"],
}


@dataclass
class Visits:
    """What a central system and the charge points that come to it show."""

    central_system: Done
    charge_points: dict[str, Done]

    def lines(self, version: str) -> list[str]:
        """What the central system shows of a version."""
        shown = self.central_system.out.splitlines()
        return [line for line in shown if line.startswith(f"{version} ")]


@pytest.fixture(scope="module")
def visits() -> Visits:
    with central_system() as running:
        charge_points = {
            version: run(
                *("charge-point", f"CP {version}", running.url),
                *("--versions", version, "--charge"),
            )
            for version in VERSIONS
        }
    assert running.done is not None
    return Visits(running.done, charge_points)


def test_ctrl_c_ends_it_without_a_complaint(visits: Visits) -> None:
    assert (visits.central_system.code, visits.central_system.err) == (0, "")


@pytest.mark.parametrize("version", VERSIONS)
def test_charge_points_of_every_version_are_content(
    visits: Visits, version: str
) -> None:
    done = visits.charge_points[version]

    assert (done.code, done.err) == (0, "")
    assert "authorization of TAG1: Accepted" in done.out
    assert "10.0 of 10.0 kWh" in done.out


@pytest.mark.parametrize("version", VERSIONS)
def test_both_show_the_same_frames(visits: Visits, version: str) -> None:
    def frames(lines: list[str]) -> set[str]:
        return {" ".join(line.split()) for line in lines if "· " not in line}

    shown = frames(visits.charge_points[version].out.splitlines())
    assert len(shown) > 20
    assert shown == frames(visits.lines(version))


@pytest.mark.parametrize("version", VERSIONS)
def test_it_answers_everything(visits: Visits, version: str) -> None:
    shown = "\n".join(visits.lines(version))

    for action in (
        *("BootNotification", "Heartbeat", "StatusNotification", "Authorize"),
        *TRANSACTION[version[0]],
    ):
        assert f"RESULT {action} " in shown
    assert "ERROR" not in shown


@pytest.mark.parametrize("version", VERSIONS)
def test_it_reads_the_configuration(visits: Visits, version: str) -> None:
    lines = visits.lines(version)
    start = next(i for i, line in enumerate(lines) if line.endswith("· configuration:"))

    end = start + 1 + len(SETTINGS[version])
    names = [line.split()[-2] for line in lines[start + 1 : end]]
    assert names == SETTINGS[version]
    assert "·   " not in lines[end]


def test_someone_who_speaks_no_websocket_does_no_harm() -> None:
    with central_system("--versions", "1.6") as running:
        with pytest.raises(urllib.error.HTTPError, match="426"):
            urllib.request.urlopen(f"http://127.0.0.1:{running.port}/CP1")
        done = run("charge-point", "CP1", running.url)

    assert done.code == 0
    assert running.done is not None
    assert "Traceback" not in running.done.err


# --- Who is turned away ---------------------------------------------------------------


def test_who_is_turned_away_is_shown() -> None:
    with central_system("--versions", "1.6") as running:
        newer = run("charge-point", "CP1", running.url, "--versions", "2.1")
        with pytest.raises(urllib.error.HTTPError, match="426"):
            urllib.request.urlopen(f"http://127.0.0.1:{running.port}/CP%1b")

    assert newer.code == 1
    assert running.done is not None
    shown = running.done.out.splitlines()
    assert [re.sub(r":\d+ ", " ", line) for line in shown] == [
        "refused 127.0.0.1 for '/ocpp/CP1': HTTP 101, closed with 1002, "
        "no common OCPP version (it offers ocpp2.1)",
        "refused 127.0.0.1 for '/CP%1b': HTTP 426, this is for OCPP over WebSocket",
    ]


def test_chargers_have_to_give_the_password() -> None:
    with central_system("--versions", "1.6", "--password", "s3cret") as running:
        base, visit = running.url, ("charge-point", "CP1")
        named = base.replace("ws://", "ws://CP2:s3cret@")
        strangers = [
            run(*visit, base),
            run(*visit, base, "--password", "s3cre"),
            run(*visit, named),
        ]
        known = run(*visit, base, "--password", "s3cret")

    assert [each.code for each in strangers] == [1, 1, 1]
    assert all("HTTP 401" in each.err for each in strangers)
    assert (known.code, known.err) == (0, "")
    assert running.done is not None
    refusals = [line for line in running.done.out.splitlines() if "refused" in line]
    assert [line.partition("HTTP ")[2] for line in refusals] == [
        "401, no name and password",
        "401, another password",
        "401, the name is not the identity",
    ]
    assert "s3cre" not in running.done.out + running.done.err


# --- Bad input ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--versions", "1.7"), "unknown OCPP version '1.7': there are 1.5, 1.6, 2.0,"),
        (("--versions", "1.6,"), "unknown OCPP version '': there are 1.5, 1.6, 2.0,"),
        (("--port", "65536"), "'--port'"),
        (("--port", "x"), "'--port'"),
        (("--host", "a..b"), "'a..b' is no host"),
        (("extra",), "extra"),
    ],
)
def test_wrong_use(
    arguments: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        app.run(["central-system", *arguments])

    captured = capsys.readouterr()
    assert ended.value.code == 2
    assert complaint in captured.err
    assert captured.out == ""


def test_port_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert app.run(["central-system", "--port", str(port)]) == 1

    assert capsys.readouterr().err == (
        f"error: cannot listen on 127.0.0.1:{port}: Address already in use\n"
    )


def test_host_of_another_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["central-system", "--host", "203.0.113.1"]) == 1

    error = capsys.readouterr().err
    assert error.startswith("error: cannot listen on 203.0.113.1:9000: ")
    assert error.count("\n") == 1


def test_host_without_an_address(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    assert app.run(["central-system", "--host", "nowhere.example"]) == 1
    assert capsys.readouterr().err == (
        "error: cannot listen on nowhere.example:9000: Name or service not known\n"
    )


# --- What it makes of what stations report --------------------------------------------


@dataclass
class Guest:
    """A station in memory, and the back office opposite to it."""

    connection: Connection
    back_office: BackOffice
    output: io.StringIO

    @property
    def trouble(self) -> str:
        return self.output.getvalue()


@asynccontextmanager
async def guest(version: str, station: Handler = None) -> AsyncGenerator[Guest]:
    output = io.StringIO()
    async with testing.pair(station, version=version) as (connection, theirs):
        back_office = families.back_office(theirs, Screen(Console(file=output)))
        theirs.set_handler(back_office.routes)
        yield Guest(connection, back_office, output)


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
    assert "the meter value is of an unknown transaction" in station.trouble
    assert station.back_office.done == set()


async def test_a_meter_does_not_run_backwards() -> None:
    async with guest("1.6") as station:
        started = await station.connection.call(start(meter=100))
        await station.connection.call(stop(started.transaction_id, 99))

    assert "the meter value is less than an earlier one" in station.trouble
    assert station.back_office.done == set()


async def test_meter_values_without_a_transaction_are_fine() -> None:
    reading = v16.MeterValue(timestamp=NOW, sampled_value=[v16.SampledValue(value="1")])
    async with guest("1.6") as station:
        before = station.trouble
        await station.connection.call(
            v16.MeterValuesRequest(connector_id=0, meter_value=[reading])
        )

    assert station.trouble == before


async def test_a_station_may_have_no_configuration_to_tell() -> None:
    async with guest("1.6") as station:
        await station.connection.call(
            v16.BootNotificationRequest(
                charge_point_vendor="Acme", charge_point_model="X1"
            )
        )
        for _ in range(2):  # the answer to the question overtakes the second one
            await station.connection.call(v16.HeartbeatRequest())

    assert "no configuration: GetConfiguration: NotSupported" in station.trouble
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

    assert station.trouble.endswith(" · no configuration\n")
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

    assert "no configuration: the station answers NotSupported" in station.trouble


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

    assert "Connector(left)[1].Phase(L1)  on" in station.trouble
