# Generated from codegen/runtime/converting.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The small tools of the functions that convert between a family and its versions.

A converter takes the fields of one type and returns those of another. It is `Alike`
where the two types have the same fields, or else a function that is written out field
by field. What it builds is not validated, since what it is given has been: a message of
the version by its schema, a message of ours when it was made. So a message costs what
it takes to look at its fields and to put them into an object (`build`).

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

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache, cached_property, partial
from inspect import isclass
from types import MappingProxyType
from typing import Any, Final, NoReturn, Protocol, TypeAlias, TypeVar, cast, get_args

from pydantic import BaseModel, ValidationError

from .errors import ViolationKind
from .model import Model, OpenModel, format_date_time
from .tolerated import Tolerated, as_part, tolerated_type

__all__ = [
    "Alike",
    "AlikeWriter",
    "Build",
    "Each",
    "Fields",
    "Follows",
    "Grouped",
    "How",
    "Inner",
    "Made",
    "One",
    "Partial",
    "Reader",
    "Spelling",
    "Unfit",
    "absent",
    "at_least",
    "build",
    "converter",
    "each",
    "every",
    "filled",
    "given",
    "grouped",
    "inner",
    "inner_each",
    "known",
    "made",
    "maybe",
    "nowhere",
    "plain",
    "settled",
    "spared",
    "spelled",
    "spelling",
    "texts",
    "there",
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
    """Builds an object without validation, as if all fields were given.

    Args:
        cls: A model that neither keeps further fields nor has private ones.
        fields: The values of all fields, valid, by their names in Python and in order.
    """
    made = _new(cls)
    _set_fields(made, fields)
    _set_given(made, set(fields))
    _set_extra(made, None)
    _set_private(made, None)
    return made


def settled(value: T) -> T:
    """Validates what was built of something tolerated.

    Returns:
        The same, of which each part that is not valid is tolerated.
    """
    found: Any = value
    if isinstance(found, tuple):
        return cast(T, tuple(map(settled, cast(Sequence[object], found))))
    if not isinstance(found, Model):
        return value
    cls: Any = type(found)
    fields = {name: settled(part) for name, part in found.__dict__.items()}
    extra = dict(found.__pydantic_extra__ or {})
    if cls.model_config.get("extra") == "allow":
        fields |= extra
        extra.clear()
    if not extra:
        try:
            return cast(T, cls(**fields))
        except ValidationError:
            pass
    return cast(T, _tolerated(cls, fields, extra))


def _tolerated(cls: type[Model], fields: Fields, extra: Fields) -> Model:
    """Validates what is not valid otherwise.

    Args:
        cls: The class that was meant.
        fields: Its fields, by their names in Python.
        extra: Further ones. Their names are those of the wire, so they are put in after
            the validation, which might take one for a field of ours.
    """
    kept: Any = tolerated_type(cls)
    try:
        made: Model = kept(**{name: as_part(part) for name, part in fields.items()})
    except ValidationError as error:
        raise Unfit(error.title) from None
    if extra:
        _set_extra(made, extra)
    return made


def _kept(made: Any, exact: Any) -> Any:
    """Returns what was made of an object, with its extra fields if it was tolerated."""
    if not isinstance(exact, Tolerated) or not isinstance(made, Model):
        return made
    # What a grouping returns may be shared.
    given = made.model_fields_set
    return trusted(type(made), dict(made.__dict__), given, exact.model_extra)


# Enumerations


class Spelling(dict[Any, Any]):
    """What becomes of the values of an enumeration; the absent one is None.

    What is no value of it, and was tolerated, stays what it is.
    """

    def __missing__(self, value: T) -> T:
        return value


class Partial(Spelling):
    """What becomes of values that the other side may not have."""

    def __missing__(self, value: Any) -> NoReturn:
        raise Unfit(f"there is no such {type(value).__name__}")


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
        raise _first_unfit(convert, values).below(place) from None


def _first_unfit(convert: Callable[[T], Any], values: Sequence[T]) -> Unfit:
    for index, value in enumerate(values):
        try:
            convert(value)
        except Unfit as unfit:
            return unfit.below(index)
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
        convert: The converter.
        required: Whether the object has to be there.
    """

    convert: Callable[..., Any]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Each:
    """A field with a list.

    Attributes:
        convert: The converter of its items, or the table that they are looked up in;
            None where they stay what they are.
        empty: Whether the list is empty where it is absent on the wire.
    """

    convert: Callable[..., Any] | Spelling | None = None
    empty: bool = True


How: TypeAlias = Spelling | One | Each | Callable[[Any], Any]
"""What becomes of a field: also a check, which returns the value or raises `Unfit`."""


def converter(how: How) -> Callable[[Any], Any]:
    """Returns what converts the value of a field, if there is one."""
    match how:
        case Spelling():
            return how.__getitem__
        case One(convert):
            return convert
        case Each():
            items = how.convert
            return _itself if items is None else partial(every, converter(items))
        case _:
            return how


def _itself(value: T) -> T:
    return value


def every(convert: Callable[[T], R], values: Sequence[T]) -> tuple[R, ...]:
    """Converts the items of a list."""
    try:
        return tuple(map(convert, values))
    except Unfit:
        raise _first_unfit(convert, values) from None


@dataclass(frozen=True, slots=True)
class Follows:
    """A default that depends on another field.

    Attributes:
        field: The other field.
        table: The default for its values; None for those that are not there.
    """

    field: str
    table: Mapping[Any, Any]

    def of(self, fields: Fields) -> Any:
        """Returns the default."""
        return self.table.get(fields[self.field])


_NONE: Final[Mapping[str, Any]] = MappingProxyType({})


class Alike:
    """A reader for a type that has the same fields here as in the version, or more.

    Attributes:
        cls: The type of ours.
        fields: What becomes of the fields that are not taken as they are.
        defaults: What is meant where a field is absent: a value, or what follows from
            a field before it.
    """

    def __init__(
        self,
        cls: type[Any],
        fields: Mapping[str, How] = _NONE,
        defaults: Mapping[str, Any] = _NONE,
    ) -> None:
        self.cls: Final = cls
        self.fields: Final = fields
        self.defaults: Final = defaults
        self._steps: Final = [
            (name, converter(how), _absent(how, defaults.get(name)))
            for name, how in fields.items()
        ]
        self._following: Final = _following(defaults)
        self._blank: Final[Fields] = dict.fromkeys(cls.model_fields)
        self._is_open: Final = issubclass(cls, OpenModel)

    def __call__(self, exact: Any) -> Any:
        """Returns what becomes of an object of the version."""
        fields = {**self._blank, **exact.__dict__}
        name = ""
        try:
            for name, convert, nothing in self._steps:
                if (value := fields[name]) is not None:
                    fields[name] = convert(value)
                elif nothing is _REQUIRED:
                    there(value)
                else:
                    fields[name] = nothing
        except Unfit as unfit:
            raise unfit.below(_wire_name(exact, name)) from None
        for name, field, table in self._following:
            if fields[name] is None:
                fields[name] = table.get(fields[field])
        extra = exact.__pydantic_extra__
        extra = {**extra} if extra or self._is_open else None
        return trusted(self.cls, fields, exact.__pydantic_fields_set__.copy(), extra)


_REQUIRED: Final = object()


def _absent(how: How, default: Any) -> Any:
    """Returns what becomes of a field that is absent."""
    match how:
        case One(required=True):
            return _REQUIRED
        case Each(empty=True):
            return ()
        case Spelling() if default is None or isinstance(default, Follows):
            return how.get(None)
        case _:
            return default


def _wire_name(message: Model, name: str) -> str:
    """Returns the name on the wire of a field of a version."""
    return type(message).model_fields[name].serialization_alias or name


def _following(
    defaults: Mapping[str, Any],
) -> Sequence[tuple[str, str, Mapping[Any, Any]]]:
    return [
        (name, one.field, one.table)
        for name, one in defaults.items()
        if isinstance(one, Follows)
    ]


def _default(default: Any, fields: Fields) -> Any:
    return default.of(fields) if isinstance(default, Follows) else default


def filled(fields: Fields, defaults: Mapping[str, Any]) -> Fields:
    """Puts in what is meant where a field is absent, in order."""
    for name, default in defaults.items():
        if fields[name] is None:
            fields[name] = _default(default, fields)
    return fields


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

    def __call__(self, exact: Any) -> Any:
        """Returns what becomes of an object of the version."""
        made = build(self.cls, self.function(exact.__dict__, _CONVERTING))
        return _kept(made, exact) if exact.__pydantic_extra__ else made


class Grouped:
    """A reader for a type that a grouping makes.

    Attributes:
        function: What makes it of the fields of the version.
    """

    def __init__(self, function: Callable[[Fields, Inner], Any]) -> None:
        self.function: Final = function

    def __call__(self, exact: Any) -> Any:
        """Returns what becomes of an object of the version."""
        made = self.function(exact.__dict__, _CONVERTING)
        return _kept(made, exact) if exact.__pydantic_extra__ else made


Reader: TypeAlias = Alike | Made | Grouped
grouped: Final = Grouped


def made(cls: type[Any]) -> Callable[[Callable[[Fields, Inner], Fields]], Made]:
    """Makes a reader of a function that returns the fields of a type."""
    return partial(Made, cls)


# Writing


class AlikeWriter:
    """A writer for a type that has the same fields in the version, or fewer.

    Attributes:
        cls: The type of the version.
        fields: What becomes of the fields that are not taken as they are.
        defaults: What goes without saying, as for `Alike`.
        needed: The fields that have to be there.
        lacking: The fields that the version does not have.
    """

    def __init__(
        self,
        cls: type[Model],
        fields: Mapping[str, How] = _NONE,
        defaults: Mapping[str, Any] = _NONE,
        *,
        needed: Sequence[str] = (),
        lacking: Set[str] = frozenset(),
    ) -> None:
        self.cls: Final = cls
        self.fields: Final = {
            name: _sparing(how, defaults.get(name)) for name, how in fields.items()
        }
        self.defaults: Final = defaults
        self.needed: Final = needed
        self.lacking: Final = lacking
        self._steps: Final = [
            (name, converter(how)) for name, how in self.fields.items()
        ]
        self._following: Final = _following(defaults)
        self._blank: Final[Fields] = dict.fromkeys(cls.model_fields)
        self._is_open: Final = issubclass(cls, OpenModel)

    def __call__(self, message: Any, build: Build = build) -> Any:
        """Returns what becomes of an object of ours."""
        if build is plain:
            return self.plain(message)
        fields = {**self._blank, **message.__dict__}
        name = ""
        try:
            for name in self.needed:
                there(fields[name])
            for name in self.lacking:
                absent(fields.pop(name))
            for name, field, table in self._following:
                if fields[name] is table.get(fields[field]):
                    fields[name] = None
            for name, convert in self._steps:
                if (value := fields[name]) is not None:
                    fields[name] = convert(value)
        except Unfit as unfit:
            raise unfit.below(name) from None
        given = message.__pydantic_fields_set__ - self.lacking
        extra = {**message.__pydantic_extra__} if self._is_open else None
        return trusted(self.cls, fields, given, extra)

    def plain(self, message: Any) -> Fields:
        """Returns what JSON text is made of, as with `plain`, but in one step."""
        fields: Fields = message.__dict__
        written: Fields = {}
        for name, wire, spell in self._wire:
            value = fields[name]
            if value is not None and (
                spell is None or (value := spell(value)) is not None
            ):
                written[wire] = value
        for name, field, table in self._following:
            if fields[name] is table.get(fields[field]):
                written.pop(self._wire_names[name], None)
        return written

    @cached_property
    def _wire_names(self) -> Mapping[str, str]:
        return {name: wire for name, wire, _ in self._wire}

    @cached_property
    def _wire(self) -> Sequence[_Step]:
        """The fields: name, name on the wire, and what makes text of a value."""
        return [
            (name, wire, texts(how) if isinstance(how, Spelling) else spell)
            for name, wire, spell in _wire_steps(self.cls)
            for how in [self.fields.get(name)]
        ]


def _sparing(how: How, default: Any) -> How:
    """Returns the same, but for a default that becomes nothing."""
    if default is None or isinstance(default, Follows) or not isinstance(how, Spelling):
        return how
    return type(how)({**how, default: None})


def there(value: Any) -> None:
    """Refuses a field that the other side needs, and that is absent.

    Raises:
        Unfit: It is.
    """
    if value is None:
        raise Unfit("a value is required", ViolationKind.MISSING)


def absent(value: Any) -> None:
    """Refuses the value of a field that the other side does not have.

    Raises:
        Unfit: There is one.
    """
    if value is not None:
        raise Unfit("there is no such field", ViolationKind.EXTRA)


def texts(table: Spelling) -> Callable[[Any], Any]:
    """Returns a table with the values of members, instead of members."""
    found = {one: there and there.value for one, there in table.items()}
    return type(table)(found).__getitem__


def spared(message: Any, defaults: Mapping[str, Any]) -> Fields:
    """Returns the fields of a message, those that go without saying as None."""
    fields: Fields = message.__dict__
    return fields | {
        name: None
        for name, default in defaults.items()
        if fields[name] is _default(default, fields)
    }


def plain(cls: type[Model], fields: Fields) -> Fields:
    """Builds what JSON text is made of, for `Build`: as the class would be written."""
    written: Fields = {}
    for name, wire, spell in _wire_steps(cls):
        value = fields[name]
        if value is not None:
            written[wire] = value if spell is None else spell(value)
    return written


_Step: TypeAlias = tuple[str, str, Callable[[Any], Any] | None]


@cache
def _wire_steps(cls: type[Model]) -> Sequence[_Step]:
    """Returns the fields: name, name on the wire, and what makes text of a value."""
    return [
        (name, field.serialization_alias or name, _text_of(field.annotation))
        for name, field in cls.model_fields.items()
    ]


def _text_of(hint: Any) -> Callable[[Any], Any] | None:
    """Returns what makes text of values that are no text and no number."""
    if not isclass(hint):
        return next(filter(None, map(_text_of, get_args(hint))), None)
    if issubclass(hint, datetime):
        return format_date_time
    return (
        {one: one.value for one in hint}.__getitem__ if issubclass(hint, Enum) else None
    )


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
        if build is plain and isinstance(convert, AlikeWriter):
            write = cast(Callable[[T], Fields], convert.plain)
            return tuple(map(write, values))
        return tuple([convert(value, build) for value in values])
    except Unfit:
        unfit = _first_unfit(lambda value: convert(value, build), values)
        raise unfit.below(place) from None


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
