"""One version of OCPP, ready to be written as Python.

The documents of a publication repeat each other: every file carries the definitions
that it needs, and some shapes have no name. Here each type stands once, under its
name, with the Python names of its fields and members, and each action has its
procedure. Two types of one name that differ are an error.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Final, TypeAlias, TypeVar

from pydantic import BaseModel, StringConstraints

from ..data import DATA
from ..errors import CodegenError, Collector, FaultKind
from ..runtime.procedures import Role
from . import tables
from .differences import Comparison, Place
from .naming import Names, NamingError, is_module, type_name
from .shapes import (
    Anything,
    Array,
    Document,
    Enumeration,
    Field,
    Named,
    Shape,
    Structure,
)

__all__ = [
    "RESERVED_TYPES",
    "EnumType",
    "Facts",
    "Inconsistent",
    "Line",
    "Meaning",
    "Member",
    "ObjectType",
    "Procedure",
    "PythonField",
    "Specification",
    "Types",
    "Version",
    "build",
    "check_distinct",
    "in_order",
    "load_procedures",
    "load_versions",
    "messages_of",
    "pair",
]

CALL: Final = "CALL"
SEND: Final = "SEND"


# What the modules of a version import or export beside its types.
RESERVED_TYPES: Final = (
    "AliasChoices",
    "Annotated",
    "Any",
    "Array",
    "BACK_OFFICE",
    "DateTime",
    "Field",
    "Final",
    "Json",
    "Model",
    "MultipleOf",
    "Omittable",
    "OpenModel",
    "PROCEDURES",
    "PROCEDURES_BY_REQUEST",
    "Request",
    "STATION",
    "SUBPROTOCOL",
    "Send",
    "Sequence",
    "StrEnum",
    "Uri",
    "VERSION",
)
# What a field cannot be called: what its class has, and what annotations name. A class
# body is a scope of its own, so after a field `int` every `int` below is that field.
RESERVED_FIELDS: Final = frozenset({*dir(BaseModel), "bool", "float", "int", "str"})


# What a docstring and a comment can hold in one line.
Line: TypeAlias = Annotated[str, StringConstraints(pattern=r'^[^"\\\x00-\x1f]+$')]


class Inconsistent(CodegenError):
    """The facts of a version do not fit together."""

    kind = FaultKind.PROCEDURES


@dataclass(frozen=True)
class Member:
    """A member of an enumeration: its Python name and its value on the wire."""

    name: str
    value: str


@dataclass(frozen=True)
class EnumType:
    """An enumeration.

    Attributes:
        name: Its name.
        members: Its values.
        default: The value that is meant where it is absent, if its schema says so.
        clause: Where it is defined, if that is known.
    """

    name: str
    members: tuple[Member, ...]
    default: str = field(default="", compare=False)
    clause: str = field(default="", compare=False)


@dataclass(frozen=True)
class Meaning:
    """The facts about a field for docstrings, beside its shape; each may be empty.

    Attributes:
        unit: The unit of a number.
        format: The format of a text.
        absent: The meaning if the field is left out.
        clause: The section with these facts, unless it is that of the type.
    """

    unit: str = ""
    format: str = ""
    absent: str = ""
    clause: str = ""


@dataclass(frozen=True)
class PythonField:
    """A field; its shape is a scalar, a reference, or an array of either.

    Attributes:
        name: The name in Python.
        wire: The name on the wire.
        shape: The shape of the value.
        required: Whether the field is required.
        aliases: Further names on the wire, for reading only.
        meaning: The facts for docstrings.
    """

    name: str
    wire: str
    shape: Shape
    required: bool
    aliases: tuple[str, ...]
    meaning: Meaning = field(default=Meaning(), compare=False)


@dataclass(frozen=True)
class ObjectType:
    """A message or a datatype; an open one keeps fields that it does not name.

    The clause says where it is defined, if that is known.
    """

    name: str
    fields: tuple[PythonField, ...]
    open: bool
    clause: str = field(default="", compare=False)


@dataclass(frozen=True)
class Procedure:
    """One action, with its senders, its request and its response.

    Attributes:
        action: The name on the wire.
        method: The name of the method that handles it.
        senders: Roles, for example `("ChargePoint",)`.
        kind: `CALL`, or `SEND`, which is never answered.
        block: The functional block (2.x) or feature profile (1.x).
        clause: The section that defines the action.
        request: The name of the request, or of the SEND.
        response: The name of the response; None for a SEND.
    """

    action: str
    method: str
    senders: tuple[str, ...]
    kind: str
    block: str
    clause: str
    request: str
    response: str | None


@dataclass(frozen=True)
class Version:
    """A version of OCPP.

    Attributes:
        name: For example "2.0.1".
        package: The last part of its import path, for example `v201`.
        subprotocol: Its name in the WebSocket handshake.
        station: The role of the charger.
        back_office: The role of the other side.
    """

    name: str
    package: str
    subprotocol: str
    station: str
    back_office: str

    def base_of(self, procedure: Procedure) -> str:
        """Returns the base class of a message, which states its senders."""
        sides = [
            side
            for role, side in (
                (self.station, "Station"),
                (self.back_office, "BackOffice"),
            )
            if role in procedure.senders
        ]
        side = sides[0] if len(sides) == 1 else "Either"
        return f"{side}{'Send' if procedure.response is None else 'Request'}"


@dataclass(frozen=True)
class Specification:
    """Everything that is emitted for one version."""

    version: Version
    enumerations: tuple[EnumType, ...]
    datatypes: tuple[ObjectType, ...]
    messages: tuple[ObjectType, ...]
    procedures: tuple[Procedure, ...]

    @property
    def parts(self) -> tuple[EnumType | ObjectType, ...]:
        """The types that are no messages."""
        return (*self.enumerations, *self.datatypes)


def load_versions(path: Path = DATA.versions) -> tuple[Version, ...]:
    """Reads `versions.toml`, the oldest version first.

    Raises:
        TableError: A role does not exist, or an entry is invalid.
    """
    return tuple(
        _checked(tables.fill(Version, facts, path, name, name=name), path)
        for name, facts in tables.read(path).items()
    )


def _checked(version: Version, path: Path) -> Version:
    roles = list(Role)
    for role in (version.station, version.back_office):
        if role not in roles:
            raise tables.TableError(
                f"{path.name}: {version.name}: there is no role {role!r}, "
                f"only {', '.join(roles)}"
            )
    if not is_module(version.package):
        raise tables.TableError(
            f"{path.name}: {version.name}: "
            f"{version.package!r} is not a valid package name"
        )
    return version


@dataclass(frozen=True)
class Facts:
    """The facts of `procedures.toml` about an action.

    Attributes:
        senders: The roles that may send the action.
        block: The functional block (2.x) or feature profile (1.x).
        clause: The section that defines the action.
        kind: `CALL` or `SEND`.
        evidence: The source of the direction, if that is not the clause.
    """

    senders: Sequence[str]
    block: Line
    clause: Line
    kind: str = CALL
    evidence: str = ""


def load_procedures(path: Path = DATA.procedures) -> dict[str, dict[str, Facts]]:
    """Reads `procedures.toml`, by version and action."""
    found = Collector()
    read: dict[str, dict[str, Facts]] = {}
    for version, actions in tables.read(path).items():
        read[version] = {}
        for action, facts in actions.items():
            with found.catching():
                read[version][action] = tables.fill(
                    Facts, facts, path, f"{version} {action}"
                )
    found.check()
    return read


def build(
    version: Version,
    documents: Sequence[Document],
    procedures: Mapping[str, Facts],
    names: Names,
) -> Specification:
    """Joins the documents of one version.

    Args:
        version: The facts about the version, without its messages.
        documents: One document per message, with errata applied.
        procedures: Facts by action.
        names: Exceptions, names of anonymous shapes, aliases.

    Raises:
        Inconsistent: Two types of one name differ, or an action has no facts, or
            facts no action.
        NamingError: A name is missing, unusable or not needed.
        Faults: Several of these.
    """
    found = Collector()
    types = Types(version.name, names, found, f"OCPP {version.name}: ")
    messages = [types.message(document) for document in documents]
    actions = pair(version, messages, procedures, names, found)
    # All modules of a version are imported into one namespace, that of its package.
    taken = (
        *RESERVED_TYPES,
        version.station,
        version.back_office,
        *types.enumerations,
        *types.datatypes,
        *(message.name for message in messages),
    )
    for name in _repeated(taken):
        found.add(_taken(version.name, name))
    # With a name that is missing, those of what is inside it are not asked for.
    if not found.has(FaultKind.SHAPES):
        with found.catching():
            names.check_version(version.name)
    found.check()
    return Specification(
        version=version,
        enumerations=_sorted(types.enumerations.values()),
        datatypes=_sorted(types.datatypes.values()),
        messages=_sorted(messages),
        procedures=actions,
    )


def _taken(version: str, name: str) -> NamingError:
    return NamingError(
        f"OCPP {version}: two things are called {name}",
        remedy="rename the type with an erratum, or in names.toml",
    )


class Types:
    """Collects the types of a version, each once.

    Args:
        version: The version of OCPP.
        names: Exceptions, names of anonymous shapes, aliases.
        found: The collector of faults.
        where: The text before each place, for a person.
    """

    def __init__(
        self, version: str, names: Names, found: Collector, where: str = ""
    ) -> None:
        self.enumerations: dict[str, EnumType] = {}
        self.datatypes: dict[str, ObjectType] = {}
        self._version = version
        self._names = names
        self._found = found
        self._where = where
        self._messages: dict[str, str] = {}

    def message(self, document: Document) -> ObjectType:
        """Returns a message, and enters the types that it needs."""
        for name, shape in document.definitions.items():
            self._define(name, shape, document.message)
        return self._object(document.message, document.root, document.message)

    def _define(self, name: str, shape: Shape, message: str) -> Named:
        """Enters a type under its name; entering the same type again is fine."""
        name = self._name("", type_name, name)
        first: EnumType | ObjectType
        entry: EnumType | ObjectType
        match shape:
            case Enumeration(values, default):
                entry = replace(self._enum(name, values), default=_said(default))
                first = self.enumerations.setdefault(name, entry)
            case Structure():
                entry = self._object(name, shape, message)
                first = self.datatypes.setdefault(name, entry)
            case _:
                self._refuse(f"{message}: {name} is neither object nor enum")
                return Named(name)
        other = self._messages.setdefault(name, message)
        if not _alike(first, entry):
            self._refuse(
                f"{self._where}{name} in {message} differs from the {name} of {other}: "
                f"{self._differences(first, entry)}"
            )
        return Named(name)

    def _refuse(self, text: str) -> None:
        self._found.add(Inconsistent(text, kind=FaultKind.TYPES, remedy=_TWO_TYPES))

    def _differences(
        self, one: EnumType | ObjectType, other: EnumType | ObjectType
    ) -> str:
        known: dict[str, Shape] = defaultdict(Anything)
        known |= {name: _shape(entry) for name, entry in self.enumerations.items()}
        known |= {name: _shape(entry) for name, entry in self.datatypes.items()}
        found = Comparison(known, known).shapes(
            Place(one.name), _shape(one), _shape(other)
        )
        return "; ".join(map(str, found))

    def _enum(self, name: str, values: tuple[str, ...]) -> EnumType:
        members = tuple(
            Member(self._name(f"{name}: ", self._names.member, value), value)
            for value in values
        )
        self._check_distinct(name, {each.value: each.name for each in members})
        return EnumType(name, members)

    def _name(self, place: str, rule: Callable[[str], str], wire: str) -> str:
        """Returns a name in Python, or tells that there is none."""
        try:
            return rule(wire)
        except NamingError as error:
            text = f"{self._where}{place}{error}"
            self._found.add(NamingError(text, remedy=error.remedy, kind=error.kind))
            return wire

    def _check_distinct(self, place: str, names: Mapping[str, str]) -> None:
        """Tells which names in Python are the same, by those of the wire."""
        for name in _repeated(names.values()):
            wires = [wire for wire, found in names.items() if found == name]
            self._found.add(
                NamingError(
                    f"{self._where}two things are called {place}.{name}: "
                    f"{' and '.join(map(repr, wires))}",
                    remedy=self._names.another_name(wires[-1]),
                )
            )

    def _object(self, name: str, structure: Structure, message: str) -> ObjectType:
        fields = tuple(
            PythonField(
                name=self._name(f"{name}: ", self._names.snake, field.wire),
                wire=field.wire,
                shape=self._flat(name, field.wire, field.shape, message),
                required=field.required,
                aliases=self._names.read_also(self._version, name, field.wire),
                meaning=Meaning(absent=_said(field.default)),
            )
            for field in structure.fields
        )
        self._check_distinct(name, {each.wire: each.name for each in fields})
        for each in fields:
            if each.name in RESERVED_FIELDS:
                self._found.add(
                    NamingError(
                        f"{self._where}{name}.{each.wire}: Python needs {each.name!r}",
                        remedy=self._names.another_name(each.wire),
                    )
                )
        return ObjectType(name, in_order(fields), structure.open)

    def _flat(self, owner: str, wire: str, shape: Shape, message: str) -> Shape:
        """Returns a shape without anonymous types inside; they become named ones."""
        match shape:
            # datamodel-code-generator would number anonymous types: those of 1.6 become
            # Status, Status1 and so on up to Status22.
            case Enumeration() | Structure():
                return self._anonymous(owner, wire, shape, message)
            case Array(items):
                return replace(shape, items=self._flat(owner, wire, items, message))
            case Named(name):
                return Named(self._name("", type_name, name))
            case _:
                return shape

    def _anonymous(
        self, owner: str, wire: str, shape: Enumeration | Structure, message: str
    ) -> Shape:
        """Returns the name of an anonymous type, which is entered."""
        example = _example(owner, wire)
        try:
            name = self._names.shape(
                self._version, owner, wire, _contents(shape), example
            )
        except NamingError as error:
            self._found.add(error)
            # What is inside may lack names as well; the type itself is not entered.
            if isinstance(shape, Structure):
                self._object(example, shape, message)
            return Anything()
        return self._define(name, shape, message)


_TWO_TYPES: Final = (
    "say in errata.toml which is right, or give two names to what has none, "
    "in names.toml"
)


def _example(owner: str, wire: str) -> str:
    """Returns a name that an anonymous type may have."""
    words = "".join(part[:1].upper() + part[1:] for part in re.split(r"\W+", wire))
    return f"{_action(owner)}{words}"


def _action(message: str) -> str:
    return message.removesuffix("Request").removesuffix("Response")


def _contents(shape: Enumeration | Structure) -> str:
    """Returns the content of an anonymous type, for a person."""
    if isinstance(shape, Enumeration):
        what, names = "one of", [*shape.values]
    else:
        what, names = "an object of", [field.wire for field in shape.fields]
    more = " and more" if len(names) > _CONTENTS else ""
    return f"{what} {', '.join(names[:_CONTENTS]) or 'nothing'}{more}"


_CONTENTS: Final = 6


def _alike(one: EnumType | ObjectType, other: EnumType | ObjectType) -> bool:
    """Whether two types are the same, except for the order of their parts."""
    if isinstance(one, EnumType) and isinstance(other, EnumType):
        return {*one.members} == {*other.members}
    if isinstance(one, ObjectType) and isinstance(other, ObjectType):
        return one.open == other.open and {*one.fields} == {*other.fields}
    return False


def _shape(entry: EnumType | ObjectType) -> Shape:
    """Returns a type as a schema has it."""
    if isinstance(entry, EnumType):
        return Enumeration(tuple(member.value for member in entry.members))
    fields = (Field(each.wire, each.shape, each.required) for each in entry.fields)
    return Structure(tuple(fields), entry.open)


def pair(
    version: Version,
    messages: Iterable[ObjectType],
    facts: Mapping[str, Facts],
    names: Names,
    found: Collector,
) -> tuple[Procedure, ...]:
    """Pairs requests with responses and with the facts about their actions.

    Faults are added to `found`: an action without facts, or facts without an action.
    """
    left = {message.name for message in messages}
    procedures: list[Procedure] = []
    for action, fact in sorted(facts.items()):
        place = f"procedures.toml: OCPP {version.name}: {action}"
        senders = tuple(fact.senders)
        if not senders or not {*senders} <= {version.station, version.back_office}:
            told = f"{place} has senders {senders}"
            roles = f"the roles are {version.station} and {version.back_office}"
            found.add(Inconsistent(told, remedy=roles))
        if fact.kind not in _MESSAGES_OF:
            kinds = f"it is {' or '.join(_MESSAGES_OF)}"
            found.add(Inconsistent(f"{place} is a {fact.kind!r}", remedy=kinds))
            left -= _possible(action)
            continue
        request, response = _MESSAGES_OF[fact.kind](action)
        missing = [name for name in messages_of(fact.kind, action) if name not in left]
        if missing:
            told = f"{place} has no schema of {' and '.join(missing)}"
            found.add(Inconsistent(told, remedy=_NO_SCHEMA))
        # Those of another kind as well: that the kind is wrong is told already.
        left -= _possible(action) if missing else {request, response or ""}
        with found.catching():
            procedures.append(
                Procedure(
                    action=action,
                    method=names.snake(action),
                    senders=senders,
                    kind=fact.kind,
                    block=fact.block,
                    clause=fact.clause,
                    request=request,
                    response=response,
                )
            )
    actions = {_action(name): name for name in sorted(left, reverse=True)}
    for action, name in sorted(actions.items()):
        found.add(
            Inconsistent(
                f"procedures.toml: nobody may send {name} of OCPP {version.name}",
                remedy=f'add ["{version.name}".{action}] with senders, block, clause',
            )
        )
    for method in _repeated(procedure.method for procedure in procedures):
        found.add(
            NamingError(
                f"OCPP {version.name}: two things are called method {method}",
                remedy=names.another_name("Action"),
            )
        )
    return tuple(procedures)


_NO_SCHEMA: Final = "take the action out, or fetch the file of that message"


def _possible(action: str) -> set[str]:
    return {name for kind in _MESSAGES_OF for name in messages_of(kind, action)}


def messages_of(kind: str, action: str) -> tuple[str, ...]:
    """Returns the names of the messages of an action."""
    return tuple(name for name in _MESSAGES_OF[kind](action) if name is not None)


_MESSAGES_OF: Final[Mapping[str, Callable[[str], tuple[str, str | None]]]] = {
    CALL: lambda action: (f"{action}Request", f"{action}Response"),
    SEND: lambda action: (action, None),
}


def _said(default: object) -> str:
    """Returns a default of a schema as a docstring has it; empty if there is none."""
    if isinstance(default, bool):
        return str(default).lower()
    return str(default) if isinstance(default, (str, int, float)) else ""


def in_order(fields: Iterable[PythonField]) -> tuple[PythonField, ...]:
    """Returns the fields of a type in the order of its class, with vendor data last.

    The published files of 2.x have vendor data first.
    """
    return tuple(sorted(fields, key=lambda field: field.wire == _CUSTOM_DATA))


_CUSTOM_DATA: Final = "customData"


def check_distinct(names: Iterable[str], where: str = "") -> None:
    """Checks that no two names are the same.

    Raises:
        NamingError: Two are.
    """
    for name in _repeated(names):
        raise NamingError(f"two things are called {where}{name}")


def _repeated(names: Iterable[str]) -> Iterator[str]:
    """Returns the names that are there more than once, each once."""
    return (name for name, times in Counter(names).items() if times > 1)


_T = TypeVar("_T", EnumType, ObjectType)


def _sorted(types: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(sorted(types, key=lambda entry: entry.name))
