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
    """Remembers signatures, for example in a database that several processes share."""

    def add(self, signature: bytes, action: str) -> bool:
        """Remember a verified signature. It must not block.

        Args:
            signature: A digest (32 bytes) of the key, the message and the signature.
            action: The action of the message; a store may let some be repeated.

        Returns:
            Whether the signature is new. If not, the message is refused.
        """
        ...


class RecentSignatures:
    """Remembers the last signatures in memory; a new one replaces the oldest.

    Each signature takes about 250 bytes. Event loops in several threads may share one.

    Args:
        limit: The number of signatures to remember; default: 100,000.

    Raises:
        ValueError: `limit` is less than 1.
    """

    __slots__ = ("_limit", "_lock", "_seen")

    def __init__(self, limit: int = 100_000) -> None:
        if limit < 1:
            raise ValueError("limit must be at least 1")
        self._limit = limit
        # The first key of a plain dict is slow to find once many were deleted.
        self._seen: OrderedDict[bytes, None] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._seen)

    def add(self, signature: bytes, action: str) -> bool:
        """Remember a signature; return whether it is new; see `Seen.add`."""
        with self._lock:
            if signature in self._seen:
                return False
            self._seen[signature] = None
            if len(self._seen) > self._limit:
                self._seen.popitem(last=False)
            return True
