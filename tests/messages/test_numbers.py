"""Numbers keep their value, and nothing but a number is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from ocpp_messages import (
    FIELD,
    LENIENT,
    DecodeError,
    DeviationKind,
    Model,
    ViolationKind,
    v1x,
    v16,
    v20,
    v21,
    v201,
)

PERIOD = '{{"startPeriod":0,"limit":{}}}'


def refused(cls: type[Model], text: str, package: Any = v16) -> list[tuple[str, str]]:
    """Where a text is refused, and why."""
    with pytest.raises(DecodeError) as caught:
        package.loads(cls, text)
    return [(found.path, found.kind.value) for found in caught.value.violations]


@pytest.mark.parametrize(
    "text", ["21.4", "0.1", "-0.7", "6.6", "1e-07", "1e+22", "123456789.25", "5.0"]
)
def test_numbers_are_written_as_they_were_read(text: str) -> None:
    cls = v21.ChargingSchedulePeriodType
    period = v21.loads(cls, PERIOD.format(text))
    assert float(text) == period.limit
    assert v21.loads(cls, v21.dumps(period)).limit == period.limit
    assert v21.to_jsonable(period)["limit"] == float(text)


def test_21_4_stays_21_4() -> None:
    text = '{"startPeriod":0,"limit":21.4}'
    period = v16.loads(v16.ChargingSchedulePeriod, text)
    assert v16.dumps(period) == text
    assert v16.dumps(v16.ChargingSchedulePeriod(start_period=0, limit=21.4)) == text


@pytest.mark.parametrize("sign", ["", "-"])
def test_every_tenth_is_a_multiple_of_a_tenth(sign: str) -> None:
    for tenths in range(10_001):
        text = PERIOD.format(f"{sign}{tenths // 10}.{tenths % 10}")
        assert v16.dumps(v16.loads(v16.ChargingSchedulePeriod, text)) == text


@pytest.mark.parametrize("digit", ["5", "1", "9", "01"])
def test_what_lies_between_two_tenths_is_no_multiple(digit: str) -> None:
    for tenths in range(0, 10_000, 7):
        text = PERIOD.format(f"{tenths // 10}.{tenths % 10}{digit}")
        assert refused(v16.ChargingSchedulePeriod, text) == [("$.limit", "range")]


@pytest.mark.parametrize(
    "text", ["8684444.7", "0.3", "-2097152.1", "123456789012345.6", "1e300", "1.7e308"]
)
def test_multiples_are_decided_in_decimal(text: str) -> None:
    period = v16.loads(v16.ChargingSchedulePeriod, PERIOD.format(text))
    assert period.limit == float(text)
    assert v16.ChargingSchedulePeriod(start_period=0, limit=float(text)) == period


@pytest.mark.parametrize(
    "text", ["21.4000000001", "1e-9", "8684444.75", "0.30000000000000004", "5e-324"]
)
def test_what_is_nearly_a_multiple(text: str) -> None:
    assert refused(v16.ChargingSchedulePeriod, PERIOD.format(text)) == [
        ("$.limit", "range")
    ]
    with pytest.raises(ValueError, match=r"multiple of 0\.1"):
        v16.ChargingSchedulePeriod(start_period=0, limit=float(text))
    for tolerance in (FIELD, LENIENT):
        strict = replace(tolerance, bounds=False)
        with pytest.raises(DecodeError, match=r"multiple of 0\.1"):
            strict.loads(v16.ChargingSchedulePeriod, PERIOD.format(text))
        read, deviations = tolerance.loads(
            v16.ChargingSchedulePeriod, PERIOD.format(text)
        )
        assert read.limit == float(text)
        assert [each.kind for each in deviations] == [DeviationKind.OUT_OF_BOUNDS]
    period = v1x.ChargingSchedulePeriod
    with pytest.raises(ValueError, match=r"multiple of 0\.1"):
        period(start_period=timedelta(0), limit=float(text))


def test_step_of_a_field_that_may_be_absent() -> None:
    text = '{"chargingRateUnit":"A","chargingSchedulePeriod":[],"minChargingRate":%s}'
    for number in ("8684444.7", "0.3"):
        schedule = v16.loads(v16.ChargingSchedule, text % number)
        assert schedule.min_charging_rate == float(number)
    for path, wrong in (("range", "0.35"), ("type", "null")):
        assert refused(v16.ChargingSchedule, text % wrong) == [
            ("$.minChargingRate", path)
        ]


def test_steps_are_in_the_json_schema() -> None:
    schema = v16.ChargingSchedulePeriod.model_json_schema()
    assert schema["properties"]["limit"]["multipleOf"] == 0.1


@pytest.mark.parametrize("limit", [21.45, -0.05, 1e-6])
def test_object_with_a_number_between_two_tenths(limit: float) -> None:
    with pytest.raises(ValueError, match=r"multiple of 0\.1"):
        v16.ChargingSchedulePeriod(start_period=0, limit=limit)


@pytest.mark.parametrize("number", [0, -1, 2**31, -(2**63), 10**30, 10**4000])
def test_integers_are_exact(number: int) -> None:
    request = v16.CancelReservationRequest(reservation_id=number)
    text = v16.dumps(request)
    assert text == f'{{"reservationId":{number}}}'
    assert v16.loads(v16.CancelReservationRequest, text).reservation_id == number
    assert v16.to_jsonable(request) == {"reservationId": number}


@pytest.mark.parametrize(
    "value", ['"5"', "5.0", "5e0", "true", "false", "null", "[5]", "{}", '""']
)
def test_what_is_no_integer(value: str) -> None:
    text = f'{{"reservationId":{value}}}'
    assert refused(v16.CancelReservationRequest, text) == [("$.reservationId", "type")]


@pytest.mark.parametrize("value", ['"5.5"', "true", "false", "null", "[5]", "{}"])
def test_what_is_no_number(value: str) -> None:
    text = PERIOD.format(value)
    assert refused(v16.ChargingSchedulePeriod, text) == [("$.limit", "type")]


@pytest.mark.parametrize("value", ["0", "1", '"true"', "null"])
def test_what_is_no_boolean(value: str) -> None:
    text = f'{{"key":"a","readonly":{value}}}'
    assert refused(v16.KeyValue, text) == [("$.readonly", "type")]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
@pytest.mark.parametrize(
    ("package", "cls", "text", "path"),
    [
        (v16, v16.ChargingSchedulePeriod, '{"startPeriod":0,"limit":%s}', "$.limit"),
        (
            v21,
            v21.ChargingSchedulePeriodType,
            '{"startPeriod":0,"limit":%s}',
            "$.limit",
        ),
        (v201, v201.DataTransferRequest, '{"vendorId":"","data":%s}', "$.data"),
        (
            v201,
            v201.DataTransferRequest,
            '{"vendorId":"","data":{"a":[{"b":%s}]}}',
            "$.data",
        ),
        (
            v21,
            v21.HeartbeatRequest,
            '{"customData":{"vendorId":"","a":[%s]}}',
            "$.customData.a",
        ),
        (v20, v20.HeartbeatRequest, '{"more":%s}', "$.more"),
    ],
)
def test_what_is_not_finite(
    package: Any, cls: type[Model], text: str, path: str, number: str
) -> None:
    assert refused(cls, text % number, package) == [(path, ViolationKind.RANGE)]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_object_with_what_is_not_finite(number: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        v21.ChargingSchedulePeriodType(start_period=0, limit=number)
    with pytest.raises(ValueError, match="finite"):
        v201.DataTransferRequest(vendor_id="", data=[{"a": number}])
    value = {"vendorId": "", "data": number}
    with pytest.raises(DecodeError, match="finite"):
        v201.from_jsonable(v201.DataTransferRequest, value)


@pytest.mark.parametrize("text", ["5", "5.0", "true", "-0.0", "1e-7"])
def test_numbers_of_vendors_keep_their_kind(text: str) -> None:
    text = f'{{"data":{text},"vendorId":""}}'
    assert v201.dumps(v201.loads(v201.DataTransferRequest, text)) == text
