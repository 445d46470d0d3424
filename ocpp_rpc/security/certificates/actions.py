"""Handlers by action, for all versions whose messages about certificates are alike.

Those of 1.6 (security white paper), 2.0.1 and 2.1 differ in names of values and in
optional fields. Those of 2.0 differ in more, and are left to programs.

A handler is found by its action: naming the request classes would load the packages of
all versions, which takes tenths of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from ocpp_messages import Procedure
from ocpp_rpc.errors import NotInVersion
from ocpp_rpc.handlers.routing import Route, Router

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["VERSIONS", "ActionRouter", "ask", "check_known", "message", "response"]

VERSIONS: Final = frozenset({"1.6", "2.0.1", "2.1"})
"""The versions whose messages are alike."""

_OTHERS: Final = ("ocpp_messages.v15.", "ocpp_messages.v20.")

_LONGEST_INFO: Final = 512


class ActionRouter(Router):
    """A router that has handlers by action as well.

    Args:
        handlers: What answers, by action.
        afters: What runs once it is answered, by action.
    """

    def __init__(
        self,
        handlers: Mapping[str, Callable[..., Any]],
        afters: Mapping[str, Callable[..., Any]],
    ) -> None:
        super().__init__()
        self._handlers = handlers
        self._afters = afters

    def find(self, procedure: Procedure) -> Route | None:
        """Return the route for a message; None if it has no handler."""
        handler = self._handlers.get(procedure.action)
        if handler is None or procedure.request.__module__.startswith(_OTHERS):
            return super().find(procedure)
        after = self._afters.get(procedure.action)
        return Route(handler, after=after, message=procedure.request)


def check_known(connection: Connection, action: str) -> None:
    """Check that the version of a connection has an action as it is meant here.

    Raises:
        NotInVersion: It does not.
    """
    package = connection.package
    if package.VERSION not in VERSIONS or action not in package.PROCEDURES:
        raise NotInVersion(f"{action} of OCPP {package.VERSION} is not supported here")


def message(connection: Connection, action: str, payload: Mapping[str, Any]) -> Any:
    """Return a request in the version of a connection.

    Raises:
        NotInVersion: The version does not have it.
        ValueError: That is not what it holds.
    """
    check_known(connection, action)
    package = connection.package
    request: Any = package.PROCEDURES[action].request
    return package.from_jsonable(request, _without_nones(payload))


def response(
    connection: Connection,
    action: str,
    status: str,
    *,
    reason: str | None = None,
    detail: str = "",
    **payload: Any,
) -> Any:
    """Return a response in the version of a connection.

    Args:
        connection: The connection.
        action: The action.
        status: The status.
        reason: The reason code of 2.x; None: there is none.
        detail: What goes with it, for a person.
        payload: The other members.
    """
    package = connection.package
    cls: Any = package.PROCEDURES[action].response
    info = {"reasonCode": reason, "additionalInfo": detail[:_LONGEST_INFO] or None}
    if reason is not None and "status_info" in cls.model_fields:
        payload["statusInfo"] = _without_nones(info)
    return package.from_jsonable(cls, _without_nones({"status": status, **payload}))


async def ask(connection: Connection, action: str, **payload: Any) -> Any:
    """Send a request in the version of a connection; return the response.

    Raises:
        OcppRpcError: As for `Connection.call`; NotInVersion as for `message`.
    """
    request = message(connection, action, payload)
    return await connection.call(request)


def _without_nones(payload: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in payload.items() if value is not None}
