"""What ten thousand connections cost a server, beside one of bare `websockets`.

Both servers run in processes of their own, one after the other, with the settings that
they have if nothing is said; this process is the stations. All connect; each sends a
Heartbeat a minute, for a minute; then there is a burst of 1,000 messages per second.
Every answer is checked; there is one for each call::

    python benchmarks/many_connections.py [TRANSPORT] [--uvloop] [--compression]
        [--tls rsa|ecdsa] [...]

Printed is what memory a connection takes (the growth of the process since it listens,
resident and proportional), and processor time of the server: how much of a processor
it takes in the quiet minute, pings included, and per message in the burst.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import uvloop

from benchmarks.back_office import TRANSPORTS
from benchmarks.certificates import KINDS, certificate, client_context
from benchmarks.load import Link, LoadFailed, Station, connect_all
from benchmarks.messages import HEARTBEAT
from benchmarks.processes import Memory, Program, raise_limits, running

PATIENCE = 30.0
"""Seconds for the last answers, on a machine that is busy."""

SETTLING = 1.0
"""Seconds for answers too many."""


@dataclass(frozen=True)
class Figures:
    """What was measured of one server.

    Attributes:
        opening: The processor time to open a connection, in milliseconds.
        opened: The memory of a connection once all are open, in KiB.
        quiet: The same after the quiet minute.
        busy: The same after the burst.
        load: How much of a processor the server took in the quiet minute, in percent.
        message: The processor time per message in the burst, in microseconds.
        calls: How many calls were made, and answered once.
    """

    opening: float
    opened: Memory
    quiet: Memory
    busy: Memory
    load: float
    message: float
    calls: int


ROWS: Sequence[tuple[str, Callable[[Figures], float]]] = (
    ("processor time to open one, ms", lambda each: each.opening),
    ("PSS per connection, all open, KiB", lambda each: each.opened.pss),
    ("PSS per connection, after the quiet time", lambda each: each.quiet.pss),
    ("PSS per connection, after the burst", lambda each: each.busy.pss),
    ("RSS per connection, after the burst", lambda each: each.busy.rss),
    ("processor in the quiet time, %", lambda each: each.load),
    ("processor time per message in the burst, µs", lambda each: each.message),
    ("calls, each answered once", lambda each: each.calls),
)


class Crowd:
    """Many stations at one server."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._before = program.memory()
        self._stations: list[Station] = []
        self._failures: list[str] = []
        self._calls = 0

    async def connect(self, port: int, told: argparse.Namespace) -> float:
        """Connect stations; return the server's processor time for each."""
        count: int = told.connections
        tls = None if told.tls is None else client_context()
        link = Link(compression=told.compression, tls=tls)
        before = self._program.processor_time()
        self._stations = await connect_all(
            port, [[HEARTBEAT]] * count, self._note, link=link
        )
        self._turns = cycle(self._stations)
        return (self._program.processor_time() - before) / count

    async def call(self, rate: float, seconds: float) -> float:
        """Let the stations call in turn; return the server's processor time."""
        before = self._program.processor_time()
        start, calls = time.monotonic(), round(rate * seconds)
        for number in range(calls):
            pause = start + number / rate - time.monotonic()
            if pause > 0:
                await asyncio.sleep(pause)
            next(self._turns).call()
        self._calls += calls
        spent = self._program.processor_time() - before
        await self._settle()
        return spent

    def memory(self) -> Memory:
        """Return by how much the server has grown for each connection, in KiB."""
        after, count = self._program.memory(), len(self._stations)
        rss, pss = ((b - a) / count for a, b in zip(self._before, after, strict=True))
        return Memory(rss, pss)

    def _note(self, station: Station) -> None:
        if station.failure is not None:
            self._failures.append(station.failure)

    async def _settle(self) -> None:
        """Wait for the last answers, and for those that should not come.

        Raises:
            LoadFailed: A call was not answered once.
        """
        limit = time.monotonic() + PATIENCE
        while any(station.waiting for station in self._stations):
            await asyncio.sleep(SETTLING)
            if time.monotonic() > limit:
                break
        await asyncio.sleep(SETTLING)
        answered = sum(station.answered for station in self._stations)
        if self._failures or answered != self._calls:
            raise LoadFailed(f"{answered} of {self._calls}", self._failures[:3])


async def measure(command: Sequence[str], told: argparse.Namespace) -> Figures:
    """Measure one server."""
    async with running(*command) as program:
        port: int = await program.said("listening")
        crowd, count = Crowd(program), told.connections
        opening = await crowd.connect(port, told)
        opened = crowd.memory()
        quiet_time = await crowd.call(count / told.interval, told.interval)
        quiet = crowd.memory()
        burst_time = await crowd.call(told.rate, told.burst)
        return Figures(
            opening=opening * 1e3,
            opened=opened,
            quiet=quiet,
            busy=crowd.memory(),
            load=quiet_time / told.interval * 100,
            message=burst_time / (told.rate * told.burst) * 1e6,
            calls=round(count + told.rate * told.burst),
        )


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description="What many connections cost.")
    parser.add_argument(
        "transport", choices=TRANSPORTS, nargs="?", default="websockets"
    )
    parser.add_argument("--uvloop", action="store_true", help="in both servers")
    parser.add_argument(
        "--compression", action="store_true", help="have the stations offer it"
    )
    parser.add_argument("--tls", choices=KINDS, help="the kind of the server's key")
    parser.add_argument("--connections", type=int, default=10_000)
    parser.add_argument("--interval", type=float, default=60.0, help="of heartbeats")
    parser.add_argument("--rate", type=float, default=1000.0, help="of the burst")
    parser.add_argument("--burst", type=float, default=20.0, help="its length")
    return parser.parse_args()


async def main(told: argparse.Namespace) -> None:
    """Print the table."""
    raise_limits()
    given = ["--uvloop"] if told.uvloop else []
    with TemporaryDirectory() as folder:
        if told.tls is not None:
            given.append(f"--tls={certificate(Path(folder), told.tls)}")
        bare = await measure(("bare_server.py", *given), told)
        ours = await measure(("back_office.py", told.transport, *given), told)
    print(f"{f'{told.connections} connections':46}{'bare':>10}{'ocpp_rpc':>10}{'':8}")
    for name, value in ROWS:
        theirs, mine = value(bare), value(ours)
        print(f"{name:46}{theirs:10.1f}{mine:10.1f}{mine / theirs:8.2f}")


if __name__ == "__main__":
    uvloop.run(main(arguments()))
