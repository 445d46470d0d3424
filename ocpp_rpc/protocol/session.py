"""One side of an OCPP-J conversation, without I/O.

A `Session` keeps the state of one side of a connection: which calls are pending, which
replies are owed, which frame to write next. It reads no socket and no clock. After
everything that its owner (the program) does with the session, the owner

1. passes it each message (`receive`) and the time (`expire`, at `next_deadline`),
2. writes the frames that `next_to_send` returns until it returns None, and
3. handles `events`, in this order.

Faults of the peer become events and, if the dialect demands it, replies; `receive`
never raises. Faults of the owner raise.

`Session` is a facade. `outgoing` keeps the calls of this side, `replies` handles the
peer's replies to them, `incoming` keeps the messages of the peer and the replies owed
to them, and `sending` checks messages before they are sent. All of them share a
`conversation`: its settings, and the frames and events for the owner. Only this module
knows all of them. It decides which of them gets a frame, in which order frames are
written, and how everything ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import Final

from ocpp_messages import (
    Model,
    Procedure,
    ProcedureKind,
    Role,
    Tolerance,
    VersionPackage,
)
from ocpp_messages.serializer import dumps
from ocpp_rpc.errors import OcppError

from .conversation import Conversation
from .dialect import DIALECTS, Dialect
from .events import Closed, Event
from .frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Defect,
    Malformed,
    MessageType,
    Send,
)
from .incoming import Incoming, IncomingMessages
from .limits import Limits
from .outgoing import Outgoing, OutgoingCalls
from .parsing import parse
from .replies import Replies
from .seals import SUFFIX, Seal, without_suffix
from .sending import check_id, procedure_of
from .tolerances import Tolerances

__all__ = ["Session"]


class Session:
    """The state of one side of a connection.

    Args:
        package: The messages of the negotiated version.
        role: The role of this side, one of the two roles of the package.
        dialect: The rules; default: those of the version.
        supports: Returns a true value, such as the handler, if a procedure has a
            handler. Calls without one are answered as by `decline`. Default: every
            procedure has one. May be replaced at any time.
        running: The running handlers, for `Limits.max_unanswered`: a handler may
            continue after its reply, and that of a SEND has no reply.
        limits: How much may be pending at once; may be replaced at any time.
        tolerances: The deviations to accept in messages of the peer; may be replaced
            at any time.
        observed: Whether to report events that only observers need: CallQueued,
            CallStarted, CallAnswered, and CallReceived and SendReceived, because
            `receive` returns the same message.
        seal: Signs messages and checks signatures; None if messages are not signed.

    Attributes:
        closed: Code and reason of the close; None while the connection is open.
    """

    def __init__(  # noqa: PLR0913
        self,
        package: VersionPackage,
        role: Role,
        *,
        dialect: Dialect | None = None,
        supports: Callable[[Procedure], object] | None = None,
        running: Sized = (),
        limits: Limits | None = None,
        tolerances: Tolerances | None = None,
        observed: bool = True,
        seal: Seal | None = None,
    ) -> None:
        conversation = self._conversation = Conversation(
            package,
            role,
            dialect=dialect or DIALECTS[package.VERSION],
            limits=limits or Limits(),
            tolerances=tolerances or Tolerances(),
            observed=observed,
            seal=seal,
        )
        self.package: Final = package
        self.role: Final = role
        self.peer_role: Final = conversation.peer_role
        self.dialect: Final = conversation.dialect
        self._calls = OutgoingCalls(conversation)
        self._replies = Replies(conversation, self._calls)
        self._incoming = IncomingMessages(conversation, supports, running)
        self.closed: Closed | None = None

    # --- What the owner may replace ---------------------------------------------------

    @property
    def limits(self) -> Limits:
        """How much may be pending at once; may be replaced at any time."""
        return self._conversation.limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self._conversation.limits = limits

    @property
    def tolerances(self) -> Tolerances:
        """The deviations to accept; may be replaced at any time."""
        return self._conversation.tolerances

    @tolerances.setter
    def tolerances(self, tolerances: Tolerances) -> None:
        self._conversation.tolerances = tolerances

    @property
    def supports(self) -> Callable[[Procedure], object] | None:
        """Tells whether a procedure has a handler; may be replaced at any time."""
        return self._incoming.supports

    @supports.setter
    def supports(self, supports: Callable[[Procedure], object] | None) -> None:
        self._incoming.supports = supports

    # --- What the owner looks at ------------------------------------------------------

    @property
    def unanswered(self) -> int:
        """The number of calls of the peer that are owed a reply."""
        return self._incoming.unanswered

    @property
    def bad_messages(self) -> int:
        """The number of bad messages of the peer in a row."""
        return self._conversation.bad_messages

    @property
    def next_deadline(self) -> float | None:
        """The time at which to call `expire`; None if no call has a time limit."""
        return self._calls.next_deadline

    @property
    def has_news(self) -> bool:
        """Whether there is a reply to write or an event to handle.

        If not, no waiting call may be written either: only an event frees its turn.
        """
        conversation = self._conversation
        return bool(conversation.frames or conversation.events)

    @property
    def owes_frames(self) -> bool:
        """Whether there are frames to write other than calls of this side."""
        return bool(self._conversation.frames)

    def events(self) -> list[Event]:
        """Return the events since the last call of this method, oldest first."""
        conversation = self._conversation
        events, conversation.events = conversation.events, []
        return events

    def next_to_send(self, now: float) -> str | None:
        """Return the next frame to write; None if there is none at the moment.

        When the frame of a call is returned, the call counts as written and its time
        limit starts.
        """
        # Answers first: they may go out while a call is pending, and the peer waits for
        # them with a time limit of its own.
        frames = self._conversation.frames
        return frames.pop(0) if frames else self._calls.start_next(now)

    def hold(self, now: float) -> None:
        """Start the time limits of the calls whose turn it is, though none is written.

        Use this while nothing can be written because the peer does not read: these
        calls would otherwise wait forever.
        """
        self._calls.hold(now)

    # --- What the owner does ----------------------------------------------------------

    def call(  # noqa: PLR0913
        self,
        message_id: str,
        request: Model,
        now: float,
        *,
        timeout: float | None = None,
        total_timeout: float | None = None,
        tolerance: Tolerance | None = None,
    ) -> None:
        """Queue a call. It ends with CallSucceeded, CallFailed or CallCancelled.

        Args:
            message_id: An id of 1 to 36 characters that no pending call has.
            request: The request.
            now: The time in seconds.
            timeout: The time limit for the reply, in seconds from when the call is
                written; None is forever.
            total_timeout: The time limit in seconds from now; None is forever.
            tolerance: The deviations to accept in the request and in its response.
                None: the request has to be valid, `tolerances` is for the response.

        Raises:
            CannotSend: This side may not send this request, it is invalid, or the id
                is in use or has a wrong length.
            QueueFull: `Limits.max_waiting` calls are waiting already.
            ConnectionClosed: The connection is closed, or about to be.
        """
        kind = ProcedureKind.CALL
        procedure = self._sendable(message_id, request, kind, tolerance)
        self._calls.check_room()
        payload, suffix = dumps(request), ""
        if self._conversation.seal is not None:
            payload, suffix = self._signed(kind, procedure, payload)
        self._calls.add(
            Outgoing(
                message_id,
                procedure,
                request,
                payload,
                now,
                timeout,
                None if total_timeout is None else now + total_timeout,
                tolerance,
                suffix,
            )
        )

    def send(
        self, message_id: str, message: Model, *, tolerance: Tolerance | None = None
    ) -> None:
        """Queue a message that has no response (from OCPP 2.1 on).

        It may be sent while a call is pending (2.1 part 4 §4.1.1).

        Args:
            message_id: An id of 1 to 36 characters that no pending call has.
            message: The message.
            tolerance: The deviations to accept in it; None: it has to be valid.

        Raises:
            CannotSend: As for `call`.
            ConnectionClosed: As for `call`.
        """
        kind = ProcedureKind.SEND
        procedure = self._sendable(message_id, message, kind, tolerance)
        payload, suffix = dumps(message), ""
        if self._conversation.seal is not None:
            payload, suffix = self._signed(kind, procedure, payload)
        frame = Send(message_id, procedure.action + suffix, payload)
        self._conversation.frames.append(frame.serialize())

    def cancel(self, message_id: str, now: float) -> None:
        """Give up a pending call. A reply that still comes is a LATE `StrayReply`."""
        self._calls.cancel(message_id, now)

    def expire(self, now: float) -> None:
        """Fail the calls whose time limit has passed."""
        self._calls.expire(now)

    def reply(self, message_id: str, response: Model, now: float) -> None:
        """Answer a call of the peer.

        Raises:
            CannotSend: The call is owed no reply, or another response, or the response
                is invalid. In the last two cases, the call is still owed a reply.
            ValueError: The response was built without validation and cannot be
                written; the call is still owed a reply.
        """
        self._incoming.reply(message_id, response, now)

    def fail(self, message_id: str, error: OcppError, now: float) -> None:
        """Answer a call of the peer with an error.

        Raises:
            CannotSend: The call is owed no reply.
            TypeError, ValueError, RecursionError: The details are not a JSON object, or
                the code is empty; the call is still owed a reply.
        """
        self._incoming.fail(message_id, error, now)

    def decline(self, message_id: str, now: float) -> None:
        """Answer a call of the peer that has no handler.

        A DataTransfer is answered with the status UnknownVendorId, any other call with
        the error NotSupported.

        Raises:
            CannotSend: The call is owed no reply.
        """
        self._incoming.decline(message_id, now)

    def drain(self) -> None:
        """Refuse further calls of the peer; everything else continues."""
        self._incoming.drain()

    def fail_unsent(self, code: int, reason: str, now: float) -> None:
        """Fail this side's calls that are not written yet, and all later ones.

        Use this when the connection is about to be closed.
        """
        self._calls.fail_unsent(Closed(code, reason), now)

    def fail_calls(self, code: int, reason: str, now: float) -> None:
        """Fail this side's calls, written or not, and all later ones.

        Use this when the connection is about to be closed and no reply will come.
        """
        self._calls.fail_all(Closed(code, reason), now)

    def connection_lost(self, code: int, reason: str, now: float) -> None:
        """End the session: fail all calls, discard owed replies, report `Closed`."""
        if self.closed is not None:
            return
        self.closed = Closed(code, reason)
        self._conversation.frames.clear()
        self._incoming.forget()
        self._calls.connection_lost(self.closed, now)
        self._conversation.events.append(self.closed)

    def _sendable(
        self,
        message_id: str,
        message: Model,
        kind: ProcedureKind,
        tolerance: Tolerance | None,
    ) -> Procedure:
        """Return the procedure of a message that this side may send.

        Raises:
            CannotSend, ConnectionClosed: It may not.
        """
        self._calls.check_open()
        procedure = procedure_of(message, kind, tolerance, self._conversation)
        check_id(message_id)
        self._calls.check_unused(message_id)
        return procedure

    def _signed(
        self, kind: ProcedureKind, procedure: Procedure, payload: str
    ) -> tuple[str, str]:
        """Return a payload as it is sent, and what follows the action."""
        seal = self._conversation.seal
        assert seal is not None  # who calls this has looked
        signed = seal.close(_SIGNED_AS[kind], procedure.action, payload)
        return (payload, "") if signed is None else (signed, SUFFIX)

    # --- What comes in ----------------------------------------------------------------

    def receive(self, message: str | bytes, now: float) -> Incoming | None:
        """Process a message of the peer: text, or the bytes of a binary message.

        Never raises, whatever the message is. Messages that arrive after the connection
        was closed are ignored.

        Returns:
            The call or SEND, if a handler has to see it; otherwise None.
        """
        if self.closed is not None:
            return None
        conversation = self._conversation
        if isinstance(message, bytes):
            conversation.reject(_BINARY)
            return None
        bad, events = conversation.bad_messages, len(conversation.events)
        frame, accepted = parse(message), None
        if conversation.seal is not None:
            frame = without_suffix(frame)
        # These two are nearly all of the traffic, and cost one test each.
        if isinstance(frame, Call):
            accepted = self._incoming.take_call(frame, message, now)
        elif isinstance(frame, CallResult):
            self._replies.take_result(frame, message, now)
        else:
            accepted = self._take_rare(frame, message, now)
        # What is ignored altogether, such as an empty text, neither lengthens a row of
        # bad messages nor ends it.
        if bad == conversation.bad_messages and (
            accepted or len(conversation.events) > events
        ):
            conversation.bad_messages = 0
        return accepted

    def _take_rare(
        self,
        frame: CallError | CallResultError | Send | Malformed,
        text: str,
        now: float,
    ) -> Incoming | None:
        """Take what is neither a CALL nor a CALLRESULT."""
        match frame:
            case CallError():
                self._replies.take_error(frame, now)
            case Send():
                if self._has(MessageType.SEND, frame.id):
                    return self._incoming.take_send(frame, text, now)
            case CallResultError():
                if self._has(MessageType.CALL_RESULT_ERROR, frame.id):
                    self._replies.take_result_error(frame)
            case Malformed():
                if frame.defect is not Defect.EMPTY:
                    self._replies.take_malformed(frame, now)
                    self._conversation.reject(frame)
        return None

    def _has(self, kind: MessageType, message_id: str) -> bool:
        """Tell whether the version has a message type; reject the message if not.

        Frames are the same for all versions, so it is here that a type of a later
        version becomes an unknown one.
        """
        if kind in self.dialect.message_types:
            return True
        detail = f"{kind.value} is not a message type of OCPP {self.dialect.version}"
        problem = Malformed(Defect.UNKNOWN_TYPE, detail, id=message_id)
        self._conversation.reject(problem)
        return False


_SIGNED_AS: Final = {
    ProcedureKind.CALL: MessageType.CALL,
    ProcedureKind.SEND: MessageType.SEND,
}

_BINARY: Final = Malformed(Defect.BINARY, "a message is text, not binary")
