"""A console in Chromium: a back office that listens, in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import threading
from collections.abc import Coroutine, Generator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import uvicorn

import ocpp_rpc
from ocpp_rpc import console, testing
from ocpp_rpc.simulator import back_office_for
from tests.console.world import VERSIONS, silent

__all__ = ["AXE", "CHROMIUM", "Site", "missing", "site"]

ResultT = TypeVar("ResultT")

CHROMIUM: Final = shutil.which("chromium")
AXE: Final = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


def missing() -> str:
    """Return what is not installed and needed; nothing if all is there."""
    if CHROMIUM is None:
        return "Chromium is not installed"
    if not AXE.is_file():
        return "npm package axe-core not installed: run npm ci in tests/console"
    return ""


class _Web(uvicorn.Server):
    """A web server that leaves signals to the tests."""

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Capture none."""
        yield


class Site:
    """A back office with a console, at a URL; chargers connect in memory.

    Attributes:
        url: The URL of the console.
        server: The server of the chargers.
        net: What these connect over.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._stack = contextlib.AsyncExitStack()
        self._web: _Web | None = None
        self._serving: asyncio.Task[None] | None = None
        self.url = ""
        self.server: Any = None
        self.net = testing.network()

    def run(self, work: Coroutine[Any, Any, ResultT]) -> ResultT:
        """Do something in the thread of the back office."""
        done: Future[ResultT] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return done.result(20)

    async def start(self, port: int = 0) -> None:
        """Listen; at the same port, if it was stopped."""
        self.server = ocpp_rpc.Server(_handler, versions=VERSIONS)
        await self.server.__aenter__()
        app = console.app(self.server, send=console.EVERY_ACTION)
        await self.server.listen("office", 80, transport=self.net)
        listening = socket.create_server(("127.0.0.1", port))
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        config = uvicorn.Config(app, log_level="critical", lifespan="off")
        self._web = _Web(config)
        self._end = app.state.end
        self._serving = asyncio.create_task(self._web.serve([listening]))

    async def stop(self) -> None:
        """Let everybody go, and listen no more."""
        assert self._web is not None
        assert self._serving is not None
        await self._stack.aclose()
        self._end()
        self._web.should_exit = True
        await self._serving
        await self.server.close()

    async def enter(self, identity: str, version: str, handler: Any = None) -> Any:
        """Connect a charger, until the site ends."""
        connecting = ocpp_rpc.connect(
            "ws://office/ocpp",
            identity,
            versions=[version],
            handler=handler,
            transport=self.net,
        )
        return await self._stack.enter_async_context(connecting)

    async def raw(self, identity: str, version: str) -> Any:
        """Connect what sends any text, until the site ends: a transport."""
        transport, _ = await self.net.dial(
            f"ws://office/ocpp/{identity}",
            subprotocols=[f"ocpp{version}"],
            headers={},
            ssl=None,
            settings=ocpp_rpc.WebSocketSettings(),
        )
        self._stack.push_async_callback(transport.close, 1000, "")
        return transport

    def connect(self, identity: str, version: str, handler: Any = None) -> Any:
        """Do the same, from the thread of the test."""
        return self.run(self.enter(identity, version, handler))


_CROWD: Final = ocpp_rpc.Router()
"""What answers the chargers of a crowd: to make a back office for each takes long."""


def _handler(connection: ocpp_rpc.BackOfficeConnection) -> ocpp_rpc.Router:
    if connection.identity.startswith("CROWD"):
        return _CROWD
    return back_office_for(connection, silent).routes


@contextmanager
def site() -> Generator[Site]:
    """Run a site in a thread of its own: the tests of browsers wait in this one."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    opened = Site(loop)
    try:
        opened.run(opened.start())
        yield opened
        opened.run(opened.stop())
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
