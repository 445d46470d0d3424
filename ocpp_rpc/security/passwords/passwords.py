"""Passwords of chargers (HTTP Basic): checking, changing and keeping them.

A `Passwords` is a `verify` of the profiles 1 and 2. `checks` says how a
password is compared; what a store keeps is in `stores`.

The change of a password (use case A01) cannot be one step, since the answer of the
charger may be lost. So the new one is kept beside the old one before the charger is
asked, and both are right until it is known which one the charger has:

* it answered Accepted: the new one (A01.FR.03);
* it answered RebootRequired: both, until it uses the new one. It has taken it and uses
  it from its next boot on; until then the old one has to be right (A01.FR.04);
* it answered anything else: the old one (A01.FR.04);
* the call was not sent: the old one;
* the answer was lost, came too late or made no sense, or this process died: both, until
  the charger uses one of them, which counts from then on.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import partial
from types import EllipsisType
from typing import TYPE_CHECKING, Final

from ocpp_rpc.errors import HandshakeRefused
from ocpp_rpc.lines import about
from ocpp_rpc.security.claims import claimed_identity

from .changes import ACCEPTED, REBOOT_REQUIRED, is_undecided, send_key
from .checks import Checker
from .hashes import PasswordHash, Scheme, Scrypt, Sha256
from .keys import check_key, new_key
from .records import (
    PasswordRecord,
    accepted,
    after_use,
    awaiting_reboot,
    renewed,
    still_pending,
    with_pending,
    without_pending,
)
from .stores import PasswordStore, update

if TYPE_CHECKING:
    from ocpp_rpc.back_office.handshake import Handshake
    from ocpp_rpc.connection.connection import Connection

__all__ = [
    "Passwords",
]

logger = logging.getLogger("ocpp_rpc.security")

_SCRYPT: Final = Scrypt()


class Passwords:
    """Checks and changes the passwords of chargers, and stores only their hashes.

    A call with an identity and a password returns whether the password is right, so a
    `Passwords` is a `verify` of `Profile1` and `Profile2`.

    Args:
        store: Where the hashes are kept.
        hex_text: Whether to accept 32 to 40 hex digits also if only the bytes that they
            stand for match: for chargers of 1.6 that send the digits of their
            AuthorizationKey as text.
        chosen: The scheme for passwords that are not random.
        renew: Whether to replace a slow hash of another scheme than `chosen` when the
            charger uses the password.
        threads: How many slow hashes are computed at once. None: one less than there
            are processors, so that one is left for the event loop.
        memo: How many identities are remembered that a slow hash has confirmed, so that
            they can connect again without one; 0: none.

    Attributes:
        store: Where the hashes are kept.

    Raises:
        ValueError: `threads` is less than 1, or `memo` is negative.
    """

    def __init__(  # noqa: PLR0913
        self,
        store: PasswordStore,
        *,
        hex_text: bool = False,
        chosen: Scheme = _SCRYPT,
        renew: bool = False,
        threads: int | None = None,
        memo: int = 65_536,
    ) -> None:
        if threads is not None and threads < 1:
            raise ValueError(f"threads has to be at least 1, not {threads}")
        if memo < 0:
            raise ValueError(f"memo must not be negative, but is {memo}")
        self.store: Final = store
        self._hex_text: Final = hex_text
        self._chosen: Final = chosen
        self._renew: Final = renew
        self._checker: Final = Checker(threads or _spare_processors(), memo)
        self._changing: set[str] = set()

    def __repr__(self) -> str:
        return f"<Passwords in {self.store!r}>"

    # --- Checking ---------------------------------------------------------------------

    async def __call__(self, identity: str, password: bytes) -> bool:
        """Return whether a password is that of an identity.

        Raises:
            ValueError: The store has something that is not a hash.
            MissingDependency: It has a hash that needs an extra.
        """
        record = await self.store.get(identity)
        hashes = _hashes(identity, record)
        found = await self._checker.find(identity, hashes, self._readings(password))
        if record is None or found is None:
            return False
        used, reading = found
        await self._note_use(identity, record, str(used))
        if self._renew and used.scheme.is_slow and used.scheme != self._chosen:
            await self._rehash(identity, str(used), reading)
        return True

    async def check(self, handshake: Handshake) -> None:
        """Refuse a charger without the right name and password; an `on_connect` hook.

        Raises:
            HandshakeRefused: The credentials are missing or wrong: 401.
        """
        given = handshake.credentials
        if given is None or given.username != handshake.identity.encode():
            raise _unauthorized()
        if not await self(handshake.identity, given.password):
            raise _unauthorized()

    def _readings(self, password: bytes) -> Sequence[bytes]:
        """Return what a password may stand for: itself, and what its digits mean."""
        if self._hex_text and _HEX.fullmatch(password):
            return password, bytes.fromhex(password.decode())
        return (password,)

    async def _note_use(self, identity: str, record: PasswordRecord, used: str) -> None:
        """Have the password that was used count from now on, if there are several."""
        if not record.pending:
            return
        is_changing = identity in self._changing
        settle = partial(after_use, used=used, is_changing=is_changing)
        if await update(self.store, identity, settle):
            which = "its old" if used == record.current else "a new"
            logger.info(
                "%r: uses %s password, which counts now",
                identity,
                which,
                extra=about(identity),
            )

    async def _rehash(self, identity: str, used: str, password: bytes) -> None:
        text = await self._checker.hash(password, self._chosen)
        await update(self.store, identity, partial(renewed, old=used, new=text))

    # --- Changing ---------------------------------------------------------------------

    async def set_password(
        self, identity: str, password: bytes, *, scheme: Scheme | None = None
    ) -> None:
        """Store the hash of a password that a charger has; older ones are removed.

        Args:
            identity: The identity of the charger.
            password: The password, as the charger authenticates with it. Its length is
                not checked; use `check_key` for that.
            scheme: The scheme of the hash; None: `chosen`. `Sha256()` is enough for a
                random key of at least 16 bytes.

        Raises:
            ValueError: The identity or the password is empty.
        """
        if not identity or not password:
            empty = "password" if identity else "identity"
            raise ValueError(f"the {empty} is empty")
        text = await self._checker.hash(password, scheme or self._chosen)
        await update(self.store, identity, lambda _: PasswordRecord(current=text))

    async def issue(self, identity: str, version: str) -> bytes:
        """Make a random password for a charger, store its hash, and return it.

        Args:
            identity: The identity of the charger.
            version: The version of OCPP that the charger speaks; see `new_key`.

        Raises:
            ValueError: The identity is empty, or there is no such version.
            NotInVersion: The version is 1.5, which knows no such passwords.
        """
        key = new_key(version)
        await self.set_password(identity, key, scheme=Sha256())
        return key

    async def remove(self, identity: str) -> None:
        """Remove all hashes of a charger, so that it can no longer authenticate."""
        await update(self.store, identity, lambda _: None)

    async def change(
        self,
        connection: Connection,
        new: bytes | None = None,
        *,
        timeout: float | EllipsisType | None = ...,  # noqa: ASYNC109
    ) -> str:
        """Change the password of a charger, over a connection to it (use case A01).

        It sends ChangeConfiguration of AuthorizationKey in 1.6, and SetVariables of
        `SecurityCtrlr.BasicAuthPassword` in 2.x. A charger that has accepted should
        disconnect, and connect again with the new password; this method does not close
        the connection. The docstring of this module says which passwords are right
        meanwhile.

        Args:
            connection: The connection to the charger. The password is that of the
                identity that the charger claims, by whatever name it is known.
            new: The new password; None: a random one, which nobody but the charger
                ever has.
            timeout: How many seconds the answer may take; see `Connection.call`.

        Returns:
            The status of the charger's answer. `Accepted`: the new password counts.
            `RebootRequired`: both, until the charger uses the new one. All others: the
            old one.

        Raises:
            NotInVersion: 1.5 has no password that could be changed.
            ValueError: The version allows no such password, or the connection has no
                identity.
            RuntimeError: A change is under way, or too many were not answered.
            OcppError: The charger answered with a CALLERROR: the old password counts;
                both if that is an InternalError or a GenericError.
            CallTimeout: It did not answer in time. If the call was sent: both count.
            ConnectionClosed: The connection closed meanwhile; the same.
            InvalidResponse: The answer is not a valid response; both count.
        """
        identity, version = claimed_identity(connection), connection.version
        if not identity:
            raise ValueError("a connection without an identity has no password")
        key = new_key(version) if new is None else new
        check_key(version, key, longest=_LONGEST.get(version, 40))
        with self._only_change_of(identity):
            scheme = Sha256() if new is None else self._chosen
            text = await self._checker.hash(key, scheme)
            await self._check_pending(identity)
            await update(self.store, identity, partial(with_pending, text=text))
            try:
                status = await send_key(connection, key, timeout)
            except Exception as error:
                # Another node may have seen the old one used; it is right again. If
                # this is cancelled, both are kept already.
                after = still_pending if is_undecided(error) else without_pending
                await update(self.store, identity, partial(after, text=text))
                raise
            await self._conclude(identity, text, status)
        logger.info(
            "%r: change of its password: %s",
            identity,
            status,
            extra=about(connection.identity, version),
        )
        return status

    @contextmanager
    def _only_change_of(self, identity: str) -> Generator[None]:
        if identity in self._changing:
            raise RuntimeError(f"{identity!r}: its password is being changed already")
        self._changing.add(identity)
        try:
            yield
        finally:
            self._changing.discard(identity)

    async def _conclude(self, identity: str, text: str, status: str) -> None:
        """Keep what a charger's answer means."""
        after = _AFTER.get(status, without_pending)
        await update(self.store, identity, partial(after, text=text))

    async def _check_pending(self, identity: str) -> None:
        record = await self.store.get(identity)
        if record is not None and len(record.pending) >= _MOST_PENDING:
            raise RuntimeError(
                f"{identity!r}: {_MOST_PENDING} changes of its password are undecided; "
                "change it when it has connected again, which shows the one it has"
            )


_HEX: Final = re.compile(b"(?:[0-9A-Fa-f]{2}){16,20}")

_MOST_PENDING: Final = 3
"""Each of them makes a check dearer."""

_LONGEST: Final = {"2.1": 2500}
"""What a `maxLimit` may allow is what the message holds, in characters."""


_AFTER: Final = {ACCEPTED: accepted, REBOOT_REQUIRED: awaiting_reboot}


def _spare_processors() -> int:
    return max(1, (os.cpu_count() or 1) - 1)


def _hashes(identity: str, record: PasswordRecord | None) -> Sequence[PasswordHash]:
    texts = () if record is None else record.texts
    try:
        return [PasswordHash.parse(text) for text in texts]
    except ValueError as error:
        raise ValueError(f"{identity!r} in the store of passwords: {error}") from None


def _unauthorized() -> HandshakeRefused:
    challenge = {"WWW-Authenticate": 'Basic realm="OCPP"'}
    return HandshakeRefused(401, headers=challenge)
