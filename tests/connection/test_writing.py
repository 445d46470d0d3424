"""What is written when, and what waits for room."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Any

import pytest

from ocpp_rpc import Limits
from ocpp_rpc.connection.dispatching import Dispatcher
from ocpp_rpc.connection.time_limits import TimeLimits
from ocpp_rpc.connection.writing import Writer
from ocpp_rpc.errors import ConnectionClosed
from ocpp_rpc.protocol.events import CallStarted, Event, FrameSent
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports import TransportClosed
from tests.support.scripted import ASK, spin

from .parts import Wire, ground, session


class World:
    """A writer, and what is around it."""

    def __init__(self, *, wire: Any = None, in_flight: int = 100) -> None:
        limits = Limits(max_in_flight=in_flight)
        self.session = session(observed=True, limits=limits)
        self.wire = Wire()
        self.clock = VirtualClock()
        self.events: list[Event] = []
        self.ground = ground(
            session=self.session,
            transport=wire or self.wire,
            clock=self.clock,
            observe=self.events.append,
        )
        self.dispatcher = Dispatcher(self.ground, lambda: None)
        self.time_limits = TimeLimits(self.ground, lambda: None)
        self.writer = Writer(self.ground, self.dispatcher, self.time_limits)

    def call(self, *message_ids: str, timeout: float | None = 5.0) -> None:
        for message_id in message_ids:
            self.session.call(message_id, ASK, self.clock.time(), timeout=timeout)
            self.dispatcher.expect(message_id)

    def owe(self, *message_ids: str) -> None:
        """Have answers to write: to calls that are refused."""
        for message_id in message_ids:
            self.session.receive(f'[2,"{message_id}","Nonsense",{{}}]', 0.0)

    @property
    def written(self) -> str:
        """The ids of what was written."""
        return "".join(text.split('"')[1] for text in self.wire.log)


Make = Callable[..., World]


@pytest.fixture
async def make() -> AsyncGenerator[Make]:
    """Make worlds whose timers end with the test."""
    worlds: list[World] = []

    def make(**options: Any) -> World:
        worlds.append(World(**options))
        return worlds[-1]

    yield make
    for world in worlds:
        world.time_limits.stop()


async def test_all_is_written_and_then_the_events_are_walked(make: Make) -> None:
    world = make()
    world.owe("a")
    world.call("1", "2")
    assert world.writer.flush() is None
    assert world.written == "a12"
    kinds = [type(event) for event in world.events]
    assert kinds[:3] == [FrameSent] * 3
    assert kinds.count(CallStarted) == 2
    assert world.writer.flush() is None
    assert world.written == "a12"


async def test_a_call_that_is_written_has_a_time_limit(make: Make) -> None:
    world = make()
    world.owe("a")
    assert world.writer.flush() is None
    assert world.clock.timers == 0
    world.call("1")
    assert world.writer.flush() is None
    assert world.clock.timers == 1


async def test_who_fills_the_transport_writes_the_rest_once_there_is_room(
    make: Make,
) -> None:
    world = make()
    room = world.wire.fill()
    world.call("1", "2", "3")
    rest = world.writer.flush()
    assert rest is not None
    waiting = asyncio.create_task(rest)
    await spin(5)
    assert world.written == "1"
    again = world.wire.fill()
    room.set_result(None)
    await spin(5)
    assert (world.written, waiting.done()) == ("12", False)
    world.wire.room = None
    again.set_result(None)
    await waiting
    assert world.written == "123"
    assert CallStarted in map(type, world.events)


async def test_meanwhile_nobody_else_writes(make: Make) -> None:
    world = make()
    room = world.wire.fill()
    world.owe("a")
    first = asyncio.create_task(world.writer.flushed())
    await spin(5)
    world.owe("b")
    second = asyncio.create_task(world.writer.flushed())
    world.owe("c")
    world.writer.flush_soon()
    await spin(5)
    assert (world.written, second.done()) == ("a", False)
    world.wire.room = None
    room.set_result(None)
    await asyncio.gather(first, second)
    assert world.written == "abc"


@pytest.mark.parametrize("soon", [False, True])
async def test_a_call_is_held_and_its_time_runs(make: Make, soon: bool) -> None:
    world = make(in_flight=1)
    room = world.wire.fill()
    world.owe("a")
    waiting = asyncio.create_task(world.writer.flushed())
    await spin(5)
    world.call("1", "2")
    if soon:
        world.writer.flush_soon()
    else:
        assert world.writer.flush() is None  # nobody has to wait for a call
    assert (world.written, world.clock.timers) == ("a", 1)
    assert world.session.next_deadline == 5.0
    world.clock.advance(5.0)
    world.wire.room = None
    room.set_result(None)
    await waiting
    assert world.written == "a2"


@pytest.mark.parametrize("moment", ["writing", "waiting", "waiting behind"])
async def test_a_transport_that_is_closed(make: Make, moment: str) -> None:
    world = make()
    world.call("1")
    if moment == "writing":
        world.wire.end()
        assert world.writer.flush() is None
    else:
        room = world.wire.fill()
        waiting = asyncio.create_task(world.writer.flushed())
        await spin(5)
        if moment == "waiting behind":
            world.owe("a")
        behind = asyncio.create_task(world.writer.flushed())
        await spin(5)
        world.wire.end()
        room.set_exception(TransportClosed(1001, "bye"))
        await asyncio.gather(waiting, behind)
    assert world.writer.cut is not None
    assert (world.writer.cut.code, world.writer.cut.reason) == (1001, "bye")
    assert CallStarted in map(type, world.events)
    assert world.writer.flush() is None


async def test_who_waits_for_room_may_be_cancelled(make: Make) -> None:
    world = make()
    room = world.wire.fill()
    world.owe("a")
    first = asyncio.create_task(world.writer.flushed())
    await spin(5)
    world.owe("b")
    second, third = (asyncio.create_task(world.writer.flushed()) for _ in range(2))
    await spin(5)
    second.cancel()
    await spin(5)
    assert not third.done()
    world.wire.room = None
    first.cancel()
    await asyncio.wait([first, second, third])
    assert (first.cancelled(), second.cancelled()) == (True, True)
    assert third.exception() is None
    assert world.written == "ab"
    room.cancel()


async def test_nobody_waits_in_vain_in_a_task(make: Make) -> None:
    world = make()
    world.call("1")
    world.writer.flush_soon()
    assert (world.written, len(asyncio.all_tasks())) == ("1", 1)
    room = world.wire.fill()
    world.call("2")
    world.writer.flush_soon()
    world.call("3")
    world.writer.flush_soon()
    assert (world.written, len(asyncio.all_tasks())) == ("12", 2)
    world.wire.room = None
    room.set_result(None)
    await spin(5)
    assert (world.written, len(asyncio.all_tasks())) == ("123", 1)


class SendOnly:
    """A transport that has `send` alone."""

    def __init__(self) -> None:
        self.wire = Wire()
        self.send = self.wire.send


async def test_a_call_counts_as_sent_once_send_runs(make: Make) -> None:
    transport = SendOnly()
    world = make(wire=transport)
    world.call("1")
    reply = world.dispatcher.calls["1"]
    world.writer.flush_soon()
    world.session.connection_lost(1006, "", 0.0)
    await spin(5)
    assert transport.wire.log == []
    error = reply.exception()
    assert isinstance(error, ConnectionClosed)
    assert not error.sent
