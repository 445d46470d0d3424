"""Messages that wait in an outbox, and what becomes of them."""

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
"""The id of a transaction whose StartTransaction was in vain (1.6 errata 3.18)."""


class OutboxError(OcppRpcError):
    """The file of an outbox cannot be used.

    Attributes:
        path: The file.
        detail: What is wrong with it.
    """

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail

    def __str__(self) -> str:
        return f"outbox {self.path}: {self.detail}"


class OutboxFull(OcppRpcError):
    """There is no room for a message, and nothing that may be dropped to make some.

    Attributes:
        limit: How many messages may wait.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        return f"{self.limit} messages about transactions are waiting already"


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """A message that waits in an outbox.

    Attributes:
        number: Its number: greater than those of all before it in this file.
        version: The version of OCPP it is of.
        action: Its action.
        payload: Its JSON text, with the names of the wire. In 1.x, the transaction id
            in it means nothing if `transaction` is there.
        transaction: What it is about: in 1.x, the name its `put` was told, or None; in
            2.x, the id of the transaction.
        attempts: How often the back office has failed to process it.
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
    """Why a message was discarded.

    Attributes:
        FAILED: The back office failed to process it, as often as it may be tried.
        INVALID_RESPONSE: It was answered, but not with a valid response.
        OTHER_VERSION: The connection speaks another version of OCPP.
        UNREADABLE: It is no message that the connection has, or not a valid one; it
            was put by another release, or for an extension of the version.
    """

    FAILED = "failed"
    INVALID_RESPONSE = "invalid response"
    OTHER_VERSION = "other version"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message was delivered.

    Attributes:
        message: The message as it waited.
        request: The request that was sent.
        response: What the back office answered.
    """

    message: QueuedMessage
    request: Model
    response: Model


@dataclass(frozen=True, slots=True)
class Discarded:
    """A message was given up; the next one is sent.

    Attributes:
        message: The message.
        reason: Why.
        error: The last failure, if it was one.
    """

    message: QueuedMessage
    reason: DiscardReason
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A message had to make room.

    Attributes:
        message: The message.
    """

    message: QueuedMessage


Outcome: TypeAlias = Delivered | Discarded | Dropped
"""What became of a message."""
