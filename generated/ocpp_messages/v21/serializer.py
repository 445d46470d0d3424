# Generated from the schemas of OCPP 2.1 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Writes and reads the messages and datatypes of OCPP 2.1."""

from typing import Any, TypeVar

from ocpp_messages import serializer
from ocpp_messages.v21.base import Model

__all__ = ["dumps", "from_jsonable", "loads", "to_jsonable"]

ModelT = TypeVar("ModelT", bound=Model)


def dumps(message: Model) -> str:
    """Return a message as compact JSON text with wire names, without absent fields.

    Raises:
        TypeError: The message is not of OCPP 2.1.
    """
    _check(type(message))
    return serializer.dumps(message)


def loads(cls: type[ModelT], text: str | bytes) -> ModelT:
    """Read a message or datatype from JSON text.

    Args:
        cls: The expected class.
        text: One JSON object; bytes are UTF-8.

    Raises:
        TypeError: The class is not of OCPP 2.1.
        DecodeError: The text is not a valid message; it lists every violation.
    """
    _check(cls)
    return serializer.loads(cls, text)


def to_jsonable(message: Model) -> dict[str, Any]:
    """Return a message as a dict of plain values; raises as `dumps`."""
    _check(type(message))
    return serializer.to_jsonable(message)


def from_jsonable(cls: type[ModelT], value: Any) -> ModelT:
    """Read a message or datatype from a dict of plain values; raises as `loads`."""
    _check(cls)
    return serializer.from_jsonable(cls, value)


def _check(cls: type[object]) -> None:
    if not issubclass(cls, Model):
        raise TypeError(f"{cls.__qualname__} is no type of OCPP 2.1")
