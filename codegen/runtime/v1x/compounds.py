"""Groupings that hold datatypes; like those of `groupings`."""

from datetime import datetime
from typing import Annotated, TypeAlias

from pydantic import Field

from ocpp_messages.converting import build, known, maybe
from ocpp_messages.model import DateTime
from ocpp_messages.v1x.base import Model
from ocpp_messages.v1x.datatypes import ChargingSchedule, IdTagInfo
from ocpp_messages.v1x.enumerations import GetCompositeScheduleStatus
from ocpp_messages.v1x.groupings import OneOf, Scope, read_scope, write_scope

__all__ = [
    "AddIdTag",
    "AuthorizationData",
    "CompositeSchedule",
    "CompositeScheduleAccepted",
    "CompositeScheduleRejected",
    "RemoveIdTag",
    "read_authorization_data",
    "read_composite_schedule",
    "write_authorization_data",
    "write_composite_schedule",
]


# Entries of a local authorization list (OCPP 1.6 7.1)


class AddIdTag(Model):
    """An id tag that is, or becomes, an entry of the list.

    Attributes:
        id_tag: The tag.
        id_tag_info: Whether it may charge.
    """

    id_tag: Annotated[str, Field(max_length=20)]
    id_tag_info: IdTagInfo


class RemoveIdTag(Model):
    """An id tag that is taken from the list.

    Attributes:
        id_tag: The tag.
    """

    id_tag: Annotated[str, Field(max_length=20)]


AuthorizationData: TypeAlias = AddIdTag | RemoveIdTag
"""What becomes of an entry of the local authorization list."""


def read_authorization_data(
    id_tag: str, id_tag_info: IdTagInfo | None
) -> AuthorizationData:
    """Returns what becomes of the entry."""
    if id_tag_info is None:
        return build(RemoveIdTag, {"id_tag": id_tag})
    return build(AddIdTag, {"id_tag": id_tag, "id_tag_info": id_tag_info})


def write_authorization_data(entry: AuthorizationData) -> tuple[str, IdTagInfo | None]:
    """Returns id tag and info."""
    return entry.id_tag, entry.id_tag_info if isinstance(entry, AddIdTag) else None


# Composite schedules (OCPP 1.6 6.22)


class CompositeScheduleAccepted(Model):
    """The schedule that was asked for.

    Attributes:
        scope: What it applies to.
        schedule_start: When it starts.
        charging_schedule: The schedule.
    """

    scope: Annotated[Scope | None, OneOf] = None
    schedule_start: DateTime | None = None
    charging_schedule: ChargingSchedule | None = None


class CompositeScheduleRejected(Model):
    """There is no schedule. What is said all the same is kept, and means nothing.

    Attributes:
        scope: As of one that is accepted, like the others.
        schedule_start: The same.
        charging_schedule: The same.
    """

    scope: Annotated[Scope | None, OneOf] = None
    schedule_start: DateTime | None = None
    charging_schedule: ChargingSchedule | None = None


CompositeSchedule: TypeAlias = CompositeScheduleAccepted | CompositeScheduleRejected
"""The answer to a request for a composite schedule."""


def read_composite_schedule(
    status: GetCompositeScheduleStatus,
    connector_id: int | None,
    schedule_start: datetime | None,
    charging_schedule: ChargingSchedule | None,
) -> CompositeSchedule:
    """Returns the schedule, or that there is none."""
    accepted = known(status) is GetCompositeScheduleStatus.ACCEPTED
    fields = {
        "scope": maybe("connectorId", read_scope, connector_id),
        "schedule_start": schedule_start,
        "charging_schedule": charging_schedule,
    }
    if accepted:
        return build(CompositeScheduleAccepted, fields)
    return build(CompositeScheduleRejected, fields)


def write_composite_schedule(
    schedule: CompositeSchedule,
) -> tuple[
    GetCompositeScheduleStatus, int | None, datetime | None, ChargingSchedule | None
]:
    """Returns status, connector, start and schedule."""
    accepted = isinstance(schedule, CompositeScheduleAccepted)
    status = GetCompositeScheduleStatus
    return (
        status.ACCEPTED if accepted else status.REJECTED,
        None if schedule.scope is None else write_scope(schedule.scope),
        schedule.schedule_start,
        schedule.charging_schedule,
    )
