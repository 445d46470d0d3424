"""The back office resets the charger, which disconnects and boots again."""

from __future__ import annotations

from ocpp_rpc.simulator import Charger

__all__ = ["session"]


async def session(charger: Charger) -> None:
    """Wait for the reset, and do it."""
    reset = charger.expect("Reset")
    await charger.boot()
    await charger.report_status(in_use=False)
    await reset

    await charger.disconnect()
    await charger.pause(20)  # it starts
    await charger.connect()
    await charger.boot()
    await charger.report_status(in_use=False)
