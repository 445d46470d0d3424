"""The values for the templates of the types, besides their fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..reading.shapes import Array, Shape, Text, named
from ..reading.specification import ObjectType, Procedure, Specification
from .attributes import section
from .docstrings import docstring, with_clause
from .model_schemas import limits, of_array

__all__ = ["of"]


def of(built: Specification) -> dict[str, dict[str, Any]]:
    """Returns the values for the templates of each type, by its name.

    Every type has a `doc`. An enumeration has its `members`, because
    datamodel-code-generator would shorten their names again. An object has `read_also`,
    the further names of fields, and `items`, the annotations of array items that have
    limits or are arrays themselves. It also has the facts that are not passed to the
    tool: the `patterns` of texts, and the arrays whose items are `unique`. A message
    has `sent_as`, the base class for its sender, and a request has its `response`.
    """
    objects = (*built.datatypes, *built.messages)
    users = _users(objects)
    facts: dict[str, dict[str, Any]] = {
        entry.name: {"doc": _part_of(users[entry.name], entry.clause)}
        for entry in built.parts
    }
    for procedure in built.procedures:
        facts |= _of_messages(procedure, built.version.base_of(procedure))
    for enum in built.enumerations:
        members = [(member.name, member.value) for member in enum.members]
        facts[enum.name]["members"] = members
    for entry in objects:
        facts[entry.name] |= _of_fields(entry)
    sections = {entry.name: section(entry) for entry in objects}
    for name, said in facts.items():
        said["doc"] = docstring(said["doc"], *sections.get(name, ()))
    return facts


def _of_fields(entry: ObjectType) -> dict[str, Any]:
    return {
        "read_also": {
            field.wire: list(field.aliases) for field in entry.fields if field.aliases
        },
        "items": {
            field.wire: _item(field.shape.items)
            for field in entry.fields
            if isinstance(field.shape, Array) and _is_limited(field.shape.items)
        },
        "patterns": {
            field.wire: field.shape.pattern
            for field in entry.fields
            if isinstance(field.shape, Text) and field.shape.pattern
        },
        "unique": [
            field.wire
            for field in entry.fields
            if isinstance(field.shape, Array) and field.shape.unique
        ],
    }


def _is_limited(item: Shape) -> bool:
    """Tells whether items need an annotation: they have limits, or are arrays."""
    return isinstance(item, Array) or any(limits(item))


def _item(shape: Shape) -> str:
    """Returns the annotation of the items of an array; `{}` stands for their type."""
    if isinstance(shape, Array):
        return f"Annotated[Sequence[{_item(shape.items)}], Array({of_array(shape)})]"
    known = ", ".join(limits(shape))
    return f"Annotated[{{}}, {known}]" if known else "{}"


def _of_messages(procedure: Procedure, base: str) -> dict[str, dict[str, Any]]:
    senders = " or ".join(procedure.senders)
    said = f"Sent by the {senders} ({procedure.block})"
    doc = with_clause(said, procedure.clause)
    if procedure.response is None:
        return {procedure.request: {"doc": doc, "sent_as": base}}
    return {
        procedure.request: {
            "doc": doc,
            "sent_as": base,
            "response": procedure.response,
        },
        procedure.response: {
            "doc": with_clause(f"Answers {procedure.request}", procedure.clause)
        },
    }


def _users(objects: Iterable[ObjectType]) -> Mapping[str, Sequence[str]]:
    """Returns the names of the objects that contain each type."""
    users: defaultdict[str, list[str]] = defaultdict(list)
    for entry in objects:
        for name in dict.fromkeys(named(field.shape) for field in entry.fields):
            if name is not None:
                users[name].append(entry.name)
    return users


def _part_of(users: Sequence[str], clause: str) -> Sequence[Sequence[str]]:
    """Returns the wordings of "Part of ...", with fewer and fewer users named."""
    shorter = [f"Part of {_listed(users, most)}" for most in (3, 2, 1)]
    if not clause:
        return [[f"{said}."] for said in shorter]
    together, apart = zip(*(with_clause(said, clause) for said in shorter), strict=True)
    return [*together, *apart]


def _listed(users: Sequence[str], most: int) -> str:
    if not users:
        return "no message"
    if len(users) > most:
        return f"{', '.join(users[:most])} and {len(users) - most} more"
    *others, last = users
    return f"{', '.join(others)} and {last}" if others else last
