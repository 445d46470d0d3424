"""Arbitrary messages, made from what the fields of their classes may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen, MultipleOf
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from ocpp_messages import Model
from ocpp_messages.model import Array, DateTime, Json, OpenModel, Uri

__all__ = ["JSON", "MOMENTS", "QUICK", "messages"]

QUICK: Final = settings(
    max_examples=200,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
)
"""Few examples, the same every time; how long one takes does not matter."""

MOMENTS: Final = st.datetimes(
    min_value=datetime(1, 1, 3),  # noqa: DTZ001 - the time zones come from below
    max_value=datetime(9999, 12, 29),  # noqa: DTZ001
    timezones=st.timezones(),
)
JSON: Final[st.SearchStrategy[Any]] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)

_URIS: Final = st.sampled_from(["ftp://a/b?c=d", "urn:x:y", "file:///é", "A+-.1:"])
_TENTHS: Final = st.integers(-10_000, 10_000).map(lambda tenths: tenths / 10)
_DURATIONS: Final = st.integers(0, timedelta.max // timedelta(seconds=1)).map(
    lambda seconds: timedelta(seconds=seconds)
)
_SIMPLE: Final[Mapping[type, st.SearchStrategy[Any]]] = {
    NoneType: st.none(),
    bool: st.booleans(),
    timedelta: _DURATIONS,
}
_FEW: Final = 2
_LONG: Final = 40
_SPECIAL: Final[tuple[tuple[Any, st.SearchStrategy[Any]], ...]] = tuple(
    (get_args(alias)[1], strategy)
    for alias, strategy in ((DateTime, MOMENTS), (Uri, _URIS), (Json, JSON))
)


@cache
def messages(cls: type[Model]) -> st.SearchStrategy[Model]:
    """Valid objects of a class; open ones have some more fields now and then."""
    fields = {
        name: _values(field.annotation, field.metadata)
        for name, field in cls.model_fields.items()
    }
    more: st.SearchStrategy[dict[str, Any]] = st.just({})
    if issubclass(cls, OpenModel):
        taken = {*cls.model_fields, *_names_on_the_wire(cls)}
        names = st.text(max_size=5).filter(lambda name: name not in taken)
        more = st.dictionaries(names, JSON, max_size=1)
    return st.tuples(st.fixed_dictionaries(fields), more).map(
        lambda parts: cls(**parts[0], **parts[1])
    )


def _names_on_the_wire(cls: type[Model]) -> Iterator[str]:
    for name, field in cls.model_fields.items():
        yield field.serialization_alias or name


def _values(hint: Any, metadata: Iterable[Any]) -> st.SearchStrategy[Any]:
    """What a type hint and its annotations allow."""
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        return _values(inner, [*metadata, *more])
    known = list(_flat(metadata))
    for marker, strategy in _SPECIAL:
        if marker in known:
            return strategy
    if get_origin(hint) in (Union, UnionType):
        return st.one_of([_values(part, known) for part in get_args(hint)])
    if get_origin(hint) is Sequence:
        (item,) = get_args(hint)
        return _lists(_values(item, ()), known)
    if issubclass(hint, Model):
        return messages(hint)
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return _scalars(hint, known)


def _flat(metadata: Iterable[Any]) -> Iterator[Any]:
    for item in metadata:
        yield from item.metadata if isinstance(item, FieldInfo) else (item,)


def _lists(
    items: st.SearchStrategy[Any], known: Sequence[Any]
) -> st.SearchStrategy[Any]:
    (array,) = (item for item in known if isinstance(item, Array))
    least = array.min_items or 0
    most = min(max(least, _FEW), array.max_items or _FEW)
    return st.lists(items, min_size=least, max_size=most)


def _scalars(kind: type, known: Sequence[Any]) -> st.SearchStrategy[Any]:
    least: Any = next((item.ge for item in known if isinstance(item, Ge)), None)
    most: Any = next((item.le for item in known if isinstance(item, Le)), None)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if kind is int:
        return st.integers(least, most)
    if kind is float and any(isinstance(item, MultipleOf) for item in known):
        return _TENTHS
    if kind is float:
        return st.floats(least, most, allow_nan=False, allow_infinity=False)
    assert kind is str
    shortest = next((i.min_length for i in known if isinstance(i, MinLen)), 0)
    longest = next((i.max_length for i in known if isinstance(i, MaxLen)), _LONG)
    text = st.text(min_size=shortest, max_size=min(longest, _LONG))
    return text | st.just("€" * longest) if longest < _LONG else text
