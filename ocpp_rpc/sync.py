"""A station's connection for programs without asyncio.

`connect` takes the same arguments as `ocpp_rpc.connect`. Its connection has the same
methods, but they block instead of being awaited::

    with ocpp_rpc.sync.connect(url, "CP001", versions=["1.6"]) as connection:
        print(connection.call(v16.HeartbeatRequest()).current_time)

The connection runs in an event loop in a separate thread. Handlers run in that thread
too, while the program waits or does something else, so a handler that is a plain
function must not block. Handlers receive the asynchronous connection; the methods of
the blocking connection raise RuntimeError in that thread, because they would wait for
themselves.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator
from contextlib import suppress
from functools import partial
from types import EllipsisType, TracebackType
from typing import Any, ParamSpec, TypeVar

from ocpp_messages import (
    Request,
    Role,
    Send,
    StationSide,
    Tolerance,
    VersionPackage,
)

from .connection.loop_thread import LoopThread, cancel
from .connection.sides import StationConnection
from .errors import ConnectionClosed
from .handlers.routing import Handler
from .lines import about
from .protocol.events import Closed
from .protocol.limits import Limits
from .protocol.tolerances import Tolerances
from .security.boot.station import guard_of
from .station import booting as boots
from .station import connecting as client
from .station.booting import BootRequest, BootWaits, OnResponse
from .station.heartbeats import Heartbeats
from .transports import Peer, PingPolicy

__all__ = ["Connecting", "Connection", "connect"]

logger = logging.getLogger("ocpp_rpc.station")

P = ParamSpec("P")
ResponseT = TypeVar("ResponseT")


class Connection:
    """An open connection whose methods block; see `ocpp_rpc.Connection`."""

    def __init__(self, behind: StationConnection, loop: LoopThread) -> None:
        self._behind = behind
        self._loop = loop

    def __repr__(self) -> str:
        return repr(self._behind)

    @property
    def identity(self) -> str:
        """The identity of the station."""
        return self._behind.identity

    @property
    def version(self) -> str:
        """The negotiated version of OCPP, for example "1.6"."""
        return self._behind.version

    @property
    def package(self) -> VersionPackage:
        """The messages of the negotiated version."""
        return self._behind.package

    @property
    def role(self) -> Role:
        """The role of this side."""
        return self._behind.role

    @property
    def peer(self) -> Peer:
        """The network addresses and the certificate of the peer."""
        return self._behind.peer

    @property
    def profile(self) -> int | None:
        """The number of the security profile; see `ocpp_rpc.Connection`."""
        return self._behind.profile

    @property
    def limits(self) -> Limits:
        """How much may be pending at once; may be changed at any time."""
        return self._behind.limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self._loop.call(lambda: setattr(self._behind, "limits", limits))

    @property
    def tolerance(self) -> Tolerances:
        """The deviations to accept from the peer; see `ocpp_rpc.Connection`."""
        return self._behind.tolerance

    @tolerance.setter
    def tolerance(self, tolerance: Tolerance | Tolerances) -> None:
        self._behind.tolerance = tolerance

    @property
    def closed(self) -> bool:
        """Whether the connection is closed."""
        return self._behind.closed

    @property
    def end(self) -> Closed | None:
        """The code and reason of the close; None while the connection is open."""
        return self._behind.end

    def set_handler(self, handler: Handler) -> None:
        """Replace the handler for the peer's messages."""
        self._loop.call(lambda: self._behind.set_handler(handler))

    def keep_alive(
        self,
        interval: float | None,
        timeout: float | None = 20.0,
        policy: PingPolicy | None = None,
    ) -> None:
        """Ping the peer at an interval; see `ocpp_rpc.Connection.keep_alive`."""
        if not self.closed:
            self._loop.call(lambda: self._behind.keep_alive(interval, timeout, policy))

    def boot(
        self,
        request: BootRequest,
        *,
        heartbeats: Heartbeats | None = None,
        waits: BootWaits | None = None,
        on_response: OnResponse | None = None,
    ) -> None:
        """Send BootNotification until it is accepted; see `ocpp_rpc.boot`.

        Returns once the back office has accepted the station; at once if it did so on
        an earlier connection of the same `connect`. The thread sends heartbeats as long
        as the connection lasts. You may create `heartbeats` in any thread, but change
        its interval before this call or in the thread of the connection, for example in
        a handler.

        Raises:
            ConnectionClosed: The connection closed before the station was accepted.
            CannotSend: The request is not valid, or not a request of the negotiated
                version.
        """
        behind = self._behind
        self._loop.run(
            _booted(
                behind,
                boots.boot(
                    behind,
                    request,
                    heartbeats=heartbeats,
                    waits=waits,
                    on_response=on_response,
                ),
            )
        )

    def call(
        self,
        request: Request[ResponseT, StationSide],
        *,
        timeout: float | EllipsisType | None = ...,
        total_timeout: float | None = None,
        tolerance: Tolerance | None = None,
    ) -> ResponseT:
        """Send a request and return the response; see `ocpp_rpc.Connection.call`."""
        return self._loop.run(
            self._behind.call(
                request,
                timeout=timeout,
                total_timeout=total_timeout,
                tolerance=tolerance,
            )
        )

    def send(
        self, message: Send[StationSide], *, tolerance: Tolerance | None = None
    ) -> None:
        """Send a message that has no response; see `ocpp_rpc.Connection.send`."""
        self._loop.run(self._behind.send(message, tolerance=tolerance))

    def close(
        self, code: int = 1000, reason: str = "", *, timeout: float | None = None
    ) -> None:
        """Close the connection gracefully; see `ocpp_rpc.Connection.close`."""
        if not self.closed:
            self._loop.run(self._behind.close(code, reason, timeout=timeout))

    def abort(self, code: int = 1006, reason: str = "") -> None:
        """Close the connection immediately; see `ocpp_rpc.Connection.abort`."""
        if not self.closed:
            self._loop.call(lambda: self._behind.abort(code, reason))

    def on_close(self, callback: Callable[[StationConnection], object]) -> None:
        """Call a function at the close; see `ocpp_rpc.Connection.on_close`.

        The function runs in the thread of the event loop.
        """
        self._loop.call(lambda: self._behind.on_close(callback))

    def wait_closed(self, timeout: float | None = None) -> bool:
        """Wait until either side has closed the connection.

        Args:
            timeout: The longest time to wait, in seconds; None: no limit.

        Returns:
            Whether the connection is closed.
        """
        if not self.closed:
            with suppress(TimeoutError):
                waiting = asyncio.wait_for(self._behind.wait_closed(), timeout)
                self._loop.run(waiting)
        return self.closed


async def _booted(
    behind: StationConnection, booting: Coroutine[Any, Any, None]
) -> None:
    """Boot a station, and return once it is accepted.

    Raises:
        ConnectionClosed: The connection closed before the station was accepted.
    """
    guard = guard_of(behind)
    assert guard is not None  # each connection of a station has one
    # The loop has only a weak reference to the task, so the connection keeps one.
    task = asyncio.create_task(booting)
    behind.on_close(lambda _: task)
    accepted = asyncio.create_task(guard.wait_accepted())
    try:
        await asyncio.wait([task, accepted], return_when=asyncio.FIRST_COMPLETED)
    except asyncio.CancelledError:
        task.cancel()
        raise
    finally:
        accepted.cancel()
    if task.done():
        task.result()
        raise ConnectionClosed
    task.add_done_callback(partial(_log_failure, behind))


def _log_failure(behind: StationConnection, task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        logger.error(
            "%r: sending BootNotification again failed",
            behind.identity,
            exc_info=error,
            extra=about(behind.identity, behind.version),
        )


class Connecting:
    """Connects a station: a context manager and an iterator, returned by `connect`."""

    def __init__(self, connecting: client.Connecting) -> None:
        self._connecting = connecting
        self._loop: LoopThread | None = None

    def __enter__(self) -> Connection:
        """Open a connection; see `ocpp_rpc.connect` for the exceptions."""
        self._loop = loop = LoopThread()
        try:
            return Connection(loop.run(self._connecting.__aenter__()), loop)
        except BaseException:
            loop.stop()
            raise

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        assert self._loop is not None  # it was entered
        try:
            self._loop.run(self._connecting.__aexit__(None, None, None))
        finally:
            self._loop.stop()

    def __iter__(self) -> Iterator[Connection]:
        """Open a connection, and a new one each time the connection ends."""
        loop = LoopThread()
        connections = _Connections(aiter(self._connecting))
        try:
            while True:
                yield Connection(loop.run(connections.next()), loop)
        finally:
            try:
                loop.run(connections.close())
            finally:
                loop.stop()


class _Connections:
    """The connections of an iterator, used in the thread of the event loop."""

    def __init__(self, connections: AsyncGenerator[StationConnection, None]) -> None:
        self._connections = connections
        self._tasks: set[asyncio.Task[Any]] = set()

    async def next(self) -> StationConnection:
        task = asyncio.current_task()
        assert task is not None
        self._tasks = {task}
        return await anext(self._connections)

    async def close(self) -> None:
        """Close the last connection, after cancelling an interrupted `next`."""
        await cancel(self._tasks)
        await self._connections.aclose()


def _blocking(
    function: Callable[P, client.Connecting],
) -> Callable[P, Connecting]:
    def connect(*args: P.args, **kwargs: P.kwargs) -> Connecting:
        """Connect a station to its back office; see `ocpp_rpc.connect`."""
        return Connecting(function(*args, **kwargs))

    return connect


connect = _blocking(client.connect)
"""Connect a station to its back office; see `ocpp_rpc.connect`."""
