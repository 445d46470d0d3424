"""Closing at a rate: how connections end so that a restart is no storm."""

from __future__ import annotations

import asyncio
import math
from bisect import bisect_left
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import Any, Final

import pytest

from ocpp_rpc import (
    Connection,
    HandshakeFailed,
    Server,
    ServerSettings,
    Settings,
    connect,
    serve,
)
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports import HandshakeRequest, HttpAnswer, Peer
from tests.back_office.admitted import admitted, enter, open_door, refused
from tests.support.scripted import ASK, Gate, accept, ask, spin, told, transfers
from tests.support.served import HOST, url_of

CROWD: Final = 1000


@asynccontextmanager
async def timed(
    handler: Any = None, **rules: Any
) -> AsyncGenerator[tuple[Server, VirtualClock], None]:
    """A server by a clock of its own, at the end of which no timer is left."""
    clock = VirtualClock()
    async with Server(
        handler,
        versions=["1.6"],
        settings=Settings(clock=clock),
        server=ServerSettings(**rules),
    ) as server:
        yield server, clock
    assert clock.timers == 0


def ends_of(stations: Sequence[Connection], clock: VirtualClock) -> list[float]:
    """Return when they are closed, as it happens."""
    ends: list[float] = []
    for station in stations:
        station.on_close(lambda _: ends.append(clock.time()))
    return ends


def most_within(seconds: float, moments: Sequence[float]) -> int:
    """Return how many moments the fullest window of a length has."""
    times = sorted(moments)
    return max(
        bisect_left(times, begin + seconds) - number
        for number, begin in enumerate(times)
    )


def codes_of(stations: Sequence[Connection]) -> set[tuple[int, str]]:
    return {(each.end.code, each.end.reason) for each in stations if each.end}


# --- The rate -------------------------------------------------------------------------


async def test_at_no_moment_more_than_the_rate() -> None:
    """A thousand connections over 50 s: 20 a second, and no gaps either."""
    async with timed() as (server, clock):
        stations = [await enter(server, f"CP{number:04}") for number in range(CROWD)]
        ends = ends_of(stations, clock)
        await clock.until(server.close(spread=50))
    assert len(ends) == CROWD
    assert all(0 <= end <= 50 for end in ends)
    per_second = [
        sum(second <= end < second + 1 for end in ends) for second in range(50)
    ]
    assert per_second == [20] * 50
    # A window that does not begin with a slot cuts one at each end.
    assert most_within(1, ends) <= 21
    assert most_within(0.05, ends) <= 2
    gaps = {round(after - before, 4) for before, after in pairwise(ends)}
    assert len(gaps) > CROWD / 4  # there is jitter
    assert codes_of(stations) == {(1012, "the server restarts")}


async def test_they_go_in_no_order() -> None:
    async with timed() as (server, clock):
        names = [f"CP{number:02}" for number in range(30)]
        stations = [await enter(server, name) for name in names]
        left: list[str] = []
        for each in stations:
            each.on_close(lambda connection: left.append(connection.identity))
        await clock.until(server.close(spread=3))
    assert left != names
    assert sorted(left) == names


async def test_the_code_and_the_reason_of_choice() -> None:
    async with timed() as (server, clock):
        station = await enter(server)
        await clock.until(server.close(4000, "moved", spread=3))
    assert codes_of([station]) == {(4000, "moved")}


@pytest.mark.parametrize("spread", [-1, math.inf, math.nan])
async def test_a_spread_that_is_none(spread: float) -> None:
    async with timed() as (server, _):
        station = await enter(server)
        with pytest.raises(ValueError, match="spread"):
            await server.close(spread=spread)
        assert not station.closed
        await enter(server, "CP002")


# --- Meanwhile ------------------------------------------------------------------------


async def test_who_waits_for_its_turn_is_served() -> None:
    async with timed(transfers(accept)) as (server, clock):
        stations = [await enter(server, f"CP{number}") for number in range(10)]
        closing = asyncio.create_task(server.close(spread=100))
        await clock.pass_time(50)
        left = [each for each in stations if not each.closed]
        assert 3 < len(left) < 7
        for each in left:
            assert (await each.call(ASK)).status == "Accepted"
        await clock.until(closing)
    assert all(each.closed for each in stations)


async def test_a_call_that_was_accepted_is_answered_first() -> None:
    gate = Gate()
    async with timed(transfers(gate.handler)) as (server, clock):
        station = open_door(await admitted(server))
        await ask(station)
        await gate.reached.wait()
        closing = asyncio.create_task(server.close(spread=5))
        await clock.pass_time(6)
        assert not closing.done()
        gate.opened.set()
        assert await told(station) == [3, "1", {"status": "Accepted"}]
        await clock.until(closing)


async def test_who_connects_meanwhile_is_told_when_to_come_again() -> None:
    """After the last turn, and spread over as long again."""
    async with timed(retry_after=30, health_path="/health") as (server, clock):
        await enter(server)
        closing = asyncio.create_task(server.close(spread=100))
        await spin()
        for passed in (0, 40):
            clock.advance(passed)
            later = [await refused(server, "new") for _ in range(200)]
            assert {each.status for each in later} == {503}
            times = [int(each.headers["Retry-After"]) for each in later]
            left = 100 - passed
            assert left <= min(times) < left + 20
            assert left + 80 < max(times) <= left + 100
            assert len(set(times)) > 50
        health = await server.admit(HandshakeRequest("/health", {}, Peer((HOST, 1))))
        assert isinstance(health, HttpAnswer)
        assert health.status == 503
        await clock.until(closing)


async def test_a_short_spread_spreads_over_the_usual_time() -> None:
    async with timed(retry_after=60) as (server, clock):
        await enter(server)
        closing = asyncio.create_task(server.close(spread=1))
        await spin()
        later = [await refused(server, "new") for _ in range(100)]
        times = [int(each.headers["Retry-After"]) for each in later]
        assert 40 < max(times) <= 61
        await clock.until(closing)


async def test_who_is_refused_by_a_server_that_stays() -> None:
    async with timed(retry_after=60) as (server, _):
        server.stop_admitting()
        later = [await refused(server, "new") for _ in range(100)]
        times = [int(each.headers["Retry-After"]) for each in later]
        assert min(times) < 20
        assert 40 < max(times) <= 60


async def test_a_station_that_goes_by_itself_leaves_no_gap_at_the_end() -> None:
    async with timed() as (server, clock):
        stations = [await enter(server, f"CP{number}") for number in range(4)]
        closing = asyncio.create_task(server.close(spread=1000))
        await spin()
        for each in stations:
            await each.close()
        await clock.pass_time(0)
        await closing
        assert clock.time() == 0
        assert codes_of(stations) == {(1000, "")}


async def test_nobody_is_there() -> None:
    async with timed() as (server, clock):
        await server.close(spread=1000)
        assert clock.time() == 0


# --- Ending it sooner -----------------------------------------------------------------


async def test_closing_again_without_a_spread_hurries() -> None:
    async with timed() as (server, clock):
        stations = [await enter(server, f"CP{number}") for number in range(10)]
        closing = asyncio.create_task(server.close(spread=1000))
        await clock.pass_time(0)
        again = asyncio.create_task(server.close(spread=5))
        await clock.pass_time(6)
        assert not again.done()  # that only waits
        await server.close()
        await asyncio.gather(closing, again)
        assert clock.time() == 6
    assert codes_of(stations) == {(1012, "the server restarts")}


async def test_leaving_the_block_hurries() -> None:
    async with timed() as (server, clock):
        stations = [await enter(server, f"CP{number}") for number in range(10)]
        closing = asyncio.create_task(server.close(spread=1000))
        await clock.pass_time(0)
    await closing
    assert clock.time() == 0
    assert all(each.closed for each in stations)


async def test_what_takes_too_long_after_the_last_turn_is_cut() -> None:
    gate = Gate()
    async with timed(transfers(gate.handler), drain_timeout=4) as (server, clock):
        station = open_door(await admitted(server))
        await ask(station)
        await gate.reached.wait()
        await clock.until(server.close(spread=5))
        assert clock.time() <= 9
        assert gate.cancelled.is_set()


# --- Over the network -----------------------------------------------------------------


@pytest.mark.parametrize(
    "transport", ["websockets", "websockets-asyncio", "aiohttp", "picows"]
)
async def test_over_each_listener(transport: str) -> None:
    """They stay for their time, and the listener answers others until the last turn."""
    async with serve(None, HOST, versions=["1.6"], transport=transport) as server:
        url = url_of(server)
        async with connect(url, "CP001", versions=["1.6"]) as station:
            closing = asyncio.create_task(server.close(spread=60))
            await spin()
            with pytest.raises(HandshakeFailed) as raised:
                async with connect(url, "CP002", versions=["1.6"]):
                    pass
            assert raised.value.status == 503
            assert 60 <= (raised.value.retry_after or 0) <= 121
            assert not station.closed
            await server.close()
            await closing
            await station.wait_closed()
            assert codes_of([station]) == {(1012, "the server restarts")}
        with pytest.raises(HandshakeFailed) as raised:
            async with connect(url, "CP002", versions=["1.6"]):
                pass
        assert raised.value.status is None
