"""Pings and pongs, over any library; and who is at the other end."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import CountingTransport, TransportClosed
from tests.transports.adapters import Adapter, Side, library, over_sides
from tests.transports.wire import PING, PONG, TEXT, facing, fill


@over_sides("ping")
async def test_pings_of_either_side(adapter: Adapter, side: Side) -> None:
    async with adapter.open(side) as (ours, theirs):
        reading = [asyncio.create_task(end.recv()) for end in (ours, theirs)]
        for _ in range(2):
            assert await ours.ping() is True
        for task in reading:
            task.cancel()


@over_sides("network", "ping")
async def test_a_ping_waits_for_its_pong(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        reading = asyncio.create_task(transport.recv())
        pinging = asyncio.create_task(transport.ping())
        opcode, payload, *_ = await wire.frame()
        assert opcode == PING
        wire.send(PONG, b"another")
        wire.send(PING, b"and ours?")
        assert (await wire.frame())[:2] == (PONG, b"and ours?")
        assert not pinging.done()
        wire.send(PONG, payload)
        assert await pinging is True
        reading.cancel()


@over_sides("network", "ping")
async def test_pings_and_pongs_of_the_peer_are_counted(
    adapter: Adapter, side: Side
) -> None:
    async with facing(adapter, side) as (transport, wire):
        counting = cast(CountingTransport, transport)
        wire.send(TEXT, b"no control frame")
        assert await transport.recv() == "no control frame"
        assert counting.controls == 0
        wire.send(PONG, b"to nothing")
        wire.send(PING, b"are you there?")
        wire.send(TEXT, b"after them")
        assert await transport.recv() == "after them"
        assert counting.controls == 2


@over_sides("network", "ping")
async def test_a_ping_may_be_given_up(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        first = asyncio.create_task(transport.ping())
        _, late, *_ = await wire.frame()
        first.cancel()
        await asyncio.wait([first])
        second = asyncio.create_task(transport.ping())
        _, payload, *_ = await wire.frame()
        wire.send(PONG, late)
        wire.send(PONG, payload)
        assert await second is True


@over_sides("network", "ping")
async def test_a_ping_ends_with_the_transport(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        pinging = asyncio.create_task(transport.ping())
        await wire.frame()
        wire.vanish()
        with pytest.raises(TransportClosed) as caught:
            await pinging
        assert (caught.value.code, caught.value.reason) == (1006, "")


@over_sides("network")
@pytest.mark.parametrize("payload", [b"", b"\x00\xff", b"x" * 125])
async def test_their_pings_are_answered(
    adapter: Adapter, side: Side, payload: bytes
) -> None:
    async with facing(adapter, side) as (transport, wire):
        reading = asyncio.create_task(transport.recv())
        wire.send(PING, payload)
        assert await wire.frame() == (PONG, payload, True, False)
        reading.cancel()


@over_sides("network")
async def test_who_is_at_the_other_end(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        assert transport.peer.address == wire.address
        assert transport.peer.tls is None
        assert transport.peer.certificate is None
        wire.vanish()
        with pytest.raises(TransportClosed):
            await transport.recv()
        assert transport.peer.address == wire.address


@pytest.mark.parametrize(
    ("name", "side"),
    [("websockets", "server"), ("picows", "server"), ("picows", "client")],
)
async def test_only_the_last_ping_of_who_does_not_read_is_answered(
    name: str, side: Side
) -> None:
    settings = WebSocketSettings(compression=False, max_unsent=2**10)
    async with facing(library(name), side, settings) as (transport, wire):
        written, room = fill(transport)
        for number in range(100):
            wire.send(PING, b"%d" % number)
        wire.send(TEXT, b"after the pings")
        assert await transport.recv() == "after the pings"
        for _ in range(written):
            await wire.message()
        assert (await wire.frame())[:2] == (PONG, b"99")
        await room
        wire.send(PING, b"100")
        assert (await wire.frame())[:2] == (PONG, b"100")
