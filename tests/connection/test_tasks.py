"""The tasks of a connection."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from ocpp_rpc.connection.tasks import Tasks
from ocpp_rpc.testing import VirtualClock
from tests.support.scripted import Gate, spin


@pytest.fixture
async def tasks() -> Tasks:
    return Tasks(asyncio.get_running_loop())


def handler(
    tasks: Tasks, work: Callable[[], Coroutine[Any, Any, None]]
) -> Coroutine[Any, Any, None]:
    """What a handler does once it waits."""

    async def run() -> None:
        tasks.count_current()
        await work()

    return run()


async def test_a_task_is_held_until_it_ends(tasks: Tasks) -> None:
    ended: list[bool] = []

    async def wait() -> None:
        # Nothing else holds on to this: not even what it waits for.
        await asyncio.get_running_loop().create_future()

    async def run() -> None:
        try:
            await wait()
        except asyncio.CancelledError:
            ended.append(True)

    tasks.start(run())
    await spin(3)
    gc.collect()
    await spin(3)
    (task,) = asyncio.all_tasks() - {asyncio.current_task()}
    assert ended == []
    task.cancel()
    del task
    await spin(3)
    assert ended == [True]
    held: Any = tasks
    assert held._all == set()


async def test_a_task_counts_from_when_it_is_told_to_its_end(tasks: Tasks) -> None:
    gate, other = Gate(), Gate()
    tasks.start(handler(tasks, gate.pass_through))
    tasks.start(other.pass_through())
    await spin(3)
    assert len(tasks.handlers) == 1
    gate.opened.set()
    await spin(3)
    assert tasks.handlers == set()
    other.opened.set()
    await spin(3)


async def test_waiting_for_handlers(tasks: Tasks) -> None:
    clock, gate = VirtualClock(), Gate()
    await tasks.wait_idle(clock, 10)
    assert clock.timers == 0
    tasks.start(handler(tasks, gate.pass_through))
    await spin(3)
    idle = asyncio.create_task(tasks.wait_idle(clock, 10))
    await spin(3)
    assert not idle.done()
    gate.opened.set()
    await idle
    assert clock.timers == 0


async def test_waiting_for_handlers_has_a_limit(tasks: Tasks) -> None:
    clock, gate = VirtualClock(), Gate()
    tasks.start(handler(tasks, gate.pass_through))
    await spin(3)
    idle = asyncio.create_task(tasks.wait_idle(clock, 10))
    await spin(3)
    clock.advance(9.9)
    await spin(3)
    assert not idle.done()
    clock.advance(0.1)
    await idle
    assert gate.inside == 1
    tasks.stop()
    await gate.cancelled.wait()
    await spin(3)


async def test_the_end_leaves_what_comes_after_a_reply_alone(tasks: Tasks) -> None:
    gate, after = Gate(), Gate()
    tasks.start(handler(tasks, gate.pass_through))
    tasks.start(handler(tasks, lambda: tasks.run_after(after.pass_through())))
    await spin(3)
    assert tasks.has_afters
    tasks.stop()
    await spin(3)
    assert (gate.cancelled.is_set(), after.cancelled.is_set()) == (True, False)
    finishing = asyncio.create_task(tasks.finish())
    await spin(3)
    assert not finishing.done()
    after.opened.set()
    await finishing
    assert not tasks.has_afters


async def test_what_comes_after_a_reply_ends_with_who_waits_for_it(
    tasks: Tasks,
) -> None:
    after = Gate()
    tasks.start(handler(tasks, lambda: tasks.run_after(after.pass_through())))
    await spin(3)
    finishing = asyncio.create_task(tasks.finish())
    await spin(3)
    finishing.cancel()
    await asyncio.wait([finishing])
    assert finishing.cancelled()
    await after.cancelled.wait()
    await spin(3)


async def test_a_task_that_is_exempt(tasks: Tasks) -> None:
    gate, after = Gate(), Gate()

    async def exempt() -> None:
        tasks.exempt_current()
        assert tasks.handlers == set()
        await gate.pass_through()
        tasks.count_current()  # as the task of the next handler to wait
        assert tasks.handlers == set()
        await tasks.run_after(after.pass_through())

    tasks.start(handler(tasks, exempt))
    await spin(3)
    await tasks.wait_idle(VirtualClock(), 10)
    tasks.stop()
    gate.opened.set()
    await after.reached.wait()
    assert not tasks.has_afters
    after.opened.set()
    await spin(3)
    assert not gate.cancelled.is_set()


async def test_no_other_task_is_exempt(tasks: Tasks) -> None:
    tasks.exempt_current()
    tasks.count_current()
    assert tasks.handlers == {asyncio.current_task()}
    tasks.handlers.clear()
