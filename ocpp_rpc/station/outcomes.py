"""The messages of an outbox, and their outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from ocpp_messages import Model
from ocpp_rpc.errors import OcppRpcError

__all__ = [
    "UNKNOWN_TRANSACTION",
    "Delivered",
    "DiscardReason",
    "Discarded",
    "Dropped",
    "OutboxError",
    "OutboxFull",
    "Outcome",
    "QueuedMessage",
]

UNKNOWN_TRANSACTION: Final = -1
"""The id of a transaction without a delivered StartTransaction (1.6 errata 3.18)."""


class OutboxError(OcppRpcError):
    """The file of an outbox cannot be used.

    Attributes:
        path: The path of the file.
        detail: A description of the fault.
    """

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail

    def __str__(self) -> str:
        return f"outbox {self.path}: {self.detail}"


class OutboxFull(OcppRpcError):
    """An outbox is full, and has no message that may be dropped.

    Attributes:
        limit: The number of messages that may wait.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        return f"the outbox is full: {self.limit} messages are waiting already"


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """A message that waits in an outbox.

    Attributes:
        number: The number of the message, greater than those of all earlier messages in
            the same file.
        version: The OCPP version of the message.
        action: The action of the message.
        payload: The JSON text of the request, with the names of the specification. In
            1.x, the transaction id in it is replaced if `transaction` is set.
        transaction: The transaction: in 1.x, the name given to `put`, or None; in 2.x,
            the id of the transaction.
        attempts: The number of times that the back office failed to process the
            message.
    """

    number: int
    version: str
    action: str
    payload: str
    transaction: str | None
    attempts: int

    def __str__(self) -> str:
        about = "" if self.transaction is None else f" of {self.transaction!r}"
        return f"message {self.number}, {self.action}{about}"


class DiscardReason(StrEnum):
    """The reason why a message was discarded.

    Attributes:
        FAILED: The back office failed to process the message in all attempts.
        INVALID_RESPONSE: The back office answered, but not with a valid response.
        OTHER_VERSION: The connection uses another version of OCPP.
        UNREADABLE: The connection's version has no such message, or the message is not
            valid: it was put by another release, or for an extension of the version.
    """

    FAILED = "failed"
    INVALID_RESPONSE = "invalid response"
    OTHER_VERSION = "other version"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message was delivered.

    Attributes:
        message: The message as it was queued.
        request: The request that was sent.
        response: The response of the back office.
    """

    message: QueuedMessage
    request: Model
    response: Model


@dataclass(frozen=True, slots=True)
class Discarded:
    """A message was given up, and the next one is sent.

    Attributes:
        message: The message.
        reason: The reason.
        error: The last failure; None if there was none.
    """

    message: QueuedMessage
    reason: DiscardReason
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A message was dropped because the outbox was full.

    Attributes:
        message: The message.
    """

    message: QueuedMessage


Outcome: TypeAlias = Delivered | Discarded | Dropped
"""The outcome of a message."""
