"""How clients are let in, or not, over whichever library."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
import ssl
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import pytest

from ocpp_rpc import HandshakeFailed, WebSocketSettings
from ocpp_rpc.transports import (
    Admission,
    HandshakeRequest,
    HttpAnswer,
    TransportClosed,
)
from tests.transports.adapters import HOST, SUBPROTOCOL, Adapter, Doors, over
from tests.transports.wire import (
    CLOSE,
    DEFLATE,
    TEXT,
    Frame,
    dialled,
    framed,
    opened,
    request,
    told_to_close,
)

LOCALHOST = Path(__file__).with_name("localhost.pem")

ANSWERS = {
    "no credentials": HttpAnswer(
        401, "who are you?\n", {"WWW-Authenticate": 'Basic realm="OCPP"'}
    ),
    "unknown": HttpAnswer(404, "not known\n"),
    "connected already": HttpAnswer(409, "é\n", {"X-One": "1", "X-Two": "2"}),
    "too much": HttpAnswer(431, ""),
    "not now": HttpAnswer(503, "later\n", {"Retry-After": "30"}),
}


# --- What is asked --------------------------------------------------------------------


@over("network")
async def test_what_a_client_asks_for(adapter: Adapter) -> None:
    doors = Doors()
    async with (
        adapter.let_in(doors) as address,
        opened(
            address,
            "X-Acme: one",
            "Sec-WebSocket-Protocol: ocpp1.5,ocpp2.1",
            "x-acme:two",
            target="/ocpp/a%2Fb%20%C3%A9?x=1&y=%20",
        ) as wire,
    ):
        (asked,) = doors.requests
        assert asked.target == "/ocpp/a%2Fb%20%C3%A9?x=1&y=%20"
        assert asked.headers["x-acme"] == "one, two"
        offers = asked.headers["sec-websocket-protocol"].split(",")
        assert [each.strip() for each in offers] == [
            SUBPROTOCOL,
            "ocpp1.5",
            "ocpp2.1",
        ]
        assert asked.headers["upgrade"] == "websocket"
        assert asked.peer.address == wire.address
        assert asked.peer.certificate is None


@over("network")
@pytest.mark.parametrize("target", ["/%ZZ", "/ocpp/%", "//x//", "/ocpp/../x"])
async def test_odd_targets_come_as_they_are(adapter: Adapter, target: str) -> None:
    doors = Doors()
    async with adapter.let_in(doors) as address, opened(address, target=target):
        assert [each.target for each in doors.requests] == [target]


@over("network")
async def test_a_request_that_opens_no_web_socket(adapter: Adapter) -> None:
    doors = Doors(HttpAnswer(200, "ok\n", {"X-Acme": "1"}))
    async with adapter.let_in(doors) as address:
        for _ in range(2):
            async with dialled(address) as wire:
                wire.write(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                answer = await wire.answer()
                assert (answer.status, answer.body) == (200, b"ok\n")
                assert answer["x-acme"] == "1"
        assert [each.target for each in doors.requests] == ["/health"] * 2


# --- What is answered -----------------------------------------------------------------


@over("network")
async def test_a_head_request_opens_no_web_socket_whoever_decides(
    adapter: Adapter,
) -> None:
    doors = Doors()
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        wire.write(request(method="HEAD"))
        assert (await wire.rest()).split()[1] == b"405"
    assert doors.opened.empty()


@over("network")
async def test_who_is_let_in(adapter: Adapter) -> None:
    doors = Doors(headers={"X-Acme": "1", "X-Time": "now"})
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        answer = await wire.ask(request())
        assert answer.status == 101
        assert answer["sec-websocket-protocol"] == SUBPROTOCOL
        assert (answer["x-acme"], answer["x-time"]) == ("1", "now")
        assert answer["upgrade"].lower() == "websocket"
        transport = await doors.opened.get()
        await transport.send("hello")
        assert await wire.message() == b"hello"


@over("network")
async def test_no_common_subprotocol(adapter: Adapter) -> None:
    doors = Doors(subprotocol=None)
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        answer = await wire.ask(request())
        assert answer.status == 101
        assert "sec-websocket-protocol" not in answer
        transport = await doors.opened.get()
        closing = asyncio.create_task(transport.close(1002, "none"))
        assert await wire.close_frame() == (1002, "none")
        wire.send(CLOSE, told_to_close(1002))
        wire.vanish()
        await closing


@over("network")
@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
async def test_who_is_not_let_in(
    adapter: Adapter, answer: HttpAnswer, caplog: pytest.LogCaptureFixture
) -> None:
    doors = Doors(answer)
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        told = await wire.ask(request())
        assert told.status == answer.status
        assert told.body == answer.text.encode()
        for name, value in answer.headers.items():
            assert told[name.lower()] == value
    assert doors.opened.empty()
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


@over("client")
@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 503])
async def test_what_a_client_is_told(adapter: Adapter, status: int) -> None:
    doors = Doors(HttpAnswer(status, "no\n"))
    async with adapter.let_in(doors) as address:
        with pytest.raises(HandshakeFailed) as caught:
            await adapter.dial(address)
    assert caught.value.status == status


@over("network", "one piece")
async def test_a_first_frame_in_the_same_segment(adapter: Adapter) -> None:
    doors = Doors()
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        frames = [Frame(TEXT, b"first"), Frame(TEXT, b"second")]
        data = b"".join(framed(frame, masked=True) for frame in frames)
        answer = await wire.ask(request() + data)
        assert answer.status == 101
        transport = await doors.opened.get()
        assert await transport.recv() == "first"
        assert await transport.recv() == "second"


@over("network")
async def test_a_first_frame_before_the_decision(adapter: Adapter) -> None:
    doors = Doors()
    doors.deciding = asyncio.Event()
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        wire.write(request())
        await doors.asked.wait()
        wire.send(TEXT, b"first")
        for _ in range(10):
            await asyncio.sleep(0)
        doors.deciding.set()
        assert (await wire.answer()).status == 101
        transport = await doors.opened.get()
        assert await transport.recv() == "first"


@over("network")
@pytest.mark.parametrize("reset", [False, True])
async def test_who_vanishes_before_the_decision(
    adapter: Adapter, reset: bool, caplog: pytest.LogCaptureFixture
) -> None:
    doors = Doors()
    doors.deciding = asyncio.Event()
    async with adapter.let_in(doors) as address:
        async with dialled(address) as wire:
            wire.write(request())
            await doors.asked.wait()
            if reset:
                wire.reset()
            else:
                wire.vanish()
        await asyncio.sleep(0.02)  # no event tells when the other side knows
        doors.deciding.set()
    assert doors.opened.empty()
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


# --- Compression ----------------------------------------------------------------------


@over("network")
@pytest.mark.parametrize("answer", [None, ANSWERS["unknown"]])
async def test_who_vanishes_in_the_moment_of_the_decision(
    adapter: Adapter, answer: HttpAnswer | None, caplog: pytest.LogCaptureFixture
) -> None:
    class Last(Doors):
        async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
            client.close()
            return await super().admit(request)

    doors = Last(answer)
    async with adapter.let_in(doors) as address:
        with socket.create_connection(address) as client:
            client.sendall(request())
            await doors.asked.wait()
            for _ in range(10):
                await asyncio.sleep(0)
    gc.collect()  # then asyncio tells which tasks have failed unnoticed
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


@over("compression", "network")
@pytest.mark.parametrize("compression", [True, False])
async def test_compression_is_accepted(adapter: Adapter, compression: bool) -> None:
    doors, settings = Doors(), WebSocketSettings(compression=compression)
    async with adapter.let_in(doors, settings) as address, dialled(address) as wire:
        answer = await wire.ask(request("/ocpp/CP001", DEFLATE))
        assert ("sec-websocket-extensions" in answer) is compression


@over("compression", "network")
async def test_compression_that_is_not_offered(adapter: Adapter) -> None:
    doors = Doors()
    async with adapter.let_in(doors) as address, dialled(address) as wire:
        answer = await wire.ask(request())
        assert "sec-websocket-extensions" not in answer


@over("client", "compression", "network")
@pytest.mark.parametrize("compression", [True, False])
async def test_compression_is_offered(adapter: Adapter, compression: bool) -> None:
    doors, settings = Doors(), WebSocketSettings(compression=compression)
    async with adapter.let_in(doors, settings) as address:
        await adapter.dial(address, settings)
        (asked,) = doors.requests
        offer = asked.headers.get("sec-websocket-extensions", "")
        assert ("permessage-deflate" in offer) is compression


# --- TLS ------------------------------------------------------------------------------


def tls_of_a_server() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(LOCALHOST)
    context.load_verify_locations(LOCALHOST)
    return context


def tls_of_a_client() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(LOCALHOST))


@over("network")
async def test_tls(adapter: Adapter) -> None:
    doors = Doors()
    async with adapter.let_in(doors, tls=tls_of_a_server()) as address:
        client = await adapter.dial(address, tls=tls_of_a_client())
        server = await doors.opened.get()
        await client.send("text")
        assert await server.recv() == "text"
        shown = client.peer.certificate
        assert shown is not None
        assert shown["subject"] == ((("commonName", "localhost"),),)
        (asked,) = doors.requests
        assert asked.peer.certificate is server.peer.certificate is None
        closing = asyncio.create_task(client.close(1000, "bye"))
        with pytest.raises(TransportClosed) as caught:
            await server.recv()
        assert (caught.value.code, caught.value.reason) == (1000, "bye")
        await closing


@over("certificate", "network")
async def test_the_certificate_of_a_client(adapter: Adapter) -> None:
    doors, context = Doors(), tls_of_a_server()
    context.verify_mode = ssl.CERT_REQUIRED
    own = tls_of_a_client()
    own.load_cert_chain(LOCALHOST)
    async with adapter.let_in(doors, tls=context) as address:
        await adapter.dial(address, tls=own)
        server = await doors.opened.get()
        (asked,) = doors.requests
        for shown in (asked.peer.certificate, server.peer.certificate):
            assert shown is not None
            assert shown["subject"] == ((("commonName", "localhost"),),)


@over("network")
async def test_who_shows_no_certificate(adapter: Adapter) -> None:
    doors, context = Doors(), tls_of_a_server()
    context.verify_mode = ssl.CERT_REQUIRED
    async with adapter.let_in(doors, tls=context) as address:
        with pytest.raises((HandshakeFailed, TransportClosed)):
            await adapter.dial(address, tls=tls_of_a_client())
    assert doors.requests == []


@over("network", "open_timeout")
async def test_who_is_in_the_midst_of_tls_when_nobody_is_let_in_any_more(
    adapter: Adapter,
) -> None:
    doors = Doors()
    async with AsyncExitStack() as stack:
        async with adapter.let_in(doors, tls=tls_of_a_server()) as address:
            reader, writer = await asyncio.open_connection(*address)
            stack.callback(writer.close)
            async with dialled(address, ssl=tls_of_a_client()):
                pass  # so the other one is accepted as well
        answer = b""
        with suppress(ConnectionError):
            await writer.start_tls(tls_of_a_client(), server_hostname=HOST)
            writer.write(request())
            answer = await reader.read()
    assert answer == b""
    assert doors.requests == []


@over("network")
async def test_who_vanishes_over_tls_is_no_error(
    adapter: Adapter, caplog: pytest.LogCaptureFixture
) -> None:
    doors = Doors()
    async with adapter.let_in(doors, tls=tls_of_a_server()) as address:
        async with dialled(address, ssl=tls_of_a_client()) as wire:
            assert (await wire.ask(request())).status == 101
            server = await doors.opened.get()
        with pytest.raises(TransportClosed):
            await server.recv()
    del server
    gc.collect()  # then asyncio tells which tasks have failed unnoticed
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


@over("client", "network")
async def test_a_server_that_is_not_trusted(adapter: Adapter) -> None:
    doors = Doors()
    async with adapter.let_in(doors, tls=tls_of_a_server()) as address:
        with pytest.raises(HandshakeFailed, match="certificate"):
            await adapter.dial(address, tls=ssl.create_default_context())
    assert doors.requests == []
