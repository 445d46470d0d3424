"""The waits before each attempt to connect to a back office again.

A back office that accepts a connection and closes it at once needs as much rest as one
that cannot be reached. So the waits grow from one attempt to the next, and start again
from the shortest only after a connection that lasted for a while.
"""

from __future__ import annotations

import asyncio
import random
from typing import Final

from .ground import Ground

__all__ = ["Redialling"]

_STAYED: Final = 60.0
"""The seconds that a connection has to last before the waits start again."""


class Redialling:
    """The waits before each attempt to connect one charger to one back office again.

    Args:
        ground: The state that all chargers of the relay share.
    """

    def __init__(self, ground: Ground) -> None:
        self._clock = ground.clock
        self._back_off = ground.rules.back_off
        self._waits = self._back_off.waits(random.random)
        self._opened: float | None = None

    def opened(self) -> None:
        """Note that a connection is open."""
        self._opened = self._clock.time()

    async def wait(self) -> None:
        """Wait before the next attempt, after a connection was lost or refused."""
        opened, self._opened = self._opened, None
        if opened is not None and self._clock.time() - opened >= _STAYED:
            self._waits = self._back_off.waits(random.random)
        over = asyncio.Event()
        until = self._clock.time() + next(self._waits)
        timer = self._clock.call_at(until, over.set)
        try:
            await over.wait()
        finally:
            timer.cancel()
