# Generated from codegen/runtime/converting.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The small tools of the functions that convert between a family and its versions.

A converter takes the fields of one type and returns those of another. It is `Alike`
where the two types have the same fields, or else a function that is written out field
by field. What it builds is not validated, since what it is given has been: a message of
the version by its schema, a message of ours when it was made. So a message costs what
it takes to look at its fields and to put them into an object (`trusted`).

Both directions leave open what is built. A reader gets the fields of a message as a
dict, be they those of an object of the version or those that a validator has just found
in a text (`direct`), where parts have been converted already: that is what `Inner`
tells. A writer calls `build`, which makes an object of the version or plain data.

A converter raises `Unfit` for what it has no place for. The tools that call it for a
part put the place of that part in front; as long as nothing is unfit, places cost
nothing.

What is read may have been tolerated: it holds texts where an enumeration belongs, texts
of any length, and None for required fields. That is kept where it stands for nothing
but itself; what comes of such a message has to be `settled`, because then it may not be
valid here either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from types import MappingProxyType
from typing import Any, Final, NoReturn, Protocol, TypeAlias, TypeVar, cast

from pydantic import BaseModel, ValidationError

from .errors import ViolationKind
from .model import Model
from .tolerated import as_part, tolerated_type

__all__ = [
    "Alike",
    "AlikeWriter",
    "Build",
    "Each",
    "Fields",
    "Grouped",
    "Inner",
    "Made",
    "One",
    "Reader",
    "Spelling",
    "Unfit",
    "at_least",
    "build",
    "each",
    "given",
    "grouped",
    "inner",
    "inner_each",
    "known",
    "made",
    "maybe",
    "nowhere",
    "settled",
    "spelled",
    "spelling",
    "too_long",
    "trusted",
    "up_to",
]

T = TypeVar("T")
R = TypeVar("R")

Fields: TypeAlias = dict[str, Any]
"""The fields of an object, by their names in Python."""

Build: TypeAlias = Callable[[type[Any], Fields], Any]
"""What makes something of a class and its fields, by their names in Python."""


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


# Building

_new: Final = object.__new__
# As `BaseModel.model_construct` does, without looking for defaults and aliases. The
# descriptors, because `object.__setattr__` has to find them each time.
_set_fields: Final = BaseModel.__dict__["__dict__"].__set__
_set_given: Final = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_set_extra: Final = BaseModel.__dict__["__pydantic_extra__"].__set__
_set_private: Final = BaseModel.__dict__["__pydantic_private__"].__set__


def trusted(
    cls: type[T], fields: Fields, given: set[str], extra: Fields | None = None
) -> T:
    """Builds an object without validation.

    Args:
        cls: A model that has no private fields.
        fields: The values of all fields, valid, by their names in Python and in order.
        given: The names of those that do not only have their default.
        extra: Further fields, if it is a model that keeps them.
    """
    made = _new(cls)
    _set_fields(made, fields)
    _set_given(made, given)
    _set_extra(made, extra)
    _set_private(made, None)
    return made


def build(cls: type[T], fields: Fields) -> T:
    """Builds an object without validation, as if all fields were given."""
    return trusted(cls, fields, set(fields))


def settled(value: T) -> T:
    """Validates what was built of something tolerated.

    Returns:
        The same, of which each part that is not valid is tolerated.
    """
    found: Any = value
    if isinstance(found, tuple):
        items = map(settled, found)
        return cast(T, tuple(items))
    if not isinstance(found, Model):
        return value
    fields = {name: settled(part) for name, part in found}
    cls: Any = type(found)
    try:
        return cast(T, cls(**fields))
    except ValidationError:
        cls = tolerated_type(cls)
    try:
        return cast(T, cls(**{name: as_part(part) for name, part in fields.items()}))
    except ValidationError as error:
        raise Unfit(error.title) from None


# Enumerations


class Spelling(dict[Any, Any]):
    """What becomes of the values of an enumeration; the absent one is None.

    What is no value of it, and was tolerated, stays what it is.
    """

    def __missing__(self, value: T) -> T:
        return value


def spelling(
    source: type[Enum], target: type[Enum], others: Mapping[Any, Any] | None = None
) -> Spelling:
    """Returns what becomes of the members of an enumeration.

    Args:
        source: The enumeration.
        target: That of the other side; a member of the same name is meant there.
        others: What becomes of others, if anything.
    """
    there = target.__members__
    alike = {one: there[one.name] for one in source if one.name in there}
    return Spelling({None: None, **alike, **(others or {})})


def spelled(place: str, table: Spelling, value: Any) -> Any:
    """Returns how the other side spells a value, which it may not have."""
    if value not in table:
        sentence = f"there is no such {type(value).__name__}"
        raise Unfit(sentence, ViolationKind.VALUE, place)
    return table[value]


def known(value: T) -> T:
    """Returns a value of an enumeration, where it has to be one."""
    if value is None or type(value) is str:
        raise Unfit("only a value of the enumeration says what this is")
    return value


# Reading


def given(place: str, convert: Callable[[T], R], value: T) -> R:
    """Converts the value of a field that must not be absent."""
    if value is None:
        raise Unfit("a value is required", ViolationKind.MISSING, place)
    try:
        return convert(value)
    except Unfit as unfit:
        raise unfit.below(place) from None


def maybe(place: str, convert: Callable[[T], R], value: T | None) -> R | None:
    """Converts the value of a field that may be absent."""
    return None if value is None else given(place, convert, value)


def each(
    place: str, convert: Callable[[T], R], values: Sequence[T] | None
) -> tuple[R, ...]:
    """Converts the items of a list; an absent one has none."""
    if values is None:
        return ()
    try:
        return tuple([convert(value) for value in values])
    except Unfit:
        raise _first_unfit(place, convert, values) from None


def _first_unfit(place: str, convert: Callable[[T], Any], values: Sequence[T]) -> Unfit:
    for index, value in enumerate(values):
        try:
            convert(value)
        except Unfit as unfit:
            return unfit.below(place, index)
    raise AssertionError("a converter has changed its mind")


class Inner(Protocol):
    """How a reader gets the parts of a message, which have readers of their own."""

    def given(self, place: str, convert: Callable[[Any], Any], value: Any) -> Any:
        """Returns the object of a field that must not be absent."""

    def maybe(self, place: str, convert: Callable[[Any], Any], value: Any) -> Any:
        """Returns the object of a field that may be absent."""

    def each(self, place: str, convert: Callable[[Any], Any], values: Any) -> Any:
        """Returns the objects in a list; an absent one has none."""


class _Converting:
    """Converts the parts of an object."""

    given = staticmethod(given)
    maybe = staticmethod(maybe)
    each = staticmethod(each)


_CONVERTING: Final = _Converting()


@dataclass(frozen=True, slots=True)
class One:
    """A field with an object that has a converter of its own.

    Attributes:
        place: The name of the field, for errors.
        convert: The converter.
        required: Whether the object has to be there.
    """

    place: str
    convert: Callable[..., Any]
    required: bool = True

    def reader(self) -> Callable[[Any], Any]:
        """Returns what converts the value of the field."""
        return partial(given if self.required else maybe, self.place, self.convert)


@dataclass(frozen=True, slots=True)
class Each:
    """A field with a list, which is empty where it is absent on the wire.

    Attributes:
        place: The name of the field, for errors.
        convert: The converter of its items; None where they need none.
    """

    place: str
    convert: Callable[..., Any] | None = None

    def reader(self) -> Callable[[Any], Any]:
        """Returns what converts the value of the field."""
        if self.convert is None:
            return _items
        return partial(each, self.place, self.convert)


def _items(values: tuple[Any, ...] | None) -> tuple[Any, ...]:
    return values or ()


_Mend: TypeAlias = Callable[[Fields], None]
_NONE: Final[Mapping[str, Any]] = MappingProxyType({})


class Alike:
    """A reader for a type that has the same fields here as in the version.

    Attributes:
        cls: The type of ours.
        fields: What becomes of the fields that are not taken as they are.
        mend: What a grouping does to the fields at last.
    """

    def __init__(
        self,
        cls: type[Any],
        fields: Mapping[str, Spelling | Each | One] = _NONE,
        mend: _Mend | None = None,
    ) -> None:
        self.cls: Final = cls
        self.fields: Final = fields
        self.mend: Final = mend
        self._steps: Final = [
            (name, how.__getitem__ if isinstance(how, Spelling) else how.reader())
            for name, how in fields.items()
        ]

    def __call__(self, exact: Model) -> Any:
        """Returns what becomes of an object of the version."""
        fields = exact.__dict__.copy()
        for name, convert in self._steps:
            fields[name] = convert(fields[name])
        if self.mend is not None:
            self.mend(fields)
        return build(self.cls, fields)


class Made:
    """A reader for a type that is something else in the version.

    Attributes:
        cls: The type of ours.
        function: What makes its fields of those of the version.
    """

    def __init__(
        self, cls: type[Any], function: Callable[[Fields, Inner], Fields]
    ) -> None:
        self.cls: Final = cls
        self.function: Final = function

    def __call__(self, exact: Model) -> Any:
        """Returns what becomes of an object of the version."""
        return build(self.cls, self.function(exact.__dict__, _CONVERTING))


class Grouped:
    """A reader for a type that a grouping makes.

    Attributes:
        function: What makes it of the fields of the version.
    """

    def __init__(self, function: Callable[[Fields, Inner], Any]) -> None:
        self.function: Final = function

    def __call__(self, exact: Model) -> Any:
        """Returns what becomes of an object of the version."""
        return self.function(exact.__dict__, _CONVERTING)


Reader: TypeAlias = Alike | Made | Grouped
grouped: Final = Grouped


def made(cls: type[Any]) -> Callable[[Callable[[Fields, Inner], Fields]], Made]:
    """Makes a reader of a function that returns the fields of a type."""
    return partial(Made, cls)


# Writing


class AlikeWriter:
    """A writer for a type that has the same fields in the version.

    Args:
        cls: The type of the version.
        tables: What becomes of values of enumerations.
        spared: What a grouping makes of the object at first: fields without defaults.
    """

    def __init__(
        self,
        cls: type[Any],
        tables: Mapping[str, Spelling] = _NONE,
        spared: Callable[[Any], Fields] | None = None,
    ) -> None:
        self._cls: Final = cls
        self._tables: Final = list(tables.items())
        self._spared: Final = spared

    def __call__(self, message: Model, build: Build = build) -> Any:
        """Returns what becomes of an object of ours."""
        spared = self._spared
        fields = message.__dict__.copy() if spared is None else spared(message)
        for name, table in self._tables:
            fields[name] = table[fields[name]]
        return build(self._cls, fields)


def inner(
    place: str, convert: Callable[[T, Build], Any], value: T | None, build: Build
) -> Any:
    """Converts the object that a field holds, if it does."""
    if value is None:
        return None
    try:
        return convert(value, build)
    except Unfit as unfit:
        raise unfit.below(place) from None


def inner_each(
    place: str, convert: Callable[[T, Build], Any], values: Sequence[T], build: Build
) -> tuple[Any, ...]:
    """Converts the objects in a list."""
    try:
        return tuple([convert(value, build) for value in values])
    except Unfit:
        raise _first_unfit(place, lambda value: convert(value, build), values) from None


def too_long(most: int, *place: str | int) -> NoReturn:
    """Refuses text.

    Raises:
        Unfit: Always.
    """
    sentence = f"text has at most {most} characters"
    raise Unfit(sentence, ViolationKind.LENGTH, *place)


def up_to(place: str, most: int, texts: Sequence[str]) -> Sequence[str]:
    """Returns texts that have to be short enough."""
    for index, text in enumerate(texts):
        if len(text) > most:
            too_long(most, place, index)
    return texts


def at_least(place: str, least: int, items: Sequence[T]) -> Sequence[T]:
    """Returns a list that has to have some items."""
    if len(items) < least:
        raise Unfit(f"at least {least} is needed", ViolationKind.COUNT, place)
    return items


def nowhere(place: str, value: T, default: T | None = None) -> None:
    """Refuses a value that the other side has no field for, unless it says nothing."""
    if value != default:
        raise Unfit("there is no such field", ViolationKind.EXTRA, place)
