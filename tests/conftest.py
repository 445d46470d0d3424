"""What tests of several rooms need."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen import sources
from codegen.data import DATA
from codegen.errors import CodegenError
from codegen.fetch import fetch

__all__ = ["oca"]


@pytest.fixture(scope="session")
def oca() -> Path:
    """The folder of the published schema files, which are fetched if missing."""
    folder = DATA.originals
    try:
        for _ in fetch(sources.load().versions.values(), folder):
            pass
    except CodegenError as error:
        pytest.fail(f"no published schema files: {error}", pytrace=False)
    return folder
