"""Which error code says what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ocpp_messages import DecodeError, Violation, ViolationKind, v16
from ocpp_rpc.errors import ErrorCode
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.error_codes import (
    frame_error,
    malformed_answer,
    payload_error,
    read_code,
    received_error,
    violation_code,
)
from ocpp_rpc.protocol.frames import CallError, Defect, Malformed, MessageType


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FormatViolation", ErrorCode.FORMAT_VIOLATION),
        ("FormationViolation", ErrorCode.FORMAT_VIOLATION),
        ("OccurrenceConstraintViolation", ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION),
        ("OccurenceConstraintViolation", ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION),
        ("NotImplemented", ErrorCode.NOT_IMPLEMENTED),
    ],
)
def test_both_spellings_are_read(text: str, code: ErrorCode) -> None:
    assert read_code(text) is code


def test_unknown_codes_are_kept() -> None:
    assert read_code("notimplemented") == "notimplemented"


def test_every_kind_of_violation_has_a_code() -> None:
    codes = {
        kind: violation_code(Violation("$.a", kind, "is wrong"))
        for kind in ViolationKind
    }
    assert codes == {
        ViolationKind.JSON: ErrorCode.FORMAT_VIOLATION,
        ViolationKind.EXTRA: ErrorCode.FORMAT_VIOLATION,
        ViolationKind.MISSING: ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
        ViolationKind.TYPE: ErrorCode.TYPE_CONSTRAINT_VIOLATION,
        ViolationKind.VALUE: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
        ViolationKind.LENGTH: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
        ViolationKind.COUNT: ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
        ViolationKind.RANGE: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
        ViolationKind.FORMAT: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
        ViolationKind.PATTERN: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
        ViolationKind.UNIQUE: ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
    }


def test_the_first_violation_answers_a_payload() -> None:
    with pytest.raises(DecodeError) as caught:
        v16.loads(v16.BootNotificationRequest, '{"chargePointVendor":1,"colour":2}')
    error = payload_error(caught.value)
    assert error.code is ErrorCode.TYPE_CONSTRAINT_VIOLATION
    assert error.description == f"{caught.value.violations[0]} (and 2 more)"
    with pytest.raises(DecodeError) as caught:
        v16.loads(v16.AuthorizeRequest, "{}")
    error = payload_error(caught.value)
    assert error.code is ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION
    assert error.description == str(caught.value.violations[0])


def test_an_error_means_what_its_code_says() -> None:
    error = received_error(CallError("1", "FormationViolation", "x", {"a": 1}), "Reset")
    assert (error.code, error.description) == (ErrorCode.FORMAT_VIOLATION, "x")
    assert (error.details, error.action) == ({"a": 1}, "Reset")
    assert received_error(CallError("1", "")).code is ErrorCode.GENERIC_ERROR
    assert received_error(CallError("1", "Odd")).code == "Odd"


@pytest.mark.parametrize(
    ("problem", "old", "new"),
    [
        (Malformed(Defect.COUNT, "x", MessageType.CALL, "1"), "1", "1"),
        (Malformed(Defect.NOT_JSON, "x", None, "1"), "1", "1"),
        (Malformed(Defect.NOT_JSON, "x"), None, "-1"),
        (Malformed(Defect.ID, "x", MessageType.CALL, ""), "", ""),
        (Malformed(Defect.BINARY, "x"), None, None),
        (Malformed(Defect.UNKNOWN_TYPE, "x", id="1"), None, None),
        (Malformed(Defect.COUNT, "x", MessageType.CALL_RESULT, "1"), None, None),
        (Malformed(Defect.ERROR, "x", MessageType.CALL_ERROR, "1"), None, None),
        (Malformed(Defect.ACTION, "x", MessageType.SEND, "1"), None, None),
    ],
    ids=lambda problem: f"{problem}"[:50],
)
def test_whether_a_malformed_frame_is_answered(
    problem: Malformed, old: str | None, new: str | None
) -> None:
    for version, expected in (("1.6", old), ("2.0.1", new)):
        answer = malformed_answer(problem, DIALECTS[version])
        assert (answer and answer[0]) == expected
        if answer is not None:
            expected_error = frame_error(problem, DIALECTS[version])
            assert answer[1].code == expected_error.code
            assert answer[1].description == problem.detail


def test_a_dialect_may_have_a_code_for_unknown_types() -> None:
    code = ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED
    dialect = replace(DIALECTS["2.0.1"], unknown_type=code)
    problem = Malformed(Defect.UNKNOWN_TYPE, "7 is no type", id="1")
    answer = malformed_answer(problem, dialect)
    assert answer is not None
    message_id, error = answer
    assert (message_id, error.code, error.description) == ("1", code, "7 is no type")


@pytest.mark.parametrize(
    ("version", "frame", "payload"),
    [
        ("1.6", ErrorCode.FORMAT_VIOLATION, ErrorCode.FORMAT_VIOLATION),
        ("2.1", ErrorCode.RPC_FRAMEWORK_ERROR, ErrorCode.FORMAT_VIOLATION),
    ],
)
def test_the_code_of_a_malformed_frame(
    version: str, frame: ErrorCode, payload: ErrorCode
) -> None:
    dialect = DIALECTS[version]
    for defect, code in ((Defect.COUNT, frame), (Defect.PAYLOAD, payload)):
        error = frame_error(Malformed(defect, "x", MessageType.CALL, "1"), dialect)
        assert (error.code, error.description) == (code, "x")
