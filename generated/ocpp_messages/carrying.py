# Generated from codegen/runtime/carrying.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The converters of packages whose types are alike: those of a family, and a version's.

Types that have the same name and the same fields need no code each. Their converters
are made of the annotations of a class: texts, numbers and moments stay what they are;
an object or a member of an enumeration becomes the one of the same name in the other
package. What a version cannot hold is data: the checks of some fields.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from inspect import isclass
from math import inf
from types import MappingProxyType
from typing import Any, Final, TypeAlias, TypeVar, get_args, get_origin

from .converting import (
    Alike,
    AlikeWriter,
    Each,
    How,
    One,
    Partial,
    Spelling,
    Unfit,
    every,
    spelling,
)
from .errors import ViolationKind
from .model import Model

__all__ = [
    "Bounds",
    "Check",
    "Checks",
    "Items",
    "Length",
    "Needed",
    "Real",
    "ValueOf",
    "Whole",
    "readers",
    "types_of_both",
    "writers",
]

ConverterT = TypeVar("ConverterT", bound=Alike | AlikeWriter)


# Checks

Check: TypeAlias = Callable[[Any], Any]
"""Returns a value as the other side has it; raises `Unfit` if that cannot have it."""


@dataclass(frozen=True, slots=True)
class Needed:
    """That a value has to be there, and may have to pass a check."""

    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A text that has to be short or long enough."""

    least: int = 0
    most: float = inf

    def __call__(self, text: str) -> str:
        """Returns the text."""
        if len(text) > self.most:
            sentence = f"text has at most {self.most} characters"
            raise Unfit(sentence, ViolationKind.LENGTH)
        if len(text) < self.least:
            sentence = f"text has at least {self.least} characters"
            raise Unfit(sentence, ViolationKind.LENGTH)
        return text


@dataclass(frozen=True, slots=True)
class ValueOf:
    """A text that has to be a value of an enumeration, and becomes its member."""

    cls: type[Enum]

    def __call__(self, text: str) -> Enum:
        """Returns the member."""
        try:
            return self.cls(text)
        except ValueError:
            raise Unfit(f"there is no such {self.cls.__name__}") from None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number that has to be within bounds."""

    least: float = -inf
    most: float = inf

    def __call__(self, number: float) -> float:
        """Returns the number."""
        if number < self.least:
            sentence = f"Input should be not less than {self.least}"
            raise Unfit(sentence, ViolationKind.RANGE)
        if number > self.most:
            sentence = f"Input should be not greater than {self.most}"
            raise Unfit(sentence, ViolationKind.RANGE)
        return number


class Whole:
    """A number that has to be whole."""

    def __call__(self, number: float) -> int:
        """Returns the integer."""
        if number != (whole := int(number)):
            raise Unfit("Input should be a whole number", ViolationKind.TYPE)
        return whole


class Real:
    """A number that has to fit into a float, as an integer of many digits does not."""

    def __call__(self, number: float) -> float:
        """Returns the float."""
        try:
            real = float(number)
        except OverflowError:
            real = 0.0
        if real != number:
            sentence = "Input should have fewer digits"
            raise Unfit(sentence, ViolationKind.RANGE)
        return real


@dataclass(frozen=True, slots=True)
class Items:
    """A list of so many items, which may have to pass a check."""

    check: Check | None = None
    least: int = 0
    most: float = inf

    def __call__(self, values: Sequence[Any]) -> Sequence[Any]:
        """Returns the items as the other side has them."""
        if len(values) < self.least:
            raise Unfit(f"at least {self.least} is needed", ViolationKind.COUNT)
        if len(values) > self.most:
            raise Unfit(f"at most {self.most} may be there", ViolationKind.COUNT)
        return values if self.check is None else every(self.check, values)


# Converters

Checks: TypeAlias = Mapping[str, Mapping[str, Check | Needed]]
"""What a version cannot have, by the names of a type and of its field in Python."""

_NO_CHECKS: Final[Mapping[str, Any]] = MappingProxyType({})


def types_of_both(ours: object, theirs: object) -> Mapping[type[Any], type[Model]]:
    """Returns the types of a package that another one has, too, and those by name."""
    return {
        value: found
        for name, value in vars(ours).items()
        if isclass(value)
        and issubclass(value, Model)
        and (found := getattr(theirs, name, None)) is not None
    }


def readers(
    theirs: object, ours: object, texts: Collection[str] = ()
) -> Mapping[type[Any], Alike]:
    """Returns what makes objects of ours of those of a version, by the class of these.

    Args:
        theirs: The package of the version.
        ours: That of the family.
        texts: The names of enumerations whose members are texts of ours.
    """
    types = types_of_both(theirs, ours)

    def table(cls: type[Enum]) -> Spelling:
        if cls.__name__ in texts:
            return Spelling({one: one.value for one in cls})
        return spelling(cls, getattr(ours, cls.__name__))

    def reader(cls: type[Model], hows: Mapping[str, How]) -> Alike:
        return Alike(types[cls], hows)

    return _Converters(types, reader, table)


def writers(
    ours: object, theirs: object, checks: Checks
) -> Mapping[type[Any], AlikeWriter]:
    """Returns what makes objects of a version of ours, by the class of ours.

    Args:
        ours: The package of the family.
        theirs: That of the version.
        checks: What the version cannot have.
    """
    types = types_of_both(ours, theirs)

    def table(cls: type[Enum]) -> Spelling:
        return Partial(spelling(cls, getattr(theirs, cls.__name__)))

    def writer(cls: type[Model], hows: Mapping[str, How]) -> AlikeWriter:
        known = types[cls].model_fields
        found = checks.get(cls.__name__, _NO_CHECKS)
        return AlikeWriter(
            types[cls],
            dict(_checked(hows, found)),
            needed=[name for name, one in found.items() if isinstance(one, Needed)],
            lacking=cls.model_fields.keys() - known.keys(),
        )

    return _Converters(types, writer, table)


def _checked(
    hows: Mapping[str, How], checks: Mapping[str, Check | Needed]
) -> Iterator[tuple[str, How]]:
    """Returns what becomes of fields, and the checks of others."""
    yield from hows.items()
    for name, one in checks.items():
        check = one.check if isinstance(one, Needed) else one
        if check is None:
            continue
        if name in hows:
            raise TypeError(f"{name} is checked, and something else")
        yield name, check


class _Converters(dict[type[Model], ConverterT]):
    """The converters of the types of a package, each of which is made when it is used.

    Args:
        types: What becomes of the types.
        make: Makes the converter of a type, of what becomes of its fields.
        table: Makes the table of an enumeration.
    """

    def __init__(
        self,
        types: Mapping[type[Any], type[Model]],
        make: Callable[[type[Model], Mapping[str, How]], ConverterT],
        table: Callable[[type[Enum]], Spelling],
    ) -> None:
        super().__init__()
        self._types: Final = types
        self._make: Final = make
        self._table: Final = cache(table)

    def __missing__(self, cls: type[Model]) -> ConverterT:
        known = self._types[cls].model_fields
        hows = {
            name: how
            for name, field in cls.model_fields.items()
            if name in known and (how := self._how(field.annotation)) is not None
        }
        return self.setdefault(cls, self._make(cls, hows))

    def _how(self, annotation: Any) -> Spelling | One | Each | None:
        """Returns what becomes of the values of a field; None where they are alike."""
        for part in (annotation, *get_args(annotation)):
            if isclass(part) and issubclass(part, Enum):
                return self._table(part)
            if isclass(part) and issubclass(part, Model):
                return One(self[part], required=False)
            if get_origin(part) is Sequence:
                return _each(self._how(get_args(part)[0]))
        return None


def _each(how: Spelling | One | Each | None) -> Each | None:
    """Returns what becomes of a list, by what becomes of its items."""
    match how:
        case None:
            return None
        case Spelling():
            return Each(how, empty=False)
        case One(convert):
            return Each(convert, empty=False)
        case Each():
            raise TypeError("an array of arrays has converters of its own")
