"""A message of the largest size, whatever is in it, costs no more than a moment.

While a session looks at it, every other connection of the process waits.
"""

from __future__ import annotations

import time

import pytest

import ocpp_messages
from ocpp_rpc.protocol.session import Session
from ocpp_rpc.transports import WebSocketSettings

SIZE = WebSocketSettings().max_size
MOMENT = 2.0
"""Seconds of the processor; many times what it takes, much less than it might."""

CALL = '[2,"1","DataTransfer",'


def filled(start: str, piece: str, end: str = "") -> str:
    """A text of the largest size, with one piece again and again."""
    return start + piece * ((SIZE - len(start) - len(end)) // len(piece)) + end


TEXTS = {
    "digits": filled(CALL + '{"a":', "9", "}]"),
    "digits of the type": filled("[", "9", "]"),
    "decimals": filled("[0.", "9", "]"),
    "an exponent": filled("[1e", "9", "]"),
    "quotes": filled(CALL, '"', "]"),
    "backslashes": filled(CALL + '{"a":"', "\\\\", '"}]'),
    "half an emoji": filled(CALL + '{"a":"', "\\ud83d", '"}]'),
    "commas": filled("[", ","),
    "numbers": filled("[1", ",1", "]"),
    "strings": filled('[""', ',""', "]"),
    "objects": filled("[{}", ",{}", "]"),
    "spaces": filled("", " "),
    "spaces between": filled("[2,", " ", '"1"'),
    "brackets": filled("", "["),
    "closing brackets": filled(CALL + "{", "] ", "x"),
    "braces": filled(CALL, '{"a":'),
    "an id": filled('[2,"', "x", '","Heartbeat",{}]'),
    "an action": filled('[2,"1","', "x", '",{}]'),
    "no end": filled('[2,"1","', "x"),
    "a valid value": filled(CALL + '{"vendorId":"x","data":"', "y", '"}]'),
    "unknown names": CALL
    + "{"
    + ",".join(f'"{number:06}":1' for number in range(SIZE // 12))
    + "}]",
    "wrong types": filled(
        '[2,"1","MeterValues",{"connectorId":1,"evseId":1,"meterValue":[1', ",1", "]}]"
    ),
    "empty objects": filled(
        '[2,"1","MeterValues",{"connectorId":1,"evseId":1,"meterValue":[{}',
        ",{}",
        "]}]",
    ),
    "a stray result": filled('[3,"1",{', "]"),
}


@pytest.mark.parametrize("version", ["1.6", "2.1"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_the_cost_of_a_message(text: str, version: str) -> None:
    package = ocpp_messages.load(version)
    session = Session(package, package.BACK_OFFICE)
    for action in ("DataTransfer", "MeterValues"):
        session.receive(f'[2,"{action}","{action}",{{}}]', 0.0)
    assert len(text) <= SIZE

    start = time.process_time()
    session.receive(text, 0.0)
    assert time.process_time() - start < MOMENT
