"""The station's side: opening a connection."""

from __future__ import annotations

import base64
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from ssl import SSLContext
from urllib.parse import quote, urlsplit, urlunsplit

from .connection import Connection, Settings
from .errors import NegotiationFailed
from .handshake import is_identity
from .routing import Handler, routes_of
from .transports import (
    Library,
    Transport,
    WebSocketSettings,
    without_credentials,
)
from .transports.libraries import library
from .versions import Version, by_subprotocol, number_of, package_of

__all__ = ["connect"]


@asynccontextmanager
async def connect(  # noqa: PLR0913
    url: str,
    identity: str,
    *,
    versions: Sequence[Version],
    handler: Handler = None,
    password: str | bytes | None = None,
    headers: Mapping[str, str] | None = None,
    ssl: SSLContext | None = None,
    transport: str | Library = "websockets",
    settings: Settings | None = None,
    websocket: WebSocketSettings | None = None,
) -> AsyncGenerator[Connection, None]:
    """Connect a station to its back office.

    The connection is closed in an orderly way at the end of the block.

    Args:
        url: The endpoint, `ws://` or `wss://`. The identity is appended to its path,
            percent-encoded (OCPP-J 1.6 §3.1.1, 2.0.1 and 2.1 part 4 §3.1.1).
        identity: The identity of the station.
        versions: The versions of OCPP to offer, or packages of versions, such as an
            extension of one; the preferred one first.
        handler: What answers the calls of the back office: a `Router`, an instance of
            a role class, or a function of the request and, if it likes, the connection.
        password: For HTTP Basic authentication, with the identity as the user name.
            The AuthorizationKey of 1.6 is given as its bytes, the password of 2.x as
            text.
        headers: Further header lines for the handshake.
        ssl: For `wss://`, if the default context will not do.
        transport: The library that opens the WebSocket: `websockets`, `aiohttp`,
            `picows`, or a module or object like those of `ocpp_rpc.transports`.
        settings: How the connection behaves.
        websocket: How the WebSocket under it behaves.

    Yields:
        The open connection.

    Raises:
        ValueError: There is no such version, or two are of one number, or that is no
            handler, no identity, or no transport.
        NegotiationFailed: The server speaks none of the versions.
        HandshakeFailed: The connection could not be opened for another reason.
        MissingDependency: The extra for the transport is not installed.
    """
    settings = settings or Settings()
    websocket = websocket or WebSocketSettings()
    offered = by_subprotocol(versions, settings.dialects)
    routes_of(handler)  # what is wrong is found out before anything is open
    if not is_identity(identity):
        raise ValueError(f"{identity!r} cannot be the identity of a station")
    all_headers = dict(headers or {})
    if password is not None:
        all_headers["Authorization"] = _basic_authorization(identity, password)
    opened, version = await _open(
        library(transport),
        _with_identity(url, identity),
        offered=offered,
        headers=all_headers,
        ssl=ssl,
        settings=websocket,
    )
    package = package_of(version)
    connection = Connection(
        opened,
        package,
        package.STATION,
        handler,
        identity=identity,
        settings=settings,
    )
    connection.start()
    connection.keep_alive(websocket.ping_interval, websocket.ping_timeout)
    try:
        yield connection
    finally:
        await connection.close()


async def _open(  # noqa: PLR0913
    transports: Library,
    url: str,
    *,
    offered: Mapping[str, Version],
    headers: Mapping[str, str],
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> tuple[Transport, Version]:
    """Open a WebSocket and return the version that was negotiated."""
    transport, selected = await transports.dial(
        url,
        subprotocols=[*offered],
        headers=headers,
        ssl=ssl,
        settings=settings,
    )
    if selected is not None and selected in offered:
        return transport, offered[selected]
    await transport.close(1002, "no common OCPP version")
    numbers = [number_of(version) for version in offered.values()]
    raise NegotiationFailed(without_credentials(url), numbers)


def _with_identity(url: str, identity: str) -> str:
    """Append the identity to the path of a URL, as one segment of it."""
    parts = urlsplit(url)
    path = f"{parts.path.rstrip('/')}/{quote(identity, safe='')}"
    return urlunsplit(parts._replace(path=path))


def _basic_authorization(identity: str, password: str | bytes) -> str:
    """Return the header for HTTP Basic authentication (RFC 7617)."""
    secret = password.encode() if isinstance(password, str) else password
    return "Basic " + base64.b64encode(identity.encode() + b":" + secret).decode()
