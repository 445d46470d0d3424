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
        """Returns each fault by itself."""
        return [Fault(self.kind, line) for line in str(self).splitlines()]


def read(path: Path) -> dict[str, Any]:
    """Reads a TOML file.

    Raises:
        TableError: The file does not exist, or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TableError(f"{path.name}: {error}") from None


def fill(
    kind: type[T], entry: Mapping[str, Any], path: Path, place: str, **more: Any
) -> T:
    """Makes a value from an entry, whose keys are the names of its attributes.

    Args:
        kind: The class of the value, a dataclass.
        entry: The entry of the file.
        path: The file, for error texts.
        place: The place in the file, for error texts.
        more: Attributes that the entry does not have.

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
