"""The contents of a schema file, as frozen values.

A `Document` is one parsed file: the structure of its message, and its definitions. A
`Shape` is the content of a field. The model has only the facts that are checked on the
wire: types, limits, enumerations, and required fields. Descriptions, defaults, ids and
drafts affect neither equality nor the generated code. Descriptions belong to the
publisher and may not be copied (CC BY-ND 4.0). Defaults state the meaning of an absent
field; if models had them, they would write fields that were absent.

An unknown keyword is an error, because it may be a rule of a new edition. Only a
comparison continues: it notes an unknown keyword or type as `Unread`, and reports it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final, TypeAlias, cast

from ..errors import CodegenError
from .patterns import PatternError, carried_over

__all__ = [
    "Anything",
    "Array",
    "Boolean",
    "Document",
    "Enumeration",
    "Field",
    "Named",
    "Number",
    "Shape",
    "Structure",
    "Text",
    "Unread",
    "UnreadableSchema",
    "named",
    "read",
]


class UnreadableSchema(CodegenError):
    """A schema file uses something that the model has no place for."""


@dataclass(frozen=True)
class Text:
    """A string; lengths in characters, format as JSON Schema names it.

    A pattern is written as `patterns` carries it over.
    """

    min_length: int | None = None
    max_length: int | None = None
    format: str | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Number:
    """A number, or an integer; the bounds are inclusive."""

    integer: bool
    minimum: float | None = None
    maximum: float | None = None
    multiple_of: float | None = None


@dataclass(frozen=True)
class Boolean:
    """true or false."""


@dataclass(frozen=True)
class Anything:
    """Any JSON value."""


@dataclass(frozen=True)
class Unread:
    """Something that the model has no place for; only where that is told."""


@dataclass(frozen=True)
class Enumeration:
    """One of some strings; the default is for docstrings, as that of a field."""

    values: tuple[str, ...]
    default: Any = field(default=None, compare=False)


@dataclass(frozen=True)
class Array:
    """A list of items of one shape; no two of them are equal in one that is unique."""

    items: Shape
    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False


@dataclass(frozen=True)
class Named:
    """A reference to a definition."""

    name: str


@dataclass(frozen=True)
class Field:
    """A property of a structure, with its name on the wire.

    The default is the meaning of an absent field, for docstrings only.
    """

    wire: str
    shape: Shape
    required: bool
    default: Any = field(default=None, compare=False)


@dataclass(frozen=True)
class Structure:
    """An object; an open one may hold fields that it does not name."""

    fields: tuple[Field, ...]
    open: bool


Shape: TypeAlias = (
    Text
    | Number
    | Boolean
    | Anything
    | Unread
    | Enumeration
    | Array
    | Named
    | Structure
)


@dataclass(frozen=True)
class Document:
    """One schema file: a message and the definitions that stand beside it."""

    message: str
    root: Structure
    definitions: Mapping[str, Shape]


def read(
    message: str, schema: Mapping[str, Any], unread: list[str] | None = None
) -> Document:
    """Reads one parsed schema file.

    Args:
        message: The name of the message, for example `AuthorizeRequest`.
        schema: The parsed file.
        unread: A list for unknown keywords and types; without it, these are errors.

    Raises:
        UnreadableSchema: The file has an unknown keyword or type.
    """
    reader = _Reader(unread)
    definitions = {
        name: reader.shape(f"{message}#/definitions/{name}", body)
        for name, body in schema.get("definitions", {}).items()
    }
    body = {name: value for name, value in schema.items() if name != "definitions"}
    root = reader.shape(message, body)
    if not isinstance(root, Structure):
        raise UnreadableSchema(f"{message}: a message has to be an object")
    return Document(message, root, definitions)


_PROSE: Final = frozenset(
    {
        "$comment",
        "$id",
        "$schema",
        "comment",
        "default",
        "deprecated",
        "description",
        "examples",
        "id",
        "javaType",
        "readOnly",
        "title",
        "writeOnly",
    }
)
_KEYWORDS: Final[Mapping[str, frozenset[str]]] = {
    "object": frozenset({"properties", "required", "additionalProperties"}),
    # additionalItems says nothing beside items that are one schema for all.
    "array": frozenset(
        {"items", "additionalItems", "minItems", "maxItems", "uniqueItems"}
    ),
    # The 1.6 and 2.0 files put additionalProperties on strings, where it says nothing.
    "string": frozenset(
        {
            "enum",
            "format",
            "minLength",
            "maxLength",
            "pattern",
            "additionalProperties",
        }
    ),
    "integer": frozenset({"minimum", "maximum", "multipleOf"}),
    "number": frozenset({"minimum", "maximum", "multipleOf"}),
    "boolean": frozenset(),
    "reference": frozenset({"$ref"}),
    "any": frozenset(),
}
_FORMATS: Final = frozenset({"date-time", "uri"})


class _Reader:
    """Reads schemas; unknown parts are noted in a list, or are errors without one."""

    def __init__(self, unread: list[str] | None) -> None:
        self._unread = unread

    def _leave(self, fault: str) -> None:
        if self._unread is None:
            raise UnreadableSchema(fault)
        self._unread.append(fault)

    def shape(self, place: str, schema: Any) -> Shape:
        """Reads a schema of anything."""
        if not isinstance(schema, Mapping):
            self._leave(f"{place}: a schema has to be an object")
            return Unread()
        try:
            return self._of_kind(place, cast(Mapping[str, Any], schema))
        except UnreadableSchema as error:
            self._leave(str(error))
            return Unread()

    def _of_kind(self, place: str, schema: Mapping[str, Any]) -> Shape:
        kind = "reference" if "$ref" in schema else schema.get("type", "any")
        known = _KEYWORDS.get(kind) if isinstance(kind, str) else None
        if known is None:
            raise UnreadableSchema(f"{place}: unknown type {kind!r}")
        for unknown in sorted(schema.keys() - known - _PROSE - {"type"}):
            self._leave(f"{place}: unknown keyword {unknown!r} for {kind}")
        match kind:
            case "reference":
                return Named(_target(place, schema["$ref"]))
            case "object":
                return self._structure(place, schema)
            case "array":
                if "items" not in schema:
                    raise UnreadableSchema(f"{place}: an array without items")
                return Array(
                    self.shape(f"{place}[]", schema["items"]),
                    _count(schema, "minItems"),
                    _count(schema, "maxItems"),
                    schema.get("uniqueItems", False),
                )
            case "string":
                return _string(place, schema)
            case "integer" | "number":
                return _number(place, schema)
            case "boolean":
                return Boolean()
            case _:
                return Anything()

    def _structure(self, place: str, schema: Mapping[str, Any]) -> Structure:
        properties = schema.get("properties", {})
        required = schema.get("required", ())
        for name in required:
            if name not in properties:
                self._leave(f"{place}: requires {name!r}, which is not a property")
        fields = tuple(
            Field(
                name,
                self.shape(f"{place}.{name}", body),
                name in required,
                _default(body),
            )
            for name, body in properties.items()
        )
        extra = schema.get("additionalProperties", True)
        if not isinstance(extra, bool):
            self._leave(f"{place}: additionalProperties is neither true nor false")
        return Structure(fields, extra is not False)


def _number(place: str, schema: Mapping[str, Any]) -> Number:
    # json reads NaN and Infinity, which are no JSON, and nothing compares with NaN.
    limits = [schema.get(name) for name in ("minimum", "maximum", "multipleOf")]
    if not all(limit is None or math.isfinite(limit) for limit in limits):
        raise UnreadableSchema(f"{place}: a limit is infinite or not a number")
    return _integer(*limits) if schema["type"] == "integer" else Number(False, *limits)


def _integer(
    minimum: float | None, maximum: float | None, multiple_of: float | None
) -> Number:
    """Returns an integer, whose limits are integers that allow the same values."""
    # An integer is a multiple of a fraction if it is one of the numerator.
    step = None if multiple_of is None else Fraction(str(multiple_of)).numerator
    return Number(
        True,
        None if minimum is None else math.ceil(minimum),
        None if maximum is None else math.floor(maximum),
        None if step == 1 else step,
    )


def _count(schema: Mapping[str, Any], keyword: str) -> int | None:
    """Returns a number of characters or items, which may be written as 2.0."""
    count = schema.get(keyword)
    return None if count is None else int(count)


def _target(place: str, reference: object) -> str:
    prefix = "#/definitions/"
    if not isinstance(reference, str) or not reference.startswith(prefix):
        raise UnreadableSchema(f"{place}: unknown kind of reference {reference!r}")
    return reference.removeprefix(prefix)


def _string(place: str, schema: Mapping[str, Any]) -> Text | Enumeration:
    said = schema.keys() & {"enum", "format", "minLength", "maxLength", "pattern"}
    if len(said) > 1 and said & {"enum", "format"}:
        raise UnreadableSchema(f"{place}: a string with {' and '.join(sorted(said))}")
    if "enum" in schema:
        return _enumeration(place, schema["enum"], schema.get("default"))
    if (name := schema.get("format")) is not None and name not in _FORMATS:
        raise UnreadableSchema(f"{place}: unknown format {name!r}")
    pattern = _pattern(place, schema["pattern"]) if "pattern" in schema else None
    lengths = _count(schema, "minLength"), _count(schema, "maxLength")
    return Text(*lengths, name, pattern)


def _pattern(place: str, pattern: str) -> str | None:
    try:
        # Every text has an empty one in it.
        return carried_over(pattern) or None
    except PatternError as error:
        raise UnreadableSchema(f"{place}: the pattern {pattern!r} {error}") from None


def _default(schema: object) -> Any:
    """Returns the default of a property, which may be no schema at all."""
    if not isinstance(schema, Mapping):
        return None
    return cast(Mapping[str, Any], schema).get("default")


def _enumeration(place: str, values: Sequence[Any], default: Any) -> Enumeration:
    if not all(isinstance(value, str) for value in values):
        raise UnreadableSchema(f"{place}: an enumeration of values that are no strings")
    if not values:
        raise UnreadableSchema(f"{place}: an enumeration without values")
    if twice := [value for value in values if values.count(value) > 1]:
        raise UnreadableSchema(f"{place}: an enumeration with {twice[0]!r} twice")
    return Enumeration(tuple(values), default)


def named(shape: Shape) -> str | None:
    """Returns the name of the type that a field holds, if it has one."""
    match shape:
        case Array(items):
            return named(items)
        case Named(name):
            return name
        case _:
            return None
