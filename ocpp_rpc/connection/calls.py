"""The message that a handler handles: its id, when it arrived, and whether it is new.

`current_call` returns the message to its handler, and to functions, tasks and threads
that the handler starts. The reader stores each message in a context variable before it
calls the handler. A handler that waits has a copy of the context, and so have its tasks
and threads (see `eager`).

The ids of the last messages of a station are kept across its connections to this
process, because a charger that loses its connection before the answer sends the same
message again on the next connection. Storing an id has to cost next to nothing, because
it happens for each message. Therefore ids are appended to a page, and only
`current_call` searches them.
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
"""The number of ids that are remembered for one station."""

_MOST_STATIONS: Final = 20_000
"""The number of stations that are remembered for one event loop and role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentCall:
    """The message of the peer that a handler handles.

    Attributes:
        id: The message id, as text even if the peer sent a number.
        procedure: The action of the message, with the classes of its version.
        received: The time of arrival by the clock of the connection, in seconds.
        arrival: The date and time of arrival, in UTC.
        seen_on_connection: Whether an earlier message of this connection had the same
            id; only the last 16 messages of the station are compared.
        seen_before: Whether an earlier message of this connection, or of an earlier
            connection of the same station to this process, had the same id; only the
            last 16 messages of the station are compared.
    """

    id: str
    procedure: Procedure
    received: float
    arrival: datetime
    seen_on_connection: bool
    seen_before: bool

    @property
    def action(self) -> str:
        """The action of the message, for example "StartTransaction"."""
        return self.procedure.action


_Page: TypeAlias = list[tuple[str, int]]
"""Ids in the order of arrival, each with the number of the connection it arrived on."""


class _Pages:
    """The ids of one station.

    Attributes:
        older: The previous page, which is full; empty at first.
        newer: The page to which ids are appended.
    """

    __slots__ = ("newer", "older")

    def __init__(self) -> None:
        self.older: _Page = []
        self.newer: _Page = []

    def turn(self) -> _Page:
        """Start a new page and return it."""
        self.older, self.newer = self.newer, []
        return self.newer


_Noted: TypeAlias = tuple[Incoming, "Noting", _Page, _Page, int]
"""A message, its `Noting`, both pages, and the length of the newer page before it."""

_CURRENT: Final[ContextVar[_Noted]] = ContextVar("current_call")
_set_current = _CURRENT.set


def current_call() -> CurrentCall:
    """Return the message that the current handler handles.

    Functions, tasks and threads that a handler starts get the same message, and so do
    functions registered with `Router.after`.

    Raises:
        RuntimeError: The caller does not run in a handler.
    """
    try:
        incoming, noted, older, newer, written = _CURRENT.get()
    except LookupError:
        raise RuntimeError("current_call works only within a handler") from None
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
    """Records the messages of one connection.

    Args:
        pages: The ids of the station, shared with its other connections.
        now: Returns the time in seconds.

    Attributes:
        connection: A number that is different for each connection.
    """

    __slots__ = ("_pages", "connection", "now")

    def __init__(self, pages: _Pages, now: Callable[[], float]) -> None:
        self._pages = pages
        self.now = now
        self.connection: Final = next(_numbers)

    def note(self, incoming: Incoming) -> None:
        """Record a message as the current one."""
        pages = self._pages
        newer = pages.newer
        written = len(newer)
        if written == _MOST_IDS:
            newer, written = pages.turn(), 0
        _set_current((incoming, self, pages.older, newer, written))
        newer.append((incoming.id, self.connection))


_numbers = count()


def noting(identity: str, role: Role, now: Callable[[], float]) -> Noting:
    """Create the object that records the messages of a connection.

    Args:
        identity: The identity of the station. If it is empty, ids are remembered for
            this connection only.
        role: The role of this side; needed because both sides may run in one program.
        now: Returns the time in seconds.
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
