"""The contents of `extension.toml`, checked without the version.

`loading` and `merging` check that the file fits the version that it extends. The file
has the facts that schemas cannot express, and the additions to types of the version::

    package = "acme16"
    extends = "1.6"

    [actions.AcmeSetDisplay]
    senders = ["CentralSystem"]

    [values]                        # added to enumerations
    Measurand = ["Acme.Humidity"]

    [fields.IdTagInfo]              # added to messages and datatypes, always optional
    acmeTariff = { type = "string", maxLength = 20 }

    [shapes]                        # names of anonymous shapes, as in names.toml
    "AcmeSetDisplayResponse.status" = "AcmeDisplayStatus"

    [exceptions]                    # to the rule of names, as in names.toml
    AcmeKWh = "acme_kwh"

    [[facts]]                       # what added fields mean, as in units.toml
    unit = "Wh"
    fields = ["AcmeReportRequest.reserve"]
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..errors import CodegenError
from ..reading import tables
from ..reading.naming import NamingError
from ..reading.specification import Line

__all__ = [
    "FILE",
    "Action",
    "ExtensionError",
    "Said",
    "Table",
    "at",
    "placed",
    "read",
]

FILE: Final = "extension.toml"


class ExtensionError(CodegenError):
    """An extension does not fit the version that it extends."""


_SOME: Final[Any] = Field(min_length=1)


class Action(BaseModel):
    """The facts about an added action; block and clause are for docstrings."""

    model_config = ConfigDict(extra="forbid", strict=True)

    senders: list[str]
    kind: Literal["CALL", "SEND"] = "CALL"
    block: Line = "Extension"
    clause: Line | None = None


class Said(BaseModel):
    """The facts about added fields, for docstrings: see `Fact`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    fields: Annotated[list[str], _SOME]
    unit: Line | None = None
    format: Line | None = None
    absent: Line | None = None
    clause: Line | None = None


class Table(BaseModel):
    """The contents of `extension.toml`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    package: str
    extends: str
    actions: dict[str, Action] = {}
    values: dict[str, Annotated[list[str], _SOME]] = {}
    fields: dict[str, Annotated[dict[str, dict[str, Any]], _SOME]] = {}
    shapes: dict[str, str] = {}
    exceptions: dict[str, str] = {}
    facts: list[Said] = []


def read(path: Path) -> Table:
    """Reads the file.

    Raises:
        TableError: The file is not TOML, or has invalid entries.
    """
    try:
        return Table.model_validate(tables.read(path))
    except ValidationError as error:
        raise tables.misread(FILE, error) from None


@contextmanager
def at(place: str) -> Generator[None]:
    """Adds the place to an error about a name."""
    try:
        yield
    except NamingError as error:
        raise placed(place, error) from None


def placed(place: str, error: NamingError) -> ExtensionError:
    """Returns an error about a name, with the place where it is."""
    return ExtensionError(f"{place}: {error}", remedy=error.remedy, kind=error.kind)
