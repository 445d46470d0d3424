"""What docstrings say of fields."""

from __future__ import annotations

import pytest

from codegen.emitting.attributes import section, words
from codegen.reading.shapes import (
    Anything,
    Array,
    Boolean,
    Named,
    Number,
    Shape,
    Text,
)
from codegen.reading.specification import Meaning, ObjectType, PythonField


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (Text(), "text"),
        (Text(max_length=20), "text of at most 20 characters"),
        (Text(1, 1), "text of 1 character"),
        (Text(2, 36), "text of 2 to 36 characters"),
        (Text(pattern="^a$"), "text, matching ^a$"),
        (Text(format="date-time"), "date-time in UTC"),
        (Text(format="uri"), "URI"),
        (Number(integer=True), "integer"),
        (Number(integer=True, minimum=0.0), "integer, at least 0"),
        (Number(integer=True, minimum=-9, maximum=9), "integer, -9 to 9"),
        (Number(integer=False, maximum=0.0), "decimal, at most 0"),
        (Number(integer=False, multiple_of=0.1), "decimal, a multiple of 0.1"),
        (Boolean(), "boolean"),
        (Anything(), "any JSON value"),
        (Named("EVSEType"), "EVSEType"),
        (Array(Named("EVSEType")), "array of EVSEType"),
        (Array(Named("EVSEType"), 1), "array of EVSEType, at least 1 item"),
        (Array(Number(integer=True), 1, 4), "array of integer, 1 to 4 items"),
        (Array(Text(), unique=True), "array of text, unlike items"),
    ],
)
def test_shapes_in_words(shape: Shape, said: str) -> None:
    assert words(shape) == said


def field(wire: str, meaning: Meaning, *, required: bool = False) -> PythonField:
    shape = Number(integer=True)
    return PythonField("some_field", wire, shape, required, (), meaning)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (field("someField", Meaning(), required=True), "`someField`: integer."),
        (field("someField", Meaning()), "`someField`: integer; optional."),
        (
            field("someField", Meaning("s", "", "0")),
            "`someField`: integer, in s; default 0.",
        ),
        (
            field("someField", Meaning("s", clause="2.1")),
            "`someField`: integer, in s; optional (2.1).",
        ),
        (
            field("someField", Meaning(format="PEM"), required=True),
            "`someField`: integer, PEM.",
        ),
        (field('a"\\\n', Meaning(), required=True), '`a\\"\\\\\\n`: integer.'),
    ],
)
def test_a_field_in_words(one: PythonField, said: str) -> None:
    entry = ObjectType("Some", (one,), open=False)
    assert section(entry) == [["Attributes", f"some_field: {said}"]]


def test_a_class_without_fields_has_no_section() -> None:
    assert section(ObjectType("Some", (), open=False)) == []
