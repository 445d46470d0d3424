"""What a charger does: a script in the words of no version.

`v1x` and `v2x` have the messages for it.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from typing import Any, ClassVar, Final

import ocpp_messages
from ocpp_rpc import Connection, Router

from .screen import Screen
from .steps import Failure, Step

__all__ = ["FULL", "MODEL", "SAMPLE", "VENDOR", "Station"]

VENDOR: Final = "Acme"
MODEL: Final = "X1"

SAMPLE: Final = 2000
"""The energy charged from one meter value to the next, in Wh."""

FULL: Final = 5 * SAMPLE
"""The energy after which a charge ends by itself, in Wh."""

_ACCEPTED: Final = "Accepted"


class Station(ABC):
    """A charger with one connector and an open connection.

    Attributes:
        charging: The status of a connector in use.
        connection: Its connection.
        messages: The version package of the connection. No static type covers several
            versions; pydantic refuses what does not exist in one of them.
        done: The steps that went as they should, seen from here.
        interval: The seconds between two heartbeats, as the back office wants it.
        energy: What the meter shows, in Wh.
        transaction: The id of the transaction; None if there is none.
        stopped: Whether the back office asked to stop the transaction.
    """

    charging: ClassVar[str] = "Occupied"

    def __init__(self, connection: Connection, screen: Screen, pace: float) -> None:
        self.connection = connection
        self.messages: Any = ocpp_messages.load(connection.version)
        self.done: set[Step] = set()
        self.interval = 0
        self.energy = 0
        self.transaction: Any = None
        self.stopped = False
        self._screen = screen
        self._pace = pace
        connection.set_handler(self.routes())

    # --- The script -------------------------------------------------------------------

    async def start_up(self) -> None:
        """Boot, and report for duty.

        Raises:
            Failure: The back office does not accept the charger.
        """
        status, self.interval = await self.boot()
        self._check(Step.BOOT, "the charger", status)
        await self._wait()
        await self.heartbeat()
        await self._wait()
        await self.report_status("Available")
        self.done.add(Step.STATUS)

    async def present(self, tag: str) -> None:
        """Ask whether a tag may charge.

        Raises:
            Failure: It may not.
        """
        await self._wait()
        status = await self.authorize(tag)
        self._check(Step.AUTHORIZE, tag, status)

    async def charge(self, tag: str) -> None:
        """Charge until the car is full or the back office ends it.

        Raises:
            Failure: The back office does not want that.
        """
        await self._wait()
        status = await self.start(tag)
        self._check(Step.START, f"the transaction of {tag}", status)
        await self.report_status(self.charging)
        while self.energy < FULL and not self.stopped:
            await self._wait()
            self.energy += SAMPLE
            await self.report_energy()
            self.done.add(Step.METER)
            self._screen.progress(self.connection, self.energy, FULL)
        await self._wait()
        await self.stop()
        self.done.add(Step.STOP)
        await self.report_status("Available")

    async def stay(self) -> None:
        """Send heartbeats for as long as the connection lasts.

        Raises:
            ConnectionClosed: It is closed.
        """
        interval = max(self.interval, 1)
        while True:
            await asyncio.wait([self._closed], timeout=interval)
            await self.heartbeat()

    async def _wait(self) -> None:
        await asyncio.sleep(self._pace)

    def _check(self, step: Step, what: str, status: str) -> None:
        self._screen.note(self.connection, f"{what}: {status}")
        if status != _ACCEPTED:
            raise Failure(f"{what} is not accepted: {status}")
        self.done.add(step)
