"""Lanes: the messages that go to one of the two sides of a charger.

Messages of the other side are passed on as they come. A call of the relay, or of a
further back office, needs a turn, because a peer need not expect a second call before
it has answered the first one (OCPP-J 1.6 §4.1.1; 2.0.1 and 2.1 part 4 §4.1.1):

* Such a call waits until the peer has answered the calls that were passed on, or until
  these are `answer_timeout` old.
* While it waits, and until it is answered, further calls of the other side are held.
  Replies and SENDs overtake them, because the peer may wait for a reply before it
  answers anything.
* After each such call, the held messages go before the next turn, so neither side can
  keep the other one waiting for ever.

While there is no transport, all messages are held. The held messages are limited in
number and size; beyond, the relay stops reading from the other side.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, cast

from ocpp_rpc.connection.event_loop import release
from ocpp_rpc.connection.settings import Clock, Timer, within
from ocpp_rpc.errors import CallTimeout, ConnectionClosed, QueueFull
from ocpp_rpc.transports import BinaryTransport, Transport, TransportClosed

from .heads import Head, head_of
from .settings import RelaySettings

__all__ = ["Lane", "written"]

_Message = str | bytes

_MOST_CALLS = 1024
"""The number of passed calls to remember, although OCPP allows one at a time."""


class Lane:
    """The messages that go to one of the two sides of a charger.

    Args:
        rules: The settings of the relay.
        clock: The clock for the limits.
        observe: A function to call for each message of the other side that is written.

    Attributes:
        transport: The transport to write to; None while this side is not connected.
    """

    def __init__(
        self, rules: RelaySettings, clock: Clock, observe: Callable[[_Message], None]
    ) -> None:
        self._rules = rules
        self._clock = clock
        self._observe = observe
        self.transport: Transport | None = None
        self._calls: dict[str, float] = {}  # until when each counts as under way
        self._orphans: dict[str, None] = {}  # calls of a lost peer, in their order
        self._held: deque[_Message] = deque()
        self._size = 0  # of what is held
        self._turns: deque[asyncio.Future[None]] = deque()
        self._turn: asyncio.Future[None] | None = None  # the one that is under way
        self._settling: asyncio.Future[None] | None = None  # the turn for the orphans
        self._losses = 0  # how often the other side was lost
        self._held_first = False  # whether what is held comes before the next turn
        self._draining: asyncio.Task[None] | None = None
        self._changes: list[asyncio.Future[None]] = []
        self._limits: set[asyncio.Timeout] = set()  # of those who wait for room
        self._timer: Timer | None = None
        self._hurries = False
        self._ended = False

    async def write(self, message: _Message) -> None:
        """Write a message of the relay itself, and wait for room.

        Raises:
            ConnectionClosed: This side is not connected.
        """
        if self.transport is None:
            raise ConnectionClosed
        await self._write(message, None)

    # --- What the other side sends ----------------------------------------------------

    async def pass_on(self, message: _Message, head: Head | None) -> None:
        """Write a message of the other side now, or hold it; wait for room.

        A call is dropped if the other side is lost while it waits.

        Args:
            message: The message.
            head: The beginning of its frame; None if it is not a frame.
        """
        is_call, losses = head is not None and head.is_call, self._losses
        while self._has_to_wait(head):
            if self._ended:
                return
            if not self._is_full:
                self._held.append(message)
                self._size += len(message)
                return
            await self._change()
            if is_call and self._losses > losses:
                return
        await self._write(message, head)

    def _has_to_wait(self, head: Head | None) -> bool:
        if self.transport is None or self._draining is not None:
            return True
        busy = self._turn is not None or bool(self._turns)
        return busy and head is not None and head.is_call

    @property
    def _is_full(self) -> bool:
        return (
            len(self._held) >= self._rules.max_held
            or self._size >= self._rules.max_held_size
        )

    async def _write(self, message: _Message, head: Head | None) -> None:
        transport = self.transport
        assert transport is not None
        if head is not None and head.is_call:
            self._orphans.pop(head.id, None)
            self._calls[head.id] = self._clock.time() + self._rules.answer_timeout
            _drop_oldest(self._calls)
        self._observe(message)
        try:
            room = written(transport, message)
            if room is not None:
                await self._room(room)
        except TransportClosed:
            # Whoever reads from it finds out as well, and tells.
            if self.transport is transport:
                self.transport = None

    def answered(self, message_id: str) -> bool:
        """Note a reply of the peer.

        Returns:
            Whether it answers a call that was passed on.
        """
        if self._calls.pop(message_id, None) is None:
            return False
        self._go_on()
        return True

    def is_orphan(self, message_id: str) -> bool:
        """Tell whether a reply is to a call of a lost peer, and forget that call."""
        if message_id not in self._orphans:
            return False
        del self._orphans[message_id]
        return True

    # --- Turns ------------------------------------------------------------------------

    @asynccontextmanager
    async def turn(self, action: str, seconds: float) -> AsyncGenerator[None, None]:
        """Wait for the turn of a call of the relay, and hold other calls meanwhile.

        Args:
            action: The action of the call, for the error.
            seconds: The longest wait.

        Raises:
            CallTimeout: The turn did not come in time.
            ConnectionClosed: The charger is gone.
            QueueFull: `RelaySettings.max_waiting` calls wait already.
        """
        if self._ended:
            raise ConnectionClosed
        waiting = sum(turn is not self._settling for turn in self._turns)
        if waiting >= self._rules.max_waiting:
            raise QueueFull(self._rules.max_waiting)
        turn = self._queue_turn()
        try:
            await self._wait_for(turn, action, seconds)
            yield
        finally:
            self._leave(turn)

    def _queue_turn(self) -> asyncio.Future[None]:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._turns.append(turn)
        self._go_on()
        return turn

    async def _wait_for(
        self, turn: asyncio.Future[None], action: str, seconds: float
    ) -> None:
        try:
            async with within(seconds, self._clock):
                await turn
        except TimeoutError:
            raise CallTimeout(action, sent=False) from None

    def _leave(self, turn: asyncio.Future[None]) -> None:
        if self._turn is turn:
            self._turn = None
            self._held_first = True
        else:
            with suppress(ValueError):  # the lane has ended, and forgotten it
                self._turns.remove(turn)
        self._go_on()

    def _go_on(self) -> None:
        """Write the held messages, or begin the next turn, if either is possible."""
        self._stop_timer()
        if (
            self._ended
            or self.transport is None
            or self._turn is not None
            or self._draining is not None
        ):
            return
        if self._held and (self._held_first or not self._turns):
            self._draining = asyncio.create_task(self._drain())
        elif self._turns:
            self._held_first = False
            self._grant()

    def _grant(self) -> None:
        """Begin the next turn, unless calls are under way that may still be answered.

        Calls that are overdue stay known: their replies may come after the other side
        is lost.
        """
        now = self._clock.time()
        under_way = [until for until in self._calls.values() if until > now]
        if under_way:
            self._timer = self._clock.call_at(min(under_way), self._go_on)
            return
        self._turn = self._turns.popleft()
        release(self._turn)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def _drain(self) -> None:
        """Write the held messages."""
        try:
            while self._held and self.transport is not None:
                message = self._held.popleft()
                self._size -= len(message)
                self._changed()
                await self._write(message, head_of(message))
        finally:
            self._draining = None
            self._held_first = self.transport is None
            self._changed()
            self._go_on()

    # --- The transport ----------------------------------------------------------------

    def use(self, transport: Transport) -> None:
        """Write to a transport from now on, the held messages first."""
        self.transport = transport
        self._held_first = True
        self._changed()
        self._go_on()

    def lose(self) -> list[str]:
        """Hold all messages from now on, because the peer is lost.

        Returns:
            The ids of the calls that the peer has not answered, each as JSON.
        """
        self.transport = None
        lost = [*self._calls]
        self._calls.clear()
        return lost

    def forget(self) -> None:
        """Forget the calls of the other side, because it is lost and gets no reply.

        Its held replies stay. The next connection of the other side may use the ids of
        these calls again, and must not call before they are answered or are
        `answer_timeout` old. So its calls wait, as they do for a call of the relay.
        A reply to one of them is dropped whenever it comes, also after further losses.
        """
        self._losses += 1
        self._held = deque(each for each in self._held if not _is_call(each))
        self._size = sum(map(len, self._held))
        self._changed()
        self._orphans |= dict.fromkeys(self._calls)
        _drop_oldest(self._orphans)
        if self._calls and self._settling is None and not self._ended:
            self._settling = self._queue_turn()
            self._settling.add_done_callback(self._settled)

    def _settled(self, turn: asyncio.Future[None]) -> None:
        turn.exception()  # retrieved, or asyncio would log it if the lane has ended
        self._settling = None
        self._leave(turn)

    def hurry(self) -> None:
        """Stop waiting for room, because little more comes from the other side."""
        self._hurries = True
        self._stop_waiting()

    def end(self) -> None:
        """Stop writing and waiting, because the charger is gone."""
        self._ended = self._hurries = True
        self.transport = None
        self._stop_timer()
        if self._draining is not None:
            self._draining.cancel()
        turns, self._turns = self._turns, deque()
        for turn in turns:
            if not turn.done():
                turn.set_exception(ConnectionClosed())
        self._held.clear()
        self._stop_waiting()

    # --- Waiting ----------------------------------------------------------------------

    async def _room(self, room: Awaitable[None]) -> None:
        """Wait for room in the transport, until `hurry` or `end` is called."""
        with suppress(TimeoutError):
            async with asyncio.timeout(0 if self._hurries else None) as limit:
                self._limits.add(limit)
                try:
                    await room
                finally:
                    self._limits.discard(limit)

    def _stop_waiting(self) -> None:
        """End all waits for room; the messages stay written."""
        for limit in self._limits:
            limit.reschedule(0)
        self._changed()

    def _change(self) -> asyncio.Future[None]:
        change: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._changes.append(change)
        return change

    def _changed(self) -> None:
        changes, self._changes = self._changes, []
        for change in changes:
            release(change)


def _drop_oldest(calls: dict[str, Any]) -> None:
    """Forget the oldest calls, beyond the number to remember."""
    while len(calls) > _MOST_CALLS:
        del calls[next(iter(calls))]


def _is_call(message: _Message) -> bool:
    head = head_of(message)
    return head is not None and head.is_call


def written(transport: Transport, message: _Message) -> Awaitable[None] | None:
    """Write a message, and return an awaitable that ends once there is room for more.

    Returns:
        The awaitable; None if there is room already.

    Raises:
        TransportClosed: The message may not have been written.
    """
    if isinstance(message, bytes):
        return cast(BinaryTransport, transport).send_bytes(message)
    direct = getattr(transport, "write", None)
    return transport.send(message) if direct is None else direct(message)
