"""A station of the simulator in memory, with nobody in particular opposite to it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from ocpp_rpc import Connection, testing
from ocpp_rpc.simulator.choosing import station_for
from ocpp_rpc.simulator.station import Station

__all__ = ["station"]


@asynccontextmanager
async def station(version: str) -> AsyncGenerator[tuple[Station, Connection]]:
    """Yield a station, and the connection of the back office opposite to it."""
    async with testing.pair(version=version) as (ours, theirs):
        yield station_for(ours), theirs
