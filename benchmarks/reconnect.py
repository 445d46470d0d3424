"""Stations that lose their server, and come back when it does.

Five hundred stations in one process report the start of a transaction each. Their
server is killed. Meanwhile they go on charging, and what they have to report waits;
after thirty seconds, the server is there again::

    python benchmarks/reconnect.py [--stations 500] [--outage 30] [--minimum 10] [...]

Printed is when they are connected again, beside what the back-off says, and whether
each message has arrived once and in order. A line with FAULT is one that should be
otherwise, and the program ends with status 1.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from itertools import accumulate
from socket import create_server

from benchmarks.processes import Program, raise_limits, running, say
from ocpp_messages import v201
from ocpp_rpc import BackOff, Connection, Router, Station, connect, serve
from ocpp_rpc.station import Outbox, Outcome, forward

KINDS = v201.TransactionEventEnumType
OFFLINE = (KINDS.UPDATED, KINDS.UPDATED, KINDS.UPDATED, KINDS.ENDED)
"""What each station reports while the server is gone."""

SAMPLES = 20_000
"""How many stations the back-off is asked about."""

ODDS = 1.63
"""The Kolmogorov-Smirnov limit, times the root of the count, at the level of 1 %."""

PATIENCE = 60.0
"""Seconds that delivering may take once all are connected."""

WIDTH = 40


def event(identity: str, kind: KINDS, seq_no: int) -> v201.TransactionEventRequest:
    """Return a message about the transaction of a station."""
    return v201.TransactionEventRequest(
        event_type=kind,
        seq_no=seq_no,
        timestamp=datetime.now(UTC),
        transaction_info=v201.TransactionType(transaction_id=f"{identity}-1"),
        trigger_reason=v201.TriggerReasonEnumType.METER_VALUE_PERIODIC,
    )


class Charger:
    """A station with an outbox.

    Attributes:
        connected: When its connections were opened.
    """

    def __init__(self, identity: str, url: str, back_off: BackOff) -> None:
        self.identity = identity
        self.connected: list[float] = []
        self._outbox = Outbox(":memory:", on_outcome=self._note)
        self._delivered = asyncio.Event()
        connecting = connect(url, identity, versions=["2.0.1"], back_off=back_off)
        self._station = Station(connecting, on_connection=self._begin)
        self._seq_no = 0

    async def __aenter__(self) -> Charger:
        await self._station.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._station.__aexit__(None, None, None)
        self._outbox.close()

    def report(self, *kinds: KINDS) -> None:
        """Report what happens to the transaction."""
        self._delivered.clear()
        for kind in kinds:
            self._outbox.put(event(self.identity, kind, self._seq_no))
            self._seq_no += 1

    async def delivered(self) -> None:
        """Wait until nothing waits any more."""
        await self._delivered.wait()

    async def _begin(self, connection: Connection) -> None:
        self.connected.append(time.monotonic())
        await forward(self._outbox, connection)

    def _note(self, _: Outcome) -> None:
        if not len(self._outbox):
            self._delivered.set()


class Log:
    """What the server has got: the numbers of each station, in order."""

    def __init__(self) -> None:
        self.numbers: defaultdict[str, list[int]] = defaultdict(list)

    async def take(self, office: Program) -> None:
        """Take what a server tells until that is cancelled."""
        while True:
            identity, seq_no = await office.said("event")
            self.numbers[identity].append(seq_no)


async def serve_here(port: int) -> None:
    """Be the server, and tell what comes."""
    routes = Router()

    @routes.on(v201.TransactionEventRequest)
    def note(
        request: v201.TransactionEventRequest, connection: Connection
    ) -> v201.TransactionEventResponse:
        say(event=(connection.identity, request.seq_no))
        return v201.TransactionEventResponse()

    async with serve(routes, "127.0.0.1", port, versions=["2.0.1"]):
        say(listening=port)
        await asyncio.Event().wait()


@asynccontextmanager
async def office(port: int, log: Log) -> AsyncGenerator[None, None]:
    """Run the server in a process; in the end, kill it."""
    async with running("reconnect.py", f"--serve={port}") as program:
        await program.said("listening")
        taking = asyncio.create_task(log.take(program))
        try:
            yield
        finally:
            taking.cancel()
            await asyncio.wait([taking])


def free_port() -> int:
    """Return a port that nobody listens at."""
    with create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def expected(back_off: BackOff, outage: float) -> Sequence[float]:
    """Return when stations are connected again by the back-off alone, sorted."""
    return sorted(
        next(at for at in accumulate(back_off.waits(random.random)) if at >= outage)
        for _ in range(SAMPLES)
    )


def distance(measured: Sequence[float], samples: Sequence[float]) -> float:
    """Return how far apart two distributions are, at most (Kolmogorov-Smirnov)."""
    steps = [(at, 1 / len(measured)) for at in measured]
    steps += [(at, -1 / len(samples)) for at in samples]
    return max(abs(height) for height in accumulate(step for _, step in sorted(steps)))


def histogram(measured: Sequence[float], samples: Sequence[float], size: float) -> None:
    """Print how many are connected again when, and how many ought to be."""
    counts = Counter(int(at // size) for at in measured)
    shares = Counter(int(at // size) for at in samples)
    scale = len(measured) / len(samples)
    most = max(*counts.values(), *(count * scale for count in shares.values()))
    for number in range(min(counts | shares), max(counts | shares) + 1):
        share = shares[number] * scale
        bar = "#" * round(counts[number] / most * WIDTH)
        mark = round(share / most * WIDTH)
        row = f"{bar:{WIDTH + 1}}"
        row = f"{row[:mark]}|{row[mark + 1 :]}"
        start = number * size
        print(f"  {start:6.1f} s {row} {counts[number]:4} ({share:5.1f})")


def check(what: str, value: object, ok: bool) -> bool:
    """Print what was found, and return whether it is as it should be."""
    print(f"{'' if ok else 'FAULT '}{what}: {value}", flush=True)
    return ok


async def run(told: argparse.Namespace) -> bool:
    """Lose the server, and tell whether all is well afterwards."""
    raise_limits()
    back_off = BackOff(
        retry_back_off_wait_minimum=told.minimum,
        retry_back_off_random_range=told.range,
        retry_back_off_repeat_times=told.repeat,
    )
    port, log = free_port(), Log()
    url = f"ws://127.0.0.1:{port}/ocpp"
    async with AsyncExitStack() as stack:
        chargers: list[Charger] = []
        async with office(port, log):
            for number in range(told.stations):
                charger = Charger(f"CP{number:04}", url, back_off)
                chargers.append(await stack.enter_async_context(charger))
                charger.report(KINDS.STARTED)
            await asyncio.gather(*(each.delivered() for each in chargers))
        lost = time.monotonic()
        for kind in OFFLINE:
            for charger in chargers:
                charger.report(kind)
            await asyncio.sleep(told.outage / (len(OFFLINE) + 1))
        await asyncio.sleep(lost + told.outage - time.monotonic())
        async with office(port, log):
            back = time.monotonic() - lost
            print(f"the server was away for {back:.1f} s", flush=True)
            samples = expected(back_off, back)
            async with asyncio.timeout(samples[-1] + PATIENCE):
                await asyncio.gather(*(each.delivered() for each in chargers))
            done = time.monotonic() - lost
    return judge(chargers, log, lost, done, samples)


def judge(
    chargers: Sequence[Charger],
    log: Log,
    lost: float,
    done: float,
    samples: Sequence[float],
) -> bool:
    """Print what has happened, and tell whether it is as it should be."""
    times = sorted(each.connected[-1] - lost for each in chargers)
    print("connected again after so long; the back-off says | and what is in brackets:")
    histogram(times, samples, max((samples[-1] - samples[0]) / 20, 0.1))
    apart, limit = distance(times, samples), ODDS / len(times) ** 0.5
    twice = sum(len(each.connected) != 2 for each in chargers)
    wrong = sum(log.numbers[each.identity] != [*range(5)] for each in chargers)
    count = sum(map(len, log.numbers.values()))
    return all(
        [
            check(
                "distance from the back-off",
                f"{apart:.3f} (limit {limit:.3f})",
                apart <= limit,
            ),
            check("stations that did not connect again once", twice, twice == 0),
            check(
                "messages that have arrived",
                f"{count} of {5 * len(chargers)}, the last one after {done:.1f} s",
                count == 5 * len(chargers),
            ),
            check("stations with one missing, twice or too early", wrong, wrong == 0),
        ]
    )


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = BackOff()
    parser.add_argument("--stations", type=int, default=500)
    parser.add_argument("--outage", type=float, default=30.0, help="seconds")
    parser.add_argument(
        "--minimum",
        type=float,
        default=default.retry_back_off_wait_minimum,
        help="RetryBackOffWaitMinimum",
    )
    parser.add_argument(
        "--range",
        type=float,
        default=default.retry_back_off_random_range,
        help="RetryBackOffRandomRange",
    )
    parser.add_argument(
        "--repeat",
        type=int,
        default=default.retry_back_off_repeat_times,
        help="RetryBackOffRepeatTimes",
    )
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    options = arguments()
    if options.serve is not None:
        asyncio.run(serve_here(options.serve))
    elif not asyncio.run(run(options)):
        sys.exit(1)
