"""The charger's side: connecting, staying connected, keeping what cannot be sent."""

from .backoff import BackOff
from .connecting import Connecting, connect
from .course import ShouldRetry
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
from .reconfiguration import BeforeAttempt, OnOutcome, Reconfiguration
from .station import OnConnection, Station, When, WhenDown

__all__ = [
    "UNKNOWN_TRANSACTION",
    "BackOff",
    "BeforeAttempt",
    "Connecting",
    "Delivered",
    "DiscardReason",
    "Discarded",
    "Dropped",
    "NetworkProfile",
    "OnConnection",
    "OnOutcome",
    "Outbox",
    "OutboxError",
    "OutboxFull",
    "Outcome",
    "QueuedMessage",
    "Reconfiguration",
    "Retry",
    "ShouldRetry",
    "Station",
    "When",
    "WhenDown",
    "connect",
    "drop_rank",
    "forward",
]
