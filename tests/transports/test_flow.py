"""How an open transport waits for a peer that does not read, over any library."""

from __future__ import annotations

import asyncio
import gc
from dataclasses import replace
from random import Random

import pytest

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import Transport, TransportClosed
from tests.transports.adapters import Adapter, Side, over_sides
from tests.transports.wire import DEFLATE, facing

PIECE = "x" * 2**16
PIECES = 256  # 16 MiB, more than the network takes
INCOMPRESSIBLE = Random(0).randbytes(2**17).hex()


def limited(max_unsent: int) -> WebSocketSettings:
    return WebSocketSettings(
        compression=False, max_unsent=max_unsent, close_timeout=0.1
    )


class Flood:
    """Writes much, in a task of its own."""

    def __init__(self, transport: Transport, piece: str = PIECE) -> None:
        self.transport = transport
        self.piece = piece
        self.begun = 0
        self.task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        for _ in range(PIECES):
            self.begun += 1
            await self.transport.send(self.piece)

    async def stops(self) -> bool:
        """Tell whether it has to wait; otherwise it is done."""
        turns, before = 0, 0
        while turns < 500 and not self.task.done():
            turns, before = (turns + 1 if self.begun == before else 0), self.begun
            await asyncio.sleep(0)
        return not self.task.done()


@over_sides("back-pressure", "network")
@pytest.mark.parametrize(("max_unsent", "stops"), [(2**10, True), (2**25, False)])
async def test_a_writer_waits_for_a_peer(
    adapter: Adapter, side: Side, max_unsent: int, stops: bool
) -> None:
    async with facing(adapter, side, limited(max_unsent)) as (transport, _):
        flood = Flood(transport)
        assert await flood.stops() is stops
        flood.task.cancel()


@over_sides("back-pressure", "network")
async def test_a_writer_goes_on_when_the_peer_reads(
    adapter: Adapter, side: Side
) -> None:
    async with facing(adapter, side, limited(2**10)) as (transport, wire):
        flood = Flood(transport)
        assert await flood.stops()
        for _ in range(PIECES):
            assert await wire.message() == PIECE.encode()
        await flood.task


@over_sides("back-pressure", "network")
async def test_a_writer_may_give_up(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side, limited(2**10)) as (transport, wire):
        flood = Flood(transport)
        assert await flood.stops()
        flood.task.cancel()
        await asyncio.wait([flood.task])
        last = asyncio.create_task(transport.send("last"))
        for _ in range(flood.begun):
            assert await wire.message() == PIECE.encode()
        assert await wire.message() == b"last"
        await last


@over_sides("back-pressure", "network")
@pytest.mark.parametrize("lines", [(), (DEFLATE,)], ids=["plain", "compressed"])
async def test_the_end_is_no_news_to_a_writer_that_gave_up(
    adapter: Adapter,
    side: Side,
    lines: tuple[str, ...],
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings = replace(limited(2**10), compression=bool(lines))
    async with facing(adapter, side, settings, *lines) as (transport, wire):
        flood = Flood(transport, INCOMPRESSIBLE)
        assert await flood.stops()
        flood.task.cancel()
        await asyncio.wait([flood.task])
        wire.reset()
        with pytest.raises(TransportClosed):
            await transport.recv()
    del transport, flood
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(others)
    gc.collect()
    assert [each.getMessage() for each in caplog.records] == []


@over_sides("back-pressure", "network")
@pytest.mark.parametrize("end", ["abort", "reset", "vanish"])
async def test_a_writer_waits_no_longer_than_to_the_end(
    adapter: Adapter, side: Side, end: str
) -> None:
    async with facing(adapter, side, limited(2**10)) as (transport, wire):
        flood = Flood(transport)
        assert await flood.stops()
        if end == "abort":
            transport.abort()
        elif end == "reset":
            wire.reset()
        else:
            wire.vanish()
        with pytest.raises(TransportClosed):
            await flood.task


@over_sides("back-pressure", "close_timeout", "network")
async def test_a_close_does_not_wait_for_who_does_not_read(
    adapter: Adapter, side: Side
) -> None:
    async with facing(adapter, side, limited(2**10)) as (transport, _):
        flood = Flood(transport)
        assert await flood.stops()
        async with asyncio.timeout(2):
            await transport.close(1000, "")
        with pytest.raises(TransportClosed):
            await flood.task
        with pytest.raises(TransportClosed):
            await transport.recv()


@over_sides("network")
async def test_a_reader_may_be_slow(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        for _ in range(PIECES):
            wire.send(1, PIECE.encode())
        for _ in range(500):
            await asyncio.sleep(0)
        assert wire.unsent > 2**20
        for _ in range(PIECES):
            assert await transport.recv() == PIECE


@over_sides("back-pressure", "network", "room")
@pytest.mark.parametrize("end", ["abort", "reset"])
async def test_one_that_waits_for_room_is_told_of_the_end(
    adapter: Adapter, side: Side, end: str
) -> None:
    async with facing(adapter, side, limited(2**10)) as (transport, wire):
        waiting = asyncio.create_task(transport.send("x" * 2**24))
        for _ in range(50):
            await asyncio.sleep(0)
        assert not waiting.done()
        if end == "abort":
            transport.abort()
        else:
            wire.reset()
        with pytest.raises(TransportClosed) as caught:
            await waiting
        assert caught.value.code == 1006
