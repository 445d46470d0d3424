"""What happens on a connection, as one stream of values.

A `Session` produces all of these but the first three; a `Connection` adds those and
hands every event to its observer, in the order in which things happened. The text of an
event is one short line for a log.
Times are those of the caller's clock, durations in seconds.
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
    """What all events have in common: their text."""

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
        deviations: In a server, what of the opening handshake OCPP-J does not allow and
            was let pass; see `ocpp_rpc.Handshake`.
    """

    version: str
    deviations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameReceived(_Told):
    """A message came in; bytes if it was a binary one."""

    text: str | bytes


@dataclass(frozen=True, slots=True)
class FrameSent(_Told):
    """A message goes out."""

    text: str


@dataclass(frozen=True, slots=True)
class CallQueued(_Told):
    """A call of ours was made; it waits for its turn, maybe not at all."""

    id: str
    procedure: Procedure
    request: Model


@dataclass(frozen=True, slots=True)
class CallStarted(_Told):
    """A call of ours is written; its time runs from now on.

    Attributes:
        waited: Time since the call was made.
    """

    id: str
    procedure: Procedure
    request: Model
    waited: float


@dataclass(frozen=True, slots=True)
class CallSucceeded(_Told):
    """A call of ours got its response.

    Attributes:
        duration: Time since the call was written.
    """

    id: str
    procedure: Procedure
    request: Model
    response: Model
    duration: float


@dataclass(frozen=True, slots=True)
class CallFailed(_Told):
    """A call of ours will not get a response any more.

    If the reply is malformed, a BadMessage follows.

    Attributes:
        error: An `OcppError`, `CallTimeout`, `ConnectionClosed` or `InvalidResponse`.
        duration: Time since the call was written; zero if it was not.
    """

    id: str
    procedure: Procedure
    request: Model
    error: OcppRpcError
    duration: float


@dataclass(frozen=True, slots=True)
class CallCancelled(_Told):
    """A call of ours was given up by the program.

    Attributes:
        duration: Time since the call was written; zero if it was not.
    """

    id: str
    procedure: Procedure
    request: Model
    duration: float


@dataclass(frozen=True, slots=True)
class CallReceived(_Told):
    """The peer calls; its request is valid and waits for exactly one reply."""

    id: str
    procedure: Procedure
    request: Model


@dataclass(frozen=True, slots=True)
class CallAnswered(_Told):
    """A call of the peer got its reply, which is about to be written.

    Attributes:
        outcome: The response, or the error sent instead of one.
        duration: Time since the call was received.
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
    """The peer sent a message that is not answered (from OCPP 2.1 on)."""

    id: str
    procedure: Procedure
    message: Model


@dataclass(frozen=True, slots=True)
class SendDropped(_Told):
    """The peer sent such a message while too many handlers were running."""

    id: str
    procedure: Procedure


@dataclass(frozen=True, slots=True)
class Deviated(_Told):
    """The peer sent what is not valid, and its deviations may pass.

    The next event about the same message tells what became of it.

    Attributes:
        id: That of the call, or of the message that is not answered.
        message: The request, the response or the message that is not answered.
        deviations: What was let pass, at least one: first what was mended of the frame.
    """

    id: str
    procedure: Procedure
    message: Model
    deviations: tuple[Deviation, ...]


@dataclass(frozen=True, slots=True)
class FrameMended(_Told):
    """The peer sent a frame that is none, and it was mended, but no payload was read.

    The next event tells what became of it. If its payload is read, `Deviated` tells
    what was mended.

    Attributes:
        deviations: What was mended, at least one.
    """

    deviations: tuple[Deviation, ...]


@dataclass(frozen=True, slots=True)
class Signed(_Told):
    """The peer signed a message, and the signature lets it pass.

    The next event about the same message tells what became of it.

    Attributes:
        id: That of the call, or of the message that is not answered.
        action: The action, without the suffix.
        signature: The signature.
    """

    id: str
    action: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class SignatureRefused(_Told):
    """A message of the peer is not signed as it has to be.

    A CallRefused, a CallFailed or a BadMessage about the same message follows.

    Attributes:
        id: That of the call, or of the message that is not answered.
        action: The action, without the suffix.
        reason: What is wrong.
    """

    id: str
    action: str
    reason: str


class StrayKind(StrEnum):
    """Why nobody waits for a reply."""

    LATE = "late"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StrayReply(_Told):
    """The peer replied to a call that is not pending.

    Attributes:
        kind: LATE: the call had timed out or was cancelled, which is normal traffic.
            DUPLICATE: it had its reply already. UNKNOWN: there was no such call, or it
            is long gone.
    """

    id: str
    kind: StrayKind


@dataclass(frozen=True, slots=True)
class ResultRefused(_Told):
    """The peer found a response of ours invalid (CALLRESULTERROR, from 2.1 on).

    If its frame is malformed, a BadMessage follows.
    """

    id: str
    error: OcppError


@dataclass(frozen=True, slots=True)
class BadMessage(_Told):
    """The peer sent something that is no message, or a SEND that is not valid.

    Attributes:
        problem: What is wrong with it.
        answered: The error it was answered with, if it was.
    """

    problem: Malformed
    answered: OcppError | None = None


@dataclass(frozen=True, slots=True)
class Closed(_Told):
    """The connection is closed. Always the last event.

    Attributes:
        code: The close code of RFC 6455; 1006 when the connection broke.
        reason: The text that came with it.
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
"""Something that happens on a connection."""
"""What an observer is called with, and what `Session.events` returns."""


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
"""What each attribute of an event adds to its text; the others are payloads."""
