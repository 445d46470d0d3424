"""What deviates, and may."""

from __future__ import annotations

from typing import Final

from ocpp_messages import FIELD, STRICT
from ocpp_rpc.errors import CannotSend, ErrorCode
from ocpp_rpc.protocol.events import Deviated, SendReceived
from tests.protocol.clauses.words import (
    ASK,
    ASKED,
    BACK_OFFICE,
    BEFORE,
    INVALID,
    MOMENT,
    OCCURRENCE,
    QUEUED,
    SINCE,
    STARTED,
    STREAM,
    SUCCEEDED,
    WHY,
    Case,
    Like,
    calls,
    calls_oddly,
    comes,
    refused,
    replies_oddly,
    tolerates,
)

__all__ = ["TOLERANCE"]


ODD_ASK: Final = [2, "1", "DataTransfer", {"vendorId": "Acme", "messageId": None}]
ODD_DONE: Final = [3, "a", {"status": "Maybe"}]
NAIVE_STREAM: Final = [*STREAM[:3], {**STREAM[3], "basetime": MOMENT[:-1]}]

TOLERANCE: Final = [
    Case(
        "a CALL that deviates",
        "ours",
        given=[tolerates(FIELD)],
        when=comes(ODD_ASK),
        events=[Like(Deviated, id="1"), ASKED],
    ),
    Case(
        "a CALL that deviates, unless it may not",
        "1.6 §4.2.3; 2.x §4.1.5, §4.1.7",
        when=comes(ODD_ASK),
        goes=[[4, "1", "TypeConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a CALL that deviates in what never may",
        "ours",
        given=[tolerates(FIELD)],
        when=comes([2, "1", "DataTransfer", {"messageId": None}]),
        goes=[[4, "1", OCCURRENCE, WHY, {}]],
        events=[refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a CALLRESULT that deviates",
        "ours",
        given=[tolerates(FIELD), calls("a")],
        when=comes(ODD_DONE),
        events=[Like(Deviated, id="a"), SUCCEEDED],
    ),
    Case(
        "a CALLRESULT that deviates, as the call may",
        "ours",
        given=[calls("a", tolerance=FIELD)],
        when=comes(ODD_DONE),
        events=[Like(Deviated, id="a"), SUCCEEDED],
    ),
    Case(
        "a CALLRESULT that deviates, as the call may not",
        "ours",
        versions=BEFORE,
        given=[tolerates(FIELD), calls("a", tolerance=STRICT)],
        when=comes(ODD_DONE),
        events=[INVALID],
    ),
    Case(
        "a SEND that deviates",
        "ours",
        versions=SINCE,
        sides=BACK_OFFICE,
        given=[tolerates(FIELD)],
        when=comes(NAIVE_STREAM),
        events=[Like(Deviated, id="s"), Like(SendReceived, id="s")],
    ),
    Case(
        "no CALL of ours that deviates",
        "1.6 §4.2.1; 2.x §4.1.7",
        versions=("1.5", "1.6", "2.0.1", "2.1"),
        given=[tolerates(FIELD)],
        when=calls_oddly("a"),
        raises=CannotSend,
    ),
    Case(
        "a CALL of ours that deviates as is wanted",
        "ours",
        versions=("1.5", "1.6", "2.0.1", "2.1"),
        when=calls_oddly("a", tolerance=FIELD),
        goes=[[2, "a", "DataTransfer", {"vendorId": "Acme", "colour": "red"}]],
        events=[QUEUED, STARTED],
    ),
    Case(
        "no response of ours that deviates",
        "1.6 §4.2.2; 2.x §4.1.7",
        given=[tolerates(FIELD), comes(ASK)],
        when=replies_oddly("1"),
        raises=CannotSend,
    ),
]
