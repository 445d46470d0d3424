"""Creates the handler of each connection of a server.

A handler serves all connections; a function that takes a connection, or a class,
creates a handler for each connection. The signature of a callable determines which of
the two it is, so that a mistake is found when the server is created, not when the first
station connects.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, cast

from ocpp_rpc.errors import RegistrationError

from .routing import Handler, Router, is_role, routes_of
from .signatures import first_argument, named, positional_arguments

if TYPE_CHECKING:
    from ocpp_rpc.connection.sides import BackOfficeConnection

__all__ = ["Factory", "handler_factory"]

Factory: TypeAlias = "Callable[[BackOfficeConnection], Handler]"
"""Returns the handler of a connection; None keeps a handler that it has set itself."""


def handler_factory(handler: Handler) -> Factory:
    """Return a function that returns the handler of each connection.

    Raises:
        RegistrationError: The object cannot be used as a handler, or its only argument
            may be either a request or a connection.
    """
    if inspect.isclass(handler):
        return _class_factory(handler)
    if isinstance(handler, Router) or is_role(handler) or not callable(handler):
        routes_of(handler)
        return lambda _: handler
    first = first_argument(handler)
    if positional_arguments(handler, 2) != 1 or first == "request":
        routes_of(handler)
        return lambda _: handler
    if first is None:
        raise RegistrationError(
            f"{named(handler)} takes one argument, which may be a request or a "
            "connection: annotate it with a request class if the function is a "
            "handler, or with ocpp_rpc.Connection if it returns the handler of each "
            "connection"
        )
    if inspect.iscoroutinefunction(handler):
        raise RegistrationError(
            f"{named(handler)} is asynchronous: a function that returns the handler "
            "of each connection has to be a plain function"
        )
    return cast("Factory", handler)


def _class_factory(cls: type) -> Factory:
    """Return a class that can be called with each connection.

    Raises:
        RegistrationError: The class cannot be called with one argument, or takes a
            request.
    """
    if positional_arguments(cls, 2) == 1 and first_argument(cls) != "request":
        return cast("Factory", cls)
    name = cls.__name__
    raise RegistrationError(
        f"{name} is a class that cannot be called with a connection alone: pass an "
        f"instance, such as {name}(...), or a class whose __init__ takes the connection"
    )
