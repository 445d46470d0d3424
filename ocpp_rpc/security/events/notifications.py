"""The message by which a station tells of a security event, in each version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from ocpp_messages import DecodeError, Model, VersionPackage
from ocpp_messages.serializer import from_jsonable

from .kinds import StationEvent, is_critical, name_in

__all__ = ["NOTIFICATION", "Report", "expressed", "retold"]

NOTIFICATION: Final = "SecurityEventNotification"
"""The action of that message."""


@dataclass(frozen=True, slots=True)
class Report:
    """A security event that is to be told.

    Attributes:
        name: The event, or the name of one that OCPP does not have.
        time: When it happened.
        tech_info: More about it; None: there is no more.
        critical: Whether it is critical, if the program has said so.
        attempts: How often it was sent, and not answered.
    """

    name: StationEvent | str
    time: datetime
    tech_info: str | None = None
    critical: bool | None = None
    attempts: int = 0

    def is_critical(self, version: str) -> bool:
        """Tell whether a version has this event as critical, or the program has."""
        if self.critical is not None:
            return self.critical
        return isinstance(self.name, StationEvent) and is_critical(self.name, version)


def expressed(report: Report, package: VersionPackage) -> Model | None:
    """Return the message that tells of an event; None: the version has none for it."""
    procedure = package.PROCEDURES.get(NOTIFICATION)
    if procedure is None:
        return None
    name = str(report.name)
    if isinstance(report.name, StationEvent):
        # What a version does not define is one of our own there.
        name = name_in(report.name, package.VERSION) or name
    wire: dict[str, Any] = {"type": name, "timestamp": report.time.isoformat()}
    if report.tech_info and "tech_info" in procedure.request.model_fields:
        wire["techInfo"] = report.tech_info
    try:
        return from_jsonable(procedure.request, wire)
    except DecodeError:  # 2.0 knows its own events only
        return None


def retold(request: Model, version: str, package: VersionPackage) -> Model | None:
    """Return a SecurityEventNotification of one version as another one has it.

    Args:
        request: The message.
        version: Its version.
        package: The other version.

    Returns:
        None if that has no such message, or no such event.
    """
    told: Any = request
    name = str(told.type)
    known = (each for each in StationEvent if name_in(each, version) == name)
    info = getattr(told, "tech_info", None)
    return expressed(Report(next(known, name), told.timestamp, info), package)
