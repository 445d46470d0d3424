"""Models to JSON and back.

Text is parsed and validated in one pass, by the rules of the wire: names as on the
wire, types as they are (`"5"` is no integer), no null for an absent field. Of
duplicate names in an object the last one counts.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import ValidationError

from .errors import DecodeError
from .model import Model

__all__ = ["dumps", "from_jsonable", "json_text", "loads", "to_jsonable"]

ModelT = TypeVar("ModelT", bound=Model)


def dumps(message: Model) -> str:
    """Returns compact JSON text with the names of the wire, without absent fields."""
    return message.__wire_serializer__.to_json(
        message, by_alias=True, exclude_none=True
    ).decode()


def loads(cls: type[ModelT], text: str | bytes) -> ModelT:
    """Returns the message or datatype that JSON text holds.

    Args:
        cls: What is expected.
        text: One JSON object; bytes are UTF-8.

    Raises:
        DecodeError: The text is something else; every violation is named.
    """
    try:
        message: ModelT = cls.__pydantic_validator__.validate_json(
            text, strict=True, by_alias=True, by_name=False
        )
    except ValidationError as error:
        raise DecodeError.of(error) from None
    return message


def to_jsonable(message: Model) -> dict[str, Any]:
    """Returns what `dumps` would write, as a plain dict."""
    jsonable: dict[str, Any] = message.__wire_serializer__.to_python(
        message, mode="json", by_alias=True, exclude_none=True
    )
    return jsonable


def from_jsonable(cls: type[ModelT], value: Any) -> ModelT:
    """Returns the message or datatype that plain data holds; the same as `loads`.

    Raises:
        DecodeError: The data is something else; every violation is named.
    """
    return loads(cls, json_text(cls, value))


def json_text(cls: type[Model], value: Any) -> str:
    """Returns plain data as JSON text that is to be read as a class.

    Raises:
        DecodeError: The data is not plain.
    """
    try:
        return json.dumps(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise DecodeError.not_json(cls.__name__, error) from None
