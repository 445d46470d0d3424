"""The messages of a fleet, as bytes and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_messages import Violation, ViolationKind
from ocpp_rpc import (
    BadSignature,
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    InvalidResponse,
    NotConnected,
    NotConnectedInTime,
    NotInVersion,
    OcppError,
    OcppRpcError,
    QueueFull,
)
from ocpp_rpc.fleet.failures import Late, as_failure, from_failure
from ocpp_rpc.fleet.wire import (
    Call,
    Question,
    is_said,
    is_state,
    pack,
    pages,
    read_call,
    read_question,
    split_answer,
    unpack,
    write_answer,
    write_call,
)

TEXT = st.text(st.characters(), max_size=20)
LINE = TEXT.filter(lambda text: "\n" not in text and _is_text(text))
TIME = st.integers(0, 2**53)


def _is_text(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


@given(
    st.builds(
        Call,
        id=TEXT,
        identity=TEXT,
        request=TEXT,
        exact=st.booleans(),
        by=TIME,
        now=TIME,
        until=TIME,
        deadline=st.none() | TIME,
        timeout=st.none() | st.just(...) | st.floats(0, 1e6),
        frames=st.dictionaries(TEXT, LINE, min_size=1, max_size=3),
    )
)
def test_a_call(call: Call) -> None:
    header, _, frames = write_call(call).partition(b"\n")
    assert read_question(unpack(header)) is None
    assert read_call(unpack(header), frames) == call


@given(LINE, LINE)
def test_an_answer(frame: str, version: str) -> None:
    assert split_answer(write_answer(frame, version)) == (frame, version)


def test_what_an_answer_is() -> None:
    assert is_said(write_answer('[3,"1",{}]', "1.6"))
    assert not is_said(pack({"failure": "Late"}))
    assert is_state(pack({"state": "pending"}))
    assert not is_state(pack({"failure": "Late"}))


def test_questions() -> None:
    assert read_question({"who": True}) == Question(who=True)
    assert read_question({"probe": "1", "until": 5}) == Question("1", 5)
    assert read_question({"cancel": "1"}) == Question(cancel="1")


def test_what_is_no_object() -> None:
    with pytest.raises(ValueError, match="must be a JSON object"):
        unpack(b"[]")


def test_pages() -> None:
    assert pages([1, 2, 3], 2) == [[1, 2], [3]]
    assert pages([], 2) == [()]


ERRORS: list[OcppRpcError] = [
    OcppError(ErrorCode.SECURITY_ERROR, "ü", {"a": [1]}, action="Reset"),
    OcppError("Acme", action="Reset"),
    CallTimeout("Reset", sent=True),
    ConnectionClosed(sent=True, code=1008, reason="x"),
    BadSignature("Reset", "another key has signed it"),
    InvalidResponse("Reset", "bad", [Violation("$.a", ViolationKind.MISSING, "no")]),
    QueueFull(5),
    CannotSend("no"),
    NotInVersion("no"),
    NotConnected("a"),
    Late(5),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_failures(error: OcppRpcError) -> None:
    found = from_failure(unpack(pack(as_failure(error))))
    assert type(found) is type(error)
    assert (vars(found), str(found)) == (vars(error), str(error))


def test_a_failure_that_has_no_form_of_its_own() -> None:
    found: Any = from_failure(as_failure(NotConnectedInTime("a")))
    assert type(found) is NotConnected
