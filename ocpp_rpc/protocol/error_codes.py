"""The meaning of error codes.

These functions turn faults into an `OcppError`: a payload that violates its schema
(`payload_error`), a malformed frame (`frame_error`), and an error that the peer sent
(`received_error`). The `Dialect` of a version has the spelling of the codes.

Functions over tables, without state. Of the folder they need `frames`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ocpp_messages import DecodeError, Violation, ViolationKind
from ocpp_rpc.errors import BadSignature, ErrorCode, OcppError

from .frames import CallError, CallResultError, Defect, Malformed, MessageType

if TYPE_CHECKING:
    from .dialect import Dialect

__all__ = [
    "frame_error",
    "malformed_answer",
    "payload_error",
    "read_code",
    "received_error",
    "untrusted",
    "violation_code",
]

# Either spelling is understood in every version: peers mix them up.
_READ: Mapping[str, ErrorCode] = {
    **{code.value: code for code in ErrorCode},
    "FormationViolation": ErrorCode.FORMAT_VIOLATION,
    "OccurenceConstraintViolation": ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
}


def read_code(text: str) -> ErrorCode | str:
    """Return the error code for its spelling in any version; other text unchanged."""
    return _READ.get(text, text)


def received_error(
    frame: CallError | CallResultError, action: str | None = None
) -> OcppError:
    """Return the error that the peer sent; GenericError if it has no code.

    Args:
        frame: The frame, or its readable parts.
        action: The action of the call that it answers.
    """
    code = read_code(frame.code) if frame.code else ErrorCode.GENERIC_ERROR
    return OcppError(code, frame.description, frame.details, action=action)


# --- A payload that violates its schema -----------------------------------------------

# OCPP-J 1.6 table 7; 2.0.1 part 4 table 8.
_VIOLATION_CODES: Mapping[ViolationKind, ErrorCode] = {
    ViolationKind.JSON: ErrorCode.FORMAT_VIOLATION,
    ViolationKind.EXTRA: ErrorCode.FORMAT_VIOLATION,
    ViolationKind.MISSING: ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
    ViolationKind.COUNT: ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
    ViolationKind.TYPE: ErrorCode.TYPE_CONSTRAINT_VIOLATION,
    ViolationKind.VALUE: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
    ViolationKind.LENGTH: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
    ViolationKind.RANGE: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
    ViolationKind.FORMAT: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
    ViolationKind.PATTERN: ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
    ViolationKind.UNIQUE: ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
}


def payload_error(error: DecodeError) -> OcppError:
    """Return the error that answers an invalid payload: that of its first violation."""
    first, *others = error.violations
    more = f" (and {len(others)} more)" if others else ""
    return OcppError(violation_code(first), f"{first}{more}")


def untrusted(error: BadSignature) -> OcppError:
    """Return the error that answers a message with a wrong or missing signature."""
    return OcppError(ErrorCode.SECURITY_ERROR, error.detail)


def violation_code(violation: Violation) -> ErrorCode:
    """Return the error code for a violation of the schema."""
    return _VIOLATION_CODES[violation.kind]


# --- A frame that is malformed --------------------------------------------------------

# A CALL is answered, and so is what might have been one. An answer to anything else
# would be taken for the answer to a call of this side with the same id.
_ANSWERED = frozenset({MessageType.CALL, None})


def malformed_answer(
    problem: Malformed, dialect: Dialect
) -> tuple[str, OcppError] | None:
    """Return the id and the error that answer a malformed frame; None for no answer."""
    error: OcppError | None = None
    if problem.defect is Defect.UNKNOWN_TYPE:
        if dialect.unknown_type is not None:
            error = OcppError(dialect.unknown_type, problem.detail)
    elif problem.defect is not Defect.BINARY and problem.type in _ANSWERED:
        error = frame_error(problem, dialect)
    message_id = dialect.unreadable_id if problem.id is None else problem.id
    return None if error is None or message_id is None else (message_id, error)


def frame_error(problem: Malformed, dialect: Dialect) -> OcppError:
    """Return the error that answers a malformed CALL or CALLRESULT."""
    code = dialect.malformed_call
    if problem.defect is Defect.PAYLOAD:
        code = ErrorCode.FORMAT_VIOLATION
    return OcppError(code, problem.detail)
