"""The credentials and TLS settings of a station for one network profile."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, unquote, urlsplit

from ocpp_rpc.errors import HandshakeFailed
from ocpp_rpc.lines import checked_headers

from .profiles import NetworkProfile

if TYPE_CHECKING:
    from ocpp_rpc.security.client import ClientTls, Profile

__all__ = ["Proof", "explain", "proof_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The credentials of a station, and the TLS settings to check the back office.

    Attributes:
        profile: The number of the security profile.
        headers: The header lines of the handshake, including the credentials.
        tls: The TLS settings; None if there are none.
    """

    profile: int
    headers: Mapping[str, str] = field(repr=False)
    tls: ClientTls | SSLContext | None = field(default=None, repr=False)

    @property
    def context(self) -> SSLContext | None:
        """The present TLS context, which `reload` may have replaced."""
        tls = self.tls
        return tls if tls is None or isinstance(tls, SSLContext) else tls.context


def proof_of(profile: NetworkProfile, identity: str) -> Proof:
    """Return the credentials and TLS settings for a network profile.

    Raises:
        ValueError: The URL does not match the security profile, there is more than one
            set of credentials, or a header line or the security profile is invalid.
    """
    security = profile.security
    headers: Mapping[str, str] = checked_headers(profile.headers or {})
    parts = urlsplit(profile.url)
    _check_password(profile.url, parts)
    if security is None:
        headers = _with_credentials(headers, _credentials(profile, parts, identity))
        return Proof(profile=_meant(parts, headers), headers=headers, tls=profile.ssl)
    password, tls = _contents(security)
    _check_together(security, parts, headers)
    if password is not None:
        authorization = _basic_authorization(identity, password)
        headers = {**headers, "Authorization": authorization}
    return Proof(profile=security.number, headers=headers, tls=tls)


def _contents(
    security: Profile,
) -> tuple[str | bytes | None, ClientTls | SSLContext | None]:
    """Return the password and the TLS settings of a security profile.

    Raises:
        ValueError: The object is not a station's security profile.
    """
    # Imported here, because only programs with a security profile need it.
    from ocpp_rpc.security import client  # noqa: PLC0415

    match security:
        case client.Profile0():
            return None, None
        case client.Profile1():
            return security.password, None
        case client.Profile2():
            return security.password, security.tls
        case client.Profile3():
            return None, security.tls
    kind = f"{type(security).__module__}.{type(security).__name__}"
    raise ValueError(f"security has to be of ocpp_rpc.security.client, not {kind}")


_SCHEMES: Final = ("ws", "ws", "wss", "wss")
"""The URL schemes, by the number of the security profile."""


def _check_together(
    security: Profile, parts: SplitResult, headers: Mapping[str, str]
) -> None:
    """Check that a security profile matches the URL and the header lines.

    Raises:
        ValueError: It does not match.
    """
    number, scheme = security.number, _SCHEMES[security.number]
    if parts.scheme != scheme:
        raise ValueError(
            f"security profile {number} needs {scheme}://, but the URL has "
            f"{parts.scheme}://"
        )
    if parts.username is not None:
        raise ValueError("give a security profile or credentials in the URL, not both")
    if _has_authorization(headers):
        raise ValueError("give a security profile or an Authorization header, not both")


def _meant(parts: SplitResult, headers: Mapping[str, str]) -> int:
    """Return the security profile that a URL and the credentials imply."""
    known = _has_authorization(headers)
    if parts.scheme == "wss":
        return 2 if known else 3
    return 1 if known else 0


def explain(failure: HandshakeFailed, profile: int) -> None:
    """Add a hint to a failure if the credentials may be its cause.

    Args:
        failure: The failure, whose `detail` is extended.
        profile: The number of the security profile.
    """
    hint = _HINTS.get((failure.status, profile))
    if hint is not None:
        failure.detail = f"{failure.detail}; {hint}"


_WRONG: Final = "the password may be wrong or have been changed"

_HINTS: Final[Mapping[tuple[int | None, int], str]] = {
    (401, 0): "no password was sent: the server may require security profile 1",
    (401, 1): _WRONG,
    (401, 2): _WRONG,
    (401, 3): "no password was sent: the server may require security profile 2",
    (403, 0): "the server may require a higher security profile",
    (403, 1): "the server may require a higher security profile",
    (403, 2): "the server may require a client certificate (security profile 3)",
    (403, 3): (
        "the server may require another organization or serial number in the "
        "certificate"
    ),
}
"""The likely cause, by the HTTP status of the answer and the security profile."""


def _has_authorization(headers: Mapping[str, str]) -> bool:
    return any(name.lower() == "authorization" for name in headers)


def _with_credentials(
    headers: Mapping[str, str], credentials: str | None
) -> Mapping[str, str]:
    """Return header lines extended by the credentials, if there are any.

    Raises:
        ValueError: The header lines have credentials already.
    """
    if credentials is None:
        return headers
    if _has_authorization(headers):
        raise ValueError("give a password or an Authorization header, not both")
    return {**headers, "Authorization": credentials}


def _credentials(
    profile: NetworkProfile, parts: SplitResult, identity: str
) -> str | None:
    """Return the credentials of a network profile without a security profile."""
    if profile.password is not None:
        return _basic_authorization(identity, profile.password)
    if parts.username is None:
        return None
    user, password = unquote(parts.username), unquote(parts.password or "")
    return _basic_authorization(user, password)


def _check_password(url: str, parts: SplitResult) -> None:
    """Refuse a URL whose password is not percent-encoded.

    Otherwise, a character such as `/` would end it early, and a later error text would
    reveal a part of it.

    Raises:
        ValueError: The password is not percent-encoded.
    """
    try:
        _ = parts.port
    except ValueError:
        if "@" in url.partition(parts.netloc)[2]:
            text = "the password in the URL has to be percent-encoded"
            raise ValueError(text) from None


def _basic_authorization(name: str, password: str | bytes) -> str:
    """Return the header for HTTP Basic authentication (RFC 7617)."""
    secret = password.encode() if isinstance(password, str) else password
    return "Basic " + base64.b64encode(name.encode() + b":" + secret).decode()
