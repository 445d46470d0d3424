"""What a mapping file says: messages of ours, and where they stand in versions of OCPP.

`schemas/v1x.toml` explains the format. Here it is read and checked by itself; whether
it fits the versions is for `matching`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..data import DATA
from ..errors import CodegenError, FaultKind
from ..reading import tables

__all__ = [
    "ActionEntry",
    "Base",
    "ByVersion",
    "EnumEntry",
    "FieldEntry",
    "Fields",
    "Mapped",
    "MappingError",
    "TypeEntry",
    "WireNames",
    "load",
    "read",
]

_FILES: Final = "v*x.toml"

WireNames: TypeAlias = str | Sequence[str]
ByVersion: TypeAlias = Mapping[str, WireNames]


class MappingError(CodegenError):
    """A mapping is not understood, or does not fit the versions that it maps to."""

    kind = FaultKind.MAPPINGS


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class EnumEntry(_Entry):
    """What is said of an enumeration; each key is explained in the file."""

    clause: str
    called: Mapping[str, str] = {}
    same: Sequence[str] = ()
    only: Mapping[str, Sequence[str]] = {}
    respelled: Mapping[str, ByVersion] = {}
    absent: str | None = None
    text: bool = False


class FieldEntry(_Entry):
    """What is said of a field."""

    at: WireNames | ByVersion
    grouping: str | None = None
    # Strictly, the arrays of TOML are lists and no tuples.
    boolean: tuple[str, str] | None = Field(default=None, strict=False)
    default: str | None = None
    optional: bool = False


class Fields(_Entry):
    """What is said of the fields of a message or a datatype."""

    same: Sequence[str] = ()
    only: Mapping[str, Sequence[str]] = {}
    fields: Mapping[str, FieldEntry] = {}


class TypeEntry(Fields):
    """What is said of a datatype."""

    clause: str
    called: Mapping[str, str] = {}
    grouping: str | None = None
    parts: Sequence[str] | Mapping[str, Sequence[str]] = ()


class ActionEntry(_Entry):
    """What is said of an action."""

    clause: str
    request: Fields = Fields()
    response: Fields = Fields()


class Base(_Entry):
    """What holds where a mapping says nothing; each key is explained in the file."""

    version: str
    types: str
    enumerations: str
    only: Mapping[str, Sequence[str]] = {}


class Mapped(_Entry):
    """A mapping file.

    Attributes:
        package: The last part of the import path of our messages.
        name: What stands for a version in texts about them.
        versions: Where they are mapped to.
        base: What holds for all that is not said; None if everything is said.
        empty_lists: Whether a list that is absent is an empty one of ours.
        enumerations: By name.
        types: By name.
        actions: By name.
    """

    package: str
    name: str
    versions: Sequence[str]
    base: Base | None = None
    empty_lists: bool = False
    enumerations: Mapping[str, EnumEntry] = {}
    types: Mapping[str, TypeEntry] = {}
    actions: Mapping[str, ActionEntry] = {}


def load(folder: Path = DATA.folder) -> tuple[Mapped, ...]:
    """Reads all mapping files of a folder like `schemas/`."""
    return tuple(map(read, sorted(folder.glob(_FILES))))


def read(path: Path) -> Mapped:
    """Reads a mapping file.

    Raises:
        MappingError: It has an entry that is not understood.
        TableError: It is no TOML.
    """
    try:
        return Mapped.model_validate(tables.read(path))
    except ValidationError as error:
        found = error.errors()[0]
        place = ".".join(str(step) for step in found["loc"])
        raise MappingError(f"{path.name}: {place}: {found['msg']}") from None
