"""Reads the text of a version straight into the messages of a family, in one pass.

A message of a version that is read only to be converted is made twice. So the validator
that is made here has the schema of the version's class, as pydantic has made it, but
builds the class of the family: what a text has to be is what the version says, and what
comes of it is what the readers of `converting` make of an object of the version.

A type that is alike has its class and its enumerations replaced, and costs what it
costs in the version. Any other has its reader put between the fields that were found
and the object that is made of them.

The validator says yes and returns the message, or else no more than that it has failed:
paths and sentences are those of the long way, which the caller goes then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from typing import Any, Final, NoReturn, TypeAlias, cast

from pydantic_core import (
    CoreSchema,
    SchemaSerializer,
    SchemaValidator,
    core_schema,
    to_json,
)

from .converting import (
    Alike,
    AlikeWriter,
    Each,
    Fields,
    Follows,
    Grouped,
    Made,
    One,
    Reader,
    Spelling,
    absent,
    converter,
    every,
    plain,
    texts,
    there,
)
from .model import Model
from .wire import schema_within

__all__ = ["direct_validator", "text_writer"]

_Node: TypeAlias = dict[str, Any]
_Found: TypeAlias = tuple[Fields, Any, set[str]]
"""What the validator of fields returns: the fields, further ones, and those given."""


def direct_validator(
    cls: type[Model], readers: Mapping[type[Model], Reader]
) -> SchemaValidator:
    """Returns what validates the JSON text of a class, and makes ours of it.

    Args:
        cls: A class of a version.
        readers: The readers of the classes of that version.
    """
    if not cls.__pydantic_complete__:
        cls.model_rebuild()
    schema = _Turning(readers).turned(cls.__pydantic_core_schema__)
    # A validator of a class that is complete would be taken for any schema of it.
    return SchemaValidator(cast(CoreSchema, schema), _use_prebuilt=False)


class _Inner:
    """The parts of a message, which have been converted already."""

    @staticmethod
    def given(place: str, convert: Callable[[Any], Any], value: Any) -> Any:
        return value

    maybe = given

    @staticmethod
    def each(place: str, convert: Callable[[Any], Any], values: Any) -> Any:
        return () if values is None else values


_CONVERTED: Final = _Inner()


class _Definitions:
    """The parts of a schema that have names."""

    def __init__(self) -> None:
        self._definitions: dict[str, _Node] = {}

    def define(self, node: _Node) -> None:
        """Takes the definitions of a schema."""
        self._definitions |= {one["ref"]: one for one in node["definitions"]}

    def with_fields(
        self, node: _Node, change: Callable[[Mapping[str, _Node]], Mapping[str, _Node]]
    ) -> _Node:
        """Returns what is in the schema of a model, with other fields.

        Args:
            node: The schema of fields; that of an open type has a check around it.
            change: Returns the other fields.
        """
        node = self.resolved(node)
        if node["type"] == "function-after":
            return {**node, "schema": self.with_fields(node["schema"], change)}
        return {**node, "fields": change(node["fields"])}

    def resolved(self, node: _Node) -> _Node:
        """Returns a part itself, where only its name is given.

        Nothing contains itself in OCPP, and what is used twice may be there twice.
        """
        if node["type"] == "definition-ref":
            node = self._definitions[node["schema_ref"]]
        return {name: value for name, value in node.items() if name != "ref"}

    def whole(self, node: Any) -> Any:
        """Returns a part without names, in what is around it and in lists, too."""
        if isinstance(node, list):
            return [self.whole(item) for item in cast(list[object], node)]
        node = self.resolved(node)
        return {
            name: self.whole(value) if name in _PARTS else value
            for name, value in node.items()
        }


class _Turning(_Definitions):
    """Makes the schema of a class of ours of that of a version's."""

    def __init__(self, readers: Mapping[type[Model], Reader]) -> None:
        super().__init__()
        self._readers = readers

    def turned(self, node: Any) -> Any:
        """Returns a part of a schema, with our classes in place of the version's."""
        if isinstance(node, list):
            return [self.turned(item) for item in cast(list[object], node)]
        if node["type"] == "definitions":
            self.define(node)
            return self.turned(node["schema"])
        if node["type"] == "json-or-python":
            return self.turned(node["json_schema"])
        node = self.resolved(node)
        if node["type"] == "model":
            return self._model(node)
        parts = {name: self.turned(node[name]) for name in node.keys() & _PARTS}
        return {**node, **parts}

    def _model(self, node: _Node) -> Any:
        reader = _of(self._readers, node["cls"])
        inner = self.with_fields(node["schema"], partial(self._fields, reader))
        if reader is None:
            return {**node, "schema": inner}
        if isinstance(reader, Grouped):
            return _after(_grouping(reader), inner)
        if isinstance(reader, Made):
            inner = _after(_making(reader), inner)
        return {**node, "cls": reader.cls, "schema": inner}

    def _fields(
        self, reader: Reader | None, fields: Mapping[str, _Node]
    ) -> Mapping[str, _Node]:
        turned = {name: self.turned_field(one) for name, one in fields.items()}
        if not isinstance(reader, Alike):
            return turned
        turned = {name: turned.get(name, _ABSENT) for name in reader.cls.model_fields}
        for name, how in reader.fields.items():
            turned[name] = self._alike(turned[name], how)
        for name, default in reader.defaults.items():
            turned[name] = _defaulting(turned[name], default)
        return turned

    def turned_field(self, field: _Node) -> _Node:
        """Returns a field of a model."""
        return {**field, "schema": self.turned(field["schema"])}

    def _alike(self, field: _Node, how: object) -> _Node:
        match how, field["schema"]:
            case Spelling(), schema:
                return {**field, "schema": _spelled(schema, how)}
            case Each(Spelling() as table, empty=False), schema:
                return {**field, "schema": _spelled(schema, table)}
            case Each(empty=True), {"type": "default"} as schema:
                return {**field, "schema": {**schema, "default": ()}}
            case _:
                return field


def _of(readers: Mapping[type[Model], Reader], cls: type[Model]) -> Reader | None:
    """Returns the reader of a class, which may only be made now."""
    try:
        return readers[cls]
    except KeyError:
        return None


def _spelled(schema: _Node, table: Spelling) -> Any:
    """Returns the schema of an enumeration, with our values."""
    match schema:
        case {"type": "default" | "function-after"}:
            return {**schema, "schema": _spelled(schema["schema"], table)}
        case {"type": "tuple", "items_schema": [items]}:
            return {**schema, "items_schema": [_spelled(items, table)]}
        case {"type": "enum", "members": [*members]} if all(map(table.get, members)):
            return _members(schema, {one.value: table[one] for one in members})
        case _:
            return _after(table.__getitem__, schema)


def _members(schema: _Node, ours: Mapping[str, Any]) -> Any:
    """Returns the schema of an enumeration of ours.

    Args:
        schema: That of the version's.
        ours: Our members, by the texts on the wire.
    """
    if all(type(one) is str for one in ours.values()):
        return core_schema.literal_schema([*ours])
    alike = [member for text, member in ours.items() if member.value == text]
    others = [text for text, member in ours.items() if member.value != text]
    first: Any = next(iter(ours.values()))
    choices: list[Any] = []
    if alike:
        choices.append({**schema, "cls": type(first), "members": alike})
    if others:
        literal = core_schema.literal_schema(others)
        choices.append(_after(ours.__getitem__, literal))
    if len(choices) == 1:
        return choices[0]
    return core_schema.union_schema(choices, mode="left_to_right")


def _defaulting(field: _Node, default: Any) -> _Node:
    """Returns a field that has a default: a value, or what follows from another."""
    schema = {name: one for name, one in field["schema"].items() if name != "default"}
    if not isinstance(default, Follows):
        return {**field, "schema": {**schema, "default": default}}
    factory = {"default_factory": default.of, "default_factory_takes_data": True}
    return {**field, "schema": {**schema, **factory}}


def _refuse(value: object) -> NoReturn:
    raise ValueError


_ABSENT: Final[_Node] = {
    "type": "model-field",
    "schema": core_schema.with_default_schema(
        core_schema.no_info_plain_validator_function(_refuse), default=None
    ),
}
"""A field of ours that the version does not have, under a name that it refuses."""


def _after(function: Callable[[Any], Any], schema: Any) -> Any:
    return core_schema.no_info_after_validator_function(function, schema)


def _making(reader: Made) -> Callable[[_Found], _Found]:
    convert = reader.function

    def make(found: _Found) -> _Found:
        fields = convert(found[0], _CONVERTED)
        return fields, None, set(fields)

    return make


def _grouping(reader: Grouped) -> Callable[[_Found], Any]:
    convert = reader.function

    def group(found: _Found) -> Any:
        return convert(found[0], _CONVERTED)

    return group


_PARTS: Final = frozenset({"choices", "items_schema", "schema"})


# Writing


def text_writer(
    cls: type[Model], writer: Callable[..., Any]
) -> Callable[[Model], bytes]:
    """Returns what makes JSON text of the messages of a class of ours.

    Args:
        cls: The class.
        writer: What converts its messages to a version.
    """
    if not isinstance(writer, AlikeWriter) or writer.defaults:
        return lambda message: to_json(writer(message, plain))
    schema = _Writing().turned(schema_within(cls), writer)
    serializer = SchemaSerializer(cast(CoreSchema, schema))
    return partial(serializer.to_json, by_alias=True, exclude_none=True)


class _Writing(_Definitions):
    """Makes a schema that writes like a version of that of a class of ours."""

    def turned(self, node: Any, writer: AlikeWriter) -> Any:
        """Returns the schema of a class, or of values that hold its objects."""
        if node["type"] == "definitions":
            self.define(node)
            return self.turned(node["schema"], writer)
        node = self.resolved(node)
        if node["type"] == "model":
            return self._model(node, writer)
        if node["type"] == "tuple":
            (items,) = node["items_schema"]
            return {**node, "items_schema": [self.turned(items, writer)]}
        return {**node, "schema": self.turned(node["schema"], writer)}

    def _model(self, node: _Node, writer: AlikeWriter) -> Any:
        inner = self.with_fields(node["schema"], partial(self._fields, writer))
        node = {**node, "schema": inner}
        if not writer.needed:
            return node

        def write(message: Any, handler: Callable[[Any], Any]) -> Any:
            for name in writer.needed:
                there(getattr(message, name))
            return handler(message)

        serialization = core_schema.wrap_serializer_function_ser_schema(write)
        return {**node, "serialization": serialization}

    def _fields(
        self, writer: AlikeWriter, fields: Mapping[str, _Node]
    ) -> Mapping[str, _Node]:
        return {name: self._field(name, one, writer) for name, one in fields.items()}

    def _field(self, name: str, field: _Node, writer: AlikeWriter) -> _Node:
        if name in writer.lacking:
            return {**field, "schema": _written(absent)}
        known = writer.cls.model_fields[name]
        field = {**field, "serialization_alias": known.serialization_alias or name}
        match writer.fields.get(name):
            case One() | Each() as how if isinstance(how.convert, AlikeWriter):
                return {**field, "schema": self.turned(field["schema"], how.convert)}
            case Spelling() as table if _is_same(table):
                return {**field, "schema": self.whole(field["schema"])}
            case Spelling() as table:
                return {**field, "schema": _written(texts(table))}
            case Each(Spelling() as table):
                return {**field, "schema": _written(partial(every, texts(table)))}
            case None:
                return {**field, "schema": self.whole(field["schema"])}
            case check:
                return {**field, "schema": _written(converter(check))}


def _is_same(table: Spelling) -> bool:
    """Tells whether all members of an enumeration are written with their values."""
    write = texts(table)
    members: list[Enum] = [one for one in table if one is not None]
    return len(members) == len(type(members[0])) and all(
        write(one) == one.value for one in members
    )


def _written(function: Callable[[Any], Any]) -> CoreSchema:
    """Returns the schema of values that a function makes plain data of."""
    return core_schema.any_schema(
        serialization=core_schema.plain_serializer_function_ser_schema(function)
    )
