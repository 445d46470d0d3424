"""What a peer can have done with few bytes, over any library: memory, and time."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

import pytest

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.flow import FRAMES_AT_ONCE
from tests.support.served import heartbeats
from tests.transports.adapters import PLAIN, Adapter, Doors, Side, over, over_sides
from tests.transports.serving import serving
from tests.transports.wire import (
    CONTINUATION,
    DEFLATE,
    PING,
    TEXT,
    Frame,
    Wire,
    deflated,
    dialled,
    facing,
    framed,
    opened,
    request,
)

MEBIBYTE: Final = 2**20

MANY: Final = 48
"""So many messages of a MiB: more than may wait, in less than one read."""

BOMB: Final = deflated(b"x" * MEBIBYTE)

LONG: Final = "x" * MEBIBYTE


class Turns:
    """Counts the turns of the event loop."""

    def __init__(self) -> None:
        self.count = 0
        self._loop = asyncio.get_running_loop()
        self._next = self._loop.call_soon(self._turn)

    def _turn(self) -> None:
        self.count += 1
        self._next = self._loop.call_soon(self._turn)

    def stop(self) -> int:
        """Count no more, and return how many there were."""
        self._next.cancel()
        return self.count


@contextmanager
def limited_memory(limit: int) -> Generator[None, None, None]:
    """Expect that no more memory is taken meanwhile, in bytes."""
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak - before < limit


async def pour(wire: Wire, data: bytes, count: int) -> None:
    """Write as fast as the network takes it, and keep little of it here.

    What `limited_memory` sees is the memory of both ends: once asyncio has sent half
    of what it keeps, it moves the rest, which takes memory again.
    """
    for _ in range(count):
        wire.write(data)
        await wire.drain()


async def some_turns(count: int = 200) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


def bombs(count: int = MANY, *, masked: bool) -> bytes:
    return framed(Frame(TEXT, BOMB, rsv1=True), masked=masked) * count


# --- Memory ---------------------------------------------------------------------------


@over_sides("bounded", "compression", "network")
async def test_what_inflates_waits_as_it_is(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side, PLAIN, DEFLATE) as (transport, wire):
        data = bombs(masked=side == "server")
        with limited_memory(8 * MEBIBYTE):
            wire.write(data)
            await some_turns()
            for _ in range(MANY):
                assert await transport.recv() == LONG


@over("bounded", "compression", "network", "one piece")
async def test_what_inflates_before_the_decision(adapter: Adapter) -> None:
    doors, data = Doors(), bombs(masked=True)
    doors.deciding = asyncio.Event()
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        with limited_memory(MEBIBYTE):
            wire.write(request("/ocpp/CP001", DEFLATE) + data)
            await doors.asked.wait()
            await some_turns()
        with limited_memory(8 * MEBIBYTE):
            doors.deciding.set()
            transport = await doors.opened.get()
            await some_turns()
            for _ in range(MANY):
                assert await transport.recv() == LONG


@over("network", "one piece")
async def test_much_that_comes_before_the_decision(adapter: Adapter) -> None:
    doors, pieces = Doors(), 256  # of 64 KiB: more than the network takes
    doors.deciding = asyncio.Event()
    data = framed(Frame(TEXT, b"x" * 2**16), masked=True)
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        with limited_memory(MEBIBYTE):
            wire.write(request())
            await doors.asked.wait()
        with limited_memory(MEBIBYTE):
            pouring = asyncio.create_task(pour(wire, data, pieces))
            await some_turns(500)
        assert not pouring.done()
        doors.deciding.set()
        assert (await wire.answer()).status == 101
        transport = await doors.opened.get()
        for _ in range(pieces):
            assert await transport.recv() == "x" * 2**16
        await pouring


@over_sides("bounded", "network")
async def test_one_long_message_is_enough_to_wait(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        data = framed(Frame(TEXT, LONG.encode()), masked=side == "server")
        with limited_memory(8 * MEBIBYTE):
            pouring = asyncio.create_task(pour(wire, data, 16))
            await some_turns(1000)
        for _ in range(16):
            assert await transport.recv() == LONG
        await pouring


# --- Time -----------------------------------------------------------------------------


@over_sides("compression", "network", "turns")
async def test_others_have_their_turn_between_what_inflates(
    adapter: Adapter, side: Side
) -> None:
    async with facing(adapter, side, PLAIN, DEFLATE) as (transport, wire):
        wire.write(bombs(masked=side == "server"))
        assert await transport.recv() == LONG
        turns = Turns()
        for _ in range(MANY - 1):
            assert await transport.recv() == LONG
        assert turns.stop() >= MANY - 2


IN_ONE_READ: Final = {
    ("picows", PING): 2**15 // 6,
    ("picows", CONTINUATION): 2**15 // 6,
    ("aiohttp", CONTINUATION): 2**18 // 6,
}
"""How many frames libraries take at once that take, in compiled code, all they read."""


@over_sides("bounded", "network")
@pytest.mark.parametrize("opcode", [PING, CONTINUATION])
async def test_others_have_their_turn_between_many_frames(
    adapter: Adapter, side: Side, opcode: int
) -> None:
    count, masked = 30_000, side == "server"
    frames = framed(Frame(opcode, b"", fin=opcode == PING), masked=masked) * count
    async with facing(adapter, side) as (transport, wire):
        first, last = Frame(TEXT, b"a", fin=False), Frame(CONTINUATION, b"z")
        reading = asyncio.create_task(transport.recv())
        turns = Turns()
        wire.write(framed(first, masked=masked) + frames + framed(last, masked=masked))
        async with asyncio.timeout(10):
            assert await reading == "az"
        at_once = IN_ONE_READ.get((adapter.name, opcode), FRAMES_AT_ONCE)
        assert turns.stop() >= count // at_once


# --- Writing to the dead --------------------------------------------------------------


def warnings_of_asyncio(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.name == "asyncio"]


@over_sides("network")
async def test_no_pongs_for_the_dead(
    adapter: Adapter, side: Side, caplog: pytest.LogCaptureFixture
) -> None:
    """asyncio warns from the fifth write on, each time."""
    async with facing(adapter, side) as (transport, wire):
        reading = asyncio.create_task(transport.recv())
        wire.write(framed(Frame(PING, b"x"), masked=side == "server") * 2000)
        wire.reset()
        async with asyncio.timeout(5):
            with pytest.raises(TransportClosed):
                await reading
    assert warnings_of_asyncio(caplog) == []


@over_sides("network")
async def test_no_messages_for_the_dead(
    adapter: Adapter, side: Side, caplog: pytest.LogCaptureFixture
) -> None:
    settings = WebSocketSettings(compression=False)
    async with facing(adapter, side, settings) as (transport, wire):
        wire.send(TEXT, b"last")
        wire.reset()
        assert await transport.recv() == "last"
        failures: list[TransportClosed] = []
        for _ in range(20):
            try:
                await transport.send("x")
            except TransportClosed as error:
                failures.append(error)
        assert len(failures) >= 10  # the first one finds out
        assert {each.code for each in failures} == {1006}
        if adapter.can({"ping"}):
            with pytest.raises(TransportClosed):
                await transport.ping()
    assert warnings_of_asyncio(caplog) == []


@over("network")
async def test_no_answers_for_the_dead(
    adapter: Adapter, caplog: pytest.LogCaptureFixture
) -> None:
    calls = [f'[2,"{number}","Heartbeat",{{}}]'.encode() for number in range(2000)]
    frames = [framed(Frame(TEXT, call), masked=True) for call in calls]
    async with (
        serving(adapter, heartbeats()) as (server, address),
        opened(address) as wire,
    ):
        connection = server.connections["CP001"]
        wire.write(b"".join(frames))
        wire.reset()
        async with asyncio.timeout(5):
            await connection.wait_closed()
    assert warnings_of_asyncio(caplog) == []
