"""Closing connections one after the other, so that a restart is no storm.

Chargers that lose their connection at the same moment connect again at about the same
moment, and the opening handshakes, with TLS and passwords, take all processors then.
`Departures` gives each connection a turn: the time is cut into as many slots as there
are connections, and each one goes at a random moment of its slot. So no second has more
than its share, and chargers do not come back in step either.
"""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import suppress
from typing import Final

from ocpp_rpc.connection.settings import Clock, within
from ocpp_rpc.connection.sides import BackOfficeConnection

__all__ = ["Departures", "check_spread"]


def check_spread(seconds: float) -> None:
    """Check a time over which connections are to be closed.

    Raises:
        ValueError: It is negative, or without end.
    """
    if not 0 <= seconds < math.inf:
        raise ValueError(f"spread is a number of seconds, 0 or more, not {seconds}")


class Departures:
    """The turns of connections that are to be closed, evenly over a time.

    The first turn may come at once. The connections are in random order, since a
    balancer may have put neighbours side by side.

    Args:
        connections: What is to be closed.
        seconds: Over how many seconds; 0: all at once.
        clock: The clock of the turns; the event loop if None.
    """

    def __init__(
        self,
        connections: Sequence[BackOfficeConnection],
        seconds: float,
        clock: Clock | None,
    ) -> None:
        self._those: Final = random.sample(connections, len(connections))
        self._seconds = seconds
        self._clock: Clock = clock or asyncio.get_running_loop()
        self._begun: Final = self._clock.time()
        self._hurried = not seconds
        self._changed = asyncio.Event()

    async def turns(self) -> AsyncGenerator[BackOfficeConnection, None]:
        """Iterate over those that are still open, each when its turn has come."""
        for connection, moment in zip(self._those, self._moments(), strict=True):
            if not self._hurried:
                connection.on_close(lambda _: self._changed.set())
                await self._wait_until(moment, connection)
            if not connection.closed:
                yield connection

    def hurry(self) -> None:
        """Let all the others have their turn now."""
        self._hurried = True
        self._changed.set()

    def retry_after(self, usual: int) -> int:
        """Return in how many seconds a station is to come that is refused meanwhile.

        That is after the last turn, and the stations are spread over as long again, or
        over the usual time if that is longer.

        Args:
            usual: When stations are told to try again at other times.
        """
        if not self._seconds:
            return usual
        left = max(self._begun + self._seconds - self._clock.time(), 0.0)
        return math.ceil(left + random.random() * max(self._seconds, usual))

    def _moments(self) -> Iterator[float]:
        count = len(self._those)
        for number in range(count):
            share = (number + random.random()) / count
            yield self._begun + share * self._seconds

    async def _wait_until(
        self, moment: float, connection: BackOfficeConnection
    ) -> None:
        """Wait for a turn, but not for a connection that ends before by itself."""
        while not self._hurried and not connection.closed:
            seconds = moment - self._clock.time()
            if seconds <= 0:
                return
            self._changed.clear()
            with suppress(TimeoutError):
                async with within(seconds, self._clock):
                    await self._changed.wait()
