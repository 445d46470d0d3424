"""An endpoint of ASGI: what it tells an ASGI server, and where it may be mounted."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.routing import Mount, WebSocketRoute

from ocpp_messages import v16
from ocpp_rpc import (
    Connection,
    ConnectionClosed,
    HandshakeFailed,
    HandshakeRefused,
    NegotiationFailed,
    Server,
    connect,
)
from ocpp_rpc.back_office.handshake import Handshake
from ocpp_rpc.security.server import Profile0
from ocpp_rpc.transports import (
    Admission,
    Failure,
    HandshakeRequest,
    HttpAnswer,
    Peer,
    Transport,
    TransportClosed,
)
from ocpp_rpc.transports.asgi import AsgiTransport, Endpoint, Message, Scope
from tests.support.served import IDENTITIES, MOMENT, heartbeats
from tests.transports.adapters import HOST, SUBPROTOCOL, Address, Doors
from tests.transports.asgi import serving

REFUSAL = HttpAnswer(503, "later\n", {"Retry-After": "7"})
HEARTBEAT = v16.HeartbeatRequest()


def websocket(**changes: Any) -> Scope:
    """Return the scope of a WebSocket that is asked for."""
    scope: dict[str, Any] = {
        "type": "websocket",
        "path": "/ocpp/CP 001",
        "raw_path": b"/ocpp/CP%20001",
        "query_string": b"",
        "headers": [],
        "subprotocols": [SUBPROTOCOL],
        "client": (HOST, 4711),
        "extensions": {"websocket.http.response": {}},
    }
    return {name: value for name, value in (scope | changes).items() if value != ...}


def http(method: str) -> Scope:
    return websocket(type="http", method=method)


class Client:
    """An ASGI server with one client; it takes everything until it is `stuck`."""

    def __init__(self, *messages: str) -> None:
        self.sent: list[Message] = []
        self.stuck = False
        self.fault: Exception | None = None
        self._events: asyncio.Queue[Message] = asyncio.Queue()
        self.says({"type": "websocket.connect"})
        for text in messages:
            self.says({"type": "websocket.receive", "text": text})

    def says(self, event: Message) -> None:
        self._events.put_nowait(event)

    def leaves(self, **details: Any) -> None:
        self.says({"type": "websocket.disconnect", **details})

    async def receive(self) -> Message:
        return await self._events.get()

    async def send(self, message: Message) -> None:
        if self.fault is not None:
            raise self.fault
        if self.stuck:
            await asyncio.Event().wait()
        self.sent.append(message)
        refused = message == {"type": "websocket.close"}
        if refused or message["type"] == "websocket.http.response.body":
            self.leaves(code=1006)


class Guard:
    """An acceptor that takes its time."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.decides = asyncio.Event()
        self.gave_up = False
        self.doors = Doors()

    async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
        self.asked.set()
        try:
            await self.decides.wait()
        except asyncio.CancelledError:
            self.gave_up = True
            raise
        return await self.doors.admit(request)

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        self.doors.turned_away(client, cause, reason, error)


@asynccontextmanager
async def opened(
    client: Client, close_timeout: float = 10.0
) -> AsyncGenerator[Transport, None]:
    """Open a WebSocket, and leave no task behind."""
    doors, before = Doors(), asyncio.all_tasks()
    endpoint = Endpoint(doors, close_timeout=close_timeout)
    serving = asyncio.create_task(endpoint(websocket(), client.receive, client.send))
    yield await doors.opened.get()
    doors.closing.set()
    await serving
    await ended(asyncio.all_tasks() - before)


async def ended(tasks: set[asyncio.Task[Any]]) -> None:
    """Wait for tasks that are about to end."""
    if tasks:
        _, left = await asyncio.wait(tasks, timeout=5)
        assert not left


async def end_of(transport: Transport) -> tuple[int, str]:
    with pytest.raises(TransportClosed) as caught:
        await transport.recv()
    return caught.value.code, caught.value.reason


# --- What an acceptor is asked --------------------------------------------------------


async def asked(scope: Scope) -> HandshakeRequest:
    doors, client = Doors(REFUSAL), Client()
    await Endpoint(doors)(scope, client.receive, client.send)
    (request,) = doors.requests
    return request


@pytest.mark.parametrize(
    ("changes", "target"),
    [
        ({}, "/ocpp/CP%20001"),
        ({"raw_path": b"/ocpp/a%2Fb", "query_string": b"c=d"}, "/ocpp/a%2Fb?c=d"),
        ({"raw_path": ...}, "/ocpp/CP%20001"),
        ({"raw_path": None, "path": "/ocpp/é%"}, "/ocpp/%C3%A9%25"),
    ],
)
async def test_the_target_is_as_the_client_wrote_it(
    changes: dict[str, Any], target: str
) -> None:
    assert (await asked(websocket(**changes))).target == target


async def test_headers_that_an_asgi_server_keeps_back() -> None:
    lines = [(b"X-Acme", b"1"), (b"x-acme", b"\xe9")]
    request = await asked(websocket(headers=lines, subprotocols=["b", "a"]))
    assert request.headers == {
        "x-acme": "1, é",
        "upgrade": "websocket",
        "sec-websocket-protocol": "b, a",
    }


@pytest.mark.parametrize(
    ("client", "address"), [((HOST, 4711), (HOST, 4711)), (None, None), (..., None)]
)
async def test_the_address(client: Any, address: Address | None) -> None:
    peer = (await asked(websocket(client=client))).peer
    assert peer.address == address
    assert peer.certificate is None


# --- What is answered -----------------------------------------------------------------


async def test_a_refusal() -> None:
    client = Client()
    await Endpoint(Doors(REFUSAL))(websocket(), client.receive, client.send)
    assert client.sent == [
        {
            "type": "websocket.http.response.start",
            "status": 503,
            "headers": [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", b"6"),
                (b"retry-after", b"7"),
            ],
        },
        {"type": "websocket.http.response.body", "body": b"later\n"},
    ]


@pytest.mark.parametrize("extensions", [{}, None, ...])
async def test_a_refusal_where_the_server_knows_one_only(extensions: Any) -> None:
    client, scope = Client(), websocket(extensions=extensions)
    await Endpoint(Doors(REFUSAL))(scope, client.receive, client.send)
    assert client.sent == [{"type": "websocket.close"}]


@pytest.mark.parametrize("subprotocol", [SUBPROTOCOL, None])
async def test_an_acceptance(subprotocol: str | None) -> None:
    client = Client()
    doors = Doors(subprotocol=subprotocol, headers={"X-Acme": "é"})
    doors.closing.set()
    await Endpoint(doors)(websocket(), client.receive, client.send)
    assert client.sent == [
        {
            "type": "websocket.accept",
            "subprotocol": subprotocol,
            "headers": [(b"x-acme", b"\xe9")],
        }
    ]


@pytest.mark.parametrize(
    ("method", "doors", "status"),
    [
        ("GET", Doors(HttpAnswer(200, "ok\n")), 200),
        ("HEAD", Doors(HttpAnswer(200, "ok\n")), 200),
        ("POST", Doors(), 405),
        ("GET", Doors(), 426),
    ],
    ids=["GET", "HEAD", "POST", "WebSocket over HTTP"],
)
async def test_a_plain_request(method: str, doors: Doors, status: int) -> None:
    client = Client()
    await Endpoint(doors)(http(method), client.receive, client.send)
    start, body = client.sent
    assert (start["type"], start["status"]) == ("http.response.start", status)
    assert body["type"] == "http.response.body"


async def test_other_scopes() -> None:
    client = Client()
    with pytest.raises(ValueError, match="'lifespan'"):
        await Endpoint(Doors())({"type": "lifespan"}, client.receive, client.send)


# --- A client that does not wait ------------------------------------------------------


async def test_a_client_that_vanishes_is_not_decided_about() -> None:
    guard, client = Guard(), Client()
    opening = asyncio.create_task(
        Endpoint(guard)(websocket(), client.receive, client.send)
    )
    await guard.asked.wait()
    client.leaves(code=1006)
    await opening
    await asyncio.sleep(0)
    assert guard.gave_up
    assert guard.doors.opened.empty()
    assert client.sent == []


async def test_a_client_that_vanishes_as_it_is_let_in() -> None:
    guard, client = Guard(), Client()
    opening = asyncio.create_task(
        Endpoint(guard)(websocket(), client.receive, client.send)
    )
    await guard.asked.wait()
    guard.decides.set()
    client.leaves(code=1006)
    await opening
    assert guard.doors.opened.empty()


async def test_a_client_that_speaks_before_it_is_let_in() -> None:
    guard, client = Guard(), Client("first", "second")
    opening = asyncio.create_task(
        Endpoint(guard)(websocket(), client.receive, client.send)
    )
    await guard.asked.wait()
    guard.decides.set()
    transport = await guard.doors.opened.get()
    assert [await transport.recv(), await transport.recv()] == ["first", "second"]
    guard.doors.closing.set()
    await opening


async def test_an_asgi_server_that_does_not_wait_either() -> None:
    guard, client, before = Guard(), Client(), asyncio.all_tasks()
    opening = asyncio.create_task(
        Endpoint(guard)(websocket(), client.receive, client.send)
    )
    await guard.asked.wait()
    opening.cancel()
    await asyncio.wait([opening])
    assert opening.cancelled()
    await ended(asyncio.all_tasks() - before)
    assert guard.gave_up


# --- An open WebSocket ----------------------------------------------------------------


async def test_what_serves_may_fail() -> None:
    class Bad(Doors):
        async def serve(self, transport: Transport) -> None:
            raise RuntimeError("bad")

    client = Client()
    with pytest.raises(RuntimeError, match="bad"):
        await Endpoint(Bad())(websocket(), client.receive, client.send)


async def test_bytes() -> None:
    client = Client()
    async with opened(client) as transport:
        client.says({"type": "websocket.receive", "bytes": b"\x00", "text": None})
        assert await transport.recv() == b"\x00"


async def test_a_reader_that_gives_up_loses_nothing() -> None:
    client = Client()
    async with opened(client) as transport:
        reading = asyncio.create_task(transport.recv())
        await asyncio.sleep(0)
        reading.cancel()
        client.says({"type": "websocket.receive", "text": "x"})
        await asyncio.wait([reading])
        assert reading.cancelled()
        assert await transport.recv() == "x"


@pytest.mark.parametrize(
    ("details", "end"),
    [
        ({"code": 4000, "reason": "bye"}, (4000, "bye")),
        ({"code": 1001, "reason": None}, (1001, "")),
        ({"code": 1005, "reason": ""}, (1005, "")),
        ({"code": 1005}, (1006, "")),
        ({}, (1006, "")),
    ],
)
async def test_the_end(details: dict[str, Any], end: tuple[int, str]) -> None:
    client = Client()
    async with opened(client) as transport:
        client.leaves(**details)
        assert await end_of(transport) == end
        assert await end_of(transport) == end


@pytest.mark.parametrize("fault", [OSError(), RuntimeError("after websocket.close")])
async def test_what_cannot_be_written(fault: Exception) -> None:
    client = Client("last")
    async with opened(client) as transport:
        client.fault = fault
        await transport.send("x")
        await asyncio.sleep(0)
        with pytest.raises(TransportClosed):
            await transport.send("x")
        assert await transport.recv() == "last"
        await transport.close(1000, "")
        assert await end_of(transport) == (1006, "")


async def test_messages_wait_for_an_asgi_server_that_has_no_room() -> None:
    client = Client()
    async with opened(client) as transport:
        client.stuck = True
        writing = [asyncio.create_task(transport.send(text)) for text in "abcdefgh"]
        for _ in range(3):
            await asyncio.sleep(0)
        waiting = [task for task in writing if not task.done()]
        assert writing[-1] in waiting
        transport.abort()
        await asyncio.wait(waiting)
        assert {type(task.exception()) for task in waiting} == {TransportClosed}
    assert [each["type"] for each in client.sent] == ["websocket.accept"]


async def test_so_many_messages_wait_for_an_asgi_server() -> None:
    client = Client()
    async with opened(client) as transport:
        client.stuck = True
        assert isinstance(transport, AsgiTransport)
        assert [transport.write(text) for text in "abc"] == [None] * 3
        room = transport.write("d")
        assert room is not None
        transport.abort()
        with pytest.raises(TransportClosed):
            await room


async def test_messages_that_find_no_room_as_the_server_fails() -> None:
    client = Client()
    async with opened(client) as transport:
        client.fault = OSError()
        writing = [asyncio.create_task(transport.send(text)) for text in "abcdefgh"]
        await asyncio.wait(writing)
        assert type(writing[-1].exception()) is TransportClosed


async def test_a_writer_that_gives_up_has_written() -> None:
    client, texts = Client(), "abcdefgh"
    async with opened(client) as transport:
        writing = [asyncio.create_task(transport.send(text)) for text in texts]
        await asyncio.sleep(0)
        writing[-1].cancel()
        await transport.send("i")
        await asyncio.wait(writing)
        assert writing[-1].cancelled()
    assert "".join(each.get("text", "") for each in client.sent) == f"{texts}i"


async def test_a_close_ends_reading() -> None:
    client = Client()
    async with opened(client) as transport:
        reading = asyncio.create_task(end_of(transport))
        await asyncio.sleep(0)
        await transport.close(1001, "bye")
        assert await reading == (1001, "bye")
    assert client.sent[1:] == [
        {"type": "websocket.close", "code": 1001, "reason": "bye"}
    ]


async def test_a_close_is_bounded_in_time() -> None:
    client = Client()
    async with opened(client, close_timeout=0.01) as transport:
        client.stuck = True
        await transport.close(1001, "bye")
        assert await end_of(transport) == (1006, "")


async def test_a_close_that_was_taken_in_the_last_moment() -> None:
    """On a busy machine, one turn of the event loop may take all the time there is."""
    client = Client()
    async with opened(client, close_timeout=0) as transport:
        await transport.close(1001, "bye")
        assert await end_of(transport) == (1001, "bye")
    assert client.sent[1:] == [
        {"type": "websocket.close", "code": 1001, "reason": "bye"}
    ]


async def test_an_abort_ends_the_application() -> None:
    client, doors, before = Client(), Doors(), asyncio.all_tasks()
    serving = asyncio.create_task(
        Endpoint(doors)(websocket(), client.receive, client.send)
    )
    transport = await doors.opened.get()
    assert isinstance(transport, AsgiTransport)
    assert await transport.ping() is False
    transport.abort()
    await serving
    await ended(asyncio.all_tasks() - before)


# --- In an application ----------------------------------------------------------------


def refusing(handshake: Handshake) -> None:
    if handshake.identity == "nobody":
        raise HandshakeRefused(404)


def starlette(server: Server) -> Any:
    endpoint = Endpoint(server, security=Profile0())
    return Starlette(
        routes=[
            Mount("/ocpp", endpoint),
            WebSocketRoute("/one/{identity}", endpoint),
            Mount("/a", routes=[Mount("/b", endpoint)]),
        ]
    )


def fastapi(server: Server) -> Any:
    app = FastAPI()
    app.mount("/ocpp", Endpoint(server, security=Profile0()))
    app.mount("/sub", starlette(server))
    return app


@pytest.mark.parametrize(
    ("application", "place", "root_path"),
    [
        (starlette, "/ocpp", ""),
        (starlette, "/one", ""),
        (starlette, "/a/b", ""),
        (starlette, "/ocpp", "/proxied"),
        (fastapi, "/ocpp", ""),
        (fastapi, "/sub/one", ""),
        (fastapi, "/ocpp", "/proxied"),
    ],
)
async def test_places(
    application: Any, place: str, root_path: str, caplog: pytest.LogCaptureFixture
) -> None:
    server = Server(heartbeats(), versions=["1.6"], on_connect=refusing)
    app = application(server)
    async with server, serving(app, root_path=root_path, log_level="info") as address:
        url = f"ws://{HOST}:{address[1]}{place}"
        async with connect(url, "CP 001", versions=["1.6"]) as station:
            assert (await station.call(HEARTBEAT)).current_time == MOMENT
            connection = server.connections["CP 001"]
            assert connection.handshake is not None
            assert connection.handshake.path == f"{root_path}{place}/CP%20001"
            assert connection.handshake.address is not None
        with pytest.raises(HandshakeFailed) as caught:
            async with connect(url, "nobody", versions=["1.6"]):
                pass
        assert caught.value.status == 404
        with pytest.raises(NegotiationFailed):
            async with connect(url, "CP001", versions=["2.1"]):
                pass
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


@pytest.mark.parametrize(("identity", "segment"), IDENTITIES)
async def test_identities(identity: str, segment: str) -> None:
    async with (
        Server(heartbeats(), versions=["1.6"]) as server,
        serving(starlette(server)) as (_, port),
        connect(f"ws://{HOST}:{port}/ocpp", identity, versions=["1.6"]) as station,
    ):
        await station.call(HEARTBEAT)
        (connection,) = server.connections.all()
        assert connection.handshake is not None
        assert (connection.identity, connection.handshake.path) == (
            identity,
            f"/ocpp/{segment}",
        )


# --- The end of the program -----------------------------------------------------------


class Slow(v16.CentralSystem):
    """Takes its time to answer a Heartbeat."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.answers = asyncio.Event()

    async def heartbeat(
        self, request: v16.HeartbeatRequest, connection: Connection
    ) -> v16.HeartbeatResponse:
        self.asked.set()
        await self.answers.wait()
        return v16.HeartbeatResponse(current_time=MOMENT)


class Running(uvicorn.Server):
    """uvicorn, which tells when it has started."""

    def __init__(self, app: Any, stations: Server) -> None:
        super().__init__(uvicorn.Config(app, HOST, 0, log_config=None))
        self.stations = stations
        self.listening = asyncio.Event()
        self.stopping = asyncio.Event()

    @property
    def port(self) -> int:
        port: int = self.servers[0].sockets[0].getsockname()[1]
        return port

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        self.listening.set()


class Draining(Running):
    """uvicorn that lets the stations go before it closes their WebSockets itself."""

    async def shutdown(self, sockets: Any = None) -> None:
        self.stopping.set()
        await self.stations.close()
        await super().shutdown(sockets)


@asynccontextmanager
async def running(
    kind: type[Running], stations: Server
) -> AsyncGenerator[Running, None]:
    """Serve stations until something says `should_exit`."""
    left: list[int] = []

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncGenerator[None, None]:
        async with stations:
            yield
            left.append(stations.connections.total)

    endpoint = Endpoint(stations, security=Profile0())
    app = Starlette(lifespan=lifespan, routes=[Mount("/ocpp", endpoint)])
    server = kind(app, stations)
    task = asyncio.create_task(server.serve())
    await server.listening.wait()
    yield server
    await task
    assert left == [0]  # uvicorn has closed all before the lifespan ends


async def test_uvicorn_by_itself_lets_nobody_finish() -> None:
    slow = Slow()
    async with (
        running(Running, Server(slow, versions=["1.6"])) as server,
        connect(f"ws://{HOST}:{server.port}/ocpp", "A", versions=["1.6"]) as station,
    ):
        call = asyncio.create_task(station.call(HEARTBEAT))
        await slow.asked.wait()
        server.should_exit = True
        with pytest.raises(ConnectionClosed) as caught:
            await call
        assert caught.value.code == 1012


async def test_calls_are_answered_before_uvicorn_ends() -> None:
    slow = Slow()
    async with (
        running(Draining, Server(slow, versions=["1.6"])) as server,
        connect(f"ws://{HOST}:{server.port}/ocpp", "A", versions=["1.6"]) as station,
    ):
        call = asyncio.create_task(station.call(HEARTBEAT))
        await slow.asked.wait()
        server.should_exit = True
        await server.stopping.wait()
        slow.answers.set()
        assert (await call).current_time == MOMENT
        await station.wait_closed()
        assert station.end is not None
        assert station.end.code == 1001
