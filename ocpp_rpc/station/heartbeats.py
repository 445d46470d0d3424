"""When a station sends heartbeats."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final

__all__ = ["Heartbeats"]

_SHORTEST: Final = 1.0
"""The shortest interval, in seconds."""


class Heartbeats:
    """When a station sends heartbeats: one for all its connections.

    A back office tells the interval in its response to BootNotification. The program
    changes it when the back office changes HeartbeatInterval (1.6) or
    OCPPCommCtrlr.HeartbeatInterval (2.x)::

        heartbeats = Heartbeats()
        await boot(connection, request, heartbeats=heartbeats)
        heartbeats.interval = 60

    Args:
        when_idle: Whether a call that is answered puts the next heartbeat off, because
            it shows as well that the station is there (1.6 §4.6; 2.x part 2, G02). At
            least one heartbeat a day is sent, because it sets the clock.
        default: The interval, in seconds, if the back office leaves it to the station,
            by an interval of 0; beside its random part.
        random_range: The longest random part of that, in seconds.

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
            raise ValueError("the default interval of heartbeats is above 0 seconds")
        self.when_idle: Final = when_idle
        self._default = default
        self._random_range = random_range
        self._interval: float | None = None
        self._watchers: list[Callable[[], object]] = []

    @property
    def interval(self) -> float | None:
        """The seconds between two heartbeats; 0: none; None: not told yet.

        Setting it starts the interval anew. What is below 1 second, but not 0, becomes
        1 second.

        Raises:
            ValueError: It is negative.
        """
        return self._interval

    @interval.setter
    def interval(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("the interval of heartbeats is not negative")
        self._interval = max(seconds, _SHORTEST) if seconds else 0
        for watcher in self._watchers:
            watcher()

    def told(self, seconds: float | None) -> None:
        """Take what a back office tells; 0, less or None leaves it to the station."""
        if seconds is None or seconds <= 0:
            seconds = self._default + random.random() * self._random_range
        self.interval = seconds

    @contextmanager
    def watched(self, changed: Callable[[], object]) -> Generator[None]:
        """Have a function called whenever the interval is set."""
        self._watchers.append(changed)
        try:
            yield
        finally:
            self._watchers.remove(changed)
