"""A virtual clock, which a test advances."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Final, TypeVar

__all__ = ["VirtualClock"]

ResultT = TypeVar("ResultT")

_TURNS: Final = 500
"""The turns of an event loop that hides what is ready: some fifty calls in a row."""

_ENDLESS: Final = 100_000
"""After so many turns, a task yields for ever, and the clock goes on all the same."""

_STOPS: Final = 10_000
"""After so many stops at one moment, the timers set there have no end."""

_OUTSIDE: Final = 0.001
"""The real seconds between two looks for a timer set by a thread or a socket."""


class _Timer:
    """One entry of a `VirtualClock`."""

    def __init__(self, when: float, callback: Callable[[], object]) -> None:
        self._when = when
        self.callback: Callable[[], object] | None = callback

    def when(self) -> float:
        return self._when

    def cancel(self) -> None:
        self.callback = None


class VirtualClock:
    """A clock that stands still until a test advances it.

    Pass it to connections and servers as `Settings.clock`, and to `network`. If
    `timers` is 0 at the end of a test, the test has left no time limit running.
    """

    def __init__(self) -> None:
        self._now = 0.0
        self._stops = 0
        self._order = count()
        self._timers: list[tuple[float, int, _Timer]] = []

    def time(self) -> float:
        """Return the time in seconds; it starts at 0."""
        return self._now

    @property
    def timers(self) -> int:
        """The number of timers that are neither due nor cancelled yet."""
        return sum(timer.callback is not None for _, _, timer in self._timers)

    def call_at(self, when: float, callback: Callable[[], object], /) -> _Timer:
        """Call a function once the clock reaches a time.

        Args:
            when: The time in seconds, as returned by `time`.
            callback: The function.

        Returns:
            A timer with `when()` and `cancel()`.
        """
        timer = _Timer(when, callback)
        heapq.heappush(self._timers, (when, next(self._order), timer))
        return timer

    def advance(self, seconds: float) -> None:
        """Advance the clock, and call the callbacks that fall due, in order of time.

        Tasks that wait for these callbacks run only after this method has returned, so
        all of them see the final time. With `pass_time`, each task sees the time at
        which it is due.

        Args:
            seconds: The seconds to advance.
        """
        self._turn_to(self._now + seconds)

    async def pass_time(self, seconds: float) -> None:
        """Advance the clock step by step, and let all tasks run as they fall due.

        The clock stops at each time for which a timer is set, until every task waits
        for a later time or for something outside this event loop, such as a thread or a
        socket. With 0 seconds, the clock stands still, and all tasks run as far as they
        can.

        Args:
            seconds: The seconds to advance.

        Raises:
            RuntimeError: Timers are set for one moment again and again, as by a
                back-off of 0 seconds.
        """
        end = self._now + seconds
        await _settled()
        while (when := self._next()) is not None and when <= end:
            await self._stop_at(when)
        self._turn_to(end)

    async def until(self, awaitable: Awaitable[ResultT]) -> ResultT:
        """Await an awaitable, and advance the clock as far as it needs.

        Whenever all tasks wait, the clock advances to the next timer. A thread or a
        socket gets real time only while no timer is set.

        Args:
            awaitable: The awaitable, such as a call.

        Returns:
            The result of the awaitable.

        Raises:
            RuntimeError: See `pass_time`.
        """
        future = asyncio.ensure_future(awaitable)
        try:
            await _settled()
            while not future.done():
                when = self._next()
                if when is None:
                    # A thread or a socket may finish the future, but also wake a task
                    # that sets a timer, which nothing tells of: so look now and then.
                    await asyncio.wait([future], timeout=_OUTSIDE)
                else:
                    await self._stop_at(when)
        finally:
            future.cancel()  # if this was cancelled, or raises; no effect if it is done
        return await future

    def _next(self) -> float | None:
        """Return for when the next timer is set; None if there is none."""
        while self._timers and self._timers[0][2].callback is None:
            heapq.heappop(self._timers)
        return self._timers[0][0] if self._timers else None

    async def _stop_at(self, when: float) -> None:
        self._stops = self._stops + 1 if when <= self._now else 0
        if self._stops > _STOPS:
            raise RuntimeError(f"timers without end are set for {self._now:g} s")
        self._turn_to(when)
        await _settled()

    def _turn_to(self, end: float) -> None:
        while self._timers and self._timers[0][0] <= end:
            when, _, timer = heapq.heappop(self._timers)
            self._now = max(
                self._now, when
            )  # a timer may be set for a time in the past
            if timer.callback is not None:
                timer.callback()
        self._now = max(self._now, end)


async def _settled() -> None:
    """Return once nothing else can run in this event loop.

    asyncio has no public way to ask for that. Yielding a fixed number of times does
    not do: how many turns a task needs until it waits depends on the code under test,
    and with too few the clock goes on before the task has set its next timer. So this
    reads `_ready`, the private queue in which the loops of asyncio keep what can run.

    uvloop has no such queue in Python; there, and in an asyncio that no longer has it,
    everything gets `_TURNS` turns. `test_everything_runs_when_it_is_due` in
    tests/testing/test_clock.py fails if asyncio takes `_ready` away.
    """
    ready = getattr(asyncio.get_running_loop(), "_ready", None)
    for _ in range(_TURNS if ready is None else _ENDLESS):
        await asyncio.sleep(0)
        if ready is not None and not ready:
            return
