"""How long a station waits before it connects again."""

from __future__ import annotations

from itertools import islice, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.relay import RelaySettings
from ocpp_rpc.station.backoff import BackOff


def back_off(minimum: float, spread: float, times: int) -> BackOff:
    return BackOff(
        retry_back_off_wait_minimum=minimum,
        retry_back_off_random_range=spread,
        retry_back_off_repeat_times=times,
    )


def first(count: int, rule: BackOff, *parts: float) -> list[float]:
    random = iter(parts)
    return list(islice(rule.waits(lambda: next(random)), count))


@pytest.mark.parametrize(
    ("rule", "parts", "waits"),
    [
        (back_off(10, 0, 2), [0, 0, 0], [10, 20, 40, 40, 40]),
        (back_off(10, 0, 0), [0], [10, 10, 10, 10, 10]),
        (back_off(10, 4, 2), [1, 0.5, 0], [14, 30, 60, 60, 60]),
        (back_off(0, 8, 1), [0.25, 1], [2, 12, 12, 12, 12]),
        (back_off(0, 0, 3), [0, 0, 0, 0], [0, 0, 0, 0, 0]),
    ],
)
def test_waits(rule: BackOff, parts: list[float], waits: list[float]) -> None:
    assert first(5, rule, *parts) == waits


@pytest.mark.parametrize(
    ("rule", "first_wait", "sixth_wait"),
    [
        (BackOff(), (10, 25), (320, 1265)),
        (RelaySettings().back_off, (1, 3), (32, 158)),
    ],
    ids=["station", "relay"],
)
def test_default_waits_are_those_that_are_documented(
    rule: BackOff, first_wait: tuple[int, int], sixth_wait: tuple[int, int]
) -> None:
    """In their docstrings, and in charger.md, fleet.md and relay.md."""
    least, most = (first(7, rule, *[part] * 6) for part in (0, 1))
    assert (least[0], most[0]) == first_wait
    assert (least[5], most[5]) == (least[6], most[6]) == sixth_wait


@given(st.floats(0, 60), st.floats(0, 60), st.integers(0, 6), st.integers())
def test_bounds(minimum: float, spread: float, times: int, seed: int) -> None:
    rule = back_off(minimum, spread, times)
    waits = list(islice(rule.waits(Random(seed).random), times + 3))
    assert minimum <= waits[0] <= minimum + spread
    for index, (before, after) in enumerate(pairwise(waits)):
        if index < times:
            assert 2 * before <= after <= 2 * before + spread
        else:
            assert after == before


@pytest.mark.parametrize(
    "name",
    [
        "retry_back_off_wait_minimum",
        "retry_back_off_random_range",
        "retry_back_off_repeat_times",
    ],
)
def test_what_is_negative_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        BackOff(**{name: -1})
