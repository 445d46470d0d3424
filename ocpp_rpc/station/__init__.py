"""The charger's side: connecting, staying connected, keeping what cannot be sent."""

from .backoff import BackOff
from .connecting import Connecting, ShouldRetry, connect
from .forwarding import Retry, forward
from .outbox import Outbox, drop_rank
from .outcomes import (
    UNKNOWN_TRANSACTION,
    Delivered,
    Discarded,
    DiscardReason,
    Dropped,
    OutboxError,
    OutboxFull,
    Outcome,
    QueuedMessage,
)
from .profiles import NetworkProfile
from .station import OnConnection, Station, WhenDown

__all__ = [
    "UNKNOWN_TRANSACTION",
    "BackOff",
    "Connecting",
    "Delivered",
    "DiscardReason",
    "Discarded",
    "Dropped",
    "NetworkProfile",
    "OnConnection",
    "Outbox",
    "OutboxError",
    "OutboxFull",
    "Outcome",
    "QueuedMessage",
    "Retry",
    "ShouldRetry",
    "Station",
    "WhenDown",
    "connect",
    "drop_rank",
    "forward",
]
