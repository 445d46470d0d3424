"""Publishes the messages of the stations of a node."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from weakref import WeakKeyDictionary

from ocpp_messages import Model
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.fleet.ground import Ground
from ocpp_rpc.fleet.wire import kinds_of, pack
from ocpp_rpc.protocol.events import CallReceived, Event, FrameReceived, SendReceived

__all__ = ["Publisher"]


class Publisher:
    """Publishes the messages of stations as they arrive.

    Args:
        node: The name of the node.
        classes: The classes of the messages.
        ground: The shared objects of the node; its clock gives each message an id.

    Attributes:
        kinds: The versions and actions that are published.
        running: Whether any messages are being published.
        lost: The number of messages that were not published because the engine was not
            reachable or does not accept messages of their size.
    """

    def __init__(
        self, node: str, classes: Iterable[type[Model]], ground: Ground
    ) -> None:
        self._node = node
        self.kinds = kinds_of(classes)
        self._bus = ground.bus
        self._subjects = ground.subjects
        self._clock = ground.clock
        self._spawn = ground.spawn
        self._texts: WeakKeyDictionary[Connection, str] = WeakKeyDictionary()
        self.running = False
        self.lost = 0

    def observe(self, event: Event, connection: Connection) -> None:
        """Publish the message of an event, if its class is to be published."""
        if not self.running:
            return
        if isinstance(event, FrameReceived):
            text = event.text  # bytes only if binary messages are tolerated
            if isinstance(text, bytes):
                text = text.decode(errors="replace")
            self._texts[connection] = text
        elif isinstance(event, CallReceived | SendReceived):
            # The frame of this event is the last one received: the two events follow
            # each other directly.
            action = event.procedure.action
            if (connection.version, action) in self.kinds:
                frame = self._texts[connection]
                self._spawn(self._publish(connection, action, frame))

    async def _publish(self, connection: Connection, action: str, frame: str) -> None:
        identity, version = connection.identity, connection.version
        header = {
            "identity": identity,
            "node": self._node,
            "id": f"{self._node}:{self._clock.tick()}",
            "version": version,
        }
        data = pack(header) + b"\n" + frame.encode()
        subject = self._subjects.incoming(version, action, identity)
        published = False
        with suppress(ValueError):
            published = await self._bus.tell(subject, data)
        self.lost += not published
