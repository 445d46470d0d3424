"""What a console costs a back office, in processor time: none, and with its page open.

    python -m benchmarks.console [--seconds 20]

300 chargers send 50 MeterValues a second together, over sockets. The back office is a
process of its own, whose processor time is what Linux says of it. The page is open in
Chromium, if that is installed, on the list and on the frames of one charger.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import uvicorn

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import console

__all__ = ["main"]

CHARGERS: Final = 300
RATE: Final = 50
TICK: Final = os.sysconf("SC_CLK_TCK")

routes = ocpp_rpc.Router()


@routes.on(v16.MeterValuesRequest)
def meter(_: v16.MeterValuesRequest) -> v16.MeterValuesResponse:
    """Take values."""
    return v16.MeterValuesResponse()


async def serve(port: int, page: int) -> None:
    """Be the back office; with a page, have a console."""
    async with ocpp_rpc.Server(routes, versions=["1.6"]) as server:
        app: Any = console.app(server) if page else _nothing
        await server.listen("127.0.0.1", port)
        config = uvicorn.Config(app, port=page or 0, log_level="error", lifespan="off")
        await uvicorn.Server(config).serve()


async def _nothing(_scope: Any, _receive: Any, _send: Any) -> None:
    """Answer nobody."""


async def charge(port: int, process: int, seconds: float) -> float:
    """Have chargers send; return the share of a core that a process takes meanwhile."""
    async with AsyncExitStack() as stack:
        connections = [
            await stack.enter_async_context(
                ocpp_rpc.connect(
                    f"ws://127.0.0.1:{port}/ocpp", f"CP{n:03}", versions=["1.6"]
                )
            )
            for n in range(CHARGERS)
        ]
        loop = asyncio.get_running_loop()
        await asyncio.sleep(3)  # until the page is there
        begun, used = loop.time(), _used(process)
        for number, each in enumerate(itertools.cycle(connections)):
            if loop.time() - begun > seconds:
                break
            await asyncio.sleep(max(0.0, begun + number / RATE - loop.time()))
            await each.call(_values(number))
        return (_used(process) - used) / (loop.time() - begun)
    raise AssertionError


def _values(number: int) -> v16.MeterValuesRequest:
    sampled = [v16.SampledValue(value=str(number)), v16.SampledValue(value="230")]
    value = v16.MeterValue(timestamp=datetime.now(UTC), sampled_value=sampled)
    return v16.MeterValuesRequest(
        connector_id=1, transaction_id=number % 7, meter_value=[value]
    )


def _used(process: int) -> float:
    """Return how many seconds of processor time a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


@contextmanager
def chromium(url: str) -> Generator[None]:
    """Have a page open."""
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("chromium is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ("--headless", "--no-sandbox", "--remote-debugging-port=0")
        opened = subprocess.Popen(
            (program, *options, f"--user-data-dir={profile}", url),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield
        finally:
            opened.terminate()
            opened.wait()


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def measure(name: str, place: str | None, seconds: float, *, console: bool) -> None:
    """Measure one case, and print it."""
    port, page = _free(), _free() if console else 0
    arguments = ("-m", "benchmarks.console", "--serve", str(port), str(page))
    with subprocess.Popen((sys.executable, *arguments)) as server:
        try:
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except ConnectionRefusedError:
                    asyncio.run(asyncio.sleep(0.1))
            if place is None:
                share = asyncio.run(charge(port, server.pid, seconds))
            else:
                with chromium(f"http://127.0.0.1:{page}/{place}"):
                    share = asyncio.run(charge(port, server.pid, seconds))
        finally:
            server.terminate()
    print(f"{name:40} {share:6.1%} of a core", flush=True)


def main() -> None:
    """Measure all cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--serve", type=int, nargs=2)
    options = parser.parse_args()
    if options.serve:
        asyncio.run(serve(*options.serve))
        return
    for name, place, has_console in (
        ("no console", None, False),
        ("a console, no page open", None, True),
        ("the list open", "", True),
        ("the page of one charger open", "#/charger/CP001", True),
    ):
        measure(name, place, options.seconds, console=has_console)


if __name__ == "__main__":
    main()
