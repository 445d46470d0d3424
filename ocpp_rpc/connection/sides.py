"""Type aliases for the connections of each side."""

from __future__ import annotations

from typing import TypeAlias

from ocpp_messages import BackOfficeSide, StationSide

from .connection import Connection

__all__ = ["BackOfficeConnection", "StationConnection"]

StationConnection: TypeAlias = Connection[StationSide]
"""A station's connection to its back office: accepts the messages a station may send.

Use it in annotations. At run time, each connection is a `Connection`.
"""

BackOfficeConnection: TypeAlias = Connection[BackOfficeSide]
"""A back office's connection to a station: accepts the messages a back office may send.

Use it in annotations. At run time, each connection is a `Connection`.
"""
