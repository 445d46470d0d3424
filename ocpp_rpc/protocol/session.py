"""One side of an OCPP-J conversation, without I/O.

A `Session` is what both ends of every connection have in common: which calls are
pending, which replies are owed, what to write next. It reads no socket and no clock.
Its owner

1. hands it what comes in (`receive`) and the time (`expire`, at `next_deadline`),
2. writes what `next_to_send` returns until that is None, and
3. looks at `events`, in this order,

after everything it does with the session. Faults of the peer become events and, where
the dialect says so, replies; `receive` never raises. Faults of the owner raise.

Calls of ours go through three places: `_waiting`, in the order they were made, until
one of the `max_in_flight` slots is free; `_in_flight` from the moment `next_to_send`
hands their frame out until they settle; `_recent` after that, to tell a late reply from
an unknown one. A call leaves the first two exactly once, through `_settle`, with
exactly one event. A call that expires or is cancelled while it waits is never written.

Calls of the peer are in `_unanswered` from their arrival until `reply` or `fail`, which
work exactly once per call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import islice
from typing import Any, ClassVar, Final, TypeVar

from ocpp_messages import (
    DecodeError,
    Model,
    Procedure,
    ProcedureKind,
    Role,
    Tolerance,
    Tolerated,
    VersionPackage,
    Violation,
    valid_type,
)
from ocpp_messages.serializer import dumps
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    InvalidResponse,
    NotInVersion,
    OcppError,
    OcppRpcError,
    QueueFull,
)

from .dialect import DIALECTS, Dialect, payload_error, received_error
from .events import (
    BadMessage,
    CallAnswered,
    CallCancelled,
    CallFailed,
    CallQueued,
    CallReceived,
    CallRefused,
    CallStarted,
    CallSucceeded,
    Closed,
    Deviated,
    Event,
    ResultRefused,
    SendDropped,
    SendReceived,
    StrayKind,
    StrayReply,
)
from .frames import (
    MAX_ID_LENGTH,
    Call,
    CallError,
    CallResult,
    CallResultError,
    Defect,
    Malformed,
    MessageType,
    Send,
    diagnose,
    is_text,
    parse,
)
from .pending import Incoming, Outgoing
from .sendable import (
    DATA_TRANSFER,
    check_deviations,
    check_response,
    not_supported,
    unhandled,
)
from .tolerances import Tolerances

__all__ = ["Limits", "Session"]

_ErrorT = TypeVar("_ErrorT", CallError, CallResultError)

_CALL: Final = ProcedureKind.CALL

_REMEMBERED: Final = 256
"""How many settled calls are remembered to classify stray replies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much may be pending on one connection.

    Attributes:
        max_in_flight: How many calls of ours may be unanswered at once. OCPP allows
            one (OCPP-J 1.6 §4.1.1; 2.0.1 and 2.1 part 4 §4.1.1). If both sides have
            more under way than the buffers between them hold, each may wait for the
            other to read.
        max_waiting: How many further calls may wait for their turn; `QueueFull` is
            raised beyond.
        max_unanswered: How many messages of the peer are handled at once. Calls beyond
            are answered with GenericError; messages that are not answered (2.1) are
            dropped.
        max_bad_messages: How many bad messages there may be in a row: such as are no
            frame, or a SEND that is not valid. The next one closes the connection with
            1002. None: any number.
        max_threads: How many handlers of one station that block run at once, each in
            a thread (`in_thread` of `Router.on`), over all its connections in this
            process; others wait. At least 1.
    """

    max_in_flight: int = 1
    max_waiting: int = 1000
    max_unanswered: int = 100
    max_bad_messages: int | None = None
    max_threads: int = 1

    def __post_init__(self) -> None:
        if self.max_threads < 1:
            raise ValueError("max_threads is at least 1: a handler needs a thread")


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
        limits: Limits = Limits(),
        tolerances: Tolerances | None = None,
        observed: bool = True,
    ) -> None:
        roles = (package.STATION, package.BACK_OFFICE)
        if role not in roles:
            raise ValueError(f"OCPP {package.VERSION} has no role {role}")
        self.package: Final = package
        self.role: Final = role
        self.peer_role: Final = roles[1 - roles.index(role)]
        self.dialect: Final = dialect or DIALECTS[package.VERSION]
        self.limits = limits
        self.tolerances = tolerances or Tolerances()
        self.supports = supports
        self._running = running
        self._observed = observed
        self._procedures = package.PROCEDURES
        self._waiting: dict[str, Outgoing] = {}
        self._in_flight: dict[str, Outgoing] = {}
        self._recent: dict[str, StrayKind] = {}
        self._unanswered: dict[str, Incoming] = {}
        self._outbox: list[str] = []
        self._events: list[Event] = []
        self._bad_messages = 0
        self._draining = False
        self._end: Closed | None = None
        self.closed: Closed | None = None

    # --- What the owner looks at ------------------------------------------------------

    @property
    def unanswered(self) -> int:
        """How many calls of the peer are owed a reply."""
        return len(self._unanswered)

    @property
    def bad_messages(self) -> int:
        """How many bad messages of the peer came in a row."""
        return self._bad_messages

    @property
    def next_deadline(self) -> float | None:
        """When `expire` has something to do; None if never."""
        if not self._in_flight and not self._waiting:
            return None
        calls = (*self._in_flight.values(), *self._waiting.values())
        return min((c.deadline for c in calls if c.deadline is not None), default=None)

    @property
    def has_news(self) -> bool:
        """Whether `receive` has left something: an answer to write, or an event.

        It is an event that lets a call be written which waits for its turn.
        """
        return bool(self._outbox or self._events)

    @property
    def owes_frames(self) -> bool:
        """Whether there are frames to write that are no calls of ours."""
        return bool(self._outbox)

    def events(self) -> list[Event]:
        """Return what happened since the last time."""
        events, self._events = self._events, []
        return events

    def next_to_send(self, now: float) -> str | None:
        """Return the next frame to write; None if there is none for now.

        A call counts as written, and its time limit runs, once its frame is returned.
        """
        if self._outbox:
            return self._outbox.pop(0)
        while self._waiting and len(self._in_flight) < self.limits.max_in_flight:
            call = next(iter(self._waiting.values()))
            if call.is_overdue(now):
                self._time_out(call, now)
                continue
            del self._waiting[call.id]
            self._in_flight[call.id] = call
            if self._observed:
                waited = now - call.made
                started = CallStarted(call.id, call.procedure, call.request, waited)
                self._events.append(started)
            return call.start(now)
        return None

    def hold(self, now: float) -> None:
        """Let the time limits of the calls whose turn it is run.

        For when nothing can be written, since the peer does not read: otherwise they
        would wait for ever.
        """
        free = self.limits.max_in_flight - len(self._in_flight)
        for call in islice(self._waiting.values(), max(free, 0)):
            call.limit(now)

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
        procedure = self._sendable(message_id, request, _CALL, tolerance)
        pending = len(self._waiting) + len(self._in_flight)
        if pending >= self.limits.max_in_flight + self.limits.max_waiting:
            raise QueueFull(self.limits.max_waiting)
        self._waiting[message_id] = Outgoing(
            message_id,
            procedure,
            request,
            dumps(request),
            now,
            timeout,
            None if total_timeout is None else now + total_timeout,
            tolerance,
        )
        if self._observed:
            self._events.append(CallQueued(message_id, procedure, request))

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
        frame = Send(message_id, procedure.action, dumps(message))
        self._outbox.append(frame.serialize())

    def cancel(self, message_id: str, now: float) -> None:
        """Give a call up, if it is pending. Its slot is free; a reply is a late one."""
        call = self._waiting.get(message_id) or self._in_flight.get(message_id)
        if call is not None:
            event = CallCancelled(call.id, call.procedure, call.request, call.age(now))
            self._settle(call, StrayKind.LATE, event)

    def expire(self, now: float) -> None:
        """Fail the calls whose time is up."""
        for call in (*self._in_flight.values(), *self._waiting.values()):
            if call.is_overdue(now):
                self._time_out(call, now)

    def reply(self, message_id: str, response: Model, now: float) -> None:
        """Answer a call of the peer.

        Raises:
            CannotSend: That call is not owed a reply, or not such a one, or it is not
                valid; it still is owed one then.
            ValueError: The response was built past its validation; the same holds.
        """
        call = self._owed(message_id)
        if type(response) is not call.procedure.response:
            check_response(call.procedure, response)
        frame = CallResult(message_id, dumps(response))
        self._answer(call, frame.serialize(), response, now)

    def fail(self, message_id: str, error: OcppError, now: float) -> None:
        """Answer a call of the peer with an error.

        Raises:
            CannotSend: That call is not owed a reply.
            TypeError, ValueError, RecursionError: The details are no JSON object, or
                there is no code; the call is still owed a reply.
        """
        call = self._owed(message_id)
        text = self._error(CallError, message_id, error).serialize()
        if isinstance(problem := parse(text), Malformed):
            raise ValueError(problem.detail)  # noqa: TRY004
        self._answer(call, text, error, now)

    def decline(self, message_id: str, now: float) -> None:
        """Answer a call of the peer that there is no handler for.

        A DataTransfer is answered with the status UnknownVendorId, any other call with
        the error NotSupported.

        Raises:
            CannotSend: That call is not owed a reply.
        """
        procedure = self._owed(message_id).procedure
        response = unhandled(procedure)
        if response is None:
            self.fail(message_id, not_supported(procedure.action), now)
        else:
            self.reply(message_id, response, now)

    def drain(self) -> None:
        """Refuse further calls of the peer; everything else goes on."""
        self._draining = True

    def fail_unsent(self, code: int, reason: str, now: float) -> None:
        """Fail our calls that are not written, and further ones: it is too late.

        The connection is about to be closed with this code and reason.
        """
        self._end = self._end or Closed(code, reason)
        for call in list(self._waiting.values()):
            self._lose(call, now)

    def fail_calls(self, code: int, reason: str, now: float) -> None:
        """Fail our calls, written or not, and further ones: nobody will answer.

        The connection is about to be closed with this code and reason.
        """
        self._end = self._end or Closed(code, reason)
        for call in (*self._in_flight.values(), *self._waiting.values()):
            self._lose(call, now)

    def connection_lost(self, code: int, reason: str, now: float) -> None:
        """Settle everything that waits: the connection is closed."""
        if self.closed is not None:
            return
        self._outbox.clear()
        self._unanswered.clear()
        self._end = self.closed = Closed(code, reason)
        self.fail_calls(code, reason, now)
        self._events.append(self.closed)

    def _lose(self, call: Outgoing, now: float) -> None:
        assert self._end is not None  # there is no other reason
        sent, end = call.written is not None, self._end
        error = ConnectionClosed(sent=sent, code=end.code, reason=end.reason)
        self._fail_call(call, error, now)

    # --- Sending ----------------------------------------------------------------------

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
        if self._end is not None:
            raise ConnectionClosed(code=self._end.code, reason=self._end.reason)
        procedures = self.package.PROCEDURES_BY_REQUEST
        procedure = procedures.get(type(message))
        if procedure is None and isinstance(message, Tolerated):
            check_deviations(message, tolerance)
            procedure = procedures.get(valid_type(message))
        if procedure is None:
            cls, version = type(message), self.package.VERSION
            package = getattr(self.package, "__name__", "its package")
            raise NotInVersion(
                f"{cls.__module__}.{cls.__name__} is not a request of OCPP {version} "
                f"in {package}"
            )
        if procedure.kind is not kind:
            raise CannotSend(f"{procedure.action} is a {procedure.kind}, not a {kind}")
        if self.role not in procedure.senders:
            raise CannotSend(f"a {self.role} does not send {procedure.action}")
        if not 1 <= len(message_id) <= MAX_ID_LENGTH or not is_text(message_id):
            raise CannotSend(f"a message id has 1 to {MAX_ID_LENGTH} characters")
        if message_id in self._waiting or message_id in self._in_flight:
            raise CannotSend(f"a call with the id {message_id} is pending")
        return procedure

    def _time_out(self, call: Outgoing, now: float) -> None:
        error = CallTimeout(call.procedure.action, sent=call.written is not None)
        self._fail_call(call, error, now, StrayKind.LATE)

    def _fail_call(
        self,
        call: Outgoing,
        error: OcppRpcError,
        now: float,
        reply: StrayKind = StrayKind.DUPLICATE,
    ) -> None:
        event = CallFailed(call.id, call.procedure, call.request, error, call.age(now))
        self._settle(call, reply, event)

    def _settle(self, call: Outgoing, reply: StrayKind, event: Event) -> None:
        """End a call; `reply` is what a reply to it would be from now on."""
        if self._waiting.pop(call.id, None) is None:
            del self._in_flight[call.id]
            self._recent[call.id] = reply
            if len(self._recent) > _REMEMBERED:
                del self._recent[next(iter(self._recent))]
        self._events.append(event)

    # --- Answering --------------------------------------------------------------------

    def _owed(self, message_id: str) -> Incoming:
        try:
            return self._unanswered[message_id]
        except KeyError:
            raise CannotSend(f"no call {message_id!r} is owed a reply") from None

    def _answer(
        self, call: Incoming, frame: str, outcome: Model | OcppError, now: float
    ) -> None:
        self._outbox.append(frame)
        del self._unanswered[call.id]
        if self._observed:
            duration = now - call.received
            answered = CallAnswered(call.id, call.procedure, outcome, duration)
            self._events.append(answered)

    def _error(self, kind: type[_ErrorT], message_id: str, error: OcppError) -> _ErrorT:
        # A description may be the text of any exception, such as one that names a file.
        description = error.description.encode(errors="replace").decode()
        return kind(
            message_id,
            self.dialect.spell(error.code),
            description[: self.dialect.description_limit],
            dict(error.details),
        )

    # --- Receiving --------------------------------------------------------------------

    def receive(self, message: str | bytes, now: float) -> Incoming | None:
        """Take a message of the peer: text, or the bytes of a binary message.

        Never raises, whatever the message is. Once the connection is closed, nothing
        that was still under way is taken.

        Returns:
            What it is, if a handler has to see it.
        """
        if self.closed is not None:
            return None
        if isinstance(message, bytes):
            self._receive_malformed(_BINARY, "", now)
            return None
        bad, events = self._bad_messages, len(self._events)
        frame = parse(message)
        accepted = self._RECEIVERS[type(frame)](self, frame, message, now)
        if bad == self._bad_messages and (accepted or len(self._events) > events):
            self._bad_messages = 0
        return accepted

    def _receive_call(self, frame: Call, text: str, now: float) -> Incoming | None:
        try:
            procedure = self._acceptable(frame)
            request = self._read(procedure.request, procedure, frame)
        except OcppError as error:
            self._refuse(frame, text, error, now)
            return None
        except DecodeError as error:
            self._refuse(frame, text, payload_error(error), now)
            return None
        call = Incoming(frame.id, procedure, request, now)
        self._unanswered[frame.id] = call
        if self._observed:
            self._events.append(CallReceived(frame.id, procedure, request))
        if frame.action == DATA_TRANSFER and not self._supports(procedure):
            self.decline(frame.id, now)
            return None
        return call

    def _acceptable(self, frame: Call) -> Procedure:
        """Return the procedure of a call that is accepted if its payload is valid.

        Raises:
            OcppError: It is refused whatever its payload is.
        """
        action = frame.action
        procedure = self._procedures.get(action)
        if frame.id in self._unanswered:
            raise OcppError(self.dialect.id_in_use, "a call with this id is pending")
        if procedure is None:
            raise OcppError(ErrorCode.NOT_IMPLEMENTED, f"unknown action {action!a}")
        if procedure.kind is not _CALL:
            raise OcppError(ErrorCode.NOT_SUPPORTED, f"{action} is not a CALL")
        if self.peer_role not in procedure.senders:
            description = f"a {self.role} does not receive {action}"
            raise OcppError(ErrorCode.NOT_SUPPORTED, description)
        supports = self.supports
        if supports is not None and action != DATA_TRANSFER and not supports(procedure):
            raise not_supported(action)
        if self._draining:
            raise OcppError(ErrorCode.GENERIC_ERROR, "the connection is closing")
        if self._is_busy():
            raise OcppError(ErrorCode.GENERIC_ERROR, "too many calls at once")
        return procedure

    def _supports(self, procedure: Procedure) -> bool:
        return self.supports is None or bool(self.supports(procedure))

    def _is_busy(self) -> bool:
        """Tell whether as many messages are handled as may be."""
        limit = self.limits.max_unanswered
        return len(self._unanswered) >= limit or len(self._running) >= limit

    def _refuse(self, frame: Call, text: str, error: OcppError, now: float) -> None:
        """Answer a call with this error, unless the frame itself is at fault."""
        problem = diagnose(text)
        if problem is not None:
            self._receive_malformed(problem, text, now)
            return
        self._outbox.append(self._error(CallError, frame.id, error).serialize())
        self._events.append(CallRefused(frame.id, frame.action, error))

    def _receive_result(self, frame: CallResult, text: str, now: float) -> None:
        call = self._pending(frame.id)
        if call is None:
            return
        response_type = call.procedure.response
        assert response_type is not None  # only a SEND has none
        try:
            response = self._read(response_type, call.procedure, frame, call.tolerance)
        except DecodeError as error:
            if (problem := diagnose(text)) is not None:
                self._receive_malformed(problem, text, now)
                return
            refusal = payload_error(error)
            self._refuse_result(call.id, refusal)
            self._fail_invalid(call, refusal.description, now, error.violations)
        else:
            event = CallSucceeded(
                call.id, call.procedure, call.request, response, call.age(now)
            )
            self._settle(call, StrayKind.DUPLICATE, event)

    def _receive_error(self, frame: CallError, text: str, now: float) -> None:
        call = self._pending(frame.id)
        if call is not None:
            error = received_error(frame, call.procedure.action)
            self._fail_call(call, error, now)

    def _receive_result_error(
        self, frame: CallResultError, text: str, now: float
    ) -> None:
        if MessageType.CALL_RESULT_ERROR in self.dialect.message_types:
            self._events.append(ResultRefused(frame.id, received_error(frame)))
        else:
            self._receive_unknown_type(frame.id, MessageType.CALL_RESULT_ERROR)

    def _receive_send(self, frame: Send, text: str, now: float) -> Incoming | None:
        if MessageType.SEND not in self.dialect.message_types:
            self._receive_unknown_type(frame.id, MessageType.SEND)
            return None
        procedure = self._procedures.get(frame.action)
        if (
            procedure is None
            or procedure.kind is not ProcedureKind.SEND
            or self.peer_role not in procedure.senders
        ):
            self._ignore_send(frame, Defect.ACTION, f"{frame.action!a} is not a SEND")
            return None
        try:
            message = self._read(procedure.request, procedure, frame)
        except DecodeError as error:
            if (problem := diagnose(text)) is not None:
                self._receive_malformed(problem, text, now)
            else:
                self._ignore_send(frame, Defect.PAYLOAD, str(error))
            return None
        if self._is_busy():
            self._events.append(SendDropped(frame.id, procedure))
            return None
        if self._observed:
            self._events.append(SendReceived(frame.id, procedure, message))
        return Incoming(frame.id, procedure, message, now)

    def _read(
        self,
        cls: type[Model],
        procedure: Procedure,
        frame: Call | CallResult | Send,
        tolerance: Tolerance | None = None,
    ) -> Model:
        """Return what a payload holds; report what may pass.

        Raises:
            DecodeError: It holds what may not.
        """
        if tolerance is None:
            tolerance = self.tolerances.of(cls)
        message, deviations = tolerance.loads(cls, frame.payload)
        if deviations:
            self._events.append(Deviated(frame.id, procedure, message, deviations))
        return message

    def _ignore_send(self, frame: Send, defect: Defect, detail: str) -> None:
        self._report_bad(Malformed(defect, detail, MessageType.SEND, frame.id))

    def _report_bad(self, problem: Malformed, answer: OcppError | None = None) -> None:
        self._bad_messages += 1
        self._events.append(BadMessage(problem, answer))

    def _receive_unknown_type(self, message_id: str, number: MessageType) -> None:
        detail = f"{number.value} is not a message type of OCPP {self.dialect.version}"
        problem = Malformed(Defect.UNKNOWN_TYPE, detail, id=message_id)
        self._receive_malformed(problem, "", 0.0)

    def _receive_malformed(self, problem: Malformed, text: str, now: float) -> None:
        if problem.defect is Defect.EMPTY:
            return
        if problem.error is not None:
            self._take_readable(problem.error, now)
        elif problem.type is MessageType.CALL_RESULT and problem.id in self._in_flight:
            self._refuse_result(problem.id, self._frame_error(problem))
            self._fail_invalid(self._in_flight[problem.id], problem.detail, now)
        answer = self._answer_to_malformed(problem)
        if answer is not None:
            self._outbox.append(self._error(CallError, *answer).serialize())
        self._report_bad(problem, None if answer is None else answer[1])

    def _take_readable(self, error: CallError | CallResultError, now: float) -> None:
        """Take an error whose frame is malformed: it says that something failed.

        A CALLERROR is a failure to process, whatever is wrong with it (OCPP-J 1.6
        §4.2.3, errata 3.2; 2.x part 2, E13).
        """
        if isinstance(error, CallError):
            call = self._in_flight.get(error.id)
            if call is not None:
                failure = received_error(error, call.procedure.action)
                self._fail_call(call, failure, now)
        elif MessageType.CALL_RESULT_ERROR in self.dialect.message_types:
            self._events.append(ResultRefused(error.id, received_error(error)))

    def _answer_to_malformed(self, problem: Malformed) -> tuple[str, OcppError] | None:
        """Return the id and error that answer a malformed frame, if it is answered."""
        error: OcppError | None = None
        if problem.defect is Defect.UNKNOWN_TYPE:
            if self.dialect.unknown_type is not None:
                error = OcppError(self.dialect.unknown_type, problem.detail)
        elif problem.defect is not Defect.BINARY and problem.type in _ANSWERED:
            error = self._frame_error(problem)
        message_id = problem.id
        if message_id is None:
            message_id = self.dialect.unreadable_id
        return None if error is None or message_id is None else (message_id, error)

    def _frame_error(self, problem: Malformed) -> OcppError:
        """Return what the sender of a malformed CALL or CALLRESULT is told."""
        code = self.dialect.malformed_call
        if problem.defect is Defect.PAYLOAD:
            code = ErrorCode.FORMAT_VIOLATION
        return OcppError(code, problem.detail)

    def _pending(self, message_id: str) -> Outgoing | None:
        """Return the call that a reply belongs to; none does for a stray one."""
        call = self._in_flight.get(message_id)
        if call is None:
            kind = self._recent.get(message_id, StrayKind.UNKNOWN)
            self._events.append(StrayReply(message_id, kind))
        return call

    def _refuse_result(self, message_id: str, refusal: OcppError) -> None:
        """Tell the peer that its CALLRESULT is invalid, where there is a way to.

        2.1 part 4 §4.2.3 has CALLRESULTERROR for that. In earlier versions nothing is
        answered; a CALLRESULT is never answered with a CALLERROR.
        """
        if MessageType.CALL_RESULT_ERROR in self.dialect.message_types:
            frame = self._error(CallResultError, message_id, refusal)
            self._outbox.append(frame.serialize())

    def _fail_invalid(
        self,
        call: Outgoing,
        detail: str,
        now: float,
        violations: Sequence[Violation] = (),
    ) -> None:
        """Fail a call whose reply is invalid."""
        error = InvalidResponse(call.procedure.action, detail, violations)
        self._fail_call(call, error, now)

    _RECEIVERS: ClassVar[Mapping[type[Any], Callable[..., Incoming | None]]] = {
        Call: _receive_call,
        CallResult: _receive_result,
        CallError: _receive_error,
        CallResultError: _receive_result_error,
        Send: _receive_send,
        Malformed: _receive_malformed,
    }


_BINARY = Malformed(Defect.BINARY, "a message is text, not binary")

# A CALL is answered, and so is what might have been one.
_ANSWERED = frozenset({MessageType.CALL, None})
