"""What is pending on a connection: calls of ours, and messages of the peer."""

from __future__ import annotations

from dataclasses import dataclass

from ocpp_messages import Model, Procedure, Tolerance

from .frames import Call

__all__ = ["Incoming", "Outgoing"]


@dataclass(slots=True, eq=False)
class Incoming:
    """A valid message of the peer, which a handler has to see.

    Attributes:
        id: Its id.
        procedure: What it is: a call, which is owed a reply, or a SEND.
        message: The request, or the message that is not answered.
        received: When it came.
    """

    id: str
    procedure: Procedure
    message: Model
    received: float


@dataclass(slots=True, eq=False)
class Outgoing:
    """A call of ours that is not settled.

    Attributes:
        made: When it was made.
        timeout: How long its reply may take once it is written.
        deadline: When it fails; None if it is not limited, or not yet.
        tolerance: That of its response; None for that of the session.
        written: When its frame was handed out; None while it waits.
    """

    id: str
    procedure: Procedure
    request: Model
    payload: str
    made: float
    timeout: float | None
    deadline: float | None
    tolerance: Tolerance | None
    written: float | None = None

    def start(self, now: float) -> str:
        """Note that the call is written, and return its frame."""
        self.written = now
        self.limit(now)
        return Call(self.id, self.procedure.action, self.payload).serialize()

    def limit(self, now: float) -> None:
        """Let its time limit run, if it does not yet."""
        if self.timeout is not None:
            end = now + self.timeout
            self.deadline = end if self.deadline is None else min(end, self.deadline)

    def is_overdue(self, now: float) -> bool:
        """Tell whether its time is up."""
        return self.deadline is not None and self.deadline <= now

    def age(self, now: float) -> float:
        """Return how long ago it was written; zero if it was not."""
        return 0.0 if self.written is None else now - self.written
