"""Many chargers at once, in one process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from ocpp_rpc import OcppRpcError
from ocpp_rpc.station.connecting import Connecting

from .charger import ID_TAG, Charger
from .outcomes import Failure
from .scripting import Session
from .tally import Tally
from .telling import Ask, nobody

__all__ = ["run_crowd"]


async def run_crowd(  # noqa: PLR0913
    identities: Sequence[str],
    connecting: Callable[[str], Connecting],
    session: Session,
    tally: Tally,
    *,
    spread: float = 0.0,
    ask: Ask = nobody,
    id_tag: str = ID_TAG,
) -> None:
    """Let many chargers hold a session each, at the same time.

    A charger that loses its connection opens another one and begins its session anew. A
    charger whose session fails for another reason gives up, which `Tally.failed` counts
    and the others do not notice.

    Args:
        identities: The identities of the chargers.
        connecting: Returns what connects the charger of an identity, see
            `ocpp_rpc.connect`: with `Tally.observe` as the observer of its settings,
            and with `Tally.retry` as `retry`, or else the tally counts nothing but who
            gives up.
        session: What each charger does while it is connected.
        tally: Counts what happens.
        spread: The seconds in which the chargers begin, one after the other.
        ask: Puts a question of a charger to a person; by default there is nobody.
        id_tag: The tag of every driver.

    Raises:
        MissingDependency: The extra for the WebSocket library is not installed.
        ExceptionGroup: A charger could not connect and its `retry` did not want it to
            try again, or a session raised something that is neither a `Failure` nor an
            `OcppRpcError`.
    """
    crowd = _Crowd(session, tally, ask, id_tag)
    # All are made before any begins: thus a missing extra is no ExceptionGroup.
    chargers = [connecting(identity) for identity in identities]
    async with asyncio.TaskGroup() as tasks:
        for number, charger in enumerate(chargers):
            tasks.create_task(crowd.live(charger, spread * number / len(chargers)))


@dataclass(frozen=True)
class _Crowd:
    """What all chargers have in common."""

    session: Session
    tally: Tally
    ask: Ask
    id_tag: str

    async def live(self, connecting: Connecting, wait: float) -> None:
        """Be one charger."""
        await asyncio.sleep(wait)
        async with aclosing(aiter(connecting)) as connections:
            while True:
                connection = await anext(connections)
                charger = Charger(
                    connections, connection, ask=self.ask, id_tag=self.id_tag
                )
                try:
                    await self.session(charger)
                except (Failure, OcppRpcError) as error:
                    if charger.lost:
                        continue
                    self.tally.failed[str(error)] += 1
                return
