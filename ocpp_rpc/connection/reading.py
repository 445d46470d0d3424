"""The reading side of a connection: one task after the other is the reader.

The reader takes one message after the other from the transport, passes it to the
session, and calls its handler itself. Therefore handlers start in the order in which
the messages arrived, and a handler that never waits costs no task.

A handler that waits must not keep the reader from reading, because the reply to a call
that the handler makes would never be read. There are three solutions:

* Create a task for each message. Most handlers never wait, and for them this makes a
  short call a third more expensive.
* Start the handler in the reader, and let another task continue it when it waits. Then
  the first lines of the handler run in one task and the rest in another.
  `asyncio.timeout`, `TaskGroup` and everything else that remembers the current task
  would remember the reader, and cancel the reader.
* The solution here: the task in which the handler started remains the handler's to the
  end and stops being the reader, and a new task reads the next messages
  (`_Turn.hand_over`). The handler notices nothing. It has context variables of its own,
  as it would have in a task of its own (see `eager`). Eager tasks of asyncio achieve
  the same from the other end, but exist only from Python 3.12 on, and create a task
  even for handlers that never wait.

The new reader starts in the next iteration of the event loop, so there is never more
than one task in `recv`, as transports require.

`Reader` uses `recv` of the transport, and aborts the transport after any exception
other than `TransportClosed`. It passes each message to the session; `Handling` does the
rest.
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
    """A clock that the reader reads once per message, and so counts messages.

    It replaces the clock of the reader only if the count is needed, so that a message
    costs nothing more otherwise.

    Args:
        now: Returns the time in seconds.

    Attributes:
        count: The number of messages that have arrived.
    """

    __slots__ = ("_now", "count")

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.count = 0

    def __call__(self) -> float:
        """Count a message, and return the time of its arrival."""
        self.count += 1
        return self._now()


class Reader:
    """Reads the peer's messages until the transport is closed.

    Args:
        ground: The state that the parts of the connection share.
        writer: Writes the frames of the session.
        handling: Handles a message that the session has accepted.
        closing: Finishes the connection when the transport is closed.
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
        """Start to read in a new task."""
        version = self._session.package.VERSION
        extra = about(self._identity, version)
        logger.info("%r: open, OCPP %s", self._identity, version, extra=extra)
        self._tasks.start(self._read())

    def watch(self) -> Arrivals:
        """Start to count messages, unless they are counted already."""
        if not isinstance(self._now, Arrivals):
            self._now = Arrivals(self._now)
        return self._now

    async def _read(self) -> None:
        """Read until the connection is closed or another task is the reader."""
        turn, end = _Turn(self), TransportClosed()
        hand_over, session, observe = turn.hand_over, self._session, self._observe
        try:
            while turn.lasts:
                message = await self._transport.recv()
                if session.closed is not None:
                    break  # messages that arrive after the end are ignored
                if observe is not None:
                    observe(FrameReceived(message))
                incoming = session.receive(message, self._now())
                # Before the handler runs: the reply to a call of ours must not wait for
                # the handler, and an observer has to see the call before its effects.
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
                "%r: reading failed; the connection is aborted",
                self._identity,
                extra=about(self._identity, self._session.package.VERSION),
            )
            self._transport.abort()
        finally:
            if turn.lasts:
                self._closing.finish(end.code, end.reason)

    def read_on(self) -> None:
        """Make a new task the reader; the current task is a handler's from now on."""
        self.start()
        self._tasks.count_current()


class _Turn:
    """The period in which one task is the reader."""

    __slots__ = ("_reader", "lasts")

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.lasts = True

    def hand_over(self) -> None:
        """End this period, unless it has ended, and make a new task the reader."""
        if self.lasts:
            self.lasts = False
            self._reader.read_on()
