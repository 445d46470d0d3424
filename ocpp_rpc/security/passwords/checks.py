"""Comparing passwords with hashes: what is fast at once, what is slow in threads.

Fast hashes (SHA-256, for random keys) are compared in the event loop. Slow ones are
computed in a pool of threads of their own, so that neither handlers that block nor the
resolution of host names wait for them. What waits for a thread gives its place up when
it is cancelled, as at the end of `on_connect_timeout`.

A password that a slow hash has confirmed is remembered, not itself but as an HMAC under
a key that only this process has. So chargers that connect again cost no slow hash, and
whoever guesses cannot keep them out by filling the threads. The HMAC is over the text
of the hash, too: when the store has another one, it is worth nothing any more.

For an identity that is not known, a decoy is compared, of a scheme that the known ones
use, so that the answer takes as long. If they use several, unknown identities are
divided among these, each one always to the same.
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
        threads: How many slow hashes are computed at once.
        memo: How many confirmed passwords are remembered.
    """

    def __init__(self, threads: int, memo: int) -> None:
        # Threads are made when they are needed, and end with the pool.
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
        """Return the hash that is of one of the readings of a password, and that one.

        Args:
            identity: Whose password it is.
            hashes: The hashes of that identity; none: it is not known.
            readings: What the password may stand for.
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
        """Return what `note` was told, if it is among these."""
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
        # A salt is new for each hash, so nobody else has this text; it has no NUL.
        message = b"%b\0%b" % (str(confirmed_by).encode(), password)
        return hmac.digest(self._key, message, "sha256")


class _Decoys:
    """What is compared for identities that are not known."""

    def __init__(self) -> None:
        self._key: Final = secrets.token_bytes(32)
        self._by_scheme: dict[Scheme, PasswordHash] = {}

    def note(self, hashes: Sequence[PasswordHash]) -> None:
        """Take note of the schemes that known identities use."""
        for each in hashes:
            is_new = each.scheme not in self._by_scheme
            if is_new and len(self._by_scheme) < _MOST_SCHEMES:
                self._by_scheme[each.scheme] = PasswordHash.decoy(each.scheme)

    def of(self, identity: str) -> PasswordHash:
        """Return what is compared for an identity."""
        decoys = list(self._by_scheme.values()) or [_FIRST_DECOY]
        mark = hmac.digest(self._key, identity.encode(), "sha256")
        return decoys[int.from_bytes(mark[:8]) % len(decoys)]


_MOST_SCHEMES: Final = 16
_FIRST_DECOY: Final = PasswordHash.decoy(Sha256())
