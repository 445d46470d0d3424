"""The sources of the published schema files: `schemas/sources.toml` as values.

A source pins an archive of a package registry, the folder in it, and every file in
that folder, each by its sha256. The hash of the archive verifies the download. The
hashes of the files verify files that are already in place, and files of an archive of
your own. The files are fetched into `schemas/oca/<name>/`, a folder that is never
committed.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from ..data import DATA
from ..errors import SourceError

__all__ = [
    "Archive",
    "Registry",
    "Source",
    "Sources",
    "load",
    "pins",
    "sha256",
]


class Registry(StrEnum):
    """A package registry, reached through its own client."""

    PYPI = "pypi"
    NPM = "npm"


@dataclass(frozen=True)
class Archive:
    """A package that carries schema files.

    Attributes:
        registry: Where the package is published.
        requirement: Name and version, as the client of the registry takes them.
        sha256: Of the wheel, or of the tarball.
    """

    registry: Registry
    requirement: str
    sha256: str


@dataclass(frozen=True)
class Source:
    """The pinned edition of a set of files.

    Attributes:
        name: The OCPP version; the name of the folder below `schemas/oca/`.
        archive: The package that has the files.
        folder: Where in the archive they are.
        drafts: The drafts of JSON Schema that they may be written in.
        files: sha256 by file name.
    """

    name: str
    archive: Archive
    folder: PurePosixPath
    drafts: frozenset[str]
    files: Mapping[str, str]


@dataclass(frozen=True)
class Sources:
    """All that `schemas/sources.toml` says.

    Attributes:
        versions: The source of each OCPP version that is fetched.
        documents: The file in `schemas/` of each OCPP version that is not.
        bundles: A second copy of some versions, from another project, to test against.
    """

    versions: Mapping[str, Source]
    documents: Mapping[str, str]
    bundles: Source

    def version(self, name: str) -> Source:
        """Returns the source of a version.

        Raises:
            SourceError: The version is unknown, or its files are not fetched.
        """
        if document := self.documents.get(name):
            raise SourceError(
                f"OCPP {name} is not fetched: its schema is our {document}"
            )
        if name not in self.versions:
            raise SourceError(
                f"unknown OCPP version {name!r}: there are {', '.join(self.versions)}; "
                f'sources.toml has no table [versions."{name}"]'
            )
        return self.versions[name]


def load(path: Path = DATA.sources) -> Sources:
    """Reads the sources.

    Raises:
        SourceError: The file cannot be read, or an entry is missing or invalid.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        archives = {
            name: Archive(
                Registry(entry["registry"]), entry["package"], entry["sha256"]
            )
            for name, entry in table["archives"].items()
        }
        return Sources(
            versions={
                name: _source(name, entry, archives)
                for name, entry in table["versions"].items()
            },
            documents=dict(table["documents"]),
            bundles=_source("bundles", table["bundles"], archives),
        )
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SourceError(f"{path}: {error}") from error
    except KeyError as error:
        raise SourceError(f"{path}: the key {error} is missing") from error


def _source(name: str, entry: Any, archives: Mapping[str, Archive]) -> Source:
    return Source(
        name=name,
        archive=archives[entry["archive"]],
        folder=PurePosixPath(entry["folder"]),
        drafts=frozenset(entry.get("drafts", ())),
        files=dict(entry["files"]),
    )


def sha256(content: bytes) -> str:
    """Returns the sha256 of some bytes, as the sources write it."""
    return hashlib.sha256(content).hexdigest()


def pins(files: Mapping[str, bytes]) -> str:
    """Returns the lines of a `files` table that pins some files."""
    return "\n".join(
        f'"{name}" = "{sha256(content)}"' for name, content in sorted(files.items())
    )
