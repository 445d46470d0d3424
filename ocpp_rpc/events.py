"""What happens on a connection, as one stream of values.

A `Session` produces all of these but the first three; a `Connection` adds those and
hands every event to its observer, in the order in which things happened.
Times are those of the caller's clock, durations in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from ocpp_messages import Deviation, Model, Procedure

from .errors import OcppError, OcppRpcError
from .frames import Malformed

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
    "FrameReceived",
    "FrameSent",
    "Opened",
    "ResultRefused",
    "SendDropped",
    "SendReceived",
    "StrayKind",
    "StrayReply",
]


@dataclass(frozen=True, slots=True)
class Opened:
    """The connection is open. Always the first event."""

    version: str


@dataclass(frozen=True, slots=True)
class FrameReceived:
    """A message came in; bytes if it was a binary one."""

    text: str | bytes


@dataclass(frozen=True, slots=True)
class FrameSent:
    """A message goes out."""

    text: str


@dataclass(frozen=True, slots=True)
class CallQueued:
    """A call of ours was made; it waits for its turn, maybe not at all."""

    id: str
    procedure: Procedure
    request: Model


@dataclass(frozen=True, slots=True)
class CallStarted:
    """A call of ours is written; its time runs from now on.

    Attributes:
        waited: Time since the call was made.
    """

    id: str
    procedure: Procedure
    request: Model
    waited: float


@dataclass(frozen=True, slots=True)
class CallSucceeded:
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
class CallFailed:
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
class CallCancelled:
    """A call of ours was given up by the program.

    Attributes:
        duration: Time since the call was written; zero if it was not.
    """

    id: str
    procedure: Procedure
    request: Model
    duration: float


@dataclass(frozen=True, slots=True)
class CallReceived:
    """The peer calls; its request is valid and waits for exactly one reply."""

    id: str
    procedure: Procedure
    request: Model


@dataclass(frozen=True, slots=True)
class CallAnswered:
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
class CallRefused:
    """A call of the peer was answered with an error before any handler saw it."""

    id: str
    action: str
    error: OcppError


@dataclass(frozen=True, slots=True)
class SendReceived:
    """The peer sent a message that is not answered (from OCPP 2.1 on)."""

    id: str
    procedure: Procedure
    message: Model


@dataclass(frozen=True, slots=True)
class SendDropped:
    """The peer sent such a message while too many handlers were running."""

    id: str
    procedure: Procedure


@dataclass(frozen=True, slots=True)
class Deviated:
    """The peer sent what is not valid, and its deviations may pass.

    The next event about the same message tells what became of it.

    Attributes:
        id: That of the call, or of the message that is not answered.
        message: The request, the response or the message that is not answered.
        deviations: What was let pass, at least one.
    """

    id: str
    procedure: Procedure
    message: Model
    deviations: tuple[Deviation, ...]


class StrayKind(StrEnum):
    """Why nobody waits for a reply."""

    LATE = "late"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StrayReply:
    """The peer replied to a call that is not pending.

    Attributes:
        kind: LATE: the call had timed out or was cancelled, which is normal traffic.
            DUPLICATE: it had its reply already. UNKNOWN: there was no such call, or it
            is long gone.
    """

    id: str
    kind: StrayKind


@dataclass(frozen=True, slots=True)
class ResultRefused:
    """The peer found a response of ours invalid (CALLRESULTERROR, from 2.1 on).

    If its frame is malformed, a BadMessage follows.
    """

    id: str
    error: OcppError


@dataclass(frozen=True, slots=True)
class BadMessage:
    """The peer sent something that is no message, or a SEND that is not valid.

    Attributes:
        problem: What is wrong with it.
        answered: The error it was answered with, if it was.
    """

    problem: Malformed
    answered: OcppError | None = None


@dataclass(frozen=True, slots=True)
class Closed:
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
    | StrayReply
    | ResultRefused
    | BadMessage
    | Closed
)
