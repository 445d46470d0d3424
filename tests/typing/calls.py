"""A call gives the response of its request."""

from typing import TypeVar, assert_type

from ocpp_messages import Model, Request, v1x, v15, v16, v20, v21, v201
from ocpp_rpc import Connection


async def calls(connection: Connection) -> None:
    """One call in each version."""
    assert_type(await connection.call(v15.HeartbeatRequest()), v15.HeartbeatResponse)
    assert_type(await connection.call(v16.HeartbeatRequest()), v16.HeartbeatResponse)
    assert_type(await connection.call(v20.HeartbeatRequest()), v20.HeartbeatResponse)
    assert_type(await connection.call(v201.HeartbeatRequest()), v201.HeartbeatResponse)
    assert_type(await connection.call(v21.HeartbeatRequest()), v21.HeartbeatResponse)

    reset = await connection.call(v16.ResetRequest(type=v16.ResetType.SOFT), timeout=5)
    assert_type(reset.status, v16.ResetStatus)

    either = await connection.call(v1x.ResetRequest(type=v1x.ResetType.SOFT))
    assert_type(either, v1x.ResetResponse)
    assert_type(either.accepted, bool)

    await connection.call(reset)  # refused
    await connection.call("Heartbeat")  # refused


async def send(connection: Connection, message: v21.NotifyPeriodicEventStream) -> None:
    """What is not answered is sent, and only that."""
    await connection.send(message)
    await connection.call(message)  # refused
    await connection.send(v21.HeartbeatRequest())  # refused


Response = TypeVar("Response", bound=Model)


async def generic(connection: Connection, request: Request[Response]) -> Response:
    """The inference passes through a function of the user's."""
    return await connection.call(request)


async def through(connection: Connection) -> None:
    """The response type comes out again."""
    assert_type(
        await generic(connection, v16.HeartbeatRequest()), v16.HeartbeatResponse
    )
