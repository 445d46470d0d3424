"""Dialling a back office again: the waits before each attempt.

A back office that lets a charger in and closes at once is as good as one that is away,
and is to be spared as much. So the waits grow from one attempt to the next, and begin
anew only after a connection that has stayed for a while.
"""

from __future__ import annotations

import asyncio
import random
from typing import Final

from .ground import Ground

__all__ = ["Redialling"]

_STAYED: Final = 60.0
"""How many seconds a connection has to stay until the waits begin anew."""


class Redialling:
    """The waits before each attempt to dial one back office of one charger.

    Args:
        ground: What the chargers of the relay have in common.
    """

    def __init__(self, ground: Ground) -> None:
        self._clock = ground.clock
        self._back_off = ground.rules.back_off
        self._waits = self._back_off.waits(random.random)
        self._opened: float | None = None

    def opened(self) -> None:
        """Take note that there is a connection."""
        self._opened = self._clock.time()

    async def wait(self) -> None:
        """Wait before the next attempt: there is no connection any more."""
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
