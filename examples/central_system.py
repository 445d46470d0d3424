"""A central system for 1.6 and 2.0.1 that starts a charge at every 1.6 charger.

Run it, then charge_point.py in another terminal. Ctrl-C ends it.
"""

import asyncio
from datetime import UTC, datetime

import ocpp_rpc
from ocpp_messages import v16, v201

__all__ = ["main"]

routes = ocpp_rpc.Router()
booted: asyncio.Queue[str] = asyncio.Queue()


@routes.on(v16.BootNotificationRequest)
async def boot(
    request: v16.BootNotificationRequest, connection: ocpp_rpc.Connection
) -> v16.BootNotificationResponse:
    """Accept whoever boots."""
    print(f"{connection.identity} boots: {request.charge_point_model}")
    booted.put_nowait(connection.identity)
    return v16.BootNotificationResponse(
        status=v16.RegistrationStatus.ACCEPTED,
        current_time=datetime.now(UTC),
        interval=300,
    )


@routes.on(v201.BootNotificationRequest)
async def boot_201(
    request: v201.BootNotificationRequest, connection: ocpp_rpc.Connection
) -> v201.BootNotificationResponse:
    """Accept whoever boots."""
    print(f"{connection.identity} boots: {request.charging_station.model}")
    return v201.BootNotificationResponse(
        status=v201.RegistrationStatusEnumType.ACCEPTED,
        current_time=datetime.now(UTC),
        interval=300,
    )


@routes.on(v16.StartTransactionRequest)
async def start(
    request: v16.StartTransactionRequest, connection: ocpp_rpc.Connection
) -> v16.StartTransactionResponse:
    """Number the transaction."""
    print(f"{connection.identity} starts charging for {request.id_tag}")
    return v16.StartTransactionResponse(
        transaction_id=1,
        id_tag_info=v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED),
    )


async def main() -> None:
    """Serve, and from outside of any handler ask each charger to start."""
    async with ocpp_rpc.serve(
        routes, "127.0.0.1", 9000, versions=["2.0.1", "1.6"]
    ) as server:
        print("listening on ws://127.0.0.1:9000/ocpp")
        while True:
            identity = await booted.get()
            response = await server.connections[identity].call(
                v16.RemoteStartTransactionRequest(id_tag="TAG1", connector_id=1)
            )
            print(f"{identity} answers: {response.status}")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        print("closed")
