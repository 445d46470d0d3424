"""The good chargers of a soak.

    python benchmarks/soaking/chargers.py PORT COUNT SECONDS --ledger FILE

Each boots, calls, answers, and drops its connection after a while, this way or that, to
come back at once; for so many seconds. The program then tells how it went.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import time
from array import array
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

import ocpp_rpc
from benchmarks.processes import CLIENTS, raise_limits, say
from benchmarks.soaking.ledger import Ledger
from benchmarks.soaking.messages import (
    FROM_CHARGERS,
    VERSIONS,
    message,
    routes,
    stream,
)
from benchmarks.soaking.office import PASSWORD
from benchmarks.soaking.remains import Remains, rss, watch_logs
from ocpp_messages import load
from ocpp_rpc.observing import observers
from ocpp_rpc.protocol import CallSucceeded

LIFE = (8.0, 30.0)
"""Seconds that a connection lasts."""
PAUSE = 2.0
"""Seconds between calls, on average; as many between Heartbeats."""
WARM = 10.0
"""Seconds until latencies count."""
FROZEN = 15.0
"""Seconds until a connection that is half open is closed, unless the server did so."""
EXPECTED = {1000, 1006, 1008}
"""How connections may end: as the charger wants it, or replaced by its next one."""


class Forwarder:
    """A network between a charger and the server, which may stop without a word."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._server: asyncio.Server | None = None
        self._pumps: list[asyncio.Task[None]] = []
        self._writers: list[asyncio.StreamWriter] = []

    async def listen(self) -> int:
        """Listen at a port, which this returns."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def _accept(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        assert self._server is not None
        self._server.close()
        there, to_there = await asyncio.open_connection("127.0.0.1", self._port)
        self._writers += [writer, to_there]
        self._pumps += [
            asyncio.create_task(self._pump(reader, to_there)),
            asyncio.create_task(self._pump(there, writer)),
        ]

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with suppress(OSError):
            while data := await reader.read(2**16):
                writer.write(data)
                await writer.drain()
        writer.close()

    def freeze(self) -> None:
        """Let nothing pass any more; nobody is told."""
        for pump in self._pumps:
            pump.cancel()

    async def close(self) -> None:
        """Close everything."""
        if self._server is not None:
            self._server.close()
        self.freeze()
        await asyncio.gather(*self._pumps, return_exceptions=True)
        for writer in self._writers:
            writer.transport.abort()


class Fleet:
    """All chargers.

    Attributes:
        latencies: Seconds from writing each Heartbeat to its answer, but for those
            while all come, and the messages of each version are used first, and those
            while all go.
        sessions: How many connections were opened, by how they were dropped.
        failures: How often a connection could not be opened, or was lost, and how.
    """

    def __init__(self, port: int, ledger: Ledger, end: float) -> None:
        self.port = port
        self.ledger = ledger
        self.end = end
        self.latencies = array("d")
        self._warm = time.monotonic() + WARM
        self.sessions: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.frozen: set[asyncio.Task[None]] = set()
        self.settings = ocpp_rpc.Settings(
            observer=observers(ledger.observe, self._time),
            new_id=ledger.new_id,
            close_timeout=5.0,
        )
        self.routes = routes(ledger, "charger")

    def _time(self, event: ocpp_rpc.Event, _: ocpp_rpc.Connection) -> None:
        if not self._warm < time.monotonic() < self.end:
            return
        if isinstance(event, CallSucceeded) and event.procedure.action == "Heartbeat":
            self.latencies.append(event.duration)

    def keep_frozen(self, forwarder: Forwarder) -> None:
        """Keep a connection half open for a while."""
        task = asyncio.create_task(self._thaw(forwarder))
        self.frozen.add(task)
        task.add_done_callback(self.frozen.discard)

    async def _thaw(self, forwarder: Forwarder) -> None:
        await asyncio.sleep(FROZEN)
        await forwarder.close()


class Charger:
    """One charger."""

    def __init__(self, number: int, fleet: Fleet) -> None:
        self._fleet = fleet
        self._random = random.Random(number)
        self._identity = f"CP{number:04}"
        self._version = VERSIONS[number % len(VERSIONS)]
        self._transport = CLIENTS[number // len(VERSIONS) % len(CLIENTS)]
        self._ways = {
            "close": self._close,
            "close under load": self._close_under_load,
            "abort": self._abort,
            "freeze": self._freeze,
            "be replaced": self._be_replaced,
        }

    async def live(self) -> None:
        """Connect again and again, until the end."""
        await asyncio.sleep(self._random.random() * 5)
        while time.monotonic() < self._fleet.end:
            way = self._random.choice([*self._ways])
            try:
                async with (
                    asyncio.timeout(60),
                    self._connected(way) as (one, forwarder),
                ):
                    await self._use(one)
                    self._fleet.sessions[way] += 1
                    await self._ways[way](one, forwarder)
                self._check_end(one)
            except ocpp_rpc.HandshakeFailed as error:
                self._fleet.failures[f"not opened: {error.status} {error.detail}"] += 1
                await asyncio.sleep(1)
            except TimeoutError:
                self._fleet.failures["a session hangs"] += 1

    @asynccontextmanager
    async def _connected(
        self, way: str
    ) -> AsyncGenerator[tuple[ocpp_rpc.Connection, Forwarder], None]:
        forwarder = Forwarder(self._fleet.port)
        port = await forwarder.listen() if way == "freeze" else self._fleet.port
        try:
            async with self._connect(port) as connection:
                yield connection, forwarder
        except BaseException:
            await forwarder.close()
            raise

    def _connect(self, port: int) -> AbstractAsyncContextManager[ocpp_rpc.Connection]:
        return ocpp_rpc.connect(
            f"ws://127.0.0.1:{port}/ocpp",
            self._identity,
            versions=[self._version],
            handler=self._fleet.routes,
            password=PASSWORD,
            transport=self._transport,
            settings=self._fleet.settings,
        )

    def _check_end(self, connection: ocpp_rpc.Connection) -> None:
        if connection.end is None or connection.end.code not in EXPECTED:
            self._fleet.failures[f"ended: {connection.end}"] += 1

    async def _use(self, connection: ocpp_rpc.Connection) -> None:
        """Boot, then call for a while."""
        await self._call(connection, "BootNotification")
        end = time.monotonic() + self._random.uniform(*LIFE)
        end = min(end, max(self._fleet.end, time.monotonic()))
        beating = asyncio.create_task(self._beat(connection, end))
        names = [*FROM_CHARGERS[self._version]]
        while time.monotonic() < end:
            await self._pause(end)
            await self._call(connection, self._random.choice(names))
            if self._version == "2.1" and not connection.closed:
                with suppress(ocpp_rpc.ConnectionClosed):
                    await connection.send(stream())
        await beating
        if connection.closed:
            self._fleet.failures[f"lost: {connection.end}"] += 1

    async def _beat(self, connection: ocpp_rpc.Connection, end: float) -> None:
        while time.monotonic() < end:
            await self._pause(end)
            await self._call(connection, "Heartbeat")

    async def _pause(self, end: float) -> None:
        pause = self._random.expovariate(1 / PAUSE)
        await asyncio.sleep(max(0.0, min(pause, end - time.monotonic())))

    async def _call(self, connection: ocpp_rpc.Connection, name: str) -> object:
        request = message(self._version, name)
        return await self._fleet.ledger.call(connection, request)

    # --- How it drops its connection --------------------------------------------------

    async def _close(
        self, connection: ocpp_rpc.Connection, forwarder: Forwarder
    ) -> None:
        await connection.close()
        await forwarder.close()

    async def _close_under_load(
        self, connection: ocpp_rpc.Connection, forwarder: Forwarder
    ) -> None:
        async with self._load(connection):
            await connection.close()
        await forwarder.close()

    async def _abort(
        self, connection: ocpp_rpc.Connection, forwarder: Forwarder
    ) -> None:
        async with self._load(connection):
            connection.abort()
        await forwarder.close()

    async def _freeze(
        self, connection: ocpp_rpc.Connection, forwarder: Forwarder
    ) -> None:
        async with self._load(connection):
            forwarder.freeze()
            connection.abort()
        self._fleet.keep_frozen(forwarder)

    async def _be_replaced(
        self, connection: ocpp_rpc.Connection, forwarder: Forwarder
    ) -> None:
        async with self._load(connection), self._connect(self._fleet.port) as newer:
            await connection.wait_closed()
            await self._call(newer, "Heartbeat")
        await forwarder.close()

    @asynccontextmanager
    async def _load(
        self, connection: ocpp_rpc.Connection
    ) -> AsyncGenerator[None, None]:
        """Have calls under way, and wait until they are settled in the end."""
        async with asyncio.TaskGroup() as calls:
            for name in ("DataTransfer slow", "MeterValues", "Heartbeat"):
                calls.create_task(self._call(connection, name))
            await asyncio.sleep(self._random.random() * 0.02)
            yield


async def main(told: argparse.Namespace) -> None:
    """Be all chargers, and tell how it went."""
    raise_limits()
    ledger = Ledger(told.ledger)
    logged: Counter[str] = Counter()
    watch_logs(lambda line: logged.update([line]))
    for version in VERSIONS:
        load(version)
    before = Remains()
    fleet = Fleet(told.port, ledger, time.monotonic() + told.seconds)
    async with asyncio.TaskGroup() as group:
        for number in range(told.count):
            group.create_task(Charger(number, fleet).live())
    while fleet.frozen:
        await asyncio.wait(fleet.frozen)
    left = await before.left()
    ledger.close()
    say(
        ended={
            "left at the end": left,
            "open calls": ledger.open,
            "returned": ledger.returned,
            "raised": ledger.raised,
            "logged": logged,
            "sessions": fleet.sessions,
            "failures": fleet.failures,
            "rss": rss(),
            **_quantiles(fleet.latencies),
        }
    )


def _quantiles(latencies: array[float]) -> dict[str, float]:
    if len(latencies) < 2:
        return {"heartbeats": len(latencies)}
    cuts = statistics.quantiles(latencies, n=1000)
    return {
        "heartbeats": len(latencies),
        "p50": cuts[499],
        "p99": cuts[989],
        "p999": cuts[998],
        "max": max(latencies),
    }


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--ledger", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main(arguments()))
