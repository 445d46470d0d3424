"""One connection between this library and a peer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import ocpp_rpc
from ocpp_rpc.protocol import events
from ocpp_rpc.security.server import Profile0
from tests.interop.conversations import Side
from tests.interop.peers import Implementation, Peer, Script, Stations
from tests.transports.adapters import Adapter, library

__all__ = ["Link", "linked", "served"]

DEFAULT: Final = library("websockets")

IDENTITY: Final = "CP001"
DEADLINE: Final = 20.0  # seconds that a test may take


@dataclass(frozen=True)
class Link:
    """Both ends.

    Attributes:
        connection: Ours.
        peer: The other one.
        frames: What the peer sent us.
    """

    connection: ocpp_rpc.Connection
    peer: Peer
    frames: Sequence[str | bytes]


@asynccontextmanager
async def linked(
    side: Side,
    implementation: Implementation,
    script: Script,
    *,
    versions: Sequence[str],
    handler: ocpp_rpc.Handler = None,
    identity: str = IDENTITY,
) -> AsyncGenerator[Link, None]:
    """Connect this library and a peer, and give them limited time.

    Args:
        side: Our side.
        implementation: The peer.
        script: What the peer is to do.
        versions: What we speak, in our order of preference.
        handler: What answers the calls of the peer.
        identity: The identity of the station, whoever that is.
    """
    if side is Side.BACK_OFFICE:
        async with served(
            implementation,
            script,
            versions=versions,
            handler=handler,
            identity=identity,
        ) as link:
            yield link
        return
    frames: list[str | bytes] = []
    async with (
        asyncio.timeout(DEADLINE),
        implementation.listen(script) as listener,
        ocpp_rpc.connect(
            listener.url,
            identity,
            versions=versions,
            handler=handler,
            settings=_settings(frames),
        ) as connection,
    ):
        yield Link(connection, await listener.accepted(), frames)


@asynccontextmanager
async def served(
    stations: Stations,
    script: Script,
    *,
    versions: Sequence[str],
    handler: ocpp_rpc.Handler = None,
    identity: str = IDENTITY,
    adapter: Adapter = DEFAULT,
) -> AsyncGenerator[Link, None]:
    """Serve a peer over an adapter of a transport; see `linked`."""
    frames: list[str | bytes] = []
    server = ocpp_rpc.Server(
        handler, versions=versions, security=Profile0(), settings=_settings(frames)
    )
    assert adapter.listening is not None
    async with (
        asyncio.timeout(DEADLINE),
        adapter.listening(server, ocpp_rpc.WebSocketSettings(), None) as (host, port),
        server,
        stations.connect(f"ws://{host}:{port}/ocpp", identity, script) as peer,
    ):
        yield Link(await server.connections.wait_for(identity), peer, frames)


def _settings(frames: list[str | bytes]) -> ocpp_rpc.Settings:
    """Return settings that note what the peer sends."""

    def observe(event: ocpp_rpc.Event, _: ocpp_rpc.Connection) -> None:
        if isinstance(event, events.FrameReceived):
            frames.append(event.text)

    return ocpp_rpc.Settings(observer=observe)
