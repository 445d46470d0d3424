"""The server's end of WebSockets, with the part of `websockets` that does no I/O.

Its `ServerProtocol` implements the protocol: compression, pings, the closing handshake
and all errors. Received data is split into frames here, for two reasons. First,
`ServerProtocol` handles all frames that it is given, decompresses them, and answers
their pings, before it reports the first one: 64 KiB may become 64 MiB (see `flow`).
Therefore it is given one frame at a time, when there is room for its content. Second,
one kind of frame bypasses it: an uncompressed text in one frame, as nearly all OCPP
messages are. Such a frame is read and written here, which costs a third of the time of
the library. Any unusual frame goes to `ServerProtocol`, which has the rules of RFC 6455
and the close codes.

A `ServerTransport` is both the asyncio protocol below, with its callbacks, and the
transport above. It begins when a client is admitted (`door`). `_receive` handles the
received bytes according to the state: as frames, or, after the end, by dropping them.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable, Coroutine
from ssl import SSLContext
from typing import Any, Final, cast

from websockets.datastructures import Headers
from websockets.exceptions import InvalidHeader
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.frames import CloseCode, Frame, Opcode
from websockets.headers import parse_extension
from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol

try:
    from websockets.speedups import apply_mask
except ImportError:  # a build of the library without its extension in C
    from websockets.utils import apply_mask

from . import (
    Acceptor,
    Admission,
    HandshakeRequest,
    Peer,
    TransportClosed,
    WebSocketSettings,
    settings_for,
)
from .accepting import below_tls, end_writing
from .door import Entrance, Opening
from .flow import FRAMES_AT_ONCE, MANY_UNREAD, MUCH_UNREAD, extent
from .logs import Quiet

__all__ = [
    "CONTROLS",
    "ServerTransport",
    "WebSocketListener",
    "answered",
    "listen",
    "opened",
]

_LOG: Final = Quiet(logging.getLogger(__name__))
_WHOLE_TEXT: Final = 0x80 | Opcode.TEXT
_WHOLE_BINARY: Final = 0x80 | Opcode.BINARY
_MASKED: Final = 0x80
_IN_TWO_BYTES: Final = 126
_IN_EIGHT_BYTES: Final = 127

_FEW_UNREAD: Final = 4
"""The number of unread messages at which more frames are handled."""

_ABNORMAL: Final = (1006, "")

_DATA: Final = frozenset({Opcode.TEXT, Opcode.BINARY, Opcode.CONT})
CONTROLS: Final = frozenset({Opcode.PING, Opcode.PONG})
"""The control frames of a peer other than its close frame."""

# A window of 4 KiB suits messages of OCPP, and saves most of the memory.
_DEFLATE: Final = ServerPerMessageDeflateFactory(
    server_max_window_bits=12,
    client_max_window_bits=12,
    compress_settings={"memLevel": 5},
)


class ServerTransport(asyncio.BufferedProtocol):
    """A transport over the server's end of an open WebSocket."""

    __slots__ = (
        "_below",
        "_buffer",
        "_closed",
        "_cutting",
        "_end",
        "_is_text",
        "_listener",
        "_message",
        "_messages",
        "_needed",
        "_network",
        "_over",
        "_owed",
        "_paused",
        "_pings",
        "_protocol",
        "_reader",
        "_receive",
        "_room",
        "_settings",
        "_size",
        "_timer",
        "controls",
        "peer",
    )

    peer: Peer
    _network: asyncio.Transport
    _below: asyncio.Transport

    def __init__(
        self, listener: WebSocketListener, settings: WebSocketSettings
    ) -> None:
        self._listener = listener
        self._settings = settings
        self._timer: asyncio.TimerHandle | None = None
        self._protocol = opened(settings)
        self._receive: Callable[[], None] = self._read_frames
        self._buffer = bytearray()
        self._needed = 0  # how much it has to hold before there is another frame
        self._message: bytearray | None = None  # of which there are fragments
        self._is_text = False
        self._messages: list[str | bytes] = []  # few; a deque takes 700 bytes more
        self._size = 0  # of them together
        self._reader: asyncio.Future[None] | None = None
        self._paused = False
        self._cutting = False  # whether more frames are cut in the next turn
        self._room: asyncio.Future[None] | None = None
        self._pings: dict[bytes, asyncio.Future[None]] = {}
        self.controls = 0  # how many pings and pongs have come
        self._owed = b""  # the pong to write once there is room
        self._closed: tuple[int, str] | None = None  # why nothing can be sent
        self._end: tuple[int, str] | None = None  # why nothing will be received
        self._over: asyncio.Future[None] | None = None

    # --- As a transport ---------------------------------------------------------------

    async def recv(self) -> str | bytes:
        """Return the next message; bytes for a binary message."""
        while not self._messages:
            if self._end is not None:
                raise TransportClosed(*self._end)
            self._reader = asyncio.get_running_loop().create_future()
            await self._reader
        message = self._messages.pop(0)
        self._size -= len(message)
        # Not at each message: to pause and to resume are calls of the system.
        if self._paused and len(self._messages) <= _FEW_UNREAD:
            self._cut_soon()
        return message

    def write(self, text: str) -> Awaitable[None] | None:
        """Write a text message; return an awaitable if there is no more room."""
        self._check_writable()
        payload = text.encode()
        if self._protocol.extensions:
            self._protocol.send_text(payload)
            self._flush()
        else:  # nobody masks, or compresses: the frame is its head and the payload
            self._network.write(_head(_WHOLE_TEXT, len(payload)) + payload)
        return None if self._room is None else self._wait_for(self._room)

    async def send(self, text: str) -> None:
        """Write a text message, then wait until the buffer has room again."""
        room = self.write(text)
        if room is not None:
            await room

    async def send_bytes(self, data: bytes) -> None:
        """Write a binary message, then wait until the buffer has room again."""
        self._check_writable()
        if self._protocol.extensions:
            self._protocol.send_binary(data)
            self._flush()
        else:
            self._network.write(_head(_WHOLE_BINARY, len(data)) + data)
        if self._room is not None:
            await self._wait_for(self._room)

    def _check_writable(self) -> None:
        """Raise if nothing can be sent; the network may be the first to know."""
        if self._closed is not None:
            raise TransportClosed(*self._closed)
        if self._below.is_closing():
            raise TransportClosed

    async def _wait_for(self, room: asyncio.Future[None]) -> None:
        await asyncio.shield(room)  # one who gives up must not cancel it for the others
        if self._end is not None:
            raise TransportClosed(*self._end)

    async def ping(self) -> bool:
        """Ping the other end and wait for its pong."""
        self._check_writable()
        payload = next(self._listener.ping_payloads).to_bytes(8)
        pong = self._pings[payload] = asyncio.get_running_loop().create_future()
        self._protocol.send_ping(payload)
        self._flush()
        try:
            await pong
        finally:
            self._pings.pop(payload, None)
        if self._end is not None:
            raise TransportClosed(*self._end)
        return True

    async def close(self, code: int, reason: str) -> None:
        """Do the closing handshake; without an answer in time, cut."""
        if self._closed is None:
            self._protocol.send_close(code, reason)
            self._closed = code, reason
            self._flush()
            self._cut_after(self._settings.close_timeout)
        if self._end is None:
            if self._over is None:
                self._over = asyncio.get_running_loop().create_future()
            await asyncio.shield(self._over)

    def abort(self) -> None:
        """Cut the network connection."""
        self._stop(self._closed or _ABNORMAL)
        self._network.abort()

    # --- As an asyncio protocol -------------------------------------------------------

    def get_buffer(self, sizehint: int) -> memoryview:
        """Return the buffer for received data."""
        return self._listener.arrivals

    def buffer_updated(self, nbytes: int) -> None:
        """Take received data."""
        self._buffer += self._listener.arrivals[:nbytes]
        if len(self._buffer) >= self._needed:
            self._receive()

    def eof_received(self) -> None:
        """Handle the end of the data; asyncio then closes the connection."""
        self._stop(self._closed or _ABNORMAL)

    def connection_lost(self, exc: Exception | None) -> None:
        """Handle the end of the network connection."""
        if self._timer is not None:
            self._timer.cancel()
        self._stop(self._closed or _ABNORMAL)
        self.resume_writing()
        self._listener.release(self)

    def pause_writing(self) -> None:
        """Make writers wait."""
        self._room = asyncio.get_running_loop().create_future()

    def resume_writing(self) -> None:
        """Let waiting writers continue."""
        room, self._room = self._room, None
        _release(room)
        if self._owed and self._closed is None:
            self._network.write(self._owed)
        self._owed = b""

    # --- The opening handshake --------------------------------------------------------

    def open(self, opening: Opening) -> Coroutine[Any, Any, None]:
        """Open the WebSocket; return the coroutine that serves it."""
        self._network, self.peer = opening.network, opening.peer
        self._below = below_tls(self._network)
        self._network.set_write_buffer_limits(self._settings.max_unsent)
        self._network.set_protocol(self)
        self._listener.hold(self)
        self._network.write(answered(self._protocol, opening))
        self._network.resume_reading()
        self._buffer += opening.early
        self._read_frames()
        return self._serve(opening.admission)

    async def _serve(self, admission: Admission) -> None:
        try:
            await admission.serve(self)
            await self.close(1000, "")
        except BaseException:
            self.abort()
            raise

    # --- Frames -----------------------------------------------------------------------

    def _read_frames(self) -> None:
        """Handle complete frames while there is room for their content.

        Other frames stay in the buffer, and reading pauses meanwhile. A frame is
        handled, and so decompressed, only if `recv` needs it next, or if few messages
        wait.
        """
        buffer, max_size = self._buffer, self._settings.max_size
        start, frames = 0, 0
        while self._end is None:
            body, end = extent(buffer, start)
            if end - body > max_size:
                # The protocol closes with 1009 as soon as it sees the length. Waiting
                # for the whole frame would keep up to 2**63 bytes of it.
                self._take(buffer[start:])
                return
            if end > len(buffer):
                self._needed = end - start
                break
            if frames == FRAMES_AT_ONCE or self._is_full():
                self._needed = 0
                break
            frames += 1
            # The first byte says: the last fragment, no reserved bit, hence not
            # compressed. Without a mask, or within another message, it is a violation
            # (§5.1, §5.4), of which the protocol knows what to answer.
            if (
                self._message is None
                and buffer[start] == _WHOLE_TEXT
                and buffer[start + 1] & _MASKED
            ):
                self._put_text(apply_mask(buffer[body:end], buffer[body - 4 : body]))
            else:
                self._take(buffer[start:end])
            start = end
        del buffer[:start]
        self._control_reading(more=len(buffer) >= self._needed)

    def _is_full(self) -> bool:
        return len(self._messages) >= MANY_UNREAD or self._size > MUCH_UNREAD

    def _control_reading(self, *, more: bool) -> None:
        """Resume reading if there is room; buffered frames come before new data."""
        if self._is_full():
            self._pause()
        elif more and self._end is None:
            self._pause()
            self._cut_soon()
        else:
            self._resume()

    def _pause(self) -> None:
        if not self._paused:
            self._paused = True
            self._network.pause_reading()

    def _resume(self) -> None:
        if self._paused:
            self._paused = False
            if not self._network.is_closing():
                self._network.resume_reading()

    def _cut_soon(self) -> None:
        """Handle more frames in the next turn of the event loop."""
        if not self._cutting:
            self._cutting = True
            asyncio.get_running_loop().call_soon(self._cut)

    def _cut(self) -> None:
        self._cutting = False
        if self._end is None:
            self._read_frames()

    def _take(self, data: bytearray) -> None:
        """Give a frame to the protocol."""
        self._protocol.receive_data(data)
        for event in self._protocol.events_received():
            frame = cast(Frame, event)  # not a request: its state was open at the start
            self.controls += frame.opcode in CONTROLS
            if frame.opcode is Opcode.PONG:
                _release(self._pings.get(bytes(frame.data)))
            elif frame.opcode is Opcode.PING and self._room is not None:
                # A peer that does not read is owed only its last pong (§5.5.3).
                self._owed = b"".join(self._protocol.data_to_send())
            elif frame.opcode in _DATA:
                self._take_fragment(frame)
        self._flush()

    def _take_fragment(self, frame: Frame) -> None:
        """Add a frame to a message, of which it may be the only one."""
        if self._message is None:
            self._is_text = frame.opcode is Opcode.TEXT
            self._message = bytearray()
        # In one piece: a list would keep an object for each fragment, an empty one too.
        self._message += frame.data
        if frame.fin:
            whole, self._message = self._message, None
            if self._is_text:
                self._put_text(whole)
            else:
                self._put(bytes(whole))

    def _put_text(self, payload: bytes | bytearray) -> None:
        try:
            self._put(payload.decode())
        except UnicodeDecodeError as error:
            self._protocol.fail(CloseCode.INVALID_DATA, error.reason)
            self._flush()

    def _put(self, message: str | bytes) -> None:
        self._messages.append(message)
        self._size += len(message)
        _release(self._reader)

    # --- The end ----------------------------------------------------------------------

    def _flush(self) -> None:
        """Write the pending data of the protocol, as long as the network takes it."""
        gone = False
        for data in self._protocol.data_to_send():
            # Each time: the first write may find out, and asyncio warns of the fifth.
            gone = self._below.is_closing()
            if not data:
                self._finish()
            elif not gone:
                self._network.write(data)
        if gone:
            self._stop(self._closed or _ABNORMAL)

    def _finish(self) -> None:
        """End writing, and leave it to the client to close the network connection.

        The server has to close it first (RFC 6455 §7.1.1), but closes only the
        direction that it writes to: the operating system answers data to a closed
        socket with a reset, at which the client's system drops a close frame that is
        still unread.
        """
        close = self._protocol.close_rcvd or self._protocol.close_sent
        self._stop(_ABNORMAL if close is None else (int(close.code), close.reason))
        self._cut_after(self._settings.close_timeout)
        end_writing(self._network)

    def _stop(self, end: tuple[int, str]) -> None:
        """End receiving, and wake all tasks that wait."""
        if self._end is not None:
            return
        self._end = self._closed = end
        self._receive = self._buffer.clear
        self._needed = 0
        self._resume()  # so that the end of the other side is noticed
        for waiter in (self._reader, self._over, *self._pings.values()):
            _release(waiter)

    def _cut_after(self, seconds: float) -> None:
        """Cut the connection after a time in seconds, unless it is closed by then."""
        if self._timer is not None:
            self._timer.cancel()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(seconds, self._network.abort)


def opened(settings: WebSocketSettings) -> ServerProtocol:
    """Return the protocol of an open WebSocket, whose request a `Door` has read.

    Call `answered` to complete it.
    """
    return ServerProtocol(
        extensions=[_DEFLATE] if settings.compression else None,
        state=State.OPEN,
        max_size=settings.max_size,
        logger=_LOG,
    )


def answered(protocol: ServerProtocol, opening: Opening) -> bytes:
    """Return the answer that opens a WebSocket; set up compression."""
    response = protocol.accept(_handshake(opening.request))
    admission = opening.admission
    if admission.subprotocol is not None:
        response.headers["Sec-WebSocket-Protocol"] = admission.subprotocol
    response.headers.update(admission.headers)
    return response.serialize()


def _handshake(request: HandshakeRequest) -> Request:
    """Return the part of a request that the protocol needs."""
    headers = Headers(
        {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": request.headers["sec-websocket-key"],
        }
    )
    extensions = request.headers.get("sec-websocket-extensions", "")
    try:
        parse_extension(extensions)
    except InvalidHeader:
        return Request("/", headers)  # an offer that cannot be read is none
    headers["Sec-WebSocket-Extensions"] = extensions
    return Request("/", headers)


def _head(kind: int, size: int) -> bytes:
    """Return the header of a frame that contains a whole message."""
    if size < _IN_TWO_BYTES:
        return bytes((kind, size))
    if size < 2**16:
        return bytes((kind, _IN_TWO_BYTES)) + size.to_bytes(2)
    return bytes((kind, _IN_EIGHT_BYTES)) + size.to_bytes(8)


def _release(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


class WebSocketListener(Entrance):
    """A listener that serves admitted clients by `ServerTransport`.

    Attributes:
        ping_payloads: The numbers that distinguish one ping from another.
    """

    def __init__(self, acceptor: Acceptor, settings: WebSocketSettings) -> None:
        super().__init__(acceptor, settings)
        self.ping_payloads = itertools.count()

    def open(self, opening: Opening) -> Coroutine[Any, Any, None]:
        """Open a WebSocket; return the coroutine that serves it."""
        settings = settings_for(opening.admission, self.settings)
        return ServerTransport(self, settings).open(opening)


async def listen(
    acceptor: Acceptor,
    host: str | None,
    port: int,
    *,
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> WebSocketListener:
    """Listen for clients.

    Raises:
        OSError: The address cannot be used.
    """
    listener = WebSocketListener(acceptor, settings)
    await listener.start(host, port, ssl)
    return listener
