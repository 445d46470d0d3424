"""The passwords that chargers may have, by the version of OCPP.

In 1.6, the password is the AuthorizationKey: 16 to 20 arbitrary bytes, which a
ChangeConfiguration contains as hex digits (1.6 security white paper, A00.FR.205 and
§7.2). In 2.x, it is `SecurityCtrlr.BasicAuthPassword`: 16 to 40 characters (2.0.1
errata 2023-12 §2.17.3) of the type passwordString. 1.5 has no passwords.
"""

from __future__ import annotations

import re
import secrets
from typing import Final

from ocpp_messages import VERSIONS
from ocpp_rpc.errors import NotInVersion

__all__ = ["check_key", "new_key"]


def new_key(version: str) -> bytes:
    """Generate a random password for a charger.

    Args:
        version: The version of OCPP that the charger speaks. For 1.6, the password has
            20 random bytes. For 2.x, it has 40 characters (30 random bytes), which all
            editions of 2.x allow.

    Raises:
        NotInVersion: The version is 1.5, which does not define such passwords.
        ValueError: The version does not exist.
    """
    if _is_binary(version):
        return secrets.token_bytes(20)
    return secrets.token_urlsafe(30).encode()


def check_key(version: str, key: bytes, *, longest: int = 40) -> None:
    """Check whether a version of OCPP allows a password.

    Args:
        version: The version of OCPP that the charger speaks.
        key: The password that the charger sends: any bytes in 1.6, ASCII characters in
            2.x.
        longest: For 2.x, the greatest number of characters; a charger of 2.1 may report
            more than 40 in the `maxLimit` of BasicAuthPassword.

    Raises:
        ValueError: The version does not allow it; the message does not quote it.
        NotInVersion: The version is 1.5, which does not define such passwords.
    """
    binary = _is_binary(version)
    unit, most = ("bytes", 20) if binary else ("characters", longest)
    if not _SHORTEST <= len(key) <= most:
        raise ValueError(
            f"a password of OCPP {version} must have {_SHORTEST} to {most} {unit}, "
            f"not {len(key)}"
        )
    if not binary and not _PASSWORD_STRING.fullmatch(key):
        raise ValueError(
            f"a password of OCPP {version} may have letters, digits and *-_=:+|@.~"
        )


def _is_binary(version: str) -> bool:
    if version not in VERSIONS:
        raise ValueError(f"unknown version of OCPP: {version!r}")
    if version == "1.5":
        raise NotInVersion("OCPP 1.5 cannot change passwords")
    return version == "1.6"


_SHORTEST: Final = 16

# Editions differ in whether `@` or `~` belongs to the set.
_PASSWORD_STRING: Final = re.compile(rb"[A-Za-z0-9*\-_=:+|@.~]*")
