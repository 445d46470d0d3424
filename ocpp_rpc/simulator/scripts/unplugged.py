"""The cable is pulled out of the car while it charges."""

from __future__ import annotations

from ocpp_rpc.simulator import Charger

__all__ = ["session"]


async def session(charger: Charger) -> None:
    """Charge until the cable is pulled."""
    await charger.boot()
    await charger.pause(30)  # until a driver comes
    await charger.authorize(charger.id_tag)
    await charger.pause(10)  # the cable is plugged in
    await charger.report_status(in_use=True)
    await charger.start(charger.id_tag)
    await charger.pause(60)
    await charger.meter(2.5)
    await charger.pause(20)
    await charger.stop("EVDisconnected")
    await charger.report_status(in_use=False)
