"""Messages that are meant to do harm."""

from __future__ import annotations

import json
from typing import Final

from ocpp_rpc.errors import ErrorCode
from ocpp_rpc.protocol.frames import Defect
from tests.protocol.clauses.words import (
    ASK,
    ASKED,
    BACK_OFFICE,
    FORMAT,
    MALFORMED,
    MOMENT,
    OCCURRENCE,
    ONE,
    TWO,
    WHY,
    Case,
    Code,
    Like,
    bad,
    comes,
    refused,
)

__all__ = ["HOSTILE", "HOSTILITY"]


_DEEP: Final = 100_000

HOSTILE: Final[dict[str, tuple[str | bytes, Code | str | None, Like]]] = {
    "a binary message": (b'[2,"1","DataTransfer",{}]', None, bad(Defect.BINARY)),
    "bytes that are no UTF-8": (b"\xff\x00", None, bad(Defect.BINARY)),
    "NaN": (
        '[2,"1","DataTransfer",{"vendorId":"x","data":NaN}]',
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "Infinity": (
        '[2,"1","DataTransfer",{"vendorId":"x","data":-Infinity}]',
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "a byte order mark": (
        f"\ufeff{json.dumps(ASK)}",
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "half an emoji, escaped": (
        '[2,"1","DataTransfer",{"vendorId":"\\ud83d"}]',
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "100,000 brackets around a value": (
        f'[2,"1","DataTransfer",{{"vendorId":{"[" * _DEEP}1{"]" * _DEEP}}}]',
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "100,000 objects without an end": (
        '[2,"1","DataTransfer",' + '{"a":' * _DEEP,
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "500 brackets around a value": (
        f'[2,"1","DataTransfer",{{"vendorId":{"[" * 500}1{"]" * 500}}}]',
        FORMAT,
        refused(ErrorCode.FORMAT_VIOLATION),
    ),
    "an integer of 5,000 digits": (
        f'[2,"1","DataTransfer",{{"vendorId":{"9" * 5000}}}]',
        FORMAT,
        refused(ErrorCode.FORMAT_VIOLATION),
    ),
    "an integer of 5,000 digits as the type": (
        f'[{"9" * 5000},"1","DataTransfer",{{}}]',
        None,
        bad(Defect.UNKNOWN_TYPE),
    ),
    "a number that no double holds, where a text belongs": (
        '[2,"1","DataTransfer",{"vendorId":1e999}]',
        "TypeConstraintViolation",
        refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION),
    ),
    "a quarter of a million elements": (
        '[2,"1","DataTransfer",{}' + ",0" * 250_000 + "]",
        MALFORMED,
        bad(Defect.COUNT, answered=True),
    ),
    "an action of 100,000 characters": (
        f'[2,"1","{"x" * _DEEP}",{{}}]',
        "NotImplemented",
        refused(ErrorCode.NOT_IMPLEMENTED, "x" * _DEEP),
    ),
    "a field name of 100,000 characters": (
        f'[2,"1","DataTransfer",{{"{"x" * _DEEP}":1}}]',
        OCCURRENCE,
        refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION),
    ),
}
"""What one message may do, by name: the message, the code that answers it under its id
"1", if it is answered, and the event."""

_WITHOUT_ID: Final[dict[str, str]] = {
    "half an emoji as the id": '[2,"\\ud83d","DataTransfer",{}]',
    "half an emoji, not escaped": '[2,"\ud83d","DataTransfer",{}]',
    "100,000 brackets": "[" * _DEEP,
    "100,000 brackets and their ends": "[" * _DEEP + "]" * _DEEP,
}

HOSTILITY: Final = [
    *(
        Case(
            name,
            "1.6 §4.1.2, T7; 2.x §4.1.2, 2.0.1 T8, 2.1 T9",
            when=comes(message),
            goes=[] if code is None else [[4, "1", code, WHY, {}]],
            events=[event],
        )
        for name, (message, code, event) in HOSTILE.items()
    ),
    *(
        Case(
            name,
            "no rule in 1.6; ours: no answer",
            versions=ONE,
            when=comes(text),
            events=[bad(Defect.NOT_JSON)],
        )
        for name, text in _WITHOUT_ID.items()
    ),
    *(
        Case(
            name,
            "2.x §4.2.3; 2.0.1 T8, 2.1 T9",
            versions=TWO,
            when=comes(text),
            goes=[[4, "-1", "RpcFrameworkError", WHY, {}]],
            events=[bad(Defect.NOT_JSON, answered=True)],
        )
        for name, text in _WITHOUT_ID.items()
    ),
    Case(
        "half an emoji in the payload, not escaped",
        "1.6 §4.1.2, T7; 2.x §4.1.2, 2.0.1 T8, 2.1 T9",
        when=comes('[2,"1","DataTransfer",{"vendorId":"\ud83d"}]'),
        goes=[[4, "1", MALFORMED, WHY, {}]],
        events=[bad(Defect.NOT_JSON, answered=True)],
    ),
    Case(
        "the same field twice: the last one counts",
        "1.6 §4.1.2; 2.x §4.1.2 (RFC 8259 §4 leaves it open)",
        when=comes('[2,"1","DataTransfer",{"vendorId":5,"vendorId":"Acme"}]'),
        events=[ASKED],
    ),
    Case(
        "the same field twice: the first one does not",
        "1.6 §4.1.2; 2.x §4.1.2 (RFC 8259 §4 leaves it open)",
        when=comes('[2,"1","DataTransfer",{"vendorId":"Acme","vendorId":5}]'),
        goes=[[4, "1", "TypeConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "the same field twice: nobody looks into the first one",
        "1.6 §4.1.2; 2.x §4.1.2 (RFC 8259 §4 leaves it open)",
        when=comes('[2,"1","DataTransfer",{"vendorId":NaN,"vendorId":"Acme"}]'),
        events=[ASKED],
    ),
    Case(
        "a number that no double holds",
        "2.0.1 T8, 2.1 T9",
        versions=TWO,
        sides=BACK_OFFICE,
        when=comes(
            '[2,"1","MeterValues",{"evseId":1,"meterValue":['
            f'{{"timestamp":"{MOMENT}","sampledValue":[{{"value":1e999}}]}}]}}]'
        ),
        goes=[[4, "1", "PropertyConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, "MeterValues")],
    ),
    Case(
        "a text that speaks of NaN",
        "1.6 §4.1.2; 2.x §4.1.2",
        when=comes([2, "1", "DataTransfer", {"vendorId": "NaN, Infinity"}]),
        events=[ASKED],
    ),
    Case(
        "a whole emoji",
        "1.6 §4.1.2; 2.x §4.1.2",
        when=comes('[2,"1","DataTransfer",{"vendorId":"\\ud83d\\ude00 \U0001f600"}]'),
        events=[ASKED],
    ),
]
