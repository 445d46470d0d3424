"""What two thousand simulated chargers cost, in one process on one core.

Each is a station that stays connected. The server is a process of its own, on another
core if there is one. All connect; each sends a Heartbeat a minute, for a minute; then
MeterValues every ten seconds, as all do that charge::

    python benchmarks/many_chargers.py [--count 2000] [--transport TRANSPORT] [...]

Printed is the memory of a charger (the growth of this process), the processor time of
this process, and how long calls take. If one is not answered, the program ends with
status 1. It needs some more descriptors than there are chargers (`ulimit -Hn`).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from itertools import cycle, islice
from typing import Any

import uvloop

from benchmarks.processes import CLIENTS, memory_of, raise_limits, running
from ocpp_messages import Request, v16
from ocpp_rpc import OcppRpcError, Station, connect

HEARTBEAT = v16.HeartbeatRequest()
METER_VALUES = v16.MeterValuesRequest(
    connector_id=1,
    transaction_id=17,
    meter_value=[
        v16.MeterValue(
            timestamp=datetime(2026, 1, 31, 12, tzinfo=UTC),
            sampled_value=[v16.SampledValue(value="21.4")],
        )
    ],
)


class Calls:
    """Calls that were made.

    Attributes:
        took: How many seconds each took that was answered.
        failed: How the others ended.
    """

    def __init__(self) -> None:
        self.took: list[float] = []
        self.failed: list[str] = []

    async def make(self, station: Station, request: Request[Any]) -> None:
        """Make one."""
        start = time.perf_counter()
        try:
            await station.call(request)
        except OcppRpcError as error:
            self.failed.append(repr(error))
        else:
            self.took.append(time.perf_counter() - start)


def pss() -> float:
    """Return the memory of this process, in KiB."""
    return memory_of(os.getpid()).pss


async def phase(
    what: str,
    stations: Sequence[Station],
    request: Request[Any],
    interval: float,
    seconds: float,
) -> bool:
    """Let each station call at an interval, and print what that costs."""
    calls = Calls()
    pause = interval / len(stations)
    start, before = time.monotonic(), time.process_time()
    async with asyncio.TaskGroup() as tasks:
        turns = islice(cycle(stations), round(seconds / pause))
        for number, station in enumerate(turns):
            await asyncio.sleep(max(0, start + number * pause - time.monotonic()))
            tasks.create_task(calls.make(station, request))
    spent = time.process_time() - before
    load = spent / (time.monotonic() - start)
    middle, late = (1000 * each for each in quantiles(calls.took))
    print(
        f"{what}: {1 / pause:.0f} calls/s, {load:.1%} of a core, "
        f"{1e6 * spent / len(calls.took):.0f} µs per call with all else; "
        f"answered after {middle:.1f} ms (median), {late:.1f} ms (99 %)",
        flush=True,
    )
    for failure in calls.failed[:3]:
        print("FAULT", failure)
    return not calls.failed


def quantiles(values: Sequence[float]) -> tuple[float, float]:
    """Return the median, and what 99 % are below of."""
    parts = statistics.quantiles(values, n=100)
    return parts[49], parts[98]


async def run(told: argparse.Namespace) -> bool:
    """Be all chargers, and tell whether all calls were answered."""
    raise_limits()
    async with (
        running("back_office.py", told.transport, "--uvloop") as office,
        AsyncExitStack() as stack,
    ):
        url = f"ws://127.0.0.1:{await office.said('listening')}/ocpp"
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

        async def add(number: int) -> Station:
            connecting = connect(
                url, f"CP{number:05}", versions=["1.6"], transport=told.transport
            )
            return await stack.enter_async_context(Station(connecting))

        first = await add(0)
        await first.call(HEARTBEAT)  # everything is loaded now
        memory, start, before = pss(), time.monotonic(), time.process_time()
        stations = [await add(number) for number in range(1, told.count)]
        await asyncio.gather(*(each.wait_connected() for each in stations))
        took, spent = time.monotonic() - start, time.process_time() - before
        print(
            f"{told.count} chargers over {told.transport}, connected in {took:.1f} s; "
            f"{1000 * spent / len(stations):.2f} ms of processor time each",
            flush=True,
        )
        print(f"memory: {(pss() - memory) / len(stations):.1f} KiB each", flush=True)
        stations.append(first)
        quiet, charging = told.seconds, told.seconds / 2
        well = await phase("Heartbeat", stations, HEARTBEAT, told.interval, quiet)
        well &= await phase(
            "MeterValues", stations, METER_VALUES, told.interval / 6, charging
        )
        print(f"memory: {(pss() - memory) / len(stations):.1f} KiB each in the end")
    return well


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--transport", choices=CLIENTS, default="websockets")
    parser.add_argument("--uvloop", action="store_true")
    parser.add_argument("--interval", type=float, default=60.0, help="of Heartbeat")
    parser.add_argument("--seconds", type=float, default=60.0, help="of quiet")
    return parser.parse_args()


if __name__ == "__main__":
    options = arguments()
    runner = uvloop.run if options.uvloop else asyncio.run
    if not runner(run(options)):
        sys.exit(1)
