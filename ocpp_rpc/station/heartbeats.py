"""The schedule of a station's heartbeats."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final

__all__ = ["Heartbeats"]

_SHORTEST: Final = 1.0
"""The shortest interval, in seconds."""


class Heartbeats:
    """The schedule of a station's heartbeats, shared by all its connections.

    A back office sets the interval in its response to BootNotification. If it changes
    HeartbeatInterval (1.6) or OCPPCommCtrlr.HeartbeatInterval (2.x), the program has to
    set `interval`::

        heartbeats = Heartbeats()
        await boot(connection, request, heartbeats=heartbeats)
        heartbeats.interval = 60

    Args:
        when_idle: Whether an answered call postpones the next heartbeat, because it
            also shows that the station is alive (1.6 §4.6; 2.x part 2, G02); default:
            False. At least one heartbeat a day is sent, because it sets the clock.
        default: The interval without its random part, in seconds, if the back office
            leaves it to the station with an interval of 0; default: 300.
        random_range: The longest random part of `default`, in seconds; default: 60.

    Raises:
        ValueError: `default` is not above 0, or `random_range` is negative.
    """

    def __init__(
        self,
        *,
        when_idle: bool = False,
        default: float = 300.0,
        random_range: float = 60.0,
    ) -> None:
        if default <= 0 or random_range < 0:
            raise ValueError("default has to be above 0, and random_range at least 0")
        self.when_idle: Final = when_idle
        self._default = default
        self._random_range = random_range
        self._interval: float | None = None
        self._watchers: list[Callable[[], object]] = []

    @property
    def interval(self) -> float | None:
        """The seconds between two heartbeats; 0: no heartbeats; None: not yet known.

        Setting it restarts the interval. Values between 0 and 1 second become 1 second.

        Raises:
            ValueError: The value is negative.
        """
        return self._interval

    @interval.setter
    def interval(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("the interval of heartbeats must not be negative")
        self._interval = max(seconds, _SHORTEST) if seconds else 0
        for watcher in self._watchers:
            watcher()

    def told(self, seconds: float | None) -> None:
        """Set the interval of a back office; None or 0 leaves it to the station."""
        if seconds is None or seconds <= 0:
            seconds = self._default + random.random() * self._random_range
        self.interval = seconds

    @contextmanager
    def watched(self, changed: Callable[[], object]) -> Generator[None]:
        """Call a function whenever the interval is set, within the block."""
        self._watchers.append(changed)
        try:
            yield
        finally:
            self._watchers.remove(changed)
