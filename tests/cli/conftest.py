"""What all tests of the command line need."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from ocpp_rpc.simulator import choosing
from tests.cli.programs import CentralSystem, central_system
from tests.forking import LIBRARY, forks


@pytest.fixture(scope="package", autouse=True)
def what_forks() -> None:
    """Start it before a test looks at what is open; see `tests.leftovers`."""
    forks(*LIBRARY)


@pytest.fixture(scope="package", autouse=True)
def no_waiting() -> Generator[None]:
    """Let stations do one thing after the other without the pauses for a person."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choosing, "PACE", 0.0)
        yield


@pytest.fixture(scope="package")
def central() -> Generator[CentralSystem]:
    """A central system that is left alone: for tests of what chargers show."""
    with central_system("--versions", "1.5,1.6,2.1") as running:
        yield running
    assert running.done is not None
    assert (running.done.code, running.done.err) == (0, "")
