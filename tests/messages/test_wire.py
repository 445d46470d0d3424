"""Pydantic's own ways speak the form of the wire, or refuse."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any, Final, NotRequired

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json, to_jsonable_python
from typing_extensions import TypedDict

from ocpp_messages import LENIENT, Model, v1x, v2x, v16, v20, v201
from tests.messages.cases import NOON
from tests.oracle.test_json_schemas import judge_by

__all__: list[str] = []

MESSAGE: Final = v201.MeterValuesRequest(
    evse_id=1,
    meter_value=[
        v201.MeterValueType(
            timestamp=NOON, sampled_value=[v201.SampledValueType(value=21.5)]
        )
    ],
    custom_data=v201.loads(
        v201.CustomDataType, '{"vendorId":"acme","shade":null,"deep":{"x":null}}'
    ),
)
PLAIN: Final[Any] = {
    "evseId": 1,
    "meterValue": [
        {"timestamp": "2026-01-31T12:00:00Z", "sampledValue": [{"value": 21.5}]}
    ],
    "customData": {"vendorId": "acme", "shade": None, "deep": {"x": None}},
}
TEXT: Final = json.dumps(PLAIN)
ONE: Final = TypeAdapter(v201.MeterValuesRequest)
MANY: Final = TypeAdapter(list[v201.MeterValuesRequest])
BAD: Final[list[tuple[Any, tuple[str | int, ...]]]] = [
    ({**PLAIN, "evseId": "1"}, ("evseId",)),
    ({**PLAIN, "evseId": None}, ("evseId",)),
    ({**PLAIN, "more": 1}, ("more",)),
    ({**PLAIN, "meterValue": []}, ("meterValue",)),
    ({**PLAIN, "meterValue": [{"timestamp": 5}]}, ("meterValue", 0, "timestamp")),
    ({"evse_id": 1, **PLAIN}, ("evse_id",)),
]


class Report(BaseModel):
    """A model of a user."""

    sender: str
    message: v201.MeterValuesRequest
    other: v16.ResetRequest | v16.ClearCacheRequest | None = None


REPORT: Final = Report(
    sender="A", message=MESSAGE, other=v16.ResetRequest(type=v16.ResetType.SOFT)
)
REPORTED: Final = {"sender": "A", "message": PLAIN, "other": {"type": "Soft"}}


def places(error: ValidationError) -> set[tuple[int | str, ...]]:
    return {found["loc"] for found in error.errors()}


def test_writing_json() -> None:
    assert json.loads(v201.dumps(MESSAGE)) == PLAIN
    assert json.loads(MESSAGE.model_dump_json()) == PLAIN
    assert MESSAGE.model_dump(mode="json") == PLAIN
    assert MESSAGE.model_dump(mode="json", exclude_none=True) == PLAIN
    assert ONE.dump_python(MESSAGE, mode="json") == PLAIN
    assert json.loads(ONE.dump_json(MESSAGE)) == PLAIN
    assert json.loads(MANY.dump_json([MESSAGE])) == [PLAIN]
    assert json.loads(to_json({"any": MESSAGE})) == {"any": PLAIN}
    assert to_jsonable_python(MESSAGE) == PLAIN
    assert REPORT.model_dump(mode="json") == REPORTED


def test_writing_a_choice_of_fields() -> None:
    assert MESSAGE.model_dump(mode="json", include={"evse_id"}) == {"evseId": 1}
    without = MESSAGE.model_dump(mode="json", exclude={"meter_value", "custom_data"})
    assert without == {"evseId": 1}
    names = MESSAGE.model_dump(mode="json", by_alias=False, include={"evse_id"})
    assert names == {"evse_id": 1}


def test_reading_json() -> None:
    assert v201.MeterValuesRequest.model_validate_json(TEXT) == MESSAGE
    assert ONE.validate_json(TEXT) == MESSAGE
    assert MANY.validate_json(f"[{TEXT}]") == [MESSAGE]
    assert Report.model_validate_json(json.dumps(REPORTED)) == REPORT


def test_a_dict_is_what_a_parser_made() -> None:
    assert ONE.validate_python(PLAIN) == MESSAGE
    assert MANY.validate_python([PLAIN, MESSAGE]) == [MESSAGE, MESSAGE]
    assert Report.model_validate(REPORTED) == REPORT
    assert v201.MeterValuesRequest.model_validate(PLAIN, by_alias=True) == MESSAGE


@pytest.mark.parametrize(("plain", "place"), BAD)
def test_what_the_wire_does_not_allow(plain: Any, place: tuple[str | int, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        v201.MeterValuesRequest.model_validate_json(json.dumps(plain))
    assert place in places(caught.value)
    with pytest.raises(ValidationError) as caught:
        ONE.validate_python(plain)
    assert place in places(caught.value)
    with pytest.raises(ValidationError) as caught:
        Report.model_validate({"sender": "A", "message": plain})
    assert ("message", *place) in places(caught.value)


@pytest.mark.parametrize("value", [5, "text", [PLAIN], {**PLAIN, "evseId": {1}}])
def test_what_is_no_json(value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        ONE.validate_python(value)
    assert places(caught.value) == {()}


def test_names_of_python() -> None:
    python = MESSAGE.model_dump()
    assert python["evse_id"] == 1
    assert python["meter_value"][0]["sampled_value"][0]["context"] is None
    assert ONE.dump_python(MESSAGE) == python
    assert REPORT.model_dump()["message"] == python
    assert v201.MeterValuesRequest.model_validate(python) == MESSAGE
    with pytest.raises(ValidationError):
        v201.MeterValuesRequest.model_validate(PLAIN)


def test_one_of_another_type_is_not_written_in_silence() -> None:
    with pytest.warns(UserWarning, match="ClearCacheRequest is no MeterValuesRequest"):
        MANY.dump_json([v16.ClearCacheRequest()])  # type: ignore[list-item]


def test_open_types() -> None:
    adapter = TypeAdapter(list[v20.GetReportRequest])
    text = '[{"requestId":1,"more":{"a":null},"nothing":null}]'
    assert adapter.dump_json(adapter.validate_json(text)).decode() == text


def test_anything() -> None:
    adapter = TypeAdapter(list[v201.DataTransferRequest])
    plain: Any = [{"vendorId": "acme", "data": {"a": None, "b": [None]}}]
    assert adapter.dump_python(adapter.validate_python(plain), mode="json") == plain


def test_a_message_that_was_tolerated() -> None:
    text = '{"type":"Gentle","more":null}'
    message, _ = LENIENT.loads(v16.ResetRequest, text)
    assert json.loads(message.model_dump_json()) == json.loads(text)
    with pytest.raises(ValidationError):
        TypeAdapter(v16.ResetRequest).validate_python(message)


@pytest.mark.parametrize("defer_build", [False, True])
def test_a_subclass(defer_build: bool) -> None:
    class Boot(v16.BootNotificationRequest, defer_build=defer_build):
        site: str | None = None

    boot = Boot(charge_point_vendor="A", charge_point_model="B", site="C")
    plain = {"chargePointVendor": "A", "chargePointModel": "B", "site": "C"}
    assert json.loads(v16.dumps(boot)) == boot.model_dump(mode="json") == plain
    assert TypeAdapter(list[Boot]).validate_python([plain]) == [boot]
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(v16.BootNotificationRequest).validate_python(boot)
    assert places(caught.value) == {("site",)}


def test_copies() -> None:
    for made in (copy.deepcopy(MESSAGE), pickle.loads(pickle.dumps(MESSAGE))):
        assert made.model_dump(mode="json") == PLAIN


def test_a_class_that_is_built_again() -> None:
    v16.ResetRequest.model_rebuild(force=True)
    request = v16.ResetRequest(type=v16.ResetType.SOFT)
    assert v16.dumps(request) == request.model_dump_json() == '{"type":"Soft"}'


class Typed(TypedDict):
    """A dict of a user, whose parts are messages."""

    message: v201.MeterValuesRequest
    others: NotRequired[list[v16.ResetRequest]]


def test_a_message_in_a_typed_dict() -> None:
    adapter = TypeAdapter(Typed)
    value: Typed = {
        "message": MESSAGE,
        "others": [v16.ResetRequest(type=v16.ResetType.SOFT)],
    }
    plain = {"message": PLAIN, "others": [{"type": "Soft"}]}
    assert json.loads(adapter.dump_json(value)) == plain
    assert adapter.validate_json(json.dumps(plain)) == value
    assert adapter.validate_python(plain) == value
    schema = adapter.json_schema()
    assert schema["required"] == ["message"]
    assert schema["properties"]["message"]["required"] == ["evseId", "meterValue"]
    assert judge_by(schema).accepts(json.dumps(plain))
    with pytest.raises(ValidationError) as caught:
        adapter.validate_json(json.dumps({"message": {**PLAIN, "evseId": None}}))
    assert places(caught.value) == {("message", "evseId")}


FAMILIES: Final = [
    (v1x.ResetRequest(type=v1x.ResetType.SOFT), '{"type":"Soft"}'),
    (v2x.ResetRequest(type=v2x.ResetEnumType.ON_IDLE), '{"type":"OnIdle"}'),
]


@pytest.mark.parametrize(("request_", "text"), FAMILIES, ids=["1.x", "2.x"])
def test_a_message_of_a_family_has_no_json(request_: Model, text: str) -> None:
    """Not even where its versions would write the same."""
    cls = type(request_)
    adapter = TypeAdapter(list[cls])  # type: ignore[valid-type]
    assert adapter.validate_python([request_.model_dump()]) == [request_]
    named = rf"{cls.__module__.split('.')[1]}\.serializer"
    with pytest.raises(PydanticSerializationError, match=named):
        request_.model_dump_json()
    with pytest.raises(PydanticSerializationError, match=named):
        to_json([request_])
    with pytest.raises(TypeError, match=named):
        cls.model_validate_json(text)
    with pytest.raises(TypeError, match=named):
        adapter.validate_json(f"[{text}]")
    for schema in (cls.model_json_schema, adapter.json_schema):
        with pytest.raises(TypeError, match=named):
            schema()
