"""Waits until no call is pending, so that closing a connection does not lose any."""

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
    """Counts pending calls, and tells new calls to wait."""

    def __init__(self) -> None:
        self._calls = 0
        self._keepers = 0
        self._waiters: list[asyncio.Future[None]] = []

    @property
    def wanted(self) -> bool:
        """Whether new calls have to wait."""
        return self._keepers > 0

    @contextmanager
    def busy(self) -> Generator[None]:
        """Count a call as pending within the block."""
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
        """Make new calls wait within the block; the caller releases them afterwards."""
        self._keepers += 1
        try:
            yield
        finally:
            self._keepers -= 1

    async def wait(self, seconds: float, clock: Clock) -> bool:
        """Wait until no call is pending, at most for a number of seconds.

        Returns:
            Whether no call is pending.
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
