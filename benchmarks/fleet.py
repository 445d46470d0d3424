"""What a fleet costs: three nodes, their engine, and an operator.

    python benchmarks/fleet.py [--stations 3000] [--calls 3000] [--rounds 7]

Each node is a process with 3,000 stations. A server of the same kind, with as many, but
of no fleet, is the measure: calls to its stations, from within, take turns with those
of the operator, which is this process. `nats-server` has to be installed.

Printed are the processor time of a call, by process; the memory of a station in a node
and at the engine; calls per second with one node, two and three; how long it takes
until a station that comes back at another node is at that one alone; and how long all
stations take to be listed. The program ends with status 1 if a call is not answered.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import shutil
import statistics
import sys
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from benchmarks.fleet_node import RESET, accepted, at_once, name_of
from benchmarks.fleet_stations import Obedient
from benchmarks.processes import Memory, Program, memory_of, raise_limits, running
from ocpp_rpc import fleet
from tests.fleet.engine import HOST, free_port, missing

AT_ONCE = 50
MOVES = 100


@dataclass
class Engine:
    """The engine, as a process."""

    pid: int
    url: str

    def processor_time(self) -> float:
        """Return the seconds of all its threads so far."""
        return time.clock_gettime((~self.pid << 3) | 2)

    def memory(self) -> Memory:
        """Return the memory it uses now."""
        return memory_of(self.pid)


@asynccontextmanager
async def engine() -> AsyncGenerator[Engine, None]:
    """Run `nats-server`."""
    program = shutil.which("nats-server") or "/usr/sbin/nats-server"
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        *(program, "-a", HOST, "-p", str(port)), stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await asyncio.sleep(1)
        yield Engine(process.pid, f"nats://{HOST}:{port}")
    finally:
        process.kill()
        await process.wait()


class Spent:
    """The processor time that some processes spend, in microseconds for each call."""

    def __init__(self, calls: int, **clocks: Callable[[], float]) -> None:
        self._calls = calls
        self._clocks = clocks
        self.rounds: dict[str, list[float]] = {name: [] for name in clocks}

    def begin(self) -> None:
        """Begin a round."""
        self._before = {name: clock() for name, clock in self._clocks.items()}

    def end(self) -> None:
        """End a round."""
        for name, clock in self._clocks.items():
            spent = clock() - self._before[name]
            self.rounds[name].append(spent / self._calls * 1e6)

    def median(self, name: str) -> float:
        """Return the median of one of them."""
        return statistics.median(self.rounds[name])


def own_time() -> float:
    """Return the processor time of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class Fleet:
    """Three nodes with their stations, and a server that is none.

    Attributes:
        nodes: The nodes.
        ports: Where they listen.
        alone: The server that is none.
        operator: Calls the stations.
        failed: How many calls were not answered.
    """

    def __init__(self, stack: AsyncExitStack, engine: Engine, stations: int) -> None:
        self._stack = stack
        self.engine = engine
        self.stations = stations
        self.nodes: list[Program] = []
        self.ports: list[int] = []
        self.failed = 0

    async def start(self) -> None:
        """Start them, and print what a station takes of memory."""
        start, url = self._stack.enter_async_context, self.engine.url
        self.alone = await start(running("fleet_node.py"))
        alone = await self.alone.said("port")
        for name in "abc":
            node = await start(running("fleet_node.py", url, "bench", name))
            self.nodes.append(node)
            self.ports.append(await node.said("port"))
        bus = await start(await fleet.nats(url))
        self.operator = await start(fleet.Fleet(bus, name="bench"))
        await asyncio.sleep(2)
        await self._fill(alone)

    async def _fill(self, alone: int) -> None:
        everyone = [self.alone, *self.nodes]
        before = [each.memory().pss for each in everyone]
        at_engine = self.engine.memory().rss
        start, count = self._stack.enter_async_context, self.stations
        many = running("fleet_stations.py", 0, 3 * count, *self.ports)
        line = await (await start(many)).line_with("open")
        print(f"{line['open']} stations connected in {line['seconds']:.1f} s")
        # The local ones have the numbers of those of the first node.
        local = running("fleet_stations.py", 0, count, alone)
        await (await start(local)).line_with("open")
        await asyncio.sleep(5)
        after = [each.memory().pss for each in everyone]
        grown = [(b - a) / count for a, b in zip(before, after, strict=True)]
        of_node = statistics.mean(grown[1:])
        of_engine = (self.engine.memory().rss - at_engine) / (3 * count)
        print(
            f"memory of a station: local {grown[0]:.1f} KiB, node {of_node:.1f}, "
            f"beyond {of_node - grown[0]:.1f} (at most 6); engine {of_engine:.1f}"
        )

    async def call(self, identity: str) -> bool:
        """Call a station; tell whether it has answered."""
        return accepted(await self.operator.call(identity, RESET))

    async def calls(self, count: int, most: int, nodes: int = 3) -> None:
        """Call the stations of some nodes, in turn over the nodes."""
        shares = [count // nodes] * nodes
        answers = await asyncio.gather(
            *(
                at_once(
                    share, most // nodes, n * self.stations, self.stations, self.call
                )
                for n, share in enumerate(shares)
            )
        )
        self.failed += sum(shares) - sum(answers)

    async def local_calls(self, count: int) -> None:
        """Have the server that is none call its stations."""
        self.alone.tell(f"calls {count} {AT_ONCE} 0 {self.stations}")
        self.failed += count - await self.alone.said("answered")


async def cost(of: Fleet, calls: int, rounds: int) -> None:
    """Print the processor time of a call."""
    calls -= calls % 3

    def nodes() -> float:
        return sum(node.processor_time() for node in of.nodes)

    local = Spent(calls, local=of.alone.processor_time)
    spent = Spent(
        calls, nodes=nodes, operator=own_time, engine=of.engine.processor_time
    )
    idle = Spent(calls, all=lambda: nodes() + own_time() + of.engine.processor_time())
    for _ in range(rounds):
        idle.begin()
        await asyncio.sleep(2)
        idle.end()
        local.begin()
        await of.local_calls(calls)
        local.end()
        spent.begin()
        await of.calls(calls, AT_ONCE)
        spent.end()
    parts = {name: spent.median(name) for name in ("nodes", "operator", "engine")}
    whole, base = sum(parts.values()), local.median("local")
    shown = ", ".join(f"{name} {value:.0f}" for name, value in parts.items())
    print(
        f"processor time of a call: local {base:.0f} µs; fleet {whole:.0f} ({shown}), "
        f"{whole / base:.1f} times; beyond {whole - base:.0f} (at most 600)"
    )
    print(
        f"processor time of beats: {idle.median('all') * calls / 2e4:.1f} % of a core"
    )


async def throughput(of: Fleet, calls: int) -> None:
    """Print how many calls go through in a second, and who is busy with that."""
    for nodes in (1, 2, 3):
        clocks = [own_time, *(node.processor_time for node in of.nodes[:nodes])]
        before = [clock() for clock in clocks]
        begin = time.perf_counter()
        await of.calls(calls, 240, nodes)
        took = time.perf_counter() - begin
        busy = [
            (clock() - since) / took * 100
            for clock, since in zip(clocks, before, strict=True)
        ]
        print(
            f"{nodes} node(s), 240 calls at once: {calls // nodes * nodes / took:.0f} "
            f"calls/s; operator {busy[0]:.0f} % of a core, "
            f"busiest node {max(busy[1:]):.0f} %"
        )


async def takeover(of: Fleet) -> None:
    """Print how long it takes until a station is at another node alone."""
    closed, called = list[float](), list[float]()
    first = 4 * of.stations
    for number in range(first, first + MOVES):
        old = await Obedient.connect(of.ports[number % 3], number, int)
        await asyncio.sleep(0.05)
        begin = time.perf_counter()
        new = await Obedient.connect(of.ports[(number + 1) % 3], number, int)
        open_at = time.perf_counter()
        while old.ended is None:  # noqa: ASYNC110 - it is measured
            await asyncio.sleep(0.0005)
        closed.append((old.ended - open_at) * 1000)
        assert old.code == 1008
        of.failed += not await of.call(name_of(number))
        called.append((time.perf_counter() - begin) * 1000)
        assert new.ended is None
        assert new.transport is not None
        new.transport.disconnect()
    print(
        f"takeover: the old connection is closed {_spread(closed)} after the new one "
        f"is open; connected again and called {_spread(called)} after it began"
    )


async def listing(of: Fleet, rounds: int) -> None:
    """Print how long all stations take to be listed."""
    took: list[float] = []
    for _ in range(rounds):
        begin = time.perf_counter()
        places = of.operator.connected()
        found = {place.identity async for place in places}
        took.append((time.perf_counter() - begin) * 1000)
        assert not places.missing
        of.failed += 3 * of.stations - len(found)
    print(f"{3 * of.stations} stations listed in {_spread(took)}")


def _spread(took: Sequence[float]) -> str:
    return f"{statistics.median(took):.0f} ms (at most {max(took):.0f})"


async def main(arguments: argparse.Namespace) -> int:
    """Measure everything; return the status to end with."""
    raise_limits()
    async with engine() as started, AsyncExitStack() as stack:
        of = Fleet(stack, started, arguments.stations)
        await of.start()
        await listing(of, arguments.rounds)
        await cost(of, arguments.calls, arguments.rounds)
        await throughput(of, arguments.calls * 2)
        await takeover(of)
        print(f"calls that were not answered: {of.failed}")
        return int(of.failed > 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stations", type=int, default=3000)
    parser.add_argument("--calls", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=7)
    if missing():
        sys.exit(missing())
    sys.exit(asyncio.run(main(parser.parse_args())))
