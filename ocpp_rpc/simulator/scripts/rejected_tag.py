"""A driver presents a tag that nobody knows, and must not charge."""

from __future__ import annotations

from ocpp_rpc.simulator import Charger

__all__ = ["session"]


async def session(charger: Charger) -> None:
    """Present the tag."""
    await charger.boot()
    await charger.report_status(in_use=False)
    await charger.pause(30)  # until a driver comes
    status = await charger.authorize("NOBODY", expected=None)
    assert status != "Accepted", "the back office accepts a tag that nobody knows"
