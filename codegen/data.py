"""Where the generator finds its data, and where the published files are kept.

In the repository the data is `schemas/`. The installed generator, the package
`ocpp_codegen`, has a copy of it inside, and keeps what it fetches in the user's cache.
"""

from __future__ import annotations

import os
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .errors import SourceError

__all__ = [
    "COMMAND",
    "DATA",
    "OUTPUT",
    "PACKAGE",
    "RUNTIME",
    "SCHEMAS",
    "TEMPLATES",
    "Data",
    "cache",
    "start",
]

_HERE: Final = Path(__file__).parent
_INSIDE: Final = _HERE / "schemas"
_INSTALLED: Final = _INSIDE.is_dir()

COMMAND: Final = "ocpp-codegen" if _INSTALLED else "python -m codegen"
"""What the generator is called with, for texts."""

SCHEMAS: Final = _INSIDE if _INSTALLED else _HERE.parent / "schemas"
"""Our own data."""

RUNTIME: Final = _HERE / "runtime"
"""What is copied into a generated package."""

TEMPLATES: Final = _HERE / "templates"
"""What the rest of it is rendered from, by jinja2."""

PACKAGE: Final = "ocpp_messages"
"""The name of our package, which has what all versions share."""

OUTPUT: Final = Path() if _INSTALLED else _HERE.parent / "generated"
"""What holds the generated package, unless told otherwise."""


@dataclass(frozen=True)
class Data:
    """The data of an edition, in files of one folder.

    Attributes:
        folder: What has the files.
        originals: What has one folder of published files per version.
    """

    folder: Path
    originals: Path

    def command(self, name: str) -> str:
        """Returns a command of the generator for this data, for texts."""
        words = [f"{COMMAND} {name}"]
        if self.folder != SCHEMAS:
            words.append(f"--schemas {shlex.quote(str(self.folder))}")
        usual = DATA.originals if self.folder == SCHEMAS else self.folder / "oca"
        if self.originals != usual:
            words.append(f"--originals {shlex.quote(str(self.originals))}")
        return " ".join(words)

    @property
    def sources(self) -> Path:
        """Where the published files come from."""
        return self.folder / "sources.toml"

    @property
    def versions(self) -> Path:
        """Package, subprotocol and roles of each version."""
        return self.folder / "versions.toml"

    @property
    def procedures(self) -> Path:
        """Who may send each action."""
        return self.folder / "procedures.toml"

    @property
    def names(self) -> Path:
        """Names that the published files do not give."""
        return self.folder / "names.toml"

    @property
    def units(self) -> Path:
        """Units, formats and what absence means, of fields."""
        return self.folder / "units.toml"

    @property
    def clauses(self) -> Path:
        """Where the specification defines each type."""
        return self.folder / "clauses.toml"

    @property
    def errata(self) -> Path:
        """Faults of the published files."""
        return self.folder / "errata.toml"


def cache() -> Path:
    """Returns the user's folder for what can be fetched again."""
    root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(root) / "ocpp-codegen"


DATA: Final = Data(SCHEMAS, cache() if _INSTALLED else SCHEMAS / "oca")
"""Our own edition."""


def start(folder: Path) -> None:
    """Copies our data, as the start of an edition of someone else.

    Raises:
        SourceError: There is such a folder already, or it cannot be written.
    """
    try:
        shutil.copytree(SCHEMAS, folder, ignore=shutil.ignore_patterns("oca"))
    except FileExistsError:
        raise SourceError(f"{folder}: is there already") from None
    except OSError as error:
        raise SourceError(f"{folder}: cannot be written: {error}") from error
