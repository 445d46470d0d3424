# Generated from the schemas of OCPP 2.1 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Writes and reads the messages and datatypes of OCPP 2.1."""

from typing import Any, TypeVar

from ocpp_messages import serializer
from ocpp_messages.v21.base import Model

__all__ = ["dumps", "from_jsonable", "loads", "to_jsonable"]

ModelT = TypeVar("ModelT", bound=Model)


def dumps(message: Model) -> str:
    """Returns compact JSON text with the names of the wire, without absent fields.

    Raises:
        TypeError: The message is not of OCPP 2.1.
    """
    _check(type(message))
    return serializer.dumps(message)


def loads(cls: type[ModelT], text: str | bytes) -> ModelT:
    """Returns the message or datatype that JSON text holds; bytes are UTF-8.

    Raises:
        TypeError: The class is not of OCPP 2.1.
        DecodeError: The text is something else; every violation is named.
    """
    _check(cls)
    return serializer.loads(cls, text)


def to_jsonable(message: Model) -> dict[str, Any]:
    """Returns what `dumps` would write, as a plain dict; raises the same."""
    _check(type(message))
    return serializer.to_jsonable(message)


def from_jsonable(cls: type[ModelT], value: Any) -> ModelT:
    """Returns the message or datatype that plain data holds; raises like `loads`."""
    _check(cls)
    return serializer.from_jsonable(cls, value)


def _check(cls: type[object]) -> None:
    if not issubclass(cls, Model):
        raise TypeError(f"{cls.__qualname__} is no type of OCPP 2.1")
