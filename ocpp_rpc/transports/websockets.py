"""The transport over WebSocket, with the `websockets` library.

A client uses the asyncio part of the library, but gives it one frame at a time: given
all received data, the library would decompress and keep all of it, and answer all
pings. `data_received` splits the data into frames, and `process_event` joins fragments;
the rest of the library is unaware of that. The server is in `websockets_server`, and
the unmodified library in `websockets_asyncio`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from functools import partial
from ssl import SSLContext
from typing import Any, Final, cast

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.messages import Assembler
from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.frames import Frame, Opcode
from websockets.protocol import CLOSED, CONNECTING, Event
from websockets.typing import Subprotocol
from websockets.uri import parse_uri

from . import Peer, TransportClosed, WebSocketSettings
from .accepting import below_tls, end_writing
from .door import peer_of
from .failures import handshake_failed
from .flow import FRAMES_AT_ONCE, MANY_UNREAD, MUCH_UNREAD, extent
from .logs import Quiet
from .proxies import tunnel
from .responses import HandshakeResponse
from .websockets_server import CONTROLS, listen

__all__ = [
    "EndingConnection",
    "OpeningConnection",
    "WebSocketTransport",
    "dial",
    "dial_as",
    "listen",
]

binds: Final = True
"""Clients support `WebSocketSettings.local_address`."""

_END_OF_HEAD: Final = b"\r\n\r\n"

_DATA: Final = frozenset({Opcode.TEXT, Opcode.BINARY, Opcode.CONT})

_LOG: Final = Quiet(logging.getLogger(__name__))


class WebSocketTransport:
    """A transport over an open WebSocket of the library for asyncio."""

    def __init__(self, websocket: EndingConnection, peer: Peer | None = None) -> None:
        self._websocket = websocket
        self.peer: Final = peer or peer_of(websocket.transport)

    @property
    def controls(self) -> int:
        """The number of pings and pongs received."""
        return self._websocket.controls

    async def recv(self) -> str | bytes:
        """Return the next message; bytes for a binary message."""
        try:
            return await self._websocket.recv()
        except ConnectionClosed as error:
            raise _end(error) from None

    async def send(self, text: str) -> None:
        """Write a text message, then wait until the buffer has room again."""
        await self._send(text)

    async def send_bytes(self, data: bytes) -> None:
        """Write a binary message, then wait until the buffer has room again."""
        await self._send(data)

    async def _send(self, message: str | bytes) -> None:
        try:
            await self._websocket.send(message)
        except ConnectionClosed as error:
            raise _end(error) from None
        # Whoever waits for room is let go by the library, but not told why.
        if self._websocket.protocol.state is CLOSED:
            raise _end(self._websocket.protocol.close_exc)

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


class EndingConnection(Connection):
    """A connection that ends as soon as its network connection ends.

    The library itself waits for a peer that has closed the WebSocket but leaves the
    network connection open, until data is sent. It also answers the pings of a peer
    that is gone, of which asyncio warns each time.
    """

    controls = 0  # how many pings and pongs have come
    _below: asyncio.Transport
    _cut: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        super().connection_made(transport)
        self._below = below_tls(self.transport)

    def data_received(self, data: bytes) -> None:
        """Take received data; after a close, limit the wait for the end."""
        super().data_received(data)
        if self._cut is None and self.protocol.close_expected():
            timeout = self.close_timeout or 0
            self._cut = self.loop.call_later(timeout, self.transport.abort)

    def process_event(self, event: Event) -> None:
        """Take a frame, or the answer that opens the WebSocket."""
        if isinstance(event, Frame) and event.opcode in CONTROLS:
            self.controls += 1
        super().process_event(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """Handle the end of the network connection."""
        super().connection_lost(exc)
        if self._cut is not None:
            self._cut.cancel()

    def send_data(self) -> None:
        """Write the pending data of the library, as long as the network takes it."""
        for data in self.protocol.data_to_send():
            if self._below.is_closing():
                continue  # the first write has found out
            if data:
                self.transport.write(data)
            else:
                end_writing(self.transport)


class OpeningConnection(EndingConnection, ClientConnection):
    """The connection of a client, which sees an answer only if it opens a WebSocket."""

    def __init__(self, opening: HandshakeResponse, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._opening = opening

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._opening.begin(transport)
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        """Take received data, except answers that are not for the library."""
        data = self._opening.take(data)
        if data:
            super().data_received(data)

    def connection_lost(self, exc: Exception | None) -> None:
        """Handle the end of the network connection."""
        self._opening.end(exc)
        super().connection_lost(exc)


class _Connection(OpeningConnection):
    """A connection that handles one frame after the other.

    The library itself handles, and decompresses, all frames that have arrived together.
    It limits the number of waiting frames, but not their length, and keeps each
    fragment.
    """

    def __init__(self, opening: HandshakeResponse, *args: Any, **options: Any) -> None:
        super().__init__(opening, *args, **options)
        self._arrived = bytearray()  # what is not taken yet
        self._message: bytearray | None = None  # of which there are fragments
        self._opcode = Opcode.TEXT
        self._size = 0  # of the messages that have come since none waited
        self._paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        # The library's own pauses reading at so many frames, whatever they hold. One
        # with marks of 0 tells each time that nothing waits; `_pause` sees to reading.
        self.recv_messages = Assembler(0, 0, resume=self._take_soon)

    def data_received(self, data: bytes) -> None:
        data = self._opening.take(data)
        if not data:
            return
        self._arrived += data
        if self.protocol.state is CONNECTING:
            head, end, _ = self._arrived.partition(_END_OF_HEAD)
            self._feed(len(head) + len(end))
        self._take()

    def connection_lost(self, exc: Exception | None) -> None:
        self._arrived.clear()
        super().connection_lost(exc)

    def _take_soon(self) -> None:
        """Handle more frames in the next turn: no message waits any more."""
        self._size = 0
        if self._arrived:
            self.loop.call_soon(self._take)

    def _take(self) -> None:
        """Handle frames while there is room; the rest comes before new data."""
        for _ in range(FRAMES_AT_ONCE):
            size = self._whole_frame()
            if not size or self._is_full():
                break
            self._feed(size)
        else:
            size = self._whole_frame()
            if size and not self._is_full():
                self.loop.call_soon(self._take)
        self._pause(bool(size))

    def _whole_frame(self) -> int:
        """Return the length of the next frame if it is complete; otherwise 0."""
        body, end = extent(self._arrived, 0)
        if end - body > (self.protocol.max_message_size or end):
            return len(self._arrived)  # too long, which its beginning tells
        return end if end <= len(self._arrived) else 0

    def _is_full(self) -> bool:
        return len(self.recv_messages.frames) >= MANY_UNREAD or self._size > MUCH_UNREAD

    def _pause(self, paused: bool) -> None:
        if paused is not self._paused and not self.transport.is_closing():
            self._paused = paused
            if paused:
                self.transport.pause_reading()
            else:
                self.transport.resume_reading()

    def _feed(self, size: int) -> None:
        data = bytes(self._arrived[:size])
        del self._arrived[:size]
        super().data_received(data)

    def process_event(self, event: Event) -> None:
        """Handle a frame; the library gets the fragments of a message as one frame."""
        if isinstance(event, Frame) and event.opcode in _DATA:
            if self._message is None:
                self._opcode, self._message = event.opcode, bytearray()
            self._message += event.data
            if not event.fin:
                return
            event, self._message = Frame(self._opcode, self._message), None
            self._size += len(event.data)
            ClientConnection.process_event(self, event)  # not by way of what counts
        else:
            super().process_event(event)


def _end(error: ConnectionClosed) -> TransportClosed:
    """Return the close code and the reason that were received, or else sent."""
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
        HandshakeFailed: The server cannot be reached, does not use WebSocket, or
            refuses the client.
    """
    return await dial_as(
        _Connection,
        url,
        subprotocols=subprotocols,
        headers=headers,
        ssl=ssl,
        settings=settings,
    )


async def dial_as(  # noqa: PLR0913 - one more than `dial` has
    kind: type[OpeningConnection],
    url: str,
    *,
    subprotocols: Sequence[str],
    headers: Mapping[str, str],
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> tuple[WebSocketTransport, str | None]:
    """Open a WebSocket with a given class of connection; see `dial`."""
    response = HandshakeResponse(subprotocols, settings.max_header_size)
    options: dict[str, Any] = {} if ssl is None else {"ssl": ssl}
    try:
        async with asyncio.timeout(settings.open_timeout):
            if settings.proxy is not None:
                server = parse_uri(url)
                options["sock"] = await tunnel(
                    settings.proxy,
                    server.host,
                    server.port,
                    local_addr=settings.bound,
                )
            elif settings.bound is not None:
                options["local_addr"] = settings.bound
            websocket = await connect(
                url,
                subprotocols=[Subprotocol(name) for name in subprotocols],
                additional_headers=headers,
                create_connection=cast(Any, partial(kind, response)),
                proxy=None,
                open_timeout=None,  # there is one around this
                close_timeout=settings.close_timeout,
                ping_interval=None,  # who uses the transport pings
                max_size=settings.max_size,
                compression="deflate" if settings.compression else None,
                write_limit=settings.max_unsent,
                logger=_LOG,
                **options,
            )
    except (OSError, ValueError, WebSocketException) as error:
        raise handshake_failed(url, error, response) from error
    transport = WebSocketTransport(cast(EndingConnection, websocket))
    return transport, websocket.subprotocol
