"""The state of one charger, in a bounded amount of memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Final

from .frames import Frames
from .meters import Series
from .settings import ConsoleSettings
from .texts import text_of

__all__ = ["Charger", "Transaction", "is_at"]

_MOST_CONNECTORS: Final = 100
_MOST_TROUBLES: Final = 50


@dataclass(slots=True)
class Transaction:
    """A transaction.

    Attributes:
        id: The id of the transaction.
        connector: The number of its connector, or `EVSE/connector`.
        started: The time of its first message, in seconds since 1970.
        tag: The tag that started it; None if unknown.
        state: Its state, as far as the charger reports it.
        ended: The time at which it ended; None while it runs.
        series: Its meter values.
    """

    id: str
    connector: str | None
    started: float
    tag: str | None = None
    state: str | None = None
    ended: float | None = None
    series: Series = field(default_factory=Series)

    def shown(self) -> dict[str, Any]:
        """Return the transaction for a browser, with the last value of each series."""
        return {
            "id": self.id,
            "connector": self.connector,
            "started": self.started,
            "tag": self.tag,
            "state": self.state,
            "ended": self.ended,
            "points": self.series.count,
            "last": self.series.last(),
        }


def is_at(connector: str | None, place: str) -> bool:
    """Tell whether a connector is the one at a place, or belongs to the EVSE there."""
    return connector is not None and f"{connector}/".startswith(f"{place}/")


class Charger:
    """The state of a charger.

    Args:
        identity: The identity of the charger.
        version: The version of OCPP that it speaks.
        now: The time, in seconds since 1970.
        settings: How much to keep.

    Attributes:
        connected: Whether it is connected.
        since: The time at which it connected or, if it is not connected, left.
        last: The time of its last message; None before the first one.
        address: Its address; None if unknown.
        facts: The facts that it has reported about itself, by name.
        connectors: The state of each connector, by its number or `EVSE/connector`.
        frames: The last frames.
        starting: The StartTransaction requests that are not answered yet, by their
            connection and their id.
    """

    def __init__(
        self, identity: str, version: str, now: float, settings: ConsoleSettings
    ) -> None:
        self.identity: Final = identity
        self.version = version
        self.connected = False
        self.since = now
        self.last: float | None = None
        self.address: str | None = None
        self.facts: dict[str, str] = {}
        self.connectors: dict[str, str] = {}
        self.frames: Final = Frames(settings.frames, settings.frame_characters)
        self.starting: Final[dict[tuple[Hashable, str], Any]] = {}
        self._transactions: dict[str, Transaction] = {}
        self._most_transactions = settings.transactions
        self._troubles: deque[dict[str, Any]] = deque(maxlen=_MOST_TROUBLES)
        self._trouble_count = 0

    def set_connector(self, connector: str, status: str) -> None:
        """Store the state of a connector; ignore connectors beyond the first 100."""
        if connector in self.connectors or len(self.connectors) < _MOST_CONNECTORS:
            self.connectors[connector] = status

    def note_trouble(self, time: float, text: str) -> None:
        """Store a problem, to be listed."""
        self._trouble_count += 1
        self._troubles.append({"time": time, "text": text_of(text)})

    def transaction(self, transaction_id: str) -> Transaction | None:
        """Return a transaction; None if it is unknown."""
        return self._transactions.get(transaction_id)

    def running_at(self, place: str) -> Transaction | None:
        """Return the transaction that runs at a connector or an EVSE, or None.

        An EVSE has one transaction at a time, at any of its connectors.
        """
        for each in reversed(self._transactions.values()):
            if each.ended is None and is_at(each.connector, place):
                return each
        return None

    def open_transaction(
        self, transaction_id: str, connector: str | None, now: float
    ) -> Transaction:
        """Return a transaction; add it if it is unknown.

        If there are too many, the oldest ended transaction is forgotten, or the oldest
        if all are running.
        """
        known = self._transactions.get(transaction_id)
        if known is not None:
            return known
        if len(self._transactions) >= self._most_transactions:
            ended = (key for key, t in self._transactions.items() if t.ended)
            del self._transactions[next(ended, next(iter(self._transactions)))]
        opened = Transaction(transaction_id, connector, now)
        self._transactions[transaction_id] = opened
        return opened

    def row(self) -> dict[str, Any]:
        """Return the entry for the list of chargers."""
        return {
            "identity": self.identity,
            "version": self.version,
            "connected": self.connected,
            "since": self.since,
            "last": self.last,
            "model": self.facts.get("model"),
            "vendor": self.facts.get("vendor"),
            "connectors": self.connectors,
            "running": sum(t.ended is None for t in self._transactions.values()),
            "troubles": self._trouble_count,
        }

    def detail(self) -> dict[str, Any]:
        """Return the content of the page of the charger, without its frames."""
        return {
            **self.row(),
            "address": self.address,
            "facts": self.facts,
            "frames": self.frames.total,
            "transactions": [t.shown() for t in reversed(self._transactions.values())],
            "trouble_list": list(reversed(self._troubles)),
        }
