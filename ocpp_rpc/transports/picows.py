"""The transport over WebSocket, with the `picows` library: the fast one.

picows reads and writes frames in compiled code, and calls back for each frame. Its
callback that decides about a client cannot wait. Therefore a `Door` reads the opening
handshake and asks the acceptor, and only then hands the network connection over to
picows, with a handshake that cannot fail any more.

picows has no compression; that is in `deflate`. It splits all data that it has read
into frames before it returns to the event loop, so compressed messages stay compressed
until `recv` needs them: a KiB of frames may inflate to a MiB.
"""

from __future__ import annotations

import asyncio
import logging
from asyncio import BaseTransport, Future
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from ssl import SSLContext
from typing import Any, ClassVar, Final, NamedTuple, cast

from picows import (
    WSAutoPingStrategy,
    WSCloseCode,
    WSError,
    WSFrame,
    WSListener,
    WSMsgType,
    WSProtocolError,
    WSTransport,
    WSUpgradeResponse,
    WSUpgradeResponseWithListener,
    picows,
)

from . import (
    Acceptor,
    Admission,
    Peer,
    TransportClosed,
    WebSocketSettings,
    settings_for,
)
from .accepting import below_tls
from .deflate import OFFER, Deflate, TooLong, accept, agreed
from .door import Entrance, Opening, feed, peer_of
from .endpoints import Endpoint, endpoint
from .failures import handshake_failed
from .flow import MANY_UNREAD, MUCH_UNREAD
from .logs import Quiet
from .responses import HandshakeResponse

__all__ = ["PicowsListener", "PicowsTransport", "dial", "listen"]

binds: Final = True
"""Clients support `WebSocketSettings.local_address`."""

_TEXT: Final = WSMsgType.TEXT

_NEVER_SENT: Final = frozenset({0, 1006})
"""Close codes that picows accepts although they are invalid, like those above 4999."""

_SHORT: Final = 2000
"""The longest text, in characters, that picows is sure to copy: 8192 bytes or less.

For longer texts, a server of picows 2.3 gives `writelines` a view of the buffer in
which it builds the header of each frame. asyncio keeps such views if the network does
not take everything at once (Python 3.12), and then the next message overwrites the
header.
"""

_WORTHWHILE: Final = 64
"""The shortest message, in bytes, that is compressed."""

_FRAME_HEAD: Final = 14
"""The number of bytes that picows needs before a payload that it does not copy."""

_READ_SIZE: Final = 2048
"""The number of bytes read at once at first; picows doubles it if a read fills it."""

_MOST_READ: Final = 2**15
"""The limit of bytes read at once: picows has none, and splits them all into frames."""

_LINGER: Final = 0.01
"""The seconds from a close frame about a violation to the end, as in picows."""


class _Deflated(NamedTuple):
    """A message as it was received: compressed."""

    payload: bytes
    kind: WSMsgType


class PicowsTransport(WSListener):
    """A transport over an open WebSocket.

    picows calls the methods that are not those of a transport. If one of them raises
    `WSProtocolError`, picows closes the WebSocket, as it does for violations that it
    detects itself.
    """

    __slots__ = (
        "_below",
        "_close_timeout",
        "_compressed",
        "_cut",
        "_deaf",
        "_deflate",
        "_end",
        "_inflated",
        "_is_known",
        "_loop",
        "_lost",
        "_max_size",
        "_max_unsent",
        "_messages",
        "_owed",
        "_partial",
        "_partial_type",
        "_paused",
        "_pinged",
        "_pings",
        "_reader",
        "_room",
        "_size",
        "_watching",
        "_websocket",
        "controls",
        "peer",
    )

    def __init__(
        self,
        settings: WebSocketSettings,
        deflate: Deflate | None = None,
        peer: Peer | None = None,
    ) -> None:
        self._deflate = deflate
        self._close_timeout = settings.close_timeout
        self._max_size = settings.max_size
        self._max_unsent = settings.max_unsent
        self._loop = asyncio.get_running_loop()
        self._messages: deque[str | bytes | _Deflated] = deque()
        self._size = 0  # of what has come since there were none
        self._inflated = 0  # since others have had their turn
        self._reader: Future[None] | None = None
        self._paused = False
        self._deaf = False
        self._partial: bytearray | None = None
        self._partial_type = _TEXT
        self._compressed = False
        self._room: Future[None] | None = None
        self._owed: bytes | None = None
        self._pings: dict[bytes, Future[None]] = {}
        self._pinged = 0
        self.controls = 0  # how many pings and pongs have come
        self._end: tuple[int, str] | None = None
        self._cut: asyncio.TimerHandle | None = None
        self._lost: Future[None] = self._loop.create_future()
        # A `Door` knows more than the network if a balancer has told it.
        self.peer = peer or Peer()
        self._is_known = peer is not None

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Take the open WebSocket of picows."""
        network = transport.underlying_transport
        network.set_write_buffer_limits(high=self._max_unsent)
        self._below = below_tls(network)
        if not self._is_known:
            self.peer = peer_of(network)
        self._websocket = transport

    # --- Reading ----------------------------------------------------------------------

    async def recv(self) -> str | bytes:
        """Return the next message; bytes for a binary message."""
        messages = self._messages
        while True:
            while not messages:
                if self._lost.done():
                    raise self._closed()
                self._reader = self._loop.create_future()
                await self._reader
            # Others have their turn between what takes long: a reader that finds a
            # message each time would not suspend before there is none.
            if type(messages[0]) is _Deflated and self._inflated > MUCH_UNREAD:
                self._inflated = 0
                await asyncio.sleep(0)
                continue
            message = messages.popleft()
            if not messages:
                self._resume_reading()
            if type(message) is not _Deflated:
                return message  # type: ignore[return-value]
            if (inflated := self._inflate(message)) is not None:
                return inflated

    def _resume_reading(self) -> None:
        self._size = 0
        if self._paused:
            self._paused = False
            self._websocket.underlying_transport.resume_reading()

    def _inflate(self, message: _Deflated) -> str | bytes | None:
        """Decompress a message; in case of a violation, close and return None."""
        assert self._deflate is not None
        try:
            data = self._deflate.inflate(message.payload, self._max_size)
            self._inflated += len(data)
            return data.decode() if message.kind is _TEXT else data
        except TooLong:
            self._fail(WSCloseCode.MESSAGE_TOO_BIG, "")
        except UnicodeDecodeError:
            self._fail(WSCloseCode.INVALID_TEXT, "not UTF-8")
        except ValueError:
            self._fail(
                WSCloseCode.PROTOCOL_ERROR, "a message that cannot be decompressed"
            )
        return None

    def _fail(self, code: WSCloseCode, reason: str) -> None:
        """Close because of a violation, as picows does for those that it detects.

        `recv` calls this, not picows, so raising `WSProtocolError` would not close.
        """
        self._messages.clear()
        self._resume_reading()
        if self._end is None and not self._below.is_closing():
            self._websocket.send_close(code, reason)
            self._find_violation()
            self._loop.call_later(_LINGER, self._websocket.disconnect)

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Take a frame."""
        if self._deaf or transport.is_close_frame_sent:
            return  # what comes after a close, or a violation
        kind = frame.msg_type
        if (
            kind is _TEXT
            and frame.fin
            and self._partial is None
            and not (frame.rsv1 or frame.rsv2 or frame.rsv3)
        ):
            try:
                message = frame.get_payload_as_utf8_text()
            except UnicodeDecodeError as error:
                raise _no_text() from error
            self._deliver(message, len(message))
        else:
            self._check_reserved(frame)
            self._TAKERS[kind](self, frame)

    def _deliver(self, message: str | bytes | _Deflated, size: int) -> None:
        self._messages.append(message)
        self._size += size
        if self._reader is not None:
            _wake(self._reader)
            self._reader = None
        elif len(self._messages) >= MANY_UNREAD or self._size > MUCH_UNREAD:
            self._paused = True
            self._websocket.underlying_transport.pause_reading()

    def _check_reserved(self, frame: WSFrame) -> None:
        """Check the reserved bits, of which the first marks a message as compressed.

        picows leaves this check to its callback, as it does the order of fragments
        (`_take_first`, `_take_next`). The other bits have to be 0 (RFC 6455 §5.2), and
        the first one as well, except in the first frame of a message (RFC 7692 §6).
        """
        begins = frame.msg_type in {WSMsgType.TEXT, WSMsgType.BINARY}
        if frame.rsv2 or frame.rsv3 or (frame.rsv1 and not (begins and self._deflate)):
            raise _violation("a reserved bit is set")

    def _take_first(self, frame: WSFrame) -> None:
        """Take the first frame of a message (RFC 6455 §5.4)."""
        if self._partial is not None:
            raise _violation("a message within a message")
        self._partial, self._partial_type = bytearray(), frame.msg_type
        self._compressed = bool(frame.rsv1)
        self._take_next(frame)

    def _take_next(self, frame: WSFrame) -> None:
        if self._partial is None:
            raise _violation("nothing to continue")
        self._partial += frame.get_payload_as_memoryview()
        if len(self._partial) > self._max_size:
            raise _too_long()
        if frame.fin:
            whole, self._partial = bytes(self._partial), None
            self._deliver(self._message(whole), len(whole))

    def _message(self, data: bytes) -> str | bytes | _Deflated:
        """Return the content of a whole message, or leave it compressed."""
        if self._compressed:
            return _Deflated(data, self._partial_type)
        if self._partial_type is not _TEXT:
            return data
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            raise _no_text() from error

    def _take_ping(self, frame: WSFrame) -> None:
        """Answer a ping; if the peer does not read, only its last one (§5.5.3)."""
        self.controls += 1
        payload = frame.get_payload_as_bytes()
        if self._below.is_closing():
            return
        if self._room is None:
            self._websocket.send_pong(payload)
        else:
            self._owed = payload

    def _take_pong(self, frame: WSFrame) -> None:
        self.controls += 1
        _wake(self._pings.get(frame.get_payload_as_bytes()))

    def _take_close(self, frame: WSFrame) -> None:
        """Answer a close, unless it is the answer to our own (§5.5.1)."""
        payload = frame.get_payload_as_bytes()
        code = int.from_bytes(payload[:2]) if payload else None
        if code in _NEVER_SENT or (code is not None and code > 4999):  # §7.4
            raise _violation("a close with a code that is none")
        if self._end is None:
            self._say_close(payload)
        self._end = (code or 1005, payload[2:].decode())
        self._deaf = True
        self._websocket.disconnect()

    _TAKERS: ClassVar[Mapping[WSMsgType, Callable[..., None]]] = {
        WSMsgType.TEXT: _take_first,
        WSMsgType.BINARY: _take_first,
        WSMsgType.CONTINUATION: _take_next,
        WSMsgType.PING: _take_ping,
        WSMsgType.PONG: _take_pong,
        WSMsgType.CLOSE: _take_close,
    }

    # --- Writing ----------------------------------------------------------------------

    async def send(self, text: str) -> None:
        """Write a text message, then wait until the buffer has room again."""
        room = self.write(text)
        if room is not None:
            await room

    def write(self, text: str) -> Awaitable[None] | None:
        """Write a text message.

        Returns:
            None if the buffer has room for more; otherwise an awaitable that ends when
            it has.

        Raises:
            TransportClosed: The message has not been written.
        """
        self._check_writable()
        if self._deflate is not None:
            self._write_compressed(text.encode(), self._deflate)
        elif len(text) <= _SHORT:
            self._websocket.send(_TEXT, text)
        else:
            self._write_large(text.encode())
        return None if self._room is None else self._wait_for_room()

    async def send_bytes(self, data: bytes) -> None:
        """Write a binary message, then wait until the buffer has room again."""
        self._check_writable()
        if self._deflate is None:
            self._websocket.send(WSMsgType.BINARY, data)
        else:
            self._write_compressed(data, self._deflate, WSMsgType.BINARY)
        if self._room is not None:
            await self._wait_for_room()

    def _check_writable(self) -> None:
        """Raise if nothing can be sent; the network may be the first to know."""
        if self._end is not None or self._websocket.is_close_frame_sent:
            raise self._closed()
        if self._below.is_closing():
            raise TransportClosed

    def _write_compressed(
        self, data: bytes, deflate: Deflate, kind: WSMsgType = _TEXT
    ) -> None:
        if len(data) < _WORTHWHILE:
            self._write_large(data, kind)
        else:
            self._write_large(deflate.deflate(data), kind, rsv1=True)

    def _write_large(
        self, data: bytes, kind: WSMsgType = _TEXT, *, rsv1: bool = False
    ) -> None:
        """Write a message of which picows keeps no reference."""
        frame = bytearray(_FRAME_HEAD)
        frame += data
        self._websocket.send_reuse_external_bytearray(
            kind, frame, _FRAME_HEAD, rsv1=rsv1
        )

    async def _wait_for_room(self) -> None:
        while self._room is not None:
            await asyncio.wait([self._room])
            if self._lost.done():
                raise self._closed()

    def pause_writing(self) -> None:
        """Make writers wait."""
        self._room = self._loop.create_future()

    def resume_writing(self) -> None:
        """Let waiting writers continue."""
        if self._room is not None:
            self._room.set_result(None)
            self._room = None
        owed, self._owed = self._owed, None
        if owed is not None and not self._below.is_closing():
            self._websocket.send_pong(owed)

    async def ping(self) -> bool:
        """Ping the other end and wait for its pong."""
        self._check_writable()
        self._pinged += 1
        payload = self._pinged.to_bytes(8)
        pong = self._pings[payload] = self._loop.create_future()
        try:
            self._websocket.send_ping(payload)
            await pong
        finally:
            del self._pings[payload]
        if self._lost.done():
            raise self._closed()
        return True

    # --- Closing ----------------------------------------------------------------------

    async def close(self, code: int, reason: str) -> None:
        """Do the closing handshake; if that takes too long, cut the connection."""
        self._find_violation()
        if self._end is None:
            self._end = (code, reason)
            self._say_close(code.to_bytes(2) + reason.encode())
        await asyncio.shield(self._lost)

    def abort(self) -> None:
        """Cut the network connection."""
        self._find_violation()
        self._end = self._end or (1006, "")
        self._websocket.underlying_transport.abort()

    def _say_close(self, payload: bytes) -> None:
        if not self._below.is_closing():
            self._websocket.send(WSMsgType.CLOSE, payload)
        self._cut_in_time()

    def _cut_in_time(self) -> None:
        self._cut = self._loop.call_later(self._close_timeout, self.abort)

    def _find_violation(self) -> None:
        """Detect a close of picows because of a violation; it does not report it.

        picows does not call back for its close frame, so each place that depends on the
        end calls this first.
        """
        if self._end is None and self._websocket.is_close_frame_sent:
            sent: Any = self._websocket.close_handshake.sent
            self._end = (int(sent.code), sent.reason)
            self._cut_in_time()

    def _closed(self) -> TransportClosed:
        self._find_violation()
        assert self._end is not None
        return TransportClosed(*self._end)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """Handle the end of the network connection."""
        self._find_violation()
        self._end = self._end or (1006, "")
        if self._cut is not None:
            self._cut.cancel()
        self._lost.set_result(None)
        self.resume_writing()
        for waiter in (self._reader, *self._pings.values()):
            _wake(waiter)
        if transport.is_client_side and transport.is_close_frame_sent:
            self._watching = self._loop.create_task(_disconnected(transport))


async def _disconnected(websocket: WSTransport) -> None:
    """Retrieve the exception that picows keeps for a task that waits for the end."""
    with suppress(Exception):
        await websocket.wait_disconnected()


def _violation(what: str) -> WSProtocolError:
    return WSProtocolError(WSCloseCode.PROTOCOL_ERROR, what)


def _too_long() -> WSProtocolError:
    return WSProtocolError(WSCloseCode.MESSAGE_TOO_BIG, "")


def _no_text() -> WSProtocolError:
    return WSProtocolError(WSCloseCode.INVALID_TEXT, "not UTF-8")


def _wake(waiter: Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


class _Log(Quiet):
    """Lowers records of picows to DEBUG, except those about our own faults.

    Records of picows below DEBUG are dropped: they have the header lines of a client,
    and all data.
    """

    def __init__(self) -> None:
        super().__init__(logging.getLogger(__name__), logging.DEBUG)

    def log(self, level: int, msg: object, *args: object, **kwargs: Any) -> None:
        """Log a record; a warning or an exception means a fault of our own."""
        if level != logging.WARNING and not kwargs.get("exc_info"):
            level = min(level, logging.DEBUG)
        super().log(level, msg, *args, **kwargs)


_LOG: Final = _Log()


_WSProtocol: Any = vars(picows)["WSProtocol"]


class _Protocol(_WSProtocol):  # type: ignore[misc]
    """The protocol of picows, with a limit for reading at once.

    The buffer of picows doubles whenever a read fills it, up to all data that the
    system keeps.
    """

    def get_buffer(self, size_hint: int) -> memoryview:
        """Return the buffer for received data."""
        parent: Any = super()
        buffer: memoryview = parent.get_buffer(size_hint)
        return buffer[:_MOST_READ]


def _protocol(
    settings: WebSocketSettings,
    opened: Callable[..., PicowsTransport | WSUpgradeResponseWithListener],
    *,
    host: str | None = None,
    target: str | None = None,
    headers: Sequence[tuple[str, str]] = (),
) -> Any:
    """Return the protocol of picows, which has no type; with a host, that of a client.

    Args:
        settings: The settings of the WebSocket.
        opened: The function that picows calls when the WebSocket opens.
        host: The value of the Host line of the request; default: None, for a server.
        target: The target of the request; default: None, for a server.
        headers: The header lines to add to the request; default: none.
    """
    # By name: a release that moves one would otherwise have another one set.
    return _Protocol(
        host_port=host,
        ws_path=target,
        is_client_side=host is not None,
        ws_listener_factory=opened,
        logger=_LOG,
        disconnect_on_exception=True,
        websocket_handshake_timeout=None,  # there is one in `dial`, or the `Door`
        enable_auto_ping=False,  # the connection sends pings
        auto_ping_idle_timeout=0,
        auto_ping_reply_timeout=0,
        auto_ping_strategy=WSAutoPingStrategy.PING_WHEN_IDLE,
        enable_auto_pong=False,  # `_take_ping` sends pongs, if they are read
        max_frame_size=settings.max_size,
        extra_headers=headers,
        read_buffer_init_size=_READ_SIZE,
    )


# --- The client -----------------------------------------------------------------------


async def dial(
    url: str,
    *,
    subprotocols: Sequence[str],
    headers: Mapping[str, str],
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> tuple[PicowsTransport, str | None]:
    """Open a WebSocket.

    Returns:
        The transport, and the subprotocol that the server selected.

    Raises:
        HandshakeFailed: The server cannot be reached, does not use WebSocket, or
            refuses the client.
    """
    response = HandshakeResponse(subprotocols, settings.max_header_size)
    lines = [*headers.items()]
    if subprotocols:
        lines.append(("Sec-WebSocket-Protocol", ", ".join(subprotocols)))
    try:
        async with asyncio.timeout(settings.open_timeout):
            return await _connect(endpoint(url), lines, ssl, settings, response)
    except (OSError, ValueError, WSError) as error:
        raise handshake_failed(url, error, response) from error


async def _connect(
    place: Endpoint,
    headers: Sequence[tuple[str, str]],
    ssl: SSLContext | None,
    settings: WebSocketSettings,
    answer: HandshakeResponse,
) -> tuple[PicowsTransport, str | None]:
    lines = [*headers, (_EXTENSIONS, OFFER)] if settings.compression else headers

    def opened(_: object, response: WSUpgradeResponse) -> PicowsTransport:
        accepted = ", ".join(response.headers.getall(_EXTENSIONS, []))
        deflate = agreed(accepted, offered=settings.compression)
        return PicowsTransport(settings, deflate)

    protocol = _protocol(
        settings, opened, host=place.host_line, target=place.target, headers=lines
    )
    opening = _Opening(protocol, answer)
    network = await place.connect(opening, ssl, settings)
    try:
        return await _opened(protocol)
    except BaseException:
        network.abort()
        raise


class _Opening(asyncio.Protocol):
    """Reads the answer of a server; hands over to picows if that opens."""

    _network: asyncio.Transport

    def __init__(self, protocol: Any, answer: HandshakeResponse) -> None:
        self._protocol = protocol
        self._answer = answer

    def connection_made(self, transport: BaseTransport) -> None:
        self._network = cast(asyncio.Transport, transport)
        self._answer.begin(transport)
        self._protocol.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        data = self._answer.take(data)
        if data:  # it opens: from now on picows reads by itself, without a copy
            self._network.set_protocol(self._protocol)
            feed(self._protocol, data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._answer.end(exc)
        self._protocol.connection_lost(exc)


async def _opened(protocol: Any) -> tuple[PicowsTransport, str | None]:
    await protocol.wait_until_handshake_complete()
    transport: PicowsTransport | None = protocol.listener
    if transport is None:
        raise ConnectionError("the server closed the connection")
    headers: Mapping[str, str] = protocol.transport.response.headers
    return transport, headers.get("Sec-WebSocket-Protocol")


_EXTENSIONS: Final = "Sec-WebSocket-Extensions"


# --- The server -----------------------------------------------------------------------


class PicowsListener(Entrance):
    """A listener that hands admitted clients over to picows."""

    def open(self, opening: Opening) -> Coroutine[Any, Any, None]:
        """Hand a network connection over to picows, which opens the WebSocket."""
        settings = settings_for(opening.admission, self.settings)
        headers, deflate = dict(opening.admission.headers), None
        if opening.admission.subprotocol is not None:
            headers["Sec-WebSocket-Protocol"] = opening.admission.subprotocol
        if settings.compression:
            offer = opening.request.headers.get(_EXTENSIONS.lower(), "")
            answer, deflate = accept(offer)
            headers |= {_EXTENSIONS: answer} if answer else {}
        transport = PicowsTransport(settings, deflate, opening.peer)
        response = WSUpgradeResponseWithListener(
            WSUpgradeResponse.create_101_response(headers), transport
        )
        protocol = _protocol(settings, lambda *_: response)
        key = opening.request.headers["sec-websocket-key"].encode()
        network = opening.network
        network.set_protocol(protocol)
        network.resume_reading()  # which reads nothing yet; too much may pause it again
        protocol.connection_made(network)
        feed(protocol, _PLAIN_HANDSHAKE % key + opening.early)
        return _serve(transport, opening.admission)


async def _serve(transport: PicowsTransport, admission: Admission) -> None:
    try:
        await admission.serve(transport)
        await transport.close(1000, "")
    finally:
        transport.abort()


_PLAIN_HANDSHAKE: Final = (
    b"GET / HTTP/1.1\r\n"
    b"Upgrade: websocket\r\n"
    b"Connection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: %b\r\n"
    b"\r\n"
)
"""The opening handshake for picows, with only what picows needs."""


async def listen(
    acceptor: Acceptor,
    host: str | None,
    port: int,
    *,
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> PicowsListener:
    """Listen for clients.

    Raises:
        OSError: The address cannot be used.
    """
    listener = PicowsListener(acceptor, settings)
    await listener.start(host, port, ssl)
    return listener
