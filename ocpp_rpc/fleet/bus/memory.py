"""A bus within one process, for tests of programs that use a fleet."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict, deque
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass, field

from ocpp_rpc.fleet.failures import FleetUnavailable

from .bus import Bus, Delivery, Handler, handled

__all__ = ["Memory", "memory"]


class _Subscription:
    """The messages that wait for a handler, and a task while there are any."""

    def __init__(self, subject: str, handler: Handler, group: str, limit: int) -> None:
        self.subject = subject
        self.group = group
        self.dropped = 0
        self._handler = handler
        self._limit = limit
        self._waiting: deque[Delivery] = deque()
        self.running: asyncio.Task[None] | None = None

    def put(self, delivery: Delivery) -> None:
        if len(self._waiting) >= self._limit:
            self.dropped += 1
            return
        self._waiting.append(delivery)
        if self.running is None:
            self.running = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            while self._waiting:
                await handled(self._handler, self._waiting.popleft())
        finally:
            self.running = None

    def stop(self) -> None:
        self._waiting.clear()
        if self.running is not None:
            self.running.cancel()


@dataclass(eq=False)
class _Kept:
    """A message of a stream that has not been acknowledged."""

    subject: str
    data: bytes
    owner: _Shared

    async def ack(self) -> None:
        self.owner.out.discard(self)


@dataclass
class _Shared:
    """The messages that the consumers of one name share."""

    subject: str
    waiting: deque[_Kept] = field(default_factory=deque["_Kept"])
    out: set[_Kept] = field(default_factory=set["_Kept"])
    more: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, subject: str, data: bytes) -> None:
        self.waiting.append(_Kept(subject, data, self))
        self.more.set()


class Memory(Bus):
    """A bus within one process; `ocpp_rpc.fleet.memory` makes one.

    All nodes and operators of the fleet share it.

    Attributes:
        available: Whether messages are delivered. Set it to False to test how a program
            behaves while the engine is not reachable, and to True to end the outage.
    """

    def __init__(self) -> None:
        super().__init__()
        self._exact: defaultdict[str, list[_Subscription]] = defaultdict(list)
        self._patterns: list[_Subscription] = []
        self._streams: dict[str, dict[str, _Shared]] = {}
        self._available = True
        self._closed = False

    def __repr__(self) -> str:
        state = "closed" if self._closed else "open" if self._available else "away"
        return f"<fleet.Memory {state}>"

    @property
    def available(self) -> bool:
        """Whether messages are delivered."""
        return self._available

    @available.setter
    def available(self, available: bool) -> None:
        changed, self._available = self._available != available, available
        if changed:
            self._tell_watchers(available)

    @property
    def connected(self) -> bool:
        """Whether messages are delivered."""
        return self._available and not self._closed

    async def close(self) -> None:
        """Close the bus. Closing again does nothing."""
        self._closed = True
        running = [each.running for each in self._all() if each.running is not None]
        for each in self._all():
            each.stop()
        self._exact.clear()
        self._patterns.clear()
        others = [task for task in running if task is not asyncio.current_task()]
        await asyncio.gather(*others, return_exceptions=True)

    def _all(self) -> Iterator[_Subscription]:
        for those in self._exact.values():
            yield from those
        yield from self._patterns

    async def publish(self, subject: str, data: bytes, *, reply: str = "") -> None:
        """Send a message to all subscribers of a subject; see `Bus.publish`."""
        if not self.connected:
            raise FleetUnavailable
        for shared in self._consumers(subject):
            shared.put(subject, data)
        chosen = _one_of_each_group(self._listening(subject))
        for each in chosen:
            each.put(Delivery(subject, data, reply))
        if reply and not chosen:
            for each in self._listening(reply):
                each.put(Delivery(reply, b"", nobody=True))

    def _listening(self, subject: str) -> list[_Subscription]:
        patterns = [each for each in self._patterns if _fits(each.subject, subject)]
        return [*self._exact.get(subject, ()), *patterns]

    def _consumers(self, subject: str) -> Iterator[_Shared]:
        for consumers in self._streams.values():
            for shared in consumers.values():
                if _fits(shared.subject, subject):
                    yield shared

    async def subscribe(
        self, subject: str, handler: Handler, *, group: str = "", limit: int = 65_536
    ) -> _Subscription:
        """Subscribe to messages; see `Bus.subscribe`."""
        subscription = _Subscription(subject, handler, group, limit)
        self._place(subject).append(subscription)
        return subscription

    def _place(self, subject: str) -> list[_Subscription]:
        is_pattern = subject.endswith((".*", ".>"))
        return self._patterns if is_pattern else self._exact[subject]

    async def release(self, subscription: object) -> None:
        """End a subscription; see `Bus.release`."""
        assert isinstance(subscription, _Subscription)
        place = self._place(subscription.subject)
        if subscription in place:
            place.remove(subscription)
        if not place:
            self._exact.pop(subscription.subject, None)

    async def consume(
        self, stream: str, everything: str, subject: str, name: str
    ) -> AsyncGenerator[_Kept, None]:
        """Consume messages that are kept until acknowledged; see `Bus.consume`."""
        del everything  # each consumer has its own copy of the messages
        consumers = self._streams.setdefault(stream, {})
        shared = consumers.setdefault(name, _Shared(subject))
        mine: list[_Kept] = []
        try:
            while True:
                while not shared.waiting:
                    shared.more.clear()
                    await shared.more.wait()
                kept = shared.waiting.popleft()
                shared.out.add(kept)
                mine.append(kept)
                yield kept
        finally:
            again = [each for each in mine if each in shared.out]
            shared.out.difference_update(again)
            shared.waiting.extendleft(reversed(again))
            shared.more.set()


def _one_of_each_group(listening: list[_Subscription]) -> list[_Subscription]:
    chosen = [each for each in listening if not each.group]
    groups: defaultdict[str, list[_Subscription]] = defaultdict(list)
    for each in listening:
        if each.group:
            groups[each.group].append(each)
    return [*chosen, *map(random.choice, groups.values())]


def _fits(pattern: str, subject: str) -> bool:
    """Tell whether a subject matches a pattern, whose last token is `*` or `>`."""
    head, _, last = pattern.rpartition(".")
    rest = subject.removeprefix(f"{head}.")
    return rest != subject and (last == ">" or "." not in rest)


def memory() -> Memory:
    """Return a bus within this process, for tests; no engine is needed.

    Pass the same bus to all nodes and operators.
    """
    return Memory()
