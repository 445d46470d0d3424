"""What the chargers of one relay have in common."""

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
    """What the chargers of one relay have in common.

    Attributes:
        rules: How the relay behaves.
        settings: How the connections to chargers behave.
        upstream: How those to back offices do.
        websocket: How the WebSockets to back offices do.
        dropped: How many messages further back offices have not got, by their names.
        refused: How many of their calls were refused, by their names.
        tasks: What runs in the background.
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
        """The time."""
        return self.settings.clock or asyncio.get_running_loop()

    def keep(self, coroutine: Coroutine[Any, Any, object]) -> asyncio.Task[Any]:
        """Run a coroutine, and hold on to its task until it ends."""
        task = asyncio.create_task(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task
