"""A fleet for tests: nodes, stations that connect to them, operators."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Self
from uuid import uuid4

from ocpp_messages import v16
from ocpp_rpc import Connection, Router, Server, Settings, connect, fleet, testing
from tests.support.served import ACCEPTED, heartbeats

__all__ = ["Site", "World", "accepting", "soon"]


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
        net: What stations connect over.
        operator: An operator, once `operate` was called.
    """

    def __init__(self, open_bus: Callable[[], Awaitable[fleet.Bus]]) -> None:
        self.name = f"t{uuid4().hex[:8]}"
        self.net = testing.network()
        self._open_bus = open_bus
        self._stack = AsyncExitStack()
        self.bus: fleet.Bus

    async def __aenter__(self) -> Self:
        self.bus = await self._open_bus()
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
        **options: Any,
    ) -> Site:
        """Begin a node at a host of the network, which is its name as well."""
        bus = await self._open_bus()
        server = Server(
            routes or heartbeats(),
            versions=versions,
            settings=connection,
            on_connect=on_connect,
        )
        await self._stack.enter_async_context(server)
        node = fleet.Node(server, bus, name=self.name, node=host, **options)
        await self._stack.enter_async_context(node)
        await server.listen(host, 80, transport=self.net)
        return Site(server, node, bus)

    async def operator(self, **options: Any) -> fleet.Fleet:
        bus = await self._open_bus()
        chargers = fleet.Fleet(bus, name=self.name, **options)
        return await self._stack.enter_async_context(chargers)

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
        async with fleet.Fleet(self.bus, name=self.name) as asking:
            place = await asking.find(identity)
            while place is None or place.node != host:
                await asyncio.sleep(0.005)
                place = await asking.find(identity)
        return station


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
