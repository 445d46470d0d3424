"""Limits for the received data that is handled at once, the same for all libraries.

A peer can cause much work with few bytes: a KiB of frames may inflate to a MiB, and 64
KiB may hold ten thousand pings. Data beyond these limits stays as it was received, and
reading pauses meanwhile, so that the peer has to wait.
"""

from __future__ import annotations

from typing import Final

__all__ = ["FRAMES_AT_ONCE", "MANY_UNREAD", "MUCH_UNREAD", "extent"]

MANY_UNREAD: Final = 16
"""The number of messages that may wait for `recv`: the default of `websockets`.

The number alone limits nothing, because each message may have a MiB; the length alone
would admit thousands of empty messages, which cost as much to handle as long ones.
"""

MUCH_UNREAD: Final = 2**16
"""Their length limit together, except the last, in bytes or characters."""

FRAMES_AT_ONCE: Final = 64
"""The frames that one turn of the event loop handles; as pings, they take 2 ms."""

_MASKED: Final = 0x80
_SIZE: Final = 0x7F
_IN_TWO_BYTES: Final = 126


def extent(buffer: bytearray, start: int) -> tuple[int, int]:
    """Return where the payload of a frame begins and ends (RFC 6455 §5.2).

    If more bytes are needed to know that, both values are the length that the buffer
    needs.
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
