"""Dispatches the events of a session to the observer and to the callers.

The session records in its events how the calls of this side ended. `Dispatcher`
processes them in order: the observer gets each event, and the end of a call settles the
future that its caller awaits (`expect`). `dispatch` has to run after everything that
uses the session; otherwise a caller keeps waiting although its reply has arrived.

An observer may use the connection. This runs `dispatch` again, nested in the one that
has called the observer. Both take events from one queue, so that no event is reported
twice, and events that an observer causes follow those that were there before.

`Dispatcher` settles futures and calls the functions that it was given; it writes
nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from ocpp_messages import Model
from ocpp_rpc.lines import about
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallFailed,
    CallSucceeded,
    Event,
    Opened,
)

if TYPE_CHECKING:
    from .connection import Connection
    from .ground import Ground
    from .guards import Guard
    from .settings import Observer

__all__ = ["Dispatcher", "observe_with", "opened"]

logger = logging.getLogger("ocpp_rpc.connection")


def observe_with(
    observer: Observer | None, connection: Connection
) -> Callable[[Event], None] | None:
    """Return a function that reports events to an observer and never raises.

    Args:
        observer: The observer; None: the function is None, too.
        connection: The connection that the events belong to.
    """
    if observer is None:
        return None

    def observe(event: Event) -> None:
        try:
            observer(event, connection)
        except Exception:
            logger.exception(
                "%r: the observer failed",
                connection.identity,
                extra=about(connection.identity, connection.version),
            )

    return observe


def opened(connection: Connection) -> Opened:
    """Return the event that reports an open connection."""
    handshake = connection.handshake
    deviations = () if handshake is None else handshake.deviations
    return Opened(connection.version, deviations)


class Dispatcher:
    """Passes the events of a session on to the observer and to the callers.

    Args:
        ground: The state that the parts of the connection share.
        flooded: Called for each bad message beyond `Limits.max_bad_messages`.

    Attributes:
        calls: The futures of the pending calls, by message id.
        guards: The guards, which are informed of each response.
    """

    __slots__ = (
        "_flooded",
        "_loop",
        "_observe",
        "_session",
        "_walked",
        "calls",
        "guards",
    )

    def __init__(self, ground: Ground, flooded: Callable[[], object]) -> None:
        self._session = ground.session
        self._loop = ground.loop
        self._observe = ground.observe
        self._flooded = flooded
        self._walked: deque[Event] | None = None
        self.calls: dict[str, asyncio.Future[Model]] = {}
        self.guards: Sequence[Guard] = ()

    def expect(self, message_id: str) -> asyncio.Future[Model]:
        """Return the future of a call, which gets its response or its exception.

        The caller that awaits the future has to remove it from `calls` afterwards.
        """
        future: asyncio.Future[Model] = self._loop.create_future()
        self.calls[message_id] = future
        return future

    def dispatch(self) -> None:
        """Process all events of the session."""
        news, events = self._session.events(), self._walked
        if events is not None:
            events.extend(news)
        elif news:
            # Not kept when it is empty, because an empty deque takes more memory than
            # the rest of this object.
            events = self._walked = deque(news)
        else:
            return
        while events:
            event = events.popleft()
            if self._observe is not None:
                self._observe(event)
            take = self._TAKERS.get(type(event))
            if take is not None:
                take(self, event)
        self._walked = None

    def _succeed(self, event: CallSucceeded) -> None:
        for guard in self.guards:
            guard.answered(event.request, event.response)
        future = self.calls.get(event.id)
        if future is not None and not future.done():
            future.set_result(event.response)

    def _fail(self, event: CallFailed) -> None:
        future = self.calls.get(event.id)
        if future is not None and not future.done():
            future.set_exception(event.error)

    def _count(self, _: BadMessage) -> None:
        limit = self._session.limits.max_bad_messages
        if limit is not None and self._session.bad_messages > limit:
            self._flooded()

    _TAKERS: ClassVar[Mapping[type[Event], Callable[..., None]]] = {
        CallSucceeded: _succeed,
        CallFailed: _fail,
        BadMessage: _count,
    }
