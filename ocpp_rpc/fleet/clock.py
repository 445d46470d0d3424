"""One time for all processes of a fleet.

Who holds a station is decided by which connection is the newest, and the clocks of two
machines may differ by seconds. A hybrid logical clock settles that: it is the clock of
the machine, plus what it has been behind the furthest time that it was ever told.
Everything that is sent tells the time of its sender, so the time of a fleet is that of
its fastest clock, at each process that has heard of it, and it goes on at the usual
speed between two messages. A limit that one process sets means the same at another.
"""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["FleetClock"]


class FleetClock:
    """The time of a fleet, in microseconds; never goes back.

    Args:
        wall: The clock of the machine, in seconds. That of the day: one that stands
            still while the machine sleeps would take late messages for timely ones.
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
        """Return a token: a time that is later than every other one of this clock."""
        self._last = max(self._last + 1, self.now())
        return self._last

    def learn(self, seen: int) -> None:
        """Take note of the time of another process, or of a token."""
        ahead = seen - self.now()
        if ahead > 0:
            self._behind += ahead
            self._last = max(self._last, seen)
