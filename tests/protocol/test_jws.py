"""The form of a flattened JWS, read without a key."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.protocol.frames import (
    Call,
    CallError,
    CallResult,
    Frame,
    Malformed,
    MessageType,
    Send,
)
from ocpp_rpc.protocol.jws import (
    Jws,
    claimed,
    decoded,
    header_faults,
    open_frame,
    read_jws,
)
from ocpp_rpc.protocol.parsing import parse

THREE: dict[str, object] = {"payload": "e30", "protected": "e30", "signature": "AAAA"}
HEADER: dict[str, object] = {
    "alg": "ES256",
    "OCPPAction": "Reset",
    "OCPPMessageTypedId": 2,
}


def encoded(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def jws(header: object = HEADER) -> Jws:
    text = header if isinstance(header, str) else json.dumps(header)
    return Jws("e30", encoded(text), "AAAA")


def test_three_texts() -> None:
    assert read_jws(json.dumps(THREE)) == Jws("e30", "e30", "AAAA")
    assert read_jws(json.dumps(dict(reversed(THREE.items())))) is not None


@pytest.mark.parametrize(
    "payload",
    [
        None,
        {"payload": "e30", "protected": "e30"},
        THREE | {"header": None},
        THREE | {"x": 1},
        THREE | {"payload": None},
        THREE | {"protected": {"alg": "ES256"}},
        THREE | {"signature": 5},
        {"payload": "e30", "signatures": [{"protected": "e30", "signature": "AAAA"}]},
        {"a": THREE},
        [THREE],
        "payload protected signature",
    ],
)
def test_anything_else(payload: object) -> None:
    assert read_jws(json.dumps(payload)) is None


@pytest.mark.parametrize(
    "text",
    [
        '{"payload":"a","protected":"b","signature":"c"',
        '{"payload":"a","payload":"a","protected":"b","signature":"c"}',
        '{"payload":"a","protected":"b","signature":' + "[" * 100_000,
        '{"payload":"a","protected":"b","signature":' + "9" * 5000 + "}",
    ],
)
def test_a_text_that_cannot_be_read(text: str) -> None:
    assert read_jws(text) is None


@given(st.binary(max_size=40))
def test_bytes_are_written_in_one_way(data: bytes) -> None:
    text = encoded(data)
    assert decoded(text) == data
    found: list[str] = []
    for last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_":
        other = text[:-1] + last if text else last
        try:
            if decoded(other) == data:
                found.append(other)
        except ValueError:
            continue
    assert found == ([text] if text else [])


@pytest.mark.parametrize(
    "text", ["A", "AA==", "AA=", "A+AA", "A/AA", "A A", "A\n", "é"]
)
def test_what_is_not_base64url(text: str) -> None:
    with pytest.raises(ValueError, match=r"base64url|length|one way"):
        decoded(text)


@pytest.mark.parametrize(
    "header",
    ["[]", "1", "", "{", '{"alg":1,"alg":2}', "[" * 100_000, "null", "9" * 5000],
)
def test_a_header_that_is_none(header: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - one of json, or one of ours
        jws(header).header()
    assert claimed(jws(header)).algorithm == ""


def test_a_header_or_a_payload_that_is_no_text() -> None:
    broken = Jws(encoded(b"\xff"), encoded(b"\xff"), "")
    for read in (broken.header, broken.content):
        with pytest.raises(ValueError, match="utf-8"):
            read()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({"x5t#S256": "abc", "jti": 1, "typ": "JOSE"}, None),
        ({"alg": "none"}, "alg"),
        ({"alg": "HS256"}, "alg"),
        ({"alg": "ES384"}, "alg"),
        ({"alg": "es256"}, "alg"),
        ({"alg": ["ES256"]}, "alg"),
        ({"alg": None}, "alg"),
        ({"OCPPAction": "Reset-Signed"}, "OCPPAction"),
        ({"OCPPAction": "reset"}, "OCPPAction"),
        ({"OCPPAction": 5}, "OCPPAction"),
        ({"OCPPMessageTypedId": 3}, "OCPPMessageTypedId"),
        ({"OCPPMessageTypedId": "2"}, "OCPPMessageTypedId"),
        ({"OCPPMessageTypedId": 2.0}, "OCPPMessageTypedId"),
        ({"OCPPMessageTypedId": True}, "OCPPMessageTypedId"),
        ({"crit": ["x"]}, "extension"),
        ({"crit": []}, "extension"),
        ({"b64": True}, "extension"),
        ({"b64": False}, "extension"),
        ({"x5t#S256": 5}, "x5t"),
        ({"x5t#S256": None}, "x5t"),
    ],
)
def test_faults_of_a_header(change: dict[str, Any], fault: str | None) -> None:
    faults = list(header_faults(HEADER | change, MessageType.CALL, "Reset"))
    assert [fault in each for each in faults if fault] == [True] * bool(fault)
    assert bool(faults) is bool(fault)


def test_a_member_that_is_missing_is_a_fault() -> None:
    assert len(list(header_faults({}, MessageType.CALL, "Reset"))) == 3
    one = list(header_faults(HEADER, MessageType.CALL_RESULT, "Reset"))
    assert one == ["OCPPMessageTypedId is not the message type"]


SIGNED = json.dumps(THREE, separators=(",", ":"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (f'[2,"1","Reset-Signed",{SIGNED}]', Call("1", "Reset", "{}")),
        (f'[6,"1","Reset-Signed",{SIGNED}]', Send("1", "Reset", "{}")),
        (f'[3,"1",{SIGNED}]', CallResult("1", "{}")),
    ],
)
def test_a_frame_is_opened(text: str, plain: Frame) -> None:
    assert open_frame(parse(text)) == (plain, Jws("e30", "e30", "AAAA"))


@pytest.mark.parametrize(
    "frame",
    [
        Call("1", "Reset", SIGNED),
        Call("1", "Reset-Signed", "{}"),
        CallResult("1", "{}"),
        CallResult("1", SIGNED.replace("e30", "e3", 1)),
        CallError("1", "GenericError"),
        parse("[2"),
    ],
)
def test_any_other_frame_stays_as_it_is(frame: Frame | Malformed) -> None:
    assert open_frame(frame) == (frame, None)
