"""What a central system does: answers in the words of no version.

`v1x` and `v2x` have the messages for it.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, cast

import ocpp_messages
from ocpp_rpc import Connection, OcppRpcError, Router

from .screen import Screen
from .steps import ACCEPTED, Failure, Step

__all__ = ["INTERVAL", "BackOffice", "now"]

INTERVAL: Final = 300
"""The seconds between two heartbeats that stations are told."""


def now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


@dataclass
class Transaction:
    """A running transaction, and what its meter shows, in Wh."""

    tag: str | None
    energy: float


class BackOffice(ABC):
    """The central system, as far as one station is concerned.

    It takes whatever a station reports, as it does not know its past. A step is done,
    though, only if it fits what came before.

    Args:
        connection: The connection of the station.
        screen: Where is shown what happens.

    Attributes:
        connection: The connection.
        done: The steps that went as they should, seen from this side.
        messages: The version package of the connection. No static type covers several
            versions; pydantic refuses what does not exist in one of them.
        routes: What answers the calls of the station.
    """

    def __init__(self, connection: Connection, screen: Screen) -> None:
        self.connection = connection
        self.done: set[Step] = set()
        self.messages = cast(Any, ocpp_messages.load(connection.version))
        self.routes = Router()
        self._screen = screen
        self._tags: set[str] = set()
        self._transactions: dict[Any, Transaction] = {}
        self._metered = asyncio.Condition()
        for action, handler in self.handlers().items():
            self.routes.add(self.messages.PROCEDURES[action].request, handler)
        self.routes.after(self.messages.BootNotificationRequest)(self._after_boot)
        screen.note(connection, f"connected with OCPP {connection.version}")

    # --- What stations report ---------------------------------------------------------

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
        self._transactions[transaction] = Transaction(tag, energy)
        if tag in self._tags:
            self.done.add(Step.START)
        return ACCEPTED

    async def metered(self, transaction: Any, energy: float | None) -> None:
        """Note what the meter of a transaction shows."""
        if energy is not None and self._advance(transaction, energy):
            self.done.add(Step.METER)
            async with self._metered:
                self._metered.notify_all()

    def stopped(self, transaction: Any, energy: float | None) -> None:
        """Note that a transaction ended."""
        if energy is not None and self._advance(transaction, energy):
            self.done.add(Step.STOP)
        self._transactions.pop(transaction, None)

    def configured(self, settings: Mapping[str, str | None]) -> None:
        """Note the configuration of the station."""
        self._screen.settings(self.connection, settings)
        if settings:
            self.done.add(Step.CONFIGURATION)

    def _advance(self, transaction: Any, energy: float) -> bool:
        """Set a meter; tell whether it is known and does not run backwards."""
        running = self._transactions.get(transaction)
        if running is None:
            problem = "the meter value is of an unknown transaction"
        elif energy < running.energy:
            problem = "the meter value is less than an earlier one"
        else:
            running.energy = energy
            return True
        self._screen.trouble(self.connection, problem)
        return False

    async def _after_boot(self, _: Any) -> None:
        try:
            await self.read_configuration()
        except (Failure, OcppRpcError) as error:
            self._screen.trouble(self.connection, f"no configuration: {error}")

    # --- What it does of its own accord -----------------------------------------------

    async def charged(self, energy: float) -> None:
        """Wait until the meter of some transaction shows at least so much."""
        async with self._metered:
            await self._metered.wait_for(
                lambda: any(t.energy >= energy for t in self._transactions.values())
            )

    async def stop_transactions(self) -> None:
        """Stop what runs.

        Raises:
            Failure: The station does not do that.
        """
        for transaction in list(self._transactions):
            status = await self.request_stop(transaction)
            if status != ACCEPTED:
                raise Failure(f"the station does not stop its transaction: {status}")
            self.done.add(Step.COMMAND)

    async def call(self, request: Any) -> Any:
        """Send a request and return the response."""
        return await self.connection.call(request)

    # --- In the messages of a version -------------------------------------------------

    @abstractmethod
    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return what answers the calls of the station, by action."""

    @abstractmethod
    async def read_configuration(self) -> None:
        """Ask the station for its configuration."""

    @abstractmethod
    async def request_stop(self, transaction: Any) -> str:
        """Ask the station to stop a transaction; return the status."""
