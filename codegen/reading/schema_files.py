"""The published schema files in a folder or archive, by version.

A publication is the set of schema files of one version. The files are named after
their messages, in one of these ways::

    XRequest.json       XResponse.json         2.0.1 and 2.1
    XRequest_v1p0.json  XResponse_v1p0.json    2.0
    X.json              XResponse.json         1.6
    X.json                                     2.1, a message that is not answered
    XReq.json           XConf.json             some others; also X.req.json and so on
    requests/X.json     responses/X.json       in folders, whatever is around these

The module finds the version of a set of files by the names of its messages, because the
files have the version in a comment (2.x), in an id (security extension of 1.6) or not
at all (1.6 as pinned), and the names of folders are arbitrary. `documents` reads the
contents of the files.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from ..errors import SourceError
from .archives import json_files
from .sources import Sources

__all__ = ["Publication", "choose", "find", "gathered", "message_names", "named"]

_FILE_NAME: Final = re.compile(
    r"(?P<action>[A-Z][A-Za-z0-9]*?)"
    r"(?:(?P<part>Request|Response|Req|Conf|Confirmation|Resp)"
    r"|[._-](?P<word>(?i:request|response|req|conf|confirmation|resp|res)))?"
    r"(?P<edition>_v\d+p\d+)?\.json"
)
_FOLDER: Final = re.compile(
    r"(?P<word>request|response|req|conf|confirmation|resp)s?", re.IGNORECASE
)


def _part(word: str) -> str:
    """Returns the part of a procedure that a file or a folder is named after."""
    if not word:
        return ""
    return "Request" if word.lower().startswith("req") else "Response"


@dataclass(frozen=True)
class Publication:
    """The schema files of one version.

    Attributes:
        version: Of OCPP, for example "2.0.1".
        origin: Where they were found, for a person.
        files: Content by file name.
        places: Where files were that have another name here, by this name.
    """

    version: str
    origin: str
    files: Mapping[str, bytes]
    places: Mapping[str, str] = field(default_factory=dict[str, str])

    def place(self, file: str) -> str:
        """Returns where a file is, for a person."""
        return self.places.get(file, file)


def message_names(files: Iterable[str]) -> dict[str, str]:
    """Returns the message of each file of a publication, by file name.

    A file that names neither request nor response is a request where such a message is
    answered, as in 1.6, and otherwise a message that stands alone. Files that are not
    named after a message are left out.
    """
    parts = {
        file: (match["action"], _part(match["part"] or match["word"] or ""))
        for file in files
        if (match := _FILE_NAME.fullmatch(file))
    }
    bare = {action for action, part in parts.values() if not part}
    answered = {action for action, part in parts.values() if part == "Response"}
    default = "Request" if bare & answered else ""
    return {file: action + (part or default) for file, (action, part) in parts.items()}


def named(
    path: PurePosixPath, alone: Collection[str] = ()
) -> tuple[PurePosixPath, str]:
    """Returns the folder of a publication that a file belongs to, and its name there.

    A folder of requests or of responses is part of the folder that has it. A file in it
    that is named after an action gets the name of the message.

    Args:
        path: Of the file.
        alone: Messages that are not answered, which have the name of their action.
    """
    *folders, file = path.parts
    match = _FILE_NAME.fullmatch(file)
    words = [_FOLDER.fullmatch(folder) for folder in folders]
    at, word = max(
        ((at, word["word"]) for at, word in enumerate(words) if word), default=(-1, "")
    )
    if not match or not word:
        return path.parent, file
    parent = PurePosixPath(*folders[:at], *folders[at + 1 :])
    action, edition = match["action"], match["edition"] or ""
    if match["part"] or match["word"] or action in alone:
        return parent, file
    return parent, f"{action}{_part(word)}{edition}.json"


def gathered(
    version: str,
    origin: str,
    files: Mapping[PurePosixPath, bytes],
    alone: Collection[str] = (),
) -> Publication:
    """Returns all files of a folder as one publication.

    Raises:
        SourceError: Two of them have the same name.
    """
    content: dict[str, bytes] = {}
    places: dict[str, str] = {}
    for path, data in files.items():
        _, name = named(path, alone)
        if content.get(name, data) != data:
            raise SourceError(f"{origin}: has several files {name}: {path} and others")
        content[name] = data
        if name != path.name:
            places[name] = str(path)
    return Publication(version, origin, content, places)


def find(source: Path, known: Sources) -> dict[str, Publication]:
    """Finds the publications in a folder or an archive, by version.

    A folder with schema files belongs to the version with the most similar messages.
    One version may have several folders, as 1.6 and its security extension do.

    Raises:
        SourceError: There are no files, or folders of a version contradict each other.
    """
    folders = _folders(source, known)
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

    If no files look like that version, all files are taken for it.

    Raises:
        SourceError: There are no schema files, or folders contradict each other.
    """
    found = find(source, known)
    return found.get(version) or _merged(version, source, _folders(source, known))


@dataclass(frozen=True)
class _File:
    """A file, with its content and its path."""

    content: bytes
    path: PurePosixPath


def _folders(source: Path, known: Sources) -> dict[PurePosixPath, dict[str, _File]]:
    alone = {
        message
        for version in known.versions.values()
        for message in message_names(version.files).values()
        if not message.endswith(("Request", "Response"))
    }
    folders: dict[PurePosixPath, dict[str, _File]] = {}
    for path, content in json_files(source).items():
        if not _FILE_NAME.fullmatch(path.name):
            continue
        parent, name = named(path, alone)
        folder = folders.setdefault(parent, {})
        if name in folder and folder[name].content != content:
            raise SourceError(
                f"{source}: {name} differs between {folder[name].path} and {path}"
            )
        folder[name] = _File(content, path)
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
    version: str, source: Path, folders: Mapping[PurePosixPath, Mapping[str, _File]]
) -> Publication:
    files: dict[str, _File] = {}
    origin: dict[str, PurePosixPath] = {}
    for folder, content in folders.items():
        for name in content.keys() & files.keys():
            if content[name].content != files[name].content:
                raise SourceError(
                    f"{source}: {name} differs between {origin[name]} and {folder}; "
                    f"choose one, for example {source / folder}"
                )
        files |= content
        origin |= dict.fromkeys(content, folder)
    where = source if len(folders) > 1 else source.joinpath(*folders)
    return Publication(
        version,
        str(where),
        {name: file.content for name, file in sorted(files.items())},
        {
            name: str(file.path)
            for name, file in files.items()
            if file.path.name != name
        },
    )
