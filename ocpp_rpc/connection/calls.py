"""The message that a handler handles: its id, when it came, whether it came before.

`current_call` tells a handler, and what the handler starts, of its message. Each
message is noted in a context variable before its handler is called; a handler that
waits has a copy of the context, and so have its tasks and threads (see `eager`).

`RecentIds` keeps the ids of the last calls of a station over its connections in this
process. A charger that loses its connection before the answer sends the same message
again on the next one. Ids are kept in a dict, in the order they came: to note one has
to cost next to nothing, as it is done for each message.
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


_Ids: TypeAlias = dict[str, int]
"""The connection that had an id last, by that id."""

_Noted: TypeAlias = tuple[Incoming, "Noting", int | None]

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
        incoming, noted, before = _CURRENT.get()
    except LookupError:
        raise RuntimeError("there is no current call outside of handlers") from None
    age = noted.now() - incoming.received
    return CurrentCall(
        id=incoming.id,
        procedure=incoming.procedure,
        received=incoming.received,
        arrival=datetime.now(UTC) - timedelta(seconds=age),
        seen_on_connection=before == noted.connection,
        seen_before=before is not None,
    )


class Noting:
    """Notes the messages of one connection.

    Args:
        ids: Those of the station, which are shared with its other connections.
        now: Returns the time.

    Attributes:
        connection: Tells this connection from all others.
    """

    __slots__ = ("_ids", "connection", "now")

    def __init__(self, ids: _Ids, now: Callable[[], float]) -> None:
        self._ids = ids
        self.now = now
        self.connection: Final = next(_numbers)

    def note(self, incoming: Incoming) -> None:
        """Make a message the current one."""
        ids, message_id = self._ids, incoming.id
        before = ids.pop(message_id, None)
        ids[message_id] = self.connection
        if len(ids) > _MOST_IDS:
            del ids[next(iter(ids))]
        _set_current((incoming, self, before))


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
        return Noting({}, now)
    stations = _STATIONS.setdefault(asyncio.get_running_loop(), OrderedDict())
    ids = stations.setdefault((role, identity), {})
    stations.move_to_end((role, identity))
    if len(stations) > _MOST_STATIONS:
        stations.popitem(last=False)
    return Noting(ids, now)


_Stations: TypeAlias = OrderedDict[tuple[Role, str], _Ids]

_STATIONS: WeakKeyDictionary[asyncio.AbstractEventLoop, _Stations] = WeakKeyDictionary()
