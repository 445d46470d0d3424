"""JSON files in folders and archives, however they are wrapped.

The Open Charge Alliance publishes a zip that holds folders and further zips; the
packages that carry the schema files are wheels (which are zips) and gzipped tars. All
of them are read in memory, as one tree: an archive inside an archive, or inside a
folder, takes the place of a folder with its name. As nothing is unpacked, no entry of
an archive, whatever its name, can land anywhere on the disk.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final, TypeAlias

from ..errors import SourceError

__all__ = ["json_files"]

# An entry of a few bytes can stand for gigabytes; the whole edition of 2.1, with its
# documents, has some 60 MB. The schemas of a version are a hundredth of the limit.
_MOST: Final = 256 * 2**20
_DEEPEST: Final = 8

_Entry: TypeAlias = tuple[PurePosixPath, Callable[[int], bytes]]
_Stream: TypeAlias = Path | IO[bytes]

# What zipfile and tarfile raise for damaged, encrypted or exotically packed content.
_UNREADABLE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
)


def json_files(source: Path) -> dict[PurePosixPath, bytes]:
    """Reads every JSON file below a folder, zip, wheel or tar.

    Hidden files, and the shadow files that macOS puts into archives, are left out.

    Args:
        source: A folder or an archive; or a folder inside an archive, written as if
            the archive were a folder: `ocpp.whl/ocpp/v21/schemas`.

    Returns:
        Content by path below the source, in the order of the paths.

    Raises:
        SourceError: The source does not exist, is neither a folder nor an archive, or
            cannot be read.
    """
    outer, inner = _split(source)
    try:
        found = dict(_Reader(outer).json(_entries(outer)))
    except _UNREADABLE as error:
        raise SourceError(f"{outer}: cannot be read: {error}") from error
    if not inner.parts:
        return dict(sorted(found.items()))
    below = {
        path.relative_to(inner): content
        for path, content in sorted(found.items())
        if path.is_relative_to(inner)
    }
    if not below:
        raise SourceError(f"{outer}: has no JSON files in {inner}")
    return below


def _split(source: Path) -> tuple[Path, PurePosixPath]:
    """Splits a path into the part in the file system and the part in an archive."""
    # A folder counts only if it is the source itself. If a parent did, a misspelled
    # path would be looked for in everything that this parent has, read file by file.
    for outer in (source, *source.parents):
        if outer.is_file() or (outer == source and outer.is_dir()):
            return outer, PurePosixPath(source.relative_to(outer).as_posix())
    raise SourceError(f"{source}: no such file or folder")


def _entries(source: Path) -> Iterable[_Entry]:
    if source.is_dir():
        return _folder(source)
    if zipfile.is_zipfile(source):
        return _zip(source)
    if tarfile.is_tarfile(source):
        return _tar(source)
    raise SourceError(f"{source}: neither a folder nor a zip, wheel or tar archive")


class _Reader:
    """Reads entries, and zips in them, up to a limit for all together."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self._left = _MOST

    def json(
        self, entries: Iterable[_Entry], depth: int = 0
    ) -> Iterator[tuple[PurePosixPath, bytes]]:
        """Returns the JSON files.

        Raises:
            SourceError: They are larger, or nested more deeply, than any publication.
        """
        if depth > _DEEPEST:
            raise SourceError(f"{self._source}: nests more than {_DEEPEST} zips")
        for path, read in entries:
            if any(part.startswith((".", "__MACOSX")) for part in path.parts):
                continue
            if path.suffix == ".json":
                yield path, self._read(path, read)
            elif path.suffix == ".zip":
                stream = io.BytesIO(self._read(path, read))
                for inner, content in self.json(_zip(stream), depth + 1):
                    yield path / inner, content

    def _read(self, path: PurePosixPath, read: Callable[[int], bytes]) -> bytes:
        # One more than is left, and not the size that the archive claims.
        content = read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise SourceError(
                f"{self._source}: {path}: the JSON files and zips in it have more than "
                f"{_MOST // 2**20} MiB together, which no publication of schemas has"
            )
        return content


def _folder(folder: Path) -> Iterator[_Entry]:
    for path in folder.rglob("*"):
        if path.is_file():
            name = PurePosixPath(path.relative_to(folder).as_posix())
            yield name, partial(_start, path.open, "rb")


def _zip(stream: _Stream) -> Iterator[_Entry]:
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                read = partial(_start, archive.open, info)
                yield PurePosixPath(info.filename), read


def _start(opened: Callable[..., IO[bytes]], argument: Any, most: int) -> bytes:
    with opened(argument) as stream:
        return stream.read(most)


def _tar(stream: Path) -> Iterator[_Entry]:
    with tarfile.open(stream) as archive:
        for member in archive:
            if (content := archive.extractfile(member)) is not None:
                yield PurePosixPath(member.name), content.read
