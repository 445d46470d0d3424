"""The command `demo`: a central system talks with a charger of each version."""

from __future__ import annotations

import asyncio
import time
from asyncio import timeout
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from rich import box
from rich.table import Table

import ocpp_messages
import ocpp_rpc
from ocpp_rpc import BackOfficeConnection, Connection, Event, OcppRpcError
from ocpp_rpc.protocol.events import CallAnswered, CallSucceeded
from ocpp_rpc.simulator import BackOffice, Failure, Step, back_office_for
from ocpp_rpc.simulator.choosing import station_for
from ocpp_rpc.simulator.station import SAMPLE, Station

from .screen import Screen

__all__ = ["Conversation", "run", "summary"]

TAG: Final = "TAG1"

STOP_AT: Final = 3 * SAMPLE
"""The energy at which the central system stops a charge, in Wh."""

PATIENCE: Final = 30.0
"""How long a conversation may take, in seconds.

A good one takes about one, and several times that on a busy machine.
"""


@dataclass
class Conversation:
    """The result of the conversation with one charger.

    Attributes:
        version: The version of OCPP.
        done: The steps that both sides have seen succeed.
        error: The error that ended the conversation early, if any.
        calls: The number of answered calls of both sides.
        seconds: The duration.
    """

    version: str
    done: set[Step] = field(default_factory=set[Step])
    error: str = ""
    calls: int = 0
    seconds: float = 0.0

    @property
    def identity(self) -> str:
        """The identity of the charger."""
        return f"CP{self.version.replace('.', '')}"

    @property
    def failure(self) -> str:
        """The reason of the failure; empty if there is none."""
        missing = ", ".join(step for step in Step if step not in self.done)
        return self.error or (missing and f"not completed: {missing}")


async def run(screen: Screen) -> Sequence[Conversation]:
    """Hold one conversation after the other, and return how they went."""
    demo = _Demo(screen)
    settings = ocpp_rpc.Settings(observer=demo.observe)
    async with ocpp_rpc.serve(
        demo.admit,
        "127.0.0.1",
        versions=ocpp_messages.VERSIONS,
        settings=settings,
    ) as server:
        url = f"ws://127.0.0.1:{server.port}/ocpp"
        return [await demo.hold(version, url) for version in ocpp_messages.VERSIONS]


class _Demo:
    """The central system, and the chargers that come to it one by one."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._arrivals: asyncio.Queue[BackOffice] = asyncio.Queue()
        self._calls: Counter[str] = Counter()

    def admit(self, connection: BackOfficeConnection) -> ocpp_rpc.Router:
        """Return the handlers for a charger that connects."""
        back_office = back_office_for(connection, self._screen.tell)
        self._arrivals.put_nowait(back_office)
        return back_office.routes

    def observe(self, event: Event, connection: Connection) -> None:
        """Count the calls, and show everything, as the central system sees it."""
        if isinstance(event, CallAnswered | CallSucceeded):
            self._calls[connection.identity] += 1
        self._screen.observe(event, connection)

    async def hold(self, version: str, url: str) -> Conversation:
        """Hold the conversation with the charger of a version."""
        conversation = Conversation(version)
        self._screen.title(f"OCPP {version}")
        begin = time.monotonic()
        try:
            async with timeout(PATIENCE):
                await self._talk(conversation, url)
        except (Failure, OcppRpcError) as error:
            conversation.error = str(error)
        except TimeoutError:
            conversation.error = f"not completed within {PATIENCE:g} seconds"
        conversation.seconds = time.monotonic() - begin
        conversation.calls = self._calls[conversation.identity]
        return conversation

    async def _talk(self, conversation: Conversation, url: str) -> None:
        async with ocpp_rpc.connect(
            url, conversation.identity, versions=[conversation.version]
        ) as connection:
            station = station_for(connection, self._screen.tell)
            back_office = await self._arrivals.get()
            try:
                await _charge(station, back_office)
            finally:
                conversation.done = station.done & back_office.done
        await back_office.connection.wait_closed()


async def _charge(station: Station, back_office: BackOffice) -> None:
    """Let a station charge until its back office stops that."""
    command = asyncio.create_task(_stop(back_office))
    try:
        await station.start_up()
        await station.present(TAG)
        await station.charge(TAG)
    finally:
        command.cancel()
        (outcome,) = await asyncio.gather(command, return_exceptions=True)
    if isinstance(outcome, Exception):
        raise outcome


async def _stop(back_office: BackOffice) -> None:
    await back_office.charged(STOP_AT)
    await back_office.stop_transactions()


def summary(conversations: Sequence[Conversation], screen: Screen) -> Table:
    """Return a table of how the conversations went."""
    table = Table("", box=box.SIMPLE_HEAD)
    for each in conversations:
        table.add_column(f"OCPP {each.version}", justify="center")
    table.add_row("charger", *(each.identity for each in conversations))
    for step in Step:
        table.add_row(step, *(screen.mark(step in each.done) for each in conversations))
    table.add_row("calls", *(str(each.calls) for each in conversations))
    table.add_row("time", *(f"{each.seconds:.2f} s" for each in conversations))
    return table
