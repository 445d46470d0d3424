"""The meanings of fields and the clauses of types, which no keyword of a schema has.

`units.toml` has the units of numbers, the formats of texts and the meanings of absent
fields; `clauses.toml` has the section of each datatype and enumeration. Both are for
docstrings only. Messages are not checked against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

from ..data import DATA, Data
from ..errors import CodegenError, Collector
from . import tables
from .shapes import Named
from .specification import (
    EnumType,
    Line,
    Meaning,
    ObjectType,
    PythonField,
    Specification,
)

__all__ = ["Fact", "MeaningError", "Meanings", "load", "with_facts"]


class MeaningError(CodegenError):
    """A fact is about nothing, or is said twice."""


@dataclass(frozen=True)
class Fact:
    """A fact of `units.toml` about some fields.

    Attributes:
        versions: The versions that have the fields.
        fields: The fields: `Type.field`, or `field` for all with this name on the wire.
        unit: The unit of the numbers.
        format: The format of the texts.
        absent: The meaning of the fields if they are left out.
        clause: The section with the fact, unless it is that of the type.
    """

    versions: Sequence[str]
    fields: Sequence[str]
    unit: Line | None = None
    format: Line | None = None
    absent: Line | None = None
    clause: Line | None = None


@dataclass(frozen=True)
class Meanings:
    """The facts of both files.

    Attributes:
        facts: The facts about fields.
        clauses: The sections of types, by version, chapter and name of the type.
    """

    facts: Sequence[Fact] = ()
    clauses: Mapping[str, Mapping[str, Mapping[str, Line]]] = field(
        default_factory=dict[str, Mapping[str, Mapping[str, Line]]]
    )

    def added(self, built: Specification) -> Specification:
        """Returns a version with the meanings of fields and the clauses of types.

        Raises:
            MeaningError: A fact fits no field, or is given twice; `Faults` for
                several.
        """
        version = built.version.name
        clauses = dict(self._clauses(version))
        found, known = Collector(), {entry.name for entry in built.parts}
        for name in clauses:
            if name not in known:
                told = f"clauses.toml: OCPP {version} has no type {name}"
                found.add(MeaningError(told))
        built = replace(
            built,
            enumerations=_with_clauses(built.enumerations, clauses),
            datatypes=_with_clauses(built.datatypes, clauses),
        )
        facts = [fact for fact in self.facts if version in fact.versions]
        lacking = f"OCPP {version} has no field"
        with found.catching():
            built = with_facts(built, facts, "units.toml", lacking)
        found.check()
        return built

    def _clauses(self, version: str) -> Iterator[tuple[str, str]]:
        for chapter, types in self.clauses.get(version, {}).items():
            for name, number in types.items():
                yield name, f"{chapter} {number}"


_Place: TypeAlias = tuple[str, str]
"""A field: its type, and its name on the wire."""


def with_facts(
    built: Specification,
    facts: Iterable[Fact],
    place: str,
    lacking: str,
    *,
    but: Specification | None = None,
) -> Specification:
    """Returns a version with the meanings of its fields.

    Args:
        built: The version, or the part of an extension.
        facts: The facts about its fields, whatever their versions.
        place: The place of the facts, for errors.
        lacking: The error text for a missing field, before its name.
        but: A version whose fields are excluded.

    Raises:
        MeaningError: A fact fits no field, or is given twice; `Faults` for several.
    """
    found, said = Collector(), dict[_Place, Meaning]()
    others = frozenset(_places(but)) if but else frozenset[_Place]()
    fields = [each for each in _places(built) if each not in others]
    for fact in facts:
        for key in fact.fields:
            meant = [each for each in fields if _is_named(each, key)]
            if not meant:
                found.add(MeaningError(f"{place}: {lacking} {key}"))
            for each in meant:
                with found.catching():
                    said[each] = _joined(said.get(each, Meaning()), fact, each, place)
    writer = _Writer(built, said, place, found)
    datatypes, messages = [
        tuple(map(writer.object, entries))
        for entries in (built.datatypes, built.messages)
    ]
    found.check()
    return replace(built, datatypes=datatypes, messages=messages)


def _places(built: Specification) -> Iterator[_Place]:
    for entry in (*built.datatypes, *built.messages):
        for each in entry.fields:
            yield entry.name, each.wire


def _is_named(place: _Place, key: str) -> bool:
    """Whether a fact with this key is about a field."""
    owner, _, wire = key.rpartition(".")
    return wire == place[1] and owner in {"", place[0]}


_KINDS: Final = ("unit", "format", "absent")


def _joined(meaning: Meaning, fact: Fact, field: _Place, place: str) -> Meaning:
    said = {kind: getattr(fact, kind) for kind in _KINDS if getattr(fact, kind)}
    for kind in said:
        if getattr(meaning, kind):
            raise MeaningError(f"{place}: gives the {kind} of {'.'.join(field)} twice")
    clauses = dict.fromkeys(filter(None, (meaning.clause, fact.clause)))
    return replace(meaning, **said, clause="; ".join(clauses))


_T = TypeVar("_T", EnumType, ObjectType)


def _with_clauses(types: Sequence[_T], clauses: Mapping[str, str]) -> tuple[_T, ...]:
    return tuple(replace(entry, clause=clauses.get(entry.name, "")) for entry in types)


class _Writer:
    """Writes the meanings of fields into the fields."""

    def __init__(
        self,
        built: Specification,
        said: Mapping[_Place, Meaning],
        place: str,
        found: Collector,
    ) -> None:
        self._said = said
        self._place = place
        self._found = found
        self._defaults = {
            entry.name: entry.default for entry in built.enumerations if entry.default
        }

    def object(self, entry: ObjectType) -> ObjectType:
        fields = (
            replace(each, meaning=self._meaning(entry, each)) for each in entry.fields
        )
        return replace(entry, fields=tuple(fields))

    def _meaning(self, owner: ObjectType, field: PythonField) -> Meaning:
        default = field.meaning.absent
        if not default and isinstance(field.shape, Named) and not field.required:
            default = self._defaults.get(field.shape.name, "")
        meaning = self._said.get((owner.name, field.wire))
        if meaning is None:
            return replace(field.meaning, absent=default)
        if default and meaning.absent:
            where = f"{owner.name}.{field.wire}"
            told = f"{self._place}: the schema of {where} has a default already"
            self._found.add(MeaningError(told))
        clause = "" if meaning.clause == owner.clause else meaning.clause
        return replace(meaning, absent=meaning.absent or default, clause=clause)


@dataclass(frozen=True)
class _Clauses:
    """The contents of `clauses.toml`."""

    versions: Mapping[str, Mapping[str, Mapping[str, Line]]]


def load(data: Data = DATA) -> Meanings:
    """Reads both files, which an edition of your own may lack.

    Raises:
        TableError: A file is not TOML, or has an invalid entry.
    """
    facts = [
        tables.fill(Fact, entry, data.units, f"entry {number}")
        for number, entry in enumerate(_read(data.units).get("facts", ()), 1)
    ]
    clauses = {"versions": _read(data.clauses)}
    found = tables.fill(_Clauses, clauses, data.clauses, "top level")
    return Meanings(tuple(facts), found.versions)


def _read(path: Path) -> Mapping[str, Any]:
    return tables.read(path) if path.exists() else {}
