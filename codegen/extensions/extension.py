"""What someone adds to a version of OCPP: a folder of theirs, as a specification.

The folder has `extension.toml` and one JSON schema per message of the actions that are
added, named as the published files are. The table says what schemas cannot say, and
what becomes of the types of the version::

    package = "acme16"
    extends = "1.6"

    [actions.AcmeSetDisplay]
    senders = ["CentralSystem"]

    [values]                        # added to enumerations
    Measurand = ["Acme.Humidity"]

    [fields.IdTagInfo]              # added to messages and datatypes, always optional
    acmeTariff = { type = "string", maxLength = 20 }

    [shapes]                        # names of anonymous shapes, as in names.toml
    "AcmeSetDisplayResponse.status" = "AcmeDisplayStatus"

    [exceptions]                    # to the rule of names, as in names.toml
    AcmeKWh = "acme_kwh"

What is added to a type makes it another one, and so every type and message that has it
as a part. These, and what is new, are the extension; all else stays what it is.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeAlias

from jsonschema.exceptions import SchemaError
from jsonschema.validators import Draft6Validator
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..data import DATA, Data
from ..emitting.facts import named
from ..errors import CodegenError, PublicationError, SourceError
from ..reading import documents, naming, specification, tables
from ..reading.archives import json_files
from ..reading.errata import Errata
from ..reading.model import Document, UnreadableSchema, read
from ..reading.naming import Names, NamingError
from ..reading.publication import Publication, message_names
from ..reading.specification import (
    RESERVED_TYPES,
    EnumType,
    Facts,
    Member,
    ObjectType,
    Procedure,
    Specification,
    Types,
    check_distinct,
)

__all__ = ["Extension", "ExtensionError", "load"]

FILE: Final = "extension.toml"


class ExtensionError(CodegenError):
    """An extension does not fit the version that it extends."""


@dataclass(frozen=True)
class Extension:
    """What is added to a version.

    Attributes:
        package: The name of the package, for import.
        origin: The file that describes it, for a person.
        standard: The version that is extended.
        own: The types that are new or changed, and the procedures that have such.
    """

    package: str
    origin: str
    standard: Specification
    own: Specification


_SOME: Final[Any] = Field(min_length=1)
# What a docstring can hold in its first line.
_Line: TypeAlias = Annotated[str, StringConstraints(pattern=r'^[^"\\\x00-\x1f]+$')]


class _Action(BaseModel):
    """What the table says of an action; block and clause go into docstrings."""

    model_config = ConfigDict(extra="forbid", strict=True)

    senders: list[str]
    kind: Literal["CALL", "SEND"] = "CALL"
    block: _Line = "Extension"
    clause: _Line | None = None


class _Table(BaseModel):
    """The contents of `extension.toml`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    package: str
    extends: str
    actions: dict[str, _Action] = {}
    values: dict[str, Annotated[list[str], _SOME]] = {}
    fields: dict[str, Annotated[dict[str, dict[str, Any]], _SOME]] = {}
    shapes: dict[str, str] = {}
    exceptions: dict[str, str] = {}


@dataclass(frozen=True)
class _Names(Names):
    """Names of the extension; the exceptions of the version count as well.

    Attributes:
        own: The exceptions of the extension.
    """

    own: Mapping[str, str] = field(default_factory=dict[str, str])

    def place(self, table: str, version: str) -> str:
        return f"{FILE}: [{table}]"

    def check_exceptions(self) -> None:
        for name in self.own:
            if name not in self.needed:
                raise ExtensionError(f"{FILE}: [exceptions] {name} is not needed")


def load(folder: Path, data: Data = DATA) -> Extension:
    """Reads an extension.

    Args:
        folder: What has `extension.toml` and the schemas.
        data: Our data; what it extends.

    Raises:
        CodegenError: The extension has a fault, or the version is not fetched.
    """
    path = folder / FILE
    table = _table(path)
    version = _version(table, data)
    names = naming.load(data.names)
    facts = specification.load_procedures(data.procedures)[version.name]
    found = documents.load(version.name, data)
    standard = specification.build(version, found, facts, names)
    names = _Names(
        {**table.exceptions, **names.exceptions},
        {version.name: table.shapes},
        own=table.exceptions,
    )
    _check_actions(table, standard)
    schemas = _schemas(folder, table, standard)
    return Extension(
        package=table.package,
        origin=f"{path.resolve().parent.name}/{FILE}",
        standard=standard,
        own=_Merger(standard, table, names).merged(schemas),
    )


def _table(path: Path) -> _Table:
    try:
        return _Table.model_validate(tables.read(path))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise tables.TableError(f"{FILE}: {place}: {first['msg']}") from None


def _version(table: _Table, data: Data) -> specification.Version:
    with _at(f"{FILE}: package"):
        naming.check_package(table.package)
    known = {
        version.name: version for version in specification.load_versions(data.versions)
    }
    if table.extends not in known:
        raise ExtensionError(
            f"{FILE}: extends: unknown OCPP version {table.extends!r}: "
            f"there are {', '.join(known)}"
        )
    return known[table.extends]


def _check_actions(table: _Table, standard: Specification) -> None:
    """Checks what the table says of the actions, but not their messages."""
    version = standard.version
    roles = (version.station, version.back_office)
    known = {procedure.action for procedure in standard.procedures}
    kinds = {procedure.kind for procedure in standard.procedures}
    for action, said in table.actions.items():
        place = f"{FILE}: [actions.{action}]"
        if action in known:
            raise ExtensionError(f"{place}: OCPP {version.name} has this action")
        if not said.senders:
            raise ExtensionError(f"{place}: senders: nobody may send it")
        for sender in said.senders:
            if sender not in roles:
                raise ExtensionError(
                    f"{place}: senders: {sender!r} is no role of OCPP {version.name}: "
                    f"there are {' and '.join(roles)}"
                )
        if said.kind not in kinds:
            raise ExtensionError(
                f"{place}: kind: OCPP {version.name} has no {said.kind} messages"
            )


def _schemas(
    folder: Path, table: _Table, standard: Specification
) -> tuple[Document, ...]:
    """Reads the schemas of the added actions; each of these has to have its own."""
    files = _files(folder)
    named = message_names(files)
    known = {message.name for message in standard.messages}
    wanted = {
        message: action
        for action, said in table.actions.items()
        for message in specification.messages_of(said.kind, action)
    }
    faults = [f"{file}: is not named after a message" for file in files - named.keys()]
    for file, message in named.items():
        if message in known:
            what = f"OCPP {standard.version.name} has the message {message}"
            faults.append(f"{file}: {what}")
        elif message not in wanted:
            faults.append(f"{file}: {FILE} has no action for {message}")
    faults += [
        f"{FILE}: [actions.{action}]: there is no schema of {message}"
        for message, action in wanted.items()
        if message not in named.values()
    ]
    if faults:
        raise PublicationError(str(folder), sorted(faults))
    publication = Publication(standard.version.name, str(folder), files)
    return documents.documents(publication, Errata(()))


def _files(folder: Path) -> dict[str, bytes]:
    """Returns the JSON files of a folder and its folders, by name."""
    files: dict[str, bytes] = {}
    for path, content in json_files(folder).items():
        if path.name in files:
            raise SourceError(f"{folder}: has several files {path.name}")
        files[path.name] = content
    return files


def _added_fields(
    table: _Table, standard: Specification
) -> Iterator[tuple[ObjectType, Document]]:
    """Reads the fields that are added, with the type that each belongs to."""
    objects = {entry.name: entry for entry in (*standard.datatypes, *standard.messages)}
    for name, fields in table.fields.items():
        place = f"{FILE}: [fields.{name}]"
        if name not in objects:
            version = standard.version.name
            raise ExtensionError(
                f"{place}: OCPP {version} has no such message or datatype"
            )
        known = {each.wire for each in objects[name].fields}
        if twice := [wire for wire in fields if wire in known]:
            raise ExtensionError(f"{place}: has the field {twice[0]!r} already")
        schema = {"type": "object", "properties": fields}
        try:
            Draft6Validator.check_schema(schema)
            yield objects[name], read(name, schema)
        except UnreadableSchema as error:
            raise ExtensionError(f"{place}: {error}") from None
        except SchemaError as error:
            _, wire, *_ = error.absolute_path
            raise ExtensionError(f"{place} {wire}: {error.message}") from None


@contextmanager
def _at(place: str) -> Generator[None]:
    """Says where a name is that cannot be."""
    try:
        yield
    except NamingError as error:
        raise ExtensionError(f"{place}: {error}") from None


_Type: TypeAlias = EnumType | ObjectType


class _Merger:
    """Brings a version and what is added to it together."""

    def __init__(self, standard: Specification, table: _Table, names: _Names) -> None:
        self._standard = standard
        self._table = table
        self._names = names
        self._new = Types(standard.version.name, names)
        types: Iterable[_Type] = (
            *standard.enumerations,
            *standard.datatypes,
            *standard.messages,
        )
        self._types = {entry.name: entry for entry in types}
        self._own: set[str] = set()

    def merged(self, schemas: Sequence[Document]) -> Specification:
        """Returns what is new or changed.

        Raises:
            CodegenError: Something is there already, is not there, or has no name.
        """
        version, names = self._standard.version, self._names
        for name, values in self._table.values.items():
            self._add_values(name, values)
        messages = [self._read(document.message, document) for document in schemas]
        for entry, document in _added_fields(self._table, self._standard):
            self._add_fields(entry, document)
        new: Iterable[_Type] = (
            *self._new.enumerations.values(),
            *self._new.datatypes.values(),
            *messages,
        )
        for each in new:
            self._enter(each, schemas)
        self._check_references()
        facts = {
            action: Facts(
                said.senders, said.block, said.clause or self._table.package, said.kind
            )
            for action, said in self._table.actions.items()
        }
        procedures = (
            *self._standard.procedures,
            *specification.pair(version, messages, facts, names),
        )
        with _at(f"{FILE}: [actions]"):
            check_distinct((each.method for each in procedures), "method ")
        names.check_version(version.name)
        names.check_exceptions()
        self._spread(procedures)
        return self._changed(
            {message.name for message in (*self._standard.messages, *messages)},
            procedures,
        )

    def _add_values(self, name: str, values: Sequence[str]) -> None:
        place = f"{FILE}: [values] {name}"
        entry = self._types.get(name)
        if not isinstance(entry, EnumType):
            version = self._standard.version.name
            raise ExtensionError(f"{place}: OCPP {version} has no such enumeration")
        known = {member.value for member in entry.members}
        for value in values:
            if value in known:
                raise ExtensionError(f"{place}: has the value {value!r} already")
            known.add(value)
        with _at(place):
            added = (Member(self._names.member(value), value) for value in values)
            members = (*entry.members, *added)
            check_distinct((member.name for member in members), f"{name}.")
        self._change(EnumType(name, members))

    def _add_fields(self, entry: ObjectType, document: Document) -> None:
        place = f"{FILE}: [fields.{entry.name}]"
        fields = (*entry.fields, *self._read(place, document).fields)
        with _at(place):
            check_distinct((each.name for each in fields), f"{entry.name}.")
        self._change(replace(entry, fields=fields))

    def _read(self, place: str, document: Document) -> ObjectType:
        with _at(place):
            return self._new.message(document)

    def _change(self, entry: _Type) -> None:
        self._types[entry.name] = entry
        self._own.add(entry.name)

    def _enter(self, entry: _Type, schemas: Iterable[Document]) -> None:
        """Enters a type of the extension, which may be one of the version as well."""
        name, version = entry.name, self._standard.version
        known = self._types.get(name)
        places = (each.message for each in schemas if name in each.definitions)
        place = next(places, f"{FILE}: [shapes]")
        if known is None:
            with _at(place):
                roles = (version.station, version.back_office)
                check_distinct((*RESERVED_TYPES, *roles, name))
            self._change(entry)
        elif difference := _difference(known, entry):
            raise ExtensionError(
                f"{place}: {name} is not the {name} of OCPP {version.name}: "
                f"they differ in {', '.join(difference)}"
            )

    def _check_references(self) -> None:
        for name in self._table.fields:
            entry = self._types[name]
            assert isinstance(entry, ObjectType)
            for each in entry.fields:
                if (target := named(each.shape)) and target not in self._types:
                    raise ExtensionError(
                        f"{FILE}: [fields.{name}] {each.wire}: "
                        f"there is no type {target!r}"
                    )

    def _spread(self, procedures: Collection[Procedure]) -> None:
        """Makes everything ours that has a part of ours."""
        before = -1
        while len(self._own) > before:
            before = len(self._own)
            self._own |= {
                entry.name
                for entry in self._types.values()
                if isinstance(entry, ObjectType)
                and any(named(each.shape) in self._own for each in entry.fields)
            }
            self._own |= {
                procedure.request
                for procedure in procedures
                if procedure.response in self._own
            }

    def _changed(
        self, messages: Collection[str], procedures: Iterable[Procedure]
    ) -> Specification:
        own = [self._types[name] for name in sorted(self._own)]
        objects = [entry for entry in own if isinstance(entry, ObjectType)]
        return Specification(
            version=self._standard.version,
            enumerations=tuple(entry for entry in own if isinstance(entry, EnumType)),
            datatypes=tuple(each for each in objects if each.name not in messages),
            messages=tuple(each for each in objects if each.name in messages),
            procedures=tuple(
                procedure
                for procedure in procedures
                if {procedure.request, procedure.response} & self._own
            ),
        )


def _difference(one: _Type, other: _Type) -> list[str]:
    """Returns in what two types of one name differ, as the wire has it."""
    if isinstance(one, EnumType) and isinstance(other, EnumType):
        return sorted(
            {member.value for member in one.members}
            ^ {member.value for member in other.members}
        )
    if isinstance(one, ObjectType) and isinstance(other, ObjectType):
        fields = {each.wire for each in {*one.fields} ^ {*other.fields}}
        return sorted(fields) or ["additionalProperties"] * (one.open != other.open)
    return ["their kind"]
