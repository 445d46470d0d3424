"""What the tests with other implementations need."""

from __future__ import annotations

from typing import Final

import pytest

from tests.interop.npm import Npm, OcppTs, missing
from tests.support.lacking import lack

__all__ = ["peers"]

_MISSING: Final = missing()


@pytest.fixture(autouse=True)
def peers(request: pytest.FixtureRequest) -> None:
    """The peers of a test: if they are from npm, that has to be installed."""
    callspec = getattr(request.node, "callspec", None)
    values = () if callspec is None else callspec.params.values()
    if any(isinstance(value, Npm | OcppTs) for value in values):
        lack(_MISSING)
