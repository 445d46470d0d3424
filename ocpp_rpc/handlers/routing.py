"""Handlers: which function handles which message.

A handler is one of the following, and `routes_of` converts each to `Routes`:

* a `Router`, whose `on` registers one function per message;
* an instance of a generated role class, whose methods are the handlers of its version;
  a method that is not overridden is not a handler;
* a function, which handles every message;
* None: there are no handlers;
* a `PerConnection`, which returns the routes of each connection (`bind`).

A handler for a message of `v1x` or `v2x` serves all versions of the family. A handler
for the message of a specific version takes precedence
(`ocpp_rpc.handlers.independent`).

A function takes the request and, optionally, the connection: it is called with as many
positional arguments as it requires, which are counted once, when it is registered. It
may be a coroutine function or a plain function. A plain function must not block, unless
it is registered to run in a thread.
"""

from __future__ import annotations

import inspect
import sys
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    Protocol,
    TypeAlias,
    TypeVar,
    cast,
    overload,
)

from ocpp_messages import (
    BackOfficeRequest,
    BackOfficeSend,
    EitherRequest,
    EitherSend,
    Model,
    Procedure,
    Request,
    Send,
    StationRequest,
    StationSend,
    VersionPackage,
)
from ocpp_rpc.errors import RegistrationError

from .independent import counterpart
from .signatures import first_argument, named, positional_arguments

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection
    from ocpp_rpc.connection.sides import BackOfficeConnection, StationConnection

__all__ = [
    "Handler",
    "PerConnection",
    "Route",
    "Router",
    "Routes",
    "is_role",
    "routes_for",
    "routes_of",
]

MessageT = TypeVar("MessageT", bound=Request[Any] | Send)
EitherT = TypeVar("EitherT", bound=EitherRequest[Any] | EitherSend)
StationT = TypeVar("StationT", bound=StationRequest[Any] | StationSend)
BackOfficeT = TypeVar("BackOfficeT", bound=BackOfficeRequest[Any] | BackOfficeSend)
MessageT_co = TypeVar("MessageT_co", covariant=True)
ConnectionT_co = TypeVar("ConnectionT_co", covariant=True)
ResponseT = TypeVar("ResponseT")
ResultT = TypeVar("ResultT", Awaitable[None], None)
FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])

_Function: TypeAlias = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Route:
    """The functions to call for one message.

    Attributes:
        handler: Called with the request and the connection; returns the response or an
            awaitable of it.
        in_thread: Whether to call the handler in a thread, because it blocks; default:
            False.
        after: Called with the request, the response and the connection after the reply
            is written; may return an awaitable; default: None.
        message: The message class that the handler is registered for; None if it
            handles every message.
    """

    handler: _Function
    in_thread: bool = False
    after: _Function | None = None
    message: type[Model] | None = None


class Routes(Protocol):
    """The handlers of one connection."""

    def find(self, procedure: Procedure) -> Route | None:
        """Return the route for a message; None if it has no handler."""
        ...


class PerConnection(ABC):
    """A handler that is informed of each of its connections.

    It wraps another handler, and has to be the outermost one, because a handler that is
    included in a router serves any number of connections without knowing them.
    """

    __slots__ = ()

    @abstractmethod
    def bind(self, connection: Connection) -> Routes:
        """Return the handlers of a connection, which has not started to read yet."""


class _On(Generic[MessageT_co, ConnectionT_co]):
    """The decorator that `Router.on` returns.

    Its types tie the parameters of the function to the message and to the connection of
    the receiving side, and the return value to the response of that message.
    """

    def __init__(self, register: Callable[[_Function], None]) -> None:
        self._register = register

    @overload
    def __call__(
        self: _On[Request[ResponseT], ConnectionT_co],
        function: Callable[[MessageT_co, ConnectionT_co], Awaitable[ResponseT]],
    ) -> Callable[[MessageT_co, ConnectionT_co], Awaitable[ResponseT]]: ...

    @overload
    def __call__(
        self: _On[Request[ResponseT], ConnectionT_co],
        function: Callable[[MessageT_co], Awaitable[ResponseT]],
    ) -> Callable[[MessageT_co], Awaitable[ResponseT]]: ...

    @overload
    def __call__(
        self: _On[Request[ResponseT], ConnectionT_co],
        function: Callable[[MessageT_co, ConnectionT_co], ResponseT],
    ) -> Callable[[MessageT_co, ConnectionT_co], ResponseT]: ...

    @overload
    def __call__(
        self: _On[Request[ResponseT], ConnectionT_co],
        function: Callable[[MessageT_co], ResponseT],
    ) -> Callable[[MessageT_co], ResponseT]: ...

    @overload
    def __call__(
        self: _On[Send, ConnectionT_co],
        function: Callable[[MessageT_co, ConnectionT_co], ResultT],
    ) -> Callable[[MessageT_co, ConnectionT_co], ResultT]: ...

    @overload
    def __call__(
        self: _On[Send, ConnectionT_co], function: Callable[[MessageT_co], ResultT]
    ) -> Callable[[MessageT_co], ResultT]: ...

    def __call__(self, function: _Function) -> _Function:
        self._register(function)
        return function


class Router:
    """A table of handlers by request class.

    A request class belongs to one version, so one router serves any number of versions.
    A function may be registered for several messages::

        routes = Router()

        @routes.on(v16.HeartbeatRequest)
        async def heartbeat(request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
            return v16.HeartbeatResponse(current_time=datetime.now(UTC))
    """

    def __init__(self) -> None:
        self._routes: dict[type[Model], Route] = {}
        self._after: dict[type[Model], _Function] = {}
        self._included: list[Routes] = []

    @overload
    def on(
        self, message: type[EitherT], *, in_thread: bool = False
    ) -> _On[EitherT, Connection]: ...

    @overload
    def on(
        self, message: type[StationT], *, in_thread: bool = False
    ) -> _On[StationT, BackOfficeConnection]: ...

    @overload
    def on(
        self, message: type[BackOfficeT], *, in_thread: bool = False
    ) -> _On[BackOfficeT, StationConnection]: ...

    @overload
    def on(
        self, message: type[MessageT], *, in_thread: bool = False
    ) -> _On[MessageT, Connection]: ...

    def on(self, message: Any, *, in_thread: bool = False) -> _On[Any, Any]:
        """Register the decorated function as the handler of a message.

        The function is called with the request and the connection, or with the request
        alone. It returns the response; for a message without a response (2.1), it
        returns None.

        Args:
            message: A request class, or the class of a message without a response.
            in_thread: Whether to call the function, a plain function that blocks, in a
                thread of the event loop's default pool, as `asyncio.to_thread` does. A
                station uses at most `Limits.max_threads` threads at the same time. In
                the thread, the function cannot use the connection.

        Raises:
            RegistrationError: `message` is not a request class or has a handler
                already, or the function cannot be called with these arguments.
        """
        request = _check_message(message)
        return _On(lambda function: self.add(request, function, in_thread=in_thread))

    def add(
        self,
        message: type[Model],
        function: Callable[..., Any],
        *,
        in_thread: bool = False,
    ) -> None:
        """Register a function as the handler of a message, without a decorator.

        Args:
            message: See `on`.
            function: The handler.
            in_thread: See `on`.

        Raises:
            RegistrationError: See `on`.
        """
        _check_message(message)
        if message in self._routes:
            raise RegistrationError(f"{message.__name__} has a handler already")
        if in_thread and inspect.iscoroutinefunction(function):
            raise RegistrationError(
                f"{named(function)} is asynchronous: in_thread is for plain functions"
            )
        route = _route(function)
        _check_first(function)
        self._routes[message] = replace(
            route,
            in_thread=in_thread,
            after=self._after.get(message),
            message=message,
        )

    def after(self, message: type[Request[Any]]) -> Callable[[FunctionT], FunctionT]:
        """Register the decorated function to run after a request has been answered.

        The function is called with the request, the response and the connection, or
        with the first one or two of these. It runs after the reply is written. If the
        reply is an error, it does not run.

        Raises:
            RegistrationError: `message` is not a request class or has such a function
                already, or the function cannot be called with these arguments.
        """
        request = _check_message(message)

        def register(function: FunctionT) -> FunctionT:
            if request in self._after:
                raise RegistrationError(
                    f"{request.__name__} has an after function already"
                )
            after = _adapt(function, _AFTER_ARGUMENTS)
            _check_first(function)
            self._after[request] = after
            if request in self._routes:
                self._routes[request] = replace(self._routes[request], after=after)
            return function

        return register

    def include(self, handler: Handler) -> None:
        """Add the handlers of another router or of a role object.

        Handlers registered in this router take precedence; included ones follow in the
        order in which they were included.

        Raises:
            RegistrationError: The object is not a handler, or is a `PerConnection`,
                which has to wrap this router.
        """
        if isinstance(handler, PerConnection):
            raise RegistrationError(
                f"{named(handler)} cannot be included: it has to wrap the router"
            )
        self._included.append(routes_of(handler))

    def find(self, procedure: Procedure) -> Route | None:
        """Return the route for a message; None if it has no handler.

        A handler for the message itself takes precedence over a handler for the
        corresponding message of a family.
        """
        # A fast path, because nearly every message has such a route.
        exact = self._routes.get(procedure.request)
        if exact is not None and (exact.after is not None or not self._after):
            return exact
        own = _found(self._routes, procedure)
        found = [own, *(routes.find(procedure) for routes in self._included)]
        route = _preferred([route for route in found if route is not None], procedure)
        after = self._find_after(procedure)
        return route if route is None or after is None else replace(route, after=after)

    def _find_after(self, procedure: Procedure) -> _Function | None:
        if not self._after or procedure.request in self._after:
            return self._after.get(procedure.request)
        other = counterpart(procedure)
        if other is None or other.procedure.request not in self._after:
            return None
        return other.after(self._after[other.procedure.request])


def _found(routes: Mapping[type[Model], Route], procedure: Procedure) -> Route | None:
    """Return the route in a table for a message, or for its counterpart in a family."""
    if not routes or procedure.request in routes:
        return routes.get(procedure.request)
    other = counterpart(procedure)
    if other is None or other.procedure.request not in routes:
        return None
    return other.route(routes[other.procedure.request])


def _preferred(found: Sequence[Route], procedure: Procedure) -> Route | None:
    """Return the first route, but prefer one for the message over one for a family."""
    if not found or found[0].message is None:
        return found[0] if found else None
    exact = (route for route in found if route.message is procedure.request)
    return next(exact, found[0])


Handler: TypeAlias = Router | Callable[..., Any] | object | None
"""A `Router`, an instance of a role class, a function, None, or a `PerConnection`."""


def routes_for(handler: Handler, connection: Connection) -> Routes:
    """Return the routes of a handler on a connection.

    Raises:
        RegistrationError: The object cannot be used as a handler.
    """
    if isinstance(handler, PerConnection):
        return handler.bind(connection)
    return routes_of(handler)


def routes_of(handler: Handler) -> Routes:
    """Return the routes of a handler; those of a `PerConnection` are empty here.

    Raises:
        RegistrationError: The object cannot be used as a handler.
    """
    if handler is None or isinstance(handler, PerConnection):
        return Router()
    if isinstance(handler, Router):
        return handler
    if inspect.isclass(handler):
        name = handler.__name__
        raise RegistrationError(f"{name} is a class: pass an instance of it")
    if is_role(handler):
        return _role_routes(handler)
    route = _route(handler)
    _check_first(handler)
    return _OneRoute(route)


def is_role(handler: object) -> bool:
    """Tell whether the class of an object is derived from a role class."""
    return any(map(_package_of, inspect.getmro(type(handler))))


@dataclass(frozen=True, slots=True)
class _OneRoute:
    """A function that handles every message."""

    route: Route

    def find(self, procedure: Procedure) -> Route | None:
        return self.route


@dataclass(frozen=True, slots=True)
class _RoleRoutes:
    """The methods of a role object that its class overrides."""

    routes: Mapping[type[Model], Route]

    def find(self, procedure: Procedure) -> Route | None:
        return _found(self.routes, procedure)


def _role_routes(role: object) -> _RoleRoutes:
    """Return the routes of an object whose class is derived from a role class.

    Raises:
        RegistrationError: A method cannot be called as a handler.
    """
    handled = _handled_by(cast(Hashable, type(role)))
    return _RoleRoutes(
        {
            procedure.request: replace(
                _route(getattr(role, procedure.method)), message=procedure.request
            )
            for procedure in handled
        }
    )


@lru_cache
def _handled_by(cls: type) -> Sequence[Procedure]:
    packages = filter(None, map(_package_of, cls.__mro__))
    procedures = chain.from_iterable(p.PROCEDURES.values() for p in packages)
    handled = [procedure for procedure in procedures if _overrides(cls, procedure)]
    for method in (inspect.getattr_static(cls, each.method) for each in handled):
        if inspect.isfunction(method):
            _check_first(method.__get__(cls))
    return handled


def _overrides(cls: type, procedure: Procedure) -> bool:
    """Tell whether a class overrides the generated method of an action."""
    mro, name = cls.__mro__, procedure.method
    homes = [_package_of(base) for base in mro if name in vars(base)]
    known = any(p and procedure.request in p.PROCEDURES_BY_REQUEST for p in homes)
    return known and homes[0] is None


def _package_of(cls: type) -> VersionPackage | None:
    """Return the version package that a generated role class belongs to.

    The package has to export this very class, which distinguishes it from a class of
    the user in a module that is also called `roles`.
    """
    name, _, module = cls.__module__.rpartition(".")
    package = sys.modules.get(name) if module == "roles" else None
    if getattr(package, cls.__name__, None) is not cls:
        return None
    return cast(VersionPackage, package)


def _check_message(message: Any) -> type[Model]:
    if (
        inspect.isclass(message)
        and issubclass(message, Model)
        and issubclass(message, (Request, Send))
    ):
        return message
    raise RegistrationError(f"{named(message)} is not a request class")


def _check_first(function: Any) -> None:
    """Check that the first argument of a handler is the request.

    Raises:
        RegistrationError: The first argument is the connection.
    """
    if first_argument(function) == "connection":
        raise RegistrationError(
            f"{named(function)} takes a connection first, but a handler takes the "
            "request first; only serve accepts a function that returns handlers"
        )


_HANDLER_ARGUMENTS = ("request", "connection")
_AFTER_ARGUMENTS = ("request", "response", "connection")


def _route(function: Any) -> Route:
    return Route(_adapt(function, _HANDLER_ARGUMENTS))


def _adapt(function: Any, arguments: tuple[str, ...]) -> _Function:
    """Return a function that takes all arguments and passes on those that are required.

    Raises:
        RegistrationError: The function cannot be called with the first of the
            arguments.
    """
    count = positional_arguments(function, len(arguments))
    if count == 0:
        names = ", ".join(arguments)
        raise RegistrationError(f"{named(function)} cannot be called with ({names})")
    if count == len(arguments):
        return cast(_Function, function)
    return _first(function) if count == 1 else lambda *values: function(*values[:count])


def _first(function: _Function) -> _Function:
    def call(request: Model, *_: object) -> Any:
        return function(request)

    return call
