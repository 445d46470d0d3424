"""What the message reference is about: versions and families in one form.

The source is what the generator has read, not the docstrings that it has written: the
reference and the classes say the same because both come from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.emitting import package
from codegen.emitting.attributes import of_family, wire_names
from codegen.families.unified import Unified, UnifiedObject
from codegen.reading.shapes import Shape
from codegen.reading.specification import (
    EnumType,
    Meaning,
    ObjectType,
    Procedure,
    Specification,
)

__all__ = ["Edition", "Entry", "Row", "editions"]


@dataclass(frozen=True)
class Row:
    """A field of a message or a datatype.

    Attributes:
        name: In Python.
        wire: Its name on the wire, in Markdown; in a family, by version if they differ.
        shape: What it holds.
        meaning: Its unit or format, what its absence means, the clause of these.
        required: Whether it has to be there.
    """

    name: str
    wire: str
    shape: Shape
    meaning: Meaning
    required: bool


@dataclass(frozen=True)
class Entry:
    """A message or a datatype; an open one keeps fields that it does not name."""

    name: str
    clause: str
    rows: tuple[Row, ...]
    open: bool


@dataclass(frozen=True)
class Edition:
    """A version of OCPP, or a family of versions.

    Attributes:
        label: What its tabs are called: "1.6", or "v1x" for a family.
        package: Of `ocpp_messages`, for example `v16`.
        station: The role of the charger.
        back_office: The role of the other side.
        procedures: By action.
        messages: By name.
        datatypes: By name.
        enumerations: By name.
        is_family: Whether it stands for several versions.
    """

    label: str
    package: str
    station: str
    back_office: str
    procedures: Mapping[str, Procedure]
    messages: Mapping[str, Entry]
    datatypes: Mapping[str, Entry]
    enumerations: Mapping[str, EnumType]
    is_family: bool


def editions() -> tuple[Edition, ...]:
    """Returns all versions, the oldest first, and each family after its versions."""
    contents = package.read()
    ends = {each.mapped.versions[-1]: each for each in contents.families}
    return tuple(
        edition
        for name, built in contents.versions.items()
        for edition in _with_family(built, ends.get(name))
    )


def _with_family(built: Specification, family: Unified | None) -> Iterator[Edition]:
    yield _exact(built)
    if family is not None:
        yield _of_family(family, built)


def _exact(built: Specification) -> Edition:
    version = built.version
    return Edition(
        label=version.name,
        package=version.package,
        station=version.station,
        back_office=version.back_office,
        procedures={each.action: each for each in built.procedures},
        messages={each.name: _entry(each) for each in built.messages},
        datatypes={each.name: _entry(each) for each in built.datatypes},
        enumerations={each.name: each for each in built.enumerations},
        is_family=False,
    )


def _entry(entry: ObjectType) -> Entry:
    rows = (
        Row(each.name, f"`{each.wire}`", each.shape, each.meaning, each.required)
        for each in entry.fields
    )
    return Entry(entry.name, entry.clause, tuple(rows), entry.open)


def _of_family(family: Unified, newest: Specification) -> Edition:
    return Edition(
        label=family.mapped.package,
        package=family.mapped.package,
        station=newest.version.station,
        back_office=newest.version.back_office,
        procedures={each.action: each for each in family.procedures},
        messages={each.name: _unified(each) for each in family.messages},
        datatypes={
            each.name: _unified(each)
            for each in family.datatypes
            if each.grouping is None
        },
        enumerations={each.type.name: each.type for each in family.enumerations},
        is_family=True,
    )


def _unified(entry: UnifiedObject) -> Entry:
    rows = (
        Row(field.name, wire_names(field, tuple(entry.exact)), shape, meaning, needed)
        for field in entry.fields
        for shape, meaning, needed in [of_family(field)]
    )
    return Entry(entry.name, entry.clause, tuple(rows), entry.open)
