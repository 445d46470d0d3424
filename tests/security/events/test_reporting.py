"""What a station tells its back office of security events."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import ssl
import threading
import warnings
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest

import ocpp_messages
from ocpp_messages import Model, v16, v201
from ocpp_rpc import (
    CannotSend,
    Connection,
    HandshakeFailed,
    InvalidResponse,
    Limits,
    OcppError,
    Router,
    Settings,
    Station,
    connect,
    serve,
    sync,
)
from ocpp_rpc.errors import ErrorCode, TlsFault
from ocpp_rpc.security import EventReporter, StationBootGuard, client
from ocpp_rpc.security.events import StationEvent
from ocpp_rpc.station import (
    Delivered,
    Discarded,
    DiscardReason,
    Outbox,
    Outcome,
    forward,
)
from ocpp_rpc.testing import RawPeer, VirtualClock, pair, raw_peer
from tests.confidential import PASSWORD
from tests.security.authority import Authority
from tests.security.boot.boots import boot, booting, heartbeat
from tests.security.pems import NAMES, Pems
from tests.station.transactions import event as transaction_event
from tests.support.network import STEADY, Network, settled
from tests.support.records import whose
from tests.support.served import HOST, MOMENT, always, url_of

TELLING = ["1.6", "2.0", "2.0.1", "2.1"]
CLIENTS = ["websockets", "websockets-asyncio", "aiohttp", "picows"]

LATER = datetime.fromisoformat("2026-02-01T00:00:00+00:00")


class BackOffice:
    """A back office on a network, which accepts boots and is told of events.

    Attributes:
        told: The types and the details of the events.
        answers: What raises, for each event, or None if all is well.
    """

    def __init__(self, *plan: str | int | None, status: str = "Accepted") -> None:
        self.network = Network(plan)
        self.network.handler = self.answer
        self.told: list[tuple[str, str | None]] = []
        self.times: list[datetime] = []
        self.answers: list[Exception | None] = []
        self.status = status
        self.silent = False

    async def answer(self, request: Any, connection: Connection) -> Any:
        name = type(request).__name__
        package = vars(connection.package)
        if name != "SecurityEventNotificationRequest":
            found = booting(connection.version, iter([self.status]))
            route = found.find(connection.package.PROCEDURES_BY_REQUEST[type(request)])
            assert route is not None
            return route.handler(request, connection)
        self.told.append((str(request.type), getattr(request, "tech_info", None)))
        self.times.append(request.timestamp)
        if self.silent:
            await asyncio.Event().wait()
        error = self.answers.pop(0) if self.answers else None
        if error is not None:
            raise error
        return package["SecurityEventNotificationResponse"]()

    @property
    def types(self) -> list[str]:
        return [name for name, _ in self.told]


@asynccontextmanager
async def station(
    back_office: BackOffice,
    reporter: EventReporter,
    versions: Sequence[str] = ("2.0.1", "1.6"),
    **options: Any,
) -> AsyncGenerator[Station]:
    """A station that stays connected, and boots once."""
    network = back_office.network
    booted = False

    async def begin(connection: Connection) -> None:
        nonlocal booted
        if not booted:
            response: Any = await connection.call(boot(connection.version))
            booted = response.status == "Accepted"

    connecting = connect(
        "ws://csms.example.com",
        "CP001",
        versions=versions,
        transport=network,
        settings=network.settings,
        back_off=STEADY,
        security_events=reporter,
        **options,
    )
    async with Station(connecting, on_connection=begin) as connected:
        await settled()
        yield connected
        await settled()
    await network.close()


# --- Credentials ----------------------------------------------------------------------


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize(
    ("version", "name"),
    [
        ("1.6", "FailedToAuthenticateAtCentralSystem"),
        ("2.0", "FailedToAuthenticateAtCsms"),
        ("2.0.1", "FailedToAuthenticateAtCsms"),
        ("2.1", "FailedToAuthenticateAtCsms"),
    ],
)
async def test_refused_credentials_are_told_once(
    version: str, name: str, status: int
) -> None:
    back_office = BackOffice(status, status, status, version)
    async with station(back_office, EventReporter(), [version]):
        await back_office.network.pass_time(100)
    ((told, info),) = back_office.told
    assert told == name
    assert version == "2.0" or str(status) in str(info)


async def test_a_new_series_is_told_again() -> None:
    back_office = BackOffice(401, "2.0.1", 401, 401)
    async with station(back_office, EventReporter(), ["2.0.1"]):
        await back_office.network.pass_time(60)
        assert back_office.types == ["FailedToAuthenticateAtCsms"]
        back_office.network.lose()
        await back_office.network.pass_time(200)
    assert back_office.types == ["FailedToAuthenticateAtCsms"] * 2


@pytest.mark.parametrize("status", [404, 500, 503, None])
async def test_other_failures_are_no_security_events(status: int | None) -> None:
    back_office = BackOffice(status, "2.0.1")
    async with station(back_office, EventReporter(), ["2.0.1"]):
        await back_office.network.pass_time(60)
    assert back_office.network.plan == []
    assert back_office.told == []


# --- TLS ------------------------------------------------------------------------------


@contextmanager
def tls_server(context: ssl.SSLContext) -> Generator[int]:
    """A server that does nothing but TLS, and sends its alerts; yields its port."""
    with socket.create_server((HOST, 0)) as listening:

        def shake_hands() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listening.accept()
                    with suppress(OSError), client:
                        context.wrap_socket(client, server_side=True).close()

        thread = threading.Thread(target=shake_hands)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def server_context(pems: Pems, **settings: Any) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*pems.rsa)
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        for name, value in settings.items():
            setattr(context, name, value)
    return context


def strange(pems: Pems) -> ssl.SSLContext:
    """The server of somebody else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*Authority().server(names=NAMES).write(pems.folder, "odd"))
    return context


def old(pems: Pems) -> ssl.SSLContext:
    version = ssl.TLSVersion.TLSv1_1
    context = server_context(pems, minimum_version=version, maximum_version=version)
    context.set_ciphers("ALL:@SECLEVEL=0")
    return context


def weak(pems: Pems) -> ssl.SSLContext:
    context = server_context(pems, maximum_version=ssl.TLSVersion.TLSv1_2)
    context.set_ciphers("AES128-SHA:@SECLEVEL=0")
    return context


@pytest.mark.parametrize("transport", CLIENTS)
@pytest.mark.parametrize(
    ("make", "fault", "in_16", "in_2x"),
    [
        (
            strange,
            TlsFault.CERTIFICATE,
            "InvalidCentralSystemCertificate",
            "InvalidCsmsCertificate",
        ),
        (old, TlsFault.VERSION, "InvalidTLSVersion", "InvalidTLSVersion"),
        (weak, TlsFault.SUITE, "InvalidTLSCipherSuite", "InvalidTLSCipherSuite"),
    ],
)
@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_faults_of_tls_are_told(  # noqa: PLR0917
    version: str,
    make: Callable[[Pems], ssl.SSLContext],
    fault: TlsFault,
    in_16: str,
    in_2x: str,
    transport: str,
    pems: Pems,
) -> None:
    reporter = EventReporter()
    profile = client.Profile2(password=PASSWORD, tls=pems.client_tls())
    with tls_server(make(pems)) as port:
        for _ in range(2):
            with pytest.raises(HandshakeFailed) as caught:
                async with connect(
                    f"wss://{HOST}:{port}",
                    "CP001",
                    versions=[version],
                    security=profile,
                    transport=transport,
                    security_events=reporter,
                ):
                    raise AssertionError
            assert caught.value.tls_fault == fault
    back_office = BackOffice()
    async with station(back_office, reporter, [version]):
        pass
    assert back_office.types == [in_16 if version == "1.6" else in_2x]


# --- Messages -------------------------------------------------------------------------

BAD_CALL = '[2,"1","Reset",{"typo":1}]'
NO_MESSAGE = '{"not":"ocpp"}'
NOT_KNOWN = '[2,"2","Nonsense",{}]'


@asynccontextmanager
async def listening(
    version: str, reporter: EventReporter
) -> AsyncGenerator[tuple[Connection, RawPeer]]:
    """The station's end of a connection, and the text side of its back office."""
    package = ocpp_messages.load(version)
    settings = reporter.watched(Settings(), "CP001")
    async with raw_peer(
        unreached, version=version, role=package.STATION, settings=settings
    ) as peer:
        yield peer.connection, peer


def unreached(request: Model) -> Model:
    """Handle what is valid, which nothing is here."""
    raise AssertionError(request)


async def notified(peer: RawPeer, version: str) -> dict[str, Any]:
    """Answer the next event that a station tells, and return it."""
    while True:
        kind, message_id, *rest = json.loads(await peer.recv())
        if kind == 2 and rest[0] == "SecurityEventNotification":
            await peer.send(json.dumps([3, message_id, {}]))
            return cast("dict[str, Any]", rest[1])


@pytest.mark.parametrize("version", TELLING)
@pytest.mark.parametrize("text", [BAD_CALL, NO_MESSAGE, "x", '[3,"0"]'])
async def test_an_invalid_message_is_told(version: str, text: str) -> None:
    reporter = EventReporter(accepted=True)
    async with listening(version, reporter) as (_, peer):
        await peer.send(text)
        told = await notified(peer, version)
        assert told["type"] == "InvalidMessages"
        assert ("techInfo" in told) == (version != "2.0")
        await settled()
        await peer.send(text)  # one is enough
        await settled()
        assert len(reporter) == 0


async def test_a_call_that_is_not_supported_is_valid() -> None:
    reporter = EventReporter()
    async with listening("2.0.1", reporter) as (_, peer):
        await peer.send(NOT_KNOWN)
        await settled()
    assert len(reporter) == 0


async def test_an_invalid_response_is_told_and_none_to_that_is() -> None:
    reporter = EventReporter(accepted=True)
    async with listening("2.0.1", reporter) as (end, peer):
        call = asyncio.create_task(end.call(heartbeat("2.0.1")))
        _, message_id, *_ = json.loads(await peer.recv())
        await peer.send(json.dumps([3, message_id, {"currentTime": 1}]))
        with pytest.raises(InvalidResponse):
            await call
        kind, message_id, action, told = json.loads(await peer.recv())
        assert (kind, action) == (2, "SecurityEventNotification")
        assert told["type"] == "InvalidMessages"
        assert "Heartbeat" in told["techInfo"]
        await peer.send(json.dumps([3, message_id, {"what": 1}]))
        await settled()
        assert len(reporter) == 0


async def test_a_version_without_security_events_hears_of_none() -> None:
    reporter = EventReporter(accepted=True)
    async with listening("1.5", reporter) as (_, peer):
        reporter.report(StationEvent.TAMPER_DETECTION_ACTIVATED)
        await peer.send(NO_MESSAGE)
        await settled()
        assert len(reporter) == 2
    async with listening("1.6", reporter) as (_, peer):
        told = [(await notified(peer, "1.6"))["type"] for _ in range(2)]
    assert told == ["TamperDetectionActivated", "InvalidMessages"]


# --- Before the boot ------------------------------------------------------------------


@pytest.mark.parametrize("status", ["Pending", "Rejected"])
async def test_nothing_is_told_before_the_boot_is_accepted(status: str) -> None:
    back_office = BackOffice(401, "2.0.1", status=status)
    reporter = EventReporter()
    async with station(back_office, reporter, ["2.0.1"]) as connected:
        await back_office.network.pass_time(60)
        assert connected.connection is not None
        assert back_office.told == []
        back_office.status = "Accepted"
        await connected.call(boot("2.0.1"))
        await settled()
        assert back_office.types == ["FailedToAuthenticateAtCsms"]


async def test_it_goes_well_with_a_guard_of_the_boot() -> None:
    back_office = BackOffice(401, "2.0.1")
    handler = StationBootGuard().around(None)
    async with station(back_office, EventReporter(), ["2.0.1"], handler=handler):
        await back_office.network.pass_time(60)
    assert back_office.types == ["FailedToAuthenticateAtCsms"]


# --- Delivery -------------------------------------------------------------------------


async def test_what_happens_offline_is_told_in_its_order_with_its_time() -> None:
    back_office = BackOffice(None, "2.0.1")
    reporter = EventReporter()
    reporter.report(StationEvent.STARTUP_OF_THE_DEVICE, timestamp=MOMENT)
    async with station(back_office, reporter, ["2.0.1"]):
        reporter.report("AcmeLidOpened", "lid 2", timestamp=LATER)
        await back_office.network.pass_time(60)
    assert back_office.told == [
        ("StartupOfTheDevice", None),
        ("AcmeLidOpened", "lid 2"),
    ]
    assert back_office.times == [MOMENT, LATER]


async def test_what_was_not_answered_is_told_over_the_next_connection() -> None:
    back_office = BackOffice()
    back_office.silent = True
    reporter = EventReporter()
    async with station(back_office, reporter, ["2.0.1"]):
        reporter.report(StationEvent.TAMPER_DETECTION_ACTIVATED)
        await settled()
        assert len(back_office.told) == 1
        back_office.silent = False
        back_office.network.lose()
        await back_office.network.pass_time(60)
    assert back_office.types == ["TamperDetectionActivated"] * 2
    assert len(reporter) == 0


async def test_a_back_office_that_does_not_answer_is_not_asked_for_ever(
    caplog: pytest.LogCaptureFixture,
) -> None:
    back_office = BackOffice()
    back_office.silent = True
    reporter = EventReporter()
    async with station(back_office, reporter, ["2.0.1"]) as connected:
        reporter.report(StationEvent.TAMPER_DETECTION_ACTIVATED)
        for times in (1, 2, 3):
            await back_office.network.pass_time(100)
            assert len(back_office.told) == times
            await back_office.network.pass_time(100)  # not before it has answered
            assert len(back_office.told) == times
            await connected.call(heartbeat("2.0.1"))
            await settled()
        assert len(reporter) == 0
    assert "TamperDetectionActivated: not reported: SecurityEventNotification" in (
        caplog.text
    )


async def test_an_older_connection_that_closes_ends_nothing() -> None:
    reporter = EventReporter(accepted=True)
    async with (
        listening("2.0.1", reporter) as (older, _),
        listening("2.0.1", reporter) as (_, peer),
    ):
        await older.close()
        reporter.report(StationEvent.TAMPER_DETECTION_ACTIVATED)
        told = await notified(peer, "2.0.1")
        assert told["type"] == "TamperDetectionActivated"
        await settled()
    assert len(reporter) == 0


@pytest.mark.parametrize("answers", [False, True])
async def test_an_event_may_be_given_up_while_it_is_told(answers: bool) -> None:
    clock = VirtualClock()
    reporter = EventReporter(accepted=True, max_waiting=1)
    settings = reporter.watched(Settings(clock=clock), "CP001")
    async with raw_peer(
        None, version="2.0.1", role=v201.STATION, settings=settings
    ) as peer:
        reporter.report("First")
        _, message_id, _, first = json.loads(await peer.recv())
        assert first["type"] == "First"
        reporter.report("Second")  # there is no room for both
        if answers:
            await peer.send(json.dumps([3, message_id, {}]))
        else:
            await clock.pass_time(31)
            assert len(reporter) == 1
            call = asyncio.create_task(peer.connection.call(heartbeat("2.0.1")))
            _, message_id, *_ = json.loads(await peer.recv())
            now = {"currentTime": "2026-01-31T12:00:00Z"}
            await peer.send(json.dumps([3, message_id, now]))
            await call
        assert (await notified(peer, "2.0.1"))["type"] == "Second"
        await settled()
    assert len(reporter) == 0


async def test_when_too_many_calls_wait_an_event_waits_as_well() -> None:
    reporter = EventReporter(accepted=True)
    async with listening("2.0.1", reporter) as (end, peer):
        end.limits = Limits(max_waiting=0)
        call = asyncio.create_task(end.call(heartbeat("2.0.1")))
        _, message_id, *_ = json.loads(await peer.recv())
        reporter.report("Own")
        await settled()
        assert len(reporter) == 1
        now = {"currentTime": "2026-01-31T12:00:00Z"}
        await peer.send(json.dumps([3, message_id, now]))
        await call
        assert (await notified(peer, "2.0.1"))["type"] == "Own"
        await settled()
    assert len(reporter) == 0


async def test_what_fails_without_a_reason_is_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    reporter = EventReporter(accepted=True)
    async with listening("2.0.1", reporter) as (end, _):
        monkeypatch.setattr(end, "call", always(None))  # not awaitable
        reporter.report("Own")
        await settled()
        assert len(reporter) == 1
    assert whose(caplog, "events cannot be reported") == {("CP001", "2.0.1")}


async def test_an_event_that_a_version_does_not_know_is_not_kept() -> None:
    with Outbox(":memory:") as outbox:
        reporter = EventReporter(outbox=outbox)
        async with listening("2.0", reporter):
            reporter.report("Own", critical=True)
            assert (len(outbox), len(reporter)) == (0, 1)


async def test_an_event_that_the_back_office_refuses_is_given_up(
    caplog: pytest.LogCaptureFixture,
) -> None:
    back_office = BackOffice()
    back_office.answers = [OcppError(ErrorCode.NOT_SUPPORTED)]
    reporter = EventReporter()
    async with station(back_office, reporter, ["1.6"]):
        reporter.report(StationEvent.TAMPER_DETECTION_ACTIVATED)
        reporter.report(StationEvent.RESET_OR_REBOOT)
        await settled()
    assert back_office.types == ["TamperDetectionActivated", "ResetOrReboot"]
    assert whose(caplog, "DetectionActivated: not reported") == {("CP001", "1.6")}
    assert len(reporter) == 0


async def test_when_too_many_wait_those_go_first_that_are_not_critical() -> None:
    back_office = BackOffice()
    reporter = EventReporter(max_waiting=2)
    reporter.report("First", critical=True)
    reporter.report("Second")
    reporter.report("Third", critical=True)
    reporter.report("Fourth", critical=True)
    async with station(back_office, reporter, ["2.0.1"]):
        pass
    assert back_office.types == ["Third", "Fourth"]


def test_at_least_one_event_may_wait() -> None:
    with pytest.raises(ValueError, match="max_waiting has to be at least 1, not 0"):
        EventReporter(max_waiting=0)


async def test_critical_events_only() -> None:
    back_office = BackOffice(401, "2.0.1")
    reporter = EventReporter(critical_only=True)
    async with station(back_office, reporter, ["2.0.1"]):
        await back_office.network.pass_time(60)
        reporter.report(StationEvent.INVALID_TLS_VERSION)
        reporter.report("Own")
        reporter.report("OwnCritical", critical=True)
    assert back_office.types == ["InvalidTLSVersion", "OwnCritical"]


async def test_an_event_that_2_0_does_not_know_is_given_up(
    caplog: pytest.LogCaptureFixture,
) -> None:
    back_office = BackOffice()
    reporter = EventReporter()
    async with station(back_office, reporter, ["2.0"]):
        reporter.report("Own")
        reporter.report(StationEvent.RESET_OR_REBOOT, "not said in 2.0")
    assert back_office.told == [("ResetOrReboot", None)]
    assert "Own: not reported: OCPP 2.0 has no such event" in caplog.text


@pytest.mark.parametrize(
    ("event", "in_16"),
    [
        (StationEvent.MAINTENANCE_LOGIN_FAILED, "MaintenanceLoginFailed"),
        (
            StationEvent.INVALID_CHARGING_STATION_CERTIFICATE,
            "InvalidChargePointCertificate",
        ),
    ],
)
async def test_what_1_6_does_not_define_is_told_by_the_later_name(
    event: StationEvent, in_16: str
) -> None:
    back_office = BackOffice()
    reporter = EventReporter()
    async with station(back_office, reporter, ["1.6"]):
        reporter.report(event)
    assert back_office.types == [in_16]


@pytest.mark.parametrize("name", ["", "x" * 51])
def test_a_name_has_to_fit(name: str) -> None:
    with pytest.raises(ValueError, match="1 to 50 characters"):
        EventReporter().report(name)


def test_a_time_has_a_zone() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        EventReporter().report("Own", timestamp=MOMENT.replace(tzinfo=None))


async def test_details_that_are_too_long_are_cut() -> None:
    back_office = BackOffice()
    reporter = EventReporter()
    async with station(back_office, reporter, ["2.1"]):
        reporter.report("x" * 50, "y" * 300)
    assert back_office.told == [("x" * 50, "y" * 255)]


async def test_an_observer_of_the_program_still_sees_everything() -> None:
    seen: list[str] = []
    reporter = EventReporter(accepted=True)
    settings = reporter.watched(
        Settings(observer=lambda e, _: seen.append(str(e))), "CP001"
    )
    async with raw_peer(
        None,
        version="2.0.1",
        role=ocpp_messages.load("2.0.1").STATION,
        settings=settings,
    ):
        await settled()
    assert seen[0] == "Opened: OCPP 2.0.1"


async def test_it_is_in_the_log_at_a_level_that_fits(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc.security")
    reporter = EventReporter()
    async with listening("2.0.1", reporter):
        reporter.report(StationEvent.TAMPER_DETECTION_ACTIVATED, "lid")
        reporter.report(StationEvent.INVALID_MESSAGES)
    found = [(r.levelname, r.message) for r in caplog.records if "event" in r.message]
    assert found == [
        ("WARNING", "security event TamperDetectionActivated: lid"),
        ("INFO", "security event InvalidMessages: None"),
    ]
    assert whose(caplog, "event") == {("CP001", "2.0.1")}
    caplog.clear()
    reporter.report(StationEvent.TAMPER_DETECTION_ACTIVATED)
    assert whose(caplog, "event") == {("CP001", None)}  # without a connection


def test_it_is_in_the_log_with_whose_it_is_before_there_is_a_connection(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc.security")
    reporter = EventReporter(max_waiting=1)
    reporter.watched(Settings(), "CP001")
    for _ in range(2):
        reporter.report(StationEvent.TAMPER_DETECTION_ACTIVATED)
    for text in ("Activated: None", "discarded, too many wait"):
        assert whose(caplog, text) == {("CP001", None)}


# --- With an outbox -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "name"),
    [("2.0.1", "InvalidCsmsCertificate"), ("1.6", "InvalidCentralSystemCertificate")],
)
async def test_critical_events_survive_a_restart(
    version: str, name: str, tmp_path: Path
) -> None:
    """Even if the back office speaks another version after that."""
    path = tmp_path / "outbox.db"
    failure = HandshakeFailed("wss://x", "bad", tls_fault=TlsFault.CERTIFICATE)
    with Outbox(path) as outbox:
        reporter = EventReporter(outbox=outbox)
        reporter.failed(failure, ocpp_messages.load("2.0.1"))
        assert (len(outbox), len(reporter)) == (1, 0)
    outcomes: asyncio.Queue[Outcome] = asyncio.Queue()
    back_office = BackOffice()
    with Outbox(path, on_outcome=outcomes.put_nowait) as outbox:
        reporter = EventReporter(outbox=outbox)
        async with station(back_office, reporter, [version]) as connected:
            end = await connected.wait_connected()
            forwarding = asyncio.create_task(forward(outbox, end))
            await outcomes.get()
            assert len(outbox) == 0
        await forwarding
    assert back_office.told == [(name, "bad")]


async def test_what_is_not_critical_waits_in_memory() -> None:
    with Outbox(":memory:") as outbox:
        reporter = EventReporter(outbox=outbox)
        async with listening("2.0.1", reporter):
            reporter.report(StationEvent.INVALID_MESSAGES)
            assert (len(outbox), len(reporter)) == (0, 1)


async def test_in_1_5_there_is_nothing_to_tell_it_by() -> None:
    outcomes: asyncio.Queue[Outcome] = asyncio.Queue()
    with Outbox(":memory:", on_outcome=outcomes.put_nowait) as outbox:
        outbox.put(EVENT_16)
        async with pair(version="1.5") as (end, _):
            forwarding = asyncio.create_task(forward(outbox, end))
            outcome = await outcomes.get()
        await forwarding
    assert isinstance(outcome, Discarded)
    assert outcome.reason == DiscardReason.OTHER_VERSION


EVENT_16 = v16.SecurityEventNotificationRequest(
    type="InvalidCentralSystemCertificate", timestamp=MOMENT
)


async def test_a_back_office_without_security_events_delays_no_transaction() -> None:
    outcomes: asyncio.Queue[Outcome] = asyncio.Queue()
    routes = Router()
    routes.add(v201.TransactionEventRequest, always(v201.TransactionEventResponse()))
    with Outbox(":memory:", on_outcome=outcomes.put_nowait) as outbox:
        outbox.put(EVENT_16)
        outbox.put(transaction_event())
        async with pair(None, routes, version="2.0.1") as (end, _):
            forwarding = asyncio.create_task(forward(outbox, end))
            first, second = await outcomes.get(), await outcomes.get()
        await forwarding
    assert isinstance(first, Discarded)
    assert first.reason == DiscardReason.FAILED
    assert isinstance(second, Delivered)


def test_a_security_event_is_about_no_transaction() -> None:
    with (
        Outbox(":memory:") as outbox,
        pytest.raises(CannotSend, match="is not for a SecurityEventNotification"),
    ):
        outbox.put(EVENT_16, transaction="T1")


async def test_an_outbox_without_room_keeps_no_event_from_being_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    back_office = BackOffice()
    with Outbox(":memory:", limit=1) as outbox:
        outbox.put(EVENT_16)
        reporter = EventReporter(outbox=outbox)
        async with station(back_office, reporter, ["2.0.1"]):
            reporter.report(StationEvent.TAMPER_DETECTION_ACTIVATED)
    assert back_office.types == ["TamperDetectionActivated"]
    assert whose(caplog, "are waiting already") == {("CP001", "2.0.1")}


# --- Without asyncio ------------------------------------------------------------------


async def test_a_station_without_asyncio_tells_them_as_well() -> None:
    told = asyncio.Event()
    routes = booting("2.0.1", iter(["Accepted"]))

    @routes.on(v201.SecurityEventNotificationRequest)
    def note(
        request: v201.SecurityEventNotificationRequest,
    ) -> v201.SecurityEventNotificationResponse:
        told.set()
        return v201.SecurityEventNotificationResponse()

    def script(url: str) -> None:
        reporter = EventReporter()
        reporter.report(StationEvent.STARTUP_OF_THE_DEVICE)
        with sync.connect(
            url, "CP001", versions=["2.0.1"], security_events=reporter
        ) as connection:
            connection.call(boot("2.0.1"))
            done.result(10)

    async def wait() -> None:
        await told.wait()

    loop = asyncio.get_running_loop()
    async with serve(routes, HOST, versions=["2.0.1"]) as server:
        done = asyncio.run_coroutine_threadsafe(wait(), loop)
        await asyncio.to_thread(script, url_of(server))
    assert told.is_set()
