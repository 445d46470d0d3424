"""Runs handlers that block in threads, and limits their number per station.

These handlers run in the event loop's default pool of threads, which the rest of the
program uses too, for example by `asyncio.to_thread` and to resolve host names. A
station may call as often as it likes, so its handlers must not occupy the whole pool.
All handlers of a station together use at most `Limits.max_threads` threads, across all
messages and connections of the station. Further ones wait in the order in which they
arrived.

A thread cannot be cancelled. If the connection is lost, its thread counts until the
handler returns.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Sequence
from contextvars import Context, copy_context
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["call_in_thread"]


async def call_in_thread(
    function: Callable[..., Any], connection: Connection, *arguments: object
) -> Any:
    """Call a handler in a thread, and return its result.

    Args:
        function: The handler, a function that blocks.
        connection: The connection that the message arrived on.
        arguments: The arguments of the function.
    """
    threads = _threads_of(connection)
    await threads.acquire()
    work = partial(_call, copy_context(), function, arguments)
    try:
        thread = asyncio.get_running_loop().run_in_executor(None, work)
    except BaseException:
        threads.release()
        raise
    thread.add_done_callback(partial(_end, threads))
    # If the future itself were awaited, cancelling the handler would cancel it, and it
    # would count as done: another handler could start while the thread still runs.
    await asyncio.wait([thread])
    return thread.result()


def _call(
    context: Context, function: Callable[..., Any], arguments: Sequence[object]
) -> Any:
    """Call a function; convert an exception that a future cannot hold.

    A StopIteration in a future would make its waiter wait forever, in older versions of
    Python (python/cpython#112182).
    """
    try:
        return context.run(function, *arguments)
    except StopIteration as error:
        raise RuntimeError("a handler raised StopIteration") from error


def _end(threads: asyncio.Semaphore, thread: asyncio.Future[Any]) -> None:
    threads.release()
    if not thread.cancelled():
        thread.exception()  # marked as retrieved, as the handler may be cancelled


def _threads_of(connection: Connection) -> asyncio.Semaphore:
    """Return the semaphore that the handlers of one station share.

    The key has the role of this side, because both sides of a connection may run in one
    program. A connection without an identity has a semaphore of its own.
    """
    loop = asyncio.get_running_loop()
    limit = connection.limits.max_threads
    who: Hashable = connection.identity or connection
    key = (loop, connection.role, who, limit)
    threads = _THREADS.get(key)
    if threads is None:
        threads = _THREADS[key] = asyncio.Semaphore(limit)
    return threads


_THREADS: WeakValueDictionary[Hashable, asyncio.Semaphore] = WeakValueDictionary()
"""The semaphores; each one exists as long as a handler runs or waits."""
