"""The events of a session: the observer sees them, and callers get their replies.

The session notes in its events how calls of ours ended. `Dispatcher` walks them in
order: each is shown to the observer, and the end of a call settles the future that its
caller awaits (`expect`). `dispatch` has to run after everything that touches the
session, or a caller waits although its reply is there.

An observer may use the connection, which runs `dispatch` again, below the one that has
called the observer. Both take from one queue: so no event is shown twice, and those
that an observer causes come after those that were there before.

`Dispatcher` settles futures, and calls what it was given; it writes nothing.
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
    """Return a function that shows events to an observer, and raises nothing.

    Args:
        observer: The observer; None: there is none, nor such a function.
        connection: The connection whose events they are.
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
    """Return the event that tells that a connection is open."""
    handshake = connection.handshake
    deviations = () if handshake is None else handshake.deviations
    return Opened(connection.version, deviations)


class Dispatcher:
    """Takes the events of a session where they belong.

    Args:
        ground: What the parts of the connection stand on.
        flooded: Called at each bad message beyond `Limits.max_bad_messages`.

    Attributes:
        calls: The futures of the calls that are pending, by message id.
        guards: Told of each response.
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
        """Return the future of a call: its response, or what the call fails with.

        Whoever awaits it removes it from `calls` after that.
        """
        future: asyncio.Future[Model] = self._loop.create_future()
        self.calls[message_id] = future
        return future

    def dispatch(self) -> None:
        """Walk the events that there are."""
        news, events = self._session.events(), self._walked
        if events is not None:
            events.extend(news)
        elif news:
            # Not kept: an empty deque takes more memory than the rest of this part.
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
