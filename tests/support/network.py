"""A network on which a station finds, each time it connects, what a script says."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from ocpp_messages import VERSIONS
from ocpp_rpc import Accept, Connection, Handshake, HandshakeRefused, Server, Settings
from ocpp_rpc.handlers.routing import Handler
from ocpp_rpc.station.backoff import BackOff
from ocpp_rpc.testing import Network as TestNetwork
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports.memory import MemoryTransport

__all__ = ["STEADY", "Attempt", "Network", "settled"]

STEADY = BackOff(
    retry_back_off_wait_minimum=10,
    retry_back_off_random_range=0,
    retry_back_off_repeat_times=2,
)

Attempt = tuple[float, str]
"""When something was tried, and with which URL."""


class Network(TestNetwork):
    """A network with a back office that is reached by any host, or not.

    `plan` says what each attempt meets: a status that refuses, None for no server, or
    the number of a version that the back office speaks. When it is used up, the back
    office is there, and speaks all.
    """

    def __init__(self, plan: Sequence[str | int | None] = (), **headers: str) -> None:
        self.clock = VirtualClock()
        super().__init__(self.clock)
        self.settings = Settings(clock=self.clock)
        self.plan = list(plan)
        self.headers = {key.replace("_", "-"): headers[key] for key in headers}
        self.attempts: list[Attempt] = []
        self.offers: list[Sequence[str]] = []
        self.handler: Handler = None
        self._server: Server | None = None

    @property
    def times(self) -> list[float]:
        return [when for when, _ in self.attempts]

    @property
    def back_office(self) -> Connection:
        assert self._server is not None
        return self._server.connections["CP001"]

    async def dial(
        self, *args: Any, **options: Any
    ) -> tuple[MemoryTransport, str | None]:
        self.attempts.append((self.clock.time(), *args))
        self.offers.append(options["subprotocols"])
        await self._listen()
        self.unreachable = bool(self.plan) and self.plan[0] is None
        if self.unreachable:
            self.plan.pop(0)
        return await super().dial(*args, **options)

    async def _listen(self) -> None:
        if self._server is not None:
            return
        self._server = Server(
            self._handler_of,
            versions=VERSIONS,
            on_connect=self._meet,
            settings=self.settings,
        )
        await self._server.listen(port=80, transport=self)

    def _handler_of(self, _: Connection) -> Handler:
        return self.handler

    def _meet(self, _: Handshake) -> Accept | None:
        meets = self.plan.pop(0) if self.plan else None
        if isinstance(meets, int):
            raise HandshakeRefused(meets, headers=self.headers)
        return None if meets is None else Accept(versions=[meets])

    async def close(self) -> None:
        """Close the back office, if it was ever reached."""
        if self._server is not None:
            await self._server.close()

    async def pass_time(self, seconds: float) -> None:
        """Let time pass, and everything happen that is due meanwhile."""
        await self.clock.pass_time(seconds)

    def lose(self) -> None:
        """Break the connection."""
        self.cut("CP001")


async def settled() -> None:
    """Let everything run that can."""
    for _ in range(20):
        await asyncio.sleep(0)
