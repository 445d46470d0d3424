"""A 1.6 charger that boots, waits to be asked for a charge, and begins it.

Start central_system.py first.
"""

import asyncio
from datetime import UTC, datetime
from typing import Any

import ocpp_rpc
from ocpp_messages import Model, v16

__all__ = ["Charger", "main"]

BOOT = v16.BootNotificationRequest(charge_point_vendor="Acme", charge_point_model="X1")


class Charger(v16.ChargePoint):
    """Answers what a central system asks; all else is answered NotSupported."""

    def __init__(self) -> None:
        self.asked: asyncio.Queue[str] = asyncio.Queue()

    async def remote_start_transaction(
        self, request: v16.RemoteStartTransactionRequest, connection: Any
    ) -> v16.RemoteStartTransactionResponse:
        """Accept; the transaction itself begins once the answer is on its way."""
        self.asked.put_nowait(request.id_tag)
        return v16.RemoteStartTransactionResponse(
            status=v16.RemoteStartStopStatus.ACCEPTED
        )


def tell(response: Model) -> None:
    """Print what the boot is answered; heartbeats are answered, too."""
    if isinstance(response, v16.BootNotificationResponse):
        print(f"boot: {response.status}, heartbeat every {response.interval} s")


async def begin(connection: ocpp_rpc.StationConnection) -> None:
    """Boot, and send heartbeats; calls wait until the boot is accepted."""
    await ocpp_rpc.boot(connection, BOOT, on_response=tell)


async def main() -> None:
    """Stay connected, wait for a remote start, report the transaction."""
    charger = Charger()
    connecting = ocpp_rpc.connect(
        "ws://127.0.0.1:9000/ocpp", "CP001", versions=["1.6"], handler=charger
    )
    async with ocpp_rpc.Station(connecting, on_connection=begin) as station:
        id_tag = await charger.asked.get()
        transaction = await station.call(
            v16.StartTransactionRequest(
                connector_id=1,
                id_tag=id_tag,
                meter_start=0,
                timestamp=datetime.now(UTC),
            )
        )
        print(f"charging for {id_tag}: transaction {transaction.transaction_id}")


if __name__ == "__main__":
    asyncio.run(main())
