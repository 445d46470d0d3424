"""The security profiles of a server; each address has one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar, Final, TypeAlias

from ocpp_rpc.security.attempts import FailedAttempts

from .channels import ProxyTls, Tls, wants_certificate

__all__ = [
    "MayDowngrade",
    "Profile",
    "Profile0",
    "Profile1",
    "Profile2",
    "Profile3",
    "SerialOf",
    "Verify",
    "tls_of",
]

Verify: TypeAlias = Callable[[str, bytes], bool | Awaitable[bool]]
"""A function of an identity and a password that returns whether they match."""

SerialOf: TypeAlias = Callable[[str], str | Awaitable[str | None] | None]
"""A function of an identity that returns the station's serial number, or None."""

MayDowngrade: TypeAlias = Callable[[str], bool | Awaitable[bool]]
"""A function of an identity that returns whether it may go back from profile 3 to 2."""


@dataclass(frozen=True, slots=True)
class Profile0:
    """No security: neither side authenticates, and there is no TLS.

    Any client can connect as any station, unless your `on_connect` hook prevents that;
    the server passes credentials to the hook unchecked. OCPP has this profile in 1.6
    only, as the first value of SecurityProfile.
    """

    number: ClassVar[int] = 0


@dataclass(frozen=True)
class Profile1:
    """HTTP Basic authentication without TLS: for trusted networks only.

    Nothing is encrypted, not even the password (A00.FR.201, A00.FR.206).

    Attributes:
        verify: A function of the identity and the password (bytes) that returns whether
            the password is right, or an awaitable of that; for example a `Passwords`.
        back_off: The limits after which clients have to wait. A client that has to wait
            gets 429, and its password is not checked. None: no client has to wait.

    Raises:
        ValueError: `tls` is given, or `verify` is not a function.
    """

    number: ClassVar[int] = 1

    _: KW_ONLY
    verify: Verify = field(repr=False)
    back_off: FailedAttempts | None = field(default_factory=FailedAttempts, repr=False)
    tls: InitVar[None] = None

    def __post_init__(self, tls: object) -> None:
        if tls is not None:
            raise ValueError("Profile1 has no TLS: for passwords and TLS, use Profile2")
        _check_callable(self, "verify")


@dataclass(frozen=True)
class Profile2:
    """TLS with a certificate of the server, and HTTP Basic authentication within it.

    Attributes:
        verify: As in `Profile1`.
        tls: The TLS of the server: `tls(...)`, an `SSLContext` of your own, or
            `tls_at_proxy(...)` if TLS ends in front of this program. It must not ask
            for client certificates.
        back_off: As in `Profile1`.
        may_downgrade: A function of the identity that returns whether a station that
            has used profile 3 may go back to profile 2, or an awaitable of that. Such a
            connection speaks only 2.x, because 1.6 forbids going back. None: no station
            may go back.

    Raises:
        ValueError: `tls` has another type, or requests client certificates; or `verify`
            or `may_downgrade` is not a function.
    """

    number: ClassVar[int] = 2

    _: KW_ONLY
    verify: Verify = field(repr=False)
    tls: Tls = field(repr=False)
    back_off: FailedAttempts | None = field(default_factory=FailedAttempts, repr=False)
    may_downgrade: MayDowngrade | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if wants_certificate(_checked_tls(self, self.tls)):
            raise ValueError(
                "Profile2 has no client certificates, but its tls requests them: with "
                "client certificates, use Profile3"
            )
        _check_callable(self, "verify")
        if self.may_downgrade is not None:
            _check_callable(self, "may_downgrade")


@dataclass(frozen=True)
class Profile3:
    """TLS with a certificate on both sides; there is no password.

    Attributes:
        tls: As in `Profile2`, but it must request client certificates.
        organization: The name of the operator. The organization (O) in the certificate
            of a station must contain it (A00.FR.404).
        serial_of: A function of the identity that returns the serial number of the
            station, None if the station is unknown, or an awaitable of either. The name
            (CN) in the certificate must equal the serial number (A00.FR.405).

    Raises:
        ValueError: `tls` has another type, or requests no client certificates; the
            organization is empty; `serial_of` is not a function; or `verify` is passed.
    """

    number: ClassVar[int] = 3

    _: KW_ONLY
    tls: Tls = field(repr=False)
    organization: str
    serial_of: SerialOf = field(repr=False)
    verify: InitVar[None] = None

    def __post_init__(self, verify: object) -> None:
        if verify is not None:
            raise ValueError("Profile3 has no passwords: with passwords, use Profile2")
        if not wants_certificate(_checked_tls(self, self.tls)):
            raise ValueError(_WITHOUT_CERTIFICATES[isinstance(self.tls, ProxyTls)])
        if not self.organization.strip():
            raise ValueError("the organization of Profile3 is empty")
        _check_callable(self, "serial_of")


Profile: TypeAlias = Profile0 | Profile1 | Profile2 | Profile3
"""Any security profile of a server."""

_WITHOUT_CERTIFICATES: Final = {
    False: (
        "Profile3 needs client certificates, but its tls requests none: use "
        "tls(..., client_ca=...)"
    ),
    True: (
        "Profile3 needs client certificates; behind a proxy, name the header that "
        "contains them: tls_at_proxy(certificate_header=...)"
    ),
}


def tls_of(profile: Profile) -> Tls | None:
    """Return the TLS settings of a profile; None if the profile has no TLS."""
    return profile.tls if isinstance(profile, Profile2 | Profile3) else None


def _checked_tls(profile: object, tls: object) -> Tls:
    """Return the TLS settings of a profile.

    Raises:
        ValueError: They are not TLS settings.
    """
    if isinstance(tls, Tls):
        return tls
    name, given = type(profile).__name__, type(tls).__name__
    raise ValueError(f"{name} needs TLS: tls must be server.tls(...), not a {given}")


def _check_callable(profile: object, name: str) -> None:
    if not callable(getattr(profile, name)):
        kind = type(profile).__name__
        raise ValueError(f"{name} of {kind} is not a function")  # noqa: TRY004
