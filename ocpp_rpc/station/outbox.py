"""The messages about transactions that a station has yet to deliver, in a file.

A station delivers what it has to say about transactions in the order in which it
happened, if need be much later, and after a restart (OCPP 1.6 §3.7; 2.x part 2, E04).
An `Outbox` is where these messages wait, online and offline; `ocpp_rpc.forward` sends
them over one connection after the other.

There is one queue for all transactions, not one for each: 1.6 §3.7 wants the messages
in chronological order, and E04.FR.01 to FR.03 new ones behind those that wait. So a
message that is tried again holds back all that come after it, whatever their
transaction.

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
    """Log what is lost, without what it says."""
    message = outcome.message
    if isinstance(outcome, Dropped):
        logger.warning("dropped, for want of room: %s", message, extra=station)
    elif isinstance(outcome, Discarded):
        why = outcome.error or outcome.reason
        logger.warning("discarded (%s): %s", why, message, extra=station)


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
        self._on_outcome = on_outcome
        self._station: Mapping[str, str] = {}  # whose it is: `forwarding` tells
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

    # --- What waits -------------------------------------------------------------------

    def __len__(self) -> int:
        ((count,),) = self._file.read("SELECT count(*) FROM message")
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
        written = draft(cast(Model, request), transaction, self._is_offline(offline))
        with self._file.change() as db:
            _note_transaction(db, written)
            number = _insert(db, written)
            # After the new message is in, since it may be the one to go. If there is no
            # room, the change is undone, so nothing is dropped or counted in vain.
            dropped = self._make_room(db)
        message = QueuedMessage(
            number,
            written.version,
            written.action,
            written.payload,
            written.transaction,
            0,
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
    def forwarding(
        self, wake: Callable[[], object], identity: str, version: str
    ) -> Generator[None]:
        """Be online, and have a function called, in any thread, after each `put`.

        Args:
            wake: That function.
            identity: The station, which log records name from now on.
            version: The version of OCPP, which they name while this lasts.

        Raises:
            OutboxError: The outbox is being forwarded already.
        """
        if self._wake is not None:
            raise OutboxError(self.path, "it is forwarded over another connection")
        self._wake, self._station = wake, about(identity, version)
        try:
            yield
        finally:
            self._wake, self._station = None, about(identity)

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
        with self._file.change() as db:
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
        # Once none of a series waits, counting begins anew: what E04.FR.07 thins out is
        # what waits, and the file does not grow with each transaction there ever was.
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
    """Note what a message of OCPP 1.x says of a transaction that has a name.

    Raises:
        CannotSend: There is none of that name; or already, if it starts.
    """
    name = written.transaction
    if name is None or written.action in ACTIONS_2X:
        return
    query = "SELECT stopped FROM local_transaction WHERE name = ?"
    found = db.execute(query, (name,)).fetchone()
    if written.action == "StartTransaction":
        if found is not None:
            raise CannotSend(f"there is a transaction {name!r} already")
        db.execute("INSERT INTO local_transaction (name) VALUES (?)", (name,))
    elif found is None:
        raise CannotSend(f"there is no transaction {name!r}")
    elif found[0]:
        raise CannotSend(f"the transaction {name!r} has ended")
    elif written.action == "StopTransaction":
        update = "UPDATE local_transaction SET stopped = 1 WHERE name = ?"
        db.execute(update, (name,))


def _insert(db: sqlite3.Connection, written: Draft) -> int:
    """Write a message at the end of the queue, and return its number."""
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
    """Count one more intermediate message, and return which one it is."""
    add = "INSERT INTO series VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1"
    db.execute(add, (series,))
    found = db.execute("SELECT count FROM series WHERE name = ?", (series,))
    return cast(int, found.fetchone()[0])
