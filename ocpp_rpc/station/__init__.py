"""The charger's side: connects, reconnects, and keeps messages for later delivery."""

from .backoff import BackOff
from .booting import BootRequest, BootWaits, OnResponse, boot
from .connecting import Connecting, connect
from .course import ShouldRetry
from .forwarding import Retry, forward
from .heartbeats import Heartbeats
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
    "BootRequest",
    "BootWaits",
    "Connecting",
    "Delivered",
    "DiscardReason",
    "Discarded",
    "Dropped",
    "Heartbeats",
    "NetworkProfile",
    "OnConnection",
    "OnOutcome",
    "OnResponse",
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
    "boot",
    "connect",
    "drop_rank",
    "forward",
]
