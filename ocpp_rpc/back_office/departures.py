"""Closes connections one after the other, to spread the load of a restart.

Chargers that lose their connections at the same moment reconnect at about the same
moment, and then the opening handshakes, with TLS and passwords, occupy all processors.
`Departures` gives each connection a turn: the time is divided into as many slots as
there are connections, and each connection closes at a random moment of its slot. This
limits the load of each second, and chargers do not return in step either.
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
        ValueError: The time is negative or infinite.
    """
    if not 0 <= seconds < math.inf:
        raise ValueError(f"spread has to be 0 seconds or more, not {seconds}")


class Departures:
    """The turns of connections that are to be closed, spread evenly over a time.

    The first turn may come at once. The connections are in random order, because a
    balancer may have placed neighbours side by side.

    Args:
        connections: The connections to close.
        seconds: The time over which to close them, in seconds; 0: all at once.
        clock: The clock of the turns; None: the event loop.
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
        """Iterate over the connections that are still open, each at its turn."""
        for connection, moment in zip(self._those, self._moments(), strict=True):
            if not self._hurried:
                connection.on_close(lambda _: self._changed.set())
                await self._wait_until(moment, connection)
            if not connection.closed:
                yield connection

    def hurry(self) -> None:
        """Give all remaining connections their turn now."""
        self._hurried = True
        self._changed.set()

    def retry_after(self, usual: int) -> int:
        """Return the seconds after which a refused station should try again.

        This is after the last turn. The stations are spread over the same time again,
        or over the usual time if that is longer.

        Args:
            usual: The time in seconds that stations are told otherwise.
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
        """Wait for the turn of a connection, or until it ends by itself."""
        while not self._hurried and not connection.closed:
            seconds = moment - self._clock.time()
            if seconds <= 0:
                return
            self._changed.clear()
            with suppress(TimeoutError):
                async with within(seconds, self._clock):
                    await self._changed.wait()
