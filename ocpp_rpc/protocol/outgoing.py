"""Calls of ours, from the moment they are made until they settle.

A call goes through three places: `_waiting`, in the order they were made, until one of
the `max_in_flight` slots is free; `_in_flight` from the moment `start_next` hands its
frame out until it settles; `_recent` after that. It leaves the first two exactly once,
through `_settle`, with exactly one event. A call that expires or is cancelled while it
waits is never written, so no reply to it can come, and it is not remembered.

A reply to a call that is over is no fault of the peer if it is late: it crossed the end
of the time limit on its way. `_recent` tells that from a second reply and from one to a
call that never was. It keeps the ids of the last calls only, since a connection may
last for months and a peer may never send what would clear an id.

The owner gives the time with each step. Deadlines are looked for, not kept in order:
one call is in flight, and of those that wait few have a limit that runs already.

This module touches no frame but that of a call, and reads nothing of the peer;
`replies` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from ocpp_messages import Model, Procedure, Tolerance
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    OcppRpcError,
    QueueFull,
)

from .conversation import Conversation
from .events import (
    CallCancelled,
    CallFailed,
    CallQueued,
    CallStarted,
    CallSucceeded,
    Closed,
    Event,
    StrayKind,
    StrayReply,
)
from .frames import Call

__all__ = ["Outgoing", "OutgoingCalls"]

_REMEMBERED: Final = 256
"""How many settled calls are remembered to classify stray replies."""


@dataclass(slots=True, eq=False)
class Outgoing:
    """A call of ours that is not settled.

    Attributes:
        made: When it was made.
        timeout: How long its reply may take once it is written.
        deadline: When it fails; None if it is not limited, or not yet.
        tolerance: That of its response; None for that of the session.
        suffix: What follows its action on the wire.
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
    suffix: str = ""
    written: float | None = None

    def start(self, now: float) -> str:
        """Note that the call is written, and return its frame."""
        self.written = now
        self.limit(now)
        action = self.procedure.action + self.suffix
        return Call(self.id, action, self.payload).serialize()

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


class OutgoingCalls:
    """The calls of ours on one connection.

    Args:
        conversation: Its limits say how many calls there may be; its events tell what
            becomes of them.

    Attributes:
        end: How the connection is, or is about to be, closed: no further call is
            taken. None while it is open.
    """

    __slots__ = ("_conversation", "_in_flight", "_recent", "_waiting", "end")

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self._waiting: dict[str, Outgoing] = {}
        self._in_flight: dict[str, Outgoing] = {}
        self._recent: dict[str, StrayKind] = {}
        self.end: Closed | None = None

    # --- From making to writing -------------------------------------------------------

    def check_open(self) -> None:
        """Refuse to send anything once the connection ends.

        Raises:
            ConnectionClosed: It does.
        """
        if self.end is not None:
            raise ConnectionClosed(code=self.end.code, reason=self.end.reason)

    def check_unused(self, message_id: str) -> None:
        """Refuse to send a message with the id of a call that is not settled.

        Raises:
            CannotSend: There is one.
        """
        if message_id in self._waiting or message_id in self._in_flight:
            raise CannotSend(f"a call with the id {message_id} is pending")

    def check_room(self) -> None:
        """Refuse to make one more call than there may be.

        Raises:
            QueueFull: There are as many.
        """
        limits = self._conversation.limits
        pending = len(self._waiting) + len(self._in_flight)
        if pending >= limits.max_in_flight + limits.max_waiting:
            raise QueueFull(limits.max_waiting)

    def add(self, call: Outgoing) -> None:
        """Let a call wait for its turn."""
        self._waiting[call.id] = call
        if self._conversation.observed:
            queued = CallQueued(call.id, call.procedure, call.request)
            self._conversation.events.append(queued)

    def start_next(self, now: float) -> str | None:
        """Return the frame of the next call; None if none may be written now.

        The call counts as written, and its time limit runs.
        """
        conversation = self._conversation
        while (
            self._waiting and len(self._in_flight) < conversation.limits.max_in_flight
        ):
            call = next(iter(self._waiting.values()))
            # The owner may write before it looks at the clock of `expire`.
            if call.is_overdue(now):
                self._time_out(call, now)
                continue
            del self._waiting[call.id]
            self._in_flight[call.id] = call
            if conversation.observed:
                waited = now - call.made
                started = CallStarted(call.id, call.procedure, call.request, waited)
                conversation.events.append(started)
            return call.start(now)
        return None

    # --- Time -------------------------------------------------------------------------

    @property
    def next_deadline(self) -> float | None:
        """When `expire` has something to do; None if never."""
        earliest: float | None = None
        for call in chain(self._in_flight.values(), self._waiting.values()):
            deadline = call.deadline
            if deadline is not None and (earliest is None or deadline < earliest):
                earliest = deadline
        return earliest

    def hold(self, now: float) -> None:
        """Let the time limits of the next calls run, though nothing is written.

        A limit runs once a call is written. If the peer does not read, nothing is, and
        these calls would wait for ever. The others would have had to wait anyway.
        """
        free = self._conversation.limits.max_in_flight - len(self._in_flight)
        for call in islice(self._waiting.values(), max(free, 0)):
            call.limit(now)

    def expire(self, now: float) -> None:
        """Fail the calls whose time is up."""
        for call in (*self._in_flight.values(), *self._waiting.values()):
            if call.is_overdue(now):
                self._time_out(call, now)

    # --- Settling ---------------------------------------------------------------------

    def in_flight(self, message_id: str | None) -> Outgoing | None:
        """Return the call that is written and has this id, if there is one."""
        return None if message_id is None else self._in_flight.get(message_id)

    def answered(self, message_id: str) -> Outgoing | None:
        """Return the call that a reply belongs to; report it if it belongs to none."""
        call = self._in_flight.get(message_id)
        if call is None:
            kind = self._recent.get(message_id, StrayKind.UNKNOWN)
            self._conversation.events.append(StrayReply(message_id, kind))
        return call

    def succeed(self, call: Outgoing, response: Model, now: float) -> None:
        """Settle a call with its response."""
        event = CallSucceeded(
            call.id, call.procedure, call.request, response, call.age(now)
        )
        self._settle(call, StrayKind.DUPLICATE, event)

    def fail(
        self,
        call: Outgoing,
        error: OcppRpcError,
        now: float,
        reply: StrayKind = StrayKind.DUPLICATE,
    ) -> None:
        """Settle a call with an error; `reply` is what a reply would be from now on."""
        event = CallFailed(call.id, call.procedure, call.request, error, call.age(now))
        self._settle(call, reply, event)

    def cancel(self, message_id: str, now: float) -> None:
        """Give a call up, if it is pending. Its slot is free; a reply is a late one."""
        call = self._waiting.get(message_id) or self._in_flight.get(message_id)
        if call is not None:
            event = CallCancelled(call.id, call.procedure, call.request, call.age(now))
            self._settle(call, StrayKind.LATE, event)

    def fail_unsent(self, end: Closed, now: float) -> None:
        """Fail the calls that are not written, and take no further ones.

        The first end that is told counts.
        """
        self.end = self.end or end
        for call in list(self._waiting.values()):
            self._lose(call, self.end, now)

    def fail_all(self, end: Closed, now: float) -> None:
        """Fail all calls, written or not, and take no further ones."""
        self.end = self.end or end
        for call in (*self._in_flight.values(), *self._waiting.values()):
            self._lose(call, self.end, now)

    def connection_lost(self, end: Closed, now: float) -> None:
        """Fail all calls: the connection is closed, however it was meant to be."""
        self.end = end
        self.fail_all(end, now)

    def _lose(self, call: Outgoing, end: Closed, now: float) -> None:
        sent = call.written is not None
        error = ConnectionClosed(sent=sent, code=end.code, reason=end.reason)
        self.fail(call, error, now)

    def _time_out(self, call: Outgoing, now: float) -> None:
        error = CallTimeout(call.procedure.action, sent=call.written is not None)
        self.fail(call, error, now, StrayKind.LATE)

    def _settle(self, call: Outgoing, reply: StrayKind, event: Event) -> None:
        if self._waiting.pop(call.id, None) is None:
            del self._in_flight[call.id]
            self._recent[call.id] = reply
            if len(self._recent) > _REMEMBERED:
                del self._recent[next(iter(self._recent))]
        self._conversation.events.append(event)
