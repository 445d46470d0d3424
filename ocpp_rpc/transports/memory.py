"""A transport within one program, for tests.

Two ends are joined by a `Line`, which carries messages until it is told not to: a
silent line keeps the messages, as TCP does while the network is away. An end learns
only from what arrives there: that the other end was cut or closed is on the way, too.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from . import Peer, TransportClosed, WebSocketSettings

if TYPE_CHECKING:
    from ocpp_rpc.connection.settings import Clock

__all__ = ["Line", "MemoryTransport", "memory_pair"]

_CAPACITY: Final = 16


class MemoryTransport:
    """One end of a line.

    Args:
        capacity: How many messages the other end may leave unread before a writer has
            to wait.
        max_unsent: A writer waits only if the unread messages have more bytes than
            this, too. None: their number alone decides.
        peer: The other end.
        clock: The clock of `close_timeout`; the event loop if None.
        close_timeout: How long the other end may take to answer a close, in seconds.

    Attributes:
        peer: The other end.
        max_size: How long a message to this end may be, in bytes; a longer one closes
            the line with 1009. None: any length.
    """

    def __init__(
        self,
        capacity: int = _CAPACITY,
        *,
        max_unsent: int | None = None,
        peer: Peer | None = None,
        clock: Clock | None = None,
        close_timeout: float = 10.0,
    ) -> None:
        self.peer: Final = peer or Peer()
        self.max_size: int | None = None
        self._close_timeout = close_timeout
        self._capacity = capacity
        self._max_unsent = max_unsent
        self._clock = clock
        self._line: Line
        self._other: MemoryTransport
        self._arrived: deque[str | bytes] = deque()
        self._under_way: deque[Callable[[], None]] = deque()
        self._unread = 0  # messages that were sent from here, wherever they are
        self._unsent = 0  # how many bytes these are, if that counts
        self._end: tuple[int, str] | None = None
        self._over = False
        self._waiters: list[asyncio.Future[None]] = []

    def join(self, line: Line, other: MemoryTransport) -> None:
        """Attach this end to a line; for `Line` only."""
        self._line, self._other = line, other

    def behave(self, settings: WebSocketSettings) -> None:
        """Behave as settings say from now on."""
        self.max_size, self._max_unsent = settings.max_size, settings.max_unsent
        self._close_timeout = settings.close_timeout

    @property
    def closed(self) -> bool:
        """Whether it is closed, or being closed."""
        return self._end is not None

    @property
    def over(self) -> bool:
        """Whether it is closed, the closing handshake included."""
        return self._over

    # --- As a transport ---------------------------------------------------------------

    async def recv(self) -> str | bytes:
        """Return the next message; what was sent before a close still arrives."""
        while not self._arrived:
            self._check_open()
            await self._change()
        message = self._arrived.popleft()
        self._other.taken(message)
        return message

    def write(self, text: str | bytes) -> Awaitable[None] | None:
        """Hand a message over; return what waits while too much is unread."""
        self._check_open()
        self._count(text, 1)
        self._pass(partial(self._other.take, text))
        return self._room() if self._is_full else None

    async def send(self, text: str | bytes) -> None:
        """Hand a message over, then wait while too much is unread."""
        room = self.write(text)
        if room is not None:
            await room

    async def send_bytes(self, data: bytes) -> None:
        """Hand a binary message over, then wait while too much is unread."""
        await self.send(data)

    async def ping(self) -> bool:
        """Return as soon as the line is not silent.

        No pong has to come: the peer of a WebSocket library answers pings by itself,
        whatever the program does, and the other end here is in this program.
        """
        self._check_open()
        while self._line.silent:
            await self._change()
            self._check_open()
        return True

    async def close(self, code: int, reason: str) -> None:
        """Close both ends; if the line stays silent, only this one."""
        self._close(code, reason)
        if self._over:
            return
        clock = self._clock or asyncio.get_running_loop()
        timer = clock.call_at(clock.time() + self._close_timeout, self.finish)
        try:
            while not self._over:
                await self._change()
        finally:
            timer.cancel()

    def abort(self) -> None:
        """Close both ends, and drop what is under way."""
        if self._over:
            return
        self._under_way.clear()
        self._pass(self._other.lose)
        self.lose()

    # --- What arrives -----------------------------------------------------------------

    def take(self, message: str | bytes) -> None:
        """Take a message of the other end."""
        if self._end is not None:
            return
        if self.max_size is not None and _size(message) > self.max_size:
            self._close(1009, "the message is too long")
            return
        self._arrived.append(message)
        self._changed()

    def taken(self, message: str | bytes) -> None:
        """Take note that the other end has read a message."""
        full = self._is_full
        self._count(message, -1)
        if full:
            self._changed()

    def take_close(self, code: int, reason: str) -> None:
        """Take the close of the other end, and answer it."""
        self._end = self._end or (code, reason)
        self.finish()
        self._pass(self._other.finish)

    def finish(self) -> None:
        """End the closing handshake."""
        if not self._over:
            self._over = True
            self._line.note_end()
        self._changed()

    def lose(self) -> None:
        """Take note that the line is cut; what was not read by then is lost."""
        self._end = self._end or (1006, "")
        self._arrived.clear()
        self.finish()

    def let_through(self) -> None:
        """Let arrive what is under way from here."""
        while self._under_way:
            self._under_way.popleft()()
        self._changed()

    # --- Within -----------------------------------------------------------------------

    def _check_open(self) -> None:
        if self._end is not None:
            raise TransportClosed(*self._end)

    def _close(self, code: int, reason: str) -> None:
        if self._end is None:
            self._end = code, reason
            self._changed()
            self._pass(partial(self._other.take_close, code, reason))

    def _pass(self, arrive: Callable[[], None]) -> None:
        if self._line.silent:
            self._under_way.append(arrive)
        else:
            arrive()

    def _count(self, message: str | bytes, sign: int) -> None:
        if self._max_unsent is not None:
            self._unsent += sign * _size(message)
        self._unread += sign

    @property
    def _is_full(self) -> bool:
        too_long = self._max_unsent is None or self._unsent > self._max_unsent
        return too_long and self._unread > self._capacity

    async def _room(self) -> None:
        """Wait until there is room for another message."""
        while self._end is None and self._is_full:
            await self._change()
        self._check_open()

    def _change(self) -> asyncio.Future[None]:
        """Return a future for the next change of any kind."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        return waiter

    def _changed(self) -> None:
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)


class Line:
    """The connection between two ends.

    Args:
        ours: One end.
        theirs: The other one.
        ended: Called when both ends are closed.

    Attributes:
        ends: Both ends.
        silent: Whether nothing that is sent arrives.
    """

    def __init__(
        self,
        ours: MemoryTransport,
        theirs: MemoryTransport,
        ended: Callable[[Line], object] | None = None,
    ) -> None:
        self.ends: Final = (ours, theirs)
        self.silent = False
        self._ended = ended
        ours.join(self, theirs)
        theirs.join(self, ours)

    def note_end(self) -> None:
        """Take note that an end is closed."""
        if self._ended is not None and all(end.over for end in self.ends):
            self._ended(self)

    def restore(self) -> None:
        """Let everything arrive that was sent while the line was silent."""
        self.silent = False
        for end in self.ends:
            end.let_through()

    def cut(self) -> None:
        """Break the line, which both ends notice."""
        for end in self.ends:
            end.lose()


def memory_pair(capacity: int = _CAPACITY) -> tuple[MemoryTransport, MemoryTransport]:
    """Return two ends of a transport.

    Args:
        capacity: How many messages may be unread before a writer has to wait.
    """
    return Line(MemoryTransport(capacity), MemoryTransport(capacity)).ends


def _size(message: str | bytes) -> int:
    return len(message if isinstance(message, bytes) else message.encode())
