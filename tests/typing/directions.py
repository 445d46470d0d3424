"""Who may send what: a checker refuses what the other side sends."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar, assert_type

from ocpp_messages import (
    BackOfficeRequest,
    Request,
    StationRequest,
    v1x,
    v16,
    v21,
    v201,
)
from ocpp_rpc import (
    BackOfficeConnection,
    Connection,
    Router,
    Station,
    StationConnection,
    connect,
    fleet,
    serve,
    sync,
    testing,
)

BEAT = v16.HeartbeatRequest()
RESET = v16.ResetRequest(type=v16.ResetType.SOFT)
TRANSFER = v16.DataTransferRequest(vendor_id="com.acme")

Response = TypeVar("Response")


async def as_station(stream: v21.NotifyPeriodicEventStream) -> None:
    """What a station opens takes what a station may send."""
    async with connect("ws://host", "CP1", versions=["1.6"]) as connection:
        assert_type(connection, StationConnection)
        assert_type(await connection.call(BEAT), v16.HeartbeatResponse)
        assert_type(await connection.call(TRANSFER), v16.DataTransferResponse)
        assert_type(
            await connection.call(v1x.HeartbeatRequest()), v1x.HeartbeatResponse
        )
        await connection.send(stream)
        await connection.call(RESET)  # refused
        await connection.call(v1x.ClearCacheRequest())  # refused
        await connection.call(v201.ClearCacheRequest())  # refused
    async for connection in connect("ws://host", "CP1", versions=["1.6"]):
        await connection.call(RESET)  # refused


async def stays_connected(stream: v21.NotifyPeriodicEventStream) -> None:
    """So does a station that stays connected, and what it does at first."""

    async def begin(connection: StationConnection) -> None:
        await connection.call(BEAT)
        await connection.call(RESET)  # refused

    async def wrong(connection: BackOfficeConnection) -> None:
        await connection.call(RESET)

    async def either(connection: Connection) -> None:
        await connection.call(RESET)

    connecting = connect("ws://host", "CP1", versions=["1.6"])
    Station(connecting, on_connection=wrong)  # refused
    Station(connecting, on_connection=either)
    async with Station(connecting, on_connection=begin) as station:
        assert_type(await station.call(BEAT), v16.HeartbeatResponse)
        assert_type(await station.call(TRANSFER), v16.DataTransferResponse)
        await station.send(stream)
        await station.call(RESET)  # refused
        await (await station.wait_connected()).call(RESET)  # refused


def without_asyncio(stream: v21.NotifyPeriodicEventStream) -> None:
    """So does one that waits."""
    with sync.connect("ws://host", "CP1", versions=["1.6"]) as connection:
        assert_type(connection.call(BEAT), v16.HeartbeatResponse)
        assert_type(connection.call(TRANSFER), v16.DataTransferResponse)
        connection.send(stream)
        connection.call(RESET)  # refused


async def as_back_office(stream: v21.NotifyPeriodicEventStream) -> None:
    """What a server has takes what a back office may send."""
    async with serve(None, "127.0.0.1", versions=["1.6"]) as server:
        connection = server.connections["CP1"]
        assert_type(connection, BackOfficeConnection)
        assert_type(await connection.call(RESET), v16.ResetResponse)
        assert_type(await connection.call(TRANSFER), v16.DataTransferResponse)
        await server.connections["CP1"].call(RESET)
        await server.connections["CP1"].call(v16.HeartbeatRequest())  # refused
        await connection.call(v1x.HeartbeatRequest())  # refused
        await connection.send(stream)  # refused
        await (await server.connections.wait_for("CP1")).call(BEAT)  # refused
        for each in server.connections.values():
            await each.call(BEAT)  # refused
        async for change in server.connections.changes():
            await change.connection.call(BEAT)  # refused


async def over_a_fleet(chargers: fleet.Fleet, waiting: fleet.sync.Fleet) -> None:
    """So does a fleet, of either kind."""
    assert_type(await chargers.call("CP1", RESET), v16.ResetResponse)
    assert_type(await chargers.call("CP1", TRANSFER), v16.DataTransferResponse)
    await chargers.call("CP1", BEAT)  # refused
    chargers.each(BEAT)  # refused
    chargers.each(lambda place: RESET if place.version == "1.6" else None)
    waiting.call("CP1", BEAT)  # refused
    waiting.each(BEAT)  # refused


async def in_tests() -> None:
    """Both ends of a pair, each with its own."""
    async with testing.pair(version="1.6") as (station, back_office):
        await station.call(BEAT)
        await back_office.call(RESET)
        await station.call(RESET)  # refused
        await back_office.call(BEAT)  # refused


# Handlers

routes = Router()


@routes.on(v16.BootNotificationRequest)
async def boot(
    request: v16.BootNotificationRequest, connection: BackOfficeConnection
) -> v16.BootNotificationResponse:
    """What a station sends is received by a back office."""
    await connection.call(RESET)
    await connection.call(BEAT)  # refused
    now = datetime.now(UTC)
    accepted = v16.RegistrationStatus.ACCEPTED
    return v16.BootNotificationResponse(status=accepted, current_time=now, interval=9)


@routes.on(v16.AuthorizeRequest)  # refused
async def authorize(
    request: v16.AuthorizeRequest, connection: StationConnection
) -> v16.AuthorizeResponse:
    """And not by a station."""
    raise NotImplementedError


@routes.on(v16.ResetRequest)
def reset(
    request: v16.ResetRequest, connection: StationConnection
) -> v16.ResetResponse:
    """The other way round."""
    return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)


@routes.on(v16.ClearCacheRequest)  # refused
def clear_cache(
    request: v16.ClearCacheRequest, connection: BackOfficeConnection
) -> v16.ClearCacheResponse:
    """Not by a back office."""
    raise NotImplementedError


@routes.on(v21.NotifyPeriodicEventStream)
def stream(
    message: v21.NotifyPeriodicEventStream, connection: BackOfficeConnection
) -> None:
    """What is not answered."""


@routes.on(v16.DataTransferRequest)
def transfer_at_back_office(
    request: v16.DataTransferRequest, connection: BackOfficeConnection
) -> v16.DataTransferResponse:
    """What both send, both receive."""
    return v16.DataTransferResponse(status=v16.DataTransferStatus.ACCEPTED)


@routes.on(v201.DataTransferRequest)
def transfer_at_station(
    request: v201.DataTransferRequest, connection: StationConnection
) -> v201.DataTransferResponse:
    """The other one."""
    return v201.DataTransferResponse(status=v201.DataTransferStatusEnumType.ACCEPTED)


@routes.on(v16.MeterValuesRequest)
async def meter(
    request: v16.MeterValuesRequest, connection: Connection
) -> v16.MeterValuesResponse:
    """A connection whose side is not said takes everything."""
    await connection.call(RESET)
    await connection.call(BEAT)
    return v16.MeterValuesResponse()


class Office(v16.CentralSystem[BackOfficeConnection]):
    """The argument of a role class is the type of its connections."""

    async def heartbeat(
        self, request: v16.HeartbeatRequest, connection: BackOfficeConnection
    ) -> v16.HeartbeatResponse:
        """Typed."""
        await connection.call(RESET)
        await connection.call(BEAT)  # refused
        return v16.HeartbeatResponse(current_time=datetime.now(UTC))


Other = BackOfficeConnection


class Wrong(v16.ChargePoint[StationConnection]):
    """Its methods take no connection of the other side."""

    async def reset(self, request: Any, connection: Other) -> Any:  # refused
        """Of the wrong side."""
        raise NotImplementedError


class Charger(v1x.ChargePoint[Connection]):
    """Any connection will do."""

    async def reset(
        self, request: v1x.ResetRequest, connection: Connection
    ) -> v1x.ResetResponse:
        """Typed."""
        assert_type(connection.identity, str)
        return v1x.ResetResponse(accepted=True)


async def answer(office: Office, connection: BackOfficeConnection) -> None:
    """The argument is that of the methods."""
    await office.heartbeat(BEAT, connection)
    await office.heartbeat(BEAT, "CP1")  # refused


# What is written for any request

Connections = Mapping[str, BackOfficeConnection]


async def anything(connection: Connection, request: Request[Response]) -> Response:
    """Of either side."""
    return await connection.call(request)


async def by_identity(connections: Connections, request: Request[Response]) -> Response:
    """A request whose sender is not said may be given to every connection."""
    return await connections["CP1"].call(request)


async def exactly(
    connections: Connections, request: BackOfficeRequest[Response]
) -> Response:
    """What says more is checked where it is called."""
    return await connections["CP1"].call(request)


async def wrong_way(
    connections: Connections, request: StationRequest[Response]
) -> Response:
    """The request of a station."""
    return await connections["CP1"].call(request)  # refused


async def through(connection: BackOfficeConnection, connections: Connections) -> None:
    """The response comes out of each."""
    assert_type(await anything(connection, RESET), v16.ResetResponse)
    assert_type(await by_identity(connections, RESET), v16.ResetResponse)
    assert_type(await exactly(connections, RESET), v16.ResetResponse)
    assert_type(await exactly(connections, TRANSFER), v16.DataTransferResponse)
    await exactly(connections, BEAT)  # refused
