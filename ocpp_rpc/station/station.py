"""A station that stays connected: calls made while it is not wait, or fail."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from types import EllipsisType, TracebackType
from typing import Literal, TypeAlias, TypeVar, get_args

from ocpp_messages import Request, Send, Tolerance
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.event_loop import check_loop
from ocpp_rpc.errors import (
    CallTimeout,
    ConnectionClosed,
    HandshakeFailed,
    NotConnectedInTime,
    OcppRpcError,
    QueueFull,
)

from .connecting import Connecting

logger = logging.getLogger("ocpp_rpc.station")

__all__ = ["OnConnection", "Station", "WhenDown"]

ResponseT = TypeVar("ResponseT")

WhenDown: TypeAlias = Literal["wait", "fail"]
"""What happens to a call that is made while there is no connection."""

OnConnection: TypeAlias = Callable[[Connection], Awaitable[object]]
"""What a station does on each new connection."""


class Station:
    """A station that connects, and connects again whenever its connection is lost.

    An asynchronous context manager: it begins to connect when its block is entered, and
    closes its connection at the end of it::

        async with Station(connect(url, "CP001", versions=["1.6"])) as station:
            await station.call(v16.HeartbeatRequest())

    Nothing is sent by itself: no BootNotification, and nothing again.

    Args:
        connecting: What connects, see `ocpp_rpc.connect`.
        on_connection: Awaited with each new connection, beside everything else, calls
            that have waited for it included, and cancelled when that connection is
            lost. What it raises is logged.
        when_down: Whether calls made without a connection wait for one, or fail at
            once with `ConnectionClosed`.
        max_waiting: How many calls may wait for a connection.
    """

    def __init__(
        self,
        connecting: Connecting,
        *,
        on_connection: OnConnection | None = None,
        when_down: WhenDown = "wait",
        max_waiting: int = 1000,
    ) -> None:
        if when_down not in get_args(WhenDown):
            raise ValueError(f"when_down is one of {get_args(WhenDown)}")
        self._connecting = connecting
        self._on_connection = on_connection
        self._when_down = when_down
        self._max_waiting = max_waiting
        self._waiting: dict[asyncio.Future[Connection], None] = {}
        self._connection: Connection | None = None
        self._over: OcppRpcError | None = None
        self._task: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def connection(self) -> Connection | None:
        """The open connection; None while there is none."""
        connection = self._connection
        return None if connection is None or connection.closed else connection

    async def __aenter__(self) -> Station:
        """Begin to connect."""
        self._over = None
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        check_loop(self._loop)
        assert self._task is not None  # it was entered
        self._task.cancel()
        await asyncio.wait([self._task])

    async def wait_connected(
        self,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> Connection:
        """Return the connection, as soon as there is one.

        Args:
            timeout: How many seconds to wait; None: for ever.

        Raises:
            NotConnectedInTime: There was none in time.
            HandshakeFailed: There will be none: `retry` of `connect` has said so.
            ConnectionClosed: There will be none: the block was left.
            QueueFull: Too many calls wait for one.
            RuntimeError: This is another event loop than that of the station.
        """
        check_loop(self._loop)
        if (connection := self.connection) is not None:
            return connection
        if self._over is not None:
            raise self._over
        if len(self._waiting) >= self._max_waiting:
            raise QueueFull(self._max_waiting)
        waiter: asyncio.Future[Connection] = asyncio.get_running_loop().create_future()
        self._waiting[waiter] = None
        clock, timer = self._connecting.clock, None
        if timeout is not None:
            late = NotConnectedInTime(self._connecting.identity)
            when = clock.time() + timeout
            timer = clock.call_at(when, lambda: _settle(waiter, late))
        try:
            return await waiter
        finally:
            del self._waiting[waiter]
            if timer is not None:
                timer.cancel()

    async def call(
        self,
        request: Request[ResponseT],
        *,
        timeout: float | EllipsisType | None = ...,  # noqa: ASYNC109
        total_timeout: float | None = None,
        tolerance: Tolerance | None = None,
    ) -> ResponseT:
        """Send a request and return the response to it.

        A call that is not written yet when the connection is lost waits for the next
        one, unless calls fail without one. A call that was written fails: it may have
        been acted on, and is never written twice.

        Args:
            request: What is asked.
            timeout: See `Connection.call`.
            total_timeout: How many seconds everything may take, the waiting for a
                connection included.
            tolerance: See `Connection.call`.

        Raises:
            CallTimeout: There was no answer in time, or no connection.
            HandshakeFailed: There will be no connection.
            OcppRpcError: See `Connection.call`.
            RuntimeError: This is another event loop than that of the station.
        """
        check_loop(self._loop)
        clock = self._connecting.clock
        end = None if total_timeout is None else clock.time() + total_timeout
        while True:
            left = None if end is None else end - clock.time()
            connection = await self._for_call(request, left)
            left = None if end is None else end - clock.time()
            try:
                return await connection.call(
                    request, timeout=timeout, total_timeout=left, tolerance=tolerance
                )
            except ConnectionClosed as error:
                if error.sent or self._when_down == "fail":
                    raise

    async def send(self, message: Send, *, tolerance: Tolerance | None = None) -> None:
        """Send a message that is not answered (from OCPP 2.1 on).

        Raises:
            ConnectionClosed: There is no connection.
            CannotSend: See `Connection.send`.
            RuntimeError: This is another event loop than that of the station.
        """
        check_loop(self._loop)
        connection = self.connection
        if connection is None:
            raise ConnectionClosed
        await connection.send(message, tolerance=tolerance)

    async def _for_call(self, request: object, left: float | None) -> Connection:
        """Return the connection for a call; wait for one if calls do so."""
        if self._when_down == "fail" and self.connection is None and not self._over:
            raise ConnectionClosed
        try:
            return await self.wait_connected(left)
        except NotConnectedInTime:
            action = type(request).__name__.removesuffix("Request")
            raise CallTimeout(action, sent=False) from None

    async def _run(self) -> None:
        """Stay connected, until cancelled or told not to try again."""
        try:
            async with aclosing(aiter(self._connecting)) as connections:
                async for connection in connections:
                    await self._use(connection)
        except HandshakeFailed as failure:
            logger.warning("%r: %s; this is final", self._connecting.identity, failure)
            self._over = failure
        except Exception:
            logger.exception("%r: cannot go on", self._connecting.identity)
        finally:
            self._over = self._over or ConnectionClosed()
            for waiter in self._waiting:
                _settle(waiter, self._over)

    async def _use(self, connection: Connection) -> None:
        """Let a connection be used until it is closed."""
        self._connection = connection
        for waiter in self._waiting:
            _settle(waiter, connection)
        task = asyncio.create_task(self._begin(connection))
        try:
            await connection.wait_closed()
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def _begin(self, connection: Connection) -> None:
        if self._on_connection is None:
            return
        try:
            await self._on_connection(connection)
        except ConnectionClosed:
            pass  # whoever waits for the connection finds it out as well
        except Exception:
            logger.exception("%r: on_connection failed", connection.identity)


def _settle(
    waiter: asyncio.Future[Connection], outcome: Connection | OcppRpcError
) -> None:
    if waiter.done():
        return
    if isinstance(outcome, Connection):
        waiter.set_result(outcome)
    else:
        waiter.set_exception(outcome)
