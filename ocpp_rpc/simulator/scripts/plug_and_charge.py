"""A driver charges 7.5 kWh, and ends that with the tag."""

from __future__ import annotations

from ocpp_rpc.simulator import Charger

__all__ = ["session"]


async def session(charger: Charger) -> None:
    """Charge."""
    await charger.boot()
    await charger.report_status(in_use=False)
    await charger.pause(30)  # until a driver comes
    await charger.authorize(charger.id_tag)
    await charger.pause(10)  # the cable is plugged in
    await charger.report_status(in_use=True)
    await charger.start(charger.id_tag)
    for kwh in (2.5, 5, 7.5):
        await charger.pause(60)
        await charger.meter(kwh)
    await charger.stop()
    await charger.pause(10)  # the cable is unplugged
    await charger.report_status(in_use=False)
