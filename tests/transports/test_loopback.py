"""Both sides of a connection, over any library."""

from __future__ import annotations

import pytest

from ocpp_messages import v16, v201
from ocpp_rpc import NegotiationFailed, connect, serve
from ocpp_rpc.transports import libraries
from tests.support.served import ACCEPTED, HOST, SOFT, always, heartbeats
from tests.transports.adapters import Adapter, over
from tests.transports.serving import serving
from tests.transports.wire import BINARY, TEXT, opened

HOSTILE = [
    b"",
    b"{}",
    b"[",
    b'"text"',
    b"[2]",
    b'[2,"1",["x"],{}]',
    b'[2,"1","Heartbeat"]',
    b'[9,"1","Heartbeat",{}]',
    b'[3,"unknown",{}]',
    b"[" * 100_000,
    b"[2," + b"9" * 5000 + b"]",
    '[2,"é","\U0001f600",{}]'.encode(),
]


@over()
async def test_calls_both_ways(adapter: Adapter) -> None:
    async with serving(adapter, heartbeats(), versions=["2.0.1", "1.6"]) as (
        server,
        (host, port),
    ):
        async with connect(
            f"ws://{host}:{port}/ocpp",
            "CP 001",
            versions=["1.6"],
            handler=always(ACCEPTED),
            transport=adapter.client,
        ) as station:
            response = await station.call(v16.HeartbeatRequest())
            assert type(response) is v16.HeartbeatResponse
            connection = server.connections["CP 001"]
            assert await connection.call(SOFT) == ACCEPTED
        assert station.closed
        await connection.wait_closed()
        assert connection.end is not None
        assert connection.end.code == 1000
        assert dict(server.connections) == {}


@pytest.mark.parametrize("name", libraries.LIBRARIES)
async def test_libraries_by_name(name: str) -> None:
    async with (
        serve(heartbeats(), HOST, versions=["2.0.1", "1.6"], transport=name) as server,
        connect(
            f"ws://{HOST}:{server.port}", "CP001", versions=["2.0.1"], transport=name
        ) as station,
    ):
        response = await station.call(v201.HeartbeatRequest())
        assert type(response) is v201.HeartbeatResponse


@over()
async def test_no_common_version(adapter: Adapter) -> None:
    async with serving(adapter, versions=["1.6"]) as (_, (host, port)):
        with pytest.raises(NegotiationFailed) as caught:
            async with connect(
                f"ws://{host}:{port}",
                "CP001",
                versions=["2.1"],
                transport=adapter.client,
            ):
                pass
    assert caught.value.offered == ("2.1",)


@over("network")
async def test_hostile_messages(adapter: Adapter) -> None:
    async with (
        serving(adapter, heartbeats()) as (server, address),
        opened(address) as wire,
    ):
        for number, hostile in enumerate(HOSTILE):
            for opcode in (TEXT, BINARY):
                wire.send(opcode, hostile)
            wire.send(TEXT, f'[2,"{number}","Heartbeat",{{}}]'.encode())
            answer = b""
            while not answer.startswith(f'[3,"{number}",'.encode()):
                answer = await wire.message()
        assert list(server.connections) == ["CP001"]
