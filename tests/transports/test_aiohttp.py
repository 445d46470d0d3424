"""What only aiohttp has: routes of an application, and its own ways."""

from __future__ import annotations

import asyncio
import logging
import random
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession, web

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import HandshakeFailed, Refusal, Server, WebSocketSettings
from ocpp_rpc.security.server import Profile0
from ocpp_rpc.transports import HttpAnswer, TransportClosed
from ocpp_rpc.transports.aiohttp import dial, listen, route
from tests.support.served import ACCEPTED, IDENTITIES, SOFT, always, heartbeats
from tests.transports.adapters import (
    HOST,
    PLAIN,
    SUBPROTOCOL,
    Adapter,
    Address,
    Doors,
    Side,
    library,
)
from tests.transports.wire import (
    CLOSE,
    DEFLATE,
    PING,
    PONG,
    TEXT,
    answered,
    answering,
    dialled,
    facing,
    opened,
    request,
    told_to_close,
)

AIOHTTP = library("aiohttp")
UNCOMPRESSED = WebSocketSettings(compression=False, max_unsent=2**10, close_timeout=0.1)
LARGE = "x" * 2**17
HUGE = "x" * 2**25  # more than the network takes


@asynccontextmanager
async def running(application: web.Application) -> AsyncGenerator[Address, None]:
    """Run an application, and then shut it down."""
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    try:
        yield HOST, runner.addresses[0][1]
    finally:
        await runner.cleanup()


def back_office(server: Server, **options: Any) -> web.Application:
    """Return an application that has stations, and a page about them."""

    async def reset(request: web.Request) -> web.Response:
        connection = server.connections[request.match_info["identity"]]
        response = await connection.call(SOFT)
        return web.Response(text=response.status.value)

    async def close(_: web.Application) -> None:
        await server.close()

    application = web.Application(**options)
    application.router.add_get("/ocpp/{identity}", route(server, security=Profile0()))
    application.router.add_post("/stations/{identity}/reset", reset)
    application.on_shutdown.append(close)
    return application


# --- A route of an application --------------------------------------------------------


async def test_a_page_calls_a_station() -> None:
    routes = ocpp_rpc.Router()
    routes.add(v16.ResetRequest, always(ACCEPTED))
    async with (
        running(back_office(Server(None, versions=["1.6"]))) as (host, port),
        ocpp_rpc.connect(
            f"ws://{host}:{port}/ocpp", "CP001", versions=["1.6"], handler=routes
        ),
        ClientSession() as session,
        session.post(f"http://{host}:{port}/stations/CP001/reset") as response,
    ):
        assert (response.status, await response.text()) == (200, "Accepted")


@pytest.mark.parametrize(("identity", "segment"), IDENTITIES)
async def test_identities(identity: str, segment: str) -> None:
    server = Server(heartbeats(), versions=["2.0.1", "1.6"])
    async with running(back_office(server)) as address:
        async with opened(address, target=f"/ocpp/{segment}") as wire:
            assert [*server.connections] == [identity]
            wire.send(TEXT, b'[2,"1","Heartbeat",{}]')
            assert (await wire.message()).startswith(b'[3,"1",')
        async with dialled(address) as wire:
            answer = await wire.ask(request("/ocpp/%ZZ"))
            assert answer.status == 400


async def test_a_target_that_is_a_whole_url() -> None:
    server, seen = Server(None, versions=["1.6"]), list[Refusal]()
    server.on_refused(seen.append)
    async with running(back_office(server)) as address, dialled(address) as wire:
        wrong = request("http://user:word@elsewhere:1/ocpp/CP001?a").replace(
            b": 13", b": 8"
        )
        assert (await wire.ask(wrong)).status == 426
    assert [each.path for each in seen] == ["/ocpp/CP001"]


async def test_the_settings_of_a_route() -> None:
    application, doors = web.Application(), Doors()
    settings = WebSocketSettings(max_size=10)
    application.router.add_get("/{_:.*}", route(doors, settings))
    async with running(application) as address, doors, opened(address) as wire:
        wire.send(TEXT, b"x" * 11)
        assert await wire.close_frame() == (1009, "")


async def test_the_application_shuts_down() -> None:
    server = Server(None, versions=["1.6"])
    async with asyncio.timeout(5):
        async with running(back_office(server)) as (host, port):
            opening = ocpp_rpc.connect(
                f"ws://{host}:{port}/ocpp", "CP001", versions=["1.6"]
            )
            station = await opening.__aenter__()
        await station.wait_closed()
    assert station.end is not None
    assert (station.end.code, dict(server.connections)) == (1001, {})
    await opening.__aexit__(None, None, None)


async def test_a_client_that_is_gone_before_the_route(
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun, gone = asyncio.Event(), asyncio.Event()

    @web.middleware
    async def slow(request: web.Request, handler: Any) -> web.StreamResponse:
        begun.set()
        await gone.wait()
        assert request.transport is None
        response: web.StreamResponse = await handler(request)
        return response

    doors = Doors()
    application = web.Application(middlewares=[slow])
    application.router.add_get("/{_:.*}", route(doors))
    async with running(application) as address:
        async with dialled(address) as wire:
            wire.write(request())
            await begun.wait()
        await asyncio.sleep(0.02)  # no event tells when the other side knows
        gone.set()
    assert doors.requests == []
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


async def test_a_subprotocol_of_a_later_offer() -> None:
    doors = Doors(subprotocol="ocpp2.1")
    async with AIOHTTP.let_in(doors) as address, dialled(address) as wire:
        answer = await wire.ask(
            request("/ocpp/CP001", "Sec-WebSocket-Protocol: ocpp2.0.1, ocpp2.1")
        )
        assert answer["sec-websocket-protocol"] == "ocpp2.1"


# --- What is under way ----------------------------------------------------------------


@asynccontextmanager
async def compressing(
    side: Side = "server", adapter: Adapter = AIOHTTP
) -> AsyncGenerator[Any, None]:
    async with facing(adapter, side, PLAIN, DEFLATE) as (transport, wire):
        yield transport, wire


async def test_a_close_comes_after_what_is_compressed() -> None:
    async with compressing() as (transport, wire):
        sending = [asyncio.create_task(transport.send(LARGE)) for _ in range(2)]
        await asyncio.sleep(0)
        closing = asyncio.create_task(transport.close(1000, ""))
        for _ in sending:
            assert await wire.message() == LARGE.encode()
        assert await wire.close_frame() == (1000, "")
        wire.send(CLOSE, told_to_close(1000))
        await asyncio.gather(closing, *sending)


async def test_who_gives_up_sends_all_the_same() -> None:
    async with compressing() as (transport, wire):
        sending = [
            asyncio.create_task(transport.send(text)) for text in (LARGE, "small")
        ]
        await asyncio.sleep(0)
        for task in sending:
            task.cancel()
        await asyncio.wait(sending)
        await transport.send("last")
        for text in (LARGE, "small", "last"):
            assert await wire.message() == text.encode()


async def test_who_reads_nothing_and_closes() -> None:
    async with compressing() as (transport, wire):
        sending = asyncio.create_task(transport.send(random.randbytes(2**23).hex()))
        await asyncio.sleep(0)
        wire.send(CLOSE, told_to_close(1001))
        async with asyncio.timeout(2):
            for use in (transport.recv(), sending):
                with pytest.raises(TransportClosed) as caught:
                    await use
                assert caught.value.code == 1001


async def test_a_pong_is_for_earlier_pings() -> None:
    async with facing(AIOHTTP, "server") as (transport, wire):
        pinging = [asyncio.create_task(transport.ping()) for _ in range(3)]
        payloads = [(await wire.frame()).payload for _ in pinging]
        wire.send(PONG, payloads[1])
        assert await asyncio.gather(*pinging[:2]) == [True, True]
        assert not pinging[2].done()
        wire.send(PONG, payloads[2])
        assert await pinging[2] is True


async def test_pings_of_who_reads_nothing() -> None:
    async with facing(AIOHTTP, "server", UNCOMPRESSED) as (transport, wire):
        sending = asyncio.create_task(transport.send(HUGE))
        await asyncio.sleep(0)
        wire.send(PING, b"")
        for _ in range(10):
            await asyncio.sleep(0)
        wire.reset()
        for use in (transport.recv(), sending):
            with pytest.raises(TransportClosed) as caught:
                await use
            assert caught.value.code == 1006


async def test_messages_that_nobody_reads_while_closing() -> None:
    async with facing(AIOHTTP, "server") as (transport, wire):
        for number in range(100):
            wire.send(TEXT, str(number).encode())
        closing = asyncio.create_task(transport.close(1000, ""))
        assert await wire.close_frame() == (1000, "")
        wire.send(CLOSE, told_to_close(1000))
        await closing
        for number in range(16):
            assert await transport.recv() == str(number)
        with pytest.raises(TransportClosed):
            await transport.recv()


@pytest.mark.parametrize("end", ["abort", "reset"])
async def test_a_writer_that_waits_is_told_of_the_end(end: str) -> None:
    async with facing(AIOHTTP, "server", UNCOMPRESSED) as (transport, wire):
        sending = asyncio.create_task(transport.send(HUGE))
        await asyncio.sleep(0)
        if end == "abort":
            transport.abort()
        else:
            wire.reset()
        with pytest.raises(TransportClosed):
            await sending


async def test_who_closes_and_reads_nothing_is_cut() -> None:
    async with facing(AIOHTTP, "server", UNCOMPRESSED) as (transport, wire):
        sending = asyncio.create_task(transport.send(HUGE))
        await asyncio.sleep(0)
        wire.send(CLOSE, told_to_close(1000))
        for use in (transport.recv(), sending):
            with pytest.raises(TransportClosed):
                await use
        await asyncio.sleep(0.2)
        assert len(await wire.rest()) < len(HUGE)


async def test_no_more_than_is_allowed_waits_to_be_sent() -> None:
    async with facing(AIOHTTP, "server", UNCOMPRESSED) as (transport, _):
        for _ in range(100_000):
            sending = asyncio.create_task(transport.send("x" * 1000))
            if not (await asyncio.wait([sending], timeout=0.05))[0]:
                break
        network: asyncio.Transport = vars(transport)["_network"]
        assert 0 < network.get_write_buffer_size() < 20_000
        transport.abort()


# --- Listeners ------------------------------------------------------------------------


async def test_a_listener_waits_for_what_is_open() -> None:
    doors = Doors()
    listener = await listen(doors, HOST, 0, ssl=None, settings=PLAIN)
    async with opened(listener.address) as wire, dialled(listener.address) as idle:
        transport = await doors.opened.get()
        listener.stop()
        waiting = asyncio.create_task(listener.wait_closed())
        wire.send(TEXT, b"still open")
        assert await transport.recv() == "still open"
        assert not waiting.done()
        transport.abort()
        doors.closing.set()
        async with asyncio.timeout(2):
            await waiting
            assert await idle.rest() == b""


async def test_who_is_refused_is_not_kept() -> None:
    doors = Doors(HttpAnswer(404, "not known\n"))
    async with AIOHTTP.let_in(doors) as address, dialled(address) as wire:
        assert (await wire.ask(request())).status == 404
        async with asyncio.timeout(2):
            assert await wire.rest() == b""


async def test_a_slow_handshake_of_tls() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    settings = WebSocketSettings(open_timeout=0.1)
    async with (
        AIOHTTP.let_in(Doors(), settings, tls=context) as address,
        dialled(address) as wire,
        asyncio.timeout(2),
    ):
        assert await wire.rest() == b""


# --- What a client cannot open --------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "detail"),
    [
        (b"hello\r\n\r\n", "does not speak HTTP"),
        (answered("101 Switching Protocols"), "Invalid upgrade header"),
        (b"", "timed out"),
    ],
)
async def test_answers_that_open_nothing(answer: bytes, detail: str) -> None:
    settings = WebSocketSettings(open_timeout=0.2)
    async with answering(always(answer)) as ((host, port), _):
        with pytest.raises(HandshakeFailed, match=detail) as caught:
            await dialling(f"ws://{host}:{port}/", settings)
    assert caught.value.status is None


@pytest.mark.parametrize("url", ["http://localhost/x", "ws:///x", "x"])
async def test_a_url_of_no_web_socket(url: str) -> None:
    with pytest.raises(HandshakeFailed, match="URL"):
        await dialling(url, PLAIN)


async def dialling(url: str, settings: WebSocketSettings) -> None:
    await dial(url, subprotocols=[SUBPROTOCOL], headers={}, ssl=None, settings=settings)
