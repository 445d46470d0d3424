"""What a connection needs of the thing that carries its messages.

`ocpp_rpc.transports.websockets` adapts the `websockets` library,
`ocpp_rpc.transports.memory` connects two ends within one program. Anything else that
carries text messages both ways can be adapted by implementing `Transport`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

__all__ = [
    "HandshakeRefused",
    "HandshakeRequest",
    "Transport",
    "TransportClosed",
    "WebSocketSettings",
    "without_credentials",
]


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


class Transport(Protocol):
    """One end of something that carries messages both ways, in order."""

    async def recv(self) -> str | bytes:
        """Return the next message; bytes if it is a binary one.

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

    async def close(self, code: int, reason: str) -> None:
        """Close in an orderly way, and wait for that, but not forever."""
        ...

    def abort(self) -> None:
        """Close at once."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSocketSettings:
    """How the WebSocket under a connection behaves. Times are in seconds.

    Attributes:
        open_timeout: How long the opening handshake may take.
        close_timeout: How long the closing handshake may take.
        ping_interval: How often the other side is pinged; None: never.
        ping_timeout: How long its pong may take before the connection counts as
            broken.
        max_size: The longest message that is accepted, in bytes; a longer one closes
            the connection with 1009.
        compression: Whether permessage-deflate (RFC 7692) is offered and accepted. A
            CSMS has to support it (2.0.1 part 4 §3.3).
    """

    open_timeout: float = 10.0
    close_timeout: float = 10.0
    ping_interval: float | None = 20.0
    ping_timeout: float | None = 20.0
    max_size: int = 2**20
    compression: bool = True


@dataclass(frozen=True, slots=True)
class HandshakeRequest:
    """What a client asks for when it opens a WebSocket.

    Attributes:
        path: The path of the URL as sent, percent-encoded, without the query.
        headers: The header lines, by name in lower case; the last one of each name.
        subprotocols: The subprotocols offered, in order of preference.
    """

    path: str
    headers: Mapping[str, str]
    subprotocols: Sequence[str]


class HandshakeRefused(Exception):
    """A server does not let a client in.

    Attributes:
        status: The HTTP status of the answer.
        text: The body of the answer.
    """

    def __init__(self, status: int, text: str) -> None:
        super().__init__(status, text)
        self.status = status
        self.text = text


def without_credentials(url: str) -> str:
    """Return a URL without the user name and password it may hold."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
