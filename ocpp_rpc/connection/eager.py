"""Coroutines that are started by hand, without a task of their own.

Most handlers never wait: their response is ready after their first step. `EagerStart`
runs that step immediately, in the current task. Only if the handler waits for
something, the same task has to await the rest afterwards (see `reading`).

Each step runs in a copy of the context variables. With a plain `await`, context
variables set by one handler would be visible to the handlers of all messages that the
same task reads later.

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
    """An awaitable that has run until it waited for the first time, or to its end.

    It runs in a copy of the context variables, as a task does. The constructor raises
    the exceptions of the first step.

    Args:
        awaitable: The awaitable to start.

    Attributes:
        waits: Whether the awaitable has not ended; if so, await this object for the
            result.
        result: The result, if the awaitable has ended.
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
        """Run the remaining steps.

        This is `await` written out (PEP 380), with each step in the copied context.
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
    """Tell whether the result of a function has to be awaited."""
    return type(result) is CoroutineType or inspect.isawaitable(result)


def is_cancelled() -> bool:
    """Tell whether the current task is being cancelled.

    If not, a `CancelledError` comes from something that the task has awaited.
    """
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
