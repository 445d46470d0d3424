"""The connections of each side, by name."""

from __future__ import annotations

from typing import TypeAlias

from ocpp_messages import BackOfficeSide, StationSide

from .connection import Connection

__all__ = ["BackOfficeConnection", "StationConnection"]

StationConnection: TypeAlias = Connection[StationSide]
"""A station's connection to its back office: takes what a station may send.

It is for annotations. At run time, each connection is a `Connection`.
"""

BackOfficeConnection: TypeAlias = Connection[BackOfficeSide]
"""A back office's connection to a station: takes what a back office may send.

It is for annotations. At run time, each connection is a `Connection`.
"""
