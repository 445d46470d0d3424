"""The handlers of a connection that run in tasks.

A handler counts from the moment it waits for something: until then it has no task that
is not the reader's (see `ocpp_rpc.connection`). Closing the connection waits for all of
them, and its end cancels them, since their answers can no longer be written.

It does not cancel what comes after a reply (`Router.after`): the peer has its answer
and relies on what follows. That runs to its end, unless whoever waits for it, such as a
server that closes, stops waiting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from .loops import release

if TYPE_CHECKING:
    from .settings import Clock

__all__ = ["Running"]

_Task = asyncio.Task[Any]


class Running:
    """The tasks of handlers.

    Args:
        loop: The event loop of the connection.

    Attributes:
        tasks: Those that run, what comes after a reply included.
    """

    __slots__ = ("_afters", "_exempt", "_loop", "_waiters", "tasks")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self.tasks: set[_Task] = set()
        self._afters: set[_Task] = set()
        self._exempt: WeakSet[_Task] | None = None
        self._waiters: list[tuple[set[_Task], asyncio.Future[None]]] = []

    @property
    def has_afters(self) -> bool:
        """Whether anything runs that comes after a reply."""
        return bool(self._afters)

    def add(self, task: _Task | None) -> None:
        """Count a task from now on until it ends, unless it is exempt."""
        if task is not None and task not in (self._exempt or ()):
            self.tasks.add(task)
            task.add_done_callback(self._done)

    def exempt(self, task: _Task) -> None:
        """Neither wait for a task nor cancel it: it closes the connection itself."""
        self._exempt = self._exempt or WeakSet()
        self._exempt.add(task)
        self._done(task)

    async def run_after(self, work: Awaitable[None]) -> None:
        """Do in the current task what comes after a reply."""
        task = asyncio.current_task()
        assert task is not None  # a coroutine runs in one
        if task not in (self._exempt or ()):
            self._afters.add(task)
        try:
            await work
        finally:
            self._afters.discard(task)
            self._release()

    def cancel(self) -> None:
        """Cancel the handlers whose answer is not written."""
        for task in self.tasks - self._afters:
            task.cancel()

    async def wait_idle(self, clock: Clock, limit: float) -> None:
        """Wait until no handler runs, but not beyond a time."""
        idle = self._until_empty(self.tasks)
        timer = clock.call_at(limit, lambda: release(idle))
        try:
            await idle
        finally:
            timer.cancel()

    async def finish(self) -> None:
        """Wait for what comes after replies; if cancelled, cancel that."""
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
        self.tasks.discard(task)
        self._afters.discard(task)
        self._release()

    def _release(self) -> None:
        """Let everybody go on who waits for tasks that have ended."""
        for tasks, waiter in self._waiters:
            if not tasks:
                release(waiter)
        if self._waiters:
            self._waiters = [each for each in self._waiters if not each[1].done()]
