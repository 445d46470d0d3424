"""Mapping files: the messages of a family, and their places in versions of OCPP.

`schemas/v1x.toml` explains the format. This module reads a file and checks it alone;
`matching` checks whether it fits the versions.
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
    """A mapping is invalid, or does not fit the versions that it maps to."""

    kind = FaultKind.MAPPINGS


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class EnumEntry(_Entry):
    """The entry of an enumeration; the file explains each key."""

    clause: str
    called: Mapping[str, str] = {}
    same: Sequence[str] = ()
    only: Mapping[str, Sequence[str]] = {}
    respelled: Mapping[str, ByVersion] = {}
    absent: str | None = None
    text: bool = False


class FieldEntry(_Entry):
    """The entry of a field."""

    at: WireNames | ByVersion
    grouping: str | None = None
    # Not strict, because the arrays of TOML are lists, not tuples.
    boolean: tuple[str, str] | None = Field(default=None, strict=False)
    default: str | None = None
    optional: bool = False


class Fields(_Entry):
    """The entries of the fields of a message or a datatype."""

    same: Sequence[str] = ()
    only: Mapping[str, Sequence[str]] = {}
    fields: Mapping[str, FieldEntry] = {}


class TypeEntry(Fields):
    """The entry of a datatype."""

    clause: str
    called: Mapping[str, str] = {}
    grouping: str | None = None
    parts: Sequence[str] | Mapping[str, Sequence[str]] = ()


class ActionEntry(_Entry):
    """The entry of an action."""

    clause: str
    request: Fields = Fields()
    response: Fields = Fields()


class Base(_Entry):
    """The base for everything without an entry; the file explains each key."""

    version: str
    types: str
    enumerations: str
    only: Mapping[str, Sequence[str]] = {}


class Mapped(_Entry):
    """A mapping file.

    Attributes:
        package: The last part of the import path of the family.
        name: The name of the family in texts, in place of a version.
        versions: The versions that it maps to.
        base: The base for everything without an entry; None if the mapping is complete.
        empty_lists: Whether an absent list becomes an empty one in the family.
        enumerations: The entries of enumerations, by name.
        types: The entries of datatypes, by name.
        actions: The entries of actions, by name.
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
        MappingError: The file has an invalid entry.
        TableError: The file is not TOML.
    """
    try:
        return Mapped.model_validate(tables.read(path))
    except ValidationError as error:
        found = error.errors()[0]
        place = ".".join(str(step) for step in found["loc"])
        raise MappingError(f"{path.name}: {place}: {found['msg']}") from None
