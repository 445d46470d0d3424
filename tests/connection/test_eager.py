"""Coroutines started by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextvars import ContextVar

import pytest

from ocpp_rpc.connection.eager import EagerStart

variable = ContextVar("variable", default="outside")


class Answer:
    """Awaitable, but no coroutine."""

    def __init__(self, answer: str) -> None:
        self._answer = answer

    def __await__(self) -> Generator[None, None, str]:
        yield
        return self._answer


async def test_what_never_waits_is_done() -> None:
    async def ready() -> str:
        return "done"

    started = EagerStart(ready())
    assert not started.waits
    assert started.result == "done"


async def test_what_waits_goes_on_in_the_task_that_awaits_it() -> None:
    future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    tasks: list[asyncio.Task[object] | None] = []

    async def waiting() -> str:
        tasks.append(asyncio.current_task())
        answer = await future
        tasks.append(asyncio.current_task())
        return answer

    started = EagerStart(waiting())
    assert started.waits
    asyncio.get_running_loop().call_soon(future.set_result, "done")
    assert await started == "done"
    assert tasks == [asyncio.current_task()] * 2


@pytest.mark.parametrize("waits", [False, True])
async def test_it_has_a_context_of_its_own(waits: bool) -> None:
    seen: list[str] = []

    async def setting() -> None:
        variable.set("inside")
        if waits:
            await asyncio.sleep(0)
        seen.append(variable.get())

    started = EagerStart(setting())
    if started.waits:
        await started
    assert seen == ["inside"]
    assert variable.get() == "outside"


async def test_what_the_first_step_raises_is_raised_at_once() -> None:
    async def failing() -> None:
        raise LookupError("first step")

    with pytest.raises(LookupError, match="first step"):
        EagerStart(failing())


async def test_what_a_later_step_raises_is_raised_to_who_awaits() -> None:
    async def failing() -> None:
        await asyncio.sleep(0)
        raise LookupError("second step")

    started = EagerStart(failing())
    with pytest.raises(LookupError, match="second step"):
        await started


async def test_any_awaitable_will_do() -> None:
    started = EagerStart(Answer("done"))
    assert started.waits
    assert await started == "done"


async def test_a_cancellation_is_for_what_waits() -> None:
    caught: list[str] = []

    async def stubborn() -> str:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            caught.append("cancelled")
        return "done"

    async def wait() -> str:
        return await EagerStart(stubborn())

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    task.cancel()
    assert await task == "done"
    assert caught == ["cancelled"]


async def test_a_time_limit_holds() -> None:
    async def limited() -> str:
        try:
            async with asyncio.timeout(0.001):
                await asyncio.sleep(60)
        except TimeoutError:
            return "too late"
        return "done"

    started = EagerStart(limited())
    assert await started == "too late"
