"""What happens on many connections, in numbers."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import ceil
from statistics import median_low
from typing import Any

from rich import box
from rich.table import Table

from ocpp_rpc import Connection, Event, HandshakeFailed, OcppError, OcppRpcError
from ocpp_rpc.protocol.events import (
    CallAnswered,
    CallFailed,
    CallSucceeded,
    Closed,
    Opened,
)

__all__ = ["Tally", "quantile"]


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

    def table(self) -> Table:
        """Return how the calls went, by action."""
        table = Table(box=box.SIMPLE_HEAD)
        table.add_column("call")
        for name in ("number", "errors", "median", "95 %", "longest"):
            table.add_column(name, justify="right")
        everything = array("d")
        for action in sorted({*self._latencies, *self._failures}):
            latencies = self._latencies[action]
            everything.extend(latencies)
            table.add_row(action, *_row(latencies, self._failures[action]))
        table.add_row("all", *_row(everything, self._failures.total()))
        return table

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


def _row(latencies: array[float], failures: int) -> Sequence[str]:
    values = sorted(latencies)
    number = str(len(values) + failures)
    if not values:
        return number, str(failures), "", "", ""
    times = median_low(values), quantile(values, 0.95), values[-1]
    return number, str(failures), *(f"{1000 * time:.1f} ms" for time in times)


def quantile(values: Sequence[float], part: float) -> float:
    """Return the least of some sorted values that so large a part does not exceed."""
    return values[ceil(part * len(values)) - 1]
