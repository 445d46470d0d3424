"""What a schema file says; whatever the model has no place for stops the generator."""

from __future__ import annotations

import math
from typing import Any

import pytest

from codegen.reading.shapes import (
    Anything,
    Array,
    Boolean,
    Document,
    Enumeration,
    Field,
    Named,
    Number,
    Shape,
    Structure,
    Text,
    UnreadableSchema,
    read,
)
from tests.codegen.sample_publications import message


def shape(schema: Any) -> Shape:
    """The shape of the only field of a message."""
    (field,) = read("PingRequest", message({"x": schema})).root.fields
    return field.shape


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, Text()),
        (
            {"type": "string", "minLength": 1, "maxLength": 20},
            Text(min_length=1, max_length=20),
        ),
        ({"type": "string", "format": "date-time"}, Text(format="date-time")),
        ({"type": "string", "format": "uri"}, Text(format="uri")),
        ({"type": "string", "enum": ["b", "a"]}, Enumeration(("b", "a"))),
        ({"type": "string", "additionalProperties": False}, Text()),
        ({"type": "boolean"}, Boolean()),
        ({"type": "integer"}, Number(integer=True)),
        (
            {"type": "integer", "minimum": 0, "maximum": 9},
            Number(integer=True, minimum=0, maximum=9),
        ),
        (
            {"type": "number", "multipleOf": 0.1},
            Number(integer=False, multiple_of=0.1),
        ),
        ({}, Anything()),
        ({"description": "anything"}, Anything()),
        ({"type": "array", "items": {"type": "boolean"}}, Array(Boolean())),
        (
            {"type": "array", "items": {}, "minItems": 1, "maxItems": 4},
            Array(Anything(), min_items=1, max_items=4),
        ),
        ({"$ref": "#/definitions/PingType"}, Named("PingType")),
        ({"type": "object"}, Structure((), open=True)),
        ({"type": "object", "additionalProperties": True}, Structure((), open=True)),
        ({"type": "object", "additionalProperties": False}, Structure((), open=False)),
        (
            {
                "type": "object",
                "properties": {"b": {}, "a": {"type": "boolean"}},
                "required": ["a"],
            },
            Structure(
                (
                    Field("b", Anything(), required=False),
                    Field("a", Boolean(), required=True),
                ),
                open=True,
            ),
        ),
    ],
)
def test_shapes(schema: dict[str, Any], expected: Shape) -> None:
    assert shape(schema) == expected


def test_prose_and_defaults_do_not_count() -> None:
    prose = {
        "description": "d",
        "javaType": "J",
        "default": 5,
        "title": "t",
        "$id": "i",
    }
    assert shape({"type": "integer", **prose}) == Number(integer=True)


def test_document() -> None:
    level = {"type": "string", "enum": ["Low"]}
    schema = message(
        {"level": {"$ref": "#/definitions/LevelEnumType"}},
        "level",
        definitions={"LevelEnumType": level},
    )
    assert read("PingRequest", schema) == Document(
        "PingRequest",
        Structure((Field("level", Named("LevelEnumType"), required=True),), open=False),
        {"LevelEnumType": Enumeration(("Low",))},
    )


UNKNOWN: list[tuple[Any, str]] = [
    ({"type": "null"}, "unknown type 'null'"),
    ({"type": ["string", "null"]}, "unknown type ['string', 'null']"),
    (
        {"type": "string", "pattern": "(?=a)"},
        "the pattern '(?=a)' cannot be translated: '(?=' is not a plain group, or "
        "takes no linear time",
    ),
    ({"type": "integer", "enum": [1]}, "unknown keyword 'enum' for integer"),
    (
        {"type": "number", "exclusiveMinimum": 0},
        "unknown keyword 'exclusiveMinimum' for number",
    ),
    (
        {"type": "array", "items": {}, "contains": {}},
        "unknown keyword 'contains' for array",
    ),
    (
        {"type": "object", "patternProperties": {}},
        "unknown keyword 'patternProperties' for object",
    ),
    ({"enum": ["a"]}, "unknown keyword 'enum' for any"),
    ({"oneOf": [{}]}, "unknown keyword 'oneOf' for any"),
    (
        {"$ref": "#/definitions/PingType", "maxLength": 5},
        "unknown keyword 'maxLength' for reference",
    ),
    ({"type": "string", "format": "email"}, "unknown format 'email'"),
    (
        {"type": "object", "additionalProperties": {"type": "string"}},
        "additionalProperties is neither true nor false",
    ),
    (
        {"type": "string", "enum": ["a"], "maxLength": 5},
        "a string with enum and maxLength",
    ),
    (
        {"type": "string", "format": "uri", "maxLength": 5},
        "a string with format and maxLength",
    ),
    (
        {"type": "string", "enum": ["a", None]},
        "an enumeration of values that are no strings",
    ),
    ({"type": "array"}, "an array without items"),
    ({"$ref": "other.json#/a"}, "unknown kind of reference 'other.json#/a'"),
    ({"$ref": 5}, "unknown kind of reference 5"),
    (True, "a schema has to be an object"),
    ([{}], "a schema has to be an object"),
    ({"type": "number", "maximum": math.inf}, "a limit is infinite or not a number"),
    (
        {"type": "object", "required": ["a"]},
        "requires 'a', which is not a property",
    ),
]


@pytest.mark.parametrize(("schema", "fault"), UNKNOWN)
def test_unknown(schema: Any, fault: str) -> None:
    with pytest.raises(UnreadableSchema) as caught:
        shape(schema)
    assert str(caught.value) == f"PingRequest.x: {fault}"


@pytest.mark.parametrize(
    ("schema", "place"),
    [
        (message(definitions={"A": {"type": "null"}}), "PingRequest#/definitions/A"),
        (
            message({"a": {"type": "array", "items": {"type": "null"}}}),
            "PingRequest.a[]",
        ),
        (
            message({"a": {"type": "object", "properties": {"b": {"type": "null"}}}}),
            "PingRequest.a.b",
        ),
    ],
)
def test_unknown_is_told_with_its_place(schema: dict[str, Any], place: str) -> None:
    with pytest.raises(UnreadableSchema) as caught:
        read("PingRequest", schema)
    assert str(caught.value) == f"{place}: unknown type 'null'"


def test_message_that_is_no_object() -> None:
    with pytest.raises(
        UnreadableSchema, match=r"^PingRequest: a message has to be an object$"
    ):
        read("PingRequest", {"type": "string"})
