"""The memory of signatures, against messages that are sent a second time.

The signature of a message covers neither its id nor the time (2.x part 4 §7), so a
recorded message verifies for ever. A receiver can refuse the second message with the
same signature, as far as it remembers the first. `RecentSignatures` remembers within
one process.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Protocol

__all__ = ["RecentSignatures", "Seen"]


class Seen(Protocol):
    """Remembers signatures. A program may have one in a database."""

    def add(self, signature: bytes, action: str) -> bool:
        """Remember a signature that was verified. Must not block.

        Args:
            signature: 32 bytes that stand for the key, the message and its signature.
            action: The action of the message, such as to let some pass each time.

        Returns:
            Whether it is new. A message whose signature is not is refused.
        """
        ...


class RecentSignatures:
    """The last signatures, in memory. The oldest one makes room for a new one.

    It takes about 250 bytes for each signature. One may be shared by the event loops of
    several threads.

    Args:
        limit: How many are remembered.

    Raises:
        ValueError: The limit is less than 1.
    """

    __slots__ = ("_limit", "_lock", "_seen")

    def __init__(self, limit: int = 100_000) -> None:
        if limit < 1:
            raise ValueError("at least one signature has to be remembered")
        self._limit = limit
        # The first key of a plain dict is slow to find once many were deleted.
        self._seen: OrderedDict[bytes, None] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._seen)

    def add(self, signature: bytes, action: str) -> bool:
        """Remember a signature; tell whether it is new, as `Seen.add`."""
        with self._lock:
            if signature in self._seen:
                return False
            self._seen[signature] = None
            if len(self._seen) > self._limit:
                self._seen.popitem(last=False)
            return True
