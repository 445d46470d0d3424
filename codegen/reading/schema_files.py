"""Published schema files: which of those in a folder or archive are of which version.

A publication is the set of schema files of one version. The files are named after
their messages, in one of these ways::

    XRequest.json       XResponse.json         2.0.1 and 2.1
    XRequest_v1p0.json  XResponse_v1p0.json    2.0
    X.json              XResponse.json         1.6
    X.json                                     2.1, a message that is not answered

Which version a set of files belongs to is told from the names of its messages: the
files themselves say it in a comment (2.x), in an id (security extension of 1.6) or not
at all (1.6 as pinned), and folders are named by whoever packed them. What the files
say is read by `documents`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from ..errors import SourceError
from .archives import json_files
from .sources import Sources

__all__ = ["Publication", "choose", "find", "message_names"]

_FILE_NAME: Final = re.compile(
    r"(?P<action>[A-Z][A-Za-z0-9]*?)(?P<part>Request|Response)?(_v\d+p\d+)?\.json"
)


@dataclass(frozen=True)
class Publication:
    """The schema files of one version.

    Attributes:
        version: Of OCPP, for example "2.0.1".
        origin: Where they were found, for a person.
        files: Content by file name.
    """

    version: str
    origin: str
    files: Mapping[str, bytes]


def message_names(files: Iterable[str]) -> dict[str, str]:
    """Returns the message of each file of a publication, by file name.

    A file that names neither request nor response is a request where such a message is
    answered, as in 1.6, and otherwise a message that stands alone. Files that are not
    named after a message are left out.
    """
    parts = {
        file: (match["action"], match["part"] or "")
        for file in files
        if (match := _FILE_NAME.fullmatch(file))
    }
    bare = {action for action, part in parts.values() if not part}
    answered = {action for action, part in parts.values() if part == "Response"}
    default = "Request" if bare & answered else ""
    return {file: action + (part or default) for file, (action, part) in parts.items()}


def find(source: Path, known: Sources) -> dict[str, Publication]:
    """Finds the publications in a folder or an archive, by version.

    A folder with schema files belongs to the version that has the most alike messages;
    one version may be in several folders, as 1.6 and its security extension are.

    Raises:
        SourceError: There are none, or the folders of a version contradict each other.
    """
    folders = _folders(source)
    versions = {folder: _likeliest(files, known) for folder, files in folders.items()}
    return {
        version: _merged(
            version,
            source,
            {
                folder: folders[folder]
                for folder in folders
                if versions[folder] == version
            },
        )
        for version in known.versions
        if version in versions.values()
    }


def choose(source: Path, version: str, known: Sources) -> Publication:
    """Finds the publication of a version in a folder or an archive.

    If nothing there looks like that version, all that is there is taken for it.

    Raises:
        SourceError: There are no schema files, or folders contradict each other.
    """
    found = find(source, known)
    return found.get(version) or _merged(version, source, _folders(source))


def _folders(source: Path) -> dict[PurePosixPath, dict[str, bytes]]:
    folders: dict[PurePosixPath, dict[str, bytes]] = {}
    for path, content in json_files(source).items():
        if _FILE_NAME.fullmatch(path.name):
            folders.setdefault(path.parent, {})[path.name] = content
    if not folders:
        raise SourceError(f"{source}: has no schema files")
    return folders


def _likeliest(files: Iterable[str], known: Sources) -> str:
    messages = set(message_names(files).values())

    def likeness(version: str) -> float:
        those = set(message_names(known.versions[version].files).values())
        return len(messages & those) / len(messages | those)

    return max(known.versions, key=likeness)


def _merged(
    version: str, source: Path, folders: Mapping[PurePosixPath, Mapping[str, bytes]]
) -> Publication:
    files: dict[str, bytes] = {}
    origin: dict[str, PurePosixPath] = {}
    for folder, content in folders.items():
        for name in content.keys() & files.keys():
            if content[name] != files[name]:
                raise SourceError(
                    f"{source}: {name} differs between {origin[name]} and {folder}; "
                    f"choose one, for example {source / folder}"
                )
        files |= content
        origin |= dict.fromkeys(content, folder)
    where = source if len(folders) > 1 else source.joinpath(*folders)
    return Publication(version, str(where), dict(sorted(files.items())))
