"""A simulated charger, independent of the version of OCPP.

`v1x` and `v2x` have its messages. The charger answers a request at once. If carrying it
out takes longer, the charger notes the request and carries it out in `attend`, which
runs whenever no script and no step is running.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any, ClassVar, Final, Literal, TypeAlias

from pydantic import ValidationError

from ocpp_rpc import StationConnection

from .actor import Actor
from .configuration import REJECTED, Configuration
from .outcomes import ACCEPTED, Failure, Step
from .telling import Charging, Narrator, Note

__all__ = ["MODEL", "SAMPLE", "VENDOR", "Reason", "Station", "first"]

VENDOR: Final = "Acme"
MODEL: Final = "X1"

SAMPLE: Final = 2000
"""The energy charged between two meter values, in Wh."""

FULL: Final = 5 * SAMPLE
"""The energy at which a charge ends by itself, in Wh."""

CONNECTOR: Final = 1
"""The number of the only connector, and in 2.x of the only EVSE."""

Reason: TypeAlias = Literal["DeAuthorized", "EVDisconnected", "Local", "Remote"]
"""The reason for the end of a transaction, as 1.6 and 2.x name it."""


class Station(Actor):
    """A charger with one connector.

    Args:
        connection: The connection on which the station answers calls.
        narrator: The function to report events to.
        pace: The pause before each step, in seconds.

    Attributes:
        REMOTE_START: The action by which the back office asks to start a transaction.
        REMOTE_STOP: The action by which the back office asks to stop a transaction.
        energy: The meter reading, in Wh.
        transaction: The id of the running transaction; None if none runs.
        start_wanted: The tag for which the back office asked to start a transaction;
            None after the next transaction has started.
        stop_wanted: The reason why the running transaction has to stop, as 1.6 and 2.x
            name it; None if it may continue.
        reset_wanted: Whether the back office asked for a reset.
        available: Whether the back office allows the use of the connector.
        boot_reason: The reason of the next boot, as 2.x names it.
        interval: The seconds between two heartbeats; None until the back office accepts
            the charger.
        configuration: The settings.
    """

    REMOTE_START: ClassVar[str]
    REMOTE_STOP: ClassVar[str]

    def __init__(
        self, connection: StationConnection, narrator: Narrator, pace: float
    ) -> None:
        super().__init__(connection, narrator)
        self.energy = 0
        self.transaction: Any = None
        self.start_wanted: str | None = None
        self.stop_wanted: str | None = None
        self.reset_wanted = False
        self.available = True
        self.boot_reason = "PowerUp"
        self.interval: float | None = None
        self.configuration = self.new_configuration()
        self._tag = ""
        self._full = FULL
        self._timed = asyncio.Event()
        self._wanted = asyncio.Event()
        self._pace = pace
        connection.set_handler(self.routes)

    # --- The script -------------------------------------------------------------------

    async def start_up(self) -> None:
        """Boot, send a heartbeat, and report the status of the connector.

        Raises:
            Failure: The back office does not accept the charger.
        """
        self._check(Step.BOOT, "the charger", await self.boot())
        await self._wait()
        await self.heartbeat()
        await self._report(in_use=False)
        self.done.add(Step.STATUS)

    async def present(self, tag: str) -> None:
        """Ask whether the owner of a tag may charge.

        Raises:
            Failure: The back office does not accept the tag, or it cannot be a tag.
        """
        await self._wait()
        try:
            status = await self.authorize(tag)
        except ValidationError as error:
            reason = error.errors()[0]["msg"]
            raise Failure(f"{tag!r} cannot be a tag: {reason}") from error
        self.tell(Note(f"authorization of {tag}: {status}"))
        self._check(Step.AUTHORIZE, tag, status)

    async def charge(self, tag: str) -> None:
        """Charge until the car is full or the back office stops it.

        Raises:
            Failure: The back office does not accept the transaction.
        """
        await self._wait()
        self._check(Step.START, f"the transaction of {tag}", await self.begin(tag))
        await self._report(in_use=True)
        while self.energy < self._full:
            await self._wait()
            if self.stop_wanted:
                break
            await self._sample()
            self.done.add(Step.METER)
            self.tell(Charging(self.energy, FULL))
        await self.finish(self.stop_wanted or "Local")
        self.done.add(Step.STOP)
        await self._report(in_use=False)

    async def begin(self, tag: str) -> str:
        """Start a transaction; return the status of the tag."""
        self.start_wanted = self.stop_wanted = None
        self._tag, self._full = tag, self.energy + FULL
        return await self.start(tag)

    async def finish(self, reason: str) -> None:
        """End the running transaction.

        Args:
            reason: The reason to report, as 1.6 and 2.x name it.
        """
        await self.stop(self._tag if reason == "Local" else None, reason)
        self.transaction = None
        self._wanted.set()  # `attend` has to notice the end of the transaction

    async def _sample(self) -> None:
        self.energy += SAMPLE
        await self.report_energy()

    # --- Between scripts --------------------------------------------------------------

    async def attend(self) -> None:
        """Send heartbeats and carry out requests of the back office, until a reset.

        Raises:
            ConnectionClosed: The connection ended.
            OcppRpcError: A call was not answered.
        """
        await first(self.beat(), self._obey(), self.connection.wait_closed())
        if self.connection.closed:
            await self.heartbeat()  # raises the reason why the connection closed

    async def _obey(self) -> None:
        """Carry out the requests of the back office, one after the other."""
        while self.transaction is not None or not self.reset_wanted:
            self._wanted.clear()
            if self.transaction is not None:
                await self._go_on()
            elif self.start_wanted is not None:
                await self._start_as_told(self.start_wanted)
            else:
                await self._wanted.wait()

    async def _start_as_told(self, tag: str) -> None:
        status = await self.begin(tag)
        await self.report_status(in_use=True)
        if status != ACCEPTED:
            self.stop_wanted = "DeAuthorized"

    async def _go_on(self) -> None:
        """Charge until the next meter values are due, or the end."""
        if self.stop_wanted or self.energy >= self._full:
            try:
                await self.finish(self.stop_wanted or "Local")
            finally:  # an error would only repeat if the transaction stayed
                self.transaction = None
            await self.report_status(in_use=False)
            return
        try:
            async with asyncio.timeout(self.configuration.sample_interval or None):
                await self._wanted.wait()
        except TimeoutError:
            await self._sample()

    async def beat(self) -> None:
        """Send heartbeats at the last interval from the back office.

        Raises:
            OcppRpcError: A heartbeat was not answered.
        """
        while True:
            self._timed.clear()
            try:
                async with asyncio.timeout(self.interval):
                    await self._timed.wait()
            except TimeoutError:
                await self.heartbeat()

    async def call(self, request: Any) -> Any:
        """Send a request and return the response; heed the answer to a boot.

        Raises:
            OcppRpcError: The back office answers with an error, or not at all.
        """
        response = await super().call(request)
        if isinstance(request, self.messages.BootNotificationRequest):
            accepted = response.status == ACCEPTED
            self._beat_every(self.interval_of(response) if accepted else None)
            self.boot_reason = "PowerUp"
        return response

    def _beat_every(self, seconds: int | None) -> None:
        """Change the interval of heartbeats, in seconds; None sends none."""
        if seconds is not None:
            self.configuration.heartbeat_interval = seconds
            seconds = max(seconds, 1)
        self.interval = seconds
        self._timed.set()

    async def _report(self, *, in_use: bool) -> None:
        await self._wait()
        await self.report_status(in_use=in_use)

    async def _wait(self) -> None:
        await asyncio.sleep(self._pace)

    def _check(self, step: Step, what: str, status: str) -> None:
        """Note a step if its status is Accepted; raise `Failure` otherwise."""
        if status != ACCEPTED:
            raise Failure(f"the back office does not accept {what}: {status}")
        self.done.add(step)

    # --- Requests of the back office --------------------------------------------------

    def offer_start(self, request: Any, connector: int | None) -> str:
        """Start a transaction as soon as the charger attends; return the status.

        Args:
            request: The request of the back office.
            connector: The connector that the request names, if any.
        """
        is_free = self.transaction is None and self.start_wanted is None
        if not (is_free and self.available and connector in {None, CONNECTOR}):
            return REJECTED
        self.start_wanted = self.accept_start(request)
        self._wanted.set()
        return ACCEPTED

    def accept_stop(self, transaction: Any) -> str:
        """Stop the transaction, if it is the running one; return the status."""
        if self.transaction is None or transaction != self.transaction:
            return REJECTED
        self._want_stop("Remote")
        self.done.add(Step.COMMAND)
        return ACCEPTED

    def accept_reset(self, reason: str | None) -> None:
        """Boot anew, as soon as the charger attends and no transaction runs.

        Args:
            reason: The reason to report for a running transaction, which ends first;
                None lets it run to its end.
        """
        self.reset_wanted = True
        if reason is not None:
            self._want_stop(reason)
        self._wanted.set()

    def accept_unlock(self) -> None:
        """Unlock the connector, which ends a transaction."""
        self._want_stop("UnlockCommand")

    def accept_availability(self, connector: int, *, operative: bool) -> str:
        """Allow or forbid the use of the connector; return the status.

        Args:
            connector: The connector; 0 is the whole charger.
            operative: Whether the connector may be used.
        """
        if connector not in {0, CONNECTOR}:
            return REJECTED
        self.available = operative
        waits = self.transaction is not None and not operative
        return "Scheduled" if waits else ACCEPTED

    def accept_trigger(self, message: str, connector: int | None) -> str:
        """Return the status of a request to send a message."""
        if message not in self.triggers():
            return "NotImplemented"
        return ACCEPTED if connector in {None, CONNECTOR} else REJECTED

    def change_setting(self, key: Any, value: str) -> str:
        """Change an existing setting and apply it; return the status."""
        before = self.configuration.heartbeat_interval
        status = self.configuration.change(key, value)
        seconds = self.configuration.heartbeat_interval
        if self.interval is not None and seconds != before:
            self._beat_every(seconds or None)
        self._wanted.set()  # the interval of meter values may have changed
        return status

    @property
    def idle_status(self) -> str:
        """The status of the connector while it is not in use."""
        return "Available" if self.available else "Unavailable"

    async def report_as_it_is(self) -> None:
        """Report the status of the connector."""
        await self.report_status(in_use=self.transaction is not None)

    async def report_availability(self, _request: Any, response: Any) -> None:
        """Report the status after a request to change the availability is answered."""
        if response.status == ACCEPTED:
            await self.report_as_it_is()

    async def send_triggered(self, request: Any, response: Any) -> None:
        """Send a triggered message, after the trigger is answered."""
        if response.status == ACCEPTED:
            await self.triggers()[str(request.requested_message)]()

    def _want_stop(self, reason: str) -> None:
        """Note that the running transaction has to stop, if one runs."""
        if self.transaction is not None:
            self.stop_wanted = reason
            self._wanted.set()

    # --- Messages of a version --------------------------------------------------------

    @abstractmethod
    def new_configuration(self) -> Configuration[Any]:
        """Return the settings with their default values."""

    @abstractmethod
    def triggers(self) -> Mapping[str, Callable[[], Awaitable[object]]]:
        """Return the functions that send triggered messages, by message."""

    @abstractmethod
    async def boot(self) -> str:
        """Boot; return the status."""

    @abstractmethod
    def interval_of(self, response: Any) -> int:
        """Return the heartbeat interval in the response to a BootNotification."""

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
        """Report the meter reading."""

    @abstractmethod
    async def stop(self, tag: str | None, reason: str) -> None:
        """End the transaction; the tag is that of the person who ends it."""

    @abstractmethod
    def accept_start(self, request: Any) -> str:
        """Note that the back office asks to start a transaction; return the tag."""

    async def heartbeat(self) -> None:
        """Send a heartbeat."""
        await self.call(self.messages.HeartbeatRequest())


async def first(*coroutines: Coroutine[Any, Any, object]) -> None:
    """Run several coroutines until one ends; raise the exception of that one."""
    tasks = [asyncio.create_task(each) for each in coroutines]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
