"""What happens on many connections, in numbers."""

from __future__ import annotations

import json
from typing import cast

import pytest

from ocpp_rpc import Connection, HandshakeFailed
from ocpp_rpc.protocol.events import Closed, Opened
from ocpp_rpc.simulator import Figures, Tally, Times


def test_what_ends_in_order_is_not_lost() -> None:
    tally, nobody = Tally(), cast(Connection, None)
    for code in (1000, 1006, 1001):
        tally.observe(Opened("1.6"), nobody)
        tally.observe(Closed(code, ""), nobody)
    tally.observe(Opened("1.6"), nobody)

    assert tally.progress(9) == (
        "1 of 9 connected, 0 calls, 0 errors, 2 connections lost"
    )


def test_what_is_not_as_it_should_be_is_a_fault() -> None:
    tally, nobody = Tally(), cast(Connection, None)
    assert tally.faults == {}

    tally.observe(Opened("1.6"), nobody)
    tally.observe(Closed(1006, ""), nobody)
    tally.retry(HandshakeFailed("ws://here", "it is closed"))
    tally.cut_off += 1
    assert tally.faults == {
        "connections lost": 1,
        "attempts to connect failed": 1,
        "sessions cut off": 1,
    }


def test_without_calls_there_is_no_latency() -> None:
    assert Tally().by_action() == {}
    assert Tally().total() == Figures(calls=0, errors=0)
    assert Tally().connecting() == Times()


def test_how_long_connecting_takes() -> None:
    tally = Tally()
    for number in range(1, 101):
        tally.has_connected(number / 100)
    times = tally.connecting()

    assert times.longest == 1.0
    assert times.median == pytest.approx(0.5, rel=0.01)
    assert times.percentile_99 == pytest.approx(0.99, rel=0.01)


def test_a_summary_is_json() -> None:
    tally = Tally()
    tally.has_connected(0.5)
    tally.observe(Opened("1.6"), cast(Connection, None))
    tally.failed["out of order"] += 1
    none = dict.fromkeys(
        ("median", "percentile_90", "percentile_95", "percentile_99", "longest")
    )

    assert json.loads(json.dumps(tally.summary())) == {
        "sessions": 0,
        "faults": {"chargers gave up": 1},
        "connections": {
            "opened": 1,
            "open": 1,
            "closed": {},
            "seconds": dict.fromkeys(none, 0.5),
        },
        "calls": {"total": {"calls": 0, "errors": 0, **none}, "by_action": {}},
        "answered": 0,
        "errors": {},
        "could_not_connect": {},
        "gave_up": {"out of order": 1},
    }
