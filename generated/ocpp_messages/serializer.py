# Generated from codegen/runtime/serializer.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Writing models as JSON, and reading them.

Text is parsed and validated in one pass. Reading is strict: names are those of the
wire, types are not converted (`"5"` is not an integer), and null does not stand for an
absent field. Of duplicate names in an object the last one counts.
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
    """Return a message as compact JSON text with wire names, without absent fields."""
    return message.__wire_serializer__.to_json(
        message, by_alias=True, exclude_none=True
    ).decode()


def loads(cls: type[ModelT], text: str | bytes) -> ModelT:
    """Read a message or datatype from JSON text.

    Args:
        cls: The expected class.
        text: One JSON object; bytes are UTF-8.

    Raises:
        DecodeError: The text is not a valid message; it lists every violation.
    """
    try:
        message: ModelT = cls.__pydantic_validator__.validate_json(
            text, strict=True, by_alias=True, by_name=False
        )
    except ValidationError as error:
        raise DecodeError.of(error) from None
    return message


def to_jsonable(message: Model) -> dict[str, Any]:
    """Return a message as a dict of plain values, with the content of `dumps`."""
    jsonable: dict[str, Any] = message.__wire_serializer__.to_python(
        message, mode="json", by_alias=True, exclude_none=True
    )
    return jsonable


def from_jsonable(cls: type[ModelT], value: Any) -> ModelT:
    """Read a message or datatype from a dict of plain values; as `loads` for text.

    Raises:
        DecodeError: The data is not a valid message; it lists every violation.
    """
    return loads(cls, json_text(cls, value))


def json_text(cls: type[Model], value: Any) -> str:
    """Returns plain data as JSON text, to be read as a class.

    Raises:
        DecodeError: The data has values that JSON does not have.
    """
    try:
        return json.dumps(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise DecodeError.not_json(cls.__name__, error) from None
