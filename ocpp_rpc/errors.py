"""The exceptions of this library and the error codes of OCPP.

Every exception that this library raises on purpose is an `OcppRpcError`, except for
built-in ones such as `ValueError`, which report a mistake in the program:

* `OcppRpcError`
    * `OcppError`: a CALLERROR, received from the peer or to be sent to it
    * `CallTimeout` (also `TimeoutError`): the peer did not answer within the time limit
    * `ConnectionClosed`: the connection ended before the answer arrived
    * `InvalidResponse`: the answer of the peer is not a valid response
        * `BadSignature`: the signature of a message is missing or invalid
    * `TransferRefused`: a DataTransfer was not accepted
    * `QueueFull`: too many calls are waiting to be sent
    * `CannotSend` (also `ValueError`): this side may not send the message
        * `NotInVersion` (also `OcppError`): the version does not have the message
    * `RegistrationError` (also `ValueError`): a handler cannot be registered
    * `NotConnected` (also `KeyError`): a station is not connected
        * `NotConnectedInTime` (also `TimeoutError`): it did not connect within a time
    * `HandshakeRefused`: a server refuses a station
    * `HandshakeFailed`: a client could not open its connection
        * `NegotiationFailed`: the two sides have no OCPP version in common
    * `ReconfigurationReplaced`: a newer reconfiguration of a station replaced this one
    * `MissingDependency` (also `ImportError`): an extra is not installed
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from ocpp_messages import Violation

from .lines import checked_headers, one_line

__all__ = [
    "BadSignature",
    "CallTimeout",
    "CannotSend",
    "ConnectionClosed",
    "ErrorCode",
    "HandshakeFailed",
    "HandshakeRefused",
    "InvalidResponse",
    "MissingDependency",
    "NegotiationFailed",
    "NotConnected",
    "NotConnectedInTime",
    "NotInVersion",
    "OcppError",
    "OcppRpcError",
    "QueueFull",
    "ReconfigurationReplaced",
    "RegistrationError",
    "TlsFault",
    "TransferRefused",
]


class ErrorCode(StrEnum):
    """The error codes of a CALLERROR, in the spelling of OCPP 2.x.

    OCPP 1.6 has all of them except the last two, and misspells two others (OCPP-J 1.6
    table 7, errata 5.1 and 5.2). `ocpp_rpc.protocol` translates to and from the
    spelling of each version, so programs only use these names.
    """

    NOT_IMPLEMENTED = "NotImplemented"
    NOT_SUPPORTED = "NotSupported"
    INTERNAL_ERROR = "InternalError"
    PROTOCOL_ERROR = "ProtocolError"
    SECURITY_ERROR = "SecurityError"
    FORMAT_VIOLATION = "FormatViolation"
    PROPERTY_CONSTRAINT_VIOLATION = "PropertyConstraintViolation"
    OCCURRENCE_CONSTRAINT_VIOLATION = "OccurrenceConstraintViolation"
    TYPE_CONSTRAINT_VIOLATION = "TypeConstraintViolation"
    GENERIC_ERROR = "GenericError"
    MESSAGE_TYPE_NOT_SUPPORTED = "MessageTypeNotSupported"
    RPC_FRAMEWORK_ERROR = "RpcFrameworkError"


class OcppRpcError(Exception):
    """Base class of all exceptions of this library.

    The exceptions can be pickled and copied with all their attributes, because task
    queues and process pools pass exceptions on in this way.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), self.args, dict(vars(self)))


def _rebuilt(
    cls: type[OcppRpcError], args: tuple[Any, ...], attributes: dict[str, Any]
) -> OcppRpcError:
    """Rebuild an exception, for `pickle` and `copy`.

    By default, Python calls the class with `args`. This fails for exceptions whose
    parameters are keywords, or whose `args` differ from their parameters.
    """
    base: Any = cls
    while base.__module__ != "builtins":  # the built-in class that defines the layout
        base = base.__base__
    error: OcppRpcError = base.__new__(cls)
    super(OcppRpcError, error).__init__(*args)  # such as OSError, which keeps `errno`
    error.__dict__.update(attributes)
    return error


class OcppError(OcppRpcError):
    """A CALLERROR, received from the peer or to be sent to it.

    `Connection.call` raises it if the peer answers with a CALLERROR. A handler raises
    it to answer with one.

    Attributes:
        code: An `ErrorCode`, or the peer's text if it is not one of these.
        description: A description for people; may be empty.
        details: A JSON object with details; empty if there are none.
        action: The action of the call that the peer answered with the CALLERROR; None
            if the error was not received.
    """

    def __init__(
        self,
        code: ErrorCode | str,
        description: str = "",
        details: Mapping[str, Any] | None = None,
        *,
        action: str | None = None,
    ) -> None:
        super().__init__(code, description, details)
        self.code = code
        self.description = description
        self.details: Mapping[str, Any] = {} if details is None else details
        self.action = action

    def __str__(self) -> str:
        parts = (self.action, self.code, self.description)
        return ": ".join(one_line(part) for part in parts if part)


class CallTimeout(OcppRpcError, TimeoutError):
    """The peer did not answer a call within its time limit.

    Attributes:
        action: The action of the call.
        sent: Whether the call had been written before the time limit passed. If so, the
            peer may have acted on it.
    """

    def __init__(self, action: str, *, sent: bool) -> None:
        super().__init__(action, sent)
        self.action = action
        self.sent = sent

    def __str__(self) -> str:
        what = "was not answered" if self.sent else "did not get its turn"
        return f"{self.action} {what} in time"


class ConnectionClosed(OcppRpcError):
    """The connection is closed, or closed before the call was answered.

    Attributes:
        sent: Whether the message had been written. If so, the peer may have acted on
            it.
        code: The close code (RFC 6455 §7.4); 1006 if the connection broke.
        reason: The reason that accompanied the close code; may be empty.
    """

    def __init__(
        self, *, sent: bool = False, code: int = 1006, reason: str = ""
    ) -> None:
        super().__init__(sent, code, reason)
        self.sent = sent
        self.code = code
        self.reason = reason

    def __str__(self) -> str:
        reason = f" {one_line(self.reason)}" if self.reason else ""
        fate = "sent, not answered" if self.sent else "not sent"
        return f"connection closed ({self.code}{reason}); the message was {fate}"


class InvalidResponse(OcppRpcError):
    """The peer's answer to a call is not a valid response.

    Attributes:
        action: The action of the call.
        violations: The violations in the payload; empty if the frame around the payload
            is malformed.
        detail: A description of what is invalid, for people.
    """

    def __init__(
        self, action: str, detail: str, violations: Sequence[Violation] = ()
    ) -> None:
        super().__init__(action, detail, violations)
        self.action = action
        self.detail = detail
        self.violations = tuple(violations)

    def __str__(self) -> str:
        return f"invalid response to {self.action}: {one_line(self.detail)}"


class BadSignature(InvalidResponse):
    """The signature of a message is missing or invalid.

    `Settings.signing` determines which messages have to be signed. `Connection.call`
    raises this exception if it is about a response. A seal (`ocpp_rpc.protocol.Seal`)
    also raises it for requests of the peer.
    """

    def __str__(self) -> str:
        return f"missing or invalid signature of {self.action}: {one_line(self.detail)}"


class TransferRefused(OcppRpcError):
    """A DataTransfer was not accepted by the peer, or a handler does not accept one.

    Attributes:
        status: The status of the response, for example `UnknownVendorId`; default:
            `Rejected`.
        data: The data of the response, not converted; None if there is none.
    """

    def __init__(self, status: str = "Rejected", data: Any = None) -> None:
        super().__init__(status, data)
        self.status = status
        self.data = data

    def __str__(self) -> str:
        return f"DataTransfer was not accepted: {one_line(self.status)}"


class QueueFull(OcppRpcError):
    """A call is refused because too many calls are waiting to be sent.

    Attributes:
        limit: The number of calls that may wait.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        return f"the queue is full: {self.limit} calls are waiting already"


class CannotSend(OcppRpcError, ValueError):
    """This side may not send the message, or the message is invalid."""


class NotInVersion(CannotSend, OcppError):
    """The negotiated version does not have the message.

    It is also an `OcppError` with the code NotSupported.
    """

    def __init__(self, description: str) -> None:
        OcppError.__init__(self, ErrorCode.NOT_SUPPORTED, description)


class NotConnected(OcppRpcError, KeyError):
    """A station is not connected.

    Attributes:
        identity: The identity of the station.
    """

    def __init__(self, identity: str) -> None:
        super().__init__(identity)
        self.identity = identity

    def __str__(self) -> str:
        return f"{self.identity!r} is not connected"


class NotConnectedInTime(NotConnected, TimeoutError):
    """A station did not connect within the given time."""


class RegistrationError(OcppRpcError, ValueError):
    """A handler cannot be registered as requested."""


class HandshakeRefused(OcppRpcError):
    """A server refuses a station. An `on_connect` hook raises it.

    Attributes:
        status: The HTTP status of the answer, 400 or above: 404 for an unknown identity
            (OCPP-J 1.6 §3.2, 2.0.1 and 2.1 part 4 §3.2), 401 for missing or wrong
            credentials, 403, 503 and so on.
        text: The body of the answer; default: empty.
        headers: Header lines to add to the answer.
        retry_after: The time after which the station may try again, in seconds; None:
            the answer has no `Retry-After`.

    Raises:
        ValueError: The status is not an HTTP status of 400 or above, or `headers` has
            an invalid header line.
    """

    def __init__(
        self,
        status: int,
        text: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        retry_after: int | None = None,
    ) -> None:
        if status not in _REFUSALS:
            raise ValueError(f"{status} is not an HTTP status of 400 or above")
        super().__init__(status, text)
        self.status = status
        self.text = text
        self.headers = checked_headers(headers or {})
        self.retry_after = retry_after

    def __str__(self) -> str:
        return f"HTTP {self.status} {self.text}".rstrip()


_REFUSALS = frozenset(status.value for status in HTTPStatus if status >= 400)


class TlsFault(StrEnum):
    """The fault in the TLS of a server, as far as a client can tell."""

    CERTIFICATE = "certificate"
    """The certificate is not trusted, has expired, or is for another server."""

    VERSION = "version"
    """The server supports no TLS version that is recent enough."""

    SUITE = "suite"
    """The two sides have no cipher suite in common.

    In TLS 1.2, this may also mean that the client has no certificate, because the
    server only says that it refuses the handshake.
    """


class HandshakeFailed(OcppRpcError):
    """A client could not open its connection.

    Attributes:
        url: The URL that the client connected to, without credentials and query.
        detail: A description of the fault and, where possible, of the remedy.
        status: The HTTP status of the server's answer; None if there was no answer.
        headers: The header lines of that answer; the names are in lower case.
        tls_fault: The fault in the server's TLS; None if no such fault is known.
    """

    def __init__(
        self,
        url: str,
        detail: str,
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        tls_fault: TlsFault | None = None,
    ) -> None:
        super().__init__(url, detail, status)
        self.url = url
        self.detail = detail
        self.status = status
        self.headers = dict(headers or {})
        self.tls_fault = tls_fault

    @property
    def retry_after(self) -> int | None:
        """The time in seconds after which the server asks to try again.

        None if `Retry-After` is missing or is not a number of one to nine digits.
        """
        value = self.headers.get("retry-after", "").strip()
        return int(value) if re.fullmatch("[0-9]{1,9}", value) else None

    def __str__(self) -> str:
        return f"cannot connect to {self.url}: {self.detail}"


class NegotiationFailed(HandshakeFailed):
    """The server supports none of the OCPP versions that the client offered.

    Attributes:
        offered: The offered versions, in order of preference.
    """

    def __init__(self, url: str, offered: Sequence[str]) -> None:
        offers = ", ".join(offered)
        super().__init__(url, f"the server supports none of OCPP {offers}", status=101)
        self.offered = tuple(offered)


class ReconfigurationReplaced(OcppRpcError):
    """A newer reconfiguration of a station replaced this one before it took effect."""

    def __str__(self) -> str:
        return "a newer reconfiguration of the station replaced this one"


class MissingDependency(OcppRpcError, ImportError):
    """A package is needed that an extra of this library installs.

    Attributes:
        extra: The name of the extra.
    """

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra

    def __str__(self) -> str:
        return f"this needs an extra: pip install 'ocpp-rpc[{self.extra}]'"
