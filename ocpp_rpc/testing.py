"""For tests: two connections in memory, a scripted peer, and a clock to turn.

Nothing here touches the network, and nothing waits for real time::

    async with testing.pair(version="1.6", back_office=routes) as (station, csms):
        await station.call(v16.HeartbeatRequest())

    async with testing.raw_peer(routes, version="1.6") as peer:
        await peer.send('[2,"1","Heartbeat",{}]')
        assert await peer.recv() == ...
"""

from __future__ import annotations

import heapq
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Final

from ocpp_messages import Role

from .connection.connection import Connection
from .connection.settings import Settings
from .handlers.routing import Handler
from .protocol.versions import Version, package_of
from .transports.memory import MemoryTransport, memory_pair

__all__ = ["RawPeer", "VirtualClock", "pair", "raw_peer"]

IDENTITY: Final = "CP001"


@asynccontextmanager
async def pair(
    station: Handler = None,
    back_office: Handler = None,
    *,
    version: Version,
    settings: Settings | None = None,
) -> AsyncGenerator[tuple[Connection, Connection], None]:
    """Connect a station and a back office.

    Args:
        station: What answers the calls of the back office.
        back_office: What answers the calls of the station.
        version: The version they speak, or the package of one.
        settings: How both connections behave.

    Yields:
        The station's connection and the back office's.
    """
    package = package_of(version)
    ours, theirs = memory_pair()
    first, second = (
        Connection(
            transport, package, role, handler, identity=IDENTITY, settings=settings
        )
        for transport, role, handler in (
            (ours, package.STATION, station),
            (theirs, package.BACK_OFFICE, back_office),
        )
    )
    first.start()
    second.start()
    try:
        yield first, second
    finally:
        await first.close()
        await second.wait_closed()


class RawPeer:
    """The text side of a connection.

    Attributes:
        connection: The connection under test.
    """

    def __init__(self, transport: MemoryTransport, connection: Connection) -> None:
        self._transport = transport
        self.connection: Final = connection

    async def send(self, text: str | bytes) -> None:
        """Send the connection a message, whatever it is; bytes make a binary one."""
        await self._transport.send(text)

    async def recv(self) -> str:
        """Return the next message from the connection.

        Raises:
            TransportClosed: There is none, and there will be none.
        """
        message = await self._transport.recv()
        assert isinstance(message, str)  # a connection sends nothing else
        return message

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the transport in an orderly way."""
        await self._transport.close(code, reason)

    def abort(self) -> None:
        """Break the transport."""
        self._transport.abort()


@asynccontextmanager
async def raw_peer(
    handler: Handler = None,
    *,
    version: Version,
    role: Role | None = None,
    settings: Settings | None = None,
) -> AsyncGenerator[RawPeer, None]:
    """Put the text side of a connection in front of a real one.

    Args:
        handler: What the connection answers calls with.
        version: The version it speaks, or the package of one.
        role: Its role; the back office if not given.
        settings: How it behaves.
    """
    package = package_of(version)
    ours, theirs = memory_pair()
    connection = Connection(
        theirs,
        package,
        role or package.BACK_OFFICE,
        handler,
        identity=IDENTITY,
        settings=settings,
    )
    connection.start()
    try:
        yield RawPeer(ours, connection)
    finally:
        connection.abort()
        await connection.wait_closed()


class _Timer:
    """One entry of a `VirtualClock`."""

    def __init__(self, when: float, callback: Callable[[], object]) -> None:
        self._when = when
        self.callback: Callable[[], object] | None = callback

    def when(self) -> float:
        return self._when

    def cancel(self) -> None:
        self.callback = None


class VirtualClock:
    """A clock that stands still until it is turned.

    Give it to a connection as the clock of its settings. What a connection has set
    and neither awaited nor cancelled is left over: `timers` counts it.
    """

    def __init__(self) -> None:
        self._now = 0.0
        self._order = count()
        self._timers: list[tuple[float, int, _Timer]] = []

    def time(self) -> float:
        """Return the time: zero at first."""
        return self._now

    @property
    def timers(self) -> int:
        """How many timers are set: they were neither called back nor cancelled."""
        return sum(timer.callback is not None for _, _, timer in self._timers)

    def call_at(self, when: float, callback: Callable[[], object], /) -> _Timer:
        """Call back when the clock is turned to a time or beyond it."""
        timer = _Timer(when, callback)
        heapq.heappush(self._timers, (when, next(self._order), timer))
        return timer

    def advance(self, seconds: float) -> None:
        """Turn the clock on, and call back whom that concerns, in their order."""
        end = self._now + seconds
        while self._timers and self._timers[0][0] <= end:
            when, _, timer = heapq.heappop(self._timers)
            self._now = max(self._now, when)
            if timer.callback is not None:
                timer.callback()
        self._now = end
