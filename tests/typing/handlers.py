"""Handlers: what a router, a role class and a function may look like."""

from datetime import UTC, datetime
from typing import Any, assert_type

from ocpp_messages import v16, v21, v201
from ocpp_rpc import (
    BackOfficeConnection,
    Connection,
    Router,
    StationConnection,
    connect,
    serve,
)

routes = Router()


@routes.on(v16.HeartbeatRequest)
async def heartbeat(
    request: v16.HeartbeatRequest, connection: Connection
) -> v16.HeartbeatResponse:
    """Asynchronous."""
    assert_type(connection.identity, str)
    return v16.HeartbeatResponse(current_time=datetime.now(UTC))


@routes.on(v201.HeartbeatRequest)
def heartbeat_201(
    request: v201.HeartbeatRequest, connection: Connection
) -> v201.HeartbeatResponse:
    """Not asynchronous."""
    return v201.HeartbeatResponse(current_time=datetime.now(UTC))


@routes.on(v21.NotifyPeriodicEventStream)
async def stream(
    message: v21.NotifyPeriodicEventStream, connection: Connection
) -> None:
    """A message that is not answered."""


@routes.on(v16.HeartbeatRequest)  # refused
async def wrong_response(
    request: v16.HeartbeatRequest, connection: Connection
) -> v16.AuthorizeResponse:
    """Answers with the response of another request."""
    raise NotImplementedError


@routes.on(v16.HeartbeatRequest)  # refused
def wrong_response_at_once(request: v16.HeartbeatRequest) -> v16.AuthorizeResponse:
    """The same, neither asynchronous nor with the connection."""
    raise NotImplementedError


@routes.on(v16.HeartbeatRequest)  # refused
async def wrong_request(
    request: v16.AuthorizeRequest, connection: Connection
) -> v16.HeartbeatResponse:
    """Takes another request than it is registered for."""
    raise NotImplementedError


class Charger(v16.ChargePoint):
    """Overrides one of the actions that a charge point receives."""

    async def reset(
        self, request: v16.ResetRequest, connection: Any
    ) -> v16.ResetResponse:
        """The types of the base class."""
        return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)


async def opened() -> None:
    """The context managers give a connection and a server."""
    async with connect("ws://host", "CP1", versions=["1.6"], handler=Charger()) as one:
        assert_type(one, StationConnection)
    async with serve(routes, "127.0.0.1", 0, versions=["1.6"]) as server:
        assert_type(server.connections["CP1"], BackOfficeConnection)
