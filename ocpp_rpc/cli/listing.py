"""The command `chargers`: which chargers of a fleet are connected, and where."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from rich.console import Console
from rich.live import Live

from ocpp_rpc import fleet
from ocpp_rpc.fleet import FleetUnavailable, Place
from ocpp_rpc.lines import printable
from ocpp_rpc.simulator import Failure
from ocpp_rpc.simulator.station import first

from .board import Board, fields_of, table_of
from .engine import Engine

__all__ = ["run"]

_REFRESH: Final = 0.5
"""How many seconds pass between two pictures."""

_LIST_AGAIN: Final = 30.0
"""How many seconds pass between two lists: changes may be lost on the way."""


async def run(console: Console, engine: Engine, prefix: str, *, once: bool) -> None:
    """Show the chargers, once or until cancelled.

    Args:
        console: Where.
        engine: How to reach the fleet.
        prefix: How their identities begin.
        once: Whether to show them once.

    Raises:
        Failure: A node does not answer, so that its chargers are not shown.
        FleetUnavailable: The engine is away.
    """
    async with (
        await engine.open() as bus,
        fleet.Fleet(bus, name=engine.name) as chargers,
    ):
        if once:
            await _show_once(console, chargers, prefix)
        elif console.is_terminal:
            await _show_live(console, chargers, prefix)
        else:
            follower = _Follower(chargers, prefix, Board(), _line_writer(console))
            await first(follower.take_changes(), follower.keep_listing())


async def _show_once(console: Console, chargers: fleet.Fleet, prefix: str) -> None:
    found = chargers.connected(prefix=prefix)
    places = sorted([place async for place in found], key=lambda each: each.identity)
    if console.is_terminal:
        console.print(table_of(places))
    else:
        write = _line_writer(console)
        for place in places:
            write(*fields_of(place))
    if found.missing:
        away = ", ".join(map(printable, found.missing))
        raise Failure(f"not all chargers are shown: no answer from {away}")


async def _show_live(console: Console, chargers: fleet.Fleet, prefix: str) -> None:
    board = Board()
    with Live(console=console, auto_refresh=False, vertical_overflow="crop") as live:

        async def paint() -> None:
            while True:
                live.update(board.show(console.height), refresh=True)
                await asyncio.sleep(_REFRESH)

        follower = _Follower(chargers, prefix, board, lambda *_: None)
        await first(paint(), follower.take_changes(), follower.keep_listing())


def _line_writer(console: Console) -> Callable[..., None]:
    """Return a function that writes a line, with tabs between its fields."""

    def write(*fields: str) -> None:
        # Not by `print`, which would put blanks in place of tabs.
        try:
            console.file.write("\t".join(fields) + "\n")
            console.file.flush()
        except BrokenPipeError:
            console.on_broken_pipe()

    return write


class _Follower:
    """Follows the changes; lists all chargers at first, and at intervals.

    Args:
        chargers: The fleet.
        prefix: The prefix of the identities to show.
        board: The known chargers.
        write: A function that writes the line of a charger.
    """

    def __init__(
        self,
        chargers: fleet.Fleet,
        prefix: str,
        board: Board,
        write: Callable[..., None],
    ) -> None:
        self._chargers = chargers
        self._prefix = prefix
        self._board = board
        self._write = write

    async def keep_listing(self) -> None:
        """List all chargers, again and again."""
        # Changes are followed before the first list, or some would be missed.
        await asyncio.sleep(_REFRESH / 5)
        while True:
            if await self._list():
                await asyncio.sleep(_LIST_AGAIN)
            else:
                await asyncio.sleep(_REFRESH)

    async def _list(self) -> bool:
        """List all chargers; tell whether the engine was there."""
        self._board.begin_list()
        found = self._chargers.connected(prefix=self._prefix)
        try:
            places = [place async for place in found]
        except FleetUnavailable:
            return False
        for place in self._board.take_list(places, found.missing):
            self._write("connected", *fields_of(place))
        return True

    async def take_changes(self) -> None:
        """Take the changes."""
        async for change in self._chargers.changes():
            if change.identity is None or change.version is None:
                for place in self._board.take(change):
                    self._write("node lost", *fields_of(place))
            elif change.identity.startswith(self._prefix):
                self._board.take(change)
                place = Place(change.identity, change.node, change.version)
                self._write(change.what, *fields_of(place))
