"""Servers: what decides about a station, and who is connected."""

from typing import assert_type

from ocpp_rpc import (
    Accept,
    BackOfficeConnection,
    Change,
    Credentials,
    Handshake,
    HandshakeRefused,
    Server,
    ServerSettings,
)


async def decide(handshake: Handshake) -> Accept | None:
    """Asynchronous."""
    assert_type(handshake.identity, str)
    assert_type(handshake.credentials, Credentials | None)
    if handshake.credentials is None:
        raise HandshakeRefused(401)
    return Accept(data=handshake.credentials.username, versions=["1.6"])


def let_in(handshake: Handshake) -> None:
    """Neither asynchronous nor with anything to say."""


def say_no(handshake: Handshake) -> bool:
    """A hook that refuses raises."""
    return False


async def say_no_later(handshake: Handshake) -> bool:
    """The same."""
    return False


SERVERS = [
    Server(None, versions=["1.6"], on_connect=decide),
    Server(None, versions=["1.6"], on_connect=let_in),
    Server(None, versions=["1.6"], on_connect=lambda _: Accept(data=5)),
    Server(None, versions=["1.6"], on_connect=say_no),  # refused
    Server(None, versions=["1.6"], on_connect=say_no_later),  # refused
]
SETTINGS = [
    ServerSettings(duplicates="allow", prefer="server"),
    ServerSettings(duplicates="close"),  # refused
    ServerSettings(prefer="client"),  # refused
]


async def look(server: Server) -> None:
    """Who is connected."""
    assert_type(server.connections["CP1"], BackOfficeConnection)
    assert_type(server.connections.get("CP1"), BackOfficeConnection | None)
    assert_type(await server.connections.wait_for("CP1", 5), BackOfficeConnection)
    for identity, connection in server.connections.items():
        assert_type(identity, str)
        assert_type(connection, BackOfficeConnection)
        assert_type(connection.handshake, Handshake | None)
    async for change in server.connections.changes():
        assert_type(change, Change)
    assert_type(server.refusals[404], int)
