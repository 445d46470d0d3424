"""Handlers for messages of OCPP 1.x, which are the same for 1.5 and 1.6.

A connection speaks one version. What is registered for a message of
`ocpp_messages.v1x` becomes a route for the message of that version: the request is
converted before the function is called, the response after. The package is never
imported here: whoever registers such a handler has done so.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from ocpp_messages import DecodeError, Model, Procedure

from .dialect import violation_code
from .errors import OcppError

if TYPE_CHECKING:
    from ocpp_messages.v1x import Serializer

    from .routing import Route

__all__ = ["Counterpart", "counterpart"]


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
            (violation,) = error.violations
            raise OcppError(violation_code(violation), str(violation)) from None


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
