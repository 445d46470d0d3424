"""An event loop in a thread, for programs that block instead of awaiting."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from ocpp_rpc.errors import ConnectionClosed

__all__ = ["LoopThread", "cancel"]

ResultT = TypeVar("ResultT")


class LoopThread:
    """An event loop in a daemon thread, which ends with the program at the latest."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._loop.run_forever, name="ocpp_rpc.sync", daemon=True
        )
        self._thread.start()

    def run(self, coroutine: Coroutine[Any, Any, ResultT]) -> ResultT:
        """Run a coroutine in the thread and wait for its result.

        If the wait is interrupted, for example by Ctrl-C, the coroutine is cancelled.

        Raises:
            ConnectionClosed: The thread has ended.
            RuntimeError: The caller runs in that thread, and would wait for itself.
        """
        if self._loop.is_closed():
            coroutine.close()
            raise ConnectionClosed
        if threading.current_thread() is self._thread:
            coroutine.close()
            raise RuntimeError(
                "the blocking connection cannot be used in its own thread: a handler "
                "has to use the connection that it gets as an argument"
            )
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def call(self, function: Callable[[], object]) -> None:
        """Call a function in the thread, and raise its exceptions here."""
        self.run(_call(function))

    def stop(self) -> None:
        """Cancel the tasks of the thread, and end it."""
        self.run(_cancel_others())
        self.run(self._loop.shutdown_asyncgens())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def _cancel_others() -> None:
    """Cancel all other tasks of the loop, as `asyncio.run` does at its end."""
    await cancel({*asyncio.all_tasks()} - {asyncio.current_task()})


async def cancel(tasks: set[asyncio.Task[Any]]) -> None:
    """Cancel tasks, and wait until they have ended."""
    for task in [each for each in tasks if not each.cancelling()]:
        task.cancel()  # a second cancellation would interrupt the task's cleanup
    await asyncio.gather(*tasks, return_exceptions=True)


async def _call(function: Callable[[], object]) -> None:
    function()
