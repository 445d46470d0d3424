"""What v1x builds without validating it, against what validation says of the same.

Reading takes two ways: text becomes a message of v1x in one pass (`direct`), and an
object of a version is converted field by field (`converting`). Neither validates what
it builds, so these laws do.
"""

from __future__ import annotations

import copy
import pickle
import sys
from collections.abc import Callable
from importlib import import_module
from types import FrameType
from typing import Any, cast

import pytest
from pydantic import BaseModel

from ocpp_messages import Model, v1x, v16
from ocpp_messages.converting import build
from ocpp_messages.direct import direct_validator
from ocpp_messages.model import OpenModel
from tests.messages.cases import NOON, PACKAGES
from tests.messages.choices import chosen
from tests.messages.test_family_laws import in_range, makes_no_sense

NAMES = [name for name in v1x.__all__ if name.endswith(("Request", "Response"))]
OURS = [(version, getattr(v1x, name)) for version in v1x.VERSIONS for name in NAMES]
THEIRS = [
    (version, getattr(PACKAGES[version], name))
    for version in v1x.VERSIONS
    for name in NAMES
    if hasattr(PACKAGES[version], name)
]


def validated(value: Any) -> Any:
    """The same, made by the constructors of its classes."""
    if isinstance(value, tuple):
        return tuple(map(validated, cast(tuple[object, ...], value)))
    if not isinstance(value, Model):
        return value
    fields = {name: validated(part) for name, part in value.__dict__.items()}
    return type(value)(**fields)


def check_built(message: Any) -> None:
    """Checks what nobody has validated."""
    again = validated(message)
    assert message == again
    assert repr(message) == repr(again)
    assert hash(message) == hash(again)
    assert message == copy.deepcopy(message) == pickle.loads(pickle.dumps(message))
    assert message.model_copy(update={}) == message
    assert_given(message)


def assert_given(value: Any) -> None:
    """Checks which fields count as given: at least those that are not the default."""
    if isinstance(value, tuple):
        for item in cast(tuple[object, ...], value):
            assert_given(item)
    elif isinstance(value, Model):
        fields = type(value).model_fields
        assert value.model_fields_set <= fields.keys() == value.__dict__.keys()
        for name, field in fields.items():
            found = getattr(value, name)
            assert_given(found)
            default = field.get_default(call_default_factory=True)
            if name not in value.model_fields_set and name != "unit":
                assert found == default


@pytest.mark.parametrize(("version", "cls"), THEIRS)
def test_what_is_read_would_be_valid(version: str, cls: type[Model]) -> None:
    serializer = v1x.serializer(version)
    package = PACKAGES[version]
    readers = import_module(f"ocpp_messages.v1x.read_v{version.replace('.', '')}")
    validator = direct_validator(cls, readers.READERS)
    read = 0
    for sample in chosen(cls):
        payload: Any = in_range(v1x, package.to_jsonable(sample))
        if makes_no_sense(cls.__name__, payload):
            continue
        exact = package.from_jsonable(cls, payload)
        message = serializer.read(exact)
        check_built(message)
        # The serializer would go the long way after a fault: right, but slow.
        at_once = validator.validate_json(
            package.dumps(exact), strict=True, by_alias=True, by_name=False
        )
        check_built(at_once)
        assert at_once == message
        assert repr(at_once) == repr(message)
        read += 1
    assert read


@pytest.mark.parametrize(("version", "cls"), OURS)
def test_what_is_written_would_be_valid(version: str, cls: Any) -> None:
    serializer = v1x.serializer(version)
    package = PACKAGES[version]
    message: Any
    for message in chosen(cls):
        try:
            exact = serializer.express(message)
        except ValueError:
            continue
        check_built(exact)
        assert serializer.dumps(message) == package.dumps(exact)


def test_all_that_pydantic_keeps_of_an_object_is_set() -> None:
    slots = {"__dict__", "__pydantic_fields_set__", "__pydantic_extra__"}
    assert set(BaseModel.__slots__) == {*slots, "__pydantic_private__"}
    made = build(v1x.Connector, {"id": 1})
    valid = v1x.Connector(id=1)
    for name in BaseModel.__slots__:
        assert getattr(made, name) == getattr(valid, name)


def test_nothing_is_built_that_keeps_more_than_its_fields() -> None:
    built = [
        value
        for package in (v1x, *(PACKAGES[version] for version in v1x.VERSIONS))
        for value in vars(package).values()
        if isinstance(value, type) and issubclass(value, Model)
    ]
    assert len(built) > 100
    for cls in built:
        assert not issubclass(cls, OpenModel)
        assert not cls.__private_attributes__


# What it costs, in calls of Python functions: times are in benchmarks/


def calls(function: Callable[[], object]) -> int:
    """How many functions written in Python are called."""
    count = 0

    def profile(frame: FrameType, event: str, _: Any) -> None:
        nonlocal count
        count += event == "call"

    function()  # whatever is done on first use only
    sys.setprofile(profile)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


def meter_values(count: int) -> v1x.MeterValuesRequest:
    sample = v1x.SampledValue(
        value="16.5",
        measurand=v1x.Measurand.CURRENT_IMPORT,
        phase=v1x.Phase.L1,
        unit=v1x.UnitOfMeasure.A,
    )
    meter = v1x.MeterValue(timestamp=NOON, sampled_value=[sample] * count)
    return v1x.MeterValuesRequest(scope=v1x.Connector(id=1), meter_value=[meter])


def per_value(use: Callable[[v1x.MeterValuesRequest], Callable[[], object]]) -> float:
    few, many = (calls(use(meter_values(count))) for count in (10, 110))
    return (many - few) / 100


SERIALIZER = v1x.serializer("1.6")


def loading(message: v1x.MeterValuesRequest) -> Callable[[], object]:
    text = SERIALIZER.dumps(message)
    return lambda: SERIALIZER.loads(v1x.MeterValuesRequest, text)


def reading(message: v1x.MeterValuesRequest) -> Callable[[], object]:
    exact = SERIALIZER.express(message)
    return lambda: SERIALIZER.read(exact)


def dumping(message: v1x.MeterValuesRequest) -> Callable[[], object]:
    return lambda: SERIALIZER.dumps(message)


def expressing(message: v1x.MeterValuesRequest) -> Callable[[], object]:
    return lambda: SERIALIZER.express(message)


@pytest.mark.parametrize(
    ("use", "most"), [(loading, 0), (dumping, 1), (reading, 2), (expressing, 2)]
)
def test_a_value_more_costs_hardly_a_call(use: Any, most: int) -> None:
    assert per_value(use) <= most


def test_a_text_is_not_validated_twice() -> None:
    text = SERIALIZER.dumps(meter_values(9))
    at_once = calls(lambda: SERIALIZER.loads(v1x.MeterValuesRequest, text))
    exact = calls(lambda: v16.loads(v16.MeterValuesRequest, text))
    assert at_once - exact < 10
