"""Passwords of chargers (HTTP Basic): check, change and store them.

Use a `Passwords` as `verify` of profiles 1 and 2. `checks` describes how passwords are
compared, and `stores` what a store keeps.

A password change (use case A01) cannot be one step, because the answer of the charger
may be lost. Therefore the hash of the new password is stored beside the old one before
the call is sent. The answer of the charger decides which password is accepted then:

* Accepted: the new one (A01.FR.03);
* RebootRequired: both, until the charger uses the new one, which it does from its next
  boot on; until then, the old one must still be accepted (A01.FR.04);
* another answer: the old one (A01.FR.04);
* the call was not sent: the old one;
* the answer was lost, late or invalid, or this process died: both, until the charger
  uses one of them; from then on, only that one.
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

    Awaiting a call with an identity and a password (bytes) returns whether they match.
    Pass a `Passwords` as `verify` to `Profile1` or `Profile2`.

    Args:
        store: The store of the hashes, such as a `FileStore`.
        hex_text: Whether 32 to 40 hex digits are also accepted if the bytes that they
            encode match, for chargers of 1.6 that send the digits of their
            AuthorizationKey as text; default: False.
        chosen: The scheme for passwords that people have chosen; default: `Scrypt()`.
        renew: Whether to replace the slow hash of a password by one of the scheme
            `chosen` when the charger next connects, unless it already has that scheme;
            default: False.
        threads: The number of slow hashes to compute at once. None (default): one less
            than the number of processors, which leaves one for the event loop.
        memo: The number of identities whose confirmed passwords are remembered (as an
            HMAC), so that they reconnect without a slow hash; default: 65,536; 0: none.

    Attributes:
        store: The store of the hashes.

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
        """Return whether a password belongs to an identity.

        Raises:
            ValueError: A text in the store is not a hash.
            MissingDependency: A hash in the store needs an extra that is missing.
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
        """Refuse a charger with wrong credentials; use it as an `on_connect` hook.

        Raises:
            HandshakeRefused: The user name or password is missing or wrong (401).
        """
        given = handshake.credentials
        if given is None or given.username != handshake.identity.encode():
            raise _unauthorized()
        if not await self(handshake.identity, given.password):
            raise _unauthorized()

    def _readings(self, password: bytes) -> Sequence[bytes]:
        """Return the readings of a password: itself, and its hex digits decoded."""
        if self._hex_text and _HEX.fullmatch(password):
            return password, bytes.fromhex(password.decode())
        return (password,)

    async def _note_use(self, identity: str, record: PasswordRecord, used: str) -> None:
        """Make the used password the only valid one, if there are several."""
        if not record.pending:
            return
        is_changing = identity in self._changing
        settle = partial(after_use, used=used, is_changing=is_changing)
        if await update(self.store, identity, settle):
            which = "its old" if used == record.current else "a new"
            logger.info(
                "%r: uses %s password, now the only valid one",
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
        """Store the hash of a password that a charger has, and remove older hashes.

        Args:
            identity: The identity of the charger.
            password: The password that the charger sends, in bytes. Its length is not
                checked; use `check_key` for that.
            scheme: The scheme of the hash; None: `chosen`. `Sha256()` is sufficient for
                a random password of at least 16 bytes.

        Raises:
            ValueError: The identity or the password is empty.
        """
        if not identity or not password:
            empty = "password" if identity else "identity"
            raise ValueError(f"the {empty} is empty")
        text = await self._checker.hash(password, scheme or self._chosen)
        await update(self.store, identity, lambda _: PasswordRecord(current=text))

    async def issue(self, identity: str, version: str) -> bytes:
        """Generate a random password for a charger, store its hash, and return it.

        Args:
            identity: The identity of the charger.
            version: The version of OCPP that the charger speaks; see `new_key`.

        Raises:
            ValueError: The identity is empty, or the version does not exist.
            NotInVersion: The version is 1.5, which does not define such passwords.
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
        """Change the password of a charger over its connection (use case A01).

        It sends ChangeConfiguration of AuthorizationKey in 1.6, and SetVariables of
        `SecurityCtrlr.BasicAuthPassword` in 2.x. A charger that answers Accepted should
        disconnect and connect again with the new password. This method does not close
        the connection. The docstring of this module lists which passwords are accepted
        afterwards.

        Args:
            connection: The connection to the charger. The password belongs to the
                identity in the URL of the charger, even if an `on_connect` hook has
                given the charger another identity.
            new: The new password; None: a random one, which only the charger ever has.
            timeout: The seconds to wait for the answer; see `Connection.call`.

        Returns:
            The status of the charger's answer. `Accepted`: only the new password is
            accepted. `RebootRequired`: both are, until the charger uses the new one.
            Any other status: only the old one is.

        Raises:
            NotInVersion: The version is 1.5, which cannot change passwords.
            ValueError: The version does not allow this password, or the connection has
                no identity.
            RuntimeError: Another change is running, or three changes are undecided.
            OcppError: The charger answered with a CALLERROR: the old password is
                accepted; both are after an InternalError or a GenericError.
            CallTimeout: The charger did not answer in time. If the call was sent, both
                passwords are accepted.
            ConnectionClosed: The connection was closed. If the call was sent, both
                passwords are accepted.
            InvalidResponse: The answer is not a valid response: both are accepted.
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
                # Another node may have seen the old password in use, so keep both. They
                # are already stored if this task is cancelled.
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
            raise RuntimeError(f"{identity!r}: its password is already being changed")
        self._changing.add(identity)
        try:
            yield
        finally:
            self._changing.discard(identity)

    async def _conclude(self, identity: str, text: str, status: str) -> None:
        """Store the result of a charger's answer."""
        after = _AFTER.get(status, without_pending)
        await update(self.store, identity, partial(after, text=text))

    async def _check_pending(self, identity: str) -> None:
        record = await self.store.get(identity)
        if record is not None and len(record.pending) >= _MOST_PENDING:
            raise RuntimeError(
                f"{identity!r}: {_MOST_PENDING} changes of its password are undecided; "
                "wait until it connects again, which shows the password it has"
            )


_HEX: Final = re.compile(b"(?:[0-9A-Fa-f]{2}){16,20}")

_MOST_PENDING: Final = 3
"""The greatest number of undecided changes, because each makes checks slower."""

_LONGEST: Final = {"2.1": 2500}
"""The greatest `maxLimit`, in characters: the length that the message allows."""


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
