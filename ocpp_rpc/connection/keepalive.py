"""Pings, to find out that the other end is gone without a word."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from ocpp_rpc.transports import Transport, TransportClosed, check_pings

if TYPE_CHECKING:
    from collections.abc import Callable

    from .settings import Clock, Timer

__all__ = ["Keepalive"]

logger = logging.getLogger("ocpp_rpc.keepalive")


class Keepalive:
    """Pings a peer at an interval.

    Between two pings there is nothing but a timer.

    Args:
        transport: What pings.
        clock: The time.
        broken: Called with the reason when a pong is overdue, or a ping has failed.

    Attributes:
        interval: How many seconds from a pong to the next ping; None or 0: no pings.
        timeout: How many seconds a pong may take; None: for ever.
    """

    __slots__ = (
        "_broken",
        "_clock",
        "_ping",
        "_timer",
        "_transport",
        "interval",
        "timeout",
    )

    def __init__(
        self, transport: Transport, clock: Clock, broken: Callable[[str], object]
    ) -> None:
        self._transport = transport
        self._clock = clock
        self._broken = broken
        self.interval: float | None = None
        self.timeout: float | None = None
        self._timer: Timer | None = None
        self._ping: asyncio.Task[None] | None = None

    def start(self, interval: float | None, timeout: float | None) -> None:
        """Ping from now on, instead of what was before.

        Args:
            interval: How many seconds from a pong to the next ping; None or 0: no
                pings (WebSocketPingInterval, OCPP-J 1.6 §7, 2.0.1 part 4 §8.4).
            timeout: How many seconds a pong may take; None: for ever.

        Raises:
            ValueError: One of them is negative.
        """
        check_pings(interval, timeout)
        self.stop()
        self.interval, self.timeout = interval, timeout
        self._wait()

    def stop(self) -> None:
        """Send no more pings."""
        if self._timer is not None:
            self._timer.cancel()
        if self._ping is not None:
            self._ping.cancel()
        self._timer = self._ping = None

    def _wait(self) -> None:
        if self.interval:
            when = self._clock.time() + self.interval
            self._timer = self._clock.call_at(when, self._begin)

    def _begin(self) -> None:
        self._timer = None
        if self.timeout is not None:
            overdue = self._clock.time() + self.timeout
            self._timer = self._clock.call_at(overdue, self._give_up)
        self._ping = asyncio.create_task(self._run())

    async def _run(self) -> None:
        goes_on = failed = False
        try:
            goes_on = await self._transport.ping()
        except TransportClosed:
            pass  # the reader finds it out as well
        except Exception:
            logger.exception("a ping failed")
            failed = True
        self._ping = None
        self.stop()
        if goes_on:
            self._wait()
        elif failed:
            self._broken("a ping failed")

    def _give_up(self) -> None:
        self.stop()
        self._broken(f"no pong within {self.timeout:g} s")
