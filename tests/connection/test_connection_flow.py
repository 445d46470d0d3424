"""How much may be under way: slow peers, floods, and limits that change."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from ocpp_messages import v16, v21
from ocpp_rpc import (
    CallTimeout,
    Connection,
    ConnectionClosed,
    Limits,
    QueueFull,
    Router,
    Settings,
)
from ocpp_rpc.protocol.events import BadMessage, Closed, FrameReceived, SendDropped
from ocpp_rpc.testing import RawPeer, VirtualClock, raw_peer
from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.memory import MemoryTransport, memory_pair
from tests.support.scripted import (
    ASK,
    DONE,
    Gate,
    Seen,
    accept,
    answer,
    ask,
    back_office,
    spin,
    told,
    transfers,
)

STREAM = v21.NotifyPeriodicEventStream(
    id=1,
    pending=0,
    basetime=datetime(2026, 1, 31, 12, tzinfo=UTC),
    data=[v21.StreamDataElementType(t=1.0, v="x")],
)
STREAM_FRAME = f'[6,"s","NotifyPeriodicEventStream",{v21.dumps(STREAM)}]'


# --- A peer that does not read --------------------------------------------------------


async def flood(peer: RawPeer, count: int) -> None:
    for number in range(count):
        await ask(peer, str(number))


async def waiting_handler(_request: Any) -> Any:
    await asyncio.sleep(0)
    return DONE


@pytest.mark.parametrize("handler", [accept, waiting_handler])
async def test_it_is_not_read_either(handler: Callable[..., Any]) -> None:
    seen = Seen()
    async with back_office(transfers(handler), observer=seen) as peer:
        flooding = asyncio.create_task(flood(peer, 1000))
        await spin(2000)
        assert not flooding.done()
        assert len(seen.of(FrameReceived)) < 200
        answers = [await told(peer) for _ in range(1000)]
        await flooding
    assert sorted(int(message_id) for _, message_id, *_ in answers) == list(range(1000))


async def test_calls_to_it_time_out_and_nothing_piles_up() -> None:
    clock = VirtualClock()
    async with back_office(transfers(accept), clock=clock, call_timeout=5.0) as peer:
        tasks, written = len(asyncio.all_tasks()), 0
        for _ in range(100):
            call = asyncio.create_task(peer.connection.call(ASK))
            await spin()
            clock.advance(5.0)
            with pytest.raises(CallTimeout) as caught:
                await call
            written += caught.value.sent
        assert 0 < written < 50
        assert len(asyncio.all_tasks()) < tasks + 5

        await peer.send('[3,"unknown",{}]')
        await ask(peer, "1")
        await spin()
        call = asyncio.create_task(peer.connection.call(ASK))
        await spin()
        actions = [(await told(peer))[0] for _ in range(written)]
        assert actions == [2] * written
        assert (await told(peer))[:2] == [3, "1"]
        await answer(peer)
        assert await call == DONE


async def test_who_sends_to_it_waits() -> None:
    sent = 0

    async def send(connection: Connection) -> None:
        nonlocal sent
        for _ in range(100):
            await connection.send(STREAM)
            sent += 1

    async with raw_peer(version="2.1", role=v21.STATION) as peer:
        sending = asyncio.create_task(send(peer.connection))
        await spin()
        assert sent < 50
        for _ in range(100):
            assert (await told(peer))[0] == 6
        await sending
    assert sent == 100


async def test_who_sends_to_it_is_told_that_it_is_gone() -> None:
    async with raw_peer(version="2.1", role=v21.STATION) as peer:
        peer.abort()
        with pytest.raises(ConnectionClosed):
            await peer.connection.send(STREAM)


async def test_who_sends_to_it_is_told_that_it_goes() -> None:
    async with raw_peer(version="2.1", role=v21.STATION) as peer:
        sends = [asyncio.create_task(peer.connection.send(STREAM)) for _ in range(20)]
        await spin()
        peer.abort()
        results = await asyncio.gather(*sends, return_exceptions=True)
    assert results[0] is None
    assert isinstance(results[-1], ConnectionClosed)


class Sender:
    """A transport that has `send` alone."""

    def __init__(self, transport: MemoryTransport) -> None:
        self.recv = transport.recv
        self.send = transport.send
        self.ping = transport.ping
        self.close = transport.close
        self.abort = transport.abort
        self.peer = transport.peer


async def test_a_transport_may_write_with_a_coroutine_alone() -> None:
    ours, theirs = memory_pair()
    connection = Connection(Sender(theirs), v16, v16.BACK_OFFICE, transfers(accept))
    connection.start()
    peer = RawPeer(ours, connection)
    calls = [asyncio.create_task(connection.call(ASK)) for _ in range(3)]
    await ask(peer)
    assert sorted([(await told(peer))[0] for _ in range(2)]) == [2, 3]
    connection.abort()
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert set(map(type, results)) == {ConnectionClosed}


# --- Handlers -------------------------------------------------------------------------


async def test_a_handler_that_ends_makes_room_for_another_one() -> None:
    gate = Gate()
    async with back_office(
        transfers(gate.handler), limits=Limits(max_unanswered=2)
    ) as peer:
        for number in "123":
            await ask(peer, number)
        assert (await told(peer))[:3] == [4, "3", "GenericError"]
        assert gate.inside == 2
        gate.opened.set()
        assert {(await told(peer))[1] for _ in range(2)} == {"1", "2"}
        gate.opened.clear()
        await ask(peer, "3")
        await spin()
        assert gate.inside == 1
        gate.opened.set()
        assert (await told(peer))[:2] == [3, "3"]


async def test_what_comes_after_a_reply_counts_as_well() -> None:
    gate = Gate()
    routes = transfers(accept)

    @routes.after(v16.DataTransferRequest)
    async def after(_request: Any) -> None:
        await gate.pass_through()

    async with back_office(routes, limits=Limits(max_unanswered=2)) as peer:
        for number in "12":
            await ask(peer, number)
            assert (await told(peer))[:2] == [3, number]
        await spin()
        await ask(peer, "3")
        assert (await told(peer))[:3] == [4, "3", "GenericError"]
        assert gate.inside == 2
        gate.opened.set()
        await spin()
        await ask(peer, "4")
        assert (await told(peer))[:2] == [3, "4"]
    assert after is not None


async def test_a_message_that_is_not_answered_is_dropped_if_there_is_no_room() -> None:
    gate, seen = Gate(), Seen()
    routes = Router()

    async def handler(_message: Any) -> None:
        await gate.pass_through()

    routes.add(v21.NotifyPeriodicEventStream, handler)
    settings = Settings(limits=Limits(max_unanswered=2), observer=seen)
    async with raw_peer(routes, version="2.1", settings=settings) as peer:
        for _ in range(5):
            await peer.send(STREAM_FRAME)
        await spin()
        assert gate.inside == 2
        procedure = v21.PROCEDURES["NotifyPeriodicEventStream"]
        assert seen.of(SendDropped) == [SendDropped("s", procedure)] * 3


async def test_the_limit_of_handlers_may_change() -> None:
    gate = Gate()
    async with back_office(transfers(gate.handler)) as peer:
        connection = peer.connection
        await ask(peer, "1")
        await gate.reached.wait()
        connection.limits = replace(connection.limits, max_unanswered=1)
        await ask(peer, "2")
        assert (await told(peer))[:3] == [4, "2", "GenericError"]
        connection.limits = replace(connection.limits, max_unanswered=2)
        await ask(peer, "3")
        gate.opened.set()
        assert {(await told(peer))[1] for _ in range(2)} == {"1", "3"}


# --- Calls of ours --------------------------------------------------------------------


async def test_the_length_of_the_queue_may_change() -> None:
    async with back_office() as peer:
        connection = peer.connection
        calls = [asyncio.create_task(connection.call(ASK)) for _ in range(2)]
        await asyncio.sleep(0)
        connection.limits = replace(connection.limits, max_waiting=1)
        with pytest.raises(QueueFull):
            await connection.call(ASK)
        connection.limits = replace(connection.limits, max_waiting=2)
        calls.append(asyncio.create_task(connection.call(ASK)))
        for _ in calls:
            await answer(peer)
        assert await asyncio.gather(*calls) == [DONE] * 3


async def test_fewer_calls_in_flight_from_now_on() -> None:
    async with back_office(limits=Limits(max_in_flight=2)) as peer:
        connection = peer.connection
        calls = [asyncio.create_task(connection.call(ASK)) for _ in range(3)]
        first, second = (await told(peer))[1], (await told(peer))[1]
        connection.limits = replace(connection.limits, max_in_flight=1)
        await peer.send(f'[3,"{first}",{{"status":"Accepted"}}]')
        assert await calls[0] == DONE
        await ask(peer)  # whose answer would come after a call
        assert await told(peer) == [3, "1", {"status": "UnknownVendorId"}]
        await peer.send(f'[3,"{second}",{{"status":"Accepted"}}]')
        await answer(peer)
        assert await asyncio.gather(*calls) == [DONE] * 3


async def test_a_call_that_is_cancelled_as_its_reply_arrives() -> None:
    async with back_office() as peer:
        call = asyncio.create_task(peer.connection.call(ASK))
        await answer(peer)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        call = asyncio.create_task(peer.connection.call(ASK))
        await answer(peer)
        assert await call == DONE


# --- Bad messages ---------------------------------------------------------------------

# Messages that are some, whatever becomes of them; "{pending}" is the id of our call.
GOOD = {
    "a call": '[2,"1","DataTransfer",{{"vendorId":"Acme"}}]',
    "a call that is refused": '[2,"1","Nonsense",{{}}]',
    "a call whose payload is invalid": '[2,"1","DataTransfer",{{}}]',
    "a result": '[3,"{pending}",{{"status":"Accepted"}}]',
    "an error": '[4,"{pending}","GenericError","",{{}}]',
    "a stray result": '[3,"x",{{"status":"Accepted"}}]',
}


@pytest.mark.parametrize("good", GOOD.values(), ids=GOOD.keys())
async def test_a_good_message_interrupts_a_flood(good: str) -> None:
    limits = Limits(max_bad_messages=2)
    async with back_office(transfers(accept), limits=limits) as peer:
        call = asyncio.create_task(peer.connection.call(ASK))
        pending = (await told(peer))[1]
        for message in ("bad", "bad", good.format(pending=pending), "bad", "bad"):
            await peer.send(message)
        await ask(peer, "last")
        while (await told(peer))[1] != "last":
            pass
        call.cancel()
        await asyncio.wait([call])


async def test_an_empty_message_does_not() -> None:
    async with back_office(limits=Limits(max_bad_messages=1)) as peer:
        for message in ("bad", "", "bad"):
            await peer.send(message)
        with pytest.raises(TransportClosed) as caught:
            await peer.recv()
    assert caught.value.code == 1002


@pytest.mark.parametrize("bad", ["bad", b"\x00", "[1]", "[3]", '[2,"1"]'])
async def test_a_flood_ends_the_connection(bad: str | bytes) -> None:
    seen = Seen()
    limits = Limits(max_bad_messages=2)
    async with back_office(limits=limits, observer=seen) as peer:
        call = asyncio.create_task(peer.connection.call(ASK))
        await told(peer)
        for _ in range(3):
            await peer.send(bad)
        with pytest.raises(ConnectionClosed) as caught:
            await call
        assert (caught.value.sent, caught.value.code) == (True, 1002)
    assert len(seen.of(BadMessage)) == 3
    assert seen.of(Closed) == [Closed(1002, "too many bad messages")]


async def test_no_limit_unless_there_is_one() -> None:
    async with back_office(transfers(accept)) as peer:
        for _ in range(1000):
            await peer.send("bad")
        await ask(peer)
        assert (await told(peer))[:2] == [3, "1"]


async def test_the_limit_of_bad_messages_may_change() -> None:
    async with back_office() as peer:
        for _ in range(10):
            await peer.send("bad")
        await spin()
        assert not peer.connection.closed
        peer.connection.limits = Limits(max_bad_messages=10)
        await peer.send("bad")
        with pytest.raises(TransportClosed) as caught:
            await peer.recv()
    assert caught.value.code == 1002


async def test_a_flood_costs_nothing_more_while_the_connection_is_being_closed() -> (
    None
):
    gate = Gate()
    async with back_office(
        transfers(gate.handler), limits=Limits(max_bad_messages=1)
    ) as peer:
        await ask(peer)
        await gate.reached.wait()
        for _ in range(2):
            await peer.send("bad")
        await spin()
        tasks = len(asyncio.all_tasks())
        for _ in range(100):
            await peer.send("bad")
        await spin()
        assert len(asyncio.all_tasks()) == tasks
        gate.opened.set()
        assert (await told(peer))[:2] == [3, "1"]


# --- Ids ------------------------------------------------------------------------------


async def test_an_id_that_is_taken_does_no_harm() -> None:
    ids = iter(["a", "a", "b"])
    async with back_office(new_id=lambda: next(ids)) as peer:
        first = asyncio.create_task(peer.connection.call(ASK))
        await asyncio.sleep(0)
        with pytest.raises(ValueError, match="pending"):
            await peer.connection.call(ASK)
        second = asyncio.create_task(peer.connection.call(ASK))
        for message_id in "ab":
            frame = json.loads(await peer.recv())
            assert frame[1] == message_id
            await peer.send(f'[3,"{message_id}",{{"status":"Accepted"}}]')
        assert (await first, await second) == (DONE, DONE)
