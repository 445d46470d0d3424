"""What several tests of security need."""

from __future__ import annotations

import pytest

from tests.security.pems import Pems

__all__ = ["pems"]


@pytest.fixture(scope="module")
def pems(tmp_path_factory: pytest.TempPathFactory) -> Pems:
    return Pems(tmp_path_factory.mktemp("pems"))
