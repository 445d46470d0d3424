"""Percentiles of any number of times, in bounded memory.

Times are counted in buckets, each of which is 1 % longer than the one before. About
2500 buckets cover a microsecond to a day, whatever the number of times.
"""

from __future__ import annotations

from collections import Counter
from math import ceil, log
from typing import Final

__all__ = ["Histogram"]

_GROWTH: Final = log(1.01)
_SHORTEST: Final = -1400
"""The bucket of everything below a microsecond: 1.01 ** -1400 is 0.9 µs."""

_LONGEST: Final = 1200
"""The bucket of everything above 1.8 days: 1.01 ** 1200 is 153,000 s."""


class Histogram:
    """Counts times.

    Attributes:
        count: The number of times.
        longest: The longest time in seconds, exact; 0 without any.
    """

    def __init__(self) -> None:
        self.count = 0
        self.longest = 0.0
        self._buckets: Counter[int] = Counter()

    @property
    def size(self) -> int:
        """The number of buckets in use, which decides the memory."""
        return len(self._buckets)

    def add(self, seconds: float) -> None:
        """Count a time."""
        self.count += 1
        self.longest = max(self.longest, seconds)
        self._buckets[_bucket(seconds)] += 1

    def update(self, other: Histogram) -> None:
        """Count all times of another histogram."""
        self.count += other.count
        self.longest = max(self.longest, other.longest)
        self._buckets.update(other._buckets)

    def quantile(self, part: float) -> float | None:
        """Return the shortest time that a part of all times does not exceed.

        The result is at most 1 % too long, and never longer than the longest time.

        Args:
            part: The part, such as 0.95 for the 95th percentile.

        Returns:
            The time in seconds; None if no time was counted.
        """
        missing = ceil(part * self.count)
        for bucket in sorted(self._buckets):
            missing -= self._buckets[bucket]
            if missing <= 0:
                return min(1.01**bucket, self.longest)
        return None


def _bucket(seconds: float) -> int:
    if seconds <= 0:  # a clock may stand still
        return _SHORTEST
    return min(max(ceil(log(seconds) / _GROWTH), _SHORTEST), _LONGEST)
