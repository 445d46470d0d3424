"""Replies of the peer, and the calls of ours that they settle."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ocpp_messages import LENIENT
from ocpp_rpc.errors import ErrorCode, InvalidResponse, OcppError
from ocpp_rpc.protocol.conversation import Conversation
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallFailed,
    CallSucceeded,
    Deviated,
    Event,
    ResultRefused,
    StrayKind,
    StrayReply,
)
from ocpp_rpc.protocol.frames import (
    CallError,
    CallResult,
    CallResultError,
    Defect,
    Malformed,
    MessageType,
)
from ocpp_rpc.protocol.outgoing import Outgoing, OutgoingCalls
from ocpp_rpc.protocol.replies import Replies
from tests.protocol.halves import back_office, told

BOTH = pytest.mark.parametrize("version", ["1.6", "2.1"])
ACCEPTED = '{"status":"Accepted"}'


def pending(
    version: str = "1.6", tolerance: Any = None
) -> tuple[Conversation, Replies]:
    """A conversation with the call "a" in flight, which asks to clear the cache."""
    conversation = back_office(version)
    calls = OutgoingCalls(conversation)
    procedure = conversation.package.PROCEDURES["ClearCache"]
    request: Any = procedure.request
    calls.add(
        Outgoing("a", procedure, request(), "{}", 0.0, None, None, tolerance=tolerance)
    )
    assert calls.start_next(0.0)
    told(conversation)
    return conversation, Replies(conversation, calls)


def take_result(replies: Replies, payload: str, message_id: str = "a") -> None:
    frame = CallResult(message_id, payload)
    replies.take_result(frame, frame.serialize(), 2.0)


def failure(event: Event) -> Any:
    assert isinstance(event, CallFailed)
    return event.error


@BOTH
def test_a_result_settles_its_call(version: str) -> None:
    conversation, replies = pending(version)
    take_result(replies, ACCEPTED)
    (event,) = told(conversation)
    assert isinstance(event, CallSucceeded)
    assert (event.id, event.duration) == ("a", 2.0)
    assert type(event.response) is event.procedure.response
    take_result(replies, ACCEPTED)
    assert told(conversation) == [StrayReply("a", StrayKind.DUPLICATE)]
    assert conversation.frames == []


@BOTH
def test_an_invalid_result_fails_its_call(version: str) -> None:
    conversation, replies = pending(version)
    take_result(replies, '{"extra":1}')
    (event,) = told(conversation)
    error = failure(event)
    assert isinstance(error, InvalidResponse)
    assert [violation.path for violation in error.violations] == ["$.status", "$.extra"]
    answers = [json.loads(text)[:3] for text in conversation.frames]
    refused = [[5, "a", "OccurrenceConstraintViolation"]]
    assert answers == (refused if version == "2.1" else [])
    assert conversation.bad_messages == 0


def test_a_result_may_deviate_as_its_call_allows() -> None:
    conversation, replies = pending(tolerance=LENIENT)
    take_result(replies, '{"status":"Accepted","extra":1}')
    deviated, succeeded = told(conversation)
    assert isinstance(deviated, Deviated)
    assert isinstance(succeeded, CallSucceeded)


@BOTH
def test_a_result_that_is_no_json_is_a_bad_message(version: str) -> None:
    conversation, replies = pending(version)
    take_result(replies, '{"a":}')
    failed, bad = told(conversation)
    assert isinstance(bad, BadMessage)
    assert bad.problem.defect is Defect.NOT_JSON
    assert bad.answered is None
    assert failure(failed).detail == bad.problem.detail
    answers = [json.loads(text)[:3] for text in conversation.frames]
    assert answers == ([[5, "a", "RpcFrameworkError"]] if version == "2.1" else [])
    assert conversation.bad_messages == 1


def test_an_error_fails_its_call() -> None:
    conversation, replies = pending()
    replies.take_error(CallError("a", "FormationViolation", "x", {"a": 1}), 2.0)
    (event,) = told(conversation)
    error = failure(event)
    assert isinstance(error, OcppError)
    assert (error.code, error.description) == (ErrorCode.FORMAT_VIOLATION, "x")
    assert (error.action, error.details) == ("ClearCache", {"a": 1})


def test_replies_to_no_call_settle_nothing() -> None:
    conversation, replies = pending()
    take_result(replies, ACCEPTED, "x")
    replies.take_error(CallError("x", "GenericError"), 2.0)
    assert told(conversation) == [StrayReply("x", StrayKind.UNKNOWN)] * 2
    take_result(replies, ACCEPTED)
    assert isinstance(told(conversation)[0], CallSucceeded)


def test_the_peer_may_refuse_a_result() -> None:
    conversation, replies = pending("2.1")
    replies.take_result_error(CallResultError("1", "FormatViolation", "x"))
    (event,) = told(conversation)
    assert isinstance(event, ResultRefused)
    assert (event.id, event.error.code) == ("1", ErrorCode.FORMAT_VIOLATION)


@BOTH
def test_a_malformed_error_fails_its_call_all_the_same(version: str) -> None:
    conversation, replies = pending(version)
    error = CallError("a", "", "", {})
    problem = Malformed(Defect.ERROR, "x", MessageType.CALL_ERROR, "a", error)
    replies.take_malformed(problem, 2.0)
    (event,) = told(conversation)
    assert failure(event).code is ErrorCode.GENERIC_ERROR
    replies.take_malformed(problem, 2.0)
    assert told(conversation) == []


@BOTH
def test_a_malformed_refusal_of_a_result(version: str) -> None:
    conversation, replies = pending(version)
    error = CallResultError("a", "X")
    problem = Malformed(Defect.ERROR, "x", MessageType.CALL_RESULT_ERROR, "a", error)
    replies.take_malformed(problem, 2.0)
    kinds = [type(event) for event in told(conversation)]
    assert kinds == ([ResultRefused] if version == "2.1" else [])


@pytest.mark.parametrize(
    "problem",
    [
        Malformed(Defect.COUNT, "x", MessageType.CALL, "a"),
        Malformed(Defect.NOT_JSON, "x", None, "a"),
        Malformed(Defect.COUNT, "x", MessageType.CALL_RESULT, "b"),
        Malformed(Defect.COUNT, "x", MessageType.CALL_RESULT),
    ],
    ids=str,
)
def test_what_is_no_reply_to_a_call_fails_none(problem: Malformed) -> None:
    conversation, replies = pending("2.1")
    replies.take_malformed(problem, 2.0)
    assert told(conversation) == []
    assert conversation.frames == []
    take_result(replies, ACCEPTED)
    (event,) = told(conversation)
    assert isinstance(event, CallSucceeded)
