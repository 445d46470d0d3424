"""Security events: those that a station reports, and those that a server notices."""

from __future__ import annotations

from .kinds import (
    MAX_TECH_INFO,
    MAX_TYPE,
    OnSecurityEvent,
    SecurityEvent,
    SecurityEventKind,
    StationEvent,
    is_critical,
    name_in,
)

__all__ = [
    "MAX_TECH_INFO",
    "MAX_TYPE",
    "OnSecurityEvent",
    "SecurityEvent",
    "SecurityEventKind",
    "StationEvent",
    "is_critical",
    "name_in",
]
