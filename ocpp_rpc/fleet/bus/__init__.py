"""What carries the messages of a fleet, and where they go.

`Bus` says what a fleet needs; `memory` is one within a process, for tests, and `nats`
one over NATS, with `jetstream` for what is kept. `connecting` makes the latter, and
imports it no earlier. `subjects` and `tokens` say where messages go.

Of the fleet, it may import `failures`.
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
