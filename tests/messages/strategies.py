"""Arbitrary values: moments, and what JSON may hold."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

__all__ = ["JSON", "MOMENTS", "QUICK"]

QUICK: Final = settings(
    max_examples=200,
    derandomize=True,
    database=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
)
"""Few examples, the same every time; how long one takes does not matter."""

MOMENTS: Final = st.datetimes(
    min_value=datetime(1, 1, 3),  # noqa: DTZ001 - the time zones come from below
    max_value=datetime(9999, 12, 29),  # noqa: DTZ001
    timezones=st.timezones(),
)
JSON: Final[st.SearchStrategy[Any]] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)
