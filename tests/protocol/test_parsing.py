"""Text to frames."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ocpp_rpc.protocol import parsing
from ocpp_rpc.protocol.diagnosis import diagnose
from ocpp_rpc.protocol.frames import Call, CallError, CallResult, Frame, Malformed, Send
from ocpp_rpc.protocol.parsing import parse
from tests.properties import altered, assert_met, edited
from tests.protocol.frame_cases import CASES


@pytest.mark.parametrize(("frame", "text"), CASES)
def test_a_text_and_its_frame(frame: Frame, text: str) -> None:
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


@pytest.mark.parametrize(
    "text",
    [
        '[2,"1","Reset",{"type":"Soft"}]',
        ' [ 3 , "1" , {} ]',
        '[2,"é","A",{"a":"é"}]',
        '[6,"1","A",{]',
    ],
)
def test_everyday_frames_are_not_examined(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "examine", None)
    assert parse(text)


@pytest.mark.parametrize(
    "text",
    ['[2,"1",{}]', '[3,"1","A",{}]', '[6,"1",{}]', '[4,"1",{}]', '[5,"1","A",{}]'],
)
def test_a_type_with_the_elements_of_another(text: str) -> None:
    frame = parse(text)
    assert isinstance(frame, Malformed)
    assert (frame.type, frame.id) == (int(text[1]), "1")


@pytest.mark.parametrize("value", ['"\ud800"', '"\ud800é"'])
def test_a_surrogate_without_its_pair(value: str) -> None:
    assert isinstance(parse(f'[2,"1","A",{{"a":{value}}}]'), Malformed)


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

    @settings(max_examples=200)
    @given(near_valid)
    @example([3, "0", {}, None])
    def check(elements: list[Any]) -> None:
        frame = parse(json.dumps(elements))
        seen[type(frame).__name__] += 1
        if not isinstance(frame, Malformed):
            # What stands for an object may be null; what is after a payload is kept
            # with it, for the serializer to refuse.
            objects: list[Any] = [
                {} if element is None else element for element in elements
            ]
            assert json.loads(frame.serialize()) in (objects, elements)

    check()
    kinds = ("Call", "CallResult", "CallError", "CallResultError", "Send", "Malformed")
    assert_met(seen, *kinds)


def test_any_text_has_an_outcome() -> None:
    seen: Counter[str] = Counter()
    near = edited(st.sampled_from([text for _, text in CASES]), EDITS)

    @settings(max_examples=400)
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
