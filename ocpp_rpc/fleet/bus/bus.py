"""What carries the messages of a fleet.

`Bus` says what a fleet needs of it. There are two: one within a process, for tests, and
one over NATS. All of a fleet's own rules stand on these, so that one suite of tests
holds for both.
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
        subject: Where it was sent.
        data: What it says.
        reply: Where an answer goes; empty if none is wanted.
        nobody: It is the engine's word that nobody listens there.
    """

    subject: str
    data: bytes
    reply: str = ""
    nobody: bool = False


Handler: TypeAlias = Callable[[Delivery], Awaitable[None]]
"""Takes the messages of one subscription, one after the other."""


class NobodyThere(Exception):
    """Nobody listens where a question went."""


class Subscription(Protocol):
    """What `Bus.subscribe` returns, for `Bus.release`."""

    @property
    def dropped(self) -> int:
        """How many messages were dropped, since their handler is too slow."""
        ...


class Durable(Protocol):
    """A message that is delivered again until it is acknowledged."""

    @property
    def data(self) -> bytes:
        """What it says."""
        ...

    async def ack(self) -> None:
        """Have it delivered no more.

        Raises:
            FleetUnavailable: The engine is away.
        """
        ...


class Inbox:
    """Where the answers to questions of one bus arrive.

    Args:
        prefix: What its addresses begin with.
    """

    def __init__(self, prefix: str) -> None:
        self._prefix = f"{prefix}.{secrets.token_hex(11)}"
        self._count = 0
        self._takers: dict[str, Callable[[bytes | None], object]] = {}

    @property
    def subject(self) -> str:
        """What the bus subscribes to."""
        return f"{self._prefix}.*"

    @contextmanager
    def address(self, take: Callable[[bytes | None], object]) -> Generator[str]:
        """Have a function called with each answer, in a block.

        Args:
            take: Called with what it says; None: nobody listens there.

        Yields:
            Where the answers are to be sent.
        """
        self._count += 1
        key = str(self._count)
        self._takers[key] = take
        try:
            yield f"{self._prefix}.{key}"
        finally:
            del self._takers[key]

    async def take(self, delivery: Delivery) -> None:
        """Take an answer; one that nobody waits for is dropped."""
        take = self._takers.get(delivery.subject.rpartition(".")[2])
        if take is not None:
            take(None if delivery.nobody else delivery.data)


class Bus(ABC):
    """Carries the messages of a fleet; made by `ocpp_rpc.fleet.nats` and `memory`.

    An asynchronous context manager; at the end of its block it is closed. It belongs to
    one event loop. Several nodes and operators may share one.
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

    # --- What each has in a way of its own --------------------------------------------

    @property
    @abstractmethod
    def connected(self) -> bool:
        """Whether messages go anywhere."""

    @abstractmethod
    async def close(self) -> None:
        """End it. Closing again does nothing."""

    @abstractmethod
    async def publish(self, subject: str, data: bytes, *, reply: str = "") -> None:
        """Send a message to whoever listens.

        Raises:
            FleetUnavailable: The engine is away, and nothing was sent.
            ValueError: It is larger than the engine takes.
        """

    @abstractmethod
    async def subscribe(
        self, subject: str, handler: Handler, *, group: str = "", limit: int = 65_536
    ) -> Subscription:
        """Take messages, in the order in which each of their senders sent them.

        While the engine is away, this only notes what is wanted, and goes on; it takes
        effect when the engine is back.

        Args:
            subject: Which ones; the last token may be `*` or `>`.
            handler: What takes them. If it raises, that is logged.
            group: Of those with one name, one takes each message.
            limit: How many may wait for the handler; more are dropped, and counted.
        """

    @abstractmethod
    async def release(self, subscription: Subscription) -> None:
        """Take no further messages; those that have arrived are still handled."""

    @abstractmethod
    def consume(
        self, stream: str, everything: str, subject: str, name: str
    ) -> AsyncGenerator[Durable, None]:
        """Take messages that the engine keeps until they are acknowledged.

        Args:
            stream: The name of what keeps them, made if there is none.
            everything: What subjects that keeps.
            subject: Which of them are wanted.
            name: Whose they are: consumers of one name share them, and go on where they
                were.
        """

    # --- What all have in common ------------------------------------------------------

    async def hold(self, subject: str, handler: Handler) -> Subscription:
        """Be one of those who are asked at a subject, of which one is asked."""
        return await self.subscribe(subject, handler, group=HOLDER)

    async def inbox(self) -> Inbox:
        """Return where answers arrive."""
        if self._inbox_subscription is None:
            inbox = self._inbox
            self._inbox_subscription = await self.subscribe(inbox.subject, inbox.take)
        return self._inbox

    async def ask(self, subject: str, data: bytes, within: float) -> bytes:
        """Send a question, and return the first answer.

        Args:
            subject: Where it goes.
            data: What it says.
            within: How many seconds the answer may take.

        Raises:
            NobodyThere: Nobody listens there.
            TimeoutError: No answer came in time.
            FleetUnavailable: The engine is away, and nothing was sent.
        """
        answer: asyncio.Future[bytes | None]
        answer = asyncio.get_running_loop().create_future()

        def take(data: bytes | None) -> None:
            if not answer.done():
                answer.set_result(data)

        with (await self.inbox()).address(take) as address:
            await self.publish(subject, data, reply=address)
            # Not `wait_for`, which in Python 3.11 ignores to be cancelled if the answer
            # comes at the same moment.
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
        """Have a function called when the engine is away, and when it is back.

        Returns:
            What ends that.
        """
        self._watchers.append(callback)
        return lambda: self._watchers.remove(callback)

    def _tell_watchers(self, connected: bool) -> None:
        for callback in tuple(self._watchers):
            callback(connected)


async def handled(handler: Handler, delivery: Delivery) -> None:
    """Have a handler take a message; what it raises is logged."""
    try:
        await handler(delivery)
    except Exception:
        logger.exception("a message on %s failed", delivery.subject)
