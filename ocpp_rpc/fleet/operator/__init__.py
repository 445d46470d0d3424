"""An operator: a process that calls the stations of nodes, and hears of them.

A call is written and its answer read (`asking`), brought to the node that has the
station (`calling`), and what stations send is followed (`streams`). It may import what
the fleet has at its top, and `bus`.
"""

from __future__ import annotations

from .operator import Fleet, FleetOutcome, FleetOutcomes
from .streams import FleetChange, FleetChanges, FleetMessage, FleetMessages

__all__ = [
    "Fleet",
    "FleetChange",
    "FleetChanges",
    "FleetMessage",
    "FleetMessages",
    "FleetOutcome",
    "FleetOutcomes",
]
