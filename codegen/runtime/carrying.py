"""Converts between packages whose types are alike: those of a family, and a version's.

Types that have the same name and the same fields need no code each. `Carrying` looks at
the annotations of a class when it first meets it: texts, numbers and moments stay what
they are; an object or a member of an enumeration becomes the one of the same name in
the other package. What a version cannot hold is data: the checks of some fields.

What is built is not validated, since what it is built of has been. What was tolerated
stays what it is, and has to be settled (`converting.settled`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from inspect import isclass
from math import inf
from types import MappingProxyType
from typing import Any, Final, TypeAlias, get_args, get_origin

from .converting import Unfit, trusted
from .errors import ViolationKind
from .model import Model, OpenModel
from .tolerated import valid_type

__all__ = [
    "Bounds",
    "Carrying",
    "Check",
    "Items",
    "Length",
    "Needed",
    "Real",
    "ValueOf",
    "Whole",
    "types_of_both",
]


# Checks

Check: TypeAlias = Callable[[Any], Any]
"""Returns a value as the other side has it; raises `Unfit` if that cannot have it."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A value that has to be there, and may have to pass a check."""

    check: Check | None = None

    def __call__(self, value: Any) -> Any:
        """Returns the value as the other side has it."""
        if value is None:
            raise Unfit("a value is required", ViolationKind.MISSING)
        return value if self.check is None else self.check(value)


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
        return values if self.check is None else _converted(self.check, values)


def _converted(convert: Check, values: Sequence[Any]) -> tuple[Any, ...]:
    """Returns the items of a list as the other side has them."""
    done: list[Any] = []
    try:
        for value in values:
            done.append(convert(value))  # noqa: PERF401 - tells where it has come to
    except Unfit as unfit:
        raise unfit.below(len(done)) from None
    return tuple(done)


# Carrying

_NO_CHECKS: Final[Mapping[str, Check]] = MappingProxyType({})
_Convert: TypeAlias = Callable[[Any], Any]


class Carrying:
    """Makes objects of a package of those of another one.

    Args:
        target: The package of what is made.
        texts: The names of enumerations whose members become texts.
        checks: What the target cannot have, by the name of the type, and that of the
            field in Python.
        on_wire: Whether errors name fields as on the wire, and not as in Python.
    """

    def __init__(
        self,
        target: object,
        *,
        texts: Iterable[str] = (),
        checks: Mapping[str, Mapping[str, Check]] = MappingProxyType({}),
        on_wire: bool = False,
    ) -> None:
        self.target: Final = target
        self.texts: Final = frozenset(texts)
        self.checks: Final = checks
        self.on_wire: Final = on_wire
        self._made: Final[dict[type[Any], _Objects | _Members]] = {}

    def __call__(self, message: Model) -> Any:
        """Returns what becomes of an object.

        Raises:
            Unfit: The other package has no place for it, or for a part of it.
        """
        return self.converter(valid_type(message))(message)

    def converter(self, cls: type[Any]) -> _Convert:
        """Returns what converts objects or members of a class; made once."""
        made = self._made.get(cls)
        if made is None:
            is_enum = issubclass(cls, Enum)
            made = _Members(cls, self) if is_enum else _Objects(cls, self)
            self._made[cls] = made
        return made


class _Members:
    """Converts the members of an enumeration.

    The table has their ids: the hash of a member is a function in Python, which costs
    as much as all else.
    """

    def __init__(self, cls: type[Enum], carrying: Carrying) -> None:
        if cls.__name__ in carrying.texts:
            self._table: dict[int, Any] = {id(one): one.value for one in cls}
        else:
            target: type[Enum] = getattr(carrying.target, cls.__name__)
            there = {one.value: one for one in target}
            found = ((one, there.get(one.value)) for one in cls)
            self._table = {id(one): other for one, other in found if other is not None}

    def __call__(self, member: Any) -> Any:
        """Returns the member there; a text that was tolerated stays one."""
        found = self._table.get(id(member))
        if found is None and type(member) is not str:
            raise Unfit(f"there is no such {type(member).__name__}")
        return member if found is None else found


class _Objects:
    """Converts the objects of a class."""

    def __init__(self, cls: type[Model], carrying: Carrying) -> None:
        target: type[Model] = getattr(carrying.target, cls.__name__)
        self._target = target
        self._is_open = issubclass(target, OpenModel)
        self._lacking = cls.model_fields.keys() - target.model_fields.keys()
        # The order of the fields is that of the target; what is absent is None.
        self._absent: dict[str, Any] = dict.fromkeys(target.model_fields)
        self._steps = [
            (name, convert)
            for name, field in cls.model_fields.items()
            if name not in self._lacking
            and (convert := _convert(field.annotation, carrying)) is not None
        ]
        checks = carrying.checks.get(cls.__name__, _NO_CHECKS).items()
        self._checks = [(*each, isinstance(each[1], Needed)) for each in checks]
        self._names = {
            name: (field.serialization_alias or name) if carrying.on_wire else name
            for name, field in cls.model_fields.items()
        }

    def __call__(self, message: Model) -> Any:
        """Returns what becomes of an object."""
        fields = {**self._absent, **message.__dict__}
        name = ""
        try:
            for name in self._lacking:
                _nowhere(fields.pop(name))
            for name, convert in self._steps:
                if (value := fields[name]) is not None:
                    fields[name] = convert(value)
            for name, check, is_needed in self._checks:
                if (value := fields[name]) is not None or is_needed:
                    fields[name] = check(value)
        except Unfit as unfit:
            raise unfit.below(self._names[name]) from None
        given = message.__pydantic_fields_set__ - self._lacking
        extra = message.__pydantic_extra__ if self._is_open else None
        return trusted(self._target, fields, given, extra and extra.copy())


def _nowhere(value: Any) -> None:
    """Refuses what the other side has no field for."""
    if value is not None:
        raise Unfit("there is no such field", ViolationKind.EXTRA)


def _convert(annotation: Any, carrying: Carrying) -> _Convert | None:
    """Returns what converts the values of a field; None where they are alike."""
    for part in (annotation, *get_args(annotation)):
        if isclass(part) and issubclass(part, (Model, Enum)):
            return carrying.converter(part)
        if get_origin(part) is Sequence:
            convert = _convert(get_args(part)[0], carrying)
            return convert and partial(_converted, convert)
    return None


def types_of_both(ours: object, theirs: object) -> dict[type[Any], type[Any]]:
    """Returns the types of a package that another one has, too, and those by name."""
    return {
        value: found
        for name, value in vars(ours).items()
        if isclass(value)
        and issubclass(value, Model)
        and (found := getattr(theirs, name, None)) is not None
    }
