"""What comes before a decision, over every listener of ours: the same for all.

What an ASGI server does with such clients is its own affair.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
import sys
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from ocpp_rpc import (
    Handshake,
    HandshakeRefused,
    Refusal,
    Server,
    ServerSettings,
    WebSocketSettings,
)
from ocpp_rpc.transports import (
    Failure,
    HttpAnswer,
    Transport,
    TransportClosed,
    libraries,
)
from tests.support.scripted import Gate
from tests.support.served import heartbeats
from tests.transports.adapters import (
    ADAPTERS,
    HOST,
    PLAIN,
    Adapter,
    Doors,
    over,
)
from tests.transports.away import AWAY, HELLO, Away, asking, instead
from tests.transports.serving import serving
from tests.transports.wire import (
    CLOSE,
    TEXT,
    Frame,
    Wire,
    dialled,
    framed,
    opened,
    request,
    told_to_close,
)

LOCALHOST = Path(__file__).with_name("localhost.pem")
HEARTBEAT = b'[2,"1","Heartbeat",{}]'
ANSWERED = b'[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]'
LISTENERS = [each for each in ADAPTERS if each.is_library]

over_listeners = pytest.mark.parametrize(
    "adapter", [pytest.param(each, id=each.name) for each in LISTENERS]
)


@over_listeners
@pytest.mark.parametrize("away", AWAY.values(), ids=AWAY)
async def test_who_is_turned_away_is_told_why(
    adapter: Adapter, away: Away, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc")
    asked: list[Handshake] = []
    told: list[Refusal] = []
    async with serving(adapter, heartbeats(), on_connect=asked.append) as serves:
        server, address = serves
        server.on_refused(told.append)
        async with dialled(address) as wire:
            client = wire.address
            wire.write(away.data)
            answer = await wire.rest()
        failure = away.status if isinstance(away.status, Failure) else None
        status = 400 if isinstance(away.status, Failure) else away.status
        assert answer.split()[1] == str(status).encode()
        body = b"" if away.data.startswith(b"HEAD") else f"{away.reason}\n".encode()
        assert answer.partition(b"\r\n\r\n")[2] == body
        assert told == [
            Refusal(
                address=client,
                path=away.path,
                status=None if failure else status,
                failure=failure,
                reason=away.reason,
            )
        ]
        assert server.refusals == ({} if failure else {status: 1})
        assert server.failures == ({failure: 1} if failure else {})
        assert asked == []
        assert [each.getMessage() for each in caplog.records] == [f"refused {told[0]}"]
        async with opened(address) as wire:
            wire.send(TEXT, HEARTBEAT)
            assert await wire.message() == ANSWERED
    assert [each for each in caplog.records if each.levelno > logging.INFO] == []


@over_listeners
async def test_lines_that_need_not_be_as_usual(adapter: Adapter) -> None:
    lines = [
        asking("X-Acme: " + "x" * 9_000),
        instead("Connection: keep-alive, UPGRADE"),
        instead("Upgrade: WebSocket"),
        instead("Host:"),
        asking("Content-Length: 0"),
        asking("Sec-WebSocket-Extensions: ;;;"),
        asking("Sec-WebSocket-Extensions: caf\xe9"),
        asking("Sec-WebSocket-Extensions: " + "x" * 9_000),
        asking("X-Acme: caf\xe9"),
        request("http://elsewhere:1/ocpp/CP001"),
        request().replace(b": ", b":\t "),
    ]
    async with serving(adapter) as (server, address):
        for data in lines:
            async with dialled(address) as wire:
                assert (await wire.ask(data)).status == 101
                await server.connections.wait_for("CP001", 5)
                wire.vanish()


# --- The size of a head ---------------------------------------------------------------


@over("network")
@pytest.mark.parametrize(("more", "status"), [(0, 101), (1, 431)])
async def test_a_head_as_long_as_it_may_be(
    adapter: Adapter, more: int, status: int
) -> None:
    websocket = WebSocketSettings(max_header_size=1000)
    line = "X-Acme: "
    # The blank line at the end, and the line break before it, do not count.
    fill = 1000 - (len(asking(line)) - 4) + more
    async with (
        serving(adapter, websocket=websocket) as (server, address),
        dialled(address) as wire,
    ):
        assert (await wire.ask(asking(line + "x" * fill))).status == status
        assert server.refusals == ({} if status == 101 else {431: 1})


# --- Health ---------------------------------------------------------------------------


@over("network")
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
async def test_the_health_path(adapter: Adapter, method: str) -> None:
    rules = ServerSettings(health_path="/health")
    async with (
        serving(adapter, rules=rules) as (server, address),
        dialled(address) as wire,
    ):
        # So HAProxy asks, unless it is told to do otherwise.
        wire.write(f"{method} /health HTTP/1.0\r\n\r\n".encode())
        answer = await wire.rest()
        assert answer.split()[1] == b"200"
        assert answer.endswith(b"\r\n\r\n" if method == "HEAD" else b"\r\n\r\nok\n")
        assert server.refusals == {}


@over_listeners
async def test_an_answer_with_a_status_and_a_type_of_its_own(adapter: Adapter) -> None:
    doors = Doors(HttpAnswer(499, "{}", {"Content-Type": "application/json"}))
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        answer = await wire.ask(request())
        assert (answer.status, answer.body) == (499, b"{}")
        assert answer["content-type"] == "application/json"


# --- Those who say nothing, or too little ---------------------------------------------


def tls_of_a_server() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(LOCALHOST)
    return context


@over_listeners
@pytest.mark.parametrize("tls", [None, tls_of_a_server()], ids=["plain", "TLS"])
async def test_who_says_nothing_is_no_failure(
    adapter: Adapter, tls: ssl.SSLContext | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc")
    async with serving(adapter, tls=tls) as (server, address):
        for reset in (False, True):
            async with dialled(address) as wire:
                if reset:
                    wire.reset()
        await one_more_is_counted(server, address)
        assert server.refusals == {}
    assert len(caplog.records) == 1


async def one_more_is_counted(server: object, address: tuple[str, int]) -> None:
    """Wait until whoever came before has been seen to go."""
    told: asyncio.Queue[Refusal] = asyncio.Queue()
    server.on_refused(told.put_nowait)  # type: ignore[attr-defined]
    async with dialled(address) as wire:
        wire.write(b"\x00")
        assert (await told.get()).failure == Failure.NOT_HTTP


@over_listeners
@pytest.mark.parametrize(
    ("data", "path"),
    [
        (b"GET /ocp", None),
        (request()[:40], "/ocpp/CP001"),
        (request()[:-1], "/ocpp/CP001"),
    ],
)
async def test_who_goes_within_a_request(
    adapter: Adapter, data: bytes, path: str | None
) -> None:
    told: asyncio.Queue[Refusal] = asyncio.Queue()
    async with serving(adapter) as (server, address):
        server.on_refused(told.put_nowait)
        async with dialled(address) as wire:
            wire.write(data)
        refusal = await told.get()
        assert (refusal.failure, refusal.path) == (Failure.INCOMPLETE, path)
        assert server.failures == {"incomplete": 1}


@over_listeners
@pytest.mark.parametrize("tls", [None, tls_of_a_server()], ids=["plain", "TLS"])
@pytest.mark.parametrize("size", [0, 40])
async def test_who_takes_too_long(
    adapter: Adapter, tls: ssl.SSLContext | None, size: int
) -> None:
    told: list[Refusal] = []
    websocket = WebSocketSettings(open_timeout=0.05)
    async with serving(adapter, websocket=websocket, tls=tls) as (server, address):
        server.on_refused(told.append)
        async with dialled(address) as wire:
            wire.write((request() if tls is None else HELLO)[:size])
            async with asyncio.timeout(5):
                assert await wire.rest() == b""
        (refusal,) = told
        assert refusal.failure == Failure.TIMEOUT
        what = "TLS handshake" if tls and size else "request"
        assert refusal.reason == f"no {what} within 0.05 s"
        assert server.failures == {"timeout": 1}


@over_listeners
async def test_who_is_not_decided_about_in_time(adapter: Adapter) -> None:
    gate = Gate()

    async def decide(_: Handshake) -> None:
        await gate.pass_through()

    websocket = WebSocketSettings(open_timeout=0.05)
    async with (
        serving(adapter, on_connect=decide, websocket=websocket) as (server, address),
        dialled(address) as wire,
    ):
        answer = await wire.ask(request())
        assert (answer.status, answer.body) == (503, b"not decided within 0.05 s\n")
        await gate.cancelled.wait()
        assert server.refusals == {503: 1}


@over_listeners
async def test_who_goes_is_not_decided_about(adapter: Adapter) -> None:
    gate = Gate()

    async def decide(_: Handshake) -> None:
        await gate.pass_through()

    async with serving(adapter, on_connect=decide) as (server, address):
        async with dialled(address) as wire:
            wire.write(request())
            await gate.reached.wait()
        async with asyncio.timeout(5):
            await gate.cancelled.wait()
        assert server.refusals == server.failures == {}


@over_listeners
async def test_who_sends_much_before_the_decision(adapter: Adapter) -> None:
    doors = Doors()
    doors.deciding = asyncio.Event()
    frame = framed(Frame(TEXT, b"x" * 60_000), masked=True)
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        wire.write(request())
        await doors.asked.wait()
        wire.write(frame * 500)
        left = 0
        while wire.unsent != left:
            left = wire.unsent
            await asyncio.sleep(0.02)  # as long as the network takes more
        assert left > 0
        doors.deciding.set()
        assert (await wire.answer()).status == 101
        transport = await doors.opened.get()
        for _ in range(500):
            assert await transport.recv() == "x" * 60_000


@over_listeners
async def test_who_has_asked_nothing_does_not_hold_up_the_end(
    adapter: Adapter,
) -> None:
    doors = Doors()
    async with asyncio.timeout(5), AsyncExitStack() as stack:
        async with adapter.let_in(doors) as address:
            wires = [
                await stack.enter_async_context(dialled(address)) for _ in range(3)
            ]
            for wire, data in zip(wires, (b"", b"GET ", request()), strict=True):
                wire.write(data)
            assert (await wires[2].answer()).status == 101
            answering = asyncio.create_task(answer_a_close(wires[2]))
        assert [await wire.rest() for wire in wires[:2]] == [b"", b""]
        await answering
    assert doors.away == []


@over_listeners
@pytest.mark.parametrize("tls", [None, tls_of_a_server()], ids=["plain", "TLS"])
@pytest.mark.parametrize("decided", [True, False])
async def test_who_keeps_the_answer_does_not_hold_up_the_end(
    adapter: Adapter, tls: ssl.SSLContext | None, decided: bool
) -> None:
    """Even if it still writes, and never hangs up."""
    gate = Gate()

    async def decide(_: Handshake) -> None:
        if decided:
            raise HandshakeRefused(403)
        await gate.pass_through()

    own = None if tls is None else tls_of_a_client()
    async with (
        serving(adapter, on_connect=decide, tls=tls) as (server, address),
        dialled(address, ssl=own) as wire,
    ):
        wire.write(request())
        if decided:
            assert (await wire.answer()).status == 403
        else:
            await gate.reached.wait()
            wire.write(b"x")
        async with asyncio.timeout(2):
            await server.close()
        if not decided:
            assert (await wire.answer()).status == 503
        assert await wire.rest() == b""


async def answer_a_close(wire: Wire) -> None:
    code, _ = await wire.close_frame()
    wire.send(CLOSE, told_to_close(code))
    wire.vanish()


# --- TLS ------------------------------------------------------------------------------


def tls_of_a_client(**changes: ssl.TLSVersion) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(LOCALHOST))
    for name, value in changes.items():
        setattr(context, name, value)
    return context


def strict() -> ssl.SSLContext:
    context = tls_of_a_server()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context


def mutual(*, trusting: bool) -> ssl.SSLContext:
    context = tls_of_a_server()
    context.verify_mode = ssl.CERT_REQUIRED
    if trusting:
        context.load_verify_locations(LOCALHOST)
    return context


def with_certificate() -> ssl.SSLContext:
    context = tls_of_a_client()
    context.load_cert_chain(LOCALHOST)
    return context


OLD = tls_of_a_client(maximum_version=ssl.TLSVersion.TLSv1_2)

TLS_FAILURES = {
    "an old version": (strict(), OLD, "unsupported protocol"),
    "no certificate": (
        mutual(trusting=True),
        OLD,
        "peer did not return a certificate",
    ),
    "no certificate, TLS 1.3": (
        mutual(trusting=True),
        tls_of_a_client(),
        "peer did not return a certificate",
    ),
    "a certificate that is not trusted": (
        mutual(trusting=False),
        with_certificate(),
        "the client's certificate is not trusted: self-signed certificate",
    ),
    "a server that is not trusted": (
        tls_of_a_server(),
        ssl.create_default_context(),
        "the client closed the connection during the TLS handshake",
    ),
}


@over_listeners
@pytest.mark.parametrize(
    ("context", "client", "reason"), TLS_FAILURES.values(), ids=TLS_FAILURES
)
async def test_tls_that_fails(
    adapter: Adapter,
    context: ssl.SSLContext,
    client: ssl.SSLContext,
    reason: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc")
    told: asyncio.Queue[Refusal] = asyncio.Queue()
    async with serving(adapter, tls=context) as (server, address):
        server.on_refused(told.put_nowait)
        try:
            async with dialled(address, ssl=client) as wire:
                wire.write(request())
                await wire.rest()
        except OSError:
            pass  # TLS 1.3 lets a client find out when it reads
        refusal = await told.get()
        assert (refusal.failure, refusal.path) == (Failure.TLS, None)
        assert refusal.reason == reason
        assert refusal.address is not None
        assert server.failures == {"TLS": 1}
        assert server.refusals == {}
    lines = [each.getMessage() for each in caplog.records]
    assert lines[0] == f"refused {refusal}"
    assert all(line.startswith("security event ") for line in lines[1:])
    assert len(lines) <= 2


@over_listeners
async def test_who_goes_within_tls(adapter: Adapter) -> None:
    told: asyncio.Queue[Refusal] = asyncio.Queue()
    async with serving(adapter, tls=tls_of_a_server()) as (server, address):
        server.on_refused(told.put_nowait)
        async with dialled(address) as wire:
            wire.write(HELLO[:50])
        assert (await told.get()).failure == Failure.TLS


@over_listeners
async def test_plain_http_where_tls_is_expected(adapter: Adapter) -> None:
    told: list[Refusal] = []
    async with serving(adapter, tls=tls_of_a_server()) as (server, address):
        server.on_refused(told.append)
        async with dialled(address) as wire:
            answer = await wire.ask(request())
            assert answer.status == 400
            assert answer.body == (
                b"the client speaks plain HTTP, this port TLS: use wss://\n"
            )
        async with dialled(address, ssl=tls_of_a_client()) as wire:
            assert (await wire.ask(request())).status == 101
        (refusal,) = told
        assert refusal.failure == Failure.PLAIN_AT_TLS
        assert refusal.path == "/ocpp/CP001"
        assert server.failures == {"plain at TLS": 1}


@over_listeners
async def test_a_request_within_tls_that_opens_nothing(adapter: Adapter) -> None:
    async with serving(adapter, tls=tls_of_a_server()) as (server, address):
        async with dialled(address, ssl=tls_of_a_client()) as wire:
            assert (await wire.ask(asking(without="Connection"))).status == 426
        assert server.refusals == {426: 1}


@over_listeners
async def test_tls_within_tls(adapter: Adapter) -> None:
    async with serving(adapter, tls=tls_of_a_server()) as (server, address):
        async with dialled(address, ssl=tls_of_a_client()) as wire:
            assert (await wire.ask(HELLO)).status == 400
        assert server.failures == {"not HTTP": 1}


@over_listeners
@pytest.mark.parametrize("size", [1, 100, 10**9])
async def test_tls_in_pieces(adapter: Adapter, size: int) -> None:
    """The first bytes are read before TLS begins; none of them is lost."""
    doors = Doors()
    frame = framed(Frame(TEXT, b"early"), masked=True)
    async with (
        adapter.let_in(doors, tls=tls_of_a_server()) as address,
        dialled(address) as wire,
    ):
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = tls_of_a_client().wrap_bio(incoming, outgoing, server_hostname=HOST)
        while (waits := begun(tls)) or outgoing.pending:
            data = outgoing.read()
            for at in range(0, len(data), size):
                wire.write(data[at : at + size])
                await asyncio.sleep(0)
            if waits:
                incoming.write(await wire.some())
                assert incoming.pending  # or the server has cut the connection
        tls.write(request() + frame)
        wire.write(outgoing.read())
        transport = await doors.opened.get()
        assert transport.peer.tls is not None
        assert await transport.recv() == "early"


def begun(tls: ssl.SSLObject) -> bool:
    """Go on with a TLS handshake; tell whether it waits for the other side."""
    try:
        tls.do_handshake()
    except ssl.SSLWantReadError:
        return True
    return False


async def tls_twice(name: str) -> tuple[str, str]:
    """Open a WebSocket over TLS, fail to open another; return what is told of that."""
    told: asyncio.Queue[Refusal] = asyncio.Queue()
    async with Server(heartbeats(), versions=["1.6"]) as server:
        server.on_refused(told.put_nowait)
        listener = await server.listen(HOST, 0, ssl=strict(), transport=name)
        async with dialled(listener.address, ssl=tls_of_a_client()) as wire:
            wire.write(request())
            assert (await wire.answer()).status == 101
            wire.send(TEXT, HEARTBEAT)
            assert await wire.message() == ANSWERED
        with contextlib.suppress(OSError):
            async with dialled(listener.address, ssl=OLD):
                pass
        refusal = await told.get()
    return str(refusal.failure), refusal.reason


@pytest.mark.parametrize("name", [each.name for each in LISTENERS])
def test_tls_over_another_loop(name: str) -> None:
    """What has been read before TLS is given to what uvloop has for it, too."""
    uvloop = pytest.importorskip("uvloop")
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        assert runner.run(tls_twice(name)) == ("TLS", "unsupported protocol")


@pytest.mark.skipif(sys.version_info < (3, 12), reason="tasks are not eager there")
@pytest.mark.parametrize("name", [each.name for each in LISTENERS])
async def test_tls_with_tasks_that_begin_at_once(name: str) -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(vars(asyncio)["eager_task_factory"])
    assert await tls_twice(name) == ("TLS", "unsupported protocol")


@over("network", "one piece")
async def test_a_listener_waits_for_what_serves_to_end(adapter: Adapter) -> None:
    """Even if the client has gone: a handler may still write what it was told."""
    gone, over_now = asyncio.Event(), asyncio.Event()

    class Slow(Doors):
        async def serve(self, transport: Transport) -> None:
            with pytest.raises(TransportClosed):
                await transport.recv()
            gone.set()
            await over_now.wait()

    library = libraries.library(adapter.name)
    listener = await library.listen(Slow(), HOST, 0, ssl=None, settings=PLAIN)
    async with opened(listener.address) as wire:
        wire.vanish()
        await gone.wait()
    listener.stop()
    waiting = asyncio.create_task(listener.wait_closed())
    for _ in range(50):
        await asyncio.sleep(0)
    assert not waiting.done()
    over_now.set()
    async with asyncio.timeout(5):
        await waiting
