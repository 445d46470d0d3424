"""The exceptions of this library and the error codes of OCPP.

Everything raised on purpose descends from `OcppRpcError`:

* `OcppRpcError`
    * `OcppError`: a CALLERROR, received from the peer or to be sent to it
    * `CallTimeout` (also `TimeoutError`): no answer within the time limit
    * `ConnectionClosed`: the connection ended before the answer came
    * `InvalidResponse`: the answer came and is not a valid response
        * `BadSignature`: it is not signed as it has to be
    * `TransferRefused`: a DataTransfer was not accepted
    * `QueueFull`: too many calls are waiting for their turn
    * `CannotSend` (also `ValueError`): this side may not send that message
        * `NotInVersion` (also `OcppError`): the version does not have it
    * `RegistrationError` (also `ValueError`): a handler cannot be registered
    * `NotConnected` (also `KeyError`): a station is not connected
        * `NotConnectedInTime` (also `TimeoutError`): nor has it in a given time
    * `HandshakeRefused`: a server does not let a station in
    * `HandshakeFailed`: a client could not open its connection
        * `NegotiationFailed`: the two sides have no OCPP version in common
    * `ReconfigurationReplaced`: a station is to connect with something else again
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

    OCPP 1.6 knows all but the last two and misspells two of the others (OCPP-J 1.6
    table 7, errata 5.1 and 5.2). `ocpp_rpc.protocol` writes and reads each version's
    spelling, so programs only ever meet these names.
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
    """Base of all exceptions of this library.

    They can be pickled and copied, with all their attributes: a task queue or a pool of
    processes hands them on so.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), self.args, dict(vars(self)))


def _rebuilt(
    cls: type[OcppRpcError], args: tuple[Any, ...], attributes: dict[str, Any]
) -> OcppRpcError:
    """Make an exception again.

    By default, Python calls the class with `args`, which are not its parameters where
    these are keywords, or where the text is put together.
    """
    base: Any = cls
    while base.__module__ != "builtins":  # up to that whose layout it has
        base = base.__base__
    error: OcppRpcError = base.__new__(cls)
    super(OcppRpcError, error).__init__(*args)  # such as OSError, which keeps `errno`
    error.__dict__.update(attributes)
    return error


class OcppError(OcppRpcError):
    """A CALLERROR.

    `Connection.call` raises it when the peer answers with one; a handler raises it to
    answer with one.

    Attributes:
        code: An `ErrorCode`, or the peer's own text when it is none of them.
        description: Text for a person; may be empty.
        details: A JSON object; empty when there is nothing to add.
        action: The action of the call that the peer answered so; None otherwise.
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
    """A call was not answered in time.

    Attributes:
        action: The action of the call.
        sent: Whether the call had been written when its time was up; if so, the peer
            may have acted on it.
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
        sent: Whether the message had been written; if so, the peer may have acted on
            it.
        code: The close code of RFC 6455; 1006 when the connection broke.
        reason: The text that came with the close code.
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
    """The peer answered a call with something that is not a valid response.

    Attributes:
        action: The action of the call.
        violations: What is wrong with the payload; empty when the frame around it is
            malformed.
        detail: The same for a person.
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
    """The peer answered a call with something that is not signed as it has to be.

    `Settings.signing` says how that is. A seal (`ocpp_rpc.protocol.Seal`) raises it
    about requests, too.
    """

    def __str__(self) -> str:
        return f"{self.action} is not signed as it has to be: {one_line(self.detail)}"


class TransferRefused(OcppRpcError):
    """A DataTransfer was not accepted, or a handler does not accept one.

    Attributes:
        status: The status of the response, for example `UnknownVendorId`.
        data: The data of the response, as it is there; None if there is none.
    """

    def __init__(self, status: str = "Rejected", data: Any = None) -> None:
        super().__init__(status, data)
        self.status = status
        self.data = data

    def __str__(self) -> str:
        return f"DataTransfer: {one_line(self.status)}"


class QueueFull(OcppRpcError):
    """No further call is accepted until one of the waiting ones is settled.

    Attributes:
        limit: How many calls may wait.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        return f"{self.limit} calls are waiting already"


class CannotSend(OcppRpcError, ValueError):
    """This side of the connection may not send that message."""


class NotInVersion(CannotSend, OcppError):
    """The version that was negotiated does not have that message.

    As an `OcppError` it is NotSupported.
    """

    def __init__(self, description: str) -> None:
        OcppError.__init__(self, ErrorCode.NOT_SUPPORTED, description)


class NotConnected(OcppRpcError, KeyError):
    """A station is not connected.

    Attributes:
        identity: Its identity.
    """

    def __init__(self, identity: str) -> None:
        super().__init__(identity)
        self.identity = identity

    def __str__(self) -> str:
        return f"{self.identity!r} is not connected"


class NotConnectedInTime(NotConnected, TimeoutError):
    """A station has not connected in the time it was given."""


class RegistrationError(OcppRpcError, ValueError):
    """A handler cannot be registered as asked."""


class HandshakeRefused(OcppRpcError):
    """A server does not let a station in. An `on_connect` hook raises it.

    Attributes:
        status: The HTTP status of the answer: 404 for an identity that is not known
            (OCPP-J 1.6 §3.2, 2.0.1 and 2.1 part 4 §3.2), 401 for credentials that are
            missing or wrong, 403, 503 and so on.
        text: The body of the answer.
        headers: Header lines to add to it.
        retry_after: In how many seconds it is worth to try again; None: nothing is
            said of that.

    Raises:
        ValueError: That is no HTTP status from 400 on, or no header lines.
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
            raise ValueError(f"{status} is not an HTTP status that refuses")
        super().__init__(status, text)
        self.status = status
        self.text = text
        self.headers = checked_headers(headers or {})
        self.retry_after = retry_after

    def __str__(self) -> str:
        return f"HTTP {self.status} {self.text}".rstrip()


_REFUSALS = frozenset(status.value for status in HTTPStatus if status >= 400)


class TlsFault(StrEnum):
    """What is wrong with the TLS of a server, as far as its client can tell."""

    CERTIFICATE = "certificate"
    """It is not trusted, has expired, or is that of another server."""

    VERSION = "version"
    """The server speaks no version that is new enough."""

    SUITE = "suite"
    """The two have no cipher suite in common; or, in TLS 1.2, the server says no more
    than that it refuses the handshake, which may also be for want of a certificate."""


class HandshakeFailed(OcppRpcError):
    """A client could not open its connection.

    Attributes:
        url: Where the client connected to, without credentials and query.
        detail: What happened, and where possible what to do about it.
        status: The HTTP status of the server's answer; None if there was no answer.
        headers: The header lines of that answer, by name in lower case.
        tls_fault: What is wrong with the server's TLS; None if nothing that is known.
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
        """When to try again, in seconds, if the server has said so in a number.

        A number of more than nine digits is none.
        """
        value = self.headers.get("retry-after", "").strip()
        return int(value) if re.fullmatch("[0-9]{1,9}", value) else None

    def __str__(self) -> str:
        return f"cannot connect to {self.url}: {self.detail}"


class NegotiationFailed(HandshakeFailed):
    """The server speaks none of the OCPP versions the client offered.

    Attributes:
        offered: The versions offered, in order of preference.
    """

    def __init__(self, url: str, offered: Sequence[str]) -> None:
        offers = ", ".join(offered)
        super().__init__(url, f"the server speaks none of OCPP {offers}", status=101)
        self.offered = tuple(offered)


class ReconfigurationReplaced(OcppRpcError):
    """What a station was to connect with was changed again before it could."""

    def __str__(self) -> str:
        return "there are further changes to what the station connects with"


class MissingDependency(OcppRpcError, ImportError):
    """A package is needed that is installed with an extra of this library.

    Attributes:
        extra: The name of the extra.
    """

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra

    def __str__(self) -> str:
        return f"this needs an extra: pip install 'ocpp-rpc[{self.extra}]'"
