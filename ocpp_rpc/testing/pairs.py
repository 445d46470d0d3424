"""One connection in memory: of two real ends, or of one and a text side."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Final

from ocpp_messages import Role
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.connection.sides import BackOfficeConnection, StationConnection
from ocpp_rpc.handlers.routing import Handler
from ocpp_rpc.protocol.versions import Version, package_of
from ocpp_rpc.transports.memory import MemoryTransport, memory_pair

__all__ = ["RawPeer", "pair", "raw_peer"]

_IDENTITY: Final = "CP001"


@asynccontextmanager
async def pair(
    station: Handler = None,
    back_office: Handler = None,
    *,
    version: Version,
    identity: str = _IDENTITY,
    settings: Settings | None = None,
) -> AsyncGenerator[tuple[StationConnection, BackOfficeConnection], None]:
    """Connect a station and a back office.

    Args:
        station: What answers the calls of the back office.
        back_office: What answers the calls of the station.
        version: The version they speak, or the package of one.
        identity: The identity of the station.
        settings: How both connections behave.

    Yields:
        The station's connection and the back office's.
    """
    package = package_of(version)
    ours, theirs = memory_pair()
    first, second = (
        Connection(
            transport, package, role, handler, identity=identity, settings=settings
        )
        for transport, role, handler in (
            (ours, package.STATION, station),
            (theirs, package.BACK_OFFICE, back_office),
        )
    )
    first.start()
    second.start()
    try:
        yield first, second
    finally:
        await first.close()
        await second.wait_closed()


class RawPeer:
    """The text side of a connection.

    Attributes:
        connection: The connection under test.
    """

    def __init__(self, transport: MemoryTransport, connection: Connection) -> None:
        self._transport = transport
        self.connection: Final = connection

    async def send(self, text: str | bytes) -> None:
        """Send the connection a message, whatever it is; bytes make a binary one."""
        await self._transport.send(text)

    async def recv(self) -> str:
        """Return the next message from the connection.

        Waits for it without a limit. Not everything is answered: OCPP 1.x has no answer
        to a call whose id cannot be read, for example (1.6 §4.2.3). To see that
        there is none, send another call and look whose answer comes.

        Raises:
            TransportClosed: There is none, and there will be none.
        """
        message = await self._transport.recv()
        assert isinstance(message, str)  # a connection sends nothing else
        return message

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the transport in an orderly way."""
        await self._transport.close(code, reason)

    def abort(self) -> None:
        """Break the transport."""
        self._transport.abort()


@asynccontextmanager
async def raw_peer(
    handler: Handler = None,
    *,
    version: Version,
    role: Role | None = None,
    identity: str = _IDENTITY,
    settings: Settings | None = None,
) -> AsyncGenerator[RawPeer, None]:
    """Put the text side of a connection in front of a real one.

    Args:
        handler: What the connection answers calls with.
        version: The version it speaks, or the package of one.
        role: Its role; the back office if not given.
        identity: The identity of the station.
        settings: How it behaves.
    """
    package = package_of(version)
    ours, theirs = memory_pair()
    connection = Connection(
        theirs,
        package,
        role or package.BACK_OFFICE,
        handler,
        identity=identity,
        settings=settings,
    )
    connection.start()
    try:
        yield RawPeer(ours, connection)
    finally:
        connection.abort()
        await connection.wait_closed()
