"""Identities and names as tokens of a subject.

A subject of the engine is a sequence of tokens with dots between them; `*` and `>` are
wildcards. Identities are untrusted, and may contain any of these characters, blanks and
line breaks. Unescaped, one identity could stand for the subject of another station, or
of all stations. A token therefore keeps the characters without a special meaning, and
escapes every other byte of UTF-8 as `=` and two hexadecimal digits.

The engine limits a line of its protocol, subject included (4,096 bytes by default), so
the token of a long identity ends in a hash of it.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

__all__ = ["LONGEST", "token"]

LONGEST: Final = 1000
"""The greatest length of a token; an identity of 255 characters may need 3,060."""

_SAFE: Final = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:+@|-"
)
_TABLE: Final = [chr(byte) if byte in _SAFE else f"={byte:02X}" for byte in range(256)]
_is_safe = re.compile(r"[A-Za-z0-9_:+@|-]+").fullmatch

_HASHED: Final = "=-"
"""The prefix of a hash; no escaped byte looks like it."""


def token(identity: str) -> str:
    """Return an identity as one token of a subject; two identities never share one.

    Args:
        identity: Any text, which may contain unpaired surrogates; not empty.

    Raises:
        ValueError: The identity is empty; a subject cannot have empty tokens.
    """
    if len(identity) <= LONGEST and _is_safe(identity):
        return identity
    if not identity:
        raise ValueError("the identity is empty")
    data = identity.encode("utf-8", "surrogatepass")
    escaped = "".join(map(_TABLE.__getitem__, data))
    if len(escaped) <= LONGEST:
        return escaped
    digest = hashlib.sha256(data).hexdigest()
    return f"{escaped[:100]}{_HASHED}{digest}"
