# Generated from codegen/runtime/converting.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The small tools of the functions that convert between a family and its versions.

A converter raises `Unfit` for what it has no place for, and those that call it for a
part of theirs put the place of that part in front.

What is read may have been tolerated: it holds texts where an enumeration belongs, texts
of any length, and None for required fields. That is kept where it stands for nothing
but itself, and what holds it is tolerated again (`make`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ParamSpec, TypeVar, cast

from pydantic import ValidationError

from .errors import ViolationKind
from .tolerated import as_part, tolerated_type

__all__ = [
    "Unfit",
    "at",
    "at_least",
    "each",
    "given",
    "known",
    "make",
    "maybe",
    "maybe_named",
    "named",
    "nowhere",
    "spelled",
    "up_to",
]

_P = ParamSpec("_P")
T = TypeVar("T")
R = TypeVar("R")


class Unfit(Exception):
    """A value has no place on the other side.

    Attributes:
        path: Where it is, from the top.
        kind: What it breaks.
        sentence: What is wrong with it, for a person; without the value.
    """

    def __init__(
        self, sentence: str, kind: ViolationKind = ViolationKind.VALUE, *path: str | int
    ) -> None:
        self.path = path
        self.kind = kind
        self.sentence = sentence
        super().__init__(sentence, kind, *path)

    def __str__(self) -> str:
        return self.sentence

    def below(self, *path: str | int) -> Unfit:
        """Returns the same for what holds the value at a path."""
        return Unfit(self.sentence, self.kind, *path, *self.path)


def at(place: str, convert: Callable[[T], R], value: T) -> R:
    """Converts the value of a field."""
    try:
        return convert(value)
    except Unfit as unfit:
        raise unfit.below(place) from None


def given(place: str, convert: Callable[[T], R], value: T) -> R:
    """Converts the value of a field that must not be absent."""
    if value is None:
        raise Unfit("a value is required", ViolationKind.MISSING, place)
    return at(place, convert, value)


def maybe(place: str, convert: Callable[[T], R], value: T | None) -> R | None:
    """Converts the value of a field that may be absent."""
    return None if value is None else at(place, convert, value)


def each(
    place: str, convert: Callable[[T], R], values: Sequence[T] | None
) -> tuple[R, ...]:
    """Converts the items of a list; an absent one has none."""
    converted: list[R] = []
    for index, value in enumerate(values or ()):
        try:
            converted.append(convert(value))
        except Unfit as unfit:
            raise unfit.below(place, index) from None
    return tuple(converted)


def named(convert: Callable[[T], R], value: T) -> R:
    """Converts a value of an enumeration, or keeps what is none."""
    if value is None or type(value) is str:
        return cast(R, value)
    return convert(value)


def maybe_named(convert: Callable[[T], R], value: T | None) -> R | None:
    """Does the same for a field that may be absent."""
    return None if value is None else named(convert, value)


def known(value: T) -> T:
    """Returns a value of an enumeration, where it has to be one."""
    if value is None or type(value) is str:
        raise Unfit("only a value of the enumeration says what this is")
    return value


def make(cls: Callable[_P, R], /, *args: _P.args, **fields: _P.kwargs) -> R:
    """Builds a message or datatype, which is tolerated where it would not be valid."""
    try:
        return cls(*args, **fields)
    except ValidationError:
        made: Any = tolerated_type(cast(Any, cls))
    try:
        return cast(R, made(**{name: as_part(field) for name, field in fields.items()}))
    except ValidationError as error:
        raise Unfit(error.title) from None


def spelled(table: Mapping[T, R], value: T) -> R:
    """Returns how the other side spells a value of an enumeration."""
    if value not in table:
        raise Unfit(f"there is no such {type(value).__name__}")
    return table[value]


def up_to(most: int) -> Callable[[str], str]:
    """Returns a converter of text that has to be short enough."""

    def check(text: str) -> str:
        if len(text) > most:
            sentence = f"text has at most {most} characters"
            raise Unfit(sentence, ViolationKind.LENGTH)
        return text

    return check


def at_least(place: str, least: int, items: Sequence[T]) -> Sequence[T]:
    """Returns a list that has to have some items."""
    if len(items) < least:
        raise Unfit(f"at least {least} is needed", ViolationKind.COUNT, place)
    return items


def nowhere(place: str, value: T, default: T | None = None) -> None:
    """Refuses a value that the other side has no field for, unless it says nothing."""
    if value != default:
        raise Unfit("there is no such field", ViolationKind.EXTRA, place)
