"""The side that is connected to."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed as WebSocketClosed
from websockets.exceptions import InvalidStatus

from ocpp_messages import v16
from ocpp_rpc import (
    Connection,
    ConnectionClosed,
    HandshakeRefused,
    MissingDependency,
    RegistrationError,
    connect,
    serve,
)
from ocpp_rpc.handshake import identity_of
from tests.rpc.served import (
    HOST,
    IDENTITIES,
    MOMENT,
    heartbeats,
    open_raw,
    url_of,
)

# --- Handlers -------------------------------------------------------------------------


async def test_a_factory_of_handlers() -> None:
    class CentralSystem(v16.CentralSystem):
        def __init__(self, connection: Connection) -> None:
            self.connection = connection

        async def heartbeat(
            self, request: v16.HeartbeatRequest, connection: Any
        ) -> v16.HeartbeatResponse:
            assert connection is self.connection
            return v16.HeartbeatResponse(current_time=MOMENT)

    made: list[str] = []

    def factory(connection: Connection) -> CentralSystem:
        made.append(connection.identity)
        return CentralSystem(connection)

    for handler in (CentralSystem, factory):
        async with serve(handler, HOST, versions=["1.6"]) as server:
            for identity in ("a", "b"):
                async with connect(url_of(server), identity, versions=["1.6"]) as cp:
                    await cp.call(v16.HeartbeatRequest())
    assert made == ["a", "b"]


async def test_a_factory_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    def factory(_connection: Connection) -> Any:
        raise KeyError("x")

    async with (
        serve(factory, HOST, versions=["1.6"]) as server,
        connect(url_of(server), "CP001", versions=["1.6"]) as cp,
    ):
        await cp.wait_closed()
        assert dict(server.connections) == {}
    assert "no handler for this connection" in caplog.text


async def test_a_function_of_request_and_connection() -> None:
    async def handler(request: Any, connection: Connection) -> Any:
        assert connection.identity == "CP001"
        return v16.HeartbeatResponse(current_time=MOMENT)

    async with (
        serve(handler, HOST, versions=["1.6"]) as server,
        connect(url_of(server), "CP001", versions=["1.6"]) as cp,
    ):
        await cp.call(v16.HeartbeatRequest())


@pytest.mark.parametrize("handler", [v16.CentralSystem, 5, lambda: None])
async def test_what_is_no_handler_is_refused_at_once(handler: Any) -> None:
    with pytest.raises(RegistrationError):
        async with serve(handler, HOST, versions=["1.6"]):
            pass


# --- Letting in -----------------------------------------------------------------------


@pytest.mark.parametrize(("identity", "encoded"), IDENTITIES)
def test_identity_of_a_path(identity: str, encoded: str) -> None:
    assert identity_of(f"/ocpp/{encoded}") == identity
    assert identity_of(f"/{encoded}") == identity


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 404),
        ("", 404),
        ("/ocpp/", 404),
        ("/ocpp/%", 400),
        ("/ocpp/%4", 400),
        ("/ocpp/%zz", 400),
        ("/ocpp/%ff", 400),
    ],
)
async def test_paths_without_an_identity(path: str, status: int) -> None:
    with pytest.raises(HandshakeRefused) as refused:
        identity_of(path)
    assert refused.value.status == status
    async with serve(None, HOST, versions=["1.6"]) as server:
        with pytest.raises(InvalidStatus) as caught:
            await open_raw(server, path, ["ocpp1.6"])
    assert caught.value.response.status_code == status


async def test_an_identity_cannot_write_lines_of_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc")
    async with (
        serve(heartbeats(), HOST, versions=["1.6"]) as server,
        connect(url_of(server), "CP\nroot: all is well", versions=["1.6"]),
    ):
        pass
    assert "\\nroot" in caplog.text
    assert not [line for line in caplog.text.splitlines() if line.startswith("root")]


@pytest.mark.parametrize(
    ("client", "server_", "expected"),
    [
        (["1.6", "1.5"], ["2.0.1", "1.6", "1.5"], "1.6"),
        (["1.5", "1.6"], ["2.0.1", "1.6", "1.5"], "1.5"),
        (["2.1", "2.0.1", "1.6"], ["1.6", "2.0.1"], "2.0.1"),
    ],
)
async def test_the_order_of_the_client_decides(
    client: list[str], server_: list[str], expected: str
) -> None:
    async with (
        serve(None, HOST, versions=server_) as server,
        connect(url_of(server), "CP001", versions=client) as cp,
    ):
        assert cp.version == expected


@pytest.mark.parametrize("offers", [[], ["ocpp2.0.1"], ["nonsense"]])
async def test_no_common_version_opens_and_closes(offers: list[str]) -> None:
    # OCPP-J 1.6 §3.2: 101 without a subprotocol, then an immediate close.
    async with serve(None, HOST, versions=["1.6"]) as server:
        websocket = await open_raw(server, "/CP001", offers)
        assert websocket.subprotocol is None
        with pytest.raises(WebSocketClosed):
            await websocket.recv()
        assert websocket.close_code == 1002
        assert dict(server.connections) == {}


# --- Stations -------------------------------------------------------------------------


async def test_stations_come_and_go() -> None:
    async with serve(heartbeats(), HOST, versions=["1.6"]) as server:
        for _ in range(2):
            async with connect(url_of(server), "CP001", versions=["1.6"]) as cp:
                await cp.call(v16.HeartbeatRequest())
                ((identity, connection),) = server.connections.items()
                assert identity == "CP001"
            await connection.wait_closed()
            assert dict(server.connections) == {}


async def test_a_newer_connection_replaces_an_older_one() -> None:
    async with (
        serve(heartbeats(), HOST, versions=["1.6", "2.0.1"]) as server,
        connect(url_of(server), "CP001", versions=["1.6"]) as old,
    ):
        older = server.connections["CP001"]
        async with connect(url_of(server), "CP001", versions=["2.0.1"]) as new:
            await old.wait_closed()
            await older.wait_closed()
            with pytest.raises(ConnectionClosed, match="1008 replaced"):
                await old.call(v16.HeartbeatRequest())
            # What is left of the old one does not touch the new one.
            assert server.connections["CP001"].version == "2.0.1"
            assert not new.closed


async def test_the_server_closes_gracefully() -> None:
    started, release = asyncio.Event(), asyncio.Event()

    async def slow(_request: Any, _connection: Any) -> Any:
        started.set()
        await release.wait()
        return v16.HeartbeatResponse(current_time=MOMENT)

    async with serve(slow, HOST, versions=["1.6"]) as server:
        url = url_of(server)
        async with connect(url, "CP001", versions=["1.6"]) as cp:
            call = asyncio.create_task(cp.call(v16.HeartbeatRequest()))
            await started.wait()
            closing = asyncio.create_task(server.close())
            await asyncio.sleep(0)
            release.set()
            assert (await call).current_time == MOMENT
            await closing
            await cp.wait_closed()
            with pytest.raises(ConnectionClosed, match="1001"):
                await cp.call(v16.HeartbeatRequest())


# --- Listening ------------------------------------------------------------------------


async def test_the_addresses_of_a_server() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        assert server.address == (HOST, server.port)
        assert server.port > 0


async def test_a_port_in_use() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        with pytest.raises(OSError, match="in use"):
            async with serve(None, HOST, server.port, versions=["1.6"]):
                pass


@pytest.mark.parametrize("versions", [[], ["1.7"], ["1.6", "x"]])
async def test_versions_that_are_not(versions: list[str]) -> None:
    with pytest.raises(ValueError, match="version"):
        async with serve(None, HOST, versions=versions):
            pass


async def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ocpp_rpc.transports.websockets", None)
    with pytest.raises(MissingDependency, match=r"ocpp-rpc\[websockets\]"):
        async with serve(None, HOST, versions=["1.6"]):
            pass
