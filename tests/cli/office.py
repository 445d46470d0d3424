"""A back office of any version beside the chargers of the command line."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from rich.console import Console

from ocpp_rpc.cli import charge_point
from ocpp_rpc.cli.charge_point import Plan
from ocpp_rpc.cli.screen import Screen
from tests.simulator import office as simulated

__all__ = ["Office", "office", "silent"]


def silent() -> Screen:
    """A screen that nobody looks at."""
    return Screen(Console(file=io.StringIO()))


class Office(simulated.Office):
    """The back office, and the command `charge-point`."""

    def plan(self, **wanted: Any) -> Plan:
        """Return what a charger does here."""
        return Plan(url=self.url, versions=[self.version], id_tag="TAG1", **wanted)

    async def visit(self, **wanted: Any) -> None:
        """Let the charger CP1 do something."""
        async with asyncio.timeout(20):
            await charge_point.run(silent(), "CP1", self.plan(**wanted))


@asynccontextmanager
async def office(version: str) -> AsyncGenerator[Office]:
    """Open a back office."""
    opened = Office(version)
    async with opened.open():
        yield opened
