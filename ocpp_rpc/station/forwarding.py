"""Sends what waits in an outbox over a connection.

One message after the other, in order; the next one once the one before is out of the
outbox. What is put meanwhile comes last. All other calls of the connection go past it:
they wait for one message at the most.

Each outcome is written before anything else happens, in the same step in which the
reply is noticed: from the reply to the end of the write, nothing of this program runs,
so the task may be cancelled at any time. That blocks the event loop for one fsync per
message, a few milliseconds on flash memory. A thread would spare the loop that, and
make it uncertain for a cancelled task whether the message is still there.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, cast

import ocpp_messages
from ocpp_messages import DecodeError, Model, Request
from ocpp_messages.serializer import loads
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Clock
from ocpp_rpc.errors import (
    CallTimeout,
    ConnectionClosed,
    InvalidResponse,
    OcppError,
    OcppRpcError,
    QueueFull,
)
from ocpp_rpc.lines import about

from .drafts import NOTIFICATION
from .outbox import Outbox
from .outcomes import UNKNOWN_TRANSACTION, DiscardReason, QueuedMessage

__all__ = ["Retry", "forward"]

logger = logging.getLogger("ocpp_rpc.forwarding")

_WITH_ID: Final = frozenset({"MeterValues", "StopTransaction"})
"""What has the id of a transaction that StartTransaction was answered with (1.x)."""

_PAUSE: Final = 1.0
"""How many seconds to wait when too many calls wait on the connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """How often a message is sent that the back office fails to process, and when.

    A failure is a CALLERROR (OCPP-J 1.6 errata 3.2; 2.x part 2, E13), or no answer
    within the time limit of the call (1.6 §4.7, §4.8, §4.10; E13). Losing the
    connection is none.

    Attributes:
        attempts: How often it is sent at the most: TransactionMessageAttempts (1.6
            §3.7.1), MessageAttempts[TransactionEvent] (2.x, E13.FR.02).
        interval: How many seconds to wait before it is sent again, times how often it
            was sent: TransactionMessageRetryInterval,
            MessageAttemptInterval[TransactionEvent] (E13.FR.03).

    Raises:
        ValueError: There is no attempt at all, or the interval is negative.
    """

    attempts: int = 3
    interval: float = 60.0

    def __post_init__(self) -> None:
        if self.attempts < 1 or self.interval < 0:
            raise ValueError(f"{self} makes no sense")

    def wait(self, failures: int) -> float | None:
        """Return how long to wait after some failures; None: send it no more."""
        return None if failures >= self.attempts else self.interval * failures


async def forward(
    outbox: Outbox,
    connection: Connection,
    *,
    retry: Retry | Callable[[], Retry] = Retry(),
    clock: Clock | None = None,
) -> None:
    """Send what waits in an outbox, and what is put meanwhile.

    Returns when the connection is closed; run it for each connection, once the back
    office has accepted the station's BootNotification. What became of the messages,
    the outbox tells. If cancelled, what was under way is sent again.

    Args:
        outbox: What is sent.
        connection: What it is sent over, from the station's side.
        retry: What to do about failures, or what returns that, if it may change.
        clock: The time of the waits, the same one each time; that of the event loop if
            None.

    Raises:
        OutboxError: The file cannot be used, or is forwarded already.
        ValueError: The connection is that of a back office.
    """
    if connection.role is not connection.package.STATION:
        raise ValueError(f"a {connection.role} has no messages about transactions")
    await _Forwarding(outbox, connection, retry, clock).run()


class _Forwarding:
    """An outbox, forwarded over one connection."""

    def __init__(
        self,
        outbox: Outbox,
        connection: Connection,
        retry: Retry | Callable[[], Retry],
        clock: Clock | None,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._outbox = outbox
        self._connection = connection
        self._retry = retry
        self._clock: Clock = clock or self._loop
        self._news = asyncio.Event()

    async def run(self) -> None:
        identity, version = self._connection.identity, self._connection.version
        with self._outbox.forwarding(self._put, identity, version):
            self._connection.on_close(lambda _: self._news.set())
            while not self._connection.closed:
                # Before looking, so that what is put from then on is not missed.
                self._news.clear()
                message = self._outbox.first()
                if message is None:
                    await self._news.wait()
                elif not await self._is_held(message):
                    await self._send(message)

    def _put(self) -> None:
        with suppress(RuntimeError):  # in another thread, after the end of the loop
            self._loop.call_soon_threadsafe(self._news.set)

    async def _is_held(self, message: QueuedMessage) -> bool:
        """Wait, until it is time to send a message or until there are news.

        Returns:
            Whether there was anything to wait for.
        """
        until = self._outbox.held_until(message)
        if until is None or until <= self._clock.time():
            return False
        timer = self._clock.call_at(until, self._news.set)
        try:
            await self._news.wait()
        finally:
            timer.cancel()
        return True

    async def _send(self, message: QueuedMessage) -> None:
        """Send a message, and note what became of it."""
        try:
            request = self._read(message)
        except (DecodeError, KeyError) as error:
            self._outbox.discard(message, DiscardReason.UNREADABLE, error)
            return
        if request is None:
            self._outbox.discard(message, DiscardReason.OTHER_VERSION)
            return
        with self._outbox.sending(message):
            await self._call(message, request)

    def _read(self, message: QueuedMessage) -> Model | None:
        """Return the request that a message is; in 1.x, with the id by now known.

        Returns:
            None if the message is of another version than the connection. A security
            event is told in any that has it, since it has to be told.

        Raises:
            DecodeError, KeyError: The connection has no such message.
        """
        package = self._connection.package
        if message.version != package.VERSION:
            if message.action != NOTIFICATION:
                return None
            procedure = ocpp_messages.load(message.version).PROCEDURES[message.action]
            told = loads(procedure.request, message.payload)
            # Few outboxes ever come to this, and all programs would wait for it.
            from ocpp_rpc.security.events.notifications import retold  # noqa: PLC0415

            return retold(told, message.version, package)
        procedure = package.PROCEDURES[message.action]
        request = loads(procedure.request, message.payload)
        name = message.transaction
        if name is None or message.action not in _WITH_ID:
            return request
        known = self._outbox.transactions().get(name)
        number = UNKNOWN_TRANSACTION if known is None else known
        return request.model_copy(update={"transaction_id": number})

    async def _call(self, message: QueuedMessage, request: Model) -> None:
        try:
            response = await self._connection.call(cast(Request[Model], request))
        except ConnectionClosed:
            # The back office has not failed to process it (1.6 §3.7.1, E13.FR.01), so
            # this is no attempt: a station that is often offline would soon have used
            # up all of them. If it had come in already, it comes twice, not never.
            return
        except QueueFull:
            # Nothing was sent, and nothing tells when there is room again.
            self._outbox.hold(message, self._clock.time() + _PAUSE)
        except InvalidResponse as error:
            # The back office has answered, and would give the same answer again.
            reason = DiscardReason.INVALID_RESPONSE
            self._outbox.discard(message, reason, error)
        except (OcppError, CallTimeout) as error:
            if isinstance(error, OcppError) and message.action == NOTIFICATION:
                # A back office without security events would have each one thrice,
                # and no transaction meanwhile.
                self._outbox.discard(message, DiscardReason.FAILED, error)
                return
            self._fail(message, error)
        else:
            self._outbox.delivered(message, request, response)

    def _fail(self, message: QueuedMessage, error: OcppRpcError) -> None:
        # Asked for each time: the back office may have changed the variables since.
        retry = self._retry() if callable(self._retry) else self._retry
        # In the file, before the wait: a restart meanwhile does not give a message all
        # its attempts again.
        message = self._outbox.failed(message)
        wait = retry.wait(message.attempts)
        if wait is None:
            self._outbox.discard(message, DiscardReason.FAILED, error)
            return
        logger.info(
            "%r: sent again in %g s (%s): %s",
            self._connection.identity,
            wait,
            error,
            message,
            extra=about(self._connection.identity, self._connection.version),
        )
        self._outbox.hold(message, self._clock.time() + wait)
