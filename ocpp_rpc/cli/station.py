"""What a charger does: a script in the words of no version.

`v1x` and `v2x` have the messages for it.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Coroutine
from typing import Any, ClassVar, Final, Literal, TypeAlias

from pydantic import ValidationError

from ocpp_rpc import Connection

from .screen import Screen
from .side import Side
from .steps import ACCEPTED, Failure, Step

__all__ = ["MODEL", "SAMPLE", "VENDOR", "Reason", "Station", "first"]

VENDOR: Final = "Acme"
MODEL: Final = "X1"

SAMPLE: Final = 2000
"""The energy charged between two meter values, in Wh."""

FULL: Final = 5 * SAMPLE
"""The energy with which a charge ends by itself, in Wh."""

Reason: TypeAlias = Literal["DeAuthorized", "EVDisconnected", "Local", "Remote"]
"""Why a transaction ends, in the words of 1.6 and 2.x."""


class Station(Side):
    """A charger with one connector.

    Args:
        connection: The connection; the station answers what is called on it.
        screen: Where it shows what happens.
        pace: How long it waits before each thing it does, in seconds.

    Attributes:
        REMOTE_START: The action of the back office that asks to start a transaction.
        REMOTE_STOP: That which asks to stop one.
        energy: What the meter shows, in Wh.
        transaction: The id of the running transaction, if any.
        stop_wanted: Whether the back office asked to stop it.
        interval: The seconds between two heartbeats; None until the back office accepts
            the charger.
    """

    REMOTE_START: ClassVar[str]
    REMOTE_STOP: ClassVar[str]

    def __init__(self, connection: Connection, screen: Screen, pace: float) -> None:
        super().__init__(connection, screen)
        self.energy = 0
        self.transaction: Any = None
        self.stop_wanted = False
        self.interval: float | None = None
        self._booted = asyncio.Event()
        self._pace = pace
        connection.set_handler(self.routes)

    # --- The script -------------------------------------------------------------------

    async def start_up(self) -> None:
        """Boot, and report for duty.

        Raises:
            Failure: The back office does not want the charger.
        """
        self._check(Step.BOOT, "the charger", await self.boot())
        await self._wait()
        await self.heartbeat()
        await self._report(in_use=False)
        self.done.add(Step.STATUS)

    async def present(self, tag: str) -> None:
        """Ask whether the owner of a tag may charge.

        Raises:
            Failure: Not with that tag.
        """
        await self._wait()
        try:
            status = await self.authorize(tag)
        except ValidationError as error:
            reason = error.errors()[0]["msg"]
            raise Failure(f"{tag!r} cannot be a tag: {reason}") from error
        self.screen.note(self.connection, f"authorization of {tag}: {status}")
        self._check(Step.AUTHORIZE, tag, status)

    async def charge(self, tag: str) -> None:
        """Charge until the car is full or the back office stops it.

        Raises:
            Failure: The back office does not want that.
        """
        await self._wait()
        status = await self.start(tag)
        self._check(Step.START, f"the transaction of {tag}", status)
        await self._report(in_use=True)
        while self.energy < FULL:
            await self._wait()
            if self.stop_wanted:
                break
            self.energy += SAMPLE
            await self.report_energy()
            self.done.add(Step.METER)
            self.screen.progress(self.connection, self.energy, FULL)
        await self.stop(tag, "Remote" if self.stop_wanted else "Local")
        self.transaction = None
        self.done.add(Step.STOP)
        await self._report(in_use=False)

    async def stay(self) -> None:
        """Send heartbeats for as long as the connection lasts.

        Raises:
            ConnectionClosed: It ended.
        """
        await first(self.beat(), self.connection.wait_closed())
        await self.heartbeat()  # which tells how it ended

    async def beat(self) -> None:
        """Send heartbeats at the interval that the last response to a boot tells.

        Raises:
            OcppRpcError: There is no answer to one.
        """
        while True:
            self._booted.clear()
            try:
                async with asyncio.timeout(self.interval):
                    await self._booted.wait()
            except TimeoutError:
                await self.heartbeat()

    async def call(self, request: Any) -> Any:
        """Send a request and return the response; note what a boot is answered.

        Raises:
            OcppRpcError: The back office answers with an error, or not at all.
        """
        response = await super().call(request)
        if isinstance(request, self.messages.BootNotificationRequest):
            accepted = response.status == ACCEPTED
            self.interval = max(self.interval_of(response), 1) if accepted else None
            self._booted.set()
        return response

    async def _report(self, *, in_use: bool) -> None:
        await self._wait()
        await self.report_status(in_use=in_use)

    async def _wait(self) -> None:
        await asyncio.sleep(self._pace)

    def _check(self, step: Step, what: str, status: str) -> None:
        """Note a step, if it was accepted."""
        if status != ACCEPTED:
            raise Failure(f"the back office does not accept {what}: {status}")
        self.done.add(step)

    # --- In the messages of a version -------------------------------------------------

    @abstractmethod
    async def boot(self) -> str:
        """Boot; return the status."""

    @abstractmethod
    def interval_of(self, response: Any) -> int:
        """Return what the response to a BootNotification says of heartbeats."""

    @abstractmethod
    async def report_status(self, *, in_use: bool) -> None:
        """Report whether the connector is in use."""

    @abstractmethod
    async def authorize(self, tag: str) -> str:
        """Return the status of a tag."""

    @abstractmethod
    async def start(self, tag: str) -> str:
        """Start the transaction; return the status of the tag."""

    @abstractmethod
    async def report_energy(self) -> None:
        """Report what the meter shows."""

    @abstractmethod
    async def stop(self, tag: str | None, reason: Reason) -> None:
        """End the transaction; the tag is that of who ends it."""

    @abstractmethod
    def accept_start(self, request: Any) -> str:
        """Note that the back office asks to start a transaction; return the tag."""

    async def heartbeat(self) -> None:
        """Send a heartbeat."""
        await self.call(self.messages.HeartbeatRequest())

    def accept_stop(self, transaction: Any) -> str:
        """Stop the transaction, if it is the running one; return the status."""
        if self.transaction is None or transaction != self.transaction:
            return "Rejected"
        self.stop_wanted = True
        self.done.add(Step.COMMAND)
        return ACCEPTED


async def first(*coroutines: Coroutine[Any, Any, object]) -> None:
    """Run several until one of them ends; raise what that one raises."""
    tasks = [asyncio.create_task(each) for each in coroutines]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
