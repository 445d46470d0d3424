"""Samples with exactly one fault each, at every place of a message.

Each is the smallest valid message that reaches a place, with one thing wrong there.
Where a fault can be had in several ways (a text where a number belongs, a boolean, an
array, ...), a checksum of the path chooses one, so that over all messages every way
occurs many times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final
from zlib import crc32

from tests.oracle.samples import (
    UNKNOWN,
    Document,
    Place,
    Sample,
    form,
    is_open,
    json_path,
)

__all__ = ["Fault", "faulty"]


class Fault(StrEnum):
    """What can be wrong with a message."""

    MISSING = "missing"
    EXTRA = "extra"
    TYPE = "wrong type"
    NULL = "null for an optional"
    POINT = "integer with a decimal point"
    ENUM = "bad enum value"
    LONG = "text too long"
    FEW = "too few items"
    MANY = "too many items"
    LOW = "below minimum"
    HIGH = "above maximum"
    STEP = "not a multiple"
    DATE_TIME = "bad date-time"
    URI = "bad URI"


def faulty(document: Document) -> Iterator[Sample]:
    """Every one-fault message of a schema."""
    for place in document.places():
        for make in _MAKERS:
            yield from make(document, place)


_WRONG: Final[Mapping[str, tuple[Any, ...]]] = {
    "object": ("text", 5, True, [], [{}]),
    "array": ("text", 5, False, {}, {"0": "text"}),
    "string": (5, 2.5, True, [], ["text"], {}),
    "enum": (0, 2.5, False, [], {}),
    "date-time": (1704164645, 1704164645.5, True, [], {}),
    "uri": (5, True, [], {}),
    "integer": ("5", 5.5, True, [], {}, ""),
    "number": ("5.5", True, [], {}, ""),
    "boolean": ("true", 0, 1, 1.0, [], {}),
}
_NOT_DATE_TIMES: Final = (
    "",
    "yesterday",
    "2024-01-02",
    "2024-01-02T03:04:05",
    "2024-13-02T03:04:05Z",
    "2024-02-30T03:04:05Z",
    "2024-01-02T25:00:00Z",
    "03:04:05Z",
    "1704164645",
)
_NOT_URIS: Final = (
    "",
    "no uri",
    "//example.com/a",
    "/var/log",
    "http://example.com/a b",
)


def _missing(document: Document, place: Place) -> Iterator[Sample]:
    least = document.minimal(place.node)
    for name in place.node.get("required", ()):
        rest = {key: value for key, value in least.items() if key != name}
        yield Sample(Fault.MISSING, (*place.path, name), place.embed(rest))


def _extra(document: Document, place: Place) -> Iterator[Sample]:
    if form(place.node) == "object" and not is_open(place.node):
        more = {**document.minimal(place.node), UNKNOWN: "text"}
        yield Sample(Fault.EXTRA, (*place.path, UNKNOWN), place.embed(more))


def _type(_: Document, place: Place) -> Iterator[Sample]:
    if wrong := _WRONG.get(form(place.node)):
        others = wrong if place.optional else (*wrong, None)
        yield place.sample(Fault.TYPE, _one_of(others, place))


def _null(_: Document, place: Place) -> Iterator[Sample]:
    if place.optional and form(place.node) != "any":
        yield place.sample(Fault.NULL, None)


def _point(document: Document, place: Place) -> Iterator[Sample]:
    if form(place.node) == "integer":
        yield place.sample(Fault.POINT, float(document.minimal(place.node)))


def _enum(_: Document, place: Place) -> Iterator[Sample]:
    if form(place.node) == "enum":
        values: Sequence[str] = place.node["enum"]
        first = values[0]
        candidates = (first + "x", first[:-1], first.swapcase(), f" {first}", "")
        wrong = [text for text in candidates if text not in values]
        yield place.sample(Fault.ENUM, _one_of(wrong, place))


def _long(_: Document, place: Place) -> Iterator[Sample]:
    if form(place.node) == "string" and "maxLength" in place.node:
        letter = _one_of("aß€😀", place)
        yield place.sample(Fault.LONG, letter * (place.node["maxLength"] + 1))


def _count(document: Document, place: Place) -> Iterator[Sample]:
    if fewest := place.node.get("minItems"):
        few = document.items(place.node, fewest - 1)
        yield place.sample(Fault.FEW, few)
    if "maxItems" in place.node:
        many = document.items(place.node, place.node["maxItems"] + 1)
        yield place.sample(Fault.MANY, many)


def _range(_: Document, place: Place) -> Iterator[Sample]:
    integer = place.node.get("type") == "integer"
    step = 1 if integer else _one_of((1, 0.5), place)
    to = int if integer else float
    if "minimum" in place.node:
        yield place.sample(Fault.LOW, to(place.node["minimum"]) - step)
    if "maximum" in place.node:
        yield place.sample(Fault.HIGH, to(place.node["maximum"]) + step)
    if "multipleOf" in place.node:
        yield place.sample(Fault.STEP, _one_of((21.45, 0.05, 1e-7), place))


def _format(_: Document, place: Place) -> Iterator[Sample]:
    match form(place.node):
        case "date-time":
            for text in _NOT_DATE_TIMES:
                yield place.sample(Fault.DATE_TIME, text)
        case "uri":
            for text in _NOT_URIS:
                yield place.sample(Fault.URI, text)
        case _:
            pass


_MAKERS: Final[Sequence[Callable[[Document, Place], Iterator[Sample]]]] = (
    _missing,
    _extra,
    _type,
    _null,
    _point,
    _enum,
    _long,
    _count,
    _range,
    _format,
)


def _one_of(candidates: Sequence[Any], place: Place) -> Any:
    return candidates[crc32(json_path(place.path).encode()) % len(candidates)]
