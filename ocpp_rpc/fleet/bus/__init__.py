"""Buses, which transport the messages of a fleet, and the subjects of messages.

`Bus` is the interface that a fleet needs. `memory` implements it within a process, for
tests, and `nats` over NATS, with `jetstream` for durable messages. `connecting` makes a
bus over NATS, and imports `nats` only then. `subjects` and `tokens` define the
subjects.

Of the fleet, the package may import `failures`.
"""

from __future__ import annotations

from .bus import Bus, Delivery, Durable, Handler, Inbox, NobodyThere, Subscription

__all__ = [
    "Bus",
    "Delivery",
    "Durable",
    "Handler",
    "Inbox",
    "NobodyThere",
    "Subscription",
]
