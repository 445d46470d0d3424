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
"""How many seconds a session may go on after it was told to come to an end."""


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
    """Let many chargers hold sessions, at the same time.

    A charger that loses its connection opens another one and begins its session anew. A
    charger whose session fails for another reason gives up, which `Tally.failed` counts
    and the others do not notice.

    When the duration is over, no further session begins, and those that are held come
    to their end: pauses and `Charger.stay` are over, and the rest of each session
    follows. A session that has not ended a minute later is cut off.

    Args:
        identities: The identities of the chargers.
        connecting: Returns what connects the charger of an identity, see
            `ocpp_rpc.connect`: with `Tally.observe` as the observer of its settings,
            and with `Tally.retry` as `retry`, or else the tally counts no connections
            and no calls.
        session: What each charger does while it is connected.
        tally: Counts what happens.
        spread: The seconds in which the chargers begin, one after the other.
        repeat: How often each charger holds the session, on the same connection unless
            the session closes that. By default once, or, with a duration, until that is
            over.
        duration: After how many seconds the chargers end; None: after their sessions.
        ramp_down: The seconds in which they end then, one after the other.
        pauses: By how much `Charger.pause` is multiplied: 1 is as in the field, and 0,
            the default, is without pauses.
        ask: Puts a question of a charger to a person; by default there is nobody.
        id_tag: The tag of every driver.

    Raises:
        ValueError: `repeat` is below 1, or `ramp_down` is without a duration.
        MissingDependency: The extra for the WebSocket library is not installed.
        ExceptionGroup: A charger could not connect and its `retry` did not want it to
            try again, or a session raised something that is neither a `Failure` nor an
            `OcppRpcError`.
    """
    if repeat is not None and repeat < 1:
        raise ValueError("repeat is at least 1")
    if ramp_down and duration is None:
        raise ValueError("ramp_down goes with a duration")
    times = 1 if repeat is None and duration is None else repeat
    crowd = _Crowd(session, tally, times, pauses, ask, id_tag)
    # All are made before any begins: thus a missing extra is no ExceptionGroup.
    chargers = [connecting(identity) for identity in identities]
    async with asyncio.TaskGroup() as tasks:
        for number, charger in enumerate(chargers):
            part = number / len(chargers)
            end = None if duration is None else duration + ramp_down * part
            tasks.create_task(crowd.live(charger, spread * part, end))


@dataclass(frozen=True)
class _Crowd:
    """What all chargers have in common."""

    session: Session
    tally: Tally
    times: int | None
    pauses: float
    ask: Ask
    id_tag: str

    async def live(
        self, connecting: Connecting, begin: float, end: float | None
    ) -> None:
        """Be one charger, from some second to another one."""
        life = _Life(self, connecting, asyncio.Event())
        if end is None:
            await life.live(begin)
        else:
            await first(life.live(begin), life.end(end))


@dataclass
class _Life:
    """One charger."""

    crowd: _Crowd
    connecting: Connecting
    ending: asyncio.Event
    is_over: bool = False

    async def end(self, seconds: float) -> None:
        """Tell the charger to end after some seconds; return if it does not."""
        clock = self.connecting.clock
        await wait_for(asyncio.Event(), seconds, clock)
        self.ending.set()
        await wait_for(asyncio.Event(), GRACE, clock)
        self.crowd.tally.cut_off += not self.is_over

    async def live(self, wait: float) -> None:
        """Wait, and hold sessions."""
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
                await asyncio.sleep(0)  # a session may wait for nothing

    async def _connect(
        self, connections: AsyncIterator[StationConnection], before: Charger | None
    ) -> Charger | None:
        """Return a charger on a new connection; None: it was to end meanwhile."""
        came: list[Charger] = []

        async def connect() -> None:
            connection = await anext(connections)
            # At once: the back office may call as soon as the connection is open.
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
