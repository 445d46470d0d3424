"""The SQLite file of an outbox.

Each change is one transaction, which is on the disk before the method returns: the file
is in WAL mode and `synchronous` is FULL, because NORMAL, the usual choice for WAL, may
lose the last commits if the power fails. This costs one fsync per change.

The file is locked as long as it is open, so that no two programs send its messages. A
new file can be read only by its owner, and so can the files that SQLite keeps beside
it. An existing file keeps its permissions.
"""

from __future__ import annotations

import os
import re
import sqlite3
import threading
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final, NamedTuple, cast

from .outcomes import OutboxError

__all__ = ["OutboxFile"]


class OutboxFile:
    """The tables of an outbox, which may be used from any thread.

    Args:
        path: The path of the file, which is created if it does not exist; ":memory:"
            keeps the messages in memory only.

    Raises:
        OutboxError: The file is damaged, is not an outbox, was written by a newer
            release, is open elsewhere, or has an invalid value. It is left unchanged.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        # Reentrant, because a change also reads, for example to make room.
        self._lock = threading.RLock()
        _make_private(path)
        with self._translated():
            # No timeout, because a program that has the file open keeps it open.
            # No isolation level: otherwise the module starts transactions itself.
            self._db = sqlite3.connect(
                path, timeout=0, isolation_level=None, check_same_thread=False
            )
        try:
            self._open()
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Close the file; closing again does nothing."""
        with self._lock:
            self._db.close()

    @contextmanager
    def change(self) -> Generator[sqlite3.Connection]:
        """Run the block as one transaction, or undo its changes.

        Raises:
            OutboxError: The file could not be written.
        """
        with self._lock, self._translated():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                self._db.rollback()
                raise

    def read(self, query: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query.

        Raises:
            OutboxError: The file cannot be read.
        """
        with self._lock, self._translated():
            return self._db.execute(query, tuple(values)).fetchall()

    def _open(self) -> None:
        with self._translated():
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("PRAGMA synchronous = FULL")
            # Before WAL, which would change the file even if it is not an outbox.
            schema = self._schema()
            self._db.execute("PRAGMA journal_mode = WAL")
        if schema == 0:
            self._create()
        elif schema != _SCHEMA:
            raise OutboxError(
                self._path, f"schema {schema} was written by a newer release"
            )
        # Not `integrity_check`, which takes several times as long: it also compares the
        # indexes with their tables, and ours only say what is dropped first.
        problem = self.read("PRAGMA quick_check(1)")[0][0]
        if problem != "ok":
            raise OutboxError(self._path, f"{_DAMAGED}: {problem}")
        self._check()

    def _check(self) -> None:
        """Check that each value is one that an outbox writes.

        Raises:
            OutboxError: A value is not; it may have been changed by hand.
        """
        # By default, the module raises for text that is not UTF-8, without the row.
        self._db.text_factory = _text_of
        for table, columns in _VALUES.items():
            names = ", ".join(f'"{name}"' for name in columns)
            for row, *values in self.read(f"SELECT rowid, {names} FROM {table}"):
                for name, value in zip(columns, values, strict=True):
                    if not columns[name].matches(value):
                        where = f"{name} of row {row} in table {table}"
                        right = columns[name].description
                        raise OutboxError(self._path, f"{where} is not {right}")
        self._db.text_factory = str

    def _schema(self) -> int:
        """Return the version of the schema; 0 if the file is empty.

        Raises:
            OutboxError: The file belongs to another program.
        """
        tables = self._value("SELECT count(*) FROM sqlite_master")
        application = self._value("PRAGMA application_id")
        if application != (_APPLICATION if tables else 0):
            raise OutboxError(self._path, "it is the database of another program")
        return self._value("PRAGMA user_version")

    def _value(self, pragma: str) -> int:
        return cast(int, self._db.execute(pragma).fetchone()[0])

    def _create(self) -> None:
        with self.change() as db:
            for statement in _TABLES:
                db.execute(statement)

    @contextmanager
    def _translated(self) -> Generator[None]:
        try:
            yield
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "")
            detail = _PROBLEMS.get(name, str(error))
            raise OutboxError(self._path, detail) from error


_SCHEMA: Final = 1
_APPLICATION: Final = int.from_bytes(b"OCPP")

# `AUTOINCREMENT`, so that the number of a removed message is not used again. The id of
# a transaction is text, because the peer may send a number beyond 64 bits. A series
# consists of the intermediate messages of one transaction.
_TABLES: Final = (
    """CREATE TABLE message (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        version TEXT NOT NULL,
        action TEXT NOT NULL,
        payload TEXT NOT NULL,
        "transaction" TEXT,
        attempts INTEGER NOT NULL DEFAULT 0,
        series TEXT,
        drop_rank INTEGER
    )""",
    "CREATE INDEX message_drop_rank ON message (drop_rank, number)",
    "CREATE INDEX message_series ON message (series)",
    "CREATE TABLE series (name TEXT PRIMARY KEY, count INTEGER NOT NULL)",
    """CREATE TABLE local_transaction (
        name TEXT PRIMARY KEY,
        id TEXT,
        stopped INTEGER NOT NULL DEFAULT 0
    )""",
    f"PRAGMA application_id = {_APPLICATION}",
    f"PRAGMA user_version = {_SCHEMA}",
)

_DAMAGED: Final = "it is damaged"
_PROBLEMS: Final[Mapping[str, str]] = {
    "SQLITE_BUSY": "it is open elsewhere",
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": "it is damaged, or no outbox",
}


def _make_private(path: str) -> None:
    """Create a file that only its owner can read, unless it exists.

    SQLite gives the files beside it the same permissions. An existing file must not be
    opened here, because closing it would release all locks that this process holds on
    the file (POSIX, and "How To Corrupt An SQLite Database File", 2.2).
    """
    if path != ":memory:":
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
        with suppress(OSError):  # SQLite reports the error
            os.close(os.open(os.path.realpath(path), flags, 0o600))


# --- Valid values ---------------------------------------------------------------------


class _Value(NamedTuple):
    """A kind of value in the file, for checks."""

    description: str
    matches: Callable[[object], bool]


def _text_of(data: bytes) -> str | bytes:
    """Decode a text of the file; return the bytes if they are not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and 0 <= value < 2**32


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def _or_null(value: _Value) -> _Value:
    """Return the same kind, extended by NULL."""

    def matches(found: object) -> bool:
        return found is None or value.matches(found)

    return _Value(f"{value.description} or NULL", matches)


_ID: Final = re.compile("-?[0-9]{1,4300}")
_TEXT: Final = _Value("a text", _is_text)
_COUNT: Final = _Value("a whole number from 0", _is_count)
_NUMBER: Final = _Value("a number as a text", _is_id)

_VALUES: Final[Mapping[str, Mapping[str, _Value]]] = {
    "message": {
        "version": _TEXT,
        "action": _TEXT,
        "payload": _TEXT,
        "transaction": _or_null(_TEXT),
        "attempts": _COUNT,
        "series": _or_null(_TEXT),
        "drop_rank": _or_null(_COUNT),
    },
    "series": {"name": _TEXT, "count": _COUNT},
    "local_transaction": {
        "name": _TEXT,
        "id": _or_null(_NUMBER),
        "stopped": _COUNT,
    },
}
