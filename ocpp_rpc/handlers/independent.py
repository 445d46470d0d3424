"""Converts messages of a family, which are the same in several versions.

A connection uses one version. A call with a message of the version's family
(`ocpp_messages.v1x` or `ocpp_messages.v2x`) is converted to a message of the version,
and its response is converted back (`Independent`). A handler for a message of a family
becomes a route for the message of the version: the request is converted before the
function is called, and the response afterwards (`Counterpart`). The package of the
family is never imported here, because a program that has such a message or handler has
imported it already.

On a connection that uses an extension of a version, messages that the extension
redefines are read and written by way of the version's message of the same name.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import ocpp_messages
from ocpp_messages import (
    DecodeError,
    Model,
    NotExpressible,
    Procedure,
    Tolerance,
    VersionPackage,
    valid_type,
)
from ocpp_messages.serializer import to_jsonable
from ocpp_rpc.errors import ErrorCode, InvalidResponse, OcppError
from ocpp_rpc.protocol.error_codes import payload_error

if TYPE_CHECKING:
    from .routing import Route

__all__ = [
    "Converter",
    "Counterpart",
    "Independent",
    "counterpart",
    "expressed",
]


class _Serializer(Protocol):
    """Converts between a family and one of its versions."""

    @property
    def version(self) -> str: ...
    def express(self, message: Any) -> Model: ...
    def read(self, exact: Model) -> Model: ...


class _Family(Protocol):
    """The package of a family."""

    @property
    def PROCEDURES(self) -> Mapping[str, Procedure]: ...  # noqa: N802
    @property
    def PROCEDURES_BY_REQUEST(  # noqa: N802
        self,
    ) -> Mapping[type[Model], Procedure]: ...
    def serializer(self, version: str) -> _Serializer: ...


@dataclass(frozen=True, slots=True)
class Converter:
    """Converts between a family and the package that a connection uses.

    Attributes:
        serializer: Converts to the version of the package, and back.
        package: The package of the version, or of an extension of it.
    """

    serializer: _Serializer
    package: VersionPackage

    def express(self, message: Model) -> Model:
        """Convert a message of the family to a message of the package.

        Raises:
            NotExpressible: The version cannot express the message.
        """
        return _in(self.package, self.serializer.express(message))

    def read(self, message: Model) -> Model:
        """Convert a message of the package to the family, without fields of extensions.

        Raises:
            DecodeError: The family cannot express the message.
        """
        standard = ocpp_messages.load(self.serializer.version)
        return self.serializer.read(_in(standard, message))


def _in(package: VersionPackage, message: Model) -> Model:
    """Convert a message between a package and an extension of it, either way."""
    cls: type[Model] = getattr(package, type(message).__name__)
    if isinstance(message, cls):
        return message
    found: Model
    found, deviations = _ADDED.from_jsonable(cls, to_jsonable(message))
    return cast(Model, _without_added(found)) if deviations else found


_ADDED: Final = Tolerance(extra_fields=True)


def _without_added(value: object) -> object:
    """Return a message of a version without the fields that an extension adds.

    Args:
        value: The message, or a part of it. It is valid but for such fields.
    """
    if isinstance(value, tuple):
        return tuple(map(_without_added, cast(tuple[object, ...], value)))
    if not isinstance(value, Model):
        return value
    cls = valid_type(value)
    known = cls.model_fields.keys() & value.model_fields_set
    fields = {name: _without_added(getattr(value, name)) for name in known}
    made = cls(**fields)
    if value.model_extra and made.model_extra is not None:
        # Not as arguments: the peer may give a field of its own the name of ours, such
        # as `vendor_id` beside `vendorId`.
        for name, extra in value.model_extra.items():
            made.model_extra.setdefault(name, extra)
    return made


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The action of a family that corresponds to an action of one of its versions.

    Attributes:
        procedure: The action in the family.
        converter: Converts the messages of the action.
    """

    procedure: Procedure
    converter: Converter

    def route(self, route: Route) -> Route:
        """Convert a route for the family to a route for the version."""
        after = route.after and self.after(route.after)
        return replace(route, handler=self._handler(route.handler), after=after)

    def after(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Convert a function of `Router.after` for the family to one for the version.

        Args:
            function: The function, which takes messages of the family.
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
            return self._express(response)

        return call

    async def _awaited(self, response: Awaitable[Any]) -> Model | None:
        return self._express(await response)

    def _express(self, response: Model | None) -> Model | None:
        """Convert a response to the version; a SEND has no response."""
        return None if response is None else self.converter.express(response)

    def _read(self, request: Model) -> Model:
        """Convert a request to the family.

        Raises:
            OcppError: The family cannot express the request, which is answered like an
                invalid one, with the code of the violation.
        """
        try:
            return self.converter.read(request)
        except DecodeError as error:
            raise payload_error(error) from None


@dataclass(frozen=True, slots=True)
class Independent:
    """A message of a family, for a connection of one of its versions.

    Attributes:
        procedure: The action of the message, in the family.
        message: The message to send.
        converter: Converts the message and its response.
    """

    procedure: Procedure
    message: Model
    converter: Converter

    def express(self) -> Model:
        """Return the message of the version.

        Raises:
            OcppError: NotSupported: the version cannot express the message.
        """
        try:
            return self.converter.express(self.message)
        except NotExpressible as error:
            action = self.procedure.action
            code = ErrorCode.NOT_SUPPORTED
            raise OcppError(code, str(error), action=action) from error

    def read(self, response: Model) -> Model:
        """Convert the response to the family.

        Raises:
            InvalidResponse: The family cannot express the response.
        """
        try:
            return self.converter.read(response)
        except DecodeError as error:
            action, detail = self.procedure.action, str(error)
            raise InvalidResponse(action, detail, error.violations) from None


def expressed(
    message: Model, package: VersionPackage
) -> tuple[Model, Independent | None]:
    """Convert a message to the version of a connection, if it belongs to a family.

    Args:
        message: A request, or a message without a response.
        package: The package that the connection uses.

    Returns:
        The message of the package, and an `Independent` that converts the response. If
            the message belongs to no family, or to a family without this version: the
            message itself and None.

    Raises:
        OcppError: NotSupported: the version cannot express the message.
    """
    family = _family(package.VERSION)
    if family is None:
        return message, None
    procedure = family.PROCEDURES_BY_REQUEST.get(type(message))
    if procedure is None:
        return message, None
    converter = Converter(family.serializer(package.VERSION), package)
    found = Independent(procedure, message, converter)
    return found.express(), found


def counterpart(procedure: Procedure) -> Counterpart | None:
    """Return the action of a family that corresponds to an action of a version.

    Returns:
        None if the version belongs to no family, if the family has no such action, or
            if the program has not imported the package of the family.
    """
    name = procedure.request.__module__.rpartition(".")[0]
    package: Any = sys.modules.get(name)
    version: str = getattr(package, "VERSION", "")
    family = _family(version)
    if family is None:
        return None
    if procedure.action not in ocpp_messages.load(version).PROCEDURES:
        return None
    converter = Converter(family.serializer(version), package)
    return Counterpart(family.PROCEDURES[procedure.action], converter)


def _family(version: str) -> _Family | None:
    """Return the family that a version belongs to, if it has been imported."""
    name = ocpp_messages.FAMILIES.get(version)
    return cast(_Family | None, sys.modules.get(name)) if name else None
