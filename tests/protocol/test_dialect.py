"""What differs between the versions."""

from __future__ import annotations

import pytest

import ocpp_messages
from ocpp_rpc.errors import ErrorCode, OcppError
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.frames import CallError, CallResultError, MessageType

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


def test_the_frame_of_an_error() -> None:
    error = OcppError(ErrorCode.FORMAT_VIOLATION, "x" * 300 + "\udcff", {"a": 1})
    for version, code in (("1.6", "FormationViolation"), ("2.1", "FormatViolation")):
        frame = DIALECTS[version].error_frame(CallError, "1", error)
        assert frame == CallError("1", code, "x" * 255, {"a": 1})
    frame = DIALECTS["1.6"].error_frame(CallError, "1", OcppError("X", "no \udcff"))
    assert frame.description == "no ?"
    refused = DIALECTS["2.1"].error_frame(CallResultError, "1", OcppError("X"))
    assert refused == CallResultError("1", "X", "", {})
