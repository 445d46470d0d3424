"""A station that waits instead of awaiting."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from queue import Queue
from typing import Any

import pytest

from ocpp_messages import v16, v21
from ocpp_rpc import (
    BackOff,
    CallTimeout,
    CannotSend,
    Connection,
    HandshakeFailed,
    Server,
    sync,
)
from tests.rpc.served import ACCEPTED, HOST, MOMENT, SOFT, heartbeats, url_of

BEAT = v16.HeartbeatRequest()


class BackOffice:
    """A server in a thread of its own."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        self.server = self.run(self._start())

    async def _start(self) -> Server:
        server = Server(heartbeats(), versions=["1.6", "2.1"])
        await server.listen(HOST)
        return server

    def run(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(10)

    def stop(self) -> None:
        self.run(self.server.close())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()


@pytest.fixture
def office() -> Iterator[BackOffice]:
    office = BackOffice()
    yield office
    office.stop()
    assert threading.active_count() == 1


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
        with pytest.raises(CannotSend):
            cp.call(v16.ClearCacheRequest())
        with pytest.raises(CallTimeout):
            cp.call(BEAT, total_timeout=0)
    with (
        pytest.raises(HandshakeFailed),
        sync.connect("ws://127.0.0.1:1", "CP001", versions=["1.6"]),
    ):
        pass


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
        assert cp.closed


def test_messages_without_an_answer(office: BackOffice) -> None:
    element = v21.StreamDataElementType(t=0, v="1")
    message = v21.NotifyPeriodicEventStream(
        data=[element], id=1, pending=0, basetime=MOMENT
    )
    with sync.connect(url_of(office.server), "CP001", versions=["2.1"]) as cp:
        cp.send(message)


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
