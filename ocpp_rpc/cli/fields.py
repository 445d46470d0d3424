"""The fields of messages by their names on the wire, for input at a prompt.

The name of a nested field has dots, and an item of an array has its number:
`meterValue.0.sampledValue.0.value`.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from itertools import chain
from typing import Annotated, Any, Final, TypeAlias, Union, cast, get_args, get_origin

from ocpp_messages import Model

__all__ = ["NOW", "Field", "fields", "payload", "values"]

NOW: Final = "now"
"""What stands for the time in a field that holds one."""

_TEXTS: Final = (str, datetime)

_Types: TypeAlias = frozenset[Any]


@dataclass(frozen=True)
class Field:
    """A field of a message.

    Attributes:
        name: The name, followed by `.` if the field has fields, and by `=` if not.
        is_required: Whether the message or datatype requires the field.
    """

    name: str
    is_required: bool


def fields(message: type[Model], path: str) -> Sequence[Field]:
    """Return the fields below a place in a message.

    Args:
        message: The message.
        path: The place: empty, or names with a dot after each.
    """
    return [
        Field(f"{name}{'.' if any(map(_is_model, kinds)) else '='}", name in required)
        for model in filter(_is_model, _at(message, path.split(".")[:-1]))
        for required in [_required(model)]
        for name, kinds in _fields(model).items()
    ]


def values(message: type[Model], path: str) -> Sequence[str]:
    """Return the values that a field may have, as far as there is a list of them."""
    return [value for kind in _at(message, path.split(".")) for value in _values(kind)]


def payload(message: type[Model], pairs: Mapping[str, str]) -> Any:
    """Return the JSON value of a message.

    Args:
        message: The message.
        pairs: The values that were typed, by path.
    """
    tree: dict[str, Any] = {}
    for path, text in pairs.items():
        names = path.split(".")
        _put(tree, names, _value(text, _at(message, names)))
    return _with_arrays(tree)


def _put(tree: dict[str, Any], names: Sequence[str], value: Any) -> None:
    """Put a value at the place of names, replacing other values on the way."""
    for name in names[:-1]:
        below = tree.get(name)
        if not isinstance(below, dict):
            below = tree[name] = {}
        tree = cast(dict[str, Any], below)
    tree[names[-1]] = value


def _with_arrays(value: Any) -> Any:
    """Return objects whose members are all numbered as arrays."""
    if not isinstance(value, dict):
        return value
    members = {
        name: _with_arrays(member)
        for name, member in cast(dict[str, Any], value).items()
    }
    if members and all(map(str.isdecimal, members)):
        return list(members.values())
    return members


def _value(text: str, kinds: _Types) -> Any:
    """Return the value of a text: the text itself for text fields, else JSON."""
    if text == NOW and datetime in kinds:
        return datetime.now(UTC).isoformat()
    if any(isinstance(kind, type) and issubclass(kind, _TEXTS) for kind in kinds):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def _values(kind: Any) -> Iterator[str]:
    if kind is bool:
        yield from ("false", "true")
    elif kind is datetime:
        yield NOW
    elif isinstance(kind, type) and issubclass(kind, Enum):
        yield from (str(member.value) for member in kind)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model)


def _at(message: type[Model], names: Sequence[str]) -> _Types:
    """Return the types at a place in a message; none if there is no such place."""
    kinds: _Types = frozenset({message})
    for name in names:
        if not name.isdecimal():
            tables = [_fields(kind) for kind in kinds if _is_model(kind)]
            kinds = _union(table[name] for table in tables if name in table)
    return kinds


def _fields(model: type[Model]) -> Mapping[str, _Types]:
    return {
        field.alias or name: _types(field.annotation)
        for name, field in model.model_fields.items()
    }


def _required(model: type[Model]) -> frozenset[str]:
    return frozenset(
        field.alias or name
        for name, field in model.model_fields.items()
        if field.is_required()
    )


def _types(annotation: Any) -> _Types:
    """Return the types of an annotation; for a sequence, those of its items."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _types(arguments[0])
    if origin in {Union, types.UnionType, Sequence}:
        return _union(map(_types, arguments))
    return frozenset({annotation})


def _union(kinds: Iterable[_Types]) -> _Types:
    return frozenset(chain.from_iterable(kinds))
