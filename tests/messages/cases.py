"""Messages that several tests use: one object per version, and what is on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from ocpp_messages import (
    VERSIONS,
    Model,
    VersionPackage,
    load,
    v15,
    v16,
    v20,
    v21,
    v201,
)

__all__ = ["BOOTS", "NOON", "PACKAGES", "Boot"]

PACKAGES: Final[Mapping[str, VersionPackage]] = {
    version: load(version) for version in VERSIONS
}

NOON: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Boot:
    """A BootNotification request of one version.

    Attributes:
        message: The object.
        value: What is on the wire.
    """

    message: Model
    value: Mapping[str, Any]


_BOOT_1X: Final = {"chargePointVendor": "Acme", "chargePointModel": "X1", "iccid": "89"}
_BOOT_2X: Final = {
    "reason": "PowerUp",
    "chargingStation": {"vendorName": "Acme", "model": "X1", "modem": {"imsi": "1"}},
}

BOOTS: Final[Mapping[str, Boot]] = {
    "1.5": Boot(
        v15.BootNotificationRequest(
            charge_point_vendor="Acme", charge_point_model="X1", iccid="89"
        ),
        _BOOT_1X,
    ),
    "1.6": Boot(
        v16.BootNotificationRequest(
            charge_point_vendor="Acme", charge_point_model="X1", iccid="89"
        ),
        _BOOT_1X,
    ),
    "2.0": Boot(
        v20.BootNotificationRequest(
            reason=v20.BootReasonEnumType.POWER_UP,
            charging_station=v20.ChargingStationType(
                vendor_name="Acme", model="X1", modem=v20.ModemType(imsi="1")
            ),
        ),
        _BOOT_2X,
    ),
    "2.0.1": Boot(
        v201.BootNotificationRequest(
            reason=v201.BootReasonEnumType.POWER_UP,
            charging_station=v201.ChargingStationType(
                vendor_name="Acme", model="X1", modem=v201.ModemType(imsi="1")
            ),
        ),
        _BOOT_2X,
    ),
    "2.1": Boot(
        v21.BootNotificationRequest(
            reason=v21.BootReasonEnumType.POWER_UP,
            charging_station=v21.ChargingStationType(
                vendor_name="Acme", model="X1", modem=v21.ModemType(imsi="1")
            ),
        ),
        _BOOT_2X,
    ),
}
