"""Raw chargers and back offices on loopback, over real WebSockets."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import Transport
from ocpp_rpc.transports.libraries import library
from tests.relay.scene import UNPINGED, Office
from tests.support.served import HOST

__all__ = ["dial", "listening"]


async def dial(
    port: int, name: str = "websockets", identity: str = "CP001"
) -> tuple[Transport, str | None]:
    """Connect to a relay as a charger does."""
    return await library(name).dial(
        f"ws://{HOST}:{port}/ocpp/{identity}",
        subprotocols=["ocpp1.6"],
        headers={},
        ssl=None,
        settings=UNPINGED,
    )


@asynccontextmanager
async def listening(
    office: Office, name: str = "websockets", settings: WebSocketSettings = UNPINGED
) -> AsyncGenerator[str, None]:
    """Have a back office listen; yield where."""
    opener = library(name)
    listener = await opener.listen(office, HOST, 0, ssl=None, settings=settings)
    try:
        yield f"ws://{HOST}:{listener.address[1]}/ocpp"
    finally:
        listener.stop()
        for end in office.opened:
            end.cut()
        await listener.wait_closed()
