"""Messages that are handled one after the other."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import Any

import pytest

from ocpp_messages import v16, v21
from ocpp_rpc import Connection, Limits, OcppError, Router, Settings
from ocpp_rpc.errors import ErrorCode
from ocpp_rpc.testing import RawPeer, pair, raw_peer

DATA = '[2,"%s","DataTransfer",{"vendorId":"%s"}]'
ACCEPTED = v16.DataTransferResponse(status=v16.DataTransferStatus.ACCEPTED)


class Office:
    """Handles calls, each of which waits until it may go on."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.routes = Router()
        self.routes.add(v16.DataTransferRequest, self.handle)
        self.connection: Connection | None = None

    async def handle(
        self, request: v16.DataTransferRequest, connection: Connection
    ) -> v16.DataTransferResponse:
        self.connection, name = connection, request.vendor_id
        self.log.append(f"+{name}")
        if name in self.gates:
            await self.gates[name].wait()
        self.log.append(f"-{name}")
        if name == "bad":
            raise OcppError(ErrorCode.INTERNAL_ERROR)
        return ACCEPTED


def ordered(**others: Any) -> Settings:
    return Settings(limits=Limits(in_order=True, **others))


async def settle() -> None:
    """Let the connection read what was sent."""
    for _ in range(20):
        await asyncio.sleep(0)


async def answers(peer: RawPeer, count: int) -> list[str]:
    return [(await peer.recv()).split('"')[1] for _ in range(count)]


@pytest.mark.parametrize("in_order", [True, False])
async def test_messages_are_handled_in_order(in_order: bool) -> None:
    office = Office()
    office.gates = {"a": asyncio.Event(), "c": asyncio.Event()}
    settings = Settings(limits=Limits(in_order=in_order))
    async with raw_peer(office.routes, version="1.6", settings=settings) as peer:
        for name in ("a", "b", "bad", "c", "d"):
            await peer.send(DATA % (name, name))
        if in_order:
            await settle()
        else:
            assert await answers(peer, 3) == ["b", "bad", "d"]
        office.gates["a"].set()
        office.gates["c"].set()
        ids = await answers(peer, 5 if in_order else 2)
    if in_order:
        assert " ".join(office.log) == "+a -a +b -b +bad -bad +c -c +d -d"
        assert ids == ["a", "b", "bad", "c", "d"]
    else:
        assert office.log[:2] == ["+a", "+b"]


async def test_those_that_wait_are_bounded() -> None:
    office = Office()
    office.gates = {"a": asyncio.Event()}
    settings = ordered(max_unanswered=3)
    async with raw_peer(office.routes, version="1.6", settings=settings) as peer:
        for name in "abcd":
            await peer.send(DATA % (name, name))
        assert (await peer.recv()).startswith('[4,"d","GenericError"')
        assert office.log == ["+a"]
        office.gates["a"].set()
        assert await answers(peer, 3) == ["a", "b", "c"]


async def test_a_handler_that_calls_back_gets_its_reply() -> None:
    back: list[str] = []
    routes = Router()

    @routes.on(v16.DataTransferRequest)
    async def call_back(
        request: v16.DataTransferRequest, connection: Connection
    ) -> v16.DataTransferResponse:
        await connection.call(v16.ClearCacheRequest())
        back.append(request.vendor_id)
        return ACCEPTED

    async with raw_peer(routes, version="1.6", settings=ordered()) as peer:
        for name in "abc":
            await peer.send(DATA % (name, name))
        for name in "abc":
            call = await peer.recv()
            assert "ClearCache" in call
            message_id = call.split('"')[1]
            await peer.send(f'[3,"{message_id}",{{"status":"Accepted"}}]')
            assert (await peer.recv()).startswith(f'[3,"{name}"')
    assert back == ["a", "b", "c"]


async def test_what_comes_after_an_answer_may_wait_for_the_next_message() -> None:
    office, told = Office(), asyncio.Event()

    @office.routes.after(v16.DataTransferRequest)
    async def then(request: v16.DataTransferRequest) -> None:
        if request.vendor_id == "a":
            await told.wait()
        else:
            told.set()

    async with raw_peer(office.routes, version="1.6", settings=ordered()) as peer:
        for name in "ab":
            await peer.send(DATA % (name, name))
        assert await answers(peer, 2) == ["a", "b"]
        await told.wait()


async def test_what_comes_after_an_answer_may_close_within_the_next_turn() -> None:
    office = Office()
    office.gates = {"b": asyncio.Event()}
    closing = asyncio.Event()

    @office.routes.after(v16.DataTransferRequest)
    async def close(request: v16.DataTransferRequest, connection: Connection) -> None:
        if request.vendor_id == "a":
            closing.set()
            await connection.close()

    async with raw_peer(office.routes, version="1.6", settings=ordered()) as peer:
        office.gates["a"] = asyncio.Event()
        for name in "abc":
            await peer.send(DATA % (name, name))
        await settle()
        office.gates["a"].set()
        await closing.wait()
        await settle()
        assert " ".join(office.log) == "+a -a +b"
        office.gates["b"].set()
        assert await answers(peer, 3) == ["a", "b", "c"]


async def test_a_message_that_comes_as_a_turn_begins_has_none_yet() -> None:
    office = Office()
    office.gates = {"a": asyncio.Event()}
    async with raw_peer(office.routes, version="1.6", settings=ordered()) as peer:
        for name in "ab":
            await peer.send(DATA % (name, name))
        await settle()
        office.gates["a"].set()  # and the next message is there before `b` goes on
        await peer.send(DATA % ("c", "c"))
        assert await answers(peer, 3) == ["a", "b", "c"]
    assert " ".join(office.log) == "+a -a +b -b +c -c"


async def test_a_message_without_an_answer_has_its_turn() -> None:
    log: list[str] = []
    routes = Router()

    @routes.on(v21.NotifyPeriodicEventStream)
    async def stream(message: v21.NotifyPeriodicEventStream) -> None:
        log.append(f"+{message.id}")
        await asyncio.sleep(0)
        log.append(f"-{message.id}")

    @routes.on(v21.HeartbeatRequest)
    async def heartbeat(_: v21.HeartbeatRequest) -> v21.HeartbeatResponse:
        log.append("heartbeat")
        return v21.HeartbeatResponse(current_time=datetime.now(UTC))

    text = (
        '[6,"s","NotifyPeriodicEventStream",{"id":%d,"pending":0,'
        '"basetime":"2026-01-31T12:00:00Z","data":[{"t":0,"v":"1"}]}]'
    )
    async with raw_peer(routes, version="2.1", settings=ordered()) as peer:
        for number in (1, 2):
            await peer.send(text % number)
        await peer.send('[2,"h","Heartbeat",{}]')
        await peer.recv()
    assert log == ["+1", "-1", "+2", "-2", "heartbeat"]


async def test_closing_answers_those_that_wait() -> None:
    office = Office()
    office.gates = {"a": asyncio.Event()}
    async with raw_peer(office.routes, version="1.6", settings=ordered()) as peer:
        for name in "abc":
            await peer.send(DATA % (name, name))
        await settle()
        assert office.connection is not None
        closing = asyncio.create_task(office.connection.close())
        await asyncio.sleep(0)
        office.gates["a"].set()
        assert await answers(peer, 3) == ["a", "b", "c"]
        await closing


async def test_a_handler_that_closes_lets_the_others_go_on() -> None:
    routes, handled = Router(), list[str]()

    @routes.on(v16.DataTransferRequest)
    async def handle(
        request: v16.DataTransferRequest, connection: Connection
    ) -> v16.DataTransferResponse:
        handled.append(request.vendor_id)
        if request.vendor_id == "a":
            await asyncio.sleep(0)
            await connection.close()
        return ACCEPTED

    async with raw_peer(routes, version="1.6", settings=ordered()) as peer:
        for name in "ab":
            await peer.send(DATA % (name, name))
        assert (await peer.recv()).startswith('[3,"b"')
    assert handled == ["a", "b"]


async def test_a_handler_that_closes_does_so_without_an_order_as_well() -> None:
    """Its turn has begun before: otherwise those that wait for it would wait on."""
    gate, routes, handled = asyncio.Event(), Router(), list[str]()

    @routes.on(v16.DataTransferRequest)
    async def handle(
        request: v16.DataTransferRequest, connection: Connection
    ) -> v16.DataTransferResponse:
        handled.append(request.vendor_id)
        if request.vendor_id == "a":
            await gate.wait()
        elif request.vendor_id == "b":
            await asyncio.sleep(0)
            await connection.close()
        return ACCEPTED

    async with raw_peer(routes, version="1.6", settings=ordered()) as peer:
        for name in "abc":
            await peer.send(DATA % (name, name))
        await settle()
        peer.connection.limits = Limits()
        gate.set()
        assert await answers(peer, 2) == ["a", "c"]
    assert handled == ["a", "b", "c"]


async def test_the_end_leaves_nothing_behind(
    caplog: pytest.LogCaptureFixture,
) -> None:
    office = Office()
    office.gates = {"a": asyncio.Event()}
    async with raw_peer(office.routes, version="1.6", settings=ordered()) as peer:
        for name in "abc":
            await peer.send(DATA % (name, name))
        await settle()
        assert office.connection is not None
        office.connection.abort()
    assert office.log == ["+a"]
    assert [each for each in caplog.records if each.levelno >= logging.WARNING] == []


async def test_the_order_may_be_changed_at_any_time() -> None:
    office = Office()
    office.gates = {"a": asyncio.Event()}
    async with raw_peer(office.routes, version="1.6", settings=ordered()) as peer:
        for name in "ab":
            await peer.send(DATA % (name, name))
        await settle()
        assert office.connection is not None
        office.connection.limits = Limits()
        await peer.send(DATA % ("c", "c"))
        assert await answers(peer, 1) == ["c"]
        office.connection.limits = Limits(in_order=True)
        office.gates["a"].set()
        assert await answers(peer, 2) == ["a", "b"]


async def test_a_station_handles_in_order_too() -> None:
    log: list[int] = []

    async def handle(request: Any) -> Any:
        log.append(len(log))
        await asyncio.sleep(0)
        log.append(len(log))
        return v16.ClearCacheResponse(status=v16.ClearCacheStatus.ACCEPTED)

    settings = Settings(limits=Limits(in_order=True, max_in_flight=5))
    async with pair(version="1.6", station=handle, settings=settings) as (_, office):
        await asyncio.gather(*(office.call(v16.ClearCacheRequest()) for _ in range(3)))
    assert log == list(range(6))
