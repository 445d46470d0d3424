"""The path of a client from its connection to a listener to the decision about it.

All listeners of this package share this module, so all treat a client alike until the
decision; then a library takes over the network connection. A `Door` takes a client
through these steps, each with a method for received data (`_step`):

- `_greet`: a balancer names the client, if it uses the PROXY protocol;
- `_meet`: the first byte distinguishes TLS from HTTP, and a client at the wrong port is
  told so;
- `_collect`: the TLS handshake, if the listener uses TLS;
- `_read`: the request, until its header lines are complete;
- `_keep`: the acceptor decides; data that the client sends meanwhile is for the
  library;
- `_drop`: the client was turned away, and has been told why.

The bytes are read before TLS begins because asyncio does not report a failed TLS
handshake: `create_server(ssl=...)` drops the connection silently, whereas `start_tls`
raises the error. The bytes read until then are given to TLS in the way the event loop
would.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from ssl import SSLCertVerificationError, SSLContext, SSLError
from typing import Any, Final, cast

from ocpp_rpc.errors import HandshakeRefused

from . import (
    Acceptor,
    Admission,
    Failure,
    HandshakeRequest,
    HttpAnswer,
    Peer,
    WebSocketSettings,
)
from .accepting import Listening, create_server, end_writing, read_less
from .balancers import Announced, Balancers, Unannounced
from .upgrade import asked, http_request, http_response, refused, target_of

__all__ = ["Door", "Entrance", "Opening", "feed", "peer_of"]

_AT_ONCE: Final = 2**16
"""The bytes that are read at once, and that may arrive before the decision."""

_END_OF_HEAD: Final = b"\r\n\r\n"

_TLS_HANDSHAKE: Final = 0x16
"""The first byte of a client that uses TLS (RFC 8446 §5.1)."""

_PARTING: Final = 0.1
"""The time for a client to read its answer once the listener stops, in seconds.

Before that a client has `close_timeout`, because a network connection that is cut while
the client still writes would lose the answer (RFC 9112 §9.6). A program that ends does
not wait that long: the answer is with the operating system, and a client that only
reads receives it.
"""

_METHOD: Final = frozenset(b"!#$%&'*+.^_`|~-0123456789") | frozenset(
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
"""The bytes that an HTTP request can begin with."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A client that may open its WebSocket.

    Attributes:
        network: The network connection, which belongs to the library from now on.
        peer: The client, as the network or a balancer knows it.
        request: The request of the client, which can open a WebSocket.
        early: The data that the client has sent after its request.
        admission: The admission of the client.
    """

    network: asyncio.Transport
    peer: Peer
    request: HandshakeRequest
    early: bytes
    admission: Admission


class Entrance:
    """The common part of all listeners: it accepts clients at one address.

    Attributes:
        acceptor: The acceptor that decides about the clients.
        settings: The settings of their WebSockets.
        ssl: The context for TLS; None: no TLS.
        balancers: The balancers that may use the PROXY protocol here; None: none may.
        arrivals: The shared buffer that received data is read into, until the
            connection it is for takes it immediately. Without it, asyncio allocates 256
            KiB for each read.
        stopped: Whether no further clients are admitted, including those that were
            still connecting, or within the TLS handshake, when the listener stopped.
    """

    def __init__(self, acceptor: Acceptor, settings: WebSocketSettings) -> None:
        self.acceptor: Final = acceptor
        self.settings: Final = settings
        self.ssl: SSLContext | None = None
        # Acceptors need not have it: most listeners are for clients alone.
        self.balancers: Final[Balancers | None] = getattr(acceptor, "balancers", None)
        self.arrivals: Final = memoryview(bytearray(_AT_ONCE))
        self.stopped = False
        self._server: Listening
        self._address: tuple[str, int]
        self._held: set[object] = set()
        self._changed = asyncio.Event()

    def open(self, opening: Opening) -> Coroutine[Any, Any, None]:
        """Open a WebSocket immediately; return the coroutine that serves it."""
        raise NotImplementedError

    @property
    def address(self) -> tuple[str, int]:
        """The host and the port that the listener is bound to."""
        return self._address

    async def start(self, host: str | None, port: int, ssl: SSLContext | None) -> None:
        """Start to listen for clients.

        Raises:
            OSError: The address cannot be used.
        """
        self.ssl = ssl
        self._server = await create_server(lambda: Door(self), host, port)
        self._address = self._server.sockets[0].getsockname()[:2]

    def stop(self) -> None:
        """Admit no further clients; open connections stay open."""
        self.stopped = True
        self._server.close()
        for each in tuple(self._held):
            if isinstance(each, Door):
                each.shut()

    async def wait_closed(self) -> None:
        """Wait until all connections are closed."""
        while self._held:
            self._changed.clear()
            await self._changed.wait()

    def hold(self, opened: object) -> None:
        """Count an object as open."""
        self._held.add(opened)

    def release(self, closed: object) -> None:
        """Stop counting an object as open."""
        self._held.discard(closed)
        self._changed.set()

    def run(self, use: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run the coroutine that uses a connection in a task, which counts as open."""
        task = asyncio.create_task(use)
        self.hold(task)
        task.add_done_callback(self.release)
        return task


class Door(asyncio.BufferedProtocol):
    """The protocol of a client until the decision about it; see the module.

    The TLS handshake may take `open_timeout`, and all steps after it may take it again.
    A client that is not admitted gets its answer, and all further data from it is
    ignored.
    """

    __slots__ = (
        "_announced",
        "_data",
        "_deciding",
        "_entrance",
        "_network",
        "_peer",
        "_request",
        "_searched",
        "_step",
        "_timer",
    )

    _network: asyncio.Transport
    _peer: Peer

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        # Not a bound method: that would be a cycle, which only the collector frees.
        has_balancers = entrance.balancers is not None
        self._step: Callable[[Door], None] = (
            Door._greet if has_balancers else Door._meet
        )
        self._announced = Announced()
        self._timer: asyncio.TimerHandle | None = None
        self._data = bytearray()
        self._searched = 0
        self._request: HandshakeRequest | None = None
        self._deciding: asyncio.Task[None] | None = None

    # --- As an asyncio protocol -------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for the first data of the client, for `open_timeout`."""
        self._network = cast(asyncio.Transport, transport)
        self._peer = peer_of(transport)
        self._after(self._entrance.settings.open_timeout, self._expire)
        self._entrance.hold(self)
        if self._entrance.stopped:
            self.shut()

    def get_buffer(self, sizehint: int) -> memoryview:
        """Return the buffer for received data."""
        # Pausing comes too late for what is read in one go: never more than that waits.
        if self._step is Door._keep:
            return self._entrance.arrivals[: _AT_ONCE - len(self._data)]
        return self._entrance.arrivals

    def buffer_updated(self, nbytes: int) -> None:
        """Take received data."""
        self._data += self._entrance.arrivals[:nbytes]
        self._step(self)

    def eof_received(self) -> None:
        """Let the network connection be closed, because the client has disconnected.

        Some HTTP clients only end writing, and continue to read. Clients that want a
        WebSocket cannot do so, because they have to send frames later.
        """

    def connection_lost(self, exc: Exception | None) -> None:
        """Handle the end of the network connection."""
        if self._step is Door._collect:
            return  # `start_tls` raises in `_handshake`, and knows why
        self._forget_timer()
        self._entrance.release(self)
        if self._deciding is not None:
            self._deciding.cancel()
        elif self._step in {Door._greet, Door._read} and self._data:
            why = "the client closed the connection in the midst of its request"
            self._note(Failure.INCOMPLETE, why)
        self._step = Door._drop

    def shut(self) -> None:
        """Cut a client without a request; limit the time of an answered one.

        A client that the acceptor is deciding about still gets an answer, and then has
        the same short time: the acceptor knows that it closes.
        """
        if self._step is Door._drop:
            self._part()
        elif self._deciding is None:
            self._step = Door._drop
            self._network.abort()

    # --- Steps ------------------------------------------------------------------------

    def _greet(self) -> None:
        """Read the preface of a balancer, if balancers may send one."""
        balancers, address = self._entrance.balancers, self._peer.address
        assert balancers is not None
        try:
            said = balancers.read(bytes(self._data), address and address[0])
        except Unannounced as error:
            self._fail(Failure.PROXY_PROTOCOL, str(error))
            return
        if said is None:
            return
        del self._data[: said.size]
        self._announced = said
        self._peer = self._known(self._network)
        self._step = Door._meet
        if self._data:
            self._meet()

    def _known(self, network: asyncio.Transport) -> Peer:
        """Return the other end, as the network or a balancer knows it."""
        peer, said = peer_of(network), self._announced
        # No address rather than that of the balancer: it is a trusted proxy, and the
        # header lines of its clients would be believed as if it had added them.
        return replace(peer, address=said.address) if said.passed_on else peer

    def _meet(self) -> None:
        """Find out whether the client uses TLS or HTTP."""
        if self._data[0] == _TLS_HANDSHAKE and self._peer.tls is None:
            if self._entrance.ssl is not None:
                self._secure(self._entrance.ssl)
                return
            why = "the client speaks TLS, this port plain HTTP: use ws://"
            self._fail(Failure.TLS_AT_PLAIN, why)
        elif self._data[0] in _METHOD:
            self._step = Door._read
            self._read()
        else:
            self._fail(Failure.NOT_HTTP, "the client does not speak HTTP")

    def _secure(self, context: SSLContext) -> None:
        """Begin with TLS, of which the first bytes are there."""
        self._network.pause_reading()  # nothing more is for this protocol
        hello, self._data = self._data, bytearray()
        self._step = Door._collect
        self._entrance.run(self._handshake(context, hello))

    async def _handshake(self, context: SSLContext, hello: bytearray) -> None:
        loop, settings = asyncio.get_running_loop(), self._entrance.settings
        network = self._network
        starting = loop.create_task(
            loop.start_tls(
                network,
                self,
                context,
                server_side=True,
                ssl_handshake_timeout=settings.open_timeout,
                ssl_shutdown_timeout=settings.close_timeout,
            )
        )
        # The first step of that task puts TLS in place of this protocol; if tasks are
        # eager (Python 3.12), it is done.
        if network.get_protocol() is self:
            await asyncio.sleep(0)
        read_less(network.get_protocol())
        # TLS has yet to be told, in this turn, that there is a connection.
        loop.call_soon(feed, network.get_protocol(), hello)
        try:
            secured = await starting
        except OSError as error:
            self._not_secured(error)
            return
        if secured is None or secured.is_closing() or self._step is Door._drop:
            network.abort()
            self._not_secured(None)
            return
        self._network, self._peer = secured, self._known(secured)
        self._after(self._entrance.settings.open_timeout, self._expire)
        self._step = Door._meet
        if self._data:
            self._meet()

    def _collect(self) -> None:
        """Keep what TLS has deciphered before its task goes on, a turn or two later."""

    def _not_secured(self, error: OSError | None) -> None:
        """Note that there is no TLS; the network connection is closed."""
        self._forget_timer()
        self._entrance.release(self)
        if error is not None and self._step is not Door._drop:
            self._note(Failure.TLS, _tls_failure(error), error=error)
        self._step = Door._drop

    def _read(self) -> None:
        """Read the request, once it is whole."""
        # From where the search ended, but for a blank line that has come in part:
        # otherwise a client that sends a byte at a time has all searched each time.
        end = self._data.find(_END_OF_HEAD, max(self._searched - 3, 0))
        self._searched = size = len(self._data) if end < 0 else end
        if size > self._entrance.settings.max_header_size:
            self._refuse(HandshakeRefused(431), bytes(self._data))
        elif end >= 0:
            head = bytes(self._data[:end])
            del self._data[: end + len(_END_OF_HEAD)]
            self._ask(head)

    def _ask(self, head: bytes) -> None:
        """Ask the acceptor about a request."""
        # Not in `_meet`, where nobody knows the path yet by which to find the client.
        if self._entrance.ssl is not None and self._peer.tls is None:
            why = "the client speaks plain HTTP, this port TLS: use wss://"
            self._fail(Failure.PLAIN_AT_TLS, why, head)
            return
        try:
            request = http_request(head, self._peer)
        except HandshakeRefused as refusal:
            self._refuse(refusal, head)
            return
        self._request = replace(request, secure=self._announced.secure)
        self._step = Door._keep
        self._keep()
        self._deciding = self._entrance.run(_use(self._open(self._request)))

    def _keep(self) -> None:
        """Keep data that arrives before the decision, up to a limit."""
        if len(self._data) >= _AT_ONCE:
            self._network.pause_reading()

    async def _open(
        self, request: HandshakeRequest
    ) -> Coroutine[Any, Any, None] | None:
        """Open the WebSocket if the client is admitted; return what serves it."""
        answer = await asked(self._entrance.acceptor, request)
        self._deciding = self._request = None  # or `_expire` would answer once more
        if self._network.is_closing():
            return None  # the client has not waited
        if isinstance(answer, HttpAnswer):
            self._answer(answer, with_body=request.method != "HEAD")
            return None
        self._forget_timer()
        early, self._data = bytes(self._data), bytearray()
        serving = self._entrance.open(
            Opening(self._network, self._peer, request, early, answer)
        )
        self._entrance.release(self)
        return serving

    def _drop(self) -> None:
        """Ignore all further data."""
        self._data.clear()

    # --- Turning away -----------------------------------------------------------------

    def _refuse(self, refusal: HandshakeRefused, head: bytes) -> None:
        """Refuse a request that may be one of HTTP."""
        target = target_of(head)
        # A scanner is no station that asks wrongly: it counts as a failure.
        if target is None and refusal.status == 400:
            self._fail(Failure.NOT_HTTP, "the client does not speak HTTP", head)
            return
        client = self._client(target)
        self._answer(refused(self._entrance.acceptor, client, refusal))

    def _fail(self, failure: Failure, why: str, head: bytes = b"") -> None:
        """Turn away a client that has sent no request, and tell it why."""
        self._note(failure, why, head)
        self._answer(HttpAnswer(400, f"{why}\n"))

    def _note(
        self,
        failure: Failure,
        why: str,
        head: bytes | None = None,
        error: OSError | None = None,
    ) -> None:
        target = target_of(bytes(self._data) if head is None else head)
        self._entrance.acceptor.turned_away(self._client(target), failure, why, error)

    def _client(self, target: str | None) -> HandshakeRequest | Peer:
        if target is None:
            return self._peer
        return HandshakeRequest(target, {}, self._peer)

    def _answer(self, answer: HttpAnswer, *, with_body: bool = True) -> None:
        """Answer, and read further data, so that the client can read the answer."""
        self._step = Door._drop
        self._data.clear()
        self._part()
        # A socket that is closed with something unread is reset, at which the client's
        # system drops the answer (RFC 9112 §9.6).
        self._network.resume_reading()
        self._network.write(http_response(answer, with_body=with_body))
        end_writing(self._network)

    def _part(self) -> None:
        """Cut a client that has its answer and does not disconnect in time."""
        seconds = self._entrance.settings.close_timeout
        if self._entrance.stopped:
            seconds = min(seconds, _PARTING)
        self._after(seconds, self._network.abort)

    def _after(self, seconds: float, do: Callable[[], None]) -> None:
        """Call a function after some seconds, in place of the previous one."""
        self._forget_timer()
        self._timer = asyncio.get_running_loop().call_later(seconds, do)

    def _forget_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _expire(self) -> None:
        """Turn away a client that takes too long, or is not decided about."""
        seconds = self._entrance.settings.open_timeout
        if self._deciding is not None and self._request is not None:
            self._deciding.cancel()
            self._deciding = None
            late = HandshakeRefused(503, f"not decided within {seconds:g} s")
            self._answer(refused(self._entrance.acceptor, self._request, late))
            return
        what = "TLS handshake" if self._step is Door._collect else "request"
        self._note(Failure.TIMEOUT, f"no {what} within {seconds:g} s")
        self._step = Door._drop
        self._network.abort()


async def _use(
    opening: Coroutine[Any, Any, Coroutine[Any, Any, None] | None],
) -> None:
    """Use the WebSocket, if it opens; from then on nothing refers to the request."""
    serving = await opening
    if serving is not None:
        await serving


def feed(protocol: Any, data: bytes | bytearray) -> None:
    """Let a buffered protocol receive data that has already been read."""
    view = memoryview(data)
    while view:
        buffer = protocol.get_buffer(len(view))
        size = min(len(buffer), len(view))
        buffer[:size] = view[:size]
        protocol.buffer_updated(size)
        view = view[size:]


def peer_of(network: asyncio.BaseTransport) -> Peer:
    """Return the other end of a network connection."""
    address = network.get_extra_info("peername")
    tls = network.get_extra_info("ssl_object")
    return Peer((address[0], address[1]) if address else None, tls)


def _tls_failure(error: OSError) -> str:
    """Return the cause of a failed TLS handshake, if possible as OpenSSL put it."""
    if isinstance(error, SSLCertVerificationError):
        return f"the client's certificate is not trusted: {error.verify_message}"
    if isinstance(error, SSLError):
        reason = error.reason or str(error)
        return reason.replace("_", " ").lower()
    if isinstance(error, ConnectionAbortedError):
        return "the TLS handshake took too long"
    return "the client closed the connection during the TLS handshake"
