"""Which classes speak which version of OCPP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ocpp_rpc import Connection
from ocpp_rpc.cli.screen import Screen

from . import v1x, v2x
from .back_office import BackOffice
from .station import Station

__all__ = ["back_office", "station"]

_STATIONS: Final[Mapping[str, type[Station]]] = {
    "1": v1x.ChargePoint,
    "2": v2x.ChargingStation,
}

_BACK_OFFICES: Final[Mapping[str, type[BackOffice]]] = {
    "1": v1x.CentralSystem,
    "2": v2x.CSMS,
}

PACE: Final = 0.05
"""How long a station waits before each thing it does, in seconds."""


def station(connection: Connection, screen: Screen) -> Station:
    """Return the station of a connection."""
    return _STATIONS[connection.version[0]](connection, screen, PACE)


def back_office(connection: Connection, screen: Screen) -> BackOffice:
    """Return the back office of a connection."""
    return _BACK_OFFICES[connection.version[0]](connection, screen)
