"""A server under any adapter."""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager

from ocpp_rpc import OnConnect, Server, ServerSettings, WebSocketSettings
from ocpp_rpc.handlers.routing import Handler
from ocpp_rpc.security.server import Profile, Profile0
from tests.transports.adapters import HOST, PLAIN, Adapter, Address

__all__ = ["serving"]


@asynccontextmanager
async def serving(
    adapter: Adapter,
    handler: Handler = None,
    *,
    versions: Sequence[str] = ("1.6",),
    on_connect: OnConnect | None = None,
    websocket: WebSocketSettings = PLAIN,
    rules: ServerSettings | None = None,
    tls: ssl.SSLContext | None = None,
    security: Profile | None = None,
) -> AsyncGenerator[tuple[Server, Address], None]:
    """Serve stations. The server owns its listener, where that is one of a library."""
    server = Server(
        handler,
        versions=versions,
        on_connect=on_connect,
        security=security if adapter.is_library else security or Profile0(),
        websocket=websocket,
        server=rules,
    )
    if adapter.is_library:
        async with server:
            listener = await server.listen(HOST, 0, ssl=tls, transport=adapter.name)
            yield server, listener.address
    else:
        async with adapter.listening(server, websocket, tls) as address, server:
            yield server, address
