"""Choose the station or the back office that speaks the version of a connection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ocpp_rpc import BackOfficeConnection, StationConnection

from . import v1x, v2x
from .back_office import BackOffice
from .station import Station
from .telling import Narrator, silent

__all__ = ["back_office_for", "station_for"]

_STATIONS: Final[Mapping[str, type[Station]]] = {
    "1": v1x.ChargePoint,
    "2": v2x.ChargingStation,
}

_BACK_OFFICES: Final[Mapping[str, type[BackOffice]]] = {
    "1": v1x.CentralSystem,
    "2": v2x.CSMS,
}

PACE: Final = 0.05
"""The pause of a station before each of its steps, in seconds.

The pause lets a person who watches see one step after the other. Scripts have no such
pause.
"""


def station_for(connection: StationConnection, narrator: Narrator = silent) -> Station:
    """Return a station that answers on a connection to its back office."""
    return _STATIONS[connection.version[0]](connection, narrator, PACE)


def back_office_for(
    connection: BackOfficeConnection, narrator: Narrator = silent
) -> BackOffice:
    """Return a back office for the station at the other end of a connection.

    It does not answer on the connection by itself: return its `routes` to `serve` as
    the handler, or include them in a `Router` after your own handlers.

    Args:
        connection: The connection that the station has opened.
        narrator: The function to report events to; by default, none are reported.
    """
    return _BACK_OFFICES[connection.version[0]](connection, narrator)
