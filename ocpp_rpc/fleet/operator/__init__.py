"""An operator: a process that calls the stations of nodes, and follows their messages.

`asking` writes a call and reads its answer, `calling` brings it to the node that holds
the station, and `streams` follows the messages and changes of stations. The package may
import the modules directly in `fleet`, and `bus`.
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
