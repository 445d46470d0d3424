"""Checks of the event loop that a connection belongs to, and its futures."""

from __future__ import annotations

import asyncio

__all__ = ["check_loop", "release"]


def check_loop(home: asyncio.AbstractEventLoop | None) -> None:
    """Check that the caller runs in the event loop of a connection.

    Futures are not thread-safe: a task that waits for one in another event loop is
    never woken up, and no time limit of the connection ends that wait.

    Args:
        home: The event loop of the connection; None if it has none yet.

    Raises:
        RuntimeError: The caller runs in another event loop or another thread.
    """
    try:
        running = asyncio.get_running_loop()
    except RuntimeError:
        running = None
    if running is not home and home is not None:
        raise RuntimeError(
            "the connection belongs to another event loop: from here, use "
            "asyncio.run_coroutine_threadsafe(coroutine, loop), and "
            "loop.call_soon_threadsafe for methods that are not awaited"
        )


def release(future: asyncio.Future[None]) -> None:
    """Let the tasks that wait for a future continue."""
    if not future.done():
        future.set_result(None)
