"""What a process has at a moment, and what it logs: what a soak must not leave."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from typing import Any

from benchmarks.processes import descriptors_of, memory_of

__all__ = ["Remains", "rss", "watch_logs"]

PATIENCE = 30.0
"""Seconds for what is left to go: pings and time limits have to run out."""


class Remains:
    """The tasks, descriptors and timers of this process.

    Attributes:
        tasks: How many tasks there are, by the name of their coroutine.
        descriptors: How many are open.
        timers: How many are set, by the name of what they call.
    """

    def __init__(self) -> None:
        loop: Any = asyncio.get_running_loop()
        # Private, but nothing else of asyncio tells which timers are set.
        timers = [each for each in loop._scheduled if not each.cancelled()]  # noqa: SLF001
        self.tasks = Counter(_name(each.get_coro()) for each in asyncio.all_tasks())
        self.timers = Counter(_name(each._callback) for each in timers)  # noqa: SLF001
        self.descriptors = descriptors_of(os.getpid())

    def beyond(self, before: Remains) -> dict[str, Any]:
        """Return what there is now and was not before."""
        left: dict[str, Any] = {}
        if tasks := self.tasks - before.tasks:
            left["tasks"] = dict(tasks)
        if timers := self.timers - before.timers:
            left["timers"] = dict(timers)
        if self.descriptors > before.descriptors:
            left["descriptors"] = self.descriptors - before.descriptors
        return left

    async def left(self, patience: float = PATIENCE) -> dict[str, Any]:
        """Return what there is more than this, once that is nothing, or stays."""
        limit = time.monotonic() + patience
        while True:
            gc.collect()
            more = Remains().beyond(self)
            if not more or time.monotonic() > limit:
                return more
            await asyncio.sleep(0.2)


def _name(what: object) -> str:
    return str(getattr(what, "__qualname__", None) or type(what).__qualname__)


def rss() -> float:
    """Return the memory of this process, in MiB."""
    return memory_of(os.getpid()).rss / 1024


class _Lines(logging.Handler):
    def __init__(self, note: Callable[[str], object]) -> None:
        super().__init__(logging.WARNING)
        self._note = note

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0] if record.exc_info else None
        where = "" if record.exc_info is None else _place(record.exc_info[2])
        name = "" if kind is None else f" ({kind.__name__}{where})"
        text = str(record.msg).partition("\n")[0][:120]
        self._note(f"{record.levelname} {record.name}: {text}{name}")


def _place(traceback: Any) -> str:
    """Return where an exception was raised."""
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None:
        return ""
    code = traceback.tb_frame.f_code
    return f" in {code.co_name}, {os.path.basename(code.co_filename)}"  # noqa: PTH119


def watch_logs(note: Callable[[str], object]) -> None:
    """Note what is logged from WARNING up, warned of, or raised where nobody looks."""
    logging.root.addHandler(_Lines(note))
    logging.captureWarnings(capture=True)
    warnings.simplefilter("default", ResourceWarning)
    sys.unraisablehook = lambda raised: note(
        f"unraisable {raised.exc_type.__name__}: {_name(raised.object)}"
    )
