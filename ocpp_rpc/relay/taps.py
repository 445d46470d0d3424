"""Taps: what a connection of the relay reads of one side, and what goes past it.

The relay calls both sides itself, each through an `ocpp_rpc.Connection`, with all that
this does: typed calls, time limits, pings, an orderly end. Between that connection and
the WebSocket is a tap. Whatever one side sends goes to the other side, and the
connection never sees it; it reads only the replies to its own calls, and the end.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from ocpp_rpc.transports import Peer, Transport

__all__ = ["Tap"]


class Tap:
    """A transport over another one, most of whose messages go elsewhere.

    Args:
        transport: The other one.
        take: Passes a message on; returns False for one that the connection is to read.
        closing: Called when the transport is closed from this side.
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

    @property
    def controls(self) -> int:
        """How much the peer has sent that the connection does not see."""
        return self._passed + getattr(self._transport, "controls", 0)

    @property
    def peer(self) -> Peer:
        """The other end."""
        return self._transport.peer

    async def recv(self) -> str | bytes:
        """Return the next message that is for the connection."""
        while True:
            message = await self._transport.recv()
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
        """Close in an orderly way; what comes until then is still passed on."""
        self._closing()
        await self._transport.close(code, reason)

    def abort(self) -> None:
        """Close at once."""
        self._closing()
        self._transport.abort()
