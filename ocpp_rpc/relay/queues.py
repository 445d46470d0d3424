"""What waits for a further back office: so much, and no more."""

from __future__ import annotations

import asyncio
from collections import deque

from ocpp_rpc.connection.event_loop import release

__all__ = ["Waiting"]


class Waiting:
    """Texts that wait to be sent, the oldest first.

    Args:
        most: How many there may be.
        most_size: How long they may be together, in characters.

    Attributes:
        dropped: How many were dropped since there was room.
    """

    def __init__(self, most: int, most_size: int) -> None:
        self._most = most
        self._most_size = most_size
        self._texts: deque[str] = deque()
        self._size = 0
        self._more: asyncio.Future[None] | None = None
        self._ended = False
        self.dropped = 0

    def __len__(self) -> int:
        return len(self._texts)

    def put(self, text: str) -> int:
        """Add a text.

        Returns:
            How many were dropped for it, itself included if it is too long.
        """
        self._texts.append(text)
        self._size += len(text)
        dropped = 0
        while len(self._texts) > self._most or self._size > self._most_size:
            self._take()
            dropped += 1
        self.dropped += dropped
        self._wake()
        return dropped

    def clear(self) -> int:
        """Drop everything; return how many that were."""
        dropped = len(self._texts)
        self._texts.clear()
        self._size = 0
        return dropped

    def end(self) -> None:
        """Let `next` return None once everything is taken."""
        self._ended = True
        self._wake()

    async def next(self) -> str | None:
        """Take the next text, once there is one; None if there will be none."""
        while not self._texts:
            if self._ended:
                return None
            self._more = asyncio.get_running_loop().create_future()
            await self._more
        return self._take()

    def _take(self) -> str:
        text = self._texts.popleft()
        self._size -= len(text)
        return text

    def _wake(self) -> None:
        if self._more is not None:
            release(self._more)
