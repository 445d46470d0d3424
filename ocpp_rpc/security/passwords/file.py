"""A file of password hashes, which people may read and edit.

Each line is a JSON object for one identity. Empty lines and lines that begin with ``#``
are ignored, and kept when the file is written::

    # Berlin
    {"identity": "CP001", "password": "$sha256$..."}
    {"identity": "CP002", "password": "$sha256$...", "pending": ["$sha256$..."]}

A change writes a new file with the permissions of the old one, and then moves it to the
path, so that a crash leaves the old file or the new one. The owner and the group stay
as well, as far as the process may set them, so that a change by root does not lock out
the user of the server. Each change writes the whole
file, which is fast enough for some thousand chargers; use a database for more.

Several processes may use one file. Each of them checks before each use whether the file
has changed. Processes that write take turns, by a lock on a file beside it (`.lock`),
except on Windows, which has no such locks. An editor ignores that lock: saving a file
may undo a change that was made since the editor read it.

If a file cannot be read when it is opened, an error is raised. If it becomes invalid
later, for example by a mistake in an editor, checks continue with the content that was
read last, because a server that accepts nobody would be worse. An error is logged, and
changes raise it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import stat
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from ocpp_rpc.errors import OcppRpcError
from ocpp_rpc.lines import one_line
from ocpp_rpc.protocol.identities import is_identity

from .hashes import PasswordHash
from .records import PasswordRecord

if sys.platform != "win32":  # pragma: no branch
    import fcntl


__all__ = ["FileStore", "PasswordFileError"]

logger = logging.getLogger("ocpp_rpc.security")


_Signature: TypeAlias = tuple[int, int, int] | None


class PasswordFileError(OcppRpcError, ValueError):
    """A password file cannot be read or written, or a line in it is invalid.

    Attributes:
        path: The path of the file.
        line: The number of the invalid line; None if the whole file is affected.
        detail: A description of the fault, without any part of a hash.
    """

    def __init__(self, path: str, detail: str, line: int | None = None) -> None:
        super().__init__(path, detail, line)
        self.path = path
        self.detail = detail
        self.line = line

    def __str__(self) -> str:
        place = "" if self.line is None else f", line {self.line}"
        return f"passwords in {self.path}{place}: {self.detail}"


class FileStore:
    """Stores hashes in a file; the docstring of this module describes the file.

    Args:
        path: The path of the file.
        create: Whether to create the file if it does not exist. Only its owner can read
            a file that is created.

    Raises:
        PasswordFileError: The file does not exist or cannot be read, or a line in it is
            invalid.
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = False) -> None:
        # A symbolic link stays; its target is replaced.
        self._path: Final = Path(os.path.realpath(path))
        self._lock: Final = threading.RLock()
        with self._translated():
            if create:
                _create(self._path)
            self._state: _Signature = _signature(self._path)
            self._content = _read(self._path)
        self._is_stale = False  # whether the file could not be read when it changed
        if self._content.access.mode & 0o007:
            logger.warning("%s can be read by every user of this machine", self._path)

    def __repr__(self) -> str:
        return f"<FileStore {str(self._path)!r} of {len(self.identities)} identities>"

    @property
    def identities(self) -> Sequence[str]:
        """The identities in the file when it was last read."""
        return list(self._content.records)

    async def get(self, identity: str, /) -> PasswordRecord | None:
        """Return the record of an identity; None if there is none.

        If the file can no longer be read, the content that was read last is used.
        """
        if _signature(self._path) != self._state:
            await asyncio.to_thread(self._refresh)
        return self._content.records.get(identity)

    async def replace(
        self, identity: str, old: PasswordRecord | None, new: PasswordRecord | None, /
    ) -> bool:
        """Replace the record of an identity, if it still equals `old`.

        Raises:
            PasswordFileError: The file cannot be read or written.
        """
        return await asyncio.to_thread(self._replace, identity, old, new)

    def _refresh(self) -> None:
        """Read the file again if it has changed; if that fails, keep the content."""
        with self._lock:
            state = _signature(self._path)
            if state == self._state:
                return
            try:
                with self._translated():
                    self._content = _read(self._path)
                self._is_stale = False
            except PasswordFileError as error:
                self._is_stale = True
                logger.error("%s; the content read before stays in use", error)  # noqa: TRY400
            # At the end, so that other threads see the file as changed until then, and
            # wait.
            self._state = state

    def _replace(
        self, identity: str, old: PasswordRecord | None, new: PasswordRecord | None
    ) -> bool:
        with self._lock, self._translated(), _locked(self._path):
            state = _signature(self._path)
            if state != self._state or self._is_stale:
                self._content, self._state = _read(self._path), state
                self._is_stale = False
            if self._content.records.get(identity) != old:
                return False
            content = self._content.with_record(identity, new)
            _write(self._path, content)
            self._content, self._state = content, _signature(self._path)
        return True

    @contextmanager
    def _translated(self) -> Generator[None]:
        try:
            yield
        except OSError as error:
            detail = error.strerror or type(error).__name__
            raise PasswordFileError(str(self._path), detail) from error


def _signature(path: Path) -> _Signature:
    """Return values that differ after any change of a file; None if `stat` fails."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


@dataclass(frozen=True, slots=True)
class _Access:
    """The owner, the group and the permissions of a file.

    Attributes:
        user: The number of its owner.
        group: The number of its group.
        mode: The permissions.
    """

    user: int
    group: int
    mode: int

    @classmethod
    def of(cls, found: os.stat_result) -> _Access:
        """Return the access from the result of `os.stat`."""
        return cls(found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode))

    def own(self, descriptor: int) -> None:
        """Give an open file this owner and group, as far as this process can."""
        if sys.platform != "win32":  # pragma: no branch
            # One by one: any process may choose a group that it is in. Beside EPERM,
            # there is EINVAL in a user namespace that does not map the number.
            for user, group in ((-1, self.group), (self.user, -1)):
                with suppress(OSError):
                    os.fchown(descriptor, user, group)

    def apply(self, descriptor: int) -> None:
        """Set the owner, then the permissions, because `own` may clear some of them."""
        self.own(descriptor)
        if sys.platform != "win32":  # pragma: no branch
            os.fchmod(descriptor, self.mode)


@dataclass(frozen=True, slots=True)
class _Content:
    """The content of a file.

    Attributes:
        lines: Its lines, by identity, or by number for lines without an identity.
        records: Its records, by identity.
        access: The owner, the group and the permissions of the file.
    """

    lines: Mapping[str | int, str] = field(repr=False)
    records: Mapping[str, PasswordRecord]
    access: _Access

    def with_record(self, identity: str, record: PasswordRecord | None) -> _Content:
        """Return the content with another record for an identity; None removes it."""
        lines, records = {**self.lines}, {**self.records}
        if record is None:
            lines.pop(identity, None)
            records.pop(identity, None)
        else:
            lines[identity] = _line(identity, record)
            records[identity] = record
        return _Content(lines, records, self.access)


def _create(path: Path) -> None:
    """Create a file that only its owner can read, unless the file exists."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    with (
        suppress(FileExistsError),
        os.fdopen(os.open(path, flags, 0o600), "wb") as file,
    ):
        file.write(_TITLE)


_TITLE: Final = b"# Hashes of the passwords of chargers: one charger a line.\n"


def _read(path: Path) -> _Content:
    """Read a file.

    Raises:
        OSError: It cannot be read.
        PasswordFileError: A line is invalid.
    """
    with path.open("rb") as file:
        access = _Access.of(os.fstat(file.fileno()))
        data = file.read()
    lines: dict[str | int, str] = {}
    records: dict[str, PasswordRecord] = {}
    # Some editors on Windows write a byte order mark.
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        try:
            text, about = _parsed(line, records)
        except ValueError as error:
            raise PasswordFileError(str(path), str(error), number) from None
        lines[number if about is None else about] = text
    return _Content(lines, records, access)


def _write(path: Path, content: _Content) -> None:
    """Replace a file by a new one.

    Raises:
        OSError: The new file cannot be written.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in content.lines.values())
            file.flush()
            # By its descriptor, because in a folder of another user, the name may
            # lead to another file by now, which root must not give away.
            content.access.apply(file.fileno())
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the name of a new file survive a crash, if the system supports that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _locked(path: Path) -> Generator[None]:
    """Keep other processes from writing a file."""
    # The lock is on a separate file, because the file itself is replaced. That file is
    # never removed: otherwise one process could hold a lock on the removed file, and
    # another one on a new file.
    lock, access = path.with_name(f"{path.name}.lock"), _Access.of(path.stat())
    try:
        descriptor = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    except FileExistsError:
        descriptor = os.open(lock, os.O_RDWR)
    else:  # a new file, not one that a user has put there for root to give away
        access.own(descriptor)
    try:
        if sys.platform != "win32":  # pragma: no branch
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


# --- A line ---------------------------------------------------------------------------


def _line(identity: str, record: PasswordRecord) -> str:
    values: dict[str, Any] = {"identity": identity}
    if record.current is not None:
        values["password"] = record.current
    if record.pending:
        values["pending"] = record.pending
    if record.until_reboot:
        values["until_reboot"] = True
    return json.dumps(values, ensure_ascii=False)


def _parsed(line: bytes, records: dict[str, PasswordRecord]) -> tuple[str, str | None]:
    """Add the record of a line; return the text of the line, and its identity.

    Raises:
        ValueError: The line is invalid. The message quotes no hash.
    """
    try:
        text = line.decode()
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    if not text.strip() or text.lstrip().startswith("#"):
        return text, None
    values = _object(text)
    if unknown := sorted(values.keys() - _CHECKS.keys()):
        raise ValueError(f"unknown member {one_line(unknown[0])!r}")
    for name, (matches, description) in _CHECKS.items():
        if name in values and not matches(values[name]):
            raise ValueError(f"{name} is not {description}")
    if "identity" not in values:
        raise ValueError("identity is missing")
    if (identity := values["identity"]) in records:
        raise ValueError(f"{one_line(identity)!r} already has a line")
    records[identity] = _record(values)
    return text, identity


def _object(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON: {error.msg} ({error.colno})") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if isinstance(values, dict):
        return cast("dict[str, Any]", values)
    raise ValueError("it is not a JSON object")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("a member occurs twice")
    return values


def _record(values: Mapping[str, Any]) -> PasswordRecord:
    record = PasswordRecord(
        current=values.get("password"),
        pending=values.get("pending", ()),
        until_reboot=values.get("until_reboot", False),
    )
    if not record.texts:
        raise ValueError("password is missing")
    if record.until_reboot and not record.pending:
        raise ValueError("until_reboot needs pending")
    for text in record.texts:
        PasswordHash.parse(text)
    return record


def _is_identity(value: object) -> bool:
    if not isinstance(value, str) or not is_identity(value):
        return False
    return value == value.encode(errors="replace").decode()  # unpaired surrogates


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, str) for each in cast("list[object]", value)
    )


def _is_true(value: object) -> bool:
    return value is True


_CHECKS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "identity": (_is_identity, "an identity"),
    "password": (_is_text, "the text of a hash"),
    "pending": (_is_texts, "a list of texts of hashes"),
    "until_reboot": (_is_true, "true"),
}
