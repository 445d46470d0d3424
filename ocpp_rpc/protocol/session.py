"""One side of an OCPP-J conversation, without I/O.

A `Session` is what both ends of every connection have in common: which calls are
pending, which replies are owed, what to write next. It reads no socket and no clock.
Its owner

1. hands it what comes in (`receive`) and the time (`expire`, at `next_deadline`),
2. writes what `next_to_send` returns until that is None, and
3. looks at `events`, in this order,

after everything it does with the session. Faults of the peer become events and, where
the dialect says so, replies; `receive` never raises. Faults of the owner raise.

The session is a face. Behind it, `outgoing` has the calls of ours, `replies` takes what
the peer answers to them, `incoming` has the messages of the peer and what they are
owed, and `sending` checks what is about to be sent. They meet in a `conversation`: its
terms, and what waits for the owner. Only this module knows all of them; it says which
of them a frame goes to, in which order frames are written, and how all of it ends.
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
        role: This side's role, one of the package's two.
        dialect: The rules; those of the version if not given.
        supports: Returns something true, such as the handler of a procedure, if there
            is one; calls without one are answered as `decline` does. Everything is
            supported if not given. May be replaced at any time.
        running: The handlers that run; one may go on after its reply, and that of a
            SEND has none.
        limits: How much is pending at once; may be replaced while calls are.
        tolerances: How much what comes in may deviate; may be replaced at any time.
        observed: Whether there are events that nothing depends on: CallQueued,
            CallStarted, CallAnswered, and CallReceived and SendReceived, since
            `receive` returns the same.
        seal: Signs what is sent, and checks what is received; None: there are no signed
            messages.

    Attributes:
        closed: How the connection was closed; None while it is open.
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
        """How much is pending at once; may be replaced while calls are."""
        return self._conversation.limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self._conversation.limits = limits

    @property
    def tolerances(self) -> Tolerances:
        """How much what comes in may deviate; may be replaced at any time."""
        return self._conversation.tolerances

    @tolerances.setter
    def tolerances(self, tolerances: Tolerances) -> None:
        self._conversation.tolerances = tolerances

    @property
    def supports(self) -> Callable[[Procedure], object] | None:
        """Whether there is a handler for a procedure; may be replaced at any time."""
        return self._incoming.supports

    @supports.setter
    def supports(self, supports: Callable[[Procedure], object] | None) -> None:
        self._incoming.supports = supports

    # --- What the owner looks at ------------------------------------------------------

    @property
    def unanswered(self) -> int:
        """How many calls of the peer are owed a reply."""
        return self._incoming.unanswered

    @property
    def bad_messages(self) -> int:
        """How many bad messages of the peer came in a row."""
        return self._conversation.bad_messages

    @property
    def next_deadline(self) -> float | None:
        """When `expire` has something to do; None if never."""
        return self._calls.next_deadline

    @property
    def has_news(self) -> bool:
        """Whether `receive` has left something: an answer to write, or an event.

        It is an event that lets a call be written which waits for its turn.
        """
        conversation = self._conversation
        return bool(conversation.frames or conversation.events)

    @property
    def owes_frames(self) -> bool:
        """Whether there are frames to write that are no calls of ours."""
        return bool(self._conversation.frames)

    def events(self) -> list[Event]:
        """Return what happened since the last time."""
        conversation = self._conversation
        events, conversation.events = conversation.events, []
        return events

    def next_to_send(self, now: float) -> str | None:
        """Return the next frame to write; None if there is none for now.

        A call counts as written, and its time limit runs, once its frame is returned.
        """
        # Answers first: they may go out while a call is pending, and the peer waits for
        # them with a time limit of its own.
        frames = self._conversation.frames
        return frames.pop(0) if frames else self._calls.start_next(now)

    def hold(self, now: float) -> None:
        """Let the time limits of the calls whose turn it is run.

        For when nothing can be written, since the peer does not read: otherwise they
        would wait for ever.
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
        """Queue a call. It settles with a CallSucceeded, CallFailed or CallCancelled.

        Args:
            message_id: An id that no pending call has, of 1 to 36 characters.
            request: What is asked.
            now: The time.
            timeout: How long to wait for the reply, from when the call is written.
            total_timeout: The same, from now on.
            tolerance: How much the request and its response may deviate. If None, the
                request has to be valid, and `tolerances` is for the response.

        Raises:
            CannotSend: This side may not send that, or the id will not do.
            QueueFull: Too many calls are waiting.
            ConnectionClosed: There is no connection any more.
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
        """Queue a message that is not answered (from OCPP 2.1 on).

        It may be sent while a call is pending (2.1 part 4 §4.1.1).

        Args:
            message_id: An id of 1 to 36 characters.
            message: What is sent.
            tolerance: How much it may deviate.

        Raises:
            CannotSend: This side may not send that, or the id will not do.
            ConnectionClosed: There is no connection any more.
        """
        kind = ProcedureKind.SEND
        procedure = self._sendable(message_id, message, kind, tolerance)
        payload, suffix = dumps(message), ""
        if self._conversation.seal is not None:
            payload, suffix = self._signed(kind, procedure, payload)
        frame = Send(message_id, procedure.action + suffix, payload)
        self._conversation.frames.append(frame.serialize())

    def cancel(self, message_id: str, now: float) -> None:
        """Give a call up, if it is pending. Its slot is free; a reply is a late one."""
        self._calls.cancel(message_id, now)

    def expire(self, now: float) -> None:
        """Fail the calls whose time is up."""
        self._calls.expire(now)

    def reply(self, message_id: str, response: Model, now: float) -> None:
        """Answer a call of the peer.

        Raises:
            CannotSend: That call is not owed a reply, or not such a one, or it is not
                valid; it still is owed one then.
            ValueError: The response was built past its validation; the same holds.
        """
        self._incoming.reply(message_id, response, now)

    def fail(self, message_id: str, error: OcppError, now: float) -> None:
        """Answer a call of the peer with an error.

        Raises:
            CannotSend: That call is not owed a reply.
            TypeError, ValueError, RecursionError: The details are no JSON object, or
                there is no code; the call is still owed a reply.
        """
        self._incoming.fail(message_id, error, now)

    def decline(self, message_id: str, now: float) -> None:
        """Answer a call of the peer that there is no handler for.

        A DataTransfer is answered with the status UnknownVendorId, any other call with
        the error NotSupported.

        Raises:
            CannotSend: That call is not owed a reply.
        """
        self._incoming.decline(message_id, now)

    def drain(self) -> None:
        """Refuse further calls of the peer; everything else goes on."""
        self._incoming.drain()

    def fail_unsent(self, code: int, reason: str, now: float) -> None:
        """Fail our calls that are not written, and further ones: it is too late.

        The connection is about to be closed with this code and reason.
        """
        self._calls.fail_unsent(Closed(code, reason), now)

    def fail_calls(self, code: int, reason: str, now: float) -> None:
        """Fail our calls, written or not, and further ones: nobody will answer.

        The connection is about to be closed with this code and reason.
        """
        self._calls.fail_all(Closed(code, reason), now)

    def connection_lost(self, code: int, reason: str, now: float) -> None:
        """Settle everything that waits: the connection is closed."""
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
        """Take a message of the peer: text, or the bytes of a binary message.

        Never raises, whatever the message is. Once the connection is closed, nothing
        that was still under way is taken.

        Returns:
            What it is, if a handler has to see it.
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
