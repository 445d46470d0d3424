"""The event loop that a connection belongs to, and its futures."""

from __future__ import annotations

import asyncio

__all__ = ["check_loop", "release"]


def check_loop(home: asyncio.AbstractEventLoop | None) -> None:
    """Refuse to go on anywhere but in the event loop of a connection.

    Futures are not thread-safe: whoever waits for one in another event loop is never
    woken up, and no time limit of the connection ends that.

    Args:
        home: The event loop of the connection; None if there is none yet.

    Raises:
        RuntimeError: This is another event loop or another thread.
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
    """Let whoever waits for a future go on."""
    if not future.done():
        future.set_result(None)
