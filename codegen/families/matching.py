"""Matches a mapping with its versions, and returns one set of types for all of them.

Every entry of the mapping is looked up in the versions, and everything in the versions
is looked up in the mapping. The result is complete: it has the place of each type,
field and value of the family in each version that has it. A new edition, an erratum or
a mistake in the mapping therefore stops the generator, and no field is silently lost.

Versions are in the order of the mapping, the oldest first. If they differ only in
matters of presentation, such as names and order, the newest one is used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, TypeVarTuple, Unpack

from ..reading.naming import Names
from ..reading.shapes import named
from ..reading.specification import (
    EnumType,
    Member,
    ObjectType,
    Procedure,
    Specification,
    messages_of,
)
from .based import filled
from .fields import FieldReader
from .lookup import Lookup
from .mapping import EnumEntry, Fields, Mapped, TypeEntry
from .unified import EnumPlace, Unified, UnifiedEnum, UnifiedField, UnifiedObject

__all__ = ["unify"]

_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")


def unify(mapped: Mapped, built: Mapping[str, Specification], names: Names) -> Unified:
    """Matches a mapping with its versions.

    Args:
        mapped: The mapping.
        built: The versions, by name.
        names: The rule of names.

    Raises:
        CodegenError: The mapping has entries that are not in the versions, or the other
            way round, or that do not fit; the error names all of them.
    """
    versions = {name: built[name] for name in mapped.versions if name in built}
    mapped = filled(mapped, versions)
    lookup = Lookup(f"{mapped.package}.toml", versions, names)
    for version in mapped.versions:
        if version not in versions:
            lookup.refuse("versions", f"there is no OCPP {version}")
    return _Unification(mapped, versions, lookup).done()


class _Unification:
    """Looks up the entries of a mapping."""

    def __init__(
        self, mapped: Mapped, versions: Mapping[str, Specification], lookup: Lookup
    ) -> None:
        self._mapped = mapped
        self._versions = versions
        self._lookup = lookup

    def done(self) -> Unified:
        # All types are entered before any of their fields is read, because a field may
        # refer to a later type in the table.
        values = self._places("enumerations", self._mapped.enumerations)
        places = self._places("types", self._mapped.types)
        # If a type has no place, all references to it would be faults as well.
        lost = self._lookup.faults.has()
        enumerations = self._each(
            self._enumeration,
            (
                (name, self._mapped.enumerations[name], found)
                for name, found in sorted(values.items())
            ),
        )
        texts = [name for name, e in self._mapped.enumerations.items() if e.text]
        if lost:
            self._lookup.faults.check()
        self._lookup.read_as_text(texts)
        datatypes = self._each(
            self._object,
            (
                (f"types.{name}", name, places[name], entry, entry.clause)
                for name, entry in self._mapped.types.items()
            ),
        )
        procedures, messages = self._actions()
        self._lookup.faults.check()
        self._lookup.check_use()
        self._lookup.faults.check()
        return Unified(
            mapped=self._mapped,
            specifications=self._versions,
            enumerations=tuple(enumerations),
            datatypes=tuple(_in_order(datatypes)),
            messages=tuple(sorted(messages, key=lambda entry: entry.name)),
            procedures=procedures,
        )

    def _each(
        self, make: Callable[[Unpack[_Ts]], _T], said: Iterable[tuple[*_Ts]]
    ) -> list[_T]:
        """Returns the result for each entry; faults are collected."""
        made: list[_T] = []
        for arguments in said:
            with self._lookup.faults.catching():
                made.append(make(*arguments))
        return made

    def _places(
        self, table: str, entries: Mapping[str, EnumEntry | TypeEntry]
    ) -> Mapping[str, Mapping[str, str]]:
        """Returns the names of the types of a table in the versions, by name."""

        def place(name: str, entry: EnumEntry | TypeEntry) -> tuple[str, Any]:
            return name, self._lookup.places(f"{table}.{name}", name, entry.called)

        return dict(self._each(place, sorted(entries.items())))

    # Enumerations

    def _enumeration(
        self, name: str, entry: EnumEntry, places: Mapping[str, str]
    ) -> UnifiedEnum:
        place = f"enumerations.{name}"
        spellings = list(_spellings(entry, places))
        for value, version, _ in spellings:
            if version not in places:
                reason = f"OCPP {version} has no such enumeration, for {value!r}"
                self._lookup.refuse(place, reason)
        values = list(dict.fromkeys(value for value, _, _ in spellings))
        members = tuple(
            Member(self._lookup.member(value), value)
            for value in values
            if value != entry.absent
        )
        found = {
            version: self._enum_place(
                place,
                version,
                exact,
                [
                    (value, spelled)
                    for value, where, spelled in spellings
                    if where == version
                ],
                entry.absent,
            )
            for version, exact in places.items()
        }
        return UnifiedEnum(
            EnumType(name, members), entry.clause, entry.absent is not None, found
        )

    def _enum_place(
        self,
        place: str,
        version: str,
        exact: str,
        spelled: Iterable[tuple[str, Sequence[str]]],
        absent: str | None,
    ) -> EnumPlace:
        """Finds the values of the family among those of a version."""
        found = self._lookup.enumeration(version, exact)
        if found is None:
            self._lookup.refuse(place, f"{exact} of OCPP {version} is no enumeration")
        members = {member.value: member.name for member in found.members}
        read: dict[str, str | None] = {}
        write: dict[str | None, str] = {}
        for value, spellings in spelled:
            ours = None if value == absent else self._lookup.member(value)
            for spelling in spellings:
                if spelling not in members:
                    reason = f"{exact} of OCPP {version} has no value {spelling!r}"
                    self._lookup.refuse(place, reason)
                if members[spelling] in read:
                    self._lookup.refuse(
                        place, f"{spelling!r} of OCPP {version} is listed twice"
                    )
                read[members[spelling]] = ours
            # The first spelling is written, because the errata of 1.6 require Celcius.
            write[ours] = members[spellings[0]]
        for value, name in members.items():
            if name not in read:
                reason = f"nothing covers the value {value!r} of OCPP {version}"
                self._lookup.note(place, reason)
        return EnumPlace(exact, read, write)

    # Messages and datatypes

    def _actions(self) -> tuple[tuple[Procedure, ...], list[UnifiedObject]]:
        procedures: list[Procedure] = []
        messages: list[UnifiedObject] = []
        actions = sorted(self._mapped.actions)
        found = self._each(self._procedure, ((action,) for action in actions))
        for procedure, versions in found:
            procedures.append(procedure)
            messages += self._each(self._object, self._sides(procedure, versions))
        return tuple(procedures), messages

    def _sides(
        self, procedure: Procedure, versions: Sequence[str]
    ) -> Iterator[tuple[str, str, Mapping[str, str], Fields, str]]:
        """Returns the entries of the messages of an action, to pass to `_object`."""
        action = procedure.action
        entry = self._mapped.actions[action]
        sides = (("request", entry.request), ("response", entry.response))
        names = messages_of(procedure.kind, action)
        for name, (side, fields) in zip(names, sides, strict=False):
            places = dict.fromkeys(versions, name)
            yield f"actions.{action}.{side}", name, places, fields, entry.clause

    def _procedure(self, action: str) -> tuple[Procedure, Sequence[str]]:
        """Returns the procedure of an action, and the versions that have it."""
        found = {
            version: procedure
            for version, specification in self._versions.items()
            for procedure in specification.procedures
            if procedure.action == action
        }
        if not found:
            self._lookup.refuse(f"actions.{action}", "no version has such an action")
        *_, newest = found.values()
        # A role class of a family has one method for an action, in one direction.
        if any(_of_whom(other) != _of_whom(newest) for other in found.values()):
            reason = "the versions disagree on who may send it"
            self._lookup.refuse(f"actions.{action}", reason)
        clause = "; ".join(procedure.clause for procedure in found.values())
        return replace(newest, clause=clause), tuple(found)

    def _object(
        self,
        place: str,
        name: str,
        places: Mapping[str, str],
        entry: Fields,
        clause: str,
    ) -> UnifiedObject:
        exact: dict[str, ObjectType] = {}
        for version, called in places.items():
            found = self._lookup.object(version, called)
            if found is None:
                self._lookup.refuse(place, f"{called} of OCPP {version} has no fields")
            exact[version] = found
        numbers = self._mapped.base is not None
        fields = FieldReader(self._lookup, place, exact, numbers=numbers)
        grouping = None
        read = list(fields.all(entry))
        if isinstance(entry, TypeEntry) and (entry.grouping or entry.parts):
            if read:
                self._lookup.refuse(place, "a grouping and fields exclude each other")
            grouping = fields.grouping(place, entry.grouping or "")
            read = [fields.grouped(f"{place}.parts", "", entry.parts, grouping)]
        fields.check_covered()
        for field_name, times in Counter(field.name for field in read).items():
            if times > 1:
                self._lookup.refuse(place, f"two fields are called {field_name}")
        # The order of the newest version. A field that only an older version has keeps
        # its place there, and a grouping has the place of its first part.
        order = {
            field.wire: position
            for entry_ in exact.values()
            for position, field in enumerate(entry_.fields)
        }
        read.sort(key=lambda field: min(_positions(field, order)))
        is_open = any(each.open for each in exact.values())
        return UnifiedObject(name, clause, places, tuple(read), grouping, is_open)


def _of_whom(procedure: Procedure) -> tuple[str, frozenset[str]]:
    return procedure.kind, frozenset(procedure.senders)


def _spellings(
    entry: EnumEntry, versions: Collection[str]
) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Returns each value of the family, with its spellings in each version."""
    absent = [] if entry.absent is None else [entry.absent]
    for value in (*entry.same, *absent):
        yield from ((value, version, [value]) for version in versions)
    for version, values in entry.only.items():
        yield from ((value, version, [value]) for value in values)
    for value, places in entry.respelled.items():
        for version, spelled in places.items():
            yield value, version, [spelled] if isinstance(spelled, str) else spelled


def _positions(field: UnifiedField, order: Mapping[str, int]) -> Iterator[int]:
    for part in field.parts:
        for found in part.fields.values():
            if found.wire in order:
                yield order[found.wire]
        for holder in part.holders.values():
            yield order[holder.field.wire]


def _in_order(types: Sequence[UnifiedObject]) -> Iterator[UnifiedObject]:
    """Returns each type after those that it contains.

    The annotations of the generated classes are evaluated with the class, because
    `from __future__ import annotations` would cost 12 to 20 % of import time.
    """
    left = {entry.name: entry for entry in types}

    def take(name: str | None) -> Iterator[UnifiedObject]:
        if (entry := left.pop(name or "", None)) is not None:
            for field in entry.fields:
                for part in field.parts:
                    yield from take(named(part.shape))
            yield entry

    for name in sorted(left):
        yield from take(name)
