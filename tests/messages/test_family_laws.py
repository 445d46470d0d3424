"""The laws of the messages of families, for chosen messages and payloads.

What is written is read again as it was; what is read is written again as it was, up to
defaults and spelling; and whatever has no place on the other side is refused.
"""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import EnumType
from itertools import chain
from math import inf
from typing import Any, Final

import pytest
from annotated_types import MaxLen

from ocpp_messages import (
    LENIENT,
    DecodeError,
    Model,
    NotExpressible,
    VersionPackage,
    v1x,
    v2x,
)
from tests.messages.cases import PACKAGES
from tests.messages.choices import chosen
from tests.oracle.samples import Json

FAMILIES: Final[Mapping[str, Any]] = {
    version: family for family in (v1x, v2x) for version in family.VERSIONS
}


def messages(package: Any) -> Iterator[type[Model]]:
    for procedure in package.PROCEDURES.values():
        yield procedure.request
        if procedure.response is not None:
            yield procedure.response


OURS: Final = [
    pytest.param(version, cls, id=f"{version} {cls.__name__}")
    for version, family in FAMILIES.items()
    for cls in messages(family)
]
THEIRS: Final = [
    pytest.param(version, cls, id=f"{version} {cls.__name__}")
    for version in FAMILIES
    for cls in messages(PACKAGES[version])
]


@pytest.mark.parametrize(("version", "cls"), OURS)
def test_a_message_is_read_as_it_was_written_or_refused(version: str, cls: Any) -> None:
    serializer = FAMILIES[version].serializer(version)
    package = PACKAGES[version]
    seen: Counter[str] = Counter()
    message: Any
    for message in chain(chosen(cls), readable(serializer, package, cls)):
        try:
            text = serializer.dumps(message)
        except NotExpressible as refusal:
            check_refusal(refusal, message, version, package)
            seen["refused"] += 1
            continue
        seen["written"] += 1
        assert serializer.loads(cls, text) == message
        assert serializer.loads(cls, text.encode()) == message
        value = serializer.to_jsonable(message)
        assert value == json.loads(text)
        assert serializer.from_jsonable(cls, value) == message
        exact = package.loads(getattr(package, cls.__name__), text)
        assert serializer.express(message) == exact
        assert serializer.read(exact) == message
    assert ("written" if hasattr(package, cls.__name__) else "refused") in seen


def readable(serializer: Any, package: Any, cls: type[Model]) -> Iterator[Model]:
    """Messages of ours that a version can say, since they have been read in it."""
    for exact in chosen(getattr(package, cls.__name__, v1x.HeartbeatRequest)):
        with suppress(DecodeError, TypeError):
            yield serializer.read(exact)


def check_refusal(
    refusal: NotExpressible, message: Model, version: str, package: VersionPackage
) -> None:
    name = type(message).__name__
    assert (refusal.message, refusal.version) == (name, version)
    if refusal.field is None:
        assert not hasattr(package, name)
        return
    field = refusal.field.partition(".")[0].partition("[")[0]
    assert field in type(message).model_fields


def bound(cls: type[Model], name: str) -> float:
    """How long the text in a field may be."""
    field = cls.model_fields.get(name)
    found = [] if field is None else field.metadata
    return next((i.max_length for i in found if isinstance(i, MaxLen)), inf)


def too_long() -> Iterator[tuple[str, type[Model], str, int]]:
    """The fields of ours that hold longer texts than those of a version."""
    for version, family in FAMILIES.items():
        for cls in messages(family):
            theirs = getattr(PACKAGES[version], cls.__name__, Model)
            for name in cls.model_fields:
                if (most := bound(theirs, name)) < bound(cls, name):
                    yield version, cls, name, int(most)


LONG: Final = [
    pytest.param(*case, id=f"{case[1].__name__}.{case[2]}") for case in too_long()
]


def test_there_are_texts_that_are_too_long() -> None:
    assert len(LONG) > 5


@pytest.mark.parametrize(("version", "cls", "name", "most"), LONG)
def test_a_text_is_as_long_as_the_version_has_it(
    version: str, cls: type[Model], name: str, most: int
) -> None:
    serializer: Any = FAMILIES[version].serializer(version)

    message = next(readable(serializer, PACKAGES[version], serializer.exact(cls)))
    longest = message.model_copy(update={name: "€" * most})
    assert serializer.loads(cls, serializer.dumps(longest)) == longest
    with pytest.raises(NotExpressible) as caught:
        serializer.dumps(message.model_copy(update={name: "€" * (most + 1)}))
    assert caught.value.field == name


@pytest.mark.parametrize(("version", "cls"), THEIRS)
def test_a_payload_is_written_as_it_was_read_unless_it_makes_no_sense(
    version: str, cls: type[Model]
) -> None:
    family = FAMILIES[version]
    serializer = family.serializer(version)
    package = PACKAGES[version]
    name = cls.__name__
    seen: Counter[str] = Counter()
    for exact in chosen(cls):
        payload: Any = in_range(family, package.to_jsonable(exact))
        text = json.dumps(payload)
        package.loads(cls, text)
        if family is v1x and makes_no_sense(name, payload):
            with pytest.raises(DecodeError):
                serializer.loads(getattr(family, name), text)
            seen["refused"] += 1
            continue
        seen["read"] += 1
        message = serializer.loads(getattr(family, name), text)
        again = serializer.to_jsonable(message)
        if family is v2x:
            assert again == payload
            assert serializer.express(message) == exact
        else:
            assert plain(name, again) == plain(name, payload)
    assert seen["read"]


RAW: Final = "x" * 10_001
"""No value of an enumeration, and longer than any text may be."""

DECIDING: Final = (
    "chargingProfile.chargingProfileKind",
    "csChargingProfiles.chargingProfileKind",
    "requestedMessage",
    "status",
)


@pytest.mark.parametrize(("version", "cls"), THEIRS)
def test_what_is_kept_as_it_came_is_read_or_refused(
    version: str, cls: type[Model]
) -> None:
    family = FAMILIES[version]
    serializer = family.serializer(version)
    package = PACKAGES[version]
    expected: Any = getattr(family, cls.__name__)
    plain_fields = {
        name
        for name, field in expected.model_fields.items()
        if isinstance(field.annotation, EnumType)
    }

    def check(payload: Any, *parents: str | int, last: str | int) -> None:
        holder = payload
        for step in parents:
            holder = holder[step]
        holder[last] = RAW
        kept = kept_raw(cls, payload)
        if kept is None:
            return
        try:
            message = serializer.read(kept)
        except DecodeError as refused:
            (violation,) = refused.violations
            assert violation.path.removeprefix("$.") in DECIDING
            assert last not in plain_fields
            return
        assert isinstance(message, expected)
        assert RAW in repr(message)
        if type(message) is not expected:
            with pytest.raises(NotExpressible):
                serializer.dumps(message)

    seen: set[tuple[str, ...]] = set()
    for exact in chosen(cls):
        payload: Any = in_range(family, package.to_jsonable(exact))
        if family is v1x and makes_no_sense(cls.__name__, payload):
            continue
        for *parents, last in list(texts(payload)):
            place = tuple(step for step in (*parents, last) if isinstance(step, str))
            if place not in seen:
                seen.add(place)
                check(copy.deepcopy(payload), *parents, last=last)


def kept_raw(cls: type[Model], payload: Any) -> Model | None:
    """What a payload is read as, unless that leaves out the odd text, or refuses it."""
    try:
        kept, _ = LENIENT.from_jsonable(cls, payload)
    except DecodeError:  # of a time that is required
        return None
    return kept if RAW in repr(kept) else None


def texts(value: Json, *path: str | int) -> Iterator[tuple[str | int, ...]]:
    """Where texts are."""
    match value:
        case str():
            yield path
        case dict():
            for name, item in value.items():
                yield from texts(item, *path, name)
        case list():
            for index, item in enumerate(value):
                yield from texts(item, *path, index)
        case _:
            pass


DURATIONS: Final = (
    "duration",
    "heartbeatInterval",
    "interval",
    "retries",
    "retryInterval",
    "startPeriod",
)
CONNECTORS_ONLY: Final = (
    "ExtendedTriggerMessageRequest",
    "RemoteStartTransactionRequest",
    "StartTransactionRequest",
    "TriggerMessageRequest",
    "UnlockConnectorRequest",
)


def in_range(family: Any, value: Json) -> Json:
    """The same with numbers that are possible: few integers are in 1.x."""
    match value:
        case dict() if family is v1x:
            return {
                name: number(name, item)
                if isinstance(item, int)
                else in_range(family, item)
                for name, item in value.items()
            }
        case list():
            return [in_range(family, item) for item in value]
        case _:
            return value


def number(name: str, value: int) -> int:
    if name in DURATIONS:
        return abs(value) % 100_000
    if name == "connectorId":
        return abs(value) % 3
    return max(value, -1) if name == "listVersion" else value


def makes_no_sense(name: str, payload: Mapping[str, Any]) -> bool:
    """Whether the schema allows what the specification does not."""
    if name in CONNECTORS_ONLY and payload.get("connectorId") == 0:
        return True
    if name.endswith("TriggerMessageRequest") and "connectorId" in payload:
        about = payload["requestedMessage"]
        return about not in {"MeterValues", "StatusNotification"}
    profile = payload.get("csChargingProfiles", payload.get("chargingProfile"))
    if profile is None:
        return False
    recurring: bool = profile["chargingProfileKind"] == "Recurring"
    return recurring != ("recurrencyKind" in profile)


def plain(name: str, value: Json) -> Json:
    """The same without defaults and empty lists, and in one spelling."""
    match value:
        case dict() if "value" in value and "key" not in value:
            return sample(value)
        case dict():
            items = ((key, plain(name, item)) for key, item in value.items())
            found = {key: item for key, item in items if item != []}
            return transaction(found) if name == "StopTransactionRequest" else found
        case list():
            return [plain("", item) for item in value]
        case _:
            return value


DEFAULTS: Final = {
    "context": "Sample.Periodic",
    "format": "Raw",
    "measurand": "Energy.Active.Import.Register",
    "location": "Outlet",
}


def transaction(value: dict[str, Json]) -> Json:
    """The same without a default; 1.5 spreads the meter values over lists in a list."""
    data: Any = value.pop("transactionData", [])
    joined = [item for part in data for item in part.get("values", [part])]
    meters = [item for item in joined if item]
    reason = value.pop("reason", "Local")
    return {**value, "reason": reason, "transactionData": meters}


def sample(value: dict[str, Json]) -> Json:
    found = {k: v for k, v in value.items() if DEFAULTS.get(k) != v}
    if found.get("unit") == "Celcius":
        found["unit"] = "Celsius"
    energy = str(found.get("measurand", "Energy")).startswith("Energy")
    if energy and found.get("unit") == "Wh":
        del found["unit"]
    return found
