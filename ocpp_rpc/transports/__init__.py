"""The interface of transports, and adapters for WebSocket libraries.

`Transport` is one end of an open connection. A transport that writes without waiting as
long as there is room may also be a `DirectTransport`, and one that writes binary
messages a `BinaryTransport`. One that knows the pings and pongs of the peer may count
them (`CountingTransport`). A library that opens transports has two functions
(`Library`): `dial` for a client, and `listen` for a server, which asks an `Acceptor`
whether to admit a client. Each module of this package adapts one library. Anything else
that carries text messages in both directions can be adapted in the same way, see
docs/transports.md.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Literal, Protocol, TypeAlias

from ocpp_rpc.lines import check_choice

from .local_addresses import check_local_address
from .proxies import check_proxy

__all__ = [
    "BACKLOG",
    "Acceptor",
    "Admission",
    "BinaryTransport",
    "CountingTransport",
    "DirectTransport",
    "Failure",
    "HandshakeRequest",
    "HttpAnswer",
    "Library",
    "Listener",
    "Peer",
    "PingPolicy",
    "Transport",
    "TransportClosed",
    "WebSocketSettings",
    "check_pings",
    "joined",
    "settings_for",
    "without_credentials",
    "without_secrets",
]


BACKLOG: Final = 4096
"""The number of clients that may wait to be accepted; the system may allow fewer.

After a restart of a server, all its stations connect at once. Those that find no place
try again after a second or more.
"""


PingPolicy: TypeAlias = Literal["pong", "any", "none"]
"""The sign of life that a ping requires from the peer.

"pong": the peer answers each ping in time (RFC 6455 §5.5.3). "any": it sends a message,
a ping or a pong within the same time. "none": no sign is required; pings are sent
anyway, which keeps the route open, and TCP detects that a peer is gone.
"""


class TransportClosed(Exception):
    """The transport is closed.

    Attributes:
        code: The close code of RFC 6455 that was received or sent; 1006 if there was
            none.
        reason: The reason that accompanied it.
    """

    def __init__(self, code: int = 1006, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Peer:
    """The other end of a connection, as the network knows it.

    Attributes:
        address: Its host and port; None if it has no address.
        tls: The TLS connection; None if there is none, or if it is not known here.
    """

    address: tuple[str, int] | None = None
    tls: ssl.SSLObject | None = None

    @property
    def certificate(self) -> Mapping[str, Any] | None:
        """The certificate of the peer, in the form of `ssl.SSLSocket.getpeercert`.

        None if there was none, or if the `ssl.SSLContext` did not ask for one.
        """
        return (self.tls.getpeercert() or None) if self.tls is not None else None


class Transport(Protocol):
    """One end of a connection that carries messages in both directions, in order."""

    @property
    def peer(self) -> Peer:
        """The other end."""
        ...

    async def recv(self) -> str | bytes:
        """Return the next message; bytes for a binary message.

        Cancelling loses no message.

        Raises:
            TransportClosed: There is no message, and there will be none.
        """
        ...

    async def send(self, text: str) -> None:
        """Write a text message, then wait until there is room for another one.

        The message is written before this suspends for the first time. Therefore
        messages arrive in the order of the calls, and cancelling only ends the wait.

        Raises:
            TransportClosed: The message may not have been written.
        """
        ...

    async def ping(self) -> bool:
        """Ping the other end and wait for its pong, without a time limit.

        Returns:
            False, at once, if this transport cannot send pings; then the underlying
            server or library has to detect that the other end is gone.

        Raises:
            TransportClosed: There will be no pong.
        """
        ...

    async def close(self, code: int, reason: str) -> None:
        """Close gracefully, and wait for the end for a limited time."""
        ...

    def abort(self) -> None:
        """Close immediately."""
        ...


class DirectTransport(Transport, Protocol):
    """A transport that can also write without a coroutine, which costs less.

    If a transport has `write`, a connection uses it in place of `send`.
    """

    def write(self, text: str) -> Awaitable[None] | None:
        """Write a text message before this returns.

        Returns:
            None if there is room for another message; otherwise an awaitable that ends
            when there is room, or raises `TransportClosed` if there will be none.

        Raises:
            TransportClosed: The message may not have been written.
        """
        ...


class BinaryTransport(Transport, Protocol):
    """A transport that can also write binary messages.

    OCPP has no binary messages, but a relay that forwards any message needs this.
    """

    async def send_bytes(self, data: bytes) -> None:
        """Write a binary message, like `send` for a text.

        Raises:
            TransportClosed: The message may not have been written.
        """
        ...


class CountingTransport(Transport, Protocol):
    """A transport that also counts the control frames of the peer.

    With the `PingPolicy` "any", these are a sign of life, as messages are.
    """

    @property
    def controls(self) -> int:
        """The number of pings and pongs that the peer has sent, solicited or not."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSocketSettings:
    """The settings of the WebSocket of a connection.

    Attributes:
        open_timeout: The time limit of the opening handshake, in seconds; default: 10.
        close_timeout: The time limit of the closing handshake, in seconds; default: 10.
        ping_interval: The time from a pong to the next ping, in seconds; default: 20;
            None or 0: no pings.
        ping_timeout: The time limit of a pong, in seconds, after which the connection
            counts as broken; default: 20; None: no limit.
        ping_policy: The sign of life that a ping requires. "pong" (default): a pong.
            "any": any frame within `ping_timeout`, for chargers that do not answer
            pings. "none": no sign is required.
        max_size: The longest message that is accepted, in bytes; a longer one closes
            the connection with 1009; default: 1 MiB.
        max_header_size: The longest header of an opening handshake, all lines together,
            in bytes; default: 16 KiB. A server answers a longer one with 431, a client
            fails.
        max_unsent: The number of unsent bytes beyond which a writer waits, if the peer
            does not read; default: 32 KiB.
        compression: Whether permessage-deflate (RFC 7692) is offered and accepted;
            default: True. A CSMS has to support it (2.0.1 part 4 §3.3).
        proxy: The proxy that a client connects through: `http://`, `socks5://`,
            `socks5h://`, `socks4://` or `socks4a://`, with a user name and a password
            if needed. HTTP, `socks5h` and `socks4a` proxies resolve the name of the
            server themselves. None (default): no proxy, whatever the environment says.
        local_address: The IP address of this machine that a client connects from, which
            determines the network interface; None (default): the system chooses.

    Raises:
        ValueError: The proxy, the IP address or the ping policy is not valid, or a time
            for pings is negative.
        MissingDependency: The extra for proxies is not installed.
    """

    open_timeout: float = 10.0
    close_timeout: float = 10.0
    ping_interval: float | None = 20.0
    ping_timeout: float | None = 20.0
    ping_policy: PingPolicy = "pong"
    max_size: int = 2**20
    max_header_size: int = 2**14
    max_unsent: int = 2**15
    compression: bool = True
    proxy: str | None = field(default=None, repr=False)
    local_address: str | None = None

    def __post_init__(self) -> None:
        check_pings(self.ping_interval, self.ping_timeout, self.ping_policy)
        if self.proxy is not None:
            check_proxy(self.proxy)
        if self.local_address is not None:
            check_local_address(self.local_address)

    @property
    def bound(self) -> tuple[str, int] | None:
        """The address that asyncio binds a client's socket to, with any port."""
        return None if self.local_address is None else (self.local_address, 0)


@dataclass(frozen=True, slots=True)
class HandshakeRequest:
    """The HTTP request of a client, which opens a WebSocket if it is a GET request.

    Attributes:
        target: The path and the query as sent, percent-encoded.
        headers: The header lines; names are in lower case, and the values of one name
            are joined, see `joined`.
        peer: The client, as the network knows it.
        method: The method, GET or HEAD; default: GET.
        secure: Whether an ASGI server, or a balancer by the PROXY protocol, reports
            that TLS protects the WebSocket, although the TLS connection is not known
            here; default: False. A TLS connection that is known is `Peer.tls`.
    """

    target: str
    headers: Mapping[str, str]
    peer: Peer
    method: str = "GET"
    secure: bool = False

    @property
    def path(self) -> str:
        """The target without the query, because a query may contain a token."""
        return self.target.partition("?")[0]

    def __repr__(self) -> str:
        path = without_secrets(self.target)  # a whole URL, maybe, see RFC 9112 §3.2.2
        return f"HandshakeRequest({self.method} {path!r}, {self.peer!r})"


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An HTTP response in place of a WebSocket.

    Attributes:
        status: The HTTP status.
        text: The body.
        headers: Header lines other than those for the body; default: none.
    """

    status: int
    text: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


class Admission(Protocol):
    """The admission of a client, which may open its WebSocket.

    It may also have an attribute `websocket`: the settings of this WebSocket, in place
    of those of the listener; see `settings_for`.
    """

    @property
    def subprotocol(self) -> str | None:
        """The subprotocol to use; None: complete the handshake without one."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Header lines to add to the answer."""
        ...

    def serve(self, transport: Transport, /) -> Awaitable[None]:
        """Use the open WebSocket, which is closed when this returns."""
        ...


class Failure(StrEnum):
    """The failure that keeps a client from sending an HTTP request.

    Attributes:
        TLS: The TLS handshake failed, or the client cut it short.
        PLAIN_AT_TLS: The client uses plain HTTP where TLS is expected.
        TLS_AT_PLAIN: The client uses TLS where plain HTTP is expected.
        NOT_HTTP: The client uses neither.
        INCOMPLETE: The client closed the connection before its request was complete.
        TIMEOUT: The client sent no request in time (`WebSocketSettings.open_timeout`).
        PROXY_PROTOCOL: The client uses the PROXY protocol without permission or
            incorrectly, or does not use it although it has to.
    """

    TLS = "TLS"
    PLAIN_AT_TLS = "plain at TLS"
    TLS_AT_PLAIN = "TLS at plain"
    NOT_HTTP = "not HTTP"
    INCOMPLETE = "incomplete"
    TIMEOUT = "timeout"
    PROXY_PROTOCOL = "PROXY protocol"


class Acceptor(Protocol):
    """The decision about the WebSockets that clients want to open.

    An acceptor that lets balancers use the PROXY protocol at the listeners of this
    package has an attribute `balancers`, an `ocpp_rpc.transports.balancers.Balancers`.
    """

    async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
        """Decide about a client, or answer a request that does not open a WebSocket.

        This may take some seconds, in which the client may disappear; then ignore the
        result. It never raises.
        """
        ...

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        """Record a client that a listener has turned away without asking. Never raises.

        A client that connects, sends nothing and disconnects is not recorded, because
        load balancers do so to check that a port is open.

        Args:
            client: The request of the client, if at least its target can be read;
                otherwise the peer.
            cause: The HTTP status of the answer, or the failure that kept the client
                from sending a request.
            reason: The reason, in one line.
            error: The error of the TLS handshake, if that is the cause; default: None.
        """
        ...


class Listener(Protocol):
    """A listener at one address, which accepts clients."""

    @property
    def address(self) -> tuple[str, int]:
        """The address: host and port."""
        ...

    def stop(self) -> None:
        """Admit no further clients; open connections stay open."""
        ...

    async def wait_closed(self) -> None:
        """Wait until all connections are closed."""
        ...


class Library(Protocol):
    """A library that opens transports: a module of this package, or a similar object.

    A library whose `dial` supports `WebSocketSettings.local_address` has an attribute
    `binds = True`. `connect` refuses a local address for any other.
    """

    async def dial(
        self,
        url: str,
        *,
        subprotocols: Sequence[str],
        headers: Mapping[str, str],
        ssl: ssl.SSLContext | None,
        settings: WebSocketSettings,
    ) -> tuple[Transport, str | None]:
        """Open a WebSocket.

        Returns:
            The transport, and the subprotocol that the server selected.

        Raises:
            HandshakeFailed: The server cannot be reached, does not use WebSocket, or
                refuses the client.
        """
        ...

    async def listen(
        self,
        acceptor: Acceptor,
        host: str | None,
        port: int,
        *,
        ssl: ssl.SSLContext | None,
        settings: WebSocketSettings,
    ) -> Listener:
        """Listen for clients.

        Raises:
            OSError: The address cannot be used.
        """
        ...


def settings_for(
    admission: Admission, settings: WebSocketSettings
) -> WebSocketSettings:
    """Return the settings of the WebSocket of a client.

    Args:
        admission: The admission of the client, which may have settings.
        settings: The settings of the listener.
    """
    return getattr(admission, "websocket", None) or settings


def check_pings(
    interval: float | None, timeout: float | None, policy: str = "pong"
) -> None:
    """Check the interval, the time limit and the policy of pings.

    Raises:
        ValueError: A time is negative, or the policy is unknown.
    """
    if (interval or 0) < 0 or (timeout or 0) < 0:
        raise ValueError("ping_interval and ping_timeout must not be negative")
    check_choice("ping_policy", policy, PingPolicy)


def joined(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return header lines as a dict; the names are in lower case.

    The values of one name are joined by commas (RFC 9110 §5.3).
    """
    values: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        values[key] = f"{values[key]}, {value}" if key in values else value
    return values


def without_credentials(url: str) -> str:
    """Return a URL, or any text, without the user name and password of a URL."""
    return _CREDENTIALS.sub(r"\1", url)


def without_secrets(url: str) -> str:
    """Return a URL, or any text, in a form for logs: without credentials and query.

    A password may contain a slash or another character that would have to be escaped.
    Therefore it is taken to extend to the last @, unless the text before may be the
    port of a URL without a password.
    """
    return _QUERY.sub("", _UNESCAPED.sub(r"\1", without_credentials(url)))


_CREDENTIALS = re.compile(r"^([^/?#]*//)[^/?#]*@")
_UNESCAPED = re.compile(r"^([^/?#]*//)[^/?#:@[]*:(?![0-9]{1,5}[/?#]).*@", re.DOTALL)
_QUERY = re.compile(r"[?#].*", re.DOTALL)
