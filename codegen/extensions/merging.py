"""The merge of a version with the additions of an extension.

An addition to a type changes the type, and also every type and message that contains
it. The extension consists of these and of the new types; all other types stay
unchanged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from jsonschema.exceptions import SchemaError
from jsonschema.validators import Draft6Validator

from ..errors import Collector, FaultKind
from ..reading import specification
from ..reading.naming import Names, NamingError
from ..reading.shapes import Document, UnreadableSchema, named, read
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
    in_order,
)
from .description import FILE, ExtensionError, Table, at, placed

__all__ = ["MergedNames", "Merger"]


@dataclass(frozen=True)
class MergedNames(Names):
    """Names of the extension; the exceptions of the version count as well.

    Attributes:
        own: The exceptions of the extension.
    """

    own: Mapping[str, str] = field(default_factory=dict[str, str])

    def place(self, table: str, version: str = "") -> str:
        """Returns where a table stands; that of the extension has no versions."""
        return f"{FILE}: [{table}]"

    def check_exceptions(self) -> None:
        """Checks that every exception of the extension was needed.

        Exceptions of the version are not checked, because other versions may need them.

        Raises:
            ExtensionError: An exception was not needed; one error has all of them.
        """
        found = Collector()
        for name in self.own:
            if name not in self.needed:
                told = f"{FILE}: [exceptions] {name} is not needed"
                found.add(ExtensionError(told, kind=FaultKind.UNNEEDED))
        found.check()


_Type: TypeAlias = EnumType | ObjectType


def _added(owner: str, fields: Mapping[str, Any]) -> Document:
    """Reads fields that are added to a type.

    Raises:
        ExtensionError: A field is not a schema, or its schema cannot be read.
    """
    schema = {"type": "object", "properties": fields}
    place = f"{FILE}: [fields.{owner}]"
    try:
        Draft6Validator.check_schema(schema)
        return read(owner, schema)
    except UnreadableSchema as error:
        raise ExtensionError(f"{place}: {error}") from None
    except SchemaError as error:
        _, wire, *_ = error.absolute_path
        raise ExtensionError(f"{place} {wire}: {error.message}") from None


class Merger:
    """Merges a version with the additions of an extension."""

    def __init__(
        self, standard: Specification, table: Table, names: MergedNames
    ) -> None:
        self._standard = standard
        self._table = table
        self._names = names
        self._found = Collector()
        self._inside = Collector()
        self._new = Types(standard.version.name, names, self._inside)
        types: Iterable[_Type] = (
            *standard.enumerations,
            *standard.datatypes,
            *standard.messages,
        )
        self._types = {entry.name: entry for entry in types}
        self._own: set[str] = set()

    def merged(self, schemas: Sequence[Document]) -> Specification:
        """Returns the new and the changed types.

        Raises:
            CodegenError: An addition exists already, or lacks its type or a name.
        """
        version, names, found = self._standard.version, self._names, self._found
        for name, values in self._table.values.items():
            with found.catching():
                self._add_values(name, values)
        messages = [self._read(document.message, document) for document in schemas]
        for name, fields in self._table.fields.items():
            with found.catching():
                self._add_fields(name, fields)
        new: Iterable[_Type] = (
            *self._new.enumerations.values(),
            *self._new.datatypes.values(),
            *messages,
        )
        for each in new:
            with found.catching():
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
            *specification.pair(version, messages, facts, names, found),
        )
        with found.catching(), at(f"{FILE}: [actions]"):
            check_distinct((each.method for each in procedures), "method ")
        if not found.has():
            with found.catching():
                names.check_version(version.name)
            with found.catching():
                names.check_exceptions()
        found.check()
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
        members = {member.value: member for member in entry.members}
        for value in values:
            if value in members:
                told = f"{place}: has the value {value!r} already"
                self._found.add(ExtensionError(told))
                continue
            with self._found.catching(), at(place):
                members[value] = Member(self._names.member(value), value)
        with at(place):
            check_distinct((member.name for member in members.values()), f"{name}.")
        self._change(replace(entry, members=(*members.values(),)))

    def _add_fields(self, name: str, added: Mapping[str, Any]) -> None:
        place = f"{FILE}: [fields.{name}]"
        entry = self._types.get(name)
        if not isinstance(entry, ObjectType):
            version = self._standard.version.name
            told = f"{place}: OCPP {version} has no such message or datatype"
            raise ExtensionError(told)
        known = {each.wire for each in entry.fields}
        readable: dict[str, Any] = {}
        for wire, schema in added.items():
            if wire in known:
                told = f"{place}: has the field {wire!r} already"
                self._found.add(ExtensionError(told))
                continue
            with self._found.catching():
                _added(name, {wire: schema})
                readable[wire] = schema
        more = self._read(place, _added(name, readable)).fields
        fields = in_order((*entry.fields, *more))
        with at(place):
            check_distinct((each.name for each in fields), f"{name}.")
        self._change(replace(entry, fields=fields))

    def _read(self, place: str, document: Document) -> ObjectType:
        message = self._new.message(document)
        for error in self._inside.taken():
            self._found.add(
                placed(place, error) if isinstance(error, NamingError) else error
            )
        return message

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
            with at(place):
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
            entry = self._types.get(name)
            for each in entry.fields if isinstance(entry, ObjectType) else ():
                if (target := named(each.shape)) and target not in self._types:
                    self._found.add(
                        ExtensionError(
                            f"{FILE}: [fields.{name}] {each.wire}: "
                            f"there is no type {target!r}"
                        )
                    )

    def _spread(self, procedures: Collection[Procedure]) -> None:
        """Adds every type that contains a type of the extension.

        A request counts as having its response, because the class of the former names
        that of the latter: `AuthorizeRequest(Model, StationRequest[...])`.
        """
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
    """Returns the differences of two types of one name on the wire."""
    if isinstance(one, EnumType) and isinstance(other, EnumType):
        return sorted(
            {member.value for member in one.members}
            ^ {member.value for member in other.members}
        )
    if isinstance(one, ObjectType) and isinstance(other, ObjectType):
        fields = {each.wire for each in {*one.fields} ^ {*other.fields}}
        return sorted(fields) or ["additionalProperties"] * (one.open != other.open)
    return ["their kind"]
