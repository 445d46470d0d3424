"""What a station can be called.

An identity is one segment of a path, in every version; what more a version asks of it
is a matter of its `Dialect`.
"""

from __future__ import annotations

import re

__all__ = ["is_identifier", "is_identity"]


def is_identity(name: str) -> bool:
    """Tell whether a station can be called so, in some version.

    A dot or two mean a folder, whichever way they are written (RFC 3986 §5.2.4).
    """
    return name not in {"", ".", ".."}


def is_identifier(name: str) -> bool:
    """Tell whether a name is an identifierString without a colon, or has blanks.

    That is an identity from OCPP 2.0 on (2.0.1 part 4 §3.1.1 with its errata, 2.17.3;
    part 2 §2.1.4). The example of §3.1.1 has a blank, which no identifierString has.
    """
    return _IDENTIFIER.fullmatch(name) is not None


_IDENTIFIER = re.compile(r"[A-Za-z0-9*_=+|@. -]+")
