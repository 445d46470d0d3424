"""Rules for the identities of stations.

An identity is one segment of a path, in every version. The further rules of a version
are in its `Dialect`.
"""

from __future__ import annotations

import re

__all__ = ["is_identifier", "is_identity"]


def is_identity(name: str) -> bool:
    """Tell whether a name can be an identity in at least one version.

    Empty names cannot, nor "." and "..", which are relative paths in every spelling
    (RFC 3986 §5.2.4).
    """
    return name not in {"", ".", ".."}


def is_identifier(name: str) -> bool:
    """Tell whether a name is an identifierString without a colon, or also has blanks.

    Identities have this form from OCPP 2.0 on (2.0.1 part 4 §3.1.1 with its errata,
    2.17.3; part 2 §2.1.4). Blanks are allowed because the example of §3.1.1 has one,
    although an identifierString has none.
    """
    return _IDENTIFIER.fullmatch(name) is not None


_IDENTIFIER = re.compile(r"[A-Za-z0-9*_=+|@. -]+")
