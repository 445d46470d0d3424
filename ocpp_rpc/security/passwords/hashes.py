"""Hashes of passwords: one line of text each, which names its scheme and parameters.

The texts have the "PHC string format", which other password libraries also use: scheme,
parameters, salt and hash, the last two in base64 without padding::

    $sha256$SALT$HASH
    $scrypt$ln=14,r=8,p=1$SALT$HASH
    $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH

A store can therefore contain several schemes and costs, and you can import hashes of
`argon2-cffi` and of other programs.

Use SHA-256 for random keys of 16 bytes or more: they cannot be guessed, so one round
over salt and key protects them, and costs microseconds. Use scrypt or Argon2 for
passwords that a person has chosen, because these can be guessed, and need a scheme that
makes each guess expensive.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType
from typing import ClassVar, Final, TypeAlias, cast

from ocpp_rpc.errors import MissingDependency

__all__ = ["Argon2", "PasswordHash", "Scheme", "Scrypt", "Sha256"]

_MIB: Final = 2**20
_MOST_MEMORY: Final = 256 * _MIB
"""The greatest memory of a hash, so that a text in a store cannot exhaust memory."""


@dataclass(frozen=True, slots=True)
class Sha256:
    """Salted SHA-256, for random passwords of at least 16 bytes only."""

    is_slow: ClassVar[bool] = False

    def derive(self, password: bytes, salt: bytes, length: int = 32) -> bytes:
        """Return the hash of a password, of 32 bytes."""
        return hashlib.sha256(salt + password).digest()[:length]

    def __str__(self) -> str:
        return "$sha256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scrypt:
    """scrypt (RFC 7914), for passwords that a person has chosen.

    Attributes:
        ln: The cost, as the binary logarithm of N (RFC 7914); 1 to 20.
        r: The block size, in units of 128 bytes; 1 to 64.
        p: The parallelization parameter; 1 to 64.

    Raises:
        ValueError: A parameter is out of bounds, or they need more than 256 MiB.
    """

    is_slow: ClassVar[bool] = True
    ln: int = 14
    r: int = 8
    p: int = 1

    def __post_init__(self) -> None:
        _check_bounds(
            "scrypt", ln=(self.ln, 1, 20), r=(self.r, 1, 64), p=(self.p, 1, 64)
        )
        _check_memory("scrypt", self._memory * self.p)

    @property
    def _memory(self) -> int:
        return 128 * self.r << self.ln

    def derive(self, password: bytes, salt: bytes, length: int = 32) -> bytes:
        """Return the hash of a password."""
        return hashlib.scrypt(
            password,
            salt=salt,
            n=1 << self.ln,
            r=self.r,
            p=self.p,
            maxmem=self._memory + 128 * self.r * (self.p + 2) + _MIB,
            dklen=length,
        )

    def __str__(self) -> str:
        return f"$scrypt$ln={self.ln},r={self.r},p={self.p}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argon2:
    """Argon2id (RFC 9106), for passwords that a person has chosen.

    Needs the extra `argon2`.

    Attributes:
        memory: The memory of one hash, in KiB.
        time: The number of passes over the memory; 1 to 64.
        parallelism: The number of lanes; 1 to 64.

    Raises:
        ValueError: A parameter is out of bounds, or they need more than 256 MiB.
        MissingDependency: The extra `argon2` is not installed.
    """

    is_slow: ClassVar[bool] = True
    memory: int = 19_456
    time: int = 2
    parallelism: int = 1

    def __post_init__(self) -> None:
        _check_bounds(
            "argon2id",
            t=(self.time, 1, 64),
            p=(self.parallelism, 1, 64),
            m=(self.memory, 8 * self.parallelism, _MOST_MEMORY // 1024),
        )
        _argon2()

    def derive(self, password: bytes, salt: bytes, length: int = 32) -> bytes:
        """Return the hash of a password."""
        argon2 = _argon2()
        derived = argon2.hash_secret_raw(
            password,
            salt,
            time_cost=self.time,
            memory_cost=self.memory,
            parallelism=self.parallelism,
            hash_len=length,
            type=argon2.Type.ID,
        )
        return cast(bytes, derived)

    def __str__(self) -> str:
        costs = f"m={self.memory},t={self.time},p={self.parallelism}"
        return f"$argon2id$v=19${costs}"


def _argon2() -> ModuleType:
    try:
        return import_module("argon2.low_level")
    except ImportError:
        raise MissingDependency("argon2") from None


Scheme: TypeAlias = Sha256 | Scrypt | Argon2
"""Any scheme of password hashes, with its parameters."""


@dataclass(frozen=True, slots=True)
class PasswordHash:
    """The hash of a password, with its scheme.

    Attributes:
        scheme: The scheme and its parameters.
        salt: The salt.
        digest: The hash of the salt and the password.
    """

    scheme: Scheme
    salt: bytes = field(repr=False)
    digest: bytes = field(repr=False)

    @classmethod
    def of(cls, password: bytes, scheme: Scheme) -> PasswordHash:
        """Hash a password, with a new salt."""
        salt = secrets.token_bytes(_SALT)
        return cls(scheme, salt, scheme.derive(password, salt))

    @classmethod
    def decoy(cls, scheme: Scheme) -> PasswordHash:
        """Return a hash that costs as much to compare as others, but never matches."""
        return cls(scheme, secrets.token_bytes(_SALT), secrets.token_bytes(32))

    @classmethod
    def parse(cls, text: str) -> PasswordHash:
        """Read the text of a hash.

        Raises:
            ValueError: The text is not a hash; the message does not quote it.
            MissingDependency: The hash needs an extra that is not installed.
        """
        scheme, _, rest = text.removeprefix("$").partition("$")
        if not text.startswith("$") or scheme not in _READERS:
            raise ValueError(f"it is not a hash of {', '.join(_READERS)}")
        pattern, make = _READERS[scheme]
        found = pattern.fullmatch(rest)
        if found is None:
            raise ValueError(f"it is not a well-formed hash of {scheme}")
        *costs, salt, digest = found.groups()
        parsed = cls(make(*map(int, costs)), _bytes(salt), _bytes(digest))
        parsed._check_lengths(scheme)
        return parsed

    def _check_lengths(self, scheme: str) -> None:
        if not 8 <= len(self.salt) <= 64:
            raise ValueError(f"the salt of a hash of {scheme} has 8 to 64 bytes")
        shortest = 32 if isinstance(self.scheme, Sha256) else 16
        longest = 32 if isinstance(self.scheme, Sha256) else 64
        if not shortest <= len(self.digest) <= longest:
            raise ValueError(f"the hash of {scheme} is too short or too long")

    def matches(self, password: bytes) -> bool:
        """Tell whether this is the hash of a password, in constant time."""
        derived = self.scheme.derive(password, self.salt, len(self.digest))
        return hmac.compare_digest(derived, self.digest)

    def __str__(self) -> str:
        return f"{self.scheme}${_text(self.salt)}${_text(self.digest)}"


_SALT: Final = 16

_B64 = "([A-Za-z0-9+/]{1,100})"
_COUNT = "([1-9][0-9]{0,6})"


def _read_scrypt(ln: int, r: int, p: int) -> Scheme:
    return Scrypt(ln=ln, r=r, p=p)


def _read_argon2(m: int, t: int, p: int) -> Scheme:
    return Argon2(memory=m, time=t, parallelism=p)


_READERS: Final[Mapping[str, tuple[re.Pattern[str], Callable[..., Scheme]]]] = {
    "sha256": (re.compile(rf"{_B64}\${_B64}"), Sha256),
    "scrypt": (
        re.compile(rf"ln={_COUNT},r={_COUNT},p={_COUNT}\${_B64}\${_B64}"),
        _read_scrypt,
    ),
    "argon2id": (
        re.compile(rf"v=19\$m={_COUNT},t={_COUNT},p={_COUNT}\${_B64}\${_B64}"),
        _read_argon2,
    ),
}


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    """Decode base64 without padding; each value has exactly one valid text."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError:
        data = b""
    if _text(data) != text:
        raise ValueError("the salt or the hash is not base64 without padding")
    return data


def _check_bounds(scheme: str, **costs: tuple[int, int, int]) -> None:
    for name, (value, least, most) in costs.items():
        if not least <= value <= most:
            raise ValueError(f"{name} of {scheme} must be from {least} to {most}")


def _check_memory(scheme: str, memory: int) -> None:
    if memory > _MOST_MEMORY:
        raise ValueError(f"{scheme} with these costs is too expensive")
