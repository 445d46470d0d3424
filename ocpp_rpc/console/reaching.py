"""Reaches the chargers of a server."""

from __future__ import annotations

from typing import Any

from ocpp_messages import Model
from ocpp_rpc.back_office import Server

from .sending import Line, Reach

__all__ = ["reaching"]


def reaching(server: Server) -> Reach:
    """Return a function that finds a charger of a server."""

    async def reach(identity: str) -> Line:
        connection = server.connections[identity]

        async def call(request: Any, within: float) -> Model:
            response: Model = await connection.call(request, timeout=within)
            return response

        return Line(connection.package, call)

    return reach
