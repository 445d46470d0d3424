"""The events of a connection, in one stream.

A `Session` creates all of them except Opened, FrameReceived and FrameSent, which a
`Connection` adds. The connection passes every event to its observer, in the order in
which things happened. `str(event)` is one short line for a log. Durations are in
seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeAlias

from ocpp_messages import Deviation, Model, Procedure
from ocpp_rpc.errors import OcppError, OcppRpcError
from ocpp_rpc.lines import one_line

from .frames import Malformed
from .seals import Signature

__all__ = [
    "BadMessage",
    "CallAnswered",
    "CallCancelled",
    "CallFailed",
    "CallQueued",
    "CallReceived",
    "CallRefused",
    "CallStarted",
    "CallSucceeded",
    "Closed",
    "Deviated",
    "Event",
    "FrameMended",
    "FrameReceived",
    "FrameSent",
    "Opened",
    "ResultRefused",
    "SendDropped",
    "SendReceived",
    "SignatureRefused",
    "Signed",
    "StrayKind",
    "StrayReply",
]


class _Told:
    """The base of all events: their text."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return one short line, without payloads."""
        values = ((part, getattr(self, name, None)) for name, part in _PARTS.items())
        parts = [part(value) for part, value in values if value is not None]
        return f"{type(self).__name__}: {', '.join(filter(None, parts))}"


@dataclass(frozen=True, slots=True)
class Opened(_Told):
    """The connection is open. Always the first event.

    Attributes:
        version: The negotiated version of OCPP.
        deviations: In a server, the faults of the opening handshake that it accepted,
            one line each; see `ocpp_rpc.Handshake`.
    """

    version: str
    deviations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameReceived(_Told):
    """A message was received; `text` is bytes if its WebSocket frame was binary."""

    text: str | bytes


@dataclass(frozen=True, slots=True)
class FrameSent(_Told):
    """A message is about to be written."""

    text: str


@dataclass(frozen=True, slots=True)
class CallQueued(_Told):
    """A call of this side was made, and waits until it may be written."""

    id: str
    procedure: Procedure
    request: Model


@dataclass(frozen=True, slots=True)
class CallStarted(_Told):
    """A call of this side is written; its time limit starts.

    Attributes:
        waited: The time since the call was made, in seconds.
    """

    id: str
    procedure: Procedure
    request: Model
    waited: float


@dataclass(frozen=True, slots=True)
class CallSucceeded(_Told):
    """A call of this side got its response.

    Attributes:
        duration: The time since the call was written, in seconds.
    """

    id: str
    procedure: Procedure
    request: Model
    response: Model
    duration: float


@dataclass(frozen=True, slots=True)
class CallFailed(_Told):
    """A call of this side failed.

    If the reply is malformed, a BadMessage follows.

    Attributes:
        error: An `OcppError`, `CallTimeout`, `ConnectionClosed` or `InvalidResponse`.
        duration: The time since the call was written, in seconds; 0 if it was not.
    """

    id: str
    procedure: Procedure
    request: Model
    error: OcppRpcError
    duration: float


@dataclass(frozen=True, slots=True)
class CallCancelled(_Told):
    """A call of this side was given up by the program.

    Attributes:
        duration: The time since the call was written, in seconds; 0 if it was not.
        sent: Whether the call was written, so that the peer may have carried it out.
    """

    id: str
    procedure: Procedure
    request: Model
    duration: float
    sent: bool


@dataclass(frozen=True, slots=True)
class CallReceived(_Told):
    """A call of the peer is valid, and is owed exactly one reply."""

    id: str
    procedure: Procedure
    request: Model


@dataclass(frozen=True, slots=True)
class CallAnswered(_Told):
    """A call of the peer got its reply, which is about to be written.

    Attributes:
        outcome: The response, or the error that is sent instead.
        duration: The time since the call was received, in seconds.
    """

    id: str
    procedure: Procedure
    outcome: Model | OcppError
    duration: float


@dataclass(frozen=True, slots=True)
class CallRefused(_Told):
    """A call of the peer was answered with an error before any handler saw it."""

    id: str
    action: str
    error: OcppError


@dataclass(frozen=True, slots=True)
class SendReceived(_Told):
    """The peer sent a message that has no response (from OCPP 2.1 on)."""

    id: str
    procedure: Procedure
    message: Model


@dataclass(frozen=True, slots=True)
class SendDropped(_Told):
    """A message without a response was dropped: too many handlers are running."""

    id: str
    procedure: Procedure


@dataclass(frozen=True, slots=True)
class Deviated(_Told):
    """The peer sent an invalid message that the tolerance accepts.

    The next event about the same message tells its further course.

    Attributes:
        id: The id of the call, or of the message without a response.
        message: The request, the response, or the message without a response.
        deviations: The accepted deviations, at least one; those of the frame first.
    """

    id: str
    procedure: Procedure
    message: Model
    deviations: tuple[Deviation, ...]


@dataclass(frozen=True, slots=True)
class FrameMended(_Told):
    """The peer sent a broken frame that was corrected, but its payload was not read.

    The next event tells the further course of the message. If the payload is read,
    `Deviated` has the corrections instead.

    Attributes:
        deviations: The corrections of the frame, at least one.
    """

    deviations: tuple[Deviation, ...]


@dataclass(frozen=True, slots=True)
class Signed(_Told):
    """The peer sent a signed message whose signature is accepted.

    The next event about the same message tells its further course.

    Attributes:
        id: The id of the call, or of the message without a response.
        action: The action, without the suffix.
        signature: The signature.
    """

    id: str
    action: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class SignatureRefused(_Told):
    """A message of the peer is refused: its signature is wrong or missing.

    A CallRefused, a CallFailed or a BadMessage about the same message follows.

    Attributes:
        id: The id of the call, or of the message without a response.
        action: The action, without the suffix.
        reason: The fault of the signature.
    """

    id: str
    action: str
    reason: str


class StrayKind(StrEnum):
    """The reasons why a reply belongs to no pending call."""

    LATE = "late"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StrayReply(_Told):
    """The peer replied to a call that is not pending.

    Attributes:
        kind: LATE: the call had timed out or was cancelled, which is normal traffic.
            DUPLICATE: the call already had its reply. UNKNOWN: there was no such call,
            or it ended long ago.
    """

    id: str
    kind: StrayKind


@dataclass(frozen=True, slots=True)
class ResultRefused(_Told):
    """The peer refused a response of this side (CALLRESULTERROR, from 2.1 on).

    If its frame is malformed, a BadMessage follows.
    """

    id: str
    error: OcppError


@dataclass(frozen=True, slots=True)
class BadMessage(_Told):
    """The peer sent a text that is not a valid frame, or an invalid SEND.

    Attributes:
        problem: The fault.
        answered: The error that answered the message; None if it was not answered.
    """

    problem: Malformed
    answered: OcppError | None = None


@dataclass(frozen=True, slots=True)
class Closed(_Told):
    """The connection is closed. Always the last event.

    Attributes:
        code: The close code of RFC 6455; 1006 when the connection broke.
        reason: The text that came with the code; may be empty.
    """

    code: int
    reason: str


Event: TypeAlias = (
    Opened
    | FrameReceived
    | FrameSent
    | CallQueued
    | CallStarted
    | CallSucceeded
    | CallFailed
    | CallCancelled
    | CallReceived
    | CallAnswered
    | CallRefused
    | SendReceived
    | SendDropped
    | Deviated
    | FrameMended
    | Signed
    | SignatureRefused
    | StrayReply
    | ResultRefused
    | BadMessage
    | Closed
)
"""Any event: an observer is called with one, and `Session.events` returns them."""


def _outcome(outcome: Model | OcppError) -> str:
    return type(outcome).__name__ if isinstance(outcome, Model) else str(outcome)


def _size(text: str | bytes) -> str:
    return f"{len(text)} {'characters' if isinstance(text, str) else 'bytes'}"


_PARTS: Final[Mapping[str, Callable[[Any], str]]] = {
    "version": lambda version: f"OCPP {version}",
    "text": _size,
    "procedure": lambda procedure: procedure.action,
    "action": one_line,
    "id": lambda message_id: f"id {one_line(message_id)}",
    "outcome": _outcome,
    "error": str,
    "deviations": lambda found: one_line("; ".join(map(str, found[:5]))),
    "signature": one_line,
    "kind": str,
    "problem": lambda problem: one_line(f"{problem.defect}: {problem.detail}"),
    "answered": lambda error: f"answered {error}",
    "code": str,
    "reason": one_line,
    "waited": lambda seconds: f"waited {seconds:.3f} s",
    "duration": lambda seconds: f"after {seconds:.3f} s",
}
"""The part of an event's text that each attribute adds; the others are payloads."""
