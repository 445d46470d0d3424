"""Stations that come and go, in any way, leave nothing behind, over any library.

`benchmarks/faults.py` does this, and worse, at length.
"""

from __future__ import annotations

import asyncio
import gc
import math
from collections.abc import Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import CallTimeout, Connection, Server, connect
from tests.support.served import ACCEPTED, SOFT, always, heartbeats
from tests.transports.adapters import Adapter, Address, over
from tests.transports.serving import serving
from tests.transports.wire import dialled, opened, request

ROUNDS = 7  # of seven ways
HEARTBEAT = v16.HeartbeatRequest()


@dataclass(frozen=True, slots=True)
class Place:
    """Where stations come and go."""

    adapter: Adapter
    server: Server
    address: Address

    def station(self, handler: Any = None) -> Any:
        host, port = self.address
        return connect(
            f"ws://{host}:{port}/ocpp",
            "CP001",
            versions=["1.6"],
            handler=handler,
            transport=self.adapter.client,
        )

    async def connection(self) -> Connection:
        return await self.server.connections.wait_for("CP001", 5)


async def station_closes(place: Place) -> None:
    async with place.station() as station:
        await station.call(HEARTBEAT)


async def station_aborts(place: Place) -> None:
    async with place.station(never) as station:
        connection = await place.connection()
        call = asyncio.create_task(connection.call(SOFT))
        await station.call(HEARTBEAT)
        station.abort()
        await asyncio.wait([call])
        assert call.exception() is not None


async def server_closes(place: Place) -> None:
    async with place.station() as station:
        await (await place.connection()).close()
        await station.wait_closed()


async def server_aborts(place: Place) -> None:
    async with place.station(never) as station:
        connection = await place.connection()
        call = asyncio.create_task(connection.call(SOFT))
        await station.call(HEARTBEAT)
        connection.abort()
        await asyncio.wait([call])
        assert call.exception() is not None


async def connecting_is_cancelled(place: Place) -> None:
    async def come() -> None:
        async with place.station() as station:
            await station.wait_closed()

    task = asyncio.create_task(come())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])


async def handshake_breaks_off(place: Place) -> None:
    async with dialled(place.address) as wire:
        wire.write(request()[:40])


async def network_resets(place: Place) -> None:
    async with opened(place.address) as wire:
        await place.connection()
        wire.reset()


async def never(_request: object) -> Any:
    await asyncio.Event().wait()


WAYS = (
    station_closes,
    station_aborts,
    server_closes,
    server_aborts,
    connecting_is_cancelled,
    handshake_breaks_off,
    network_resets,
)


def descriptors() -> dict[str, str]:
    """Return what is open, by number, where the system tells."""
    found: dict[str, str] = {}
    for each in Path("/dev/fd").iterdir():
        with suppress(OSError):  # that of the folder itself
            found[each.name] = str(each.readlink())
    return found


async def settled(tasks: Set[asyncio.Task[Any]], limit: float = math.inf) -> None:
    """Wait until there are no other tasks, nor more descriptors than that.

    What fails in the midst of an exception may hold its socket in a cycle, and end
    after the first collection.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + 5
    gc.collect()
    while (more := asyncio.all_tasks() - tasks) or len(descriptors()) > limit:
        assert loop.time() < end, f"left over: {more}, {descriptors()}"
        await asyncio.sleep(0)
        if not more:
            gc.collect()


@over("network", "abort")
async def test_nothing_is_left_behind(adapter: Adapter) -> None:
    async with serving(adapter, heartbeats()) as (server, address):
        tasks = asyncio.all_tasks()
        place = Place(adapter, server, address)
        await station_closes(place)
        await settled(tasks)
        before = len(descriptors())
        async with asyncio.timeout(20):
            for way in WAYS * ROUNDS:
                await way(place)
        await settled(tasks, before)
        assert dict(server.connections) == {}


@over("network", "back-pressure")
async def test_a_station_that_reads_nothing_is_in_nobodys_way(adapter: Adapter) -> None:
    large = v16.DataTransferRequest(vendor_id="Acme", data="x" * 500_000)
    async with (
        serving(adapter, heartbeats()) as (server, address),
        opened(address, target="/ocpp/DEAF"),
    ):
        place = Place(adapter, server, address)
        deaf = await server.connections.wait_for("DEAF", 5)
        tasks = asyncio.all_tasks()
        for _ in range(30):
            with pytest.raises(CallTimeout):
                await deaf.call(large, timeout=0.001)
        async with place.station(always(ACCEPTED)) as station:
            await station.call(HEARTBEAT)
            assert await (await place.connection()).call(SOFT) == ACCEPTED
        deaf.abort()
        await settled(tasks)
