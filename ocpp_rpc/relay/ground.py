"""The state that all chargers of one relay share."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from ocpp_rpc.connection.settings import Clock, Settings
from ocpp_rpc.transports import WebSocketSettings

from .settings import RelaySettings

__all__ = ["Ground"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The state that all chargers of one relay share.

    Attributes:
        rules: The settings of the relay itself.
        settings: The settings of the connections to chargers.
        upstream: The settings of the connections to back offices.
        websocket: The settings of the WebSockets to back offices.
        dropped: The number of dropped messages by name of the further back office.
        refused: The number of refused calls by name of the further back office.
        tasks: The tasks in the background.
    """

    rules: RelaySettings
    settings: Settings
    upstream: Settings
    websocket: WebSocketSettings
    dropped: Counter[str] = field(default_factory=Counter[str])
    refused: Counter[str] = field(default_factory=Counter[str])
    tasks: set[asyncio.Task[Any]] = field(default_factory=set[asyncio.Task[Any]])

    @property
    def clock(self) -> Clock:
        """The clock for limits and waits."""
        return self.settings.clock or asyncio.get_running_loop()

    def keep(self, coroutine: Coroutine[Any, Any, object]) -> asyncio.Task[Any]:
        """Run a coroutine in a task, and keep a reference to it until it ends."""
        task = asyncio.create_task(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task
