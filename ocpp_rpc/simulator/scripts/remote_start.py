"""The back office starts a transaction, and stops it."""

from __future__ import annotations

from ocpp_rpc.simulator import Charger

__all__ = ["session"]


async def session(charger: Charger) -> None:
    """Charge as the back office says."""
    started = charger.remote_start()
    await charger.boot()
    await charger.report_status(in_use=False)
    tag = await started
    await charger.pause(10)  # the cable is plugged in

    stopped = charger.remote_stop()
    await charger.report_status(in_use=True)
    await charger.start(tag)
    await charger.pause(60)
    await charger.meter(2.5)
    await stopped
    await charger.stop()
    await charger.report_status(in_use=False)
