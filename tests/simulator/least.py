"""The least request of any action, built from what its class requires."""

from __future__ import annotations

import types
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from ocpp_messages import Model

__all__ = ["least"]

_VALUES: dict[Any, Any] = {
    bool: True,
    int: 1,
    float: 1.0,
    str: "https://a.b",  # several texts have to be a URI
    datetime: datetime(2026, 1, 31, 12, tzinfo=UTC),
}


def least(message: type[Model]) -> Any:
    """Return a message with the fields that it has to have, and no others."""
    return message(
        **{
            name: _value(field.annotation)
            for name, field in message.model_fields.items()
            if field.is_required()
        }
    )


def _value(kind: Any) -> Any:
    if kind in _VALUES:
        return _VALUES[kind]
    origin = get_origin(kind)
    if origin is Annotated or origin in {Union, types.UnionType}:
        return _value(get_args(kind)[0])
    if origin is Sequence:
        return [_value(get_args(kind)[0])]
    if issubclass(kind, Enum):
        return next(iter(kind))
    assert issubclass(kind, Model), kind
    return least(kind)
