"""The passwords that chargers may have, by the version of OCPP.

1.6 calls it the AuthorizationKey: 16 to 20 bytes, any of them, which are written as hex
digits in a ChangeConfiguration (1.6 security white paper, A00.FR.205 and §7.2). 2.x
calls it `SecurityCtrlr.BasicAuthPassword`: 16 to 40 characters (2.0.1 errata 2023-12
§2.17.3) of the type passwordString. 1.5 has none.
"""

from __future__ import annotations

import re
import secrets
from typing import Final

from ocpp_messages import VERSIONS
from ocpp_rpc.errors import NotInVersion

__all__ = ["check_key", "new_key"]


def new_key(version: str) -> bytes:
    """Make a random password for a charger.

    Args:
        version: The version of OCPP that it speaks. For 1.6, the password is 20 random
            bytes. For 2.x, it is 40 characters, which hold 30 random bytes, and which
            all editions of 2.x allow.

    Raises:
        NotInVersion: That version has no password that could be changed: 1.5.
        ValueError: There is no such version.
    """
    if _is_binary(version):
        return secrets.token_bytes(20)
    return secrets.token_urlsafe(30).encode()


def check_key(version: str, key: bytes, *, longest: int = 40) -> None:
    """Check whether a charger could have a password.

    Args:
        version: The version of OCPP that it speaks.
        key: The password, as the charger authenticates with it: bytes in 1.6, the
            characters in ASCII in 2.x.
        longest: For 2.x, how many characters it may have; a charger of 2.1 may say
            more than 40 in the `maxLimit` of BasicAuthPassword.

    Raises:
        ValueError: It could not; the message says why, and does not quote it.
        NotInVersion: That version has no password that could be changed: 1.5.
    """
    binary = _is_binary(version)
    unit, most = ("bytes", 20) if binary else ("characters", longest)
    if not _SHORTEST <= len(key) <= most:
        raise ValueError(
            f"a password of OCPP {version} has {_SHORTEST} to {most} {unit}, "
            f"not {len(key)}"
        )
    if not binary and not _PASSWORD_STRING.fullmatch(key):
        raise ValueError(
            f"a password of OCPP {version} consists of letters, digits and *-_=:+|@.~"
        )


def _is_binary(version: str) -> bool:
    if version not in VERSIONS:
        raise ValueError(f"unknown version of OCPP: {version!r}")
    if version == "1.5":
        raise NotInVersion("OCPP 1.5 has no password that could be changed")
    return version == "1.6"


_SHORTEST: Final = 16

# Editions differ in whether `@` or `~` belongs to the set.
_PASSWORD_STRING: Final = re.compile(rb"[A-Za-z0-9*\-_=:+|@.~]*")
