"""The memory of signatures, against messages that are sent a second time.

Nothing in a signed message of OCPP binds its message id or the time (2.x part 4 §7), so
a signature that was right once is right for ever. What can be done is to refuse the
second message with the same signature. `RecentSignatures` does that within one process.
"""

from __future__ import annotations

import threading
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

    It takes about 150 bytes for each signature. One may be shared by the event loops of
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
        self._seen: dict[bytes, None] = {}
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
                del self._seen[next(iter(self._seen))]
            return True
