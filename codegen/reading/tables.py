"""Reads the tables of `schemas/`, so that a slip in one is told with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Hashable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from ..errors import CodegenError, FaultKind

__all__ = ["TableError", "fill", "read"]

T = TypeVar("T")


class TableError(CodegenError):
    """A file of `schemas/` is no TOML, or has an entry that is not understood."""

    kind = FaultKind.TABLES


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
        kind: The class of the value, a dataclass.
        entry: What the file says.
        path: The file, for the message of an error.
        place: The place in the file, likewise.
        more: Attributes that the entry does not give.

    Raises:
        TableError: A key is missing or unknown, or has a value of another type.
    """
    try:
        values = {**more, **entry}
        # Twice: pydantic checks the types of the values but drops keys that the class
        # does not have, and the class itself refuses those but checks no type.
        kind(**values)
        value: T = _adapter(cast(Hashable, kind)).validate_python(values)
    except TypeError as error:
        raise TableError(f"{path.name}: {place}: {error}") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise TableError(f"{path.name}: {place}: {where}: {first['msg']}") from None
    return value


# Made once for a class: procedures.toml alone has nearly 300 entries of one.
@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
