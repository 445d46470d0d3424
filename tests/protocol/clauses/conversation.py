"""Replies, turns, ids, and the end of a connection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    OcppError,
    QueueFull,
)
from ocpp_rpc.protocol.events import (
    CallCancelled,
    CallQueued,
    CallStarted,
    CallSucceeded,
    Closed,
    StrayKind,
    StrayReply,
)
from ocpp_rpc.protocol.frames import Defect
from tests.protocol.clauses.words import (
    ANSWERED,
    ASK,
    ASKED,
    BACK_OFFICE,
    BEFORE,
    DONE,
    INVALID,
    OURS,
    QUEUED,
    SINCE,
    STARTED,
    STATION,
    STREAM,
    SUCCEEDED,
    WHY,
    Case,
    Like,
    at_once,
    bad,
    calls,
    cancels,
    comes,
    failed,
    limits,
    loses,
    refuses,
    replies,
    sends,
    waits,
)

__all__ = ["END", "IDS", "RESULTS", "TURNS"]

# --- Replies to calls of ours ---------------------------------------------------------


def _invalid(
    name: str, text: str, code: str, *, bad: Sequence[Like] = ()
) -> list[Case]:
    """A CALLRESULT that fails its call, and what 2.1 answers to it."""
    return [
        Case(
            name,
            "1.6 §4.2.3; 2.0.1 §4.2.3: CALLERROR answers a CALL",
            versions=BEFORE,
            given=[calls("a")],
            when=comes(text),
            events=[INVALID, *bad],
        ),
        Case(
            name,
            "2.1 §4.2.3, P2 FR.06",
            versions=SINCE,
            given=[calls("a")],
            when=comes(text),
            goes=[[5, "a", code, WHY, {}]],
            events=[INVALID, *bad],
        ),
    ]


RESULTS: Final = [
    *_invalid(
        "a result that lacks a field",
        '[3,"a",{}]',
        "OccurrenceConstraintViolation",
    ),
    *_invalid(
        "a result that is null and lacks a field",
        '[3,"a",null]',
        "OccurrenceConstraintViolation",
    ),
    *_invalid(
        "a result with a value of another JSON type",
        '[3,"a",{"status":5}]',
        "TypeConstraintViolation",
    ),
    *_invalid(
        "a result with a value that is not of the enumeration",
        '[3,"a",{"status":"Maybe"}]',
        "PropertyConstraintViolation",
    ),
    *_invalid(
        "a result that is too short",
        '[3,"a"]',
        "RpcFrameworkError",
        bad=[bad(Defect.COUNT)],
    ),
    *_invalid(
        "a result that is too long",
        '[3,"a",{"status":"Accepted"},{}]',
        "RpcFrameworkError",
        bad=[bad(Defect.COUNT)],
    ),
    *_invalid(
        "a result that is a list",
        '[3,"a",[]]',
        "FormatViolation",
        bad=[bad(Defect.PAYLOAD)],
    ),
    *_invalid(
        "a result after a byte order mark",
        '\ufeff[3,"a",{"status":"Accepted"}]',
        "RpcFrameworkError",
        bad=[bad(Defect.NOT_JSON)],
    ),
    *_invalid(
        "a result that holds NaN",
        '[3,"a",{"status":NaN}]',
        "RpcFrameworkError",
        bad=[bad(Defect.NOT_JSON)],
    ),
    *_invalid(
        "a result that is cut off",
        '[3,"a",{"status":"Accepted"}',
        "RpcFrameworkError",
        bad=[bad(Defect.NOT_JSON)],
    ),
    *_invalid(
        "a result that ends after its id",
        '[3,"a"',
        "RpcFrameworkError",
        bad=[bad(Defect.NOT_JSON)],
    ),
    Case(
        "a reply to nothing",
        "ours",
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "an error to nothing",
        "ours",
        when=comes([4, "a", "GenericError", "", {}]),
        events=[Like(StrayReply, id="a", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "an invalid result to nothing",
        "ours",
        when=comes([3, "a", {"status": 5}]),
        events=[Like(StrayReply, id="a", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "a result to nothing with one element too many: nobody looks into it",
        "ours",
        when=comes([3, "a", DONE, {}]),
        events=[Like(StrayReply, id="a", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "the error of who could not read our message",
        "2.x §4.2.3",
        given=[calls("a")],
        when=comes([4, "-1", "RpcFrameworkError", "", {}]),
        events=[Like(StrayReply, id="-1", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "a second reply",
        "ours",
        given=[calls("a"), comes([3, "a", DONE])],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.DUPLICATE)],
    ),
    Case(
        "a result after an error",
        "ours",
        given=[calls("a"), comes([4, "a", "GenericError", "", {}])],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.DUPLICATE)],
    ),
    Case(
        "a reply to a call that timed out",
        "ours: normal traffic",
        given=[calls("a", timeout=5), waits(5)],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.LATE)],
    ),
    Case(
        "a reply to a call that was cancelled",
        "ours: normal traffic",
        given=[calls("a"), cancels("a")],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.LATE)],
    ),
    Case(
        "a late reply does not settle the next call",
        "ours",
        given=[calls("a", timeout=5), calls("b"), waits(5)],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.LATE)],
    ),
    Case(
        "a reply to a call that still waits",
        "1.6 §4.2.2; 2.x §4.2.2",
        given=[calls("a"), calls("b")],
        when=comes([3, "b", DONE]),
        events=[Like(StrayReply, id="b", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "replies in another order",
        "ours, with more than one call in flight",
        given=[limits(max_in_flight=2), calls("a"), calls("b")],
        when=comes([3, "b", DONE]),
        events=[Like(CallSucceeded, id="b")],
    ),
]


# --- Turns, time and ids --------------------------------------------------------------

TURNS: Final = [
    Case(
        "a second CALL waits",
        "1.6 §4.1.1, errata 3.4; 2.x §4.1.1, P2 FR.01",
        given=[calls("a")],
        when=calls("b"),
        events=[Like(CallQueued, id="b")],
    ),
    Case(
        "it has its turn after the result",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a"), calls("b")],
        when=comes([3, "a", DONE]),
        goes=[[2, "b", *OURS[2:]]],
        events=[SUCCEEDED, Like(CallStarted, id="b")],
    ),
    Case(
        "it has its turn after the error",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a"), calls("b")],
        when=comes([4, "a", "GenericError", "", {}]),
        goes=[[2, "b", *OURS[2:]]],
        events=[failed(Like(OcppError)), Like(CallStarted, id="b")],
    ),
    Case(
        "it has its turn after the time is up",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a", timeout=5), calls("b")],
        when=waits(5),
        goes=[[2, "b", *OURS[2:]]],
        events=[failed(Like(CallTimeout, sent=True)), Like(CallStarted, id="b")],
    ),
    Case(
        "it has its turn after the first is given up",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a"), calls("b")],
        when=cancels("a"),
        goes=[[2, "b", *OURS[2:]]],
        events=[Like(CallCancelled, id="a"), Like(CallStarted, id="b")],
    ),
    Case(
        "calls of both sides may cross, even with the same id",
        "1.6 §4.1.1; 2.x §4.1.1 (notes)",
        given=[calls("1")],
        when=comes(ASK),
        events=[ASKED],
    ),
    Case(
        "a reply does not wait for a CALL",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a"), comes(ASK)],
        when=replies("1"),
        goes=[[3, "1", DONE]],
        events=[ANSWERED],
    ),
    Case(
        "more calls in flight, if told so",
        "1.6 §4.1.1 (SHOULD NOT); against 2.x §4.1.1",
        given=[calls("a"), calls("b")],
        when=limits(max_in_flight=2),
        goes=[[2, "b", *OURS[2:]]],
        events=[Like(CallStarted, id="b")],
    ),
    Case(
        "fewer calls in flight, if told so",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[
            limits(max_in_flight=2),
            calls("a"),
            calls("b"),
            calls("c"),
            limits(max_in_flight=1),
        ],
        when=comes([3, "a", DONE]),
        events=[SUCCEEDED],
    ),
    Case(
        "the queue is bounded",
        "ours",
        given=[limits(max_waiting=1), calls("a"), calls("b")],
        when=calls("c"),
        raises=QueueFull,
    ),
    Case(
        "the queue may become shorter",
        "ours",
        given=[calls("a"), calls("b"), limits(max_waiting=0)],
        when=calls("c"),
        raises=QueueFull,
    ),
    Case(
        "the queue may become longer",
        "ours",
        given=[limits(max_waiting=0), calls("a"), limits(max_waiting=1)],
        when=calls("b"),
        events=[Like(CallQueued, id="b")],
    ),
    Case(
        "the time of a call runs from when it is written",
        "ours",
        given=[calls("a"), calls("b", timeout=5), waits(9), cancels("a"), waits(4)],
        when=waits(1),
        events=[failed(Like(CallTimeout, sent=True), "b")],
    ),
    Case(
        "the total time runs from the start",
        "ours",
        given=[calls("a"), calls("b", total_timeout=5)],
        when=waits(5),
        events=[failed(Like(CallTimeout, sent=False), "b")],
    ),
    Case(
        "a call whose time is up is never written",
        "ours",
        given=[calls("a"), calls("b", total_timeout=5), waits(5)],
        when=comes([3, "a", DONE]),
        events=[SUCCEEDED],
    ),
    Case(
        "a call that is given up is never written",
        "ours",
        given=[calls("a"), calls("b"), cancels("b")],
        when=comes([3, "a", DONE]),
        events=[SUCCEEDED],
    ),
]

IDS: Final = [
    Case(
        "the id of an answered CALL may come again",
        "1.6 §4.1.4; 2.0.1 errata 2024-09 4.6, 2.1 §4.1.4: a retry",
        given=[comes(ASK), replies("1")],
        when=comes(ASK),
        events=[ASKED],
    ),
    Case(
        "the id of a refused CALL may come again",
        "1.6 §4.1.4; 2.0.1 errata 2024-09 4.6, 2.1 §4.1.4: a retry",
        given=[comes([2, "1", "Nonsense", {}])],
        when=comes(ASK),
        events=[ASKED],
    ),
    Case(
        "a CALL is answered once, however often its id came",
        "1.6 §4.1.4; 2.x §4.1.4",
        given=[comes(ASK), comes(ASK), comes(ASK)],
        when=replies("1"),
        goes=[[3, "1", DONE]],
        events=[ANSWERED],
    ),
    Case(
        "a retry of ours may have the id of the first try",
        "2.0.1 errata 2024-09 4.6, 2.1 §4.1.4",
        given=[calls("a", timeout=5), waits(5)],
        when=calls("a"),
        goes=[OURS],
        events=[QUEUED, STARTED],
    ),
    Case(
        "no second CALL with the id of one in flight",
        "1.6 §4.1.4; 2.x §4.1.4",
        given=[calls("a")],
        when=calls("a"),
        raises=CannotSend,
    ),
    Case(
        "no second CALL with the id of one that waits",
        "1.6 §4.1.4; 2.x §4.1.4",
        given=[calls("a"), calls("b")],
        when=calls("b"),
        raises=CannotSend,
    ),
    Case(
        "no SEND with the id of a CALL in flight",
        "2.1 §4.1.4: CALL and SEND",
        versions=SINCE,
        sides=STATION,
        given=[calls("a")],
        when=sends("a"),
        raises=CannotSend,
    ),
    Case(
        "no second answer",
        "1.6 §4.2.2; 2.x §4.2.2",
        given=[comes(ASK), replies("1")],
        when=replies("1"),
        raises=CannotSend,
    ),
    Case(
        "no error after an answer",
        "1.6 §4.2.3; 2.x §4.2.3",
        given=[comes(ASK), replies("1")],
        when=refuses("1", ErrorCode.GENERIC_ERROR),
        raises=CannotSend,
    ),
    Case(
        "no answer to a SEND",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=BACK_OFFICE,
        given=[comes(STREAM)],
        when=refuses("s", ErrorCode.GENERIC_ERROR),
        raises=CannotSend,
    ),
]


# --- The end --------------------------------------------------------------------------

END: Final = [
    Case(
        "what is in flight fails, and so does what waits",
        "ours",
        given=[calls("a"), calls("b")],
        when=loses(1001, "bye"),
        events=[
            failed(Like(ConnectionClosed, sent=True, code=1001, reason="bye")),
            failed(Like(ConnectionClosed, sent=False, code=1001, reason="bye"), "b"),
            Like(Closed, code=1001, reason="bye"),
        ],
    ),
    Case(
        "what was not written yet is not written",
        "ours",
        given=[comes(ASK)],
        when=at_once(replies("1"), calls("a"), loses(1006)),
        events=[
            ANSWERED,
            QUEUED,
            failed(Like(ConnectionClosed, sent=False, code=1006, reason="")),
            Like(Closed, code=1006),
        ],
    ),
    Case(
        "nothing is answered any more",
        "ours",
        given=[comes(ASK), loses(1006)],
        when=replies("1"),
        raises=CannotSend,
    ),
    Case(
        "nothing is called any more",
        "ours",
        given=[loses(1006)],
        when=calls("a"),
        raises=ConnectionClosed,
    ),
    Case(
        "nothing is sent any more",
        "ours",
        versions=SINCE,
        sides=STATION,
        given=[loses(1006)],
        when=sends("s"),
        raises=ConnectionClosed,
    ),
    Case(
        "nothing is received any more",
        "ours",
        given=[loses(1006)],
        when=comes(ASK),
    ),
    Case(
        "the connection is lost once",
        "ours",
        given=[loses(1001)],
        when=loses(1006),
    ),
]
