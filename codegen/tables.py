"""Reads the tables of `schemas/`, so that a slip in one is told with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from .errors import CodegenError

__all__ = ["TableError", "fill", "read"]

T = TypeVar("T")


class TableError(CodegenError):
    """A file of `schemas/` is no TOML, or has an entry that is not understood."""


def read(path: Path) -> dict[str, Any]:
    """Reads a TOML file.

    Raises:
        TableError: There is none, or it is something else.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TableError(f"{path.name}: {error}") from None


def fill(
    kind: type[T], entry: Mapping[str, Any], path: Path, place: str, **more: Any
) -> T:
    """Makes a value of an entry, whose keys are the names of its attributes.

    Args:
        kind: The class of the value.
        entry: What the file says.
        path: The file, for the message of an error.
        place: The place in the file, likewise.
        more: Attributes that the entry does not give.

    Raises:
        TableError: A key is missing or unknown.
    """
    try:
        return kind(**{**more, **entry})
    except TypeError as error:
        raise TableError(f"{path.name}: {place}: {error}") from None
