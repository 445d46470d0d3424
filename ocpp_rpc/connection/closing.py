"""How a WebSocket may be closed, and who is told that a connection is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from .loops import release

__all__ = ["Ending", "check_close", "check_end"]

logger = logging.getLogger("ocpp_rpc.connection")

# RFC 6455 §7.4: what an endpoint may send.
_CLOSE_CODES = frozenset({*range(1000, 1004), *range(1007, 1015), *range(3000, 5000)})


def check_close(code: int, reason: str) -> None:
    """Check what a connection is to be closed with.

    Raises:
        ValueError: The code is reserved, or the reason is too long.
    """
    if code not in _CLOSE_CODES:
        raise ValueError(f"{code} is not a close code that may be sent")
    if len(reason.encode()) > 123:
        raise ValueError("the reason of a close has up to 123 bytes")


def check_end(code: int, reason: str) -> None:
    """Check what a connection is to end with that sends no close frame.

    Raises:
        ValueError: The code is none of RFC 6455, or the reason is too long.
    """
    check_close(1000 if code == 1006 else code, reason)


class Ending:
    """Who is told that a connection is closed.

    Args:
        identity: That of the station, for the log.
        loop: The event loop of the connection.
    """

    __slots__ = ("_callbacks", "_identity", "_loop", "_over", "_waiters")

    def __init__(self, identity: str, loop: asyncio.AbstractEventLoop) -> None:
        self._identity = identity
        self._loop = loop
        self._over = False
        self._callbacks: list[Callable[[], object]] = []
        self._waiters: list[asyncio.Future[None]] = []

    def add(self, callback: Callable[[], object]) -> None:
        """Have a function called at the end; at once if that has come."""
        if self._over:
            self._call(callback)
        else:
            self._callbacks.append(callback)

    async def wait(self) -> None:
        """Wait for the end."""
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)

    def call_all(self) -> None:
        """Call all functions: the end has come."""
        self._over = True
        for callback in self._callbacks:
            self._call(callback)

    def release_all(self) -> None:
        """Let everybody go on who waits."""
        for waiter in self._waiters:
            release(waiter)

    def _call(self, callback: Callable[[], object]) -> None:
        try:
            callback()
        except Exception:
            logger.exception("%r: a callback of on_close failed", self._identity)
