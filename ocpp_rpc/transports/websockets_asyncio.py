"""The transport over WebSocket, with the asyncio part of `websockets` as it is.

`transport="websockets-asyncio"` uses the library without splitting frames here. It is
slower and needs more memory than `transport="websockets"`; use it for comparison, or if
the other one misbehaves after an update of the library.

A `Door` accepts the clients, as for every listener, so that all HTTP answers are the
same. Then the connection of the library takes over the open network connection, with a
protocol whose handshake is complete.

Limits: the library decompresses all frames that have arrived together, and limits the
number of waiting messages, not their length. See `flow` for the consequences.
"""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from ssl import SSLContext
from typing import Any, Final

from . import Acceptor, Admission, WebSocketSettings, settings_for
from .door import Entrance, Opening
from .websockets import (
    EndingConnection,
    OpeningConnection,
    WebSocketTransport,
    dial_as,
)
from .websockets_server import answered, opened

__all__ = ["AsyncioListener", "dial", "listen"]

binds: Final = True
"""Clients support `WebSocketSettings.local_address`."""


async def dial(
    url: str,
    *,
    subprotocols: Sequence[str],
    headers: Mapping[str, str],
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> tuple[WebSocketTransport, str | None]:
    """Open a WebSocket.

    Returns:
        The transport, and the subprotocol that the server selected.

    Raises:
        HandshakeFailed: The server cannot be reached, does not use WebSocket, or
            refuses the client.
    """
    return await dial_as(
        OpeningConnection,
        url,
        subprotocols=subprotocols,
        headers=headers,
        ssl=ssl,
        settings=settings,
    )


class AsyncioListener(Entrance):
    """A listener that hands admitted clients over to the library."""

    def open(self, opening: Opening) -> Coroutine[Any, Any, None]:
        """Open a WebSocket."""
        settings = settings_for(opening.admission, self.settings)
        protocol, network = opened(settings), opening.network
        connection = EndingConnection(
            protocol,
            ping_interval=None,  # who uses the transport pings
            close_timeout=settings.close_timeout,
            write_limit=settings.max_unsent,
        )
        network.set_protocol(connection)
        connection.connection_made(network)
        network.write(answered(protocol, opening))
        network.resume_reading()  # first: what came early may pause it again
        if opening.early:
            connection.data_received(opening.early)
        transport = WebSocketTransport(connection, opening.peer)
        return _serve(transport, opening.admission)


async def _serve(transport: WebSocketTransport, admission: Admission) -> None:
    try:
        await admission.serve(transport)
        await transport.close(1000, "")
    finally:
        transport.abort()


async def listen(
    acceptor: Acceptor,
    host: str | None,
    port: int,
    *,
    ssl: SSLContext | None,
    settings: WebSocketSettings,
) -> AsyncioListener:
    """Listen for clients.

    Raises:
        OSError: The address cannot be used.
    """
    listener = AsyncioListener(acceptor, settings)
    await listener.start(host, port, ssl)
    return listener
