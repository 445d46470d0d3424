"""What a test needs from outside of Python, and may lack."""

from __future__ import annotations

import os
from typing import Final

import pytest

__all__ = ["IN_CI", "lack"]

IN_CI: Final = os.environ.get("CI", "") not in {"", "0", "false"}
"""Whether nobody reads which tests were skipped."""


def lack(what: str, *, ci: bool = IN_CI) -> None:
    """End a test for which something is missing, if anything is.

    In CI nobody reads which tests were skipped, so the test fails there.
    """
    if what and ci:
        pytest.fail(what, pytrace=False)
    if what:
        pytest.skip(what)
