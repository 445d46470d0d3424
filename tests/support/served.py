"""What the tests of clients and servers have in common."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from websockets.asyncio.client import ClientConnection
from websockets.asyncio.client import connect as websocket_connect
from websockets.typing import Subprotocol

import ocpp_messages
from ocpp_messages import v16
from ocpp_rpc import Router, Server

__all__ = [
    "ACCEPTED",
    "BAD_PATHS",
    "HOST",
    "IDENTITIES",
    "MOMENT",
    "PATHS",
    "SOFT",
    "always",
    "heartbeats",
    "open_raw",
    "stuck",
    "url_of",
]

HOST: Final = "127.0.0.1"
MOMENT: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
SOFT: Final = v16.ResetRequest(type=v16.ResetType.SOFT)
ACCEPTED: Final = v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)

IDENTITIES: Final = [
    ("RDAM 123", "RDAM%20123"),
    ("RDAM|123", "RDAM%7C123"),
    ("a/b", "a%2Fb"),
    ("a:b@c?d#e", "a%3Ab%40c%3Fd%23e"),
    ("é 日", "%C3%A9%20%E6%97%A5"),
    ("100%", "100%25"),
]
"""Identities, and how they stand in a URL."""

PATHS: Final = [
    ("/CP001", "CP001"),
    ("CP001", "CP001"),
    ("/a/b/c/CP001", "CP001"),
    ("//CP001", "CP001"),
    ("/ocpp//CP001", "CP001"),
    ("/ocpp/./CP001", "CP001"),
    ("/ocpp/../CP001", "CP001"),
    ("/ocpp/%zz/CP001", "CP001"),
    ("/ocpp/...", "..."),
    ("/ocpp/.a", ".a"),
    ("/ocpp/%2F", "/"),
    ("/ocpp/a%2fb", "a/b"),
    ("/ocpp/a%2F", "a/"),
    ("/ocpp/%25", "%"),
    ("/ocpp/%2541", "%41"),
    ("/ocpp/a+b", "a+b"),
    ("/ocpp/a;b=c", "a;b=c"),
    ("/ocpp/%00", "\0"),
    ("/ocpp/a%0D%0Ab", "a\r\nb"),
    ("/ocpp/%20", " "),
    ("/ocpp/" + "C" * 255, "C" * 255),
    ("/ocpp/" + "%C3%A9" * 255, "é" * 255),
]
"""Paths, and the identities they name."""

BAD_PATHS: Final = [
    ("/", 404),
    ("", 404),
    ("//", 404),
    ("/ocpp/", 404),
    ("/CP001/", 404),
    ("/ocpp/.", 404),
    ("/ocpp/..", 404),
    ("/ocpp/%2E", 404),
    ("/ocpp/%2e%2E", 404),
    ("/%ZZ", 400),
    ("/ocpp/%", 400),
    ("/ocpp/%4", 400),
    ("/ocpp/%4g", 400),
    ("/ocpp/a%%41", 400),
    ("/ocpp/%u0041", 400),
    ("/ocpp/%ff", 400),
    ("/ocpp/%C3", 400),
    ("/ocpp/%C0%AF", 400),
    ("/ocpp/%ED%A0%80", 400),
    ("/ocpp/" + "C" * 256, 404),
]
"""Paths that name none, and the status that says so."""


def heartbeats() -> Router:
    """Routes that answer Heartbeat in every version."""
    routes = Router()
    for version in ocpp_messages.VERSIONS:
        package = vars(ocpp_messages.load(version))
        response = package["HeartbeatResponse"](current_time=MOMENT)
        routes.add(package["HeartbeatRequest"], always(response))
    return routes


def always(response: Any) -> Callable[[Any], Any]:
    """Return a handler that always gives the same answer."""

    def handler(_request: Any) -> Any:
        return response

    return handler


def url_of(server: Server) -> str:
    return f"ws://{HOST}:{server.port}/ocpp"


async def open_raw(
    server: Server, path: str, subprotocols: Sequence[str]
) -> ClientConnection:
    """Open a WebSocket with another library than ours."""
    return await websocket_connect(
        f"ws://{HOST}:{server.port}{path}",
        subprotocols=[Subprotocol(name) for name in subprotocols] or None,
        proxy=None,
    )


async def stuck(transport: Any) -> None:
    """Wait until a transport over WebSocket has no room for what it is to write."""
    client = getattr(transport, "_websocket", None)
    turns = 0
    for _ in range(1_000_000):
        full = client.paused if client is not None else transport._room is not None
        turns = turns + 1 if full else 0
        if turns == 500:
            return
        await asyncio.sleep(0)
    raise AssertionError("there is room for everything")
