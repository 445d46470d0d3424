"""A node as a process of its own: `python -m tests.fleet.program URL FLEET NODE PORT`.

It writes `ready` once it takes part. SIGTERM lets its stations go, then ends it.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import sys

from ocpp_rpc import Server, fleet
from tests.support.served import HOST, heartbeats

__all__ = ["main"]


async def main(url: str, name: str, node: str, port: int) -> None:
    logging.basicConfig(level=logging.INFO)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with (
        await fleet.nats(url) as bus,
        Server(heartbeats(), versions=["1.6"]) as server,
        fleet.Node(server, bus, name=name, node=node) as running,
    ):
        await server.listen(HOST, port)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await stop.wait()
        await running.drain(per_second=200)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
