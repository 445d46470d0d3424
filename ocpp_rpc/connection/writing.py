"""The writing side of a connection: what is written when, and what waits for room.

The session has a queue of frames: replies, messages that are not answered, and calls
whose turn it is. `Writer.flush` runs after everything that touches the session. It
writes what there is, and then has the events walked.

A transport takes a message at once and may then have no room for more, since the peer
does not read. The one whose message filled the transport waits for room: the reader,
so that nothing more is read from such a peer, or the task of a handler, of which
`Limits.max_unanswered` limits the number. When there is room, it goes on with the rest.

Meanwhile, everybody else finds `_room` set and writes nothing: the transport would have
to keep it, however much that is. Frames that are not calls are owed to the peer or
were given to `Connection.send`, so whoever flushes waits for its turn as well; that
bounds their number. Calls of ours stay in the session: their callers wait for the reply
anyway, and up to `Limits.max_waiting` may. But the session is told to let the time of
the next call run (`Session.hold`), as if it were written. Without that, a call whose
turn never comes, because the peer reads nothing, would have no time limit at all.

`Writer` uses `write` of the transport, or else `send`; it never reads, and it does not
close: that a transport is closed, the reader finds out too, once it has read all.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeAlias

from ocpp_rpc.protocol.events import FrameSent
from ocpp_rpc.transports import TransportClosed

from .event_loop import release

if TYPE_CHECKING:
    from .dispatching import Dispatcher
    from .ground import Ground
    from .time_limits import TimeLimits

__all__ = ["Writer"]

_Write: TypeAlias = Callable[[str], Awaitable[None] | None]


class Writer:
    """Writes what a session wants written.

    Args:
        ground: What the parts of the connection stand on.
        dispatcher: Walks the events, once there is nothing more to write.
        time_limits: Told that there may be a new time limit: a call is written.

    Attributes:
        cut: What the transport has raised instead of taking a message; None if it has
            taken all.
    """

    __slots__ = (
        "_dispatcher",
        "_now",
        "_observe",
        "_room",
        "_session",
        "_tasks",
        "_time_limits",
        "_write",
        "_writes_at_once",
        "cut",
    )

    def __init__(
        self, ground: Ground, dispatcher: Dispatcher, time_limits: TimeLimits
    ) -> None:
        self._session = ground.session
        write = getattr(ground.transport, "write", None)
        self._writes_at_once = write is not None
        self._write: _Write = write or ground.transport.send
        self._now = ground.now
        self._dispatcher = dispatcher
        self._time_limits = time_limits
        self._tasks = ground.tasks
        self._observe = ground.observe
        # Set while somebody waits for room; done once that is over.
        self._room: asyncio.Future[None] | None = None
        self.cut: TransportClosed | None = None

    def flush(self) -> Coroutine[Any, Any, None] | None:
        """Write what the session wants written, then have the events walked.

        It is no coroutine function, since nearly always all is done when it returns,
        and a coroutine for each message of the peer costs more than the test for None.

        Returns:
            None once that is done; otherwise what does the rest when it is awaited,
            since the transport has no room for more.
        """
        if self._room is not None:
            self._hold()
            return self._flush_after(self._room) if self._session.owes_frames else None
        if (room := self._write_all()) is not None:
            self._room = asyncio.get_running_loop().create_future()
            return self._flush_on(room, self._room)
        self._dispatcher.dispatch()
        return None

    async def flushed(self) -> None:
        """Do what `flush` does, and wait for room if need be."""
        if (rest := self.flush()) is not None:
            await rest

    def flush_soon(self) -> None:
        """Do what `flush` does, but wait for room in another task."""
        if self._room is not None:
            self._hold()
            return
        # What `send` returns is a coroutine, which writes nothing before it runs. The
        # session must not count a call as sent earlier, or it would tell the caller of
        # one that was never written that the peer may have got it.
        rest = self.flush() if self._writes_at_once else self.flushed()
        if rest is not None:
            self._tasks.start(rest)

    def _write_all(self) -> Awaitable[None] | None:
        """Write what the session wants written.

        Returns:
            What to await before there is room for more, if there may be more.
        """
        now, calls = self._now(), self._dispatcher.calls
        try:
            while (text := self._session.next_to_send(now)) is not None:
                if calls:  # otherwise it is no call, and no limit is new
                    self._time_limits.watch()
                if self._observe is not None:
                    self._observe(FrameSent(text))
                room = self._write(text)
                if room is not None:
                    return room
        except TransportClosed as error:
            self.cut = error
        return None

    def _hold(self) -> None:
        """Write nothing: somebody waits for room, and then goes on with the rest."""
        self._session.hold(self._now())
        self._time_limits.watch()
        self._dispatcher.dispatch()

    async def _flush_on(
        self, room: Awaitable[None] | None, waiting: asyncio.Future[None]
    ) -> None:
        """Wait for room, and write the rest; then let the others write."""
        try:
            while room is not None:
                await room
                room = self._write_all()
        except TransportClosed as error:
            self.cut = error
        finally:
            self._room = None
            release(waiting)
        self._dispatcher.dispatch()

    async def _flush_after(self, waiting: asyncio.Future[None]) -> None:
        """Flush, but not before whoever waits for room has written the rest.

        `wait` leaves the future alone when this is cancelled: others wait for it too.
        """
        await asyncio.wait([waiting])
        await self.flushed()
