"""The messages about transactions that a station has yet to deliver, in a file.

A station delivers what it has to say about transactions in the order in which it
happened, if need be much later, and after a restart (OCPP 1.6 §3.7; 2.x part 2, E04).
An `Outbox` is where these messages wait, online and offline; `ocpp_rpc.forward` sends
them over one connection after the other.

There is one queue for all transactions, not one for each: 1.6 §3.7 wants the messages
in chronological order, and E04.FR.01 to FR.03 new ones behind those that wait. So a
message that is tried again holds back all that come after it, whatever their
transaction.

The file is one of SQLite. Each change is one transaction, on the disk before the
method returns: the file is in WAL mode and `synchronous` is FULL, since NORMAL, the
usual choice for WAL, may lose the last commits when the power goes. That is one fsync
per change. The file is locked as long as it is open, so no two programs send what is
in it. Only its owner may read it, or what SQLite keeps beside it, unless the file was
made by somebody else: a file that exists keeps its permissions.

A message is kept as the text its version has on the wire, under its version and action.
So another release of this library, or a person, can read it. What a person may have
changed is checked when the file is opened.

When there is no room, intermediate messages make some (2.x part 2, 2.1.9 and
E04.FR.07: the 1st, 3rd, 5th of a transaction and so on first). They are numbered per
transaction from 1, as long as some wait. What goes first is what is divisible by 2
the fewest times, and of that the oldest: 1, 3, 5, 7, then 2, 6, 10, then 4, 12, and so
on (`drop_rank`). What remains is spread evenly at any time, and never more is dropped
than has to be.
"""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, NamedTuple, Self, TypeAlias, cast

from ocpp_messages import (
    Model,
    Request,
    VersionPackage,
    valid_type,
)
from ocpp_messages.serializer import dumps, loads, to_jsonable
from ocpp_rpc.errors import CannotSend, OcppRpcError

__all__ = [
    "UNKNOWN_TRANSACTION",
    "Delivered",
    "DiscardReason",
    "Discarded",
    "Dropped",
    "Outbox",
    "OutboxError",
    "OutboxFull",
    "Outcome",
    "QueuedMessage",
    "drop_rank",
]

logger = logging.getLogger("ocpp_rpc.outbox")

UNKNOWN_TRANSACTION: Final = -1
"""The id of a transaction whose StartTransaction was in vain (1.6 errata 3.18)."""


class OutboxError(OcppRpcError):
    """The file of an outbox cannot be used.

    Attributes:
        path: The file.
        detail: What is wrong with it.
    """

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail

    def __str__(self) -> str:
        return f"outbox {self.path}: {self.detail}"


class OutboxFull(OcppRpcError):
    """There is no room for a message, and nothing that may be dropped to make some.

    Attributes:
        limit: How many messages may wait.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        return f"{self.limit} messages about transactions are waiting already"


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """A message that waits in an outbox.

    Attributes:
        number: Its number: greater than those of all before it in this file.
        version: The version of OCPP it is of.
        action: Its action.
        payload: Its JSON text, with the names of the wire. In 1.x, the transaction id
            in it means nothing if `transaction` is there.
        transaction: What it is about: in 1.x, the name its `put` was told, or None; in
            2.x, the id of the transaction.
        attempts: How often the back office has failed to process it.
    """

    number: int
    version: str
    action: str
    payload: str
    transaction: str | None
    attempts: int

    def __str__(self) -> str:
        about = "" if self.transaction is None else f" of {self.transaction!r}"
        return f"message {self.number}, {self.action}{about}"


class DiscardReason(StrEnum):
    """Why a message was discarded.

    Attributes:
        FAILED: The back office failed to process it, as often as it may be tried.
        INVALID_RESPONSE: It was answered, but not with a valid response.
        OTHER_VERSION: The connection speaks another version of OCPP.
        UNREADABLE: It is no message that the connection has, or not a valid one; it
            was put by another release, or for an extension of the version.
    """

    FAILED = "failed"
    INVALID_RESPONSE = "invalid response"
    OTHER_VERSION = "other version"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message was delivered.

    Attributes:
        message: The message as it waited.
        request: The request that was sent.
        response: What the back office answered.
    """

    message: QueuedMessage
    request: Model
    response: Model


@dataclass(frozen=True, slots=True)
class Discarded:
    """A message was given up; the next one is sent.

    Attributes:
        message: The message.
        reason: Why.
        error: The last failure, if it was one.
    """

    message: QueuedMessage
    reason: DiscardReason
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A message had to make room.

    Attributes:
        message: The message.
    """

    message: QueuedMessage


Outcome: TypeAlias = Delivered | Discarded | Dropped
"""What became of a message."""


def _log_loss(outcome: Outcome) -> None:
    """Log what is lost, without what it says."""
    if isinstance(outcome, Dropped):
        logger.warning("dropped, for want of room: %s", outcome.message)
    elif isinstance(outcome, Discarded):
        why = outcome.error or outcome.reason
        logger.warning("discarded (%s): %s", why, outcome.message)


def drop_rank(nth: int) -> int:
    """Return when an intermediate message is dropped: those of the lowest rank first.

    Args:
        nth: Which one of its transaction it is, from 1.

    Returns:
        The greatest power of two by which that is divisible.
    """
    return nth & -nth


class Outbox:
    """A queue of messages about transactions, in a file.

    It may be used from any thread; a write is as long as the disk takes for an fsync.

    Args:
        path: The file, which is made if it does not exist; ":memory:" keeps nothing.
        limit: How many messages may wait.
        on_outcome: Called with what became of each message, once it is out of the file.
            Must not block; what it raises is logged. If None: what is lost is logged.

    Raises:
        OutboxError: The file is damaged, something else, of a newer release, or open
            elsewhere, or a value in it makes no sense. It is left as it is.
        ValueError: The limit is below 1.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        limit: int = 10_000,
        on_outcome: Callable[[Outcome], object] | None = None,
    ) -> None:
        if limit < 1:
            raise ValueError(f"{limit} messages are no room")
        self.path: Final = os.fspath(path)
        self.limit: Final = limit
        self._on_outcome = on_outcome or _log_loss
        # One that can be taken twice: a change also reads, as when room is made.
        self._lock = threading.RLock()
        self._wake: Callable[[], object] | None = None
        self._sending: int | None = None
        self._holds: dict[int, float] = {}
        _make_private(self.path)
        with self._translated():
            # No timeout: whoever has the file keeps it, so waiting for it is in vain.
            # No isolation level: otherwise the module begins transactions of its own.
            self._db = sqlite3.connect(
                self.path, timeout=0, isolation_level=None, check_same_thread=False
            )
        try:
            self._open()
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing again does nothing."""
        with self._lock:
            self._db.close()

    # --- What waits -------------------------------------------------------------------

    def __len__(self) -> int:
        ((count,),) = self._read("SELECT count(*) FROM message")
        return cast(int, count)

    def __iter__(self) -> Iterator[QueuedMessage]:
        """Iterate over what waits at this moment, in order."""
        return iter(self._messages("ORDER BY number"))

    def first(self) -> QueuedMessage | None:
        """Return what is to be sent next; None if nothing waits."""
        return next(iter(self._messages("ORDER BY number LIMIT 1")), None)

    def transactions(self) -> dict[str, int | None]:
        """Return the transactions of OCPP 1.x whose StopTransaction is not gone yet.

        Returns:
            Their ids by their names: None as long as StartTransaction waits, and
            `UNKNOWN_TRANSACTION` if that was in vain.
        """
        rows = self._read("SELECT name, id FROM local_transaction ORDER BY rowid")
        return {name: None if text is None else int(text) for name, text in rows}

    # --- Putting ----------------------------------------------------------------------

    def put(
        self,
        request: Request[Any],
        *,
        transaction: str | None = None,
        offline: bool | None = None,
    ) -> QueuedMessage:
        """Have a message delivered after all that were put before.

        Messages about transactions are StartTransaction, MeterValues and
        StopTransaction in 1.x, TransactionEvent in 2.x; others go by way of
        `Connection.call`.

        Args:
            request: The message.
            transaction: In 1.x, the station's own name for the transaction. A
                StartTransaction needs a new one. What else has one is sent with the id
                that came in response to that StartTransaction, whatever id it has now.
            offline: In 2.x, whether it happened without a connection, unless the
                message says so itself. If None: whether there is one now over which
                the outbox is forwarded.

        Returns:
            The message as it waits.

        Raises:
            CannotSend: It is no such message, or not valid; or there is no transaction
                of that name, or already.
            OutboxFull: There is no room.
            OutboxError: It could not be written.
        """
        draft = _draft(cast(Model, request), transaction, self._is_offline(offline))
        with self._change() as db:
            _note_transaction(db, draft)
            number = _insert(db, draft)
            # After the new message is in, since it may be the one to go. If there is no
            # room, the change is undone, so nothing is dropped or counted in vain.
            dropped = self._make_room(db)
        message = QueuedMessage(
            number, draft.version, draft.action, draft.payload, draft.transaction, 0
        )
        # Only now: nothing is told that a crash could undo, and `on_outcome` may put.
        for lost in dropped:
            self._tell(Dropped(lost))
        if (wake := self._wake) is not None:
            wake()
        return message

    def _is_offline(self, offline: bool | None) -> bool:
        return self._wake is None if offline is None else offline

    def _make_room(self, db: sqlite3.Connection) -> list[QueuedMessage]:
        """Drop intermediate messages, other than the one that is being sent.

        Raises:
            OutboxFull: There are not enough.
        """
        # More than one may have to go: the limit may have been higher before a restart.
        excess = len(self) - self.limit
        if excess <= 0:
            return []
        # The one that is being sent gets an outcome of its own. `IS NOT` rather than
        # `<>`, which is never true of NULL, that is, while none is being sent.
        dropped = self._messages(
            "WHERE drop_rank IS NOT NULL AND number IS NOT ?"
            " ORDER BY drop_rank, number LIMIT ?",
            (self._sending, excess),
        )
        if len(dropped) < excess:
            raise OutboxFull(self.limit)
        for message in dropped:
            self._remove(db, message)
        return dropped

    # --- What `forward` uses ----------------------------------------------------------

    @contextmanager
    def forwarding(self, wake: Callable[[], object]) -> Generator[None]:
        """Be online, and have a function called, in any thread, after each `put`.

        Raises:
            OutboxError: The outbox is being forwarded already.
        """
        if self._wake is not None:
            raise OutboxError(self.path, "it is forwarded over another connection")
        self._wake = wake
        try:
            yield
        finally:
            self._wake = None

    @contextmanager
    def sending(self, message: QueuedMessage) -> Generator[None]:
        """Keep a message from being dropped for the time it is under way."""
        self._sending = message.number
        try:
            yield
        finally:
            self._sending = None

    def delivered(
        self, message: QueuedMessage, request: Model, response: Model
    ) -> None:
        """Take a message out, and tell of it; of a StartTransaction, note the id."""
        self._take_out(message, getattr(response, "transaction_id", None))
        self._tell(Delivered(message, request, response))

    def discard(
        self,
        message: QueuedMessage,
        reason: DiscardReason,
        error: Exception | None = None,
    ) -> None:
        """Take a message out that is not delivered, and tell of it."""
        self._take_out(message, UNKNOWN_TRANSACTION)
        self._tell(Discarded(message, reason, error))

    def failed(self, message: QueuedMessage) -> QueuedMessage:
        """Count one more failure to process a message, and return it so."""
        attempts = message.attempts + 1
        with self._change() as db:
            update = "UPDATE message SET attempts = ? WHERE number = ?"
            db.execute(update, (attempts, message.number))
        return replace(message, attempts=attempts)

    def hold(self, message: QueuedMessage, until: float) -> None:
        """Note before which time a message is not sent again; a restart forgets it."""
        # Not in the file: the time of an event loop means nothing to the next process.
        self._holds = {message.number: until}

    def held_until(self, message: QueuedMessage) -> float | None:
        """Return before which time a message is not sent again; None: it may be."""
        return self._holds.get(message.number)

    def _take_out(self, message: QueuedMessage, transaction_id: int | None) -> None:
        # In one change: a station that dies between two would send the messages of the
        # transaction without its id, or never forget the transaction.
        with self._change() as db:
            self._remove(db, message)
            if message.action == "StartTransaction":
                update = "UPDATE local_transaction SET id = ? WHERE name = ?"
                db.execute(update, (str(transaction_id), message.transaction))
            elif message.action == "StopTransaction":
                delete = "DELETE FROM local_transaction WHERE name = ?"
                db.execute(delete, (message.transaction,))

    def _remove(self, db: sqlite3.Connection, message: QueuedMessage) -> None:
        db.execute("DELETE FROM message WHERE number = ?", (message.number,))
        # Once none of a series waits, counting begins anew: what E04.FR.07 thins out is
        # what waits, and the file does not grow with each transaction there ever was.
        db.execute(
            "DELETE FROM series WHERE NOT EXISTS"
            " (SELECT 1 FROM message WHERE message.series = series.name)"
        )

    def _tell(self, outcome: Outcome) -> None:
        try:
            self._on_outcome(outcome)
        except Exception:
            logger.exception("on_outcome failed")

    # --- The file ---------------------------------------------------------------------

    def _open(self) -> None:
        with self._translated():
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("PRAGMA synchronous = FULL")
            # Before WAL, which is noted in the file: another program's stays as it is.
            schema = self._schema()
            self._db.execute("PRAGMA journal_mode = WAL")
        if schema == 0:
            self._create()
        elif schema != _SCHEMA:
            raise OutboxError(self.path, f"schema {schema} is of a newer release")
        # Not `integrity_check`, which takes several times as long: it also compares the
        # indexes with their tables, and ours only say what is dropped first.
        problem = self._read("PRAGMA quick_check(1)")[0][0]
        if problem != "ok":
            raise OutboxError(self.path, f"{_DAMAGED}: {problem}")
        self._check()

    def _check(self) -> None:
        """Look whether each value is one that was written here.

        Raises:
            OutboxError: One is not; it may have been changed by hand.
        """
        # By itself, the module fails on text that is not UTF-8, and names no row.
        self._db.text_factory = _text_of
        for table, columns in _VALUES.items():
            names = ", ".join(f'"{name}"' for name in columns)
            for row, *values in self._read(f"SELECT rowid, {names} FROM {table}"):
                for name, value in zip(columns, values, strict=True):
                    if not columns[name].matches(value):
                        where = f"{name} of row {row} in table {table}"
                        right = columns[name].description
                        raise OutboxError(self.path, f"{where} is not {right}")
        self._db.text_factory = str

    def _schema(self) -> int:
        """Return the version of what is in the file; 0 if it is empty.

        Raises:
            OutboxError: It is the file of another program.
        """
        tables = self._value("SELECT count(*) FROM sqlite_master")
        application = self._value("PRAGMA application_id")
        if application != (_APPLICATION if tables else 0):
            raise OutboxError(self.path, "it is the database of another program")
        return self._value("PRAGMA user_version")

    def _value(self, pragma: str) -> int:
        return cast(int, self._db.execute(pragma).fetchone()[0])

    def _create(self) -> None:
        with self._change() as db:
            for statement in _TABLES:
                db.execute(statement)

    @contextmanager
    def _change(self) -> Generator[sqlite3.Connection]:
        """Make one transaction of what is done in the block, or undo it."""
        with self._lock, self._translated():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                self._db.rollback()
                raise

    def _read(self, query: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        with self._lock, self._translated():
            return self._db.execute(query, tuple(values)).fetchall()

    def _messages(self, rest: str, values: Iterable[Any] = ()) -> list[QueuedMessage]:
        query = f"SELECT {_COLUMNS} FROM message {rest}"
        return [QueuedMessage(*row) for row in self._read(query, values)]

    @contextmanager
    def _translated(self) -> Generator[None]:
        try:
            yield
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "")
            detail = _PROBLEMS.get(name, str(error))
            raise OutboxError(self.path, detail) from error


_SCHEMA: Final = 1
_APPLICATION: Final = int.from_bytes(b"OCPP")
_COLUMNS: Final = 'number, version, action, payload, "transaction", attempts'

# `AUTOINCREMENT`: the number of a message that is gone is not used again. The id of a
# transaction is text, since the peer may say a number beyond 64 bits. A series is what
# the intermediate messages of one transaction are.
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
    """Make a file that only its owner can read, unless it exists.

    SQLite gives the files beside it the same permissions. An existing file must not be
    opened here: to close it again would lift the locks of all that this process has
    open (POSIX, and "How To Corrupt An SQLite Database File", 2.2).
    """
    if path != ":memory:":
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
        with suppress(OSError):  # SQLite tells what is wrong
            os.close(os.open(os.path.realpath(path), flags, 0o600))


# --- What a value may be --------------------------------------------------------------


class _Value(NamedTuple):
    """What a value in the file may be."""

    description: str
    matches: Callable[[object], bool]


def _text_of(data: bytes) -> str | bytes:
    """Return a text as it is in the file; as bytes if it is not UTF-8."""
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
    """Return the same, for a column that may also be NULL."""

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


# --- What is put ----------------------------------------------------------------------

_ACTIONS_1X: Final = frozenset({"StartTransaction", "MeterValues", "StopTransaction"})
_ACTIONS_2X: Final = frozenset({"TransactionEvent"})
_ACTIONS: Final[Mapping[str, frozenset[str]]] = {
    "1.5": _ACTIONS_1X,
    "1.6": _ACTIONS_1X,
    "2.0": _ACTIONS_2X,
    "2.0.1": _ACTIONS_2X,
    "2.1": _ACTIONS_2X,
}


@dataclass(frozen=True, slots=True)
class _Draft:
    """A message that is about to be put.

    Attributes:
        series: Of an intermediate message: what else is of its kind; None for others.
    """

    version: str
    action: str
    payload: str
    transaction: str | None
    series: str | None


def _draft(request: Model, transaction: str | None, offline: bool) -> _Draft:
    """Return what is written of a request.

    Raises:
        CannotSend: It is not a message about a transaction, or not valid.
    """
    version, action = _identify(request)
    if action in _ACTIONS_2X:
        return _draft_2x(version, request, transaction, offline)
    if action == "StartTransaction" and transaction is None:
        raise CannotSend("a StartTransaction needs a name: put(..., transaction=...)")
    series = transaction
    if action != "MeterValues":
        series = None
    elif transaction is None:
        series = str(to_jsonable(request).get("transactionId", ""))
    return _Draft(version, action, _text(request), transaction, series)


def _draft_2x(
    version: str, request: Any, transaction: str | None, offline: bool
) -> _Draft:
    if transaction is not None:
        raise CannotSend("a TransactionEvent has the id of its transaction itself")
    if offline and request.offline is None:
        request = request.model_copy(update={"offline": True})
    if version == "2.0":
        transaction = request.transaction_data.id
    else:
        transaction = request.transaction_info.transaction_id
    series = transaction if request.event_type == "Updated" else None
    return _Draft(version, "TransactionEvent", _text(request), transaction, series)


def _identify(request: Model) -> tuple[str, str]:
    """Return the version and the action of a request."""
    cls = valid_type(request)
    package = _package_of(cls)
    if package is None:
        text = f"{cls.__module__}.{cls.__name__} is of no version of OCPP"
        raise CannotSend(f"{text}: express it in one first")
    procedure = package.PROCEDURES_BY_REQUEST.get(cls)
    if procedure is None or procedure.action not in _ACTIONS[package.VERSION]:
        raise CannotSend(f"{cls.__name__} does not wait in an outbox: call it")
    return package.VERSION, procedure.action


def _package_of(cls: type[Model]) -> VersionPackage | None:
    package: Any = sys.modules.get(cls.__module__.rpartition(".")[0])
    known = getattr(package, "VERSION", None) in _ACTIONS
    return cast(VersionPackage, package) if known else None


def _text(request: Model) -> str:
    """Return the text of a request, which can be read again."""
    # `model_construct` and `model_copy` do not validate. Found out here, a fault can be
    # mended; found out when the message is sent, it could only be discarded.
    try:
        text = dumps(request)
        loads(valid_type(request), text)
    except ValueError as error:
        raise CannotSend(f"{valid_type(request).__name__}: {error}") from error
    return text


def _note_transaction(db: sqlite3.Connection, draft: _Draft) -> None:
    """Note what a message of OCPP 1.x says of a transaction that has a name.

    Raises:
        CannotSend: There is none of that name; or already, if it starts.
    """
    name = draft.transaction
    if name is None or draft.action in _ACTIONS_2X:
        return
    query = "SELECT stopped FROM local_transaction WHERE name = ?"
    found = db.execute(query, (name,)).fetchone()
    if draft.action == "StartTransaction":
        if found is not None:
            raise CannotSend(f"there is a transaction {name!r} already")
        db.execute("INSERT INTO local_transaction (name) VALUES (?)", (name,))
    elif found is None:
        raise CannotSend(f"there is no transaction {name!r}")
    elif found[0]:
        raise CannotSend(f"the transaction {name!r} has ended")
    elif draft.action == "StopTransaction":
        update = "UPDATE local_transaction SET stopped = 1 WHERE name = ?"
        db.execute(update, (name,))


def _insert(db: sqlite3.Connection, draft: _Draft) -> int:
    """Write a message at the end of the queue, and return its number."""
    rank = None if draft.series is None else drop_rank(_count(db, draft.series))
    cursor = db.execute(
        'INSERT INTO message (version, action, payload, "transaction", series,'
        " drop_rank) VALUES (?, ?, ?, ?, ?, ?)",
        (
            draft.version,
            draft.action,
            draft.payload,
            draft.transaction,
            draft.series,
            rank,
        ),
    )
    return cast(int, cursor.lastrowid)


def _count(db: sqlite3.Connection, series: str) -> int:
    """Count one more intermediate message, and return which one it is."""
    add = "INSERT INTO series VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1"
    db.execute(add, (series,))
    found = db.execute("SELECT count FROM series WHERE name = ?", (series,))
    return cast(int, found.fetchone()[0])
