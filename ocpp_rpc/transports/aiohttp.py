"""The transport over WebSocket, with the `aiohttp` library.

`transport="aiohttp"` uses `dial` and `listen`; `route` admits stations to an existing
application. A task of each transport takes received frames from aiohttp, so that pings
are answered and the end is noticed even if nothing reads; it pauses when some messages
wait to be read. aiohttp sends frames, and compresses messages longer than 16 KiB in
another thread. It does the opening handshake, but not the closing one, because it would
not wait for the peer.

aiohttp offers no access to the network connection below a WebSocket, nor to the limits
of its buffers, so this module uses private names. `test_private_names` lists them with
the places here, and fails if a release drops one.

Deviations of aiohttp from RFC 6455: it accepts frames that are masked as only the other
side may (§5.1), and the close code 1006 (§7.4.1). After an error in received data, it
closes the network connection without waiting for the peer (§7.1.7), so a peer that is
still writing may not receive the close code.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import struct
import sys
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import partial
from ssl import SSLContext
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from aiohttp import (
    ClientConnectionError,
    ClientConnectorError,
    ClientError,
    ClientOSError,
    ClientRequest,
    ClientResponse,
    ClientResponseError,
    ClientSession,
    ClientTimeout,
    ClientWebSocketResponse,
    DummyCookieJar,
    HttpVersion11,
    TCPConnector,
    ThreadedResolver,
    WebSocketError,
    WSMsgType,
    WSServerHandshakeError,
    web,
)
from aiohttp.base_protocol import BaseProtocol
from aiohttp.client_proto import ResponseHandler
from aiohttp.http import StreamWriter, WebSocketWriter
from yarl import URL

from ocpp_rpc.errors import HandshakeRefused

from . import (
    Acceptor,
    Admission,
    HandshakeRequest,
    HttpAnswer,
    Peer,
    TransportClosed,
    WebSocketSettings,
    joined,
    settings_for,
)
from .accepting import below_tls
from .door import Entrance, Opening, peer_of
from .failures import handshake_failed
from .flow import FRAMES_AT_ONCE, MANY_UNREAD, MUCH_UNREAD
from .places import acceptor_at
from .proxies import tunnel
from .responses import HandshakeResponse
from .upgrade import asked, check_lines, origin_form, refused

if TYPE_CHECKING:
    from ocpp_rpc.security.server import Profile

__all__ = ["AiohttpListener", "AiohttpTransport", "dial", "listen", "route"]

binds: Final = True
"""Clients support `WebSocketSettings.local_address`."""

logger = logging.getLogger(__name__)

_WebSocket: TypeAlias = ClientWebSocketResponse | web.WebSocketResponse

_BROKEN: Final = (1006, "")

_LARGE = 2**14
"""The length in bytes above which aiohttp compresses a message in another thread."""

_NO_LIMIT = sys.maxsize
"""A limit with which no function of aiohttp waits for the peer.

`send_frame` drains each time as many bytes as the limit are written. Over a network
that takes no more, a pong would block the reading task there, and a close frame would
block `close`.
"""


class AiohttpTransport:
    """A transport over an open WebSocket.

    Args:
        websocket: The WebSocket.
        protocol: The protocol of aiohttp below the WebSocket.
        network: The network connection.
        release: The function that closes the network connection.
        settings: The settings of the WebSocket.
        peer: The other end; None (default): as the network knows it.
    """

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        websocket: _WebSocket,
        protocol: BaseProtocol,
        network: asyncio.Transport,
        release: Callable[[], object],
        settings: WebSocketSettings,
        peer: Peer | None = None,
    ) -> None:
        self._websocket = websocket
        self._protocol = protocol
        self._network = network
        self._below = below_tls(network)
        self._release = release
        self._max_unsent = settings.max_unsent
        self._max_size = settings.max_size
        self._close_timeout = settings.close_timeout
        self._loop = asyncio.get_running_loop()
        self._unread: list[str | bytes] = []
        self._size = 0  # of them together
        self._more: asyncio.Future[None] | None = None
        self._room: asyncio.Future[None] | None = None
        self._pings: dict[bytes, asyncio.Future[None]] = {}
        self._pinged = 0
        self.controls = 0  # how many pings and pongs have come
        self._compressing: asyncio.Task[None] | None = None
        self._said: tuple[int, str] | None = None
        self._end: tuple[int, str] | None = None
        self._network.set_write_buffer_limits(settings.max_unsent)
        self.peer: Final = peer or peer_of(self._network)
        self._reading = asyncio.create_task(self._read())

    async def recv(self) -> str | bytes:
        """Return the next message; bytes for a binary message."""
        while not self._unread:
            if self._end is not None:
                raise TransportClosed(*self._end)
            self._more = self._loop.create_future()
            await self._more
        message = self._unread.pop(0)
        self._size -= len(message)
        _wake(self._room)
        return message

    async def send(self, text: str) -> None:
        """Write a text message, then wait until the buffer has room again."""
        await self._send(WSMsgType.TEXT, text.encode())

    async def send_bytes(self, data: bytes) -> None:
        """Write a binary message, then wait until the buffer has room again."""
        await self._send(WSMsgType.BINARY, data)

    async def _send(self, kind: WSMsgType, payload: bytes) -> None:
        self._check_open()
        if self._compressing is None and not self._is_large(payload):
            await self._write(kind, payload)
            return
        # The next message must not overtake one that is compressed elsewhere.
        task = _unheard(self._write_after(self._compressing, kind, payload))
        self._compressing = task
        task.add_done_callback(self._compressed)
        await asyncio.shield(task)

    async def ping(self) -> bool:
        """Ping the other end and wait for its pong."""
        self._check_open()
        self._pinged += 1
        payload = self._pinged.to_bytes(8)
        pong = self._pings[payload] = self._loop.create_future()
        try:
            await self._write(WSMsgType.PING, payload)
            await pong
        finally:
            self._pings.pop(payload, None)
        if self._end is not None:
            raise TransportClosed(*self._end)
        return True

    async def close(self, code: int, reason: str) -> None:
        """Do the closing handshake; without an answer in time, cut."""
        try:
            async with asyncio.timeout(self._close_timeout):
                if self._said is None and self._end is None:
                    self._said = (code, reason)
                    _wake(self._room)
                    if self._compressing is not None:
                        await asyncio.wait([self._compressing])
                    await self._say(self._said)
                if self._is_deaf():
                    self._finish((code, reason))
                await asyncio.wait([self._reading])
        except (TimeoutError, ConnectionError):
            self.abort()

    def abort(self) -> None:
        """Cut the network connection."""
        if self._end is None:
            self._network.abort()
            self._finish(self._said or _BROKEN)

    # --- Writing ----------------------------------------------------------------------

    def _check_open(self) -> None:
        end = self._end or self._said
        if end is not None:
            raise TransportClosed(*end)

    def _is_large(self, payload: bytes) -> bool:
        return len(payload) > _LARGE and bool(self._websocket.compress)

    def _compressed(self, task: asyncio.Task[None]) -> None:
        if self._compressing is task:
            self._compressing = None

    async def _write_after(
        self, before: asyncio.Task[None] | None, kind: WSMsgType, payload: bytes
    ) -> None:
        if before is not None:
            await asyncio.wait([before])
        await self._write(kind, payload)

    async def _write(self, kind: WSMsgType, payload: bytes) -> None:
        """Write a frame, then wait until the buffer has room again.

        The wait is here, because aiohttp itself has no limit (`_NO_LIMIT`).
        """
        try:
            self._check_network()
            await self._websocket.send_frame(payload, kind)
            if self._network.get_write_buffer_size() > self._max_unsent:
                # Whoever gives up would make all give up who wait for the same.
                drain = StreamWriter(self._protocol, self._loop).drain()
                await asyncio.shield(_unheard(drain))
                self._check_network()
        except ConnectionError:
            raise TransportClosed(*self._end or self._said or _BROKEN) from None

    def _check_network(self) -> None:
        if self._below.is_closing():
            raise ConnectionResetError

    def _is_deaf(self) -> bool:
        """Return whether aiohttp ignores data, as its application shuts down."""
        return getattr(self._protocol, "_close", False)

    async def _say(self, end: tuple[int, str]) -> None:
        """Write a close frame; a message still being compressed is too late."""
        await self._websocket.send_frame(_close_payload(*end), WSMsgType.CLOSE)

    # --- Reading ----------------------------------------------------------------------

    async def _read(self) -> None:
        """Take received frames until the end."""
        try:
            for taken in itertools.count(1):
                if self._end is not None:
                    break
                await self._take(await self._websocket.receive())
                # `receive` does not suspend as long as aiohttp has a frame at hand.
                if taken % FRAMES_AT_ONCE == 0:
                    await asyncio.sleep(0)
        except (ConnectionError, TransportClosed):
            pass  # an answer could not be written
        finally:
            self._finish(self._said or _BROKEN)

    async def _take(self, message: Any) -> None:
        if message.type is WSMsgType.TEXT or message.type is WSMsgType.BINARY:
            # aiohttp was told one byte more, see `_size`.
            if _size(message.data, self._max_size) > self._max_size:
                await self._reply((1009, ""))
            else:
                await self._put(message.data)
        elif message.type is WSMsgType.PING:
            self.controls += 1
            await self._write(WSMsgType.PONG, message.data)
        elif message.type is WSMsgType.PONG:
            self.controls += 1
            self._acknowledge(bytes(message.data))
        elif message.type is WSMsgType.CLOSE:
            await self._reply((message.data or 1005, message.extra))
        elif not self._network.is_closing():  # aiohttp tells of a violation
            error = message.data
            code = error.code if isinstance(error, WebSocketError) else 1002
            await self._reply((int(code), ""))
        else:
            self._finish(self._said or _BROKEN)

    async def _put(self, message: str | bytes) -> None:
        """Queue a message for `recv`; while closing, drop it if there is no room."""
        self._unread.append(message)
        self._size += len(message)
        _wake(self._more)
        if self._said is not None:
            del self._unread[MANY_UNREAD:]
        elif len(self._unread) >= MANY_UNREAD or self._size > MUCH_UNREAD:
            self._room = self._loop.create_future()
            await self._room

    def _acknowledge(self, payload: bytes) -> None:
        """Handle a pong, which also answers all earlier pings (RFC 6455 §5.5.3)."""
        if payload in self._pings:
            for each in [sent for sent in self._pings if sent <= payload]:
                _wake(self._pings.pop(each))

    async def _reply(self, end: tuple[int, str]) -> None:
        """Answer a close or a violation, unless it is the answer to our own close."""
        if self._said is None:
            self._said = end
            await self._say(end)
        self._finish(end)

    def _finish(self, end: tuple[int, str]) -> None:
        """Close the network connection; if it cannot be written to, cut it later."""
        if self._end is not None:
            return
        self._end = end
        for waiter in (self._more, self._room, *self._pings.values()):
            _wake(waiter)
        if self.peer.tls is not None or self._network.get_write_buffer_size():
            self._cut_later()
        self._release()

    def _cut_later(self) -> None:
        """Cut the network connection, unless it ends in time."""
        if self._protocol.connected:
            timer = self._loop.call_later(self._close_timeout, self._network.abort)
            self._network.set_protocol(_Ending(self._protocol, timer))


class _Ending(asyncio.Protocol):
    """Replaces the protocol of a connection that is ending.

    It cancels the timer that would cut the connection as soon as that has ended.
    Otherwise the timer would keep the connection in memory: over TLS, hundreds of
    kilobytes.
    """

    def __init__(self, protocol: BaseProtocol, timer: asyncio.TimerHandle) -> None:
        self._protocol = protocol
        self._timer = timer

    def pause_writing(self) -> None:
        self._protocol.pause_writing()

    def resume_writing(self) -> None:
        self._protocol.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self._timer.cancel()
        self._protocol.connection_lost(exc)


def _unheard(coroutine: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    """Run a coroutine in a task whose failure may never be retrieved.

    If a caller that waits through `asyncio.shield` is cancelled, it does not learn how
    the task ends, and asyncio would log the exception as never retrieved.
    """
    task = asyncio.create_task(coroutine)
    task.add_done_callback(lambda done: done.cancelled() or done.exception())
    return task


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


def _size(message: str | bytes, limit: int) -> int:
    """Return the length of a message in bytes; below the limit, roughly.

    aiohttp refuses a frame that is as long as its limit, but refuses a compressed
    message only if that inflates to more than the limit.
    """
    if isinstance(message, bytes) or message.isascii() or len(message) * 4 <= limit:
        return len(message)
    return len(message.encode())


def _close_payload(code: int, reason: str) -> bytes:
    """Return the payload of a close frame; empty for 1005 (RFC 6455 §7.1.5)."""
    return b"" if code == 1005 else struct.pack("!H", code) + reason.encode()


# --- Client ---------------------------------------------------------------------------


class _ClientWebSocket(ClientWebSocketResponse):
    """The WebSocket of a client, with its writer, which aiohttp cannot close."""

    def __init__(
        self,
        reader: Any,
        writer: WebSocketWriter,
        protocol: str | None,
        response: ClientResponse,
        *arguments: Any,
        **options: Any,
    ) -> None:
        unlimited = WebSocketWriter(
            writer.protocol,
            writer.transport,
            use_mask=True,
            limit=_NO_LIMIT,
            compress=writer.compress,
            notakeover=writer.notakeover,
        )
        super().__init__(reader, unlimited, protocol, response, *arguments, **options)
        self.writer = writer
        self.response = response

    async def close(self, **_: Any) -> bool:
        """Do nothing, because `receive` would send an unwanted close frame."""
        return False


async def dial(
    url: str,
    *,
    subprotocols: Sequence[str],
    headers: Mapping[str, str],
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> tuple[AiohttpTransport, str | None]:
    """Open a WebSocket.

    Returns:
        The transport, and the subprotocol that the server selected.

    Raises:
        HandshakeFailed: The server cannot be reached, does not use WebSocket, or
            refuses the client.
    """
    tls = True if ssl is None else ssl
    response = HandshakeResponse(subprotocols, settings.max_header_size)
    connector = _Connector(resolver=ThreadedResolver(), local_addr=settings.bound)
    connector.prepare(response, settings, tls)
    session = ClientSession(
        connector=connector,
        cookie_jar=DummyCookieJar(),
        timeout=ClientTimeout(),
        ws_response_class=_ClientWebSocket,
    )
    try:
        async with asyncio.timeout(settings.open_timeout):
            opened = await session.ws_connect(
                _endpoint(url),
                protocols=subprotocols,
                headers=headers,
                ssl=tls,
                autoclose=False,
                autoping=False,
                compress=15 if settings.compression else 0,
                max_msg_size=settings.max_size + 1,
            )
        session.detach()  # it would close the WebSocket; there is nothing else in it
    except (ClientError, OSError, ValueError) as error:
        raise handshake_failed(url, _cause(error), response) from error
    finally:
        await session.close()
    websocket = cast(_ClientWebSocket, opened)
    transport = AiohttpTransport(
        websocket,
        websocket.writer.protocol,
        websocket.writer.transport,
        websocket.response.close,
        settings,
    )
    return transport, websocket.protocol


def _endpoint(url: str) -> URL:
    """Return a URL as it is, percent-encoded.

    Raises:
        ValueError: The URL is not one of a WebSocket.
    """
    endpoint = URL(url, encoded=True)
    if endpoint.scheme not in {"ws", "wss"} or not endpoint.host:
        raise ValueError("the URL needs the scheme ws or wss, and a host")
    return endpoint


class _Connection(ResponseHandler):
    """The protocol of a client, which sees an answer only if it opens a WebSocket."""

    def __init__(
        self, opening: HandshakeResponse, loop: asyncio.AbstractEventLoop
    ) -> None:
        super().__init__(loop)
        self._opening = opening

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._opening.begin(transport)
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        # aiohttp calls this itself, with what it has kept, once the WebSocket is open.
        data = self._opening.take(data)
        if self._opening.opened:
            super().data_received(data)

    def connection_lost(self, exc: BaseException | None) -> None:
        self._opening.end(exc if isinstance(exc, Exception) else None)
        super().connection_lost(exc)


class _Connector(TCPConnector):
    """Opens network connections, through a proxy if the settings have one.

    aiohttp itself supports only HTTP proxies, and does not request a tunnel from them
    if the server does not use TLS, although RFC 6455 §4.1 requires it.
    """

    def prepare(
        self,
        opening: HandshakeResponse,
        settings: WebSocketSettings,
        tls: SSLContext | bool,
    ) -> None:
        """Set the handshake, the settings and the TLS of the one connection to open."""
        make: Any = partial(_Connection, opening, loop=self._loop)
        self._factory = make
        self._opening, self._settings, self._tls = opening, settings, tls

    async def _create_connection(
        self,
        req: ClientRequest,
        traces: Any,
        timeout: ClientTimeout,  # noqa: ASYNC109
    ) -> ResponseHandler:
        if self._opening.begun:  # aiohttp asks once more if the connection is cut
            raise ClientConnectionError("the server closed the connection")
        settings = self._settings
        if settings.proxy is None:
            return await super()._create_connection(req, traces, timeout)
        host, port, secure = req.url.raw_host, req.url.port, req.is_ssl()
        assert host is not None  # there is one in each endpoint
        assert port is not None
        _, protocol = await self._loop.create_connection(
            self._factory,
            sock=await tunnel(settings.proxy, host, port, local_addr=settings.bound),
            ssl=self._tls if secure else None,
            server_hostname=host if secure else None,
        )
        return protocol


def _cause(error: Exception) -> Exception:
    """Return the error that describes the failure best."""
    if isinstance(error, ClientConnectorError):
        return error.os_error
    if isinstance(error, ClientOSError) and isinstance(error.__cause__, OSError):
        return error.__cause__
    if isinstance(error, WSServerHandshakeError):
        return ValueError(error.message)
    if isinstance(error, ClientResponseError):
        return ValueError("the server does not speak HTTP")
    return error


# --- Server ---------------------------------------------------------------------------

_Handler: TypeAlias = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


def route(
    acceptor: Acceptor,
    settings: WebSocketSettings | None = None,
    *,
    security: Profile | None = None,
) -> _Handler:
    """Return a handler for a route of an aiohttp application that stations connect to.

    Use it as `application.router.add_get("/ocpp/{identity}", route(server))`. The
    application has to close the server in `on_shutdown`, because its `cleanup_ctx`
    continues only after the handlers of all requests have ended, or aiohttp has run out
    of patience.

    Args:
        acceptor: The acceptor that admits and serves the stations: a `Server`.
        settings: The settings of the WebSockets; default: `WebSocketSettings()`. The
            application limits the time and the size of an opening handshake, and the
            `Server` pings.
        security: The security profile of the stations that connect here; default: that
            of the server. One is required, even if it is `Profile0()`, because the
            application does not report where it listens. `tls` of the profile is the
            context that the application listens with, or `tls_at_proxy(...)`.

    Raises:
        ValueError: The security profile is missing, or not possible here.
    """
    door = acceptor_at(acceptor, security, "route")
    return _Door(door, settings or WebSocketSettings()).handle


class _ServerWebSocket(web.WebSocketResponse):
    """The WebSocket of a server, which aiohttp cannot close."""

    async def close(self, **_: Any) -> bool:
        """Do nothing, because `receive` would send an unwanted close frame."""
        return False


class _Door:
    """The handler of a route, which opens WebSockets for admitted clients."""

    def __init__(self, acceptor: Acceptor, settings: WebSocketSettings) -> None:
        self._acceptor = acceptor
        self._settings = settings

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer a request, or serve a WebSocket until it is closed."""
        network = request.transport
        if network is None:
            return web.Response()  # the client is gone
        answer = await self._asked(request, peer_of(network))
        if isinstance(answer, HttpAnswer):
            return _response(answer)
        return await _serve(request, answer, self._settings)

    async def _asked(
        self, request: web.BaseRequest, peer: Peer
    ) -> Admission | HttpAnswer:
        lines = [*request.headers.items()]
        headers, is_old = joined(lines), request.version < HttpVersion11
        if is_old:
            headers.pop("upgrade", None)  # means nothing there (RFC 9110 §7.8)
        target = origin_form(request.raw_path)
        asking = HandshakeRequest(target, headers, peer, request.method)
        try:
            check_lines(request.method, lines, host_needed=not is_old)
        except HandshakeRefused as refusal:
            return refused(self._acceptor, asking, refusal)
        return await asked(self._acceptor, asking)


async def _serve(
    request: web.BaseRequest,
    admission: Admission,
    settings: WebSocketSettings,
    peer: Peer | None = None,
) -> web.StreamResponse:
    """Open a WebSocket, and serve it until it is closed."""
    network = request.transport
    if network is None:
        return web.Response()  # the client is gone
    settings = settings_for(admission, settings)
    websocket = _websocket(admission, settings)
    try:
        await websocket.prepare(_without_offers(request))
    except ConnectionError:
        return web.Response()  # the client is gone
    transport = AiohttpTransport(
        websocket, request.protocol, network, network.close, settings, peer
    )
    await admission.serve(transport)
    await transport.close(1000, "")
    return websocket


def _websocket(
    admission: Admission, settings: WebSocketSettings
) -> web.WebSocketResponse:
    """Return a WebSocket that is not open yet."""
    subprotocol = admission.subprotocol
    websocket = _ServerWebSocket(
        autoclose=False,
        autoping=False,
        compress=settings.compression,
        max_msg_size=settings.max_size + 1,
        writer_limit=_NO_LIMIT,
    )
    websocket.headers.update(admission.headers)
    if subprotocol is not None:
        websocket.headers["Sec-WebSocket-Protocol"] = subprotocol
    return websocket


def _without_offers(request: web.BaseRequest) -> web.BaseRequest:
    """Return a request without the subprotocols that the client offers.

    aiohttp would look for one in the first line of offers only, and log a WARNING if
    there is none; the acceptor has already decided.
    """
    headers = request.headers.copy()
    headers.popall("Sec-WebSocket-Protocol", None)
    return request.clone(headers=headers)


def _response(answer: HttpAnswer) -> web.Response:
    response = web.Response(
        status=answer.status, text=answer.text, headers=answer.headers
    )
    response.force_close()
    return response


class AiohttpListener(Entrance):
    """A listener that hands admitted clients over to aiohttp."""

    def open(self, opening: Opening) -> Coroutine[Any, Any, None]:
        """Hand a network connection over to aiohttp, which opens the WebSocket."""
        handling = _Handling(opening.admission, self.settings, opening.peer)
        protocol = handling()
        opening.network.set_protocol(protocol)
        opening.network.resume_reading()
        protocol.connection_made(opening.network)
        protocol.data_received(_plain_handshake(opening.request) + opening.early)
        return handling.wait_closed()


class _Handling(web.Server):
    """The handling of the one request by which a client opens its WebSocket."""

    def __init__(
        self, admission: Admission, settings: WebSocketSettings, peer: Peer
    ) -> None:
        super().__init__(
            self._handle, access_log=None, logger=logger, keepalive_timeout=0
        )
        self._admission = admission
        self._settings = settings
        self._peer = peer
        self._over = asyncio.Event()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        try:
            return await _serve(request, self._admission, self._settings, self._peer)
        finally:
            self._over.set()

    def connection_lost(
        self, handler: web.RequestHandler, exc: BaseException | None = None
    ) -> None:
        """Stop waiting for a request that can no longer arrive."""
        super().connection_lost(handler, exc)
        if not self.requests_count:
            self._over.set()

    async def wait_closed(self) -> None:
        """Wait until the WebSocket is closed and aiohttp has finished with it."""
        await self._over.wait()
        await self.shutdown()


def _plain_handshake(request: HandshakeRequest) -> bytes:
    """Return a request for aiohttp that contains only what is not decided yet."""
    lines = [
        "GET / HTTP/1.1",
        "Host: ocpp",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {request.headers['sec-websocket-key']}",
    ]
    extensions = request.headers.get("sec-websocket-extensions")
    # aiohttp fails on a line beyond 8190 bytes; an offer as long as that is none.
    if extensions is not None and extensions.isascii() and len(extensions) < 2**12:
        lines.append(f"Sec-WebSocket-Extensions: {extensions}")
    return "\r\n".join([*lines, "", ""]).encode()


async def listen(
    acceptor: Acceptor,
    host: str | None,
    port: int,
    *,
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> AiohttpListener:
    """Listen for clients.

    Raises:
        OSError: The address cannot be used.
    """
    listener = AiohttpListener(acceptor, settings)
    await listener.start(host, port, ssl)
    return listener
