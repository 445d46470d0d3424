"""The guard of a station, which sends only BootNotification until it is accepted.

The clauses: 1.6 §4.2; 2.0.1 and 2.1 part 2, B01.FR.08, B02.FR.02, B03.FR.08.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias
from weakref import WeakKeyDictionary

from ocpp_messages import Model
from ocpp_rpc.connection.event_loop import release
from ocpp_rpc.errors import (
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    OcppError,
    QueueFull,
)
from ocpp_rpc.handlers.routing import Handler, PerConnection
from ocpp_rpc.lines import check_choice

from .guarding import Guard, Guarded, action_of
from .triggers import ACCEPTED, BOOT, PENDING, REJECTED, Asked

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["BeforeBoot", "StationBootGuard", "guard_of", "offer_guard"]

BeforeBoot: TypeAlias = Literal["wait", "fail"]
"""The treatment of calls before the boot is accepted."""

_MAX_UNANSWERED: Final = 8
"""The greatest number of calls of a back office without an answer at the same time."""

_GUARDS: Final[WeakKeyDictionary[Connection, StationBootGuard]] = WeakKeyDictionary()


def guard_of(connection: Connection) -> StationBootGuard | None:
    """Return the guard of the station of a connection; None if it has no guard."""
    return _GUARDS.get(connection)


def offer_guard(connection: Connection, guard: StationBootGuard) -> None:
    """Offer a guard to a connection that may need one later, unless it has one."""
    _GUARDS.setdefault(connection, guard)


class StationBootGuard:
    """Holds back the calls of a station until the back office accepts its boot.

    It wraps the handler of a station. Create one for the whole life of the station and
    all its connections::

        guard = StationBootGuard()
        async for connection in connect(..., handler=guard.around(routes)):
            ...

    `ocpp_rpc.boot` or your program sends BootNotification, and the guard reads the
    status in the response. Until the status is Accepted, other calls wait or fail.
    While the status is Pending, the guard allows messages that the back office has
    requested by TriggerMessage, GetReport or GetBaseReport.

    In 2.x, the guard answers calls of the back office with SecurityError before the
    first response and while the status is Rejected (B03.FR.08). In 1.x, it does not
    answer them while the status is Rejected, because a rejected station must not send
    anything (1.6 §4.2).

    Args:
        before: "wait" (default) to delay calls until the boot is accepted, or "fail" to
            raise `CannotSend` at once.
        accepted: Whether this station was accepted before and has no reason to boot;
            default: False.
        max_waiting: The number of calls that may wait; default: 1000. A further call
            raises `QueueFull`.

    Raises:
        ValueError: `before` is neither "wait" nor "fail".
    """

    def __init__(
        self,
        before: BeforeBoot = "wait",
        *,
        accepted: bool = False,
        max_waiting: int = 1000,
    ) -> None:
        check_choice("before", before, BeforeBoot)
        self.before: Final = before
        self.max_waiting: Final = max_waiting
        self.asked = Asked()
        self._status: str | None = ACCEPTED if accepted else None
        self._interval: int | None = None
        self._watchers: list[Callable[[], object]] = []
        self._news: dict[asyncio.Future[None], Connection | None] = {}
        self._held: dict[asyncio.Future[None], Connection] = {}

    @property
    def status(self) -> str | None:
        """The status in the last response to a BootNotification; None before it."""
        return self._status

    @property
    def interval(self) -> int | None:
        """The interval in the last response, in seconds; None before it."""
        return self._interval

    @property
    def accepted(self) -> bool:
        """Whether the back office has accepted this station."""
        return self._status == ACCEPTED

    def around(self, handler: Handler) -> PerConnection:
        """Wrap a handler, so that it gets only the messages that the guard allows.

        Args:
            handler: Any handler that `connect` accepts.

        Raises:
            RegistrationError: `handler` is not a handler, or is already behind a guard.
        """
        return Guarded(handler, lambda connection: _Station(self, connection))

    def restart(self) -> None:
        """Require another boot before the station may send anything else.

        Call it after a reset that does not end the process, and before a move to
        another back office (B10.FR.10). If `boot` is running, it boots at once.
        """
        self.set_status(None)

    def attach(self, connection: Connection) -> None:
        """Guard a connection from now on, even if its handler is not wrapped."""
        connection.guard(_Station(self, connection))

    async def wait_accepted(self) -> None:
        """Wait until the back office has accepted this station."""
        while not self.accepted:
            await self.news()

    # --- For the guards of its connections --------------------------------------------

    async def news(self, connection: Connection | None = None) -> None:
        """Wait until a boot is answered, or until the given connection is closed."""
        future = asyncio.get_running_loop().create_future()
        self._news[future] = connection
        try:
            await future
        finally:
            del self._news[future]

    async def say_nothing(self, connection: Connection) -> None:
        """Leave a call without an answer for as long as this station is rejected.

        After that, the call is answered with an error, because the caller has most
        likely given up.

        Raises:
            OcppError: SecurityError.
        """
        silent = sum(each is not None for each in self._news.values())
        if silent < _MAX_UNANSWERED:
            # Closing the connection waits for handlers, but must not wait for this one.
            connection.exempt_current_task()
            await self.news(connection)
        raise _not_accepted()

    async def hold(self, connection: Connection) -> None:
        """Wait until this station is accepted, while a connection is open.

        Raises:
            ConnectionClosed: The connection was closed.
            QueueFull: Too many calls are already waiting.
        """
        if len(self._held) >= self.max_waiting:
            raise QueueFull(self.max_waiting)
        while not self.accepted:
            future = asyncio.get_running_loop().create_future()
            self._held[future] = connection
            try:
                await future
            finally:
                del self._held[future]

    @contextmanager
    def watched(self, changed: Callable[[], object]) -> Generator[None]:
        """Call a function whenever a boot is answered, or is required again."""
        self._watchers.append(changed)
        try:
            yield
        finally:
            self._watchers.remove(changed)

    def set_status(self, status: str | None, interval: int | None = None) -> None:
        """Remember the response to a BootNotification."""
        self._status, self._interval = status, interval
        if status != PENDING:
            self.asked = Asked()
        for watcher in self._watchers:
            watcher()
        for future in self._news:
            release(future)
        if self.accepted:
            for future in self._held:
                release(future)

    def closed(self, connection: Connection) -> None:
        """End all waits for a connection that is closed."""
        end = connection.end
        assert end is not None  # it is closed
        for future, its in self._news.items():
            if its is connection:
                release(future)
        for future, its in self._held.items():
            if its is connection and not future.done():
                lost = ConnectionClosed(code=end.code, reason=end.reason)
                future.set_exception(lost)


class _Station(Guard):
    """The guard of one connection of a station."""

    __slots__ = ("_all", "_connection", "_package")

    def __init__(self, guard: StationBootGuard, connection: Connection) -> None:
        self._all = guard
        self._connection = connection
        self._package = connection.package
        _GUARDS[connection] = guard
        connection.on_close(guard.closed)

    def passes(self, _: str) -> bool:
        return self._all.accepted

    def check(self, action: str, request: Model) -> Awaitable[object] | None:
        status = self._all.status
        if status == PENDING:
            self._all.asked.note(action, request)
            return None
        if not self._package.VERSION.startswith("1."):
            raise _not_accepted()
        if status == REJECTED:
            return self._all.say_nothing(self._connection)
        return None

    def ask(self, message: Model) -> Awaitable[object] | None:
        station = self._all
        action = action_of(message, self._package)
        if action is None or action == BOOT or station.accepted:
            return None
        if self._connection.closed:
            return None  # the connection raises the error
        if station.asked.includes(action, message):
            return None  # requests count only while the boot is pending
        if station.before == "wait":
            return station.hold(self._connection)
        raise CannotSend(f"{action}: the BootNotification is not accepted yet")

    def answered(self, request: Model, response: Model) -> None:
        if action_of(request, self._package) == BOOT:
            answer: Any = response
            name = (
                "heartbeat_interval" if self._package.VERSION == "1.5" else "interval"
            )
            interval: int | None = getattr(answer, name, None)
            self._all.set_status(str(answer.status), interval)


def _not_accepted() -> OcppError:
    text = "the BootNotification of this station is not accepted"
    return OcppError(ErrorCode.SECURITY_ERROR, text)
