"""Boots in each version, for the tests of what comes before they are accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import ocpp_messages
from ocpp_messages import v21
from ocpp_rpc import Router
from tests.support.served import MOMENT

__all__ = ["STREAM", "boot", "booting", "heartbeat", "message", "trigger"]

# A message that is not answered.
STREAM: Final = v21.NotifyPeriodicEventStream(
    data=[v21.StreamDataElementType(t=0.0, v="1")], id=1, pending=0, basetime=MOMENT
)

_BOOT_1X: Final = {"chargePointVendor": "Acme", "chargePointModel": "X1"}
_STATION: Final = {"model": "X1", "vendorName": "Acme"}
_BOOT_2X: Final = {"chargingStation": _STATION, "reason": "PowerUp"}


def message(version: str, name: str, **fields: Any) -> Any:
    return vars(ocpp_messages.load(version))[name](**fields)


def boot(version: str) -> Any:
    package = vars(ocpp_messages.load(version))
    fields = _BOOT_1X if version.startswith("1.") else _BOOT_2X
    return package["from_jsonable"](package["BootNotificationRequest"], fields)


def heartbeat(version: str) -> Any:
    return message(version, "HeartbeatRequest")


def trigger(version: str, action: str) -> Any:
    return message(version, "TriggerMessageRequest", requested_message=action)


def booting(version: str, statuses: Iterator[str]) -> Router:
    """Routes that answer boots with these statuses, and heartbeats."""
    routes = Router()
    package = vars(ocpp_messages.load(version))
    name = "heartbeat_interval" if version == "1.5" else "interval"

    def answer(_request: Any) -> Any:
        return package["BootNotificationResponse"](
            current_time=MOMENT, status=next(statuses), **{name: 60}
        )

    def beat(_request: Any) -> Any:
        return package["HeartbeatResponse"](current_time=MOMENT)

    routes.add(package["BootNotificationRequest"], answer)
    routes.add(package["HeartbeatRequest"], beat)
    return routes
