"""Boots a charger on each connection, and then sends heartbeats.

`boot` runs once per connection of a station. State that outlives a connection is kept
for the `StationBootGuard` of the station: whether the station is accepted, when it may
boot again, and when its next heartbeat is due.

There are no tasks here: one loop waits until the next action is due. It is woken by an
answer to a boot, by a new interval, and by the end of the connection.
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
"""A BootNotificationRequest, or a function that returns the one for a connection."""

OnResponse: TypeAlias = Callable[[Model], object]
"""Called with each response to a BootNotification or a Heartbeat."""

_DAY: Final = 24 * 60 * 60.0
"""The longest time without a heartbeat, in seconds (OCPP-J 1.6 §5.3).

Heartbeats are also needed to set the clock of the station.
"""

_ANSWERED: Final = (OcppError, CallTimeout, InvalidResponse, QueueFull)
"""The exceptions after which the connection is still usable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BootWaits:
    """The waits of a station before it sends BootNotification again.

    The station waits for the `interval` of the last response, if it is above 0.
    Otherwise, the specification lets the station choose the wait, as long as it does
    not flood the back office (1.6 §4.2; 2.x part 2, B02 and B03).

    Attributes:
        default: The wait if the response has no interval above 0, in seconds, without
            its random part; default: 60.
        random_range: The longest random part of `default`, in seconds; default: 30.
        minimum: The shortest wait in seconds, whatever the interval is; default: 1.

    Raises:
        ValueError: A value is negative, or `default` or `minimum` is 0.
    """

    default: float = 60.0
    random_range: float = 30.0
    minimum: float = 1.0

    def __post_init__(self) -> None:
        if self.default <= 0 or self.minimum <= 0 or self.random_range < 0:
            raise ValueError(
                "default and minimum have to be above 0, and random_range at least 0"
            )

    def wait(self, interval: float | None) -> float:
        """Return the wait in seconds after a response, given its interval if any."""
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
    """Send BootNotification until it is accepted, and heartbeats afterwards.

    Returns when the connection is closed. Run it for each connection::

        Station(connecting, on_connection=lambda connection: boot(connection, BOOT))

    Until the boot is accepted, all other calls of the station wait (1.6 §4.2; 2.x part
    2, B01.FR.08, B02.FR.02, B03). While the status is Pending or Rejected, and after an
    error, BootNotification is sent again after the interval. After a reconnection, an
    accepted station does not boot again (OCPP-J 1.6 §5.4, 2.0.1 part 4 §5.3), unless it
    uses another version or, in 2.x, another security profile than when it was accepted
    (B10.FR.10). To boot again after a reset, call `restart` of its `StationBootGuard`.

    If the handler of the connection is wrapped by a `StationBootGuard`, that guard is
    used. Otherwise, all connections of one `connect` share a guard.

    Args:
        connection: The connection of a station.
        request: The BootNotificationRequest, of the negotiated version or of a family;
            or a function that takes the connection and returns the request, called for
            each attempt.
        heartbeats: The schedule of the heartbeats, for all connections of the station;
            default: the interval in the response to the BootNotification applies.
        waits: The waits between attempts if the back office does not specify one;
            default: a minute and a random part.
        on_response: Called with each response to a BootNotification or a Heartbeat,
            which contain the time of the back office; default: None. Its exceptions are
            logged.
        clock: The clock of the waits, which has to be the same for each connection;
            default: the event loop.

    Raises:
        CannotSend: The request is not of the negotiated version, or is not valid.
        ValueError: The connection is a back office's.
    """
    if connection.role is not connection.package.STATION:
        raise ValueError(
            f"boot needs a station's connection, not a {connection.role}'s"
        )
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
    """The state of a station that outlives a connection.

    Attributes:
        boot_due: The time at which the station may boot; None: immediately.
        beat_due: The time at which the next heartbeat is due; None: immediately.
        last_beat: The time at which the clock was last set.
        accepted_as: The version and the security profile that were accepted.
        heartbeats: The schedule of the heartbeats if the program has given none.
    """

    boot_due: float | None = None
    beat_due: float | None = None
    last_beat: float = 0.0
    accepted_as: tuple[str, int | None] | None = None
    heartbeats: Heartbeats = field(default_factory=Heartbeats)


_MEMORIES: Final[WeakKeyDictionary[StationBootGuard, _Memory]] = WeakKeyDictionary()


class _Booting:
    """The boot and the heartbeats of a station on one connection."""

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
                # Cleared before `_next` reads the state, so that no later change of the
                # state is missed.
                self._news.clear()
                when, act = self._next()
                if when is None or when > self._clock.time():
                    await self._wait(when)
                else:
                    await act()

    def _begin(self) -> None:
        """Boot again if the version or the security profile has changed."""
        guard, memory = self._guard, self._memory
        if not guard.accepted:
            return
        if memory.accepted_as not in {None, self._accepted_as}:
            guard.restart()
        elif self._heartbeats.interval is None:
            self._heartbeats.told(guard.interval)
        else:  # the interval may have changed while there was no connection
            latest = self._clock.time() + self._heartbeats.interval
            memory.beat_due = min(memory.beat_due or latest, latest)

    @property
    def _accepted_as(self) -> tuple[str, int | None]:
        version = self._connection.version
        return version, None if version.startswith("1.") else self._connection.profile

    # --- The next action --------------------------------------------------------------

    def _next(self) -> tuple[float | None, Callable[[], Awaitable[None]]]:
        """Return the time of the next action, and the action.

        The time is None if there is nothing to do until the state changes.
        """
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
        """Send a BootNotification; the guard passes the answer to `_note_status`."""
        given: Any = self._request
        request: Any = given(self._connection) if callable(given) else given
        failure = await self._call(request)
        if failure is not None:
            wait = self._waits.wait(self._guard.interval)
            self._memory.boot_due = self._clock.time() + wait
            logger.warning(
                "%r: BootNotification failed, next attempt in %.1f s: %s",
                self._connection.identity,
                wait,
                failure,
                extra=about(self._connection.identity, self._connection.version),
            )

    async def _beat(self) -> None:
        package: Any = self._connection.package
        # The interval is between two requests, however long the answer takes.
        due = self._clock.time() + (self._heartbeats.interval or 0)
        self._memory.beat_due = due
        failure = await self._call(package.HeartbeatRequest())
        if failure is not None:
            logger.info(
                "%r: Heartbeat failed: %s",
                self._connection.identity,
                failure,
                extra=about(self._connection.identity, self._connection.version),
            )
        else:
            self._memory.last_beat = self._clock.time()

    async def _call(self, request: _Request) -> OcppRpcError | None:
        """Make a call; return its exception if the connection is still usable."""
        try:
            response = await self._connection.call(request)
        except CannotSend:
            raise
        except ConnectionClosed:
            return None  # the loop in `run` detects the end
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

    # --- Changes ----------------------------------------------------------------------

    def _note_status(self) -> None:
        """Take note of the answer to a boot, or of a restart of the station."""
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
        """Schedule the next heartbeat for one interval from now."""
        interval = self._heartbeats.interval or 0
        self._memory.beat_due = self._clock.time() + interval
        self._news.set()

    def _put_off(self, request: Model) -> None:
        """Postpone the next heartbeat, but send at least one a day."""
        package: Any = self._connection.package
        if isinstance(request, package.HeartbeatRequest):
            return
        interval = self._heartbeats.interval or 0
        latest = self._memory.last_beat + max(interval, _DAY)
        self._memory.beat_due = min(self._clock.time() + interval, latest)


class _Traffic:
    """A guard that reports answered calls and lets every message pass."""

    def __init__(self, answered: Callable[[Model], object]) -> None:
        self._answered = answered

    def around(self, routes: Routes) -> Routes:
        """Return the handlers unchanged."""
        return routes

    def ask(self, _: Model) -> None:
        """Let a message of this side pass."""

    def answered(self, request: Model, _response: Model) -> None:
        """Report the answered call."""
        self._answered(request)
