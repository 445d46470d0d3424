"""The base classes of messages and datatypes, and the types of their values.

A model is an immutable value. Its fields have Python names and are passed by keyword;
their names on the wire are aliases, which only the serializers use. An absent field is
`None`; on the wire, null does not stand for an absent field.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import cache, lru_cache, partial
from types import GenericAlias, MappingProxyType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Generic,
    LiteralString,
    Self,
    TypeAlias,
    TypeVar,
    cast,
    get_args,
)

from pydantic import (
    AfterValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    WithJsonSchema,
    model_serializer,
)
from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

from .uniqueness import equal_items
from .wire import FamilyModel, WireModel, without_null

__all__ = [
    "JSON_SCHEMA",
    "TOLERABLE",
    "Array",
    "BackOfficeRequest",
    "BackOfficeSend",
    "BackOfficeSide",
    "DateTime",
    "EitherRequest",
    "EitherSend",
    "Family",
    "Json",
    "Model",
    "MultipleOf",
    "Omittable",
    "OpenModel",
    "Request",
    "Send",
    "StationRequest",
    "StationSend",
    "StationSide",
    "Uri",
    "build_models",
    "format_date_time",
]

ResponseT_co = TypeVar("ResponseT_co", covariant=True)


class Model(WireModel):
    """The base of every message and datatype."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=False,
        allow_inf_nan=False,
        hide_input_in_errors=True,
        defer_build=True,
        # What was read with tolerance is of a subclass: see `tolerance`.
        revalidate_instances="subclass-instances",
    )

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """Return a copy; changed fields are validated like those of a new object.

        Args:
            update: New values, by the Python name of their field.
            deep: Whether to copy the values, too.

        Raises:
            ValidationError: The changed object would not be valid.
        """
        copied = super().model_copy(deep=deep)
        if update is None:
            return copied
        changed = type(self)(**(copied.__dict__ | dict(update)))
        if copied.model_extra and changed.model_extra is not None:
            for name, value in copied.model_extra.items():
                changed.model_extra.setdefault(name, value)
        return changed

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        return [(k, v) for k, v in super().__repr_args__() if v is not None]


class Family(Model, FamilyModel):
    """The base of messages that are independent of the version."""


class StationSide:
    """The station as a sender, for type checkers only; it has no instances."""


class BackOfficeSide:
    """The back office as a sender, for type checkers only; it has no instances."""


_EitherSide: TypeAlias = StationSide | BackOfficeSide

if TYPE_CHECKING:
    from typing_extensions import TypeVar as TypeVarWithDefault

    SenderT_contra = TypeVarWithDefault(
        "SenderT_contra", contravariant=True, default=Any
    )
    StationT_contra = TypeVarWithDefault(
        "StationT_contra", contravariant=True, default=StationSide
    )
    BackOfficeT_contra = TypeVarWithDefault(
        "BackOfficeT_contra", contravariant=True, default=BackOfficeSide
    )
else:
    SenderT_contra = TypeVar("SenderT_contra", contravariant=True)
    StationT_contra = TypeVar("StationT_contra", contravariant=True)
    BackOfficeT_contra = TypeVar("BackOfficeT_contra", contravariant=True)


class _Sent:
    """What may be given arguments for type checkers: any number, at no cost.

    Before 3.13, the type variables of Python have no defaults, so `Generic` would not
    let an argument be left out.
    """

    __slots__ = ()

    if not TYPE_CHECKING:
        __class_getitem__ = classmethod(GenericAlias)


class Request(_Sent, Generic[ResponseT_co, SenderT_contra]):
    """The base of requests; its type arguments are for type checkers.

    The first argument is the class of the response. The second, optional one is the
    side that may send the request: `StationSide`, `BackOfficeSide`, or a union of both.
    `Request[R]` is a request of either side, which every connection accepts.
    """

    __slots__ = ()


class StationRequest(Request[ResponseT_co, StationT_contra]):
    """The base of requests that a station may send; its argument: the response."""

    __slots__ = ()


class BackOfficeRequest(Request[ResponseT_co, BackOfficeT_contra]):
    """The base of requests that a back office may send; its argument: the response."""

    __slots__ = ()


class EitherRequest(
    StationRequest[ResponseT_co, _EitherSide],
    BackOfficeRequest[ResponseT_co, _EitherSide],
):
    """The base of requests that both sides may send; its argument: the response."""

    __slots__ = ()


class Send(_Sent, Generic[SenderT_contra]):
    """The base of messages that have no response (OCPP 2.1 part 4, 4.2.4).

    The optional type argument is the side that may send the message.
    """

    __slots__ = ()


class StationSend(Send[StationT_contra]):
    """The base of messages without a response that a station may send."""

    __slots__ = ()


class BackOfficeSend(Send[BackOfficeT_contra]):
    """The base of messages without a response that a back office may send."""

    __slots__ = ()


class EitherSend(StationSend[_EitherSide], BackOfficeSend[_EitherSide]):
    """The base of messages without a response that both sides may send."""

    __slots__ = ()


TOLERABLE: Final[Mapping[str, Any]] = MappingProxyType({"ocpp_tolerable": True})
"""Marks a check in a core schema that messages which were tolerated do without."""


@dataclass(frozen=True)
class Array:
    """An array: annotated as a Sequence, stored as a tuple.

    Attributes:
        min_items: The least number of items.
        max_items: The greatest number of items.
        unique: Whether no two items may be equal, as values of JSON.
    """

    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        optional = type(None) in get_args(source)
        sequence = get_args(source)[0] if optional else source
        (item,) = get_args(sequence)
        schema: core_schema.CoreSchema = core_schema.tuple_variable_schema(
            handler.generate_schema(item), max_length=self.max_items
        )
        if self.min_items is not None:
            schema = core_schema.no_info_after_validator_function(
                self._check_min_items, schema, metadata={**TOLERABLE}
            )
        if self.unique:
            schema = core_schema.no_info_after_validator_function(_check_unique, schema)
        return core_schema.nullable_schema(schema) if optional else schema

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        found = handler(schema)
        told = {"minItems": self.min_items, "uniqueItems": self.unique}
        for part in found.get("anyOf", [found]):
            if part.get("type") == "array":
                part.update({name: value for name, value in told.items() if value})
        return found

    def _check_min_items(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        # Not left to the schema: that counts the items that are valid.
        if self.min_items is not None and len(items) < self.min_items:
            raise PydanticKnownError(
                "too_short",
                {
                    "field_type": "Array",
                    "min_length": self.min_items,
                    "actual_length": len(items),
                },
            )
        return items


def _check_unique(items: tuple[Any, ...]) -> tuple[Any, ...]:
    try:
        equal = equal_items(items)
    except RecursionError:
        raise _no_json("Input should not be nested so deeply") from None
    if equal is not None:
        raise PydanticCustomError(
            "items_not_unique",
            "Items should be unique, but {first} and {second} are equal",
            {"first": equal[0], "second": equal[1]},
        )
    return items


@dataclass(frozen=True)
class MultipleOf:
    """A number that is a multiple of a step, decided in decimal.

    In binary floating point 0.3 is no multiple of 0.1, and with the allowance that
    pydantic makes for it 21.4000000001 is one.

    Attributes:
        step: The step, greater than 0.
    """

    step: float

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        schema = handler(source)
        if schema["type"] == "nullable":
            return core_schema.nullable_schema(self._checked(schema["schema"]))
        return self._checked(schema)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        found = handler(schema)
        for part in found.get("anyOf", [found]):
            if part.get("type") == "number":
                part["multipleOf"] = self.step
        return found

    def _checked(self, schema: core_schema.CoreSchema) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            _check_multiple(self.step), schema, metadata={**TOLERABLE}
        )


def _check_multiple(step: float) -> Callable[[float], float]:
    exact = Fraction(str(step))
    # How many steps make 1: 10 of 0.1; 0 where that is no integer, as for 0.3.
    parts = float(exact.denominator) if exact.numerator == 1 else 0.0

    def check(value: float) -> float:
        # To the nearest number of steps, and back: division rounds to the nearest
        # float, and so does whoever reads the decimal. Calls would double the cost.
        if parts and (value * parts + _ROUND - _ROUND) / parts == value:
            return value
        # The above says no to great multiples.
        if Fraction(repr(value)) % exact == 0:
            return value
        raise PydanticKnownError("multiple_of", {"multiple_of": step})

    return check


# A float of this size has no places after the point: to add it rounds to an integer.
_ROUND: Final = 1.5 * 2.0**52


class Omittable:
    """A field that may be absent: None in Python, never null on the wire."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        schema = cast(core_schema.NullableSchema, handler(source))
        return core_schema.json_or_python_schema(
            json_schema=schema["schema"], python_schema=schema
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # Not that of JSON: what annotations know about their schemas is lost there.
        python = cast(core_schema.JsonOrPythonSchema, schema)["python_schema"]
        return without_null(handler(python))


class _DateTimeSchema:
    """Text of RFC 3339 or, in Python, also a datetime; with a time zone in any case."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.json_or_python_schema(
            json_schema=core_schema.no_info_after_validator_function(
                _parse_date_time, core_schema.str_schema()
            ),
            python_schema=core_schema.no_info_plain_validator_function(
                _check_date_time
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(
                format_date_time, when_used="json-unless-none"
            ),
        )


def _check_date_time(value: Any) -> datetime:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return _to_milliseconds(value)
    return _parse_date_time(value if isinstance(value, str) else "")


def _parse_date_time(text: str) -> datetime:
    if _RFC_3339.fullmatch(text):
        try:
            return _to_milliseconds(datetime.fromisoformat(text.upper()))
        except ValueError:  # right in form, but there is no such day
            pass
    raise _no_date_time()


def _to_milliseconds(moment: datetime) -> datetime:
    if moment.tzinfo is not UTC:
        try:
            moment = moment.astimezone(UTC)
        except OverflowError:
            raise _no_date_time() from None
    beyond = moment.microsecond % 1000
    return moment - beyond * _MICROSECOND if beyond else moment


def _no_date_time() -> PydanticCustomError:
    return PydanticCustomError(
        "datetime_format", "Input should be a date-time with a time zone (RFC 3339)"
    )


def format_date_time(moment: datetime) -> str:
    """Returns a moment in UTC as it stands on the wire."""
    since = moment - _EPOCH
    text = _format_second(since.days, since.seconds)
    beyond = since.microseconds
    return f"{text}.{beyond // 1000:03}Z" if beyond else f"{text}Z"


@lru_cache
def _format_second(days: int, seconds: int) -> str:
    """Returns a moment as text, to the second; what is written now shares its second.

    Args:
        days: How many days it is from the epoch.
        seconds: How many seconds more.
    """
    moment = _EPOCH + timedelta(days, seconds)
    return moment.isoformat(timespec="seconds").removesuffix("+00:00")


_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_TIME: Final = r"([01]\d|2[0-3]):[0-5]\d"
_RFC_3339: Final = re.compile(
    rf"\d{{4}}-\d\d-\d\d[Tt ]{_TIME}:[0-5]\d(\.\d+)?([Zz]|[+-]{_TIME})", re.ASCII
)

DateTime = Annotated[
    datetime,
    _DateTimeSchema,
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A moment in UTC, to the millisecond.

Read with any offset; naive ones are refused. OCPP allows three decimals at the most
(1.6 3.12; 2.0.1 part 2, 2.1.3): finer ones are cut off. Written as RFC 3339, for
example `2026-01-31T12:00:00.500Z`.
"""


def _check_uri(text: str) -> str:
    if _URI.fullmatch(text):
        return text
    raise PydanticCustomError("uri_format", "Input should be a URI (RFC 3986)")


_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*")

Uri = Annotated[
    str, AfterValidator(_check_uri), WithJsonSchema({"type": "string", "format": "uri"})
]
"""A URI with its scheme (RFC 3986 3), kept as text."""


class _JsonSchema:
    """What a JSON parser makes; in Python it has to be that already."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return {**JSON_SCHEMA}


def _check_json(value: Any) -> Any:
    try:
        _check_value(value)
    except RecursionError:
        raise _no_json("Input should not be nested so deeply") from None
    return value


def _check_value(value: Any) -> None:
    if isinstance(value, dict):
        for name, item in cast(dict[object, Any], value).items():
            _check_value(name if isinstance(name, str) else _NO_NAME)
            _check_value(item)
    elif isinstance(value, list):
        for item in cast(list[object], value):
            _check_value(item)
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise PydanticCustomError(
                "finite_number", "Input should be a finite number"
            )
    elif isinstance(value, str):
        if not value.isascii():
            _check_text(value)
    elif value is not None and not isinstance(value, int):
        raise _no_json("Input should be a value of JSON")


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _no_json("Input should have no surrogate without its pair") from None


def _no_json(sentence: LiteralString) -> PydanticCustomError:
    return PydanticCustomError("json_type", sentence)


_NO_NAME: Final = object()

JSON_SCHEMA: Final = core_schema.no_info_plain_validator_function(_check_json)
"""The schema of `Json`."""

Json = Annotated[Any, _JsonSchema, WithJsonSchema({})]
"""Any value that JSON can hold: None, bool, int, finite float, str, list, dict."""


class OpenModel(Model):
    """The base of types that keep fields they do not name, null ones included."""

    model_config = ConfigDict(extra="allow")

    if not TYPE_CHECKING:  # pydantic reads it; for type checkers it would be a field
        __pydantic_extra__: dict[str, Json]

    @model_serializer(mode="wrap", when_used="unless-none")
    def _with_null_extras(self, handler: SerializerFunctionWrapHandler) -> Any:
        data = handler(self)
        if self.model_extra:
            data.update((k, v) for k, v in self.model_extra.items() if v is None)
        return data

    @classmethod
    def _reading(cls, fields: core_schema.CoreSchema) -> core_schema.CoreSchema:
        # Within the schema of the model and not around it: pydantic-core would take
        # the validator of the class for that of a part, and then check twice.
        return core_schema.no_info_after_validator_function(
            partial(_without_fields_in_extras, cls), fields
        )


def _without_fields_in_extras(cls: type[Model], state: _State) -> _State:
    """Refuses a field under its name on the wire, which only a reader may use."""
    if extras := state[1]:
        for name, wire in _wire_names(cls).items():
            if wire in extras:
                raise PydanticCustomError(
                    "extra_forbidden",
                    "Input should give {wire} as {name}",
                    {"name": name, "wire": wire},
                )
    return state


# What an object is made of: its fields, what else was given, and the names of both.
_State: TypeAlias = tuple[dict[str, Any], dict[str, Any] | None, set[str]]


def build_models(package: object) -> None:
    """Builds the validators and serializers of the models of a package.

    Those that are built already stay. Pydantic does that under a lock of its own, so
    it may be done in a thread.

    Args:
        package: A version package, or one that extends a version.
    """
    for value in vars(package).values():
        if inspect.isclass(value) and issubclass(value, Model):
            value.model_rebuild()
            if value.__module__.endswith(".messages"):  # others are parts of these
                value.__wire_serializer__  # noqa: B018 - made when it is first used


@cache
def _wire_names(cls: type[Model]) -> dict[str, str]:
    """Returns the names of the fields on the wire, by their names in Python."""
    return {
        name: field.serialization_alias or name
        for name, field in cls.model_fields.items()
    }
