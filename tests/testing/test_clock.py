"""The clock that tests turn."""

from __future__ import annotations

import asyncio
import threading
from itertools import count
from typing import Any

import pytest

from ocpp_rpc.testing import VirtualClock


def test_the_clock_stands_still() -> None:
    clock = VirtualClock()
    assert clock.time() == 0.0
    clock.advance(2.5)
    assert clock.time() == 2.5


def test_the_clock_calls_back_in_order() -> None:
    clock = VirtualClock()
    seen: list[tuple[str, float]] = []

    def note(name: str) -> None:
        seen.append((name, clock.time()))

    clock.call_at(2.0, lambda: note("c"))
    clock.call_at(1.0, lambda: note("a"))
    clock.call_at(1.0, lambda: note("b"))
    clock.call_at(3.0, lambda: note("never")).cancel()
    assert clock.call_at(4.0, lambda: note("d")).when() == 4.0
    clock.advance(3.0)
    assert seen == [("a", 1.0), ("b", 1.0), ("c", 2.0)]
    clock.advance(1.0)
    assert seen[3:] == [("d", 4.0)]


def test_a_callback_may_set_another_one() -> None:
    clock = VirtualClock()
    seen: list[float] = []
    clock.call_at(1.0, lambda: clock.call_at(2.0, lambda: seen.append(clock.time())))
    clock.advance(5.0)
    assert seen == [2.0]
    clock.call_at(1.0, lambda: seen.append(clock.time()))  # which is past
    clock.advance(0.0)
    assert seen == [2.0, 5.0]


def test_the_clock_counts_what_is_set() -> None:
    clock = VirtualClock()
    assert clock.timers == 0
    soon, late = (clock.call_at(when, lambda: None) for when in (1.0, 2.0))
    assert clock.timers == 2
    clock.advance(1.0)
    assert clock.timers == 1
    soon.cancel()  # which was called back already
    assert clock.timers == 1
    late.cancel()
    assert clock.timers == 0


# --- Passing time ---------------------------------------------------------------------


async def wait(clock: VirtualClock, seconds: float) -> None:
    over = asyncio.Event()
    timer = clock.call_at(clock.time() + seconds, over.set)
    try:
        await over.wait()
    finally:
        timer.cancel()


async def clicks(clock: VirtualClock, seen: list[float], turns: int) -> None:
    """Note the time every ten seconds, and each time only after some turns."""
    while True:
        for _ in range(turns):
            await asyncio.sleep(0)
        seen.append(clock.time())
        await wait(clock, 10)


async def passing(turns: int) -> list[float]:
    """Return when clicks come in 35 seconds."""
    clock, seen = VirtualClock(), list[float]()
    task = asyncio.create_task(clicks(clock, seen, turns))
    await clock.pass_time(0)
    assert (seen, clock.time()) == ([0], 0)
    await clock.pass_time(35)
    assert clock.time() == 35
    task.cancel()
    await asyncio.wait([task])
    return seen


@pytest.mark.parametrize(("library", "turns"), [("asyncio", 20_000), ("uvloop", 400)])
def test_everything_runs_when_it_is_due(library: str, turns: int) -> None:
    loop: Any = pytest.importorskip(library)
    with asyncio.Runner(loop_factory=loop.new_event_loop) as runner:
        assert runner.run(passing(turns)) == [0, 10, 20, 30]


async def test_time_that_is_turned_at_once_is_one_moment() -> None:
    clock, seen = VirtualClock(), list[float]()
    task = asyncio.create_task(clicks(clock, seen, 0))
    await clock.pass_time(0)
    clock.advance(35)
    await clock.pass_time(0)
    assert seen == [0, 35]
    task.cancel()
    await asyncio.wait([task])


async def test_what_runs_without_end_does_not_stop_the_clock() -> None:
    clock = VirtualClock()

    async def run() -> None:
        for _ in count():
            await asyncio.sleep(0)

    task = asyncio.create_task(run())
    await clock.pass_time(1)
    assert clock.time() == 1
    task.cancel()
    await asyncio.wait([task])


async def test_timers_without_end_for_one_moment() -> None:
    clock = VirtualClock()

    async def run() -> None:
        while True:
            await wait(clock, 0)

    task = asyncio.create_task(run())
    for passing in (clock.pass_time(1), clock.until(asyncio.Event().wait())):
        with pytest.raises(RuntimeError, match="timers without end are set for 0 s"):
            await passing
    task.cancel()
    await asyncio.wait([task])


async def test_what_was_cancelled_is_passed_over() -> None:
    clock, seen = VirtualClock(), list[float]()
    clock.call_at(1.0, lambda: seen.append(1)).cancel()
    clock.call_at(2.0, lambda: seen.append(2))
    await clock.pass_time(3)
    assert (seen, clock.timers, clock.time()) == ([2], 0, 3)


async def test_a_time_that_is_past_does_not_turn_the_clock_back() -> None:
    clock = VirtualClock()
    clock.advance(10)

    async def take() -> float:
        await wait(clock, -5)
        return clock.time()

    taking = asyncio.create_task(take())
    await clock.pass_time(0)
    assert (await taking, clock.time()) == (10, 10)


# --- Until something is done ----------------------------------------------------------


async def test_as_much_time_passes_as_it_takes() -> None:
    clock, seen = VirtualClock(), list[float]()

    async def take() -> str:
        await wait(clock, 7)
        return "taken"

    task = asyncio.create_task(clicks(clock, seen, 3))
    assert await clock.until(take()) == "taken"
    assert clock.time() == 7
    assert await clock.until(asyncio.create_task(take())) == "taken"
    assert (clock.time(), seen) == (14, [0, 10])
    task.cancel()
    await asyncio.wait([task])


async def test_what_fails_takes_no_time() -> None:
    clock = VirtualClock()

    async def fail() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        await clock.until(fail())
    assert clock.time() == 0


async def test_what_is_outside_is_waited_for() -> None:
    clock, released = VirtualClock(), threading.Event()

    async def take() -> None:
        asyncio.get_running_loop().call_later(0.01, released.set)
        await asyncio.to_thread(released.wait)
        await wait(clock, 5)

    await clock.until(take())
    assert clock.time() == 5


async def test_until_may_be_cancelled() -> None:
    clock = VirtualClock()
    never = asyncio.Event()
    inner = asyncio.create_task(never.wait())
    outer = asyncio.create_task(clock.until(inner))
    await clock.pass_time(0)
    outer.cancel()
    await asyncio.wait([inner, outer])
    assert inner.cancelled()
    assert outer.cancelled()
