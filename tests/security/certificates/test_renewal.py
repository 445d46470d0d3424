"""When a station asks again for a certificate, and when it gives up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.security.certificates import Renewal, RenewalState, Retries


def test_waiting_twice_as_long_each_time() -> None:
    """A02.FR.17 to A02.FR.19 of 2.x."""
    renewal = Renewal(Retries(wait_minimum=30, repeat_times=3))
    now, waits = 100.0, list[float]()
    while True:
        renewal.answered(True, now)
        assert renewal.deadline is not None
        waits.append(renewal.deadline - now)
        assert not renewal.expire(renewal.deadline - 0.001)
        now = renewal.deadline
        if not renewal.expire(now):
            break
    assert waits == [30, 60, 120, 240]
    assert renewal.state is RenewalState.GIVEN_UP
    assert renewal.attempts == 4


def test_without_repeats() -> None:
    renewal = Renewal(Retries(wait_minimum=5, repeat_times=0))
    renewal.answered(True, 0)
    assert not renewal.expire(5)
    assert renewal.state is RenewalState.GIVEN_UP


def test_refused() -> None:
    renewal = Renewal(Retries())
    renewal.answered(False, 0)
    assert renewal.state is RenewalState.REFUSED
    assert not renewal.expire(1e9)
    renewal.answered(True, 0)
    assert renewal.state is RenewalState.REFUSED


def test_signed() -> None:
    renewal = Renewal(Retries())
    renewal.answered(True, 0)
    renewal.signed()
    assert renewal.state is RenewalState.SIGNED
    assert not renewal.expire(1e9)


@pytest.mark.parametrize("options", [{"wait_minimum": -1}, {"repeat_times": -1}])
def test_what_cannot_be_meant(options: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        Retries(**options)


@given(st.floats(0, 1e6), st.integers(0, 2000))
def test_it_always_ends(wait: float, times: int) -> None:
    renewal = Renewal(Retries(wait_minimum=wait, repeat_times=times))
    asked, now = 1, 0.0
    renewal.answered(True, now)
    while renewal.deadline is not None:
        now = renewal.deadline
        asked += renewal.expire(now)
        renewal.answered(True, now)
    assert asked == renewal.attempts == times + 1
    assert renewal.state is RenewalState.GIVEN_UP
