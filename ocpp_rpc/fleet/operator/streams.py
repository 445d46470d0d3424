"""Streams for an operator: the changes of stations, and their messages."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeAlias, TypeVar, cast

import ocpp_messages
from ocpp_messages import LENIENT, Model
from ocpp_rpc.fleet.bus import Delivery, Durable
from ocpp_rpc.fleet.failures import FleetUnavailable
from ocpp_rpc.fleet.ground import Ground
from ocpp_rpc.fleet.members import Members
from ocpp_rpc.fleet.places import Place
from ocpp_rpc.fleet.wire import kinds_of, unpack
from ocpp_rpc.lines import one_line
from ocpp_rpc.protocol import frames
from ocpp_rpc.protocol.parsing import parse

__all__ = ["FleetChange", "FleetChanges", "FleetMessage", "FleetMessages"]

logger = logging.getLogger("ocpp_rpc.fleet")

What: TypeAlias = Literal["connected", "disconnected", "node lost"]
"""The kind of a change."""


@dataclass(frozen=True, slots=True)
class FleetChange:
    """A station has connected or disconnected, or a node is lost.

    The changes of one station alternate, as those of `ocpp_rpc.Connections` do: if a
    station moves to another node, it is first reported as disconnected.

    Attributes:
        what: "connected", "disconnected" or "node lost".
        node: The name of the node.
        identity: The identity of the station; None for a lost node. The stations of a
            lost node are disconnected, without changes of their own.
        version: The version of OCPP that the station speaks; None for a lost node.
    """

    what: What
    node: str
    identity: str | None = None
    version: str | None = None


class FleetChanges:
    """The changes of a fleet. Iterate over it with `async for`.

    Made by `Fleet.changes`. It follows changes from the start of the iteration. At most
    `limit` changes wait to be read.

    Attributes:
        dropped: The number of changes that were dropped because too many waited.
    """

    def __init__(self, ground: Ground, members: Members, limit: int) -> None:
        self._bus = ground.bus
        self._subjects = ground.subjects
        self._members = members
        self._queue: asyncio.Queue[FleetChange] = asyncio.Queue(limit)
        self._here: dict[str, tuple[int, Place]] = {}
        self.dropped = 0

    async def __aiter__(self) -> AsyncGenerator[FleetChange, None]:
        """Follow the changes."""
        subscription = await self._bus.subscribe(self._subjects.events, self._take)
        forget = self._members.on_lost(self._take_lost)
        try:
            while True:
                yield await self._queue.get()
        finally:
            forget()
            await self._bus.release(subscription)

    async def _take(self, delivery: Delivery) -> None:
        event = unpack(delivery.data)
        identity, token = str(event["identity"]), int(event["token"])
        place = Place(identity, event["node"], event["version"])
        known = self._here.get(identity)
        if known is not None and token < known[0]:
            return  # the end of an old connection, after the station has reconnected
        if event["what"] == "connected":
            if known is not None:
                self._put("disconnected", known[1])
            self._here[identity] = (token, place)
            self._put("connected", place)
        else:
            self._here.pop(identity, None)
            self._put("disconnected", place)

    def _put(self, what: What, place: Place) -> None:
        self._offer(FleetChange(what, place.node, place.identity, place.version))

    def _take_lost(self, node: str) -> None:
        gone = [key for key, (_, place) in self._here.items() if place.node == node]
        for identity in gone:
            del self._here[identity]
        self._offer(FleetChange("node lost", node))

    def _offer(self, change: FleetChange) -> None:
        try:
            self._queue.put_nowait(change)
        except asyncio.QueueFull:
            if not self.dropped:
                logger.warning("a program reads the changes too slowly: some are lost")
            self.dropped += 1


RequestT = TypeVar("RequestT", bound=Model)


@dataclass(frozen=True, slots=True)
class FleetMessage(Generic[RequestT]):
    """A message that a station has sent.

    Attributes:
        identity: The identity of the station.
        node: The name of the node to which the station is connected.
        version: The version of OCPP that the station speaks.
        id: A unique id, which stays the same if the message is delivered again.
        request: The message.
        frame: The text of the frame, as received.
    """

    identity: str
    node: str
    version: str
    id: str
    request: RequestT = field(repr=False)
    frame: str = field(repr=False)
    _durable: Durable | None = field(default=None, repr=False, compare=False)

    async def ack(self) -> None:
        """Acknowledge a message, so that a durable consumer does not get it again.

        For messages of other consumers, `ack` does nothing.

        Raises:
            FleetUnavailable: The engine cannot be reached; the message is delivered
                again.
        """
        if self._durable is not None:
            await self._durable.ack()


class FleetMessages(Generic[RequestT]):
    """Messages of stations. Iterate over it with `async for`.

    Made by `Fleet.messages`.

    Attributes:
        unreadable: The number of messages that could not be read; each is logged.
    """

    def __init__(
        self,
        ground: Ground,
        cls: type[RequestT],
        *,
        group: str | None,
        durable: str | None,
        limit: int,
    ) -> None:
        self._bus = ground.bus
        self._subjects = ground.subjects
        self._cls = cls
        self._kinds = kinds_of([cls])
        self._group = group
        self._durable = durable
        self._queue: asyncio.Queue[Delivery] = asyncio.Queue(limit)
        self._dropped = 0
        self.unreadable = 0

    @property
    def dropped(self) -> int:
        """The number of messages that were dropped because too many waited."""
        return self._dropped

    async def __aiter__(self) -> AsyncGenerator[FleetMessage[RequestT], None]:
        """Yield new messages, and those that wait for a durable consumer.

        Raises:
            FleetUnavailable: The engine cannot be reached at the start, or has no
                JetStream.
        """
        if not self._bus.connected:
            raise FleetUnavailable
        found = self._durably() if self._durable is not None else self._directly()
        async with aclosing(found) as messages:
            async for message in messages:
                yield message

    async def _directly(self) -> AsyncGenerator[FleetMessage[RequestT], None]:
        subscriptions = [
            await self._bus.subscribe(
                self._subjects.incoming(*kind), self._take, group=self._group or ""
            )
            for kind in sorted(self._kinds)
        ]
        try:
            while True:
                delivery = await self._queue.get()
                message = self._try(delivery.data)
                if message is not None:
                    yield message
        finally:
            for subscription in subscriptions:
                await self._bus.release(subscription)

    async def _take(self, delivery: Delivery) -> None:
        try:
            self._queue.put_nowait(delivery)
        except asyncio.QueueFull:
            self._dropped += 1
            if self._dropped.bit_count() == 1:  # the 1st, 2nd, 4th, 8th ...
                logger.warning(
                    "a consumer of %s is too slow: %d messages were dropped",
                    self._cls.__qualname__,
                    self._dropped,
                )

    async def _durably(self) -> AsyncGenerator[FleetMessage[RequestT], None]:
        assert self._durable is not None
        everything = self._subjects.all_incoming
        stream = everything.removesuffix(".in.>").replace(".", "_")
        kinds = sorted(self._kinds)
        # An older engine filters by one subject only: for several, take and read all.
        subject = self._subjects.incoming(*kinds[0]) if len(kinds) == 1 else everything
        found = self._bus.consume(stream, everything, subject, self._durable)
        async with aclosing(found) as durables:
            async for durable in durables:
                message = self._try(durable.data, durable)
                if message is None:
                    await durable.ack()
                else:
                    yield message

    def _try(
        self, data: bytes, durable: Durable | None = None
    ) -> FleetMessage[RequestT] | None:
        """Return a message; None if it is of another class, or cannot be read."""
        try:
            return self._read(data, durable)
        except (ValueError, KeyError) as error:
            self.unreadable += 1
            logger.warning("a message cannot be read: %s", one_line(error))
            return None

    def _read(
        self, data: bytes, durable: Durable | None
    ) -> FleetMessage[RequestT] | None:
        """Return the message; None if it is of another class.

        Raises:
            ValueError, KeyError: It cannot be read.
        """
        line, _, rest = data.partition(b"\n")
        header, text = unpack(line), rest.decode()
        frame = parse(text)
        if not isinstance(frame, frames.Call | frames.Send):
            raise ValueError("the frame is not a message")  # noqa: TRY004
        version = str(header["version"])
        if (version, frame.action) not in self._kinds:
            return None
        request = _request(self._cls, version, frame)
        return FleetMessage(
            header["identity"],
            header["node"],
            version,
            header["id"],
            cast(RequestT, request),
            text,
            durable,
        )


def _request(cls: type[Model], version: str, frame: frames.Call | frames.Send) -> Model:
    """Return the message of a frame that its node has accepted, with full tolerance.

    Raises:
        DecodeError: It has a deviation that is never tolerated.
    """
    package: Any = sys.modules[cls.__module__.rpartition(".")[0]]
    if not getattr(package, "VERSIONS", ()):
        return LENIENT.loads(cls, frame.payload).message
    standard = ocpp_messages.load(version).PROCEDURES[frame.action].request
    message = LENIENT.loads(standard, frame.payload).message
    return cast(Model, package.serializer(version).read(message))
