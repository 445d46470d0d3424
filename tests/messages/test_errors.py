"""`DecodeError` names every violation by path and kind, and quotes no value."""

from __future__ import annotations

import copy
import json
import pickle
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_messages import DecodeError, Model, Violation, ViolationKind, v15, v16, v21
from ocpp_messages.errors import json_path
from tests.messages.strategies import JSON, QUICK
from tests.properties import assert_met, edited, retouched

AT: Final = "2026-01-31T12:00:00Z"
SECRET: Final = "s3cret"
ABSENT: Final = object()

Step = str | int

TRANSACTION: Final = {
    "eventType": "Updated",
    "timestamp": AT,
    "triggerReason": "MeterValuePeriodic",
    "seqNo": 1,
    "transactionInfo": {"transactionId": "1"},
    "meterValue": [
        {"timestamp": AT, "sampledValue": [{"value": 1}]},
        {
            "timestamp": AT,
            "sampledValue": [
                {"value": 21.4, "measurand": "SoC", "unitOfMeasure": {"unit": "A"}}
            ],
        },
    ],
}
PROFILE: Final = {
    "connectorId": 1,
    "csChargingProfiles": {
        "chargingProfileId": 1,
        "stackLevel": 0,
        "chargingProfilePurpose": "TxProfile",
        "chargingProfileKind": "Absolute",
        "chargingSchedule": {
            "chargingRateUnit": "W",
            "minChargingRate": 6.6,
            "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 21.4}],
        },
    },
}
SCHEDULE: Final = {
    "evseId": 1,
    "timeBase": AT,
    "chargingSchedule": {
        "id": 1,
        "chargingRateUnit": "W",
        "chargingSchedulePeriod": [{"startPeriod": 0}],
    },
}
VALID: Final[tuple[tuple[Any, type[Model], dict[str, Any]], ...]] = (
    (v21, v21.TransactionEventRequest, TRANSACTION),
    (v16, v16.SetChargingProfileRequest, PROFILE),
    (v21, v21.NotifyEVChargingScheduleRequest, SCHEDULE),
    (v16, v16.UpdateFirmwareRequest, {"location": "ftp://a", "retrieveDate": AT}),
    (v16, v16.AuthorizeRequest, {"idTag": "A"}),
)


def changed(base: Any, path: tuple[Step, ...], value: Any) -> Any:
    """A copy of a value in which something is different, or absent."""
    result = copy.deepcopy(base)
    holder = result
    *way, last = path
    for step in way:
        holder = holder[step]
    if value is ABSENT:
        del holder[last]
    else:
        holder[last] = value
    return result


def violations(cls: type[Model], value: Any) -> list[tuple[str, str]]:
    """Path and kind of each violation; text and plain data have the same."""
    package = {"v15": v15, "v16": v16, "v21": v21}[cls.__module__.split(".")[1]]
    found: list[list[tuple[str, str]]] = []
    text = json.dumps(value)
    reads: list[Callable[[], object]] = [
        lambda: package.loads(cls, text),
        lambda: package.loads(cls, text.encode()),
        lambda: package.from_jsonable(cls, value),
    ]
    for read in reads:
        with pytest.raises(DecodeError) as caught:
            read()
        assert caught.value.type_name == cls.__name__
        found.append([(v.path, v.kind.value) for v in caught.value.violations])
    assert found[1:] == [found[0]] * 2
    return found[0]


@pytest.mark.parametrize(("package", "cls", "value"), VALID)
def test_the_messages_of_these_tests_are_valid(
    package: Any, cls: type[Model], value: dict[str, Any]
) -> None:
    assert package.to_jsonable(package.from_jsonable(cls, value)) == value


METER: Final = ("meterValue", 1)
SAMPLE: Final = (*METER, "sampledValue", 0)
PERIOD: Final = ("csChargingProfiles", "chargingSchedule", "chargingSchedulePeriod", 0)


@pytest.mark.parametrize(
    ("cls", "base", "path", "value", "kind"),
    [
        # at the top
        (v21.TransactionEventRequest, TRANSACTION, ("seqNo",), "1", "type"),
        (v21.TransactionEventRequest, TRANSACTION, ("seqNo",), None, "type"),
        (v21.TransactionEventRequest, TRANSACTION, ("offline",), None, "type"),
        (v21.TransactionEventRequest, TRANSACTION, ("offline",), 0, "type"),
        (v21.TransactionEventRequest, TRANSACTION, ("eventType",), 5, "type"),
        (v21.TransactionEventRequest, TRANSACTION, ("eventType",), ["Ended"], "type"),
        (v21.TransactionEventRequest, TRANSACTION, ("meterValue",), {}, "type"),
        (v21.TransactionEventRequest, TRANSACTION, ("transactionInfo",), [], "type"),
        (v21.TransactionEventRequest, TRANSACTION, ("seqNo",), ABSENT, "missing"),
        (v21.TransactionEventRequest, TRANSACTION, ("timestamp",), ABSENT, "missing"),
        (v21.TransactionEventRequest, TRANSACTION, ("seq_no",), 1, "extra"),
        (v21.TransactionEventRequest, TRANSACTION, ("more",), None, "extra"),
        (v21.TransactionEventRequest, TRANSACTION, ("eventType",), "ended", "value"),
        (v21.TransactionEventRequest, TRANSACTION, ("meterValue",), [], "count"),
        (v16.AuthorizeRequest, {"idTag": ""}, ("idTag",), "x" * 21, "length"),
        (v21.TransactionEventRequest, TRANSACTION, ("seqNo",), -1, "range"),
        (v21.TransactionEventRequest, TRANSACTION, ("timestamp",), "now", "format"),
        (
            v16.UpdateFirmwareRequest,
            {"location": "ftp://a", "retrieveDate": AT},
            ("location",),
            "here",
            "format",
        ),
        # further down
        (v21.TransactionEventRequest, TRANSACTION, (*SAMPLE, "value"), "1", "type"),
        (v21.TransactionEventRequest, TRANSACTION, (*SAMPLE, "value"), None, "type"),
        (v21.TransactionEventRequest, TRANSACTION, SAMPLE, "x", "type"),
        (
            v21.TransactionEventRequest,
            TRANSACTION,
            (*SAMPLE, "unitOfMeasure", "multiplier"),
            1.5,
            "type",
        ),
        (
            v21.TransactionEventRequest,
            TRANSACTION,
            (*SAMPLE, "value"),
            ABSENT,
            "missing",
        ),
        (v21.TransactionEventRequest, TRANSACTION, (*SAMPLE, "a b"), 1, "extra"),
        (
            v21.TransactionEventRequest,
            TRANSACTION,
            (*SAMPLE, "measurand"),
            "soc",
            "value",
        ),
        (
            v21.TransactionEventRequest,
            TRANSACTION,
            (*SAMPLE, "unitOfMeasure", "unit"),
            "x" * 21,
            "length",
        ),
        (
            v21.TransactionEventRequest,
            TRANSACTION,
            (*METER, "sampledValue"),
            [],
            "count",
        ),
        (
            v21.TransactionEventRequest,
            TRANSACTION,
            (*METER, "timestamp"),
            "2026-01-31",
            "format",
        ),
        (
            v16.SetChargingProfileRequest,
            PROFILE,
            (*PERIOD, "limit"),
            21.45,
            "range",
        ),
        (
            v16.SetChargingProfileRequest,
            PROFILE,
            ("csChargingProfiles", "chargingSchedule", "minChargingRate"),
            0.05,
            "range",
        ),
        (
            v21.NotifyEVChargingScheduleRequest,
            SCHEDULE,
            ("chargingSchedule", "chargingSchedulePeriod", 0, "dischargeLimit"),
            0.1,
            "range",
        ),
        (
            v21.NotifyEVChargingScheduleRequest,
            SCHEDULE,
            ("chargingSchedule", "chargingSchedulePeriod"),
            [{"startPeriod": 0}] * 1025,
            "count",
        ),
    ],
)
def test_violation(
    cls: type[Model], base: Any, path: tuple[Step, ...], value: Any, kind: str
) -> None:
    assert violations(cls, changed(base, path, value)) == [(json_path(path), kind)]


def test_every_kind_is_in_the_cases_above() -> None:
    """But those of what no published schema has, and of text that is no JSON."""
    test: Any = test_violation
    (mark,) = test.pytestmark
    kinds: dict[bool, set[str]] = {True: set(), False: set()}
    for _, _, path, _, kind in mark.args[1]:
        kinds[len(path) > 2].add(kind)
    others = {kind.value for kind in ViolationKind} - {"json", "pattern", "unique"}
    assert kinds == {True: others, False: others}


@pytest.mark.parametrize("value", [None, True, 0, 1.5, "", "{}", [], [{}]])
def test_message_that_is_no_object(value: Any) -> None:
    assert violations(v16.HeartbeatRequest, value) == [("$", "type")]


def test_all_violations_are_named() -> None:
    value = TRANSACTION
    changes: list[tuple[tuple[Step, ...], Any, str]] = [
        (("seqNo",), ABSENT, "missing"),
        (("eventType",), "x", "value"),
        (("timestamp",), "x", "format"),
        (("more",), 1, "extra"),
        (("transactionInfo", "transactionId"), "x" * 37, "length"),
        (("transactionInfo", "remoteStartId"), "1", "type"),
        (("meterValue", 0, "timestamp"), ABSENT, "missing"),
        ((*SAMPLE, "value"), True, "type"),
        ((*SAMPLE, "unitOfMeasure", "more"), {}, "extra"),
    ]
    for path, wrong, _ in changes:
        value = changed(value, path, wrong)
    found = violations(v21.TransactionEventRequest, value)
    assert sorted(found) == sorted((json_path(p), kind) for p, _, kind in changes)


def test_meter_values_of_1_5_are_named_as_they_were_written() -> None:
    for name in ("value", "values"):
        value = {"timestamp": AT, name: [{"value": 1}]}
        assert violations(v15.MeterValue, value) == [(f"$.{name}[0].value", "type")]
    assert violations(v15.MeterValue, {"timestamp": AT}) == [("$.values", "missing")]


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ((), "$"),
        (("a", 0, "b_1"), "$.a[0].b_1"),
        (("a b",), "$['a b']"),
        (("15118SchemaVersion",), "$['15118SchemaVersion']"),
        (("0",), "$['0']"),
        (("",), "$['']"),
        (("ü",), "$['ü']"),
        (("a.b", 10), "$['a.b'][10]"),
    ],
)
def test_paths(location: tuple[Step, ...], path: str) -> None:
    assert json_path(location) == path


# Text that is not JSON

DEEP: Final = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "{",
        "{}}",
        "{} {}",
        "{'idTag':'A'}",
        '{"idTag":"A",}',
        '{"idTag":"A" "b"}',
        '{idTag:"A"}',
        '{"idTag":"A"',
        '{"idTag":"\n"}',
        '{"idTag":"\\x"}',
        '{"idTag":"\\ud800"}',
        '{"idTag":"\\udc00\\ud800"}',
        '{"idTag":"\ud800"}',
        "\ufeff{}",
        "nul",
        "undefined",
        "// {}",
        '{"idTag":01}',
        '{"idTag":+1}',
        '{"idTag":.5}',
        '{"idTag":' + "9" * 5000 + "}",
        '{"idTag":' + "[" * DEEP,
        '{"idTag":' + "[" * DEEP + "]" * DEEP + "}",
        '{"idTag":' * DEEP + "1" + "}" * DEEP,
        b"\xff",
        b'{"idTag":"\xff"}',
        b'{"idTag":"\xc3"}',
        b'{"idTag":"\xed\xa0\x80"}',
        b'{"idTag":"\xc0\xaf"}',
        "{}".encode("utf-16"),
        b"\xef\xbb\xbf{}",
        b"\0",
    ],
    ids=lambda text: f"{text[:20]!r} of {len(text)}",
)
def test_what_is_not_json(text: str | bytes) -> None:
    with pytest.raises(DecodeError) as caught:
        v16.loads(v16.AuthorizeRequest, text)
    (violation,) = caught.value.violations
    assert (violation.path, violation.kind) == ("$", ViolationKind.JSON)


@pytest.mark.parametrize(
    "text",
    [
        '{"vendorId":"","data":' + "[" * DEEP + "]" * DEEP + "}",
        '{"vendorId":"","data":' + "9" * 5000 + "}",
        '{"vendorId":"","customData":{"vendorId":"","a":' + '{"a":' * DEEP + "}",
    ],
    ids=["deep data", "long number", "deep customData"],
)
def test_what_is_not_json_where_anything_may_be(text: str) -> None:
    with pytest.raises(DecodeError) as caught:
        v21.loads(v21.DataTransferRequest, text)
    assert [v.kind for v in caught.value.violations] == [ViolationKind.JSON]


def endless() -> dict[str, Any]:
    value: dict[str, Any] = {"vendorId": ""}
    value["data"] = value
    return value


def deep() -> dict[str, Any]:
    value: list[Any] = []
    for _ in range(DEEP):
        value = [value]
    return {"vendorId": "", "data": value}


@pytest.mark.parametrize(
    "value",
    [
        object(),
        {"vendorId": object()},
        {"vendorId": "\ud800"},
        {"vendorId": "", "data": {"\ud800": 1}},
        {"vendorId": "", "data": 10**5000},
        endless(),
        deep(),
    ],
    ids=["object", "inner", "text", "name", "long", "endless", "deep"],
)
def test_data_that_is_not_json(value: Any) -> None:
    with pytest.raises(DecodeError) as caught:
        v21.from_jsonable(v21.DataTransferRequest, value)
    (violation,) = caught.value.violations
    assert (violation.path, violation.kind) == ("$", ViolationKind.JSON)


def outcome(cls: Any, text: str | bytes) -> str:
    """What becomes of a text; if it is valid, it is read again as it was written."""
    try:
        message: Any = v21.loads(cls, text)
    except DecodeError:
        return "refused"
    assert v21.loads(cls, v21.dumps(message)) == message
    return "kept"


def test_any_data_is_refused_or_kept() -> None:
    seen: Counter[str] = Counter()

    @QUICK
    @given(retouched(st.just(TRANSACTION), JSON | st.sampled_from([AT, "Ended", 2])))
    def check(value: Any) -> None:
        seen[outcome(v21.TransactionEventRequest, json.dumps(value))] += 1

    check()
    assert_met(seen, "refused", "kept")


TRANSFERS: Final = st.fixed_dictionaries(
    {"vendorId": st.text(max_size=9)}, optional={"data": JSON}
).map(json.dumps)


def test_any_text_is_refused_or_kept() -> None:
    seen: Counter[str] = Counter()

    @QUICK
    @given(edited(TRANSFERS, '{}[]":,\\u0d8e1-. \ud800'), st.booleans())
    def check(text: str, in_bytes: bool) -> None:
        given = text.encode("utf-8", "surrogatepass") if in_bytes else text
        seen[outcome(v21.DataTransferRequest, given)] += 1

    check()
    assert_met(seen, "refused", "kept")


@QUICK
@given(st.binary(max_size=30))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    outcome(v21.DataTransferRequest, data)


# The error itself


def test_error() -> None:
    with pytest.raises(DecodeError) as caught:
        v16.loads(v16.ResetRequest, '{"type":"x","more":1}')
    error = caught.value
    assert isinstance(error, ValueError)
    assert error.type_name == "ResetRequest"
    assert error.violations == (
        Violation("$.type", ViolationKind.VALUE, "Input should be 'Hard' or 'Soft'"),
        Violation("$.more", ViolationKind.EXTRA, "Extra inputs are not permitted"),
    )
    assert str(error) == (
        "ResetRequest: $.type: Input should be 'Hard' or 'Soft'; "
        "$.more: Extra inputs are not permitted"
    )
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.violations) == (str(error), error.violations)


@pytest.mark.parametrize(
    ("cls", "base", "path"),
    [
        (v21.TransactionEventRequest, TRANSACTION, ("seqNo",)),
        (v21.TransactionEventRequest, TRANSACTION, ("offline",)),
        (v21.TransactionEventRequest, TRANSACTION, ("eventType",)),
        (v21.TransactionEventRequest, TRANSACTION, ("timestamp",)),
        (v21.TransactionEventRequest, TRANSACTION, ("meterValue",)),
        (v21.TransactionEventRequest, TRANSACTION, ("transactionInfo",)),
        (v21.TransactionEventRequest, TRANSACTION, ("more",)),
        (v21.TransactionEventRequest, TRANSACTION, (*SAMPLE, "value")),
        (v21.TransactionEventRequest, TRANSACTION, (*SAMPLE, "measurand")),
        (
            v16.UpdateFirmwareRequest,
            {"location": "a:", "retrieveDate": AT},
            ("location",),
        ),
        (v16.AuthorizeRequest, {"idTag": "A"}, ("idTag",)),
    ],
)
@pytest.mark.parametrize("value", [f"{SECRET} {SECRET * 20}", [SECRET], {"a": SECRET}])
def test_values_are_not_quoted(
    cls: type[Model], base: Any, path: tuple[Step, ...], value: Any
) -> None:
    package: Any = v21 if cls.__module__.startswith("ocpp_messages.v21") else v16
    with pytest.raises(DecodeError) as caught:
        package.from_jsonable(cls, changed(base, path, value))
    told = "".join(traceback.format_exception_only(caught.value))
    assert SECRET not in told + repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    with pytest.raises(ValueError, match="type") as refused:
        v16.ResetRequest(type=value)
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [f'{{"idTag":"{SECRET}', f"{SECRET}", f'{{"idTag":"{SECRET}\\ud800"}}'],
)
def test_text_is_not_quoted(text: str) -> None:
    with pytest.raises(DecodeError) as caught:
        v16.loads(v16.AuthorizeRequest, text)
    assert SECRET not in str(caught.value) + repr(caught.value)


def test_kinds() -> None:
    assert {kind.value for kind in ViolationKind} == {
        "json",
        "type",
        "missing",
        "extra",
        "value",
        "length",
        "count",
        "range",
        "format",
        "pattern",
        "unique",
    }


def test_a_thousand_violations_are_named_and_more_are_counted() -> None:
    def violations(count: int) -> Sequence[Violation]:
        text = f'{{"connectorId":1,"meterValue":[{",".join(["1"] * count)}]}}'
        with pytest.raises(DecodeError) as caught:
            v16.loads(v16.MeterValuesRequest, text)
        return caught.value.violations

    named = violations(1000)
    assert [violation.path for violation in named] == [
        f"$.meterValue[{index}]" for index in range(1000)
    ]
    (counted,) = violations(1001)
    assert (counted.path, counted.kind) == ("$", ViolationKind.TYPE)
    assert counted.message == "1001 violations are too many to list"
