"""The writing side of a connection: when frames are written, and who waits for room.

The session has a queue of frames: replies, messages without a response, and calls whose
turn has come. `Writer.flush` runs after everything that uses the session. It writes
these frames, and then dispatches the events.

A transport takes a message immediately and may then have no room for more, because the
peer does not read. The task whose message filled the transport waits for room. It is
either the reader, so that no more messages are read from such a peer, or the task of a
handler, of which `Limits.max_unanswered` limits the number. When there is room, this
task writes the remaining frames.

In the meantime, all other tasks find `_room` set and write nothing, because the
transport would have to buffer the frames, however many there are. Frames other than
calls are owed to the peer or were given to `Connection.send`, so a task that flushes
them waits as well, which bounds their number. Calls of ours stay in the session,
because their callers wait for the reply anyway, and `Limits.max_waiting` bounds their
number. But `Session.hold` starts the time limit of the next call as if it were written.
Otherwise, a call whose turn never comes, because the peer reads nothing, would have no
time limit at all.

`Writer` uses `write` of the transport, or else `send`. It never reads. It does not
finish the connection if the transport is closed, because the reader detects that too,
after it has read everything.
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
    """Writes the frames of a session.

    Args:
        ground: The state that the parts of the connection share.
        dispatcher: Dispatches the events when all frames are written.
        time_limits: Informed when a call is written, because it may have a new time
            limit.

    Attributes:
        cut: The exception that the transport raised instead of taking a message; None
            if it has taken all messages.
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
        # Set while a task waits for room; done when that task has written the rest.
        self._room: asyncio.Future[None] | None = None
        self.cut: TransportClosed | None = None

    def flush(self) -> Coroutine[Any, Any, None] | None:
        """Write the frames of the session, then dispatch the events.

        This is not a coroutine function, because nearly always everything is done when
        it returns, and a coroutine for each message of the peer costs more than a test
        for None.

        Returns:
            None if everything is done; otherwise an awaitable for the rest, because the
                transport has no room for more.
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
        """Flush like `flush`, and wait for room if necessary."""
        if (rest := self.flush()) is not None:
            await rest

    def flush_soon(self) -> None:
        """Flush like `flush`, but wait for room in another task."""
        if self._room is not None:
            self._hold()
            return
        # `send` returns a coroutine, which writes nothing before it runs. Until then,
        # the session must not count a call as sent. Otherwise the caller of a call that
        # was never written would learn that the peer may have received it.
        rest = self.flush() if self._writes_at_once else self.flushed()
        if rest is not None:
            self._tasks.start(rest)

    def _write_all(self) -> Awaitable[None] | None:
        """Write the frames of the session until the transport has no room.

        Returns:
            An awaitable that ends when there is room again; None if all is written.
        """
        now, calls = self._now(), self._dispatcher.calls
        try:
            while (text := self._session.next_to_send(now)) is not None:
                if calls:  # otherwise the frame is no call and has no time limit
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
        """Write nothing, because another task waits for room and then writes all."""
        self._session.hold(self._now())
        self._time_limits.watch()
        self._dispatcher.dispatch()

    async def _flush_on(
        self, room: Awaitable[None] | None, waiting: asyncio.Future[None]
    ) -> None:
        """Wait for room and write the rest; then let the other tasks write."""
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
        """Flush after the task that waits for room has written the rest.

        `asyncio.wait` does not cancel the future if this is cancelled, because other
        tasks wait for it too.
        """
        await asyncio.wait([waiting])
        await self.flushed()
