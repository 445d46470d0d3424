"""A specification as three JSON Schemas, in which every type stands once."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.emitting import model_schemas
from codegen.reading.shapes import (
    Anything,
    Array,
    Boolean,
    Enumeration,
    Named,
    Number,
    Shape,
    Text,
)
from codegen.reading.specification import (
    EnumType,
    Member,
    ObjectType,
    PythonField,
    Specification,
    Version,
)

PACKAGE = "ocpp_messages.v99"


def field(shape: Shape, wire: str = "idTag", *, required: bool = False) -> PythonField:
    return PythonField("id_tag", wire, shape, required, aliases=())


def specification(*messages: ObjectType) -> Specification:
    return Specification(
        version=Version("9.9", "v99", "ocpp9.9", "Station", "Office"),
        enumerations=(EnumType("LevelType", (Member("LOW", "Low"),)),),
        datatypes=(
            ObjectType("PointType", (field(Named("LevelType")),), open=True),
            ObjectType("LineType", (field(Named("PointType")),), open=False),
        ),
        messages=messages,
        procedures=(),
    )


def test_enumerations() -> None:
    members = (Member("A_B", "a.b"), Member("SOC", "SoC"))
    found = model_schemas.enumerations([EnumType("LevelType", members)])
    assert found.schema == {
        "definitions": {
            "LevelType": {
                "type": "string",
                "enum": ["a.b", "SoC"],
            }
        }
    }


def test_datatypes_refer_to_each_other_and_to_enumerations() -> None:
    definitions = model_schemas.datatypes(specification(), PACKAGE).schema[
        "definitions"
    ]
    assert definitions == {
        "PointType": {
            "type": "object",
            "customBasePath": "ocpp_messages.v99.base.OpenModel",
            "properties": {
                "idTag": {
                    "type": "string",
                    "customTypePath": "ocpp_messages.v99.enumerations.LevelType",
                }
            },
            "required": [],
        },
        "LineType": {
            "type": "object",
            "customBasePath": "ocpp_messages.v99.base.Model",
            "properties": {"idTag": {"$ref": "#/definitions/PointType"}},
            "required": [],
        },
    }


def test_messages_refer_to_other_modules_only() -> None:
    entry = ObjectType(
        "PingRequest",
        (
            field(Named("PointType"), "point"),
            field(Named("LevelType"), "level", required=True),
        ),
        open=False,
    )
    found = model_schemas.messages(specification(entry), PACKAGE)
    (definition,) = found.schema["definitions"].values()
    assert {
        name: shape["customTypePath"]
        for name, shape in definition["properties"].items()
    } == {
        "point": "ocpp_messages.v99.datatypes.PointType",
        "level": "ocpp_messages.v99.enumerations.LevelType",
    }
    assert definition["required"] == ["level"]


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (Text(), {"type": "string"}),
        (
            Text(min_length=1, max_length=5),
            {"type": "string", "minLength": 1, "maxLength": 5},
        ),
        (
            Text(format="date-time"),
            {"type": "string", "customTypePath": "ocpp_messages.model.DateTime"},
        ),
        (
            Text(format="uri"),
            {"type": "string", "customTypePath": "ocpp_messages.model.Uri"},
        ),
        (
            Anything(),
            {"type": "string", "customTypePath": "ocpp_messages.model.Json"},
        ),
        (Boolean(), {"type": "boolean"}),
        (Number(integer=True), {"type": "integer"}),
        (
            Number(integer=False, minimum=0.5, multiple_of=0.1),
            {"type": "number", "minimum": 0.5, "multipleOf": 0.1},
        ),
        (
            Array(Boolean(), min_items=1, max_items=4),
            {
                "type": "array",
                "items": {"type": "boolean"},
                "minItems": 1,
                "maxItems": 4,
            },
        ),
    ],
)
def test_shapes(shape: Shape, expected: dict[str, Any]) -> None:
    entry = ObjectType("PingRequest", (field(shape),), open=False)
    found = model_schemas.messages(specification(entry), PACKAGE)
    assert found.schema["definitions"]["PingRequest"]["properties"] == {
        "idTag": expected
    }


def test_what_needs_a_name_has_one() -> None:
    entry = ObjectType("PingRequest", (field(Enumeration(("On", "Off"))),), open=False)
    with pytest.raises(TypeError, match=r"^Enumeration\(.* has no name$"):
        model_schemas.messages(specification(entry), PACKAGE)


def test_bounds_of_integers_are_integers() -> None:
    shape = Number(integer=True, minimum=0.0, maximum=9.0)
    entry = ObjectType("PingRequest", (field(shape),), open=False)
    found = model_schemas.messages(specification(entry), PACKAGE)
    bounds = found.schema["definitions"]["PingRequest"]["properties"]["idTag"]
    assert repr(bounds) == "{'type': 'integer', 'minimum': 0, 'maximum': 9}"


def test_python_names_by_the_names_on_the_wire() -> None:
    entry = ObjectType("PingRequest", (field(Boolean()),), open=False)
    assert model_schemas.messages(specification(entry), PACKAGE).names == {
        "idTag": "id_tag"
    }
