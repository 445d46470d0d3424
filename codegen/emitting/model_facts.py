"""What the templates of the types need to know beside their fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..reading.shapes import Array, Number, Shape, Text, named
from ..reading.specification import ObjectType, Procedure, Specification
from .model_schemas import whole

__all__ = ["of"]


def of(built: Specification) -> dict[str, dict[str, Any]]:
    """Returns the values for the templates of each type, by its name.

    Every type has a `doc`. An enumeration has its `members`, since
    datamodel-code-generator would cut their names once more. An object has
    `read_also`, the further names of fields, and `items`, the annotations of array
    items that have bounds. A request has its `response`, a message that is not
    answered has `send`.
    """
    objects = (*built.datatypes, *built.messages)
    users = _users(objects)
    facts: dict[str, dict[str, Any]] = {
        name: {"doc": f"Part of {_listed(users[name])}."} for name in _parts(built)
    }
    for procedure in built.procedures:
        facts |= _of_messages(procedure)
    for enum in built.enumerations:
        members = [(member.name, member.value) for member in enum.members]
        facts[enum.name]["members"] = members
    for entry in objects:
        facts[entry.name] |= _of_fields(entry)
    return facts


def _parts(built: Specification) -> Iterator[str]:
    """Returns the names of the types that are no messages."""
    yield from (entry.name for entry in built.enumerations)
    yield from (entry.name for entry in built.datatypes)


def _of_fields(entry: ObjectType) -> dict[str, Any]:
    items = {field.wire: _bounded_item(field.shape) for field in entry.fields}
    return {
        "read_also": {
            field.wire: list(field.aliases) for field in entry.fields if field.aliases
        },
        "items": {wire: item for wire, item in items.items() if item is not None},
    }


def _bounded_item(shape: Shape) -> str | None:
    """Returns the annotation of the items of an array, where they have bounds."""
    bounds: dict[str, float | None]
    match shape:
        case Array(Text(min_length, max_length, None)):
            kind = "str"
            bounds = {"min_length": min_length, "max_length": max_length}
        case Array(Number(integer, minimum, maximum, multiple_of)):
            kind = "int" if integer else "float"
            bounds = {"ge": minimum, "le": maximum, "multiple_of": multiple_of}
        case _:
            return None
    known = [
        f"{name}={whole(bound)}" for name, bound in bounds.items() if bound is not None
    ]
    return f"Annotated[{kind}, Field({', '.join(known)})]" if known else None


def _of_messages(procedure: Procedure) -> dict[str, dict[str, Any]]:
    senders = " or ".join(procedure.senders)
    doc = f"Sent by the {senders} ({procedure.block}; {procedure.clause})."
    if procedure.response is None:
        return {procedure.request: {"doc": doc, "send": True}}
    return {
        procedure.request: {"doc": doc, "response": procedure.response},
        procedure.response: {"doc": f"Answers {procedure.request}."},
    }


def _users(objects: Iterable[ObjectType]) -> Mapping[str, Sequence[str]]:
    """Returns the names of the objects that hold each type."""
    users: defaultdict[str, list[str]] = defaultdict(list)
    for entry in objects:
        for name in dict.fromkeys(named(field.shape) for field in entry.fields):
            if name is not None:
                users[name].append(entry.name)
    return users


def _listed(users: Sequence[str], most: int = 3) -> str:
    if not users:
        return "no message"
    if len(users) > most:
        return f"{', '.join(users[:most])} and {len(users) - most} more"
    return " and ".join(users)
