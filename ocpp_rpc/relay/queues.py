"""The bounded queue of texts that wait for a further back office."""

from __future__ import annotations

import asyncio
from collections import deque

from ocpp_rpc.connection.event_loop import release

__all__ = ["Waiting"]


class Waiting:
    """A bounded queue of texts, which drops the oldest ones when it is full.

    Args:
        most: The number of texts that may wait.
        most_size: The total size of these texts, in characters.

    Attributes:
        dropped: The number of texts that `put` has dropped; the owner resets it.
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
            The number of dropped texts, this one included if it alone is too long.
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
        """Drop all texts, and return their number."""
        dropped = len(self._texts)
        self._texts.clear()
        self._size = 0
        return dropped

    def end(self) -> None:
        """Have `next` return None once all texts are taken."""
        self._ended = True
        self._wake()

    async def next(self) -> str | None:
        """Wait for the next text and take it; None after `end`."""
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
