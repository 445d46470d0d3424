"""How much of what has come is taken at once, alike over all libraries.

A peer has much done with few bytes: a KiB of frames may inflate to a MiB, and 64 KiB
may hold ten thousand pings. What is not taken yet stays as it has come, and nothing
more is read meanwhile, so that the peer has to wait.
"""

from __future__ import annotations

from typing import Final

__all__ = ["FRAMES_AT_ONCE", "MANY_UNREAD", "MUCH_UNREAD", "extent"]

MANY_UNREAD: Final = 16
"""How many messages may wait for `recv`: as many as `websockets` lets wait by itself.

The count alone bounds nothing, as each may be a MiB; the length alone lets thousands of
empty messages wait, which cost as much as long ones to handle.
"""

MUCH_UNREAD: Final = 2**16
"""How long those may be together, but for the last one. In bytes, or characters."""

FRAMES_AT_ONCE: Final = 64
"""How many frames are taken in one turn of the event loop; pings take 2 ms then."""

_MASKED: Final = 0x80
_SIZE: Final = 0x7F
_IN_TWO_BYTES: Final = 126


def extent(buffer: bytearray, start: int) -> tuple[int, int]:
    """Return where the payload of a frame begins and ends (RFC 6455 §5.2).

    As long as that cannot be told, both are how far it has to be known to go on.
    """
    # Not by the parser of a library, which goes on to the payload and takes the frame.
    body = start + 2
    if body > len(buffer):
        return body, body
    second = buffer[start + 1]
    size = second & _SIZE
    if size >= _IN_TWO_BYTES:
        body += 2 if size == _IN_TWO_BYTES else 8
        if body > len(buffer):
            return body, body
        size = int.from_bytes(buffer[start + 2 : body])
    if second & _MASKED:
        body += 4
    return body, body + size
