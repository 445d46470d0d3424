"""How frames are read and written, and the codes of errors."""

from __future__ import annotations

from typing import Final

from ocpp_rpc.errors import CannotSend, ErrorCode, OcppError
from ocpp_rpc.protocol.events import (
    CallQueued,
    CallReceived,
    CallStarted,
    ResultRefused,
    SendReceived,
)
from tests.protocol.clauses.words import (
    ANSWERED,
    ASK,
    ASKED,
    BACK_OFFICE,
    DONE,
    FORMAT,
    OCCURRENCE,
    OURS,
    QUEUED,
    SINCE,
    SINCE_2,
    STARTED,
    STATION,
    STREAM,
    SUCCEEDED,
    WHY,
    Case,
    Code,
    Like,
    calls,
    comes,
    failed,
    refused,
    refuses,
    replies,
    sends,
)

__all__ = ["CODES", "READ", "WRITTEN"]

# --- Frames ---------------------------------------------------------------------------

READ: Final = [
    Case(
        "a CALL",
        "1.6 §4.2.1; 2.x §4.2.1",
        when=comes(ASK),
        events=[ASKED],
    ),
    Case(
        "a CALLRESULT",
        "1.6 §4.2.2; 2.x §4.2.2",
        given=[calls("a")],
        when=comes([3, "a", DONE]),
        events=[SUCCEEDED],
    ),
    Case(
        "a CALLERROR",
        "1.6 §4.2.3; 2.x §4.2.3",
        given=[calls("a")],
        when=comes([4, "a", "GenericError", "why", {"a": 1}]),
        events=[
            failed(
                Like(
                    OcppError,
                    code=ErrorCode.GENERIC_ERROR,
                    description="why",
                    details={"a": 1},
                )
            )
        ],
    ),
    Case(
        "a CALLERROR with nothing to say",
        "1.6 T6; 2.x T7",
        given=[calls("a")],
        when=comes([4, "a", "GenericError", "", {}]),
        events=[failed(Like(OcppError, description="", details={}))],
    ),
    Case(
        "a CALLERROR whose details are null",
        "ours",
        given=[calls("a")],
        when=comes([4, "a", "GenericError", "", None]),
        events=[failed(Like(OcppError, details={}))],
    ),
    Case(
        "a CALLRESULTERROR",
        "2.1 §4.2.3",
        versions=SINCE,
        when=comes([5, "1", "FormatViolation", "why", {"a": 1}]),
        events=[
            Like(
                ResultRefused,
                id="1",
                error=Like(
                    OcppError,
                    code=ErrorCode.FORMAT_VIOLATION,
                    description="why",
                    details={"a": 1},
                ),
            )
        ],
    ),
    Case(
        "a SEND",
        "2.1 §4.2.4, P2 FR.07",
        versions=SINCE,
        sides=BACK_OFFICE,
        when=comes(STREAM),
        events=[Like(SendReceived, id="s")],
    ),
    Case(
        "white space between the elements",
        "1.6 §4.1.2; 2.x §4.1.2 (RFC 8259)",
        when=comes(' [ 2 ,\t"1" ,\r\n"DataTransfer" , { "vendorId" : "Acme" } ] '),
        events=[ASKED],
    ),
    Case(
        "escapes in the id and the action",
        "1.6 §4.1.2; 2.x §4.1.2 (RFC 8259)",
        when=comes('[2,"\\u0031","Data\\u0054ransfer",{"vendorId":"Acme"}]'),
        events=[ASKED],
    ),
    Case(
        "an empty payload that is null: a CALL",
        "1.6 §4.2.1; 2.x §4.1.5",
        sides=BACK_OFFICE,
        when=comes([2, "1", "Heartbeat", None]),
        events=[ASKED],
    ),
    Case(
        "an empty payload that is null: a CALL that needs a field",
        "1.6 §4.2.1; 2.x §4.1.5",
        when=comes([2, "1", "DataTransfer", None]),
        goes=[[4, "1", OCCURRENCE, WHY, {}]],
        events=[refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "an id of 36 characters",
        "1.6 T3; 2.0.1 T3, 2.1 T4",
        when=comes([2, "x" * 36, *ASK[2:]]),
        events=[Like(CallReceived, id="x" * 36)],
    ),
    Case(
        "an empty message",
        "ours",
        when=comes(""),
    ),
    Case(
        "a message of white space",
        "ours",
        when=comes(" \r\n\t"),
    ),
]

WRITTEN: Final = [
    Case(
        "a CALL, without the optional fields that are not set",
        "1.6 §4.2.1; 2.x §4.1.5, §4.2.1",
        when=calls("a"),
        goes=[OURS],
        events=[QUEUED, STARTED],
    ),
    Case(
        "an empty payload",
        "1.6 §4.2.1; 2.x §4.1.5",
        sides=STATION,
        when=calls("a", "Heartbeat"),
        goes=[[2, "a", "Heartbeat", {}]],
        events=[QUEUED, STARTED],
    ),
    Case(
        "a CALLRESULT",
        "1.6 §4.2.2; 2.x §4.2.2",
        given=[comes(ASK)],
        when=replies("1"),
        goes=[[3, "1", DONE]],
        events=[ANSWERED],
    ),
    Case(
        "a CALLERROR",
        "1.6 §4.2.3; 2.x §4.2.3",
        given=[comes(ASK)],
        when=refuses("1", ErrorCode.GENERIC_ERROR, "why", a=1),
        goes=[[4, "1", "GenericError", "why", {"a": 1}]],
        events=[ANSWERED],
    ),
    Case(
        "a CALLERROR with nothing to say",
        "1.6 T6; 2.x T7",
        given=[comes(ASK)],
        when=refuses("1", ErrorCode.INTERNAL_ERROR),
        goes=[[4, "1", "InternalError", "", {}]],
        events=[ANSWERED],
    ),
    Case(
        "the longest description",
        "2.x T7; ours in 1.x",
        given=[comes(ASK)],
        when=refuses("1", ErrorCode.GENERIC_ERROR, "x" * 255),
        goes=[[4, "1", "GenericError", "x" * 255, {}]],
        events=[ANSWERED],
    ),
    Case(
        "a longer description is cut",
        "2.x T7; ours in 1.x",
        given=[comes(ASK)],
        when=refuses("1", ErrorCode.GENERIC_ERROR, "x" * 256),
        goes=[[4, "1", "GenericError", "x" * 255, {}]],
        events=[ANSWERED],
    ),
    Case(
        "a SEND",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=STATION,
        when=sends("s"),
        goes=[STREAM],
    ),
    Case(
        "a SEND while a CALL is unanswered",
        "2.1 §4.1.1, P2 FR.07",
        versions=SINCE,
        sides=STATION,
        given=[calls("a")],
        when=sends("s"),
        goes=[STREAM],
    ),
    Case(
        "an id of 36 characters",
        "1.6 T3; 2.0.1 T3, 2.1 T4",
        when=calls("x" * 36),
        goes=[[2, "x" * 36, *OURS[2:]]],
        events=[Like(CallQueued, id="x" * 36), Like(CallStarted, id="x" * 36)],
    ),
    Case(
        "no id of 37 characters",
        "1.6 T3; 2.0.1 T3, 2.1 T4",
        when=calls("x" * 37),
        raises=CannotSend,
    ),
    Case(
        "no empty id",
        "ours",
        when=calls(""),
        raises=CannotSend,
    ),
    Case(
        "no CALL that goes the other way",
        "P2 use cases",
        sides=BACK_OFFICE,
        when=calls("a", "Heartbeat"),
        raises=CannotSend,
    ),
    Case(
        "no SEND that goes the other way",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=BACK_OFFICE,
        when=sends("s"),
        raises=CannotSend,
    ),
]


# --- Error codes ----------------------------------------------------------------------


def _spelling(code: ErrorCode | str, wire: Code | str) -> Case:
    return Case(
        f"{code} is written",
        "1.6 T7, errata 5.1 and 5.2; 2.0.1 T8, 2.1 T9",
        given=[comes(ASK)],
        when=refuses("1", code),
        goes=[[4, "1", wire, "", {}]],
        events=[ANSWERED],
    )


def _reading(wire: str, code: ErrorCode | str) -> Case:
    return Case(
        f"{wire} is understood",
        "1.6 T7; 2.0.1 T8, 2.1 T9; ours: either spelling in every version",
        given=[calls("a")],
        when=comes([4, "a", wire, "", {}]),
        events=[failed(Like(OcppError, code=code))],
    )


CODES: Final = [
    _spelling(ErrorCode.NOT_IMPLEMENTED, "NotImplemented"),
    _spelling(ErrorCode.NOT_SUPPORTED, "NotSupported"),
    _spelling(ErrorCode.INTERNAL_ERROR, "InternalError"),
    _spelling(ErrorCode.PROTOCOL_ERROR, "ProtocolError"),
    _spelling(ErrorCode.SECURITY_ERROR, "SecurityError"),
    _spelling(ErrorCode.FORMAT_VIOLATION, FORMAT),
    _spelling(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, "PropertyConstraintViolation"),
    _spelling(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, OCCURRENCE),
    _spelling(ErrorCode.TYPE_CONSTRAINT_VIOLATION, "TypeConstraintViolation"),
    _spelling(ErrorCode.GENERIC_ERROR, "GenericError"),
    _spelling(
        ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED,
        Code("GenericError", "MessageTypeNotSupported"),
    ),
    _spelling(ErrorCode.RPC_FRAMEWORK_ERROR, SINCE_2),
    _spelling("AcmeError", "AcmeError"),
    *(_reading(code.value, code) for code in ErrorCode),
    _reading("FormationViolation", ErrorCode.FORMAT_VIOLATION),
    _reading("OccurenceConstraintViolation", ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION),
    _reading("AcmeError", "AcmeError"),
    _reading("genericerror", "genericerror"),
]
