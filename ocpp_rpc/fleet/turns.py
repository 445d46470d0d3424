"""Turns: limit how many calls to one station are under way at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from ocpp_rpc.errors import CallTimeout, QueueFull
from ocpp_rpc.protocol.limits import Limits

__all__ = ["Turns"]


class Turns:
    """Gives turns to the calls to one station, in the order of their arrival.

    Args:
        limits: How many calls may be under way at the same time, and how many may wait.
    """

    def __init__(self, limits: Limits) -> None:
        self._free = asyncio.Semaphore(limits.max_in_flight)
        self._most = limits.max_waiting
        self._waiting = 0

    @asynccontextmanager
    async def turn(self, action: str, within: float | None) -> AsyncGenerator[None]:
        """Wait for a turn, which lasts as long as the block.

        Args:
            action: The action of the call.
            within: The seconds that the wait may take; None sets no limit.

        Raises:
            CallTimeout: The turn does not come in time.
            QueueFull: Too many calls are waiting.
        """
        if self._free.locked():
            await self._wait(action, within)
        else:
            await self._free.acquire()
        try:
            yield
        finally:
            self._free.release()

    async def _wait(self, action: str, within: float | None) -> None:
        if self._waiting >= self._most:
            raise QueueFull(self._most)
        self._waiting += 1
        try:
            async with asyncio.timeout(within):
                await self._free.acquire()
        except TimeoutError:
            raise CallTimeout(action, sent=False) from None
        finally:
            self._waiting -= 1
