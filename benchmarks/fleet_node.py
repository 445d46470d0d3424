"""A node of a fleet that is measured; or a server of its own, which is the measure.

    python benchmarks/fleet_node.py [URL FLEET NODE]

It says its port. A line `calls COUNT AT_ONCE FIRST STATIONS` has it call stations of
its own, locally; it says how many were answered.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack
from itertools import cycle, islice

from benchmarks.processes import raise_limits, say
from ocpp_messages import v16
from ocpp_rpc import Router, Server, fleet

__all__ = ["RESET", "accepted", "at_once", "name_of"]

RESET = v16.ResetRequest(type=v16.ResetType.SOFT)


def name_of(number: int) -> str:
    """Return the identity of a station."""
    return f"CP{number:06}"


def accepted(response: v16.ResetResponse) -> bool:
    """Tell whether a station has answered as it does."""
    return response.status is v16.ResetStatus.ACCEPTED


async def at_once(
    count: int,
    most: int,
    first: int,
    stations: int,
    call: Callable[[str], Awaitable[bool]],
) -> int:
    """Call stations one after the other, some at once; return how many answered.

    Args:
        count: How many calls.
        most: How many at once.
        first: The number of the first station.
        stations: How many there are.
        call: Calls a station, and returns whether it has answered.
    """
    numbers = islice(cycle(range(first, first + stations)), count)

    async def work() -> int:
        return sum([await call(name_of(number)) for number in numbers])

    return sum(await asyncio.gather(*(work() for _ in range(most))))


async def lines() -> AsyncGenerator[str, None]:
    """Iterate over the lines of standard input."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    while line := await reader.readline():
        yield line.decode()


async def main(*arguments: str) -> None:
    """Serve, and call when told to."""
    raise_limits()
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(Server(Router(), versions=["1.6"]))
        if arguments:
            url, name, node = arguments
            bus = await stack.enter_async_context(await fleet.nats(url))
            await stack.enter_async_context(
                fleet.Node(server, bus, name=name, node=node)
            )
        await server.listen("127.0.0.1", 0)
        say(port=server.port)

        async def call(identity: str) -> bool:
            return accepted(await server.connections[identity].call(RESET))

        async for line in lines():
            count, most, first, stations = map(int, line.split()[1:])
            say(answered=await at_once(count, most, first, stations, call))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
