"""Pings, to find out that the other end is gone without a word.

What shows that it is there, a `PingPolicy` says. With "any", the reader counts messages
(`Arrivals`), and what counts is whether there are more after the time for a pong.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from ocpp_rpc.lines import about
from ocpp_rpc.transports import PingPolicy, TransportClosed, check_pings

if TYPE_CHECKING:
    from collections.abc import Callable

    from .ground import Ground
    from .reading import Arrivals
    from .settings import Timer

__all__ = ["Keepalive"]

logger = logging.getLogger("ocpp_rpc.keepalive")


class Keepalive:
    """Pings a peer at an interval.

    Between two pings there is nothing but a timer.

    Args:
        ground: What the parts of the connection stand on: its transport pings.
        broken: Called with the reason when a pong is overdue, or a ping has failed.
        watch: Has the messages of the peer counted; None: they are not known.

    Attributes:
        interval: How many seconds from a pong to the next ping; None or 0: no pings.
        timeout: How many seconds a pong may take; None: for ever.
        policy: What shows that the peer is there.
    """

    __slots__ = (
        "_arrivals",
        "_broken",
        "_clock",
        "_identity",
        "_ping",
        "_pinged",
        "_seen",
        "_session",
        "_timer",
        "_transport",
        "_watch",
        "interval",
        "policy",
        "timeout",
    )

    def __init__(
        self,
        ground: Ground,
        broken: Callable[[str], object],
        watch: Callable[[], Arrivals] | None = None,
    ) -> None:
        self._identity = ground.identity
        self._session = ground.session
        self._transport = ground.transport
        self._clock = ground.clock
        self._broken = broken
        self._watch = watch
        self.interval: float | None = None
        self.timeout: float | None = None
        self.policy: PingPolicy = "pong"
        self._timer: Timer | None = None
        self._ping: asyncio.Task[None] | None = None
        self._arrivals: Arrivals | None = None
        self._pinged = 0.0  # when the last ping was sent
        self._seen = (0, 0)  # how much had come from the peer by then

    def start(
        self,
        interval: float | None,
        timeout: float | None,
        policy: PingPolicy | None = None,
    ) -> None:
        """Ping from now on, instead of what was before.

        Args:
            interval: How many seconds from a pong to the next ping; None or 0: no
                pings (WebSocketPingInterval, OCPP-J 1.6 §7, 2.0.1 part 4 §8.4).
            timeout: How many seconds a pong may take; None: for ever.
            policy: What shows that the peer is there; None: the same as before.

        Raises:
            ValueError: One of the times is negative, or there is no such policy.
        """
        policy = policy or self.policy
        check_pings(interval, timeout, policy)
        self.stop()
        self.interval, self.timeout, self.policy = interval, timeout, policy
        if policy == "any" and self._watch is not None:
            self._arrivals = self._watch()
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
            self._at(self._clock.time() + self.interval, self._begin)

    def _at(self, when: float, step: Callable[[], object]) -> None:
        self._timer = self._clock.call_at(when, step)

    def _begin(self) -> None:
        """Ping, and wait for what the policy wants to see."""
        self.stop()  # without a pong, the ping before has not ended
        now = self._pinged = self._clock.time()
        if self.policy == "none" or (self.policy == "any" and self.timeout is None):
            self._wait()
        elif self.timeout is not None:
            self._seen = self._signs()
            self._at(now + self.timeout, self._judge)
        self._ping = asyncio.create_task(self._run())

    async def _run(self) -> None:
        goes_on = failed = False
        try:
            goes_on = await self._transport.ping()
        except TransportClosed:
            pass  # the reader finds it out as well
        except Exception:
            logger.exception(
                "%r: a ping failed",
                self._identity,
                extra=about(self._identity, self._session.package.VERSION),
            )
            failed = True
        self._ping = None
        self.stop()
        if goes_on:
            self._wait()
        elif failed:
            self._broken("a ping failed")

    def _signs(self) -> tuple[int, int]:
        """Return how many messages, and how many other frames, the peer has sent."""
        messages = 0 if self._arrivals is None else self._arrivals.count
        return messages, getattr(self._transport, "controls", 0)

    def _judge(self) -> None:
        """Look for what shows that the peer is there, as there was no pong."""
        self.stop()
        if self.policy == "any" and self._signs() != self._seen:
            next_ping = self._pinged + (self.interval or 0)
            self._at(max(next_ping, self._clock.time()), self._begin)
            return
        sign = "pong" if self.policy == "pong" else "sign of life"
        self._broken(f"no {sign} within {self.timeout:g} s")
