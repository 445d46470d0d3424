"""A network without a network: what a station finds when it connects is a script."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from ocpp_rpc import Connection, HandshakeFailed, Settings
from ocpp_rpc.handlers.routing import Handler
from ocpp_rpc.protocol.versions import package_of
from ocpp_rpc.station.backoff import BackOff
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports import Transport
from ocpp_rpc.transports.memory import memory_pair

__all__ = ["STEADY", "Attempt", "Network", "settled"]

STEADY = BackOff(
    retry_back_off_wait_minimum=10,
    retry_back_off_random_range=0,
    retry_back_off_repeat_times=2,
)

Attempt = tuple[float, str]
"""When something was tried, and with which URL."""


class Network:
    """A library of transports whose servers are back offices in memory, or not there.

    `plan` says what each attempt meets: a status that refuses, None for no server, or
    the number of a version that the back office speaks. When it is used up, the back
    office is there.
    """

    def __init__(self, plan: Sequence[str | int | None] = (), **headers: str) -> None:
        self.clock = VirtualClock()
        self.settings = Settings(clock=self.clock)
        self.plan = list(plan)
        self.headers = headers
        self.attempts: list[Attempt] = []
        self.offers: list[Sequence[str]] = []
        self.handler: Handler = None
        self.back_office: Connection | None = None

    @property
    def times(self) -> list[float]:
        return [when for when, _ in self.attempts]

    async def dial(
        self, url: str, *, subprotocols: Sequence[str], **_: Any
    ) -> tuple[Transport, str | None]:
        self.attempts.append((self.clock.time(), url))
        self.offers.append(subprotocols)
        meets = self.plan.pop(0) if self.plan else subprotocols[0].removeprefix("ocpp")
        if not isinstance(meets, str):
            detail = "nobody is there" if meets is None else "go away"
            raise HandshakeFailed(url, detail, status=meets, headers=self._answer())
        ours, theirs = memory_pair()
        if f"ocpp{meets}" in subprotocols:
            package = package_of(meets)
            self.back_office = Connection(
                theirs,
                package,
                package.BACK_OFFICE,
                self.handler,
                settings=self.settings,
            )
            self.back_office.start()
            return ours, f"ocpp{meets}"
        return ours, None

    def _answer(self) -> Mapping[str, str]:
        return {name.replace("_", "-"): value for name, value in self.headers.items()}

    async def listen(self, *_: Any, **__: Any) -> NoReturn:
        raise NotImplementedError

    async def pass_time(self, seconds: float) -> None:
        """Let time pass, and everything happen that is due meanwhile."""
        for _ in range(round(seconds)):
            await settled()
            self.clock.advance(1)
        await settled()

    def lose(self) -> None:
        """Break the connection."""
        assert self.back_office is not None
        self.back_office.abort()


async def settled() -> None:
    """Let everything run that can."""
    for _ in range(20):
        await asyncio.sleep(0)
