"""One connection between this library and a peer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

import ocpp_rpc
from ocpp_rpc.protocol import events
from ocpp_rpc.security import client as client_security
from ocpp_rpc.security import server as server_security
from tests.interop.conversations import Side
from tests.interop.peers import Implementation, Peer, Script, Stations
from tests.transports.adapters import Adapter, library

__all__ = ["Link", "Ours", "linked", "served"]

DEFAULT: Final = library("websockets")

IDENTITY: Final = "CP001"
DEADLINE: Final = 20.0  # seconds that a test may take


@dataclass(frozen=True, kw_only=True)
class Ours:
    """What this library proves itself by, and wants to be proved.

    Attributes:
        back_office: If it is the back office.
        station: If it is the station.
        tls: What the back office listens with; None: without TLS.
    """

    back_office: server_security.Profile = field(
        default_factory=server_security.Profile0
    )
    station: client_security.Profile | None = None
    tls: server_security.ServerTls | None = None


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
    ours: Ours | None = None,
) -> AsyncGenerator[Link, None]:
    """Connect this library and a peer, and give them limited time.

    Args:
        side: Our side.
        implementation: The peer.
        script: What the peer is to do.
        versions: What we speak, in our order of preference.
        handler: What answers the calls of the peer.
        identity: The identity of the station, whoever that is.
        ours: What we prove ourselves by, and want to be proved; None: nothing.
    """
    ours = ours or Ours()
    if side is Side.BACK_OFFICE:
        async with served(
            implementation,
            script,
            versions=versions,
            handler=handler,
            identity=identity,
            ours=ours,
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
            security=ours.station,
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
    ours: Ours | None = None,
) -> AsyncGenerator[Link, None]:
    """Serve a peer over an adapter of a transport; see `linked`."""
    ours = ours or Ours()
    frames: list[str | bytes] = []
    server = ocpp_rpc.Server(
        handler,
        versions=versions,
        security=ours.back_office,
        settings=_settings(frames),
    )
    assert adapter.listening is not None
    tls, scheme = (None, "ws") if ours.tls is None else (ours.tls.context, "wss")
    async with (
        asyncio.timeout(DEADLINE),
        adapter.listening(server, ocpp_rpc.WebSocketSettings(), tls) as (host, port),
        server,
        stations.connect(f"{scheme}://{host}:{port}/ocpp", identity, script) as peer,
    ):
        yield Link(await server.connections.wait_for(identity), peer, frames)


def _settings(frames: list[str | bytes]) -> ocpp_rpc.Settings:
    """Return settings that note what the peer sends."""

    def observe(event: ocpp_rpc.Event, _: ocpp_rpc.Connection) -> None:
        if isinstance(event, events.FrameReceived):
            frames.append(event.text)

    return ocpp_rpc.Settings(observer=observe)
