"""Nodes as processes that a test may kill, stop and resume; stations that jump."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from ocpp_messages import v16
from ocpp_rpc import Connection, OcppRpcError, Router, connect
from tests.fleet.engine import HOST, free_port
from tests.forking import LIBRARY, Program, forks
from tests.support.served import ACCEPTED

__all__ = ["Forwarder", "NodeProcess", "Walker", "walking"]


class NodeProcess:
    """A node; see `tests.fleet.program`.

    Args:
        url: That of its engine.
        fleet: The name of the fleet.
        name: The name of the node.
        log: Where it writes what it logs.
    """

    def __init__(self, url: str, fleet: str, name: str, log: Path) -> None:
        self.name = name
        self.port = free_port()
        self.url = f"ws://{HOST}:{self.port}/ocpp"
        self._arguments = (url, fleet, name, str(self.port))
        self._log = log
        self._process: Program | None = None

    async def start(self) -> None:
        process = forks(*LIBRARY).start("-m", "tests.fleet.program", *self._arguments)
        self._process = process
        async with asyncio.timeout(30):
            assert await asyncio.to_thread(process.stdout.readline) == "ready\n"

    def send(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    async def ended(self) -> int:
        assert self._process is not None
        _, logged = await asyncio.to_thread(self._process.communicate)
        with self._log.open("a") as log:
            log.write(logged)
        return self._process.wait()

    async def end(self) -> None:
        if self._process is not None:
            self.send(signal.SIGCONT)
            self.send(signal.SIGKILL)
            await self.ended()


class Forwarder:
    """A TCP connection to an engine that may be cut, so that nothing goes through.

    Attributes:
        open: Whether bytes go through; those that came meanwhile go on after that.
    """

    def __init__(self, port: int) -> None:
        self._target = port
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.open = asyncio.Event()
        self.open.set()

    async def start(self) -> str:
        self._server = await asyncio.start_server(self._take, HOST, 0)
        return f"nats://{HOST}:{self._server.sockets[0].getsockname()[1]}"

    async def _take(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        await self.open.wait()
        to_reader, to_writer = await asyncio.open_connection(HOST, self._target)
        async with asyncio.TaskGroup() as group:
            group.create_task(self._pump(reader, to_writer))
            group.create_task(self._pump(to_reader, writer))

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            while data := await reader.read(65_536):
                await self.open.wait()
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()

    async def stop(self) -> None:
        self.open.set()
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


class Walker:
    """A station that connects again, to one of several nodes, and counts.

    Attributes:
        received: The ids of the calls that have come, each with where from.
        connection: Its connection; None while it has none.
    """

    def __init__(self, identity: str) -> None:
        self.identity = identity
        self.received: list[str] = []
        self.connection: Connection | None = None
        self.delay = 0.0
        self.routes = Router()
        self.routes.add(v16.ResetRequest, self._reset)
        self.routes.add(v16.DataTransferRequest, self._transfer)

    async def _reset(self, _: v16.ResetRequest) -> v16.ResetResponse:
        self.received.append("reset")
        if self.delay:
            await asyncio.sleep(self.delay)
        return ACCEPTED

    async def _transfer(
        self, request: v16.DataTransferRequest
    ) -> v16.DataTransferResponse:
        self.received.append(str(request.data))
        if self.delay:
            await asyncio.sleep(self.delay)
        status = v16.DataTransferStatus.ACCEPTED
        return v16.DataTransferResponse(status=status, data=request.data)

    async def stay(self, urls: list[str]) -> None:
        """Stay connected, to the first of these that lets it in."""
        at = 0
        while True:
            try:
                options: dict[str, Any] = {"versions": ["1.6"], "handler": self.routes}
                async with connect(urls[at], self.identity, **options) as connection:
                    self.connection = connection
                    await connection.wait_closed()
            except (OcppRpcError, OSError):
                await asyncio.sleep(0.05)
            finally:
                self.connection = None
            at = (at + 1) % len(urls)


@asynccontextmanager
async def walking(walkers: list[Walker], *urls: str) -> AsyncGenerator[None]:
    """Let stations stay connected, each beginning at another of some URLs."""
    tasks = [
        asyncio.create_task(
            walker.stay([*urls[n % len(urls) :], *urls[: n % len(urls)]])
        )
        for n, walker in enumerate(walkers)
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
