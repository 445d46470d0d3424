"""Connections in memory, with two real ends, or with one real end and raw texts."""

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
    """Connect a station and a back office in memory.

    Args:
        station: The handler for calls of the back office; default: none.
        back_office: The handler for calls of the station; default: none.
        version: The version of OCPP, or its package.
        identity: The identity of the station; default: "CP001".
        settings: The settings of both connections.

    Yields:
        The connection of the station, and that of the back office.
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
    """A peer that sends and receives raw texts. Made by `raw_peer`.

    Attributes:
        connection: The connection under test.
    """

    def __init__(self, transport: MemoryTransport, connection: Connection) -> None:
        self._transport = transport
        self.connection: Final = connection

    async def send(self, text: str | bytes) -> None:
        """Send a message to the connection under test, valid or not.

        Args:
            text: The text; bytes are sent as a binary message.
        """
        await self._transport.send(text)

    async def recv(self) -> str:
        """Wait without a limit for the next message of the connection, and return it.

        Some messages get no answer: for example, OCPP 1.x has none to a call whose id
        cannot be read (1.6 §4.2.3). To check that there is no answer, send another call
        and see whether the next message is the answer to that one.

        Raises:
            TransportClosed: The transport is closed, and all messages are read.
        """
        message = await self._transport.recv()
        assert isinstance(message, str)  # a connection sends nothing else
        return message

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the transport with a closing handshake."""
        await self._transport.close(code, reason)

    def abort(self) -> None:
        """Cut the transport without a closing handshake."""
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
    """Connect a peer that sends and receives raw texts to a real connection.

    Args:
        handler: The handler of the connection under test; default: none.
        version: The version of OCPP, or its package.
        role: The role of the connection under test; default: the back office.
        identity: The identity of the station; default: "CP001".
        settings: The settings of the connection under test.

    Yields:
        The peer; its attribute `connection` is the connection under test.
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
