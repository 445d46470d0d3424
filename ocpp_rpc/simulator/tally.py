"""What happens on many connections, in numbers."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median_low
from typing import Any

from ocpp_rpc import Connection, Event, HandshakeFailed, OcppError, OcppRpcError
from ocpp_rpc.protocol.events import (
    CallAnswered,
    CallFailed,
    CallSucceeded,
    Closed,
    Opened,
)

__all__ = ["Figures", "Tally", "quantile"]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """How calls went.

    Attributes:
        calls: How many there were.
        errors: How many of them failed.
        median: The latency in seconds that half of the others do not exceed; None: none
            succeeded. Likewise:
        percentile_95: That which 95 % of them do not exceed.
        longest: The longest one.
    """

    calls: int
    errors: int
    median: float | None = None
    percentile_95: float | None = None
    longest: float | None = None


class Tally:
    """Counts what happens: an observer of any number of connections.

    Attributes:
        connected: How many connections are open.
        opened: How many were ever opened.
        closed: How the others ended, by close code.
        refused: Why attempts to connect failed.
        failed: Why chargers gave up.
        errors: Why calls failed: the code of the answer, or the name of the exception.
        answered: How many calls of the back office were answered.
    """

    def __init__(self) -> None:
        self.connected = 0
        self.opened = 0
        self.closed: Counter[int] = Counter()
        self.refused: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.answered = 0
        # Eight bytes a call: a crowd makes millions of them.
        self._latencies: defaultdict[str, array[float]] = defaultdict(
            lambda: array("d")
        )
        self._failures: Counter[str] = Counter()

    def observe(self, event: Event, _: Connection) -> None:
        """Count an event."""
        match event:
            case Opened():
                self.connected += 1
                self.opened += 1
            case CallSucceeded():
                self._latencies[event.procedure.action].append(event.duration)
            case CallFailed():
                self.errors[_name(event.error)] += 1
                self._failures[event.procedure.action] += 1
            case CallAnswered():
                self.answered += 1
            case Closed(code):
                self.connected -= 1
                self.closed[code] += 1
            case _:
                pass

    def retry(self, failure: HandshakeFailed) -> bool:
        """Count a failure to connect, and have it tried again."""
        self.refused[failure.detail] += 1
        return True

    @property
    def calls(self) -> int:
        """How many calls succeeded or failed."""
        return sum(map(len, self._latencies.values())) + self._failures.total()

    @property
    def lost(self) -> int:
        """How many connections ended with another code than 1000."""
        return self.closed.total() - self.closed[1000]

    def progress(self, count: int) -> str:
        """Return a line that tells how it goes.

        Args:
            count: How many chargers there are.
        """
        return (
            f"{self.connected} of {count} connected, {self.calls} calls, "
            f"{self.errors.total()} errors, {self.lost} connections lost"
        )

    def by_action(self) -> Mapping[str, Figures]:
        """Return how the calls of each action went, in the order of their names."""
        return {
            action: _figures(self._latencies[action], self._failures[action])
            for action in sorted({*self._latencies, *self._failures})
        }

    def total(self) -> Figures:
        """Return how all calls went."""
        latencies = [each for some in self._latencies.values() for each in some]
        return _figures(latencies, self._failures.total())

    def remarks(self) -> Sequence[str]:
        """Return the rest, a line each."""
        lines = [
            f"connections: {self.opened}",
            f"calls of the back office answered: {self.answered}",
        ]
        counters: Mapping[str, Counter[Any]] = {
            "error": self.errors,
            "closed with": self.closed,
            "could not connect": self.refused,
            "gave up": self.failed,
        }
        for what, counter in counters.items():
            lines += [f"{what} {key}: {n}" for key, n in counter.most_common(_MOST)]
        return lines


_MOST = 10
"""How many different reasons are told."""


def _name(error: OcppRpcError) -> str:
    return str(error.code) if isinstance(error, OcppError) else type(error).__name__


def _figures(latencies: Sequence[float], errors: int) -> Figures:
    values = sorted(latencies)
    calls = len(values) + errors
    if not values:
        return Figures(calls=calls, errors=errors)
    return Figures(
        calls=calls,
        errors=errors,
        median=median_low(values),
        percentile_95=quantile(values, 0.95),
        longest=values[-1],
    )


def quantile(values: Sequence[float], part: float) -> float:
    """Return the least of some sorted values that so large a part does not exceed."""
    return values[ceil(part * len(values)) - 1]
