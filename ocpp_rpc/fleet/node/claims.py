"""The stations that a node holds, and the claims that decide between two nodes.

A node holds a station by subscribing to the subject of its calls, in a queue group, so
that only one of two holders gets a call. There is no registry that could be wrong: a
node that dies holds nothing, because the engine drops its subscriptions.

Two nodes hold the same station if the station has reconnected at another node while its
old connection is half open. The newest connection wins:

1. When a connection opens, the node takes a token, subscribes, then sends a claim, then
   publishes the event. In this order, calls reach one of the two nodes at any moment.
2. When a node hears a claim for a station that it holds, it compares the tokens. If the
   token of the claim is higher, its own connection is the old one: the node
   unsubscribes, fails the waiting calls, and closes the connection with 1008. If the
   token is lower, the node sends its claim again, so that the other node gives way.
3. When a connection closes, the node unsubscribes if it still holds the station by this
   connection. An old connection that ends late changes nothing.
4. After an outage of the engine, claims may have been lost. A node repeats the claims
   for connections that were opened meanwhile, and asks the others to do the same.

Claims wait a moment for further ones, and are sent together.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.fleet.bus import Delivery, Handler, Subscription
from ocpp_rpc.fleet.ground import Ground
from ocpp_rpc.fleet.turns import Turns
from ocpp_rpc.fleet.wire import pack, pages, unpack
from ocpp_rpc.lines import about, printable

__all__ = ["Claims", "Held"]

logger = logging.getLogger("ocpp_rpc.fleet")

REPLACED: Final = "connected at another node"
_BATCH_PAUSE: Final = 0.01
"""The seconds after a batch for which claims wait for further ones."""

_BATCH: Final = 500
"""The greatest number of claims in one message."""

_MARGIN: Final = 5_000_000
"""The microseconds to add to an outage, because it may have begun earlier."""

_UNTOLD: Final = 100_000
"""The number of events to keep while the engine is not reachable."""


@dataclass(slots=True, eq=False)
class Held:
    """A station that this node holds.

    Attributes:
        connection: Its newest connection to this node.
        token: The time at which that was opened, in the time of the fleet.
        subscription: The subscription to the calls of the station.
        turns: Limits the calls at the same time to what the connection allows; made at
            the first call.
        current: Whether the node still holds the station.
    """

    connection: Connection
    token: int
    subscription: Subscription | None = None
    turns: Turns | None = None
    current: bool = True

    @property
    def identity(self) -> str:
        """The identity of the station."""
        return self.connection.identity


class Claims:
    """The stations that a node holds.

    Args:
        node: The name of the node.
        ground: The shared objects of the node; its clock gives tokens, and the tokens
            of other nodes set it.
        listener: A function that returns the handler for the calls of a station.

    Attributes:
        held: The stations, by identity.
        taken: The number of stations that other nodes have taken over.
    """

    def __init__(
        self, node: str, ground: Ground, listener: Callable[[Held], Handler]
    ) -> None:
        self._node = node
        # Not the name of the node, because two nodes may be given the same name.
        self._instance = secrets.token_hex(4)
        self._bus = ground.bus
        self._subjects = ground.subjects
        self._clock = ground.clock
        self._spawn = ground.spawn
        self._listener = listener
        self._queued: dict[str, int] = {}
        self._untold: list[tuple[str, Held]] = []
        self._sending = False
        self.held: dict[str, Held] = {}
        self.taken = 0

    # --- Connections of this node -----------------------------------------------------

    async def opened(self, connection: Connection) -> None:
        """Hold the station of an open connection."""
        if connection.closed:
            return
        token = self._clock.tick()
        held = self.held.get(connection.identity)
        if held is None:
            held = self.held[connection.identity] = Held(connection, token)
            subject = self._subjects.call(connection.identity)
            # Subscribe before the claim, so that the node that gives way leaves no gap.
            subscription = await self._bus.hold(subject, self._listener(held))
            held.subscription = subscription
            if not held.current:
                await self._bus.release(subscription)
                return
        else:
            held.connection, held.token, held.turns = connection, token, None
        self._claim(held)
        await self._tell("connected", held)

    async def closed(self, connection: Connection, *, replaced: bool) -> None:
        """Release a station, if this connection is the one by which it is held.

        Args:
            connection: A connection that is closed, or is about to be.
            replaced: Whether the station has another connection to this node.
        """
        held = self.held.get(connection.identity)
        if held is None or held.connection is not connection or replaced:
            return
        await self.let_go(held)
        await self._tell("disconnected", held)

    async def let_go(self, held: Held) -> None:
        """Unsubscribe from the calls of a station."""
        held.current = False
        if self.held.get(held.identity) is held:
            del self.held[held.identity]
        self._queued.pop(held.identity, None)
        if held.subscription is not None:
            await self._bus.release(held.subscription)

    async def depart(self, held: Held) -> None:
        """Unsubscribe from the calls of a station, and publish that it leaves."""
        await self.let_go(held)
        await self._tell("disconnected", held)

    # --- Claims -----------------------------------------------------------------------

    async def heard(self, delivery: Delivery) -> None:
        """Handle the claims of another node, or its request to repeat claims."""
        message = unpack(delivery.data)
        if message["from"] == self._instance:
            return
        if "since" in message:
            self.claim_again(int(message["since"]))
            return
        for identity, token in message["claims"]:
            self._clock.learn(token)
            held = self.held.get(identity)
            if held is None:
                continue
            if (token, message["from"]) > (held.token, self._instance):
                await self._give_way(held, message["node"])
            else:
                self._claim(held)

    async def _give_way(self, held: Held, node: str) -> None:
        connection = held.connection
        logger.info(
            "%s: now at %s",
            printable(held.identity),
            printable(node),
            extra=about(held.identity, connection.version),
        )
        self.taken += 1
        held.current = False
        # Before the first `await`: the waiting calls may go to the other node now.
        connection.fail_calls(1008, REPLACED)
        await self.let_go(held)
        self._spawn(connection.close(1008, REPLACED, timeout=_CLOSE_TIMEOUT))

    def _claim(self, held: Held) -> None:
        self._queued[held.identity] = held.token
        if not self._sending:
            self._sending = True
            self._spawn(self._send())

    async def _send(self) -> None:
        try:
            while self._queued and self._bus.connected:
                queued, self._queued = self._queued, {}
                for page in pages([*queued.items()], _BATCH):
                    message = {**self._sender, "claims": page}
                    await self._bus.tell(self._subjects.claim, pack(message))
                await asyncio.sleep(_BATCH_PAUSE)
        finally:
            self._sending = False

    @property
    def _sender(self) -> dict[str, str]:
        return {"node": self._node, "from": self._instance}

    # --- Outages ----------------------------------------------------------------------

    def claim_again(self, since: int) -> None:
        """Repeat the claims for connections opened since a time, or shortly before."""
        for held in self.held.values():
            if held.token >= since - _MARGIN:
                self._claim(held)

    async def return_from(self, since: int) -> None:
        """Repeat claims and send kept events after an outage of the engine.

        Args:
            since: The earliest time at which it may have begun, in the time of the
                fleet.
        """
        message = {**self._sender, "since": since}
        await self._bus.tell(self._subjects.claim, pack(message))
        self.claim_again(since)
        untold, self._untold = self._untold, []
        for what, held in untold:
            await self._tell(what, held)

    async def _tell(self, what: str, held: Held) -> None:
        connection = held.connection
        event = {
            "what": what,
            "identity": held.identity,
            "node": self._node,
            "version": connection.version,
            "token": held.token,
        }
        subject = self._subjects.event(what, held.identity)
        if not await self._bus.tell(subject, pack(event)):
            if len(self._untold) < _UNTOLD:
                self._untold.append((what, held))
            else:
                logger.warning("too many stations came and went: some events are lost")


_CLOSE_TIMEOUT: Final = 5.0
