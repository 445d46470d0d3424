"""What a handler can know of the message that it handles."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextvars import Context, copy_context
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ocpp_messages import v1x, v16, v21
from ocpp_rpc import Connection, CurrentCall, Router, Settings, current_call
from ocpp_rpc.connection.calls import noting
from ocpp_rpc.protocol import FrameTolerance
from ocpp_rpc.testing import raw_peer

HEARTBEAT = '[2,"%s","Heartbeat",{}]'
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)


@dataclass
class Named:
    """As much of a message as is noted."""

    id: str
    procedure: Any = None
    received: float = 0.0


def answer() -> v16.HeartbeatResponse:
    return v16.HeartbeatResponse(current_time=NOON)


async def asked(routes: Router, *ids: str, **others: Any) -> None:
    async with raw_peer(routes, version="1.6", **others) as peer:
        for message_id in ids:
            await peer.send(HEARTBEAT % message_id)
            assert (await peer.recv()).startswith(f'[3,"{message_id}"')


async def test_each_kind_of_handler_knows_its_call() -> None:
    seen: list[tuple[str, str]] = []

    def see(where: str) -> None:
        seen.append((where, current_call().id))

    def plain(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        see("plain")
        return answer()

    async def waiting(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        see("before")
        await asyncio.sleep(0)
        see("after waiting")
        await asyncio.create_task(within())
        return answer()

    async def within() -> None:
        see("task")

    def blocking(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        see("thread")
        return answer()

    def of_1x(_: v1x.HeartbeatRequest) -> v1x.HeartbeatResponse:
        see("v1x")
        return v1x.HeartbeatResponse(current_time=NOON)

    handlers: list[tuple[Any, Callable[..., Any], bool]] = [
        (v16.HeartbeatRequest, plain, False),
        (v16.HeartbeatRequest, waiting, False),
        (v16.HeartbeatRequest, blocking, True),
        (v1x.HeartbeatRequest, of_1x, False),
    ]
    for message, function, in_thread in handlers:
        routes = Router()
        routes.add(message, function, in_thread=in_thread)

        @routes.after(message)
        async def then(_: Any) -> None:
            see("then")
            await asyncio.sleep(0)
            see("then")

        await asked(routes, "a", "b")
    wheres = [where for where, _ in seen]
    assert set(wheres) == {
        *("plain", "before", "after waiting", "task", "thread", "v1x", "then")
    }
    for where in set(wheres):
        ids = [message_id for each, message_id in seen if each == where]
        assert ids == sorted(ids) or where == "then"
        assert set(ids) == {"a", "b"}


async def test_handlers_that_wait_know_their_own_call() -> None:
    go, ids = asyncio.Event(), list[str]()
    routes = Router()

    @routes.on(v16.HeartbeatRequest)
    async def heartbeat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        before = current_call().id
        await go.wait()
        assert current_call().id == before
        ids.append(before)
        return answer()

    async with raw_peer(routes, version="1.6") as peer:
        for message_id in "abc":
            await peer.send(HEARTBEAT % message_id)
        go.set()
        for _ in "abc":
            await peer.recv()
    assert sorted(ids) == ["a", "b", "c"]


async def test_a_call_says_what_it_is_and_when_it_came() -> None:
    found: list[CurrentCall] = []
    routes = Router()

    @routes.on(v16.HeartbeatRequest)
    def heartbeat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        found.append(current_call())
        return answer()

    start = asyncio.get_running_loop().time()
    settings = Settings(frame_tolerance=FrameTolerance(integer_ids=True))
    async with raw_peer(routes, version="1.6", settings=settings) as peer:
        await peer.send('[2,5,"Heartbeat",{}]')
        await peer.recv()
    (call,) = found
    assert (call.id, call.action) == ("5", "Heartbeat")
    assert call.procedure is v16.PROCEDURES["Heartbeat"]
    assert start <= call.received <= asyncio.get_running_loop().time()
    assert abs(datetime.now(UTC) - call.arrival) < timedelta(seconds=10)


async def test_an_id_that_came_before_is_known() -> None:
    found: list[tuple[str, bool, bool]] = []
    routes = Router()

    @routes.on(v16.HeartbeatRequest)
    def heartbeat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        call = current_call()
        found.append((call.id, call.seen_before, call.seen_on_connection))
        return answer()

    await asked(routes, "a", "b", "a")
    await asked(routes, "b", "c", "c")
    assert found == [
        *(("a", False, False), ("b", False, False), ("a", True, True)),
        *(("b", True, False), ("c", False, False), ("c", True, True)),
    ]
    found.clear()
    await asked(routes, *map(str, range(16)), "c", "1", "0")
    assert found[-3:] == [
        *(("c", False, False), ("1", True, True), ("0", False, False)),
    ]
    found.clear()
    await asked(routes, *map(str, range(100, 116)), "100")
    assert found[-1] == ("100", True, True)


async def test_stations_do_not_share_ids() -> None:
    def note(identity: str, role: Any = v16.BACK_OFFICE) -> bool:
        incoming: Any = Named("1")
        noting(identity, role, lambda: 0.0).note(incoming)
        return current_call().seen_before

    assert [note("A"), note("B"), note("A"), note("A", v16.STATION)] == [
        *(False, False, True, False),
    ]
    assert [note(""), note("")] == [False, False]


async def test_what_came_before_is_found_among_the_last_16_messages() -> None:
    choose = random.Random(16)
    notes = [noting("A", v16.BACK_OFFICE, lambda: 0.0).note for _ in range(2)]
    came: list[tuple[str, int]] = []
    expected: list[tuple[bool, bool]] = []
    contexts: list[Context] = []
    for _ in range(500):
        message_id, on = str(choose.randrange(30)), choose.randrange(2)
        incoming: Any = Named(message_id)
        contexts.append(copy_context())
        contexts[-1].run(notes[on], incoming)
        before = dict(came[-16:]).get(message_id)
        expected.append((before is not None, before == on))
        came.append((message_id, on))
    # Each is asked only now: what came after a message is not before it.
    calls = [context.run(current_call) for context in contexts]
    found = [(call.seen_before, call.seen_on_connection) for call in calls]
    assert found == expected
    assert {(False, False), (True, False), (True, True)} == set(found)


async def test_a_message_that_is_not_answered_is_the_current_one() -> None:
    ids: list[str] = []
    routes = Router()

    @routes.on(v21.NotifyPeriodicEventStream)
    async def stream(_: v21.NotifyPeriodicEventStream, connection: Connection) -> None:
        assert connection.version == "2.1"
        await asyncio.sleep(0)
        ids.append(current_call().id)

    @routes.on(v21.HeartbeatRequest)
    async def heartbeat(_: v21.HeartbeatRequest) -> v21.HeartbeatResponse:
        return v21.HeartbeatResponse(current_time=NOON)

    text = (
        '[6,"s","NotifyPeriodicEventStream",{"id":1,"pending":0,'
        '"basetime":"2026-01-31T12:00:00Z","data":[{"t":0,"v":"1"}]}]'
    )
    async with raw_peer(routes, version="2.1") as peer:
        await peer.send(text)
        await peer.send(HEARTBEAT % "h")
        await peer.recv()
    assert ids == ["s"]


def test_there_is_none_elsewhere() -> None:
    with pytest.raises(RuntimeError, match="within a handler"):
        current_call()
