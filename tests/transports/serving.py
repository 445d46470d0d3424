"""A server under any adapter."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager

from ocpp_rpc import OnConnect, Server, ServerSettings, WebSocketSettings
from ocpp_rpc.routing import Handler
from tests.transports.adapters import PLAIN, Adapter, Address

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
) -> AsyncGenerator[tuple[Server, Address], None]:
    """Serve stations."""
    assert adapter.listening is not None
    server = Server(
        handler,
        versions=versions,
        on_connect=on_connect,
        websocket=websocket,
        server=rules,
    )
    async with adapter.listening(server, websocket, None) as address, server:
        yield server, address
