"""Replies of the peer, and their effect on the calls of this side.

A CALLRESULT settles its call with its response, or fails the call if the response is
invalid. A CALLERROR fails its call even if the frame is malformed: its id could be
read, and the peer will send no other reply to that call. A reply that belongs to no
call settles nothing.

A CALLRESULT is never answered with a CALLERROR, which would be a reply to a call of the
peer. From 2.1 on, an invalid one is answered with CALLRESULTERROR (part 4 §4.2.3).

This module keeps no state: `outgoing` has the calls, and the `conversation` has the
rules and the frames and events for the owner.
"""

from __future__ import annotations

from collections.abc import Sequence

from ocpp_messages import DecodeError, Violation
from ocpp_rpc.errors import BadSignature, InvalidResponse, OcppError

from .conversation import Conversation
from .error_codes import frame_error, payload_error, received_error, untrusted
from .events import ResultRefused
from .frames import CallError, CallResult, CallResultError, Malformed, MessageType
from .outgoing import Outgoing, OutgoingCalls

__all__ = ["Replies"]


class Replies:
    """Processes the replies of the peer.

    Args:
        conversation: The conversation of the session.
        calls: The calls of this side.
    """

    __slots__ = ("_calls", "_conversation")

    def __init__(self, conversation: Conversation, calls: OutgoingCalls) -> None:
        self._conversation = conversation
        self._calls = calls

    def take_result(self, frame: CallResult, text: str, now: float) -> None:
        """Settle the call that a CALLRESULT answers.

        Args:
            frame: The frame.
            text: The text it was cut from.
            now: The time.
        """
        call = self._calls.answered(frame.id)
        if call is None:
            return
        response_type = call.procedure.response
        assert response_type is not None  # only a SEND has none
        try:
            response = self._conversation.read(
                response_type, call.procedure, frame, call.tolerance
            )
        except DecodeError as error:
            self._take_invalid(call, text, error, now)
        except BadSignature as error:
            self._refuse(call.id, untrusted(error))
            self._calls.fail(call, error, now)
        else:
            self._calls.succeed(call, response, now)

    def take_error(self, frame: CallError, now: float) -> None:
        """Fail the call that a CALLERROR answers."""
        call = self._calls.answered(frame.id)
        if call is not None:
            self._calls.fail(call, received_error(frame, call.procedure.action), now)

    def take_result_error(self, frame: CallResultError) -> None:
        """Report that the peer refused a response of this side (from 2.1 on)."""
        event = ResultRefused(frame.id, received_error(frame))
        self._conversation.events.append(event)

    def take_malformed(self, problem: Malformed, now: float) -> None:
        """Fail the call that a malformed frame answers, if it is a reply to one.

        A CALLERROR reports a failure, whatever is wrong with its frame (OCPP-J 1.6
        §4.2.3, errata 3.2; 2.x part 2, E13).
        """
        call = self._calls.in_flight(problem.id)
        if isinstance(problem.error, CallError):
            if call is not None:
                error = received_error(problem.error, call.procedure.action)
                self._calls.fail(call, error, now)
        elif problem.error is not None:
            if self._has_result_errors:
                self.take_result_error(problem.error)
        elif call is not None and problem.type is MessageType.CALL_RESULT:
            self._refuse(call.id, frame_error(problem, self._conversation.dialect))
            self._fail_invalid(call, problem.detail, now)

    def _take_invalid(
        self, call: Outgoing, text: str, error: DecodeError, now: float
    ) -> None:
        """Fail a call whose response is invalid, or whose reply is malformed."""
        if (problem := self._conversation.diagnose(text)) is not None:
            self.take_malformed(problem, now)
            self._conversation.reject(problem)
            return
        refusal = payload_error(error)
        self._refuse(call.id, refusal)
        self._fail_invalid(call, refusal.description, now, error.violations)

    @property
    def _has_result_errors(self) -> bool:
        return MessageType.CALL_RESULT_ERROR in self._conversation.dialect.message_types

    def _refuse(self, message_id: str, refusal: OcppError) -> None:
        """Answer an invalid CALLRESULT, if the version has a message for that."""
        if self._has_result_errors:
            dialect = self._conversation.dialect
            frame = dialect.error_frame(CallResultError, message_id, refusal)
            self._conversation.frames.append(frame.serialize())

    def _fail_invalid(
        self,
        call: Outgoing,
        detail: str,
        now: float,
        violations: Sequence[Violation] = (),
    ) -> None:
        error = InvalidResponse(call.procedure.action, detail, violations)
        self._calls.fail(call, error, now)
