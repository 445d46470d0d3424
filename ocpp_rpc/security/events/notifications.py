"""The message that reports a security event of a station, in each version."""

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
    """A security event to be reported.

    Attributes:
        name: The event, or the name of an event that OCPP does not define.
        time: The time of the event.
        tech_info: Details; None if there are none.
        critical: Whether it is critical; None if the version decides.
        attempts: The number of attempts without an answer.
    """

    name: StationEvent | str
    time: datetime
    tech_info: str | None = None
    critical: bool | None = None
    attempts: int = 0

    def is_critical(self, version: str) -> bool:
        """Tell whether the event is critical, by the program or by the version."""
        if self.critical is not None:
            return self.critical
        return isinstance(self.name, StationEvent) and is_critical(self.name, version)


def expressed(report: Report, package: VersionPackage) -> Model | None:
    """Return the message that reports an event; None if the version has none for it."""
    procedure = package.PROCEDURES.get(NOTIFICATION)
    if procedure is None:
        return None
    name = str(report.name)
    if isinstance(report.name, StationEvent):
        # An event that the version does not define keeps its own name.
        name = name_in(report.name, package.VERSION) or name
    wire: dict[str, Any] = {"type": name, "timestamp": report.time.isoformat()}
    if report.tech_info and "tech_info" in procedure.request.model_fields:
        wire["techInfo"] = report.tech_info
    try:
        return from_jsonable(procedure.request, wire)
    except DecodeError:  # 2.0 allows only the events that it defines
        return None


def retold(request: Model, version: str, package: VersionPackage) -> Model | None:
    """Convert a SecurityEventNotification of one version into that of another.

    Args:
        request: The message.
        version: Its version.
        package: The other version.

    Returns:
        The message; None if the other version has no such message or event.
    """
    told: Any = request
    name = str(told.type)
    known = (each for each in StationEvent if name_in(each, version) == name)
    info = getattr(told, "tech_info", None)
    return expressed(Report(next(known, name), told.timestamp, info), package)
