"""Handlers that block: where they run, and how many of one station at once.

They run in the event loop's default pool of threads, like whatever else of the program
uses it, such as `asyncio.to_thread` and the resolution of host names. So the handlers
of one station, which may call as often as it likes, must not take all of it. They have
`Limits.max_threads` of its threads together, whatever they handle and however often the
station connects; others wait for one of these in the order in which they came.

A thread cannot be cancelled. If the connection is lost, the thread counts until the
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
    """Call a handler in a thread, and return what it returns.

    Args:
        function: What blocks.
        connection: The connection whose peer has called.
        arguments: What the function is called with.
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
    # would count as done at once: another handler could start while the thread runs on.
    await asyncio.wait([thread])
    return thread.result()


def _call(
    context: Context, function: Callable[..., Any], arguments: Sequence[object]
) -> Any:
    """Call a function; turn what no future takes into something else.

    For a StopIteration, older Pythons leave whoever waits waiting, for ever
    (python/cpython#112182).
    """
    try:
        return context.run(function, *arguments)
    except StopIteration as error:
        raise RuntimeError("a handler raised StopIteration") from error


def _end(threads: asyncio.Semaphore, thread: asyncio.Future[Any]) -> None:
    threads.release()
    if not thread.cancelled():
        thread.exception()  # nobody may wait for it any more


def _threads_of(connection: Connection) -> asyncio.Semaphore:
    """Return what the handlers of one station have together.

    Both sides of a connection may be in one program, so the role counts. A connection
    without an identity stands for itself.
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
"""Each one lasts as long as a handler runs or waits."""
