"""A node: a server of stations that takes part in a fleet."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from types import TracebackType
from typing import Any, Final

import ocpp_messages
from ocpp_messages import Model
from ocpp_rpc.back_office.departures import Departures, check_spread
from ocpp_rpc.back_office.registry import Change
from ocpp_rpc.back_office.server import Server
from ocpp_rpc.connection.closing import check_close
from ocpp_rpc.fleet.bus import Bus, Delivery, Handler, Subscription
from ocpp_rpc.fleet.bus.subjects import Subjects
from ocpp_rpc.fleet.bus.tasks import cancelled
from ocpp_rpc.fleet.failures import FleetUnavailable
from ocpp_rpc.fleet.ground import Ground
from ocpp_rpc.fleet.members import Members
from ocpp_rpc.fleet.places import Place, holder_of
from ocpp_rpc.fleet.settings import FleetSettings
from ocpp_rpc.fleet.wire import is_state, pack, pages, unpack
from ocpp_rpc.lines import about, printable

from .carrying import Carrier
from .claims import Claims, Held
from .incoming import Publisher

__all__ = ["Node"]

logger = logging.getLogger("ocpp_rpc.fleet")

_PAGE: Final = 500
"""The greatest number of stations in one message of a list."""

_RESTARTS: Final = "the back office restarts"


class Node:
    """A server whose stations any process of a fleet can call.

    Use it as an asynchronous context manager. Within its block, the stations of the
    server are part of the fleet, including those that are already connected. At the end
    of the block, the node still answers the calls that it has taken, for at most
    `finish_within` seconds. The server continues until you close it.

    If a station connects to another node, this node closes its own connection to the
    station with 1008 as soon as the other node has announced the station. While the
    engine is unavailable, stations stay connected.

    Args:
        server: The server whose stations join the fleet.
        bus: The connection to the engine; see `ocpp_rpc.fleet.nats`.
        name: The name of the fleet.
        node: The name of this node, unique in the fleet; generated if omitted.
        publish: The classes of requests to publish for `Fleet.messages`; default: none.
            They apply to connections that are opened afterwards.
        settings: How long the processes of the fleet wait for each other.
        finish_within: The seconds that pending calls may take at the end; default: 5.

    Attributes:
        name: The name of this node.

    Raises:
        ValueError: The name of the fleet is empty, or a class is not that of a request.
    """

    def __init__(  # noqa: PLR0913
        self,
        server: Server,
        bus: Bus,
        *,
        name: str,
        node: str | None = None,
        publish: Iterable[type[Model]] = (),
        settings: FleetSettings | None = None,
        finish_within: float = 5.0,
    ) -> None:
        self.name: Final = node or _made_up_name()
        self._server = server
        self._finish_within = finish_within
        self._ground = ground = Ground(bus, Subjects(name), settings or FleetSettings())
        self._bus = bus
        self._subjects = ground.subjects
        self._clock = ground.clock
        self._members = Members(ground)
        self._members.on_return(self._peer_returned)
        self._claims = Claims(self.name, ground, self._listener)
        self._publisher = Publisher(self.name, publish, ground)
        self._carrier: Carrier | None = None
        self._subscriptions: list[Subscription] = []
        self._loops: list[asyncio.Task[None]] = []
        self._echo = 0
        self._beaten: deque[int] = deque(maxlen=16)
        self._prepared: set[str] = set()
        self._unwatch: Callable[[], object] = int
        if self._publisher.kinds:
            server.observe(self._publisher.observe)

    def __repr__(self) -> str:
        return f"<fleet.Node {printable(self.name)} {len(self._claims.held)} stations>"

    # --- Beginning and end ------------------------------------------------------------

    async def __aenter__(self) -> Node:
        """Join the fleet.

        Raises:
            FleetUnavailable: The engine cannot be reached.
        """
        if not self._bus.connected:
            raise FleetUnavailable
        self._carrier = Carrier(self.name, self._ground)
        await self._members.join()
        self._echo = self._clock.now()
        own, subjects = self._take_own, self._subjects
        for subject, handler in (
            (subjects.claim, self._claims.heard),
            (subjects.hello, self._greet),
            (subjects.beat, self._hear_echo),
            (subjects.all, self._take_all),
            (subjects.node(self.name), own),
        ):
            subscribed = await self._bus.subscribe(subject, handler)
            self._subscriptions.append(subscribed)
        self._unwatch = self._bus.watch(self._engine_changed)
        self._publisher.running = True
        await self._bus.tell(self._subjects.beat, pack(self._beat_now()))
        self._loops = [
            asyncio.create_task(self._beat()),
            asyncio.create_task(self._follow()),
        ]
        return self

    async def __aexit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        """Leave the fleet, in an orderly way."""
        self._unwatch()
        self._publisher.running = False
        await cancelled({*self._loops})
        for held in [*self._claims.held.values()]:
            await self._claims.depart(held)
        carrier = self._carrier
        assert carrier is not None
        await carrier.finish(self._finish_within)
        await self._bus.tell(self._subjects.beat, pack(self._beat_now(gone=True)))
        for subscription in self._subscriptions:
            await self._bus.release(subscription)
        await self._members.leave()
        await self._ground.end_tasks(self._finish_within)

    # --- Stations ---------------------------------------------------------------------

    @property
    def stations(self) -> int:
        """The number of stations that are connected to this node."""
        return len(self._claims.held)

    async def find(self, identity: str) -> Place | None:
        """Return the place where a station is connected; None if it is not connected.

        An `on_connect` hook can use it to refuse a station that is already connected.

        Raises:
            FleetUnavailable: The engine cannot be reached.
        """
        return await holder_of(self._ground, identity)

    async def _follow(self) -> None:
        """Hold the stations that connect to the server."""
        connections = self._server.connections
        changes = connections.changes()
        for connection in connections.values():
            await self._take_change(Change(connection, connected=True))
        async for change in changes:
            try:
                await self._take_change(change)
            except Exception:
                connection = change.connection
                logger.exception(
                    "%s: not noted in the fleet",
                    printable(connection.identity),
                    extra=about(connection.identity, connection.version),
                )

    async def _take_change(self, change: Change) -> None:
        connection = change.connection
        if change.connected:
            self._prepare(connection.version)
            await self._claims.opened(connection)
        else:
            replaced = connection.identity in self._server.connections
            await self._claims.closed(connection, replaced=replaced)

    def _prepare(self, version: str) -> None:
        """Build the models of a version in a thread, to not block the event loop."""
        if version not in self._prepared and version in ocpp_messages.VERSIONS:
            self._prepared.add(version)
            load = partial(ocpp_messages.load, version, prepare=True)
            self._ground.spawn(asyncio.to_thread(load))

    async def drain(
        self,
        per_second: float = 200.0,
        *,
        spread: float | None = None,
        code: int = 1012,
        reason: str = _RESTARTS,
    ) -> None:
        """Close all connections at a limited rate, and accept no further stations.

        Connections are closed in random order, each one after the calls to its station
        that this node has taken are answered. New calls go to the other nodes. Returns
        when all connections are closed.

        Args:
            per_second: The number of connections to close per second; default: 200. The
                other nodes must be able to accept the stations at this rate.
            spread: The seconds over which to close all connections, in place of a rate.
            code: The close code; default: 1012 (service restart).
            reason: The close reason; default: "the back office restarts".

        Raises:
            ValueError: `per_second` is not positive, `spread` is not a valid number of
                seconds, or `code` or `reason` cannot be sent.
        """
        if per_second <= 0:
            raise ValueError("per_second must be more than 0")
        check_close(code, reason)
        check_spread(spread or 0.0)
        self._server.stop_admitting()
        leaving: list[asyncio.Task[Any]] = []
        everyone = {held.connection: held for held in self._claims.held.values()}
        seconds = len(everyone) / per_second if spread is None else spread
        async for connection in Departures([*everyone], seconds, None).turns():
            leave = self._leave(everyone[connection], code, reason)
            leaving.append(self._ground.spawn(leave))
        await asyncio.gather(*leaving)

    async def _leave(self, held: Held, code: int, reason: str) -> None:
        assert self._carrier is not None
        if held.current:
            await self._claims.depart(held)
        await self._carrier.settled(held, self._finish_within)
        await held.connection.close(code, reason, timeout=self._finish_within)

    # --- Messages ---------------------------------------------------------------------

    def _listener(self, held: Held) -> Handler:
        assert self._carrier is not None
        return partial(self._carrier.take, held)

    async def _take_own(self, delivery: Delivery) -> None:
        assert self._carrier is not None
        await self._carrier.take(None, delivery)

    async def _take_all(self, delivery: Delivery) -> None:
        """Answer a question to all nodes: their stations, or the state of a call."""
        question = unpack(delivery.data)
        if "probe" in question:
            assert self._carrier is not None
            state = self._carrier.state_of(question["probe"], question["until"])
            await self._bus.tell(delivery.reply, pack(self._state(state)))
            return
        prefix = str(question.get("prefix", ""))
        rows = [
            [identity, held.connection.version]
            for identity, held in self._claims.held.items()
            if identity.startswith(prefix)
        ]
        parts = pages(rows, _PAGE)
        for number, page in enumerate(parts, 1):
            last = number == len(parts)
            answer = {"node": self.name, "stations": page, "last": last}
            await self._bus.tell(delivery.reply, pack(answer))

    def _state(self, state: bytes) -> dict[str, Any]:
        """Return the state of a call as an answer to a question to all nodes."""
        if is_state(state):
            return unpack(state)
        return {"state": "answered", "node": self.name, "answer": state.decode()}

    # --- Beats ------------------------------------------------------------------------

    def _beat_now(self, *, gone: bool = False) -> dict[str, Any]:
        self._beaten.append(now := self._clock.tick())
        beat: dict[str, Any] = {
            "node": self.name,
            "now": now,
            "stations": len(self._claims.held),
            "peers": [peer for peer in self._members.peers if peer != self.name],
        }
        return {**beat, "gone": True} if gone else beat

    async def _greet(self, delivery: Delivery) -> None:
        self._clock.learn(int(unpack(delivery.data)["now"]))
        await self._bus.tell(delivery.reply, pack(self._beat_now()))

    async def _beat(self) -> None:
        assert self._carrier is not None
        while True:
            await asyncio.sleep(self._ground.settings.beat)
            await self._bus.tell(self._subjects.beat, pack(self._beat_now()))
            self._carrier.forget()

    async def _hear_echo(self, delivery: Delivery) -> None:
        """Note the time: a beat of this node has come back, so the engine works."""
        beat = unpack(delivery.data)
        if beat["node"] != self.name:
            return
        if beat["now"] in self._beaten:
            self._echo = int(beat["now"])
        elif not beat.get("gone"):
            logger.error("another node also has the name %s", printable(self.name))

    def _engine_changed(self, connected: bool) -> None:
        if connected:
            self._ground.spawn(self._return())

    def _peer_returned(self, silence: float) -> None:
        """Repeat the claims that another node may have missed during its silence."""
        self._claims.claim_again(self._clock.now() - int(silence * 1e6))

    async def _return(self) -> None:
        # First learn the time, because the claims that follow are compared by it.
        since = self._echo
        await self._members.hello()
        await self._claims.return_from(since)
        await self._bus.tell(self._subjects.beat, pack(self._beat_now()))


def _made_up_name() -> str:
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(2)}"
