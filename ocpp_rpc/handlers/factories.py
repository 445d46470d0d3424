"""What makes the handler of each connection, from whatever a server is given as one.

A handler serves all connections; a function of a connection, or a class, makes one for
each. Which of the two a callable is, its signature says, so that a mistake is found
when the server is made, and not when the first station connects.
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
"""Makes the handler of a connection; None leaves the one that it may have set."""


def handler_factory(handler: Handler) -> Factory:
    """Return what makes the handler of each connection.

    Raises:
        RegistrationError: There is no such thing, or one argument may be either that of
            a handler or that of what makes handlers.
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
            "connection: annotate it, with the class of a request for a handler, or "
            "with ocpp_rpc.Connection for what makes the handler of each connection"
        )
    if inspect.iscoroutinefunction(handler):
        raise RegistrationError(
            f"{named(handler)} is asynchronous: what makes the handler of each "
            "connection returns it at once"
        )
    return cast("Factory", handler)


def _class_factory(cls: type) -> Factory:
    """Return a class that is called with each connection.

    Raises:
        RegistrationError: It cannot be, or it takes a request.
    """
    if positional_arguments(cls, 2) == 1 and first_argument(cls) != "request":
        return cast("Factory", cls)
    name = cls.__name__
    raise RegistrationError(
        f"{name} is a class that cannot be called with a connection alone: give an "
        f"instance, such as {name}(...), or a class whose __init__ takes the connection"
    )
