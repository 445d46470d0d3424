"""Many chargers at once, in one process."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from typing import Final

from rich.console import Console

import ocpp_rpc
from ocpp_rpc import OcppRpcError
from ocpp_rpc.cli.charge_point import Plan
from ocpp_rpc.cli.screen import Screen
from ocpp_rpc.cli.terminal import Terminal
from ocpp_rpc.observing.record import recording
from ocpp_rpc.observing.wire import observers
from ocpp_rpc.station.connecting import Connecting

from .charger import Charger
from .script import Session
from .steps import Failure
from .tally import Tally

__all__ = ["run"]

PROGRESS: Final = 5.0
"""The seconds between two lines that tell how it goes."""


async def run(  # noqa: PLR0913
    screen: Screen,
    pattern: str,
    plan: Plan,
    *,
    count: int,
    spread: float,
    back_off: ocpp_rpc.BackOff | None = None,
) -> None:
    """Let many chargers do what is planned, and tell how it went.

    A charger that loses its connection, or gets none, tries again, and begins anew.

    Args:
        screen: Where the progress and a summary are shown.
        pattern: The identities: a format of the numbers from 1 on.
        plan: What each charger does.
        count: How many there are.
        spread: The seconds in which they begin, one after the other.
        back_off: How long they wait between attempts to connect.

    Raises:
        Failure: Something did not go as planned.
        MissingDependency: The extra for the WebSocket library is not installed.
    """
    session, tally = plan.session(), Tally()
    begin = time.monotonic()
    with recording(plan.save) as record:
        settings = ocpp_rpc.Settings(observer=observers(tally.observe, record))
        crowd = _Crowd(plan, session, settings, tally, back_off or ocpp_rpc.BackOff())
        chargers = [
            crowd.connecting(pattern.format(number + 1)) for number in range(count)
        ]
        telling = asyncio.create_task(_tell(screen, tally, count))
        try:
            async with asyncio.TaskGroup() as tasks:
                for number, charger in enumerate(chargers):
                    tasks.create_task(crowd.live(charger, spread * number / count))
        finally:
            telling.cancel()
            screen.show(tally.table())
            for remark in tally.remarks():
                screen.say(remark)
            screen.say(f"{time.monotonic() - begin:.1f} s")
    if tally.failed:
        raise Failure(f"{tally.failed.total()} of {count} chargers gave up")


async def _tell(screen: Screen, tally: Tally, count: int) -> None:
    """Tell every now and then how it goes."""
    begin = time.monotonic()
    while True:
        await asyncio.sleep(PROGRESS)
        screen.say(f"{time.monotonic() - begin:4.0f} s: {tally.progress(count)}")


class _Crowd:
    """What all chargers have in common."""

    def __init__(
        self,
        plan: Plan,
        session: Session,
        settings: ocpp_rpc.Settings,
        tally: Tally,
        back_off: ocpp_rpc.BackOff,
    ) -> None:
        self._plan = plan
        self._session = session
        self._settings = settings
        self._tally = tally
        self._back_off = back_off
        self._screen = Screen(Console(quiet=True))
        self._terminal = Terminal(self._screen)

    def connecting(self, identity: str) -> Connecting:
        """Return what connects a charger.

        Raises:
            MissingDependency: The extra for the WebSocket library is not installed.
        """
        return self._plan.connecting(
            identity, self._settings, self._back_off, self._tally.retry
        )

    async def live(self, connecting: Connecting, wait: float) -> None:
        """Be one charger."""
        await asyncio.sleep(wait)
        async with aclosing(aiter(connecting)) as connections:
            while True:
                charger = Charger(
                    connections,
                    await anext(connections),
                    self._screen,
                    self._plan.id_tag,
                    self._terminal,
                )
                try:
                    await self._session(charger)
                except (Failure, OcppRpcError) as error:
                    if charger.lost:
                        continue
                    self._tally.failed[str(error)] += 1
                return
