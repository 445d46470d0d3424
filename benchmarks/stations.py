"""Stations, over any transport; a program, too.

    python benchmarks/stations.py URL COUNT TRANSPORT [...]

Each calls all the time. The program tells when it has connected, and when each
connection is closed, and how its last call failed.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from contextlib import AbstractAsyncContextManager

from benchmarks.processes import raise_limits, say
from ocpp_messages import v16
from ocpp_rpc import Connection, OcppRpcError, Router, WebSocketSettings, connect

__all__ = ["call_until_it_fails", "connected", "routes"]

CLIENTS = {"asgi": "websockets"}
"""The transport of the stations, where that of the server is for servers only."""

routes = Router()


@routes.on(v16.ClearCacheRequest)
async def clear_cache(_: v16.ClearCacheRequest) -> v16.ClearCacheResponse:
    """Clear no cache."""
    return v16.ClearCacheResponse(status=v16.ClearCacheStatus.ACCEPTED)


def connected(
    url: str,
    identity: str,
    transport: str,
    websocket: WebSocketSettings | None = None,
) -> AbstractAsyncContextManager[Connection]:
    """Connect a station."""
    return connect(
        url,
        identity,
        versions=["1.6"],
        handler=routes,
        transport=CLIENTS.get(transport, transport),
        websocket=websocket,
    )


async def call_until_it_fails(
    station: Connection, pause: float = 0.0
) -> tuple[float, OcppRpcError]:
    """Call again and again; return when a call has failed, and how."""
    while True:
        try:
            await station.call(v16.HeartbeatRequest(), timeout=None)
        except OcppRpcError as error:
            return time.monotonic(), error
        await asyncio.sleep(pause)


async def run(number: int, told: argparse.Namespace) -> None:
    """Be a station until its connection is closed."""
    settings = WebSocketSettings(
        ping_interval=told.ping_interval, ping_timeout=told.ping_timeout
    )
    identity = f"{told.prefix}{number:03}"
    async with connected(told.url, identity, told.transport, settings) as station:
        say(opened=identity)
        at, error = await call_until_it_fails(station, told.pause)
        say(closed=identity, at=at, how=f"{type(error).__name__}: {error}")


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("count", type=int)
    parser.add_argument("transport")
    parser.add_argument("--prefix", default="CP")
    parser.add_argument("--pause", type=float, default=0.01, help="between calls")
    parser.add_argument("--ping-interval", type=float, default=20.0)
    parser.add_argument("--ping-timeout", type=float, default=20.0)
    return parser.parse_args()


async def main(told: argparse.Namespace) -> None:
    """Be all stations."""
    raise_limits()
    await asyncio.gather(*(run(number, told) for number in range(told.count)))


if __name__ == "__main__":
    asyncio.run(main(arguments()))
