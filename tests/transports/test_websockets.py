"""What only the adapter of websockets has to see to."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
from contextlib import AsyncExitStack

import pytest

from ocpp_rpc import MissingDependency, WebSocketSettings
from ocpp_rpc.transports import (
    Transport,
    TransportClosed,
    libraries,
    websockets_server,
)
from tests.transports.adapters import Doors, library
from tests.transports.wire import (
    BINARY,
    CLOSE,
    CONTINUATION,
    PING,
    PONG,
    TEXT,
    Frame,
    Wire,
    dialled,
    facing,
    fill,
    framed,
    opened,
    request,
    told_to_close,
)

WEBSOCKETS = library("websockets")
UNCOMPRESSED = WebSocketSettings(compression=False)


# --- The fast lane --------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 2**16 - 1, 2**16, 2**17])
async def test_texts_of_any_size(size: int) -> None:
    async with facing(WEBSOCKETS, "server", UNCOMPRESSED) as (transport, wire):
        text = "x" * size
        wire.send(TEXT, text.encode())
        assert await transport.recv() == text
        await transport.send(text)
        assert await wire.frame() == (TEXT, text.encode(), True, False)


async def test_texts_and_other_frames_in_turn() -> None:
    async with facing(WEBSOCKETS, "server") as (transport, wire):
        wire.send(TEXT, b"one")
        wire.send(BINARY, b"two")
        wire.send(TEXT, b"th", fin=False)
        wire.send(PING, b"ping")
        wire.send(CONTINUATION, b"ree")
        wire.send(TEXT, b"four")
        received = [await transport.recv() for _ in range(4)]
        assert received == ["one", b"two", "three", "four"]
        assert await wire.frame() == (PONG, b"ping", True, False)


async def test_no_ping_is_answered_after_a_close() -> None:
    settings = WebSocketSettings(compression=False, max_unsent=2**10)
    async with facing(WEBSOCKETS, "server", settings) as (transport, wire):
        written, room = fill(transport)
        wire.send(PING, b"")
        wire.send(TEXT, b"after the ping")
        assert await transport.recv() == "after the ping"
        closing = asyncio.create_task(transport.close(1000, ""))
        for _ in range(written):
            await wire.message()
        assert await wire.close_frame() == (1000, "")
        await room
        wire.send(CLOSE, told_to_close(1000))
        assert await wire.rest() == b""
        await closing


async def test_fragments_without_end_take_no_memory() -> None:
    async with facing(WEBSOCKETS, "server") as (transport, wire):
        wire.send(TEXT, b"x", fin=False)
        for _ in range(10_000):
            wire.send(CONTINUATION, b"", fin=False)
        wire.send(CONTINUATION, b"y")
        assert await transport.recv() == "xy"


async def test_without_the_extension_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "websockets.speedups", None)
    name, path = websockets_server.__name__, websockets_server.__file__
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.apply_mask(b"abc", b"\x01\x02\x03\x04") == b"```"


def test_the_fallback_is_of_the_same_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "ocpp_rpc.transports.websockets_asyncio"
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingDependency, match=r"ocpp-rpc\[websockets\]"):
        libraries.library("websockets-asyncio")


# --- Opening and closing --------------------------------------------------------------


async def test_who_has_asked_nothing_does_not_hold_up_the_end() -> None:
    async with asyncio.timeout(5), AsyncExitStack() as stack:
        async with WEBSOCKETS.let_in(Doors()) as address:
            wires = [
                await stack.enter_async_context(dialled(address)) for _ in range(3)
            ]
            for wire, data in zip(wires, (b"", b"GET ", request()), strict=True):
                wire.write(data)
            assert (await wires[2].answer()).status == 101
            answering = asyncio.create_task(answer_a_close(wires[2]))
        assert [await wire.rest() for wire in wires[:2]] == [b"", b""]
        await answering


async def answer_a_close(wire: Wire) -> None:
    code, _ = await wire.close_frame()
    wire.send(CLOSE, told_to_close(code))
    wire.vanish()


async def test_a_first_frame_in_the_segment_that_ends_the_request() -> None:
    doors, asked = Doors(), request()
    async with WEBSOCKETS.let_in(doors) as address, dialled(address) as wire:
        wire.write(asked[:-2])
        await asyncio.sleep(0.02)  # two segments
        wire.write(asked[-2:] + framed(Frame(TEXT, b"first"), masked=True))
        assert (await wire.answer()).status == 101
        transport = await doors.opened.get()
        assert await transport.recv() == "first"


async def test_who_is_open_is_not_cut_for_opening_late() -> None:
    settings = WebSocketSettings(open_timeout=0.05)
    async with facing(WEBSOCKETS, "server", settings) as (transport, wire):
        await asyncio.sleep(0.1)
        wire.send(TEXT, b"still here")
        assert await transport.recv() == "still here"


async def test_who_still_writes_is_told_that_it_was_too_long() -> None:
    async with facing(WEBSOCKETS, "server") as (_, wire):
        wire.send(TEXT, b"x" * 2**24)
        assert (await wire.close_frame())[0] == 1009


async def test_who_leaves_the_network_open_is_cut() -> None:
    settings = WebSocketSettings(close_timeout=0.05)
    async with (
        asyncio.timeout(5),
        AsyncExitStack() as stack,
        WEBSOCKETS.let_in(Doors(), settings) as address,
    ):
        wire = await stack.enter_async_context(opened(address))
        wire.send(CLOSE, told_to_close(1000))
        assert await wire.close_frame() == (1000, "")


async def test_the_code_of_the_other_side_counts() -> None:
    async with facing(WEBSOCKETS, "server") as (transport, wire):
        closing = asyncio.create_task(transport.close(4000, "ours"))
        await wire.close_frame()
        wire.send(CLOSE, told_to_close(4001, "theirs"))
        await closing
        with pytest.raises(TransportClosed) as caught:
            await transport.recv()
        assert (caught.value.code, caught.value.reason) == (4001, "theirs")


async def test_nothing_is_written_after_an_abort() -> None:
    async with facing(WEBSOCKETS, "server") as (transport, _):
        transport.abort()
        with pytest.raises(TransportClosed):
            await transport.send("x")


async def test_several_wait_for_one_close() -> None:
    async with facing(WEBSOCKETS, "server") as (transport, wire):
        closings = [
            asyncio.create_task(transport.close(code, "")) for code in (4000, 4001)
        ]
        assert await wire.close_frame() == (4000, "")
        closings[0].cancel()
        await asyncio.wait(closings[:1])
        wire.send(CLOSE, told_to_close(4000))
        await closings[1]


async def test_whoever_serves_is_cancelled() -> None:
    class Cancelled(Doors):
        async def serve(self, transport: Transport) -> None:
            task = asyncio.current_task()
            assert task is not None
            task.cancel()
            await super().serve(transport)

    doors = Cancelled()
    async with WEBSOCKETS.let_in(doors) as address, opened(address) as wire:
        assert await wire.rest() == b""
        transport = await doors.opened.get()
        with pytest.raises(TransportClosed):
            await transport.recv()


async def test_whoever_serves_fails() -> None:
    class Failing(Doors):
        async def serve(self, transport: Transport) -> None:
            raise LookupError(transport)

    async with WEBSOCKETS.let_in(Failing()) as address, opened(address) as wire:
        assert await wire.rest() == b""
