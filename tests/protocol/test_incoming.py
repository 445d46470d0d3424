"""Messages of the peer: accepted, refused, answered."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

import ocpp_messages
from ocpp_messages import Procedure
from ocpp_rpc.errors import CannotSend, ErrorCode, OcppError
from ocpp_rpc.protocol.conversation import Conversation
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallAnswered,
    CallReceived,
    CallRefused,
    SendDropped,
    SendReceived,
)
from ocpp_rpc.protocol.frames import Call, Defect, Send
from ocpp_rpc.protocol.incoming import Incoming, IncomingMessages
from ocpp_rpc.protocol.limits import Limits
from tests.protocol.halves import back_office, told

MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)
STREAM = """{
    "id": 1, "pending": 0, "basetime": "2026-01-31T12:00:00Z",
    "data": [{"t": 1, "v": "x"}]
}"""
INVALID = '{"extra":1}'


def incoming(
    version: str = "1.6",
    *,
    handles: Any = None,
    running: list[str] | None = None,
    **options: Any,
) -> tuple[Conversation, IncomingMessages]:
    """Messages to a back office; `handles` are the actions with a handler."""
    conversation = back_office(version, **options)

    def supports(procedure: Procedure) -> bool:
        return procedure.action in handles

    supported = None if handles is None else supports
    return conversation, IncomingMessages(conversation, supported, running or [])


def call(
    messages: IncomingMessages,
    action: str = "Heartbeat",
    payload: str = "{}",
    message_id: str = "1",
) -> Incoming | None:
    frame = Call(message_id, action, payload)
    return messages.take_call(frame, frame.serialize(), 1.0)


def send(
    messages: IncomingMessages,
    payload: str = STREAM,
    action: str = "NotifyPeriodicEventStream",
) -> Incoming | None:
    frame = Send("s", action, payload)
    return messages.take_send(frame, frame.serialize(), 1.0)


def answers(conversation: Conversation) -> list[Any]:
    texts, conversation.frames = conversation.frames, []
    return [json.loads(text) for text in texts]


def response(version: str = "1.6") -> Any:
    return vars(ocpp_messages.load(version))["HeartbeatResponse"](current_time=MOMENT)


# --- Accepting ------------------------------------------------------------------------


def test_a_call_is_accepted_and_owed_one_reply() -> None:
    conversation, messages = incoming()
    accepted = call(messages)
    assert accepted is not None
    assert (accepted.id, accepted.received) == ("1", 1.0)
    assert type(accepted.message) is accepted.procedure.request
    assert messages.unanswered == 1
    messages.reply("1", response(), 3.0)
    assert answers(conversation) == [[3, "1", {"currentTime": "2026-01-31T12:00:00Z"}]]
    assert messages.unanswered == 0
    received, answered = told(conversation)
    assert received == CallReceived("1", accepted.procedure, accepted.message)
    assert answered == CallAnswered("1", accepted.procedure, response(), 2.0)
    with pytest.raises(CannotSend, match="'1' is owed"):
        messages.reply("1", response(), 3.0)


def test_nothing_is_told_of_a_call_if_nobody_observes() -> None:
    conversation, messages = incoming(observed=False)
    assert call(messages)
    messages.reply("1", response(), 3.0)
    assert told(conversation) == []


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ("Nonsense", "NotImplemented"),
        ("NotifyPeriodicEventStream", "NotSupported"),
        ("ClearCache", "NotSupported"),
        ("StatusNotification", "NotSupported"),
        ("Heartbeat", "GenericError"),
    ],
)
def test_lasting_refusals_come_before_those_of_the_moment(
    action: str, code: str
) -> None:
    """A payload that is invalid, too, is not looked at."""
    limits = Limits(max_unanswered=0)
    conversation, messages = incoming("2.1", handles=["Heartbeat"], limits=limits)
    for _ in range(2):
        assert call(messages, action, INVALID) is None
        assert [answer[:3] for answer in answers(conversation)] == [[4, "1", code]]
        (event,) = told(conversation)
        assert isinstance(event, CallRefused)
        assert (event.id, event.action, event.error.code) == ("1", action, code)
        messages.drain()
    assert messages.unanswered == 0


def test_the_id_of_an_unanswered_call_comes_first_of_all() -> None:
    conversation, messages = incoming()
    call(messages)
    assert call(messages, "Nonsense") is None
    assert answers(conversation)[0][:3] == [4, "1", "ProtocolError"]
    messages.reply("1", response(), 1.0)
    assert call(messages)


def test_an_invalid_payload_is_refused() -> None:
    conversation, messages = incoming()
    assert call(messages, payload=INVALID) is None
    assert answers(conversation)[0][:3] == [4, "1", "FormationViolation"]


@pytest.mark.parametrize("action", ["Heartbeat", "Nonsense"])
def test_a_call_that_is_no_json_is_a_bad_message(action: str) -> None:
    conversation, messages = incoming()
    assert call(messages, action, '{"a":}') is None
    (event,) = told(conversation)
    assert isinstance(event, BadMessage)
    assert event.problem.defect is Defect.NOT_JSON
    assert len(answers(conversation)) == 1
    assert messages.unanswered == 0


def test_no_further_calls_while_draining_but_replies() -> None:
    conversation, messages = incoming("2.1")
    call(messages)
    messages.drain()
    assert call(messages, message_id="2") is None
    (answer,) = answers(conversation)
    assert answer[1:4] == ["2", "GenericError", "the connection is closing"]
    messages.reply("1", response("2.1"), 1.0)
    assert answers(conversation)[0][:2] == [3, "1"]
    assert send(messages)


@pytest.mark.parametrize("running", [["a", "b"], []])
def test_a_peer_keeps_so_many_handlers_busy_and_no_more(running: list[str]) -> None:
    limits = Limits(max_unanswered=2)
    conversation, messages = incoming("2.1", running=running, limits=limits)
    taken = [call(messages, message_id=each) for each in "12"]
    assert all(taken) is not bool(running)
    assert call(messages, message_id="3") is None
    answer = answers(conversation)[-1]
    assert answer[1:4] == ["3", "GenericError", "too many calls at once"]
    assert send(messages) is None
    assert isinstance(told(conversation)[-1], SendDropped)


# --- SEND -----------------------------------------------------------------------------


@pytest.mark.parametrize("observed", [True, False])
def test_a_send_is_accepted(observed: bool) -> None:
    conversation, messages = incoming("2.1", observed=observed)
    accepted = send(messages)
    assert accepted is not None
    assert (accepted.id, accepted.received) == ("s", 1.0)
    kinds = [type(event) for event in told(conversation)]
    assert kinds == ([SendReceived] if observed else [])
    assert messages.unanswered == 0


@pytest.mark.parametrize(
    ("payload", "action", "defect"),
    [
        ("{}", "Nonsense", Defect.ACTION),
        ("{}", "Heartbeat", Defect.ACTION),
        ("{}", "NotifyPeriodicEventStream", Defect.PAYLOAD),
        ('{"id":}', "NotifyPeriodicEventStream", Defect.NOT_JSON),
    ],
)
def test_a_bad_send_is_reported_and_not_answered(
    payload: str, action: str, defect: Defect
) -> None:
    # Even if no further message would be handled: that counts for valid ones only.
    limits = Limits(max_unanswered=0)
    conversation, messages = incoming("2.1", limits=limits)
    assert send(messages, payload, action) is None
    (event,) = told(conversation)
    assert isinstance(event, BadMessage)
    assert event.problem.defect is defect
    assert answers(conversation) == []
    assert conversation.bad_messages == 1


# --- Answering ------------------------------------------------------------------------


def test_a_call_may_fail() -> None:
    conversation, messages = incoming()
    call(messages)
    messages.fail("1", OcppError(ErrorCode.FORMAT_VIOLATION, "x", {"a": 1}), 1.0)
    assert answers(conversation) == [[4, "1", "FormationViolation", "x", {"a": 1}]]
    with pytest.raises(CannotSend):
        messages.fail("1", OcppError("X"), 1.0)


@pytest.mark.parametrize(
    "error",
    [OcppError(""), OcppError("X", "", {"a": "\ud800"}), OcppError("X", "", {"a": 2j})],
)
def test_what_the_peer_could_not_read_is_not_sent(error: OcppError) -> None:
    conversation, messages = incoming()
    call(messages)
    with pytest.raises((TypeError, ValueError)):
        messages.fail("1", error, 1.0)
    assert answers(conversation) == []
    assert messages.unanswered == 1


def test_a_call_that_nobody_handles() -> None:
    conversation, messages = incoming()
    call(messages)
    messages.decline("1", 1.0)
    assert answers(conversation)[0][:3] == [4, "1", "NotSupported"]


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_data_that_nobody_handles(version: str) -> None:
    conversation, messages = incoming(version, handles=[])
    assert call(messages, "DataTransfer", '{"vendorId":"x"}') is None
    assert answers(conversation) == [[3, "1", {"status": "UnknownVendorId"}]]
    received, answered = told(conversation)
    assert isinstance(received, CallReceived)
    assert isinstance(answered, CallAnswered)
    messages.supports = None
    assert call(messages, "DataTransfer", '{"vendorId":"x"}')


def test_nothing_is_owed_once_the_connection_is_closed() -> None:
    _, messages = incoming()
    call(messages)
    messages.forget()
    assert messages.unanswered == 0
    with pytest.raises(CannotSend):
        messages.reply("1", response(), 1.0)
