"""What a client is told that is not let in, over whichever library."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import pytest

from ocpp_rpc import HandshakeFailed, WebSocketSettings
from ocpp_rpc.transports import HttpAnswer, libraries
from ocpp_rpc.transports.failures import handshake_failed
from ocpp_rpc.transports.responses import HandshakeResponse
from tests.confidential import PASSWORD
from tests.transports.adapters import SUBPROTOCOL, Adapter, Doors, over
from tests.transports.wire import answered, answering

LOCALHOST = Path(__file__).with_name("localhost.pem")


async def refusal(
    adapter: Adapter, url: str, tls: ssl.SSLContext | None = None
) -> HandshakeFailed:
    with pytest.raises(HandshakeFailed) as caught:
        await libraries.library(adapter.client).dial(
            url,
            subprotocols=[SUBPROTOCOL],
            headers={},
            ssl=tls,
            settings=WebSocketSettings(),
        )
    return caught.value


REFUSALS: dict[str, tuple[str, list[str], str]] = {
    "later": (
        "503 Service Unavailable",
        ["Retry-After: 30", "X-Acme: a", "x-acme: b"],
        "the server is not available, and says to come back after 30 s (HTTP 503)",
    ),
    "another day": (
        "429 Too Many Requests",
        ["Retry-After: Fri, 31 Dec 2027 23:59:59 GMT"],
        "the server is asked too often, and says to come back after "
        "'Fri, 31 Dec 2027 23:59:59 GMT' (HTTP 429)",
    ),
    "elsewhere": (
        "301 Moved Permanently",
        [f"Location: wss://user:{PASSWORD}@elsewhere.invalid/ocpp"],
        "the server says to connect to 'wss://elsewhere.invalid/ocpp' instead "
        "(HTTP 301)",
    ),
    "somewhere": ("302 Found", [], "the server refused it (HTTP 302)"),
    "credentials": (
        "401 Unauthorized",
        ['WWW-Authenticate: Basic realm="x"'],
        "the server wants other credentials (HTTP 401)",
    ),
}


@over("client", "network")
@pytest.mark.parametrize(("status", "lines", "detail"), REFUSALS.values(), ids=REFUSALS)
async def test_the_answer_is_kept_and_told(
    adapter: Adapter, status: str, lines: list[str], detail: str
) -> None:
    asked: list[bytes] = []

    def answer(request: bytes) -> bytes:
        asked.append(request)
        return answered(status, "Content-Length: 0", *lines)

    async with answering(answer) as ((host, port), _):
        failed = await refusal(adapter, f"ws://{host}:{port}/x")
    assert failed.detail == detail
    assert failed.status == int(status[:3])
    assert failed.headers["content-length"] == "0"
    for line in lines[:1]:
        name, _, value = line.partition(": ")
        assert failed.headers[name.lower()] == value
    assert failed.headers.get("x-acme", "a, b") == "a, b"
    assert len(asked) == 1


@over("client")
async def test_a_server_of_ours_says_when_to_come_back(adapter: Adapter) -> None:
    doors = Doors(HttpAnswer(503, "full", {"Retry-After": "7"}))
    async with adapter.let_in(doors) as (host, port):
        failed = await refusal(adapter, f"ws://{host}:{port}/ocpp/CP001")
    assert (failed.status, failed.retry_after) == (503, 7)


@over("client")
async def test_nothing_is_known_of_who_is_not_there(adapter: Adapter) -> None:
    failed = await refusal(adapter, "ws://127.0.0.1:1/x")
    assert (failed.headers, failed.retry_after) == ({}, None)


@over("client", "network")
async def test_a_certificate_of_another_host(adapter: Adapter) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(LOCALHOST)
    async with adapter.let_in(Doors(), tls=tls) as (host, port):
        failed = await refusal(adapter, f"wss://{host}:{port}/x")
    assert failed.detail.startswith(
        f"the certificate of {host} is not trusted by the ssl context: self"
    )


@over("client", "network")
async def test_a_server_without_tls(adapter: Adapter) -> None:
    async def refuse(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await reader.read(1)
        writer.write(answered("400 Bad Request"))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(refuse, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()
        failed = await refusal(adapter, f"wss://{host}:{port}/x")
    assert failed.detail == "the server does not speak TLS at this address"


@over("client", "network")
async def test_a_server_that_wants_tls(adapter: Adapter) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(LOCALHOST)
    async with adapter.let_in(Doors(), tls=tls) as (host, port):
        failed = await refusal(adapter, f"ws://{host}:{port}/x")
    assert failed.detail.endswith("; or it wants TLS, with wss:// in the URL")


def failure(error: Exception, url: str = "ws://a") -> str:
    return handshake_failed(url, error, HandshakeResponse([SUBPROTOCOL], 100)).detail


def test_a_server_that_cuts_the_connection() -> None:
    detail = "the server cut the connection during the opening handshake"
    assert failure(ConnectionResetError()) == detail
    assert failure(ConnectionResetError(), "wss://a").startswith(f"{detail}; it may")


def test_an_error_without_a_text() -> None:
    assert failure(ValueError()) == "ValueError"


@pytest.mark.parametrize(
    ("reason", "detail"),
    [
        (
            "UNSUPPORTED_PROTOCOL",
            "the server and the ssl context have no version of TLS in common",
        ),
        (
            "TLSV1_ALERT_INSUFFICIENT_SECURITY",
            "the server has no cipher in common with the ssl context",
        ),
        (
            "TLSV1_ALERT_ACCESS_DENIED",
            "the server does not accept the client certificate",
        ),
        (
            "TLSV1_UNRECOGNIZED_NAME",
            "the server has no certificate for this host name",
        ),
    ],
)
def test_what_openssl_says(reason: str, detail: str) -> None:
    error = ssl.SSLError(1, "[SSL] something in the words of OpenSSL")
    error.reason = reason
    assert failure(error, "wss://a") == detail
