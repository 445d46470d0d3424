"""What the tests with other implementations need."""

from __future__ import annotations

import os
from typing import Final

import pytest

from tests.interop.npm import Npm, OcppTs, missing

__all__ = ["lack", "peers"]

_MISSING: Final = missing()
_CI: Final = os.environ.get("CI", "") not in {"", "0", "false"}


@pytest.fixture(autouse=True)
def peers(request: pytest.FixtureRequest) -> None:
    """The peers of a test: if they are from npm, that has to be installed."""
    callspec = getattr(request.node, "callspec", None)
    values = () if callspec is None else callspec.params.values()
    if any(isinstance(value, Npm | OcppTs) for value in values):
        lack(_MISSING, ci=_CI)


def lack(what: str, *, ci: bool) -> None:
    """End a test for which something is missing, if anything is.

    In CI nobody reads which tests were skipped, so the test fails there.
    """
    if what and ci:
        pytest.fail(what, pytrace=False)
    if what:
        pytest.skip(what)
