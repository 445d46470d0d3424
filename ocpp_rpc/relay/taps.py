"""Taps: transports that take the passing messages out of a relay's connection.

The relay calls each side through an `ocpp_rpc.Connection`, with typed calls, time
limits, pings and an orderly end. A tap lies between this connection and the WebSocket.
It passes the messages of one side to the other side; the connection reads only the
replies to its own calls, and the end.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from ocpp_rpc.transports import Peer, Transport, TransportClosed

__all__ = ["Tap"]


class Tap:
    """A transport that passes most messages of another transport on.

    Args:
        transport: The other transport.
        take: A function that passes a message on; it returns False if the connection
            has to read the message instead.
        closing: A function to call when this side closes the transport.
    """

    def __init__(
        self,
        transport: Transport,
        take: Callable[[str | bytes], Awaitable[bool]],
        closing: Callable[[], object],
    ) -> None:
        self._transport: Final = transport
        self._take = take
        self._closing = closing
        self._passed = 0
        self._aborted = False

    @property
    def controls(self) -> int:
        """The number of messages and control frames that the connection has not seen.

        A change shows that the peer is alive.
        """
        return self._passed + getattr(self._transport, "controls", 0)

    @property
    def peer(self) -> Peer:
        """The address and TLS of the other end."""
        return self._transport.peer

    async def recv(self) -> str | bytes:
        """Return the next message for the connection, and pass the others on."""
        while True:
            message = await self._transport.recv()
            # WebSocket libraries read ahead, and return that also after an abort.
            if self._aborted:
                raise TransportClosed
            if not await self._take(message):
                return message
            self._passed += 1

    async def send(self, text: str) -> None:
        """Write a message of the connection."""
        await self._transport.send(text)

    async def ping(self) -> bool:
        """Ping the other end and wait for its pong."""
        return await self._transport.ping()

    async def close(self, code: int, reason: str) -> None:
        """Close with a closing handshake; messages until then are still passed on."""
        self._closing()
        await self._transport.close(code, reason)

    def abort(self) -> None:
        """Close at once, without a closing handshake; nothing more is passed on."""
        self._aborted = True
        self._closing()
        self._transport.abort()
