"""`serve`: a server that listens at one address within a block."""

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
    """Serve stations within a block.

    At the end of the block, new stations are refused and all connections are closed
    gracefully.

    Args:
        handler: The handler of the stations' calls: a `Router`, an instance of a role
            class, or a function of the request and, optionally, the connection.
            Alternatively a function of the connection alone, or a class, which is
            called with each new connection and returns one of these. For a function of
            one argument, its annotation determines which it is, or else its name,
            `request` or `connection`.
        host: The host to listen on; None (default): all interfaces.
        port: The port to listen on; 0 (default): any free port, see `Server.port`.
        versions: The supported OCPP versions, or packages of versions such as an
            extension; they are loaded before the server listens. The station's order of
            preference applies, unless `ServerSettings.prefer` says otherwise.
        on_connect: Called with the `Handshake` of each station before its WebSocket
            opens; default: None. It returns an `Accept`, or None to admit the station
            unchanged, or an awaitable of these; or it raises `HandshakeRefused`.
        security: The security profile that stations have to pass before `on_connect` is
            called, one of `ocpp_rpc.security.server`. It may be omitted only if the
            host is one that only this computer can reach, such as 127.0.0.1.
        ssl: The TLS context, for a server without `security`; default: no TLS.
        transport: The library that listens; see `Server.listen`.
        settings: The settings of the connections; default: `Settings()`.
        websocket: The settings of the WebSockets; default: `WebSocketSettings()`.
        server: The settings of the server; default: `ServerSettings()`.

    Yields:
        The server, listening.

    Raises:
        ValueError: A version is unknown, two have the same number, the handler or the
            transport is not valid, or the security profile is missing or not possible
            here.
        OSError: The address cannot be used.
        MissingDependency: The extra of the transport is not installed.
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
