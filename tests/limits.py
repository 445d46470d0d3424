"""The time limit of a test, which holds even for one that survives it.

pytest-timeout raises an exception in a test that takes too long: once. Hypothesis takes
that for a failure of an example, and runs the example again; a task that is busy takes
it as its result, while the test waits on; and what hangs in a test may well hang in its
fixtures again. So the exception comes again until the test is over, and what tears a
test down has the time anew.
"""

from __future__ import annotations

import signal
from collections.abc import Generator
from typing import Any, Final

import pytest

__all__ = [
    "has_failed",
    "pytest_runtest_makereport",
    "pytest_runtest_teardown",
    "pytest_timeout_set_timer",
]

AGAIN: Final = 1.0
"""How many seconds after the limit the exception comes again, at the most."""

LIMIT: Final = pytest.StashKey[Any]()
"""The settings of pytest-timeout for a test."""

FAILED: Final = pytest.StashKey[bool]()


def has_failed(item: pytest.Item) -> bool:
    """Tell whether a test has failed."""
    return FAILED in item.stash


@pytest.hookimpl(wrapper=True)
def pytest_timeout_set_timer(
    item: pytest.Item, settings: Any
) -> Generator[None, object, object]:
    item.stash[LIMIT] = settings
    result = yield
    if settings.method == "signal":
        again = min(settings.timeout, AGAIN)
        signal.setitimer(signal.ITIMER_REAL, settings.timeout, again)
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Raise no exception in what reports one."""
    if call.excinfo is not None:
        item.stash[FAILED] = True
        item.config.hook.pytest_timeout_cancel_timer(item=item)
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    if LIMIT in item.stash:
        settings = item.stash[LIMIT]
        item.config.hook.pytest_timeout_set_timer(item=item, settings=settings)
