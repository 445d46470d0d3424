"""The types of several versions, and whether a mapping covers them.

A type is covered if the mapping uses it, even if it has no name in the family: an
enumeration of two values that becomes a bool is covered without a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NoReturn, TypeAlias

from ..errors import Collector
from ..reading.naming import Names
from ..reading.shapes import Array, Named, Shape, Text
from ..reading.specification import EnumType, ObjectType, Specification
from .mapping import MappingError

__all__ = ["Lookup"]

_Types: TypeAlias = Mapping[str, EnumType | ObjectType]


class Lookup:
    """Finds types of the versions by name, and records which of them are used.

    Args:
        file: The name of the mapping, for errors.
        versions: The versions, by name.
        names: The rule of names.

    Attributes:
        faults: The faults that do not prevent reading the rest.
    """

    def __init__(
        self, file: str, versions: Mapping[str, Specification], names: Names
    ) -> None:
        self.faults = Collector()
        self._file = file
        self._names = names
        self._types: Mapping[str, _Types] = {
            version: {entry.name: entry for entry in _all_types(specification)}
            for version, specification in versions.items()
        }
        self._ours: dict[tuple[str, str], str] = {}
        self._used: set[tuple[str, str]] = set()
        self._texts: frozenset[str] = frozenset()

    def refuse(self, place: str, reason: str) -> NoReturn:
        """Raises an error about a place."""
        raise self._error(place, reason)

    def note(self, place: str, reason: str) -> None:
        """Adds an error about a place to the faults."""
        self.faults.add(self._error(place, reason))

    def _error(self, place: str, reason: str) -> MappingError:
        return MappingError(f"{self._file}: {place}: {reason}")

    def member(self, value: str) -> str:
        """Returns the name of a member of an enumeration."""
        return self._names.member(value)

    def places(
        self, place: str, name: str, called: Mapping[str, str]
    ) -> dict[str, str]:
        """Returns the names of a type by version, and records it for the family."""
        self._check_versions(f"{place}.called", called)
        places = {
            version: called.get(version, name)
            for version, types in self._types.items()
            if version in called or name in types
        }
        if not places:
            self.refuse(place, "no version has a type of this name")
        for version, exact in places.items():
            if exact not in self._types[version]:
                self.refuse(f"{place}.called", f"OCPP {version} has no type {exact}")
            # Fields with this type of the version get the type of the family; with two
            # such types, the choice would be open.
            if self._ours.setdefault((version, exact), name) != name:
                other = self._ours[version, exact]
                self.refuse(
                    place, f"{exact} of OCPP {version} already has the name {other}"
                )
        return places

    def enumeration(self, version: str, name: str) -> EnumType | None:
        """Returns an enumeration of a version; None if it is something else."""
        found = self._types[version].get(name)
        if not isinstance(found, EnumType):
            return None
        self._used.add((version, name))
        return found

    def object(self, version: str, name: str) -> ObjectType | None:
        """Returns a message or datatype of a version; None if it is something else."""
        found = self._types[version].get(name)
        if not isinstance(found, ObjectType):
            return None
        self._used.add((version, name))
        return found

    def read_as_text(self, names: Iterable[str]) -> None:
        """Records the enumerations of the family whose fields are text."""
        self._texts = frozenset(names)

    def shape(self, place: str, version: str, shape: Shape) -> Shape:
        """Returns a shape of a version with the family's names of types."""
        match shape:
            case Array(items):
                return replace(shape, items=self.shape(place, version, items))
            case Named(name):
                if (version, name) not in self._ours:
                    reason = f"nothing covers the type {name} of OCPP {version}"
                    self.refuse(place, reason)
                ours = self._ours[version, name]
                return self._text(version, name) if ours in self._texts else Named(ours)
            case _:
                return shape

    def _text(self, version: str, name: str) -> Text:
        """Returns the shape of an enumeration whose values are read as text."""
        found = self.enumeration(version, name)
        assert found is not None, f"{name} is in a table of enumerations"
        return Text(max_length=max(len(member.value) for member in found.members))

    def check_use(self) -> None:
        """Adds a fault for each type that the mapping does not cover."""
        for version, types in self._types.items():
            for name in sorted(types):
                if (version, name) not in self._used:
                    self.note("top level", f"nothing covers {name} of OCPP {version}")

    def _check_versions(self, place: str, versions: Iterable[str]) -> None:
        for version in versions:
            if version not in self._types:
                self.refuse(
                    f"{place}.{version}", "the mapping does not name this version"
                )


def _all_types(specification: Specification) -> Iterator[EnumType | ObjectType]:
    yield from specification.enumerations
    yield from specification.datatypes
    yield from specification.messages
