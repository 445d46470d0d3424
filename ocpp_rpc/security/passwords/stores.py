"""Stores of password hashes: the protocol of a store, and one in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Protocol, TypeAlias

from .records import PasswordRecord

__all__ = ["MemoryStore", "PasswordStore", "update"]


class PasswordStore(Protocol):
    """Stores the hashes of passwords, such as in a table of a database.

    `replace` must be atomic, also between processes and nodes that share a store: if
    two of them replace the same record at once, one of them gets False. Once `replace`
    has returned True, the record must survive a crash, because the charger is then told
    the new password, and could not connect without that record.

    An exception of these methods passes to the caller of the check or the change. If a
    charger is connecting, it gets 500, and the exception is logged.
    """

    async def get(self, identity: str, /) -> PasswordRecord | None:
        """Return the record of an identity; None if there is none."""
        ...

    async def replace(
        self, identity: str, old: PasswordRecord | None, new: PasswordRecord | None, /
    ) -> bool:
        """Replace the record of an identity, if it still equals `old`.

        Args:
            identity: The identity.
            old: The record that must be stored; None: there must be none.
            new: The record to store; None: delete it.

        Returns:
            Whether the record was replaced; if not, nothing has changed.
        """
        ...


class MemoryStore:
    """Stores hashes in memory, until the process ends.

    Args:
        records: The initial records, by identity.
    """

    def __init__(self, records: Mapping[str, PasswordRecord] | None = None) -> None:
        self._records = dict(records or {})

    def __repr__(self) -> str:
        return f"<MemoryStore of {len(self._records)} identities>"

    async def get(self, identity: str, /) -> PasswordRecord | None:
        """Return the record of an identity; None if there is none."""
        return self._records.get(identity)

    async def replace(
        self, identity: str, old: PasswordRecord | None, new: PasswordRecord | None, /
    ) -> bool:
        """Replace the record of an identity, if it still equals `old`."""
        if self._records.get(identity) != old:
            return False
        if new is None:
            self._records.pop(identity, None)
        else:
            self._records[identity] = new
        return True


_Change: TypeAlias = Callable[[PasswordRecord | None], PasswordRecord | None]


async def update(store: PasswordStore, identity: str, change: _Change) -> bool:
    """Change the record of an identity, also if others change it at the same time.

    Args:
        store: The store.
        identity: The identity.
        change: A function from the old record to the new one; called again if the
            record was replaced meanwhile.

    Returns:
        Whether the new record differs from the old one.

    Raises:
        RuntimeError: The store replaced nothing in any of the attempts.
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
