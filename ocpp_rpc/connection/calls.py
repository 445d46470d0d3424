"""The message that a handler handles: its id, when it came, whether it came before.

`current_call` tells a handler, and what the handler starts, of its message. Each
message is noted in a context variable before its handler is called; a handler that
waits has a copy of the context, and so have its tasks and threads (see `eager`).

The ids of the last messages of a station are kept over its connections to this
process: a charger that loses its connection before the answer sends the same message
again on the next one. To note an id has to cost next to nothing, as it is done for each
message; so ids are written to the end of a page and only looked for by `current_call`.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Final, TypeAlias
from weakref import WeakKeyDictionary

from ocpp_messages import Procedure, Role
from ocpp_rpc.protocol.incoming import Incoming

__all__ = ["CurrentCall", "Noting", "current_call", "noting"]

_MOST_IDS: Final = 16
"""How many ids of one station are remembered."""

_MOST_STATIONS: Final = 20_000
"""How many stations of one event loop and role are remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentCall:
    """The message of the peer that a handler handles.

    Attributes:
        id: Its id, as text even if the peer has sent a number.
        procedure: Its action, with the classes of its version.
        received: When it came, by the clock of the connection, in seconds.
        arrival: When it came.
        seen_on_connection: Whether an earlier message of this connection had its id.
        seen_before: The same, or one of an earlier connection of the same station to
            this process; among the last 16 messages of the station.
    """

    id: str
    procedure: Procedure
    received: float
    arrival: datetime
    seen_on_connection: bool
    seen_before: bool

    @property
    def action(self) -> str:
        """The action, for example "StartTransaction"."""
        return self.procedure.action


_Page: TypeAlias = list[tuple[str, int]]
"""Ids in the order they came, each with the connection it came on."""


class _Pages:
    """The ids of one station.

    Attributes:
        older: The page before, which is full; empty at first.
        newer: The one that is written to.
    """

    __slots__ = ("newer", "older")

    def __init__(self) -> None:
        self.older: _Page = []
        self.newer: _Page = []

    def turn(self) -> _Page:
        """Begin a page and return it."""
        self.older, self.newer = self.newer, []
        return self.newer


_Noted: TypeAlias = tuple[Incoming, "Noting", _Page, _Page, int]
"""A message, what noted it, the pages, and how far the newer one was written then."""

_CURRENT: Final[ContextVar[_Noted]] = ContextVar("current_call")
_set_current = _CURRENT.set


def current_call() -> CurrentCall:
    """Return the message that the current handler handles.

    Functions, tasks and threads that a handler starts see the same, and so does what
    comes after the answer (`Router.after`).

    Raises:
        RuntimeError: No handler runs here.
    """
    try:
        incoming, noted, older, newer, written = _CURRENT.get()
    except LookupError:
        raise RuntimeError("there is no current call outside of handlers") from None
    seen = dict(older[written:] + newer[:written]).get(incoming.id)
    age = noted.now() - incoming.received
    return CurrentCall(
        id=incoming.id,
        procedure=incoming.procedure,
        received=incoming.received,
        arrival=datetime.now(UTC) - timedelta(seconds=age),
        seen_on_connection=seen == noted.connection,
        seen_before=seen is not None,
    )


class Noting:
    """Notes the messages of one connection.

    Args:
        pages: Those of the station, which are shared with its other connections.
        now: Returns the time.

    Attributes:
        connection: Tells this connection from all others.
    """

    __slots__ = ("_pages", "connection", "now")

    def __init__(self, pages: _Pages, now: Callable[[], float]) -> None:
        self._pages = pages
        self.now = now
        self.connection: Final = next(_numbers)

    def note(self, incoming: Incoming) -> None:
        """Make a message the current one."""
        pages = self._pages
        newer = pages.newer
        written = len(newer)
        if written == _MOST_IDS:
            newer, written = pages.turn(), 0
        _set_current((incoming, self, pages.older, newer, written))
        newer.append((incoming.id, self.connection))


_numbers = count()


def noting(identity: str, role: Role, now: Callable[[], float]) -> Noting:
    """Return what notes the messages of a connection.

    Args:
        identity: The identity of the station; a connection without one stands for
            itself.
        role: The role of this side: both sides may be in one program.
        now: Returns the time.
    """
    if not identity:
        return Noting(_Pages(), now)
    stations = _STATIONS.setdefault(asyncio.get_running_loop(), OrderedDict())
    pages = stations.setdefault((role, identity), _Pages())
    stations.move_to_end((role, identity))
    if len(stations) > _MOST_STATIONS:
        stations.popitem(last=False)
    return Noting(pages, now)


_Stations: TypeAlias = OrderedDict[tuple[Role, str], _Pages]

_STATIONS: WeakKeyDictionary[asyncio.AbstractEventLoop, _Stations] = WeakKeyDictionary()
