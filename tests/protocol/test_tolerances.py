"""Peers that deviate: what handlers and callers get, and what is reported."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from types import FrameType
from typing import Any, Final

import pytest

from ocpp_messages import (
    FIELD,
    LENIENT,
    STRICT,
    Deviation,
    DeviationKind,
    Model,
    Tolerance,
    ToleranceError,
    Tolerated,
    load,
    v1x,
    v16,
    v21,
    valid_type,
)
from ocpp_rpc import (
    CannotSend,
    Connection,
    InvalidResponse,
    Router,
    Settings,
    Tolerances,
)
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallFailed,
    CallReceived,
    CallSucceeded,
    Deviated,
    Event,
    SendReceived,
)
from ocpp_rpc.protocol.session import Session
from ocpp_rpc.testing import RawPeer, raw_peer
from tests.protocol.test_cost import MOMENT, TEXTS, filled

NOW: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
LONG: Final = "EVB1A22P2RI3N182341200100350795E5"
BOOT: Final[dict[str, Any]] = {
    "chargePointVendor": "Acme",
    "chargePointModel": "X1",
    "chargePointSerialNumber": LONG,
}
STATUS: Final = {"connectorId": 1, "errorCode": "Burnt", "status": "Faulted"}

routes = Router()


@routes.on(v16.BootNotificationRequest)
def boot(
    request: v16.BootNotificationRequest, connection: Connection
) -> v16.BootNotificationResponse:
    if request.charge_point_model == "X1":
        connection.tolerance = FIELD
    return v16.BootNotificationResponse(
        status=v16.RegistrationStatus.ACCEPTED, current_time=NOW, interval=300
    )


@routes.on(v16.StatusNotificationRequest)
def status(request: v16.StatusNotificationRequest) -> v16.StatusNotificationResponse:
    assert request.error_code == "Burnt"
    return v16.StatusNotificationResponse()


@asynccontextmanager
async def back_office(
    tolerance: Tolerance | Tolerances = STRICT,
) -> AsyncGenerator[tuple[RawPeer, list[Event]], None]:
    events: list[Event] = []

    def observe(event: Event, _: Connection) -> None:
        events.append(event)

    settings = Settings(tolerance=tolerance, observer=observe)
    async with raw_peer(routes, version="1.6", settings=settings) as peer:
        yield peer, events


async def ask(peer: RawPeer, action: str, payload: Any) -> Any:
    await peer.send(json.dumps([2, "1", action, payload]))
    return json.loads(await peer.recv())


def deviated(events: list[Event]) -> list[Deviated]:
    return [event for event in events if isinstance(event, Deviated)]


async def test_nothing_deviates_by_default() -> None:
    async with back_office() as (peer, events):
        assert (await ask(peer, "BootNotification", BOOT))[0] == 4
        assert deviated(events) == []


async def test_a_handler_gets_what_deviates_and_an_observer_is_told() -> None:
    async with back_office(FIELD) as (peer, events):
        assert await ask(peer, "StatusNotification", STATUS) == [3, "1", {}]
        (event,) = deviated(events)
        assert event.id == "1"
        assert event.procedure.action == "StatusNotification"
        assert isinstance(event.message, v16.StatusNotificationRequest)
        assert event.deviations == (
            Deviation("$.errorCode", DeviationKind.UNKNOWN_VALUE),
        )
        following = events[events.index(event) + 1]
        assert isinstance(following, CallReceived)
        assert following.request == event.message


async def test_valid_messages_are_not_reported() -> None:
    async with back_office(LENIENT) as (peer, events):
        await ask(peer, "StatusNotification", {**STATUS, "errorCode": "NoError"})
        assert deviated(events) == []


async def test_a_message_may_have_a_tolerance_of_its_own() -> None:
    tolerances = Tolerances(STRICT, {v16.BootNotificationRequest: FIELD})
    async with back_office(tolerances) as (peer, events):
        assert (await ask(peer, "StatusNotification", STATUS))[0] == 4
        assert (await ask(peer, "BootNotification", BOOT))[0] == 3
        assert len(deviated(events)) == 1


async def test_a_connection_may_become_tolerant_once_its_model_is_known() -> None:
    async with back_office() as (peer, events):
        assert (await ask(peer, "StatusNotification", STATUS))[0] == 4
        valid = {**BOOT, "chargePointSerialNumber": "1"}
        assert (await ask(peer, "BootNotification", valid))[0] == 3
        assert await ask(peer, "StatusNotification", STATUS) == [3, "1", {}]
        assert len(deviated(events)) == 1


async def test_what_does_not_pass_is_refused_as_ever() -> None:
    async with back_office(FIELD) as (peer, events):
        answer = await ask(peer, "StatusNotification", {**STATUS, "connectorId": "x"})
        code = "TypeConstraintViolation"
        assert answer[:3] == [4, "1", code]
        assert answer[3] == "$.connectorId: Input should be a valid integer"
        await peer.send('[2,"2","StatusNotification",{"errorCode":}]')
        assert json.loads(await peer.recv())[2] == "FormationViolation"
        assert deviated(events) == []
        assert [type(event) for event in events].count(BadMessage) == 1


# --- Calls of ours --------------------------------------------------------------------

ODD_CONFIGURATION: Final = (
    '{"configurationKey":[{"key":"NumberOfConnectors","readonly":true,"value":1}]}'
)


def caller(version: str = "1.6", **options: Any) -> Session:
    package = load(version)
    return Session(package, package.BACK_OFFICE, **options)


def answered(session: Session, payload: str) -> list[Event]:
    """Take what becomes of the call `a`."""
    assert session.next_to_send(0.0)
    session.events()
    session.receive(f'[3,"a",{payload}]', 0.0)
    return session.events()


def test_a_response_may_deviate() -> None:
    session = caller(tolerances=Tolerances(FIELD))
    session.call("a", v16.GetConfigurationRequest(), 0.0)
    first, second = answered(session, ODD_CONFIGURATION)
    assert isinstance(first, Deviated)
    assert first.id == "a"
    assert [each.kind for each in first.deviations] == [DeviationKind.BARE_TEXT]
    assert isinstance(second, CallSucceeded)
    assert second.response == first.message


@pytest.mark.parametrize(
    ("general", "own", "passes"),
    [(STRICT, FIELD, True), (FIELD, STRICT, False), (STRICT, None, False)],
)
def test_a_call_may_have_a_tolerance_of_its_own(
    general: Tolerance, own: Tolerance | None, passes: bool
) -> None:
    session = caller(tolerances=Tolerances(general))
    session.call("a", v16.GetConfigurationRequest(), 0.0, tolerance=own)
    *_, last = answered(session, ODD_CONFIGURATION)
    assert isinstance(last, CallSucceeded) is passes


@pytest.mark.parametrize(
    ("sent", "read", "is_kept"),
    [
        pytest.param("1", "1", False, id="mended"),
        pytest.param(f'"{"x" * 501}"', "x" * 501, True, id="kept"),
    ],
)
async def test_a_caller_gets_what_deviates(sent: str, read: str, is_kept: bool) -> None:
    payload = f'{{"configurationKey":[{{"key":"A","readonly":true,"value":{sent}}}]}}'
    async with raw_peer(version="1.6") as peer:
        office = peer.connection
        office.tolerance = FIELD
        assert office.tolerance == Tolerances(FIELD)
        call = asyncio.create_task(office.call(v16.GetConfigurationRequest()))
        _, message_id, *_ = json.loads(await peer.recv())
        await peer.send(f'[3,"{message_id}",{payload}]')
        response = await call
        assert isinstance(response, v16.GetConfigurationResponse)
        assert isinstance(response, Tolerated) is is_kept
        assert response.configuration_key is not None
        assert [key.value for key in response.configuration_key] == [read]


def test_what_is_sent_is_valid_unless_asked_otherwise() -> None:
    odd, _ = LENIENT.from_jsonable(
        v16.ChangeConfigurationRequest, {"key": "k" * 60, "value": "v"}
    )
    assert isinstance(odd, Tolerated)
    session = caller(tolerances=Tolerances(LENIENT))
    with pytest.raises(CannotSend, match=r"\$\.key"):
        session.call("a", odd, 0.0)
    with pytest.raises(CannotSend, match=r"\$\.key"):
        session.call("a", odd, 0.0, tolerance=Tolerance(nulls=True))
    session.call("a", odd, 0.0, tolerance=LENIENT)
    text = session.next_to_send(0.0)
    assert text is not None
    assert json.loads(text) == [
        2,
        "a",
        "ChangeConfiguration",
        {"key": "k" * 60, "value": "v"},
    ]


@pytest.mark.parametrize("tolerance", [None, FIELD, LENIENT])
def test_a_number_beyond_its_bounds_is_received_but_never_sent(
    tolerance: Tolerance | None,
) -> None:
    profile = {
        "chargingProfileId": 1,
        "stackLevel": 0,
        "chargingProfileKind": "Absolute",
        "chargingProfilePurpose": "TxProfile",
        "chargingSchedule": SCHEDULE,
    }
    value = {"connectorId": 1, "csChargingProfiles": profile}
    request, deviations = FIELD.from_jsonable(v16.SetChargingProfileRequest, value)
    assert [each.kind for each in deviations] == [DeviationKind.OUT_OF_BOUNDS]
    session = Session(v16, v16.BACK_OFFICE)
    with pytest.raises(CannotSend, match="limit"):
        session.call("1", request, 0.0, tolerance=tolerance)


SCHEDULE: Final = {
    "chargingRateUnit": "A",
    "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 6.957}],
}


def test_a_message_that_is_not_answered_may_deviate() -> None:
    value = {
        "id": 1,
        "pending": 0,
        "basetime": "2026-01-31T12:00:00",
        "data": [{"t": 1, "v": "1", "vendor": 5}],
    }
    package = load("2.1")
    session = Session(package, package.BACK_OFFICE, tolerances=Tolerances(FIELD))
    session.receive(json.dumps([6, "s", "NotifyPeriodicEventStream", value]), 0.0)
    first, second = session.events()
    assert isinstance(first, Deviated)
    assert {deviation.path for deviation in first.deviations} == {
        "$.basetime",
        "$.data[0].vendor",
    }
    assert isinstance(second, SendReceived)
    assert valid_type(second.message) is v21.NotifyPeriodicEventStream

    station = Session(package, package.STATION)
    with pytest.raises(CannotSend, match="vendor"):
        station.send("s", second.message)
    station.send("s", second.message, tolerance=FIELD)
    assert station.next_to_send(0.0)


def test_an_answer_is_always_valid() -> None:
    odd, _ = LENIENT.from_jsonable(v16.ResetResponse, {"status": "Maybe"})
    package = load("1.6")
    session = Session(package, package.STATION, tolerances=Tolerances(LENIENT))
    session.receive('[2,"1","Reset",{"type":"Soft"}]', 0.0)
    with pytest.raises(CannotSend, match=r"\$\.status"):
        session.reply("1", odd, 0.0)
    assert session.unanswered == 1


async def test_an_invalid_response_fails_the_call() -> None:
    async with raw_peer(version="1.6", settings=Settings(tolerance=FIELD)) as peer:
        calling = asyncio.ensure_future(peer.connection.call(v16.ClearCacheRequest()))
        message_id = json.loads(await peer.recv())[1]
        await peer.send(json.dumps([3, message_id, {"vendor": 1}]))
        with pytest.raises(InvalidResponse) as caught:
            await calling
        assert [v.path for v in caught.value.violations] == ["$.status"]


def test_a_response_that_may_not_pass_is_refused_where_there_is_a_way_to() -> None:
    session = caller("2.1", tolerances=Tolerances(FIELD))
    session.call("a", v21.ClearCacheRequest(), 0.0)
    assert session.next_to_send(0.0)
    session.events()
    session.receive('[3,"a",{"status":5,"vendor":1}]', 0.0)
    refusal = json.loads(session.next_to_send(0.0) or "null")
    assert refusal[:3] == [5, "a", "TypeConstraintViolation"]
    assert refusal[3].startswith("$.status: ")
    (failed,) = session.events()
    assert isinstance(failed, CallFailed)
    assert isinstance(failed.error, InvalidResponse)


async def test_what_is_not_handled_is_not_read() -> None:
    async with back_office(LENIENT) as (peer, events):
        answer = await ask(peer, "Authorize", {"idTag": 5})
        assert answer[:3] == [4, "1", "NotSupported"]
        assert deviated(events) == []


async def test_a_part_that_deviates_is_not_sent_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    echo = Router()

    @echo.on(v16.DataTransferRequest)
    def whole(_: v16.DataTransferRequest) -> v16.DataTransferResponse:
        value = {"status": "Odd"}
        return LENIENT.from_jsonable(v16.DataTransferResponse, value).message

    @echo.on(v16.MeterValuesRequest)
    def part(request: v16.MeterValuesRequest) -> v16.MeterValuesResponse:
        v16.MeterValuesRequest(connector_id=1, meter_value=request.meter_value)
        return v16.MeterValuesResponse()

    sampled = {"timestamp": "2026-01-31T12:00:00Z", "sampledValue": [{"value": "1"}]}
    odd = {"connectorId": 1, "meterValue": [{**sampled, "vendor": 1}]}
    settings = Settings(tolerance=LENIENT)
    async with raw_peer(echo, version="1.6", settings=settings) as peer:
        for action, payload in (
            ("DataTransfer", {"vendorId": "x"}),
            ("MeterValues", odd),
        ):
            caplog.clear()
            answer = await ask(peer, action, payload)
            assert answer == [4, "1", "InternalError", "", {}]
            errors = [r for r in caplog.records if r.levelname == "ERROR"]
            assert len(errors) == 1


# --- Cost -----------------------------------------------------------------------------

METERED: Final = '[2,"1","MeterValues",{"connectorId":1,"evseId":1,"meterValue":'
ODD_TEXTS: Final = {
    **TEXTS,
    "a blank time": filled(
        METERED + '[{"timestamp":"2026-01-31T12:00:00', " ", 'x","sampledValue":[]}]}]'
    ),
    "one extra field": filled(
        METERED + '[{"timestamp":"2026-01-31T12:00:00Z","sampledValue":[{"x":1}',
        ',{"value":1}',
        "]}]}]",
    ),
    "one kept, many valid": filled(
        METERED
        + '[{"timestamp":"2026-01-31T12:00:00Z","sampledValue":[{"value":"1","x":1}',
        ',{"value":"1"}',
        "]}]}]",
    ),
}


@pytest.mark.parametrize("version", ["1.6", "2.1"])
@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_the_cost_of_a_message_that_may_deviate(text: str, version: str) -> None:
    package = load(version)
    tolerances = Tolerances(LENIENT)
    session = Session(package, package.BACK_OFFICE, tolerances=tolerances)
    start = time.process_time()
    session.receive(text, 0.0)
    assert time.process_time() - start < MOMENT


def test_tolerance_costs_nothing_on_valid_messages() -> None:
    text = json.dumps(
        [2, "1", "StatusNotification", {**STATUS, "errorCode": "NoError"}]
    )

    def effort(tolerance: Tolerance) -> list[str]:
        """The functions that are called to read the message."""
        session = Session(v16, v16.BACK_OFFICE, tolerances=Tolerances(tolerance))
        called: list[str] = []

        def note(frame: FrameType, event: str, _: object) -> None:
            if event == "call":
                called.append(frame.f_code.co_qualname)

        sys.setprofile(note)
        try:
            session.receive(text, 0.0)
        finally:
            sys.setprofile(None)
        return called

    effort(STRICT)  # what is made when it is first needed
    assert effort(STRICT)
    assert effort(LENIENT) == effort(STRICT)


# --- Tolerances -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "place", "reason"),
    [
        (v16.SampledValue, "SampledValue", "a datatype, not a message"),
        ("StatusNotification", "'StatusNotification'", "not a message"),
        (Router, repr(Router), "not a message"),
        (v1x.ResetRequest, "ResetRequest", "not of one version"),
    ],
)
def test_a_tolerance_is_for_a_message(key: Any, place: str, reason: str) -> None:
    with pytest.raises(ToleranceError) as caught:
        Tolerances(STRICT, {key: FIELD})
    assert (caught.value.place, caught.value.reason) == (place, reason)


def test_tolerances_are_values() -> None:
    exceptions: dict[type[Model], Tolerance] = {
        v21.NotifyPeriodicEventStream: FIELD,
        v16.ResetResponse: LENIENT,
    }
    tolerances = Tolerances(STRICT, exceptions)
    assert tolerances == Tolerances(STRICT, dict(exceptions))
    assert len({tolerances, Tolerances(STRICT, exceptions)}) == 1
    exceptions.clear()
    assert tolerances.of(v16.ResetResponse) is LENIENT
    assert tolerances.of(v16.ResetRequest) is STRICT
