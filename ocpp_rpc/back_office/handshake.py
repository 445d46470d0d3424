"""What a station asks for when it connects, and what it may be told.

No I/O: `read_handshake` reads a request as a transport has it, `negotiate` chooses the
version.
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
"""Whose order of preference decides about the version."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What HTTP Basic authentication carries (RFC 7617).

    Bytes, since the AuthorizationKey of 1.6 is binary (OCPP-J 1.6 §6.2.2); the password
    of 2.x is UTF-8 text.
    """

    username: bytes
    password: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handshake:
    """What a station has asked for.

    Attributes:
        identity: The identity that it claims: the last segment of the path, decoded.
            If the path names none, which `ServerSettings.require_identity` may allow:
            the user name of its credentials; empty if it has none either.
        path: The path as sent, percent-encoded.
        query: What follows the question mark; empty if there is none.
        headers: The header lines, by name in lower case.
        subprotocols: All subprotocols it offers, in its order of preference.
        versions: The versions among them that the server speaks, and that let a
            station have its identity: 2.x has rules for it.
        credentials: Name and password; None if there are none that can be read.
        certificate: The certificate it has shown, as `ssl.SSLSocket.getpeercert` has
            it; None if there was none. Behind a proxy, see `tls_at_proxy`.
        certificate_expired: Whether that certificate has expired, and `accept_expired`
            lets it pass: the station has to renew it, and to do nothing else before.
        address: Its host, and its port if it is known; that of a trusted proxy's client
            if there is one. None if it has none.
        profile: The security profile by which it has proved itself; None if the server
            has none.
        deviations: What OCPP-J does not allow and the server let pass, in one line
            each.
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
        """Return the same, asked for by a station with that identity."""
        return self if identity == self.identity else replace(self, identity=identity)

    def without_credentials(self) -> Handshake:
        """Return what may be kept once it is decided about the station."""
        headers = {**self.headers}
        headers.pop("authorization", None)
        return replace(self, headers=headers, credentials=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """A station is let in.

    Attributes:
        data: Anything that belongs to the session; it is `Connection.data`.
        versions: The versions it may speak, by number; None: all that the server does.
            If the station offers none of them, it is told so.
        version: The version it speaks, by number, whatever it offers. If it does not
            offer that one, the answer names no subprotocol. None: what it offers
            decides.
        identity: The name by which the server knows the station: `Connection.identity`,
            and the key of `Server.connections`. None: the identity that it claims. The
            security profile has checked that one.
        websocket: How its WebSocket behaves, in place of the settings of the server;
            `open_timeout` and `max_header_size` have had their effect by then. Over
            ASGI, it has none.
        settings: How its connection behaves, in place of the settings of the server.
            What `Server.observe` was given sees the events all the same.
        headers: Header lines for the answer.

    Raises:
        ValueError: There is no such version, or those are no header lines; or that is
            no identity, or `websocket` has what only a client can use.
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
            raise ValueError(f"{self.identity!r} cannot be the identity of a station")
        websocket = self.websocket
        if websocket is not None and (websocket.proxy or websocket.local_address):
            raise ValueError("proxy and local_address are for WebSockets of a client")
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
    """Read what a station asks for.

    Args:
        request: The request, as the transport has it.
        dialects: The rules of the versions that the server speaks, by number.
        proxies: The networks of proxies whose word is taken for the address.
        max_identity: The longest identity of any version, in characters.
        subprotocols: The names of the versions; None: those that the dialects have.
        needs_identity: Whether the path has to name an identity.

    Raises:
        HandshakeRefused: The path names no identity although it has to, or one that is
            too long.
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
    """Return the identity that the last segment of a path names.

    Args:
        path: The path, percent-encoded.
        longest: How many characters it may have.
        required: Whether it has to name one; otherwise, it is empty if it does not.

    Raises:
        HandshakeRefused: It names none although it has to; or one that is not in valid
            percent-encoded UTF-8, or too long.
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
    """Return the version to speak; None if there is no common one.

    Args:
        offered: The versions that the station offers, the preferred one first.
        spoken: Those that the server speaks, the preferred one first.
        prefer: Whose order decides.
    """
    ours, theirs = (spoken, offered) if prefer == "server" else (offered, spoken)
    return next((version for version in ours if version in theirs), None)


def _user_of(credentials: Credentials | None, longest: int) -> str:
    """Return the user name of credentials, if it may be an identity; else nothing."""
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
