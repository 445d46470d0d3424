"""What a client reads of the answer to its opening handshake."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from ocpp_rpc import HandshakeFailed, WebSocketSettings
from ocpp_rpc.transports import Transport, libraries
from ocpp_rpc.transports.responses import HandshakeResponse
from tests.transports.adapters import HOST, PLAIN, SUBPROTOCOL, Adapter, Address, over
from tests.transports.wire import (
    TEXT,
    Frame,
    Wire,
    accepted,
    answered,
    answering,
    framed,
)

LOCALHOST = Path(__file__).with_name("localhost.pem")
CONTINUE = answered("100 Continue")
HINTS = answered("103 Early Hints", "Link: </x>; rel=preload")
LATER = answered(
    "503 Service Unavailable", "Retry-After: 30", "Transfer-Encoding: chunked"
)


async def dial(
    adapter: Adapter,
    address: Address,
    *,
    settings: WebSocketSettings = PLAIN,
    tls: ssl.SSLContext | None = None,
) -> Transport:
    host, port = address
    transport, selected = await libraries.library(adapter.client).dial(
        f"{'ws' if tls is None else 'wss'}://{host}:{port}/ocpp/CP001",
        subprotocols=[SUBPROTOCOL],
        headers={},
        ssl=tls,
        settings=settings,
    )
    assert selected == SUBPROTOCOL
    return transport


async def failure(
    adapter: Adapter,
    answer: Callable[[bytes], bytes],
    settings: WebSocketSettings = PLAIN,
) -> HandshakeFailed:
    """Return what a client is told at once, of an answer after which nothing comes."""
    async with answering(answer) as (address, wires), asyncio.timeout(5):
        with pytest.raises(HandshakeFailed) as caught:
            await dial(adapter, address, settings=settings)
        assert await (await wires.get()).rest() == b""  # the connection is closed
    return caught.value


# --- A refusal ------------------------------------------------------------------------


@over("client", "network")
@pytest.mark.parametrize("body", [b"", b"5\r\nla"], ids=["no body", "a part"])
async def test_a_refusal_is_told_without_its_body(
    adapter: Adapter, body: bytes
) -> None:
    failed = await failure(adapter, lambda _: LATER + body)
    assert (failed.status, failed.retry_after) == (503, 30)


@over("client", "network")
async def test_a_body_without_end_is_not_taken(adapter: Adapter) -> None:
    written = 0

    async def write(wire: Wire) -> None:
        nonlocal written
        while written < 2**24:
            wire.write(bytes(2**16))
            await wire.drain()
            written += 2**16

    async with answering(lambda _: LATER) as (address, wires):
        with pytest.raises(HandshakeFailed) as caught:
            await dial(adapter, address)
        with pytest.raises(ConnectionError):
            await write(await wires.get())
    assert caught.value.status == 503


@over("client", "network")
async def test_header_lines_without_end(adapter: Adapter) -> None:
    settings = WebSocketSettings(max_header_size=2000)
    lines = answered("503 Busy", *["X-Acme: 1"] * 1000)[:-2]
    failed = await failure(adapter, lambda _: lines, settings)
    assert failed.detail == "the server sent more than 2000 bytes of headers"
    assert failed.status is None


# --- Before the answer ----------------------------------------------------------------


INTERIM = {
    "100": CONTINUE,
    "103": HINTS,
    "both": CONTINUE + HINTS,
    "as many as are skipped": CONTINUE * 16,
}


@over("client", "network")
@pytest.mark.parametrize("interim", INTERIM.values(), ids=INTERIM)
async def test_interim_responses_are_skipped(adapter: Adapter, interim: bytes) -> None:
    frame = framed(Frame(TEXT, b"first"), masked=False)
    async with answering(lambda asked: interim + accepted(asked) + frame) as (
        address,
        _,
    ):
        transport = await dial(adapter, address)
        assert await transport.recv() == "first"
        transport.abort()


@over("client", "network")
async def test_interim_responses_that_come_by_themselves(adapter: Adapter) -> None:
    asked: list[bytes] = []

    def answer(request: bytes) -> bytes:
        asked.append(request)
        return CONTINUE

    async with answering(answer) as (address, wires):
        dialling = asyncio.create_task(dial(adapter, address))
        wire = await wires.get()
        for part in (HINTS, accepted(asked[0])):
            for byte in part:
                wire.write(bytes([byte]))
                await wire.drain()
        transport = await dialling
        await transport.send("hello")
        assert (await wire.message()) == b"hello"
        transport.abort()


@over("client", "network")
async def test_a_refusal_after_an_interim_response(adapter: Adapter) -> None:
    failed = await failure(adapter, lambda _: CONTINUE + LATER)
    assert (failed.status, failed.retry_after) == (503, 30)


@over("client", "network")
async def test_interim_responses_without_end(adapter: Adapter) -> None:
    failed = await failure(adapter, lambda _: HINTS * 17)
    assert failed.detail == "the server sent more than 16 interim responses"
    assert failed.status is None


# --- No answer ------------------------------------------------------------------------


@over("client", "network")
@pytest.mark.parametrize(
    ("said", "detail"),
    [
        (b"220 mail.invalid ESMTP", "the server does not speak HTTP at this address"),
        (b"HTTP/2 200\r\n\r\n", "the server does not speak HTTP at this address"),
        (
            b"\x15\x03\x01\x00\x02\x02\x46",
            "the server wants TLS at this address: use wss:// in the URL",
        ),
    ],
)
async def test_what_is_not_http(adapter: Adapter, said: bytes, detail: str) -> None:
    assert (await failure(adapter, lambda _: said)).detail == detail


@over("client", "network")
async def test_a_connection_that_is_cut_is_not_tried_again(adapter: Adapter) -> None:
    come = 0

    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal come
        come += 1
        await reader.readuntil(b"\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(cut, HOST, 0) as server:
        with pytest.raises(HandshakeFailed) as caught:
            await dial(adapter, server.sockets[0].getsockname())
    detail = "the server cut the connection during the opening handshake"
    assert (caught.value.detail, come) == (detail, 1)


# --- The subprotocol ------------------------------------------------------------------


@over("client", "network")
@pytest.mark.parametrize("selected", ["ocpp9.9", f"{SUBPROTOCOL}, ocpp9.9", ""])
async def test_a_subprotocol_that_was_not_offered(
    adapter: Adapter, selected: str
) -> None:
    offered = f"Sec-WebSocket-Protocol: {SUBPROTOCOL}".encode()
    chosen = f"Sec-WebSocket-Protocol: {selected}".encode()
    failed = await failure(
        adapter, lambda asked: accepted(asked).replace(offered, chosen)
    )
    assert failed.detail == f"the server selected {selected!r}, which is not offered"
    assert failed.status is None


# --- TLS ------------------------------------------------------------------------------


def tls_of_a_client() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(LOCALHOST))


def tls_of_a_server(version: ssl.TLSVersion) -> ssl.SSLContext:
    """Return a context that wants a certificate of the client."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = context.maximum_version = version
    context.load_cert_chain(LOCALHOST)
    context.load_verify_locations(LOCALHOST)
    context.verify_mode = ssl.CERT_REQUIRED
    return context


@asynccontextmanager
async def reading(context: ssl.SSLContext) -> AsyncGenerator[Address]:
    """Read, as a server, so that its alert comes before its end."""

    async def read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(read, HOST, 0, ssl=context)
    async with server:
        yield server.sockets[0].getsockname()


@over("client", "network")
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_a_client_without_a_certificate(
    adapter: Adapter, version: ssl.TLSVersion
) -> None:
    async with reading(tls_of_a_server(version)) as address:
        with pytest.raises(HandshakeFailed) as caught:
            await dial(adapter, address, tls=tls_of_a_client())
    assert "client certificate" in caught.value.detail
    assert caught.value.status is None


@over("client", "network")
@pytest.mark.parametrize(
    ("version", "client", "detail"),
    [
        (
            ssl.TLSVersion.TLSv1_2,
            None,
            "the server refuses the TLS handshake: it may want a client certificate in "
            "the ssl context, or have no cipher in common",
        ),
        (
            ssl.TLSVersion.TLSv1_3,
            ssl.TLSVersion.TLSv1_2,
            "the server and the ssl context have no version of TLS in common",
        ),
        (
            ssl.TLSVersion.TLSv1_3,
            None,
            "the server wants a client certificate: load one in the ssl context",
        ),
    ],
)
async def test_the_alert_of_a_server_that_wants_something_else(
    adapter: Adapter,
    version: ssl.TLSVersion,
    client: ssl.TLSVersion | None,
    detail: str,
) -> None:
    """Over sockets that block: asyncio and uvloop send no alert as servers."""

    def refuse() -> None:
        network, _ = listener.accept()
        context = tls_of_a_server(version)
        with context.wrap_socket(
            network, server_side=True, do_handshake_on_connect=False
        ) as server:
            with pytest.raises(ssl.SSLError):
                server.do_handshake()
            with suppress(ConnectionError):
                while socket.socket.recv(server, 2**16):
                    pass  # to close before that would take the alert back

    context = tls_of_a_client()
    if client is not None:
        context.maximum_version = client
    with socket.create_server((HOST, 0)) as listener:
        refusing = asyncio.create_task(asyncio.to_thread(refuse))
        with pytest.raises(HandshakeFailed) as caught:
            await dial(adapter, listener.getsockname(), tls=context)
        await refusing
    assert caught.value.detail == detail


@over("client", "network")
async def test_a_server_that_cuts_tls(adapter: Adapter) -> None:
    """Its alert may be lost: it is on its way when the client writes its request."""

    async def cut(_: object, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    context = tls_of_a_server(ssl.TLSVersion.TLSv1_3)
    context.verify_mode = ssl.CERT_NONE
    async with await asyncio.start_server(cut, HOST, 0, ssl=context) as server:
        address = server.sockets[0].getsockname()
        with pytest.raises(HandshakeFailed) as caught:
            await dial(adapter, address, tls=tls_of_a_client())
    assert caught.value.detail == (
        "the server cut the connection during the opening handshake; it may want a "
        "client certificate in the ssl context, or another, or other versions or "
        "ciphers of TLS"
    )


# --- Without a network ----------------------------------------------------------------


class Network(asyncio.Transport):
    """A network connection that can be cut."""

    cut = False

    def abort(self) -> None:
        self.cut = True


def test_an_answer_in_any_pieces() -> None:
    data = CONTINUE + answered("101 Switching Protocols", "X-Acme: 1") + b"frames"
    for split in range(len(data)):
        response, network = HandshakeResponse([], 1000), Network()
        response.begin(network)
        passed = response.take(data[:split]) + response.take(data[split:])
        assert passed == data[len(CONTINUE) :]
        assert response.take(b"more") == b"more"
        assert (response.status, response.fault, network.cut) == (None, None, False)


@pytest.mark.parametrize(("size", "fits"), [(200, True), (201, False)])
def test_the_limit_of_the_header_lines(size: int, fits: bool) -> None:
    head = b"HTTP/1.1 503 Busy\r\nX-Acme: "
    data = head + b"x" * (size - len(head))
    response, network = HandshakeResponse([], 200), Network()
    response.begin(network)
    assert response.take(data) + response.take(b"\r\n\r\nbody") == b""
    assert (response.status == 503) is fits
    assert (response.fault is None) is fits
    assert network.cut


def test_lines_that_end_without_a_carriage_return() -> None:
    response = HandshakeResponse([], 200)
    response.begin(Network())
    assert response.take(b"HTTP/1.0 503 Busy\nRetry-After: 5\n\n") == b""
    assert (response.status, response.headers) == (503, {"retry-after": "5"})
