"""The objects that all parts of a node, or of an operator, share."""

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
    """The objects that all parts of a node, or of an operator, share.

    Attributes:
        bus: The connection to the engine.
        subjects: The subjects of the fleet.
        settings: How long to wait for other processes.
        clock: The time of the fleet.
        tasks: The tasks that run in the background.
    """

    bus: Bus
    subjects: Subjects
    settings: FleetSettings
    clock: FleetClock = field(default_factory=FleetClock)
    tasks: set[asyncio.Task[Any]] = field(default_factory=set[asyncio.Task[Any]])

    def spawn(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run a coroutine in the background."""
        task = asyncio.create_task(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    async def end_tasks(self, within: float) -> None:
        """Wait for the background tasks, and cancel those that take too long.

        Args:
            within: The seconds to wait.
        """
        if self.tasks:
            await asyncio.wait({*self.tasks}, timeout=within)
        await cancelled(self.tasks)
