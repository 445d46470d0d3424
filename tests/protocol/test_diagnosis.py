"""What is wrong with a text that is no frame."""

from __future__ import annotations

import json

import pytest

from ocpp_rpc.protocol.diagnosis import diagnose, examine
from ocpp_rpc.protocol.frames import (
    Call,
    CallResult,
    Defect,
    Frame,
    Malformed,
    MessageType,
    Send,
)
from ocpp_rpc.protocol.parsing import parse
from tests.protocol.frame_cases import CASES


@pytest.mark.parametrize(("frame", "text"), CASES)
def test_what_is_a_frame_reads_the_same(frame: Frame, text: str) -> None:
    assert examine(text) == frame
    assert diagnose(text) is None


TYPES = MessageType

# (text, defect, message type that can be read, id that can be read)
MALFORMED: list[tuple[str, Defect, MessageType | None, str | None]] = [
    ("", Defect.EMPTY, None, None),
    (" \r\n\t", Defect.EMPTY, None, None),
    ("nonsense", Defect.NOT_JSON, None, None),
    ("[", Defect.NOT_JSON, None, None),
    ('[2,"1","A",{}', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('[2,"1","A",{},]', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('[2,"1",,{}]', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('[3,"1",{]}]', Defect.NOT_JSON, TYPES.CALL_RESULT, "1"),
    ('\ufeff[2,"1","A",{}]', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('\ufeff[3,"1",{}]', Defect.NOT_JSON, TYPES.CALL_RESULT, "1"),
    ("[3", Defect.NOT_JSON, TYPES.CALL_RESULT, None),
    ("[4 ", Defect.NOT_JSON, TYPES.CALL_ERROR, None),
    ("[31", Defect.NOT_JSON, None, None),
    ("[2.5", Defect.NOT_JSON, None, None),
    ('\xa0[2,"1","A",{}]', Defect.NOT_JSON, None, None),
    ('[2,"1","A",{"a":NaN}]', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('[2,"1","A",{"a":-Infinity}]', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('[2,"1","A",{"a":"\ud800"}]', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('[1,"1","A",{]', Defect.NOT_JSON, None, None),
    ('[7,"1","A",{]', Defect.NOT_JSON, None, None),
    ('[2,"a\nb","A",{}]', Defect.NOT_JSON, TYPES.CALL, None),
    ('[2,"1","a\nb",{}]', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('[2,"1",A,{}]', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('[2,"1","A",{}]\v', Defect.NOT_JSON, TYPES.CALL, "1"),
    ('[2,"\\ud800","A",{}]', Defect.NOT_JSON, TYPES.CALL, None),
    ('[2,"\ud800","A",{}]', Defect.NOT_JSON, TYPES.CALL, None),
    ("[" * 100_000, Defect.NOT_JSON, None, None),
    ('[2,"1","A",' + "[" * 100_000, Defect.NOT_JSON, TYPES.CALL, "1"),
    ("{}", Defect.NOT_ARRAY, None, None),
    ('"[2]"', Defect.NOT_ARRAY, None, None),
    ("null", Defect.NOT_ARRAY, None, None),
    ("[]", Defect.COUNT, None, None),
    ("[2]", Defect.COUNT, TYPES.CALL, None),
    ('[2,"1"]', Defect.COUNT, TYPES.CALL, "1"),
    ('[2,"1","A"]', Defect.COUNT, TYPES.CALL, "1"),
    ('[2,"1",{}]', Defect.COUNT, TYPES.CALL, "1"),
    ('[2,"1","A",{},{}]', Defect.COUNT, TYPES.CALL, "1"),
    ('[3,"1"]', Defect.COUNT, TYPES.CALL_RESULT, "1"),
    ('[3,"1","A",{}]', Defect.COUNT, TYPES.CALL_RESULT, "1"),
    ('[4,"1","X","y"]', Defect.COUNT, TYPES.CALL_ERROR, "1"),
    ('[4,"1","X","y",{},{}]', Defect.COUNT, TYPES.CALL_ERROR, "1"),
    ("[1]", Defect.UNKNOWN_TYPE, None, None),
    ('[7,"1","A",{}]', Defect.UNKNOWN_TYPE, None, "1"),
    ('["2","1","A",{}]', Defect.UNKNOWN_TYPE, None, "1"),
    ('[2.0,"1","A",{}]', Defect.UNKNOWN_TYPE, None, "1"),
    ('[true,"1","A",{}]', Defect.UNKNOWN_TYPE, None, "1"),
    ('[[2],"1","A",{}]', Defect.UNKNOWN_TYPE, None, "1"),
    ("[" + "9" * 5000 + "]", Defect.UNKNOWN_TYPE, None, None),
    ('[2,1,"A",{}]', Defect.ID, TYPES.CALL, None),
    ('[2,null,"A",{}]', Defect.ID, TYPES.CALL, None),
    ('[2,"","A",{}]', Defect.ID, TYPES.CALL, ""),
    (f'[2,"{"x" * 37}","A",{{}}]', Defect.ID, TYPES.CALL, "x" * 37),
    (f'[2,"{"x" * 255}","A",{{}}]', Defect.ID, TYPES.CALL, "x" * 255),
    (f'[2,"{"x" * 256}","A",{{}}]', Defect.ID, TYPES.CALL, None),
    ('[2,"1",["x"],{}]', Defect.ACTION, TYPES.CALL, "1"),
    ('[2,"1","",{}]', Defect.ACTION, TYPES.CALL, "1"),
    ('[2,"1","A",[]]', Defect.PAYLOAD, TYPES.CALL, "1"),
    ('[2,"1","A","{}"]', Defect.PAYLOAD, TYPES.CALL, "1"),
    ('[3,"1",false]', Defect.PAYLOAD, TYPES.CALL_RESULT, "1"),
    ('[6,"1","A",1]', Defect.PAYLOAD, TYPES.SEND, "1"),
    ('[4,"1",404,"y",{}]', Defect.ERROR, TYPES.CALL_ERROR, "1"),
    ('[4,"1","X",null,{}]', Defect.ERROR, TYPES.CALL_ERROR, "1"),
    ('[5,"1","X","y",[]]', Defect.ERROR, TYPES.CALL_RESULT_ERROR, "1"),
]


def refuse(_: str) -> None:
    raise ValueError("no number")


@pytest.mark.parametrize(
    ("text", "defect", "message_type", "message_id"),
    MALFORMED,
    ids=[f"{case[0][:40]!a} of {len(case[0])}" for case in MALFORMED],
)
def test_malformed(
    text: str, defect: Defect, message_type: MessageType | None, message_id: str | None
) -> None:
    problem = diagnose(text)
    assert problem is not None
    frame = parse(text)
    if isinstance(frame, Malformed):
        assert frame == problem
    else:  # the payload is left to the serializer, which asks for a diagnosis
        assert isinstance(frame, Call | CallResult | Send)
        with pytest.raises(ValueError, match=r"Expecting|Extra|no number"):
            json.loads(frame.payload, parse_constant=refuse)
    assert (problem.defect, problem.type, problem.id) == (
        defect,
        message_type,
        message_id,
    )
    assert problem.detail


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[2,x]", "Expecting value at character 3"),
        ("[NaN]", "NaN is not JSON"),
        ('["\ud800"]', "a surrogate without its pair"),
        ("[" * 100_000, "nested too deeply"),
        ("{}", "a frame is a JSON array"),
        ("[]", "the array is empty"),
        ("[" + "9" * 5000 + "]", f"{'9' * 20} is not a message type"),
        ("[2]", "4 elements expected, 1 found"),
        ("[2,1,1,1,1]", "4 elements expected, 5 found"),
        ("[2,1,1,1,1,1]", "4 elements expected, more found"),
        ('[4,1,"X","y",{}]', "the message id is a string of 1 to 36 characters"),
    ],
    ids=lambda text: f"{text[:30]!a}",
)
def test_the_sentence_that_names_a_defect(text: str, sentence: str) -> None:
    frame = parse(text)
    assert isinstance(frame, Malformed)
    assert frame.detail == sentence


@pytest.mark.parametrize(
    "payload",
    ['{"a":' + "[" * 100_000 + "]" * 100_000 + "}", '{"a":1e999}', "{}"],
    ids=["deep", "large", "plain"],
)
def test_diagnosis_of_a_payload_that_may_be_json(payload: str) -> None:
    problem = diagnose(f'[2,"1","A",{payload}]')
    if len(payload) < 100:
        assert problem is None
    else:
        assert problem is not None
        assert problem.detail == "nested too deeply"
