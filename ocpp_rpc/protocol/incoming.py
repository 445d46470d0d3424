"""Messages of the peer: accepting, refusing and answering them.

An accepted CALL is in `_unanswered` until `reply`, `fail` or `decline`, only one of
which works, once per call. A CALL that is not accepted is answered at once and never
reaches a handler. A SEND (from 2.1 on) is accepted or dropped, and never answered.

The checks of a CALL are made in this order:

1. Its id is not in use: the table of unanswered calls has one entry per id.
2. Refusals that every such call would get, from an unknown action to one without a
   handler, so that the peer learns not to try again.
3. Temporary refusals: the connection is closing, or too many messages are handled.
4. The payload, last: checking its signature and validating it is most of the cost of a
   message, which a peer must not be able to cause with calls that would be refused
   anyway.

Only the serializer reads the payload, so the frame of a refused call may turn out to be
malformed. The answer then names the fault of the frame, which comes before any fault of
the call.

This module answers and reports through the `conversation`, and changes no call of this
side.
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from dataclasses import dataclass
from typing import Final

from ocpp_messages import DecodeError, Model, Procedure, ProcedureKind
from ocpp_messages.serializer import dumps, from_jsonable
from ocpp_rpc.errors import BadSignature, CannotSend, ErrorCode, OcppError

from .conversation import Conversation
from .error_codes import payload_error, untrusted
from .events import (
    CallAnswered,
    CallReceived,
    CallRefused,
    SendDropped,
    SendReceived,
)
from .frames import Call, CallError, CallResult, Defect, Malformed, MessageType, Send
from .parsing import parse
from .seals import Signature
from .sending import check_response

__all__ = ["Incoming", "IncomingMessages"]

_CALL: Final = ProcedureKind.CALL
_DATA_TRANSFER: Final = "DataTransfer"


@dataclass(slots=True, eq=False)
class Incoming:
    """A valid message of the peer that a handler has to see.

    Attributes:
        id: The id of the message.
        procedure: The procedure of the action; its `kind` tells whether the message is
            a CALL, which is owed a reply, or a SEND.
        message: The request, or the message without a response.
        received: The time at which it was received, on the clock of the owner.
        signature: The signature; None if the message is not signed.
    """

    id: str
    procedure: Procedure
    message: Model
    received: float
    signature: Signature | None = None


class IncomingMessages:
    """The calls of the peer, and its messages without a response.

    Args:
        conversation: The conversation of the session.
        supports: Returns a true value if a procedure has a handler; None if each has.
        running: The running handlers.

    Attributes:
        supports: The argument of that name; may be replaced.
    """

    __slots__ = (
        "_conversation",
        "_draining",
        "_procedures",
        "_running",
        "_unanswered",
        "supports",
    )

    def __init__(
        self,
        conversation: Conversation,
        supports: Callable[[Procedure], object] | None,
        running: Sized,
    ) -> None:
        self._conversation = conversation
        self._procedures = conversation.package.PROCEDURES
        self._running = running
        self._unanswered: dict[str, Incoming] = {}
        self._draining = False
        self.supports = supports

    @property
    def unanswered(self) -> int:
        """The number of calls that are owed a reply."""
        return len(self._unanswered)

    # --- Accepting --------------------------------------------------------------------

    def take_call(self, frame: Call, text: str, now: float) -> Incoming | None:
        """Accept a CALL, or refuse it.

        Args:
            frame: The frame.
            text: The text it was cut from.
            now: The time.

        Returns:
            The call, if a handler has to see it.
        """
        conversation = self._conversation
        try:
            procedure = self._acceptable(frame)
            request = conversation.read(procedure.request, procedure, frame)
        except OcppError as error:
            self._refuse(frame, text, error)
            return None
        except DecodeError as error:
            self._refuse(frame, text, payload_error(error))
            return None
        except BadSignature as error:
            self._refuse(frame, text, untrusted(error))
            return None
        call = Incoming(frame.id, procedure, request, now, conversation.signature)
        self._unanswered[frame.id] = call
        if conversation.observed:
            conversation.events.append(CallReceived(frame.id, procedure, request))
        if frame.action == _DATA_TRANSFER and not self._is_supported(procedure):
            self.decline(frame.id, now)
            return None
        return call

    def take_send(self, frame: Send, text: str, now: float) -> Incoming | None:
        """Accept a SEND, or report why not; arguments and result as for `take_call`.

        Whether too much is handled is looked at last, other than for a CALL: a SEND
        that is valid but dropped ends a row of bad messages, an invalid one does not.
        """
        conversation = self._conversation
        procedure = self._procedures.get(frame.action)
        if (
            procedure is None
            or procedure.kind is not ProcedureKind.SEND
            or conversation.peer_role not in procedure.senders
        ):
            self._ignore(frame, Defect.ACTION, f"{frame.action!a} is not a SEND")
            return None
        try:
            message = conversation.read(procedure.request, procedure, frame)
        except BadSignature as error:
            self._ignore(frame, Defect.SIGNATURE, str(error))
            return None
        except DecodeError as error:
            if (problem := conversation.diagnose(text)) is not None:
                conversation.reject(problem)
            else:
                self._ignore(frame, Defect.PAYLOAD, str(error))
            return None
        if self._is_busy():
            conversation.events.append(SendDropped(frame.id, procedure))
            return None
        if conversation.observed:
            conversation.events.append(SendReceived(frame.id, procedure, message))
        return Incoming(frame.id, procedure, message, now, conversation.signature)

    def _acceptable(self, frame: Call) -> Procedure:
        """Return the procedure of a CALL that may be handled; see above for the order.

        Raises:
            OcppError: It may not.
        """
        conversation, action = self._conversation, frame.action
        procedure = self._procedures.get(action)
        if frame.id in self._unanswered:
            code = conversation.dialect.id_in_use
            raise OcppError(code, "a call with this id is pending")
        if procedure is None:
            raise OcppError(ErrorCode.NOT_IMPLEMENTED, f"unknown action {action!a}")
        if procedure.kind is not _CALL:
            raise OcppError(ErrorCode.NOT_SUPPORTED, f"{action} is not a CALL")
        if conversation.peer_role not in procedure.senders:
            description = f"a {conversation.role} does not receive {action}"
            raise OcppError(ErrorCode.NOT_SUPPORTED, description)
        supports = self.supports
        # A DataTransfer is accepted: it has a response that says the same (`decline`).
        if (
            supports is not None
            and action != _DATA_TRANSFER
            and not supports(procedure)
        ):
            raise _not_supported(action)
        # OCPP has no code for these two: GenericError is for what no other one covers.
        if self._draining:
            raise OcppError(ErrorCode.GENERIC_ERROR, "the connection is closing")
        if self._is_busy():
            raise OcppError(ErrorCode.GENERIC_ERROR, "too many calls at once")
        return procedure

    def _is_supported(self, procedure: Procedure) -> bool:
        return self.supports is None or bool(self.supports(procedure))

    def _is_busy(self) -> bool:
        """Tell whether as many messages are handled as may be.

        A handler may run on after its reply, and that of a SEND has none, so a peer
        could have any number of them run if only the calls without a reply counted.
        """
        limit = self._conversation.limits.max_unanswered
        return len(self._unanswered) >= limit or len(self._running) >= limit

    # --- Refusing ---------------------------------------------------------------------

    def _refuse(self, frame: Call, text: str, error: OcppError) -> None:
        """Answer a call with this error, unless the frame itself is at fault."""
        conversation = self._conversation
        problem = conversation.diagnose(text)
        if problem is not None:
            conversation.reject(problem)
            return
        answer = conversation.dialect.error_frame(CallError, frame.id, error)
        conversation.frames.append(answer.serialize())
        conversation.events.append(CallRefused(frame.id, frame.action, error))

    def _ignore(self, frame: Send, defect: Defect, detail: str) -> None:
        problem = Malformed(defect, detail, MessageType.SEND, frame.id)
        self._conversation.reject(problem)

    def drain(self) -> None:
        """Refuse further calls, with an error that tells the peer to try elsewhere.

        The peer would wait for an answer to a call that nobody reads, until its time
        limit ends. A SEND is still accepted, as nobody waits for an answer to it.
        """
        self._draining = True

    # --- Answering --------------------------------------------------------------------

    def reply(self, message_id: str, response: Model, now: float) -> None:
        """Answer a call; as `Session.reply`."""
        call = self._owed(message_id)
        if type(response) is not call.procedure.response:
            check_response(call.procedure, response)
        frame = CallResult(message_id, dumps(response))
        if call.signature is not None:
            self._sign(frame, call.procedure)
        self._answer(call, frame.serialize(), response, now)

    def _sign(self, frame: CallResult, procedure: Procedure) -> None:
        """Sign the answer to a signed call, where there is a key (part 4 §7.2)."""
        seal = self._conversation.seal
        assert seal is not None  # nothing else reads signatures
        kind, action = MessageType.CALL_RESULT, procedure.action
        frame.payload = seal.close(kind, action, frame.payload) or frame.payload

    def fail(self, message_id: str, error: OcppError, now: float) -> None:
        """Answer a call with an error; as `Session.fail`."""
        call = self._owed(message_id)
        frame = self._conversation.dialect.error_frame(CallError, message_id, error)
        text = frame.serialize()
        # The code and the details are whatever the program put there. What the peer
        # could not read is found by reading it, as it would; errors are rare.
        if isinstance(problem := parse(text), Malformed):
            raise ValueError(problem.detail)  # noqa: TRY004
        self._answer(call, text, error, now)

    def decline(self, message_id: str, now: float) -> None:
        """Answer a call that there is no handler for; as `Session.decline`."""
        procedure = self._owed(message_id).procedure
        response = _unhandled(procedure)
        if response is None:
            self.fail(message_id, _not_supported(procedure.action), now)
        else:
            self.reply(message_id, response, now)

    def forget(self) -> None:
        """Owe no reply any more: the connection is closed."""
        self._unanswered.clear()

    def _owed(self, message_id: str) -> Incoming:
        try:
            return self._unanswered[message_id]
        except KeyError:
            raise CannotSend(f"no call {message_id!r} is owed a reply") from None

    def _answer(
        self, call: Incoming, frame: str, outcome: Model | OcppError, now: float
    ) -> None:
        conversation = self._conversation
        conversation.frames.append(frame)
        del self._unanswered[call.id]
        if conversation.observed:
            duration = now - call.received
            answered = CallAnswered(call.id, call.procedure, outcome, duration)
            conversation.events.append(answered)


def _unhandled(procedure: Procedure) -> Model | None:
    """Return the response that says that nobody handles a call, if it has one.

    A DataTransfer has: UnknownVendorId (OCPP 1.6 §4.3; 2.0.1 and 2.1 part 2,
    P01.FR.05).
    """
    if procedure.action != _DATA_TRANSFER or procedure.response is None:
        return None
    try:
        return from_jsonable(procedure.response, {"status": "UnknownVendorId"})
    except DecodeError:  # an extension of the version wants more than a status
        return None


def _not_supported(action: str) -> OcppError:
    """Return the error that answers any other call that nobody handles."""
    return OcppError(ErrorCode.NOT_SUPPORTED, f"{action} is not supported here")
