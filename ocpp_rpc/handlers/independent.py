"""Messages of OCPP 1.x, which are the same for 1.5 and 1.6, on a connection of either.

A connection speaks one version. A call with a message of `ocpp_messages.v1x` is
converted to one of that version, and its response back (`Independent`). What is
registered for such a message becomes a route for the message of the version: the
request is converted before the function is called, the response after
(`Counterpart`). The package is never imported here: whoever has such a message or
handler has done so.

On a connection that speaks an extension of a version, what the extension has made its
own is read and written by way of the version's message of that name.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

import ocpp_messages
from ocpp_messages import (
    DecodeError,
    Model,
    NotExpressible,
    Procedure,
    Tolerance,
    VersionPackage,
)
from ocpp_messages.serializer import to_jsonable
from ocpp_rpc.errors import ErrorCode, InvalidResponse, OcppError
from ocpp_rpc.protocol.error_codes import payload_error

if TYPE_CHECKING:
    from ocpp_messages.v1x import Serializer
    from ocpp_messages.v1x.base import Model as Model1x

    from .routing import Route

__all__ = ["Converter", "Counterpart", "Independent", "counterpart", "independent"]


@dataclass(frozen=True, slots=True)
class Converter:
    """Converts between OCPP 1.x and the package that a connection speaks.

    Attributes:
        serializer: Converts to the version of the package, and back.
        package: The package.
    """

    serializer: Serializer
    package: VersionPackage

    def express(self, message: Model1x) -> Model:
        """Return a message of OCPP 1.x as one of the package.

        Raises:
            NotExpressible: The version cannot say that.
        """
        return _in(self.package, self.serializer.express(message))

    def read(self, message: Model) -> Model1x:
        """Return a message of the package as one of OCPP 1.x, without added fields.

        Raises:
            DecodeError: It makes no sense there.
        """
        standard = ocpp_messages.load(self.serializer.version)
        return self.serializer.read(_in(standard, message))


def _in(package: VersionPackage, message: Model) -> Model:
    """Return a message as a package has it that extends its own, or the reverse."""
    cls: type[Model] = getattr(package, type(message).__name__)
    if isinstance(message, cls):
        return message
    return _ADDED.from_jsonable(cls, to_jsonable(message)).message


_ADDED: Final = Tolerance(extra_fields=True)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What OCPP 1.x has for an action of one version.

    Attributes:
        procedure: The same action there.
        converter: Converts its messages.
    """

    procedure: Procedure
    converter: Converter

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
            read = self.converter.read
            return function(read(request), read(response), connection)

        return call

    def _handler(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(request: Model, connection: Any) -> Any:
            response = function(self._read(request), connection)
            if inspect.isawaitable(response):
                return self._awaited(response)
            return self.converter.express(response)

        return call

    async def _awaited(self, response: Awaitable[Any]) -> Model:
        return self.converter.express(await response)

    def _read(self, request: Model) -> Model:
        """Return the request; one that makes no sense is answered like an invalid one.

        Raises:
            OcppError: The code is that of the violation.
        """
        try:
            return self.converter.read(request)
        except DecodeError as error:
            raise payload_error(error) from None


@dataclass(frozen=True, slots=True)
class Independent:
    """A request of OCPP 1.x, for a connection of one version.

    Attributes:
        procedure: Its action.
        request: The request.
        converter: Converts it.
    """

    procedure: Procedure
    request: Model1x
    converter: Converter

    def express(self) -> Model:
        """Return the request of the version.

        Raises:
            OcppError: NotSupported: the version cannot say that.
        """
        try:
            return self.converter.express(self.request)
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
            return self.converter.read(response)
        except DecodeError as error:
            action, detail = self.procedure.action, str(error)
            raise InvalidResponse(action, detail, error.violations) from None


def independent(request: Model, package: VersionPackage) -> Independent | None:
    """Return a request of OCPP 1.x together with what converts it.

    Returns:
        None if it is no such request, or if the package is of no version of 1.x.
    """
    v1x = sys.modules.get(_PACKAGE)
    if v1x is None or package.VERSION not in v1x.VERSIONS:
        return None
    procedure = v1x.PROCEDURES_BY_REQUEST.get(type(request))
    if procedure is None:
        return None
    converter = Converter(v1x.serializer(package.VERSION), package)
    return Independent(procedure, cast("Model1x", request), converter)


def counterpart(procedure: Procedure) -> Counterpart | None:
    """Return what OCPP 1.x has for an action of a version.

    Returns:
        None if the version is another one, if it has no such action, or if nobody has
        imported `ocpp_messages.v1x` so far.
    """
    v1x = sys.modules.get(_PACKAGE)
    name = procedure.request.__module__.rpartition(".")[0]
    package: Any = sys.modules.get(name)
    version: str = getattr(package, "VERSION", "")
    if v1x is None or version not in v1x.VERSIONS:
        return None
    if procedure.action not in ocpp_messages.load(version).PROCEDURES:
        return None
    converter = Converter(v1x.serializer(version), package)
    return Counterpart(v1x.PROCEDURES[procedure.action], converter)


_PACKAGE: Final = "ocpp_messages.v1x"
