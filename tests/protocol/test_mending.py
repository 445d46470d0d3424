"""Frames that peers break, in the ways that a `FrameTolerance` names."""

from __future__ import annotations

import json
import time
from typing import Any, Final

import pytest

from ocpp_messages import DeviationKind, load, v16, v21
from ocpp_rpc.errors import ErrorCode, OcppError
from ocpp_rpc.protocol import (
    BadMessage,
    CallFailed,
    CallRefused,
    CallSucceeded,
    Defect,
    Deviated,
    Event,
    FrameMended,
    FrameTolerance,
    MendingSession,
    StrayReply,
)
from ocpp_rpc.protocol.mending import Mender
from tests.protocol.test_cost import MOMENT

ALL: Final = FrameTolerance(binary=True, control_characters=True, integer_ids=True)
NONE: Final = FrameTolerance()
DATA: Final = '[2,"1","DataTransfer",{"vendorId":"a","data":"%s"}]'
RESPONSE: Final = v16.DataTransferResponse(status=v16.DataTransferStatus.ACCEPTED)


def session(
    tolerance: FrameTolerance = ALL, version: str = "1.6", **others: Any
) -> MendingSession:
    package = load(version)
    return MendingSession(
        package, package.BACK_OFFICE, frame_tolerance=tolerance, **others
    )


def written(one: MendingSession) -> list[str]:
    texts: list[str] = []
    while (text := one.next_to_send(0.0)) is not None:
        texts.append(text)
    return texts


def mended(events: list[Event]) -> list[DeviationKind]:
    return [
        deviation.kind
        for event in events
        if isinstance(event, Deviated | FrameMended)
        for deviation in event.deviations
    ]


@pytest.mark.parametrize("version", ["1.5", "1.6", "2.0", "2.0.1", "2.1"])
@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        (b'[2,"7","Heartbeat",{}]', ["binary"]),
        ('[2,7,"Heartbeat",{}]', ["integer id"]),
        ('[2,"7","Heartbeat",{}]\0', ["control character"]),
        ('\0[2,"7","Heartbeat",{}]\0\n', ["control character"]),
        (b'[2, 7 ,"Heartbeat",{}]\0', ["binary", "control character", "integer id"]),
    ],
)
def test_a_frame_is_mended_and_told(
    message: str | bytes, kinds: list[str], version: str
) -> None:
    one = session(version=version)
    call = one.receive(message, 0.0)
    assert call is not None
    assert (call.id, call.procedure.action) == ("7", "Heartbeat")
    events = one.events()
    assert mended(events) == kinds
    (deviated,) = [event for event in events if isinstance(event, Deviated)]
    assert {each.path for each in deviated.deviations} == {"frame"}
    assert str(deviated).startswith("Deviated: Heartbeat, id 7, frame: ")

    strict = session(NONE, version)
    assert strict.receive(message, 0.0) is None
    assert any(isinstance(event, BadMessage) for event in strict.events())


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("binary", b'[2,"7","Heartbeat",{}]'),
        ("integer_ids", '[2,7,"Heartbeat",{}]'),
        ("control_characters", '[2,"7","Heartbeat",{}]\0'),
        ("control_characters", DATA % "a\x01\n\tb"),
    ],
)
def test_each_is_mended_by_its_name_only(name: str, message: str | bytes) -> None:
    names = ("binary", "control_characters", "integer_ids")
    only = FrameTolerance(**{name: True})
    others = FrameTolerance(**{other: other != name for other in names})
    assert session(only).receive(message, 0.0) is not None
    assert session(others).receive(message, 0.0) is None


@pytest.mark.parametrize("version", ["1.6", "2.1"])
@pytest.mark.parametrize("number", ["7", "-7", "0", "9223372036854775808"])
def test_an_answer_has_the_number_that_came(number: str, version: str) -> None:
    one = session(version=version)
    call = one.receive(f'[2,{number},"Heartbeat",{{}}]', 0.0)
    assert call is not None
    one.fail(call.id, OcppError(ErrorCode.GENERIC_ERROR, f'"{number}"'), 0.0)
    (text,) = written(one)
    assert text.startswith(f'[4,{number},"GenericError","\\"{number}\\""')
    # Only that answer: the same id as text is another matter.
    assert one.receive(f'[2,"{number}","Heartbeat",{{}}]', 0.0) is not None
    one.fail(number, OcppError(ErrorCode.GENERIC_ERROR), 0.0)
    assert written(one)[0].startswith(f'[4,"{number}",')


def test_responses_and_refusals_have_the_number_that_came() -> None:
    one = session()
    assert one.receive('[2,8,"DataTransfer",{"vendorId":"a"}]', 0.0) is not None
    one.reply("8", RESPONSE, 0.0)
    assert written(one) == ['[3,8,{"status":"Accepted"}]']
    assert one.receive('[2,8,"DataTransfer",{"vendorId":"a"}]', 0.0) is not None
    one.decline("8", 0.0)
    assert written(one) == ['[3,8,{"status":"UnknownVendorId"}]']
    for text, code in (
        ('[2,9,"Nothing",{}]', "NotImplemented"),
        ('[2,9,"Heartbeat",[]]', "FormationViolation"),
        ('[2,9,"Heartbeat",{}', "FormationViolation"),
        ('[2,9,"Authorize",{}]', "OccurenceConstraintViolation"),
    ):
        one.events()
        assert one.receive(text, 0.0) is None
        (answer,) = written(one)
        assert answer.startswith(f'[4,9,"{code}",')
        assert mended(one.events()) == ["integer id"]
    one.supports = lambda _: None
    assert one.receive('[2,8,"DataTransfer",{"vendorId":"a"}]', 0.0) is None
    assert written(one) == ['[3,8,{"status":"UnknownVendorId"}]']


def test_a_number_is_taken_while_its_text_is_pending() -> None:
    one = session()
    assert one.receive('[2,"7","Heartbeat",{}]', 0.0) is not None
    assert one.receive('[2,7,"Heartbeat",{}]', 0.0) is None
    assert written(one)[0].startswith("[4,7,")
    one.fail("7", OcppError(ErrorCode.GENERIC_ERROR), 0.0)
    assert written(one)[0].startswith('[4,"7",')


@pytest.mark.parametrize("text", ['[2,7.5,"Heartbeat",{}]', '[2,true,"Heartbeat",{}]'])
def test_other_ids_stay_wrong(text: str) -> None:
    one = session()
    assert one.receive(text, 0.0) is None
    (bad,) = [event for event in one.events() if isinstance(event, BadMessage)]
    assert bad.problem.defect is Defect.ID


def test_replies_of_the_peer_are_mended() -> None:
    one = session()
    one.call("7", v16.ClearCacheRequest(), 0.0)
    assert len(written(one)) == 1
    one.receive('[3,7,{"status":"Accepted"}]', 0.0)
    events = one.events()
    assert [type(event) for event in events[-2:]] == [Deviated, CallSucceeded]

    one.call("8", v16.ClearCacheRequest(), 0.0)
    assert len(written(one)) == 1
    one.receive(b'[4,8,"GenericError","a\x02",{}]', 0.0)
    mending, failed = one.events()[-2:]
    assert isinstance(mending, FrameMended)
    assert mended([mending]) == ["binary", "control character", "integer id"]
    assert isinstance(failed, CallFailed)
    assert isinstance(failed.error, OcppError)
    assert failed.error.description == "a\x02"
    one.receive("[3,9,{}]", 0.0)
    assert any(isinstance(event, StrayReply) for event in one.events())


def test_a_message_that_is_not_answered_is_mended() -> None:
    one = MendingSession(v21, v21.BACK_OFFICE, frame_tolerance=ALL)
    text = '[6,7,"NotifyPeriodicEventStream",%s]'
    payload = {
        "id": 1,
        "pending": 0,
        "basetime": "2026-01-31T12:00:00Z",
        "data": [{"t": 0, "v": "a\u0001"}],
    }
    odd = (text % json.dumps(payload)).replace("\\u0001", "\x01")
    assert one.receive(odd, 0.0) is not None
    assert mended(one.events()) == ["control character", "integer id"]
    assert written(one) == []


def test_control_characters_are_kept_as_what_they_are() -> None:
    one = session()
    call = one.receive(DATA % 'a\x01\n\t\\"\\\\b', 0.0)
    assert call is not None
    assert isinstance(call.message, v16.DataTransferRequest)
    assert call.message.data == 'a\x01\n\t"\\b'
    assert mended(one.events()) == ["control character"]


def test_what_is_wrong_besides_is_told() -> None:
    one = session()
    assert one.receive('[2,"1","Authorize",{"idTag":"a\x01","x":1}]', 0.0) is None
    (refused,) = [event for event in one.events() if isinstance(event, CallRefused)]
    assert refused.error.code is ErrorCode.FORMAT_VIOLATION
    assert "$.x" in refused.error.description
    assert one.receive('[2,"1","Authorize",{"idTag":"a\x01",}]', 0.0) is None
    assert any(isinstance(event, BadMessage) for event in one.events())


def test_what_is_no_text_is_refused_as_ever() -> None:
    one = session()
    assert one.receive(b"\xff\xfe", 0.0) is None
    (bad,) = one.events()
    assert isinstance(bad, BadMessage)
    assert bad.problem.defect is Defect.BINARY


def test_edits_come_first_and_are_told() -> None:
    def edit(message: str | bytes) -> str | bytes:
        return message.replace("[,", "[") if isinstance(message, str) else message

    one = session(NONE, edit=edit)
    text = (
        '[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":'
        '"2026-01-31T12:00:00Z","sampledValue":[,{"value":"1"}]}]}]'
    )
    assert one.receive(text, 0.0) is not None
    assert mended(one.events()) == ["edited"]
    assert one.receive(text.replace("[,", "[").replace('"1"', '"2"', 1), 0.0)
    assert mended(one.events()) == []
    assert one.receive('[3,"x",[,{}]', 0.0) is None
    assert mended(one.events()) == ["edited"]


def test_bad_messages_are_counted_once() -> None:
    one = session()
    for count in range(1, 4):
        one.receive('[2,7,"Heartbeat",1]', 0.0)
        assert one.bad_messages == count
    assert one.receive('[2,7,"Heartbeat",{}]', 0.0) is not None
    assert one.bad_messages == 0


def test_nothing_is_taken_once_the_connection_is_closed() -> None:
    one = session()
    one.connection_lost(1000, "", 0.0)
    one.events()
    assert one.receive('[2,7,"Heartbeat",{}]', 0.0) is None
    assert one.events() == []


@pytest.mark.parametrize(
    "text",
    [
        '[2,"1","Authorize",{"idTag":"' + '\\"' * 500_000,
        '[2,"1","Authorize",{"idTag":"' + "\x01" * 300_000 + '"}]',
        '[2,"1","Authorize",{"idTag":' + '"\x01",' * 200_000,
        "[2," + "7" * 1_000_000,
        "\0" * 1_000_000,
    ],
)
def test_the_cost_of_a_text_that_is_mended(text: str) -> None:
    start = time.process_time()
    Mender(ALL).frame(text)
    assert time.process_time() - start < MOMENT
