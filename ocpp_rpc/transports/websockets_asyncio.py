"""The transport over WebSocket, with what `websockets` has for asyncio: the plain path.

`transport="websockets-asyncio"` is what the library does by itself, with no frame cut
here: slower and larger than `transport="websockets"`, but should that one misbehave
after an update of the library, there is this one to go on with, and to compare with.

A `Door` meets the clients, as with every listener, so that all HTTP answers are the
same. The library's connection is then put on the open network connection, with a
protocol that has its handshake behind it.

What it does not do: the library inflates all frames that have come at once, and counts
messages that wait, not their bytes. See `flow` for what that lets a peer do.
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
"""Clients obey `WebSocketSettings.local_address`."""


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
        HandshakeFailed: There is none, or it is not one, or it does not let us in.
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
    """Waits for clients."""

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
    """Wait for clients.

    Raises:
        OSError: The address cannot be used.
    """
    listener = AsyncioListener(acceptor, settings)
    await listener.start(host, port, ssl)
    return listener
