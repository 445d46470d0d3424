"""The reading side of a connection: one task after the other is the reader.

The reader takes one message after the other from the transport, gives it to the
session, and calls its handler itself. So handlers start in the order in which the
messages came, and one that never waits costs no task.

A handler that waits must not keep the reader from reading: if the handler has called
the peer, the reply would never be read. There are three ways out:

* A task for each message. Most handlers never wait, and for them it makes a short call
  a third more expensive.
* To start the handler in the reader, and to let another task go on with the handler
  once it waits. Then the first lines of the handler run in one task and the rest in
  another. `asyncio.timeout`, `TaskGroup` and everything else that remembers the current
  task would remember the reader, and cancel that.
* What is done here: the task in which the handler has started stays the handler's to
  the end and stops being the reader, and a new task reads on (`_Turn.hand_over`). The
  handler notices nothing. It has context variables of its own, as it would have in a
  task of its own (see `eager`). Eager tasks of asyncio do the same from the other end,
  but exist from Python 3.12 on, and make a task for handlers that never wait, too.

The new reader starts when the event loop gets to it, so there is never more than one
task in `recv`, which is what transports ask for.

`Reader` uses `recv` of the transport, and aborts it if anything but its end comes out
of that. It tells the session what was read; the rest is for `Handling`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from ocpp_rpc.lines import about
from ocpp_rpc.protocol.events import FrameReceived
from ocpp_rpc.transports import TransportClosed

if TYPE_CHECKING:
    from .closing import Closing
    from .ground import Ground
    from .handling import Handling
    from .writing import Writer

__all__ = ["Arrivals", "Reader"]

logger = logging.getLogger("ocpp_rpc.connection")


class Arrivals:
    """Returns the time, of which the reader asks for each message, and counts them.

    Only where somebody wants to know is it put in the place of the clock, so that a
    message costs nothing more elsewhere.

    Args:
        now: Returns the time.

    Attributes:
        count: How many messages have come.
    """

    __slots__ = ("_now", "count")

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.count = 0

    def __call__(self) -> float:
        """Count a message, and return when it has come."""
        self.count += 1
        return self._now()


class Reader:
    """Reads what the peer sends until the transport is closed.

    Args:
        ground: What the parts of the connection stand on.
        writer: Writes what the session wants written.
        handling: Handles a message that the session has accepted.
        closing: Told when there is nothing to read any more.
    """

    __slots__ = (
        "_closing",
        "_handling",
        "_identity",
        "_now",
        "_observe",
        "_session",
        "_tasks",
        "_transport",
        "_writer",
    )

    def __init__(
        self, ground: Ground, writer: Writer, handling: Handling, closing: Closing
    ) -> None:
        self._identity = ground.identity
        self._session = ground.session
        self._transport = ground.transport
        self._now: Callable[[], float] = ground.now
        self._tasks = ground.tasks
        self._observe = ground.observe
        self._writer = writer
        self._handling = handling
        self._closing = closing

    def start(self) -> None:
        """Read in a new task."""
        version = self._session.package.VERSION
        extra = about(self._identity, version)
        logger.info("%r: open, OCPP %s", self._identity, version, extra=extra)
        self._tasks.start(self._read())

    def watch(self) -> Arrivals:
        """Count the messages from now on, if they are not counted yet."""
        if not isinstance(self._now, Arrivals):
            self._now = Arrivals(self._now)
        return self._now

    async def _read(self) -> None:
        """Read until the connection is closed, or until another task reads on."""
        turn, end = _Turn(self), TransportClosed()
        hand_over, session, observe = turn.hand_over, self._session, self._observe
        try:
            while turn.lasts:
                message = await self._transport.recv()
                if session.closed is not None:
                    break  # nothing happens any more, whatever the transport has left
                if observe is not None:
                    observe(FrameReceived(message))
                incoming = session.receive(message, self._now())
                # Before the handler runs: a reply to a call of ours must not wait for
                # it, and an observer sees the call before what the handler does.
                if session.has_news and (room := self._writer.flush()) is not None:
                    await room
                if incoming is None or session.closed is not None:
                    continue
                if (rest := self._handling.handle(incoming, hand_over)) is not None:
                    await rest
        except TransportClosed as error:
            end = error
        except Exception:
            logger.exception(
                "%r: cannot go on",
                self._identity,
                extra=about(self._identity, self._session.package.VERSION),
            )
            self._transport.abort()
        finally:
            if turn.lasts:
                self._closing.finish(end.code, end.reason)

    def read_on(self) -> None:
        """Read in another task; the current one is that of a handler from now on."""
        self.start()
        self._tasks.count_current()


class _Turn:
    """The time in which one task is the reader."""

    __slots__ = ("_reader", "lasts")

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.lasts = True

    def hand_over(self) -> None:
        """End this turn, if it lasts, and begin that of another task."""
        if self.lasts:
            self.lasts = False
            self._reader.read_on()
