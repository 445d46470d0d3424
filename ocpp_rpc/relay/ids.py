"""The message ids of a relay's own calls, which never collide with others of a charger.

An id is a prefix and a number. The relay looks at every id that passes. If one begins
with the prefix, the relay uses a new prefix from then on, so an id of the relay is
never one that a charger or a back office has used before. If one of them uses it later,
its call waits until that of the relay is answered (see `lanes`).
"""

from __future__ import annotations

import secrets
from collections import deque
from itertools import count
from typing import Final

__all__ = ["Ids"]

_REMEMBERED: Final = 16
"""The number of past prefixes by which a late reply is recognised."""


class Ids:
    """Makes the message ids of a relay for one charger, and recognises them.

    Each charger has its own prefixes, so a peer that uses them up harms no other
    charger.
    """

    def __init__(self) -> None:
        self._numbers = count(1)
        self._prefixes = deque([_new_prefix()], maxlen=_REMEMBERED)

    def new(self) -> str:
        """Return an id that no message of this charger has had."""
        return f"{self._prefixes[-1]}{next(self._numbers)}"

    def see(self, token: str) -> None:
        """Note the id of a message that passes, as the text of a JSON value."""
        if token.startswith(f'"{self._prefixes[-1]}'):
            self._prefixes.append(_new_prefix())

    def are(self, token: str) -> bool:
        """Tell whether a reply with this id may be to a call of the relay."""
        return any(token.startswith(f'"{prefix}') for prefix in self._prefixes)


def _new_prefix() -> str:
    return f"relay-{secrets.token_hex(6)}-"
