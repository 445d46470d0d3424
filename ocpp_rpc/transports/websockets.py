"""The transport over WebSocket, with the `websockets` library."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from ssl import SSLContext
from typing import Any, cast

from websockets.asyncio.client import connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import (
    ConnectionClosed,
    InvalidStatus,
    WebSocketException,
)
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from . import (
    Acceptor,
    Admission,
    HandshakeRequest,
    HttpAnswer,
    Peer,
    TransportClosed,
    WebSocketSettings,
    joined,
)
from .failures import handshake_failed

__all__ = ["WebSocketListener", "WebSocketTransport", "dial", "listen"]


class WebSocketTransport:
    """A transport over an open WebSocket."""

    def __init__(self, websocket: Connection) -> None:
        self._websocket = websocket

    @property
    def peer(self) -> Peer:
        """The other end."""
        return _peer(self._websocket)

    async def recv(self) -> str | bytes:
        """Return the next message; bytes if it is a binary one."""
        try:
            return await self._websocket.recv()
        except ConnectionClosed as error:
            raise _end(error) from None

    async def send(self, text: str) -> None:
        """Write a text message, then wait until the buffer has room again."""
        try:
            await self._websocket.send(text)
        except ConnectionClosed as error:
            raise _end(error) from None

    async def ping(self) -> bool:
        """Ping the other end and wait for its pong."""
        try:
            await (await self._websocket.ping())
        except ConnectionClosed as error:
            raise _end(error) from None
        return True

    async def close(self, code: int, reason: str) -> None:
        """Do the closing handshake; if the peer reads nothing, cut the connection."""
        try:
            async with asyncio.timeout(self._websocket.close_timeout):
                await self._websocket.close(code, reason)
        except TimeoutError:
            self.abort()

    def abort(self) -> None:
        """Cut the network connection."""
        self._websocket.transport.abort()


def _end(error: ConnectionClosed) -> TransportClosed:
    """Return what the peer said when it closed, or what it was told."""
    close = error.rcvd or error.sent
    return (
        TransportClosed()
        if close is None
        else TransportClosed(int(close.code), close.reason)
    )


async def dial(
    url: str,
    *,
    subprotocols: Sequence[str],
    headers: Mapping[str, str],
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> tuple[WebSocketTransport, str | None]:
    """Open a WebSocket.

    Returns:
        The transport, and the subprotocol that the server selected.

    Raises:
        HandshakeFailed: There is none, or it is not one, or it does not let us in.
    """
    try:
        websocket = await connect(
            url,
            subprotocols=[Subprotocol(name) for name in subprotocols],
            additional_headers=headers,
            open_timeout=settings.open_timeout,
            **_options(settings, ssl),
        )
    except (OSError, UnicodeError, WebSocketException) as error:
        raise handshake_failed(url, error, _status(error)) from error
    return WebSocketTransport(websocket), websocket.subprotocol


def _status(error: Exception) -> int | None:
    """Return the status that an answer was refused for, if that is what happened."""
    return error.response.status_code if isinstance(error, InvalidStatus) else None


class _Door(ServerConnection):
    """A WebSocket that knows who let it in."""

    admission: Admission


class WebSocketListener:
    """Waits for clients."""

    def __init__(self, server: Server) -> None:
        self._server = server

    @property
    def address(self) -> tuple[str, int]:
        """The address that is listened to: host and port."""
        host, port, *_ = next(iter(self._server.sockets)).getsockname()
        return host, port

    def stop(self) -> None:
        """Let nobody in any more; what is open stays open."""
        self._server.close(close_connections=False)

    async def wait_closed(self) -> None:
        """Wait until nothing is open."""
        await self._server.wait_closed()


async def listen(
    acceptor: Acceptor,
    host: str | None,
    port: int,
    *,
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> WebSocketListener:
    """Wait for clients.

    Raises:
        OSError: The address cannot be used.
    """

    async def admit(websocket: ServerConnection, request: Request) -> Response | None:
        peer = _peer(websocket)
        headers = joined(request.headers.raw_items())
        handshake = HandshakeRequest(request.path, headers, peer)
        admission = await acceptor.admit(handshake)
        if isinstance(admission, HttpAnswer):
            response = websocket.respond(HTTPStatus(admission.status), admission.text)
            for name, value in admission.headers.items():
                response.headers[name] = value
            return response
        cast(_Door, websocket).admission = admission
        return None

    def select(
        websocket: ServerConnection, _: Sequence[Subprotocol]
    ) -> Subprotocol | None:
        name = cast(_Door, websocket).admission.subprotocol
        return None if name is None else Subprotocol(name)

    def add_headers(
        websocket: ServerConnection, _: Request, response: Response
    ) -> None:
        if response.status_code == HTTPStatus.SWITCHING_PROTOCOLS:
            for name, value in cast(_Door, websocket).admission.headers.items():
                response.headers[name] = value

    async def accept(websocket: ServerConnection) -> None:
        await cast(_Door, websocket).admission.serve(WebSocketTransport(websocket))

    server = await serve(
        accept,
        host,
        port,
        create_connection=_Door,
        process_request=admit,
        process_response=add_headers,
        select_subprotocol=select,
        open_timeout=settings.open_timeout,
        **_options(settings, ssl),
    )
    return WebSocketListener(server)


def _options(settings: WebSocketSettings, ssl: SSLContext | None) -> dict[str, Any]:
    """Return the arguments that both sides take."""
    options: dict[str, Any] = {
        "close_timeout": settings.close_timeout,
        "ping_interval": None,  # the connection pings
        "max_size": settings.max_size,
        "compression": "deflate" if settings.compression else None,
        "write_limit": settings.max_unsent,
    }
    return options if ssl is None else options | {"ssl": ssl}


def _peer(websocket: Connection) -> Peer:
    address: Any = websocket.remote_address
    tls = websocket.transport.get_extra_info("ssl_object")
    return Peer((address[0], address[1]) if address else None, tls)
