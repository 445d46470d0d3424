"""A relay between chargers and back offices, on networks without sockets."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, cast

from ocpp_rpc import Settings, WebSocketSettings
from ocpp_rpc.relay import Charger, Relay, Upstream
from ocpp_rpc.testing import VirtualClock, network
from ocpp_rpc.transports import (
    BinaryTransport,
    Failure,
    HandshakeRequest,
    HttpAnswer,
    Peer,
    Transport,
    TransportClosed,
)
from ocpp_rpc.transports.memory import MemoryTransport

__all__ = ["BEAT", "CALL", "UNPINGED", "End", "Office", "Scene"]

UNPINGED: Final = WebSocketSettings(ping_interval=None)

BEAT: Final = '[2,"1","Heartbeat",{}]'
CALL: Final = '[2,"1","Reset",{"type":"Soft"}]'


class End:
    """A raw end of a WebSocket: texts in, texts out."""

    def __init__(self, transport: Transport, released: asyncio.Event | None = None):
        self.transport = transport
        self._released = released or asyncio.Event()

    async def send(self, message: str | bytes) -> None:
        if isinstance(message, str):
            await self.transport.send(message)
        else:
            await cast(BinaryTransport, self.transport).send_bytes(message)

    async def recv(self) -> str | bytes:
        return await self.transport.recv()

    async def closed(self) -> tuple[int, str]:
        """Return how it was closed, once everything is read."""
        try:
            while True:
                await self.transport.recv()
        except TransportClosed as end:
            self._released.set()
            return end.code, end.reason

    async def close(self, code: int = 1000, reason: str = "") -> None:
        await self.transport.close(code, reason)
        self._released.set()

    def cut(self) -> None:
        self.transport.abort()
        self._released.set()

    def release(self) -> None:
        """Let the listener close it."""
        self._released.set()


@dataclass
class Office:
    """A back office that answers nothing by itself; a test has its ends.

    Attributes:
        requests: What it was asked to open.
        chooses: The subprotocol that it chooses; None: the first one that is offered.
        answer: What it answers in place of a WebSocket.
        pause: What it waits for before it answers.
        asked: Set when it is asked.
        left: Set when whoever has asked is gone before there was an answer.
        ends: What is open, in the order of coming.
    """

    requests: list[HandshakeRequest] = field(default_factory=list[HandshakeRequest])
    chooses: str | None = ""
    answer: HttpAnswer | None = None
    pause: asyncio.Event | None = None
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    ends: asyncio.Queue[End] = field(default_factory=asyncio.Queue[End])
    opened: list[End] = field(default_factory=list[End])

    async def admit(self, request: HandshakeRequest) -> Any:
        self.requests.append(request)
        self.asked.set()
        if self.pause is not None:
            try:
                await self.pause.wait()
            except asyncio.CancelledError:
                self.left.set()
                raise
        if self.answer is not None:
            return self.answer
        offers = request.headers.get("sec-websocket-protocol", "")
        first = offers.split(",")[0].strip() or None
        return _Admission(first if self.chooses == "" else self.chooses, self)

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        raise AssertionError(reason)


@dataclass
class _Admission:
    subprotocol: str | None
    office: Office
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    async def serve(self, transport: Transport) -> None:
        released = asyncio.Event()
        end = End(transport, released)
        self.office.opened.append(end)
        self.office.ends.put_nowait(end)
        await released.wait()


class Scene:
    """A relay at `relay`, on one network, and a back office at `csms`, on another."""

    def __init__(self, upstream: Upstream = "ws://csms/ocpp", **options: Any) -> None:
        self.clock = VirtualClock()
        self.near, self.far = network(self.clock), network(self.clock)
        self.office = Office()
        self._stack = AsyncExitStack()
        self._opened: list[End] = []
        options.setdefault("settings", Settings(clock=self.clock))
        options.setdefault("websocket", UNPINGED)
        self.relay = Relay(upstream, transport=self.far, **options)

    async def __aenter__(self) -> Scene:
        await self.listen_at("csms", self.office)
        await self._stack.enter_async_context(self.relay)
        await self.relay.listen("relay", 80, transport=self.near)
        return self

    async def __aexit__(
        self,
        _type: type[BaseException] | None,
        error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        for end in self._opened:
            end.cut()
        for end in self.office.opened:
            end.cut()
        await self.clock.until(self._stack.aclose())

    def opened(self, end: End) -> None:
        """Have an end cut when the scene is over."""
        self._opened.append(end)

    async def listen_at(self, host: str, office: Office) -> None:
        listener = await self.far.listen(office, host, 80, ssl=None, settings=UNPINGED)
        self._stack.callback(listener.stop)

    async def dial(
        self,
        identity: str = "CP001",
        *,
        offers: Sequence[str] = ("ocpp1.6",),
        headers: Mapping[str, str] | None = None,
        path: str = "/ocpp/",
    ) -> tuple[MemoryTransport, str | None]:
        """Connect as a charger does."""
        return await self.near.dial(
            f"ws://relay{path}{identity}",
            subprotocols=offers,
            headers=headers or {},
            ssl=None,
            settings=UNPINGED,
        )

    async def pair(
        self, identity: str = "CP001", **options: Any
    ) -> tuple[End, End, Charger]:
        """Return both ends of a charger that is connected, and the charger."""
        transport, _ = await self.dial(identity, **options)
        office = await self.office.ends.get()
        await self.settle()
        charger = End(transport)
        self._opened += [charger, office]
        return charger, office, self.relay.chargers[identity]

    async def settle(self) -> None:
        """Let everything run that can."""
        await self.clock.pass_time(0)
