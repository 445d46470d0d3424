"""The transport within one program."""

from __future__ import annotations

import asyncio

import pytest

from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.memory import Line, MemoryTransport, memory_pair


async def test_messages_arrive_in_order() -> None:
    ours, theirs = memory_pair()
    reading = asyncio.create_task(theirs.recv())
    await asyncio.sleep(0)
    for text in ("first", "second", b"\x00"):
        await ours.send(text)
    assert await reading == "first"
    assert [await theirs.recv(), await theirs.recv()] == ["second", b"\x00"]


async def test_a_writer_waits_for_room() -> None:
    ours, theirs = memory_pair(capacity=2)
    for text in ("first", "second"):
        await ours.send(text)
    writing = asyncio.create_task(ours.send("third"))
    await asyncio.sleep(0)
    assert not writing.done()
    assert await theirs.recv() == "first"
    await writing


@pytest.mark.parametrize("capacity", [0, 1, 2, 16])
async def test_so_many_may_be_unread(capacity: int) -> None:
    ours, theirs = memory_pair(capacity)
    for number in range(capacity):
        assert ours.write(str(number)) is None
    room = ours.write("one more")
    assert room is not None
    writing = asyncio.ensure_future(room)
    await asyncio.sleep(0)
    assert not writing.done()
    await theirs.recv()
    await writing


async def test_the_usual_capacity() -> None:
    ours, _ = memory_pair()
    assert [ours.write("x") for _ in range(16)] == [None] * 16
    waiting = ours.write("one more")
    assert waiting is not None
    ours.abort()
    with pytest.raises(TransportClosed):
        await waiting


@pytest.mark.parametrize("end", ["close", "abort"])
async def test_a_writer_waits_no_longer_than_to_the_end(end: str) -> None:
    ours, theirs = memory_pair(capacity=0)
    writing = asyncio.create_task(ours.send("first"))
    await asyncio.sleep(0)
    assert not writing.done()
    if end == "close":
        await theirs.close(1000, "")
    else:
        theirs.abort()
    with pytest.raises(TransportClosed):
        await writing


async def test_the_first_end_counts() -> None:
    ours, theirs = memory_pair()
    await ours.close(1001, "bye")
    await theirs.close(1000, "")
    ours.abort()
    for end in (ours, theirs):
        with pytest.raises(TransportClosed) as caught:
            await end.recv()
        assert (caught.value.code, caught.value.reason) == (1001, "bye")


async def test_it_delivers_what_was_sent_before_a_close() -> None:
    ours, theirs = memory_pair()
    await ours.send("last")
    await ours.close(1000, "bye")
    assert await theirs.recv() == "last"
    with pytest.raises(TransportClosed) as caught:
        await theirs.recv()
    assert (caught.value.code, caught.value.reason) == (1000, "bye")
    with pytest.raises(TransportClosed):
        await theirs.send("x")


async def test_it_drops_what_was_sent_before_an_abort() -> None:
    ours, theirs = memory_pair()
    await ours.send("last")
    ours.abort()
    for end in (ours, theirs):
        with pytest.raises(TransportClosed) as caught:
            await end.recv()
        assert caught.value.code == 1006


async def test_nothing_is_lost_when_a_reader_gives_up() -> None:
    ours, theirs = memory_pair()
    reading = asyncio.create_task(theirs.recv())
    await asyncio.sleep(0)
    reading.cancel()
    await ours.send("first")
    assert await theirs.recv() == "first"


# --- Silence --------------------------------------------------------------------------


def silent() -> tuple[Line, MemoryTransport, MemoryTransport]:
    """A line that carries nothing, and its ends."""
    line = Line(MemoryTransport(), MemoryTransport())
    line.silent = True
    return line, *line.ends


async def ended(end: MemoryTransport) -> tuple[int, str]:
    with pytest.raises(TransportClosed) as caught:
        await end.recv()
    return caught.value.code, caught.value.reason


async def test_a_ping_waits_for_the_end_of_silence() -> None:
    line, ours, _ = silent()
    pinging = asyncio.create_task(ours.ping())
    await asyncio.sleep(0)
    assert not pinging.done()
    line.restore()
    assert await pinging


async def test_a_ping_waits_no_longer_than_to_the_end() -> None:
    line, ours, _ = silent()
    pinging = asyncio.create_task(ours.ping())
    await asyncio.sleep(0)
    line.cut()
    with pytest.raises(TransportClosed):
        await pinging


async def test_what_was_sent_in_silence_arrives_later() -> None:
    line, ours, theirs = silent()
    await ours.send("first")
    await ours.send("second")
    reading = asyncio.create_task(theirs.recv())
    await asyncio.sleep(0)
    assert not reading.done()
    line.restore()
    assert [await reading, await theirs.recv()] == ["first", "second"]


async def test_both_ends_close_in_silence() -> None:
    line, ours, theirs = silent()
    await theirs.send("too late")
    closings = [
        asyncio.create_task(ours.close(4001, "ours")),
        asyncio.create_task(theirs.close(4002, "theirs")),
    ]
    await asyncio.sleep(0)
    assert not any(closing.done() for closing in closings)
    line.restore()
    await asyncio.gather(*closings)
    assert [await ended(ours), await ended(theirs)] == [
        (4001, "ours"),
        (4002, "theirs"),
    ]


async def test_an_abort_in_silence_takes_back_what_is_under_way() -> None:
    line, ours, theirs = silent()
    await ours.send("lost")
    closing = asyncio.create_task(ours.close(4000, ""))
    await asyncio.sleep(0)
    ours.abort()
    await closing
    assert not theirs.closed
    line.restore()
    assert [await ended(ours), await ended(theirs)] == [(4000, ""), (1006, "")]
