"""One time for all processes of a fleet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.fleet.clock import FleetClock


class Wall:
    """The clock of a machine."""

    def __init__(self, seconds: float = 1000.0) -> None:
        self.seconds = seconds

    def __call__(self) -> float:
        return self.seconds


def test_it_is_that_of_the_machine_at_first() -> None:
    wall = Wall(12.5)
    clock = FleetClock(wall)
    assert clock.now() == 12_500_000
    wall.seconds = 13
    assert clock.now() == 13_000_000


def test_tokens_differ_though_the_clock_stands() -> None:
    clock = FleetClock(Wall())
    tokens = [clock.tick() for _ in range(3)]
    assert tokens == sorted({*tokens})


def test_it_is_that_of_the_fastest_and_goes_on() -> None:
    wall = Wall()
    slow, fast = FleetClock(wall), FleetClock(lambda: wall() + 5)
    slow.learn(fast.tick())
    wall.seconds += 2
    assert slow.now() == fast.now() == 1007_000_000


def test_what_is_earlier_teaches_nothing() -> None:
    clock = FleetClock(Wall())
    clock.learn(1)
    assert clock.now() == 1000_000_000


@given(st.lists(st.tuples(st.floats(-10, 10), st.integers(0, 2_000_000_000))))
def test_it_never_goes_back(steps: list[tuple[float, int]]) -> None:
    wall = Wall()
    clock = FleetClock(wall)
    seen = [clock.tick()]
    for step, learnt in steps:
        wall.seconds += step
        clock.learn(learnt)
        assert clock.now() >= max(seen[-1], learnt)
        seen.append(clock.tick())
    assert seen == sorted({*seen})


def test_a_token_is_later_than_what_it_comes_after() -> None:
    ahead, behind = FleetClock(Wall(1005)), FleetClock(Wall(995))
    first = ahead.tick()
    behind.learn(first)
    assert behind.tick() > first
