"""The open connections of a server, by identity."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass
from weakref import WeakSet

from ocpp_rpc.connection.event_loop import check_loop, release
from ocpp_rpc.connection.settings import Clock, within
from ocpp_rpc.connection.sides import BackOfficeConnection
from ocpp_rpc.errors import NotConnected, NotConnectedInTime

__all__ = ["Change", "Changes", "Connections"]


@dataclass(frozen=True, slots=True)
class Change:
    """A change of `Connections`: a station has a connection there, or no longer.

    The changes of one identity alternate. If a station reconnects while its old
    connection is open, the old one is reported as gone before the new one is reported.
    Nothing more is reported when the old one closes, unless the new one closes first:
    then the old one is reported again. Therefore a program that adds an entry for each
    connection that comes, and deletes the entry of the identity for each that goes, has
    the same content as `Connections`.

    Attributes:
        connection: The connection.
        connected: Whether `Connections` has this connection for its identity from now
            on; if False, it no longer does.
    """

    connection: BackOfficeConnection
    connected: bool


class Changes:
    """An asynchronous iterator over the changes since it was created.

    `Connections.changes` creates it. Any number of changes wait here until they are
    taken, or until the program no longer references this object. It ends when the
    server is closed. Use it in the event loop of the server only.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop | None = None) -> None:
        self._loop = loop
        self._waiting: deque[Change] = deque()
        self._more = asyncio.Event()
        self._ended = False

    def __aiter__(self) -> Changes:
        return self

    async def __anext__(self) -> Change:
        check_loop(self._loop)
        while not self._waiting:
            if self._ended:
                raise StopAsyncIteration
            self._more.clear()
            await self._more.wait()
        return self._waiting.popleft()

    def put(self, change: Change) -> None:
        """Add a change."""
        self._waiting.append(change)
        self._more.set()

    def end(self) -> None:
        """End the iteration after the changes that are waiting."""
        self._ended = True
        self._more.set()


class _Items(ItemsView[str, BackOfficeConnection]):
    def __iter__(self) -> Iterator[tuple[str, BackOfficeConnection]]:
        return iter([*super().__iter__()])


class _Values(ValuesView[BackOfficeConnection]):
    def __iter__(self) -> Iterator[BackOfficeConnection]:
        return iter([*super().__iter__()])


class Connections(Mapping[str, BackOfficeConnection]):
    """The open connections of a server, by the identity of the station.

    This is a live view: it changes as stations connect and disconnect, but only while
    the program awaits something. Iteration is over a snapshot. If a station has several
    connections, this contains the newest.

    Args:
        clock: The clock of the time limits of waits; None: the event loop.
    """

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock
        # Several for an identity: a connection that is replaced is open until its
        # closing handshake is over, and with `duplicates="allow"` all of them stay.
        self._open: dict[str, list[BackOfficeConnection]] = {}
        self._waiters: dict[str, set[asyncio.Future[None]]] = {}
        self._total = 0
        # Weak references, because there is no sign that a program has stopped to
        # iterate: its changes would keep every connection in memory forever.
        self._changes: WeakSet[Changes] = WeakSet()
        self._ended = False
        self._loop: asyncio.AbstractEventLoop | None = None

    def __repr__(self) -> str:
        return f"<Connections: {len(self)}>"

    def __len__(self) -> int:
        return len(self._open)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the identities that are connected now."""
        return iter(tuple(self._open))

    def __contains__(self, identity: object) -> bool:
        return identity in self._open

    def __getitem__(self, identity: str) -> BackOfficeConnection:
        """Return the connection of a station.

        Raises:
            NotConnected: The station is not connected; also a `KeyError`.
        """
        try:
            return self._open[identity][-1]
        except KeyError:
            raise NotConnected(identity) from None

    def items(self) -> ItemsView[str, BackOfficeConnection]:
        """Return a view of the identities and connections."""
        return _Items(self)

    def values(self) -> ValuesView[BackOfficeConnection]:
        """Return a view of the connections."""
        return _Values(self)

    @property
    def total(self) -> int:
        """The number of open connections, including those that are not the newest."""
        return self._total

    def all(self) -> list[BackOfficeConnection]:
        """Return all open connections, including those that are not the newest."""
        return [each for those in self._open.values() for each in those]

    def of(self, identity: str) -> list[BackOfficeConnection]:
        """Return the open connections of a station, the newest one last."""
        return list(self._open.get(identity, ()))

    async def wait_for(
        self,
        identity: str,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> BackOfficeConnection:
        """Wait until a station is connected, and return its connection.

        Args:
            identity: The identity of the station.
            timeout: The time limit in seconds; None (default): no limit.

        Raises:
            NotConnectedInTime: The station did not connect in time; also a
                `TimeoutError`.
            NotConnected: The station is not connected, and the server is closed.
            RuntimeError: Called outside the event loop of the server.
        """
        check_loop(self._loop)
        try:
            async with within(timeout, self._clock):
                # A loop, because a station may be gone again before this task runs.
                while identity not in self._open:
                    await self._change_of(identity)
        except TimeoutError:
            raise NotConnectedInTime(identity) from None
        return self[identity]

    async def _change_of(self, identity: str) -> None:
        """Wait until a station connects; it may be gone again when this returns."""
        if self._ended:
            raise NotConnected(identity)
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiters = self._waiters.setdefault(identity, set())
        waiters.add(waiter)
        try:
            await waiter
        finally:
            waiters.discard(waiter)
            # By now there may be another set: `_release` removes one, and tasks that
            # start to wait before this runs create a new one.
            if not waiters and self._waiters.get(identity) is waiters:
                del self._waiters[identity]

    def changes(self) -> Changes:
        """Return an iterator over the changes from now on.

        To know at any time who is connected, call this, then copy the mapping before
        you await anything, and apply each change to the copy.

        Raises:
            RuntimeError: Called outside the event loop of the server.
        """
        check_loop(self._loop)
        changes = Changes(self._loop)
        if self._ended:
            changes.end()
        self._changes.add(changes)
        return changes

    def bind_to_loop(self) -> None:
        """Bind the server to the running event loop.

        Raises:
            RuntimeError: The server belongs to another event loop.
        """
        check_loop(self._loop)
        self._loop = asyncio.get_running_loop()

    def add(self, connection: BackOfficeConnection) -> None:
        """Add a connection, until it is closed."""
        self.bind_to_loop()
        identity = connection.identity
        those = self._open.setdefault(identity, [])
        if those:
            self._tell(Change(those[-1], connected=False))
        those.append(connection)
        self._total += 1
        self._release(identity)
        self._tell(Change(connection, connected=True))
        connection.on_close(self._remove)

    def end(self) -> None:
        """End all waits and iterations, because the server is closed."""
        self._ended = True
        for identity in tuple(self._waiters):
            self._release(identity)
        for changes in self._changes:
            changes.end()

    def _release(self, identity: str) -> None:
        for waiter in self._waiters.pop(identity, ()):
            release(waiter)

    def _remove(self, connection: BackOfficeConnection) -> None:
        those = self._open[connection.identity]
        # By object, not by identity, so that an old connection that ends late does not
        # remove the new one of its station.
        is_newest = those[-1] is connection
        those.remove(connection)
        self._total -= 1
        if not those:
            del self._open[connection.identity]
        if is_newest:
            self._tell(Change(connection, connected=False))
            self._tell_newest(those)

    def _tell_newest(self, those: list[BackOfficeConnection]) -> None:
        if those:
            self._tell(Change(those[-1], connected=True))

    def _tell(self, change: Change) -> None:
        for changes in self._changes:
            changes.put(change)
