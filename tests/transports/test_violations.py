"""What ends a WebSocket because the other end breaks a rule, over any library."""

from __future__ import annotations

import asyncio
import logging
import tracemalloc

import pytest

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import Transport, TransportClosed
from tests.transports.adapters import PLAIN, Adapter, Side, over_sides
from tests.transports.wire import (
    CLOSE,
    CONTINUATION,
    DEFLATE,
    PING,
    TEXT,
    Frame,
    Wire,
    deflated,
    facing,
    framed,
)

SMALL = WebSocketSettings(max_size=1000)

RSV2 = 0x20  # beside an opcode
RSV3 = 0x10

BAD = {
    "a text that is not UTF-8": (1007, [Frame(TEXT, b"\xff")]),
    "fragments that are not UTF-8": (
        1007,
        [Frame(TEXT, b"\xc3", fin=False), Frame(CONTINUATION, b"x")],
    ),
    "compressed without having agreed on it": (1002, [Frame(TEXT, b"x", rsv1=True)]),
    "RSV2 is set": (1002, [Frame(TEXT | RSV2, b"x")]),
    "RSV3 is set": (1002, [Frame(TEXT | RSV3, b"x")]),
    "RSV2 of a ping is set": (1002, [Frame(PING | RSV2, b"x")]),
    "RSV3 of a fragment is set": (
        1002,
        [Frame(TEXT, b"x", fin=False), Frame(CONTINUATION | RSV3, b"x")],
    ),
    "an unknown opcode": (1002, [Frame(3, b"")]),
    "a fragment of nothing": (1002, [Frame(CONTINUATION, b"x")]),
    "a message within a message": (
        1002,
        [Frame(TEXT, b"x", fin=False), Frame(TEXT, b"x")],
    ),
    "a fragmented ping": (1002, [Frame(PING, b"x", fin=False)]),
    "a long ping": (1002, [Frame(PING, b"x" * 126)]),
    "a close with half a code": (1002, [Frame(CLOSE, b"\x03")]),
    "a close with a code that is none": (1002, [Frame(CLOSE, b"\x03\xed")]),
}

TOO_LONG = {
    "frame": [Frame(TEXT, b"x" * 1001)],
    "fragments": [Frame(TEXT, b"x" * 600, fin=False), Frame(CONTINUATION, b"x" * 600)],
    "fragments, by a byte": [
        Frame(TEXT, b"x" * 1000, fin=False),
        Frame(CONTINUATION, b"x"),
    ],
    "announced": [Frame(TEXT, b"x" * 100_000)],
}


async def ends(transport: Transport, wire: Wire, code: int) -> None:
    """Expect a transport to end with a code, and to tell it to the other end."""
    reading = asyncio.create_task(transport.recv())
    async with asyncio.timeout(5):
        told, _ = await wire.close_frame()
        assert told == code
        wire.vanish()
        with pytest.raises(TransportClosed) as caught:
            await reading
    assert caught.value.code == code
    with pytest.raises(TransportClosed):
        await transport.send("x")


@over_sides("network")
@pytest.mark.parametrize(("code", "frames"), BAD.values(), ids=BAD)
async def test_bad_frames(
    adapter: Adapter,
    side: Side,
    code: int,
    frames: list[Frame],
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with facing(adapter, side) as (transport, wire):
        for frame in frames:
            wire.write(framed(frame, masked=side == "server"))
        await ends(transport, wire, code)
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


@over_sides("masking", "network")
async def test_masked_the_wrong_way(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        wire.write(framed(Frame(TEXT, b"x"), masked=side == "client"))
        await ends(transport, wire, 1002)


@over_sides("network")
@pytest.mark.parametrize("frames", TOO_LONG.values(), ids=TOO_LONG)
async def test_messages_that_are_too_long(
    adapter: Adapter, side: Side, frames: list[Frame]
) -> None:
    async with facing(adapter, side, SMALL) as (transport, wire):
        for frame in frames:
            wire.write(framed(frame, masked=side == "server"))
        await ends(transport, wire, 1009)


@over_sides("compression", "network")
@pytest.mark.parametrize("text", ["x" * 1001, "x" * 1_000_000, "é" * 500 + "x"])
async def test_a_message_that_inflates_too_far(
    adapter: Adapter, side: Side, text: str
) -> None:
    async with facing(adapter, side, SMALL, DEFLATE) as (transport, wire):
        wire.send(TEXT, deflated(text.encode()), rsv1=True)
        await ends(transport, wire, 1009)


@over_sides("compression", "network")
async def test_no_more_of_it_is_inflated(adapter: Adapter, side: Side) -> None:
    carried = deflated(bytes(2**24))
    settings = WebSocketSettings(max_size=2**16)
    async with facing(adapter, side, settings, DEFLATE) as (transport, wire):
        tracemalloc.start()
        try:
            wire.send(TEXT, carried, rsv1=True)
            await ends(transport, wire, 1009)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < 2**22


@over_sides("compression", "network")
async def test_what_cannot_be_inflated(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side, PLAIN, DEFLATE) as (transport, wire):
        wire.send(TEXT, b"\xff\xff\xff", rsv1=True)
        reading = asyncio.create_task(transport.recv())
        code, _ = await wire.close_frame()
        assert code in {1002, 1007}
        wire.vanish()
        with pytest.raises(TransportClosed):
            await reading
