"""Sends the messages of an outbox over a connection.

Messages are sent one after the other, in order. The next one is sent after the previous
one has left the outbox. Messages that are put in the meantime come last. All other
calls of the connection bypass the outbox: they wait for one of its messages at most.

Each outcome is written before anything else happens, in the same step of the event loop
in which the reply is noticed. Between the reply and the end of the write, no other code
of this program runs, so the task may be cancelled at any time. The write blocks the
event loop for one fsync per message, a few milliseconds on flash memory. With a thread,
it would not block, but a cancelled task could not know whether the message is still in
the outbox.
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
"""The actions with the transaction id of a StartTransaction response (1.x)."""

_PAUSE: Final = 1.0
"""The wait in seconds if too many calls wait on the connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """How often, and when, to resend a message that the back office fails to process.

    A failure is a CALLERROR (OCPP-J 1.6 errata 3.2; 2.x part 2, E13), or no answer
    within the time limit of the call (1.6 §4.7, §4.8, §4.10; E13). The loss of the
    connection is not a failure.

    Attributes:
        attempts: The greatest number of attempts, at least 1; default: 3.
            TransactionMessageAttempts (1.6 §3.7.1), MessageAttempts[TransactionEvent]
            (2.x, E13.FR.02).
        interval: The wait before the next attempt, in seconds, multiplied by the number
            of attempts so far; default: 60. TransactionMessageRetryInterval,
            MessageAttemptInterval[TransactionEvent] (E13.FR.03).

    Raises:
        ValueError: `attempts` is below 1, or `interval` is negative.
    """

    attempts: int = 3
    interval: float = 60.0

    def __post_init__(self) -> None:
        if self.attempts < 1 or self.interval < 0:
            raise ValueError("attempts has to be at least 1, and interval at least 0")

    def wait(self, failures: int) -> float | None:
        """Return the wait in seconds after some failures; None: do not send again."""
        return None if failures >= self.attempts else self.interval * failures


async def forward(
    outbox: Outbox,
    connection: Connection,
    *,
    retry: Retry | Callable[[], Retry] = Retry(),
    clock: Clock | None = None,
) -> None:
    """Send the messages of an outbox, including those that are put meanwhile.

    Returns when the connection is closed. Run it for each connection, after the back
    office has accepted the station's BootNotification. The outbox reports the outcome
    of each message. If this is cancelled, the message under way is sent again later.

    Args:
        outbox: The outbox.
        connection: The station's connection to send over.
        retry: The attempts for messages that fail, or a function that returns them if
            they may change; default: `Retry()`.
        clock: The clock of the waits, which has to be the same for each connection;
            default: the event loop.

    Raises:
        OutboxError: The file cannot be used, or the outbox is being forwarded already.
        ValueError: The connection is a back office's.
    """
    if connection.role is not connection.package.STATION:
        raise ValueError(
            f"forward needs a station's connection, not a {connection.role}'s"
        )
    await _Forwarding(outbox, connection, retry, clock).run()


class _Forwarding:
    """The forwarding of an outbox over one connection."""

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
                # Cleared before the outbox is read, so that no later `put` is missed.
                self._news.clear()
                message = self._outbox.first()
                if message is None:
                    await self._news.wait()
                elif not await self._is_held(message):
                    await self._send(message)

    def _put(self) -> None:
        with suppress(RuntimeError):  # another thread may outlive the event loop
            self._loop.call_soon_threadsafe(self._news.set)

    async def _is_held(self, message: QueuedMessage) -> bool:
        """Wait until the time to send a message, or until another event.

        Returns:
            Whether there was a reason to wait.
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
        """Send a message, and record its outcome."""
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
        """Return the request of a message; in 1.x, with its transaction id if known.

        Returns:
            None if the message is of another version than the connection. A security
                event is converted to any version that has security events, because it
                has to be delivered.

        Raises:
            DecodeError, KeyError: The version of the connection has no such message.
        """
        package = self._connection.package
        if message.version != package.VERSION:
            if message.action != NOTIFICATION:
                return None
            procedure = ocpp_messages.load(message.version).PROCEDURES[message.action]
            told = loads(procedure.request, message.payload)
            # Imported here, because few programs need it and it would slow down all.
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
            # this counts as no attempt: a station that is often offline would soon use
            # up all of them. If the message had arrived, it is delivered twice.
            return
        except QueueFull:
            # Nothing was sent, and there is no event for room in the queue.
            self._outbox.hold(message, self._clock.time() + _PAUSE)
        except InvalidResponse as error:
            # The back office has processed it, and would give the same answer again.
            reason = DiscardReason.INVALID_RESPONSE
            self._outbox.discard(message, reason, error)
        except (OcppError, CallTimeout) as error:
            if isinstance(error, OcppError) and message.action == NOTIFICATION:
                # Otherwise, a back office without security events would get each one
                # three times, and no transactions in the meantime.
                self._outbox.discard(message, DiscardReason.FAILED, error)
                return
            self._fail(message, error)
        else:
            self._outbox.delivered(message, request, response)

    def _fail(self, message: QueuedMessage, error: OcppRpcError) -> None:
        # Called each time, because the back office may have changed the variables.
        retry = self._retry() if callable(self._retry) else self._retry
        # Written before the wait, so that a restart does not reset the attempts.
        message = self._outbox.failed(message)
        wait = retry.wait(message.attempts)
        if wait is None:
            self._outbox.discard(message, DiscardReason.FAILED, error)
            return
        logger.info(
            "%r: next attempt in %g s (%s): %s",
            self._connection.identity,
            wait,
            error,
            message,
            extra=about(self._connection.identity, self._connection.version),
        )
        self._outbox.hold(message, self._clock.time() + wait)
