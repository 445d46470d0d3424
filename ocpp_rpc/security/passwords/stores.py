"""Where the hashes of passwords are kept: what a store has to do, and one in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Protocol, TypeAlias

from .records import PasswordRecord

__all__ = ["MemoryStore", "PasswordStore", "update"]


class PasswordStore(Protocol):
    """Where the hashes of passwords are kept.

    `replace` has to be atomic, also between the processes and the nodes that share a
    store: of two that replace the same record at once, one gets False. Once it has
    returned True, the record has to outlast a crash: it is kept before the charger is
    told the password, which could not get in any more without it.

    What these methods raise goes to whoever asked for the check or the change; a
    charger that connects is answered with 500, and that is logged.
    """

    async def get(self, identity: str, /) -> PasswordRecord | None:
        """Return what is kept about an identity; None: nothing."""
        ...

    async def replace(
        self, identity: str, old: PasswordRecord | None, new: PasswordRecord | None, /
    ) -> bool:
        """Keep something else about an identity, if what is kept is still `old`.

        Args:
            identity: The identity.
            old: What has to be there; None: nothing.
            new: What is there from now on; None: nothing.

        Returns:
            Whether it was replaced; if not, nothing has changed.
        """
        ...


class MemoryStore:
    """Keeps hashes as long as the process lives.

    Args:
        records: What is kept at first, by identity.
    """

    def __init__(self, records: Mapping[str, PasswordRecord] | None = None) -> None:
        self._records = dict(records or {})

    def __repr__(self) -> str:
        return f"<MemoryStore of {len(self._records)} identities>"

    async def get(self, identity: str, /) -> PasswordRecord | None:
        """Return what is kept about an identity; None: nothing."""
        return self._records.get(identity)

    async def replace(
        self, identity: str, old: PasswordRecord | None, new: PasswordRecord | None, /
    ) -> bool:
        """Keep something else about an identity, if what is kept is still `old`."""
        if self._records.get(identity) != old:
            return False
        if new is None:
            self._records.pop(identity, None)
        else:
            self._records[identity] = new
        return True


_Change: TypeAlias = Callable[[PasswordRecord | None], PasswordRecord | None]


async def update(store: PasswordStore, identity: str, change: _Change) -> bool:
    """Change what is kept about an identity, whoever else does so at the same time.

    Args:
        store: Where it is kept.
        identity: The identity.
        change: Makes of what is kept what is to be kept; called again if somebody else
            has replaced it meanwhile.

    Returns:
        Whether it was replaced by anything else.

    Raises:
        RuntimeError: The store did not replace it, however often it was asked.
    """
    for _ in range(_ATTEMPTS):
        old = await store.get(identity)
        new = change(old)
        if new == old:
            return False
        if await store.replace(identity, old, new):
            return True
    raise RuntimeError(
        f"{identity!r}: the store of passwords has replaced nothing in {_ATTEMPTS} "
        "attempts: does replace() compare with what get() returns?"
    )


_ATTEMPTS: Final = 100
