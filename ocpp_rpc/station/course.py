"""The course of a station: opens one connection after the other.

Each connection uses the configuration at that time.

The configuration may change while the station runs (`Course.change`). The changes are
on trial until a connection is opened with them. After each network profile has failed
as many times as `attempts` says, the former configuration is tried as many times, and
so on in turn until either one connects (1.6 security white paper, A05.FR.08; 2.x part
2, B10.FR.07 to B10.FR.09). Returning to the former configuration for good after the
first round would strand a station whose network was down for that long, because the
back office discards the former password once the station has confirmed the new one
(A01.FR.03).
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from inspect import isawaitable
from typing import TYPE_CHECKING, Final, TypeAlias

from ocpp_rpc.errors import HandshakeFailed, OcppRpcError, ReconfigurationReplaced
from ocpp_rpc.lines import about

from .dialling import Dialer, Pings, Speaker
from .profiles import profile_order
from .reconfiguration import BeforeAttempt, OnOutcome, Plan, Reconfiguration

if TYPE_CHECKING:
    from ocpp_rpc.connection.settings import Clock
    from ocpp_rpc.connection.sides import StationConnection

__all__ = ["Course", "ShouldRetry"]

logger = logging.getLogger("ocpp_rpc.client")

ShouldRetry: TypeAlias = Callable[[HandshakeFailed], bool]
"""Tells whether to try again after a failure to connect."""


class Course:
    """Opens one connection of a station after the other.

    Args:
        plan: The configuration to connect with.
        speaker: The settings that all connections share.
        attempts: The number of times that a network profile is tried before the next
            one.
        retry: Tells whether to try again after a failure.
        before_attempt: Called before each attempt; returns changes of the
            configuration.

    Attributes:
        took: The duration of the last successful attempt, in seconds.

    Raises:
        ValueError: See `connect`.
    """

    def __init__(
        self,
        plan: Plan,
        speaker: Speaker,
        *,
        attempts: int,
        retry: ShouldRetry,
        before_attempt: BeforeAttempt | None,
    ) -> None:
        self._speaker: Final = speaker
        self._attempts: Final = attempts
        self._retry: Final = retry
        self._before_attempt: Final = before_attempt
        self._asked: Reconfiguration | None = None
        self._wanted = self._way = self._way_of(plan)
        self._former: _Way | None = None
        self._outcomes: list[OnOutcome] = []
        self._failure: HandshakeFailed | None = None
        self._pending: list[Reconfiguration] = []
        self.took = 0.0
        self._at_once = True
        self._sleeping: asyncio.Event | None = None
        self._waits: Iterator[float] = iter(())
        self._ever = False
        self._pinged: StationConnection | None = None
        self._pings: Pings | None = None
        self._own_pings = Pings(None, None)

    @property
    def clock(self) -> Clock:
        """The clock of the waits."""
        return self._speaker.settings.clock or asyncio.get_running_loop()

    @property
    def is_lower(self) -> bool:
        """Whether network profiles of a higher priority than the one in use exist."""
        return bool(self._way.last_good)

    def begin(self) -> None:
        """Start again, with the network profile of the highest priority."""
        self._at_once = True
        self._way.last_good = None

    # --- Changes ----------------------------------------------------------------------

    def change(self, changes: Reconfiguration) -> None:
        """Change the configuration; if the station waits to connect, connect at once.

        An open connection stays open: close it for the changes to take effect.

        Raises:
            ValueError: The new configuration is invalid; nothing is changed.
        """
        self._apply(changes)
        if changes.reconnects:
            self._at_once = True
            if self._sleeping is not None:
                self._sleeping.set()

    def change_later(self, changes: Reconfiguration) -> None:
        """Change the configuration from the next attempt on.

        Raises:
            ValueError: The new configuration is invalid; nothing is changed.
        """
        plan = self._wanted.plan
        for each in (*self._pending, changes):
            plan = plan.changed(each)
        self._way_of(plan)
        self._pending.append(changes)

    def _apply(self, changes: Reconfiguration) -> None:
        """Put changes on trial, in place of other changes on trial."""
        plan = self._wanted.plan.changed(changes)
        if changes.reconnects:
            self._try(self._way_of(plan, self._wanted, changes))
        else:
            self._wanted.plan = plan
        if changes.websocket is not None:
            self._pings = self._pinged = None
        self._waits = self._way.plan.back_off.waits(random.random)
        if changes.on_outcome is None:
            return
        if changes.reconnects:
            self._outcomes.append(changes.on_outcome)
        else:
            self._tell(changes.on_outcome, None)

    def _try(self, way: _Way) -> None:
        self._settle(ReconfigurationReplaced())
        self._former = self._former or self._wanted
        self._wanted = self._way = way

    def _way_of(
        self,
        plan: Plan,
        before: _Way | None = None,
        changes: Reconfiguration | None = None,
    ) -> _Way:
        """Return a way for a plan; it starts with the profile that worked last."""
        dialers = [Dialer(each, self._speaker) for each in plan.complete]
        way = _Way(plan, dialers, self._attempts)
        if before is not None and changes is not None and changes.profiles is None:
            way.last_good = before.last_good
        way.begin()
        return way

    def _settle(self, outcome: OcppRpcError | None) -> None:
        """Report the outcome of changes to those who made them."""
        outcomes, self._outcomes = self._outcomes, []
        for on_outcome in outcomes:
            self._tell(on_outcome, outcome)

    def _tell(self, on_outcome: OnOutcome, outcome: OcppRpcError | None) -> None:
        try:
            on_outcome(outcome)
        except Exception:
            logger.exception(
                "%r: on_outcome failed",
                self._speaker.identity,
                extra=about(self._speaker.identity),
            )

    async def _take_changes(self) -> None:
        """Apply the changes that were postponed, and those of `before_attempt`."""
        pending, self._pending = self._pending, []
        for changes in pending:
            self._apply(changes)
        if self._before_attempt is None:
            return
        answer = self._before_attempt()
        asked = await answer if isawaitable(answer) else answer
        if asked is None or asked == self._asked:
            return
        first, self._asked = self._asked is None and not self._ever, asked
        self._apply(asked)
        if first:
            self._former = None  # the arguments of `connect` were only placeholders

    # --- Connections ------------------------------------------------------------------

    async def open_first(self) -> StationConnection:
        """Open a connection by the first network profile, in a single attempt.

        Raises:
            HandshakeFailed: The connection could not be opened.
        """
        await self._take_changes()
        self._former = None
        connection = await self._way.dialers[0].open()
        self._settle(None)
        return connection

    async def open(self) -> StationConnection:
        """Try one network profile after the other until a connection is open.

        Raises:
            HandshakeFailed: `retry` returned False for the failure.
        """
        self._keep_pings()
        # The waits restart after each connection (2.0.1 part 4 §5.3, errata 2025-04
        # 4.12).
        self._waits = self._way.plan.back_off.waits(random.random)
        if not self._at_once:
            # Wait first, because a failing server loses all its stations at once.
            await self._sleep(next(self._waits))
        self._way.begin()
        while True:
            await self._take_changes()
            self._at_once, way = False, self._way
            number, begun = next(way.order), self.clock.time()
            try:
                connection = await way.dialers[number].open(self._pings)
            except HandshakeFailed as failure:
                if way is self._way:
                    await self._fail(failure)
                continue
            if way is self._way:
                self.took = self.clock.time() - begun
                return self._opened(connection, number)
            await connection.close()  # the configuration was changed meanwhile

    async def open_higher(self) -> StationConnection | None:
        """Try each network profile of a higher priority once, while connected.

        Returns:
            The connection that replaces the present one; None if all attempts failed.
        """
        way = self._way
        for number, dialer in enumerate(way.dialers[: way.last_good]):
            self._keep_pings()
            try:
                connection = await dialer.open(self._pings)
            except HandshakeFailed as failure:
                logger.info(
                    "%r: %s; the network profile of lower priority remains in use",
                    self._speaker.identity,
                    failure,
                    extra=about(self._speaker.identity),
                )
                continue
            if way is self._way:
                return self._opened(connection, number)
            await connection.close()
            break
        return None

    def _opened(self, connection: StationConnection, number: int) -> StationConnection:
        """Record a successful attempt."""
        way = self._way
        way.last_good, self._ever = number, True
        self._pinged, self._own_pings = connection, way.dialers[number].pings
        outcome = None if way is self._wanted else self._failure
        if outcome is not None:
            logger.log(
                # A warning if no `on_outcome` reports the failure to the program.
                logging.INFO if self._outcomes else logging.WARNING,
                "%r: connected with the former configuration, without the changes: %s",
                connection.identity,
                outcome,
                extra=about(connection.identity, connection.version),
            )
        self._wanted, self._former, self._failure = way, None, None
        self._settle(outcome)
        return connection

    def _keep_pings(self) -> None:
        """Record how the program changed the pings of the last connection."""
        if self._pinged is not None:
            keepalive = self._pinged.keepalive
            now = Pings(keepalive.interval, keepalive.timeout, keepalive.policy)
            if now != (self._pings or self._own_pings):
                self._pings = now

    async def _fail(self, failure: HandshakeFailed) -> None:
        """Choose the way of the next attempt after a failure, and wait for its time.

        Raises:
            HandshakeFailed: There is no further attempt.
        """
        if not self._goes_on(failure):
            self._settle(failure)
            raise failure
        # The longer of the wait that the server asks for (RFC 9110 §10.2.3) and the
        # wait that the specification requires.
        wait = max(next(self._waits), failure.retry_after or 0)
        logger.info(
            "%r: %s; the next attempt is in %.1f s",
            self._speaker.identity,
            failure,
            wait,
            extra=about(self._speaker.identity),
        )
        await self._sleep(wait)

    def _goes_on(self, failure: HandshakeFailed) -> bool:
        """Tell whether there is another attempt, and choose its way."""
        again, way = self._retry(failure), self._way
        if self._former is None:
            return again
        way.left -= 1
        if again and way.left:
            return True
        if not again and way is self._former:
            return False
        self._turn(failure)
        return True

    def _turn(self, failure: HandshakeFailed) -> None:
        """Switch between the former configuration and the changes."""
        assert self._former is not None  # something is on trial
        if self._way is self._wanted:
            self._failure, self._way = failure, self._former
        else:
            self._way = self._wanted
        self._way.begin()

    async def _sleep(self, seconds: float) -> None:
        """Wait, but only until the configuration is changed."""
        # Not `asyncio.sleep`, because it only knows the clock of the event loop.
        self._sleeping = over = asyncio.Event()
        timer = self.clock.call_at(self.clock.time() + seconds, over.set)
        try:
            await over.wait()
        finally:
            self._sleeping = None
            timer.cancel()


@dataclass(slots=True, eq=False)
class _Way:
    """A configuration to connect with, and the state of the attempts.

    Attributes:
        plan: The plan of this configuration.
        dialers: The dialers, one for each network profile.
        attempts: The number of times that each one is tried.
        last_good: The number of the network profile that connected last.
        order: The numbers of the network profiles to try next.
        left: The number of attempts left before the other configuration is tried.
    """

    plan: Plan
    dialers: Sequence[Dialer]
    attempts: int
    last_good: int | None = None
    order: Iterator[int] = field(default_factory=lambda: iter(()))
    left: int = 0

    def begin(self) -> None:
        """Start with the network profile that connected last."""
        count = len(self.dialers)
        self.order = profile_order(count, self.attempts, self.last_good)
        self.left = count * self.attempts
