"""One set of types for several versions: a mapping together with what it maps to.

Everything that the mapping says is looked up in the versions, and everything that the
versions have is looked for in the mapping. What remains is complete: for each type,
field and value of ours, where it stands in each version, if it does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NoReturn, TypeAlias

from .groupings import GROUPINGS, Grouping
from .mapping import (
    ByVersion,
    EnumEntry,
    FieldEntry,
    Fields,
    Mapped,
    MappingError,
    TypeEntry,
    WireNames,
)
from .model import Array, Named, Number, Shape, Text
from .naming import Names
from .specification import (
    EnumType,
    Member,
    ObjectType,
    Procedure,
    PythonField,
    Specification,
)

__all__ = [
    "EnumPlace",
    "Holder",
    "Part",
    "Unified",
    "UnifiedEnum",
    "UnifiedField",
    "UnifiedObject",
    "unify",
]


@dataclass(frozen=True)
class EnumPlace:
    """Where an enumeration stands in one version, by names of members.

    Attributes:
        name: What the version calls it.
        read: Our member for each of the version's; None for the absent one.
        write: The version's member for each of ours that it has.
    """

    name: str
    read: Mapping[str, str | None]
    write: Mapping[str | None, str]


@dataclass(frozen=True)
class UnifiedEnum:
    """An enumeration of ours; where `absent`, None is one of its values."""

    type: EnumType
    clause: str
    absent: bool
    places: Mapping[str, EnumPlace]


@dataclass(frozen=True)
class Holder:
    """A list of objects that hold the lists which are one list of ours."""

    field: PythonField
    type: str


@dataclass(frozen=True)
class Part:
    """A field on the wire.

    Attributes:
        name: In Python.
        shape: What it holds, in types of ours; as wide as the widest version.
        required: Whether every version requires it.
        fields: What it is in each version that has it.
        holders: Where its list is spread over a list of objects.
    """

    name: str
    shape: Shape
    required: bool
    fields: Mapping[str, PythonField]
    holders: Mapping[str, Holder]


@dataclass(frozen=True)
class UnifiedField:
    """A field of ours, made of one part or several.

    Attributes:
        name: In Python.
        parts: What it is on the wire.
        grouping: What makes it of the parts.
        boolean: The names of the members that are true and false.
        default: The name of the member that is meant where it is absent.
    """

    name: str
    parts: tuple[Part, ...]
    grouping: Grouping | None = None
    boolean: tuple[str, str] | None = None
    default: str | None = None


@dataclass(frozen=True)
class UnifiedObject:
    """A message or a datatype of ours.

    Attributes:
        name: Its name.
        clause: Where it is defined.
        exact: What the versions that have it call it.
        fields: Its fields; those of a grouping are the parts of a single one.
        grouping: What it is made into.
    """

    name: str
    clause: str
    exact: Mapping[str, str]
    fields: tuple[UnifiedField, ...]
    grouping: Grouping | None = None


@dataclass(frozen=True)
class Unified:
    """All that is emitted.

    Attributes:
        mapped: What the mapping says.
        specifications: The versions, by name.
        enumerations: Sorted by name.
        datatypes: Each after those that it holds.
        messages: Sorted by name.
        procedures: Sorted by action.
    """

    mapped: Mapped
    specifications: Mapping[str, Specification]
    enumerations: tuple[UnifiedEnum, ...]
    datatypes: tuple[UnifiedObject, ...]
    messages: tuple[UnifiedObject, ...]
    procedures: tuple[Procedure, ...]


def unify(mapped: Mapped, built: Mapping[str, Specification], names: Names) -> Unified:
    """Brings a mapping and its versions together.

    Args:
        mapped: The mapping.
        built: The versions, by name.
        names: The rule of names.

    Raises:
        MappingError: Something in the mapping is not in the versions, or the other way
            round, or does not fit.
    """
    file = f"{mapped.package}.toml"
    for version in mapped.versions:
        if version not in built:
            _refuse(file, "versions", f"there is no OCPP {version}")
    versions = {version: built[version] for version in mapped.versions}
    return _Unification(file, mapped, versions, names).done()


def _refuse(file: str, place: str, reason: str) -> NoReturn:
    raise MappingError(f"{file}: {place}: {reason}")


_Types: TypeAlias = Mapping[str, EnumType | ObjectType]
_LIST: Final = "[]."


class _Unification:
    """Looks up what a mapping says."""

    def __init__(
        self,
        file: str,
        mapped: Mapped,
        versions: Mapping[str, Specification],
        names: Names,
    ) -> None:
        self._file = file
        self._mapped = mapped
        self._versions = versions
        self._names = names
        self._types: Mapping[str, _Types] = {
            version: {entry.name: entry for entry in _all_types(specification)}
            for version, specification in versions.items()
        }
        self._ours: dict[tuple[str, str], str] = {}
        self._used: set[tuple[str, str]] = set()

    def done(self) -> Unified:
        enumerations = tuple(
            self._enumeration(name, entry)
            for name, entry in sorted(self._mapped.enumerations.items())
        )
        places = {
            name: self._places(f"types.{name}", name, entry.called)
            for name, entry in self._mapped.types.items()
        }
        datatypes = [
            self._object(f"types.{name}", name, places[name], entry, entry.clause)
            for name, entry in self._mapped.types.items()
        ]
        procedures, messages = self._actions()
        self._check_use()
        return Unified(
            mapped=self._mapped,
            specifications=self._versions,
            enumerations=enumerations,
            datatypes=tuple(_in_order(datatypes)),
            messages=tuple(sorted(messages, key=lambda entry: entry.name)),
            procedures=procedures,
        )

    def _refuse(self, place: str, reason: str) -> NoReturn:
        _refuse(self._file, place, reason)

    def _check_versions(self, place: str, versions: Iterable[str]) -> None:
        for version in versions:
            if version not in self._versions:
                self._refuse(f"{place}.{version}", "there is no such version here")

    def _places(
        self, place: str, name: str, called: Mapping[str, str]
    ) -> dict[str, str]:
        """Returns what a type is called, by version, and notes that it is ours."""
        self._check_versions(f"{place}.called", called)
        places = {
            version: called.get(version, name)
            for version, types in self._types.items()
            if version in called or name in types
        }
        if not places:
            self._refuse(place, "no version has a type of this name")
        for version, exact in places.items():
            if exact not in self._types[version]:
                self._refuse(f"{place}.called", f"OCPP {version} has no type {exact}")
            if self._ours.setdefault((version, exact), name) != name:
                other = self._ours[version, exact]
                self._refuse(place, f"{exact} of OCPP {version} is {other} already")
        return places

    # Enumerations

    def _enumeration(self, name: str, entry: EnumEntry) -> UnifiedEnum:
        place = f"enumerations.{name}"
        places = self._places(place, name, entry.called)
        spellings = list(_spellings(entry, places))
        for value, version, _ in spellings:
            if version not in places:
                reason = f"OCPP {version} has no such enumeration, for {value!r}"
                self._refuse(place, reason)
        values = list(dict.fromkeys(value for value, _, _ in spellings))
        members = tuple(
            Member(self._names.member(value), value)
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
        """Finds the values of ours among those of a version."""
        found = self._types[version][exact]
        if not isinstance(found, EnumType):
            self._refuse(place, f"{exact} of OCPP {version} is no enumeration")
        members = {member.value: member.name for member in found.members}
        read: dict[str, str | None] = {}
        write: dict[str | None, str] = {}
        for value, spellings in spelled:
            ours = None if value == absent else self._names.member(value)
            for spelling in spellings:
                if spelling not in members:
                    reason = f"{exact} of OCPP {version} has no value {spelling!r}"
                    self._refuse(place, reason)
                if members[spelling] in read:
                    self._refuse(place, f"{spelling!r} of OCPP {version} is said twice")
                read[members[spelling]] = ours
            write[ours] = members[spellings[0]]
        for value, name in members.items():
            if name not in read:
                reason = f"nothing covers the value {value!r} of OCPP {version}"
                self._refuse(place, reason)
        self._used.add((version, exact))
        return EnumPlace(exact, read, write)

    # Messages and datatypes

    def _actions(self) -> tuple[tuple[Procedure, ...], list[UnifiedObject]]:
        procedures: list[Procedure] = []
        messages: list[UnifiedObject] = []
        for action, entry in sorted(self._mapped.actions.items()):
            procedure, versions = self._procedure(action)
            procedures.append(procedure)
            for side, fields in (
                ("Request", entry.request),
                ("Response", entry.response),
            ):
                place = f"actions.{action}.{side.lower()}"
                places = dict.fromkeys(versions, f"{action}{side}")
                message = self._object(
                    place, f"{action}{side}", places, fields, entry.clause
                )
                messages.append(message)
        return tuple(procedures), messages

    def _procedure(self, action: str) -> tuple[Procedure, Sequence[str]]:
        """Returns what the versions say of an action, and which have it."""
        found = {
            version: procedure
            for version, specification in self._versions.items()
            for procedure in specification.procedures
            if procedure.action == action
        }
        if not found:
            self._refuse(f"actions.{action}", "no version has such an action")
        *_, newest = found.values()
        if any({*other.senders} != {*newest.senders} for other in found.values()):
            reason = "the versions disagree on who may send it"
            self._refuse(f"actions.{action}", reason)
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
            found = self._types[version][called]
            if not isinstance(found, ObjectType):
                self._refuse(place, f"{called} of OCPP {version} has no fields")
            exact[version] = found
            self._used.add((version, called))
        fields = _FieldReader(self, place, exact)
        grouping = None
        read = list(fields.all(entry))
        if isinstance(entry, TypeEntry) and (entry.grouping or entry.parts):
            if read:
                self._refuse(place, "it has a grouping and fields")
            grouping = fields.grouping(place, entry.grouping or "")
            read = [fields.grouped(f"{place}.parts", "", entry.parts, grouping)]
        fields.check_covered()
        for field_name, times in Counter(field.name for field in read).items():
            if times > 1:
                self._refuse(place, f"two fields are called {field_name}")
        order = {
            field.wire: position
            for entry_ in reversed(exact.values())
            for position, field in enumerate(entry_.fields)
        }
        read.sort(key=lambda field: min(_positions(field, order)))
        return UnifiedObject(name, clause, places, tuple(read), grouping)

    def shape(self, place: str, version: str, shape: Shape) -> Shape:
        """Returns a shape of a version with our names of types in it."""
        match shape:
            case Array(items):
                return replace(shape, items=self.shape(place, version, items))
            case Named(name):
                if (version, name) not in self._ours:
                    reason = f"nothing covers the type {name} of OCPP {version}"
                    self._refuse(place, reason)
                return Named(self._ours[version, name])
            case _:
                return shape

    def enumeration(self, version: str, name: str) -> EnumType | None:
        """Returns an enumeration of a version, which is used without being ours."""
        found = self._types[version].get(name)
        if not isinstance(found, EnumType):
            return None
        self._used.add((version, name))
        return found

    def object(self, version: str, name: str) -> ObjectType | None:
        """Returns a type of a version, which is used without being ours."""
        found = self._types[version].get(name)
        if not isinstance(found, ObjectType):
            return None
        self._used.add((version, name))
        return found

    def refuse(self, place: str, reason: str) -> NoReturn:
        """Raises what is wrong at a place."""
        self._refuse(place, reason)

    def member(self, value: str) -> str:
        """Returns the name of a member."""
        return self._names.member(value)

    def _check_use(self) -> None:
        for version, types in self._types.items():
            for name in sorted(types):
                if (version, name) not in self._used:
                    _refuse(
                        self._file,
                        "top level",
                        f"nothing covers {name} of OCPP {version}",
                    )


class _FieldReader:
    """Looks up the fields of one message or datatype."""

    def __init__(
        self, types: _Unification, place: str, exact: Mapping[str, ObjectType]
    ) -> None:
        self._types = types
        self._place = place
        self._fields = {
            version: {field.wire: field for field in entry.fields}
            for version, entry in exact.items()
        }
        self._covered = {version: Counter[str]() for version in exact}

    def all(self, entry: Fields) -> Iterator[UnifiedField]:
        """Returns the fields that an entry names."""
        for wire in entry.same:
            yield self._plain(f"{self._place}.same", dict.fromkeys(self._fields, wire))
        for version, wires in entry.only.items():
            for wire in wires:
                yield self._plain(f"{self._place}.only", {version: wire})
        for name, field in entry.fields.items():
            yield self._field(f"{self._place}.fields.{name}", name, field)

    def check_covered(self) -> None:
        """Checks that every field of every version is named once."""
        for version, fields in self._fields.items():
            for wire in fields:
                if (times := self._covered[version][wire]) != 1:
                    how = "nothing covers" if times == 0 else "more than one covers"
                    self._refuse(
                        self._place, f"{how} the field {wire} of OCPP {version}"
                    )

    def grouping(self, place: str, name: str) -> Grouping:
        """Returns a grouping by its name."""
        if name not in GROUPINGS:
            known = ", ".join(sorted(GROUPINGS))
            self._refuse(place, f"there is no grouping {name!r}; there are {known}")
        return GROUPINGS[name]

    def grouped(
        self, place: str, name: str, at: WireNames | ByVersion, grouping: Grouping
    ) -> UnifiedField:
        """Returns the field that a grouping makes of several."""
        wires = self._wires(place, at)
        for version, names in wires.items():
            if len(names) != grouping.parts:
                self._refuse(
                    place,
                    f"{grouping.name} takes {grouping.parts} fields, not {len(names)} "
                    f"as of OCPP {version}",
                )
        parts = tuple(
            self._part(
                place, {v: names[number] for v, names in wires.items() if names[number]}
            )
            for number in range(grouping.parts)
        )
        return UnifiedField(name, parts, grouping)

    def _plain(self, place: str, wires: Mapping[str, str]) -> UnifiedField:
        part = self._part(place, wires)
        return UnifiedField(part.name, (part,))

    def _field(self, place: str, name: str, entry: FieldEntry) -> UnifiedField:
        if [entry.grouping, entry.boolean, entry.default].count(None) < 2:
            self._refuse(place, "grouping, boolean and default exclude each other")
        if entry.grouping is not None:
            grouping = self.grouping(place, entry.grouping)
            return self.grouped(place, name, entry.at, grouping)
        wires = {
            version: names[0] for version, names in self._wires(place, entry.at).items()
        }
        if entry.boolean is not None:
            return self._boolean(place, name, wires, entry.boolean)
        part = self._part(place, wires)
        if entry.default is None:
            return UnifiedField(name, (part,))
        return self._with_default(place, name, part, entry.default)

    def _boolean(
        self,
        place: str,
        name: str,
        wires: Mapping[str, str],
        values: tuple[str, str],
    ) -> UnifiedField:
        """Returns a field that is an enumeration of two values in every version."""
        fields = {v: self._exact(place, v, wire) for v, wire in wires.items()}
        for version, field in fields.items():
            shape = field.shape
            found = isinstance(shape, Named) and self._types.enumeration(
                version, shape.name
            )
            if not found or {member.value for member in found.members} != {*values}:
                self._refuse(
                    place,
                    f"{field.wire} of OCPP {version} is not just "
                    f"{values[0]} and {values[1]}",
                )
        part = Part(name, Text(), _required(fields), fields, {})
        yes, no = map(self._types.member, values)
        return UnifiedField(name, (part,), boolean=(yes, no))

    def _with_default(
        self, place: str, name: str, part: Part, value: str
    ) -> UnifiedField:
        for version, field in part.fields.items():
            shape = field.shape
            found = isinstance(shape, Named) and self._types.enumeration(
                version, shape.name
            )
            if not found or value not in {member.value for member in found.members}:
                self._refuse(
                    place, f"{value!r} is no value of {field.wire} in OCPP {version}"
                )
        return UnifiedField(name, (part,), default=self._types.member(value))

    def _wires(
        self, place: str, at: WireNames | ByVersion
    ) -> Mapping[str, Sequence[str]]:
        """Returns names on the wire by version, however they are written."""
        found = at if isinstance(at, Mapping) else dict.fromkeys(self._fields, at)
        for version in found:
            if version not in self._fields:
                self._refuse(place, f"OCPP {version} has nothing like that")
        return {v: [at] if isinstance(at, str) else at for v, at in found.items()}

    def _exact(self, place: str, version: str, wire: str) -> PythonField:
        """Returns a field of a version, which is covered thereby."""
        if version not in self._fields or wire not in self._fields[version]:
            self._refuse(place, f"OCPP {version} has no field {wire}")
        self._covered[version][wire] += 1
        return self._fields[version][wire]

    def _part(self, place: str, wires: Mapping[str, str]) -> Part:
        fields: dict[str, PythonField] = {}
        holders: dict[str, Holder] = {}
        for version, wire in wires.items():
            outer, _, inner = wire.partition(_LIST)
            field = self._exact(place, version, outer)
            if inner:
                holders[version], field = self._inner(place, version, field, inner)
            fields[version] = field
        if not fields:
            self._refuse(place, "it stands nowhere")
        shapes = {
            version: self._types.shape(place, version, field.shape)
            for version, field in fields.items()
        }
        shape = self._merged(place, shapes)
        required = _required(fields) and fields.keys() == self._fields.keys()
        *_, newest = fields.values()
        if (
            not isinstance(shape, Array)
            and not required
            and any(field.required for field in fields.values())
        ):
            self._refuse(place, "one version requires it, another has no need of it")
        return Part(newest.name, shape, required, fields, holders)

    def _inner(
        self, place: str, version: str, outer: PythonField, inner: str
    ) -> tuple[Holder, PythonField]:
        """Returns the list in a list of objects that have nothing else."""
        match outer.shape:
            case Array(Named(name)):
                found = self._types.object(version, name)
            case _:
                name, found = outer.wire, None
        if found is None or [field.wire for field in found.fields] != [inner]:
            reason = f"{outer.wire} of OCPP {version} is no list of just {inner}"
            self._refuse(place, reason)
        return Holder(outer, name), found.fields[0]

    def _merged(self, place: str, shapes: Mapping[str, Shape]) -> Shape:
        """Returns a shape that holds whatever one of the versions holds."""
        (first, merged), *others = shapes.items()
        for version, shape in others:
            wider = _wider(merged, shape)
            if wider is None:
                reason = f"it is another thing in OCPP {first} than in OCPP {version}"
                self._refuse(place, reason)
            merged = wider
        return merged

    def _refuse(self, place: str, reason: str) -> NoReturn:
        self._types.refuse(place, reason)


def _all_types(specification: Specification) -> Iterator[EnumType | ObjectType]:
    yield from specification.enumerations
    yield from specification.datatypes
    yield from specification.messages


def _spellings(
    entry: EnumEntry, versions: Collection[str]
) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Returns each value of ours with a version that has it, and how it is spelled."""
    absent = [] if entry.absent is None else [entry.absent]
    for value in (*entry.same, *absent):
        yield from ((value, version, [value]) for version in versions)
    for version, values in entry.only.items():
        yield from ((value, version, [value]) for value in values)
    for value, places in entry.respelled.items():
        for version, spelled in places.items():
            yield value, version, [spelled] if isinstance(spelled, str) else spelled


def _required(fields: Mapping[str, PythonField]) -> bool:
    return all(field.required for field in fields.values())


def _positions(field: UnifiedField, order: Mapping[str, int]) -> Iterator[int]:
    for part in field.parts:
        for found in part.fields.values():
            if found.wire in order:
                yield order[found.wire]
        for holder in part.holders.values():
            yield order[holder.field.wire]


def _wider(one: Shape, other: Shape) -> Shape | None:
    """Returns a shape that holds what either holds; None if there is none."""
    match one, other:
        case Text(), Text() if one.format == other.format:
            return Text(
                _least(one.min_length, other.min_length),
                _most(one.max_length, other.max_length),
                one.format,
            )
        case Number(), Number() if one == other:
            return one
        case Array(), Array():
            items = _wider(one.items, other.items)
            return items and Array(
                items,
                _least(one.min_items, other.min_items),
                _most(one.max_items, other.max_items),
            )
        case _:
            return one if one == other else None


def _least(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else min(one, other)


def _most(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)


def _in_order(types: Sequence[UnifiedObject]) -> Iterator[UnifiedObject]:
    """Returns each type after those that it holds."""
    left = {entry.name: entry for entry in types}

    def take(name: str) -> Iterator[UnifiedObject]:
        if (entry := left.pop(name, None)) is not None:
            for field in entry.fields:
                for part in field.parts:
                    yield from take(_named(part.shape))
            yield entry

    for name in sorted(left):
        yield from take(name)


def _named(shape: Shape) -> str:
    match shape:
        case Array(items):
            return _named(items)
        case Named(name):
            return name
        case _:
            return ""
