"""Compares passwords with hashes: fast hashes at once, slow hashes in threads.

Fast hashes (SHA-256, for random keys) are compared in the event loop. Slow hashes are
computed in a separate pool of threads, so that neither blocking handlers nor the
resolution of host names wait for them. A check that waits for a thread leaves the queue
if it is cancelled, for example at the end of `on_connect_timeout`.

A password that a slow hash has confirmed is remembered as an HMAC under a key that only
this process has. Chargers that reconnect therefore need no slow hash, and an attacker
who guesses passwords cannot keep them out by occupying the threads. The HMAC also
covers the text of the hash, so it becomes invalid when the store has another hash.

For an unknown identity, the password is compared with a decoy of a scheme that known
identities use, so that the answer takes as long. If they use several schemes, each
unknown identity always gets the same one of them.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeAlias, TypeVar

from .hashes import PasswordHash, Scheme, Sha256

__all__ = ["Checker"]

ResultT = TypeVar("ResultT")

Found: TypeAlias = tuple[PasswordHash, bytes]


class Checker:
    """Compares passwords with hashes.

    Args:
        threads: The number of slow hashes to compute at the same time.
        memo: The number of confirmed passwords to remember.
    """

    def __init__(self, threads: int, memo: int) -> None:
        # The pool starts threads when they are needed, and ends them with itself.
        self._pool: Final = ThreadPoolExecutor(threads, "ocpp-passwords")
        self._memo: Final = _Memo(memo)
        self._decoys: Final = _Decoys()

    async def hash(self, password: bytes, scheme: Scheme) -> str:
        """Return the text of the hash of a password."""
        if scheme.is_slow:
            return str(await self._in_thread(PasswordHash.of, password, scheme))
        return str(PasswordHash.of(password, scheme))

    async def find(
        self, identity: str, hashes: Sequence[PasswordHash], readings: Sequence[bytes]
    ) -> Found | None:
        """Return the hash that matches a reading of a password, and that reading.

        Args:
            identity: The identity that the client claims.
            hashes: The hashes of that identity; empty if it is unknown.
            readings: The possible readings of the password.
        """
        if not hashes:
            await self._compare([self._decoys.of(identity)], readings)
            return None
        self._decoys.note(hashes)
        if (found := self._memo.find(identity, hashes, readings)) is not None:
            return found
        found = await self._compare(hashes, readings)
        if found is not None and found[0].scheme.is_slow:
            self._memo.note(identity, found)
        return found

    async def _compare(
        self, hashes: Sequence[PasswordHash], readings: Sequence[bytes]
    ) -> Found | None:
        slow = [each for each in hashes if each.scheme.is_slow]
        found = _first([each for each in hashes if each not in slow], readings)
        if found is None and slow:
            return await self._in_thread(_first, slow, readings)
        return found

    async def _in_thread(
        self, function: Callable[..., ResultT], *arguments: object
    ) -> ResultT:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, function, *arguments)


def _first(hashes: Sequence[PasswordHash], readings: Sequence[bytes]) -> Found | None:
    for each in hashes:
        for reading in readings:
            if each.matches(reading):
                return each, reading
    return None


class _Memo:
    """The last password of each identity that a slow hash has confirmed."""

    def __init__(self, size: int) -> None:
        self._size: Final = size
        self._key: Final = secrets.token_bytes(32)
        self._marks: OrderedDict[str, bytes] = OrderedDict()

    def find(
        self, identity: str, hashes: Sequence[PasswordHash], readings: Sequence[bytes]
    ) -> Found | None:
        """Return the password that was remembered, if it is among the readings."""
        mark = self._marks.get(identity)
        if mark is None:
            return None
        self._marks.move_to_end(identity)
        for each in hashes:
            for reading in readings:
                if hmac.compare_digest(self._mark(each, reading), mark):
                    return each, reading
        return None

    def note(self, identity: str, found: Found) -> None:
        """Remember a password that a hash has confirmed."""
        self._marks[identity] = self._mark(*found)
        self._marks.move_to_end(identity)
        while len(self._marks) > self._size:
            self._marks.popitem(last=False)

    def _mark(self, confirmed_by: PasswordHash, password: bytes) -> bytes:
        # Each hash has a new salt, so its text is unique; the text has no NUL.
        message = b"%b\0%b" % (str(confirmed_by).encode(), password)
        return hmac.digest(self._key, message, "sha256")


class _Decoys:
    """The decoys for unknown identities."""

    def __init__(self) -> None:
        self._key: Final = secrets.token_bytes(32)
        self._by_scheme: dict[Scheme, PasswordHash] = {}

    def note(self, hashes: Sequence[PasswordHash]) -> None:
        """Remember the schemes that known identities use."""
        for each in hashes:
            is_new = each.scheme not in self._by_scheme
            if is_new and len(self._by_scheme) < _MOST_SCHEMES:
                self._by_scheme[each.scheme] = PasswordHash.decoy(each.scheme)

    def of(self, identity: str) -> PasswordHash:
        """Return the decoy for an unknown identity."""
        decoys = list(self._by_scheme.values()) or [_FIRST_DECOY]
        mark = hmac.digest(self._key, identity.encode(), "sha256")
        return decoys[int.from_bytes(mark[:8]) % len(decoys)]


_MOST_SCHEMES: Final = 16
_FIRST_DECOY: Final = PasswordHash.decoy(Sha256())
