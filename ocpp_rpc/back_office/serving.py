"""`serve`: a server that listens at one address for as long as a block lasts."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from ssl import SSLContext
from typing import TYPE_CHECKING

from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.handlers.routing import Handler
from ocpp_rpc.protocol.versions import Version
from ocpp_rpc.transports import Library, WebSocketSettings

from .deciding import OnConnect
from .server import Server
from .settings import ServerSettings

if TYPE_CHECKING:
    from ocpp_rpc.security.server import Profile

__all__ = ["serve"]


@asynccontextmanager
async def serve(  # noqa: PLR0913
    handler: Handler,
    host: str | None = None,
    port: int = 0,
    *,
    versions: Sequence[Version],
    on_connect: OnConnect | None = None,
    security: Profile | None = None,
    ssl: SSLContext | None = None,
    transport: str | Library = "websockets",
    settings: Settings | None = None,
    websocket: WebSocketSettings | None = None,
    server: ServerSettings | None = None,
) -> AsyncGenerator[Server, None]:
    """Serve stations.

    At the end of the block, nobody is let in any more and all connections are closed
    in an orderly way.

    Args:
        handler: What answers the calls of the stations: a `Router`, an instance of a
            role class, or a function of the request and the connection, or of the
            request alone. A function of the connection alone, or a class, is called
            with each new connection and returns one of these. Of one argument, the
            annotation says which it is, or else the name, `request` or `connection`.
        host: Where to listen; None: on all interfaces.
        port: Where to listen; 0: on any free port, see `Server.port`.
        versions: The versions of OCPP spoken here, or packages of versions, such as
            an extension of one; they are loaded before the server listens. The
            station's order of preference decides between them, unless
            `ServerSettings.prefer` says otherwise.
        on_connect: Called with the `Handshake` of each station before its WebSocket
            opens. Returns an `Accept`, or None to let the station in as it is, or an
            awaitable of these; or raises `HandshakeRefused`.
        security: How stations prove who they are: a profile of
            `ocpp_rpc.security.server`. It passes before `on_connect` is called. It may
            be left out only if the host is one that this computer alone reaches, such
            as 127.0.0.1.
        ssl: For TLS, without security.
        transport: The library that listens; see `Server.listen`.
        settings: How the connections behave.
        websocket: How the WebSockets under them behave.
        server: How the server behaves.

    Yields:
        The server, listening.

    Raises:
        ValueError: There is no such version, two are of one number, or that is no
            handler, or no transport; or there is no security profile where there has
            to be one, or one that cannot be had here.
        OSError: The address cannot be used.
        MissingDependency: The extra for the transport is not installed.
    """
    async with Server(
        handler,
        versions=versions,
        on_connect=on_connect,
        security=security,
        settings=settings,
        websocket=websocket,
        server=server,
    ) as listening:
        await listening.listen(host, port, ssl=ssl, transport=transport)
        yield listening
