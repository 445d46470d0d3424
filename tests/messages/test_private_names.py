"""What the messages use of pydantic that is private, or that no page of it promises.

Each row says where it is used. If a row fails with a new release, look there first, and
then cap pydantic in pyproject.toml or follow it. That messages are read and written as
before is for the other tests of this folder to show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, cast

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import SchemaValidator, core_schema

from ocpp_messages import v201


class Pair(BaseModel):
    first: int
    second: int


ATTRIBUTES: Final[Mapping[str, tuple[Callable[[], object], str]]] = {
    "converting.trusted, build": (
        lambda: Pair(first=1, second=2),
        "__dict__ __pydantic_fields_set__ __pydantic_extra__ __pydantic_private__",
    ),
    "direct.direct_validator, wire.schema_within": (
        lambda: Pair,
        "__pydantic_complete__ __pydantic_core_schema__",
    ),
    "introspection.signature": (lambda: Pair, "__pydantic_fields_complete__"),
    "serializer.loads, tolerance, WireModel.__init__": (
        lambda: Pair,
        "__pydantic_validator__",
    ),
    "wire.WireModel": (
        lambda: Pair,
        "__pydantic_init_subclass__ __pydantic_on_complete__ __pydantic_serializer__",
    ),
    "wire.WireModel.__init__, introspection._SignatureOfClass": (
        lambda: Pair.__init__,
        "__pydantic_base_init__",
    ),
}
"""What each place of codegen/runtime needs, and of what."""


@pytest.mark.parametrize("place", ATTRIBUTES)
def test_attributes(place: str) -> None:
    make, names = ATTRIBUTES[place]
    owner = make()
    missing = [name for name in names.split() if not hasattr(owner, name)]
    assert not missing, f"{owner} has lost {missing}: codegen/runtime/, {place}"


NODES: Final[Mapping[str, tuple[str, str]]] = {
    "direct._Definitions.define": ("definitions", "definitions schema"),
    "direct._Definitions.resolved": ("definition-ref", "schema_ref"),
    "direct._Definitions.with_fields, an open type": ("function-after", "schema"),
    "direct._Definitions.with_fields, wire.WireModel._complete": (
        "model-fields",
        "fields",
    ),
    "direct._Turning._model, tolerated._widen_model": (
        "model",
        "cls schema config ref",
    ),
    "direct._Turning.turned, wire._bare": (
        "json-or-python",
        "json_schema python_schema",
    ),
    "direct._Turning.turned_field, direct._Writing._field": (
        "model-field",
        "schema serialization_alias",
    ),
    "direct._defaulting": ("default", "schema default"),
    "direct._spelled, of lists; direct._Writing.turned": ("tuple", "items_schema"),
    "direct._spelled, direct._members": ("enum", "cls members"),
    "model.MultipleOf": ("nullable", "schema"),
    "tolerated._widen_text": ("str", "max_length"),
    "wire._bare": ("lax-or-strict", "lax_schema"),
}
"""The types of nodes in core schemas, and the keys of these, that each place needs."""


def core_schema_of(cls: type[BaseModel]) -> Any:
    cls.model_rebuild()
    return cls.__pydantic_core_schema__


@cache
def nodes() -> Mapping[str, set[str]]:
    """Returns the keys of the nodes of a message, by type."""
    found: defaultdict[str, set[str]] = defaultdict(set)

    def visit(part: object) -> None:
        if isinstance(part, dict):
            node = cast(dict[str, object], part)
            if isinstance(kind := node.get("type"), str):
                found[kind].update(node)
            for value in node.values():
                visit(value)
        elif isinstance(part, list):
            for item in cast(list[object], part):
                visit(item)

    visit(core_schema_of(v201.MeterValuesRequest))
    return found


@pytest.mark.parametrize("place", NODES)
def test_nodes(place: str) -> None:
    kind, keys = NODES[place]
    missing = set(keys.split()) - nodes().get(kind, set())
    assert not missing, f"{kind!r} has lost {missing}: codegen/runtime/, {place}"


def test_no_prebuilt_validator() -> None:
    """Else a class of the version is read with its own fields: `direct_validator`."""
    field = core_schema.model_field(core_schema.int_schema(le=0))
    fields = core_schema.model_fields_schema({"first": field, "second": field})
    schema = core_schema.list_schema(core_schema.model_schema(Pair, fields))
    given = [{"first": 1, "second": 2}]
    assert SchemaValidator(schema).validate_python(given)
    validator = SchemaValidator(schema, _use_prebuilt=False)
    with pytest.raises(ValidationError):
        validator.validate_python(given)


def test_slots_can_be_set() -> None:
    """As `converting.trusted` does, and equal to what a constructor makes."""
    made = object.__new__(Pair)
    values: dict[str, Any] = {
        "__dict__": {"first": 1, "second": 2},
        "__pydantic_fields_set__": {"first", "second"},
        "__pydantic_extra__": None,
        "__pydantic_private__": None,
    }
    for name, value in values.items():
        vars(BaseModel)[name].__set__(made, value)
    assert made == Pair(first=1, second=2)
    assert made.model_dump() == {"first": 1, "second": 2}


def test_fields_are_written_in_the_order_of_the_dict() -> None:
    """So `trusted` and `build` need them in the order of the class."""
    turned = Pair.model_construct(first=1, second=2)
    vars(BaseModel)["__dict__"].__set__(turned, {"second": 2, "first": 1})
    assert turned.model_dump_json() == '{"second":2,"first":1}'


def test_the_mark_of_a_constructor() -> None:
    """A class with another constructor has it called for each part that is read."""

    class Own(BaseModel):
        def __init__(self, /, **data: Any) -> None:
            super().__init__(**data)

    def is_called(cls: type[BaseModel]) -> bool:
        node: Any = cls.__pydantic_core_schema__
        while node["type"] != "model":
            node = node["schema"]
        return bool(node["custom_init"])

    assert is_called(Own)
    assert not is_called(Pair)
    definitions = core_schema_of(v201.MeterValuesRequest)["definitions"]
    models = [one for one in definitions if one["type"] == "model"]
    assert models
    assert not any(one["custom_init"] for one in models)
