"""What only the adapter of websockets has to see to."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
from contextlib import AsyncExitStack

import pytest

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import (
    HttpAnswer,
    Transport,
    TransportClosed,
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
    Wire,
    dialled,
    facing,
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


# --- Opening and closing --------------------------------------------------------------


async def test_who_sends_much_before_the_decision() -> None:
    doors = Doors()
    doors.deciding = asyncio.Event()
    settings = WebSocketSettings(max_size=1000)
    async with WEBSOCKETS.let_in(doors, settings) as address, dialled(address) as wire:
        wire.write(request())
        await doors.asked.wait()
        wire.write(b"x" * 1001)
        assert await wire.rest() == b""
        doors.deciding.set()
    assert doors.opened.empty()


async def test_an_answer_with_a_status_and_a_type_of_its_own() -> None:
    doors = Doors(HttpAnswer(499, "{}", {"Content-Type": "application/json"}))
    async with WEBSOCKETS.let_in(doors) as address, dialled(address) as wire:
        answer = await wire.ask(request())
        assert (answer.status, answer.body) == (499, b"{}")
        assert answer["content-type"] == "application/json"


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


async def test_two_wait_for_one_close() -> None:
    async with facing(WEBSOCKETS, "server") as (transport, wire):
        closings = [
            asyncio.create_task(transport.close(code, "")) for code in (4000, 4001)
        ]
        assert await wire.close_frame() == (4000, "")
        wire.send(CLOSE, told_to_close(4000))
        await asyncio.gather(*closings)


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
