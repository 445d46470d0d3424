"""The bases of every message and datatype, and the kinds of values they hold.

A model is an immutable value. Its fields have Python names and are given by keyword;
the names on the wire stand beside them as aliases and are used by the serializers
only. `None` is a field that is absent; on the wire, null is not a substitute for
leaving a field out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Generic, Self, TypeVar, cast, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    SerializerFunctionWrapHandler,
    model_serializer,
)
from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

__all__ = [
    "Array",
    "DateTime",
    "Json",
    "Model",
    "Omittable",
    "OpenModel",
    "Request",
    "Send",
    "Uri",
]

ResponseT_co = TypeVar("ResponseT_co", covariant=True)


class Model(BaseModel):
    """The base of every message and datatype."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=False,
        allow_inf_nan=False,
        hide_input_in_errors=True,
        defer_build=True,
    )

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """Returns a copy; changed fields are validated like those of a new object."""
        if update is None:
            return super().model_copy(deep=deep)
        copied = super().model_copy(deep=deep)
        return type(self)(**{**dict(copied), **update})

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        return [(k, v) for k, v in super().__repr_args__() if v is not None]


class Request(Generic[ResponseT_co]):
    """The base of requests; its argument is the response, for type checkers."""

    __slots__ = ()


class Send:
    """The base of messages that are not answered (OCPP 2.1 part 4, 4.2.4)."""

    __slots__ = ()


@dataclass(frozen=True)
class Array:
    """An array: annotated as a Sequence, stored as a tuple.

    Attributes:
        min_items: The least number of items.
        max_items: The greatest number of items.
    """

    min_items: int | None = None
    max_items: int | None = None

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
                self._check_min_items, schema
            )
        return core_schema.nullable_schema(schema) if optional else schema

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


class Omittable:
    """A field that may be absent: None in Python, never null on the wire."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        schema = handler(source)
        if schema["type"] != "nullable":  # any value: null is one of them
            return schema
        return core_schema.json_or_python_schema(
            json_schema=schema["schema"], python_schema=schema
        )


class _DateTimeSchema:
    """Text of RFC 3339 or, in Python, a datetime; with a time zone in any case."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        from_text = core_schema.no_info_after_validator_function(
            _parse_date_time, core_schema.str_schema()
        )
        from_object = core_schema.no_info_after_validator_function(
            _to_milliseconds, core_schema.datetime_schema(tz_constraint="aware")
        )
        return core_schema.json_or_python_schema(
            json_schema=from_text,
            python_schema=core_schema.union_schema([from_object, from_text]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _format_date_time, when_used="json-unless-none"
            ),
        )


def _parse_date_time(text: str) -> datetime:
    if _RFC_3339.fullmatch(text):
        try:
            return _to_milliseconds(datetime.fromisoformat(text.upper()))
        except ValueError:  # right in form, but there is no such day or time
            pass
    raise PydanticCustomError(
        "datetime_format", "Input should be a date-time with a time zone (RFC 3339)"
    )


def _to_milliseconds(moment: datetime) -> datetime:
    beyond = moment.microsecond % 1000
    return moment.replace(microsecond=moment.microsecond - beyond) if beyond else moment


def _format_date_time(moment: datetime) -> str:
    precision = "milliseconds" if moment.microsecond else "seconds"
    text = moment.astimezone(UTC).isoformat(timespec=precision)
    return text.removesuffix("+00:00") + "Z"


_RFC_3339: Final = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)

DateTime = Annotated[datetime, _DateTimeSchema]
"""A moment with a time zone, to the millisecond.

OCPP allows three decimals at the most (1.6 3.12; 2.0.1 part 2, 2.1.3); finer ones are
cut off. Written in UTC as RFC 3339, for example `2026-01-31T12:00:00.500Z`.
"""


def _check_uri(text: str) -> str:
    if _URI.fullmatch(text):
        return text
    raise PydanticCustomError("uri_format", "Input should be a URI (RFC 3986)")


_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*")

Uri = Annotated[str, AfterValidator(_check_uri)]
"""A URI with its scheme (RFC 3986 3), kept as text."""


def _check_finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        raise PydanticCustomError("finite_number", "Input should be a finite number")
    for item in _items(value):
        _check_finite(item)
    return value


def _items(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return cast(dict[str, Any], value).values()
    return cast(Sequence[Any], value) if isinstance(value, (list, tuple)) else ()


Json = Annotated[Any, AfterValidator(_check_finite)]
"""Any value that JSON can hold; kept as it is."""


class OpenModel(Model):
    """The base of types that keep fields they do not name, null ones included."""

    model_config = ConfigDict(extra="allow")

    # pydantic reads this annotation to validate the fields that have no name.
    __pydantic_extra__: dict[str, Json]  # pyright: ignore[reportIncompatibleVariableOverride]

    @model_serializer(mode="wrap", when_used="unless-none")
    def _with_null_extras(self, handler: SerializerFunctionWrapHandler) -> Any:
        data = handler(self)
        if self.model_extra:
            data.update((k, v) for k, v in self.model_extra.items() if v is None)
        return data
