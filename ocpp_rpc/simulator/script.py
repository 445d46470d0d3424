"""Running a script against a back office, and saying where it failed."""

from __future__ import annotations

import inspect
import linecache
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from runpy import run_path
from typing import Final, TypeAlias, cast

from pydantic import ValidationError

from ocpp_rpc import OcppRpcError
from ocpp_rpc.cli.compact import printable

from .charger import Charger
from .steps import Failure

__all__ = ["READY_MADE", "Session", "find", "load"]

Session: TypeAlias = Callable[[Charger], Awaitable[object]]
"""What a charger does while it is connected."""

_FOLDER: Final = Path(__file__).with_name("scripts")

READY_MADE: Final = tuple(
    path.stem.replace("_", "-") for path in sorted(_FOLDER.glob("[a-z]*.py"))
)
"""The names of the scripts that come with the command line."""


def find(name: str) -> Path:
    """Return the file of a script: a ready-made one, or the file of that name.

    Raises:
        Failure: There is none.
    """
    path = Path(name)
    if name in READY_MADE:
        path = _FOLDER / f"{name.replace('-', '_')}.py"
    if not path.is_file():
        raise Failure(f"there is no script {name!r}; ready-made: {_names()}")
    return path


def load(path: Path) -> Session:
    """Return what a script does. A failure tells the line it happened in.

    Raises:
        Failure: It cannot be run.
    """
    try:
        session = run_path(str(path), run_name=path.stem).get("session")
    except Exception as error:
        raise _located(path, error) from error
    if not inspect.iscoroutinefunction(session):
        raise Failure(f"{path}: it needs an `async def session(charger)`")
    function = cast(Session, session)

    async def run(charger: Charger) -> None:
        try:
            await function(charger)
        except Exception as error:
            raise _located(path, error) from error

    return run


def _names() -> str:
    return ", ".join(READY_MADE)


def _located(path: Path, error: Exception) -> Failure:
    """Return a failure that names the line of the script."""
    reason = _reason(error)
    if isinstance(error, SyntaxError):
        return Failure(f"{path}, line {error.lineno}: {reason}")
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == str(path)
    ]
    if not lines:
        return Failure(f"{path}: {reason}")
    source = linecache.getline(str(path), lines[-1] or 0).strip()
    return Failure(f"{path}, line {lines[-1]}: {source}: {reason}")


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return f"{error.title}: {where}: {first['msg']}"
    text = printable(str(error))
    if isinstance(error, Failure | OcppRpcError | AssertionError) and text:
        return text
    return f"{type(error).__name__}: {text}".removesuffix(": ")
