"""What all tests of the simulator need."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from ocpp_rpc.simulator import choosing


@pytest.fixture(scope="package", autouse=True)
def no_waiting() -> Generator[None]:
    """Let stations do one thing after the other without the pauses for a person."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choosing, "PACE", 0.0)
        yield
