"""What happens on many connections, in numbers."""

from __future__ import annotations

from typing import cast

from ocpp_rpc import Connection
from ocpp_rpc.protocol.events import Closed, Opened
from ocpp_rpc.simulator import Figures, Tally
from ocpp_rpc.simulator.tally import quantile


def test_what_ends_in_order_is_not_lost() -> None:
    tally, nobody = Tally(), cast(Connection, None)
    for code in (1000, 1006, 1001):
        tally.observe(Opened("1.6"), nobody)
        tally.observe(Closed(code, ""), nobody)
    tally.observe(Opened("1.6"), nobody)

    assert tally.progress(9) == (
        "1 of 9 connected, 0 calls, 0 errors, 2 connections lost"
    )


def test_quantile() -> None:
    assert quantile([1.0], 0.95) == 1.0
    assert quantile(list(range(1, 101)), 0.95) == 95
    assert quantile(list(range(1, 11)), 0.95) == 10


def test_without_calls_there_is_no_latency() -> None:
    assert Tally().by_action() == {}
    assert Tally().total() == Figures(calls=0, errors=0)
