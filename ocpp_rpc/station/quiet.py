"""A moment in which no call is under way, so that none is lost with its connection."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ocpp_rpc.connection.event_loop import release
from ocpp_rpc.connection.settings import within

if TYPE_CHECKING:
    from ocpp_rpc.connection.settings import Clock

__all__ = ["Quiet"]


class Quiet:
    """Counts the calls under way, and tells that no further one is to begin."""

    def __init__(self) -> None:
        self._calls = 0
        self._keepers = 0
        self._waiters: list[asyncio.Future[None]] = []

    @property
    def wanted(self) -> bool:
        """Whether calls are to wait."""
        return self._keepers > 0

    @contextmanager
    def busy(self) -> Generator[None]:
        """Count a call as under way."""
        self._calls += 1
        try:
            yield
        finally:
            self._calls -= 1
            if not self._calls:
                for waiter in self._waiters:
                    release(waiter)

    @contextmanager
    def kept(self) -> Generator[None]:
        """Have calls wait. Whoever uses this lets them go afterwards."""
        self._keepers += 1
        try:
            yield
        finally:
            self._keepers -= 1

    async def wait(self, seconds: float, clock: Clock) -> bool:
        """Wait until no call is under way, but not for ever.

        Returns:
            Whether none is.
        """
        if not self._calls:
            return True
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            async with within(seconds, clock):
                await waiter
        except TimeoutError:
            return False
        finally:
            self._waiters.remove(waiter)
        return True
