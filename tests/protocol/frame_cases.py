"""Frames and their texts: what is written is what is read."""

from __future__ import annotations

from typing import Final

from ocpp_rpc.protocol.frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Frame,
    Send,
)

__all__ = ["CASES"]

ID = "8c1bd7f2-8a5e-4a2f-9c2f-8a5e4a2f9c2f"

CASES: Final[list[tuple[Frame, str]]] = [
    (Call(ID, "Heartbeat", "{}"), f'[2,"{ID}","Heartbeat",{{}}]'),
    (Call("1", "Reset", '{"type":"Soft"}'), '[2,"1","Reset",{"type":"Soft"}]'),
    (CallResult("1", '{"a":[1,"]"]}'), '[3,"1",{"a":[1,"]"]}]'),
    (CallError("1", "GenericError", "", {}), '[4,"1","GenericError","",{}]'),
    (CallError("1", "X", "y", {"z": [1]}), '[4,"1","X","y",{"z":[1]}]'),
    (CallResultError("1", "X", "y", {}), '[5,"1","X","y",{}]'),
    (Send("1", "Notify", '{"id":1}'), '[6,"1","Notify",{"id":1}]'),
    (Call('a"b\\c', "A\n", "{}"), '[2,"a\\"b\\\\c","A\\n",{}]'),
    (Call("x" * 36, "A", "{}"), f'[2,"{"x" * 36}","A",{{}}]'),
    (Call("é", "A", '{"a":"é"}'), '[2,"\\u00e9","A",{"a":"é"}]'),
]
