"""What a connection needs of the thing that carries its messages.

`Transport` is one end of an open connection; one that writes without waiting as long
as there is room may say so (`DirectTransport`), and so may one that writes binary
messages, too (`BinaryTransport`). A library that opens them has two
functions (`Library`): `dial` for a client, `listen` for a server, which asks an
`Acceptor` whether to let a client in. Each module of this package adapts one library;
anything else that carries text messages both ways can be adapted in the same way, see
docs/transports.md. One that knows of the pings and pongs of the peer may count them
(`CountingTransport`).
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Literal, Protocol, TypeAlias, get_args

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
"""How many clients may wait to be accepted; the system may allow fewer.

After a restart of a server, all its stations connect at once. Those that find no place
come again after a second or more.
"""


PingPolicy: TypeAlias = Literal["pong", "any", "none"]
"""What shows that a peer is there that is pinged.

"pong": it answers each ping in time (RFC 6455 §5.5.3). "any": it sends something in the
same time: a message, a ping or a pong. "none": nothing has to; it is pinged all the
same, which keeps the way open, and TCP finds out that a peer is gone.
"""


class TransportClosed(Exception):
    """The transport is closed.

    Attributes:
        code: The close code of RFC 6455 that the peer sent, or that was sent to it;
            1006 when there was none.
        reason: The text that came with it.
    """

    def __init__(self, code: int = 1006, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Peer:
    """The other end, as the network knows it.

    Attributes:
        address: Its host and port; None if it has none.
        tls: The TLS connection; None if there is none, or it is not known here.
    """

    address: tuple[str, int] | None = None
    tls: ssl.SSLObject | None = None

    @property
    def certificate(self) -> Mapping[str, Any] | None:
        """The certificate it has shown, as `ssl.SSLSocket.getpeercert` has it.

        None if there was none, or the `ssl.SSLContext` did not ask for one.
        """
        return (self.tls.getpeercert() or None) if self.tls is not None else None


class Transport(Protocol):
    """One end of something that carries messages both ways, in order."""

    @property
    def peer(self) -> Peer:
        """The other end."""
        ...

    async def recv(self) -> str | bytes:
        """Return the next message; bytes if it is a binary one.

        Cancelling loses no message.

        Raises:
            TransportClosed: There is none, and there will be none.
        """
        ...

    async def send(self, text: str) -> None:
        """Write a text message, then wait until there is room for another.

        The message is on its way before this suspends for the first time, so messages
        arrive in the order of the calls, and cancelling only ends the waiting.

        Raises:
            TransportClosed: The message may not have been written.
        """
        ...

    async def ping(self) -> bool:
        """Ping the other end and wait for its pong, however long it takes.

        Returns:
            False, at once, if this transport cannot: then whatever carries it has to
            find out by itself that the other end is gone.

        Raises:
            TransportClosed: There will be no pong.
        """
        ...

    async def close(self, code: int, reason: str) -> None:
        """Close in an orderly way, and wait for that, but not forever."""
        ...

    def abort(self) -> None:
        """Close at once."""
        ...


class DirectTransport(Transport, Protocol):
    """A transport that also writes without a coroutine, which costs less.

    Where there is `write`, a connection uses it in place of `send`.
    """

    def write(self, text: str) -> Awaitable[None] | None:
        """Write a text message, which is on its way when this returns.

        Returns:
            None if there is room for another; otherwise what to await until there is,
            which raises `TransportClosed` if there will be none.

        Raises:
            TransportClosed: The message may not have been written.
        """
        ...


class BinaryTransport(Transport, Protocol):
    """A transport that also writes binary messages.

    OCPP has none; something that passes on what comes, whatever it is, needs this.
    """

    async def send_bytes(self, data: bytes) -> None:
        """Write a binary message, as `send` writes a text.

        Raises:
            TransportClosed: The message may not have been written.
        """
        ...


class CountingTransport(Transport, Protocol):
    """A transport that also counts what the peer sends beside messages.

    With `PingPolicy` "any", that counts as life of the peer, as messages do.
    """

    @property
    def controls(self) -> int:
        """How many pings and pongs the peer has sent, whatever they answer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSocketSettings:
    """How the WebSocket under a connection behaves. Times are in seconds.

    Attributes:
        open_timeout: How long the opening handshake may take.
        close_timeout: How long the closing handshake may take.
        ping_interval: How often the other side is pinged; None or 0: never.
        ping_timeout: How long its pong may take before the connection counts as
            broken; None: forever.
        ping_policy: What shows that the other side is there. "pong": its pongs. "any":
            whatever it sends in `ping_timeout` after a ping, for chargers that answer
            no pings. "none": nothing has to; pings are sent, and not judged.
        max_size: The longest message that is accepted, in bytes; a longer one closes
            the connection with 1009.
        max_header_size: How long all header lines of an opening handshake may be
            together, in bytes; a server answers longer ones with 431, a client fails.
        max_unsent: How many bytes may wait for a peer that does not read before
            whoever writes has to wait.
        compression: Whether permessage-deflate (RFC 7692) is offered and accepted. A
            CSMS has to support it (2.0.1 part 4 §3.3).
        proxy: What a client connects through: `http://`, `socks5://`, `socks5h://`,
            `socks4://` or `socks4a://`, with a user name and a password if it wants
            them. None: nothing, whatever the environment says. Those with an h or an a
            resolve the name of the server themselves, and so does one of HTTP.
        local_address: The IP address of this machine that a client connects from, which
            chooses the network interface. None: the operating system chooses.

    Raises:
        ValueError: That is no proxy, no IP address, or no policy for pings; or a time
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
        """What a client binds its socket to, as asyncio has it: any port of that."""
        return None if self.local_address is None else (self.local_address, 0)


@dataclass(frozen=True, slots=True)
class HandshakeRequest:
    """What a client sends to open a WebSocket: a GET request. One of HEAD opens none.

    Attributes:
        target: The path and the query as sent, percent-encoded.
        headers: The values of the header lines, by name in lower case; those of one
            name are joined, see `joined`.
        peer: The client, as the network knows it.
        method: GET, or HEAD.
        secure: Whether what opens the WebSocket says that TLS protects it, although the
            TLS connection is not known here: an ASGI server does, and a balancer that
            speaks the PROXY protocol. If it is known, it is `Peer.tls`.
    """

    target: str
    headers: Mapping[str, str]
    peer: Peer
    method: str = "GET"
    secure: bool = False

    @property
    def path(self) -> str:
        """The target without the query, in which there may be a token."""
        return self.target.partition("?")[0]

    def __repr__(self) -> str:
        path = without_secrets(self.target)  # a whole URL, maybe, see RFC 9112 §3.2.2
        return f"HandshakeRequest({self.method} {path!r}, {self.peer!r})"


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An HTTP response in place of a WebSocket.

    Attributes:
        status: Its status.
        text: Its body.
        headers: Header lines beside those for the body.
    """

    status: int
    text: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


class Admission(Protocol):
    """A client may open its WebSocket.

    One may also have an attribute `websocket`: how this WebSocket behaves, in place of
    the settings of the listener; see `settings_for`.
    """

    @property
    def subprotocol(self) -> str | None:
        """The subprotocol to speak; None: complete the handshake without one."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Header lines to add to the answer."""
        ...

    def serve(self, transport: Transport, /) -> Awaitable[None]:
        """Use the open WebSocket. It is closed when this returns."""
        ...


class Failure(StrEnum):
    """What keeps a client from sending a request of HTTP.

    Attributes:
        TLS: The TLS handshake failed, or the client cut it short.
        PLAIN_AT_TLS: The client speaks plain HTTP where TLS is expected.
        TLS_AT_PLAIN: The client speaks TLS where plain HTTP is expected.
        NOT_HTTP: The client speaks neither.
        INCOMPLETE: The client closed the connection in the midst of its request.
        TIMEOUT: The client sent no request in time (`WebSocketSettings.open_timeout`).
        PROXY_PROTOCOL: The client speaks the PROXY protocol and may not, or wrongly, or
            has to and does not.
    """

    TLS = "TLS"
    PLAIN_AT_TLS = "plain at TLS"
    TLS_AT_PLAIN = "TLS at plain"
    NOT_HTTP = "not HTTP"
    INCOMPLETE = "incomplete"
    TIMEOUT = "timeout"
    PROXY_PROTOCOL = "PROXY protocol"


class Acceptor(Protocol):
    """What decides about the WebSockets that clients want to open.

    One that lets balancers speak the PROXY protocol to the listeners of this package
    has an attribute `balancers`, an `ocpp_rpc.transports.balancers.Balancers`.
    """

    async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
        """Decide about a client, or answer a request that opens no WebSocket.

        May take some seconds, in which the client may vanish; then nothing is to be
        done with what this returns. Raises nothing.
        """
        ...

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        """Note a client that a listener has turned away without asking. Raises nothing.

        A client that connects, sends nothing and goes is not one of these: load
        balancers do so to check that a port is open.

        Args:
            client: The client: its request, if at least the target of that can be read.
            cause: The HTTP status that answered it, or what kept it from asking.
            reason: Why, in one line.
            error: What the handshake of TLS has failed with, if that is the cause.
        """
        ...


class Listener(Protocol):
    """What waits for clients at one address."""

    @property
    def address(self) -> tuple[str, int]:
        """The address: host and port."""
        ...

    def stop(self) -> None:
        """Let nobody in any more; what is open stays open."""
        ...

    async def wait_closed(self) -> None:
        """Wait until nothing is open."""
        ...


class Library(Protocol):
    """What opens transports: a module, such as those of this package.

    One whose `dial` obeys `WebSocketSettings.local_address` has an attribute
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
            HandshakeFailed: There is none, or it is not one, or it does not let us in.
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
        """Wait for clients.

        Raises:
            OSError: The address cannot be used.
        """
        ...


def settings_for(
    admission: Admission, settings: WebSocketSettings
) -> WebSocketSettings:
    """Return how the WebSocket of a client behaves.

    Args:
        admission: What the client is let in with; it may say how.
        settings: Those of the listener.
    """
    return getattr(admission, "websocket", None) or settings


def check_pings(
    interval: float | None, timeout: float | None, policy: str = "pong"
) -> None:
    """Check the times between pings, and for a pong, and what they are for.

    Raises:
        ValueError: One of the times is negative, or there is no such policy.
    """
    if (interval or 0) < 0 or (timeout or 0) < 0:
        raise ValueError("a time between pings, or for a pong, is not negative")
    if policy not in get_args(PingPolicy):
        known = get_args(PingPolicy)
        raise ValueError(f"ping_policy is one of {known}, not {policy!r}")


def joined(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return header lines by name, in lower case.

    The values of one name are joined by commas (RFC 9110 §5.3).
    """
    values: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        values[key] = f"{values[key]}, {value}" if key in values else value
    return values


def without_credentials(url: str) -> str:
    """Return what may be a URL without the user name and password it may hold."""
    return _CREDENTIALS.sub(r"\1", url)


def without_secrets(url: str) -> str:
    """Return what may be a URL as it may be logged: no credentials, and no query.

    Nor a password with a slash or another character in it that has to be escaped there:
    that ends at the last @ then, unless it may be the port of a URL without any.
    """
    return _QUERY.sub("", _UNESCAPED.sub(r"\1", without_credentials(url)))


_CREDENTIALS = re.compile(r"^([^/?#]*//)[^/?#]*@")
_UNESCAPED = re.compile(r"^([^/?#]*//)[^/?#:@[]*:(?![0-9]{1,5}[/?#]).*@", re.DOTALL)
_QUERY = re.compile(r"[?#].*", re.DOTALL)
