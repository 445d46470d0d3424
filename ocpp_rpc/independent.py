"""Messages of OCPP 1.x, which are the same for 1.5 and 1.6, on a connection of either.

A connection speaks one version. A call with a message of `ocpp_messages.v1x` is
converted to one of that version, and its response back (`Independent`). What is
registered for such a message becomes a route for the message of the version: the
request is converted before the function is called, the response after
(`Counterpart`). The package is never imported here: whoever has such a message or
handler has done so.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from ocpp_messages import DecodeError, Model, NotExpressible, Procedure

from .dialect import payload_error
from .errors import ErrorCode, InvalidResponse, OcppError

if TYPE_CHECKING:
    from ocpp_messages.v1x import Serializer
    from ocpp_messages.v1x.base import Model as Model1x

    from .routing import Route

__all__ = ["Counterpart", "Independent", "counterpart", "independent"]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What OCPP 1.x has for an action of one version.

    Attributes:
        procedure: The same action there.
        serializer: Converts its messages.
    """

    procedure: Procedure
    serializer: Serializer

    def route(self, route: Route) -> Route:
        """Return a route for the version, of one for OCPP 1.x."""
        after = route.after and self.after(route.after)
        return replace(route, handler=self._handler(route.handler), after=after)

    def after(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return what is called with messages of the version once a reply is written.

        Args:
            function: The same for messages of OCPP 1.x.
        """

        def call(request: Model, response: Model, connection: Any) -> Any:
            read = self.serializer.read
            return function(read(request), read(response), connection)

        return call

    def _handler(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(request: Model, connection: Any) -> Any:
            response = function(self._read(request), connection)
            if inspect.isawaitable(response):
                return self._awaited(response)
            return self.serializer.express(response)

        return call

    async def _awaited(self, response: Awaitable[Any]) -> Model:
        return self.serializer.express(await response)

    def _read(self, request: Model) -> Model:
        """Return the request; one that makes no sense is answered like an invalid one.

        Raises:
            OcppError: The code is that of the violation.
        """
        try:
            return self.serializer.read(request)
        except DecodeError as error:
            raise payload_error(error) from None


@dataclass(frozen=True, slots=True)
class Independent:
    """A request of OCPP 1.x, for a connection of one version.

    Attributes:
        procedure: Its action.
        request: The request.
        serializer: Converts it.
    """

    procedure: Procedure
    request: Model1x
    serializer: Serializer

    def express(self) -> Model:
        """Return the request of the version.

        Raises:
            OcppError: NotSupported: the version cannot say that.
        """
        try:
            return self.serializer.express(self.request)
        except NotExpressible as error:
            action = self.procedure.action
            code = ErrorCode.NOT_SUPPORTED
            raise OcppError(code, str(error), action=action) from error

    def read(self, response: Model) -> Model:
        """Return the response of OCPP 1.x.

        Raises:
            InvalidResponse: It makes no sense there.
        """
        try:
            return self.serializer.read(response)
        except DecodeError as error:
            action, detail = self.procedure.action, str(error)
            raise InvalidResponse(action, detail, error.violations) from None


def independent(request: Model, version: str) -> Independent | None:
    """Return a request of OCPP 1.x together with what converts it.

    Returns:
        None if it is no such request, or if the version is none of 1.x.
    """
    v1x = sys.modules.get(_PACKAGE)
    if v1x is None or version not in v1x.VERSIONS:
        return None
    procedure = v1x.PROCEDURES_BY_REQUEST.get(type(request))
    if procedure is None:
        return None
    serializer = v1x.serializer(version)
    return Independent(procedure, cast("Model1x", request), serializer)


def counterpart(procedure: Procedure) -> Counterpart | None:
    """Return what OCPP 1.x has for an action of a version.

    Returns:
        None if the version is another one, or if nobody has imported
        `ocpp_messages.v1x` so far.
    """
    v1x = sys.modules.get(_PACKAGE)
    name = procedure.request.__module__.rpartition(".")[0]
    if v1x is None or name.rpartition(".")[0] != "ocpp_messages":
        return None
    version = getattr(sys.modules[name], "VERSION", None)
    if version not in v1x.VERSIONS:
        return None
    return Counterpart(v1x.PROCEDURES[procedure.action], v1x.serializer(version))


_PACKAGE: Final = "ocpp_messages.v1x"
