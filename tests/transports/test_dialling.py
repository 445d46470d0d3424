"""What a client finds that opens no WebSocket, over whichever library."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from ocpp_rpc import HandshakeFailed, WebSocketSettings
from ocpp_rpc.transports import libraries
from tests.confidential import PASSWORD
from tests.transports.adapters import HOST, PLAIN, SUBPROTOCOL, Adapter, Doors, over
from tests.transports.wire import accepted, answered, answering, silent

ODD_URLS = [
    "",
    "nonsense",
    "http://127.0.0.1:1/x",
    "ws://",
    "ws:///x",
    "ws://127.0.0.1:99999/x",
    "ws://127.0.0.1:port/x",
    "ws://127.0.0.1:-1/x",
    "ws://[::1/x",
    "ws://a..b/x",
    f"ws://{'a' * 64}/x",
    "ws://\udcff/x",
    "ws://nobody.invalid/x",
]


NO_WEB_SOCKETS: dict[str, tuple[Callable[[bytes], bytes], int | None]] = {
    "a page": (lambda _: answered("200 OK", "Content-Length: 0"), 200),
    "not known": (lambda _: answered("404 Not Found", "Content-Length: 0"), 404),
    "a teapot": (lambda _: answered("418 I'm a teapot", "Content-Length: 0"), 418),
    "another key": (lambda _: accepted(b"x\r\nSec-WebSocket-Key: x\r\n\r\n"), None),
}


async def dial(adapter: Adapter, url: str, seconds: float = 10.0) -> HandshakeFailed:
    """Return what happens when an URL is dialled that leads to no WebSocket."""
    with pytest.raises(HandshakeFailed) as caught:
        await libraries.library(adapter.client).dial(
            url,
            subprotocols=[SUBPROTOCOL],
            headers={},
            ssl=None,
            settings=WebSocketSettings(open_timeout=seconds),
        )
    return caught.value


@over("client")
async def test_nobody_is_there(adapter: Adapter) -> None:
    async with adapter.let_in(Doors()) as (host, port):
        pass
    failed = await dial(adapter, f"ws://user:{PASSWORD}@{host}:{port}/x")
    assert "no server" in failed.detail
    assert failed.status is None
    assert failed.url == f"ws://{host}:{port}/x"


@over("client")
@pytest.mark.parametrize("url", ODD_URLS)
async def test_odd_urls(adapter: Adapter, url: str) -> None:
    failed = await dial(adapter, url)
    assert failed.detail
    assert failed.status is None


@over("client", "network")
@pytest.mark.parametrize(
    ("answer", "status"), NO_WEB_SOCKETS.values(), ids=NO_WEB_SOCKETS
)
async def test_no_web_socket_is_there(
    adapter: Adapter, answer: Callable[[bytes], bytes], status: int | None
) -> None:
    async with answering(answer) as ((host, port), _):
        failed = await dial(adapter, f"ws://{host}:{port}/x")
    assert failed.status == status


@over("client", "network")
@pytest.mark.parametrize("said", [b"", b"220 mail.example.com ESMTP\r\n\r\n"])
async def test_a_server_that_goes_away(adapter: Adapter, said: bytes) -> None:
    async def go_away(_: object, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        writer.close()

    async with await asyncio.start_server(go_away, HOST, 0) as server:
        host, port = server.sockets[0].getsockname()
        assert (await dial(adapter, f"ws://{host}:{port}/x")).status is None


@over("client", "network")
async def test_a_server_that_says_nothing(adapter: Adapter) -> None:
    async with silent() as ((host, port), gone):
        failed = await dial(adapter, f"ws://{host}:{port}/x", seconds=0.05)
        assert failed.status is None
        await gone.wait()


@over("client", "network")
async def test_what_a_client_asks_for(adapter: Adapter) -> None:
    asked: list[bytes] = []

    def answer(request: bytes) -> bytes:
        asked.append(request)
        return accepted(request)

    async with answering(answer) as ((host, port), _):
        transport, selected = await libraries.library(adapter.client).dial(
            f"ws://{host}:{port}/a%2Fb%20c/%C3%A9?x=1",
            subprotocols=["ocpp2.0.1", SUBPROTOCOL],
            headers={"X-Acme": "1", "Authorization": "Basic QTpi"},
            ssl=None,
            settings=PLAIN,
        )
        transport.abort()
    assert selected == SUBPROTOCOL
    first, *lines = asked[0].decode().split("\r\n")
    assert first == "GET /a%2Fb%20c/%C3%A9?x=1 HTTP/1.1"
    headers = {name.lower(): value for name, _, value in map(parted, lines)}
    assert headers["x-acme"] == "1"
    assert headers["authorization"] == "Basic QTpi"
    assert headers["host"] == f"{host}:{port}"
    assert headers["sec-websocket-version"] == "13"
    offers = headers["sec-websocket-protocol"].split(",")
    assert [each.strip() for each in offers] == ["ocpp2.0.1", SUBPROTOCOL]


def parted(line: str) -> tuple[str, str, str]:
    return line.partition(": ")
