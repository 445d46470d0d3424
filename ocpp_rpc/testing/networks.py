"""A network without sockets, for tests of whole servers and of stations.

The code that reads a URL, decides about a request, writes an HTTP response and reads it
is the code used over sockets, so a test sees the refusals and errors of production. The
response travels over the line that carries the messages later, because a network can
also fail in the middle of a handshake.
"""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from ssl import SSLContext
from typing import Final, Literal, TypeAlias, cast

from ocpp_rpc.back_office.handshake import identity_of
from ocpp_rpc.connection.settings import Clock, within
from ocpp_rpc.errors import HandshakeRefused
from ocpp_rpc.transports import (
    Acceptor,
    Admission,
    Failure,
    HandshakeRequest,
    HttpAnswer,
    Peer,
    TransportClosed,
    WebSocketSettings,
    joined,
    settings_for,
)
from ocpp_rpc.transports.endpoints import Endpoint, endpoint
from ocpp_rpc.transports.failures import handshake_failed
from ocpp_rpc.transports.memory import Line, MemoryTransport
from ocpp_rpc.transports.responses import HandshakeResponse
from ocpp_rpc.transports.upgrade import http_response

__all__ = ["Network", "NetworkListener", "SeenBy", "network"]

SeenBy: TypeAlias = Literal["both", "station", "back_office"]
"""Which ends of a line notice that it is cut."""

_ANYWHERE: Final = "0.0.0.0"
_ALL_HOSTS: Final = frozenset({"", _ANYWHERE, "::"})
_CLIENTS: Final = "127.0.0.1"
_PORTS: Final = range(49152, 65536)
"""The ports of clients, and of servers that ask for any port (RFC 6335 §6)."""

_KEY: Final = "dGhlIHNhbXBsZSBub25jZQ=="
"""The sample key of RFC 6455 §1.3; nobody checks the answer to it here."""


class Network:
    """A network without sockets: a transport for `serve`, `listen` and `connect`.

    A server may listen at any free host and port of this network. A URL with the same
    host and port reaches it; if the server listens on all interfaces, any host does.
    Admission, refusals and errors are the same as over sockets.

    There is no TLS: a `wss://` URL reaches its server as if a proxy had ended TLS, and
    `Peer.tls` is None. A server with an `ssl` context refuses `ws://`. There is no
    compression and no proxy, whatever `WebSocketSettings` says.

    Make one with `ocpp_rpc.testing.network`, and use it in one event loop only.

    Args:
        clock: The clock that limits handshakes; default: the event loop.

    Attributes:
        unreachable: Whether attempts to connect fail at once; default: False. Open
            lines stay open.
    """

    in_process: Final = True
    """True: only this process can reach it, so servers need no security profile."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.unreachable = False
        self._clock = clock
        self._listeners: dict[tuple[str, int], NetworkListener] = {}
        self._lines: dict[Line, str | None] = {}
        self._dialled = count()

    # --- As a transport ---------------------------------------------------------------

    async def dial(
        self,
        url: str,
        *,
        subprotocols: Sequence[str],
        headers: Mapping[str, str],
        ssl: SSLContext | None,
        settings: WebSocketSettings,
    ) -> tuple[MemoryTransport, str | None]:
        """Open a WebSocket.

        Returns:
            The transport, and the subprotocol that the server selected.

        Raises:
            HandshakeFailed: No server listens there, the server refuses, the line is
                cut, or the handshake takes longer than `open_timeout`.
        """
        answer = HandshakeResponse(subprotocols, settings.max_header_size)
        try:
            place = endpoint(url)
            lines = _request_lines(place, subprotocols, headers)
            async with within(settings.open_timeout, self._clock):
                end = await self._open(place, lines, settings, answer)
        except (OSError, ValueError, TransportClosed) as error:
            raise handshake_failed(url, error, answer) from error
        return end, answer.subprotocol

    async def listen(
        self,
        acceptor: Acceptor,
        host: str | None,
        port: int,
        *,
        ssl: SSLContext | None,
        settings: WebSocketSettings,
    ) -> NetworkListener:
        """Listen for clients.

        Raises:
            OSError: The address is in use on this network.
        """
        name = _ANYWHERE if host is None or host in _ALL_HOSTS else host.lower()
        taken = {
            used
            for other, used in self._listeners
            if other == name or _ANYWHERE in {other, name}
        }
        if port in taken:
            raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
        address = name, port or next(each for each in _PORTS if each not in taken)
        listener = NetworkListener(
            acceptor,
            address,
            settings,
            has_tls=ssl is not None,
            stopped=lambda: self._listeners.pop(address),
        )
        self._listeners[address] = listener
        return listener

    # --- What happens to lines --------------------------------------------------------

    def cut(self, identity: str | None = None, *, seen_by: SeenBy = "both") -> None:
        """Break the line of a station, whether it is open or still in its handshake.

        Messages that are in transit or not yet read are lost. The station may connect
        again at once, unless the network is `unreachable`.

        Args:
            identity: The identity of the station; None: all stations.
            seen_by: The ends that notice: "both", "station" or "back_office". If only
                one notices, the other end keeps a silent line until a call or a ping is
                not answered in time.

        Raises:
            LookupError: The station has no line.
        """
        for line in self._lines_of(identity):
            station, back_office = line.ends
            if seen_by == "both":
                line.cut()
            else:
                line.silent = True
                (station if seen_by == "station" else back_office).abort()

    def silence(self, identity: str | None = None) -> None:
        """Hold all messages on the line of a station; neither end notices.

        The messages are kept for `restore`. After more than 16 messages and more than
        `WebSocketSettings.max_unsent` bytes, a writer has to wait, as it does for a
        peer that does not read.

        Args:
            identity: The identity of the station; None: all stations.

        Raises:
            LookupError: The station has no line.
        """
        for line in self._lines_of(identity):
            line.silent = True

    def restore(self, identity: str | None = None) -> None:
        """End the silence of a line, and deliver the held messages in order.

        Args:
            identity: The identity of the station; None: all stations.

        Raises:
            LookupError: The station has no line.
        """
        for line in self._lines_of(identity):
            line.restore()

    def _lines_of(self, identity: str | None) -> list[Line]:
        if identity is None:
            return [*self._lines]
        lines = [line for line, name in self._lines.items() if name == identity]
        if not lines:
            raise LookupError(f"no line of {identity!r} is open")
        return lines

    # --- Opening ----------------------------------------------------------------------

    async def _open(
        self,
        place: Endpoint,
        lines: Mapping[str, str],
        settings: WebSocketSettings,
        answer: HandshakeResponse,
    ) -> MemoryTransport:
        """Return the client's end of a line to a server that lets the client in.

        Raises:
            OSError: No server is reached, or it refuses; `answer` has the reason.
            TransportClosed: The line was cut.
        """
        listener = self._listener_at(place)
        port = _PORTS[next(self._dialled) % len(_PORTS)]
        client = self._end(settings, listener.address)
        server = self._end(listener.settings, (_CLIENTS, port))
        self._lines[Line(client, server, self._lines.pop)] = _identity(place.target)
        request = HandshakeRequest(
            place.target, lines, server.peer, secure=place.secure
        )
        listener.meet(server, request, secure=place.secure)
        # Of the network connection, an answer calls nothing but `abort`.
        answer.begin(cast(asyncio.BaseTransport, client))
        try:
            answer.take(cast(bytes, await client.recv()))
        except BaseException:
            # Also if `open_timeout` is over, or the caller gives up: otherwise the
            # server would let in a station that is gone.
            client.abort()
            answer.end(None)
            raise
        if not answer.opened:
            raise ConnectionError
        client.max_size = settings.max_size
        return client

    def _listener_at(self, place: Endpoint) -> NetworkListener:
        """Return the listener at a place.

        Raises:
            OSError: Nothing listens there, or the network is unreachable.
        """
        if self.unreachable:
            raise OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH))
        for host in (place.host, _ANYWHERE):
            if (host, place.port) in self._listeners:
                return self._listeners[host, place.port]
        raise ConnectionRefusedError

    def _end(
        self, settings: WebSocketSettings, peer: tuple[str, int]
    ) -> MemoryTransport:
        return MemoryTransport(
            max_unsent=settings.max_unsent,
            peer=Peer(peer),
            clock=self._clock,
            close_timeout=settings.close_timeout,
        )


class NetworkListener:
    """Waits for clients of a `Network`.

    Args:
        acceptor: Decides about them.
        address: The host and the port.
        settings: How their WebSockets behave.
        has_tls: Whether it is for `wss://` only.
        stopped: Called when nobody is let in any more.

    Attributes:
        address: The host and the port.
        settings: How the WebSockets behave.
    """

    def __init__(
        self,
        acceptor: Acceptor,
        address: tuple[str, int],
        settings: WebSocketSettings,
        *,
        has_tls: bool,
        stopped: Callable[[], object],
    ) -> None:
        self.address: Final = address
        self.settings: Final = settings
        self._acceptor = acceptor
        self._has_tls = has_tls
        self._stopped: Callable[[], object] | None = stopped
        self._serving: set[asyncio.Task[None]] = set()

    def stop(self) -> None:
        """Let nobody in any more; what is open stays open."""
        if self._stopped is not None:
            self._stopped()
        self._stopped = None

    async def wait_closed(self) -> None:
        """Wait until nothing is open."""
        while self._serving:
            await asyncio.wait(self._serving)

    def meet(
        self, end: MemoryTransport, request: HandshakeRequest, *, secure: bool
    ) -> None:
        """Decide about a client, and serve it if it is let in.

        Args:
            end: The server's end of the line.
            request: What the client asks for.
            secure: Whether it does so over TLS.
        """
        task = asyncio.create_task(self._meet(end, request, secure=secure))
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)

    async def _meet(
        self, end: MemoryTransport, request: HandshakeRequest, *, secure: bool
    ) -> None:
        try:
            answer = await self._decide(request, secure=secure)
            if end.closed:
                return  # the client gave up, or the line was cut, during the decision
            if isinstance(answer, HttpAnswer):
                end.write(http_response(answer))
            else:
                end.write(_switching(answer))
                end.behave(settings_for(answer, self.settings))
                await answer.serve(end)
            await end.close(1000, "")
        finally:
            end.abort()  # an acceptor that fails must not leave the client waiting

    async def _decide(
        self, request: HandshakeRequest, *, secure: bool
    ) -> Admission | HttpAnswer:
        if self._has_tls and not secure:
            why = "the client speaks plain HTTP, this port TLS: use wss://"
            self._acceptor.turned_away(request, Failure.PLAIN_AT_TLS, why)
            return HttpAnswer(400, f"{why}\n")
        return await self._acceptor.admit(request)


def network(clock: Clock | None = None) -> Network:
    """Make a network without sockets, on which servers listen and stations connect.

    Args:
        clock: The clock that limits opening and closing handshakes, such as a
            `VirtualClock`; default: the event loop.
    """
    return Network(clock)


def _request_lines(
    place: Endpoint, subprotocols: Sequence[str], headers: Mapping[str, str]
) -> dict[str, str]:
    """Return the header lines of a client, by name in lower case."""
    lines = [
        ("Host", place.host_line),
        ("Upgrade", "websocket"),
        ("Connection", "Upgrade"),
        ("Sec-WebSocket-Version", "13"),
        ("Sec-WebSocket-Key", _KEY),
        *headers.items(),
    ]
    if subprotocols:
        lines.append(("Sec-WebSocket-Protocol", ", ".join(subprotocols)))
    return joined(lines)


def _switching(admission: Admission) -> bytes:
    """Return the answer that opens a WebSocket."""
    lines = {"Upgrade": "websocket", "Connection": "Upgrade", **admission.headers}
    if admission.subprotocol is not None:
        lines["Sec-WebSocket-Protocol"] = admission.subprotocol
    text = [f"{name}: {value}" for name, value in lines.items()]
    return "\r\n".join(["HTTP/1.1 101 Switching Protocols", *text, "", ""]).encode()


def _identity(target: str) -> str | None:
    """Return the identity that a target names, by which a test finds its line.

    A target that names none is None here: to refuse it is up to the server.
    """
    try:
        return identity_of(target.partition("?")[0])
    except HandshakeRefused:
        return None
