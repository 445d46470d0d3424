"""The types of a family, and the functions that convert to and from versions.

A function converts one message or datatype. It is generated field by field, rather than
driven by tables at run time, because this makes a message cheaper, and a traceback
names the field. Only enumerations use tables, because a function call costs more than
all other work for a value. The results of functions are not validated again, because
their arguments have been; the laws of `tests/messages/` compare them with the results
of validation. Functions call only the tools of `codegen/runtime/converting.py` and the
groupings.

The two directions name places differently. Errors of reading concern a message of the
peer, so they have names on the wire. Errors of writing concern an object of the
program, so they have names in Python.

This module makes pieces of source code as text, which `family` puts into templates.
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
from ..reading.shapes import Anything, Array, Boolean, Named, Number, Shape, Text
from ..reading.specification import PythonField
from .model_schemas import limits, of_array

__all__ = [
    "Attribute",
    "EnumTable",
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
    """Returns the fields of a class of the family."""
    groupings = {
        found.name: found.grouping for found in unified.datatypes if found.grouping
    }
    for field in entry.fields:
        yield _attribute(field, groupings, empty=unified.mapped.empty_lists)


def _attribute(
    field: UnifiedField, groupings: Mapping[str, Grouping], *, empty: bool = True
) -> Attribute:
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
    if isinstance(part.shape, Array) and empty and not part.required:
        # An absent list becomes an empty one, because no clause distinguishes the two,
        # and versions differ in which of them they allow.
        shape = replace(part.shape, min_items=None)
        return Attribute(field.name, _hint(shape, groupings), "()")
    hint = _hint(part.shape, groupings, optional=not part.required)
    if part.is_mixed:
        hint = hint.replace("float", "int | float", 1)
    return Attribute(field.name, hint, None if part.required else "None")


def _grouped(grouping: Grouping, optional: bool) -> str:
    hint = f"{grouping.name} | None" if optional else grouping.name
    return f"Annotated[{hint}, OneOf]" if grouping.form is Form.UNION else hint


def _hint(
    shape: Shape, groupings: Mapping[str, Grouping], *, optional: bool = False
) -> str:
    """Returns the annotation of a shape."""
    match shape:
        case Named(name) if name in groupings:
            return _grouped(groupings[name], optional)
        case Named(name):
            hint = name
        case Array(items):
            hint = f"Sequence[{_hint(items, groupings)}]"
            hint = f"{hint} | None" if optional else hint
            return f"Annotated[{hint}, Array({of_array(shape)})]"
        case Text(format=str(name)):
            hint = _FORMATS[name]
        case Text():
            hint = "str"
        case Number(integer):
            hint = "int" if integer else "float"
        case Boolean():
            hint = "bool"
        case Anything():
            # None stands for both the value null and an absent field.
            return "Json"
        case _:
            raise MappingError(f"{shape} has no type")
    hint = f"{hint} | None" if optional else hint
    known = ", ".join(limits(shape))
    return f"Annotated[{hint}, {known}]" if known else hint


_FORMATS: Final = {"date-time": "DateTime", "uri": "Uri"}


# Functions

_CLASSES: Final = (Form.CLASS, Form.RECORD)


@dataclass(frozen=True)
class EnumTable:
    """A table that converts the values of an enumeration.

    Attributes:
        name: The name of the table.
        source: The enumeration whose members are converted.
        target: The enumeration that they are converted to.
        others: The results for members that have another name in the target, or none.
        total: Whether each member has a result.
    """

    name: str
    source: str
    target: str
    others: Mapping[str, str]
    total: bool


@dataclass(frozen=True)
class Function:
    """A function that converts a message or a datatype.

    Attributes:
        name: The name of the function.
        source: The type of its argument.
        target: The type of its result.
        statements: The statements before the return.
        items: The fields of the target, by name.
        alike: Whether the source has the same fields, and these are unchanged or
            converted by data.
        call: The function of a grouping that makes the target from the items.
        defaults: The values of fields of a record that are absent on the wire.
    """

    name: str
    source: str
    target: str
    items: Mapping[str, str]
    statements: Sequence[str] = ()
    alike: bool = False
    call: str | None = None
    defaults: str | None = None


@dataclass(frozen=True)
class Module:
    """The functions of one direction.

    Attributes:
        version: The version to convert from or to.
        package: The last part of its import path.
        enumerations: The tables, sorted by name.
        functions: The functions, each after those that it calls.
        types: The classes of the version, by those of the family.
    """

    version: str
    package: str
    enumerations: Sequence[EnumTable]
    functions: Sequence[Function]
    types: Mapping[str, str]


def readers(unified: Unified, version: str, snake: Callable[[str], str]) -> Module:
    """Returns the functions that convert messages of a version to the family."""
    return _Reading(unified, version, snake).module()


def writers(unified: Unified, version: str, snake: Callable[[str], str]) -> Module:
    """Returns the functions that convert messages of the family to a version."""
    return _Writing(unified, version, snake).module()


class _Direction(ABC):
    """The common parts of both directions."""

    def __init__(
        self, unified: Unified, version: str, snake: Callable[[str], str]
    ) -> None:
        self._unified = unified
        self._version = version
        self._snake = snake
        self._specification = unified.specifications[version]
        self._package = self._specification.version.package
        self._tables: Mapping[str, EnumTable] = {
            entry.type.name: self._enum_table(entry, entry.places[version])
            for entry in unified.enumerations
            if version in entry.places
        }

    def module(self) -> Module:
        """Returns all functions."""
        objects = [
            entry
            for entry in (*self._unified.datatypes, *self._unified.messages)
            if self._version in entry.exact
        ]
        return Module(
            version=self._version,
            package=self._package,
            enumerations=list(self._tables.values()),
            functions=[self._function(entry) for entry in objects],
            types={
                entry.name: self._exact(entry.exact[self._version])
                for entry in objects
                if entry.grouping is None or entry.grouping.form in _CLASSES
            },
        )

    def _fields(self, exact: str) -> Sequence[PythonField]:
        """Returns the fields of a type of the version, in the order of the version."""
        objects = (*self._specification.datatypes, *self._specification.messages)
        return next(each.fields for each in objects if each.name == exact)

    @abstractmethod
    def _function(self, entry: UnifiedObject) -> Function: ...

    @abstractmethod
    def _enum_table(self, entry: UnifiedEnum, place: EnumPlace) -> EnumTable: ...

    def _name(self, type_name: str) -> str:
        """Returns the name of the function that converts a type of the family."""
        return f"_{self._snake(type_name)}"

    def _table_name(self, entry: UnifiedEnum) -> str:
        return self._name(entry.type.name).upper()

    def _exact(self, name: str) -> str:
        return f"{self._package}.{name}"

    def _member(self, place: PythonField, name: str) -> str:
        """Returns a member of the enumeration of a field of the version."""
        return f"{self._exact(_type_name(place.shape))}.{name}"

    def _converter(self, shape: Shape) -> str | None:
        """Returns the function for values of a type of the family; None for others."""
        return self._name(shape.name) if isinstance(shape, Named) else None


class _Reading(_Direction):
    """The functions from a version to the family."""

    def _enum_table(self, entry: UnifiedEnum, place: EnumPlace) -> EnumTable:
        name, exact = entry.type.name, self._exact(place.name)
        return EnumTable(
            name=self._table_name(entry),
            source=exact,
            target=name,
            others={
                f"{exact}.{theirs}": "None" if ours is None else f"{name}.{ours}"
                for theirs, ours in place.read.items()
                if theirs != ours
            },
            total=True,
        )

    def _function(self, entry: UnifiedObject) -> Function:
        exact = entry.exact[self._version]
        name, source = self._name(entry.name), self._exact(exact)
        fields, defaults = entry.fields, None
        if entry.grouping is not None:
            parts = fields[0].parts
            if entry.grouping.form is not Form.RECORD:
                call, arguments = self._grouped(entry.grouping, parts)
                names = (part.name for part in parts)
                items = dict(zip(names, arguments, strict=True))
                return Function(name, source, entry.name, items, call=call)
            fields = tuple(UnifiedField(part.name, (part,)) for part in parts)
            defaults = _defaults(entry.grouping)
        alike = self._alike(exact, fields)
        items = {
            field.name: self._data(field) if alike else self._value(field)
            for field in fields
        }
        return Function(name, source, entry.name, items, alike=alike, defaults=defaults)

    def _alike(self, exact: str, fields: Sequence[UnifiedField]) -> bool:
        """Tells whether a type has the same fields in the version, one to one."""
        theirs = [field.name for field in self._fields(exact)]
        return theirs == [field.name for field in fields] and all(
            field.grouping is None
            and field.boolean is None
            and field.default is None
            and not field.parts[0].holders.get(self._version)
            for field in fields
        )

    def _data(self, field: UnifiedField) -> str:
        """Returns the conversion of a field with the same name, as data; or empty."""
        (part,) = field.parts
        place = part.fields[self._version]
        if isinstance(part.shape, Array):
            function = self._converter(part.shape.items)
            if function is None:
                return "" if place.required else "Each()"
            return f"Each({function})"
        if table := self._tables.get(_type_name(part.shape)):
            return table.name
        function = self._converter(part.shape)
        if function is None:
            return ""
        optional = "" if place.required else ", required=False"
        return f"One({function}{optional})"

    def _grouped(
        self, grouping: Grouping, parts: Sequence[Part]
    ) -> tuple[str, Sequence[str]]:
        """Returns the function of a grouping, and its arguments."""
        arguments = [
            self._part(part, part.fields[self._version])
            if self._version in part.fields
            else "None"
            for part in parts
        ]
        return f"{grouping.module}.read_{grouping.function}", arguments

    def _value(self, field: UnifiedField) -> str:
        """Returns the expression that converts the parts of a field."""
        (part, *more) = field.parts
        if not any(self._version in each.fields for each in field.parts):
            return _absent(field)
        if field.grouping is not None and more:
            call, arguments = self._grouped(field.grouping, field.parts)
            return f"{call}({', '.join(arguments)})"
        place = part.fields[self._version]
        source = f'exact["{place.name}"]'
        if field.grouping is not None:
            call, _ = self._grouped(field.grouping, field.parts)
            return _read_tool(place, call, source)
        if field.boolean is not None:
            return f"known({source}) is {self._member(place, field.boolean[0])}"
        if field.default is not None:
            default = f"{_type_name(part.shape)}.{field.default}"
            return f"{default} if {source} is None else {self._part(part, place)}"
        return self._part(part, place)

    def _part(self, part: Part, place: PythonField) -> str:
        """Returns the expression that converts one field on the wire."""
        source = f'exact["{place.name}"]'
        if isinstance(part.shape, Array):
            function = self._converter(part.shape.items)
            if self._version in part.holders:
                return self._joined(part.holders[self._version], place, function)
            if function is not None:
                return f'inner.each("{place.wire}", {function}, {source})'
            return source if place.required else f"{source} or ()"
        if table := self._tables.get(_type_name(part.shape)):
            return f"{table.name}[{source}]"
        function = self._converter(part.shape)
        if function is None:
            return source
        return f"inner.{_read_tool(place, function, source)}"

    def _joined(self, holder: Holder, place: PythonField, function: str | None) -> str:
        """Returns the expression for the items of the lists in a list."""
        items = f"holder.{place.name} or ()"
        if function is not None:
            items = f'inner.each("{place.wire}", {function}, holder.{place.name})'
        return (
            f'tuple(item for holder in exact["{holder.field.name}"] or () '
            f"for item in {items})"
        )


class _Writing(_Direction):
    """The functions from the family to a version."""

    def _enum_table(self, entry: UnifiedEnum, place: EnumPlace) -> EnumTable:
        name, exact = entry.type.name, self._exact(place.name)
        ours = [member.name for member in entry.type.members]
        return EnumTable(
            name=self._table_name(entry),
            source=name,
            target=exact,
            others={
                "None" if member is None else f"{name}.{member}": f"{exact}.{theirs}"
                for member, theirs in place.write.items()
                if member != theirs
            },
            total=all(member in place.write for member in ours),
        )

    def _function(self, entry: UnifiedObject) -> Function:
        exact = entry.exact[self._version]
        name, target = self._name(entry.name), self._exact(exact)
        statements: list[str] = []
        written: dict[str, str] = {}
        source, defaults, fields = "message.{}", None, entry.fields
        if entry.grouping is not None and entry.grouping.form is Form.RECORD:
            parts = fields[0].parts
            fields = tuple(UnifiedField(part.name, (part,)) for part in parts)
            defaults = _defaults(entry.grouping)
            statements.append(f"fields = spared(message, {defaults})")
            source = 'fields["{}"]'
        for field in fields:
            found, values = self._field(field, source.format(field.name))
            statements += found
            written.update(values)
        items = {field.name: written[field.name] for field in self._fields(exact)}
        if [field.name for field in fields] == list(items):
            data = {one: _data(source.format(one), items[one]) for one in items}
            if None not in data.values():
                tables = {one: table or "" for one, table in data.items()}
                return Function(
                    name, entry.name, target, tables, alike=True, defaults=defaults
                )
        return Function(name, entry.name, target, items, statements)

    def _field(
        self, field: UnifiedField, source: str
    ) -> tuple[Sequence[str], Mapping[str, str]]:
        """Returns the statements before the result, and the fields of the result."""
        (part, *more) = field.parts
        if not field.name:
            source = "message"
        if field.grouping is not None and more:
            return self._taken_apart(field.grouping, field, source)
        if self._version not in part.fields:
            return [_nowhere(field, part, source)], {}
        place = part.fields[self._version]
        if field.boolean is not None:
            yes, no = (self._member(place, name) for name in field.boolean)
            value = f"{yes} if {source} else {no}"
        elif field.grouping is not None:
            value = f"{field.grouping.module}.write_{field.grouping.function}({source})"
            if not part.required:
                value = f"None if {source} is None else {value}"
        else:
            if field.default is not None:
                default = f"{_type_name(part.shape)}.{field.default}"
                source = f"None if {source} is {default} else {source}"
            value = self._part(part, place, field.name, source)
        holder = part.holders.get(self._version)
        outer = place if holder is None else holder.field
        return (), {outer.name: value}

    def _taken_apart(
        self, grouping: Grouping, field: UnifiedField, source: str
    ) -> tuple[Sequence[str], Mapping[str, str]]:
        """Returns the same as `_field`, for a grouping of several parts."""
        names = ", ".join(part.name for part in field.parts)
        function = f"{grouping.module}.write_{grouping.function}"
        statements = [f"{names} = {function}({source})"]
        written: dict[str, str] = {}
        for part in field.parts:
            if self._version not in part.fields:
                label = field.name or part.name
                statements.append(f'nowhere("{label}", {part.name})')
                continue
            place = part.fields[self._version]
            label = field.name or part.name
            written[place.name] = self._part(part, place, label, part.name)
        return statements, written

    def _part(self, part: Part, place: PythonField, label: str, source: str) -> str:
        """Returns the expression that converts one field on the wire."""
        if isinstance(part.shape, Array) and isinstance(place.shape, Array):
            return self._list(part, part.shape, place, label, source)
        if most := _shorter(part.shape, place.shape):
            fits = f"len({source}) <= {most}"
            if not part.required:
                fits = f"{source} is None or {fits}"
            return f'{source} if {fits} else too_long({most}, "{label}")'
        if table := self._tables.get(_type_name(part.shape)):
            if table.total:
                return f"{table.name}[{source}]"
            looked_up = f"{table.name}.get({source})"
            return f'{looked_up} or spelled("{label}", {table.name}, {source})'
        function = self._converter(part.shape)
        if function is None:
            return source
        return f'inner("{label}", {function}, {source}, build)'

    def _list(
        self, part: Part, ours: Array, place: PythonField, label: str, source: str
    ) -> str:
        """Returns the expression for a list; an empty one is left out if allowed."""
        assert isinstance(place.shape, Array)
        value = self._items(ours.items, place.shape.items, label, source)
        holder = part.holders.get(self._version)
        if holder is not None:
            # All in one holder, because their distribution over several has no meaning.
            made = f'build({self._exact(holder.type)}, {{"{place.name}": {value}}})'
            return f"({made},) if {source} else None"
        if not place.required:
            return f"{value} or None"
        least = place.shape.min_items
        if least == ours.min_items:
            return value
        return f'at_least("{label}", {least}, {value})'

    def _items(self, ours: Shape, theirs: Shape, label: str, source: str) -> str:
        """Returns the expression for the items of a list."""
        if most := _shorter(ours, theirs):
            return f'up_to("{label}", {most}, {source})'
        function = self._converter(ours)
        if function is None:
            return source
        return f'inner_each("{label}", {function}, {source}, build)'


def _shorter(ours: Shape, theirs: Shape) -> int | None:
    """Returns the greatest length of a text in a version, if ours may be longer.

    No other limit can exceed that of a version, because versions differ in lengths
    only, and ours are those of the widest version (`codegen.families.fields`).
    """
    match ours, theirs:
        case Text(), Text(max_length=int(most)) if most != ours.max_length:
            return most
        case _:
            return None


def _data(source: str, value: str) -> str | None:
    """Returns the table of a lookup, "" for no change, or None for anything else."""
    if value == source:
        return ""
    table = value.removesuffix(f"[{source}]")
    return table if table != value and table.isidentifier() else None


def _defaults(record: Grouping) -> str:
    return f"{record.module}.DEFAULTS_OF_{record.function.upper()}"


def _type_name(shape: Shape) -> str:
    return shape.name if isinstance(shape, Named) else ""


def _absent(field: UnifiedField) -> str:
    """Returns the value of a field that a version does not have."""
    default = _attribute(field, {}).default
    assert default is not None, f"{field.name} is required, and not in every version"
    return default


def _read_tool(place: PythonField, function: str, source: str) -> str:
    tool = "given" if place.required else "maybe"
    return f'{tool}("{place.wire}", {function}, {source})'


def _nowhere(field: UnifiedField, part: Part, source: str) -> str:
    """Returns the statement that refuses a value without a field in the version."""
    default = ", ()" if isinstance(part.shape, Array) else ""
    if field.default is not None:
        default = f", {_type_name(part.shape)}.{field.default}"
    return f'nowhere("{field.name}", {source}{default})'
