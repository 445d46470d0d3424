"""The one timer of a connection."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import pytest

from ocpp_rpc.connection.time_limits import TimeLimits
from ocpp_rpc.testing import VirtualClock

from .parts import ground


class Deadlines:
    """A session that has nothing but deadlines."""

    def __init__(self) -> None:
        self.deadlines: list[float] = []
        self.told: list[float | str] = []

    @property
    def next_deadline(self) -> float | None:
        return min(self.deadlines, default=None)

    def expire(self, now: float) -> None:
        self.told.append(now)
        self.deadlines = [each for each in self.deadlines if each > now]


class World:
    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.session = Deadlines()
        self.limits = TimeLimits(
            ground(session=self.session, clock=self.clock),
            lambda: self.session.told.append("expired"),
        )

    def watch(self, *deadlines: float) -> None:
        self.session.deadlines.extend(deadlines)
        self.limits.watch()


@pytest.fixture
async def world() -> AsyncGenerator[World]:
    world = World()
    yield world
    world.limits.stop()


async def test_no_timer_without_a_limit(world: World) -> None:
    world.watch()
    assert world.clock.timers == 0


async def test_the_session_is_told_the_time_before_anybody_else(world: World) -> None:
    world.watch(5)
    world.clock.advance(4.9)
    assert world.session.told == []
    world.clock.advance(0.1)
    assert world.session.told == [5, "expired"]
    assert world.clock.timers == 0


async def test_one_timer_however_many_limits(world: World) -> None:
    for deadline in (30, 31, 32, 10, 12):
        world.watch(deadline)
        assert world.clock.timers == 1
    world.clock.advance(10)
    assert world.session.told == [10, "expired"]
    world.clock.advance(2)
    assert world.session.told == [10, "expired", 12, "expired"]


async def test_a_timer_is_left_alone_when_its_call_is_answered(world: World) -> None:
    world.watch(30)
    world.session.deadlines.clear()
    world.clock.advance(20)
    world.watch(50)
    assert world.clock.timers == 1
    world.clock.advance(10)
    assert world.session.told == [30, "expired"]
    world.clock.advance(20)
    assert world.session.told == [30, "expired", 50, "expired"]


async def test_no_timer_is_left_over(world: World) -> None:
    world.limits.stop()
    world.watch(30)
    world.limits.stop()
    assert world.clock.timers == 0
    world.clock.advance(100)
    assert world.session.told == []
