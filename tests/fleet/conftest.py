"""A bus of each kind, for the tests that hold for both."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from ocpp_rpc import fleet
from tests.fleet.engine import Engine, missing
from tests.fleet.world import World
from tests.forking import LIBRARY, forks
from tests.support.lacking import lack

__all__ = ["engine", "open_bus", "world"]


@pytest.fixture(scope="package", autouse=True)
def what_forks() -> None:
    """Start it before a test looks at what is open; see `tests.leftovers`."""
    forks(*LIBRARY)


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Generator[Engine]:
    """An engine that no test kills."""
    lack(missing())
    engine = Engine(tmp_path_factory.mktemp("nats"))
    yield engine
    engine.kill()


@pytest.fixture
def own_engine(tmp_path: Path) -> Generator[Engine]:
    """An engine that a test may do anything with."""
    lack(missing())
    engine = Engine(tmp_path)
    yield engine
    engine.resume()
    engine.kill()


@pytest.fixture(params=["memory", "nats"])
async def open_bus(
    request: pytest.FixtureRequest,
) -> AsyncGenerator[Callable[[], Awaitable[fleet.Bus]]]:
    """Opens a connection to one engine, each time it is called."""
    async with AsyncExitStack() as stack:
        if request.param == "memory":
            memory = await stack.enter_async_context(fleet.memory())

            async def opened() -> fleet.Bus:
                return memory

        else:
            url = request.getfixturevalue("engine").url

            async def opened() -> fleet.Bus:
                return await stack.enter_async_context(await fleet.nats(url))

        yield opened


@pytest.fixture
async def world(
    open_bus: Callable[[], Awaitable[fleet.Bus]],
) -> AsyncGenerator[World]:
    """A fleet over one of them."""
    async with World(open_bus) as world:
        yield world
