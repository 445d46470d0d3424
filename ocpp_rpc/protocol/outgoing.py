"""Calls of this side, from the moment they are made until they settle.

A call is in three tables, one after the other: `_waiting`, in the order the calls were
made, until one of the `max_in_flight` slots is free; `_in_flight`, from the moment
`start_next` returns its frame until it settles; and then `_recent`. It leaves the first
two exactly once, through `_settle`, with exactly one event. A call that expires or is
cancelled while it waits is never written, so no reply to it can come, and it is not
remembered.

A late reply to a settled call is no fault of the peer: the time limit ended while the
reply was on its way. `_recent` distinguishes such a reply from a second one, and from
one to a call that never existed. It keeps the ids of the last calls only, because a
connection may last for months and a peer may never send the reply that would remove an
id.

The owner passes the time with each step. Deadlines are searched, not kept in order,
because one call is in flight, and few of the waiting calls have a limit that already
runs.

This module creates the frames of calls, and reads nothing of the peer; `replies` does.
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
    """A call of this side that is not settled.

    Attributes:
        made: The time when the call was made.
        timeout: The time limit for the reply, in seconds from when the call is written;
            None is forever.
        deadline: The time when the call fails; None if no limit runs.
        tolerance: The tolerance for the response; None: the one of the session.
        suffix: The suffix of the action on the wire.
        written: The time when the frame was returned; None while the call waits.
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

    @property
    def sent(self) -> bool:
        """Whether it is written."""
        return self.written is not None

    def start(self, now: float) -> str:
        """Note that the call is written, and return its frame."""
        self.written = now
        self.limit(now)
        action = self.procedure.action + self.suffix
        return Call(self.id, action, self.payload).serialize()

    def limit(self, now: float) -> None:
        """Start the time limit, if it does not run yet."""
        if self.timeout is not None:
            end = now + self.timeout
            self.deadline = end if self.deadline is None else min(end, self.deadline)

    def is_overdue(self, now: float) -> bool:
        """Tell whether its time limit has passed."""
        return self.deadline is not None and self.deadline <= now

    def age(self, now: float) -> float:
        """Return the seconds since it was written; 0 if it was not."""
        return 0.0 if self.written is None else now - self.written


class OutgoingCalls:
    """The calls of this side on one connection.

    Args:
        conversation: The conversation of the session, with the limits for the number of
            calls; the outcome of each call is added to its events.

    Attributes:
        end: Code and reason with which the connection is closed or about to be. If set,
            no further call is accepted. None while the connection is open.
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
        """Check that the connection is open and not about to be closed.

        Raises:
            ConnectionClosed: It is not.
        """
        if self.end is not None:
            raise ConnectionClosed(code=self.end.code, reason=self.end.reason)

    def check_unused(self, message_id: str) -> None:
        """Check that no unsettled call has this id.

        Raises:
            CannotSend: A call has it.
        """
        if message_id in self._waiting or message_id in self._in_flight:
            raise CannotSend(f"a call with the id {message_id} is pending")

    def check_room(self) -> None:
        """Check that one more call may be made.

        Raises:
            QueueFull: The limits are reached.
        """
        limits = self._conversation.limits
        pending = len(self._waiting) + len(self._in_flight)
        if pending >= limits.max_in_flight + limits.max_waiting:
            raise QueueFull(limits.max_waiting)

    def add(self, call: Outgoing) -> None:
        """Add a call, which waits for its turn."""
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
        """The time at which to call `expire`; None if no call has a time limit."""
        earliest: float | None = None
        for call in chain(self._in_flight.values(), self._waiting.values()):
            deadline = call.deadline
            if deadline is not None and (earliest is None or deadline < earliest):
                earliest = deadline
        return earliest

    def hold(self, now: float) -> None:
        """Start the time limits of the next calls, though nothing is written.

        A time limit starts when its call is written. If the peer does not read, nothing
        is written, and these calls would wait forever. The calls behind them would have
        to wait anyway.
        """
        free = self._conversation.limits.max_in_flight - len(self._in_flight)
        for call in islice(self._waiting.values(), max(free, 0)):
            call.limit(now)

    def expire(self, now: float) -> None:
        """Fail the calls whose time limit has passed."""
        for call in (*self._in_flight.values(), *self._waiting.values()):
            if call.is_overdue(now):
                self._time_out(call, now)

    # --- Settling ---------------------------------------------------------------------

    def in_flight(self, message_id: str | None) -> Outgoing | None:
        """Return the written call with this id; None if there is none."""
        return None if message_id is None else self._in_flight.get(message_id)

    def answered(self, message_id: str) -> Outgoing | None:
        """Return the call of a reply; None, and a `StrayReply`, if there is none."""
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
        """Settle a call with an error; `reply` is the kind of any reply from now on."""
        event = CallFailed(call.id, call.procedure, call.request, error, call.age(now))
        self._settle(call, reply, event)

    def cancel(self, message_id: str, now: float) -> None:
        """Give up a pending call; as `Session.cancel`."""
        call = self._waiting.get(message_id) or self._in_flight.get(message_id)
        if call is not None:
            event = CallCancelled(
                call.id, call.procedure, call.request, call.age(now), call.sent
            )
            self._settle(call, StrayKind.LATE, event)

    def fail_unsent(self, end: Closed, now: float) -> None:
        """Fail the calls that are not written yet, and accept no further ones.

        If this is called again, the first code and reason remain.
        """
        self.end = self.end or end
        for call in list(self._waiting.values()):
            self._lose(call, self.end, now)

    def fail_all(self, end: Closed, now: float) -> None:
        """Fail all calls, written or not, and accept no further ones."""
        self.end = self.end or end
        for call in (*self._in_flight.values(), *self._waiting.values()):
            self._lose(call, self.end, now)

    def connection_lost(self, end: Closed, now: float) -> None:
        """Fail all calls; this code and reason replace those that were announced."""
        self.end = end
        self.fail_all(end, now)

    def _lose(self, call: Outgoing, end: Closed, now: float) -> None:
        error = ConnectionClosed(sent=call.sent, code=end.code, reason=end.reason)
        self.fail(call, error, now)

    def _time_out(self, call: Outgoing, now: float) -> None:
        error = CallTimeout(call.procedure.action, sent=call.sent)
        self.fail(call, error, now, StrayKind.LATE)

    def _settle(self, call: Outgoing, reply: StrayKind, event: Event) -> None:
        if self._waiting.pop(call.id, None) is None:
            del self._in_flight[call.id]
            self._recent[call.id] = reply
            if len(self._recent) > _REMEMBERED:
                del self._recent[next(iter(self._recent))]
        self._conversation.events.append(event)
