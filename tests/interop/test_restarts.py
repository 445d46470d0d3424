"""A station of ours goes on when the back office of another implementation restarts."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from socket import create_server
from typing import Any, Final

import pytest

import ocpp_messages
import ocpp_rpc
from tests.interop.matrix import case
from tests.interop.mobilityhouse import Mobilityhouse
from tests.interop.npm import Npm, OcppTs
from tests.interop.peers import Stations
from tests.support.served import always

OFFICES: Final = Path(__file__).parent / "offices"
PROGRAMS: Final[Mapping[str, tuple[str, str]]] = {
    Mobilityhouse.name: (sys.executable, "mobilityhouse.py"),
    Npm.name: ("node", "ocpp-rpc.mjs"),
    OcppTs.name: ("node", "ocpp-ts.mjs"),
}
SOON: Final = ocpp_rpc.BackOff(
    retry_back_off_wait_minimum=0.05,
    retry_back_off_random_range=0.0,
    retry_back_off_repeat_times=0,
)


class Office:
    """A back office in a process.

    It answers a Heartbeat, never a DataTransfer, and calls ClearCache on each
    connection. What it says is a word and what that is about.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        self._process = process
        self._lines = process.stdout

    async def said(self) -> tuple[str, str]:
        line: dict[str, str] = json.loads(await self._lines.readline())
        (said,) = line.items()
        return said

    async def kill(self) -> list[tuple[str, str]]:
        """End it at once, and return what it has said."""
        self._process.kill()
        await self._process.wait()
        rest = (await self._lines.read()).splitlines()
        return [said for line in rest for said in json.loads(line).items()]


@asynccontextmanager
async def running(name: str, port: int, version: str) -> AsyncGenerator[Office, None]:
    interpreter, program = PROGRAMS[name]
    process = await asyncio.create_subprocess_exec(
        interpreter, OFFICES / program, str(port), version, stdout=PIPE
    )
    office = Office(process)
    try:
        assert await office.said() == ("listening", str(port))
        yield office
    finally:
        if process.returncode is None:
            await office.kill()


def free_port() -> int:
    with create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@pytest.mark.parametrize(
    ("peer", "version"),
    [
        case(Mobilityhouse(), "1.6"),
        case(Mobilityhouse(), "2.0.1"),
        case(Npm(), "1.6"),
        case(Npm(), "2.0.1"),
        case(OcppTs(), "1.6"),
    ],
)
async def test_a_back_office_that_is_killed_and_restarted(
    peer: Stations, version: str
) -> None:
    package: Any = ocpp_messages.load(version)
    heartbeat = package.HeartbeatRequest()
    routes = ocpp_rpc.Router()
    cleared = package.ClearCacheResponse(status="Accepted")
    routes.add(package.ClearCacheRequest, always(cleared))
    port = free_port()
    connecting = ocpp_rpc.connect(
        f"ws://127.0.0.1:{port}/ocpp",
        "CP001",
        versions=["2.1", version],
        handler=routes,
        back_off=SOON,
    )
    async with asyncio.timeout(20), ocpp_rpc.Station(connecting) as station:
        early = asyncio.create_task(station.call(heartbeat))
        async with running(peer.name, port, version) as office:
            assert (await early).current_time.year == 2026
            said = {await office.said() for _ in range(2)}
            assert said == {("cleared", "Accepted"), ("received", "Heartbeat")}
            transfer = package.DataTransferRequest(vendor_id="com.example")
            unanswered = asyncio.create_task(station.call(transfer))
            assert await office.said() == ("received", "DataTransfer")
            queued = asyncio.create_task(station.call(heartbeat))
            await asyncio.sleep(0)
            assert await office.kill() == []
        with pytest.raises(ocpp_rpc.ConnectionClosed) as caught:
            await unanswered
        assert caught.value.sent
        late = asyncio.create_task(station.call(heartbeat))
        async with running(peer.name, port, version) as office:
            for call in (queued, late):
                assert (await call).current_time.year == 2026
            said = {await office.said() for _ in range(3)}
            assert said == {("cleared", "Accepted"), ("received", "Heartbeat")}
            assert (await station.wait_connected()).version == version
            assert await office.kill() == []  # nothing was written twice
