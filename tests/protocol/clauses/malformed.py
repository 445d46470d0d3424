"""Messages that are none, and what is never answered."""

from __future__ import annotations

from typing import Final

from ocpp_rpc.errors import ErrorCode, OcppError
from ocpp_rpc.protocol.events import ResultRefused, SendDropped
from ocpp_rpc.protocol.frames import Defect
from tests.protocol.clauses.words import (
    ASK,
    BACK_OFFICE,
    BEFORE,
    MALFORMED,
    ONE,
    SINCE,
    STATION,
    STREAM,
    TWO,
    WHY,
    Case,
    Like,
    bad,
    calls,
    comes,
    failed,
    limits,
)

__all__ = ["MALFORMED_CALLS", "MALFORMED_ERRORS", "UNANSWERED"]


_UNREADABLE: Final[dict[str, tuple[str, Defect]]] = {
    "no JSON": ("nonsense", Defect.NOT_JSON),
    "half a frame": ("[2", Defect.NOT_JSON),
    "half an id": ('[2,"1', Defect.NOT_JSON),
    "an object": ("{}", Defect.NOT_ARRAY),
    "a string": ('"[2]"', Defect.NOT_ARRAY),
    "null": ("null", Defect.NOT_ARRAY),
    "an empty array": ("[]", Defect.COUNT),
    "a CALL without an id": ("[2]", Defect.COUNT),
    "a CALL whose id is a number": ('[2,1,"DataTransfer",{}]', Defect.ID),
    "a CALL whose id is null": ('[2,null,"DataTransfer",{}]', Defect.ID),
    "a CALL whose id is of 256 characters": (
        f'[2,"{"x" * 256}","DataTransfer",{{}}]',
        Defect.ID,
    ),
}

_READABLE: Final[dict[str, tuple[str, Defect, str]]] = {
    "a CALL of two elements": ('[2,"1"]', Defect.COUNT, "1"),
    "a CALL of three": ('[2,"1","DataTransfer"]', Defect.COUNT, "1"),
    "a CALL of five": ('[2,"1","DataTransfer",{},{}]', Defect.COUNT, "1"),
    "a CALL whose action is a list": ('[2,"1",["x"],{}]', Defect.ACTION, "1"),
    "a CALL whose action is null": ('[2,"1",null,{}]', Defect.ACTION, "1"),
    "a CALL whose action is empty": ('[2,"1","",{}]', Defect.ACTION, "1"),
    "a CALL that is cut off": ('[2,"1","DataTransfer",{}', Defect.NOT_JSON, "1"),
    "a CALL whose payload is no JSON": (
        '[2,"1","DataTransfer",{"vendorId":}]',
        Defect.NOT_JSON,
        "1",
    ),
    "a CALL of an unknown action whose payload is no JSON": (
        '[2,"1","Nonsense",{]',
        Defect.NOT_JSON,
        "1",
    ),
    "a CALL with something after it": (
        '[2,"1","DataTransfer",{"vendorId":"x"}] x',
        Defect.NOT_JSON,
        "1",
    ),
    "a CALL whose id is empty": ('[2,"","DataTransfer",{}]', Defect.ID, ""),
    "a CALL whose id is of 37 characters": (
        f'[2,"{"x" * 37}","DataTransfer",{{}}]',
        Defect.ID,
        "x" * 37,
    ),
    "a CALL whose id is of 255 characters": (
        f'[2,"{"x" * 255}","DataTransfer",{{}}]',
        Defect.ID,
        "x" * 255,
    ),
}

MALFORMED_CALLS: Final = [
    *(
        Case(
            name,
            "no rule in 1.6; ours: no answer",
            versions=ONE,
            when=comes(text),
            events=[bad(defect)],
        )
        for name, (text, defect) in _UNREADABLE.items()
    ),
    *(
        Case(
            name,
            "2.x §4.2.3; 2.0.1 T8, 2.1 T9",
            versions=TWO,
            when=comes(text),
            goes=[[4, "-1", "RpcFrameworkError", WHY, {}]],
            events=[bad(defect, answered=True)],
        )
        for name, (text, defect) in _UNREADABLE.items()
    ),
    *(
        Case(
            name,
            "1.6 §4.2.1, §4.2.3; 2.x §4.2.1, §4.2.3",
            when=comes(text),
            goes=[[4, message_id, MALFORMED, WHY, {}]],
            events=[bad(defect, answered=True)],
        )
        for name, (text, defect, message_id) in _READABLE.items()
    ),
]

_NOT_ANSWERED: Final[dict[str, tuple[str, Defect]]] = {
    "a CALLRESULT of two elements": ('[3,"1"]', Defect.COUNT),
    "a CALLRESULT whose id is a number": ("[3,1,{}]", Defect.ID),
    "a CALLRESULT whose payload is a list": ('[3,"1",[]]', Defect.PAYLOAD),
    "a CALLRESULT that is cut off": ('[3,"1",{}', Defect.NOT_JSON),
    "a CALLERROR of four elements": ('[4,"1","GenericError",""]', Defect.COUNT),
    "a CALLERROR of six": ('[4,"1","GenericError","",{},{}]', Defect.COUNT),
    "a CALLERROR whose code is a number": ('[4,"1",404,"",{}]', Defect.ERROR),
    "a CALLERROR whose code is empty": ('[4,"1","","",{}]', Defect.ERROR),
    "a CALLERROR whose description is null": ('[4,"1","X",null,{}]', Defect.ERROR),
    "a CALLERROR whose details are a list": ('[4,"1","X","",[]]', Defect.ERROR),
    "a CALLERROR that is cut off": ('[4,"1","X"', Defect.NOT_JSON),
    "a CALLERROR after a byte order mark": (
        '\ufeff[4,"1","GenericError","",{}]',
        Defect.NOT_JSON,
    ),
    "a type of a CALLERROR and nothing else": ("[4", Defect.NOT_JSON),
    "a SEND of three elements": ('[6,"1","NotifyPeriodicEventStream"]', Defect.COUNT),
    "a SEND whose payload is a list": ('[6,"1","Notify",[]]', Defect.PAYLOAD),
    "a SEND that is cut off": ('[6,"1","Notify"', Defect.NOT_JSON),
}

_GENERIC, _BUSY = ErrorCode.GENERIC_ERROR, ErrorCode.INTERNAL_ERROR
_ERRORS: Final[dict[str, tuple[str, Defect, ErrorCode | str, str, dict[str, int]]]] = {
    "of two elements": ('[{},"a"]', Defect.COUNT, _GENERIC, "", {}),
    "of three": ('[{},"a","InternalError"]', Defect.COUNT, _BUSY, "", {}),
    "of four": ('[{},"a","InternalError","why"]', Defect.COUNT, _BUSY, "why", {}),
    "of six": (
        '[{},"a","InternalError","why",{"a":1},0]',
        Defect.COUNT,
        _BUSY,
        "why",
        {"a": 1},
    ),
    "of a thousand": (
        f'[{{}},"a","Other","why",{{"a":1}}{",0" * 1000}]',
        Defect.COUNT,
        "Other",
        "why",
        {"a": 1},
    ),
    "without a code": (
        '[{},"a",404,"why",{"a":1}]',
        Defect.ERROR,
        _GENERIC,
        "why",
        {"a": 1},
    ),
    "whose code is null": ('[{},"a",null,"why",{}]', Defect.ERROR, _GENERIC, "why", {}),
    "whose code is empty": ('[{},"a","","why",{}]', Defect.ERROR, _GENERIC, "why", {}),
    "whose description is null": (
        '[{},"a","Other",null,{"a":1}]',
        Defect.ERROR,
        "Other",
        "",
        {"a": 1},
    ),
    "whose description is an object": (
        '[{},"a","Other",{"a":1},{}]',
        Defect.ERROR,
        "Other",
        "",
        {},
    ),
    "whose details are a text": (
        '[{},"a","Other","why","no"]',
        Defect.ERROR,
        "Other",
        "why",
        {},
    ),
    "whose details are an array": (
        '[{},"a","Other","why",[1]]',
        Defect.ERROR,
        "Other",
        "why",
        {},
    ),
    "that is cut off": ('[{},"a","InternalError"', Defect.NOT_JSON, _GENERIC, "", {}),
    "with a number that is none": (
        '[{},"a","InternalError","why",{"a":NaN}]',
        Defect.NOT_JSON,
        _GENERIC,
        "",
        {},
    ),
}


def _error(code: ErrorCode | str, description: str, details: dict[str, int]) -> Like:
    return Like(OcppError, code=code, description=description, details=details)


MALFORMED_ERRORS: Final = [
    *(
        Case(
            f"a CALLERROR {name}, to a call that is pending",
            "1.6 §4.2.3, errata 3.2; P2 E13; ours: it is a failure to process",
            given=[calls("a")],
            when=comes(text.replace("{}", "4", 1)),
            events=[failed(_error(code, why, details)), bad(defect)],
        )
        for name, (text, defect, code, why, details) in _ERRORS.items()
    ),
    *(
        Case(
            f"a CALLERROR {name}, to a call that waits",
            "ours: a call that is not written is not answered",
            given=[calls("x"), calls("a")],
            when=comes(text.replace("{}", "4", 1)),
            events=[bad(defect)],
        )
        for name, (text, defect, *_) in _ERRORS.items()
    ),
    *(
        Case(
            f"a CALLRESULTERROR {name}",
            "2.1 §4.2.3; ours: it is a refusal",
            versions=SINCE,
            when=comes(text.replace("{}", "5", 1)),
            events=[
                Like(ResultRefused, id="a", error=_error(code, why, details)),
                bad(defect),
            ],
        )
        for name, (text, defect, code, why, details) in _ERRORS.items()
    ),
    *(
        Case(
            f"a CALLRESULTERROR {name}, before 2.1",
            "1.6 §4.1.3; 2.0.1 §4.1.3",
            versions=BEFORE,
            when=comes(text.replace("{}", "5", 1)),
            events=[bad(defect)],
        )
        for name, (text, defect, *_) in _ERRORS.items()
    ),
    Case(
        "a CALLRESULTERROR whose id is none",
        "2.1 §4.2.3",
        versions=SINCE,
        when=comes([5, "", "GenericError", "", {}]),
        events=[bad(Defect.ID)],
    ),
]

_UNKNOWN: Final[dict[str, str]] = {
    "type 1": '[1,"1","DataTransfer",{}]',
    "type 7": '[7,"1","DataTransfer",{}]',
    "type -1": '[-1,"1","DataTransfer",{}]',
    "a type that is a string": '["2","1","DataTransfer",{}]',
    "a type that is 2.0": '[2.0,"1","DataTransfer",{}]',
    "a type that is true": '[true,"1","DataTransfer",{}]',
    "a type and nothing else": "[9]",
}

UNANSWERED: Final = [
    *(
        Case(
            name,
            "1.6 §4.2.3; 2.x §4.2.3: CALLERROR answers a CALL",
            when=comes(text),
            events=[bad(defect)],
        )
        for name, (text, defect) in _NOT_ANSWERED.items()
    ),
    *(
        Case(
            name,
            "1.6 §4.1.3; 2.x §4.1.3, 2.0.1 errata 2026-06 4",
            when=comes(text),
            events=[bad(Defect.UNKNOWN_TYPE)],
        )
        for name, text in _UNKNOWN.items()
    ),
    Case(
        "a CALLRESULTERROR before 2.1",
        "1.6 §4.1.3; 2.0.1 §4.1.3",
        versions=BEFORE,
        when=comes([5, "1", "GenericError", "", {}]),
        events=[bad(Defect.UNKNOWN_TYPE)],
    ),
    Case(
        "a SEND before 2.1",
        "1.6 §4.1.3; 2.0.1 §4.1.3",
        versions=BEFORE,
        sides=BACK_OFFICE,
        when=comes(STREAM),
        events=[bad(Defect.UNKNOWN_TYPE)],
    ),
    Case(
        "a SEND of what is a CALL",
        "2.1 §4.2.4",
        versions=SINCE,
        when=comes([6, *ASK[1:]]),
        events=[bad(Defect.ACTION)],
    ),
    Case(
        "a SEND of an unknown action",
        "2.1 §4.2.4",
        versions=SINCE,
        when=comes([6, "1", "Nonsense", {}]),
        events=[bad(Defect.ACTION)],
    ),
    Case(
        "a SEND that goes the other way",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=STATION,
        when=comes(STREAM),
        events=[bad(Defect.ACTION)],
    ),
    Case(
        "a SEND while as much is handled as may be",
        "2.1 §4.2.4; ours",
        versions=SINCE,
        sides=BACK_OFFICE,
        given=[limits(max_unanswered=1), comes(ASK)],
        when=comes(STREAM),
        events=[Like(SendDropped, id="s")],
    ),
    Case(
        "a SEND whose payload is invalid",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=BACK_OFFICE,
        when=comes([*STREAM[:3], {}]),
        events=[bad(Defect.PAYLOAD)],
    ),
]
