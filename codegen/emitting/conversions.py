"""What the templates of a family write: types, and functions to and from versions.

A function converts one message or datatype. It is written out field by field, and not
looked up in tables while a program runs: everything is known beforehand, a message
costs less, and mypy and pyright, which check `generated/`, see a mapping whose types do
not fit. Only the tools of `codegen/runtime/converting.py` and the groupings are
called.

The two directions name places differently. Reading is about a message of the peer, so
its errors have names on the wire; writing is about an object of the program, so its
errors have names in Python.

This module makes pieces of source code as text. `family` puts them into templates.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..families.groupings import Form, Grouping
from ..families.mapping import MappingError
from ..families.unified import (
    EnumPlace,
    Holder,
    Part,
    Unified,
    UnifiedEnum,
    UnifiedField,
    UnifiedObject,
)
from ..reading.shapes import Array, Boolean, Named, Number, Shape, Text
from ..reading.specification import PythonField
from .model_schemas import limits, of_array

__all__ = [
    "Attribute",
    "EnumFunction",
    "Function",
    "Module",
    "attributes",
    "readers",
    "writers",
]


# Types


@dataclass(frozen=True)
class Attribute:
    """A field of a class: its annotation, and its default if it has one."""

    name: str
    annotation: str
    default: str | None


def attributes(entry: UnifiedObject, unified: Unified) -> Iterator[Attribute]:
    """Returns the fields of a class of ours."""
    groupings = {
        found.name: found.grouping for found in unified.datatypes if found.grouping
    }
    for field in entry.fields:
        yield _attribute(field, groupings)


def _attribute(field: UnifiedField, groupings: Mapping[str, Grouping]) -> Attribute:
    (part, *more) = field.parts
    if field.boolean is not None:
        return Attribute(field.name, "bool", None)
    if field.grouping is not None:
        if field.grouping.default:
            factory = f"Field(default_factory={field.grouping.name})"
            return Attribute(field.name, field.grouping.name, factory)
        optional = not more and not part.required
        hint = _grouped(field.grouping, optional)
        return Attribute(field.name, hint, "None" if optional else None)
    if field.default is not None:
        enum = _type_name(part.shape)
        return Attribute(field.name, enum, f"{enum}.{field.default}")
    if isinstance(part.shape, Array):
        if part.required:
            return Attribute(field.name, _hint(part.shape, groupings), None)
        # An absent list is an empty one: no clause tells the two apart, and versions
        # differ in which of them they allow.
        shape = replace(part.shape, min_items=None)
        return Attribute(field.name, _hint(shape, groupings), "()")
    hint = _hint(part.shape, groupings, optional=not part.required)
    return Attribute(field.name, hint, None if part.required else "None")


def _grouped(grouping: Grouping, optional: bool) -> str:
    hint = f"{grouping.name} | None" if optional else grouping.name
    return f"Annotated[{hint}, OneOf]" if grouping.form is Form.UNION else hint


def _hint(
    shape: Shape, groupings: Mapping[str, Grouping], *, optional: bool = False
) -> str:
    """Returns the annotation of what a shape holds."""
    match shape:
        case Named(name) if name in groupings:
            return _grouped(groupings[name], optional)
        case Named(name):
            hint = name
        case Array(items):
            array = of_array(shape)
            return f"Annotated[Sequence[{_hint(items, groupings)}], Array({array})]"
        case Text(format=str(name)):
            hint = _FORMATS[name]
        case Text():
            hint = "str"
        case Number(integer):
            hint = "int" if integer else "float"
        case Boolean():
            hint = "bool"
        case _:
            raise MappingError(f"{shape} has no type")
    hint = f"{hint} | None" if optional else hint
    known = ", ".join(limits(shape))
    return f"Annotated[{hint}, {known}]" if known else hint


_FORMATS: Final = {"date-time": "DateTime", "uri": "Uri"}


# Functions


@dataclass(frozen=True)
class EnumFunction:
    """A function that converts a value of an enumeration.

    Attributes:
        name: Its name.
        source: The type of what it takes.
        target: The type of what it returns.
        call: The type of the other side, where both spell all values alike.
        table: Otherwise, what becomes of what.
    """

    name: str
    source: str
    target: str
    call: str | None
    table: Mapping[str, str]

    @property
    def constant(self) -> str:
        """The name of the table."""
        return self.name.upper()


@dataclass(frozen=True)
class Function:
    """A function that converts a message or a datatype.

    Attributes:
        name: Its name.
        source: The type of what it takes.
        target: The type of what it returns.
        statements: What comes before it returns.
        call: What makes the result.
        arguments: Of that.
    """

    name: str
    source: str
    target: str
    statements: Sequence[str]
    call: str
    arguments: Sequence[str]


@dataclass(frozen=True)
class Module:
    """The functions of one direction.

    Attributes:
        version: The other side.
        package: The last part of its import path.
        enumerations: In order of names.
        functions: Each after those that it calls.
        types: The classes of the version, by those of ours.
        limits: Lengths of text that some version cannot exceed.
    """

    version: str
    package: str
    enumerations: Sequence[EnumFunction]
    functions: Sequence[Function]
    types: Mapping[str, str]
    limits: Sequence[int]


def readers(unified: Unified, version: str, snake: Callable[[str], str]) -> Module:
    """Returns the functions that make messages of ours of those of a version."""
    return _Reading(unified, version, snake).module()


def writers(unified: Unified, version: str, snake: Callable[[str], str]) -> Module:
    """Returns the functions that make messages of a version of ours."""
    return _Writing(unified, version, snake).module()


class _Direction(ABC):
    """What both directions have in common."""

    def __init__(
        self, unified: Unified, version: str, snake: Callable[[str], str]
    ) -> None:
        self._unified = unified
        self._version = version
        self._snake = snake
        self._package = unified.specifications[version].version.package
        self._enumerations = {entry.type.name for entry in unified.enumerations}
        self._limits: set[int] = set()

    def module(self) -> Module:
        """Returns all functions."""
        objects = [
            entry
            for entry in (*self._unified.datatypes, *self._unified.messages)
            if self._version in entry.exact
        ]
        functions = [self._function(entry) for entry in objects]
        return Module(
            version=self._version,
            package=self._package,
            enumerations=[
                self._enum_function(entry, entry.places[self._version])
                for entry in self._unified.enumerations
                if self._version in entry.places
            ],
            functions=functions,
            types={
                entry.name: self._exact(entry.exact[self._version])
                for entry in objects
                if entry.grouping is None or entry.grouping.form is Form.CLASS
            },
            # Last, because making the functions fills it.
            limits=sorted(self._limits),
        )

    @abstractmethod
    def _function(self, entry: UnifiedObject) -> Function: ...

    @abstractmethod
    def _enum_function(self, entry: UnifiedEnum, place: EnumPlace) -> EnumFunction: ...

    def _name(self, type_name: str) -> str:
        """Returns the name of the function that converts a type of ours."""
        return f"_{self._snake(type_name)}"

    def _exact(self, name: str) -> str:
        return f"{self._package}.{name}"

    def _member(self, place: PythonField, name: str) -> str:
        """Returns a member of the enumeration that a field of the version holds."""
        return f"{self._exact(_type_name(place.shape))}.{name}"

    def _converter(self, shape: Shape) -> str | None:
        """Returns the function for values of a type of ours; others need none."""
        return self._name(shape.name) if isinstance(shape, Named) else None


class _Reading(_Direction):
    """From a version to ours."""

    def _enum_function(self, entry: UnifiedEnum, place: EnumPlace) -> EnumFunction:
        name, exact = entry.type.name, self._exact(place.name)
        alike = all(theirs == ours for theirs, ours in place.read.items())
        return EnumFunction(
            name=self._name(name),
            source=exact,
            target=f"{name} | None" if entry.absent else name,
            call=name if alike else None,
            table={
                f"{exact}.{theirs}": "None" if ours is None else f"{name}.{ours}"
                for theirs, ours in place.read.items()
            },
        )

    def _function(self, entry: UnifiedObject) -> Function:
        if entry.grouping is not None:
            (field,) = entry.fields
            call, arguments = self._grouped(entry.grouping, field.parts)
        else:
            values = [
                f"{field.name}={self._value(field)}"
                for field in entry.fields
                if any(self._version in part.fields for part in field.parts)
            ]
            call = "make" if values else entry.name
            arguments = [entry.name, *values] if values else ()
        source = self._exact(entry.exact[self._version])
        name = self._name(entry.name)
        return Function(name, source, entry.name, (), call, arguments)

    def _grouped(
        self, grouping: Grouping, parts: Sequence[Part]
    ) -> tuple[str, Sequence[str]]:
        """Returns the function of a grouping, and what it is called with."""
        arguments = [
            self._part(part, part.fields[self._version])
            if self._version in part.fields
            else "None"
            for part in parts
        ]
        return f"{grouping.module}.read_{grouping.function}", arguments

    def _value(self, field: UnifiedField) -> str:
        """Returns what becomes of the parts of a field."""
        (part, *more) = field.parts
        place = part.fields[self._version]
        source = f"exact.{place.name}"
        if field.grouping is not None:
            call, arguments = self._grouped(field.grouping, field.parts)
            if more:
                return f"{call}({', '.join(arguments)})"
            return _read_tool(place, call, source)
        if field.boolean is not None:
            return f"known({source}) is {self._member(place, field.boolean[0])}"
        if field.default is not None:
            default = f"{_type_name(part.shape)}.{field.default}"
            value = self._part(part, replace(place, required=True))
            return f"{default} if {source} is None else {value}"
        return self._part(part, place)

    def _part(self, part: Part, place: PythonField) -> str:
        """Returns what becomes of one field on the wire."""
        source = f"exact.{place.name}"
        if isinstance(part.shape, Array):
            function = self._converter(part.shape.items)
            if self._version in part.holders:
                return self._joined(part.holders[self._version], place, function)
            if function is not None:
                return f'each("{place.wire}", {function}, {source})'
            return source if place.required else f"{source} or ()"
        function = self._converter(part.shape)
        if function is None:
            return source
        if _type_name(part.shape) in self._enumerations:
            tool = "named" if place.required else "maybe_named"
            return f"{tool}({function}, {source})"
        return _read_tool(place, function, source)

    def _joined(self, holder: Holder, place: PythonField, function: str | None) -> str:
        """Returns the items of the lists in a list."""
        item = f"{function}(item)" if function else "item"
        return (
            f"tuple({item} for holder in exact.{holder.field.name} or () "
            f"for item in holder.{place.name} or ())"
        )


class _Writing(_Direction):
    """From ours to a version."""

    def _enum_function(self, entry: UnifiedEnum, place: EnumPlace) -> EnumFunction:
        name, exact = entry.type.name, self._exact(place.name)
        # All of ours, since those that the version lacks have to be refused by a table.
        ours = [member.name for member in entry.type.members]
        alike = not entry.absent and all(place.write.get(n) == n for n in ours)
        return EnumFunction(
            name=self._name(name),
            source=f"{name} | None" if entry.absent else name,
            target=exact,
            call=exact if alike else None,
            table={
                "None" if member is None else f"{name}.{member}": f"{exact}.{theirs}"
                for member, theirs in place.write.items()
            },
        )

    def _function(self, entry: UnifiedObject) -> Function:
        statements: list[str] = []
        arguments: list[str] = []
        for field in entry.fields:
            found, written = self._field(field)
            statements += found
            arguments += written
        exact = self._exact(entry.exact[self._version])
        name = self._name(entry.name)
        return Function(name, entry.name, exact, statements, exact, arguments)

    def _field(self, field: UnifiedField) -> tuple[Sequence[str], Sequence[str]]:
        """Returns what comes before the result is made, and what it is made of."""
        (part, *more) = field.parts
        source = f"message.{field.name}" if field.name else "message"
        if field.grouping is not None and more:
            return self._taken_apart(field.grouping, field, source)
        if self._version not in part.fields:
            return [_nowhere(field, part, source)], ()
        place = part.fields[self._version]
        if field.boolean is not None:
            yes, no = (self._member(place, name) for name in field.boolean)
            value = f"{yes} if {source} else {no}"
        elif field.grouping is not None:
            function = f"{field.grouping.module}.write_{field.grouping.function}"
            value = _tool(field.name, function, source, optional=False)
            if not part.required:
                value = f"None if {source} is None else {value}"
        else:
            if field.default is not None:
                default = f"{_type_name(part.shape)}.{field.default}"
                source = f"None if {source} is {default} else {source}"
            value = self._part(part, place, field.name, source)
        holder = part.holders.get(self._version)
        outer = place if holder is None else holder.field
        return (), [f"{outer.name}={value}"]

    def _taken_apart(
        self, grouping: Grouping, field: UnifiedField, source: str
    ) -> tuple[Sequence[str], Sequence[str]]:
        """Returns the same as `_field`, for a grouping of several parts."""
        names = ", ".join(part.name for part in field.parts)
        function = f"{grouping.module}.write_{grouping.function}"
        statements = [f"{names} = {function}({source})"]
        arguments: list[str] = []
        for part in field.parts:
            if self._version not in part.fields:
                label = field.name or part.name
                statements.append(f'nowhere("{label}", {part.name})')
                continue
            place = part.fields[self._version]
            value = self._part(part, place, field.name or part.name, part.name)
            arguments.append(f"{place.name}={value}")
        return statements, arguments

    def _part(self, part: Part, place: PythonField, label: str, source: str) -> str:
        """Returns what becomes of one field on the wire."""
        if isinstance(part.shape, Array) and isinstance(place.shape, Array):
            return self._list(part, part.shape, place, label, source)
        function = self._checked(part.shape, place.shape)
        if function is None:
            return source
        return _tool(label, function, source, optional=not part.required)

    def _list(
        self, part: Part, ours: Array, place: PythonField, label: str, source: str
    ) -> str:
        """Returns what becomes of a list; an empty one is left out where it can be."""
        assert isinstance(place.shape, Array)
        function = self._checked(ours.items, place.shape.items)
        value = source if function is None else f'each("{label}", {function}, {source})'
        holder = part.holders.get(self._version)
        if holder is not None:
            # All in one holder: how they were spread over several means nothing.
            made = f"{self._exact(holder.type)}({place.name}={value})"
            return f"({made},) if {source} else None"
        if not place.required:
            return f"{value} or None"
        least = place.shape.min_items
        if least == ours.min_items:
            return value
        return f'at_least("{label}", {least}, {value})'

    def _checked(self, ours: Shape, theirs: Shape) -> str | None:
        """Returns the function for a value; text may be too long for the version.

        Nothing else can exceed a version: ours is as wide as the widest of them, and
        they differ in lengths only (`codegen.families.fields`).
        """
        match ours, theirs:
            case Text(), Text(max_length=int(most)) if most != ours.max_length:
                self._limits.add(most)
                return f"_up_to_{most}"
            case _:
                return self._converter(ours)


def _type_name(shape: Shape) -> str:
    return shape.name if isinstance(shape, Named) else ""


def _tool(label: str, function: str, source: str, *, optional: bool) -> str:
    tool = "maybe" if optional else "at"
    return f'{tool}("{label}", {function}, {source})'


def _read_tool(place: PythonField, function: str, source: str) -> str:
    tool = "given" if place.required else "maybe"
    return f'{tool}("{place.wire}", {function}, {source})'


def _nowhere(field: UnifiedField, part: Part, source: str) -> str:
    """Returns the statement that refuses what the version has no field for."""
    default = ", ()" if isinstance(part.shape, Array) else ""
    if field.default is not None:
        default = f", {_type_name(part.shape)}.{field.default}"
    return f'nowhere("{field.name}", {source}{default})'
