"""A back office with a console, and chargers, over a network without sockets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Container, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final, cast
from urllib.parse import quote

import httpx2
from starlette.applications import Starlette

import ocpp_rpc
from ocpp_rpc import console, testing
from ocpp_rpc.console.feeds import Feeds
from ocpp_rpc.simulator import back_office_for

__all__ = ["Browser", "World", "silent", "world"]

VERSIONS: Final = ("1.5", "1.6", "2.0", "2.0.1", "2.1")
QUICK: Final = console.ConsoleSettings(per_second=1000)


def silent(*_: object) -> None:
    """Be a narrator who tells nothing."""


@dataclass
class Browser:
    """An event stream that a browser holds open, as an ASGI server sees it.

    Attributes:
        known: The rows of the chargers, by identity.
        detail: The charger that is watched.
        frames: Its frames.
        missed: How many of these were dropped.
        refusals: Who was turned away.
        resets: How often it was told to forget everything.
        empty: How many messages had nothing new.
    """

    app: Starlette
    identity: str | None = None
    known: dict[str, Any] = field(default_factory=dict[str, Any])
    detail: Any = None
    frames: list[Any] = field(default_factory=list[Any])
    missed: int = 0
    refusals: list[Any] = field(default_factory=list[Any])
    resets: int = 0
    empty: int = 0

    def __post_init__(self) -> None:
        self.reading = asyncio.Event()
        self.reading.set()
        self._gone = asyncio.Event()
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.status = 0
        self.text = ""

    async def open(self) -> None:
        query = (
            "" if self.identity is None else httpx2.QueryParams(identity=self.identity)
        )
        scope: dict[str, Any] = {
            "type": "http",
            "method": "GET",
            "path": "/api/events",
            "headers": [],
            "query_string": str(query).encode(),
        }
        self._task = asyncio.create_task(self.app(scope, self._receive, self._send))

    async def close(self) -> None:
        self._gone.set()
        if self._task is not None:
            await self._task

    async def ended(self) -> None:
        """Wait until the server ends the stream."""
        assert self._task is not None
        await asyncio.wait_for(self._task, 5)

    async def wait_for(self, found: Callable[[Browser], object]) -> None:
        """Wait until something is known; `found` tells whether it is."""
        async with asyncio.timeout(5):
            while not found(self):
                self._news.clear()
                await self._news.wait()

    async def _receive(self) -> Any:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        await self.reading.wait()
        self.status = message.get("status", self.status)
        self.text += message.get("body", b"").decode("ascii")
        *whole, self.text = self.text.split("\n\n")
        for each in whole:
            if each.startswith("data: "):
                self._take(json.loads(each.removeprefix("data: ")))
        self._news.set()

    def _take(self, news: Mapping[str, Any]) -> None:
        self.empty += not news
        if news.get("reset"):
            self.known, self.resets = {}, self.resets + 1
        self.known |= {each["identity"]: each for each in news.get("chargers", ())}
        for identity in news.get("forgotten", ()):
            self.known.pop(identity, None)
        self.detail = news.get("detail", self.detail)
        self.refusals = news.get("refusals", self.refusals)
        self.missed += news.get("missed", 0)
        self.frames += news.get("frames", ())


class World:
    """A back office, its console, and what looks at it."""

    def __init__(
        self, server: ocpp_rpc.Server, app: Starlette, net: testing.Network
    ) -> None:
        self.server = server
        self.app = app
        self.net = net
        self._stack = AsyncExitStack()
        transport = httpx2.ASGITransport(app)
        self.http = httpx2.AsyncClient(transport=transport, base_url="http://console")

    async def __aenter__(self) -> World:
        await self._stack.enter_async_context(self.http)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def charger(
        self, identity: str = "CP1", version: str = "1.6", handler: Any = None
    ) -> Any:
        """Connect a charger, which leaves at the end if it has not yet."""
        connecting = ocpp_rpc.connect(
            "ws://office/ocpp",
            identity,
            versions=[version],
            handler=handler,
            transport=self.net,
        )
        return await self._stack.enter_async_context(connecting)

    async def raw(self, identity: str = "CP1", version: str = "1.6") -> Any:
        """Connect what sends any text: a transport, which is closed at the end."""
        transport, _ = await self.net.dial(
            f"ws://office/ocpp/{quote(identity, safe='')}",
            subprotocols=[f"ocpp{version}"],
            headers={},
            ssl=None,
            settings=ocpp_rpc.WebSocketSettings(),
        )
        self._stack.push_async_callback(transport.close, 1000, "")
        return transport

    async def browser(self, identity: str | None = None) -> Browser:
        """Open an event stream, which is closed at the end if it was not."""
        opened = Browser(self.app, identity)
        await opened.open()
        self._stack.push_async_callback(opened.close)
        return opened

    @property
    def feeds(self) -> Feeds:
        """The browsers that follow."""
        return cast(Feeds, self.app.state.end.__self__)

    async def get(self, path: str, **parameters: str) -> httpx2.Response:
        return await self.http.get(path, params=parameters)

    async def call(
        self, action: str, payload: Any, identity: str = "CP1", version: str = "1.6"
    ) -> httpx2.Response:
        """Send what a form sends."""
        ask = {"identity": identity, "version": version}
        return await self.http.post(
            "/api/call", json={**ask, "action": action, "payload": payload}
        )


@asynccontextmanager
async def world(
    send: Container[str] = frozenset(),
    settings: console.ConsoleSettings = QUICK,
    server: ocpp_rpc.Settings | None = None,
) -> AsyncGenerator[World]:
    """Open a back office with a console."""
    net = testing.network()

    def handler(connection: ocpp_rpc.BackOfficeConnection) -> ocpp_rpc.Router:
        return back_office_for(connection, silent).routes

    async with ocpp_rpc.Server(handler, versions=VERSIONS, settings=server) as office:
        app = console.app(office, send=send, settings=settings)
        await office.listen("office", 80, transport=net)
        async with World(office, app, net) as opened:
            yield opened
