"""Programs that are measured, each in a process of its own.

They say what happens in lines of JSON on their standard output, and end when they are
told to by a signal. Some take lines on their standard input.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import resource
import signal
import sys
import time
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

__all__ = [
    "CLIENTS",
    "FOLDER",
    "Logged",
    "Memory",
    "Program",
    "descriptors_of",
    "memory_of",
    "raise_limits",
    "running",
    "say",
]

FOLDER = Path(__file__).parent
CLIENTS = ("websockets", "picows", "aiohttp")
"""The transports that can also open a connection."""

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


def raise_limits(descriptors: int | None = None) -> None:
    """Let this process have so many descriptors; None: as many as it may."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    limit = most if descriptors is None else descriptors
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, most))


def say(**facts: Any) -> None:
    """Tell what happens to whoever has started this process."""
    print(json.dumps(facts), flush=True)


class Logged(logging.Handler):
    """Counts what is logged as an error, without what differs from time to time.

    Args:
        note: Called with the name of the logger and the message.
    """

    def __init__(self, note: Callable[[str], object]) -> None:
        super().__init__(logging.ERROR)
        self._note = note

    def emit(self, record: logging.LogRecord) -> None:
        """Note a message."""
        kind = record.exc_info[0] if record.exc_info else None
        name = "" if kind is None else f" ({kind.__name__})"
        self._note(f"{record.name}: {record.msg}{name}")


class Program:
    """A program that runs.

    Attributes:
        pid: Its process.
        logged: How often it has logged what.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = process.pid
        self._lines: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.logged: Counter[str] = Counter()

    def tell(self, line: str) -> None:
        """Write a line to its standard input."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())

    async def take(self) -> None:
        """Take what it says until it ends."""
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            said = json.loads(line)
            if "logged" in said:
                self.logged[said["logged"]] += 1
            else:
                self._lines.put_nowait(said)

    async def line_with(self, name: str) -> dict[str, Any]:
        """Wait until it tells something, and return the line.

        Raises:
            TimeoutError: It does not.
        """
        async with asyncio.timeout(PATIENCE):
            while name not in (line := await self._lines.get()):
                pass
        return line

    async def said(self, name: str) -> Any:
        """Wait until it tells something, and return that.

        Raises:
            TimeoutError: It does not.
        """
        return (await self.line_with(name))[name]

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
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
    started = Program(process)
    taking = asyncio.create_task(started.take())
    try:
        yield started
    finally:
        await started.kill()
        await taking
