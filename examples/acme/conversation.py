"""A charger of Acme and its back office speak what Acme adds to OCPP 1.6.

`ocpp-codegen extend examples/acme --out examples/acme` writes the package that this
program imports, `acme16`.
"""

import asyncio
from datetime import UTC, datetime

import acme16
from acme16 import AcmeDoorState, AcmeLine

import ocpp_rpc
from ocpp_messages import v16


class Charger(acme16.ChargePoint):
    """Answers the actions of OCPP 1.6 and those of Acme."""

    async def acme_set_display(
        self, request: acme16.AcmeSetDisplayRequest, connection: ocpp_rpc.Connection
    ) -> acme16.AcmeSetDisplayResponse:
        """Show the lines."""
        for line in request.lines:
            print(f"charger: the display shows {line.text!r}")
        return acme16.AcmeSetDisplayResponse(status=acme16.AcmeDisplayStatus.SHOWN)


routes = ocpp_rpc.Router()


# Most of acme16 is v16: a handler of a message that Acme leaves alone serves both.
@routes.on(v16.HeartbeatRequest)
async def heartbeat(request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
    return v16.HeartbeatResponse(current_time=datetime.now(UTC))


@routes.on(acme16.AcmeReportDoorRequest)
async def door(
    request: acme16.AcmeReportDoorRequest, connection: ocpp_rpc.Connection
) -> acme16.AcmeReportDoorResponse:
    print(f"back office: the door of {connection.identity} is {request.state.lower()}")
    return acme16.AcmeReportDoorResponse()


# Acme adds a reason to stop, so this message is another one than that of v16.
@routes.on(acme16.StopTransactionRequest)
async def stop(
    request: acme16.StopTransactionRequest,
) -> acme16.StopTransactionResponse:
    print(f"back office: transaction {request.transaction_id} ends: {request.reason}")
    return acme16.StopTransactionResponse()


async def main() -> None:
    async with (
        ocpp_rpc.serve(routes, "127.0.0.1", versions=["2.0.1", acme16]) as server,
        ocpp_rpc.connect(
            f"ws://127.0.0.1:{server.port}",
            "CP001",
            versions=[acme16],
            handler=Charger(),
        ) as charger,
    ):
        print(f"OCPP {charger.version}")
        await charger.call(acme16.HeartbeatRequest())
        await charger.call(acme16.AcmeReportDoorRequest(state=AcmeDoorState.OPEN))
        await charger.call(
            acme16.StopTransactionRequest(
                transaction_id=1,
                meter_stop=4200,
                timestamp=datetime.now(UTC),
                reason=acme16.Reason.DOOR_OPENED,
            )
        )
        shown = await server.connections["CP001"].call(
            acme16.AcmeSetDisplayRequest(lines=[AcmeLine(text="Close the door")])
        )
        print(f"back office: {shown.status}")


asyncio.run(main())
