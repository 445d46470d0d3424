"""How an open transport ends, over any library."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import TransportClosed
from tests.transports.adapters import Adapter, Side, over_sides
from tests.transports.wire import CLOSE, TEXT, facing, told_to_close

QUICK = WebSocketSettings(close_timeout=0.1)


async def closed(use: Coroutine[Any, Any, object]) -> tuple[int, str]:
    """Return the code and the reason of the end that something finds."""
    with pytest.raises(TransportClosed) as caught:
        await use
    assert type(caught.value.code) is int
    return caught.value.code, caught.value.reason


@over_sides()
async def test_a_close_is_told_to_both(adapter: Adapter, side: Side) -> None:
    async with adapter.open(side) as (ours, theirs):
        closing = asyncio.create_task(ours.close(4000, "bye é"))
        for end in (theirs, ours):
            assert await closed(end.recv()) == (4000, "bye é")
        await closing
        for end in (theirs, ours):
            for use in (end.recv(), end.send("x"), end.ping()):
                assert await closed(use) == (4000, "bye é")


@over_sides()
async def test_a_close_after_the_end_is_nothing(adapter: Adapter, side: Side) -> None:
    async with adapter.open(side) as (ours, theirs):
        await asyncio.gather(ours.close(1001, "first"), closed(theirs.recv()))
        for end in (ours, theirs):
            await end.close(1000, "second")
            end.abort()
            assert await closed(end.recv()) == (1001, "first")


@over_sides()
async def test_what_was_sent_before_a_close_arrives(
    adapter: Adapter, side: Side
) -> None:
    async with adapter.open(side) as (ours, theirs):
        await ours.send("last")
        closing = asyncio.create_task(ours.close(1000, ""))
        assert await theirs.recv() == "last"
        assert await closed(theirs.recv()) == (1000, "")
        await closing


@over_sides("abort")
async def test_an_abort_is_noticed_by_both(adapter: Adapter, side: Side) -> None:
    async with adapter.open(side) as (ours, theirs):
        reading = asyncio.create_task(closed(ours.recv()))
        await asyncio.sleep(0)
        ours.abort()
        assert await reading == (1006, "")
        for end in (theirs, ours):
            for use in (end.recv, lambda end=end: end.send("x"), end.ping):
                assert await closed(use()) == (1006, "")


# --- On the wire ----------------------------------------------------------------------


@over_sides("answer", "network")
async def test_our_close_on_the_wire(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side) as (transport, wire):
        closing = asyncio.create_task(transport.close(1001, "é"))
        assert await wire.close_frame() == (1001, "é")
        assert not closing.done()
        wire.send(CLOSE, told_to_close(1001, "é"))
        if side == "server":  # it closes first (RFC 6455 §7.1.1)
            assert await wire.rest() == b""
        wire.vanish()
        await closing
        assert await closed(transport.recv()) == (1001, "é")


@over_sides("network")
@pytest.mark.parametrize(
    ("payload", "end"),
    [
        (told_to_close(4001, "é"), (4001, "é")),
        (told_to_close(1000), (1000, "")),
        (b"", (1005, "")),
    ],
)
async def test_their_close_on_the_wire(
    adapter: Adapter, side: Side, payload: bytes, end: tuple[int, str]
) -> None:
    async with facing(adapter, side) as (transport, wire):
        wire.send(TEXT, b"last")
        wire.send(CLOSE, payload)
        assert (await wire.frame())[:2] == (CLOSE, payload)
        wire.vanish()
        assert await transport.recv() == "last"
        assert await closed(transport.recv()) == end


@over_sides("network")
@pytest.mark.parametrize("reset", [False, True])
async def test_the_network_ends(adapter: Adapter, side: Side, reset: bool) -> None:
    async with facing(adapter, side) as (transport, wire):
        if reset:
            wire.reset()
        else:
            wire.vanish()
        assert await closed(transport.recv()) == (1006, "")
        assert await closed(transport.send("x")) == (1006, "")


@over_sides("close_timeout", "network")
async def test_a_close_that_is_not_answered(adapter: Adapter, side: Side) -> None:
    async with facing(adapter, side, QUICK) as (transport, wire):
        reading = asyncio.create_task(closed(transport.recv()))
        async with asyncio.timeout(2):
            await transport.close(1000, "bye")
            assert await reading == (1000, "bye")
            assert await wire.close_frame() == (1000, "bye")
            assert await wire.rest() == b""


@over_sides("close_timeout", "network")
@pytest.mark.parametrize(
    "frame", [(CLOSE, told_to_close(1000, "bye")), (3, b"x")], ids=["close", "bad"]
)
async def test_who_leaves_the_network_open_is_cut(
    adapter: Adapter, side: Side, frame: tuple[int, bytes]
) -> None:
    async with facing(adapter, side, QUICK) as (transport, wire):
        wire.send(*frame)
        async with asyncio.timeout(2):
            await closed(transport.recv())
