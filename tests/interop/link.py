"""One connection between this library and a peer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import ocpp_rpc
from ocpp_rpc import events
from tests.interop.conversations import Side
from tests.interop.peers import Implementation, Peer, Script

__all__ = ["Link", "linked"]

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
    frames: list[str | bytes] = []

    def observe(event: ocpp_rpc.Event, _: ocpp_rpc.Connection) -> None:
        if isinstance(event, events.FrameReceived):
            frames.append(event.text)

    settings = ocpp_rpc.Settings(observer=observe)
    accepted = asyncio.Event()

    def accept(_: ocpp_rpc.Connection) -> ocpp_rpc.Handler:
        accepted.set()
        return handler

    async with asyncio.timeout(DEADLINE):
        if side is Side.STATION:
            async with (
                implementation.listen(script) as listener,
                ocpp_rpc.connect(
                    listener.url,
                    identity,
                    versions=versions,
                    handler=handler,
                    settings=settings,
                ) as connection,
            ):
                yield Link(connection, await listener.accepted(), frames)
        else:
            async with (
                ocpp_rpc.serve(
                    accept, "127.0.0.1", versions=versions, settings=settings
                ) as server,
                implementation.connect(
                    f"ws://127.0.0.1:{server.port}/ocpp", identity, script
                ) as peer,
            ):
                await accepted.wait()
                yield Link(server.connections[identity], peer, frames)
