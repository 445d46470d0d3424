"""Coroutines that are started by hand, without a task of their own.

Most handlers never wait: their response is ready after their first step. `EagerStart`
takes that step at once, in the current task. Only a handler that waits for something
has to be awaited after that, by the same task (see `reading`).

Each step runs in a copy of the context variables. A plain `await` would let what one
handler sets be seen by the handlers of all messages that the same task reads after it.

`EagerStart` knows nothing of messages and connections.
"""

from __future__ import annotations

import asyncio
import contextvars
import inspect
from collections.abc import Awaitable, Callable, Coroutine, Generator
from types import CoroutineType
from typing import Any, Generic, TypeVar, cast

__all__ = ["EagerStart", "is_cancelled", "takes_time"]

ResultT = TypeVar("ResultT")


class EagerStart(Generic[ResultT]):
    """What was awaitable, until it waits for the first time, or is done.

    It has a copy of the context variables for itself, as every task has. What its
    first step raises, the constructor raises.

    Args:
        awaitable: What is started.

    Attributes:
        waits: Whether it is not done; then this has to be awaited for its result.
        result: What it has returned, if it is done.
    """

    __slots__ = ("_coroutine", "_pending", "_run", "result", "waits")

    result: ResultT

    def __init__(self, awaitable: Awaitable[ResultT]) -> None:
        started: Any = awaitable
        if type(awaitable) is not CoroutineType:
            started = _coroutine_of(awaitable)
        self._coroutine: Coroutine[Any, Any, ResultT] = started
        self._run: Callable[..., Any] = contextvars.copy_context().run
        self.waits = False
        try:
            self._pending = self._run(self._coroutine.send, None)
        except StopIteration as done:
            self.result = done.value
        else:
            self.waits = True

    def __await__(self) -> Generator[Any, Any, ResultT]:
        """Take the steps that are left.

        This is `await` spelled out (PEP 380), with each step in the context.
        """
        pending = self._pending
        try:
            while True:
                try:
                    value = yield pending
                except BaseException as error:  # noqa: BLE001 - whatever is thrown in
                    pending = self._run(self._coroutine.throw, error)
                else:
                    pending = self._run(self._coroutine.send, value)
        except StopIteration as done:
            return cast(ResultT, done.value)


async def _coroutine_of(awaitable: Awaitable[ResultT]) -> ResultT:
    return await awaitable


def takes_time(result: Any) -> bool:
    """Tell whether what a function has returned is to be awaited."""
    return type(result) is CoroutineType or inspect.isawaitable(result)


def is_cancelled() -> bool:
    """Tell a cancellation of the current task from one of something it waited for."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
