"""Scripts in files: find one, load it, and name the line in which it fails."""

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
from ocpp_rpc.lines import printable

from .charger import Charger
from .outcomes import Failure

__all__ = ["READY_MADE", "Session", "find_script", "load_script", "reason_of"]

Session: TypeAlias = Callable[[Charger], Awaitable[object]]
"""A coroutine function that acts as a charger while it is connected."""

_FOLDER: Final = Path(__file__).with_name("scripts")

READY_MADE: Final = tuple(
    path.stem.replace("_", "-") for path in sorted(_FOLDER.glob("[a-z]*.py"))
)
"""The names of the scripts that come with the package."""


def find_script(name: str | Path) -> Path:
    """Return the file of a script.

    Args:
        name: The name of a ready-made script, or the path of a file.

    Raises:
        Failure: No script has this name, and no file this path.
    """
    path = Path(name)
    if name in READY_MADE:
        path = _FOLDER / f"{path.name.replace('-', '_')}.py"
    if not path.is_file():
        raise Failure(f"there is no script {str(name)!r}; ready-made: {_names()}")
    return path


def load_script(name: str | Path) -> Session:
    """Return the session of a script: a function to be awaited with a `Charger`.

    Any exception of the session, a failed `assert` included, is raised as a `Failure`
    that names the line of the script. The top level of the file runs immediately.

    Args:
        name: The name of a ready-made script, or the path of a file.

    Raises:
        Failure: The script does not exist, its top level fails, or it does not define a
            coroutine function `session`.
    """
    path = find_script(name)
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
    reason = reason_of(error)
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


def reason_of(error: Exception) -> str:
    """Return the reason of a failure in one line."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return f"{error.title}: {where}: {first['msg']}"
    text = printable(str(error))
    if isinstance(error, Failure | OcppRpcError | AssertionError) and text:
        return text
    return f"{type(error).__name__}: {text}".removesuffix(": ")
