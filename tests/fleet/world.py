"""A fleet for tests: nodes, stations that connect to them, operators."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote
from uuid import uuid4

from ocpp_messages import v16
from ocpp_rpc import (
    Connection,
    Router,
    Server,
    Settings,
    WebSocketSettings,
    connect,
    fleet,
    testing,
)
from tests.support.served import ACCEPTED, heartbeats

__all__ = ["Site", "World", "accepting", "following", "inside", "soon"]


@dataclass(eq=False)
class Site:
    """A node and its server."""

    server: Server
    node: fleet.Node
    bus: fleet.Bus

    @property
    def identities(self) -> list[str]:
        return list(self.server.connections)


class World:
    """A fleet of its own, over one engine.

    Attributes:
        name: The name of the fleet.
        open_bus: Opens a bus over that engine.
        net: What stations connect over.
        operator: An operator, once `operate` was called.
    """

    def __init__(self, open_bus: Callable[[], Awaitable[fleet.Bus]]) -> None:
        self.name = f"t{uuid4().hex[:8]}"
        self.net = testing.network()
        self.open_bus = open_bus
        self._stack = AsyncExitStack()
        self.bus: fleet.Bus

    async def __aenter__(self) -> Self:
        self.bus = await self.open_bus()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def node(
        self,
        host: str = "a",
        *,
        versions: Sequence[Any] = ("1.6",),
        routes: Router | None = None,
        on_connect: Any = None,
        connection: Settings | None = None,
        wall: Callable[[], float] = time.time,
        **options: Any,
    ) -> Site:
        """Begin a node at a host of the network, which is its name as well.

        Args:
            host: The host.
            versions: Those of its server.
            routes: Those of its server.
            on_connect: The hook of its server.
            connection: The settings of its connections.
            wall: The clock of its machine.
            options: Those of the node.
        """
        bus = await self.open_bus()
        server = Server(
            routes or heartbeats(),
            versions=versions,
            settings=connection,
            on_connect=on_connect,
        )
        await self._stack.enter_async_context(server)
        node = fleet.Node(server, bus, name=self.name, node=host, **options)
        inside(node)._clock._wall = wall
        await self._stack.enter_async_context(node)
        await server.listen(host, 80, transport=self.net)
        return Site(server, node, bus)

    async def operator(self, **options: Any) -> fleet.Fleet:
        bus = await self.open_bus()
        chargers = fleet.Fleet(bus, name=self.name, **options)
        return await self._stack.enter_async_context(chargers)

    async def raw(self, host: str, identity: str, version: str = "1.6") -> Any:
        """Connect a station that says what a test tells it; return its transport."""
        transport, subprotocol = await self.net.dial(
            f"ws://{host}/ocpp/{quote(identity, safe='')}",
            subprotocols=[f"ocpp{version}"],
            headers={},
            ssl=None,
            settings=WebSocketSettings(),
        )
        assert subprotocol == f"ocpp{version}"
        await self.held(host, identity)
        return transport

    async def held(self, host: str, identity: str) -> None:
        """Wait until a node holds a station."""
        async with fleet.Fleet(self.bus, name=self.name) as asking:
            place = await asking.find(identity)
            while place is None or place.node != host:
                await asyncio.sleep(0.005)
                place = await asking.find(identity)

    async def station(
        self,
        host: str = "a",
        identity: str = "CP001",
        handler: Any = None,
        *,
        version: Any = "1.6",
    ) -> Connection:
        """Connect a station, and wait until its node holds it."""
        station = await self._stack.enter_async_context(
            connect(
                f"ws://{host}/ocpp",
                identity,
                versions=[version],
                handler=handler or accepting(),
                transport=self.net,
            )
        )
        await self.held(host, identity)
        return station


def inside(thing: object) -> Any:
    """Return something whose private parts a test looks at."""
    return thing


def accepting(received: list[str] | None = None) -> Router:
    """Routes of a station that accepts a reset."""
    routes = Router()

    def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        if received is not None:
            received.append("reset")
        return ACCEPTED

    routes.add(v16.ResetRequest, reset)
    return routes


async def soon(condition: Callable[[], object], within: float = 5.0) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110 - many things tell nobody
            await asyncio.sleep(0.005)


@asynccontextmanager
async def following(many: Any) -> AsyncGenerator[list[Any]]:
    """Take what comes, in the background."""
    taken: list[Any] = []

    async def follow() -> None:
        async with aclosing(aiter(many)) as items:
            async for item in items:
                taken.append(item)  # noqa: PERF401 - it is looked at meanwhile

    task = asyncio.create_task(follow())
    await asyncio.sleep(0.05)
    try:
        yield taken
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
