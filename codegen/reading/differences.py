"""The differences between two shapes, and whether they break a program.

Named types are compared by their name, fields by their name on the wire, and shapes
without a name by their place. If only one side has a name, the contents are compared,
because 1.6 leaves most types anonymous, and a new name changes nothing on the wire.
Descriptions, defaults, ids, drafts and the order of fields and values are ignored.

`documents` uses the module to check that two files of one publication have the same
type for a name, and `codegen.publications.changes` to list the changes of a new
publication.

A change is breaking if it may break a program that uses the generated models and works
with peers of the old edition: the program uses something that is removed, finds another
Python type in a field, or refuses a message that is valid in the old edition. Only
these changes are breaking:

* an action, a type, a field or a value of an enumeration is removed;
* an action gets a response that had none, or loses it;
* a field gets another type, even a wider one: integer to number, enumeration to text,
  one named type to another;
* a field becomes required, or a required one is added;
* a limit is tightened: on length, range, number or uniqueness of items, pattern or
  format;
* an open object is closed.

All other changes leave such a program working. The program may use an addition, such as
a new value of an enumeration, only with peers that support it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from .shapes import (
    Anything,
    Array,
    Boolean,
    Enumeration,
    Field,
    Named,
    Number,
    Shape,
    Structure,
    Text,
    Unread,
)

__all__ = [
    "Change",
    "Comparison",
    "Kind",
    "Place",
    "Subject",
    "limit_differences",
    "type_differences",
]


class Subject(StrEnum):
    """The subject of a change."""

    ACTION = "action"
    TYPE = "type"
    FIELD = "field"
    VALUE = "value"


class Kind(StrEnum):
    """The kind of a change."""

    REMOVED = "removed"
    RETYPED = "retyped"
    REQUIRED = "required"
    TIGHTENED = "tightened"
    CLOSED = "closed"
    ADDED_REQUIRED = "added, required"
    ADDED = "added"
    OPTIONAL = "optional"
    LOOSENED = "loosened"
    OPENED = "opened"


_BREAKING: Final = frozenset(
    {
        Kind.REMOVED,
        Kind.RETYPED,
        Kind.REQUIRED,
        Kind.TIGHTENED,
        Kind.CLOSED,
        Kind.ADDED_REQUIRED,
    }
)


@dataclass(frozen=True)
class Change:
    """One change.

    Attributes:
        kind: The kind of the change.
        subject: The subject of the change.
        owner: The action, the message or the named type.
        place: The field in the owner, such as `meterValue[].sampledValue[].unit`; empty
            for the owner itself.
        detail: The type of a field, the values, or the old and the new limit.
    """

    kind: Kind
    subject: Subject
    owner: str
    place: str = ""
    detail: str = ""

    @property
    def breaking(self) -> bool:
        """Whether users of the old edition have to expect trouble."""
        return self.kind in _BREAKING

    def __str__(self) -> str:
        """Returns place, kind and detail."""
        return " ".join(filter(None, (self.place, self.kind, self.detail)))


def type_differences(
    name: str, old: Mapping[str, Shape], new: Mapping[str, Shape]
) -> list[Change]:
    """Compares the type of one name in two sets of definitions that have it."""
    return list(Comparison(old, new).shapes(Place(name), old[name], new[name]))


@dataclass(frozen=True)
class Place:
    """Where a shape is, and how changes there are written down."""

    owner: str
    path: str = ""

    def field(self, name: str) -> Place:
        """Returns the place of a field."""
        return Place(self.owner, f"{self.path}.{name}" if self.path else name)

    def items(self) -> Place:
        """Returns the place of the items of an array."""
        return Place(self.owner, f"{self.path}[]")

    def change(self, kind: Kind, detail: str = "") -> Change:
        """Returns a change at this place."""
        subject = Subject.FIELD if self.path else Subject.TYPE
        return Change(kind, subject, self.owner, self.path, detail)


@dataclass(frozen=True)
class Comparison:
    """Compares shapes whose names mean something in two publications."""

    old: Mapping[str, Shape]
    new: Mapping[str, Shape]

    def shapes(self, place: Place, old: Shape, new: Shape) -> Iterator[Change]:
        """Compares the shapes at one place."""
        if isinstance(old, Named) and isinstance(new, Named):
            if old != new:
                yield place.change(Kind.RETYPED, f"{old.name} → {new.name}")
            return
        before = self.old[old.name] if isinstance(old, Named) else old
        after = self.new[new.name] if isinstance(new, Named) else new
        if isinstance(before, Unread) or isinstance(after, Unread):
            return
        if _python_type(before) != _python_type(after):
            detail = f"{_describe(old)} → {_describe(new)}"
            yield place.change(Kind.RETYPED, detail)
            return
        yield from _limit_changes(place, before, after)
        match before, after:
            case Array(), Array():
                yield from self.shapes(place.items(), before.items, after.items)
            case Enumeration(), Enumeration():
                yield from _value_changes(place, before, after)
            case Structure(), Structure():
                yield from self._structures(place, before, after)
            case _:
                pass

    def _structures(
        self, place: Place, old: Structure, new: Structure
    ) -> Iterator[Change]:
        if old.open != new.open:
            yield place.change(Kind.OPENED if new.open else Kind.CLOSED)
        before = {field.wire: field for field in old.fields}
        after = {field.wire: field for field in new.fields}
        for name, field in before.items():
            if name not in after:
                yield place.field(name).change(Kind.REMOVED, _describe(field.shape))
        for name, field in after.items():
            if name not in before:
                yield _added(place.field(name), field)
            else:
                yield from self._fields(place.field(name), before[name], field)

    def _fields(self, place: Place, old: Field, new: Field) -> Iterator[Change]:
        if old.required != new.required:
            yield place.change(Kind.REQUIRED if new.required else Kind.OPTIONAL)
        yield from self.shapes(place, old.shape, new.shape)


def _added(place: Place, field: Field) -> Change:
    kind = Kind.ADDED_REQUIRED if field.required else Kind.ADDED
    return place.change(kind, _describe(field.shape))


def _value_changes(
    place: Place, old: Enumeration, new: Enumeration
) -> Iterator[Change]:
    for kind, these, those in (
        (Kind.REMOVED, old.values, new.values),
        (Kind.ADDED, new.values, old.values),
    ):
        if values := [value for value in these if value not in those]:
            detail = ", ".join(values)
            yield Change(kind, Subject.VALUE, place.owner, place.path, detail)


def _python_type(shape: Shape) -> object:
    """Returns a key that differs if the Python types of two shapes differ."""
    match shape:
        case Text():  # a date-time is a datetime, any other format remains a str
            return shape.format == "date-time", Text
        case Number():
            return shape.integer, Number
        case _:
            return type(shape)


def _describe(shape: Shape) -> str:
    match shape:
        case Named(name):
            return name
        case Array():
            return f"list of {_describe(shape.items)}"
        case Text(format="date-time"):
            return "date-time"
        case Number():
            return "integer" if shape.integer else "number"
        case _:
            return _WORDS[type(shape)]


_WORDS: Final[Mapping[type[Shape], str]] = {
    Text: "string",
    Boolean: "boolean",
    Anything: "anything",
    Unread: "something that is not compared",
    Enumeration: "enumeration",
    Structure: "object",
}


def _at_most(old: float | None, new: float | None) -> bool:
    """Whether an upper bound leaves room for all that the old one did."""
    return (math.inf if old is None else old) <= (math.inf if new is None else new)


def _at_least(old: float | None, new: float | None) -> bool:
    return (-math.inf if old is None else old) >= (-math.inf if new is None else new)


def _multiple(old: float | None, new: float | None) -> bool:
    if old is None or new is None:
        return new is None
    # In decimal, since 0.3 is no multiple of 0.1 in binary floating point.
    return Decimal(str(old)) % Decimal(str(new)) == 0


def _other(old: str | None, new: str | None) -> bool:
    """Whether a format or pattern surely allows all that another allowed."""
    return new is None


def _no_more(old: bool | None, new: bool | None) -> bool:
    """Whether items need not be unique that did not have to be before."""
    return bool(old) or not new


# The limits of a shape, by attribute: the keyword of JSON Schema, and whether a new
# limit allows all that the old one did.
_LIMITS: Final[Mapping[str, tuple[str, Callable[[Any, Any], bool]]]] = {
    "min_length": ("minLength", _at_least),
    "max_length": ("maxLength", _at_most),
    "format": ("format", _other),
    "pattern": ("pattern", _other),
    "minimum": ("minimum", _at_least),
    "maximum": ("maximum", _at_most),
    "multiple_of": ("multipleOf", _multiple),
    "min_items": ("minItems", _at_least),
    "max_items": ("maxItems", _at_most),
    "unique": ("uniqueItems", _no_more),
}


def limit_differences(old: Shape, new: Shape) -> list[str]:
    """Returns the limits in which two shapes, and the items of arrays, differ."""
    found = [change.detail for change in _limit_changes(Place(""), old, new)]
    if isinstance(old, Array) and isinstance(new, Array):
        found += [f"[] {detail}" for detail in limit_differences(old.items, new.items)]
    return found


def _limit_changes(place: Place, old: Shape, new: Shape) -> Iterator[Change]:
    """Compares the limits of two shapes of one kind."""
    for attribute, (keyword, allows) in _LIMITS.items():
        before, after = getattr(old, attribute, None), getattr(new, attribute, None)
        if before != after:
            kind = Kind.LOOSENED if allows(before, after) else Kind.TIGHTENED
            yield place.change(kind, f"{keyword} {_limit(before)} → {_limit(after)}")


def _limit(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)
