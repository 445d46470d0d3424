"""A simulated central system, independent of the version of OCPP.

`v1x` and `v2x` have its messages.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from ocpp_messages import Model, Procedure
from ocpp_rpc import BackOfficeConnection, OcppRpcError

from .actor import Actor
from .outcomes import ACCEPTED, Failure, Step
from .telling import Narrator, Note, SettingsRead, Trouble

__all__ = ["INTERVAL", "BackOffice", "now"]

INTERVAL: Final = 300
"""The heartbeat interval that the back office gives to stations, in seconds."""


def now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


class BackOffice(Actor):
    """A central system for one station.

    It accepts every report of the station, because it does not know the station's past,
    but counts a step as done only if the report fits the previous ones. It never
    answers an action of a station with NotSupported, because some chargers treat that
    as a fatal error.
    """

    def __init__(self, connection: BackOfficeConnection, narrator: Narrator) -> None:
        super().__init__(connection, narrator)
        self._tags: set[str] = set()
        self._meters: dict[Any, float] = {}
        self._metered = asyncio.Condition()
        self.routes.after(self.messages.BootNotificationRequest)(self._after_boot)
        self._answer_all_else()
        self.tell(Note(f"connected with OCPP {connection.version}"))

    def _answer_all_else(self) -> None:
        """Register a constant answer for each action that has no handler."""
        answers, handled = self.answers(), self.handlers()
        for action, procedure in self.messages.PROCEDURES.items():
            if self.messages.STATION in procedure.senders and action not in handled:
                payload = answers.get(action, {})
                self.routes.add(procedure.request, self._constant(procedure, payload))

    def _constant(
        self, procedure: Procedure, payload: Mapping[str, Any]
    ) -> Callable[[Model], Model | None]:
        """Return a handler that gives the same response to every request."""

        def respond(_: Model) -> Model | None:
            if procedure.response is None:  # a message that is not answered
                return None
            response: Model = self.messages.from_jsonable(procedure.response, payload)
            return response

        return respond

    @property
    def transactions(self) -> Sequence[Any]:
        """The ids of the running transactions."""
        return tuple(self._meters)

    # --- Reports of the station -------------------------------------------------------

    def booted(self) -> str:
        """Note that the station boots; return the status."""
        self.done.add(Step.BOOT)
        return ACCEPTED

    def reported(self) -> None:
        """Note that a connector has a status."""
        self.done.add(Step.STATUS)

    def authorized(self, tag: str) -> str:
        """Note a tag; return its status."""
        self._tags.add(tag)
        self.done.add(Step.AUTHORIZE)
        return ACCEPTED

    def started(self, transaction: Any, tag: str | None, energy: float) -> str:
        """Note a transaction; return the status of the tag."""
        self._meters[transaction] = energy
        if tag in self._tags:
            self.done.add(Step.START)
        return ACCEPTED

    async def metered(self, transaction: Any, energy: float | None) -> None:
        """Note the meter reading of a transaction."""
        if energy is not None and self._advance(transaction, energy):
            self.done.add(Step.METER)
            async with self._metered:
                self._metered.notify_all()

    def stopped(self, transaction: Any, energy: float | None) -> None:
        """Note that a transaction ended."""
        if energy is not None and self._advance(transaction, energy):
            self.done.add(Step.STOP)
        self._meters.pop(transaction, None)

    def configured(self, settings: Mapping[str, str | None]) -> None:
        """Note the configuration of the station."""
        self.tell(SettingsRead(settings))
        if settings:
            self.done.add(Step.CONFIGURATION)

    def _advance(self, transaction: Any, energy: float) -> bool:
        """Set the meter of a transaction; tell whether the reading is plausible."""
        before = self._meters.get(transaction)
        if before is None:
            problem = "the meter value is of an unknown transaction"
        elif energy < before:
            problem = "the meter value is less than an earlier one"
        else:
            self._meters[transaction] = energy
            return True
        self.tell(Trouble(problem))
        return False

    async def _after_boot(self, _: Any) -> None:
        try:
            await self.read_configuration()
        except (Failure, OcppRpcError) as error:
            self.tell(Trouble(f"no configuration: {error}"))

    # --- Actions of the back office ---------------------------------------------------

    async def charged(self, energy: float) -> None:
        """Wait until the meter of any transaction shows at least an energy, in Wh."""
        async with self._metered:
            await self._metered.wait_for(
                lambda: any(meter >= energy for meter in self._meters.values())
            )

    async def stop_transactions(self) -> None:
        """Stop all running transactions.

        Raises:
            Failure: The station does not accept the request to stop one.
        """
        for transaction in self.transactions:
            status = await self.request_stop(transaction)
            if status != ACCEPTED:
                raise Failure(f"the station does not stop its transaction: {status}")
            self.done.add(Step.COMMAND)

    # --- Messages of a version --------------------------------------------------------

    @abstractmethod
    def answers(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the payloads of responses to actions without a handler, by action.

        An action that is missing here is answered with an empty payload.
        """

    @abstractmethod
    async def read_configuration(self) -> None:
        """Ask the station for its configuration."""

    @abstractmethod
    async def request_stop(self, transaction: Any) -> str:
        """Ask the station to stop a transaction; return the status."""
