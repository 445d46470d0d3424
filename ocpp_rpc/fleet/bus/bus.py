"""The interface of a bus, which transports the messages of a fleet.

There are two implementations of `Bus`: one within a process, for tests, and one over
NATS. All rules of a fleet rely on this interface only, so that the same tests apply to
both.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from abc import ABC, abstractmethod
from collections.abc import (
    AsyncGenerator,
    Awaitable,
    Callable,
    Generator,
)
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, TypeAlias

from ocpp_rpc.fleet.failures import FleetUnavailable

from .subjects import HOLDER

__all__ = [
    "Bus",
    "Delivery",
    "Durable",
    "Handler",
    "Inbox",
    "NobodyThere",
    "Subscription",
    "handled",
]

logger = logging.getLogger("ocpp_rpc.fleet")


@dataclass(slots=True)
class Delivery:
    """A message that has arrived.

    Attributes:
        subject: The subject that it was sent to.
        data: The content.
        reply: The subject for an answer; empty if none is wanted.
        nobody: Whether it is the report of the engine that the subject has no listener.
    """

    subject: str
    data: bytes
    reply: str = ""
    nobody: bool = False


Handler: TypeAlias = Callable[[Delivery], Awaitable[None]]
"""Handles the messages of one subscription, one after the other."""


class NobodyThere(Exception):
    """The subject of a question has no listener."""


class Subscription(Protocol):
    """The result of `Bus.subscribe`, to pass to `Bus.release`."""

    @property
    def dropped(self) -> int:
        """The number of messages that were dropped because the handler is too slow."""
        ...


class Durable(Protocol):
    """A message that is delivered again until it is acknowledged."""

    @property
    def data(self) -> bytes:
        """The content."""
        ...

    async def ack(self) -> None:
        """Acknowledge the message, so that it is not delivered again.

        Raises:
            FleetUnavailable: The engine is not reachable.
        """
        ...


class Inbox:
    """Receives the answers to the questions of one bus.

    Args:
        prefix: The beginning of its addresses.
    """

    def __init__(self, prefix: str) -> None:
        self._prefix = f"{prefix}.{secrets.token_hex(11)}"
        self._count = 0
        self._takers: dict[str, Callable[[bytes | None], object]] = {}

    @property
    def subject(self) -> str:
        """The subject that the bus subscribes to."""
        return f"{self._prefix}.*"

    @contextmanager
    def address(self, take: Callable[[bytes | None], object]) -> Generator[str]:
        """Call a function with each answer to an address, within a `with` block.

        Args:
            take: Called with the content of an answer, or with None if the question had
                no listener.

        Yields:
            The address, to which answers are to be sent.
        """
        self._count += 1
        key = str(self._count)
        self._takers[key] = take
        try:
            yield f"{self._prefix}.{key}"
        finally:
            del self._takers[key]

    async def take(self, delivery: Delivery) -> None:
        """Pass an answer on; drop it if its block has ended."""
        take = self._takers.get(delivery.subject.rpartition(".")[2])
        if take is not None:
            take(None if delivery.nobody else delivery.data)


class Bus(ABC):
    """Transports the messages of a fleet; made by `ocpp_rpc.fleet.nats` and `memory`.

    A bus is an asynchronous context manager, which closes it at the end of its block. A
    bus belongs to one event loop. Several nodes and operators may share it.
    """

    def __init__(self, inbox_prefix: str = "_INBOX") -> None:
        self._inbox = Inbox(inbox_prefix)
        self._inbox_subscription: Subscription | None = None
        self._watchers: list[Callable[[bool], object]] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        await self.close()

    # --- Different in each implementation ---------------------------------------------

    @property
    @abstractmethod
    def connected(self) -> bool:
        """Whether the engine is reachable."""

    @abstractmethod
    async def close(self) -> None:
        """Close the bus. Closing again does nothing."""

    @abstractmethod
    async def publish(self, subject: str, data: bytes, *, reply: str = "") -> None:
        """Send a message to all subscribers of a subject.

        Raises:
            FleetUnavailable: The engine is not reachable, and nothing was sent.
            ValueError: The message is larger than the engine accepts.
        """

    @abstractmethod
    async def subscribe(
        self, subject: str, handler: Handler, *, group: str = "", limit: int = 65_536
    ) -> Subscription:
        """Subscribe to messages, in the order in which each sender sent them.

        If the engine is not reachable, this returns at once, and the subscription takes
        effect when the engine is reachable again.

        Args:
            subject: The subject; its last token may be `*` or `>`.
            handler: Handles the messages. If it raises, the exception is logged.
            group: The name of a queue group, one subscriber of which gets each message.
            limit: The number of messages that may wait for the handler. Further
                messages are dropped and counted.
        """

    @abstractmethod
    async def release(self, subscription: Subscription) -> None:
        """End a subscription; messages that have arrived are still handled."""

    @abstractmethod
    def consume(
        self, stream: str, everything: str, subject: str, name: str
    ) -> AsyncGenerator[Durable, None]:
        """Consume messages that the engine keeps until they are acknowledged.

        Args:
            stream: The name of the stream, which is made if it does not exist.
            everything: The subjects that the stream keeps.
            subject: The subject to consume.
            name: The name of the consumer. Consumers with the same name share the
                messages, and continue where they stopped.
        """

    # --- Common to all implementations ------------------------------------------------

    async def hold(self, subject: str, handler: Handler) -> Subscription:
        """Subscribe as a holder of a station; one of its holders gets each message."""
        return await self.subscribe(subject, handler, group=HOLDER)

    async def inbox(self) -> Inbox:
        """Return the inbox for answers."""
        if self._inbox_subscription is None:
            inbox = self._inbox
            self._inbox_subscription = await self.subscribe(inbox.subject, inbox.take)
        return self._inbox

    async def ask(self, subject: str, data: bytes, within: float) -> bytes:
        """Send a question, and return the first answer.

        Args:
            subject: The subject to ask at.
            data: The content of the question.
            within: The seconds that the answer may take.

        Raises:
            NobodyThere: The subject has no listener.
            TimeoutError: No answer arrived in time.
            FleetUnavailable: The engine is not reachable, and nothing was sent.
        """
        answer: asyncio.Future[bytes | None]
        answer = asyncio.get_running_loop().create_future()

        def take(data: bytes | None) -> None:
            if not answer.done():
                answer.set_result(data)

        with (await self.inbox()).address(take) as address:
            await self.publish(subject, data, reply=address)
            # Not `wait_for`, because in Python 3.11 it ignores a cancellation if the
            # answer arrives at the same moment.
            async with asyncio.timeout(within):
                found = await answer
        if found is None:
            raise NobodyThere(subject)
        return found

    async def tell(self, subject: str, data: bytes) -> bool:
        """Send a message that may be lost; tell whether it was sent."""
        try:
            await self.publish(subject, data)
        except FleetUnavailable:
            return False
        return True

    def watch(self, callback: Callable[[bool], object]) -> Callable[[], None]:
        """Call a function when the engine is lost, and when it is reachable again.

        Returns:
            A function that removes the callback.
        """
        self._watchers.append(callback)
        return lambda: self._watchers.remove(callback)

    def _tell_watchers(self, connected: bool) -> None:
        for callback in tuple(self._watchers):
            callback(connected)


async def handled(handler: Handler, delivery: Delivery) -> None:
    """Call a handler with a message; log the exception if it raises."""
    try:
        await handler(delivery)
    except Exception:
        logger.exception("a message on %s failed", delivery.subject)
