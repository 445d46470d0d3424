"""What fields mean and where types are defined: what schemas do not say in keywords.

`units.toml` has the units of numbers, the formats of texts and what an absent field
means; `clauses.toml` has the section of each datatype and enumeration. Both are about
docstrings only: nothing that is checked on the wire depends on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from ..data import DATA, Data
from ..errors import CodegenError
from . import tables
from .shapes import Named
from .specification import EnumType, Line, Meaning, ObjectType, Specification

__all__ = ["Fact", "MeaningError", "Meanings", "load"]


class MeaningError(CodegenError):
    """A fact is about nothing, or is said twice."""


@dataclass(frozen=True)
class Fact:
    """A fact about some fields, as `units.toml` has it.

    Attributes:
        versions: The versions that have the fields.
        fields: Each as `Type.field`, or as `field` for all of a name on the wire.
        unit: The unit of the numbers.
        format: How the texts are written.
        absent: What it means that they are left out.
        clause: Where it is said, unless that is the section of the type.
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
        facts: What fields mean.
        clauses: Where types are defined: by version, chapter and name of the type.
    """

    facts: Sequence[Fact] = ()
    clauses: Mapping[str, Mapping[str, Mapping[str, Line]]] = field(
        default_factory=dict[str, Mapping[str, Mapping[str, Line]]]
    )

    def added(self, built: Specification) -> Specification:
        """Returns a version with what its fields mean and where its types are defined.

        Raises:
            MeaningError: A fact fits nothing, or is said twice.
        """
        version = built.version.name
        clauses = dict(self._clauses(version))
        known = {*_names(built)}
        if lost := [name for name in clauses if name not in known]:
            raise MeaningError(f"clauses.toml: OCPP {version} has no type {lost[0]}")
        writer = _Writer(version, built, self._said(built))
        return replace(
            built,
            enumerations=_with_clauses(built.enumerations, clauses),
            datatypes=_with_clauses(map(writer.object, built.datatypes), clauses),
            messages=tuple(map(writer.object, built.messages)),
        )

    def _clauses(self, version: str) -> Iterator[tuple[str, str]]:
        for chapter, types in self.clauses.get(version, {}).items():
            for name, number in types.items():
                yield name, f"{chapter} {number}"

    def _said(self, built: Specification) -> Mapping[tuple[str, str], Meaning]:
        """Returns what is said of each field, by type and name on the wire."""
        version = built.version.name
        said: dict[tuple[str, str], Meaning] = {}
        for fact in self.facts:
            if version not in fact.versions:
                continue
            for key in fact.fields:
                places = [*_places(built, key)]
                if not places:
                    raise MeaningError(f"units.toml: OCPP {version} has no field {key}")
                for place in places:
                    said[place] = _joined(said.get(place, Meaning()), fact, place)
        return said


def _names(built: Specification) -> Iterator[str]:
    yield from (entry.name for entry in built.parts)


def _places(built: Specification, key: str) -> Iterator[tuple[str, str]]:
    """Returns the fields that a key is about."""
    owner, _, wire = key.rpartition(".")
    for entry in (*built.datatypes, *built.messages):
        for each in entry.fields:
            if each.wire == wire and owner in ("", entry.name):
                yield entry.name, wire


_KINDS: Final = ("unit", "format", "absent")


def _joined(meaning: Meaning, fact: Fact, place: tuple[str, str]) -> Meaning:
    said = {kind: getattr(fact, kind) for kind in _KINDS if getattr(fact, kind)}
    for kind in said:
        if getattr(meaning, kind):
            raise MeaningError(
                f"units.toml: says the {kind} of {'.'.join(place)} twice"
            )
    return replace(meaning, **said)


_T = TypeVar("_T", EnumType, ObjectType)


def _with_clauses(
    types: Iterator[_T] | Sequence[_T], clauses: Mapping[str, str]
) -> tuple[_T, ...]:
    return tuple(replace(entry, clause=clauses.get(entry.name, "")) for entry in types)


class _Writer:
    """Writes what is said of fields into them."""

    def __init__(
        self,
        version: str,
        built: Specification,
        said: Mapping[tuple[str, str], Meaning],
    ) -> None:
        self._version = version
        self._said = said
        self._defaults = {
            entry.name: entry.default for entry in built.enumerations if entry.default
        }

    def object(self, entry: ObjectType) -> ObjectType:
        fields = tuple(
            replace(each, meaning=meaning)
            for each, meaning in zip(entry.fields, self._meanings(entry), strict=True)
        )
        return replace(entry, fields=fields)

    def _meanings(self, entry: ObjectType) -> Iterator[Meaning]:
        for each in entry.fields:
            meaning = self._said.get((entry.name, each.wire), Meaning())
            default = each.meaning.absent
            if not default and isinstance(each.shape, Named) and not each.required:
                default = self._defaults.get(each.shape.name, "")
            if default and meaning.absent:
                raise MeaningError(
                    f"units.toml: OCPP {self._version}: the schema of "
                    f"{entry.name}.{each.wire} has a default already"
                )
            yield replace(meaning, absent=meaning.absent or default)


@dataclass(frozen=True)
class _Clauses:
    """The contents of `clauses.toml`."""

    versions: Mapping[str, Mapping[str, Mapping[str, Line]]]


def load(data: Data = DATA) -> Meanings:
    """Reads both files; an edition of someone else may lack them.

    Raises:
        TableError: One is no TOML, or has an entry that is not understood.
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
