"""Reads the tables of `schemas/`, so that a slip in one is told with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Hashable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from ..errors import CodegenError, Fault, FaultKind

__all__ = ["TableError", "fill", "misread", "read"]

T = TypeVar("T")


class TableError(CodegenError):
    """A table is no TOML, or has entries that are not understood, a line for each."""

    kind = FaultKind.TABLES

    def told(self) -> Sequence[Fault]:
        """Returns what is wrong, each thing by itself."""
        return [Fault(self.kind, line) for line in str(self).splitlines()]


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
        raise misread(f"{path.name}: {place}", error) from None
    return value


def misread(place: str, error: ValidationError) -> TableError:
    """Returns all that is not understood in a place, as an error to raise."""
    faults = [
        f"{place}: {'.'.join(map(str, each['loc']))}: {each['msg']}"
        for each in error.errors(include_url=False)
    ]
    return TableError("\n".join(faults))


# Made once for a class: procedures.toml alone has nearly 300 entries of one.
@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
