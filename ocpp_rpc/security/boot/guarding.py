"""Guards: they check each message and response of a connection, in both directions.

Each subclass of `Guard` has its own rules. `Guarded` is a handler that attaches a guard
to each of its connections.
"""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from ocpp_messages import Model, NotSupported, Procedure, ProcedureKind, VersionPackage
from ocpp_rpc.errors import OcppError, RegistrationError
from ocpp_rpc.handlers.factories import handler_factory
from ocpp_rpc.handlers.routing import (
    Handler,
    PerConnection,
    Route,
    Routes,
    routes_of,
)
from ocpp_rpc.handlers.threads import call_in_thread
from ocpp_rpc.lines import about

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["Guard", "Guarded", "GuardedRoutes", "action_of"]

logger = logging.getLogger("ocpp_rpc.security")


def action_of(message: Model, package: VersionPackage) -> str | None:
    """Return the action of a message; None if the version has no such message."""
    procedure = package.PROCEDURES_BY_REQUEST.get(type(message))
    return None if procedure is None else procedure.action


class Guard(ABC):
    """Decides which messages a connection may receive and send.

    Subclasses implement the protocol `ocpp_rpc.connection.guards.Guard`.
    """

    __slots__ = ()

    def around(self, routes: Routes) -> Routes:
        """Wrap handlers, so that they get only the messages that the guard allows."""
        return GuardedRoutes(routes, self)

    @abstractmethod
    def passes(self, action: str, /) -> bool:
        """Tell whether messages of the peer currently need no check."""

    @abstractmethod
    def check(self, action: str, request: Model, /) -> Awaitable[object] | None:
        """Allow a message of the peer, or refuse it by raising an `OcppError`.

        Returns:
            None if it is allowed; otherwise an awaitable that decides in the same way.
        """

    def replied(self, action: str, response: Model, /) -> None:  # noqa: B027
        """Observe the response to a call of the peer."""

    def ask(self, message: Model, /) -> Awaitable[object] | None:
        """Allow a message of this side; by default, all are allowed."""
        return None

    def answered(self, request: Model, response: Model, /) -> None:  # noqa: B027
        """Observe the response to a call of this side."""


class Guarded(PerConnection):
    """A handler with a guard for each connection.

    The guard stays if the handler of the connection is replaced.

    Args:
        handler: Any handler; for a server, also a function that returns the handler of
            a connection.
        make_guard: A function that returns the guard of a connection, or None for no
            guard.

    Raises:
        RegistrationError: `handler` is not a handler, or is already behind a guard.
    """

    __slots__ = ("_make_guard", "_make_handler")

    def __init__(
        self, handler: Handler, make_guard: Callable[[Connection], Guard | None]
    ) -> None:
        _check_inner(handler)
        self._make_handler = handler_factory(handler)
        self._make_guard = make_guard

    def bind(self, connection: Connection) -> Routes:
        """Return the handlers of a connection, and attach a guard to it."""
        handler = self._make_handler(connection)
        _check_inner(handler)
        routes = routes_of(handler)
        guard = self._make_guard(connection)
        if guard is not None:
            connection.guard(guard)
        return routes


def _check_inner(handler: Handler) -> None:
    """Refuse a handler that is already behind a guard.

    Raises:
        RegistrationError: It is already behind a guard.
    """
    if isinstance(handler, PerConnection):
        raise RegistrationError("this handler is already behind a guard")


@dataclass(frozen=True, slots=True)
class GuardedRoutes:
    """The handlers of one connection, behind its guard."""

    routes: Routes
    guard: Guard

    def find(self, procedure: Procedure) -> Route | None:
        """Return the route for a message, behind the guard."""
        route = self.routes.find(procedure)
        if self.guard.passes(procedure.action):
            return route
        route = route or _NOBODY
        guarded = _Guarding(self.guard, procedure, route)
        return replace(route, handler=guarded, in_thread=False)


@dataclass(frozen=True, slots=True)
class _Guarding:
    """A handler of one message, behind the guard of a connection."""

    guard: Guard
    procedure: Procedure
    route: Route

    def __call__(self, request: Model, connection: Connection) -> Any:
        """Handle a message if it is allowed; return an awaitable only if needed."""
        try:
            waiting = self.guard.check(self.procedure.action, request)
        except OcppError as error:
            return self._refuse(error, connection)
        if waiting is not None:
            return self._handle_after(waiting, request, connection)
        return self._handle(request, connection)

    async def _handle_after(
        self, waiting: Awaitable[object], request: Model, connection: Connection
    ) -> Any:
        try:
            await waiting
        except OcppError as error:
            return self._refuse(error, connection)
        response = self._handle(request, connection)
        return await response if isawaitable(response) else response

    def _handle(self, request: Model, connection: Connection) -> Any:
        call: Callable[..., Any] = self.route.handler
        if self.route.in_thread:
            call = partial(call_in_thread, call, connection)
        response = call(request, connection)
        if isawaitable(response):
            return self._awaited(response)
        self._note(response)
        return response

    async def _awaited(self, waiting: Awaitable[Any]) -> Any:
        response = await waiting
        self._note(response)
        return response

    def _note(self, response: Any) -> None:
        if isinstance(response, Model):
            self.guard.replied(self.procedure.action, response)

    def _refuse(self, error: OcppError, connection: Connection) -> None:
        """Refuse a call; log a refused message that has no answer."""
        if self.procedure.kind is ProcedureKind.CALL:
            raise error
        action, why = self.procedure.action, error.description
        logger.info(
            "%r: dropped a %s: %s",
            connection.identity,
            action,
            why,
            extra=about(connection.identity, connection.version),
        )


def _not_supported(request: Model, _: Connection) -> Model:
    raise NotSupported(type(request).__name__)


_NOBODY = Route(_not_supported)
"""The route of a message without a handler."""
