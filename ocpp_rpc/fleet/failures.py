"""Exceptions, sent by a node to the operator that made the call.

A call over a fleet raises the same exceptions as a local call, with the same
attributes: the node writes the exception as a JSON object, and the operator raises an
exception of the same class.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from ocpp_messages import Violation, ViolationKind
from ocpp_rpc.errors import (
    BadSignature,
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    InvalidResponse,
    NotConnected,
    NotInVersion,
    OcppError,
    OcppRpcError,
    QueueFull,
)
from ocpp_rpc.lines import one_line
from ocpp_rpc.protocol.error_codes import read_code

__all__ = [
    "FleetUnavailable",
    "Late",
    "as_failure",
    "from_failure",
]


class FleetUnavailable(OcppRpcError):
    """The engine (NATS) of a fleet cannot be reached; nothing was sent.

    Attributes:
        detail: The reason as far as it is known, without credentials.
    """

    def __init__(self, detail: str = "the engine cannot be reached") -> None:
        super().__init__(detail)
        self.detail = detail

    def __str__(self) -> str:
        return f"the fleet is unavailable: {one_line(self.detail)}"


class Late(OcppRpcError):
    """A node has refused a call that reached it too late; it was not sent.

    Attributes:
        now: The time of the node.
    """

    def __init__(self, now: int = 0) -> None:
        super().__init__(now)
        self.now = now

    def __str__(self) -> str:
        return "the call reached the node too late"


def as_failure(error: OcppRpcError) -> dict[str, Any]:
    """Return an exception as a JSON object."""
    for cls in type(error).__mro__:
        write = _WRITERS.get(cls)
        if write is not None:
            return {"failure": cls.__name__, **write(error)}
    return {"failure": "ConnectionClosed", **_FAILED}


def from_failure(found: Mapping[str, Any]) -> OcppRpcError:
    """Return the exception that a JSON object describes."""
    read = _READERS.get(str(found.get("failure")))
    try:
        return ConnectionClosed(**_FAILED) if read is None else read(found)
    except (KeyError, TypeError, ValueError):
        return ConnectionClosed(sent=True, reason="the node's answer is unreadable")


# An exception that is not in the table is a fault of this library or comes from a newer
# node. The outcome of the call is unknown, so the call may have been sent.
_FAILED: Final[Mapping[str, Any]] = {
    "sent": True,
    "code": 1011,
    "reason": "the node failed",
}


def _attributes(*names: str) -> Callable[[Any], dict[str, Any]]:
    return lambda error: {name: getattr(error, name) for name in names}


def _invalid(error: InvalidResponse) -> dict[str, Any]:
    violations = [[each.path, each.kind, each.message] for each in error.violations]
    return {
        "action": error.action,
        "detail": error.detail,
        "violations": violations,
    }


def _read_invalid(
    cls: type[InvalidResponse],
) -> Callable[[Mapping[str, Any]], InvalidResponse]:
    return lambda found: cls(
        found["action"], found["detail"], _violations(found["violations"])
    )


def _violations(found: Sequence[Sequence[str]]) -> list[Violation]:
    return [Violation(path, ViolationKind(kind), text) for path, kind, text in found]


_WRITERS: Final[Mapping[type, Callable[[Any], dict[str, Any]]]] = {
    CallTimeout: _attributes("action", "sent"),
    ConnectionClosed: _attributes("sent", "code", "reason"),
    BadSignature: _invalid,
    InvalidResponse: _invalid,
    QueueFull: _attributes("limit"),
    NotInVersion: _attributes("description"),
    CannotSend: lambda error: {"text": str(error)},
    NotConnected: _attributes("identity"),
    Late: _attributes("now"),
    OcppError: lambda error: {
        "code": str(error.code),
        "description": error.description,
        "details": dict(error.details),
        "action": error.action,
    },
}

_READERS: Final[Mapping[str, Callable[[Any], OcppRpcError]]] = {
    "CallTimeout": lambda found: CallTimeout(found["action"], sent=found["sent"]),
    "ConnectionClosed": lambda found: ConnectionClosed(
        sent=found["sent"], code=found["code"], reason=found["reason"]
    ),
    "BadSignature": _read_invalid(BadSignature),
    "InvalidResponse": _read_invalid(InvalidResponse),
    "QueueFull": lambda found: QueueFull(found["limit"]),
    "NotInVersion": lambda found: NotInVersion(found["description"]),
    "CannotSend": lambda found: CannotSend(found["text"]),
    "NotConnected": lambda found: NotConnected(found["identity"]),
    "Late": lambda found: Late(found["now"]),
    "OcppError": lambda found: OcppError(
        read_code(found["code"]),
        found["description"],
        found["details"],
        action=found["action"],
    ),
}
