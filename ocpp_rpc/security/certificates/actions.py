"""Handlers by action, for all versions whose messages about certificates are alike.

The messages of 1.6 (security white paper), 2.0.1 and 2.1 differ only in the names of
some values and in optional fields. The messages of 2.0 differ in more, so a program
that needs them has to write its own handlers.

The router finds a handler by the name of the action, because registering handlers by
request class would load the packages of all versions, which takes tenths of a second.
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
"""The versions whose messages about certificates are alike."""

_OTHERS: Final = ("ocpp_messages.v15.", "ocpp_messages.v20.")

_LONGEST_INFO: Final = 512


class ActionRouter(Router):
    """A router that also has handlers by action, whatever the version.

    Args:
        handlers: The handlers, by action.
        afters: The functions to run after the response is sent, by action.
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
        """Return the route for a message; None if the message has no handler."""
        handler = self._handlers.get(procedure.action)
        if handler is None or procedure.request.__module__.startswith(_OTHERS):
            return super().find(procedure)
        after = self._afters.get(procedure.action)
        return Route(handler, after=after, message=procedure.request)


def check_known(connection: Connection, action: str) -> None:
    """Check that this package supports an action in the version of a connection.

    Raises:
        NotInVersion: The version lacks the action, or its messages are not supported.
    """
    package = connection.package
    if package.VERSION not in VERSIONS or action not in package.PROCEDURES:
        raise NotInVersion(f"{action} of OCPP {package.VERSION} is not supported here")


def message(connection: Connection, action: str, payload: Mapping[str, Any]) -> Any:
    """Return a request in the version of a connection.

    Args:
        connection: The connection.
        action: The action of the request.
        payload: The members of the request; members that are None are left out.

    Raises:
        NotInVersion: The version lacks the action, or its messages are not supported.
        ValueError: The payload is not valid for the request.
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
        reason: The reason code of `statusInfo` in 2.x; None leaves out `statusInfo`.
        detail: A text for a person, for `statusInfo`; cut to 512 characters.
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
        NotInVersion: As for `message`.
        OcppRpcError: As for `Connection.call`.
    """
    request = message(connection, action, payload)
    return await connection.call(request)


def _without_nones(payload: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in payload.items() if value is not None}
