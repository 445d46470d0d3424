"""Many chargers at once, in one process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Final

from ocpp_rpc import OcppRpcError, StationConnection
from ocpp_rpc.station.connecting import Connecting

from .charger import ID_TAG, Charger, wait_for
from .outcomes import Failure
from .scripting import Session
from .station import first
from .tally import Tally
from .telling import Ask, nobody

__all__ = ["run_crowd"]

GRACE: Final = 60.0
"""The seconds that a session may continue after the end of the duration."""


async def run_crowd(  # noqa: PLR0913
    identities: Sequence[str],
    connecting: Callable[[str], Connecting],
    session: Session,
    tally: Tally,
    *,
    spread: float = 0.0,
    repeat: int | None = None,
    duration: float | None = None,
    ramp_down: float = 0.0,
    pauses: float = 0.0,
    ask: Ask = nobody,
    id_tag: str = ID_TAG,
) -> None:
    """Run the sessions of many chargers at the same time.

    A charger that loses its connection reconnects and starts its session again. A
    charger whose session fails for another reason gives up: `Tally.failed` counts it,
    and the other chargers continue.

    When the duration is over, no further session begins. In running sessions, pauses
    and `Charger.stay` return early, and the rest of the session follows. A session that
    has not ended a minute later is cut off.

    Args:
        identities: The identities of the chargers.
        connecting: A function that returns the result of `ocpp_rpc.connect` for an
            identity. Pass `Tally.observe` to it as the observer of the settings and
            `Tally.retry` as `retry`, or else the tally counts no connections and no
            calls.
        session: The session of each charger.
        tally: The counters to update.
        spread: The seconds over which the chargers start, one after the other; 0 by
            default.
        repeat: The number of sessions of each charger, on the same connection unless
            the session closes it. By default one, or with a duration, as many as fit.
        duration: The seconds after which the chargers end; None, the default: after
            their sessions.
        ramp_down: The further seconds over which they then end, one after the other; 0
            by default.
        pauses: The factor for `Charger.pause`: 1 waits as long as in the field; 0, the
            default, skips the pauses.
        ask: The function that puts a question of a charger to a person; by default, it
            raises `Failure`.
        id_tag: The id tag of every driver.

    Raises:
        ValueError: `repeat` is below 1, or `ramp_down` is given without a duration.
        MissingDependency: The extra for the WebSocket library is not installed.
        ExceptionGroup: A charger could not connect and its `retry` declined another
            attempt, or a session raised an exception that is neither a `Failure` nor an
            `OcppRpcError`.
    """
    if repeat is not None and repeat < 1:
        raise ValueError("repeat must be at least 1")
    if ramp_down and duration is None:
        raise ValueError("ramp_down needs a duration")
    times = 1 if repeat is None and duration is None else repeat
    crowd = _Crowd(session, tally, times, pauses, ask, id_tag)
    # All are made before any starts, so that a missing extra raises MissingDependency
    # itself, not an ExceptionGroup.
    chargers = [connecting(identity) for identity in identities]
    async with asyncio.TaskGroup() as tasks:
        for number, charger in enumerate(chargers):
            part = number / len(chargers)
            end = None if duration is None else duration + ramp_down * part
            tasks.create_task(crowd.live(charger, spread * part, end))


@dataclass(frozen=True)
class _Crowd:
    """The arguments that all chargers share."""

    session: Session
    tally: Tally
    times: int | None
    pauses: float
    ask: Ask
    id_tag: str

    async def live(
        self, connecting: Connecting, begin: float, end: float | None
    ) -> None:
        """Run one charger from a second to another; None as the end sets no end."""
        life = _Life(self, connecting, asyncio.Event())
        if end is None:
            await life.live(begin)
        else:
            await first(life.live(begin), life.end(end))


@dataclass
class _Life:
    """One charger of the crowd."""

    crowd: _Crowd
    connecting: Connecting
    ending: asyncio.Event
    is_over: bool = False

    async def end(self, seconds: float) -> None:
        """Ask the charger to end after some seconds; return if it does not end."""
        clock = self.connecting.clock
        await wait_for(asyncio.Event(), seconds, clock)
        self.ending.set()
        await wait_for(asyncio.Event(), GRACE, clock)
        self.crowd.tally.cut_off += not self.is_over

    async def live(self, wait: float) -> None:
        """Wait for some seconds, then run the sessions of the charger."""
        await wait_for(self.ending, wait, self.connecting.clock)
        async with aclosing(aiter(self.connecting)) as connections:
            await self._hold_sessions(connections)
            self.is_over = True

    async def _hold_sessions(
        self, connections: AsyncIterator[StationConnection]
    ) -> None:
        charger, times, crowd = None, 0, self.crowd
        while times != crowd.times and not self.ending.is_set():
            if charger is None or charger.connection.closed:
                charger = await self._connect(connections, charger)
                if charger is None:
                    return
            try:
                await crowd.session(charger)
            except (Failure, OcppRpcError) as error:
                if not charger.lost:
                    crowd.tally.failed[str(error)] += 1
                    return
            else:
                times += 1
                crowd.tally.sessions += 1
                await asyncio.sleep(0)  # a session may have no wait, and block the loop

    async def _connect(
        self, connections: AsyncIterator[StationConnection], before: Charger | None
    ) -> Charger | None:
        """Return a charger on a new connection; None if it had to end before."""
        came: list[Charger] = []

        async def connect() -> None:
            connection = await anext(connections)
            # The charger has to answer at once, because the back office may call as
            # soon as the connection is open.
            came.append(self._charger_on(connection, connections))

        course = self.connecting.course
        if before is not None and not before.lost:
            course.begin()
        await first(connect(), self.ending.wait())
        if not came:
            return None
        self.crowd.tally.has_connected(course.took)
        return came[0]

    def _charger_on(
        self, connection: StationConnection, later: AsyncIterator[StationConnection]
    ) -> Charger:
        return Charger(
            later,
            connection,
            ask=self.crowd.ask,
            id_tag=self.crowd.id_tag,
            pauses=self.crowd.pauses,
            ending=self.ending,
            course=self.connecting.course,
        )
