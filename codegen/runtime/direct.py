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
from typing import Any, Final, TypeAlias, cast

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from .converting import Alike, Each, Fields, Follows, Grouped, Made, Reader, Spelling
from .model import Model

__all__ = ["direct_validator"]

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


class _Turning:
    """Makes the schema of a class of ours of that of a version's."""

    def __init__(self, readers: Mapping[type[Model], Reader]) -> None:
        self._readers = readers
        self._definitions: dict[str, _Node] = {}

    def turned(self, node: Any) -> Any:
        """Returns a part of a schema, with our classes in place of the version's."""
        if isinstance(node, list):
            return [self.turned(item) for item in cast(list[object], node)]
        if node["type"] == "definitions":
            self._definitions |= {one["ref"]: one for one in node["definitions"]}
            return self.turned(node["schema"])
        if node["type"] == "json-or-python":
            return self.turned(node["json_schema"])
        node = self._resolved(node)
        if node["type"] == "model":
            return self._model(node)
        parts = {name: self.turned(node[name]) for name in node.keys() & _PARTS}
        return {**node, **parts}

    def _resolved(self, node: _Node) -> _Node:
        """Returns a part itself, where only its name is given.

        Nothing contains itself in OCPP, and what is used twice may be there twice.
        """
        if node["type"] == "definition-ref":
            node = self._definitions[node["schema_ref"]]
        return {name: value for name, value in node.items() if name != "ref"}

    def _model(self, node: _Node) -> Any:
        reader = self._readers.get(node["cls"])
        inner = self._resolved(node["schema"])
        if inner["type"] != "model-fields":
            raise TypeError(f"{node['cls'].__name__} has validators of its own")
        fields = {name: self.turned_field(one) for name, one in inner["fields"].items()}
        if isinstance(reader, Alike):
            for name, how in reader.fields.items():
                fields[name] = self._alike(fields[name], how)
            for name, default in reader.defaults.items():
                fields[name] = _defaulting(fields[name], default)
        inner = {**inner, "fields": fields}
        if reader is None:
            return {**node, "schema": inner}
        if isinstance(reader, Grouped):
            return _after(_grouping(reader), inner)
        if isinstance(reader, Made):
            inner = _after(_making(reader), inner)
        return {**node, "cls": reader.cls, "schema": inner}

    def turned_field(self, field: _Node) -> _Node:
        """Returns a field of a model."""
        return {**field, "schema": self.turned(field["schema"])}

    def _alike(self, field: _Node, how: object) -> _Node:
        schema = field["schema"]
        if isinstance(how, Spelling):
            return {**field, "schema": _spelled(schema, how)}
        if isinstance(how, Each) and schema["type"] == "default":
            return {**field, "schema": {**schema, "default": ()}}
        return field


def _spelled(schema: _Node, table: Spelling) -> Any:
    """Returns the schema of an enumeration, with our values."""
    match schema:
        case {"type": "default"}:
            return {**schema, "schema": _spelled(schema["schema"], table)}
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
