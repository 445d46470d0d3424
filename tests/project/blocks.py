"""Programs in a Markdown page, and what they print.

A fenced `python` block is a program of its own. The `text` block after it, if there is
one in the same section before the next program, is what it prints; without one, it
prints nothing. A fenced
`sh` block that is followed by a `text` block is held to it as well.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

__all__ = [
    "PATIENCE",
    "ROOT",
    "Example",
    "commands",
    "programs",
    "python",
    "run",
    "running",
    "shell",
]

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$|^##+ ", re.DOTALL | re.MULTILINE)
"""A fenced block, or the heading of a section, which is a block without a language."""


@dataclass(frozen=True)
class Example:
    """A program and what it prints."""

    program: str
    printed: str


def programs(page: str) -> list[Example]:
    """Return the programs of a page."""
    return [
        Example(text, printed or "")
        for language, text, printed in _blocks(page)
        if language == "python"
    ]


def commands(page: str) -> list[Example]:
    """Return the command lines of a page that say what they print."""
    return [
        Example(text, printed)
        for language, text, printed in _blocks(page)
        if language == "sh" and printed is not None
    ]


def _blocks(page: str) -> list[tuple[str, str, str | None]]:
    """Return language and text of each block, and the `text` block after it."""
    found = [*_BLOCK.findall(page), ("", "")]
    return [
        (language, text, following if next_language == "text" else None)
        for (language, text), (next_language, following) in pairwise(found)
    ]


def python(program: str) -> Sequence[str]:
    """Return the command that runs a program, with warnings as errors."""
    return sys.executable, "-u", "-W", "error", "-c", program


def shell(commands: str) -> Sequence[str]:
    """Return the command that runs lines of a shell."""
    return "sh", "-c", commands


@asynccontextmanager
async def running(
    command: Sequence[str], place: Path = ROOT
) -> AsyncGenerator[asyncio.subprocess.Process]:
    """Run a command in the folder of the project or another; it ends with the context.

    `python` is the interpreter of the tests.
    """
    folder = Path(sys.executable).parent
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=place,
        env=os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def run(command: Sequence[str], place: Path = ROOT) -> str:
    """Run a command to its end, without errors, and return what it prints."""
    async with running(command, place) as process, asyncio.timeout(PATIENCE):
        printed, errors = await process.communicate()
    assert (process.returncode, errors.decode()) == (0, "")
    return printed.decode()
