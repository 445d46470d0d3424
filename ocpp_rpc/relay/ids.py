"""The ids of the messages that are a relay's own: no others of a charger have them.

An id is a prefix and a number. Every id that passes is looked at, and as soon as one
begins with the prefix, there is another prefix from then on. So an id of the relay is
never one that a charger or a back office has used before. Should one of them use it
later, its call waits until that of the relay is answered (see `lanes`).
"""

from __future__ import annotations

import secrets
from collections import deque
from itertools import count
from typing import Final

__all__ = ["Ids"]

_REMEMBERED: Final = 16
"""How many prefixes a late reply may have."""


class Ids:
    """Makes the ids of a relay for one charger, and knows them again.

    Each charger has its own: whoever spends its prefixes spoils no other charger's.
    """

    def __init__(self) -> None:
        self._numbers = count(1)
        self._prefixes = deque([_new_prefix()], maxlen=_REMEMBERED)

    def new(self) -> str:
        """Return an id that no message has had."""
        return f"{self._prefixes[-1]}{next(self._numbers)}"

    def see(self, token: str) -> None:
        """Take note of an id of others, as the text of a JSON value."""
        if token.startswith(f'"{self._prefixes[-1]}'):
            self._prefixes.append(_new_prefix())

    def are(self, token: str) -> bool:
        """Tell whether a reply with this id may be to a call of the relay."""
        return any(token.startswith(f'"{prefix}') for prefix in self._prefixes)


def _new_prefix() -> str:
    return f"relay-{secrets.token_hex(6)}-"
