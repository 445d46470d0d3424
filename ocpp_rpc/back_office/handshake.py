"""The request of a station that connects, and the decision about it.

There is no I/O here: `read_handshake` reads a request that a transport has received,
and `negotiate` chooses the version.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias
from urllib.parse import unquote

from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.errors import HandshakeRefused
from ocpp_rpc.lines import checked_headers
from ocpp_rpc.protocol.dialect import DIALECTS, Dialect
from ocpp_rpc.protocol.identities import is_identity
from ocpp_rpc.transports import HandshakeRequest, WebSocketSettings

from .reverse_proxies import Address, Networks, forwarded_for
from .subprotocols import Subprotocols

__all__ = [
    "Accept",
    "Credentials",
    "Handshake",
    "Prefer",
    "identity_of",
    "negotiate",
    "read_handshake",
]


Prefer: TypeAlias = Literal["station", "server"]
"""The side whose order of preference determines the version."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """The user name and password of HTTP Basic authentication (RFC 7617).

    Both are bytes, because the AuthorizationKey of 1.6 is binary (OCPP-J 1.6 §6.2.2);
    the password of 2.x is UTF-8 text.

    Attributes:
        username: The user name, as it was sent.
        password: The password, as it was sent.
    """

    username: bytes
    password: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handshake:
    """The request of a station that connects.

    Attributes:
        identity: The claimed identity: the last segment of the path, decoded. If the
            path has no identity, which `ServerSettings.require_identity` may allow: the
            user name of the credentials; empty if there is none either.
        path: The path as sent, percent-encoded.
        query: The part after the question mark; empty if there is none.
        headers: The header lines; the names are in lower case.
        subprotocols: All offered subprotocols, in the station's order of preference.
        versions: The offered versions that the server supports and that allow this
            identity, because 2.x restricts identities.
        credentials: User name and password; None if there are none, or they cannot be
            read.
        certificate: The client certificate, in the form of `ssl.SSLSocket.getpeercert`;
            None if there was none. Behind a proxy, see `tls_at_proxy`.
        certificate_expired: Whether that certificate has expired and was accepted
            because of `accept_expired`: the station has to renew it before it does
            anything else.
        address: The host of the station, and its port if it is known; behind a trusted
            proxy, those of the proxy's client. None if there is no address.
        profile: The security profile that the station has passed; None if the server
            has none.
        deviations: The accepted deviations from OCPP-J, one line each.
    """

    identity: str
    path: str
    query: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(repr=False)
    subprotocols: Sequence[str] = ()
    versions: Sequence[str] = ()
    credentials: Credentials | None = None
    certificate: Mapping[str, Any] | None = field(default=None, repr=False)
    certificate_expired: bool = False
    address: Address | None = None
    profile: int | None = None
    deviations: tuple[str, ...] = ()

    def known_as(self, identity: str) -> Handshake:
        """Return the same request with another identity."""
        return self if identity == self.identity else replace(self, identity=identity)

    def without_credentials(self) -> Handshake:
        """Return the part of the request that may be kept after the decision."""
        headers = {**self.headers}
        headers.pop("authorization", None)
        return replace(self, headers=headers, credentials=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """The decision to admit a station.

    Attributes:
        data: Any object of the application, which becomes `Connection.data`; default:
            None.
        versions: The versions that the station may use, by number; None (default): all
            of the server. If the station offers none of them, negotiation fails.
        version: The version to use, by number, whatever the station offers. If the
            station does not offer it, the answer names no subprotocol. None (default):
            negotiated.
        identity: The identity under which the server knows the station:
            `Connection.identity`, and the key in `Server.connections`. None (default):
            the claimed identity, which the security profile has checked.
        websocket: The settings of the WebSocket, in place of those of the server;
            `open_timeout` and `max_header_size` no longer matter at this point. Ignored
            over ASGI. Default: None.
        settings: The settings of the connection, in place of those of the server.
            Observers of `Server.observe` still get the events. Default: None.
        headers: Header lines for the answer; default: none.

    Raises:
        ValueError: A version is unknown, a header line or the identity is not valid, or
            `websocket` has settings that only a client can use.
    """

    data: Any = None
    versions: Collection[str] | None = None
    version: str | None = None
    identity: str | None = None
    websocket: WebSocketSettings | None = field(default=None, repr=False)
    settings: Settings | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    def __post_init__(self) -> None:
        chosen = () if self.version is None else (self.version,)
        named = (*(self.versions or ()), *chosen)
        unknown = [name for name in named if name not in DIALECTS]
        if unknown:
            raise ValueError(f"unknown versions of OCPP: {unknown}")
        if self.identity is not None and not is_identity(self.identity):
            raise ValueError(f"{self.identity!r} is not a valid identity of a station")
        websocket = self.websocket
        if websocket is not None and (websocket.proxy or websocket.local_address):
            raise ValueError("proxy and local_address are settings of a client only")
        checked_headers(self.headers)


def read_handshake(  # noqa: PLR0913
    request: HandshakeRequest,
    dialects: Mapping[str, Dialect],
    proxies: Networks = (),
    max_identity: int = 255,
    *,
    subprotocols: Subprotocols | None = None,
    needs_identity: bool = True,
) -> Handshake:
    """Read the request of a station.

    Args:
        request: The request that the transport has received.
        dialects: The rules of the versions that the server supports, by number.
        proxies: The networks of the proxies that are trusted about addresses.
        max_identity: The longest identity in any version, in characters; default: 255.
        subprotocols: The names of the versions; None: those of the dialects.
        needs_identity: Whether the path has to contain an identity; default: True.

    Raises:
        HandshakeRefused: The identity in the path is missing, too long or invalid.
    """
    path, _, query = request.target.partition("?")
    named = identity_of(path, max_identity, required=needs_identity)
    offers = request.headers.get("sec-websocket-protocol", "").split(",")
    stripped = filter(None, map(str.strip, offers))
    offered = tuple(dict.fromkeys(stripped))
    credentials = _credentials(request.headers.get("authorization", ""), named)
    identity = named or _user_of(credentials, max_identity)
    names = subprotocols or Subprotocols(
        {dialect.subprotocol: version for version, dialect in dialects.items()}
    )
    meant = dict.fromkeys(filter(None, map(names.version_of, offered)))
    return Handshake(
        identity=identity,
        path=path,
        query=query,
        headers=request.headers,
        subprotocols=offered,
        versions=tuple(
            version for version in meant if dialects[version].allows_identity(identity)
        ),
        credentials=credentials,
        certificate=request.peer.certificate,
        address=forwarded_for(request, proxies),
        deviations=() if named else ("the path names no identity",),
    )


def identity_of(path: str, longest: int = 255, *, required: bool = True) -> str:
    """Return the identity in the last segment of a path.

    Args:
        path: The path, percent-encoded.
        longest: The longest identity, in characters; default: 255.
        required: Whether there has to be an identity; if not, the result may be empty.

    Raises:
        HandshakeRefused: The identity is missing although required, is not valid
            percent-encoded UTF-8, or is too long.
    """
    segment = path.rpartition("/")[2]
    if _BAD_ESCAPE.search(segment) or not segment.isascii():
        raise HandshakeRefused(400, "bad percent-encoding in the identity")
    try:
        identity = unquote(segment, errors="strict")
    except UnicodeDecodeError:
        raise HandshakeRefused(400, "the identity is not UTF-8") from None
    if not is_identity(identity):
        if not required:
            return ""
        raise HandshakeRefused(404, "no identity in the path")
    if len(identity) > longest:
        raise HandshakeRefused(404, f"the identity is longer than {longest} characters")
    return identity


_BAD_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


def negotiate(
    offered: Sequence[str], spoken: Sequence[str], prefer: Prefer
) -> str | None:
    """Return the version to use; None if the sides have none in common.

    Args:
        offered: The versions that the station offers, the preferred one first.
        spoken: The versions that the server supports, the preferred one first.
        prefer: The side whose order of preference applies.
    """
    ours, theirs = (spoken, offered) if prefer == "server" else (offered, spoken)
    return next((version for version in ours if version in theirs), None)


def _user_of(credentials: Credentials | None, longest: int) -> str:
    """Return the user name of credentials if it is a valid identity; else empty."""
    if credentials is None:
        return ""
    try:
        name = credentials.username.decode()
    except UnicodeDecodeError:
        return ""
    return name if is_identity(name) and len(name) <= longest else ""


def _credentials(authorization: str, identity: str) -> Credentials | None:
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True)
    except ValueError:
        return None
    # The identity of 1.6 may have a colon in it, where RFC 7617 would end the name.
    name = identity.encode()
    if decoded.startswith(name + b":"):
        return Credentials(name, decoded[len(name) + 1 :])
    name, colon, password = decoded.partition(b":")
    return Credentials(name, password) if colon else None
