"""Pings, to detect that the peer is gone without having closed the connection.

A `PingPolicy` determines which sign of life a ping requires. With "any", the reader
counts messages (`Arrivals`), and the peer is considered alive if it has sent any frame
within the time limit of the pong.
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

    Between two pings, this keeps only a timer.

    Args:
        ground: The state that the parts of the connection share.
        broken: Called with the reason if a pong is overdue, or a ping failed.
        watch: Starts counting the messages of the peer; None: they are not counted.

    Attributes:
        interval: The time from a pong to the next ping, in seconds; None or 0: no
            pings.
        timeout: The time limit of a pong, in seconds; None: no limit.
        policy: The sign of life that a ping requires.
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
        self._seen = (0, 0)  # the result of `_signs` at that time

    def start(
        self,
        interval: float | None,
        timeout: float | None,
        policy: PingPolicy | None = None,
    ) -> None:
        """Start to ping, or change the interval, the time limit or the policy.

        Args:
            interval: The time from a pong to the next ping, in seconds; None or 0: no
                pings (WebSocketPingInterval, OCPP-J 1.6 §7, 2.0.1 part 4 §8.4).
            timeout: The time limit of a pong, in seconds; None: no limit.
            policy: The sign of life that a ping requires; None: no change.

        Raises:
            ValueError: A time is negative, or the policy is unknown.
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
        """Ping, and wait for the sign of life that the policy requires."""
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
            pass  # the reader detects it and ends the connection
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
        """Return the numbers of messages and of other frames that the peer has sent."""
        messages = 0 if self._arrivals is None else self._arrivals.count
        return messages, getattr(self._transport, "controls", 0)

    def _judge(self) -> None:
        """Look for another sign of life, because there was no pong in time."""
        self.stop()
        if self.policy == "any" and self._signs() != self._seen:
            next_ping = self._pinged + (self.interval or 0)
            self._at(max(next_ping, self._clock.time()), self._begin)
            return
        sign = "pong" if self.policy == "pong" else "sign of life"
        self._broken(f"no {sign} within {self.timeout:g} s")
