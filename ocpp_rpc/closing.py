"""With what a WebSocket may be closed."""

from __future__ import annotations

__all__ = ["check_close"]

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
