"""A back office of any version beside the chargers of a test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast

import ocpp_messages
import ocpp_rpc
from ocpp_messages import Model, Request
from ocpp_rpc import Connection, ErrorCode, Event, OcppError, Router, Server
from ocpp_rpc.protocol.events import CallReceived
from ocpp_rpc.simulator import BackOffice, Session, back_office_for, connected
from ocpp_rpc.station import Connecting
from ocpp_rpc.testing import network
from ocpp_rpc.transports import Library

__all__ = ["QUICK", "Office", "office"]

QUICK = ocpp_rpc.BackOff(retry_back_off_wait_minimum=0, retry_back_off_random_range=0)


def refuse(_: Model) -> Model:
    """Answer NotSupported."""
    raise OcppError(ErrorCode.NOT_SUPPORTED)


class Office:
    """The back office of the simulator, with a memory.

    Args:
        version: The version it speaks at first.
        transport: What chargers come over.

    Attributes:
        version: The version it speaks from the next connection on.
        transport: What chargers come over.
        refusals: How many connections are refused first.
        unsupported: The actions that are answered NotSupported.
        handshakes: What the chargers have asked for when they connected.
        received: The requests of the chargers.
        offices: What has answered them, one for each connection.
    """

    def __init__(self, version: str, transport: str | Library = "websockets") -> None:
        self.version = version
        self.transport = transport
        self.handshakes: list[ocpp_rpc.Handshake] = []
        self.received: list[Any] = []
        self.refusals = 0
        self.unsupported: Sequence[str] = ()
        self.offices: list[BackOffice] = []
        self._news = asyncio.Event()
        self.server: Server | None = None

    @property
    def url(self) -> str:
        assert self.server is not None
        return f"ws://127.0.0.1:{self.server.port}/ocpp"

    @property
    def actions(self) -> list[str]:
        return [type(each).__name__.removesuffix("Request") for each in self.received]

    @property
    def transactions(self) -> Sequence[Any]:
        """The ids of the transactions that run."""
        return self.offices[-1].transactions

    def let_in(self, handshake: ocpp_rpc.Handshake) -> ocpp_rpc.Accept:
        """Decide about a charger."""
        self.handshakes.append(handshake)
        self.refusals -= 1
        if self.refusals >= 0:
            raise ocpp_rpc.HandshakeRefused(503)
        return ocpp_rpc.Accept(versions=[self.version])

    def admit(self, connection: Connection) -> Router:
        """Return what answers a charger."""
        self.offices.append(back_office_for(connection))
        routes = Router()
        for action in self.unsupported:
            routes.add(connection.package.PROCEDURES[action].request, refuse)
        routes.include(self.offices[-1].routes)
        return routes

    def observe(self, event: Event, _: Connection) -> None:
        if isinstance(event, CallReceived):
            self.received.append(event.request)
            self._news.set()

    async def has_received(self, action: str, times: int = 1) -> Any:
        """Wait for a request, and return the last one of its kind."""
        async with asyncio.timeout(20):
            while self.actions.count(action) < times:
                self._news.clear()
                await self._news.wait()
        named = zip(self.received, self.actions, strict=True)
        return [request for request, name in named if name == action][-1]

    async def call(self, action: str, **payload: Any) -> Any:
        """Call the charger CP1."""
        assert self.server is not None
        package = ocpp_messages.load(self.version)
        message: Model = package.from_jsonable(
            package.PROCEDURES[action].request, payload
        )
        connection = self.server.connections["CP1"]
        return await connection.call(cast(Request[Any], message))

    async def close(self) -> None:
        """Cut the charger CP1 off."""
        assert self.server is not None
        await self.server.connections["CP1"].close(1001, "closing time")

    def connecting(self, *versions: str) -> Connecting:
        """Return what connects the charger CP1, again without a pause."""
        return ocpp_rpc.connect(
            self.url,
            "CP1",
            versions=versions or [self.version],
            transport=self.transport,
            back_off=QUICK,
        )

    async def hold(self, session: Session, *versions: str) -> None:
        """Let the charger CP1 hold a session."""
        async with asyncio.timeout(20), connected(self.connecting(*versions)) as one:
            await session(one)

    @asynccontextmanager
    async def open(self) -> AsyncGenerator[None]:
        """Let chargers in."""
        async with ocpp_rpc.serve(
            self.admit,
            "127.0.0.1",
            0,
            versions=ocpp_messages.VERSIONS,
            transport=self.transport,
            on_connect=self.let_in,
            settings=ocpp_rpc.Settings(observer=self.observe),
        ) as self.server:
            yield


@asynccontextmanager
async def office(version: str) -> AsyncGenerator[Office]:
    """Open a back office on a network of its own, without sockets."""
    opened = Office(version, network())
    async with opened.open():
        yield opened
