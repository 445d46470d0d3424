"""DataTransfer with typed data.

A `VendorMessage` declares the data of the request and of the response for one
`vendorId` and `messageId`. One side calls it, the other side registers a handler for
it::

    METER = VendorMessage("com.acme", "Meter", MeterRequest, MeterResponse)

    transfers = DataTransfers()

    @transfers.on_transfer(METER)
    async def meter(data: MeterRequest) -> MeterResponse: ...

    response = await METER.call(connection, MeterRequest(...))

The data is JSON: in 1.x, where `data` is a string, it is the JSON text; in 2.x, it is
the JSON value. Data of the type `str` is sent as that string in either. For None,
`data` is left out.

The return value of a handler is sent with the status Accepted. If the vendor has no
handler, the answer is UnknownVendorId. If the vendor has none for the message, it is
UnknownMessageId (OCPP 1.6 §4.3; 2.0.1 and 2.1 part 2, P01). If the data does not match
the type of the handler, it is Rejected, because the call itself is valid and the
content of `data` is a matter between the two parties.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import EllipsisType
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast, overload

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from ocpp_messages import DecodeError, Model, Procedure, VersionPackage
from ocpp_messages.serializer import from_jsonable
from ocpp_rpc.errors import (
    CannotSend,
    InvalidResponse,
    RegistrationError,
    TransferRefused,
)

from .routing import Route, Router
from .signatures import first_argument, named, positional_arguments
from .threads import call_in_thread

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from ocpp_rpc.connection.connection import Connection

__all__ = ["DataTransfers", "VendorMessage"]

RequestT = TypeVar("RequestT")
ResponseT = TypeVar("ResponseT")

_ACTION: Final = "DataTransfer"
_ACCEPTED: Final = "Accepted"
_REJECTED: Final = "Rejected"
_UNKNOWN_VENDOR: Final = "UnknownVendorId"
_UNKNOWN_MESSAGE: Final = "UnknownMessageId"


@dataclass(frozen=True)
class VendorMessage(Generic[RequestT, ResponseT]):
    """A message of a vendor, with the types of its data.

    Attributes:
        vendor_id: The `vendorId`, for example `com.acme`; case is ignored.
        message_id: The `messageId`; case is ignored; None if the vendor has only one
            message.
        request: The type of the data of the request, any type that pydantic validates.
        response: The type of the data of the response; NoneType if there is none.
    """

    vendor_id: str
    message_id: str | None
    request: type[RequestT]
    response: type[ResponseT]

    async def call(
        self,
        connection: Connection,
        data: RequestT,
        *,
        timeout: float | EllipsisType | None = ...,  # noqa: ASYNC109
        total_timeout: float | None = None,
    ) -> ResponseT:
        """Send the message and return the data of the response.

        Args:
            connection: The connection.
            data: The data of the request.
            timeout: See `Connection.call`.
            total_timeout: See `Connection.call`.

        Raises:
            TransferRefused: The status of the response is not Accepted.
            InvalidResponse: The data of the response is not of the type `response`.
            CannotSend: The data of the request is not of the type `request`.
            OcppRpcError: Any other exception of `Connection.call`.
        """
        package = connection.package
        response = await connection.call(
            self._request(package, data), timeout=timeout, total_timeout=total_timeout
        )
        if response.status != _ACCEPTED:
            raise TransferRefused(str(response.status), response.data)
        try:
            return _read(package, self.response, response.data)
        except ValidationError as error:
            found = DecodeError.of(error)
            raise InvalidResponse(_ACTION, str(found), found.violations) from None

    def _request(self, package: VersionPackage, data: RequestT) -> Any:
        cls: Any = package.PROCEDURES[_ACTION].request
        value = {"vendorId": self.vendor_id}
        if self.message_id is not None:
            value["messageId"] = self.message_id
        try:
            return from_jsonable(cls, value | _written(package, self.request, data))
        except ValueError as error:
            raise CannotSend(str(error)) from None


class _OnTransfer(Generic[RequestT, ResponseT]):
    """The decorator that `DataTransfers.on_transfer` returns."""

    def __init__(self, register: Callable[[Callable[..., Any]], None]) -> None:
        self._register = register

    @overload
    def __call__(
        self, function: Callable[[RequestT, Connection], Awaitable[ResponseT]]
    ) -> Callable[[RequestT, Connection], Awaitable[ResponseT]]: ...

    @overload
    def __call__(
        self, function: Callable[[RequestT], Awaitable[ResponseT]]
    ) -> Callable[[RequestT], Awaitable[ResponseT]]: ...

    @overload
    def __call__(
        self, function: Callable[[RequestT, Connection], ResponseT]
    ) -> Callable[[RequestT, Connection], ResponseT]: ...

    @overload
    def __call__(
        self, function: Callable[[RequestT], ResponseT]
    ) -> Callable[[RequestT], ResponseT]: ...

    def __call__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        self._register(function)
        return function


@dataclass(frozen=True)
class _Handler:
    message: VendorMessage[Any, Any]
    function: Callable[..., Any]
    arguments: int
    in_thread: bool

    async def call(self, data: object, connection: Connection) -> Any:
        """Return the data of the response."""
        arguments = (data, connection)[: self.arguments]
        if self.in_thread:
            return await call_in_thread(self.function, connection, *arguments)
        result = self.function(*arguments)
        return await result if inspect.isawaitable(result) else result


class DataTransfers(Router):
    """A router that also has handlers for vendor messages, in every version.

    A handler for the whole DataTransfer request, registered or included in this router,
    takes precedence.
    """

    def __init__(self) -> None:
        super().__init__()
        self._vendors: dict[str, dict[str | None, _Handler]] = {}
        self._route: Final = Route(self._answer)

    def on_transfer(
        self, message: VendorMessage[RequestT, ResponseT], *, in_thread: bool = False
    ) -> _OnTransfer[RequestT, ResponseT]:
        """Register the decorated function as the handler of a vendor message.

        The function is called with the data and the connection, or with the data alone.
        It returns the data of the response, or an awaitable of it. To answer with a
        status other than Accepted, it raises `TransferRefused`.

        Args:
            message: The vendor message that the function handles.
            in_thread: See `Router.on`.

        Raises:
            RegistrationError: The message has a handler already, or the function cannot
                be called with these arguments.
        """
        return _OnTransfer(lambda function: self._add(message, function, in_thread))

    def find(self, procedure: Procedure) -> Route | None:
        """Return the route for a message; None if it has no handler."""
        found = super().find(procedure)
        if found is None and procedure.action == _ACTION and self._vendors:
            return replace(self._route, after=self._find_after(procedure))
        return found

    def _add(
        self,
        message: VendorMessage[Any, Any],
        function: Callable[..., Any],
        in_thread: bool,
    ) -> None:
        arguments = positional_arguments(function, 2)
        if arguments == 0 or first_argument(function) == "connection":
            raise RegistrationError(
                f"{named(function)} cannot be called with (data, connection)"
            )
        if in_thread and inspect.iscoroutinefunction(function):
            raise RegistrationError(
                f"{named(function)} is asynchronous: in_thread is for plain functions"
            )
        messages = self._vendors.setdefault(_folded(message.vendor_id), {})
        message_id = _message_key(message.message_id)
        if message_id in messages:
            name = f"{message.vendor_id} {message.message_id or ''}".rstrip()
            raise RegistrationError(f"{name} has a handler already")
        messages[message_id] = _Handler(message, function, arguments, in_thread)

    async def _answer(self, request: Any, connection: Connection) -> Model:
        package = connection.package
        messages = self._vendors.get(_folded(request.vendor_id))
        if messages is None:
            return _response(package, _UNKNOWN_VENDOR)
        handler = messages.get(_message_key(request.message_id))
        if handler is None:
            return _response(package, _UNKNOWN_MESSAGE)
        try:
            data = _read(package, handler.message.request, request.data)
        except ValidationError:
            return _response(package, _REJECTED)
        try:
            result = await handler.call(data, connection)
        except TransferRefused as refusal:
            written = _written(package, type(refusal.data), refusal.data)
            return _response(package, refusal.status, written)
        written = _written(package, handler.message.response, result)
        return _response(package, _ACCEPTED, written)


def _folded(name: str) -> str:
    """Return a name for comparisons, which ignore case (CiString)."""
    return name.casefold()


def _message_key(message_id: str | None) -> str | None:
    return None if message_id is None else _folded(message_id)


def _response(
    package: VersionPackage, status: str, data: Mapping[str, Any] | None = None
) -> Model:
    cls: Any = package.PROCEDURES[_ACTION].response
    return cast(Model, from_jsonable(cls, {"status": status, **(data or {})}))


def _written(package: VersionPackage, kind: Any, value: Any) -> dict[str, Any]:
    """Return the member `data` for a value of a type; nothing for None.

    Raises:
        ValueError: The value is not of the type.
    """
    # Dumped before the test for None, because None may not be of the type.
    text = _adapter(kind).dump_json(
        value, by_alias=True, exclude_none=True, warnings="error"
    )
    if value is None:
        return {}
    plain = kind is str or not _holds_text(package)
    return {"data": from_json(text) if plain else text.decode()}


def _read(package: VersionPackage, kind: type[RequestT], data: Any) -> RequestT:
    """Return the value of `data`.

    Raises:
        ValidationError: `data` is not of the type.
    """
    plain = kind is str or data is None or not _holds_text(package)
    text: Any = to_json(data) if plain else data
    value: RequestT = _adapter(cast(Hashable, kind)).validate_json(text, by_alias=True)
    return value


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - few programs need it

    adapter: TypeAdapter[Any] = TypeAdapter(cast(Any, kind))
    return adapter


def _holds_text(package: VersionPackage) -> bool:
    """Tell whether `data` is a string, as in 1.x, rather than any JSON value."""
    return package.VERSION.startswith("1.")
