"""What the parts of a process of a fleet stand on."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from .bus import Bus
from .bus.subjects import Subjects
from .bus.tasks import cancelled
from .clock import FleetClock
from .settings import FleetSettings

__all__ = ["Ground"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What the parts of a node, or of an operator, have in common.

    Attributes:
        bus: What carries their messages.
        subjects: Where these go.
        settings: How long to wait for others.
        clock: The time of the fleet.
        tasks: What runs in the background.
    """

    bus: Bus
    subjects: Subjects
    settings: FleetSettings
    clock: FleetClock = field(default_factory=FleetClock)
    tasks: set[asyncio.Task[Any]] = field(default_factory=set[asyncio.Task[Any]])

    def spawn(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run something in the background."""
        task = asyncio.create_task(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    async def end_tasks(self, within: float) -> None:
        """Wait for what runs in the background, but not for ever."""
        if self.tasks:
            await asyncio.wait({*self.tasks}, timeout=within)
        await cancelled(self.tasks)
