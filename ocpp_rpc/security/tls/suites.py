"""The cipher suites and versions of TLS that OCPP requires.

The names are those of OpenSSL. They apply to TLS 1.2 and older versions; TLS 1.3 has
its own suites, all of which are allowed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ssl import (
    OP_CIPHER_SERVER_PREFERENCE,
    OP_NO_COMPRESSION,
    OP_NO_RENEGOTIATION,
    OP_NO_TICKET,
    OPENSSL_VERSION_INFO,
    OP_NO_TLSv1,
    OP_NO_TLSv1_1,
    SSLContext,
    SSLError,
    TLSVersion,
)
from typing import Final, Literal, TypeAlias

__all__ = [
    "LEGACY",
    "SUITES",
    "Kind",
    "allows_old_versions",
    "harden",
    "permit_old_versions",
]

Kind: TypeAlias = Literal["ecdsa", "rsa"]
"""The kinds of keys that a server can have."""

SUITES: Final[Mapping[Kind, Sequence[str]]] = {
    "ecdsa": ("ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384"),
    # OCPP requires the last two. They have no forward secrecy: with the key, an
    # attacker can decrypt recorded traffic. Stations that support the first two use
    # these.
    "rsa": (
        "ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES256-GCM-SHA384",
        "AES128-GCM-SHA256",
        "AES256-GCM-SHA384",
    ),
}
"""The suites for each kind of key, the preferred one first (A00.FR.317 and A00.FR.421
of 1.6, A00.FR.318 and A00.FR.421 of 2.x)."""

LEGACY: Final = "AES128-SHA"
"""The suite of stations of 1.6 that support only TLS 1.1 or older (A00.FR.324)."""

_LEVEL: Final = 2
"""The security level of OpenSSL: keys have a strength of 112 bits (A00.FR.501-503).

The defaults of systems differ. Old versions of TLS need 0, because they sign with
SHA-1.
"""

_NO_OLD_VERSIONS: Final = OP_NO_TLSv1 | OP_NO_TLSv1_1
"""The options that exclude versions in contexts without a `minimum_version`."""

_LEVELS_BAR_OLD_VERSIONS: Final = OPENSSL_VERSION_INFO >= (3,)
"""Whether this OpenSSL has TLS before 1.2 only at the security level 0."""


def harden(context: SSLContext, suites: Sequence[str]) -> None:
    """Allow these suites and TLS 1.2 or later, and disable options that weaken them.

    Raises:
        ValueError: The platform lacks a suite.
    """
    context.minimum_version = TLSVersion.TLSv1_2
    context.options |= (
        OP_NO_COMPRESSION  # A00.FR.320, A00.FR.424
        | OP_NO_RENEGOTIATION
        | OP_NO_TICKET
        | OP_CIPHER_SERVER_PREFERENCE
    )
    _allow(context, suites, _LEVEL)


def permit_old_versions(context: SSLContext, suites: Sequence[str]) -> None:
    """Allow TLS 1.0 and 1.1 as well, and the suite for them after the given ones.

    Raises:
        ValueError: The platform lacks a suite.
    """
    # Not by the names of the old versions, because `ssl` warns about these.
    context.minimum_version = TLSVersion.MINIMUM_SUPPORTED
    _allow(context, [*suites, LEGACY], level=0)


def allows_old_versions(context: SSLContext) -> bool:
    """Tell whether a context allows TLS before 1.2.

    The Python of Debian leaves `minimum_version` open, also in the default context:
    there the security level of OpenSSL bars the old versions.
    """
    return not (
        context.minimum_version >= TLSVersion.TLSv1_2
        or context.options & _NO_OLD_VERSIONS == _NO_OLD_VERSIONS
        or (_LEVELS_BAR_OLD_VERSIONS and context.security_level > 0)
    )


def _allow(context: SSLContext, suites: Sequence[str], level: int) -> None:
    try:
        context.set_ciphers(":".join([*suites, f"@SECLEVEL={level}"]))
    except SSLError:
        missing = [*suites]  # OpenSSL raises if it knows none of them
    else:
        known = {each["name"] for each in context.get_ciphers()}
        missing = [each for each in suites if each not in known]
    if missing:
        names = ", ".join(missing)
        raise ValueError(f"OCPP demands TLS suites that OpenSSL lacks here: {names}")
