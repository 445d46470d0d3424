"""What a call costs a server, beside the npm package `ocpp-rpc`.

Every server runs in a process of its own, with twenty stations, of which each has one
call under way; this process is the stations. The rounds of the servers take turns, on
the same frames, so that what else the machine does strikes all of them. Printed is the
processor time of the server's process per call, of all its threads, in microseconds:
the best round and the median one, and both as parts of the npm package's::

    python benchmarks/server_cost.py [--rounds N] [--calls N] [--only NAME ...]

Every answer is checked, its id and what is in it; there is one for each call. The npm
package is in its strict mode, which checks all messages by their schemas, as this
library does. The bare server is one of the library `websockets` that reads the id and
the action of a call and has a text ready: nothing over that library costs less. Needs
the dependency group `test`, Node, and `npm ci` in `tests/interop`.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack

import uvloop

from benchmarks.load import LoadFailed, Station, connect_all
from benchmarks.messages import CALLS, MIX_16, MIX_201, Call
from benchmarks.processes import Program, running

STATIONS = 20
BASE = "npm ocpp-rpc"
BARE = "bare websockets"

SERVERS: Mapping[str, Sequence[str]] = {
    BASE: ("npm_server.mjs",),
    BARE: ("bare_server.py",),
    f"{BARE}, uvloop": ("bare_server.py", "--uvloop"),
    "websockets": ("back_office.py", "websockets"),
    "websockets, uvloop": ("back_office.py", "websockets", "--uvloop"),
    "websockets-asyncio": ("back_office.py", "websockets-asyncio"),
    "picows": ("back_office.py", "picows"),
    "picows, uvloop": ("back_office.py", "picows", "--uvloop"),
    "aiohttp": ("back_office.py", "aiohttp"),
    "uvicorn, uvloop": ("back_office.py", "asgi", "--uvloop"),
}

LOADS: Mapping[str, Sequence[Sequence[Call]]] = {
    "mix": [MIX_201 if index % 4 == 3 else MIX_16 for index in range(STATIONS)],
    **{f"{call.action} {call.version}": [[call]] * STATIONS for call in CALLS},
}


class Load:
    """Twenty stations at one server.

    Args:
        program: The server.
        port: Where it listens.
    """

    def __init__(self, program: Program, port: int) -> None:
        self._program = program
        self._port = port
        self._limit = 0
        self._busy = 0
        self._done = asyncio.Event()

    async def connect(self, load: Sequence[Sequence[Call]]) -> None:
        """Connect the stations."""
        self._limit = 0
        self._stations = await connect_all(self._port, load, self._go_on)

    def disconnect(self) -> None:
        """Cut the connections."""
        for station in self._stations:
            station.disconnect()

    async def measure(self, calls: int) -> float:
        """Make some calls at each station; return microseconds per call.

        Raises:
            LoadFailed: A call was not answered, or not as it should.
        """
        before = self._program.processor_time()
        self._limit += calls
        self._busy = len(self._stations)
        self._done.clear()
        for station in self._stations:
            station.call()
        await self._done.wait()
        spent = self._program.processor_time() - before
        for station in self._stations:
            if station.failure is not None or station.answered != self._limit:
                raise LoadFailed(station.failure)
        return spent / (calls * len(self._stations)) * 1e6

    def _go_on(self, station: Station) -> None:
        if station.failure is None and station.answered < self._limit:
            station.call()
            return
        self._busy -= 1
        if self._busy == 0 or station.failure is not None:
            self._done.set()


async def compare(
    loads: Mapping[str, Load], load: str, rounds: int, calls: int
) -> dict[str, list[float]]:
    """Return the times of each server, measured in turn."""
    for each in loads.values():
        await each.connect(LOADS[load])
        await each.measure(2 * calls)  # to warm up
    times: dict[str, list[float]] = {name: [] for name in loads}
    for _ in range(rounds):
        for name, each in loads.items():
            times[name].append(await each.measure(calls))
    for each in loads.values():
        each.disconnect()
    return times


def show(load: str, times: Mapping[str, Sequence[float]]) -> None:
    """Print the table of one load."""
    best = {name: min(those) for name, those in times.items()}
    median = {name: statistics.median(those) for name, those in times.items()}
    print(f"\n{load:34}{'best':>8}{'ratio':>8}{'median':>8}{'ratio':>8}")
    for name in times:
        print(
            f"  {name:32}{best[name]:8.1f}{best[name] / best[BASE]:8.2f}"
            f"{median[name]:8.1f}{median[name] / median[BASE]:8.2f}",
            flush=True,
        )


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description="What a call costs a server.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--calls", type=int, default=100, help="of each station")
    parser.add_argument("--only", nargs="+", choices=list(SERVERS)[1:])
    parser.add_argument("--loads", nargs="+", choices=list(LOADS), default=list(LOADS))
    return parser.parse_args()


async def main(told: argparse.Namespace) -> None:
    """Print the tables."""
    names = [BASE, *(told.only or list(SERVERS)[1:])]
    async with AsyncExitStack() as stack:
        loads: dict[str, Load] = {}
        for name in names:
            program = await stack.enter_async_context(running(*SERVERS[name]))
            loads[name] = Load(program, await program.said("listening"))
        for load in told.loads:
            show(load, await compare(loads, load, told.rounds, told.calls))


if __name__ == "__main__":
    uvloop.run(main(arguments()))
