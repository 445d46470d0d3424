"""A transport within one program, for tests.

A `Line` joins two ends and carries messages. A silent line keeps the messages until it
is restored, as TCP does while the network is down. An end learns only from what
arrives: news that the other end has been closed or cut travels over the line, too.
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
        capacity: The number of messages that the other end may leave unread before a
            writer has to wait; default: 16.
        max_unsent: The number of bytes that the unread messages have to exceed as well
            before a writer waits; None (default): their number alone decides.
        peer: The other end; default: a `Peer` without an address.
        clock: The clock of `close_timeout`; None (default): the event loop.
        close_timeout: The time limit for the other end to answer a close, in seconds;
            default: 10.

    Attributes:
        peer: The other end.
        max_size: The longest message to this end, in bytes; a longer one closes the
            line with 1009; None (default): no limit.
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
        """Attach this end to a line; only a `Line` calls this."""
        self._line, self._other = line, other

    def behave(self, settings: WebSocketSettings) -> None:
        """Use other settings from now on."""
        self.max_size, self._max_unsent = settings.max_size, settings.max_unsent
        self._close_timeout = settings.close_timeout

    @property
    def closed(self) -> bool:
        """Whether this end is closed, or is being closed."""
        return self._end is not None

    @property
    def over(self) -> bool:
        """Whether this end is closed and its closing handshake has ended."""
        return self._over

    # --- As a transport ---------------------------------------------------------------

    async def recv(self) -> str | bytes:
        """Return the next message; messages sent before a close still arrive."""
        while not self._arrived:
            self._check_open()
            await self._change()
        message = self._arrived.popleft()
        self._other.taken(message)
        return message

    def write(self, text: str | bytes) -> Awaitable[None] | None:
        """Write a message, and return an awaitable if too much is unread."""
        self._check_open()
        self._count(text, 1)
        self._pass(partial(self._other.take, text))
        return self._room() if self._is_full else None

    async def send(self, text: str | bytes) -> None:
        """Write a message, then wait while too much is unread."""
        room = self.write(text)
        if room is not None:
            await room

    async def send_bytes(self, data: bytes) -> None:
        """Write a binary message, then wait while too much is unread."""
        await self.send(data)

    async def ping(self) -> bool:
        """Return as soon as the line is not silent.

        No pong has to arrive: the peer of a WebSocket library answers pings
        independently of the program, and the other end is in this program.
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
        """Close both ends, and drop all messages on the way."""
        if self._over:
            return
        self._under_way.clear()
        self._pass(self._other.lose)
        self.lose()

    # --- What arrives -----------------------------------------------------------------

    def take(self, message: str | bytes) -> None:
        """Receive a message of the other end."""
        if self._end is not None:
            return
        if self.max_size is not None and _size(message) > self.max_size:
            self._close(1009, "the message is too long")
            return
        self._arrived.append(message)
        self._changed()

    def taken(self, message: str | bytes) -> None:
        """Record that the other end has read a message."""
        full = self._is_full
        self._count(message, -1)
        if full:
            self._changed()

    def take_close(self, code: int, reason: str) -> None:
        """Receive the close of the other end, and answer it."""
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
        """Record that the line is cut; all messages that are still unread are lost."""
        self._end = self._end or (1006, "")
        self._arrived.clear()
        self.finish()

    def let_through(self) -> None:
        """Deliver all messages that are on the way from this end."""
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
        theirs: The other end.
        ended: The function that is called when both ends are closed; default: none.

    Attributes:
        ends: Both ends.
        silent: Whether the line keeps all messages; default: False.
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
        """Record that an end is closed."""
        if self._ended is not None and all(end.over for end in self.ends):
            self._ended(self)

    def restore(self) -> None:
        """Deliver all messages that were sent while the line was silent."""
        self.silent = False
        for end in self.ends:
            end.let_through()

    def cut(self) -> None:
        """Cut the line, which both ends notice."""
        for end in self.ends:
            end.lose()


def memory_pair(capacity: int = _CAPACITY) -> tuple[MemoryTransport, MemoryTransport]:
    """Return two ends of a transport.

    Args:
        capacity: The number of messages that may be unread before a writer has to wait;
            default: 16.
    """
    return Line(MemoryTransport(capacity), MemoryTransport(capacity)).ends


def _size(message: str | bytes) -> int:
    return len(message if isinstance(message, bytes) else message.encode())
