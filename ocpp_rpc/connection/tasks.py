"""The tasks of a connection, with a distinction of the tasks of handlers.

A task counts as the task of a handler from the moment the handler waits for something:
until then the task is the reader's (see `reading`). Closing the connection waits for
the tasks of handlers. The end of the connection cancels them, because their answers can
no longer be written.

The end does not cancel functions of `Router.after`, because the peer has its answer and
relies on their effects. They run to their end, unless a server that closes waits for
them (`finish`) and stops waiting.

A handler that closes its own connection is exempt, because closing would wait for the
handler, which waits for closing.

`Tasks` knows asyncio and nothing of messages.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from .event_loop import release

if TYPE_CHECKING:
    from .settings import Clock

__all__ = ["Tasks"]

_Task = asyncio.Task[Any]


class Tasks:
    """The tasks of a connection.

    Args:
        loop: The event loop of the connection.

    Attributes:
        handlers: The tasks of running handlers, including functions of `Router.after`.
    """

    __slots__ = ("_afters", "_all", "_exempt", "_loop", "_waiters", "handlers")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._all: set[_Task] = set()
        self.handlers: set[_Task] = set()
        self._afters: set[_Task] = set()
        self._exempt: WeakSet[_Task] | None = None
        self._waiters: list[tuple[set[_Task], asyncio.Future[None]]] = []

    @property
    def has_afters(self) -> bool:
        """Whether a function of `Router.after` is running."""
        return bool(self._afters)

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine in a new task, and keep the task until it ends.

        The task is kept because an event loop has only weak references to its tasks.
        """
        task = asyncio.create_task(coroutine)
        self._all.add(task)
        task.add_done_callback(self._all.discard)

    def start_handler(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine in a new task that counts as a handler's from the start."""
        task = asyncio.create_task(coroutine)
        self._all.add(task)
        self.handlers.add(task)
        task.add_done_callback(self._all.discard)
        task.add_done_callback(self._done)

    def count_current(self) -> None:
        """Count the current task as a handler's until it ends, unless it is exempt."""
        task = asyncio.current_task()
        if task is not None and task not in (self._exempt or ()):
            self.handlers.add(task)
            task.add_done_callback(self._done)

    def exempt_current(self) -> None:
        """Exempt the current task: do not wait for it and do not cancel it.

        Does nothing if the task does not belong to this connection.
        """
        task = asyncio.current_task()
        if task is not None and task in self._all:
            self._exempt = self._exempt or WeakSet()
            self._exempt.add(task)
            self._done(task)

    async def run_after(self, work: Awaitable[None]) -> None:
        """Run a function of `Router.after` in the current task."""
        task = asyncio.current_task()
        assert task is not None  # a coroutine runs in one
        if task not in (self._exempt or ()):
            self._afters.add(task)
        try:
            await work
        finally:
            self._afters.discard(task)
            self._release()

    def stop(self) -> None:
        """Cancel the handlers whose answers are not written."""
        for task in self.handlers - self._afters:
            task.cancel()

    async def wait_idle(self, clock: Clock, limit: float) -> None:
        """Wait until no handler runs, or until a time of the clock."""
        idle = self._until_empty(self.handlers)
        timer = clock.call_at(limit, lambda: release(idle))
        try:
            await idle
        finally:
            timer.cancel()

    async def finish(self) -> None:
        """Wait for functions of `Router.after`; cancel them if this is cancelled."""
        try:
            await self._until_empty(self._afters)
        except asyncio.CancelledError:
            for task in self._afters:
                task.cancel()
            raise

    def _until_empty(self, tasks: set[_Task]) -> asyncio.Future[None]:
        waiter = self._loop.create_future()
        self._waiters.append((tasks, waiter))
        self._release()
        return waiter

    def _done(self, task: _Task) -> None:
        self.handlers.discard(task)
        self._afters.discard(task)
        self._release()

    def _release(self) -> None:
        """Release the waiters whose tasks have all ended."""
        for tasks, waiter in self._waiters:
            if not tasks:
                release(waiter)
        if self._waiters:
            self._waiters = [each for each in self._waiters if not each[1].done()]
