"""What the halves of a session share."""

from __future__ import annotations

import json

import pytest

import ocpp_messages
from ocpp_messages import LENIENT, DecodeError, v16, v21
from ocpp_rpc.protocol.conversation import Conversation
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.events import BadMessage, Deviated
from ocpp_rpc.protocol.frames import Call, Defect, Malformed, MessageType
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.tolerances import Tolerances
from tests.protocol.halves import back_office, told

AUTHORIZE = v16.PROCEDURES["Authorize"]
ODD = Call("1", "Authorize", '{"idTag":"T1","colour":2}')


def test_the_peer_has_the_other_role() -> None:
    assert back_office("2.1").peer_role is v21.STATION
    station = Conversation(
        ocpp_messages.load("1.6"),
        v16.STATION,
        dialect=DIALECTS["1.6"],
        limits=Limits(),
        tolerances=Tolerances(),
    )
    assert station.peer_role is v16.BACK_OFFICE


def test_a_valid_payload_is_read_and_nothing_is_reported() -> None:
    conversation = back_office()
    frame = Call("1", "Authorize", '{"idTag":"T1"}')
    message = conversation.read(AUTHORIZE.request, AUTHORIZE, frame)
    assert message == v16.AuthorizeRequest(id_tag="T1")
    assert told(conversation) == []


def test_what_may_pass_is_reported() -> None:
    conversation = back_office(tolerances=Tolerances(LENIENT))
    message = conversation.read(AUTHORIZE.request, AUTHORIZE, ODD)
    (event,) = told(conversation)
    assert isinstance(event, Deviated)
    assert (event.id, event.procedure, event.message) == ("1", AUTHORIZE, message)
    assert [deviation.path for deviation in event.deviations] == ["$.colour"]


def test_the_tolerance_of_one_call_comes_first() -> None:
    with pytest.raises(DecodeError):
        back_office().read(AUTHORIZE.request, AUTHORIZE, ODD)
    assert back_office().read(AUTHORIZE.request, AUTHORIZE, ODD, LENIENT)


def test_a_bad_message_is_counted_reported_and_perhaps_answered() -> None:
    conversation = back_office()
    unanswered = Malformed(Defect.NOT_JSON, "x")
    conversation.reject(unanswered)
    assert told(conversation) == [BadMessage(unanswered)]
    assert conversation.frames == []

    problem = Malformed(Defect.COUNT, "too few", MessageType.CALL, "1")
    conversation.reject(problem)
    (text,) = conversation.frames
    assert json.loads(text) == [4, "1", "FormationViolation", "too few", {}]
    (event,) = told(conversation)
    assert isinstance(event, BadMessage)
    assert event.problem is problem
    assert event.answered is not None
    assert conversation.bad_messages == 2
