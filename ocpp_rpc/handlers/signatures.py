"""The signatures of functions, and their names in error texts.

The signature of a function is inspected once, when it is registered, because
`inspect.signature` takes as long as handling a call. This module knows no handlers,
only functions.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from types import UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    Union,
    get_args,
    get_origin,
)

from ocpp_messages import Model, Request, Send

__all__ = ["First", "first_argument", "named", "positional_arguments"]

First: TypeAlias = Literal["connection", "request"]
"""The kind of the first argument of a function."""

# Compared by name, because connections import handlers and not the other way round.
_CONNECTION: Final = ("ocpp_rpc.connection.connection", "Connection")
_CONNECTIONS: Final = ("Connection", "StationConnection", "BackOfficeConnection")


def positional_arguments(function: Any, most: int) -> int:
    """Return the number of positional arguments to call a function with.

    This is the number of required ones, but at least one. Parameters with a default are
    not passed.

    Args:
        function: Any object.
        most: The number of arguments that are available.

    Returns:
        The number; zero if the object is not callable, or not with these arguments.
    """
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return 0
    parameters = signature.parameters.values()
    required = [p for p in parameters if p.kind in _POSITIONAL and p.default is p.empty]
    takes_any = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    count = most if takes_any else max(1, len(required))
    try:
        signature.bind(*range(count))
    except TypeError:
        return 0
    return count if count <= most else 0


_POSITIONAL: Final = (
    inspect.Parameter.POSITIONAL_ONLY,
    inspect.Parameter.POSITIONAL_OR_KEYWORD,
)


def first_argument(function: Callable[..., Any]) -> First | None:
    """Return the kind of a function's first argument, by annotation or else by name.

    Returns:
        None if neither the annotation nor the name is known.
    """
    parameter = _first_parameter(function)
    if parameter is None:
        return None
    annotation = parameter.annotation
    if annotation in (parameter.empty, Any, object):
        return _NAMES.get(parameter.name.strip("_"))
    return _meant(annotation)


_NAMES: Final[dict[str, First]] = {"connection": "connection", "request": "request"}


def _first_parameter(function: Callable[..., Any]) -> inspect.Parameter | None:
    """Return the first parameter; its annotation is a str if it cannot be evaluated."""
    try:
        signature = inspect.signature(function, eval_str=True)
    except Exception:  # noqa: BLE001 - whatever evaluating an annotation raises
        try:
            signature = inspect.signature(function)
        except (TypeError, ValueError):
            return None
    parameters = (p for p in signature.parameters.values() if p.kind in _POSITIONAL)
    return next(parameters, None)


def _meant(annotation: Any) -> First | None:
    """Return the kind of argument that an annotation denotes."""
    if isinstance(annotation, str):  # its class is imported for type checkers only
        name = annotation.strip("'\"").partition("[")[0].rpartition(".")[2]
        if name in _CONNECTIONS:
            return "connection"
        return "request" if name.endswith("Request") else None
    origin = get_origin(annotation)
    if origin is Annotated:
        return _meant(get_args(annotation)[0])
    if origin in (Union, UnionType):
        meant: set[First | None] = {_meant(each) for each in get_args(annotation)}
        return meant.pop() if len(meant) == 1 else None
    return _class_meant(annotation if origin is None else origin)


def _class_meant(cls: Any) -> First | None:
    if not inspect.isclass(cls):
        return None
    if any((c.__module__, c.__qualname__) == _CONNECTION for c in cls.__mro__):
        return "connection"
    return "request" if issubclass(cls, (Model, Request, Send)) else None


def named(value: Any) -> str:
    """Return the name of a function, a class or any other object for an error text.

    For a function, this includes the file and the line, because the name of a lambda
    says nothing.
    """
    if isinstance(value, partial):
        return f"a partial of {named(value.func)}"
    name = getattr(value, "__qualname__", None)
    if not isinstance(name, str):
        return f"an object of the class {type(value).__qualname__}"
    name = name.replace(".<locals>", "")
    code = getattr(inspect.unwrap(value), "__code__", None)
    if code is None:
        return name
    return f"{name} ({PurePath(code.co_filename).name}:{code.co_firstlineno})"
