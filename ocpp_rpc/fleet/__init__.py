"""A back office of several processes: any of them reaches any charger.

Chargers connect to a `Node` each, and any process that has a `Fleet` calls them as if
they were connected there. In between is NATS, an engine that a fleet needs; `memory`
does without, within one process, for tests::

    bus = await fleet.nats("nats://a,nats://b")
    async with Server(routes, versions=["1.6"]) as server:
        async with fleet.Node(server, bus, name="prod"):
            await server.listen("0.0.0.0", 9000)
            ...

    async with fleet.Fleet(bus, name="prod") as chargers:
        await chargers.call("CP001", v16.ResetRequest(type=v16.ResetType.SOFT))

A `Node` (`node`) holds the stations of a server, carries out the calls that reach it
and passes messages on. A `Fleet` (`operator`) makes calls, and follows what stations
send. Both stand on what is at the top here: they list (`places`), hear who else is
there (`members`), and have one time (`clock`). What they say to each other is in `wire`
and `failures`, and what carries it, and where to, in `bus`.
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
