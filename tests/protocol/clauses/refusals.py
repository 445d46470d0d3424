"""Calls of the peer that no handler sees."""

from __future__ import annotations

from typing import Final

from ocpp_rpc.errors import ErrorCode, OcppError
from ocpp_rpc.protocol.events import CallReceived, CallRefused
from ocpp_rpc.protocol.frames import Defect
from tests.protocol.clauses.words import (
    ANSWERED,
    ASK,
    ASKED,
    BACK_OFFICE,
    DONE,
    FORMAT,
    IN_USE,
    OCCURRENCE,
    ONE,
    OURS,
    QUEUED,
    SINCE,
    STARTED,
    STATION,
    STREAM,
    TWO,
    WHY,
    Case,
    Like,
    bad,
    calls,
    comes,
    drains,
    limits,
    refused,
    replies,
    without,
)

__all__ = ["REFUSALS"]


REFUSALS: Final = [
    Case(
        "an action that the version does not have",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        when=comes([2, "1", "Nonsense", {}]),
        goes=[[4, "1", "NotImplemented", WHY, {}]],
        events=[refused(ErrorCode.NOT_IMPLEMENTED, "Nonsense")],
    ),
    Case(
        "an action of a newer version",
        "1.6 T7",
        versions=ONE,
        when=comes([2, "1", "GetVariables", {}]),
        goes=[[4, "1", "NotImplemented", WHY, {}]],
        events=[refused(ErrorCode.NOT_IMPLEMENTED, "GetVariables")],
    ),
    Case(
        "an action in small letters",
        "1.6 T4; 2.x §4.1.6",
        when=comes([2, "1", "datatransfer", {"vendorId": "Acme"}]),
        goes=[[4, "1", "NotImplemented", WHY, {}]],
        events=[refused(ErrorCode.NOT_IMPLEMENTED, "datatransfer")],
    ),
    *(
        Case(
            f"an action that ends with {suffix}",
            "1.6 T4; 2.x §4.1.6",
            when=comes([2, "1", f"DataTransfer{suffix}", {"vendorId": "Acme"}]),
            goes=[[4, "1", "NotImplemented", WHY, {}]],
            events=[refused(ErrorCode.NOT_IMPLEMENTED, f"DataTransfer{suffix}")],
        )
        for suffix in (".req", "Request")
    ),
    *(
        Case(
            f"{action} without a handler, whatever its payload",
            "1.6 T7; 2.0.1 T8, 2.1 T9",
            sides=sides,
            given=[without(action)],
            when=comes([2, "1", action, {"a": 5}]),
            goes=[[4, "1", "NotSupported", WHY, {}]],
            events=[refused(ErrorCode.NOT_SUPPORTED, action)],
        )
        for action, sides in (("Heartbeat", BACK_OFFICE), ("ClearCache", STATION))
    ),
    Case(
        "a DataTransfer without a handler",
        "1.6 §4.3; P2 P01.FR.05",
        given=[without("DataTransfer")],
        when=comes(ASK),
        goes=[[3, "1", {"status": "UnknownVendorId"}]],
        events=[ASKED, ANSWERED],
    ),
    Case(
        "a DataTransfer without a handler that is not valid",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        given=[without("DataTransfer")],
        when=comes([2, "1", "DataTransfer", {"vendorId": 5}]),
        goes=[[4, "1", "TypeConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a DataTransfer without a handler while the connection is being closed",
        "ours",
        given=[without("DataTransfer"), drains],
        when=comes(ASK),
        goes=[[4, "1", "GenericError", WHY, {}]],
        events=[refused(ErrorCode.GENERIC_ERROR)],
    ),
    Case(
        "an action that stations do not receive",
        "1.6 T7, errata 3.7; 2.0.1 T8, 2.1 T9",
        sides=STATION,
        when=comes([2, "1", "Heartbeat", {}]),
        goes=[[4, "1", "NotSupported", WHY, {}]],
        events=[refused(ErrorCode.NOT_SUPPORTED, "Heartbeat")],
    ),
    Case(
        "an action that back offices do not receive",
        "1.6 T7, errata 3.7; 2.0.1 T8, 2.1 T9",
        sides=BACK_OFFICE,
        when=comes([2, "1", "ClearCache", {}]),
        goes=[[4, "1", "NotSupported", WHY, {}]],
        events=[refused(ErrorCode.NOT_SUPPORTED, "ClearCache")],
    ),
    Case(
        "a CALL of what is a SEND",
        "2.1 §4.2.4",
        versions=SINCE,
        when=comes([2, *STREAM[1:]]),
        goes=[[4, "s", "NotSupported", WHY, {}]],
        events=[refused(ErrorCode.NOT_SUPPORTED, STREAM[2], "s")],
    ),
    Case(
        "a field too many",
        "1.6 T7, errata 3.1; 2.0.1 T8, 2.1 T9",
        versions=("1.5", "1.6", "2.0.1", "2.1"),
        when=comes([2, "1", "DataTransfer", {"vendorId": "Acme", "colour": "red"}]),
        goes=[[4, "1", FORMAT, WHY, {}]],
        events=[refused(ErrorCode.FORMAT_VIOLATION)],
    ),
    Case(
        "a required field that is missing",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        when=comes([2, "1", "DataTransfer", {}]),
        goes=[[4, "1", OCCURRENCE, WHY, {}]],
        events=[refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "an optional field that is null",
        "2.x §4.1.5; ours in 1.x",
        when=comes([2, "1", "DataTransfer", {"vendorId": "Acme", "messageId": None}]),
        goes=[[4, "1", "TypeConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a value of another JSON type",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        when=comes([2, "1", "DataTransfer", {"vendorId": 12}]),
        goes=[[4, "1", "TypeConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a value that is too long",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        versions=("1.6", *TWO),
        when=comes([2, "1", "DataTransfer", {"vendorId": "x" * 256}]),
        goes=[[4, "1", "PropertyConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a value that is not of the enumeration",
        "1.6 T7",
        versions=ONE,
        sides=STATION,
        when=comes([2, "1", "Reset", {"type": "Warm"}]),
        goes=[[4, "1", "PropertyConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, "Reset")],
    ),
    Case(
        "an empty list where there must be an element",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        versions=("2.0.1", "2.1"),
        sides=STATION,
        when=comes([2, "1", "GetVariables", {"getVariableData": []}]),
        goes=[[4, "1", OCCURRENCE, WHY, {}]],
        events=[refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "GetVariables")],
    ),
    *(
        Case(
            f"a payload that is {payload}",
            "1.6 T7; 2.0.1 T8, 2.1 T9",
            when=comes(f'[2,"1","DataTransfer",{payload}]'),
            goes=[[4, "1", FORMAT, WHY, {}]],
            events=[bad(Defect.PAYLOAD, answered=True)],
        )
        for payload in ("[]", '"{}"', "0", "false")
    ),
    Case(
        "the id of a CALL that is being handled",
        "1.6 §4.1.4, §4.2.3; 2.x §4.1.4, §4.2.3; the code is ours",
        given=[comes(ASK)],
        when=comes(ASK),
        goes=[[4, "1", IN_USE, WHY, {}]],
        events=[
            Like(CallRefused, id="1", error=Like(OcppError)),
        ],
    ),
    Case(
        "more CALLs than are handled at once",
        "1.6 T7; 2.x §4.2.3; the code is ours",
        given=[limits(max_unanswered=1), comes(ASK)],
        when=comes([2, "2", *ASK[2:]]),
        goes=[[4, "2", "GenericError", WHY, {}]],
        events=[refused(ErrorCode.GENERIC_ERROR, message_id="2")],
    ),
    Case(
        "more CALLs than are handled at once from now on",
        "1.6 T7; 2.x §4.2.3; the code is ours",
        given=[comes(ASK), limits(max_unanswered=1)],
        when=comes([2, "2", *ASK[2:]]),
        goes=[[4, "2", "GenericError", WHY, {}]],
        events=[refused(ErrorCode.GENERIC_ERROR, message_id="2")],
    ),
    Case(
        "a CALL when one of those is answered",
        "ours",
        given=[limits(max_unanswered=1), comes(ASK), replies("1")],
        when=comes([2, "2", *ASK[2:]]),
        events=[Like(CallReceived, id="2")],
    ),
    Case(
        "a CALL while the connection is being closed",
        "1.6 T7; 2.x §4.2.3; the code is ours",
        given=[drains],
        when=comes(ASK),
        goes=[[4, "1", "GenericError", WHY, {}]],
        events=[refused(ErrorCode.GENERIC_ERROR)],
    ),
    Case(
        "a CALL of ours while the connection is being closed",
        "ours",
        given=[drains],
        when=calls("a"),
        goes=[OURS],
        events=[QUEUED, STARTED],
    ),
    Case(
        "an accepted CALL while the connection is being closed",
        "ours",
        given=[comes(ASK), drains],
        when=replies("1"),
        goes=[[3, "1", DONE]],
        events=[ANSWERED],
    ),
]
