"""What differs between the versions."""

from __future__ import annotations

import pytest

import ocpp_messages
from ocpp_messages import DecodeError, Violation, ViolationKind, v16
from ocpp_rpc.errors import ErrorCode
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.error_codes import payload_error, read_code, violation_code
from ocpp_rpc.protocol.frames import MessageType

# OCPP-J 1.6 table 7.
CODES_1X = {
    "NotImplemented",
    "NotSupported",
    "InternalError",
    "ProtocolError",
    "SecurityError",
    "FormationViolation",
    "PropertyConstraintViolation",
    "OccurenceConstraintViolation",
    "TypeConstraintViolation",
    "GenericError",
}

# OCPP-J 2.0.1 part 4 table 8, 2.1 part 4 table 9.
CODES_2X = {
    "FormatViolation",
    "GenericError",
    "InternalError",
    "MessageTypeNotSupported",
    "NotImplemented",
    "NotSupported",
    "OccurrenceConstraintViolation",
    "PropertyConstraintViolation",
    "ProtocolError",
    "RpcFrameworkError",
    "SecurityError",
    "TypeConstraintViolation",
}


def test_there_is_one_for_each_version() -> None:
    assert tuple(DIALECTS) == ocpp_messages.VERSIONS
    for version, dialect in DIALECTS.items():
        package = ocpp_messages.load(version)
        assert (dialect.version, dialect.subprotocol) == (version, package.SUBPROTOCOL)


@pytest.mark.parametrize("version", ["1.5", "1.6"])
def test_spelling_of_1x(version: str) -> None:
    assert {DIALECTS[version].spell(code) for code in ErrorCode} == CODES_1X


@pytest.mark.parametrize("version", ["2.0", "2.0.1", "2.1"])
def test_spelling_of_2x(version: str) -> None:
    assert {DIALECTS[version].spell(code) for code in ErrorCode} == CODES_2X


@pytest.mark.parametrize("version", DIALECTS)
def test_spelling_whatever_the_program_wrote(version: str) -> None:
    dialect = DIALECTS[version]
    assert dialect.spell("FormationViolation") == dialect.spell("FormatViolation")
    assert dialect.spell("AcmeError") == "AcmeError"


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


def test_message_types() -> None:
    calls = {MessageType.CALL, MessageType.CALL_RESULT, MessageType.CALL_ERROR}
    for version in ("1.5", "1.6", "2.0", "2.0.1"):
        assert DIALECTS[version].message_types == calls
    assert DIALECTS["2.1"].message_types == set(MessageType)


@pytest.mark.parametrize(
    ("identity", "allowed"),
    [
        ("C" * 48, list(DIALECTS)),
        ("C" * 49, ["1.5", "1.6"]),
        ("CP:001", ["1.5", "1.6"]),
        ("RDAM 123", list(DIALECTS)),  # the example of part 4 §3.1.1
        ("aZ09*-_=+|@. ", list(DIALECTS)),
        *((f"CP{each}1", ["1.5", "1.6"]) for each in "\0\x1b\n/\\%#?&;,~é\u0661\xa0"),
        ("CP001\n", ["1.5", "1.6"]),
    ],
)
def test_identities(identity: str, allowed: list[str]) -> None:
    found = [name for name, each in DIALECTS.items() if each.allows_identity(identity)]
    assert found == allowed


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
