"""That what a test leaves behind is noticed."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest

from ocpp_rpc.testing import VirtualClock
from tests import leftovers
from tests.leftovers import no_tasks_left, no_timers_left


@pytest.fixture(autouse=True)
def no_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "GRACE", 0.01)


async def test_a_task() -> None:
    tasks: list[asyncio.Task[Any]] = []
    wait = asyncio.Event().wait()
    with pytest.raises(AssertionError, match=r"left over: <Task .*'forgotten'"):
        async with no_tasks_left():
            tasks.append(asyncio.create_task(wait, name="forgotten"))
    tasks.pop().cancel()


async def test_a_timer() -> None:
    loop = asyncio.get_running_loop()
    timers: list[asyncio.TimerHandle] = []
    with pytest.raises(AssertionError, match="left over: <TimerHandle"):
        async with no_tasks_left():
            timers.append(loop.call_later(1000, print))
    timers.pop().cancel()


async def test_a_socket() -> None:
    sockets: list[socket.socket] = []
    with pytest.raises(AssertionError, match="left over: socket:"):
        async with no_tasks_left():
            sockets.append(socket.socket())
    sockets.pop().close()


async def test_what_is_ending() -> None:
    loop = asyncio.get_running_loop()
    async with no_tasks_left():
        socket.socket().close()
        loop.call_later(1000, print).cancel()
        task = asyncio.create_task(asyncio.Event().wait())
        task.cancel()
    assert task.cancelled()


async def test_what_was_there_before() -> None:
    task = asyncio.create_task(asyncio.Event().wait())
    with socket.socket():
        async with no_tasks_left():
            pass
    assert not task.done()
    task.cancel()


def test_a_virtual_timer() -> None:
    watch = no_timers_left()
    watch.__enter__()
    clock = VirtualClock()
    cancelled, left = clock.call_at(1.0, print), clock.call_at(1.0, print)
    cancelled.cancel()
    with pytest.raises(AssertionError, match="left over: 1 virtual timers"):
        watch.__exit__(None, None, None)
    left.cancel()
