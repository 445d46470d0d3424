"""What a test may not leave behind: tasks, timers, sockets."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, Final

import pytest

from ocpp_rpc.testing import VirtualClock

__all__ = ["no_tasks_left", "no_timers_left"]

GRACE: Final = 1.0
"""How many seconds what is ending may take to end."""

DESCRIPTORS: Final = "/proc/self/fd"


def _never() -> bool:
    return False


@contextmanager
def no_timers_left(unless: Callable[[], bool] = _never) -> Generator[None]:
    """Assert that no virtual clock made in the block has a timer at its end.

    Args:
        unless: Tells at the end whether that does not matter.
    """
    clocks: list[VirtualClock] = []
    init = VirtualClock.__init__

    def noted(clock: VirtualClock) -> None:
        init(clock)
        clocks.append(clock)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(VirtualClock, "__init__", noted)
        yield
    if not unless():
        _check([f"{clock.timers} virtual timers" for clock in clocks if clock.timers])


@asynccontextmanager
async def no_tasks_left(
    unless: Callable[[], bool] = _never,
) -> AsyncGenerator[None]:
    """Assert that no task, socket or timer of the block is there after its end.

    A task that was cancelled, and a transport that was closed, need some more turns of
    the loop; only what takes longer than `GRACE` is left over.

    Args:
        unless: Tells at the end whether that does not matter.
    """
    tasks, sockets = asyncio.all_tasks(), _sockets()
    yield
    if unless():
        return

    def left() -> list[str]:
        running = asyncio.all_tasks() - tasks - {asyncio.current_task()}
        return [*map(repr, running), *(_sockets() - sockets), *map(repr, _timers())]

    loop = asyncio.get_running_loop()
    end = loop.time() + GRACE
    while (found := left()) and loop.time() < end:  # noqa: ASYNC110 - nothing tells
        await asyncio.sleep(0)
    _check(found)


def _check(left: list[str]) -> None:
    if left:
        raise AssertionError("left over: " + "; ".join(left))


def _sockets() -> set[str]:
    """Return the sockets of this process, where the system tells.

    This runs twice in each test, so it does without the objects of `pathlib`.
    """
    found: set[str] = set()
    with suppress(FileNotFoundError):  # another system
        for descriptor in os.listdir(DESCRIPTORS):  # noqa: PTH208
            with suppress(FileNotFoundError):  # that of the folder itself
                found.add(os.readlink(f"{DESCRIPTORS}/{descriptor}"))  # noqa: PTH115
    return {target for target in found if target.startswith("socket:")}


def _timers() -> list[asyncio.TimerHandle]:
    """Return the timers of the loop that runs, if it keeps them where asyncio does."""
    loop: Any = asyncio.get_running_loop()
    scheduled: list[asyncio.TimerHandle] = getattr(loop, "_scheduled", [])
    return [handle for handle in scheduled if not handle.cancelled()]
