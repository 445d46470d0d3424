"""A station that waits instead of awaiting."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from queue import Queue
from typing import Any, cast

import pytest

from ocpp_messages import FIELD, LENIENT, v16, v21
from ocpp_rpc import (
    BackOff,
    CallTimeout,
    CannotSend,
    Connection,
    ConnectionClosed,
    ErrorCode,
    HandshakeFailed,
    Limits,
    OcppError,
    Router,
    Server,
    sync,
)
from ocpp_rpc.protocol.events import Closed
from ocpp_rpc.protocol.tolerances import tolerances_of
from ocpp_rpc.security import StationBootGuard
from tests.security.boot.boots import boot as boot_of
from tests.support.records import whose
from tests.support.served import ACCEPTED, HOST, MOMENT, SOFT, heartbeats, url_of

BEAT = v16.HeartbeatRequest()


class BackOffice:
    """A server in a thread of its own."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.streamed: Queue[object] = Queue()
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        self.server = self.run(self._start())

    async def _start(self) -> Server:
        self.routes = heartbeats()
        self.routes.add(v21.NotifyPeriodicEventStream, self.streamed.put)
        server = Server(self._handler, versions=["1.6", "2.1"])
        await server.listen(HOST)
        return server

    def _handler(self, connection: Connection) -> Router:
        return self.routes

    def run(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(10)

    def stop(self) -> None:
        self.run(self.server.close())
        self.run(self.loop.shutdown_default_executor())  # it has resolved the host
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()


@pytest.fixture
def office() -> Iterator[BackOffice]:
    office = BackOffice()
    yield office
    office.stop()
    assert [t.name for t in threading.enumerate()] == ["MainThread"]


def test_a_call(office: BackOffice) -> None:
    with sync.connect(url_of(office.server), "CP001", versions=["1.6"]) as cp:
        assert (cp.identity, cp.version, cp.role) == ("CP001", "1.6", "ChargePoint")
        assert cp.package is v16
        assert cp.call(BEAT).current_time == MOMENT
        assert not cp.closed
        assert cp.end is None
        assert repr(cp) == "<Connection 'CP001' OCPP 1.6 ChargePoint open>"
    assert cp.closed
    assert cp.end is not None
    assert cp.end.code == 1000


def test_errors_are_those_of_a_connection(office: BackOffice) -> None:
    with sync.connect(url_of(office.server), "CP001", versions=["1.6"]) as cp:
        other = cast(Any, v16.ClearCacheRequest())
        with pytest.raises(CannotSend):
            cp.call(other)
        with pytest.raises(CallTimeout):
            cp.call(BEAT, total_timeout=0)
    with (
        pytest.raises(HandshakeFailed),
        sync.connect("ws://127.0.0.1:1", "CP001", versions=["1.6"]),
    ):
        pass


def test_the_tolerance_of_a_call(office: BackOffice) -> None:
    odd, _ = LENIENT.from_jsonable(
        v16.DataTransferRequest, {"vendorId": "Acme", "colour": "red"}
    )
    with sync.connect(url_of(office.server), "CP001", versions=["1.6"]) as cp:
        with pytest.raises(CannotSend, match=r"\$\.colour"):
            cp.call(odd)
        with pytest.raises(OcppError) as refused:  # by the other side: it was sent
            cp.call(odd, tolerance=FIELD)
        assert refused.value.code is ErrorCode.FORMAT_VIOLATION


def test_the_tolerance_of_a_message_without_an_answer(office: BackOffice) -> None:
    message = v21.NotifyPeriodicEventStream(
        data=[v21.StreamDataElementType(t=0, v="1")], id=1, pending=0, basetime=MOMENT
    )
    value = {**v21.to_jsonable(message), "colour": "red"}
    odd, _ = LENIENT.from_jsonable(v21.NotifyPeriodicEventStream, value)
    with sync.connect(url_of(office.server), "CP001", versions=["2.1"]) as cp:
        with pytest.raises(CannotSend, match=r"\$\.colour"):
            cp.send(odd)
        cp.send(odd, tolerance=FIELD)


def test_handlers_run_while_the_program_waits(office: BackOffice) -> None:
    asked: Queue[object] = Queue()

    def reset(request: v16.ResetRequest, _: Connection) -> v16.ResetResponse:
        asked.put(request)
        return ACCEPTED

    url = url_of(office.server)
    with sync.connect(url, "CP001", versions=["1.6"]) as cp:
        cp.set_handler(reset)
        connection = office.run(office.server.connections.wait_for("CP001"))
        assert office.run(connection.call(SOFT)) == ACCEPTED
        assert asked.get(timeout=10) == SOFT
        assert cp.wait_closed(timeout=0.01) is False
        office.run(connection.close(1001, "bye"))
        assert cp.wait_closed() is True
        assert cp.end is not None
        assert cp.end.reason == "bye"


def test_closing(office: BackOffice) -> None:
    url = url_of(office.server)
    with sync.connect(url, "CP001", versions=["1.6"]) as cp:
        cp.keep_alive(None)
        cp.close(4000, "enough")
        assert cp.end is not None
        assert (cp.end.code, cp.end.reason) == (4000, "enough")
    with sync.connect(url, "CP001", versions=["1.6"]) as cp:
        cp.abort()
        assert cp.end == Closed(1006, "")
    with sync.connect(url, "CP001", versions=["1.6"]) as cp:
        cp.abort(4000, "enough")
        assert cp.end == Closed(4000, "enough")


def test_closing_within_a_time(office: BackOffice) -> None:
    entered, over = threading.Event(), asyncio.Event()

    async def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        entered.set()
        await over.wait()
        raise AssertionError

    url = url_of(office.server)
    with sync.connect(url, "CP001", versions=["1.6"], handler=reset) as cp:
        connection = office.run(office.server.connections.wait_for("CP001"))
        call = asyncio.run_coroutine_threadsafe(connection.call(SOFT), office.loop)
        assert entered.wait(10)
        cp.close(4000, "enough", timeout=0.01)  # not the 10 s of `close_timeout`
        assert cp.end == Closed(4000, "enough")
        with pytest.raises(ConnectionClosed) as lost:
            call.result(10)
        assert lost.value.code == 1006  # it was cut


def test_messages_without_an_answer(office: BackOffice) -> None:
    element = v21.StreamDataElementType(t=0, v="1")
    message = v21.NotifyPeriodicEventStream(
        data=[element], id=1, pending=0, basetime=MOMENT
    )
    with sync.connect(url_of(office.server), "CP001", versions=["2.1"]) as cp:
        cp.send(message)
        assert office.streamed.get(timeout=10) == message
    assert office.streamed.empty()


def test_connecting_again(office: BackOffice) -> None:
    connecting = sync.connect(
        url_of(office.server),
        "CP001",
        versions=["1.6"],
        back_off=BackOff(retry_back_off_wait_minimum=0, retry_back_off_random_range=0),
    )
    seen: list[sync.Connection] = []
    for cp in connecting:
        assert cp.call(BEAT).current_time == MOMENT
        seen.append(cp)
        if len(seen) == 2:
            break
        cp.abort()
    assert [each.closed for each in seen] == [True, True]


def test_it_has_what_a_connection_has() -> None:
    def public(cls: type) -> set[str]:
        return {name for name in vars(cls) if not name.startswith("_")}

    # what `connect`, `serve` and guards use
    inner = {
        "exempt_current_task",
        "fail_calls",
        "guard",
        "run",
        "start",
    }
    assert public(Connection) - inner <= public(sync.Connection)


def test_what_may_be_changed(office: BackOffice) -> None:
    ends: list[Connection] = []
    with sync.connect(url_of(office.server), "CP001", versions=["1.6"]) as cp:
        assert cp.peer.address == (HOST, office.server.port)
        cp.limits = Limits(max_waiting=0)
        assert cp.limits.max_waiting == 0
        cp.tolerance = FIELD
        assert cp.tolerance == tolerances_of(FIELD)
        with pytest.raises(ValueError, match="must not be negative"):
            cp.keep_alive(-1)
        cp.on_close(ends.append)
    assert [each.identity for each in ends] == ["CP001"]


def test_after_the_block(office: BackOffice) -> None:
    with sync.connect(url_of(office.server), "CP001", versions=["1.6"]) as cp:
        pass
    cp.keep_alive(1)
    cp.close()
    cp.abort()
    assert cp.wait_closed()
    with pytest.raises(ConnectionClosed):
        cp.call(BEAT)


def test_a_handler_does_not_wait_for_itself(office: BackOffice) -> None:
    errors: Queue[RuntimeError] = Queue()

    def reset(_: v16.ResetRequest, __: Connection) -> v16.ResetResponse:
        with pytest.raises(RuntimeError, match="that it gets as an argument") as caught:
            cp.call(BEAT)
        errors.put(caught.value)
        return ACCEPTED

    url = url_of(office.server)
    with sync.connect(url, "CP001", versions=["1.6"], handler=reset) as cp:
        connection = office.run(office.server.connections.wait_for("CP001"))
        assert office.run(connection.call(SOFT)) == ACCEPTED
    assert errors.qsize() == 1


class Interrupting:
    """A library in which Ctrl-C is pressed while it connects; it has to tidy up."""

    def __init__(self) -> None:
        self.tidy = False

    async def dial(self, *_: Any, **__: Any) -> Any:
        main = threading.main_thread().ident
        assert main is not None
        try:
            signal.pthread_kill(main, signal.SIGINT)
            await asyncio.Event().wait()
        finally:
            for _turn in range(10):
                await asyncio.sleep(0)
            self.tidy = True

    listen = dial


@contextmanager
def interrupted(library: Interrupting) -> Generator[sync.Connecting]:
    # Programs in the background of a shell ignore it.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with pytest.raises(KeyboardInterrupt):
        yield sync.connect("ws://h", "CP001", versions=["1.6"], transport=library)
    signal.signal(signal.SIGINT, before)
    assert library.tidy
    assert [t.name for t in threading.enumerate()] == ["MainThread"]


def test_an_interrupted_context_manager() -> None:
    with interrupted(Interrupting()) as connecting, connecting:
        pass


def test_an_interrupted_iterator() -> None:
    with interrupted(Interrupting()) as connecting:
        for _ in connecting:
            pass


# --- Booting --------------------------------------------------------------------------

QUICK = BackOff(retry_back_off_wait_minimum=0, retry_back_off_random_range=0)
BOOT = v16.BootNotificationRequest(charge_point_vendor="Acme", charge_point_model="X1")


def booted(office: BackOffice, *statuses: str) -> Queue[str]:
    """Have boots answered with these statuses; return what comes in."""
    came, answers = Queue[str](), iter(statuses)
    routes = Router()

    @routes.on(v16.BootNotificationRequest)
    def boot(
        _: v16.BootNotificationRequest, connection: Connection
    ) -> v16.BootNotificationResponse:
        came.put("boot")
        status = next(answers)
        if status == "lost":
            connection.abort()
        return v16.BootNotificationResponse(
            current_time=MOMENT,
            interval=1,
            status=v16.RegistrationStatus("Accepted" if status == "lost" else status),
        )

    @routes.on(v16.HeartbeatRequest)
    def beat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        came.put("beat")
        return v16.HeartbeatResponse(current_time=MOMENT)

    office.routes = routes
    return came


def test_a_boot_and_heartbeats_behind_it(office: BackOffice) -> None:
    came = booted(office, "Pending", "Accepted")
    source = sync.connect(
        url_of(office.server), "CP001", versions=["1.6"], back_off=QUICK
    )
    for lives, cp in enumerate(source, 1):
        cp.boot(BOOT)
        assert cp.call(BEAT).current_time == MOMENT
        if lives == 2:
            break
        assert [came.get(timeout=10) for _ in range(4)] == ["boot"] * 2 + ["beat"] * 2
        cp.abort()
    assert came.get(timeout=10) == "beat"  # and no boot on the second connection


def test_a_boot_that_loses_its_connection(office: BackOffice) -> None:
    came = booted(office, "lost")
    source = sync.connect(url_of(office.server), "CP001", versions=["1.6"])
    with source as cp, pytest.raises(ConnectionClosed):
        cp.boot(BOOT)
    assert came.get() == "boot"


def test_a_boot_that_cannot_be_sent(office: BackOffice) -> None:
    booted(office)
    source = sync.connect(url_of(office.server), "CP001", versions=["1.6"])
    with source as cp, pytest.raises(CannotSend):
        cp.boot(boot_of("2.0.1"))


def test_a_boot_that_is_interrupted(office: BackOffice) -> None:
    came, main = booted(office, *["Rejected"] * 9), threading.get_ident()

    def interrupt() -> None:
        came.get(timeout=10)
        signal.pthread_kill(main, signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with sync.connect(url_of(office.server), "CP001", versions=["1.6"]) as cp:
            thread.start()
            with pytest.raises(KeyboardInterrupt):
                cp.boot(BOOT)
    finally:
        signal.signal(signal.SIGINT, before)
        thread.join()
    assert cp.closed


def test_a_later_boot_that_cannot_be_sent(
    office: BackOffice, caplog: pytest.LogCaptureFixture
) -> None:
    booted(office, "Accepted")
    guard, routes, requests = StationBootGuard(), Router(), iter([BOOT, boot_of("2.1")])

    @routes.on(v16.ResetRequest)
    def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        guard.restart()
        return ACCEPTED

    url, handler = url_of(office.server), guard.around(routes)
    with sync.connect(url, "CP001", versions=["1.6"], handler=handler) as cp:
        cp.boot(lambda _: next(requests))
        connection = office.server.connections["CP001"]
        assert office.run(connection.call(SOFT)) == ACCEPTED
    assert whose(caplog, "'CP001': sending BootNotification again failed") == {
        ("CP001", "1.6")
    }
