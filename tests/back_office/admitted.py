"""Stations that come to a server in memory, for tests that need no network."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import ocpp_messages
from ocpp_rpc import Connection, Handler, Peer, Server
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.transports import Admission, HandshakeRequest, HttpAnswer
from ocpp_rpc.transports.memory import MemoryTransport, memory_pair
from tests.support.scripted import spin

__all__ = ["admitted", "asking", "enter", "open_door", "refused"]

_serving: set[asyncio.Task[None]] = set()


def asking(
    identity: str = "CP001",
    versions: Sequence[str] = ("1.6",),
    *,
    target: str | None = None,
    headers: Mapping[str, str] | None = None,
    peer: Peer | None = None,
) -> HandshakeRequest:
    """What a station sends."""
    offers = ", ".join(DIALECTS[version].subprotocol for version in versions)
    lines = {"upgrade": "websocket", "sec-websocket-protocol": offers}
    return HandshakeRequest(
        target or f"/ocpp/{identity}", lines | dict(headers or {}), peer or Peer()
    )


async def admitted(server: Server, *arguments: Any, **options: Any) -> Admission:
    """Ask, and be let in."""
    answer = await server.admit(asking(*arguments, **options))
    assert not isinstance(answer, HttpAnswer), answer
    return answer


async def refused(server: Server, *arguments: Any, **options: Any) -> HttpAnswer:
    """Ask, and be refused."""
    answer = await server.admit(asking(*arguments, **options))
    assert isinstance(answer, HttpAnswer)
    return answer


def open_door(admission: Admission) -> MemoryTransport:
    """Open the WebSocket, and return the station's end."""
    ours, theirs = memory_pair()
    task = asyncio.ensure_future(admission.serve(theirs))
    _serving.add(task)
    task.add_done_callback(_serving.discard)
    return ours


async def enter(
    server: Server,
    identity: str = "CP001",
    version: str = "1.6",
    handler: Handler = None,
) -> Connection:
    """Let a station in, and return its side of the connection."""
    transport = open_door(await admitted(server, identity, [version]))
    package = ocpp_messages.load(version)
    station = Connection(
        transport, package, package.STATION, handler, identity=identity
    )
    station.start()
    await spin(3)
    return station
