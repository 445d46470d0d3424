"""What the messages of 1.x say, and what stands for it in 1.5 and in 1.6."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import EnumType
from typing import Any, Final

import pytest
from pydantic import ValidationError

import ocpp_messages
from ocpp_messages import (
    LENIENT,
    DecodeError,
    Model,
    NotExpressible,
    Tolerance,
    Violation,
    ViolationKind,
    v1x,
    v15,
    v16,
)
from ocpp_messages.converting import Unfit, build, settled
from tests.messages.cases import NOON

TIME: Final = "2026-01-31T12:00:00Z"
ONE: Final = v1x.Connector(id=1)
CHARGE_POINT: Final = v1x.WholeChargePoint()
TAG: Final = v1x.IdTagInfo(status=v1x.AuthorizationStatus.ACCEPTED)
SCHEDULE: Final = v1x.ChargingSchedule(
    charging_rate_unit=v1x.ChargingRateUnit.A,
    duration=timedelta(hours=1),
    charging_schedule_period=[
        v1x.ChargingSchedulePeriod(start_period=timedelta(0), limit=6.6)
    ],
)
SCHEDULE_JSON: Final = {
    "duration": 3600,
    "chargingRateUnit": "A",
    "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 6.6}],
}


def status(value: v1x.ChargePointStatus, **more: Any) -> v1x.StatusNotificationRequest:
    return v1x.StatusNotificationRequest(scope=ONE, status=value, **more)


def sampled(**fields: Any) -> v1x.MeterValuesRequest:
    sample = v1x.SampledValue(value="1", **fields)
    values = [v1x.MeterValue(timestamp=NOON, sampled_value=[sample])]
    return v1x.MeterValuesRequest(scope=CHARGE_POINT, meter_value=values)


def sampled_15(**fields: Any) -> dict[str, Any]:
    meter = {"timestamp": TIME, "values": [{"value": "1", **fields}]}
    return {"connectorId": 0, "values": [meter]}


def sampled_16(**fields: Any) -> dict[str, Any]:
    meter = {"timestamp": TIME, "sampledValue": [{"value": "1", **fields}]}
    return {"connectorId": 0, "meterValue": [meter]}


def profile(kind: v1x.ChargingProfileKind) -> v1x.ChargingProfile:
    return v1x.ChargingProfile(
        charging_profile_id=1,
        stack_level=0,
        charging_profile_purpose=v1x.ChargingProfilePurpose.TX_PROFILE,
        charging_profile_kind=kind,
        charging_schedule=SCHEDULE,
    )


def profile_json(**kind: str) -> dict[str, Any]:
    return {
        "chargingProfileId": 1,
        "stackLevel": 0,
        "chargingProfilePurpose": "TxProfile",
        "chargingSchedule": SCHEDULE_JSON,
        **kind,
    }


def class_of(message: object) -> Any:
    return type(message)


Wire = Mapping[str, Any] | None
STOP: Final = {"transactionId": 1, "timestamp": TIME, "meterStop": 2}

# A message, and what it is in 1.5 and in 1.6; None where it cannot be said.
SPOKEN: Final[tuple[tuple[Any, ...], ...]] = (
    (
        v1x.BootNotificationResponse(
            status=v1x.RegistrationStatus.ACCEPTED,
            current_time=NOON,
            interval=timedelta(minutes=5),
        ),
        {"status": "Accepted", "currentTime": TIME, "heartbeatInterval": 300},
        {"status": "Accepted", "currentTime": TIME, "interval": 300},
    ),
    (
        v1x.BootNotificationResponse(
            status=v1x.RegistrationStatus.PENDING,
            current_time=NOON,
            interval=timedelta(0),
        ),
        None,
        {"status": "Pending", "currentTime": TIME, "interval": 0},
    ),
    (
        status(v1x.Faulted(error_code=v1x.ChargePointErrorCode.EV_COMMUNICATION_ERROR)),
        {"connectorId": 1, "status": "Faulted", "errorCode": "Mode3Error"},
        {"connectorId": 1, "status": "Faulted", "errorCode": "EVCommunicationError"},
    ),
    (
        status(v1x.Faulted()),
        {"connectorId": 1, "status": "Faulted", "errorCode": "NoError"},
        {"connectorId": 1, "status": "Faulted", "errorCode": "NoError"},
    ),
    (
        status(v1x.Occupied()),
        {"connectorId": 1, "status": "Occupied", "errorCode": "NoError"},
        None,
    ),
    (
        status(v1x.Occupied(kind=v1x.OccupiedKind.SUSPENDED_EVSE, info="i")),
        None,
        {
            "connectorId": 1,
            "status": "SuspendedEVSE",
            "errorCode": "NoError",
            "info": "i",
        },
    ),
    (
        status(
            v1x.Available(
                info="i",
                warning=v1x.ChargePointErrorCode.WEAK_SIGNAL,
                vendor_error_code="v",
            ),
            vendor_id="Acme",
            timestamp=NOON,
        ),
        *(
            {
                "connectorId": 1,
                "status": "Available",
                "errorCode": "WeakSignal",
                "info": "i",
                "vendorErrorCode": "v",
                "vendorId": "Acme",
                "timestamp": TIME,
            },
        )
        * 2,
    ),
    (sampled(), sampled_15(), sampled_16()),
    (
        sampled(unit=v1x.UnitOfMeasure.A, measurand=v1x.Measurand.CURRENT_IMPORT),
        sampled_15(unit="Amp", measurand="Current.Import"),
        sampled_16(unit="A", measurand="Current.Import"),
    ),
    (
        sampled(unit=v1x.UnitOfMeasure.V, measurand=v1x.Measurand.VOLTAGE),
        sampled_15(unit="Volt", measurand="Voltage"),
        sampled_16(unit="V", measurand="Voltage"),
    ),
    (
        sampled(unit=v1x.UnitOfMeasure.CELSIUS, measurand=v1x.Measurand.TEMPERATURE),
        sampled_15(unit="Celsius", measurand="Temperature"),
        sampled_16(unit="Celcius", measurand="Temperature"),
    ),
    (
        sampled(unit=v1x.UnitOfMeasure.HERTZ, measurand=v1x.Measurand.FREQUENCY),
        None,
        sampled_16(unit="Hertz", measurand="Frequency"),
    ),
    (sampled(phase=v1x.Phase.L1_N), None, sampled_16(phase="L1-N")),
    (v1x.MeterValuesRequest(scope=ONE), {"connectorId": 1}, None),
    (
        v1x.StopTransactionRequest(transaction_id=1, timestamp=NOON, meter_stop=2),
        STOP,
        STOP,
    ),
    (
        v1x.StopTransactionRequest(
            transaction_id=1,
            timestamp=NOON,
            meter_stop=2,
            reason=v1x.Reason.POWER_LOSS,
        ),
        None,
        {**STOP, "reason": "PowerLoss"},
    ),
    (
        v1x.StopTransactionRequest(
            transaction_id=1,
            timestamp=NOON,
            meter_stop=2,
            transaction_data=sampled().meter_value,
        ),
        {**STOP, "transactionData": [{"values": sampled_15()["values"]}]},
        {**STOP, "transactionData": sampled_16()["meterValue"]},
    ),
    (
        v1x.UnlockConnectorResponse(status=v1x.UnlockStatus.UNLOCKED),
        {"status": "Accepted"},
        {"status": "Unlocked"},
    ),
    (
        v1x.UnlockConnectorResponse(status=v1x.UnlockStatus.UNLOCK_FAILED),
        {"status": "Rejected"},
        {"status": "UnlockFailed"},
    ),
    (
        v1x.UnlockConnectorResponse(status=v1x.UnlockStatus.NOT_SUPPORTED),
        None,
        {"status": "NotSupported"},
    ),
    (v1x.ResetResponse(accepted=True), {"status": "Accepted"}, {"status": "Accepted"}),
    (v1x.ResetResponse(accepted=False), {"status": "Rejected"}, {"status": "Rejected"}),
    (v1x.GetLocalListVersionResponse(list_version=None), *({"listVersion": -1},) * 2),
    (v1x.GetLocalListVersionResponse(list_version=0), *({"listVersion": 0},) * 2),
    (
        v1x.SendLocalListRequest(
            update_type=v1x.UpdateType.FULL,
            list_version=2,
            local_authorization_list=[
                v1x.AddIdTag(id_tag="A", id_tag_info=TAG),
                v1x.RemoveIdTag(id_tag="B"),
            ],
        ),
        *(
            {
                "updateType": "Full",
                "listVersion": 2,
                name: [
                    {"idTag": "A", "idTagInfo": {"status": "Accepted"}},
                    {"idTag": "B"},
                ],
            }
            for name in ("localAuthorisationList", "localAuthorizationList")
        ),
    ),
    (
        v1x.SendLocalListRequest(
            update_type=v1x.UpdateType.FULL, list_version=2, hash="h"
        ),
        {"updateType": "Full", "listVersion": 2, "hash": "h"},
        None,
    ),
    (
        v1x.SendLocalListResponse(status=v1x.UpdateStatus.FAILED, hash="h"),
        {"status": "Failed", "hash": "h"},
        None,
    ),
    (
        v1x.SendLocalListResponse(status=v1x.UpdateStatus.HASH_ERROR),
        {"status": "HashError"},
        None,
    ),
    (
        v1x.GetDiagnosticsRequest(
            location="ftp://a/b",
            retries=v1x.Retries(count=3, interval=timedelta(minutes=1)),
        ),
        *({"location": "ftp://a/b", "retries": 3, "retryInterval": 60},) * 2,
    ),
    (
        v1x.ChangeAvailabilityRequest(
            scope=CHARGE_POINT, type=v1x.AvailabilityType.OPERATIVE
        ),
        *({"connectorId": 0, "type": "Operative"},) * 2,
    ),
    (
        v1x.RemoteStartTransactionRequest(id_tag="A", connector=ONE),
        *({"idTag": "A", "connectorId": 1},) * 2,
    ),
    (
        v1x.RemoteStartTransactionRequest(
            id_tag="A", charging_profile=profile(v1x.Relative())
        ),
        None,
        {
            "idTag": "A",
            "chargingProfile": profile_json(chargingProfileKind="Relative"),
        },
    ),
    (
        v1x.SetChargingProfileRequest(
            scope=ONE,
            cs_charging_profiles=profile(
                v1x.Recurring(recurrency_kind=v1x.RecurrencyKind.DAILY)
            ),
        ),
        None,
        {
            "connectorId": 1,
            "csChargingProfiles": profile_json(
                chargingProfileKind="Recurring", recurrencyKind="Daily"
            ),
        },
    ),
    (
        v1x.GetCompositeScheduleResponse(
            schedule=v1x.CompositeScheduleAccepted(
                scope=ONE, schedule_start=NOON, charging_schedule=SCHEDULE
            )
        ),
        None,
        {
            "status": "Accepted",
            "connectorId": 1,
            "scheduleStart": TIME,
            "chargingSchedule": SCHEDULE_JSON,
        },
    ),
    (
        v1x.GetCompositeScheduleResponse(
            schedule=v1x.CompositeScheduleRejected(scope=CHARGE_POINT)
        ),
        None,
        {"status": "Rejected", "connectorId": 0},
    ),
    (
        v1x.TriggerMessageRequest(
            requested_message=v1x.ChargePointTrigger(
                message=v1x.ChargePointTriggerMessage.HEARTBEAT
            )
        ),
        None,
        {"requestedMessage": "Heartbeat"},
    ),
    (
        v1x.TriggerMessageRequest(
            requested_message=v1x.ConnectorTrigger(
                message=v1x.ConnectorTriggerMessage.METER_VALUES, connector=ONE
            )
        ),
        None,
        {"requestedMessage": "MeterValues", "connectorId": 1},
    ),
    (
        v1x.ExtendedTriggerMessageRequest(
            requested_message=v1x.ExtendedChargePointTrigger(
                message=v1x.ExtendedChargePointTriggerMessage.LOG_STATUS_NOTIFICATION
            )
        ),
        None,
        {"requestedMessage": "LogStatusNotification"},
    ),
    (
        v1x.ExtendedTriggerMessageRequest(
            requested_message=v1x.ConnectorTrigger(
                message=v1x.ConnectorTriggerMessage.STATUS_NOTIFICATION, connector=ONE
            )
        ),
        None,
        {"requestedMessage": "StatusNotification", "connectorId": 1},
    ),
    (v1x.HeartbeatRequest(), {}, {}),
    (
        v1x.DataTransferResponse(status=v1x.DataTransferStatus.ACCEPTED, data=""),
        *({"status": "Accepted", "data": ""},) * 2,
    ),
)
CASES: Final = [
    pytest.param(version, message, wire, id=f"{version} {type(message).__name__} {n}")
    for n, (message, *wires) in enumerate(SPOKEN)
    for version, wire in zip(v1x.VERSIONS, wires, strict=True)
]


@pytest.mark.parametrize(("version", "message", "wire"), CASES)
def test_a_message_in_a_version(version: str, message: Any, wire: Wire) -> None:
    serializer = v1x.serializer(version)
    cls = class_of(message)
    if wire is None:
        with pytest.raises(NotExpressible) as caught:
            serializer.to_jsonable(message)
        assert caught.value.message == cls.__name__
        assert caught.value.version == version
        return
    assert serializer.to_jsonable(message) == wire
    assert serializer.from_jsonable(cls, wire) == message


# Read, though it is never written

ALSO_READ: Final[tuple[tuple[str, Any, Wire], ...]] = (
    (
        "1.6",
        sampled(unit=v1x.UnitOfMeasure.CELSIUS, measurand=v1x.Measurand.TEMPERATURE),
        sampled_16(unit="Celsius", measurand="Temperature"),
    ),
    (
        "1.6",
        sampled(),
        sampled_16(
            context="Sample.Periodic",
            format="Raw",
            measurand="Energy.Active.Import.Register",
            location="Outlet",
            unit="Wh",
        ),
    ),
    (
        "1.5",
        sampled(),
        {"connectorId": 0, "values": [{"timestamp": TIME, "value": [{"value": "1"}]}]},
    ),
    (
        "1.5",
        v1x.StopTransactionRequest(
            transaction_id=1,
            timestamp=NOON,
            meter_stop=2,
            transaction_data=[*sampled().meter_value] * 2,
        ),
        {**STOP, "transactionData": [{"values": sampled_15()["values"]}, {}] * 2},
    ),
    (
        "1.5",
        v1x.StopTransactionRequest(
            transaction_id=1,
            timestamp=NOON,
            meter_stop=2,
            transaction_data=sampled().meter_value,
        ),
        {
            **STOP,
            "timestamp": "2026-01-31T14:00:00+02:00",
            "transactionData": [
                {"values": [{"timestamp": TIME, "value": [{"value": "1"}]}]}
            ],
        },
    ),
    (
        "1.5",
        v1x.BootNotificationRequest(
            charge_point_vendor="V", charge_point_model="M", iccid=""
        ),
        {"chargePointVendor": "V", "chargePointModel": "M", "iccid": ""},
    ),
    (
        "1.5",
        v1x.SendLocalListResponse(status=v1x.UpdateStatus.ACCEPTED, hash=""),
        {"status": "Accepted", "hash": ""},
    ),
    ("1.6", v1x.GetConfigurationResponse(), {"configurationKey": [], "unknownKey": []}),
    (
        "1.6",
        v1x.StopTransactionRequest(transaction_id=1, timestamp=NOON, meter_stop=2),
        {**STOP, "reason": "Local", "transactionData": []},
    ),
)


@pytest.mark.parametrize(("version", "message", "wire"), ALSO_READ)
def test_other_spellings_are_read(version: str, message: Any, wire: Wire) -> None:
    cls = class_of(message)
    assert v1x.serializer(version).from_jsonable(cls, wire) == message


def test_a_unit_goes_without_saying_for_energy_only() -> None:
    assert v1x.SampledValue(value="1").unit is v1x.UnitOfMeasure.WH
    assert v1x.SampledValue(value="1", unit=None).unit is v1x.UnitOfMeasure.WH
    voltage = v1x.SampledValue(value="1", measurand=v1x.Measurand.VOLTAGE)
    assert voltage.unit is None


# Refused

START: Final = {"idTag": "A", "timestamp": TIME, "meterStart": 0}
NONSENSE: Final = (
    (v1x.StartTransactionRequest, {**START, "connectorId": 0}, "connectorId", "RANGE"),
    (v1x.UnlockConnectorRequest, {"connectorId": -1}, "connectorId", "RANGE"),
    (
        v1x.RemoteStartTransactionRequest,
        {"idTag": "A", "connectorId": 0},
        "connectorId",
        "RANGE",
    ),
    (
        v1x.ChangeAvailabilityRequest,
        {"connectorId": -1, "type": "Operative"},
        "connectorId",
        "RANGE",
    ),
    (
        v1x.SetChargingProfileRequest,
        {
            "connectorId": 1,
            "csChargingProfiles": profile_json(chargingProfileKind="Recurring"),
        },
        "csChargingProfiles.recurrencyKind",
        "MISSING",
    ),
    (
        v1x.SetChargingProfileRequest,
        {
            "connectorId": 1,
            "csChargingProfiles": profile_json(
                chargingProfileKind="Absolute", recurrencyKind="Daily"
            ),
        },
        "csChargingProfiles.recurrencyKind",
        "EXTRA",
    ),
    (
        v1x.GetCompositeScheduleResponse,
        {
            "status": "Accepted",
            "chargingSchedule": {
                "chargingRateUnit": "A",
                "chargingSchedulePeriod": [
                    {"startPeriod": 0, "limit": 1.0},
                    {"startPeriod": -1, "limit": 1.0},
                ],
            },
        },
        "chargingSchedule.chargingSchedulePeriod[1].startPeriod",
        "RANGE",
    ),
    (
        v1x.GetCompositeScheduleResponse,
        {"status": "Accepted", "connectorId": -1},
        "connectorId",
        "RANGE",
    ),
    (
        v1x.TriggerMessageRequest,
        {"requestedMessage": "Heartbeat", "connectorId": 1},
        "connectorId",
        "EXTRA",
    ),
    (
        v1x.TriggerMessageRequest,
        {"requestedMessage": "MeterValues", "connectorId": 0},
        "connectorId",
        "RANGE",
    ),
    (
        v1x.ExtendedTriggerMessageRequest,
        {"requestedMessage": "Heartbeat", "connectorId": 1},
        "connectorId",
        "EXTRA",
    ),
    (v1x.GetLocalListVersionResponse, {"listVersion": -2}, "listVersion", "RANGE"),
    (
        v1x.BootNotificationResponse,
        {"status": "Accepted", "currentTime": TIME, "interval": 10**20},
        "interval",
        "RANGE",
    ),
    (
        v1x.GetDiagnosticsRequest,
        {"location": "ftp://a", "retries": -1},
        "retries",
        "RANGE",
    ),
    (
        v1x.GetDiagnosticsRequest,
        {"location": "ftp://a", "retryInterval": -1},
        "retryInterval",
        "RANGE",
    ),
)


@pytest.mark.parametrize(("cls", "wire", "path", "kind"), NONSENSE)
def test_what_makes_no_sense_is_a_violation(
    cls: type[Any], wire: Wire, path: str, kind: str
) -> None:
    exact = getattr(v16, cls.__name__)
    assert v16.to_jsonable(v16.from_jsonable(exact, wire)) == wire
    with pytest.raises(DecodeError) as caught:
        v1x.serializer("1.6").from_jsonable(cls, wire)
    assert caught.value.type_name == cls.__name__
    (violation,) = caught.value.violations
    assert violation == Violation(f"$.{path}", ViolationKind[kind], violation.message)


def test_violations_of_the_schema_are_those_of_the_version() -> None:
    with pytest.raises(DecodeError) as caught:
        v1x.serializer("1.5").loads(v1x.ResetRequest, '{"type": "Warm", "x": 1}')
    paths = [violation.path for violation in caught.value.violations]
    assert paths == ["$.type", "$.x"]


INEXPRESSIBLE: Final[tuple[tuple[str, Any, str | None, str], ...]] = (
    ("1.5", v1x.ClearChargingProfileRequest(), None, "there is no such message"),
    (
        "1.5",
        v1x.RemoteStartTransactionRequest(
            id_tag="A", charging_profile=profile(v1x.Absolute())
        ),
        "charging_profile",
        "there is no such field",
    ),
    (
        "1.5",
        sampled(phase=v1x.Phase.N),
        "meter_value[0].sampled_value[0].phase",
        "there is no such field",
    ),
    (
        "1.5",
        sampled(location=v1x.Location.EV),
        "meter_value[0].sampled_value[0].location",
        "there is no such Location",
    ),
    (
        "1.5",
        status(v1x.Faulted(error_code=v1x.ChargePointErrorCode.OVER_VOLTAGE)),
        "status",
        "there is no such ChargePointErrorCode",
    ),
    (
        "1.6",
        v1x.MeterValuesRequest(scope=ONE),
        "meter_value",
        "at least 1 is needed",
    ),
    (
        "1.6",
        v1x.GetConfigurationRequest(key=["k", "k" * 51]),
        "key[1]",
        "text has at most 50 characters",
    ),
    (
        "1.6",
        status(v1x.Reserved(info="i" * 51)),
        "status",
        "text has at most 50 characters",
    ),
)


@pytest.mark.parametrize(("version", "message", "field", "reason"), INEXPRESSIBLE)
def test_what_a_version_cannot_say_is_named(
    version: str, message: Any, field: str | None, reason: str
) -> None:
    with pytest.raises(NotExpressible) as caught:
        v1x.serializer(version).dumps(message)
    refusal = caught.value
    assert (refusal.field, refusal.reason) == (field, reason)
    what = ".".join(filter(None, (type(message).__name__, field)))
    assert str(refusal) == f"OCPP {version} cannot express {what}: {reason}"


def test_a_message_that_a_version_does_not_have_cannot_be_read() -> None:
    with pytest.raises(NotExpressible) as caught:
        v1x.serializer("1.5").loads(v1x.TriggerMessageRequest, "{}")
    assert caught.value.field is None


FAULT: Final = v1x.ChargePointErrorCode.GROUND_FAILURE
UNBUILDABLE: Final[Mapping[str, Callable[[], object]]] = {
    "a fault without a fault": lambda: v1x.Available(error_code=FAULT),  # type: ignore[call-arg]
    "no error as an error": lambda: v1x.Faulted(error_code="NoError"),  # type: ignore[arg-type]
    "connector 0": lambda: v1x.Connector(id=0),
    "a number for a scope": lambda: v1x.ChangeAvailabilityRequest(
        scope=0,  # type: ignore[arg-type]
        type=v1x.AvailabilityType.OPERATIVE,
    ),
    "a dict for a scope": lambda: v1x.ChangeAvailabilityRequest(
        scope={},  # type: ignore[arg-type]
        type=v1x.AvailabilityType.OPERATIVE,
    ),
    "recurring without how often": lambda: v1x.Recurring(),  # type: ignore[call-arg]  # noqa: PLW0108
    "absolute and recurring": lambda: v1x.Absolute(recurrency_kind="Daily"),  # type: ignore[call-arg]
    "half a second": lambda: v1x.Retries(interval=timedelta(seconds=0.5)),
    "less than nothing": lambda: v1x.Retries(interval=timedelta(seconds=-1)),
    "a version below 0": lambda: v1x.GetLocalListVersionResponse(list_version=-1),
    "a log of a connector": lambda: v1x.ExtendedTriggerMessageRequest(
        requested_message=v1x.ExtendedChargePointTrigger(message="MeterValues")  # type: ignore[arg-type]
    ),
    "a heartbeat of a connector": lambda: v1x.ConnectorTrigger(message="Heartbeat"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("build", UNBUILDABLE.values(), ids=UNBUILDABLE)
def test_nonsense_cannot_be_built(build: Callable[[], object]) -> None:
    with pytest.raises(ValidationError):
        build()


# The package

SERIALIZER: Final = v1x.serializer("1.6")


def test_a_serializer_is_made_once_per_version() -> None:
    assert v1x.serializer("1.6") is SERIALIZER
    assert SERIALIZER.version == "1.6"


def test_there_is_no_serializer_of_other_versions() -> None:
    with pytest.raises(ValueError, match=r"'2\.0\.1': there are 1\.5, 1\.6"):
        v1x.serializer("2.0.1")


@pytest.mark.parametrize(
    "use",
    [
        lambda: SERIALIZER.dumps(v16.HeartbeatRequest()),  # type: ignore[arg-type]
        lambda: SERIALIZER.loads(v16.HeartbeatRequest, "{}"),  # type: ignore[type-var]
        lambda: SERIALIZER.read(v15.HeartbeatRequest()),
        lambda: SERIALIZER.read(v1x.HeartbeatRequest()),
    ],
    ids=["dumps", "loads", "read 1.5", "read 1.x"],
)
def test_types_of_other_packages_are_refused(use: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match="HeartbeatRequest is no type of OCPP 1"):
        use()


def test_what_not_even_a_tolerated_message_holds_is_unfit() -> None:
    with pytest.raises(Unfit, match=r"^ResetRequest$"):
        settled(build(v1x.ResetRequest, {"type": 5}))


def test_datatypes_have_a_serializer_too() -> None:
    text = SERIALIZER.dumps(TAG)
    assert text == '{"status":"Accepted"}'
    assert SERIALIZER.loads(v1x.IdTagInfo, text) == TAG


def test_the_class_of_a_version_reads_with_tolerance() -> None:
    exact = SERIALIZER.exact(v1x.AuthorizeRequest)
    assert exact is v16.AuthorizeRequest
    message, deviations = LENIENT.loads(exact, '{"idTag": 5, "more": 1}')
    assert len(deviations) == 2
    read: Any = SERIALIZER.read(message)
    assert (read.id_tag, read.model_extra) == ("5", {"more": 1})
    with pytest.raises(NotExpressible):
        v1x.serializer("1.5").exact(v1x.ClearChargingProfileRequest)


def tolerated(
    version: str, cls: type[Any], wire: Wire, tolerance: Tolerance = LENIENT
) -> Any:
    """What becomes of plain data that is read with a tolerance."""
    serializer = v1x.serializer(version)
    message, deviations = tolerance.from_jsonable(serializer.exact(cls), wire)
    assert deviations
    return serializer.read(message)


FAULTED: Final = {"connectorId": 0, "status": "Faulted", "errorCode": "Burnt"}


@pytest.mark.parametrize("version", v1x.VERSIONS)
def test_an_unknown_value_is_kept(version: str) -> None:
    firmware = tolerated(
        version, v1x.FirmwareStatusNotificationRequest, {"status": "Burning"}
    )
    assert isinstance(firmware, v1x.FirmwareStatusNotificationRequest)
    assert firmware.status == "Burning"
    assert type(firmware.status) is str


@pytest.mark.parametrize("version", v1x.VERSIONS)
def test_an_unknown_error_code_is_kept(version: str) -> None:
    faulted = tolerated(version, v1x.StatusNotificationRequest, FAULTED)
    assert faulted.scope == CHARGE_POINT
    assert isinstance(faulted.status, v1x.Faulted)
    assert faulted.status.error_code == "Burnt"
    warned = {**FAULTED, "status": "Available"}
    available = tolerated(version, v1x.StatusNotificationRequest, warned).status
    assert isinstance(available, v1x.Available)
    assert available.warning == "Burnt"


@pytest.mark.parametrize(
    ("version", "make"), [("1.5", sampled_15), ("1.6", sampled_16)]
)
@pytest.mark.parametrize("name", ["measurand", "unit", "context", "location"])
def test_an_unknown_value_in_a_sample_is_kept(
    version: str, make: Callable[..., Wire], name: str
) -> None:
    message = tolerated(version, v1x.MeterValuesRequest, make(**{name: "Odd"}))
    (sample,) = message.meter_value[0].sampled_value
    assert isinstance(sample, v1x.SampledValue)
    assert getattr(sample, name) == "Odd"
    defaults = v1x.SampledValue(value="1").model_dump(exclude={name, "unit"})
    assert sample.model_dump(exclude={name, "unit"}) == defaults


def test_an_empty_text_is_not_a_default() -> None:
    tolerance = Tolerance(unknown_values=True)
    stop = tolerated(
        "1.6", v1x.StopTransactionRequest, {**STOP, "reason": ""}, tolerance
    )
    assert not stop.reason
    values = sampled_16(unit="", context="")
    message = tolerated("1.6", v1x.MeterValuesRequest, values, tolerance)
    (sample,) = message.meter_value[0].sampled_value
    assert (sample.unit, sample.context) == ("", "")


def test_a_value_of_the_other_version_is_what_it_is() -> None:
    wire = {"status": "Pending", "currentTime": TIME, "heartbeatInterval": 5}
    message = tolerated("1.5", v1x.BootNotificationResponse, wire)
    assert message.status is v1x.RegistrationStatus.PENDING


DECIDING: Final[tuple[tuple[type[Any], dict[str, Any], str], ...]] = (
    (v1x.ResetResponse, {"status": "Perhaps"}, "status"),
    (v1x.StatusNotificationRequest, {**FAULTED, "status": "Burning"}, "status"),
    (v1x.GetCompositeScheduleResponse, {"status": "Perhaps"}, "status"),
    (v1x.TriggerMessageRequest, {"requestedMessage": "Odd"}, "requestedMessage"),
    (
        v1x.ExtendedTriggerMessageRequest,
        {"requestedMessage": "Odd"},
        "requestedMessage",
    ),
    (
        v1x.SetChargingProfileRequest,
        {
            "connectorId": 1,
            "csChargingProfiles": profile_json(chargingProfileKind="Odd"),
        },
        "csChargingProfiles.chargingProfileKind",
    ),
)


@pytest.mark.parametrize(("cls", "wire", "path"), DECIDING)
def test_an_unknown_value_decides_nothing(
    cls: type[Any], wire: dict[str, Any], path: str
) -> None:
    with pytest.raises(DecodeError) as caught:
        tolerated("1.6", cls, {**wire, "more": 1})
    assert f"$.{path}" in [violation.path for violation in caught.value.violations]
    assert "$.more" not in str(caught.value)


INCOMPLETE: Final = Tolerance(
    missing={
        v16.ResetResponse: ["status"],
        v16.StartTransactionRequest: ["connectorId", "timestamp"],
        v16.StatusNotificationRequest: ["errorCode"],
        v16.AuthorizeResponse: ["idTagInfo", "idTagInfo.status"],
    }
)


def test_a_required_field_that_is_absent() -> None:
    start = {"connectorId": 1, "idTag": "A", "meterStart": 0}
    message = tolerated("1.6", v1x.StartTransactionRequest, start, INCOMPLETE)
    assert (message.timestamp, message.connector) == (None, ONE)
    answer = tolerated("1.6", v1x.AuthorizeResponse, {"idTagInfo": {}}, INCOMPLETE)
    assert answer.id_tag_info.status is None
    silent = {"connectorId": 1, "status": "Faulted"}
    faulted = tolerated("1.6", v1x.StatusNotificationRequest, silent, INCOMPLETE)
    assert faulted == status(v1x.Faulted())


@pytest.mark.parametrize(
    ("cls", "wire", "path"),
    [
        (v1x.ResetResponse, {}, "$.status"),
        (v1x.AuthorizeResponse, {}, "$.idTagInfo"),
        (
            v1x.StartTransactionRequest,
            {"idTag": "A", "meterStart": 0, "timestamp": TIME},
            "$.connectorId",
        ),
    ],
)
def test_what_is_made_of_a_field_needs_it(
    cls: type[Any], wire: Wire, path: str
) -> None:
    with pytest.raises(DecodeError) as caught:
        tolerated("1.6", cls, wire, INCOMPLETE)
    (violation,) = caught.value.violations
    assert (violation.path, violation.kind) == (path, ViolationKind.MISSING)


def test_what_was_tolerated_is_a_value_but_is_not_written() -> None:
    message = tolerated("1.6", v1x.StatusNotificationRequest, FAULTED)
    again = tolerated("1.6", v1x.StatusNotificationRequest, FAULTED)
    assert message == again == pickle.loads(pickle.dumps(message))
    assert hash(message) == hash(again)
    assert message.model_copy(update={"scope": ONE}).scope == ONE
    for version in v1x.VERSIONS:
        with pytest.raises(NotExpressible) as caught:
            v1x.serializer(version).dumps(message)
        assert caught.value.reason == "it was tolerated, and is not valid"
    with pytest.raises(ValidationError):
        v1x.StatusNotificationRequest(scope=ONE, status=message.status)


GROUPED: Final = (
    status(v1x.Faulted(error_code=v1x.ChargePointErrorCode.WEAK_SIGNAL)),
    v1x.ChangeAvailabilityRequest(
        scope=CHARGE_POINT, type=v1x.AvailabilityType.OPERATIVE
    ),
    profile(v1x.Recurring(recurrency_kind=v1x.RecurrencyKind.DAILY)),
    sampled(),
)


def test_accepted_and_rejected_alone_are_a_boolean() -> None:
    fields = {
        f"{cls.__name__}.{name}": field.annotation
        for procedure in v1x.PROCEDURES.values()
        for cls in (procedure.request, procedure.response)
        if cls is not None
        for name, field in cls.model_fields.items()
    }
    assert fields["ResetResponse.accepted"] is bool
    assert fields["ChangeAvailabilityResponse.status"] is v1x.AvailabilityStatus
    assert [
        name
        for name, kind in fields.items()
        if isinstance(kind, EnumType)
        and kind.__members__.keys() == {"ACCEPTED", "REJECTED"}
    ] == []


@pytest.mark.parametrize("message", GROUPED, ids=lambda message: type(message).__name__)
def test_groupings_are_values(message: Model) -> None:
    for other in (pickle.loads(pickle.dumps(message)), copy.deepcopy(message)):
        assert other == message
        assert hash(other) == hash(message)
        assert repr(other) == repr(message)


def test_it_is_no_version() -> None:
    assert set(v1x.VERSIONS) < set(ocpp_messages.VERSIONS)
    with pytest.raises(ValueError, match=r"unknown OCPP version '1\.x'"):
        ocpp_messages.load("1.x")


def test_every_procedure_of_the_versions_is_one_of_1x() -> None:
    assert v1x.PROCEDURES.keys() == v15.PROCEDURES.keys() | v16.PROCEDURES.keys()
    for package in (v15, v16):
        for action, exact in package.PROCEDURES.items():
            ours = v1x.PROCEDURES[action]
            assert ours.request.__name__ == exact.request.__name__
            assert (ours.senders, ours.kind, ours.method, ours.block) == (
                exact.senders,
                exact.kind,
                exact.method,
                exact.block,
            )
