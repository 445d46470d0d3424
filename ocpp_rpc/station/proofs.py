"""How a station proves itself on one way to its back office."""

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
    """What a station shows, and wants to be shown.

    Attributes:
        profile: The number of the security profile.
        headers: The header lines of the handshake, with the credentials.
        tls: What TLS needs; None: nothing was given.
    """

    profile: int
    headers: Mapping[str, str] = field(repr=False)
    tls: ClientTls | SSLContext | None = field(default=None, repr=False)

    @property
    def context(self) -> SSLContext | None:
        """The context of TLS as it is now: `reload` may have replaced it."""
        tls = self.tls
        return tls if tls is None or isinstance(tls, SSLContext) else tls.context


def proof_of(profile: NetworkProfile, identity: str) -> Proof:
    """Return how a station proves itself on one way to its back office.

    Raises:
        ValueError: The URL and the security profile do not go together, or there are
            several credentials, or what was given is none.
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
    """Return the password and the TLS of a security profile.

    Raises:
        ValueError: It is none of a station.
    """
    # Who has a profile has imported this; nobody else has to wait for it.
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
    raise ValueError(f"security is one of ocpp_rpc.security.client, not {kind}")


_SCHEMES: Final = ("ws", "ws", "wss", "wss")
"""The scheme of a URL, by the number of the security profile."""


def _check_together(
    security: Profile, parts: SplitResult, headers: Mapping[str, str]
) -> None:
    """Refuse what a security profile does not go with.

    Raises:
        ValueError: There is some.
    """
    number, scheme = security.number, _SCHEMES[security.number]
    if parts.scheme != scheme:
        raise ValueError(
            f"security profile {number} goes with {scheme}://, and the URL has "
            f"{parts.scheme}://"
        )
    if parts.username is not None:
        raise ValueError("there is a security profile, and credentials in the URL")
    if _has_authorization(headers):
        raise ValueError("there is a security profile, and a header line Authorization")


def _meant(parts: SplitResult, headers: Mapping[str, str]) -> int:
    """Return the security profile that a URL and credentials, or none, mean."""
    known = _has_authorization(headers)
    if parts.scheme == "wss":
        return 2 if known else 3
    return 1 if known else 0


def explain(failure: HandshakeFailed, profile: int) -> None:
    """Add to a failure what is likely wrong about the proof, if that may be wrong.

    Args:
        failure: The failure, whose `detail` is made longer.
        profile: The number of the security profile.
    """
    hint = _HINTS.get((failure.status, profile))
    if hint is not None:
        failure.detail = f"{failure.detail}; {hint}"


_WRONG: Final = "the password may be wrong or have been changed"

_HINTS: Final[Mapping[tuple[int | None, int], str]] = {
    (401, 0): "there was no password: it may want security profile 1",
    (401, 1): _WRONG,
    (401, 2): _WRONG,
    (401, 3): "there was no password: it may want security profile 2",
    (403, 0): "it may want a higher security profile",
    (403, 1): "it may want a higher security profile",
    (403, 2): "it may want a client certificate, as security profile 3 has it",
    (403, 3): "it may want another organization or serial number in the certificate",
}
"""What is likely wrong, by the status of the answer and the security profile."""


def _has_authorization(headers: Mapping[str, str]) -> bool:
    return any(name.lower() == "authorization" for name in headers)


def _with_credentials(
    headers: Mapping[str, str], credentials: str | None
) -> Mapping[str, str]:
    """Return header lines with the credentials, if there are any.

    Raises:
        ValueError: Some are there already.
    """
    if credentials is None:
        return headers
    if _has_authorization(headers):
        raise ValueError("there is a password, and a header line Authorization")
    return {**headers, "Authorization": credentials}


def _credentials(
    profile: NetworkProfile, parts: SplitResult, identity: str
) -> str | None:
    """Return the credentials of a network profile that names no security profile."""
    if profile.password is not None:
        return _basic_authorization(identity, profile.password)
    if parts.username is None:
        return None
    user, password = unquote(parts.username), unquote(parts.password or "")
    return _basic_authorization(user, password)


def _check_password(url: str, parts: SplitResult) -> None:
    """Refuse a URL whose password ends too early, rather than tell a part of it.

    Raises:
        ValueError: There is one.
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
