"""Which stations a node holds, and who wins when two nodes hold the same one.

A node holds a station by listening at the subject of its calls, in a queue group, so
that of two holders one is asked. There is no registry that could be wrong: a node that
dies holds nothing, since the engine drops its subscriptions.

Two nodes hold one station when its old connection is half open and it has come back at
another node. The newest connection wins:

1. A connection opens: the node takes a token, listens, then claims, then tells of it.
   In this order, calls reach either of the two nodes at any moment.
2. A claim is heard for a station that is held here. Its token is higher: this
   connection is the old one, so the node listens no longer, fails the calls that wait,
   and closes it with 1008. It is lower: the node claims again, so that the other one
   gives way.
3. A connection closes: the node listens no longer, if that connection is still the one
   it holds. An old one that ends late touches nothing.
4. After an outage of the engine, claims may have been lost. A node claims again what
   was opened meanwhile, and asks the others to do the same.

Claims wait a moment for others, and go out together.
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
"""How many seconds claims wait for others, after the last batch."""

_BATCH: Final = 500
"""How many claims one message has at most."""

_MARGIN: Final = 5_000_000
"""How much longer than it seems an outage may have been, in microseconds."""

_UNTOLD: Final = 100_000
"""How many events are kept while the engine is away."""


@dataclass(slots=True, eq=False)
class Held:
    """A station that this node holds.

    Attributes:
        connection: Its newest connection here.
        token: When that was opened, in the time of the fleet.
        subscription: What hears the calls of the station.
        turns: Lets as many calls go on at once as the connection allows; made when
            there is a call.
        current: Whether the node still holds it.
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
        ground: What the node stands on; its clock gives tokens, and learns the time
            from those of others.
        listener: Returns what takes the calls of a station.

    Attributes:
        held: The stations, by identity.
        taken: How many were taken over by other nodes.
    """

    def __init__(
        self, node: str, ground: Ground, listener: Callable[[Held], Handler]
    ) -> None:
        self._node = node
        # Not by its name, which somebody may give to two nodes.
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
        """Hold the station of a connection that is open."""
        if connection.closed:
            return
        token = self._clock.tick()
        held = self.held.get(connection.identity)
        if held is None:
            held = self.held[connection.identity] = Held(connection, token)
            subject = self._subjects.call(connection.identity)
            # Listen before claiming: the one who gives way then leaves no gap.
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
        """Hold a station no longer, if that connection is the one that is held.

        Args:
            connection: It is closed, or about to be.
            replaced: Whether the station has another one here.
        """
        held = self.held.get(connection.identity)
        if held is None or held.connection is not connection or replaced:
            return
        await self.let_go(held)
        await self._tell("disconnected", held)

    async def let_go(self, held: Held) -> None:
        """Hear the calls of a station no longer."""
        held.current = False
        if self.held.get(held.identity) is held:
            del self.held[held.identity]
        self._queued.pop(held.identity, None)
        if held.subscription is not None:
            await self._bus.release(held.subscription)

    async def depart(self, held: Held) -> None:
        """Hear the calls of a station no longer, and tell that it is going."""
        await self.let_go(held)
        await self._tell("disconnected", held)

    # --- Claims -----------------------------------------------------------------------

    async def heard(self, delivery: Delivery) -> None:
        """Take the claims of another node, or its request to claim again."""
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
        # Before anything is awaited: the calls that wait may go to the other node now.
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
        """Claim again what was opened since a time, or shortly before."""
        for held in self.held.values():
            if held.token >= since - _MARGIN:
                self._claim(held)

    async def return_from(self, since: int) -> None:
        """Make good an outage of the engine.

        Args:
            since: When it may have begun, in the time of the fleet.
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
