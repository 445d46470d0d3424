"""The command line: in this process, or as a program of its own.

An interpreter that starts and imports everything takes most of a second of processor
time, so only that is a program which is about signals and pipes, or which has to run
beside something else.
"""

from __future__ import annotations

import io
import logging
import os
import re
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ocpp_rpc.cli import app, logs

__all__ = [
    "PATIENCE",
    "CentralSystem",
    "Done",
    "central_system",
    "interrupt",
    "run",
    "spawn",
    "start",
]

# Far more than any of them needs, since machines may be busy.
PATIENCE = 90.0

COMMAND = (sys.executable, "-W", "error", "-m", "ocpp_rpc")

# What the programs write is to be the same wherever the tests run.
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in {"COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"}
} | {"PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}


@dataclass(frozen=True)
class Done:
    """How a program ended, and what it wrote."""

    code: int
    out: str
    err: str


def run(*arguments: str) -> Done:
    """Run a command in this process, to its end."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), _logging():
        try:
            code: Any = app.run(arguments)
        except SystemExit as ended:
            code = ended.code
    return Done(code, out.getvalue(), err.getvalue())


@contextmanager
def _logging() -> Generator[None]:
    """Let a command log as it does alone, and the handlers of the tests go on."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    root.handlers = []
    logs.set_up()
    for each in root.handlers:
        each.setLevel(root.level)
    root.handlers += handlers
    root.setLevel(level)
    try:
        yield
    finally:
        root.handlers = handlers


def spawn(*arguments: str) -> Done:
    """Run a command as a program of its own, to its end."""
    done = subprocess.run(
        (*COMMAND, *arguments),
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT,
        timeout=PATIENCE,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def start(*arguments: str) -> subprocess.Popen[str]:
    """Start a command."""
    return subprocess.Popen(
        (*COMMAND, *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=ENVIRONMENT,
        preexec_fn=_obey_ctrl_c,  # noqa: PLW1509 - there are no threads
    )


def _obey_ctrl_c() -> None:
    """What runs in the background ignores Ctrl-C, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass
class CentralSystem:
    """A central system in a process of its own.

    Attributes:
        url: Where chargers connect.
        done: How it ended, once it has.
    """

    url: str
    done: Done | None = None

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0


@contextmanager
def central_system(*arguments: str) -> Generator[CentralSystem]:
    """Run a central system on a free port; Ctrl-C ends it with the context."""
    process = start("central-system", "--port", "0", *arguments)
    try:
        assert process.stdout is not None
        greeting = process.stdout.readline()
        found = re.match(r"(wss?://127\.0\.0\.1:\d+) speaks OCPP", greeting)
        assert found is not None, greeting
        running = CentralSystem(f"{found[1]}/ocpp")
        yield running
        running.done = interrupt(process)
    finally:
        process.kill()
        process.communicate()


def interrupt(process: subprocess.Popen[str]) -> Done:
    """Press Ctrl-C, and return how the program ends."""
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    return Done(process.returncode, out, err)
