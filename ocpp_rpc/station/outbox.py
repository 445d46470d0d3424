"""The queue of messages about transactions that a station has to deliver, in a file.

A station delivers messages about transactions in the order of their events, if
necessary much later and after a restart (OCPP 1.6 §3.7; 2.x part 2, E04). They wait in
an `Outbox`, online and offline; `ocpp_rpc.station.forward` sends them over one
connection after the other.

There is one queue for all transactions, not one for each, because 1.6 §3.7 requires the
messages in chronological order, and E04.FR.01 to FR.03 require new ones behind those
that wait. Therefore a message that is retried delays all messages after it, whatever
their transaction.

A message is stored as the JSON text of its version, with its version and action, so
that another release of this library, or a person, can read it. Because a person may
have changed the file, its values are checked when it is opened.

If the outbox is full, intermediate messages are dropped (2.x part 2, 2.1.9 and
E04.FR.07: first the 1st, 3rd, 5th of a transaction and so on). Those of a transaction
are numbered from 1, as long as some wait. Messages whose number is divisible by 2 the
fewest times are dropped first, and the oldest of these before the others: 1, 3, 5, 7,
then 2, 6, 10, then 4, 12, and so on (`drop_rank`). At any time, the remaining messages
are spread evenly, and no more are dropped than necessary.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final, Self, cast

from ocpp_messages import Model, Request, StationSide
from ocpp_rpc.errors import CannotSend
from ocpp_rpc.lines import about

from .drafts import ACTIONS_2X, Draft, draft
from .outbox_file import OutboxFile
from .outcomes import (
    UNKNOWN_TRANSACTION,
    Delivered,
    Discarded,
    DiscardReason,
    Dropped,
    OutboxError,
    OutboxFull,
    Outcome,
    QueuedMessage,
)

__all__ = ["Outbox", "drop_rank"]

logger = logging.getLogger("ocpp_rpc.outbox")


def _log_loss(outcome: Outcome, station: Mapping[str, str]) -> None:
    """Log the loss of a message, without its content."""
    message = outcome.message
    if isinstance(outcome, Dropped):
        logger.warning("dropped, as the outbox is full: %s", message, extra=station)
    elif isinstance(outcome, Discarded):
        why = outcome.error or outcome.reason
        logger.warning("discarded (%s): %s", why, message, extra=station)


def drop_rank(nth: int) -> int:
    """Return the rank of an intermediate message; the lowest rank is dropped first.

    Args:
        nth: The number of the message in its transaction, from 1.

    Returns:
        The greatest power of two by which the number is divisible.
    """
    return nth & -nth


class Outbox:
    """A queue of messages about transactions, in a file.

    It may be used from any thread. A write blocks for the duration of one fsync.

    Args:
        path: The path of the file, which is created if it does not exist; ":memory:"
            keeps the messages in memory only.
        limit: The number of messages that may wait, at least 1; default: 10,000.
        on_outcome: Called with the outcome of each message, after the message has left
            the file. It must not block; its exceptions are logged. None (default): lost
            messages are logged.

    Raises:
        OutboxError: The file is damaged, is not an outbox, was written by a newer
            release, is open elsewhere, or has an invalid value. It is left unchanged.
        ValueError: `limit` is below 1.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        limit: int = 10_000,
        on_outcome: Callable[[Outcome], object] | None = None,
    ) -> None:
        if limit < 1:
            raise ValueError("limit has to be at least 1")
        self.path: Final = os.fspath(path)
        self.limit: Final = limit
        self._on_outcome = on_outcome
        self._station: Mapping[str, str] = {}  # the station, set by `forwarding`
        self._wake: Callable[[], object] | None = None
        self._sending: int | None = None
        self._holds: dict[int, float] = {}
        self._file = OutboxFile(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing again does nothing."""
        self._file.close()

    # --- Waiting messages -------------------------------------------------------------

    def __len__(self) -> int:
        ((count,),) = self._file.read("SELECT count(*) FROM message")
        return cast(int, count)

    def __iter__(self) -> Iterator[QueuedMessage]:
        """Iterate over a snapshot of the waiting messages, in order."""
        return iter(self._messages("ORDER BY number"))

    def first(self) -> QueuedMessage | None:
        """Return the next message to send; None if no message waits."""
        return next(iter(self._messages("ORDER BY number LIMIT 1")), None)

    def transactions(self) -> dict[str, int | None]:
        """Return the transactions of OCPP 1.x whose StopTransaction is still to come.

        A transaction is included until its StopTransaction has left the outbox.

        Returns:
            The transaction ids by the station's names: None as long as the
                StartTransaction waits, and `UNKNOWN_TRANSACTION` if the
                StartTransaction was not delivered.
        """
        rows = self._file.read("SELECT name, id FROM local_transaction ORDER BY rowid")
        return {name: None if text is None else int(text) for name, text in rows}

    # --- Putting ----------------------------------------------------------------------

    def put(
        self,
        request: Request[Any, StationSide],
        *,
        transaction: str | None = None,
        offline: bool | None = None,
    ) -> QueuedMessage:
        """Queue a message behind all messages that were put before.

        Messages about transactions are StartTransaction, MeterValues and
        StopTransaction in 1.x, and TransactionEvent in 2.x. A SecurityEventNotification
        may be queued, too. Send other messages with `Connection.call`.

        Args:
            request: The message.
            transaction: In 1.x, the station's own name for the transaction; default:
                None. A StartTransaction needs a new name. Other messages with a name
                are sent with the id in the response to that StartTransaction, in place
                of the id in the message.
            offline: In 2.x, whether the event happened without a connection, unless the
                message contains this itself. None (default): whether the outbox is
                being forwarded over a connection now decides.

        Returns:
            The queued message.

        Raises:
            CannotSend: An outbox does not accept the message, or it is not valid; or
                the transaction is unknown or has ended; or, for a StartTransaction, its
                name is in use.
            OutboxFull: The outbox is full, and no message may be dropped.
            OutboxError: The message could not be written.
        """
        written = draft(cast(Model, request), transaction, self._is_offline(offline))
        with self._file.change() as db:
            _note_transaction(db, written)
            number = _insert(db, written)
            # After the insertion, because the new message may be the one to drop. If
            # there is no room, the whole change is undone.
            dropped = self._make_room(db)
        message = QueuedMessage(
            number,
            written.version,
            written.action,
            written.payload,
            written.transaction,
            0,
        )
        # Reported after the commit, because a crash could undo the change before, and
        # because `on_outcome` may call `put`.
        for lost in dropped:
            self._tell(Dropped(lost))
        if (wake := self._wake) is not None:
            wake()
        return message

    def _is_offline(self, offline: bool | None) -> bool:
        return self._wake is None if offline is None else offline

    def _make_room(self, db: sqlite3.Connection) -> list[QueuedMessage]:
        """Drop intermediate messages, except for the one that is being sent.

        Raises:
            OutboxFull: There are not enough messages to drop.
        """
        # May be more than one, because the limit may have been higher before a restart.
        excess = len(self) - self.limit
        if excess <= 0:
            return []
        # The message that is being sent gets its own outcome. `IS NOT` rather than
        # `<>`, which is never true for NULL, that is, while no message is being sent.
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

    # --- For `forward` ----------------------------------------------------------------

    @contextmanager
    def forwarding(
        self, wake: Callable[[], object], identity: str, version: str
    ) -> Generator[None]:
        """Mark the outbox as online, and call a function after each `put`.

        Args:
            wake: The function, which is called in any thread.
            identity: The identity of the station, for log records from now on.
            version: The version of OCPP, for log records within the block.

        Raises:
            OutboxError: The outbox is being forwarded already.
        """
        if self._wake is not None:
            raise OutboxError(self.path, "another connection is forwarding it already")
        self._wake, self._station = wake, about(identity, version)
        try:
            yield
        finally:
            self._wake, self._station = None, about(identity)

    @contextmanager
    def sending(self, message: QueuedMessage) -> Generator[None]:
        """Keep a message from being dropped while it is being sent."""
        self._sending = message.number
        try:
            yield
        finally:
            self._sending = None

    def delivered(
        self, message: QueuedMessage, request: Model, response: Model
    ) -> None:
        """Remove a delivered message and report it; store a new transaction id."""
        self._take_out(message, getattr(response, "transaction_id", None))
        self._tell(Delivered(message, request, response))

    def discard(
        self,
        message: QueuedMessage,
        reason: DiscardReason,
        error: Exception | None = None,
    ) -> None:
        """Remove a message that could not be delivered, and report it."""
        self._take_out(message, UNKNOWN_TRANSACTION)
        self._tell(Discarded(message, reason, error))

    def failed(self, message: QueuedMessage) -> QueuedMessage:
        """Count one more failure to process a message, and return the new message."""
        attempts = message.attempts + 1
        with self._file.change() as db:
            update = "UPDATE message SET attempts = ? WHERE number = ?"
            db.execute(update, (attempts, message.number))
        return replace(message, attempts=attempts)

    def hold(self, message: QueuedMessage, until: float) -> None:
        """Do not send a message before a time; a restart forgets this time."""
        # Not in the file, because the next process has another clock.
        self._holds = {message.number: until}

    def held_until(self, message: QueuedMessage) -> float | None:
        """Return the time before which not to send a message; None: send it now."""
        return self._holds.get(message.number)

    def _take_out(self, message: QueuedMessage, transaction_id: int | None) -> None:
        # In one change: if the station died between two, it would send the messages of
        # the transaction without its id, or never forget the transaction.
        with self._file.change() as db:
            self._remove(db, message)
            if message.action == "StartTransaction":
                update = "UPDATE local_transaction SET id = ? WHERE name = ?"
                db.execute(update, (str(transaction_id), message.transaction))
            elif message.action == "StopTransaction":
                delete = "DELETE FROM local_transaction WHERE name = ?"
                db.execute(delete, (message.transaction,))

    def _remove(self, db: sqlite3.Connection, message: QueuedMessage) -> None:
        db.execute("DELETE FROM message WHERE number = ?", (message.number,))
        # When no message of a series waits, counting restarts: E04.FR.07 is about
        # waiting messages, and the file must not grow with each transaction.
        db.execute(
            "DELETE FROM series WHERE NOT EXISTS"
            " (SELECT 1 FROM message WHERE message.series = series.name)"
        )

    def _tell(self, outcome: Outcome) -> None:
        if self._on_outcome is None:
            _log_loss(outcome, self._station)
            return
        try:
            self._on_outcome(outcome)
        except Exception:
            logger.exception("on_outcome failed", extra=self._station)

    def _messages(self, rest: str, values: Iterable[Any] = ()) -> list[QueuedMessage]:
        query = f"SELECT {_COLUMNS} FROM message {rest}"
        return [QueuedMessage(*row) for row in self._file.read(query, values)]


_COLUMNS: Final = 'number, version, action, payload, "transaction", attempts'


def _note_transaction(db: sqlite3.Connection, written: Draft) -> None:
    """Record the start or the stop of a named transaction of OCPP 1.x.

    Raises:
        CannotSend: The name is unknown, the transaction has ended, or, for a start, the
            name is in use.
    """
    name = written.transaction
    if name is None or written.action in ACTIONS_2X:
        return
    query = "SELECT stopped FROM local_transaction WHERE name = ?"
    found = db.execute(query, (name,)).fetchone()
    if written.action == "StartTransaction":
        if found is not None:
            raise CannotSend(f"there is already a transaction {name!r}")
        db.execute("INSERT INTO local_transaction (name) VALUES (?)", (name,))
    elif found is None:
        raise CannotSend(f"there is no transaction {name!r}")
    elif found[0]:
        raise CannotSend(f"the transaction {name!r} has ended")
    elif written.action == "StopTransaction":
        update = "UPDATE local_transaction SET stopped = 1 WHERE name = ?"
        db.execute(update, (name,))


def _insert(db: sqlite3.Connection, written: Draft) -> int:
    """Append a message to the queue, and return its number."""
    rank = None if written.series is None else drop_rank(_count(db, written.series))
    cursor = db.execute(
        'INSERT INTO message (version, action, payload, "transaction", series,'
        " drop_rank) VALUES (?, ?, ?, ?, ?, ?)",
        (
            written.version,
            written.action,
            written.payload,
            written.transaction,
            written.series,
            rank,
        ),
    )
    return cast(int, cursor.lastrowid)


def _count(db: sqlite3.Connection, series: str) -> int:
    """Count one more intermediate message, and return its number in the series."""
    add = "INSERT INTO series VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1"
    db.execute(add, (series,))
    found = db.execute("SELECT count FROM series WHERE name = ?", (series,))
    return cast(int, found.fetchone()[0])
