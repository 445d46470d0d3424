"""One time for all processes of a fleet.

The newest connection decides which node holds a station, but the clocks of two machines
may differ by seconds. Each process therefore has a hybrid logical clock: the clock of
its machine, plus the greatest lag behind a time that it has received. Every message
carries the time of its sender. In this way, all processes follow the fastest clock of
the fleet, which runs at the usual speed between two messages, and a time limit that one
process sets means the same at another.
"""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["FleetClock"]


class FleetClock:
    """The time of a fleet, in microseconds; never goes back.

    Args:
        wall: The clock of the machine, in seconds. Use the time of day, because a
            monotonic clock may stop while the machine sleeps, and late messages would
            then appear to be in time.
    """

    def __init__(self, wall: Callable[[], float] = time.time) -> None:
        self._wall = wall
        self._behind = 0
        self._last = 0

    def now(self) -> int:
        """Return the time."""
        self._last = max(self._last, int(self._wall() * 1e6) + self._behind)
        return self._last

    def tick(self) -> int:
        """Return a token: a time that is later than all times returned before."""
        self._last = max(self._last + 1, self.now())
        return self._last

    def learn(self, seen: int) -> None:
        """Move the clock forward to the time of another process, or to a token."""
        ahead = seen - self.now()
        if ahead > 0:
            self._behind += ahead
            self._last = max(self._last, seen)
