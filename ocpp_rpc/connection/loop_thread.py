"""An event loop in a thread, for programs that wait instead of awaiting."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from ocpp_rpc.errors import ConnectionClosed

__all__ = ["LoopThread", "cancel"]

ResultT = TypeVar("ResultT")


class LoopThread:
    """An event loop in a thread, which ends with the program at the latest."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._loop.run_forever, name="ocpp_rpc.sync", daemon=True
        )
        self._thread.start()

    def run(self, coroutine: Coroutine[Any, Any, ResultT]) -> ResultT:
        """Run a coroutine and wait for it; an interrupted one is cancelled.

        Raises:
            ConnectionClosed: The thread has ended.
            RuntimeError: This is that thread, which would wait for itself.
        """
        if self._loop.is_closed():
            coroutine.close()
            raise ConnectionClosed
        if threading.current_thread() is self._thread:
            coroutine.close()
            raise RuntimeError("a handler uses the connection that it is given")
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def call(self, function: Callable[[], object]) -> None:
        """Call a function in the thread; raises what that raises."""
        self.run(_call(function))

    def stop(self) -> None:
        """End the thread, and what still runs there."""
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
        task.cancel()  # a second time, it would cut short what it does at its end
    await asyncio.gather(*tasks, return_exceptions=True)


async def _call(function: Callable[[], object]) -> None:
    function()
