"""Client and server over loopback."""

from __future__ import annotations

import asyncio
import base64
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.asyncio.client import connect as websocket_connect
from websockets.asyncio.server import ServerConnection
from websockets.asyncio.server import serve as websocket_serve
from websockets.exceptions import ConnectionClosed as WebSocketClosed
from websockets.exceptions import InvalidStatus
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

import ocpp_messages
from ocpp_messages import v16
from ocpp_rpc import (
    Connection,
    ConnectionClosed,
    HandshakeFailed,
    NegotiationFailed,
    RegistrationError,
    Router,
    Server,
    Settings,
    WebSocketSettings,
    connect,
    serve,
)
from ocpp_rpc.events import Closed, Event
from ocpp_rpc.server import identity_of
from ocpp_rpc.transports import HandshakeRefused, TransportClosed
from ocpp_rpc.transports.websockets import WebSocketTransport

HOST = "127.0.0.1"
MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)
ACCEPTED = v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)
SOFT = v16.ResetRequest(type=v16.ResetType.SOFT)
CHATTER = [pytest.param(version, id=version) for version in ocpp_messages.VERSIONS]


def heartbeats() -> Router:
    """Routes that answer Heartbeat in every version."""
    routes = Router()
    for version in ocpp_messages.VERSIONS:
        package = vars(ocpp_messages.load(version))
        response = package["HeartbeatResponse"](current_time=MOMENT)
        routes.add(package["HeartbeatRequest"], always(response))
    return routes


def always(response: Any) -> Callable[[Any], Any]:
    """Return a handler that always gives the same answer."""

    def handler(_request: Any) -> Any:
        return response

    return handler


def url_of(server: Server) -> str:
    return f"ws://{HOST}:{server.port}/ocpp"


class Charger(v16.ChargePoint):
    async def reset(
        self, request: v16.ResetRequest, connection: Any
    ) -> v16.ResetResponse:
        return ACCEPTED


# --- Conversations --------------------------------------------------------------------


@pytest.mark.parametrize("version", CHATTER)
async def test_both_directions(version: str) -> None:
    package = vars(ocpp_messages.load(version))
    cleared = package["ClearCacheResponse"](status="Accepted")
    station = Router()
    station.add(package["ClearCacheRequest"], always(cleared))
    async with (
        serve(heartbeats(), HOST, versions=ocpp_messages.VERSIONS) as server,
        connect(url_of(server), "CP001", versions=[version], handler=station) as cp,
    ):
        response = await cp.call(package["HeartbeatRequest"]())
        assert response.current_time == MOMENT
        assert (cp.version, cp.identity) == (version, "CP001")
        connection = server.connections["CP001"]
        assert (connection.version, connection.identity) == (version, "CP001")
        assert await connection.call(package["ClearCacheRequest"]()) == cleared


async def test_a_handler_that_calls_back() -> None:
    routes = Router()

    @routes.on(v16.HeartbeatRequest)
    async def heartbeat(
        request: v16.HeartbeatRequest, connection: Connection
    ) -> v16.HeartbeatResponse:
        assert await connection.call(SOFT) == ACCEPTED
        return v16.HeartbeatResponse(current_time=MOMENT)

    async with (
        serve(routes, HOST, versions=["1.6"]) as server,
        connect(url_of(server), "CP1", versions=["1.6"], handler=Charger()) as cp,
    ):
        await cp.call(v16.HeartbeatRequest())
    assert heartbeat is not None


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


# --- Identity -------------------------------------------------------------------------

IDENTITIES = [
    ("RDAM 123", "RDAM%20123"),
    ("RDAM|123", "RDAM%7C123"),
    ("a/b", "a%2Fb"),
    ("a:b@c?d#e", "a%3Ab%40c%3Fd%23e"),
    ("é 日", "%C3%A9%20%E6%97%A5"),
    ("100%", "100%25"),
]


@pytest.mark.parametrize(("identity", "encoded"), IDENTITIES)
async def test_identity_in_the_url(identity: str, encoded: str) -> None:
    paths: list[str] = []

    async def note(websocket: ServerConnection) -> None:
        assert websocket.request is not None
        paths.append(websocket.request.path)

    subprotocols = [Subprotocol("ocpp1.6")]
    async with websocket_serve(note, HOST, 0, subprotocols=subprotocols) as server:
        port = server.sockets[0].getsockname()[1]
        url = f"ws://{HOST}:{port}/a/?x=1"
        async with connect(url, identity, versions=["1.6"]) as cp:
            await cp.wait_closed()
    assert paths == [f"/a/{encoded}?x=1"]


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


async def open_raw(
    server: Server, path: str, subprotocols: Sequence[str]
) -> ClientConnection:
    """Open a WebSocket with another library than ours."""
    return await websocket_connect(
        f"ws://{HOST}:{server.port}{path}",
        subprotocols=[Subprotocol(name) for name in subprotocols] or None,
        proxy=None,
    )


# --- Negotiation ----------------------------------------------------------------------


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


async def test_no_common_version() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        with pytest.raises(NegotiationFailed) as caught:
            async with connect(url_of(server), "CP001", versions=["2.1", "2.0.1"]):
                pass
    assert caught.value.offered == ("2.1", "2.0.1")


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


@pytest.mark.parametrize("versions", [[], ["1.7"], ["1.6", "x"]])
async def test_versions_that_are_not(versions: list[str]) -> None:
    with pytest.raises(ValueError, match="version"):
        async with connect(f"ws://{HOST}:1", "CP001", versions=versions):
            pass
    with pytest.raises(ValueError, match="version"):
        async with serve(None, HOST, versions=versions):
            pass


# --- Failing to connect ---------------------------------------------------------------


@asynccontextmanager
async def refusing(status: int) -> AsyncGenerator[str, None]:
    """A server that refuses every handshake; notes nothing."""

    def refuse(websocket: ServerConnection, _request: Request) -> Response:
        return websocket.respond(status, "no")

    async def unreachable(_websocket: ServerConnection) -> None: ...

    async with websocket_serve(unreachable, HOST, 0, process_request=refuse) as server:
        yield f"ws://user:secret@{HOST}:{server.sockets[0].getsockname()[1]}/x"


@pytest.mark.parametrize(
    ("status", "detail"),
    [(401, "credentials"), (404, "identity"), (503, "available"), (418, "HTTP 418")],
)
async def test_a_server_that_refuses(status: int, detail: str) -> None:
    async with refusing(status) as url:
        with pytest.raises(HandshakeFailed, match=detail) as caught:
            async with connect(url, "CP001", versions=["1.6"]):
                pass
    assert caught.value.status == status
    assert "secret" not in str(caught.value)


async def test_a_server_that_is_not_there() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        url = url_of(server)
    with pytest.raises(HandshakeFailed, match="there is no server") as caught:
        async with connect(url, "CP001", versions=["1.6"]):
            pass
    assert caught.value.status is None
    assert isinstance(caught.value.__cause__, OSError)


async def test_a_url_that_is_none() -> None:
    with pytest.raises(HandshakeFailed, match="scheme"):
        async with connect("http://host", "CP001", versions=["1.6"]):
            pass


async def test_a_server_that_is_silent() -> None:
    async def silent(_reader: Any, writer: asyncio.StreamWriter) -> None:
        await done.wait()
        writer.close()

    done = asyncio.Event()
    async with await asyncio.start_server(silent, HOST, 0) as server:
        url = f"ws://{HOST}:{server.sockets[0].getsockname()[1]}"
        settings = WebSocketSettings(open_timeout=0.05)
        with pytest.raises(HandshakeFailed, match="timed out"):
            async with connect(url, "CP001", versions=["1.6"], websocket=settings):
                pass
        done.set()


async def test_a_port_in_use() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        with pytest.raises(OSError, match="in use"):
            async with serve(None, HOST, server.port, versions=["1.6"]):
                pass


# --- Headers --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("identity", "password", "credentials"),
    [
        ("CP001", "passwörd", "CP001:passwörd".encode()),
        # The example of OCPP-J 1.6 §6.2.2.
        (
            "AL1000",
            bytes([0, 1, 2, 3, 4, 5, 6, 7, *[255] * 12]),
            base64.b64decode("QUwxMDAwOgABAgMEBQYH////////////////"),
        ),
    ],
)
async def test_password_and_headers(
    identity: str, password: str | bytes, credentials: bytes
) -> None:
    requests: list[Request] = []

    async def note(websocket: ServerConnection) -> None:
        assert websocket.request is not None
        requests.append(websocket.request)

    subprotocols = [Subprotocol("ocpp1.6")]
    async with (
        websocket_serve(note, HOST, 0, subprotocols=subprotocols) as server,
        connect(
            f"ws://{HOST}:{server.sockets[0].getsockname()[1]}",
            identity,
            versions=["1.6"],
            password=password,
            headers={"X-Acme": "1"},
        ) as cp,
    ):
        await cp.wait_closed()
    (request,) = requests
    scheme, _, encoded = request.headers["Authorization"].partition(" ")
    assert (scheme, base64.b64decode(encoded)) == ("Basic", credentials)
    assert request.headers["X-Acme"] == "1"


# --- The registry ---------------------------------------------------------------------


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


async def test_the_addresses_of_a_server() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        assert server.address == (HOST, server.port)
        assert server.port > 0


# --- The WebSocket --------------------------------------------------------------------


async def test_a_long_message_closes_the_connection() -> None:
    limits = WebSocketSettings(max_size=1000)
    async with serve(None, HOST, versions=["1.6"], websocket=limits) as server:
        websocket = await open_raw(server, "/CP001", ["ocpp1.6"])
        await websocket.send("x" * 1001)
        with pytest.raises(WebSocketClosed):
            await websocket.recv()
        assert websocket.close_code == 1009


@pytest.mark.parametrize("compression", [True, False])
async def test_compression(compression: bool) -> None:
    settings = WebSocketSettings(compression=compression)
    async with serve(None, HOST, versions=["1.6"], websocket=settings) as server:
        websocket = await open_raw(server, "/CP001", ["ocpp1.6"])
        assert websocket.response is not None
        extensions = websocket.response.headers.get("Sec-WebSocket-Extensions", "")
        assert ("permessage-deflate" in extensions) is compression
        await websocket.close()


@pytest.mark.parametrize("message", [b"\x00", "nonsense", "[" * 100_000])
async def test_bad_messages_do_not_close_the_connection(message: str | bytes) -> None:
    async with serve(heartbeats(), HOST, versions=["1.6"]) as server:
        websocket = await open_raw(server, "/CP001", ["ocpp1.6"])
        await websocket.send(message)
        await websocket.send('[2,"1","Heartbeat",{}]')
        assert await websocket.recv() == (
            '[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]'
        )
        await websocket.close()


async def test_a_broken_connection() -> None:
    async with (
        serve(heartbeats(), HOST, versions=["1.6"]) as server,
        connect(url_of(server), "CP001", versions=["1.6"]) as cp,
    ):
        await cp.call(v16.HeartbeatRequest())
        call = asyncio.create_task(server.connections["CP001"].call(SOFT))
        await asyncio.sleep(0)
        cp.abort()
        with pytest.raises(ConnectionClosed) as caught:
            await call
        assert caught.value.code == 1006


async def test_sending_on_a_closed_websocket() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        websocket = await open_raw(server, "/CP001", ["ocpp1.6"])
        transport = WebSocketTransport(websocket)
        await transport.close(1000, "bye")
        with pytest.raises(TransportClosed) as caught:
            await transport.send("x")
        assert (caught.value.code, caught.value.reason) == (1000, "bye")
        with pytest.raises(TransportClosed):
            await transport.recv()


async def test_settings_reach_the_connections() -> None:
    seen: list[tuple[str, str]] = []

    def observer(event: Any, connection: Connection) -> None:
        seen.append((connection.role, type(event).__name__))

    settings = Settings(observer=observer)
    async with (
        serve(heartbeats(), HOST, versions=["1.6"], settings=settings) as server,
        connect(url_of(server), "CP", versions=["1.6"], settings=settings) as cp,
    ):
        await cp.call(v16.HeartbeatRequest())
    assert ("ChargePoint", "CallSucceeded") in seen
    assert ("CentralSystem", "CallReceived") in seen


async def test_a_host_that_cannot_be_one() -> None:
    with pytest.raises(HandshakeFailed):
        async with connect("ws://a..b/ocpp", "CP001", versions=["1.6"]):
            pass


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


async def test_a_message_that_is_too_large_ends_the_connection_on_both_sides() -> None:
    events: list[Event] = []
    settings = Settings(observer=lambda event, _: events.append(event))
    websocket = WebSocketSettings(max_size=1000)
    async with (
        serve(
            None, HOST, versions=["1.6"], settings=settings, websocket=websocket
        ) as s,
        websocket_connect(
            f"{url_of(s)}/CP001", subprotocols=[Subprotocol("ocpp1.6")]
        ) as peer,
    ):
        await peer.send("x" * 2000)
        with pytest.raises(WebSocketClosed) as caught:
            await peer.recv()
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 1009
    (closed,) = (event for event in events if isinstance(event, Closed))
    assert type(closed.code) is int
    assert closed.code == 1009
