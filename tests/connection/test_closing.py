"""How a connection ends, and what that is waited for by."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import pytest

from ocpp_rpc.connection.closing import Closing
from ocpp_rpc.connection.dispatching import Dispatcher
from ocpp_rpc.protocol.events import CallFailed, Closed, Event
from ocpp_rpc.testing import VirtualClock
from tests.support.scripted import ASK, Gate, spin

from .parts import Wire, ground, session


class World:
    """The closing of a connection, and what is around it."""

    def __init__(self) -> None:
        self.session = session()
        self.wire = Wire()
        self.clock = VirtualClock()
        self.events: list[Event] = []
        self.ground = ground(
            session=self.session,
            transport=self.wire,
            clock=self.clock,
            observe=self.events.append,
        )
        self.tasks = self.ground.tasks
        self.dispatcher = Dispatcher(self.ground, lambda: None)
        self.closing = Closing(self.ground, self.dispatcher, 10.0)

    def handle(self, gate: Gate) -> None:
        """Have a handler run."""

        async def handler() -> None:
            self.tasks.count_current()
            await gate.pass_through()

        self.tasks.start(handler())

    def begin(self, code: int = 1000, reason: str = "") -> Any:
        return self.closing.begin(code, reason)


@pytest.fixture
async def world() -> AsyncGenerator[World]:
    world = World()
    yield world
    world.closing.finish(1006, "")
    world.tasks.stop()
    await spin(5)


async def test_the_order_of_the_end(world: World) -> None:
    done: list[str] = []

    async def wait() -> None:
        await world.closing.wait()
        done.append(f"waiter, {len(world.events)} events")

    def called() -> None:
        assert world.session.closed == Closed(4000, "over")
        done.append(f"callback, {len(world.events)} events")

    waiting = asyncio.create_task(wait())
    await spin(3)
    world.session.call("1", ASK, 0.0)
    world.closing.on_close(called)
    world.closing.finish(4000, "over")
    await waiting
    assert done == ["callback, 0 events", "waiter, 2 events"]
    assert [type(event) for event in world.events] == [CallFailed, Closed]


async def test_the_end_comes_once(world: World) -> None:
    calls: list[int] = []
    world.closing.on_close(lambda: calls.append(1))
    world.closing.finish(4000, "over")
    world.closing.finish(4001, "again")
    world.closing.cut("again", 4002)
    assert (calls, world.session.closed) == ([1], Closed(4000, "over"))
    world.closing.on_close(lambda: calls.append(2))
    assert calls == [1, 2]
    await world.closing.wait()


async def test_a_callback_that_fails(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[int] = []

    def fail() -> None:
        raise LookupError("on purpose")

    world.closing.on_close(fail)
    world.closing.on_close(lambda: calls.append(1))
    world.closing.finish(1000, "")
    assert calls == [1]
    assert "'CP001': a function registered with on_close failed" in caplog.text


async def test_who_waits_may_stop(world: World) -> None:
    stopped, other = (asyncio.create_task(world.closing.wait()) for _ in range(2))
    await spin(3)
    stopped.cancel()
    await asyncio.wait([stopped])
    world.closing.finish(1000, "")
    await other
    assert stopped.cancelled()
    closing: Any = world.closing
    assert closing._waiters == []


async def test_a_cut_tells_the_peer_nothing(world: World) -> None:
    world.closing.cut("no pong")
    assert world.wire.log == ["aborted"]
    assert world.session.closed == Closed(1006, "no pong")


async def test_an_orderly_close_waits_for_handlers(world: World) -> None:
    gate = Gate()
    world.handle(gate)
    await spin(3)
    closed = world.begin(4000, "over")
    assert world.begin(4001, "again") is closed
    world.session.receive('[2,"1","DataTransfer",{"vendorId":"Acme"}]', 0.0)
    assert world.session.next_to_send(0.0) == (
        '[4,"1","GenericError","the connection is closing",{}]'
    )
    world.session.call("1", ASK, 0.0)  # as handlers may
    await spin(3)
    assert world.wire.log == []
    gate.opened.set()
    await spin(5)
    assert world.wire.log == ["closed 4000 over"]
    assert [type(event) for event in world.events[1:]] == [CallFailed]
    assert not closed.done()
    world.closing.finish(4000, "over")  # as the reader does
    await closed
    assert world.clock.timers == 0


async def test_an_orderly_close_does_not_wait_for_ever(world: World) -> None:
    world.handle(Gate())
    await spin(3)
    closed = world.begin()
    await spin(3)
    world.clock.advance(9.9)
    await spin(3)
    assert world.wire.log == []
    world.clock.advance(0.1)
    await spin(3)
    assert world.wire.log == ["closed 1000 "]
    world.closing.finish(1000, "")
    await closed


async def test_a_time_limit_for_all_of_it(world: World) -> None:
    world.handle(Gate())
    await spin(3)
    world.begin(4000, "over")
    world.closing.cut_in(3, 4001, "too late")
    await spin(3)
    world.clock.advance(2.9)
    assert world.session.closed is None
    world.clock.advance(0.1)
    assert world.session.closed == Closed(4001, "too late")
    assert world.wire.log == ["aborted"]
    world.tasks.stop()
    await spin(5)
    assert world.clock.timers == 0


async def test_no_time_limit_is_left_over(world: World) -> None:
    world.closing.cut_in(3, 4001, "too late")
    assert world.clock.timers == 1
    world.closing.finish(1000, "")
    assert world.clock.timers == 0
    world.closing.cut_in(3, 4001, "too late")
    assert world.clock.timers == 0
