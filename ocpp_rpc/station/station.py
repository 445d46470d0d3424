"""A station that stays connected; calls without a connection wait or fail."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing, suppress
from functools import partial
from types import EllipsisType, TracebackType
from typing import Final, Literal, TypeAlias, TypeVar

from ocpp_messages import Request, Send, StationSide, Tolerance
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.event_loop import check_loop
from ocpp_rpc.connection.settings import within
from ocpp_rpc.connection.sides import StationConnection
from ocpp_rpc.errors import (
    CallTimeout,
    ConnectionClosed,
    HandshakeFailed,
    NotConnectedInTime,
    OcppRpcError,
    QueueFull,
)
from ocpp_rpc.lines import about, check_choice
from ocpp_rpc.transports import WebSocketSettings

from .backoff import BackOff
from .connecting import Connecting
from .profiles import NetworkProfile
from .quiet import Quiet
from .reconfiguration import Reconfiguration

logger = logging.getLogger("ocpp_rpc.station")

__all__ = ["OnConnection", "Station", "When", "WhenDown"]

ResponseT = TypeVar("ResponseT")

_PATIENCE: Final = 30.0
"""The longest wait for answers before closing or replacing a connection, in seconds."""

WhenDown: TypeAlias = Literal["wait", "fail"]
"""The treatment of calls that are made without a connection."""

When: TypeAlias = Literal["now", "next"]
"""The time at which changes take effect: now, or with the next connection."""

OnConnection: TypeAlias = Callable[[StationConnection], Awaitable[object]]
"""Called with each new connection, and awaited."""


class Station:
    """A station that connects, and reconnects whenever its connection is lost.

    It is an asynchronous context manager: it starts to connect when its block is
    entered, and closes its connection at the end of the block::

        async with Station(connect(url, "CP001", versions=["1.6"])) as station:
            await station.call(v16.HeartbeatRequest())

    It sends no messages of its own, such as a BootNotification, and never sends a
    message again.

    Args:
        connecting: The result of `ocpp_rpc.connect`.
        on_connection: Called with each new connection before any waiting call is sent,
            and awaited concurrently with these calls; cancelled when that connection is
            lost; default: None. Its exceptions are logged.
        when_down: Whether calls without a connection wait for one ("wait", the
            default), or fail at once with `ConnectionClosed` ("fail").
        max_waiting: The number of calls that may wait for a connection; default: 1000.
        return_after: The time on a network profile of lower priority after which the
            station tries those of higher priority, in seconds, repeated after the same
            time. The station delays new calls until pending ones have been answered,
            opens the new connection, and only then closes the old one. None (default):
            only when a connection is lost (2.x part 2, NetworkConfigurationPriority).

    Raises:
        ValueError: `when_down` is neither "wait" nor "fail", or `return_after` is not
            above 0.
    """

    def __init__(
        self,
        connecting: Connecting,
        *,
        on_connection: OnConnection | None = None,
        when_down: WhenDown = "wait",
        max_waiting: int = 1000,
        return_after: float | None = None,
    ) -> None:
        check_choice("when_down", when_down, WhenDown)
        if return_after is not None and return_after <= 0:
            raise ValueError("return_after has to be above 0 seconds")
        self._connecting = connecting
        self._on_connection = on_connection
        self._when_down = when_down
        self._max_waiting = max_waiting
        self._return_after = return_after
        self._quiet = Quiet()
        self._outcomes: set[asyncio.Future[OcppRpcError | None]] = set()
        self._waiting: dict[asyncio.Future[StationConnection], None] = {}
        self._connection: StationConnection | None = None
        self._over: OcppRpcError | None = None
        self._task: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def connection(self) -> StationConnection | None:
        """The open connection; None if there is none at the moment."""
        connection = self._connection
        return None if connection is None or connection.closed else connection

    async def __aenter__(self) -> Station:
        """Start to connect."""
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
    ) -> StationConnection:
        """Wait for a connection, and return it.

        Args:
            timeout: The time limit in seconds; None (default): no limit.

        Raises:
            NotConnectedInTime: There was no connection within the time limit.
            HandshakeFailed: There will be no connection, because `retry` of `connect`
                returned False.
            ConnectionClosed: There will be no connection, because the block was left.
            QueueFull: `max_waiting` calls are waiting already.
            RuntimeError: Called outside the event loop of the station.
        """
        check_loop(self._loop)
        connection = self.connection
        if connection is not None and not self._quiet.wanted:
            return connection
        if self._over is not None:
            raise self._over
        if len(self._waiting) >= self._max_waiting:
            raise QueueFull(self._max_waiting)
        waiter: asyncio.Future[StationConnection] = (
            asyncio.get_running_loop().create_future()
        )
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
        request: Request[ResponseT, StationSide],
        *,
        timeout: float | EllipsisType | None = ...,  # noqa: ASYNC109
        total_timeout: float | None = None,
        tolerance: Tolerance | None = None,
    ) -> ResponseT:
        """Send a request and return the response to it.

        If the connection is lost before the call is written, the call waits for the
        next connection, or fails if `when_down` is "fail". If the call was written, it
        fails: the back office may have acted on it, and it is never written twice.

        Args:
            request: The request.
            timeout: See `Connection.call`.
            total_timeout: The time limit in seconds from now, including the wait for a
                connection; None (default): no limit.
            tolerance: See `Connection.call`.

        Raises:
            CallTimeout: There was no answer, or no connection, in time.
            HandshakeFailed: There will be no connection.
            OcppRpcError: See `Connection.call`.
            RuntimeError: Called outside the event loop of the station.
        """
        check_loop(self._loop)
        clock = self._connecting.clock
        end = None if total_timeout is None else clock.time() + total_timeout
        while True:
            left = None if end is None else end - clock.time()
            connection = await self._for_call(request, left)
            left = None if end is None else end - clock.time()
            try:
                with self._quiet.busy():
                    return await connection.call(
                        request,
                        timeout=timeout,
                        total_timeout=left,
                        tolerance=tolerance,
                    )
            except ConnectionClosed as error:
                if error.sent or self._when_down == "fail":
                    raise

    async def send(
        self, message: Send[StationSide], *, tolerance: Tolerance | None = None
    ) -> None:
        """Send a message that has no response (from OCPP 2.1 on).

        Raises:
            ConnectionClosed: There is no connection.
            CannotSend: See `Connection.send`.
            RuntimeError: Called outside the event loop of the station.
        """
        check_loop(self._loop)
        connection = self.connection
        if connection is None:
            raise ConnectionClosed
        await connection.send(message, tolerance=tolerance)

    async def reconfigure(
        self,
        *,
        password: str | bytes | None = None,
        profiles: str | Sequence[NetworkProfile] | None = None,
        back_off: BackOff | None = None,
        websocket: WebSocketSettings | None = None,
        when: When = "now",
    ) -> StationConnection:
        """Change the configuration that the station connects with, while it runs.

        Arguments that are None leave the configuration unchanged. If the station cannot
        connect with the changes, it returns to the former configuration: after each
        network profile has failed as many times as `attempts` of `connect` says, or
        when `retry` returns False (1.6 security white paper, A05.FR.08; 2.x part 2,
        B10.FR.03 and B10.FR.07). If that fails too, both are tried in turn until one
        connects (B10.FR.09).

        A handler must not wait for this before it has answered: call it from a function
        registered with `Router.after`. Cancelling ends the wait, but does not undo the
        changes.

        Args:
            password: Replaces `password` of `connect`, or the password of its security
                profile. A network profile that has its own password or security profile
                is not affected.
            profiles: Replaces `url` of `connect`.
            back_off: Replaces `back_off` of `connect`, from the next wait on. If
                nothing else is changed, the connection stays open.
            websocket: Replaces `websocket` of `connect`, and changes made by
                `keep_alive`.
            when: "now" (default): new calls wait, pending ones are answered, the
                connection is closed, and the next one is opened at once. "next": the
                connection stays open until it is lost or closed.

        Returns:
            The connection that was opened with the changes.

        Raises:
            HandshakeFailed: The station could not connect with the changes, and has
                connected with the former configuration; or there will be no connection.
            ReconfigurationReplaced: The configuration was changed again before the
                station connected.
            ConnectionClosed: The station is not running, or its block was left.
            ValueError: The new configuration is invalid, or `when` is neither "now" nor
                "next"; nothing is changed.
            RuntimeError: Called outside the event loop of the station.
        """
        check_loop(self._loop)
        check_choice("when", when, When)
        if self._task is None or self._over is not None:
            raise self._over or ConnectionClosed()
        outcome: asyncio.Future[OcppRpcError | None]
        outcome = asyncio.get_running_loop().create_future()
        changes = Reconfiguration(
            password=password,
            profiles=profiles,
            back_off=back_off,
            websocket=websocket,
            on_outcome=partial(_note, outcome),
        )
        self._outcomes.add(outcome)
        try:
            if when == "now":
                await self._change_now(changes)
            else:
                self._connecting.course.change_later(changes)
            failure = await outcome
        finally:
            self._outcomes.discard(outcome)
        if failure is not None:
            raise failure
        return await self.wait_connected()

    async def _change_now(self, changes: Reconfiguration) -> None:
        """Change the configuration, and close the connection for it."""
        self._connecting.course.change(changes)
        connection = self.connection
        if connection is None or not changes.reconnects:
            return
        # Before the wait, because this may run in an after function of this connection.
        connection.exempt_current_task()
        with self._quiet.kept():
            await self._quiet.wait(_PATIENCE, self._connecting.clock)
            await connection.close(1000, "other settings")

    async def _for_call(self, request: object, left: float | None) -> StationConnection:
        """Return the connection for a call; wait for one if `when_down` says so."""
        if self._when_down == "fail" and self.connection is None and not self._over:
            raise ConnectionClosed
        try:
            return await self.wait_connected(left)
        except NotConnectedInTime:
            action = type(request).__name__.removesuffix("Request")
            raise CallTimeout(action, sent=False) from None

    async def _run(self) -> None:
        """Stay connected, until cancelled or until `retry` returns False."""
        try:
            async with aclosing(aiter(self._connecting)) as connections:
                async for connection in connections:
                    await self._stay(connection)
        except HandshakeFailed as failure:
            logger.warning(
                "%r: %s; there are no further attempts",
                self._connecting.identity,
                failure,
                extra=about(self._connecting.identity),
            )
            self._over = failure
        except Exception:
            logger.exception(
                "%r: the station stops after an unexpected error",
                self._connecting.identity,
                extra=about(self._connecting.identity),
            )
        finally:
            self._over = self._over or ConnectionClosed()
            for waiter in self._waiting:
                _settle(waiter, self._over)
            for outcome in self._outcomes:
                _note(outcome, self._over)

    async def _stay(self, connection: StationConnection) -> None:
        """Use a connection, and those that replace it, until it is closed."""
        beginning = self._use(connection)
        try:
            while (better := await self._until_better(connection)) is not None:
                left = connection, beginning
                connection, beginning = better, self._use(better)
                await self._leave(*left)
        finally:
            await self._leave(connection, beginning)

    def _use(self, connection: StationConnection) -> asyncio.Task[None]:
        """Use a connection for calls; return the task of `on_connection`."""
        self._connection = connection
        # First, so that `boot` can delay calls before the waiting ones are sent.
        beginning = asyncio.create_task(self._begin(connection))
        self._let_go()
        return beginning

    def _let_go(self) -> None:
        """Release the calls that wait for a connection, if there is one."""
        connection = self.connection
        if connection is not None and not self._quiet.wanted:
            for waiter in self._waiting:
                _settle(waiter, connection)

    async def _leave(
        self, connection: StationConnection, beginning: asyncio.Task[None]
    ) -> None:
        beginning.cancel()
        await asyncio.wait([beginning])
        await connection.close()

    async def _until_better(
        self, connection: StationConnection
    ) -> StationConnection | None:
        """Return a connection of higher priority; None when this one is closed."""
        course, clock = self._connecting.course, self._connecting.clock
        while not connection.closed:
            seconds = self._return_after if course.is_lower else None
            with suppress(TimeoutError):
                async with within(seconds, clock):
                    await connection.wait_closed()
                return None
            if (better := await self._open_higher()) is not None:
                return better
            self._let_go()
        return None

    async def _open_higher(self) -> StationConnection | None:
        """Open a connection of higher priority when no call is pending."""
        with self._quiet.kept():
            if await self._quiet.wait(_PATIENCE, self._connecting.clock):
                return await self._connecting.course.open_higher()
            return None

    async def _begin(self, connection: StationConnection) -> None:
        if self._on_connection is None:
            return
        try:
            await self._on_connection(connection)
        except ConnectionClosed:
            pass  # `_until_better` detects the end of the connection
        except Exception:
            logger.exception(
                "%r: on_connection failed",
                connection.identity,
                extra=about(connection.identity, connection.version),
            )


def _note(
    future: asyncio.Future[OcppRpcError | None], outcome: OcppRpcError | None
) -> None:
    if not future.done():
        future.set_result(outcome)


def _settle(
    waiter: asyncio.Future[StationConnection], outcome: StationConnection | OcppRpcError
) -> None:
    if waiter.done():
        return
    if isinstance(outcome, Connection):
        waiter.set_result(outcome)
    else:
        waiter.set_exception(outcome)
