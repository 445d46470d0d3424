"""The screen, the event loop and the usage errors of commands."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from asyncio import AbstractEventLoop
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager, suppress
from typing import Any, Final, TypeVar

import typer
from rich.console import Console

from ocpp_rpc import MissingDependency

from .screen import Screen

__all__ = [
    "INTERRUPTED",
    "checked",
    "checked_identity",
    "file_option",
    "new_console",
    "new_screen",
    "run_in_loop",
    "seconds_of",
    "uvloop_factory",
]

ResultT = TypeVar("ResultT")

INTERRUPTED: Final = 130
"""The exit code of shells for a command that Ctrl-C ended."""


def file_option(text: str, *names: str) -> Any:
    """Return an option that names a file which is there."""
    return typer.Option(*names, metavar="FILE", exists=True, dir_okay=False, help=text)


_UNITS: Final = {"ms": 0.001, "s": 1, "m": 60, "h": 3600}


def seconds_of(text: str) -> float:
    """Return how many seconds a time is, such as 500ms, 60s or 2m."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?) ?(ms|s|m|h)", text)
    if found is None:
        raise typer.BadParameter(f"{text!r} is not a time, such as 500ms, 60s or 2m")
    return float(found[1]) * _UNITS[found[2]]


def checked_identity(text: str) -> str:
    """Return an identity that a line can show."""
    if not text or not text.isprintable():
        raise typer.BadParameter(f"{text!r} cannot be the identity of a charger")
    return text


@contextmanager
def checked(option: str | None = None) -> Generator[None]:
    """Take a ValueError for wrong use, and a file that cannot be read.

    Args:
        option: The option that it is about, if the text does not name it.
    """
    hint = None if option is None else f"'{option}'"
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=hint) from None
    except OSError as error:
        problem = f"cannot read {error.filename}: {error.strerror}"
        raise typer.BadParameter(problem, param_hint=hint) from None


class _Console(Console):
    """A console that ends the command when nobody reads on, as Ctrl-C would."""

    def on_broken_pipe(self) -> None:
        """Write nothing more; rich would exit from within a task."""
        with suppress(SystemExit):
            super().on_broken_pipe()
        signal.raise_signal(signal.SIGINT)


def new_console(*, stderr: bool = False) -> Console:
    """Return standard output, or standard error, as a console."""
    file = sys.stderr if stderr else sys.stdout
    reconfigure = getattr(file, "reconfigure", None)
    if reconfigure is not None:  # it is a text file, and may lack some characters
        reconfigure(errors="backslashreplace")
    return _Console(highlight=False, markup=False, stderr=stderr)


def new_screen(*, stderr: bool = False, cuts: bool = True) -> Screen:
    """Return a screen on standard output, or on standard error; see `Screen`."""
    return Screen(new_console(stderr=stderr), cuts=cuts)


def uvloop_factory() -> Callable[[], AbstractEventLoop]:
    """Return the function that makes an event loop of uvloop.

    Raises:
        MissingDependency: The extra `uvloop` is not installed.
    """
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 - needs an extra
    except ImportError as error:
        raise MissingDependency("uvloop") from error
    return new_event_loop


def run_in_loop(
    command: Coroutine[Any, Any, ResultT],
    new_loop: Callable[[], AbstractEventLoop] | None = None,
    *,
    interrupted: int = INTERRUPTED,
) -> ResultT:
    """Run a command in an event loop of its own, and return its result.

    Args:
        command: The command.
        new_loop: A function that makes the event loop; None makes the usual one.
        interrupted: The exit code for Ctrl-C.
    """
    try:
        with asyncio.Runner(loop_factory=new_loop) as runner:
            return runner.run(command)
    except KeyboardInterrupt:
        raise typer.Exit(interrupted) from None
