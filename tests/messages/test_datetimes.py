"""Moments in time: read with any offset, kept and written in UTC to the millisecond."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given

from ocpp_messages import DecodeError, ViolationKind, v16, v201
from tests.messages.strategies import MOMENTS, QUICK
from tests.properties import assert_met, edited


def read(text: str) -> datetime:
    value = json.dumps({"currentTime": text})
    return v16.loads(v16.HeartbeatResponse, value).current_time


def written(moment: datetime) -> str:
    value = v16.to_jsonable(v16.HeartbeatResponse(current_time=moment))
    text = value["currentTime"]
    assert json.loads(v16.dumps(v16.HeartbeatResponse(current_time=moment))) == value
    assert isinstance(text, str)
    return text


def moment(*parts: int, offset: timedelta = timedelta(0)) -> datetime:
    naive = datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001
    return naive.replace(tzinfo=timezone(offset))


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
        ("2026-01-31T12:00:00.5Z", "2026-01-31T12:00:00.500Z"),
        ("2026-01-31T12:00:00.05Z", "2026-01-31T12:00:00.050Z"),
        ("2026-01-31T12:00:00.123Z", "2026-01-31T12:00:00.123Z"),
        ("2026-01-31T12:00:00.1239999Z", "2026-01-31T12:00:00.123Z"),
        ("2026-01-31T12:00:00.000999999999Z", "2026-01-31T12:00:00Z"),
        ("2026-01-31T12:00:00+00:00", "2026-01-31T12:00:00Z"),
        ("2026-01-31T12:00:00-00:00", "2026-01-31T12:00:00Z"),
        ("2026-01-31T12:00:00+02:00", "2026-01-31T10:00:00Z"),
        ("2026-01-31T12:00:00.25-05:30", "2026-01-31T17:30:00.250Z"),
        ("2025-12-31T23:00:00-14:00", "2026-01-01T13:00:00Z"),
        ("2026-01-31T12:00:00+23:59", "2026-01-30T12:01:00Z"),
        ("2026-01-31t12:00:00z", "2026-01-31T12:00:00Z"),
        ("2026-01-31 12:00:00Z", "2026-01-31T12:00:00Z"),
        ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
    ],
)
def test_text(text: str, again: str) -> None:
    assert read(text) == datetime.fromisoformat(again)
    assert read(text).utcoffset() == timedelta(0)
    assert written(read(text)) == again
    given: Any = text
    assert v16.HeartbeatResponse(current_time=given).current_time == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-01-31",
        "12:00:00Z",
        "2026-01-31T12:00:00",
        "2026-01-31T12:00Z",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00,5Z",
        "2026-01-31T12:00:00 Z",
        "2026-01-31T12:00:00+01",
        "2026-01-31T12:00:00+0100",
        "2026-01-31T12:00:00+01:00:30",
        "2026-01-31T12:00:00+24:00",
        "2026-01-31T12:00:00+00:60",
        "2026-01-31T12:00:00UTC",
        "2026-01-31T12:00:00[Europe/Paris]",
        "2026-01-31T24:00:00Z",
        "2026-01-31T12:60:00Z",
        "2026-01-31T12:00:60Z",
        "2026-02-29T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-01-00T12:00:00Z",
        "0000-01-01T12:00:00Z",
        "26-01-31T12:00:00Z",
        "12026-01-31T12:00:00Z",
        "2026-1-31T12:00:00Z",
        "20260131T120000Z",
        "2026-W05-6T12:00:00Z",
        "2026-031T12:00:00Z",
        " 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00Z\n",
        "\N{FULLWIDTH DIGIT TWO}026-01-31T12:00:00Z",
        "1769860800",
        "1769860800.5",
        "1e9",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-01:00",
    ],
)
def test_text_that_is_no_moment(text: str) -> None:
    with pytest.raises(DecodeError) as caught:
        read(text)
    (violation,) = caught.value.violations
    assert (violation.path, violation.kind) == ("$.currentTime", ViolationKind.FORMAT)
    given: Any = text
    with pytest.raises(ValueError, match="1 validation error"):
        v16.HeartbeatResponse(current_time=given)


@pytest.mark.parametrize("value", [1769860800, 1.5, True, None, [], {}])
def test_what_is_no_text(value: Any) -> None:
    with pytest.raises(DecodeError) as caught:
        v16.from_jsonable(v16.HeartbeatResponse, {"currentTime": value})
    (violation,) = caught.value.violations
    assert (violation.path, violation.kind) == ("$.currentTime", ViolationKind.TYPE)


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 1, 31, 12),  # noqa: DTZ001 - naive on purpose
        date(2026, 1, 31),
        1769860800,
        1.5,
        True,
        None,
        b"2026-01-31T12:00:00Z",
        moment(1, 1, 1, offset=timedelta(hours=14)),
        moment(9999, 12, 31, 23, offset=timedelta(hours=-1)),
    ],
    ids=repr,
)
def test_what_is_no_moment(value: Any) -> None:
    with pytest.raises(ValueError, match="1 validation error") as caught:
        v16.HeartbeatResponse(current_time=value)
    assert "\ncurrent_time\n" in str(caught.value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (moment(2026, 1, 31, 12), "2026-01-31T12:00:00Z"),
        (moment(2026, 1, 31, 12, 0, 0, 1), "2026-01-31T12:00:00Z"),
        (moment(2026, 1, 31, 12, 0, 0, 999_999), "2026-01-31T12:00:00.999Z"),
        (moment(1969, 12, 31, 23, 59, 59, 999_999), "1969-12-31T23:59:59.999Z"),
        (
            moment(2026, 1, 31, 12, offset=timedelta(hours=2)),
            "2026-01-31T10:00:00Z",
        ),
        (
            moment(2026, 1, 31, 12, offset=timedelta(seconds=30, microseconds=1)),
            "2026-01-31T11:59:29.999Z",
        ),
        (
            datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/Paris")),
            "2026-07-01T10:00:00Z",
        ),
        (
            datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"), fold=0),
            "2026-10-25T00:30:00Z",
        ),
        (
            datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"), fold=1),
            "2026-10-25T01:30:00Z",
        ),
    ],
    ids=str,
)
def test_objects(value: datetime, text: str) -> None:
    assert written(value) == text
    assert v16.HeartbeatResponse(current_time=value).current_time == read(text)


@QUICK
@given(MOMENTS)
@example(datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"), fold=1))
@example(datetime(2026, 3, 29, 2, 30, tzinfo=ZoneInfo("Europe/Paris")))
def test_reading_gives_back_what_was_written(value: datetime) -> None:
    response = v16.HeartbeatResponse(current_time=value)
    assert v16.loads(v16.HeartbeatResponse, v16.dumps(response)) == response
    text = written(value)
    assert text.endswith("Z")
    late = value.astimezone(UTC) - read(text)
    assert timedelta(0) <= late < timedelta(milliseconds=1)


def test_other_text_is_refused_or_read() -> None:
    seen: Counter[str] = Counter()
    near = edited(MOMENTS.map(datetime.isoformat), "0123456789-:.+TZtz ")

    @QUICK
    @given(near)
    def check(text: str) -> None:
        try:
            value = read(text)
        except DecodeError:
            seen["refused"] += 1
            return
        late = value - read(written(value))
        assert timedelta(0) <= late < timedelta(milliseconds=1)
        seen["read"] += 1

    check()
    assert_met(seen, "refused", "read")


def test_moments_in_lists_and_below() -> None:
    at = "2026-01-31T12:00:00+01:00"
    sample = {"timestamp": at, "sampledValue": [{"value": 1}]}
    request = v201.from_jsonable(
        v201.MeterValuesRequest, {"evseId": 1, "meterValue": [sample]}
    )
    assert request.meter_value[0].timestamp == datetime(2026, 1, 31, 11, tzinfo=UTC)
    (value,) = v201.to_jsonable(request)["meterValue"]
    assert value["timestamp"] == "2026-01-31T11:00:00Z"
