"""What is used in another event loop or thread says so at once, and does not hang."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import pytest

from ocpp_messages import v16, v21
from ocpp_rpc import Changes, Connection, Limits, Server, Station
from ocpp_rpc.connection.event_loop import check_loop
from ocpp_rpc.testing import pair
from tests.back_office.admitted import enter
from tests.station.test_station import station
from tests.support.network import Network, settled
from tests.support.scripted import ASK, spin

TEXT: Final = "asyncio.run_coroutine_threadsafe"
BEAT: Final = v16.HeartbeatRequest()
STREAM: Final = v21.NotifyPeriodicEventStream(
    id=1,
    pending=0,
    basetime=datetime(2026, 1, 31, 12, tzinfo=UTC),
    data=[v21.StreamDataElementType(t=1.0, v="x")],
)


@dataclass(frozen=True)
class World:
    """One of each of what belongs to an event loop."""

    connection: Connection
    station: Station
    unconnected: Station
    server: Server
    changes: Changes


@asynccontextmanager
async def running() -> AsyncGenerator[World, None]:
    async with (
        pair(version="2.1") as (connection, _),
        station(Network()) as connected,
        station(Network([None] * 100)) as unconnected,
        Server(None, versions=["1.6"]) as server,
    ):
        await settled()
        changes = server.connections.changes()
        yield World(connection, connected, unconnected, server, changes)


Use = Callable[[World], Any]

AWAITED: Final[dict[str, Use]] = {
    "Connection.call": lambda w: w.connection.call(ASK, timeout=0.01),
    "Connection.send": lambda w: w.connection.send(STREAM),
    "Connection.close": lambda w: w.connection.close(timeout=0.01),
    "Connection.wait_closed": lambda w: w.connection.wait_closed(),
    "Station.call": lambda w: w.station.call(BEAT),
    "Station.send": lambda w: w.station.send(STREAM),
    "Station.wait_connected": lambda w: w.station.wait_connected(1),
    "an unconnected Station.call": lambda w: w.unconnected.call(BEAT),
    "an unconnected Station.send": lambda w: w.unconnected.send(STREAM),
    "an unconnected Station.wait_connected": lambda w: w.unconnected.wait_connected(1),
    "Connections.wait_for": lambda w: w.server.connections.wait_for("A"),
    "Changes": lambda w: anext(w.changes),
    "Connection.run": lambda w: w.connection.run(),
    "Station.__aexit__": lambda w: w.station.__aexit__(None, None, None),
    "Server.close": lambda w: w.server.close(),
    "Server.listen": lambda w: w.server.listen("127.0.0.1"),
}
PLAIN: Final[dict[str, Use]] = {
    "Connection.abort": lambda w: w.connection.abort(),
    "Connection.set_handler": lambda w: w.connection.set_handler(None),
    "Connection.fail_calls": lambda w: w.connection.fail_calls(1006, ""),
    "Connection.start": lambda w: w.connection.start(),
    "Connection.keep_alive": lambda w: w.connection.keep_alive(1),
    "Connection.on_close": lambda w: w.connection.on_close(print),
    "Connection.limits": lambda w: setattr(w.connection, "limits", Limits()),
    "Connections.changes": lambda w: w.server.connections.changes(),
}


async def used(use: Use, world: World) -> None:
    """Use something in the event loop that runs."""
    result = use(world)
    if result is not None:
        await result


@pytest.mark.parametrize("use", (AWAITED | PLAIN).values(), ids=AWAITED | PLAIN)
async def test_in_another_event_loop(use: Use) -> None:
    async with running() as world:
        with pytest.raises(RuntimeError, match=TEXT):
            await asyncio.to_thread(asyncio.run, used(use, world))
        assert not world.connection.closed
        assert world.connection.limits == Limits()


@pytest.mark.parametrize("use", PLAIN.values(), ids=PLAIN)
async def test_in_a_thread_without_a_loop(use: Use) -> None:
    async with running() as world:
        with pytest.raises(RuntimeError, match="call_soon_threadsafe"):
            await asyncio.to_thread(use, world)


async def test_what_the_text_says_works() -> None:
    async with running() as world:
        loop = asyncio.get_running_loop()

        def wait() -> Connection:
            found = world.server.connections.wait_for("A")
            return asyncio.run_coroutine_threadsafe(found, loop).result()

        waiting = asyncio.create_task(asyncio.to_thread(wait))
        await spin()
        await enter(world.server, "A")
        assert (await waiting).identity == "A"
        loop.call_soon_threadsafe(world.connection.abort)
        await world.connection.wait_closed()


def test_nothing_is_refused_before_there_is_a_loop() -> None:
    check_loop(None)
