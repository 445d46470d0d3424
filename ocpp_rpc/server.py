"""The back office's side: a server for any number of stations."""

from __future__ import annotations

import asyncio
import inspect
import logging
import re
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from ssl import SSLContext
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, cast
from urllib.parse import unquote

from .connection import Connection, Settings
from .errors import MissingDependency, RegistrationError
from .routing import Handler, Router, positional_arguments, routes_of
from .transports import (
    HandshakeRefused,
    HandshakeRequest,
    Transport,
    WebSocketSettings,
)
from .versions import Version, by_subprotocol, package_of

if TYPE_CHECKING:
    from .transports.websockets import Listener

__all__ = ["Server", "identity_of", "serve"]

logger = logging.getLogger(__name__)

_Factory: TypeAlias = Callable[[Connection], Handler]


class Server:
    """Stations, by their identity. Made by `serve`.

    Attributes:
        connections: The open connections, by the identity of the station; changes as
            stations come and go.
    """

    def __init__(
        self, handler: Handler, versions: Sequence[Version], settings: Settings | None
    ) -> None:
        self._make_handler = _handler_factory(handler)
        self._versions = by_subprotocol(versions)
        self._settings = settings
        self._connections: dict[str, Connection] = {}
        self._open: set[Connection] = set()
        self._closing: set[asyncio.Task[None]] = set()
        self._listener: Listener | None = None
        self.connections: Mapping[str, Connection] = MappingProxyType(self._connections)

    @property
    def address(self) -> tuple[str, int]:
        """The host and the port that the server listens to."""
        assert self._listener is not None  # serve() yields a server that listens
        return self._listener.address

    @property
    def port(self) -> int:
        """The port that the server listens to."""
        return self.address[1]

    async def close(self, code: int = 1001, reason: str = "the server closes") -> None:
        """Let nobody in any more, and close all connections in an orderly way."""
        assert self._listener is not None
        self._listener.stop()
        await asyncio.gather(*(each.close(code, reason) for each in self._open))
        await self._listener.wait_closed()

    async def listen(
        self,
        host: str | None,
        port: int,
        ssl: SSLContext | None,
        settings: WebSocketSettings,
    ) -> None:
        """Start to let stations in.

        Raises:
            OSError: The address cannot be used.
            MissingDependency: The extra `websockets` is not installed.
        """
        try:
            from .transports.websockets import listen  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise MissingDependency("websockets") from error
        self._listener = await listen(self, host, port, ssl=ssl, settings=settings)

    # --- What the listener asks -------------------------------------------------------

    async def admit(self, request: HandshakeRequest) -> None:
        """Let a client in, before its WebSocket opens.

        This is the place to check credentials (security whitepaper 2.3: before the
        upgrade); so far, whoever names an identity is let in.

        Raises:
            HandshakeRefused: The path names no identity.
        """
        identity_of(request.path)

    def select(self, offered: Sequence[str]) -> str | None:
        """Return the first subprotocol offered that is a version spoken here."""
        return next((name for name in offered if name in self._versions), None)

    async def accept(
        self,
        request: HandshakeRequest,
        transport: Transport,
        subprotocol: str | None,
    ) -> None:
        """Serve a station until its connection is closed."""
        if subprotocol is None:
            # OCPP-J 1.6 §3.2, 2.0.1 and 2.1 part 4 §3.2: not an HTTP error.
            await transport.close(1002, "no common OCPP version")
            return
        package = package_of(self._versions[subprotocol])
        connection = Connection(
            transport,
            package,
            package.BACK_OFFICE,
            identity=identity_of(request.path),
            settings=self._settings,
        )
        try:
            connection.set_handler(self._make_handler(connection))
        except Exception:
            logger.exception("%r: no handler for this connection", connection.identity)
            await transport.close(1011, "")
            return
        self._register(connection)
        await connection.run()

    def _register(self, connection: Connection) -> None:
        """Note a connection. It takes the place of an older one of the same station.

        A station that lost its network may connect again long before the server
        notices that the old connection is dead.
        """
        older = self._connections.get(connection.identity)
        self._connections[connection.identity] = connection
        self._open.add(connection)
        connection.on_close(self._unregister)
        if older is not None:
            logger.info("%r: connected again", connection.identity)
            closing = older.close(1008, "replaced by a newer connection")
            task = asyncio.create_task(closing)
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)

    def _unregister(self, connection: Connection) -> None:
        self._open.discard(connection)
        if self._connections.get(connection.identity) is connection:
            del self._connections[connection.identity]


@asynccontextmanager
async def serve(  # noqa: PLR0913
    handler: Handler,
    host: str | None = None,
    port: int = 0,
    *,
    versions: Sequence[Version],
    ssl: SSLContext | None = None,
    settings: Settings | None = None,
    websocket: WebSocketSettings | None = None,
) -> AsyncGenerator[Server, None]:
    """Serve stations.

    At the end of the block, nobody is let in any more and all connections are closed
    in an orderly way.

    Args:
        handler: What answers the calls of the stations: a `Router`, an instance of a
            role class, or a function of the request and the connection. A function (or
            class) of one argument is called with each new connection instead, and
            returns one of these.
        host: Where to listen; None: on all interfaces.
        port: Where to listen; 0: on any free port, see `Server.port`.
        versions: The versions of OCPP spoken here, or packages of versions, such as
            an extension of one. The station's order of preference decides between
            them.
        ssl: For TLS.
        settings: How the connections behave.
        websocket: How the WebSockets under them behave.

    Yields:
        The server, listening.

    Raises:
        ValueError: There is no such version, two are of one number, or that is no
            handler.
        OSError: The address cannot be used.
        MissingDependency: The extra `websockets` is not installed.
    """
    server = Server(handler, versions, settings)
    await server.listen(host, port, ssl, websocket or WebSocketSettings())
    try:
        yield server
    finally:
        await server.close()


def identity_of(path: str) -> str:
    """Return the identity that the last segment of a path names.

    Raises:
        HandshakeRefused: It names none, or not in valid percent-encoded UTF-8.
    """
    segment = path.rpartition("/")[2]
    if _BAD_ESCAPE.search(segment):
        raise HandshakeRefused(400, "bad percent-encoding in the identity")
    try:
        identity = unquote(segment, errors="strict")
    except UnicodeDecodeError:
        raise HandshakeRefused(400, "the identity is not UTF-8") from None
    if not identity:
        raise HandshakeRefused(404, "no identity in the path")
    return identity


_BAD_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


def _handler_factory(handler: Handler) -> _Factory:
    """Return what makes the handler of each connection.

    Raises:
        RegistrationError: There is no such thing.
    """
    if inspect.isclass(handler) and positional_arguments(handler, 2) != 1:
        name = handler.__name__
        raise RegistrationError(f"{name} is a class, and not one of a connection")
    takes_one = callable(handler) and positional_arguments(handler, 2) == 1
    if takes_one and not isinstance(handler, Router):
        return cast(_Factory, handler)
    routes_of(handler)
    return lambda _: handler
