"""Programs that are measured, each in a process of its own.

They say what happens in lines of JSON on their standard output, and end when they are
told to by a signal.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

__all__ = [
    "FOLDER",
    "Memory",
    "Program",
    "descriptors_of",
    "memory_of",
    "raise_limits",
    "running",
    "say",
]

FOLDER = Path(__file__).parent
PATIENCE = 60.0  # seconds


class Memory(NamedTuple):
    """The memory of a process, in KiB: all it uses, and its share of that."""

    rss: float
    pss: float


def memory_of(pid: int) -> Memory:
    """Return the memory that a process uses now."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    sizes = {name: rest for name, _, rest in (line.partition(":") for line in lines)}
    return Memory(*(int(sizes[name].split()[0]) for name in ("Rss", "Pss")))


def descriptors_of(pid: int) -> int:
    """Return how many descriptors a process has open."""
    return len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208 - names are enough


def raise_limits() -> None:
    """Let this process and those it starts open as many descriptors as they may."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def say(**facts: Any) -> None:
    """Tell what happens to whoever has started this process."""
    print(json.dumps(facts), flush=True)


class Program:
    """A program that runs.

    Attributes:
        pid: Its process.
        lines: What it has said and nobody has taken yet.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = process.pid
        self.lines: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def take(self) -> None:
        """Take what it says until it ends."""
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            self.lines.put_nowait(json.loads(line))

    async def said(self, name: str) -> Any:
        """Wait until it tells something, pass over the rest, and return that.

        Raises:
            TimeoutError: It does not.
        """
        async with asyncio.timeout(PATIENCE):
            while name not in (line := await self.lines.get()):
                pass
        return line[name]

    def processor_time(self) -> float:
        """Return the seconds of all its threads so far."""
        # The clock of a process, made as the macros of the kernel make it.
        return time.clock_gettime((~self.pid << 3) | 2)

    def memory(self) -> Memory:
        """Return the memory it uses now."""
        return memory_of(self.pid)

    def descriptors(self) -> int:
        """Return how many descriptors it has open."""
        return descriptors_of(self.pid)

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    async def kill(self) -> None:
        """End it at once, if it has not ended."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()


@asynccontextmanager
async def running(
    program: str, *arguments: object, namespace: str | None = None
) -> AsyncGenerator[Program, None]:
    """Run a program of this folder; in the end, kill it.

    Args:
        program: A module in Python or in JavaScript.
        arguments: What it is told.
        namespace: The network namespace to run it in; None: that of this process.
    """
    interpreter = "node" if program.endswith(".mjs") else sys.executable
    command = [interpreter, str(FOLDER / program), *map(str, arguments)]
    if namespace is not None:
        command = ["ip", "netns", "exec", namespace, *command]
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
    started = Program(process)
    taking = asyncio.create_task(started.take())
    try:
        yield started
    finally:
        await started.kill()
        await taking
