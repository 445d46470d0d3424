"""A transport within one program, for tests."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable
from typing import Final

from . import Peer, TransportClosed

__all__ = ["MemoryTransport", "memory_pair"]


class _Pipe:
    """One direction: messages in order, with room for so many."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.messages: deque[str | bytes] = deque()
        self.closed: TransportClosed | None = None
        self._waiters: list[asyncio.Future[None]] = []

    def close(self, code: int, reason: str) -> None:
        if self.closed is None:
            self.closed = TransportClosed(code, reason)
            self.changed()

    def change(self) -> asyncio.Future[None]:
        """Return a future for the next change of any kind."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        return waiter

    async def room(self) -> None:
        """Wait until there is room for another message."""
        while self.closed is None and len(self.messages) > self.capacity:
            await self.change()
        if self.closed is not None:
            raise self.closed

    def changed(self) -> None:
        if not self._waiters:
            return
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)


class MemoryTransport:
    """One end of a pair; see `memory_pair`."""

    def __init__(self, incoming: _Pipe, outgoing: _Pipe) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self.peer: Final = Peer()

    async def recv(self) -> str | bytes:
        """Return the next message; what was sent before a close still arrives."""
        pipe = self._incoming
        while not pipe.messages:
            if pipe.closed is not None:
                raise pipe.closed
            await pipe.change()
        message = pipe.messages.popleft()
        if len(pipe.messages) >= pipe.capacity:
            pipe.changed()
        return message

    def write(self, text: str | bytes) -> Awaitable[None] | None:
        """Hand a message over; return what waits while the peer has too many unread."""
        pipe = self._outgoing
        if pipe.closed is not None:
            raise pipe.closed
        pipe.messages.append(text)
        pipe.changed()
        return None if len(pipe.messages) <= pipe.capacity else pipe.room()

    async def send(self, text: str | bytes) -> None:
        """Hand a message over, then wait while the peer has too many unread."""
        room = self.write(text)
        if room is not None:
            await room

    async def ping(self) -> bool:
        """Return at once: what is in this program answers."""
        if self._outgoing.closed is not None:
            raise self._outgoing.closed
        return True

    async def close(self, code: int, reason: str) -> None:
        """Close both directions."""
        self._incoming.close(code, reason)
        self._outgoing.close(code, reason)

    def abort(self) -> None:
        """Close both directions, and drop what is under way."""
        for pipe in (self._incoming, self._outgoing):
            pipe.messages.clear()
            pipe.close(1006, "")


def memory_pair(capacity: int = 16) -> tuple[MemoryTransport, MemoryTransport]:
    """Return two ends of a transport.

    Args:
        capacity: How many messages may be unread before a writer has to wait.
    """
    there, back = _Pipe(capacity), _Pipe(capacity)
    return MemoryTransport(there, back), MemoryTransport(back, there)
