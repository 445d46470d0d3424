"""A transport within one program, for tests."""

from __future__ import annotations

import asyncio
from collections import deque

from . import TransportClosed

__all__ = ["MemoryTransport", "memory_pair"]


class _Pipe:
    """One direction: messages in order, with room for so many."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._messages: deque[str | bytes] = deque()
        self._waiters: list[asyncio.Future[None]] = []
        self._closed: TransportClosed | None = None

    async def put(self, message: str | bytes) -> None:
        if self._closed is not None:
            raise self._closed
        self._messages.append(message)
        self._wake()
        while len(self._messages) > self._capacity and self._closed is None:
            await self._change()

    async def get(self) -> str | bytes:
        while not self._messages:
            if self._closed is not None:
                raise self._closed
            await self._change()
        if len(self._messages) > self._capacity:
            self._wake()
        return self._messages.popleft()

    def close(self, code: int, reason: str) -> None:
        if self._closed is None:
            self._closed = TransportClosed(code, reason)
            self._wake()

    def clear(self) -> None:
        self._messages.clear()

    async def _change(self) -> None:
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        await waiter

    def _wake(self) -> None:
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)


class MemoryTransport:
    """One end of a pair; see `memory_pair`."""

    def __init__(self, incoming: _Pipe, outgoing: _Pipe) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    async def recv(self) -> str | bytes:
        """Return the next message; what was sent before a close still arrives."""
        return await self._incoming.get()

    async def send(self, text: str | bytes) -> None:
        """Hand a message over, then wait while the peer has too many unread."""
        await self._outgoing.put(text)

    async def close(self, code: int, reason: str) -> None:
        """Close both directions."""
        self._incoming.close(code, reason)
        self._outgoing.close(code, reason)

    def abort(self) -> None:
        """Close both directions, and drop what is under way."""
        for pipe in (self._incoming, self._outgoing):
            pipe.clear()
            pipe.close(1006, "")


def memory_pair(capacity: int = 16) -> tuple[MemoryTransport, MemoryTransport]:
    """Return two ends of a transport.

    Args:
        capacity: How many messages may be unread before a writer has to wait.
    """
    there, back = _Pipe(capacity), _Pipe(capacity)
    return MemoryTransport(there, back), MemoryTransport(back, there)
