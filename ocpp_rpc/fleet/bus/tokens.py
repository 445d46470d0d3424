"""Identities and names as tokens of a subject.

A subject of the engine is a row of tokens with dots between them, in which `*` and `>`
stand for others. Identities come from strangers, and may hold any of these, blanks and
line breaks too: put into a subject as they are, a station could be called in place of
another one, or listen to all. So a token keeps the characters that mean nothing, and
escapes every other byte of UTF-8 as `=` and two hexadecimal digits.

The name of a subject, and with it a line of the engine's protocol, may not grow without
limit (4,096 bytes by default), so the token of a long identity ends in a hash of it.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

__all__ = ["LONGEST", "token"]

LONGEST: Final = 1000
"""As many characters a token has at most; 255 characters may take 3,060."""

_SAFE: Final = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:+@|-"
)
_TABLE: Final = [chr(byte) if byte in _SAFE else f"={byte:02X}" for byte in range(256)]
_is_safe = re.compile(r"[A-Za-z0-9_:+@|-]+").fullmatch

_HASHED: Final = "=-"
"""What comes before a hash: no byte is escaped so."""


def token(identity: str) -> str:
    """Return an identity as one token of a subject; two identities never share one.

    Args:
        identity: Any text, surrogates without a pair included; not empty.

    Raises:
        ValueError: It is empty: a subject has no empty tokens.
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
