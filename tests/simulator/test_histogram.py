"""Percentiles of many times, in little memory."""

from __future__ import annotations

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.simulator.histogram import Histogram

TIMES = st.lists(st.floats(1e-6, 86_400), min_size=1)


def of(times: list[float]) -> Histogram:
    histogram = Histogram()
    for each in times:
        histogram.add(each)
    return histogram


@given(TIMES, st.sampled_from([0.01, 0.5, 0.9, 0.99, 1.0]))
def test_a_quantile_is_right_but_for_one_percent(
    times: list[float], part: float
) -> None:
    exact = sorted(times)[ceil(part * len(times)) - 1]
    found = of(times).quantile(part)

    assert found is not None
    assert exact * (1 - 1e-9) <= found <= max(times)
    assert found <= exact * 1.01 * (1 + 1e-9)


@given(TIMES, TIMES)
def test_two_together_are_as_one(some: list[float], others: list[float]) -> None:
    together = of(some)
    together.update(of(others))
    one = of(some + others)

    assert (together.count, together.longest) == (one.count, one.longest)
    assert together.quantile(0.9) == one.quantile(0.9)


def test_without_times_there_is_no_quantile() -> None:
    assert Histogram().quantile(0.5) is None


@pytest.mark.parametrize("seconds", [0.0, -1.0, 1e-9, 1e9])
def test_any_time_is_counted(seconds: float) -> None:
    histogram = of([seconds, 1.0])

    assert histogram.count == 2
    assert histogram.longest == max(seconds, 1.0)
    assert histogram.quantile(1.0) is not None


def test_its_memory_is_bounded() -> None:
    histogram = of([1.0003**number for number in range(-46_000, 38_000)])

    assert histogram.count == 84_000
    assert histogram.size <= 2601
