"""A table of the chargers of a fleet that follows their changes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from ocpp_rpc.fleet import FleetChange, Place
from ocpp_rpc.lines import printable

__all__ = ["Board", "fields_of", "table_of"]

_AROUND: Final = 7
"""How many lines of a screen are no chargers."""


def fields_of(place: Place) -> tuple[str, str, str]:
    """Return the columns of a charger, without control characters."""
    return printable(place.identity), place.version, printable(place.node)


def table_of(places: Iterable[Place]) -> Table:
    """Return a table of chargers."""
    table = _table()
    for place in places:
        table.add_row(*map(Text, fields_of(place)))
    return table


def _table(*more: str) -> Table:
    return Table("charger", "version", "node", *more, box=box.SIMPLE_HEAD)


@dataclass(frozen=True, slots=True)
class _Row:
    place: Place
    what: str
    since: float


class Board:
    """The known chargers of a fleet.

    Args:
        clock: A function that returns the time, in seconds.

    Attributes:
        missing: The nodes that have not answered.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._here: dict[str, Place] = {}
        self._rows: dict[str, _Row] = {}
        self._touched: set[str] = set()
        self.missing: tuple[str, ...] = ()

    @property
    def places(self) -> list[Place]:
        """The chargers that are connected, by identity."""
        return sorted(self._here.values(), key=lambda place: place.identity)

    def take(self, change: FleetChange) -> list[Place]:
        """Take a change; return the chargers that are gone with a node."""
        if change.identity is None or change.version is None:
            return self._lose(change.node)
        place = Place(change.identity, change.node, change.version)
        self._touched.add(place.identity)
        if change.what == "connected":
            self._here[place.identity] = place
        else:
            self._here.pop(place.identity, None)
        self._note(place, change.what)
        return []

    def _lose(self, node: str) -> list[Place]:
        gone = [place for place in self._here.values() if place.node == node]
        for place in gone:
            del self._here[place.identity]
            self._note(place, "node lost")
        return gone

    def _note(self, place: Place, what: str) -> None:
        # The latest at the end.
        self._rows.pop(place.identity, None)
        self._rows[place.identity] = _Row(place, what, self._clock())

    def begin_list(self) -> None:
        """Begin a list; changes from now on are newer than the list."""
        self._touched.clear()

    def take_list(
        self, places: Iterable[Place], missing: tuple[str, ...]
    ) -> list[Place]:
        """Take a list of all chargers; return those that are new.

        Args:
            places: The connected chargers.
            missing: The nodes that have not answered; their known chargers stay.
        """
        self.missing = missing
        listed = {place.identity: place for place in places}
        for identity, place in [*self._here.items()]:
            known = identity in listed or identity in self._touched
            if not known and place.node not in missing:
                del self._here[identity]
                self._note(place, "disconnected")
        new = [
            place
            for identity, place in listed.items()
            if identity not in self._touched and self._here.get(identity) != place
        ]
        for place in sorted(new, key=lambda each: each.identity, reverse=True):
            self._here[place.identity] = place
            self._note(place, "connected")
        return new

    def show(self, height: int) -> Group:
        """Return the table, for a screen of so many lines: the latest first."""
        table = _table("state", "for")
        now, room = self._clock(), max(1, height - _AROUND)
        for row in [*self._rows.values()][: -room - 1 : -1]:
            style = "" if row.what == "connected" else "dim"
            cells = (*fields_of(row.place), row.what, _duration(now - row.since))
            table.add_row(*(Text(cell, style) for cell in cells))
        hidden = len(self._rows) - room
        more = [Text(f"… and {hidden} more", "dim")] if hidden > 0 else []
        return Group(self._summary(), table, *more)

    def _summary(self) -> Text:
        counts = Counter(place.node for place in self._here.values())
        nodes = ", ".join(f"{printable(n)} {c}" for n, c in sorted(counts.items()))
        text = Text(f"{len(self._here)} chargers: {nodes or 'none'}", "bold")
        if self.missing:
            away = ", ".join(map(printable, self.missing))
            text.append(f"; not answering: {away}", "bold yellow")
        return text


def _duration(seconds: float) -> str:
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min"
    return f"{whole // 3600} h"
