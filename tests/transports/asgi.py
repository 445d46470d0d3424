"""ASGI applications, served by uvicorn in the event loop of the tests."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Final

import uvicorn
from uvicorn.protocols.websockets.websockets_sansio_impl import (
    WebSocketsSansIOProtocol,
)

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import Acceptor
from ocpp_rpc.transports.asgi import Endpoint, Receive, Scope, Send

__all__ = ["listening", "serving"]

HOST: Final = "127.0.0.1"


@asynccontextmanager
async def serving(app: Any, **options: Any) -> AsyncGenerator[tuple[str, int], None]:
    """Serve an application on a free port, without its lifespan; then cut all."""
    usual: dict[str, Any] = {"lifespan": "off", "log_config": None}
    config = uvicorn.Config(app, HOST, 0, **usual | options)
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    (listener,) = server.servers
    try:
        host, port, *_ = listener.sockets[0].getsockname()
        yield host, port
    finally:
        listener.close()
        for connection in server.server_state.connections:
            connection.transport.abort()
        await asyncio.sleep(0)
        if server.server_state.tasks:
            await asyncio.wait(server.server_state.tasks)


@asynccontextmanager
async def listening(
    acceptor: Acceptor, settings: WebSocketSettings, context: ssl.SSLContext | None
) -> AsyncGenerator[tuple[str, int], None]:
    """Let clients in by an endpoint, as the rows of `tests.transports.adapters` do."""
    endpoint = Endpoint(acceptor, close_timeout=settings.close_timeout)
    faults: list[Exception] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await endpoint(scope, receive, send)
        except OSError:  # a client has vanished, says ASGI
            raise
        except Exception as error:
            faults.append(error)
            raise

    def given(*_: object) -> ssl.SSLContext | None:
        return context

    class Protocol(WebSocketsSansIOProtocol):
        """Sets what uvicorn has no options for."""

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            transport.set_write_buffer_limits(settings.max_unsent)
            self.close_timeout = settings.close_timeout

    async with serving(
        app,
        log_level="critical",  # it logs what peers do wrong as errors
        ssl_context_factory=given if context is not None else None,
        ws=Protocol,
        ws_max_size=settings.max_size,
        ws_per_message_deflate=settings.compression,
    ) as address:
        yield address
    assert not faults
