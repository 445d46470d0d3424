"""What happens to connections when something breaks.

Each scenario breaks something, and prints how long it takes to be noticed, what fails
and how. A line with FAULT is one that should be otherwise, and the program ends with
status 1. No scenario may hang, or leave a task or a descriptor behind::

    python benchmarks/faults.py [SCENARIO ...] [--transport TRANSPORT ...] [--uvloop]

`network_cut` needs to be root; it is left out otherwise.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import statistics
import sys
import time
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from socket import socket

import uvloop

from benchmarks import network, sockets
from benchmarks.back_office import TRANSPORTS
from benchmarks.processes import Program, raise_limits, running
from benchmarks.stations import call_until_it_fails, connected
from benchmarks.trial import PINGS, Trial, attempt, memory
from ocpp_messages import v16
from ocpp_rpc import (
    CallTimeout,
    Connection,
    ConnectionClosed,
    HandshakeFailed,
    OcppRpcError,
    Server,
    ServerSettings,
    Settings,
    WebSocketSettings,
)

PING_ARGUMENTS = (
    f"--ping-interval={PINGS.ping_interval}",
    f"--ping-timeout={PINGS.ping_timeout}",
)
NOTICED = 2.5
"""Within the interval of pings and the limit of a pong, and a bit."""

# What an endpoint in an ASGI server can do nothing about.
NO_CUT = {"asgi": "uvicorn waits for ever to write to a peer that reads nothing"}
MANY_ERRORS = {"asgi"}  # asyncio logs as many at once as its backlog
NO_OPEN_LIMIT = {"asgi": "uvicorn has no limit for the opening handshake"}

NO_PINGS = WebSocketSettings(ping_interval=None, close_timeout=2.0)
HEARTBEAT = v16.HeartbeatRequest()


async def server_killed(trial: Trial) -> None:
    """The process of the server is killed under load."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(
            running("back_office.py", *trial.office)
        )
        url = f"ws://127.0.0.1:{await server.said('listening')}/ocpp"
        stations = await some_stations(stack, trial, url, 50)
        slow = [asyncio.create_task(slow_call(each, 60)) for each in stations[:10]]
        calls = [asyncio.create_task(call_until_it_fails(each)) for each in stations]
        await asyncio.sleep(0.5)
        start = time.monotonic()
        server.send_signal(signal.SIGKILL)
        ends: list[OcppRpcError | None] = [*await asyncio.gather(*slow)]
        ends += [error for _, error in await asyncio.gather(*calls)]
        trial.took("all calls have failed after", time.monotonic() - start, 1.0)
        expect(trial, ends, ConnectionClosed)
        start = time.monotonic()
        ends = [await failure_of(each.call(HEARTBEAT)) for each in stations]
        trial.took("50 further calls have failed after", time.monotonic() - start, 0.1)
        expect(trial, ends, ConnectionClosed)


async def stations_killed(trial: Trial) -> None:
    """The process of fifty stations is killed under load."""
    async with (
        trial.server() as (server, url),
        running("stations.py", url, 50, trial.transport) as stations,
    ):
        await all_open(server, 50)
        calls = [
            asyncio.create_task(clear_until_it_fails(each))
            for each in server.connections.values()
        ]
        await asyncio.sleep(0.5)
        start = time.monotonic()
        stations.send_signal(signal.SIGKILL)
        await until(lambda: not server.connections)
        trial.took("all connections are closed after", time.monotonic() - start, 1.0)
        expect(trial, await asyncio.gather(*calls), ConnectionClosed)


async def network_cut(trial: Trial) -> None:
    """The network between stations and server lets nothing pass any more."""
    if reason := network.missing():
        trial.note("left out", reason)
        return
    office = (*trial.office, f"--host={network.OFFICE_ADDRESS}", "--tell")
    async with (
        network.network(),
        running(
            "back_office.py", *office, *PING_ARGUMENTS, namespace=network.OFFICE
        ) as server,
    ):
        url = f"ws://{network.OFFICE_ADDRESS}:{await server.said('listening')}/ocpp"
        told = ("stations.py", url, 10, trial.transport, *PING_ARGUMENTS)
        async with running(*told, namespace=network.STATIONS) as stations:
            await say_opened(stations)
            await asyncio.sleep(1.5)
            start = time.monotonic()
            await network.cut()
            await noticed(trial, "the stations notice", stations, start)
            await noticed(trial, "the server notices", server, start)
        start = time.monotonic()
        await network.mend()
        async with running(*told, namespace=network.STATIONS) as stations:
            await say_opened(stations)
            took = time.monotonic() - start
        trial.took("it is mended; all are connected again after", took, 10.0)


async def noticed(trial: Trial, who: str, program: Program, start: float) -> None:
    """Write down when ten connections were found broken, and how."""
    lines = [await program.line_with("closed") for _ in range(10)]
    times = [line["at"] - start for line in lines]
    trial.took(f"{who} from {min(times):.3f} s on, all after", max(times), NOTICED)
    trial.note("how", dict(Counter(line["how"] for line in lines)))


async def stations_paused(trial: Trial) -> None:
    """The process of ten stations stops; ten others go on."""
    async with (
        trial.server(PINGS) as (server, url),
        running("stations.py", url, 10, trial.transport, "--prefix=A") as others,
        running("stations.py", url, 10, trial.transport, "--prefix=B") as paused,
    ):
        await say_opened(others)
        await say_opened(paused)
        stopped = [server.connections[f"B{number:03}"] for number in range(10)]
        answering = [server.connections[f"A{number:03}"] for number in range(10)]
        meanwhile = asyncio.create_task(latencies(answering, 3.0))
        start = time.monotonic()
        paused.send_signal(signal.SIGSTOP)
        ends = await asyncio.gather(*(clear(each, 0.3) for each in stopped))
        trial.took("calls to them fail after", time.monotonic() - start, 0.5)
        expect(trial, ends, CallTimeout)
        ends = await asyncio.gather(*(clear(each, None) for each in stopped))
        trial.took(
            "calls without a limit fail after", time.monotonic() - start, NOTICED
        )
        expect(trial, ends, ConnectionClosed)
        show(trial, await meanwhile)
        count = len(server.connections)
        trial.check("connections left", count, count == 10)
        start = time.monotonic()
        paused.send_signal(signal.SIGCONT)
        for _ in range(10):
            await paused.said("closed")
        trial.took("they go on, and notice after", time.monotonic() - start, 1.0)


async def calls_unread(trial: Trial) -> None:
    """A station reads nothing of what the server calls."""
    async with trial.server(NO_PINGS) as (server, url), AsyncExitStack() as stack:
        answering = await some_connections(stack, trial, server, url)
        await stack.enter_async_context(sockets.deaf_station(url))
        connection = await server.connections.wait_for("DEAF", 5)
        meanwhile = asyncio.create_task(latencies(answering, 2.5))
        memory_before, tasks_before = memory(), len(asyncio.all_tasks())
        request = v16.DataTransferRequest(vendor_id="x", data="x" * 200_000)
        ends = [
            await failure_of(connection.call(request, timeout=0.01, total_timeout=0.02))
            for _ in range(200)
        ]
        expect(trial, ends, CallTimeout)
        trial.grown(memory_before, 8.0)
        tasks = len(asyncio.all_tasks()) - tasks_before
        trial.check("tasks that wait", tasks, tasks < 10)
        show(trial, await meanwhile)
        start = time.monotonic()
        await connection.close()
        trial.took("it is closed after", time.monotonic() - start, 3.0)


async def answers_unread(trial: Trial) -> None:
    """A station calls and calls, and reads no answer."""
    async with trial.server(PINGS) as (server, url), AsyncExitStack() as stack:
        answering = await some_connections(stack, trial, server, url)
        deaf = await stack.enter_async_context(sockets.deaf_station(url))
        before, start = memory(), time.monotonic()
        meanwhile = asyncio.create_task(latencies(answering, 3.0))
        sent = await sockets.call_until_cut(deaf)
        took = time.monotonic() - start
        if trial.transport in NO_CUT:
            trial.note("not cut", NO_CUT[trial.transport])
        else:
            trial.took("for want of pongs it is cut after", took, NOTICED)
        megabytes = sent / 2**20
        trial.check("MiB of calls sent", f"{megabytes:.1f}", megabytes < 32)
        trial.grown(before, 8.0)
        show(trial, await meanwhile)


async def handshake_flood(trial: Trial) -> None:
    """Thousands connect, and do not complete their handshake."""
    told = (*trial.office, "--open-timeout=3")
    async with running("back_office.py", *told) as server:
        port = await server.said("listening")
        url = f"ws://127.0.0.1:{port}/ocpp"
        await serve_some(trial, "before, stations are served in", url)
        before, start = server.descriptors(), time.monotonic()
        async with (
            sockets.opened(port, 3000) as silent,
            sockets.opened(port, 300) as slow,
        ):
            trial.took("3,300 have connected after", time.monotonic() - start, 3.0)
            cutting = asyncio.create_task(see_them_cut(trial, silent, slow))
            await serve_some(trial, "meanwhile, stations are served in", url)
            await cutting
        await until(lambda: server.descriptors() <= before)
        left = server.descriptors() - before
        trial.check("descriptors left in the server", left, left <= 0)
        await serve_some(trial, "afterwards, stations are served in", url)
        trial.logged = server.logged


async def see_them_cut(
    trial: Trial, silent: Sequence[socket], slow: Sequence[socket]
) -> None:
    """Write down when the server cuts those who take too long."""
    start = time.monotonic()
    if trial.transport in NO_OPEN_LIMIT:
        trial.note("not cut", NO_OPEN_LIMIT[trial.transport])
        return
    left = await asyncio.gather(sockets.uncut(silent), sockets.drip_until_cut(slow))
    trial.took("they are cut after", time.monotonic() - start, 5.0)
    trial.check("not cut, of 3000 silent and 300 slow ones", left, not any(left))


async def descriptors_used_up(trial: Trial) -> None:
    """More connect than the server may have descriptors."""
    told = (*trial.office, "--descriptors=100")
    async with running("back_office.py", *told) as server:
        port = await server.said("listening")
        url = f"ws://127.0.0.1:{port}/ocpp"
        async with connected(url, "OLD", trial.transport) as station:
            await station.call(HEARTBEAT)
            async with sockets.opened(port, 200):
                await asyncio.sleep(2)
                trial.note("descriptors of the server", server.descriptors())
                ends = [await failure_of(station.call(HEARTBEAT)) for _ in range(20)]
                expect(trial, ends, type(None))
            start = time.monotonic()
            while await failure_of(enter_and_leave(url, trial)):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
            took = time.monotonic() - start
            trial.took("when they have gone, stations are let in after", took, 5.0)
            await serve_some(trial, "and served in", url)
        count = server.logged.total()
        ok = count < 100 or trial.transport in MANY_ERRORS
        trial.check("errors logged by the server", count, ok)


async def thousand_rounds(trial: Trial) -> None:
    """A thousand stations connect, call and go, each in one way of several."""
    chance = random.Random(0)
    gate = asyncio.Semaphore(20)
    async with trial.server() as (server, url):

        async def play(number: int) -> None:
            async with gate:
                await chance.choice(WAYS)(trial, server, url, f"CP{number}")

        start = time.monotonic()
        await asyncio.gather(*(play(number) for number in range(1000)))
        trial.note("1,000 rounds in", seconds_since(start))
        await until(lambda: not server.connections)
        left = server.connections.total
        trial.check("connections left", left, left == 0)


async def station_closes(trial: Trial, _: Server, url: str, identity: str) -> None:
    """A station goes in an orderly way."""
    async with connected(url, identity, trial.transport) as station:
        await station.call(HEARTBEAT)


async def station_aborts(trial: Trial, _: Server, url: str, identity: str) -> None:
    """A station goes without a word, in the middle of a call."""
    async with connected(url, identity, trial.transport) as station:
        call = asyncio.create_task(slow_call(station, 60))
        await asyncio.sleep(0.01)
        station.abort()
        await call


async def station_cancels(trial: Trial, _: Server, url: str, identity: str) -> None:
    """A station is ended from outside, wherever it is."""

    async def go_on() -> None:
        async with connected(url, identity, trial.transport) as station:
            await call_until_it_fails(station)

    task = asyncio.create_task(go_on())
    await asyncio.wait([task], timeout=random.random() / 50)
    task.cancel()
    await asyncio.wait([task])


async def server_closes(trial: Trial, server: Server, url: str, identity: str) -> None:
    """The server closes the connection."""
    async with connected(url, identity, trial.transport) as station:
        await station.call(HEARTBEAT)
        await server.connections[identity].close()
        await station.wait_closed()


async def server_aborts(trial: Trial, server: Server, url: str, identity: str) -> None:
    """The server cuts the connection, in the middle of calls both ways."""
    async with connected(url, identity, trial.transport) as station:
        slow = asyncio.create_task(slow_call(station, 60))
        connection = await server.connections.wait_for(identity)
        call = asyncio.create_task(clear_until_it_fails(connection))
        await asyncio.sleep(0.01)
        connection.abort()
        await asyncio.gather(slow, call)


async def handshake_ends(_: Trial, __: Server, url: str, ___: str) -> None:
    """Somebody goes in the middle of the handshake."""
    async with sockets.opened(sockets.port_of(url), 1) as [half]:
        await sockets.send(half, sockets.REQUEST[:40])


async def station_resets(_: Trial, server: Server, url: str, identity: str) -> None:
    """The network ends a connection."""
    async with sockets.deaf_station(url, identity) as station:
        await server.connections.wait_for(identity)
        sockets.reset(station)


WAYS = (
    station_closes,
    station_aborts,
    station_cancels,
    server_closes,
    server_aborts,
    handshake_ends,
    station_resets,
)


async def server_closed(trial: Trial) -> None:
    """The server closes under load; some handlers never end, and a station is deaf."""
    rules = ServerSettings(drain_timeout=3.0)
    settings = Settings(close_timeout=1.5)
    async with (
        trial.server(NO_PINGS, settings, rules) as (server, url),
        AsyncExitStack() as stack,
    ):
        stations = await some_stations(stack, trial, url, 30)
        await stack.enter_async_context(sockets.deaf_station(url))
        await server.connections.wait_for("DEAF", 5)
        busy, slow, endless = stations[:10], stations[10:20], stations[20:]
        loads = [asyncio.create_task(call_until_it_fails(each)) for each in busy]
        calls = [asyncio.create_task(slow_call(each, 0.5)) for each in slow]
        stuck = [asyncio.create_task(slow_call(each, 60)) for each in endless]
        await asyncio.sleep(0.2)
        start = time.monotonic()
        closing = asyncio.create_task(server.close())
        await asyncio.sleep(0.1)
        late = failure_of(enter_and_leave(url, trial))
        expect(trial, [await late], HandshakeFailed)
        answers = await asyncio.gather(*calls)
        trial.took("accepted calls are done after", time.monotonic() - start, 1.0)
        expect(trial, answers, type(None))
        expect(
            trial, [error for _, error in await asyncio.gather(*loads)], OcppRpcError
        )
        expect(trial, await asyncio.gather(*stuck), ConnectionClosed)
        trial.took("calls without end have failed after", time.monotonic() - start, 2.0)
        await closing
        trial.took("the server is closed after", time.monotonic() - start, 3.5)
        ends = Counter(str(each.end) for each in stations)
        trial.check("ends", dict(ends), all("1001" in end for end in ends))


async def enter_and_leave(url: str, trial: Trial) -> None:
    """Connect a station, if it is let in."""
    async with connected(url, "LATE", trial.transport):
        pass


async def some_stations(
    stack: AsyncExitStack, trial: Trial, url: str, count: int
) -> list[Connection]:
    """Connect stations of this process."""
    return [
        await stack.enter_async_context(connected(url, f"CP{each}", trial.transport))
        for each in range(count)
    ]


async def some_connections(
    stack: AsyncExitStack, trial: Trial, server: Server, url: str
) -> list[Connection]:
    """Connect ten stations; return the connections of the server."""
    await some_stations(stack, trial, url, 10)
    await all_open(server, 10)
    return [*server.connections.values()]


async def all_open(server: Server, count: int) -> None:
    """Wait until so many stations are connected."""
    await until(lambda: len(server.connections) == count)


async def say_opened(stations: Program) -> None:
    """Wait until ten stations of a program are connected."""
    for _ in range(10):
        await stations.said("opened")


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so, but not for ever."""
    limit = time.monotonic() + 20
    while not condition() and time.monotonic() < limit:  # noqa: ASYNC110
        await asyncio.sleep(0.005)


async def failure_of(awaitable: Awaitable[object]) -> OcppRpcError | None:
    """Return how something fails; None if it does not."""
    try:
        await awaitable
    except OcppRpcError as error:
        return error
    return None


async def slow_call(station: Connection, seconds: float) -> OcppRpcError | None:
    """Make a call that takes long to answer; return how it fails."""
    request = v16.DataTransferRequest(vendor_id="x", message_id=str(seconds))
    return await failure_of(station.call(request, timeout=None))


async def clear(connection: Connection, limit: float | None) -> OcppRpcError | None:
    """Call a station; return how that fails."""
    return await failure_of(connection.call(v16.ClearCacheRequest(), timeout=limit))


async def clear_until_it_fails(connection: Connection) -> OcppRpcError:
    """Call a station again and again; return how that fails."""
    while True:
        error = await clear(connection, None)
        if error is not None:
            return error


async def latencies(connections: Sequence[Connection], seconds: float) -> list[float]:
    """Call stations in turn for some time; return how long each call took."""
    times: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for each in connections:
            start = time.monotonic()
            await each.call(v16.ClearCacheRequest(), timeout=5)
            times.append(time.monotonic() - start)
        await asyncio.sleep(0.01)
    return times


async def serve_some(trial: Trial, what: str, url: str) -> None:
    """Connect stations, one after the other, and let each call once."""
    times: list[float] = []
    for number in range(20):
        start = time.monotonic()
        async with connected(url, f"CP{number}", trial.transport) as station:
            await station.call(HEARTBEAT)
            times.append(time.monotonic() - start)
    trial.check(what, milliseconds(times), max(times) < 5)


def expect(
    trial: Trial, ends: Iterable[object], kind: type[OcppRpcError] | type[None]
) -> None:
    """Write down how calls have ended; they should have ended in one way."""
    ends = list(ends)
    counts = Counter("answered" if end is None else f"{end!r:.90}" for end in ends)
    how = "; ".join(f"{count} x {end}" for end, count in counts.items())
    trial.check(f"{len(ends)} ended", how, all(isinstance(end, kind) for end in ends))


def show(trial: Trial, times: Sequence[float]) -> None:
    """Write down how long calls to other stations took meanwhile."""
    trial.check("others answer in", milliseconds(times), max(times) < 0.5)


def milliseconds(times: Sequence[float]) -> str:
    """Return the median and the longest time of some."""
    median, longest = statistics.median(times) * 1e3, max(times) * 1e3
    return f"{median:.1f} ms, the slowest of {len(times)} in {longest:.1f} ms"


def seconds_since(start: float) -> str:
    """Return the time since then."""
    return f"{time.monotonic() - start:.3f} s"


SCENARIOS: Mapping[str, Callable[[Trial], Awaitable[None]]] = {
    scenario.__name__: scenario
    for scenario in (
        server_killed,
        stations_killed,
        network_cut,
        stations_paused,
        calls_unread,
        answers_unread,
        handshake_flood,
        descriptors_used_up,
        thousand_rounds,
        server_closed,
    )
}


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description="What happens when something breaks.")
    parser.add_argument(
        "scenarios", nargs="*", metavar="SCENARIO", default=[*SCENARIOS]
    )
    parser.add_argument(
        "--transport", nargs="+", choices=TRANSPORTS, default=TRANSPORTS
    )
    parser.add_argument("--uvloop", action="store_true")
    return parser.parse_args()


async def start_and_end() -> None:
    """Have a process end; then what the event loop keeps open for them is open."""
    process = await asyncio.create_subprocess_exec("true", stdout=PIPE)
    await process.communicate()


async def main(told: argparse.Namespace) -> int:
    """Run the scenarios; return how many have shown a fault."""
    raise_limits()
    await start_and_end()
    faults = 0
    for transport in told.transport:
        for name in told.scenarios:
            trial = Trial(transport, uvloop=told.uvloop)
            faults += not await attempt(name, SCENARIOS[name], trial)
    print(f"{faults} scenarios with faults")
    return faults


if __name__ == "__main__":
    options = arguments()
    run = uvloop.run if options.uvloop else asyncio.run
    sys.exit(run(main(options)) > 0)
