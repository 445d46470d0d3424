"""What every charger does first: it boots, and from then on it sends heartbeats.

`boot` runs for each connection of a station. What lasts longer than a connection is
with the `StationBootGuard` of the station: whether it is accepted, when it may boot
again, and when its next heartbeat is due.

There are no tasks here: one loop waits for the time of what is next, and is woken by
news, which are an answer to a boot, another interval, or the end of the connection.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from weakref import WeakKeyDictionary

from ocpp_messages import Model
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    InvalidResponse,
    OcppError,
    OcppRpcError,
    QueueFull,
)
from ocpp_rpc.lines import about
from ocpp_rpc.security.boot.station import StationBootGuard, guard_of

from .heartbeats import Heartbeats

if TYPE_CHECKING:
    from ocpp_messages import Request, StationSide
    from ocpp_rpc.connection.settings import Clock
    from ocpp_rpc.connection.sides import StationConnection
    from ocpp_rpc.handlers.routing import Routes

__all__ = ["BootRequest", "BootWaits", "OnResponse", "boot"]

logger = logging.getLogger("ocpp_rpc.station")

_Request: TypeAlias = "Request[Any, StationSide]"

BootRequest: TypeAlias = "_Request | Callable[[StationConnection], _Request]"
"""A BootNotificationRequest, or what returns the one for a connection."""

OnResponse: TypeAlias = Callable[[Model], object]
"""Told of each response to a BootNotification or a Heartbeat."""

_DAY: Final = 24 * 60 * 60.0
"""The longest time without a heartbeat, which sets the clock (OCPP-J 1.6 §5.3)."""

_ANSWERED: Final = (OcppError, CallTimeout, InvalidResponse, QueueFull)
"""Failures after which the connection goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BootWaits:
    """How long a station waits before it sends BootNotification again.

    It waits for the `interval` of the last response, if that is above 0. Otherwise, the
    specification lets the station choose, but not flood the back office (1.6 §4.2; 2.x
    part 2, B02 and B03).

    Attributes:
        default: The wait without such an interval, in seconds, beside its random part.
        random_range: The longest random part of that, in seconds.
        minimum: The shortest wait, in seconds, whatever the interval is.

    Raises:
        ValueError: One of them is negative, or `default` or `minimum` is 0.
    """

    default: float = 60.0
    random_range: float = 30.0
    minimum: float = 1.0

    def __post_init__(self) -> None:
        if self.default <= 0 or self.minimum <= 0 or self.random_range < 0:
            raise ValueError("the waits between boots are above 0 seconds")

    def wait(self, interval: float | None) -> float:
        """Return how long to wait after a response with an interval, or with none."""
        if interval is None or interval <= 0:
            interval = self.default + random.random() * self.random_range
        return max(interval, self.minimum)


async def boot(  # noqa: PLR0913
    connection: StationConnection,
    request: BootRequest,
    *,
    heartbeats: Heartbeats | None = None,
    waits: BootWaits | None = None,
    on_response: OnResponse | None = None,
    clock: Clock | None = None,
) -> None:
    """Send BootNotification until it is accepted, and heartbeats from then on.

    Returns when the connection is closed. Run it for each connection::

        Station(connecting, on_connection=lambda connection: boot(connection, BOOT))

    Until the boot is accepted, all other calls of the station wait (1.6 §4.2; 2.x part
    2, B01.FR.08, B02.FR.02, B03). While the status is Pending or Rejected, and after an
    error, BootNotification is sent again after the interval. After a reconnection, the
    station goes on where it was, and does not boot again (OCPP-J 1.6 §5.4, 2.0.1 part 4
    §5.3), unless it speaks another version or, in 2.x, has another security profile
    than when it was accepted (B10.FR.10). To boot again after a reset, call `restart`
    of its `StationBootGuard`.

    If the handler of the connection is behind a `StationBootGuard`, that guard is used.
    Otherwise, there is one for all connections of one `connect`.

    Args:
        connection: The connection of a station.
        request: The BootNotificationRequest, of the version or of a family; or a
            function of the connection that returns it, asked each time.
        heartbeats: When heartbeats are sent, for all connections of the station. If not
            given, as the response to the BootNotification says.
        waits: How long to wait where the back office does not say it; by default, a
            minute and a random part.
        on_response: Called with each response to a BootNotification or a Heartbeat,
            which have the time of the back office. What it raises is logged.
        clock: The time of the waits, the same one each time; that of the event loop if
            None.

    Raises:
        CannotSend: That is no request of this version, or is not valid.
        ValueError: The connection is that of a back office.
    """
    if connection.role is not connection.package.STATION:
        raise ValueError(f"a {connection.role} does not boot")
    booting = _Booting(
        connection,
        request,
        heartbeats,
        waits=waits or BootWaits(),
        on_response=on_response,
        clock=clock,
    )
    await booting.run()


@dataclass(slots=True, eq=False)
class _Memory:
    """What lasts longer than a connection of a station.

    Attributes:
        boot_due: When the station may boot; None: at once.
        beat_due: When the next heartbeat is due; None: at once.
        last_beat: When the clock was set last.
        accepted_as: The version and the security profile that were accepted.
        heartbeats: When heartbeats are sent if no program says so.
    """

    boot_due: float | None = None
    beat_due: float | None = None
    last_beat: float = 0.0
    accepted_as: tuple[str, int | None] | None = None
    heartbeats: Heartbeats = field(default_factory=Heartbeats)


_MEMORIES: Final[WeakKeyDictionary[StationBootGuard, _Memory]] = WeakKeyDictionary()


class _Booting:
    """A station that boots on one connection."""

    def __init__(  # noqa: PLR0913
        self,
        connection: StationConnection,
        request: BootRequest,
        heartbeats: Heartbeats | None,
        *,
        waits: BootWaits,
        on_response: OnResponse | None,
        clock: Clock | None,
    ) -> None:
        self._connection = connection
        self._request = request
        self._waits = waits
        self._on_response = on_response
        self._clock: Clock = clock or asyncio.get_running_loop()
        self._guard = guard_of(connection) or StationBootGuard()
        self._guard.attach(connection)
        self._memory = _MEMORIES.setdefault(self._guard, _Memory())
        self._heartbeats = heartbeats or self._memory.heartbeats
        self._news = asyncio.Event()

    async def run(self) -> None:
        connection = self._connection
        with ExitStack() as stack:
            stack.enter_context(self._guard.watched(self._note_status))
            stack.enter_context(self._heartbeats.watched(self._note_interval))
            connection.on_close(lambda _: self._news.set())
            if self._heartbeats.when_idle:
                connection.guard(_Traffic(self._put_off))
            self._begin()
            while not connection.closed:
                # Before looking, so that what happens from then on is not missed.
                self._news.clear()
                when, act = self._next()
                if when is None or when > self._clock.time():
                    await self._wait(when)
                else:
                    await act()

    def _begin(self) -> None:
        """Boot again if what was accepted is another station than this, so to say."""
        guard, memory = self._guard, self._memory
        if not guard.accepted:
            return
        if memory.accepted_as not in {None, self._accepted_as}:
            guard.restart()
        elif self._heartbeats.interval is None:
            self._heartbeats.told(guard.interval)
        else:  # which may have been changed while there was no connection
            latest = self._clock.time() + self._heartbeats.interval
            memory.beat_due = min(memory.beat_due or latest, latest)

    @property
    def _accepted_as(self) -> tuple[str, int | None]:
        version = self._connection.version
        return version, None if version.startswith("1.") else self._connection.profile

    # --- What is next -----------------------------------------------------------------

    def _next(self) -> tuple[float | None, Callable[[], Awaitable[None]]]:
        """Return what is to be done next, and when; None: not before there are news."""
        if not self._guard.accepted:
            return self._memory.boot_due or self._clock.time(), self._boot
        if not self._heartbeats.interval:
            return None, self._beat
        return self._memory.beat_due or self._clock.time(), self._beat

    async def _wait(self, when: float | None) -> None:
        timer = None if when is None else self._clock.call_at(when, self._news.set)
        try:
            await self._news.wait()
        finally:
            if timer is not None:
                timer.cancel()

    async def _boot(self) -> None:
        """Send a BootNotification; `_note_status` is told of the answer."""
        given: Any = self._request
        request: Any = given(self._connection) if callable(given) else given
        failure = await self._call(request)
        if failure is not None:
            wait = self._waits.wait(self._guard.interval)
            self._memory.boot_due = self._clock.time() + wait
            logger.warning(
                "%r: boots again in %.1f s: %s",
                self._connection.identity,
                wait,
                failure,
                extra=about(self._connection.identity, self._connection.version),
            )

    async def _beat(self) -> None:
        package: Any = self._connection.package
        # From one to the next, however long the answer takes.
        due = self._clock.time() + (self._heartbeats.interval or 0)
        self._memory.beat_due = due
        failure = await self._call(package.HeartbeatRequest())
        if failure is not None:
            logger.info(
                "%r: no heartbeat: %s",
                self._connection.identity,
                failure,
                extra=about(self._connection.identity, self._connection.version),
            )
        else:
            self._memory.last_beat = self._clock.time()

    async def _call(self, request: _Request) -> OcppRpcError | None:
        """Make a call; return what it failed with, if the connection may go on."""
        try:
            response = await self._connection.call(request)
        except CannotSend:
            raise
        except ConnectionClosed:
            return None  # the loop finds it out as well
        except _ANSWERED as error:
            return error
        self._tell(response)
        return None

    def _tell(self, response: Model) -> None:
        if self._on_response is None:
            return
        try:
            self._on_response(response)
        except Exception:
            logger.exception(
                "%r: on_response failed",
                self._connection.identity,
                extra=about(self._connection.identity, self._connection.version),
            )

    # --- News -------------------------------------------------------------------------

    def _note_status(self) -> None:
        """Take note of the answer to a boot, or that there is to be another one."""
        guard, memory, now = self._guard, self._memory, self._clock.time()
        if guard.accepted:
            memory.accepted_as, memory.last_beat = self._accepted_as, now
            self._heartbeats.told(guard.interval)
        elif guard.status is None:
            memory.boot_due = None
        else:
            memory.boot_due = now + self._waits.wait(guard.interval)
        self._news.set()

    def _note_interval(self) -> None:
        """Have the next heartbeat sent after the interval, counted from now."""
        interval = self._heartbeats.interval or 0
        self._memory.beat_due = self._clock.time() + interval
        self._news.set()

    def _put_off(self, request: Model) -> None:
        """Have the next heartbeat sent later, but at least one a day."""
        package: Any = self._connection.package
        if isinstance(request, package.HeartbeatRequest):
            return
        interval = self._heartbeats.interval or 0
        latest = self._memory.last_beat + max(interval, _DAY)
        self._memory.beat_due = min(self._clock.time() + interval, latest)


class _Traffic:
    """Tells that a call was answered: a guard that lets everything pass."""

    def __init__(self, answered: Callable[[Model], object]) -> None:
        self._answered = answered

    def around(self, routes: Routes) -> Routes:
        """Return the handlers as they are."""
        return routes

    def ask(self, _: Model) -> None:
        """Let a message of this side pass."""

    def answered(self, request: Model, _response: Model) -> None:
        """Tell it."""
        self._answered(request)
