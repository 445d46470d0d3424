"""The transport over WebSocket, with the `websockets` library."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from ssl import SSLContext
from typing import Any, Protocol

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

from ocpp_rpc.errors import HandshakeFailed

from . import (
    HandshakeRefused,
    HandshakeRequest,
    TransportClosed,
    WebSocketSettings,
    without_credentials,
)

__all__ = ["Acceptor", "Listener", "WebSocketTransport", "dial", "listen"]


class WebSocketTransport:
    """A transport over an open WebSocket."""

    def __init__(self, websocket: Connection) -> None:
        self._websocket = websocket

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
        raise _handshake_failed(url, error) from error
    return WebSocketTransport(websocket), websocket.subprotocol


def _handshake_failed(url: str, error: Exception) -> HandshakeFailed:
    """Return what a failure to open a WebSocket means."""
    status, detail = None, str(error) or type(error).__name__
    if isinstance(error, InvalidStatus):
        status = error.response.status_code
        detail = _STATUS_DETAILS.get(status, f"the server refused it (HTTP {status})")
    elif isinstance(error, ConnectionRefusedError):
        detail = "there is no server at this address"
    return HandshakeFailed(without_credentials(url), detail, status=status)


_STATUS_DETAILS: Mapping[int, str] = {
    # What many servers answer where the specification asks for 101 and a close.
    400: "the server refused it, maybe for want of a common OCPP version (HTTP 400)",
    401: "the server wants other credentials (HTTP 401)",
    403: "the server forbids it (HTTP 403)",
    404: "the server does not know this path or identity (HTTP 404)",
    503: "the server is not available (HTTP 503)",
}


class Acceptor(Protocol):
    """What decides about the WebSockets that clients want to open."""

    async def admit(self, request: HandshakeRequest) -> None:
        """Let a client in.

        Raises:
            HandshakeRefused: Or do not.
        """
        ...

    def select(self, offered: Sequence[str]) -> str | None:
        """Return the subprotocol to speak; None if there is no common one."""
        ...

    async def accept(
        self,
        request: HandshakeRequest,
        transport: WebSocketTransport,
        subprotocol: str | None,
    ) -> None:
        """Use an open WebSocket. It is closed when this returns."""
        ...


class Listener:
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
) -> Listener:
    """Wait for clients.

    Raises:
        OSError: The address cannot be used.
    """

    async def admit(websocket: ServerConnection, request: Request) -> Response | None:
        try:
            await acceptor.admit(_handshake_request(request))
        except HandshakeRefused as refusal:
            return websocket.respond(refusal.status, refusal.text + "\n")
        return None

    def select(_: ServerConnection, offered: Sequence[Subprotocol]) -> Any:
        return acceptor.select(offered)

    async def accept(websocket: ServerConnection) -> None:
        assert websocket.request is not None  # there was a handshake
        request = _handshake_request(websocket.request)
        transport = WebSocketTransport(websocket)
        await acceptor.accept(request, transport, websocket.subprotocol)

    server = await serve(
        accept,
        host,
        port,
        process_request=admit,
        select_subprotocol=select,
        open_timeout=settings.open_timeout,
        **_options(settings, ssl),
    )
    return Listener(server)


def _options(settings: WebSocketSettings, ssl: SSLContext | None) -> dict[str, Any]:
    """Return the arguments that both sides take."""
    options: dict[str, Any] = {
        "close_timeout": settings.close_timeout,
        "ping_interval": settings.ping_interval,
        "ping_timeout": settings.ping_timeout,
        "max_size": settings.max_size,
        "compression": "deflate" if settings.compression else None,
    }
    return options if ssl is None else options | {"ssl": ssl}


def _handshake_request(request: Request) -> HandshakeRequest:
    headers = {name.lower(): value for name, value in request.headers.raw_items()}
    offers = ",".join(request.headers.get_all("Sec-WebSocket-Protocol"))
    names = [name.strip() for name in offers.split(",") if name.strip()]
    return HandshakeRequest(request.path.partition("?")[0], headers, names)
