"""The security profiles of a station."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from ssl import CERT_REQUIRED, SSLContext
from typing import ClassVar, TypeAlias

from ocpp_rpc.security.tls import ClientTls
from ocpp_rpc.security.tls.suites import allows_old_versions

__all__ = [
    "Profile",
    "Profile0",
    "Profile1",
    "Profile2",
    "Profile3",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile0:
    """No security: neither side authenticates, and nothing is encrypted.

    1.6 calls it profile 0 (white paper "Improved security for OCPP 1.6-J" §7.6); 2.x
    does not define it. Use it for tests, and in networks that are secured otherwise.
    """

    number: ClassVar[int] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile1:
    """HTTP Basic authentication over `ws://`: for trusted networks only.

    Anyone who can read the traffic can read the password, and can pose as the back
    office (A00.FR.201 to A00.FR.207).

    Attributes:
        password: The password of this station. Pass the AuthorizationKey of 1.6 as
            bytes, and the BasicAuthPassword of 2.x as text.

    Raises:
        ValueError: The password is empty, neither text nor bytes, or text that UTF-8
            cannot express; or `tls` is passed.
    """

    number: ClassVar[int] = 1

    password: str | bytes = field(repr=False)
    tls: InitVar[None] = None

    def __post_init__(self, tls: object) -> None:
        if tls is not None:
            raise ValueError("Profile1 has no TLS: for password and TLS, use Profile2")
        _check_password("Profile1", self.password)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile2:
    """TLS with a certificate of the server, and HTTP Basic authentication within it.

    Attributes:
        password: The password of this station, as for `Profile1`.
        tls: The result of `tls(...)`, or your own `ssl.SSLContext`, which must verify
            the server and its name, and refuse versions of TLS before 1.2.

    Raises:
        ValueError: The password is empty, neither text nor bytes, or text that UTF-8
            cannot express; or `tls` has another type, does not verify the server, or
            allows TLS before 1.2.
    """

    number: ClassVar[int] = 2

    password: str | bytes = field(repr=False)
    tls: ClientTls | SSLContext = field(repr=False)

    def __post_init__(self) -> None:
        _check_password("Profile2", self.password)
        _check_tls("Profile2", self.tls)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile3:
    """TLS with a certificate on both sides; there is no password.

    Attributes:
        tls: The result of `tls(...)` with the certificate of the station, or your own
            `ssl.SSLContext`, which must verify the server and its name, and refuse
            versions of TLS before 1.2. If your context has no certificate, you notice
            that only when the server requests it.

    Raises:
        ValueError: The certificate is missing, or a password is passed; or `tls` has
            another type, does not verify the server, or allows TLS before 1.2.
    """

    number: ClassVar[int] = 3

    tls: ClientTls | SSLContext = field(repr=False)
    password: InitVar[None] = None

    def __post_init__(self, password: object) -> None:
        if password is not None:
            raise ValueError("Profile3 has no password: with a password, use Profile2")
        _check_tls("Profile3", self.tls)
        if not isinstance(self.tls, SSLContext) and not self.tls.has_certificate:
            raise ValueError(
                "Profile3 needs a certificate of the station: "
                "tls(ca=..., certificate=(certificate, key))"
            )


Profile: TypeAlias = Profile0 | Profile1 | Profile2 | Profile3
"""Any security profile of a station."""


def _check_password(name: str, password: object) -> None:
    """Refuse an invalid password; the error does not quote it.

    Raises:
        ValueError: It is empty, neither text nor bytes, or text that UTF-8 cannot
            express.
    """
    if not password or not isinstance(password, str | bytes):
        raise ValueError(f"{name} needs a password: text or bytes, and not empty")
    if isinstance(password, str) and not _is_utf8(password):
        raise ValueError("the password has a character that UTF-8 cannot express")


def _is_utf8(password: str) -> bool:
    try:
        password.encode()
    except UnicodeEncodeError:
        return False  # the error contains the password, so raise nothing within it
    return True


def _check_tls(name: str, tls: object) -> None:
    """Refuse TLS settings that do not meet the requirements of the profiles.

    Raises:
        ValueError: They have another type, do not verify the server, or allow TLS
            before 1.2.
    """
    context = tls if isinstance(tls, SSLContext) else getattr(tls, "context", None)
    if context is None:
        kind = type(tls).__name__
        raise ValueError(f"{name} needs TLS: tls must be client.tls(...), not a {kind}")
    # A00.FR.307 and A00.FR.411 of 1.6, A00.FR.308 and A00.FR.412 of 2.x.
    if context.verify_mode is not CERT_REQUIRED or not context.check_hostname:
        raise ValueError(
            f"{name} needs an ssl context that verifies the certificate of the server "
            "and its name"
        )
    if allows_old_versions(context):  # A00.FR.312, A00.FR.416
        raise ValueError(f"{name} needs TLS 1.2, but the ssl context allows less")
