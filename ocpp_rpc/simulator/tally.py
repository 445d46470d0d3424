"""Counters and durations of the calls and connections of many chargers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from ocpp_rpc import Connection, Event, HandshakeFailed, OcppError, OcppRpcError
from ocpp_rpc.protocol.events import (
    CallAnswered,
    CallFailed,
    CallSucceeded,
    Closed,
    Opened,
)

from .histogram import Histogram

__all__ = ["Figures", "Tally", "Times"]


@dataclass(frozen=True, kw_only=True)
class Times:
    """The distribution of durations, in seconds; all None without a measurement.

    The percentiles are rounded up, by at most 1 %; the longest duration is exact.

    Attributes:
        median: The duration that half of the measurements do not exceed.
        percentile_90: The duration that 90 % of the measurements do not exceed.
        percentile_95: The duration that 95 % of the measurements do not exceed.
        percentile_99: The duration that 99 % of the measurements do not exceed.
        longest: The longest duration.
    """

    median: float | None = None
    percentile_90: float | None = None
    percentile_95: float | None = None
    percentile_99: float | None = None
    longest: float | None = None


@dataclass(frozen=True, kw_only=True)
class Figures(Times):
    """The number of calls, and the durations of those that succeeded.

    Attributes:
        calls: The number of calls, failed ones included.
        errors: The number of failed calls.
    """

    calls: int
    errors: int


class Tally:
    """The counters of any number of connections, kept by observing them.

    Attributes:
        connected: The number of open connections.
        opened: The number of connections opened so far.
        closed: The number of closed connections, by close code.
        refused: The number of failed attempts to connect, by reason.
        failed: The number of chargers that gave up, by reason.
        sessions: The number of completed sessions.
        cut_off: The number of sessions that did not end in time.
        errors: The number of failed calls, by the error code of the answer or the name
            of the exception.
        answered: The number of answered calls of the back office.
    """

    def __init__(self) -> None:
        self.connected = 0
        self.opened = 0
        self.closed: Counter[int] = Counter()
        self.refused: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()
        self.sessions = 0
        self.cut_off = 0
        self.errors: Counter[str] = Counter()
        self.answered = 0
        self._connecting = Histogram()
        self._latencies: defaultdict[str, Histogram] = defaultdict(Histogram)
        self._failures: Counter[str] = Counter()

    def observe(self, event: Event, _: Connection) -> None:
        """Count an event."""
        match event:
            case Opened():
                self.connected += 1
                self.opened += 1
            case CallSucceeded():
                self._latencies[event.procedure.action].add(event.duration)
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
        """Count a failed attempt to connect; return True, for another attempt."""
        self.refused[failure.detail] += 1
        return True

    def has_connected(self, seconds: float) -> None:
        """Count the seconds that a charger took to connect, from its first attempt."""
        self._connecting.add(seconds)

    @property
    def calls(self) -> int:
        """The number of calls that succeeded or failed."""
        succeeded = sum(each.count for each in self._latencies.values())
        return succeeded + self._failures.total()

    @property
    def lost(self) -> int:
        """The number of connections that ended with another code than 1000."""
        return self.closed.total() - self.closed[1000]

    @property
    def faults(self) -> Mapping[str, int]:
        """The number of faults by kind; kinds without a fault are left out.

        The kinds are "chargers gave up", "calls failed", "connections lost", "attempts
        to connect failed" and "sessions cut off".
        """
        counts = {
            "chargers gave up": self.failed.total(),
            "calls failed": self.errors.total(),
            "connections lost": self.lost,
            "attempts to connect failed": self.refused.total(),
            "sessions cut off": self.cut_off,
        }
        return {kind: count for kind, count in counts.items() if count}

    def progress(self, count: int) -> str:
        """Return the progress in one line.

        Args:
            count: The number of chargers.
        """
        return (
            f"{self.connected} of {count} connected, {self.calls} calls, "
            f"{self.errors.total()} errors, {self.lost} connections lost"
        )

    def connecting(self) -> Times:
        """Return the durations of connecting, failed attempts included."""
        return _times(self._connecting)

    def by_action(self) -> Mapping[str, Figures]:
        """Return the figures of each action, in the alphabetical order of actions."""
        return {
            action: _figures(self._latencies[action], self._failures[action])
            for action in sorted({*self._latencies, *self._failures})
        }

    def total(self) -> Figures:
        """Return the figures of all calls."""
        all_calls = Histogram()
        for each in self._latencies.values():
            all_calls.update(each)
        return _figures(all_calls, self._failures.total())

    def summary(self) -> dict[str, Any]:
        """Return all counters and figures as a JSON value, for programs.

        docs/simulator.md lists its members.
        """
        return {
            "sessions": self.sessions,
            "faults": dict(self.faults),
            "connections": {
                "opened": self.opened,
                "open": self.connected,
                "closed": {str(code): n for code, n in sorted(self.closed.items())},
                "seconds": asdict(self.connecting()),
            },
            "calls": {
                "total": asdict(self.total()),
                "by_action": {
                    action: asdict(figures)
                    for action, figures in self.by_action().items()
                },
            },
            "answered": self.answered,
            **{
                what: dict(counter.most_common(_MOST))
                for what, counter in self._reasons().items()
            },
        }

    def _reasons(self) -> Mapping[str, Counter[str]]:
        return {
            "errors": self.errors,
            "could_not_connect": self.refused,
            "gave_up": self.failed,
        }

    def remarks(self) -> Sequence[str]:
        """Return the remarks on failures, one line each."""
        lines = [
            f"sessions: {self.sessions}",
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


_MOST: Final = 10
"""The maximal number of different reasons in the remarks."""

_PARTS: Final[Mapping[str, float]] = {
    "median": 0.5,
    "percentile_90": 0.9,
    "percentile_95": 0.95,
    "percentile_99": 0.99,
}


def _name(error: OcppRpcError) -> str:
    return str(error.code) if isinstance(error, OcppError) else type(error).__name__


def _values(times: Histogram) -> dict[str, float | None]:
    values = {name: times.quantile(part) for name, part in _PARTS.items()}
    return {**values, "longest": times.longest if times.count else None}


def _times(times: Histogram) -> Times:
    return Times(**_values(times))


def _figures(latencies: Histogram, errors: int) -> Figures:
    calls = latencies.count + errors
    return Figures(calls=calls, errors=errors, **_values(latencies))
