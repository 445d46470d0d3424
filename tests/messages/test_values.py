"""Messages are values: they cannot change, and equal ones are interchangeable."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import ValidationError

from ocpp_messages import Model, v15, v16, v20, v201
from tests.messages.cases import BOOTS, NOON, Boot

BOOT = v16.BootNotificationRequest(charge_point_vendor="Acme", charge_point_model="X1")
METER_VALUES = v16.MeterValuesRequest(
    connector_id=1,
    meter_value=[
        v16.MeterValue(timestamp=NOON, sampled_value=[v16.SampledValue(value="21.4")])
    ],
)
TEXT = (
    '{"vendorId":"Acme","vendor_id":"inner","nothing":null,"self":1,"copy":{"a":null}}'
)
CUSTOM_DATA = v201.loads(v201.CustomDataType, TEXT)
VALUES = {
    **{version: boot.message for version, boot in BOOTS.items()},
    "with a list": METER_VALUES,
    "with fields without name": CUSTOM_DATA,
}


@pytest.fixture(params=BOOTS)
def boot(request: pytest.FixtureRequest) -> Boot:
    return BOOTS[request.param]


def errors(error: ValidationError) -> list[tuple[str, str]]:
    """Where the faults are and what they are."""
    return [
        (".".join(map(str, found["loc"])), found["type"]) for found in error.errors()
    ]


def test_fields_cannot_be_set(boot: Boot) -> None:
    (name, *_) = type(boot.message).model_fields
    with pytest.raises(ValidationError) as caught:
        setattr(boot.message, name, getattr(boot.message, name))
    assert errors(caught.value) == [(name, "frozen_instance")]


def test_fields_cannot_be_deleted(boot: Boot) -> None:
    (name, *_) = type(boot.message).model_fields
    with pytest.raises(ValidationError) as caught:
        delattr(boot.message, name)
    assert errors(caught.value) == [(name, "frozen_instance")]


def test_fields_without_name_cannot_be_set() -> None:
    with pytest.raises(ValidationError):
        setattr(CUSTOM_DATA, "nothing", 1)  # noqa: B010 - it is no attribute of the type


def test_lists_cannot_change() -> None:
    given = [v16.SampledValue(value="1")]
    value = v16.MeterValue(timestamp=NOON, sampled_value=given)
    given.append(v16.SampledValue(value="2"))
    assert value.sampled_value == (v16.SampledValue(value="1"),)


def test_equality() -> None:
    def boot(**more: Any) -> v16.BootNotificationRequest:
        return v16.BootNotificationRequest(
            charge_point_vendor="Acme", charge_point_model="X1", **more
        )

    assert boot() == BOOT
    assert boot(iccid=None) == BOOT
    assert boot(iccid="89") != BOOT
    others: list[Model] = [v16.ClearCacheRequest(), v15.HeartbeatRequest()]
    assert v16.HeartbeatRequest() not in others
    assert v16.HeartbeatRequest() in [*others, v16.HeartbeatRequest()]


def test_equality_of_fields_without_name() -> None:
    def custom_data(**more: Any) -> v201.CustomDataType:
        return v201.CustomDataType(vendor_id="Acme", **more)

    assert custom_data(a=[1]) == custom_data(a=[1])
    assert custom_data(a=[1]) != custom_data(a=[2])
    assert custom_data(a=None) != custom_data()


def test_moments_are_equal_in_every_time_zone() -> None:
    east = datetime(2026, 1, 31, 14, tzinfo=timezone(timedelta(hours=2)))
    here = v16.HeartbeatResponse(current_time=NOON)
    there = v16.HeartbeatResponse(current_time=east)
    assert here == there
    assert hash(here) == hash(there)


def test_hash() -> None:
    # pyright does not see that the models are frozen, hence the ignores.
    again = METER_VALUES.model_copy(deep=True)
    assert {METER_VALUES: 1}[again] == 1  # pyright: ignore[reportUnhashable]
    assert hash(BOOT) == hash(BOOT.model_copy(update={"iccid": None}))
    different = {*VALUES.values(), METER_VALUES, BOOT}  # pyright: ignore[reportUnhashable]
    assert len(different) == len(VALUES) + 1


def test_repr_names_what_is_there() -> None:
    assert repr(BOOT) == (
        "BootNotificationRequest(charge_point_vendor='Acme', charge_point_model='X1')"
    )
    assert repr(v16.HeartbeatRequest()) == "HeartbeatRequest()"
    assert repr(v16.ResetRequest(type=v16.ResetType.HARD)) == (
        "ResetRequest(type=<ResetType.HARD: 'Hard'>)"
    )


def test_repr_can_be_evaluated() -> None:
    message = v16.BootNotificationRequest(
        charge_point_vendor="A'\"", charge_point_model="", iccid="\n"
    )
    assert eval(repr(message), dict(vars(v16))) == message


def test_fields_are_given_by_keyword_only() -> None:
    cls: Any = v16.BootNotificationRequest
    with pytest.raises(TypeError):
        cls("Acme", "X1")


def test_names_on_the_wire_are_no_keywords() -> None:
    wire: dict[str, Any] = {"chargePointVendor": "Acme", "chargePointModel": "X1"}
    with pytest.raises(ValidationError) as caught:
        v16.BootNotificationRequest(**wire)
    assert errors(caught.value) == [
        ("charge_point_vendor", "missing"),
        ("charge_point_model", "missing"),
        ("chargePointVendor", "extra_forbidden"),
        ("chargePointModel", "extra_forbidden"),
    ]


@pytest.mark.parametrize(
    ("cls", "keywords"),
    [
        (v201.CustomDataType, {"vendor_id": "Acme", "vendorId": "Other"}),
        (v20.GetReportRequest, {"request_id": 1, "componentCriteria": 5}),
        (v20.GetReportRequest, {"requestId": 1, "request_id": 1}),
    ],
)
def test_names_on_the_wire_are_no_keywords_of_open_types(
    cls: type[Model], keywords: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError):
        cls(**keywords)


@pytest.mark.parametrize(
    ("cls", "keywords", "found"),
    [
        (v16.ResetRequest, {}, [("type", "missing")]),
        (v16.ResetRequest, {"type": "Gentle"}, [("type", "enum")]),
        (v16.ResetRequest, {"type": "Hard", "x": 1}, [("x", "extra_forbidden")]),
        (v16.AuthorizeRequest, {"id_tag": "x" * 21}, [("id_tag", "string_too_long")]),
        (v16.AuthorizeRequest, {"id_tag": None}, [("id_tag", "string_type")]),
        (
            v16.MeterValuesRequest,
            {"connector_id": 1, "meter_value": []},
            [("meter_value", "too_short")],
        ),
        (
            v16.ChargingSchedulePeriod,
            {"start_period": 0, "limit": 21.45},
            [("limit", "multiple_of")],
        ),
        (
            v16.GetDiagnosticsRequest,
            {"location": "here"},
            [("location", "uri_format")],
        ),
        (
            v201.BootNotificationRequest,
            {"reason": "PowerUp", "charging_station": {"model": "X1"}},
            [("charging_station.vendor_name", "missing")],
        ),
        (
            v201.BootNotificationRequest,
            {
                "reason": "PowerUp",
                "charging_station": v20.ChargingStationType(
                    model="X1", vendor_name="Acme"
                ),
            },
            [("charging_station", "model_type")],
        ),
    ],
)
def test_bad_objects_cannot_be_built(
    cls: type[Model], keywords: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    with pytest.raises(ValidationError) as caught:
        cls(**keywords)
    assert errors(caught.value) == found


@pytest.mark.parametrize(
    ("text", "is_uri"),
    [
        ("ftp://host/a?b=c", True),
        ("urn:x:y", True),
        ("x:", True),
        ("host/a", False),
        ("1x:a", False),
        ("ftp://host/a b", False),
        ("ftp://host/a\n", False),
        (" ftp://host/a", False),
    ],
)
def test_uris(text: str, is_uri: bool) -> None:
    def build() -> v16.GetDiagnosticsRequest:
        return v16.GetDiagnosticsRequest(location=text)

    if is_uri:
        assert build().location == text
        return
    with pytest.raises(ValidationError) as caught:
        build()
    assert errors(caught.value) == [("location", "uri_format")]


def test_text_is_taken_for_an_enum() -> None:
    kind: Any = "Soft"
    assert v16.ResetRequest(type=kind).type is v16.ResetType.SOFT


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_copies(value: Model) -> None:
    copies = [
        copy.copy(value),
        copy.deepcopy(value),
        value.model_copy(),
        value.model_copy(deep=True),
        value.model_copy(update={}),
        pickle.loads(pickle.dumps(value)),
    ]
    assert [type(copied) for copied in copies] == [type(value)] * len(copies)
    assert [copied == value for copied in copies] == [True] * len(copies)
    assert [repr(copied) == repr(value) for copied in copies] == [True] * len(copies)


def test_copy_with_changes() -> None:
    changed = BOOT.model_copy(update={"iccid": "89", "charge_point_model": "X2"})
    assert changed == v16.BootNotificationRequest(
        charge_point_vendor="Acme", charge_point_model="X2", iccid="89"
    )
    assert BOOT.iccid is None
    assert changed.model_copy(update={"iccid": None}).iccid is None


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"iccid": "x" * 21}, "string_too_long"),
        ({"charge_point_model": None}, "string_type"),
        ({"color": "red"}, "extra_forbidden"),
    ],
)
def test_copy_with_bad_changes(changes: dict[str, Any], found: str) -> None:
    with pytest.raises(ValidationError) as caught:
        BOOT.model_copy(update=changes)
    assert [kind for _, kind in errors(caught.value)] == [found]


def test_copy_with_changes_validates_what_is_inside() -> None:
    station: Any = {"model": "X1", "vendor_name": "Acme"}
    reason = v201.BootReasonEnumType.POWER_UP
    boot = v201.BootNotificationRequest(reason=reason, charging_station=station)
    with pytest.raises(ValidationError):
        boot.model_copy(update={"charging_station": {"model": "X2"}})
    changed = boot.model_copy(
        update={"charging_station": {"model": "X2", "vendor_name": "Acme"}}
    )
    assert changed.charging_station.model == "X2"


def test_copy_leaves_fields_without_name_alone() -> None:
    changed = CUSTOM_DATA.model_copy(update={"more": 1})
    assert v201.to_jsonable(changed) == {**v201.to_jsonable(CUSTOM_DATA), "more": 1}
    changed = CUSTOM_DATA.model_copy(update={"vendor_id": "Other"})
    assert v201.to_jsonable(changed) == {
        **v201.to_jsonable(CUSTOM_DATA),
        "vendorId": "Other",
    }
