"""Pings, and what comes of them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from types import SimpleNamespace
from typing import Any

import pytest

from ocpp_messages import load
from ocpp_rpc import Connection, Settings, WebSocketSettings
from ocpp_rpc.connection.keepalive import Keepalive
from ocpp_rpc.connection.reading import Arrivals
from ocpp_rpc.testing import VirtualClock, pair
from ocpp_rpc.transports import PingPolicy, TransportClosed
from ocpp_rpc.transports.memory import Line, MemoryTransport
from tests.support.records import whose
from tests.support.scripted import ask, back_office, spin


class Pinged:
    """A transport that notes when it is pinged, and answers when told to."""

    def __init__(self, clock: VirtualClock) -> None:
        self.peer = None
        self.controls = 0
        self.times: list[float] = []
        self.outcomes: deque[bool | Exception] = deque()
        self.waiting = 0
        self._clock = clock
        self._pong = asyncio.Event()

    async def ping(self) -> bool:
        self.times.append(self._clock.time())
        self.waiting += 1
        try:
            while not self.outcomes:
                self._pong.clear()
                await self._pong.wait()
        finally:
            self.waiting -= 1
        outcome = self.outcomes.popleft()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def pong(self, outcome: bool | Exception = True) -> None:
        self.outcomes.append(outcome)
        self._pong.set()


class Kept:
    """A keepalive, with everything around it."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.transport = Pinged(self.clock)
        self.broken: list[str] = []
        self.arrivals = Arrivals(self.clock.time)
        ground: Any = SimpleNamespace(
            identity="CP001",
            session=SimpleNamespace(package=load("1.6")),
            transport=self.transport,
            clock=self.clock,
        )
        self.keepalive = Keepalive(ground, self.broken.append, lambda: self.arrivals)

    async def advance(self, seconds: float) -> None:
        self.clock.advance(seconds)
        await spin(5)

    async def pong(self, outcome: bool | Exception = True) -> None:
        self.transport.pong(outcome)
        await spin(5)


@pytest.fixture
async def kept() -> AsyncGenerator[Kept]:
    kept = Kept()
    yield kept
    kept.keepalive.stop()


async def test_a_ping_at_an_interval_after_each_pong(kept: Kept) -> None:
    kept.keepalive.start(20, 5)
    await kept.advance(19.9)
    assert kept.transport.times == []
    await kept.advance(0.1)
    assert kept.transport.times == [20]
    await kept.advance(4.9)
    await kept.pong()
    await kept.advance(19.9)
    assert kept.transport.times == [20]
    await kept.advance(0.1)
    assert kept.transport.times == [20, 44.9]
    await kept.pong()
    await kept.advance(20)
    assert len(kept.transport.times) == 3
    assert kept.broken == []


async def test_a_pong_that_is_overdue(kept: Kept) -> None:
    kept.keepalive.start(20, 2.5)
    await kept.advance(20)
    await kept.advance(2.4)
    assert kept.broken == []
    await kept.advance(0.1)
    assert kept.broken == ["no pong within 2.5 s"]
    assert kept.transport.waiting == 0
    await kept.advance(1000)
    assert (kept.transport.times, kept.broken) == ([20], ["no pong within 2.5 s"])


async def test_a_pong_may_take_for_ever(kept: Kept) -> None:
    kept.keepalive.start(20, None)
    await kept.advance(20)
    await kept.advance(100_000)
    assert kept.broken == []
    await kept.pong()
    await kept.advance(20)
    assert len(kept.transport.times) == 2


@pytest.mark.parametrize(("interval", "timeout"), [(-1, None), (None, -1), (-0.1, 5)])
def test_times_that_are_negative(
    kept: Kept, interval: float | None, timeout: float | None
) -> None:
    with pytest.raises(ValueError, match="negative"):
        kept.keepalive.start(interval, timeout)
    with pytest.raises(ValueError, match="negative"):
        WebSocketSettings(ping_interval=interval, ping_timeout=timeout)


@pytest.mark.parametrize("interval", [None, 0])
async def test_no_pings(kept: Kept, interval: float | None) -> None:
    kept.keepalive.start(interval, 5)
    await kept.advance(100_000)
    assert (kept.transport.times, kept.broken) == ([], [])


async def test_a_transport_that_cannot(kept: Kept) -> None:
    kept.keepalive.start(20, 5)
    await kept.advance(20)
    await kept.pong(False)
    await kept.advance(100_000)
    assert (kept.transport.times, kept.broken) == ([20], [])


async def test_a_transport_that_is_closed(kept: Kept) -> None:
    kept.keepalive.start(20, 5)
    await kept.advance(20)
    await kept.pong(TransportClosed())
    await kept.advance(100_000)
    assert (kept.transport.times, kept.broken) == ([20], [])


async def test_a_ping_that_fails(kept: Kept, caplog: pytest.LogCaptureFixture) -> None:
    kept.keepalive.start(20, 5)
    await kept.advance(20)
    await kept.pong(RuntimeError("no ping"))
    assert kept.broken == ["a ping failed"]
    assert "no ping" in caplog.text
    assert whose(caplog, "a ping failed") == {("CP001", "1.6")}
    await kept.advance(100_000)
    assert (kept.transport.times, kept.broken) == ([20], ["a ping failed"])


async def test_another_interval_while_nothing_is_under_way(kept: Kept) -> None:
    kept.keepalive.start(20, 5)
    await kept.advance(19)
    kept.keepalive.start(3, 5)
    await kept.advance(2.9)
    assert kept.transport.times == []
    await kept.advance(0.1)
    assert kept.transport.times == [22]


async def test_another_interval_while_a_ping_is_under_way(kept: Kept) -> None:
    kept.keepalive.start(20, 5)
    await kept.advance(20)
    kept.keepalive.start(10, 1)
    await spin(5)
    assert kept.transport.waiting == 0
    await kept.advance(10)
    assert kept.transport.times == [20, 30]
    await kept.pong()
    kept.keepalive.start(None, None)
    await kept.advance(100_000)
    assert (kept.transport.times, kept.broken) == ([20, 30], [])


@pytest.mark.parametrize("moment", [0, 20, 22])
async def test_stopping(kept: Kept, moment: float) -> None:
    kept.keepalive.start(20, 5)
    await kept.advance(moment)
    kept.keepalive.stop()
    kept.keepalive.stop()
    await spin(5)
    assert kept.transport.waiting == 0
    seen = len(kept.transport.times)
    await kept.advance(100_000)
    assert (len(kept.transport.times), kept.broken) == (seen, [])


# --- Chargers that answer no pings ----------------------------------------------------


@pytest.mark.parametrize("sign", ["message", "ping or pong"])
async def test_whatever_comes_is_life(kept: Kept, sign: str) -> None:
    kept.keepalive.start(20, 30, "any")
    await kept.advance(20)
    for moment in (50, 80, 110):
        await kept.advance(1)
        if sign == "message":
            kept.arrivals()
        else:
            kept.transport.controls += 1
        await kept.advance(28.9)
        assert kept.broken == []
        await kept.advance(0.1)  # it is looked at, and pinged again
        assert kept.transport.times[-1] == moment
        assert kept.transport.waiting == 1  # the ping before is given up
    await kept.advance(30)
    assert kept.broken == ["no sign of life within 30 s"]
    await kept.advance(1000)
    assert len(kept.broken) == 1


async def test_the_interval_is_kept_whatever_comes(kept: Kept) -> None:
    kept.keepalive.start(20, 5, "any")
    await kept.advance(20)
    kept.arrivals()
    await kept.advance(5)
    await kept.advance(14.9)
    assert kept.transport.times == [20]
    await kept.advance(0.1)
    assert kept.transport.times == [20, 40]


async def test_what_came_before_the_ping_is_no_life(kept: Kept) -> None:
    kept.keepalive.start(20, 5, "any")
    kept.arrivals()
    await kept.advance(20)
    await kept.advance(5)
    assert kept.broken == ["no sign of life within 5 s"]


async def test_pongs_count_as_ever_if_anything_does(kept: Kept) -> None:
    kept.keepalive.start(20, 5, "any")
    await kept.advance(20)
    await kept.pong()
    await kept.advance(20)
    assert kept.transport.times == [20, 40]
    await kept.advance(5)
    assert kept.broken == ["no sign of life within 5 s"]


@pytest.mark.parametrize(("policy", "patience"), [("none", 5), ("any", None)])
async def test_pings_that_are_not_judged(
    kept: Kept, policy: PingPolicy, patience: float | None
) -> None:
    kept.keepalive.start(20, patience, policy)
    for count in (1, 2, 3):
        await kept.advance(20)
        assert len(kept.transport.times) == count
        assert kept.transport.waiting == 1
    await kept.pong()  # one that answers all the same
    await kept.advance(20)
    assert kept.transport.times == [20, 40, 60, 80]
    await kept.pong(TransportClosed())
    await kept.advance(1000)
    assert (len(kept.transport.times), kept.broken) == (4, [])


@pytest.mark.parametrize("sign", [True, False])
async def test_messages_are_no_pongs_by_default(kept: Kept, *, sign: bool) -> None:
    kept.keepalive.start(20, 5)
    await kept.advance(20)
    if sign:
        kept.arrivals()
        kept.transport.controls += 1
    await kept.advance(5)
    assert kept.broken == ["no pong within 5 s"]


async def test_another_interval_keeps_the_policy(kept: Kept) -> None:
    kept.keepalive.start(20, 5, "none")
    kept.keepalive.start(30, 5)
    assert kept.keepalive.policy == "none"
    await kept.advance(30)
    await kept.advance(1000)
    assert kept.broken == []


def test_a_policy_that_there_is_not(kept: Kept) -> None:
    with pytest.raises(ValueError, match="ping_policy must be one of"):
        kept.keepalive.start(20, 5, "perhaps")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not 'perhaps'"):
        WebSocketSettings(ping_policy="perhaps")  # type: ignore[arg-type]


# --- In a connection ------------------------------------------------------------------


async def test_a_charger_that_answers_no_ping_but_calls() -> None:
    clock, package = VirtualClock(), load("1.6")
    line = Line(MemoryTransport(), MemoryTransport())
    connection = Connection(
        line.ends[0], package, package.BACK_OFFICE, settings=Settings(clock=clock)
    )

    async def unanswered() -> bool:
        await asyncio.Event().wait()
        return True

    connection.keepalive._transport.ping = unanswered  # type: ignore[method-assign]
    connection.keep_alive(20, 20, "any")
    connection.start()
    for _ in range(10):
        await line.ends[1].send('[2,"1","Heartbeat",{}]')
        clock.advance(15)
        await spin(5)
    assert not connection.closed
    clock.advance(40)
    await spin(5)
    clock.advance(20)
    await connection.wait_closed()
    assert connection.end is not None
    assert connection.end.reason == "no sign of life within 20 s"


async def test_messages_are_counted_only_where_somebody_asks() -> None:
    async with back_office() as peer:
        connection: Any = peer.connection
        reader = connection._reader
        await ask(peer)
        await peer.recv()
        assert not isinstance(reader._now, Arrivals)
        peer.connection.keep_alive(20, 20, "any")
        peer.connection.keep_alive(20, 20, "any")
        await ask(peer, "2")
        await peer.recv()
        assert reader.watch().count == 1


async def test_a_peer_that_is_gone() -> None:
    clock, package = VirtualClock(), load("1.6")
    line = Line(MemoryTransport(), MemoryTransport())
    line.silent = True
    connection = Connection(
        line.ends[0],
        package,
        package.BACK_OFFICE,
        settings=Settings(clock=clock),
    )
    connection.start()
    connection.keep_alive(20, 10)
    before = len(asyncio.all_tasks())
    clock.advance(20)
    await spin(5)
    assert len(asyncio.all_tasks()) == before + 1
    clock.advance(10)
    await connection.wait_closed()
    assert connection.end is not None
    assert (connection.end.code, connection.end.reason) == (1006, "no pong within 10 s")
    await spin(5)
    assert len(asyncio.all_tasks()) == 1
    connection.keep_alive(1)
    clock.advance(1000)
    await spin(5)
    assert len(asyncio.all_tasks()) == 1


async def test_a_peer_that_is_there() -> None:
    clock = VirtualClock()
    async with pair(version="1.6", settings=Settings(clock=clock)) as (station, _):
        station.keep_alive(20, 10)
        for _ in range(5):
            clock.advance(20)
            await spin(5)
        assert not station.closed


async def test_closing_ends_the_pings() -> None:
    clock = VirtualClock()
    async with pair(version="1.6", settings=Settings(clock=clock)) as (station, _):
        station.keep_alive(20, 10)
    clock.advance(1000)
    await spin(5)
    assert len(asyncio.all_tasks()) == 1
