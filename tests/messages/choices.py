"""Chosen messages of a class, made from what its fields may hold.

They are the same every time, and few, but meant: each bound, each member of an
enumeration, each class of a union and each odd kind of text is in one of them. In the
message of turn *n* every field has its *n*-th choice; in a mixed one the choices, and
which fields are left out, follow from their names, so that they come together anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin
from zlib import crc32

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic.fields import FieldInfo

from ocpp_messages import Model
from ocpp_messages.model import Array, DateTime, Json, MultipleOf, OpenModel, Uri

__all__ = ["chosen", "mixed", "sparse", "turns"]

T = TypeVar("T")

_TEXTS: Final = ("a", "", 'a"\\b/\n\x00\x7f', "é€😀\u2028", "null", " 5 ")
_MOMENTS: Final = (
    datetime(2026, 1, 31, 12, tzinfo=UTC),
    datetime(1, 1, 3, 0, 0, 0, 1, tzinfo=timezone(timedelta(hours=14))),
    datetime(9999, 12, 29, 23, 59, 59, 999999, tzinfo=timezone(-timedelta(hours=12))),
    datetime(2024, 2, 29, 23, 30, 0, 70_000, tzinfo=timezone(timedelta(minutes=-90))),
)
_URIS: Final = ("ftp://a/b?c=d", "urn:x:y", "file:///é", "A+-.1:")
_JSON: Final[Sequence[Any]] = json.loads(
    """[
        "text",
        null,
        {"snake_case": null, "": [{"camelCase": {}}], "at": "2024-01-02T03:04:05Z"},
        [null, 0, -1.5, true, "", [], {}],
        -0.0,
        false,
        1180591620717411303424,
        5e-324
    ]"""
)
_INTEGERS: Final = (1, 0, -1, 5, 2**31 - 1, -(2**31), 2**64)
_NUMBERS: Final = (21.4, 0.0, -0.7, 100.0, 1e-7, -273.15, 1.7976931348623157e308)
_TENTHS: Final = (21.4, 0.0, -0.7, 1000.0, 0.1)
_DURATIONS: Final = tuple(
    timedelta(seconds=seconds)
    for seconds in (60, 0, 1, 86_400, timedelta.max // timedelta(seconds=1))
)
_EXTRAS: Final[Sequence[Mapping[str, Any]]] = ({}, {"": None}, {"é": {"a": [None]}})
_LONG: Final = 40
_SPECIAL: Final[Sequence[tuple[Any, Sequence[Any]]]] = tuple(
    (get_args(alias)[1], choices)
    for alias, choices in ((DateTime, _MOMENTS), (Uri, _URIS), (Json, _JSON))
)


def chosen(cls: type[Model]) -> Iterator[Model]:
    """Returns all of these: sparse messages, those of every turn, and mixed ones."""
    yield from sparse(cls)
    yield from turns(cls)
    yield from mixed(cls)


def sparse(cls: type[Model]) -> Iterator[Model]:
    """Returns the smallest message, and those with one optional field more."""
    yield cls(**_Turn(0, fields=()).values(cls))
    for position, name in enumerate(_optional(cls)):
        yield cls(**_Turn(position, fields=(name,)).values(cls))


def turns(cls: type[Model], most: int = 30) -> Iterator[Model]:
    """Returns messages with all fields, until everything has been chosen once."""
    number = 0
    seen = [1]
    while number < min(max(seen), most):
        yield cls(**_Turn(number, seen=seen).values(cls))
        number += 1


def mixed(cls: type[Model], count: int = 12) -> Iterator[Model]:
    """Returns messages with some fields, whose choices have nothing in common."""
    for number in range(count):
        yield cls(**_Mixed(number).values(cls))


def _optional(cls: type[Model]) -> Iterator[str]:
    for name, field in cls.model_fields.items():
        if not field.is_required():
            yield name


class _Turn:
    """Chooses the values of one message.

    Args:
        number: Of the turn.
        fields: The optional fields that it has; None for all, of parts as well.
        seen: Takes the number of choices that there were in each place.
    """

    def __init__(
        self,
        number: int,
        fields: Sequence[str] | None = None,
        seen: list[int] | None = None,
    ) -> None:
        self._number = number
        self._fields = fields
        self._seen = [] if seen is None else seen

    def values(self, cls: type[Model], at: str = "") -> dict[str, Any]:
        """Returns the arguments of a class."""
        values = {
            name: self._value(field.annotation, field.metadata, f"{at}.{name}")
            for name, field in cls.model_fields.items()
            if field.is_required() or self._has(name, at)
        }
        if issubclass(cls, OpenModel):
            values |= self._pick(_EXTRAS, f"{at}.*")
        return values

    def _has(self, name: str, at: str) -> bool:
        return self._fields is None or (not at and name in self._fields)

    def _index(self, at: str) -> int:
        return self._number

    def _pick(self, choices: Sequence[T], at: str) -> T:
        self._seen.append(len(choices))
        return choices[self._index(at) % len(choices)]

    def _value(self, hint: Any, metadata: Iterable[Any], at: str) -> Any:
        """Returns a value that a type hint and its annotations allow."""
        if get_origin(hint) is Annotated:
            inner, *more = get_args(hint)
            return self._value(inner, [*metadata, *more], at)
        known = list(_flat(metadata))
        for marker, choices in _SPECIAL:
            if marker in known:
                return self._pick(choices, at)
        if get_origin(hint) in (Union, UnionType):
            parts = [part for part in get_args(hint) if part is not NoneType]
            return self._value(self._pick(parts, f"{at}|"), known, at)
        if get_origin(hint) is Sequence:
            (item,) = get_args(hint)
            size = self._pick(_sizes(known), f"{at}#")
            return [self._value(item, (), f"{at}.{index}") for index in range(size)]
        if issubclass(hint, Model):
            return hint(**self.values(hint, at))
        if issubclass(hint, Enum):
            return self._pick(list(hint), at)
        return self._pick(_scalars(hint, known), at)


class _Mixed(_Turn):
    """Chooses by the names of the fields."""

    def _has(self, name: str, at: str) -> bool:
        return bool(self._index(f"{at}.{name}?") & 1)

    def _index(self, at: str) -> int:
        return crc32(f"{self._number}{at}".encode()) >> 3


def _flat(metadata: Iterable[Any]) -> Iterator[Any]:
    for item in metadata:
        yield from item.metadata if isinstance(item, FieldInfo) else (item,)


def _sizes(known: Sequence[Any]) -> Sequence[int]:
    (array,) = (item for item in known if isinstance(item, Array))
    least = array.min_items or 0
    sizes = [max(least, 1), max(least, 2), least]
    return [min(size, array.max_items or size) for size in sizes]


def _bound(known: Sequence[Any], kind: type, name: str) -> Any:
    return next((getattr(item, name) for item in known if isinstance(item, kind)), None)


def _scalars(kind: type, known: Sequence[Any]) -> Sequence[Any]:
    if kind is str:
        return _texts(
            _bound(known, MinLen, "min_length") or 0,
            _bound(known, MaxLen, "max_length"),
        )
    if kind is bool:
        return (True, False)
    if kind is timedelta:
        return _DURATIONS
    least, most = _bound(known, Ge, "ge"), _bound(known, Le, "le")
    tenths = any(isinstance(item, MultipleOf) for item in known)
    choices = _INTEGERS if kind is int else _TENTHS if tenths else _NUMBERS
    bounds = [kind(bound) for bound in (least, most) if bound is not None]

    def fits(number: float) -> bool:
        return (least is None or number >= least) and (most is None or number <= most)

    return [*bounds, *filter(fits, choices)]


def _texts(least: int, most: int | None) -> Sequence[str]:
    texts = [text for text in _TEXTS if least <= len(text) <= (most or _LONG)]
    return texts if most is None else ["€" * most, *texts]
