"""A back office of several processes, each of which can call any charger.

Each charger connects to a `Node`. Any process with a `Fleet` calls chargers as if they
were connected to that process. NATS, the engine, connects the processes; in tests,
`memory` replaces it within one process::

    bus = await fleet.nats("nats://a,nats://b")
    async with Server(routes, versions=["1.6"]) as server:
        async with fleet.Node(server, bus, name="prod"):
            await server.listen("0.0.0.0", 9000)
            ...

    async with fleet.Fleet(bus, name="prod") as chargers:
        await chargers.call("CP001", v16.ResetRequest(type=v16.ResetType.SOFT))

A `Node` (module `node`) holds the stations of a server, carries out calls and publishes
messages. A `Fleet` (module `operator`) makes calls and follows messages and changes.
Both use the modules here: `places` lists stations, `members` tracks the nodes, `clock`
provides a common time, `wire` and `failures` define the messages between processes, and
`bus` transports them.
"""

from __future__ import annotations

from . import sync as sync
from .bus import Bus
from .bus.connecting import nats
from .bus.memory import Memory, memory
from .failures import FleetUnavailable
from .node import Node
from .operator import (
    Fleet,
    FleetChange,
    FleetChanges,
    FleetMessage,
    FleetMessages,
    FleetOutcome,
    FleetOutcomes,
)
from .places import Place, Places
from .settings import FleetSettings

__all__ = [
    "Bus",
    "Fleet",
    "FleetChange",
    "FleetChanges",
    "FleetMessage",
    "FleetMessages",
    "FleetOutcome",
    "FleetOutcomes",
    "FleetSettings",
    "FleetUnavailable",
    "Memory",
    "Node",
    "Place",
    "Places",
    "memory",
    "nats",
]
