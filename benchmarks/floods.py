"""What a flood costs: memory, and how long others wait meanwhile.

A peer sends, in one write, as much as a few hundred KiB can do: compressed messages
that inflate to 1 MiB each, pings, fragments without content, texts that are no message.
A back office gets it together with the opening handshake, while the `on_connect` hook
still decides, or after it; a station gets it from its back office. Each is a process of
its own::

    python benchmarks/floods.py [TRANSPORT ...] [--role ROLE ...] [--flood FLOOD ...]

Printed is by how much the process has grown at its peak, and the longest time in which
a Heartbeat of another station (or a ClearCache of another back office, for a station)
was answered. Beyond the limits, the program ends with status 1.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import os
import sys
import time
import zlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from benchmarks.back_office import TRANSPORTS
from benchmarks.load import Station
from benchmarks.messages import HEARTBEAT
from benchmarks.processes import CLIENTS, Program, running

MEMORY_LIMIT: Final = 100.0
"""MiB."""

WAIT_LIMIT: Final = 0.2
"""Seconds, on a machine that does nothing else."""

DECIDING: Final = 1.0
"""Seconds that the hook takes."""

PATIENCE: Final = 30.0
"""Seconds after which a flood has been taken, or never will be."""

MASKED: Final = 0x80
MASK: Final = b"\x01\x02\x03\x04"
CLOSE: Final = 0x88
MEBIBYTE: Final = 2**20


# --- Floods ---------------------------------------------------------------------------

Flood = Callable[[bool], bytes]
"""Returns the bytes of a flood, with masked frames or without."""


def frame(first: int, payload: bytes, masked: bool) -> bytes:
    """Return a frame; `first` is its first byte."""
    size, bit = len(payload), MASKED if masked else 0
    if size < 126:
        head = bytes((first, bit | size))
    elif size < 2**16:
        head = bytes((first, bit | 126)) + size.to_bytes(2)
    else:
        head = bytes((first, bit | 127)) + size.to_bytes(8)
    if not masked:
        return head + payload
    mask = int.from_bytes((MASK * (size // 4 + 1))[:size])
    return head + MASK + (int.from_bytes(payload) ^ mask).to_bytes(size)


def deflated(payload: bytes) -> bytes:
    """Return the payload of a compressed message, which any window inflates."""
    deflater = zlib.compressobj(level=9, wbits=-9)
    data = deflater.compress(payload) + deflater.flush(zlib.Z_SYNC_FLUSH)
    return data.removesuffix(b"\x00\x00\xff\xff")


def many(first: int, payload: bytes, count: int) -> Flood:
    """Return a flood of frames that are alike."""
    return lambda masked: frame(first, payload, masked) * count


def fragments(masked: bool) -> bytes:
    """Return a message in fragments without content."""
    middle = frame(0x00, b"", masked) * 50_000
    return frame(0x01, b"", masked) + middle + frame(0x80, b"x", masked)


FLOODS: Mapping[str, Flood] = {
    "calls": many(0xC1, deflated(b'[2,"1","Nothing",{}]'.ljust(MEBIBYTE)), 600),
    "garbage": many(0xC1, deflated(b"x" * MEBIBYTE), 600),
    "binary": many(0xC2, deflated(bytes(MEBIBYTE)), 600),
    "too-long": many(0xC1, deflated(bytes(64 * MEBIBYTE)), 10),
    "pings": many(0x89, b"", 50_000),
    "texts": many(0x81, b"", 50_000),
    "fragments": fragments,
}


# --- What is measured -----------------------------------------------------------------


class Watch:
    """Watches a process and how it answers while it is flooded."""

    def __init__(self, program: Program, call: Callable[[], Awaitable[object]]) -> None:
        self._status = Path(f"/proc/{program.pid}/status")
        self._call = call
        self.longest = 0.0

    @asynccontextmanager
    async def during(self) -> AsyncGenerator[None, None]:
        """Call all the time, and note the longest time of a call."""
        self._before = self._kib("VmRSS")
        over = asyncio.Event()
        calling = asyncio.create_task(self._run(over))
        yield
        over.set()
        await calling

    def grown(self) -> float:
        """Return by how much the process has grown at its peak, in MiB."""
        return (self._kib("VmHWM") - self._before) / 1024

    async def _run(self, over: asyncio.Event) -> None:
        while not over.is_set():
            start = time.monotonic()
            await self._call()
            self.longest = max(self.longest, time.monotonic() - start)
            await asyncio.sleep(0.005)

    def _kib(self, name: str) -> int:
        for line in self._status.read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
        raise LookupError(name)


# --- A back office --------------------------------------------------------------------


def handshake() -> bytes:
    """Return the request of a station that compresses."""
    return (
        b"GET /ocpp/FLOOD HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Key: %b\r\nSec-WebSocket-Protocol: ocpp1.6\r\n"
        b"Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n"
    ) % base64.b64encode(os.urandom(16))


async def flood_office(
    transport: str, flood: Flood, loop: Sequence[str], *, early: bool
) -> tuple[float, float]:
    """Flood a back office; return by how much it grew, and how long others waited."""
    deciding = f"--deciding={DECIDING if early else 0}"
    data = flood(True) + frame(CLOSE, (1000).to_bytes(2), True)
    async with running("back_office.py", transport, deciding, *loop) as program:
        port: int = await program.said("listening")
        answered = asyncio.Event()
        station = await Station.connect(port, 1, [HEARTBEAT], lambda _: answered.set())

        async def call() -> None:
            answered.clear()
            station.call()
            await answered.wait()

        await call()
        watch = Watch(program, call)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        async with watch.during():
            if early:
                writer.write(handshake() + data)
            else:
                writer.write(handshake())
                await reader.readuntil(b"\r\n\r\n")
                writer.write(data)
            try:
                async with asyncio.timeout(PATIENCE):
                    await reader.read()
            except (ConnectionError, TimeoutError) as error:
                print(f"    {error!r}", flush=True)
        writer.transport.abort()
        assert station.failure is None, station.failure
        station.disconnect()
        return watch.grown(), watch.longest


# --- A station ------------------------------------------------------------------------


class Office:
    """A back office that floods the first of its stations, and calls the second."""

    def __init__(self) -> None:
        self.stations: asyncio.Queue[ServerConnection] = asyncio.Queue()
        self.answers: dict[str, asyncio.Event] = {}

    async def serve(self, websocket: ServerConnection) -> None:
        """Answer calls of a station, all of them Heartbeats."""
        self.stations.put_nowait(websocket)
        try:
            async for message in websocket:
                text = message if isinstance(message, str) else message.decode()
                kind, message_id = text[1], text.split('"')[1]
                if kind == "2":
                    time = '{"currentTime":"2026-01-31T12:00:00Z"}'
                    await websocket.send(f'[3,"{message_id}",{time}]')
                elif message_id in self.answers:
                    self.answers[message_id].set()
        except ConnectionClosed:
            pass
        finally:
            for answered in self.answers.values():
                answered.set()

    async def call(self, websocket: ServerConnection, message_id: str) -> None:
        """Call a station, and wait for the answer, or for the end of a connection.

        The library would compress the call with what it has sent itself as a
        dictionary, which does not hold the flood.
        """
        answered = self.answers[message_id] = asyncio.Event()
        text = f'[2,"{message_id}","ClearCache",{{}}]'
        websocket.transport.write(frame(0x81, text.encode(), False))
        await answered.wait()
        self.answers.pop(message_id, None)


async def flood_station(transport: str, flood: Flood) -> tuple[float, float]:
    """Flood a station; return by how much it grew, and how long another one waited."""
    office = Office()
    names = [Subprotocol("ocpp1.6")]
    async with serve(office.serve, "127.0.0.1", 0, subprotocols=names) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        url = f"ws://127.0.0.1:{port}/ocpp"
        async with running("stations.py", url, 2, transport, "--pause=10") as program:
            first, second = [await office.stations.get() for _ in range(2)]
            for each in (first, second):
                await office.call(each, "warm")
            watch = Watch(program, lambda: office.call(second, "other"))
            async with watch.during():
                first.transport.write(flood(False))
                try:
                    async with asyncio.timeout(PATIENCE):
                        await office.call(first, "last")
                except (ConnectionClosed, TimeoutError) as error:
                    print(f"    {error!r}", flush=True)
            return watch.grown(), watch.longest


# --- The program ----------------------------------------------------------------------

ROLES = ("deciding", "office", "station")


async def measure(
    told: argparse.Namespace, transport: str, role: str, name: str
) -> bool:
    """Print what one flood does; tell whether that is within the limits."""
    flood, loop = FLOODS[name], ["--uvloop"] if told.uvloop else []
    if role == "station":
        grown, longest = await flood_station(transport, flood)
    else:
        grown, longest = await flood_office(
            transport, flood, loop, early=role == "deciding"
        )
    well = grown <= MEMORY_LIMIT and longest <= WAIT_LIMIT
    print(
        f"{'' if well else 'FAULT ':6}{transport:11}{role:9}{name:10}"
        f"{grown:8.1f} MiB more, others waited {longest * 1e3:7.0f} ms",
        flush=True,
    )
    return well


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description="What floods cost.")
    parser.add_argument(
        "transports", nargs="*", metavar="TRANSPORT", default=[*TRANSPORTS]
    )
    parser.add_argument("--role", nargs="+", choices=ROLES, default=ROLES)
    parser.add_argument("--flood", nargs="+", choices=FLOODS, default=[*FLOODS])
    parser.add_argument("--uvloop", action="store_true", help="in the back office")
    return parser.parse_args()


async def main(told: argparse.Namespace) -> int:
    """Run all that was asked for; return how many were beyond the limits."""
    faults = 0
    for transport in told.transports:
        for role in told.role:
            if role == "station" and transport not in CLIENTS:
                continue
            for name in told.flood:
                faults += not await measure(told, transport, role, name)
    return faults


if __name__ == "__main__":
    sys.exit(asyncio.run(main(arguments())) > 0)
