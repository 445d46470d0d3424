"""Whole servers and stations, on a network without sockets."""

from __future__ import annotations

import asyncio
import base64
import gc
import logging
import ssl
from collections.abc import AsyncGenerator
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
)
from typing import Any, Final, NoReturn

import pytest

import ocpp_messages
from ocpp_messages import v16
from ocpp_rpc import (
    Accept,
    BackOff,
    CallTimeout,
    Connection,
    ConnectionClosed,
    Handshake,
    HandshakeFailed,
    HandshakeRefused,
    NegotiationFailed,
    NotConnectedInTime,
    OnConnect,
    Router,
    Server,
    ServerSettings,
    Settings,
    Station,
    WebSocketSettings,
    connect,
    serve,
)
from ocpp_rpc.protocol.events import Closed
from ocpp_rpc.station.connecting import Connecting
from ocpp_rpc.testing import Network, SeenBy, VirtualClock, network
from ocpp_rpc.transports import Failure, HandshakeRequest, TransportClosed
from ocpp_rpc.transports.memory import MemoryTransport
from tests.support.scripted import ASK, Gate, transfers
from tests.support.served import ACCEPTED, IDENTITIES, MOMENT, SOFT, always, heartbeats
from tests.transports.adapters import Doors

BEAT: Final = v16.HeartbeatRequest()
URL: Final = "ws://csms/ocpp"
STEADY: Final = BackOff(
    retry_back_off_wait_minimum=10,
    retry_back_off_random_range=0,
    retry_back_off_repeat_times=2,
)


class Scene:
    """A server at `csms`, and stations, in virtual time."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.net = network(self.clock)
        self.settings = Settings(clock=self.clock)

    def serve(
        self,
        handler: Any = None,
        *,
        on_connect: OnConnect | None = None,
        **options: Any,
    ) -> AbstractAsyncContextManager[Server]:
        usual: dict[str, Any] = {
            "host": "csms",
            "port": 80,
            "versions": ["1.6"],
            "transport": self.net,
            "settings": self.settings,
        }
        return serve(handler, on_connect=on_connect, **usual | options)

    def connect(
        self, identity: str = "CP001", url: str = URL, **options: Any
    ) -> Connecting:
        usual: dict[str, Any] = {
            "versions": ["1.6"],
            "transport": self.net,
            "settings": self.settings,
            "back_off": STEADY,
        }
        return connect(url, identity, **usual | options)

    async def failure(self, *arguments: Any, **options: Any) -> HandshakeFailed:
        """What keeps a station from connecting."""
        with pytest.raises(HandshakeFailed) as caught:
            async with self.connect(*arguments, **options):
                pass
        return caught.value

    @asynccontextmanager
    async def joined(
        self, *, station: Any = None, **options: Any
    ) -> AsyncGenerator[tuple[Connection, Connection], None]:
        """Both ends of a connection of one station."""
        async with self.serve(**options) as server, self.connect(handler=station) as cp:
            await self.clock.pass_time(0)
            yield cp, server.connections["CP001"]


@pytest.fixture
def scene() -> Scene:
    return Scene()


@asynccontextmanager
async def let_in(scene: Scene, doors: Doors) -> AsyncGenerator[None, None]:
    """Have doors decide about stations."""
    listener = await scene.net.listen(
        doors, "csms", 80, ssl=None, settings=WebSocketSettings()
    )
    async with doors:
        yield
    listener.stop()
    await listener.wait_closed()


async def never(_: Handshake) -> None:
    """A hook that does not decide."""
    await asyncio.Event().wait()


# --- What is as over sockets ----------------------------------------------------------


@pytest.mark.parametrize("version", ocpp_messages.VERSIONS)
async def test_both_directions(scene: Scene, version: str) -> None:
    package = vars(ocpp_messages.load(version))
    cleared = package["ClearCacheResponse"](status="Accepted")
    station = Router()
    station.add(package["ClearCacheRequest"], always(cleared))
    async with (
        scene.serve(heartbeats(), versions=ocpp_messages.VERSIONS) as server,
        scene.connect(versions=[version], handler=station) as cp,
    ):
        response = await cp.call(package["HeartbeatRequest"]())
        assert response.current_time == MOMENT
        connection = server.connections["CP001"]
        assert (cp.version, connection.version) == (version, version)
        assert await connection.call(package["ClearCacheRequest"]()) == cleared
    assert cp.end == connection.end == Closed(1000, "")


@pytest.mark.parametrize(("identity", "encoded"), IDENTITIES)
async def test_what_a_server_is_asked(
    scene: Scene, identity: str, encoded: str
) -> None:
    seen: list[Handshake] = []
    async with (
        scene.serve(on_connect=seen.append),
        scene.connect(
            identity,
            "ws://CSMS/a/?x=1",
            versions=["2.0.1", "1.6"],
            password="pässword",
            headers={"X-Acme": "1"},
        ) as cp,
    ):
        (asked,) = seen
        assert (asked.identity, asked.path) == (identity, f"/a/{encoded}")
        assert asked.query == "x=1"
        assert asked.subprotocols == ("ocpp2.0.1", "ocpp1.6")
        assert asked.credentials is not None
        assert asked.credentials.username == identity.encode()
        assert asked.credentials.password == "pässword".encode()
        assert asked.headers["x-acme"] == "1"
        assert asked.headers["host"] == "csms"
        assert asked.address is not None
        assert asked.address[0] == "127.0.0.1"
        assert cp.peer.address == ("csms", 80)
        assert cp.peer.certificate is None


async def test_credentials_in_the_url(scene: Scene) -> None:
    seen: list[Handshake] = []
    async with (
        scene.serve(on_connect=seen.append),
        scene.connect(url="ws://CP%200:a%40b@csms/"),
    ):
        line = seen[0].headers["authorization"]
        assert base64.b64decode(line.removeprefix("Basic ")) == b"CP 0:a@b"


async def test_what_a_hook_accepts(scene: Scene) -> None:
    accept = Accept(data="data", versions=["1.6"], headers={"X-Acme": "1"})
    versions = ["2.0.1", "1.6"]
    async with (
        scene.serve(on_connect=lambda _: accept, versions=versions) as server,
        scene.connect(versions=versions) as cp,
    ):
        assert (cp.version, server.connections["CP001"].data) == ("1.6", "data")


@pytest.mark.parametrize(
    ("refusal", "detail", "retry_after"),
    [
        (HandshakeRefused(401), "the server wants other credentials", None),
        (HandshakeRefused(404, "who?"), "does not know this path or identity", None),
        (HandshakeRefused(503, retry_after=7), "is not available, and says to", 7),
    ],
)
async def test_a_refusal(
    scene: Scene, refusal: HandshakeRefused, detail: str, retry_after: float | None
) -> None:
    def hook(_: Handshake) -> None:
        raise refusal

    async with scene.serve(on_connect=hook) as server:
        failed = await scene.failure(url="ws://user:secret@csms/ocpp")
        assert (failed.status, failed.retry_after) == (refusal.status, retry_after)
        assert detail in failed.detail
        assert failed.url == "ws://csms/ocpp/CP001"
        assert failed.headers["content-type"] == "text/plain; charset=utf-8"
        assert server.refusals == {refusal.status: 1}


async def test_no_common_version(scene: Scene) -> None:
    async with scene.serve() as server:
        failed = await scene.failure(versions=["2.1", "2.0.1"])
        assert isinstance(failed, NegotiationFailed)
        assert failed.offered == ("2.1", "2.0.1")
        assert server.refusals == {101: 1}
        assert not server.connections


async def test_a_subprotocol_that_was_not_offered(scene: Scene) -> None:
    doors = Doors(subprotocol="ocpp2.1")
    async with let_in(scene, doors):
        failed = await scene.failure()
    assert failed.detail == "the server selected 'ocpp2.1', which is not offered"


async def test_a_newer_connection_replaces_the_older_one(scene: Scene) -> None:
    async with scene.serve() as server, scene.connect() as old, scene.connect() as new:
        await old.wait_closed()
        assert old.end == Closed(1008, "replaced by a newer connection")
        assert not new.closed
        assert server.connections.total == 1


@pytest.mark.parametrize(("size", "fits"), [(4000, True), (4100, False)])
async def test_header_lines_of_a_client(scene: Scene, size: int, fits: bool) -> None:
    headers = {"X-Long": "x" * (size - 200)}
    websocket = WebSocketSettings(max_header_size=4096)
    async with scene.serve(websocket=websocket) as server:
        if fits:
            async with scene.connect(headers=headers):
                pass
        else:
            failed = await scene.failure(headers={"X-Long": "x" * size})
            assert failed.status == 431
        assert server.refusals == ({} if fits else {431: 1})


async def test_header_lines_of_a_server(scene: Scene) -> None:
    accept = Accept(headers={"X-Long": "x" * 5000})
    async with scene.serve(on_connect=lambda _: accept):
        websocket = WebSocketSettings(max_header_size=4096)
        failed = await scene.failure(websocket=websocket)
        assert failed.detail == "the server sent more than 4096 bytes of headers"
        async with scene.connect():
            pass


@pytest.mark.parametrize("side", ["station", "back office"])
async def test_a_message_that_is_too_long(scene: Scene, side: str) -> None:
    small = WebSocketSettings(max_size=100)
    theirs, ours = (small, None) if side == "back office" else (None, small)
    async with (
        scene.serve(websocket=theirs) as server,
        scene.connect(websocket=ours) as cp,
    ):
        await scene.clock.pass_time(0)
        other = server.connections["CP001"]
        caller = cp if side == "back office" else other
        request = v16.DataTransferRequest(vendor_id="x", data="é" * 100)
        with pytest.raises(ConnectionClosed) as caught:
            await caller.call(request)
        assert caught.value.code == 1009
        await other.wait_closed()
        await cp.wait_closed()


async def test_the_server_closes_while_a_hook_decides(scene: Scene) -> None:
    async with scene.serve(on_connect=never) as server:
        dialling = asyncio.create_task(scene.failure())
        await scene.clock.pass_time(0)
        await server.close()
        assert (await dialling).status == 503


# --- Who is reached -------------------------------------------------------------------


async def test_several_servers(scene: Scene) -> None:
    servers: dict[str, tuple[str | None, int]] = {
        "1.5": ("a", 80),
        "1.6": ("b", 80),
        "2.0.1": ("a", 443),
        "2.1": (None, 9000),
    }
    reached = {
        "ws://a": "1.5",
        "ws://A:80/x?y": "1.5",
        "ws://b/x": "1.6",
        "wss://a": "2.0.1",
        "ws://a:443": "2.0.1",
        "ws://whatever:9000": "2.1",
        "ws://[::1]:9000": "2.1",
    }
    async with AsyncExitStack() as stack:
        for version, (host, port) in servers.items():
            await stack.enter_async_context(
                scene.serve(host=host, port=port, versions=[version])
            )
        for url, version in reached.items():
            async with scene.connect(url=url, versions=[*servers]) as cp:
                assert cp.version == version, url


@pytest.mark.parametrize("url", ["ws://other", "ws://csms:81", "wss://csms"])
async def test_nobody_is_there(scene: Scene, url: str) -> None:
    async with scene.serve():
        failed = await scene.failure(url=url)
    assert failed.detail == "there is no server at this address"
    assert isinstance(failed.__cause__, ConnectionRefusedError)
    assert (await scene.failure()).detail == failed.detail


async def test_ports_that_are_chosen(scene: Scene) -> None:
    async with (
        scene.serve(heartbeats(), host=None, port=0) as everywhere,
        scene.serve(heartbeats(), port=0) as server,
    ):
        assert everywhere.address[0] == "0.0.0.0"
        assert server.address == ("csms", server.port)
        assert everywhere.port != server.port
        for host, port in (everywhere.address, server.address):
            async with scene.connect(url=f"ws://{host}:{port}") as cp:
                await cp.call(BEAT)


@pytest.mark.parametrize("host", ["csms", "CSMS", None, "", "0.0.0.0", "::"])
async def test_an_address_in_use(scene: Scene, host: str | None) -> None:
    async with scene.serve():
        with pytest.raises(OSError, match="in use"):
            async with scene.serve(host=host):
                pass
        async with scene.serve(host="other"):
            pass
    async with scene.serve(host=host):
        pass


async def test_a_listener_that_is_stopped_again(scene: Scene) -> None:
    server = Server(None, versions=["1.6"])
    listener = await server.listen("csms", 80, transport=scene.net)
    listener.stop()
    async with scene.serve(heartbeats()):
        listener.stop()
        async with scene.connect() as cp:
            await cp.call(BEAT)
    await server.close()


async def test_tls_is_not_played(scene: Scene) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    async with scene.serve(port=443, ssl=context) as server:
        async with scene.connect(url="wss://csms") as cp:
            assert cp.peer.tls is None
        failed = await scene.failure(url="ws://csms:443")
        assert failed.status == 400
        assert server.failures == {Failure.PLAIN_AT_TLS: 1}


# --- What happens to lines ------------------------------------------------------------


async def test_an_unreachable_network(scene: Scene) -> None:
    async with scene.joined() as (cp, _):
        scene.net.unreachable = True
        failed = await scene.failure("CP002")
        assert "unreachable" in failed.detail
        assert (failed.status, cp.closed) == (None, False)
        scene.net.unreachable = False
        async with scene.connect("CP002"):
            pass


async def test_a_cut_that_both_notice(scene: Scene) -> None:
    async with scene.serve(heartbeats()) as server:
        async with scene.connect() as cp, scene.connect("CP002") as other:
            call = asyncio.create_task(cp.call(BEAT))
            await asyncio.sleep(0)
            scene.net.cut("CP001")
            with pytest.raises(ConnectionClosed) as caught:
                await call
            assert (caught.value.code, caught.value.sent) == (1006, True)
            await scene.clock.pass_time(0)
            assert list(server.connections) == ["CP002"]
            scene.net.cut()
            await other.wait_closed()
        assert server.connections.total == 0
    scene.net.cut()  # nothing is left


@pytest.mark.parametrize("seen_by", ["station", "back_office"])
async def test_a_cut_that_one_notices(scene: Scene, seen_by: SeenBy) -> None:
    async with scene.joined() as (station, back_office):
        one, other = station, back_office
        if seen_by == "back_office":
            one, other = other, one
        scene.net.cut("CP001", seen_by=seen_by)
        await scene.clock.pass_time(0)
        assert (one.end, other.end) == (Closed(1006, ""), None)
        await scene.clock.pass_time(39)
        assert not other.closed
        await scene.clock.pass_time(1)  # a ping after 20 s, and 20 s for its pong
        assert other.end == Closed(1006, "no pong within 20 s")


async def test_a_cut_that_the_other_end_learns_of_later(scene: Scene) -> None:
    async with scene.joined() as (_, back_office):
        scene.net.cut("CP001", seen_by="station")
        await scene.clock.pass_time(1)
        assert not back_office.closed
        scene.net.restore("CP001")
        await scene.clock.pass_time(0)
        assert back_office.end == Closed(1006, "")


async def test_a_station_without_a_line(scene: Scene) -> None:
    async with scene.joined():
        for act in (scene.net.cut, scene.net.silence, scene.net.restore):
            with pytest.raises(LookupError, match="no line of 'CP002' is open"):
                act("CP002")
    with pytest.raises(LookupError):
        scene.net.cut("CP001")


async def test_silence_until_pings_end_it(scene: Scene) -> None:
    async with scene.joined() as (station, back_office):
        scene.net.silence("CP001")
        call = asyncio.create_task(station.call(BEAT))
        await scene.clock.pass_time(29)
        assert not call.done()
        await scene.clock.pass_time(1)
        with pytest.raises(CallTimeout):
            await call
        assert (station.end, back_office.end) == (None, None)
        await scene.clock.pass_time(10)
        assert station.end == back_office.end == Closed(1006, "no pong within 20 s")


async def test_what_was_sent_in_silence_arrives_in_order(scene: Scene) -> None:
    received: list[str] = []

    def note(request: v16.DataTransferRequest) -> v16.DataTransferResponse:
        received.append(request.data or "")
        return v16.DataTransferResponse(status=v16.DataTransferStatus.ACCEPTED)

    routes = Router()
    routes.add(v16.DataTransferRequest, note)
    async with scene.joined(handler=routes, station=always(ACCEPTED)) as (cp, office):
        scene.net.silence()
        calls = [
            asyncio.create_task(
                cp.call(v16.DataTransferRequest(vendor_id="x", data=text))
            )
            for text in "abc"
        ]
        reset = asyncio.create_task(office.call(SOFT))
        await scene.clock.pass_time(25)
        assert (received, reset.done()) == ([], False)
        scene.net.restore()
        await asyncio.gather(*calls)
        assert (received, await reset) == (["a", "b", "c"], ACCEPTED)
        await scene.clock.pass_time(60)
        assert not cp.closed  # a ping was under way, which was answered late


async def test_a_close_in_silence(scene: Scene) -> None:
    async with scene.serve() as server, scene.connect() as cp:
        await scene.clock.pass_time(0)
        back_office = server.connections["CP001"]
        scene.net.silence("CP001")
        closing = asyncio.create_task(cp.close(4000, "bye"))
        await scene.clock.pass_time(9)
        assert not closing.done()
        await scene.clock.pass_time(1)
        assert closing.done()
        assert (cp.end, back_office.end) == (Closed(4000, "bye"), None)
        scene.net.restore("CP001")
        await back_office.wait_closed()
        assert back_office.end == Closed(4000, "bye")


async def raw(scene: Scene, **settings: Any) -> MemoryTransport:
    """The end of a station that reads only what it is told to."""
    transport, _ = await scene.net.dial(
        f"{URL}/CP001",
        subprotocols=["ocpp1.6"],
        headers={},
        ssl=None,
        settings=WebSocketSettings(**settings),
    )
    return transport


async def test_a_peer_that_does_not_read(scene: Scene) -> None:
    websocket = WebSocketSettings(max_unsent=1000)
    async with scene.serve(heartbeats(), websocket=websocket) as server:
        station = await raw(scene, max_unsent=1000)
        asked = 1
        while (room := station.write(f'[2,"{asked:20}","Heartbeat",{{}}]')) is None:
            await scene.clock.pass_time(0)
            asked += 1
        assert 17 < asked < 100  # then the server does not read either
        waiting = asyncio.ensure_future(room)
        await scene.clock.pass_time(5)
        assert not waiting.done()
        for number in range(1, asked + 1):
            assert str(await station.recv()).startswith(f'[3,"{number:20}"')
        await waiting
        assert not server.connections["CP001"].closed
        station.abort()


@pytest.mark.parametrize(("size", "waits"), [(99, True), (9, False)])
async def test_writers_wait_in_silence(scene: Scene, size: int, waits: bool) -> None:
    async with scene.serve(heartbeats()):
        station = await raw(scene, max_unsent=1000)
        scene.net.silence("CP001")
        *rooms, last = [station.write("é" * (size // 2)) for _ in range(17)]
        assert rooms == [None] * 16
        assert (last is not None) is waits
        waiting = asyncio.gather(*[last] if last is not None else [])
        await scene.clock.pass_time(5)
        assert waiting.done() is not waits
        scene.net.restore("CP001")
        await waiting
        station.abort()
        with pytest.raises(TransportClosed):
            station.write("x")


# --- In the midst of a handshake ------------------------------------------------------


async def test_a_cut_while_a_hook_decides(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    gate = Gate()
    async with scene.serve(on_connect=lambda _: gate.pass_through()) as server:
        changes = server.connections.changes()
        dialling = asyncio.create_task(scene.failure())
        await gate.reached.wait()
        scene.net.cut("CP001")
        failed = await dialling
        assert "cut the connection during the opening handshake" in failed.detail
        gate.opened.set()
        async with scene.connect("CP002"):
            change = await anext(changes)
            assert change.connection.identity == "CP002"
    gc.collect()  # then asyncio tells which tasks have failed unnoticed
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


async def test_a_server_that_says_nothing(scene: Scene) -> None:
    def hook(_: Handshake) -> None:
        scene.net.silence()

    async with scene.serve(on_connect=hook) as server:
        websocket = WebSocketSettings(open_timeout=7)
        dialling = asyncio.create_task(scene.failure(websocket=websocket))
        await scene.clock.pass_time(6)
        assert not dialling.done()
        await scene.clock.pass_time(1)
        assert dialling.done()
        assert (await dialling).detail == "timed out during the opening handshake"
        assert list(server.connections) == ["CP001"]  # it does not know
        scene.net.restore()
        await scene.clock.pass_time(0)
        assert not server.connections


async def test_dialling_may_be_cancelled(scene: Scene) -> None:
    gate = Gate()
    async with scene.serve(on_connect=lambda _: gate.pass_through()) as server:
        dialling = asyncio.create_task(scene.failure())
        await gate.reached.wait()
        dialling.cancel()
        await asyncio.wait([dialling])
        gate.opened.set()
        await scene.clock.pass_time(0)
        assert not server.connections
    assert scene.clock.timers == 0


async def test_an_acceptor_that_fails(scene: Scene) -> None:
    class Broken(Doors):
        async def admit(self, request: HandshakeRequest) -> NoReturn:
            raise KeyError(request.target)

    def ignore(*_: object) -> None: ...

    asyncio.get_running_loop().set_exception_handler(ignore)
    async with let_in(scene, Broken()):
        failed = await scene.failure()
    assert "cut the connection" in failed.detail


# --- Time -----------------------------------------------------------------------------


async def test_a_station_connects_again(scene: Scene) -> None:
    tried: list[float] = []

    def hook(_: Handshake) -> None:
        tried.append(scene.clock.time())
        if len(tried) == 2:
            raise HandshakeRefused(503, retry_after=60)

    async with (
        scene.serve(heartbeats(), on_connect=hook) as server,
        Station(scene.connect()) as station,
    ):
        await station.wait_connected()
        scene.net.cut("CP001")
        await scene.clock.pass_time(69)
        assert (tried, station.connection) == ([0, 10], None)
        waiting = asyncio.create_task(station.call(BEAT))
        await scene.clock.pass_time(1)
        assert (await waiting).current_time == MOMENT
        assert tried == [0, 10, 70]
        assert list(server.connections) == ["CP001"]


async def test_a_server_that_restarts(scene: Scene) -> None:
    opened: list[float] = []

    async def iterate() -> None:
        async for connection in scene.connect():
            opened.append(scene.clock.time())
            await connection.wait_closed()
            assert connection.end == Closed(1001, "the server closes")

    async with scene.serve():
        iterating = asyncio.create_task(iterate())
        await scene.clock.pass_time(0)
    await scene.clock.pass_time(25)  # tries after 10 s, in vain
    async with scene.serve():
        await scene.clock.pass_time(5)
    iterating.cancel()
    await asyncio.wait([iterating])
    assert opened == [0, 30]


async def test_a_hook_that_takes_too_long(scene: Scene) -> None:
    rules = ServerSettings(on_connect_timeout=5, retry_after=9)
    async with scene.serve(on_connect=never, server=rules):
        dialling = asyncio.create_task(scene.failure())
        await scene.clock.pass_time(4.9)
        assert not dialling.done()
        await scene.clock.pass_time(0.1)
        assert dialling.done()
        failed = await dialling
        assert (failed.status, failed.retry_after) == (503, 9)
    assert scene.clock.timers == 0


async def test_closing_takes_no_longer_than_it_may(scene: Scene) -> None:
    gate = Gate()
    async with scene.serve(transfers(gate.handler)) as server, scene.connect() as cp:
        call = asyncio.create_task(cp.call(ASK))
        await gate.reached.wait()
        closing = asyncio.create_task(server.close())
        await scene.clock.pass_time(9)
        assert (closing.done(), cp.closed) == (False, False)
        await scene.clock.pass_time(1)  # the `close_timeout` of the connection
        assert closing.done()
        with pytest.raises(ConnectionClosed):
            await call


async def test_draining_takes_no_longer_than_it_may(scene: Scene) -> None:
    gate = Gate()
    rules = ServerSettings(drain_timeout=3)
    async with (
        scene.serve(transfers(gate.handler), server=rules) as server,
        scene.connect() as cp,
    ):
        call = asyncio.create_task(cp.call(ASK))
        await gate.reached.wait()
        closing = asyncio.create_task(server.close())
        await scene.clock.pass_time(2.9)
        assert (closing.done(), cp.closed) == (False, False)
        await scene.clock.pass_time(0.1)
        assert closing.done()
        with pytest.raises(ConnectionClosed):
            await call
        assert cp.end == Closed(1006, "")


async def test_closing_while_a_line_is_silent(scene: Scene) -> None:
    websocket = WebSocketSettings(close_timeout=7)
    async with scene.serve(websocket=websocket) as server, scene.connect() as cp:
        scene.net.cut("CP001", seen_by="station")
        await cp.wait_closed()
        await scene.clock.until(server.close())
        assert scene.clock.time() == 7


async def test_waiting_for_a_station(scene: Scene) -> None:
    async with scene.serve() as server:
        waiting = asyncio.create_task(server.connections.wait_for("CP001", 60))
        await scene.clock.pass_time(59)
        assert not waiting.done()
        await scene.clock.pass_time(1)
        assert waiting.done()
        with pytest.raises(NotConnectedInTime):
            await waiting


async def test_real_time_if_no_other_is_given() -> None:
    net: Network = network()
    websocket = WebSocketSettings(open_timeout=0.01)
    options: dict[str, Any] = {"versions": ["1.6"], "transport": net}
    async with serve(None, "csms", 80, on_connect=never, **options):
        with pytest.raises(HandshakeFailed, match="timed out"):
            async with connect(URL, "CP001", websocket=websocket, **options):
                pass
