"""Text to frames and back."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocpp_rpc.protocol.diagnosis import diagnose
from ocpp_rpc.protocol.frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Defect,
    Frame,
    Malformed,
    MessageType,
    Send,
)
from ocpp_rpc.protocol.parsing import parse
from tests.properties import altered, assert_met, edited

ID = "8c1bd7f2-8a5e-4a2f-9c2f-8a5e4a2f9c2f"

# What is written is what is read: (frame, its text).
CASES: list[tuple[Frame, str]] = [
    (Call(ID, "Heartbeat", "{}"), f'[2,"{ID}","Heartbeat",{{}}]'),
    (Call("1", "Reset", '{"type":"Soft"}'), '[2,"1","Reset",{"type":"Soft"}]'),
    (CallResult("1", '{"a":[1,"]"]}'), '[3,"1",{"a":[1,"]"]}]'),
    (CallError("1", "GenericError", "", {}), '[4,"1","GenericError","",{}]'),
    (CallError("1", "X", "y", {"z": [1]}), '[4,"1","X","y",{"z":[1]}]'),
    (CallResultError("1", "X", "y", {}), '[5,"1","X","y",{}]'),
    (Send("1", "Notify", '{"id":1}'), '[6,"1","Notify",{"id":1}]'),
    (Call('a"b\\c', "A\n", "{}"), '[2,"a\\"b\\\\c","A\\n",{}]'),
    (Call("x" * 36, "A", "{}"), f'[2,"{"x" * 36}","A",{{}}]'),
    (Call("é", "A", '{"a":"é"}'), '[2,"\\u00e9","A",{"a":"é"}]'),
]


@pytest.mark.parametrize(("frame", "text"), CASES)
def test_frame_and_text(frame: Frame, text: str) -> None:
    assert frame.serialize() == text
    assert parse(text) == frame


# What is read as well, but never written.
LENIENT: list[tuple[str, Frame]] = [
    (' [ 2 ,\t"1" ,\n"A" , { } ]', Call("1", "A", "{ } ")),
    (' [ 2 ,\t"1" ,\n"A" , { } ]\r\n', Call("1", "A", "{ }")),
    ('[6,"1","A",{}]\n', Send("1", "A", "{}")),
    ('[2,"1","A",null]', Call("1", "A", "{}")),
    ('[2,"1","A", null ]', Call("1", "A", "{}")),
    ('[3,"1",null]', CallResult("1", "{}")),
    ('[6,"1","A",null]', Send("1", "A", "{}")),
    ('[4,"1","X","y",null]', CallError("1", "X", "y", {})),
    (f'[4,"{"x" * 36}","X","y",{{}}]', CallError("x" * 36, "X", "y", {})),
    ('[2,"\\u0031","A",{}]', Call("1", "A", "{}")),
    ('[2,"1","\\u0041",{}]', Call("1", "A", "{}")),
    ('[2,"1","A",{"a":"NaN"}]', Call("1", "A", '{"a":"NaN"}')),
    ('[2,"1","A",{"a":"é"}]', Call("1", "A", '{"a":"é"}')),
    ('[2,"é","A",{}]', Call("é", "A", "{}")),
    # The payload is the serializer's to judge.
    ('[2,"1","A",{"a":1,"a":2}]', Call("1", "A", '{"a":1,"a":2}')),
    ('[2,"1","A",{]', Call("1", "A", "{")),
    ('[2,"1","A",{}]]', Call("1", "A", "{}]")),
]


@pytest.mark.parametrize(("text", "frame"), LENIENT)
def test_what_is_read_as_well(text: str, frame: Frame) -> None:
    assert parse(text) == frame


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


@pytest.mark.parametrize("value", ['"\ud800"', '"\ud800é"'])
def test_a_surrogate_without_its_pair(value: str) -> None:
    assert isinstance(parse(f'[2,"1","A",{{"a":{value}}}]'), Malformed)


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


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=4,
)
parts: st.SearchStrategy[Any] = st.sampled_from(
    [
        2,
        3,
        4,
        5,
        6,
        "",
        "1",
        "x" * 36,
        "x" * 37,
        "Heartbeat",
        None,
        {},
        {"a": 1},
        [],
        -1,
    ]
)


objects = st.dictionaries(st.text(max_size=5), json_values, max_size=3)
ids = st.text(min_size=1, max_size=36)
EDITS = '[]{}",:\\23456 \nnul\ud800é'
near_valid = altered(
    st.one_of(
        st.tuples(st.sampled_from([2, 6]), ids, st.text(), objects),
        st.tuples(st.just(3), ids, objects),
        st.tuples(st.sampled_from([4, 5]), ids, st.text(), st.text(), objects),
    ),
    parts | json_values,
)


def test_near_valid_frames_read_like_json() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=200, deadline=None)
    @given(near_valid)
    def check(elements: list[Any]) -> None:
        frame = parse(json.dumps(elements))
        seen[type(frame).__name__] += 1
        if not isinstance(frame, Malformed):
            assert json.loads(frame.serialize()) == [
                {} if element is None else element for element in elements
            ]

    check()
    kinds = ("Call", "CallResult", "CallError", "CallResultError", "Send", "Malformed")
    assert_met(seen, *kinds)


def test_any_text_has_an_outcome() -> None:
    seen: Counter[str] = Counter()
    near = edited(st.sampled_from([text for _, text in CASES]), EDITS)

    @settings(max_examples=400, deadline=None)
    @given(near | st.text())
    def check(text: str) -> None:
        frame = parse(text)
        problem = diagnose(text)
        if isinstance(frame, Malformed):
            assert frame == problem
            seen["malformed"] += 1
        elif problem is None:
            assert parse(frame.serialize()) == frame
            seen["a frame"] += 1
        else:  # the payload is left to the serializer
            seen["a payload that is none"] += 1

    check()
    assert_met(seen, "malformed", "a frame", "a payload that is none")


def test_time_is_linear_in_hostile_whitespace() -> None:
    for text in (
        '[2,"1","A",{' + "] " * 200_000 + "x",
        "[2" + " " * 200_000 + "x",
        " " * 400_000 + "x",
    ):
        assert isinstance(parse(text), Malformed)


def test_errors_are_ascii_whatever_they_hold() -> None:
    assert CallError("1", "X", "\ud800").serialize() == '[4,"1","X","\\ud800",{}]'


@pytest.mark.parametrize("details", [{"a": float("nan")}, {"a": object()}])
def test_details_that_are_not_json(details: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        CallError("1", "X", "", details).serialize()
