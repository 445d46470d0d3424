"""One version of OCPP, ready to be written as Python.

The documents of a publication repeat each other: every file carries the definitions
that it needs, and some shapes have no name. Here each type stands once, under its
name, with the Python names of its fields and members, and each action has its
procedure. Two types of one name that differ are an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Final, TypeAlias, TypeVar

from pydantic import BaseModel, StringConstraints

from ..data import DATA
from ..errors import CodegenError
from ..runtime.procedures import Role
from . import tables
from .naming import Names, NamingError, is_module, type_name
from .shapes import Array, Document, Enumeration, Named, Shape, Structure

__all__ = [
    "RESERVED_TYPES",
    "EnumType",
    "Facts",
    "Inconsistent",
    "Line",
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


@dataclass(frozen=True)
class Member:
    """A member of an enumeration: its Python name and its value on the wire."""

    name: str
    value: str


@dataclass(frozen=True)
class EnumType:
    """An enumeration."""

    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class PythonField:
    """A field; its shape is a scalar, a reference, or an array of either.

    Attributes:
        name: In Python.
        wire: On the wire.
        shape: What it holds.
        required: Whether it has to be there.
        aliases: Further names under which it is read.
    """

    name: str
    wire: str
    shape: Shape
    required: bool
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class ObjectType:
    """A message or a datatype; an open one keeps fields that it does not name."""

    name: str
    fields: tuple[PythonField, ...]
    open: bool


@dataclass(frozen=True)
class Procedure:
    """One action: who may send it, and what is answered.

    Attributes:
        action: Its name on the wire.
        method: The name of the method that handles it.
        senders: Roles, for example `("ChargePoint",)`.
        kind: `CALL`, or `SEND`, which is never answered.
        block: The functional block (2.x) or feature profile (1.x).
        clause: Where the specification defines it.
        request: The type that is sent.
        response: The type that answers it; None for a SEND.
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
        """Returns the class that says of a message who may send it."""
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


def load_versions(path: Path = DATA.versions) -> tuple[Version, ...]:
    """Reads `versions.toml`, the oldest version first.

    Raises:
        TableError: It has a role that there is not, or something else is wrong.
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
            f"{path.name}: {version.name}: {version.package!r} is no name of a package"
        )
    return version


@dataclass(frozen=True)
class Facts:
    """What `procedures.toml` says of an action.

    Attributes:
        senders: The roles that may send it.
        block: The functional block (2.x) or feature profile (1.x).
        clause: Where the specification defines it.
        kind: `CALL` or `SEND`.
        evidence: What the direction rests on, where that is not the clause.
    """

    senders: Sequence[str]
    block: Line
    clause: Line
    kind: str = CALL
    evidence: str = ""


def load_procedures(path: Path = DATA.procedures) -> dict[str, dict[str, Facts]]:
    """Reads `procedures.toml`, by version and action."""
    return {
        version: {
            action: tables.fill(Facts, facts, path, f"{version} {action}")
            for action, facts in actions.items()
        }
        for version, actions in tables.read(path).items()
    }


def build(
    version: Version,
    documents: Sequence[Document],
    procedures: Mapping[str, Facts],
    names: Names,
) -> Specification:
    """Brings the documents of one version together.

    Args:
        version: What is known of it beside its messages.
        documents: One per message, errata applied.
        procedures: Facts by action.
        names: Exceptions, names of anonymous shapes, aliases.

    Raises:
        Inconsistent: Two types of one name differ, or an action has no facts, or
            facts no action.
        NamingError: A name is missing, unusable or not needed.
    """
    types = Types(version.name, names)
    messages = [types.message(document) for document in documents]
    actions = pair(version, messages, procedures, names)
    names.check_version(version.name)
    # All modules of a version are imported into one namespace, that of its package.
    check_distinct(
        [
            *RESERVED_TYPES,
            version.station,
            version.back_office,
            *types.enumerations,
            *types.datatypes,
            *(message.name for message in messages),
        ]
    )
    check_distinct((procedure.method for procedure in actions), "method ")
    return Specification(
        version=version,
        enumerations=_sorted(types.enumerations.values()),
        datatypes=_sorted(types.datatypes.values()),
        messages=_sorted(messages),
        procedures=actions,
    )


class Types:
    """Collects the types of a version, each once."""

    def __init__(self, version: str, names: Names) -> None:
        self.enumerations: dict[str, EnumType] = {}
        self.datatypes: dict[str, ObjectType] = {}
        self._version = version
        self._names = names

    def message(self, document: Document) -> ObjectType:
        """Returns a message, and enters the types that it needs."""
        for name, shape in document.definitions.items():
            self._define(name, shape, document.message)
        return self._object(document.message, document.root, document.message)

    def _define(self, name: str, shape: Shape, message: str) -> Named:
        """Enters a type under its name; entering the same type again is fine."""
        name = type_name(name)
        match shape:
            case Enumeration(values):
                enum = self._enum(name, values)
                same = self.enumerations.setdefault(name, enum) == enum
            case Structure():
                entry = self._object(name, shape, message)
                same = self.datatypes.setdefault(name, entry) == entry
            case _:
                raise Inconsistent(f"{message}: {name} is neither object nor enum")
        if not same:
            raise Inconsistent(
                f"OCPP {self._version}: {name} in {message} differs from the {name} of "
                "another message; an erratum has to say which is right"
            )
        return Named(name)

    def _enum(self, name: str, values: tuple[str, ...]) -> EnumType:
        members = tuple(Member(self._names.member(value), value) for value in values)
        check_distinct((member.name for member in members), f"{name}.")
        return EnumType(name, members)

    def _object(self, name: str, structure: Structure, message: str) -> ObjectType:
        fields = tuple(
            PythonField(
                name=self._names.snake(field.wire),
                wire=field.wire,
                shape=self._flat(name, field.wire, field.shape, message),
                required=field.required,
                aliases=self._names.read_also(self._version, name, field.wire),
            )
            for field in structure.fields
        )
        check_distinct((field.name for field in fields), f"{name}.")
        for field in fields:
            if field.name in RESERVED_FIELDS:
                raise NamingError(f"{name}.{field.wire}: Python needs {field.name!r}")
        return ObjectType(name, in_order(fields), structure.open)

    def _flat(self, owner: str, wire: str, shape: Shape, message: str) -> Shape:
        """Returns a shape without anonymous types inside; they become named ones."""
        match shape:
            # datamodel-code-generator would number anonymous types: those of 1.6 become
            # Status, Status1 and so on up to Status22.
            case Enumeration() | Structure():
                name = self._names.shape(self._version, owner, wire)
                return self._define(name, shape, message)
            case Array(items):
                return replace(shape, items=self._flat(owner, wire, items, message))
            case Named(name):
                return Named(type_name(name))
            case _:
                return shape


def pair(
    version: Version,
    messages: Iterable[ObjectType],
    facts: Mapping[str, Facts],
    names: Names,
) -> tuple[Procedure, ...]:
    """Pairs requests with responses and with what is known of their actions.

    Raises:
        Inconsistent: An action has no facts, or facts no action.
    """
    left = {message.name for message in messages}
    procedures: list[Procedure] = []
    for action, fact in sorted(facts.items()):
        senders = tuple(fact.senders)
        place = f"procedures.toml: OCPP {version.name}: {action}"
        if not senders or not {*senders} <= {version.station, version.back_office}:
            raise Inconsistent(f"{place} has senders {senders}")
        if fact.kind not in _MESSAGES_OF:
            raise Inconsistent(f"{place} is a {fact.kind!r}")
        request, response = _MESSAGES_OF[fact.kind](action)
        for name in (request, response):
            if name is not None and name not in left:
                raise Inconsistent(f"{place} has no schema of {name}")
            left.discard(name or "")
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
    if left:
        raise Inconsistent(
            f"procedures.toml: nobody may send {min(left)} of OCPP {version.name}"
        )
    return tuple(procedures)


def messages_of(kind: str, action: str) -> tuple[str, ...]:
    """Returns the names of the messages of an action."""
    return tuple(name for name in _MESSAGES_OF[kind](action) if name is not None)


_MESSAGES_OF: Final[Mapping[str, Callable[[str], tuple[str, str | None]]]] = {
    CALL: lambda action: (f"{action}Request", f"{action}Response"),
    SEND: lambda action: (action, None),
}


def in_order(fields: Iterable[PythonField]) -> tuple[PythonField, ...]:
    """Returns the fields of a type as its class has them: what vendors add comes last.

    The published files of 2.x have it first, before what the message is about.
    """
    return tuple(sorted(fields, key=lambda field: field.wire == _CUSTOM_DATA))


_CUSTOM_DATA: Final = "customData"


def check_distinct(names: Iterable[str], where: str = "") -> None:
    """Checks that no two names are the same.

    Raises:
        NamingError: Two are.
    """
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise NamingError(f"two things are called {where}{name}")
        seen.add(name)


_T = TypeVar("_T", EnumType, ObjectType)


def _sorted(types: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(sorted(types, key=lambda entry: entry.name))
