"""What an open transport carries, over whichever library."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import BinaryTransport, Transport
from tests.transports.adapters import PLAIN, Adapter, Side, over_sides
from tests.transports.wire import (
    BINARY,
    CONTINUATION,
    DEFLATE,
    PING,
    PONG,
    TEXT,
    Frame,
    deflated,
    facing,
    framed,
    inflated,
)

TEXTS = ["text", "", "é \U0001f600", "\x00", "x" * 125, "x" * 126, "é" * 40_000]


async def in_order(transport: Transport, messages: list[str]) -> None:
    assert [await transport.recv() for _ in messages] == messages


@over_sides()
async def test_text(adapter: Adapter, side: Side) -> None:
    async with adapter.open(side) as (ours, theirs):
        for text in TEXTS:
            await ours.send(text)
        await in_order(theirs, TEXTS)
        for text in TEXTS:
            await theirs.send(text)
            assert await ours.recv() == text


@over_sides()
async def test_large_text(adapter: Adapter, side: Side) -> None:
    text = "0123456789é" * 80_000
    async with adapter.open(side) as (ours, theirs):
        sending = asyncio.create_task(ours.send(text))
        assert await theirs.recv() == text
        await sending


@over_sides()
async def test_order_of_several_writers(adapter: Adapter, side: Side) -> None:
    texts = [f"{number} {'x' * 50_000}" for number in range(50)]
    async with adapter.open(side) as (ours, theirs):
        writing = [asyncio.create_task(ours.send(text)) for text in texts]
        await in_order(theirs, texts)
        await asyncio.gather(*writing)


@over_sides("network")
async def test_what_is_on_the_wire(adapter: Adapter, side: Side) -> None:
    settings = WebSocketSettings(compression=False)
    async with facing(adapter, side, settings) as (transport, wire):
        await transport.send("é")
        assert await wire.frame() == (TEXT, "é".encode(), True, False)


@over_sides("network")
async def test_binary_messages_are_bytes(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        for payload in (b"\x00\xff", b""):
            wire.send(BINARY, payload)
            message = await transport.recv()
            assert type(message) is bytes
            assert message == payload


@over_sides()
@pytest.mark.parametrize("compression", [True, False])
async def test_sends_binary_messages(
    adapter: Adapter, side: Side, compression: bool
) -> None:
    messages: list[str | bytes] = [
        "é",
        b"\x00\xff",
        b"",
        b"\xff" * 100_000,
        "é" * 9000,
        b"[2]",
        "",
    ]
    settings = WebSocketSettings(compression=compression)
    async with adapter.open(side, settings) as (ours, theirs):

        async def send() -> None:
            for message in messages:
                if isinstance(message, str):
                    await ours.send(message)
                else:
                    await cast(BinaryTransport, ours).send_bytes(message)

        sending = asyncio.create_task(send())
        assert [await theirs.recv() for _ in messages] == messages
        await sending


@over_sides("network")
async def test_fragments_make_one_message(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        whole = "é 日 \U0001f600".encode()
        wire.send(TEXT, whole[:1], fin=False)
        wire.send(PING, b"between")
        wire.send(CONTINUATION, whole[1:6], fin=False)
        wire.send(CONTINUATION, b"", fin=False)
        wire.send(CONTINUATION, whole[6:])
        wire.send(TEXT, b"next")
        assert await transport.recv() == whole.decode()
        assert await transport.recv() == "next"
        assert await wire.frame() == (PONG, b"between", True, False)


@over_sides("network")
async def test_frames_in_pieces(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        reading = asyncio.create_task(transport.recv())
        data = framed(Frame(TEXT, b"x" * 130), masked=side == "server")
        for byte in data:
            wire.write(bytes([byte]))
            await asyncio.sleep(0)
        assert await reading == "x" * 130


@over_sides("network")
async def test_frames_in_one_piece(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        texts = [str(number) for number in range(1000)]
        masked = side == "server"
        frames = [framed(Frame(TEXT, text.encode()), masked=masked) for text in texts]
        wire.write(b"".join(frames))
        await in_order(transport, texts)


@over_sides("compression", "network")
async def test_compressed_messages(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side, PLAIN, DEFLATE) as (transport, wire):
        for text in ("é" * 10_000, "x" * 5000):
            await transport.send(text)
            frame = await wire.frame()
            assert frame.rsv1
            assert len(frame.payload) < 500
            assert inflated(frame.payload) == text.encode()
            wire.send(TEXT, deflated(text.encode()), rsv1=True)
            assert await transport.recv() == text
        wire.send(TEXT, b"as it is")
        assert await transport.recv() == "as it is"


@over_sides("compression", "network")
async def test_a_compressed_message_of_the_longest_size(
    adapter: Adapter, side: Side
) -> None:
    settings = WebSocketSettings(max_size=1000)
    async with facing(adapter, side, settings, DEFLATE) as (transport, wire):
        for text in ("x" * 1000, "é" * 500):
            wire.send(TEXT, deflated(text.encode()), rsv1=True)
            assert await transport.recv() == text


@over_sides("network")
@pytest.mark.parametrize("fragmented", [False, True])
async def test_a_message_of_the_longest_size(
    adapter: Adapter, side: Side, fragmented: bool
) -> None:
    settings = WebSocketSettings(max_size=1000)
    async with facing(adapter, side, settings) as (transport, wire):
        if fragmented:
            wire.send(TEXT, b"x" * 500, fin=False)
            wire.send(CONTINUATION, b"x" * 500)
        else:
            wire.send(TEXT, b"x" * 1000)
        assert await transport.recv() == "x" * 1000
