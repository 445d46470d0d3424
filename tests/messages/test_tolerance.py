"""What `Tolerance` lets pass, at every place of every message, and how it says so."""

from __future__ import annotations

import copy
import json
import math
import operator
import pickle
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, cast, get_args, get_origin
from zlib import crc32

import pytest
from annotated_types import Ge, Le, MaxLen
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from ocpp_messages import (
    FIELD,
    LENIENT,
    STRICT,
    DecodeError,
    Deviation,
    DeviationKind,
    Model,
    Tolerance,
    ToleranceError,
    Tolerated,
    VersionPackage,
    ViolationKind,
    v1x,
    v15,
    v16,
    v20,
    v201,
    valid_type,
)
from ocpp_messages.errors import json_path
from ocpp_messages.model import DateTime, Json, MultipleOf, Uri
from tests.messages.cases import NOON
from tests.messages.choices import mixed, turns
from tests.messages.test_laws import CASES

ONLY: Final[Mapping[DeviationKind, Tolerance]] = {
    DeviationKind.EXTRA_FIELD: Tolerance(extra_fields=True),
    DeviationKind.UNKNOWN_VALUE: Tolerance(unknown_values=True),
    DeviationKind.LONG_TEXT: Tolerance(long_texts=math.inf),
    DeviationKind.NAIVE_TIME: Tolerance(naive_times=UTC),
    DeviationKind.ODD_TIME: Tolerance(odd_times=True),
    DeviationKind.ODD_NUMBER: Tolerance(odd_numbers=True),
    DeviationKind.BARE_TEXT: Tolerance(bare_texts=True),
    DeviationKind.NULL: Tolerance(nulls=True),
    DeviationKind.EMPTY: Tolerance(empties=True),
    DeviationKind.CONTAINER: Tolerance(containers=True),
    DeviationKind.OUT_OF_BOUNDS: Tolerance(bounds=True),
    DeviationKind.UNREADABLE: Tolerance(unreadable=True),
}
"""For each kind the tolerance that lets nothing else pass; MISSING depends on where."""

READABLE: Final = replace(LENIENT, unreadable=False)

ALL_BUT: Final[Mapping[DeviationKind, Tolerance]] = {
    DeviationKind.EXTRA_FIELD: replace(LENIENT, extra_fields=False),
    DeviationKind.UNKNOWN_VALUE: replace(LENIENT, unknown_values=False),
    DeviationKind.LONG_TEXT: replace(LENIENT, long_texts=0),
    DeviationKind.NAIVE_TIME: replace(READABLE, naive_times=None),
    DeviationKind.ODD_TIME: replace(READABLE, odd_times=False),
    DeviationKind.ODD_NUMBER: replace(READABLE, odd_numbers=False, odd_booleans=False),
    DeviationKind.BARE_TEXT: replace(READABLE, bare_texts=False),
    DeviationKind.NULL: replace(READABLE, nulls=False),
    DeviationKind.EMPTY: replace(
        READABLE, empties=False, unknown_values=False, containers=False
    ),
    DeviationKind.MISSING: replace(LENIENT, empties=False),
    DeviationKind.CONTAINER: replace(READABLE, containers=False),
    DeviationKind.OUT_OF_BOUNDS: replace(LENIENT, bounds=False),
    DeviationKind.UNREADABLE: READABLE,
}
"""For each kind the tolerance that lets everything else pass."""

KEPT: Final = {
    DeviationKind.EXTRA_FIELD,
    DeviationKind.UNKNOWN_VALUE,
    DeviationKind.LONG_TEXT,
    DeviationKind.MISSING,
    DeviationKind.OUT_OF_BOUNDS,
}

Location = tuple[str | int, ...]
ABSENT: Final = object()
UNREADABLE: Final = [[0, 1]]
"""Makes sense nowhere, not even as an array, or as the text of its JSON."""


# --- Every place of a message ---------------------------------------------------------


@dataclass(frozen=True)
class Mutation:
    """One deviation: where, of which kind, and how it is meant."""

    location: Location
    kind: DeviationKind
    value: Any
    meant: Any

    @property
    def deviation(self) -> Deviation:
        return Deviation(json_path(self.location), self.kind)

    def tolerance(self, cls: type[Model]) -> Tolerance:
        if self.kind is not DeviationKind.MISSING:
            return ONLY[self.kind]
        path = ".".join(name for name in self.location if isinstance(name, str))
        return Tolerance(missing={cls: [path]})


def changed(value: Any, location: Location, new: Any) -> Any:
    """Returns a copy of plain data with another value, or none, in one place."""
    made = copy.deepcopy(value)
    *parents, last = location
    inner = made
    for step in parents:
        inner = inner[step]
    if new is ABSENT:
        inner.pop(last, None)
    else:
        inner[last] = new
    return made


def mutations(cls: type[Model], value: Any, at: Location = ()) -> Iterator[Mutation]:
    """Every deviation that a valid message can be given."""
    if cls.model_config.get("extra") != "allow":
        yield Mutation((*at, "odd one"), DeviationKind.EXTRA_FIELD, {"a": None}, ABSENT)
    for name, field in cls.model_fields.items():
        wire = field.serialization_alias or name
        place = (*at, wire)
        hint, known = bare(field.annotation, field.metadata)
        if not known.isdisjoint({Json}):
            continue
        if field.is_required():
            yield Mutation(place, DeviationKind.MISSING, ABSENT, ABSENT)
        else:
            yield Mutation(place, DeviationKind.NULL, None, ABSENT)
            if hint is not str or Uri in known:
                yield Mutation(place, DeviationKind.EMPTY, "", ABSENT)
            if hint not in {str, Any} and get_origin(hint) is not Sequence:
                yield Mutation(place, DeviationKind.UNREADABLE, UNREADABLE, ABSENT)
        if wire in value:
            yield from inside(hint, known, value[wire], place)


def inside(hint: Any, known: set[Any], value: Any, at: Location) -> Iterator[Mutation]:
    if get_origin(hint) is Sequence:
        item, more = bare(get_args(hint)[0], ())
        if len(value) == 1:
            yield Mutation(at, DeviationKind.CONTAINER, value[0], value)
        for index, inner in enumerate(value):
            yield from inside(item, more, inner, (*at, index))
    elif DateTime in known:
        local = value.removesuffix("Z")
        yield Mutation(at, DeviationKind.NAIVE_TIME, local, value)
        yield Mutation(at, DeviationKind.ODD_TIME, f"{local}+00", value)
    elif issubclass(hint, Model):
        yield from mutations(hint, value, at)
    elif issubclass(hint, Enum):
        yield Mutation(at, DeviationKind.UNKNOWN_VALUE, "odd", "odd")
    elif hint is str:
        yield from in_text(known, value, at)
    else:
        yield Mutation(at, DeviationKind.ODD_NUMBER, json.dumps(value), value)
        for out in beyond(known):
            yield Mutation(at, DeviationKind.OUT_OF_BOUNDS, out, out)


def beyond(known: set[Any]) -> Iterator[float]:
    """Numbers that annotations do not allow."""
    for item in known:
        if isinstance(item, Ge):
            yield cast(int, item.ge) - 1
        elif isinstance(item, Le):
            yield cast(int, item.le) + 1
        elif isinstance(item, MultipleOf):
            yield item.step * 1.5


def in_text(known: set[Any], value: str, at: Location) -> Iterator[Mutation]:
    if Uri not in known:
        yield Mutation(at, DeviationKind.BARE_TEXT, 5, "5")
        yield Mutation(at, DeviationKind.CONTAINER, [0], "[0]")
    for item in known:
        if isinstance(item, MaxLen):
            text = "x" * (item.max_length + 1)
            yield Mutation(at, DeviationKind.LONG_TEXT, text, text)


def bare(hint: Any, metadata: Sequence[Any]) -> tuple[Any, set[Any]]:
    """Returns what a type hint is about, and its annotations."""
    known: set[Any] = set()
    for item in metadata:
        known.update(item.metadata if isinstance(item, FieldInfo) else (item,))
    known |= {alias for alias in (DateTime, Json, Uri) if get_args(alias)[1] in known}
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        found, further = bare(inner, more)
        return found, known | further
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (part for part in get_args(hint) if part is not NoneType)
        found, further = bare(inner, ())
        return found, known | further
    return hint, known


@pytest.mark.parametrize(("package", "cls"), CASES)
def test_valid_messages_do_not_deviate(
    package: VersionPackage, cls: type[Model]
) -> None:
    for message in mixed(cls, 3):
        text = package.dumps(message)
        for tolerance in (STRICT, FIELD, LENIENT):
            read, deviations = tolerance.loads(cls, text)
            assert read == message
            assert type(read) is cls
            assert deviations == ()


def is_open_and_empty(cls: type[Model]) -> bool:
    """Whether anything may stand in a message, which then cannot deviate (2.0)."""
    return not cls.model_fields and cls.model_config.get("extra") == "allow"


@pytest.mark.parametrize(
    ("package", "cls"),
    [case for case in CASES if not is_open_and_empty(cast(Any, case.values[1]))],
)
def test_one_deviation_is_let_pass_by_its_kind_only(
    package: VersionPackage, cls: type[Model]
) -> None:
    for value, mutation in one_of_each_kind(package, cls):
        deviating = changed(value, mutation.location, mutation.value)
        meant = changed(value, mutation.location, mutation.meant)

        with pytest.raises(DecodeError):
            package.from_jsonable(cls, deviating)
        with pytest.raises(DecodeError) as caught:
            ALL_BUT[mutation.kind].from_jsonable(cls, deviating)
        assert caught.value.violations[0].path == mutation.deviation.path

        tolerance = mutation.tolerance(cls)
        read, deviations = tolerance.from_jsonable(cls, deviating)
        assert deviations == (mutation.deviation,)
        assert isinstance(read, cls)
        kept = mutation.kind in KEPT
        assert isinstance(read, Tolerated) is kept
        assert valid_type(read) is cls
        assert package.to_jsonable(read) == (deviating if kept else meant)
        if not kept:
            assert read == package.from_jsonable(cls, meant)
        assert tolerance.from_jsonable(cls, deviating).message == read
        assert cls.__name__ in repr(read)


def one_of_each_kind(
    package: VersionPackage, cls: type[Model]
) -> Iterator[tuple[Any, Mutation]]:
    """Every deviation that a message can have, each in one place.

    The places are others in other messages: near the top in some, deep down in others.
    """
    found: defaultdict[DeviationKind, list[tuple[Any, Mutation]]] = defaultdict(list)
    for message in turns(cls, 2):
        value = package.to_jsonable(message)
        for mutation in mutations(cls, value):
            found[mutation.kind].append((value, mutation))
    assert found
    for kind, places in found.items():
        yield places[crc32(f"{cls.__name__} {kind}".encode()) % len(places)]


# --- Each kind in particular ----------------------------------------------------------

STATUS: Final = {"connectorId": 1, "errorCode": "NoError", "status": "Available"}
METERED: Final = {"timestamp": "2026-01-31T12:00:00Z"}
STOP: Final = {"transactionId": 1, "timestamp": "2026-01-31T12:00:00Z"}
UNMETERED: Final[dict[str, Any]] = {**METERED, "sampledValue": []}
HEARTBEAT: Final = v16.HeartbeatResponse(current_time=NOON)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2026-01-31T12:00:00", {DeviationKind.NAIVE_TIME}),
        ("2026-01-31 12:00:00.000", {DeviationKind.NAIVE_TIME}),
        ("2026-01-31T13:00:00+01", {DeviationKind.ODD_TIME}),
        ("2026-01-31T13:00:00+0100", {DeviationKind.ODD_TIME}),
        ("2026-01-31T13:00:00 +01:00", {DeviationKind.ODD_TIME}),
        ("2026-01-31T12:00:00+00:00Z", {DeviationKind.ODD_TIME}),
        ("2026-01-31T12:00Z", {DeviationKind.ODD_TIME}),
        ("2026-01-31T12:00:00,000Z", {DeviationKind.ODD_TIME}),
        ("20260131T120000Z", {DeviationKind.ODD_TIME}),
        ("2026-01-31T11:59:60Z", {DeviationKind.ODD_TIME}),
        ("2026-01-31T12:59:60.000+01:00", {DeviationKind.ODD_TIME}),
        ("2026-01-31T11:59:60", {DeviationKind.ODD_TIME, DeviationKind.NAIVE_TIME}),
        (" 2026-01-31T12:00:00Z", {DeviationKind.ODD_TIME}),
        ("2026/01/31 12:00:00", {DeviationKind.ODD_TIME, DeviationKind.NAIVE_TIME}),
    ],
)
def test_times(text: str, kinds: set[DeviationKind]) -> None:
    value = {"currentTime": text}
    read, deviations = LENIENT.from_jsonable(v16.HeartbeatResponse, value)
    assert read == HEARTBEAT
    assert type(read) is v16.HeartbeatResponse
    assert {deviation.kind for deviation in deviations} == kinds
    for kind in kinds:
        with pytest.raises(DecodeError):
            ALL_BUT[kind].from_jsonable(v16.HeartbeatResponse, value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-01-31",
        "12:00:00Z",
        "2026-02-30T12:00:00Z",
        "2026-01-31T25:00:00",
        "2026-01-31T24:00:00",
        "31/01/2026 12:00:00",
        "1769860800",
        "0001-01-01T00:00:00+23:59",
        "2026-01-31T12:00:00" + "0" * 5000,
        "٢٠٢٦-01-31T12:00:00",
    ],
)
def test_what_tells_no_time_never_passes(text: str) -> None:
    with pytest.raises(DecodeError) as caught:
        LENIENT.from_jsonable(v16.HeartbeatResponse, {"currentTime": text})
    assert [v.kind for v in caught.value.violations] == [ViolationKind.FORMAT]


def test_naive_times_are_of_the_zone_that_is_named() -> None:
    tolerance = Tolerance(naive_times=timezone(timedelta(hours=2)))
    text = '{"currentTime":"2026-01-31T14:00:00"}'
    assert tolerance.loads(v16.HeartbeatResponse, text).message == HEARTBEAT


@pytest.mark.parametrize(
    ("cls", "field", "value", "meant"),
    [
        (v16.ClearChargingProfileRequest, "id", "5", 5),
        (v16.ClearChargingProfileRequest, "id", " +05 ", 5),
        (v16.ClearChargingProfileRequest, "id", 5.0, 5),
        (v16.ClearChargingProfileRequest, "id", "5e2", 500),
        (v201.SampledValueType, "value", "2.5", 2.5),
        (v201.SampledValueType, "value", "-2", -2.0),
        (v16.KeyValue, "readonly", "False", False),
        (v16.KeyValue, "readonly", 1, True),
    ],
)
def test_odd_numbers(cls: type[Model], field: str, value: Any, meant: Any) -> None:
    rest = {"key": "k"} if cls is v16.KeyValue else {}
    read, deviations = LENIENT.from_jsonable(cls, {**rest, field: value})
    assert getattr(read, field) == meant
    assert deviations == (Deviation(f"$.{field}", DeviationKind.ODD_NUMBER),)


@pytest.mark.parametrize(
    "value",
    [
        *("", "x", "5.25", 5.5, True, "1_000", "5" * 5000, "1e999", "1e300", 1e300, []),
        *(2.0**53, -(2.0**53), "18014398509481984.0"),  # no double is the next integer
    ],
)
def test_what_tells_no_integer_never_passes(value: Any) -> None:
    with pytest.raises(DecodeError):
        LENIENT.from_jsonable(v16.GetLocalListVersionResponse, {"listVersion": value})


@pytest.mark.parametrize(
    ("value", "meant"),
    [(5, "5"), (2.5, "2.5"), (True, "true"), (10**40, "1" + "0" * 40)],
)
def test_bare_texts(value: Any, meant: str) -> None:
    read, deviations = FIELD.from_jsonable(v16.SampledValue, {"value": value})
    assert read == v16.SampledValue(value=meant)
    assert deviations == (Deviation("$.value", DeviationKind.BARE_TEXT),)


@pytest.mark.parametrize("value", [[], {}, 2, -1, 1.0, "yes", "", None])
def test_what_tells_no_boolean_never_passes(value: Any) -> None:
    with pytest.raises(DecodeError):
        LENIENT.from_jsonable(v16.KeyValue, {"key": "k", "readonly": value})


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"value":1e999}', "$.value"),
        ('{"value":-1e999}', "$.value"),
        ('{"value":"1","x":1e999}', "$.x"),
        ('{"value":"1","x":{"y":[0,1e999]}}', "$.x"),
    ],
)
def test_a_number_beyond_a_double_never_passes(text: str, path: str) -> None:
    with pytest.raises(DecodeError) as caught:
        LENIENT.loads(v16.SampledValue, text)
    assert [violation.path for violation in caught.value.violations] == [path]


@pytest.mark.parametrize("value", ["0000-00-00T00:00:00Z", 1769860800, {"at": 1}, [7]])
def test_a_time_that_cannot_be_read_is_absent_where_it_may_be(value: Any) -> None:
    told = {**STATUS, "timestamp": value}
    read, deviations = FIELD.from_jsonable(v16.StatusNotificationRequest, told)
    assert read == v16.from_jsonable(v16.StatusNotificationRequest, STATUS)
    assert type(read) is v16.StatusNotificationRequest
    assert deviations == (Deviation("$.timestamp", DeviationKind.UNREADABLE),)
    assert deviations[0].value == value

    stop = {"transactionId": 1, "meterStop": 2, "timestamp": value}
    with pytest.raises(DecodeError) as caught:
        FIELD.from_jsonable(v16.StopTransactionRequest, stop)
    assert [violation.path for violation in caught.value.violations] == ["$.timestamp"]
    named = replace(FIELD, missing={v16.StopTransactionRequest: ["timestamp"]})
    read_stop, deviations = named.from_jsonable(v16.StopTransactionRequest, stop)
    assert getattr(read_stop, "timestamp") is None  # noqa: B009 - its type denies it
    assert [deviation.kind for deviation in deviations] == [
        DeviationKind.UNREADABLE,
        DeviationKind.MISSING,
    ]


def test_an_item_of_an_array_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(DecodeError) as caught:
        LENIENT.from_jsonable(v16.GetConfigurationResponse, {"unknownKey": ["a", None]})
    assert [v.path for v in caught.value.violations] == ["$.unknownKey[1]"]


@pytest.mark.parametrize(
    ("cls", "value", "meant"),
    [
        (
            v16.GetConfigurationResponse,
            {"configurationKey": {"key": "a", "readonly": 0}},
            {"configurationKey": [{"key": "a", "readonly": False}]},
        ),
        (v16.GetConfigurationRequest, {"key": "a"}, {"key": ["a"]}),
        (
            v16.DataTransferRequest,
            {"vendorId": "a", "data": {"a": 1, "b": ["ü", None]}},
            {"vendorId": "a", "data": '{"a":1,"b":["ü",null]}'},
        ),
        (
            v16.DataTransferRequest,
            {"vendorId": "a", "data": [1, 2]},
            {"vendorId": "a", "data": "[1,2]"},
        ),
    ],
)
def test_containers(cls: Any, value: Any, meant: Any) -> None:
    read, deviations = FIELD.from_jsonable(cls, value)
    assert read == v16.from_jsonable(cls, meant)
    assert deviations[0].kind is DeviationKind.CONTAINER
    assert deviations[0].value in value.values()
    with pytest.raises(DecodeError):
        ALL_BUT[DeviationKind.CONTAINER].from_jsonable(cls, value)


def test_numbers_out_of_their_bounds_are_kept() -> None:
    value = {"startPeriod": 0, "limit": 6.957}
    read, deviations = FIELD.from_jsonable(v16.ChargingSchedulePeriod, value)
    assert (read.limit, isinstance(read, Tolerated)) == (6.957, True)
    assert deviations == (Deviation("$.limit", DeviationKind.OUT_OF_BOUNDS),)
    assert v16.to_jsonable(read) == value
    with pytest.raises(ValidationError):
        v16.ChargingSchedulePeriod(start_period=0, limit=6.957)


@pytest.mark.parametrize("tolerance", [FIELD, Tolerance(odd_booleans=True)])
def test_odd_booleans(tolerance: Tolerance) -> None:
    for value, meant in ((0, False), (1, True)):
        read, deviations = tolerance.from_jsonable(
            v16.KeyValue, {"key": "k", "readonly": value}
        )
        assert read == v16.KeyValue(key="k", readonly=meant)
        assert deviations == (Deviation("$.readonly", DeviationKind.ODD_NUMBER),)
    for odd in ("true", "1", 2, 1.0):
        with pytest.raises(DecodeError):
            tolerance.from_jsonable(v16.KeyValue, {"key": "k", "readonly": odd})


def test_the_value_of_a_deviation_is_the_one_that_came() -> None:
    odd = {"value": 5, "unit": "Watt"}
    value = {
        "connectorId": "1",
        "transactionId": None,
        "odd": [odd],
        "meterValue": {**METERED, "sampledValue": odd},
    }
    _, deviations = LENIENT.from_jsonable(v16.MeterValuesRequest, value)
    found = {deviation.path: deviation.value for deviation in deviations}
    assert found == {
        "$.connectorId": "1",
        "$.transactionId": None,
        "$.odd": [odd],
        "$.meterValue": {**METERED, "sampledValue": odd},
        "$.meterValue[0].sampledValue": odd,
        "$.meterValue[0].sampledValue[0].value": 5,
        "$.meterValue[0].sampledValue[0].unit": "Watt",
    }
    assert "Watt" not in repr(deviations)


@pytest.mark.parametrize("meter", [UNMETERED, METERED])
def test_a_list_that_is_named_may_be_missing_or_empty(meter: dict[str, Any]) -> None:
    cls = v16.MeterValuesRequest
    tolerance = replace(FIELD, missing={cls: ["meterValue.sampledValue"]})
    value = {"connectorId": 1, "meterValue": [meter]}
    read, _ = tolerance.from_jsonable(cls, value)
    assert v16.to_jsonable(read) == value
    assert not read.meter_value[0].sampled_value
    again: Any = v1x.serializer("1.6").read(read)
    assert again.meter_value[0].sampled_value == ()


def test_long_texts_have_a_limit() -> None:
    boot = {"chargePointVendor": "Acme", "chargePointModel": "X" * 26}
    tolerance = Tolerance(long_texts=26)
    read, deviations = tolerance.from_jsonable(v16.BootNotificationRequest, boot)
    assert read.charge_point_model == "X" * 26
    assert deviations == (Deviation("$.chargePointModel", DeviationKind.LONG_TEXT),)
    with pytest.raises(DecodeError):
        Tolerance(long_texts=25).from_jsonable(v16.BootNotificationRequest, boot)


@pytest.mark.parametrize("empty", ["", [], {}])
def test_empty_objects_stand_for_absent_ones(empty: Any) -> None:
    tolerance = Tolerance(empties=True)
    value = {"idTagInfo": empty}
    read, deviations = tolerance.from_jsonable(v16.StopTransactionResponse, value)
    assert read == v16.StopTransactionResponse()
    assert deviations == (Deviation("$.idTagInfo", DeviationKind.EMPTY),)
    with pytest.raises(DecodeError):
        tolerance.from_jsonable(v16.AuthorizeResponse, value)


def test_null_for_a_missing_field_passes_where_it_may_be_missing() -> None:
    cls = v16.StatusNotificationRequest
    value = {"connectorId": 1, "status": "Available", "errorCode": None}
    tolerance = Tolerance(nulls=True, missing={cls: ["errorCode"]})
    read, deviations = tolerance.from_jsonable(cls, value)
    assert getattr(read, "error_code") is None  # noqa: B009 - its type denies it
    assert [deviation.kind for deviation in deviations] == [
        DeviationKind.NULL,
        DeviationKind.MISSING,
    ]
    with pytest.raises(DecodeError):
        LENIENT.from_jsonable(cls, value)


def test_all_deviations_are_named_or_all_that_is_refused() -> None:
    text = """{"connectorId":"1","transactionId":null,"meterValue":[{"timestamp":
    "2026-01-31T12:00:00","sampledValue":[{"value":1,"unit":"Watt"},{"value":"2"}]}],
    "vendor":{"x":null}}"""
    read, deviations = LENIENT.loads(v16.MeterValuesRequest, text)
    assert {(deviation.path, deviation.kind) for deviation in deviations} == {
        ("$.connectorId", DeviationKind.ODD_NUMBER),
        ("$.transactionId", DeviationKind.NULL),
        ("$.meterValue[0].timestamp", DeviationKind.NAIVE_TIME),
        ("$.meterValue[0].sampledValue[0].value", DeviationKind.BARE_TEXT),
        ("$.meterValue[0].sampledValue[0].unit", DeviationKind.UNKNOWN_VALUE),
        ("$.vendor", DeviationKind.EXTRA_FIELD),
    }
    sample = {"value": "1", "unit": "Watt"}
    assert v16.to_jsonable(read) == {
        "connectorId": 1,
        "meterValue": [
            {
                "timestamp": "2026-01-31T12:00:00Z",
                "sampledValue": [sample, {"value": "2"}],
            }
        ],
        "vendor": {"x": None},
    }
    assert v16.to_jsonable(read.meter_value[0].sampled_value[0]) == sample
    with pytest.raises(DecodeError) as caught:
        FIELD.loads(v16.MeterValuesRequest, text)
    assert [v.path for v in caught.value.violations] == ["$.connectorId"]


def test_what_is_not_named_never_passes() -> None:
    cases: list[tuple[type[Model], Any, ViolationKind]] = [
        (
            v16.MeterValuesRequest,
            {"connectorId": 1, "meterValue": []},
            ViolationKind.COUNT,
        ),
        (v16.ResetRequest, {"type": 5}, ViolationKind.TYPE),
        (v16.ResetRequest, [], ViolationKind.TYPE),
    ]
    for cls, value, kind in cases:
        with pytest.raises(DecodeError) as caught:
            LENIENT.from_jsonable(cls, value)
        assert [violation.kind for violation in caught.value.violations] == [kind]


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"x":NaN,"type":"Soft"}', '{"x":"\\ud800"}', '{"x":' + "[" * 100_000],
)
def test_what_is_not_json_never_passes(text: str) -> None:
    with pytest.raises(DecodeError) as caught:
        LENIENT.loads(v16.ResetRequest, text)
    assert [v.kind for v in caught.value.violations] == [ViolationKind.JSON]


def test_a_flood_of_deviations_does_not_pass() -> None:
    value = {"type": "Soft"} | {f"x{index}": 0 for index in range(1001)}
    with pytest.raises(DecodeError) as caught:
        LENIENT.from_jsonable(v16.ResetRequest, value)
    assert len(caught.value.violations) == 1


def test_what_does_not_mend_is_not_tried_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def mend(_: Tolerance, value: Any) -> Any:
        return (DeviationKind.ODD_NUMBER,), value

    monkeypatch.setattr("ocpp_messages.tolerance._RULES", {"int_type": mend})
    with pytest.raises(DecodeError) as caught:
        LENIENT.from_jsonable(v16.GetLocalListVersionResponse, {"listVersion": "x"})
    assert [violation.path for violation in caught.value.violations] == [
        "$.listVersion"
    ]


# --- Messages that hold deviations ----------------------------------------------------

ODD_STATUS: Final = '{"connectorId":1,"errorCode":"Burnt","status":"Faulted"}'


def odd_status() -> v16.StatusNotificationRequest:
    return LENIENT.loads(v16.StatusNotificationRequest, ODD_STATUS).message


def test_a_deviating_message_is_a_value() -> None:
    message = odd_status()
    assert message == odd_status()
    assert hash(message) == hash(odd_status())
    assert message != v16.StatusNotificationRequest(
        connector_id=1,
        error_code=v16.ChargePointErrorCode.NO_ERROR,
        status=v16.ChargePointStatus.FAULTED,
    )
    assert not operator.eq(message, "Burnt")
    with pytest.raises(ValidationError):
        setattr(message, "connector_id", 2)  # noqa: B010 - its type denies it
    for again in (
        copy.copy(message),
        copy.deepcopy(message),
        pickle.loads(pickle.dumps(message)),
        message.model_copy(),
        message.model_copy(update={"connector_id": 1}),
    ):
        assert again == message
        assert v16.dumps(again) == ODD_STATUS


def test_deviating_messages_are_equal_if_all_of_them_is() -> None:
    def odd(cls: type[Model], text: str) -> Model:
        message, deviations = LENIENT.loads(cls, text)
        assert isinstance(message, Tolerated)
        assert deviations
        return message

    beat = odd(v16.HeartbeatRequest, '{"odd":1}')
    assert beat == odd(v16.HeartbeatRequest, '{"odd":1}')
    assert beat != odd(v16.HeartbeatRequest, '{"odd":2}')
    assert beat != odd(v16.HeartbeatRequest, '{"even":1}')
    assert beat != odd(v16.ClearCacheRequest, '{"odd":1}')
    assert beat != odd(v15.HeartbeatRequest, '{"odd":1}')
    assert beat != v16.HeartbeatRequest()
    assert v16.HeartbeatRequest() != beat
    change = odd(v16.ChangeConfigurationRequest, '{"key":"a","value":"b","odd":1}')
    assert change != odd(
        v16.ChangeConfigurationRequest, '{"key":"a","value":"c","odd":1}'
    )


def test_a_null_of_the_vendor_is_kept() -> None:
    text = '{"connectorId":1,"odd":null,"type":"Inoperative"}'
    message, deviations = LENIENT.loads(v16.ChangeAvailabilityRequest, text)
    assert [(each.path, each.kind) for each in deviations] == [
        ("$.odd", DeviationKind.EXTRA_FIELD)
    ]
    assert message.model_extra == {"odd": None}
    assert v16.to_jsonable(message) == json.loads(text)
    assert json.loads(v16.dumps(message)) == json.loads(text)


@pytest.mark.parametrize(
    ("cls", "text", "path"),
    [
        (v16.GetConfigurationRequest, '{"key":["a",null]}', "$.key[1]"),
        (
            v16.MeterValuesRequest,
            '{"connectorId":1,"meterValue":[null]}',
            "$.meterValue[0]",
        ),
        (
            v16.MeterValuesRequest,
            '{"connectorId":1,"meterValue":[{"timestamp":"2026-01-31T12:00:00Z",'
            '"sampledValue":[{"value":"1"},null]}]}',
            "$.meterValue[0].sampledValue[1]",
        ),
    ],
)
def test_a_null_item_of_an_array_never_passes(
    cls: type[Model], text: str, path: str
) -> None:
    with pytest.raises(DecodeError) as caught:
        LENIENT.loads(cls, text)
    assert [each.path for each in caught.value.violations] == [path]


def test_a_deviating_message_goes_to_another_process() -> None:
    program = (
        "import pickle, sys; from ocpp_messages import v16; "
        "sys.stdout.write(v16.dumps(pickle.load(sys.stdin.buffer)))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        input=pickle.dumps(odd_status()),
        capture_output=True,
        check=False,
    )
    assert (done.stdout.decode(), done.stderr.decode()) == (ODD_STATUS, "")


def test_a_copy_of_a_deviating_message_may_have_valid_parts() -> None:
    text = (
        '{"connectorId":1,"meterValue":[{"timestamp":"2026-01-31T12:00:00Z",'
        '"sampledValue":[{"value":"1","unit":"Watt"}]}]}'
    )
    odd = LENIENT.loads(v16.MeterValuesRequest, text).message
    valid = v16.MeterValue(timestamp=NOON, sampled_value=[v16.SampledValue(value="1")])
    mended = odd.model_copy(update={"meter_value": [valid]})
    assert mended == v16.MeterValuesRequest(connector_id=1, meter_value=[valid])
    both = odd.model_copy(update={"meter_value": [valid, *odd.meter_value]})
    assert v16.to_jsonable(both)["meterValue"][1]["sampledValue"][0]["unit"] == "Watt"
    with pytest.raises(ValidationError):
        odd.model_copy(update={"connector_id": "one"})


def test_a_part_of_a_deviating_message_may_be_valid() -> None:
    text = (
        '{"connectorId":1,"meterValue":[{"timestamp":"2026-01-31T12:00:00Z",'
        '"sampledValue":[{"value":"1"}]},{"timestamp":"2026-01-31T12:00:00Z",'
        '"sampledValue":[{"value":"1","unit":"Watt"}]}]}'
    )
    good, bad = LENIENT.loads(v16.MeterValuesRequest, text).message.meter_value
    valid = v16.MeterValue(timestamp=NOON, sampled_value=[v16.SampledValue(value="1")])
    assert good == valid
    assert valid == good
    taken = v16.MeterValuesRequest(connector_id=1, meter_value=[good])
    assert type(taken.meter_value[0]) is v16.MeterValue
    with pytest.raises(ValidationError):
        v16.MeterValuesRequest(connector_id=1, meter_value=[bad])


def test_open_types_keep_their_fields() -> None:
    value = {"status": "Odd", "vendor": None}
    read, deviations = FIELD.from_jsonable(v20.ClearCacheResponse, value)
    assert v20.to_jsonable(read) == value
    assert [deviation.path for deviation in deviations] == ["$.status"]


# --- Tolerances -----------------------------------------------------------------------


def test_presets_grow() -> None:
    assert Tolerance() == STRICT
    for field in fields(Tolerance):
        if field.name == "missing":
            continue
        strict, usual, lenient = (
            getattr(preset, field.name) for preset in (STRICT, FIELD, LENIENT)
        )
        assert lenient
        assert not strict
        assert usual in (strict, lenient, 1000)


@pytest.mark.parametrize(
    ("cls", "value"),
    [
        (
            v16.BootNotificationRequest,
            {
                "chargePointVendor": "Schneider Electric",
                "chargePointModel": "EVlink Smart Wallbox",
                "chargePointSerialNumber": "3N182720082F1S1B7551700016",
                "chargeBoxSerialNumber": "EVB1A22P2RI3N182341200100350795E5",
            },
        ),
        (
            v16.BootNotificationRequest,
            {
                "chargePointVendor": "UnitedChargers",
                "chargePointModel": "Grizzl-E Smart Connect",
            },
        ),
        (
            v16.GetConfigurationResponse,
            {"configurationKey": [{"key": "a", "readonly": False, "value": "x" * 551}]},
        ),
        (
            v16.GetConfigurationResponse,
            {"configurationKey": [{"key": "a", "readonly": False, "value": 60}]},
        ),
        (v16.StatusNotificationRequest, {**STATUS, "errorCode": "Error"}),
        (v16.StatusNotificationRequest, {**STATUS, "info": None}),
        (v16.StatusNotificationRequest, {**STATUS, "timestamp": ""}),
        (
            v16.StatusNotificationRequest,
            {**STATUS, "timestamp": "2026-01-31T12:00:00"},
        ),
        (
            v16.StatusNotificationRequest,
            {**STATUS, "timestamp": "2026-01-31T14:00:00+02"},
        ),
        (
            v16.MeterValuesRequest,
            {
                "connectorId": 1,
                "meterValue": [{**METERED, "sampledValue": [{"value": 604.213}]}],
            },
        ),
        (
            v16.StopTransactionRequest,
            {**STOP, "meterStop": 1625, "disconnectReason": "EVDisconnected"},
        ),
    ],
)
def test_the_field_is_let_pass(cls: type[Model], value: dict[str, Any]) -> None:
    with pytest.raises(DecodeError):
        STRICT.from_jsonable(cls, value)
    assert FIELD.from_jsonable(cls, value).deviations


@pytest.mark.parametrize(
    ("cls", "path", "value"),
    [
        (v16.StopTransactionRequest, "meterStop", STOP),
        (
            v16.MeterValuesRequest,
            "meterValue.sampledValue",
            {"connectorId": 1, "meterValue": [UNMETERED]},
        ),
    ],
)
def test_what_the_field_leaves_out_has_to_be_named(
    cls: type[Model], path: str, value: dict[str, Any]
) -> None:
    with pytest.raises(DecodeError):
        FIELD.from_jsonable(cls, value)
    assert replace(FIELD, missing={cls: [path]}).from_jsonable(cls, value).deviations


def test_a_tolerance_is_a_value() -> None:
    missing: dict[type[Model], list[str]] = {
        v16.StatusNotificationRequest: ["errorCode"]
    }
    tolerance = Tolerance(missing=missing)
    assert tolerance == Tolerance(missing=missing)
    assert tolerance != STRICT
    assert len({tolerance, Tolerance(missing=missing)}) == 1
    assert pickle.loads(pickle.dumps(tolerance)) == tolerance
    missing.clear()
    assert tolerance.missing


@pytest.mark.parametrize(
    ("cls", "paths", "place", "reason"),
    [
        (
            v16.StatusNotificationRequest,
            ["errorcode"],
            "StatusNotificationRequest.errorcode",
            "there is no such field",
        ),
        (
            v16.StatusNotificationRequest,
            ["status.x"],
            "StatusNotificationRequest.status.x",
            "there is no such field",
        ),
        (
            v16.MeterValuesRequest,
            ["meterValue.sampledValue.unit"],
            "MeterValuesRequest.meterValue.sampledValue.unit",
            "the field is not required",
        ),
        (
            v16.StatusNotificationRequest,
            "errorCode",
            "StatusNotificationRequest",
            "one text where a list of them belongs",
        ),
        ("StatusNotification", ["errorCode"], "'StatusNotification'", "not a message"),
        (v1x.AuthorizeRequest, ["id_tag"], "AuthorizeRequest", "not of one version"),
    ],
)
def test_missing_fields_have_to_exist(
    cls: Any, paths: Any, place: str, reason: str
) -> None:
    with pytest.raises(ToleranceError) as caught:
        Tolerance(missing={cls: paths})
    assert (caught.value.place, caught.value.reason) == (place, reason)
    assert str(caught.value) == f"{place}: {reason}"


def test_deviations_have_a_sentence_without_the_value() -> None:
    (deviation,) = LENIENT.loads(v16.StatusNotificationRequest, ODD_STATUS).deviations
    assert str(deviation) == "$.errorCode: The enumeration does not have this value"
    for kind in DeviationKind:
        assert Deviation("$", kind).message
