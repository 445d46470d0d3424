"""What tests of several rooms need."""

from __future__ import annotations

import gc
import socket
from collections.abc import AsyncGenerator, Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from codegen.data import DATA
from codegen.errors import CodegenError
from codegen.publications.fetch import fetch
from codegen.reading import sources
from tests.confidential import Watch, watching
from tests.leftovers import no_tasks_left, no_timers_left
from tests.limits import (
    has_failed,
    pytest_runtest_makereport,
    pytest_runtest_teardown,
    pytest_timeout_set_timer,
)

__all__ = [
    "no_secret_logged",
    "no_tasks",
    "nothing_left",
    "oca",
    "port",
    "pytest_collection_finish",
    "pytest_runtest_makereport",
    "pytest_runtest_teardown",
    "pytest_timeout_set_timer",
    "watch",
    "what_lasts_is_frozen",
]


# A machine may be busy: that an example takes long is no failure.
settings.register_profile(
    "patient",
    settings.get_profile(settings.get_current_profile_name()),
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("patient")


def pytest_collection_finish() -> None:
    """Let no garbage collection look at what lasts as long as the tests.

    Modules, models and the tests themselves are half a million objects. Without this,
    a third of the time goes into collections that tests for leaks ask for.
    """
    _freeze()


@pytest.fixture(scope="module", autouse=True)
def what_lasts_is_frozen() -> Generator[None]:
    """Do the same for the validators that the tests of a module have built."""
    yield
    _freeze()


def _freeze() -> None:
    gc.collect()
    gc.freeze()


@pytest.fixture
def port() -> Generator[str]:
    """A free port, kept so that nothing but a server that reuses addresses gets it."""
    with socket.socket() as kept:
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("127.0.0.1", 0))
        yield str(kept.getsockname()[1])


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Generator[None]:
    """A test that passes ends what it has begun; see `tests.leftovers`."""
    if request.node.get_closest_marker("asyncio") is not None:
        request.getfixturevalue("no_tasks")
    with no_timers_left(lambda: has_failed(request.node)):
        yield


@pytest.fixture(scope="session", autouse=True)
def watch() -> Generator[Watch]:
    """Everything that is logged, at any level; see `tests.confidential`."""
    with watching() as watch:
        yield watch
        watch.check()


@pytest.fixture(autouse=True)
def no_secret_logged(watch: Watch) -> Generator[None]:
    """No test logs a secret that it takes from `tests.confidential`."""
    watch.keep_to_itself()
    yield
    watch.check()


@pytest.fixture
async def no_tasks(request: pytest.FixtureRequest) -> AsyncGenerator[None]:
    """The part of it that needs the event loop of the test."""
    async with no_tasks_left(lambda: has_failed(request.node)):
        yield


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
