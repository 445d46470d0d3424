"""A client behind a proxy, over whichever library."""

from __future__ import annotations

import logging
import ssl
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from ocpp_rpc import HandshakeFailed, MissingDependency, WebSocketSettings
from ocpp_rpc.transports import Transport, libraries
from ocpp_rpc.transports.proxies import tunnel
from tests.confidential import PASSWORD as WRONG
from tests.transports.adapters import HOST, SUBPROTOCOL, Adapter, Doors, over
from tests.transports.tunnels import PASSWORD, USER, Proxy, proxy
from tests.transports.wire import silent

LOCALHOST = Path(__file__).with_name("localhost.pem")
SECRET = f"{USER}:{quote(PASSWORD, safe='')}@"
NAME = "csms.invalid"

SCHEMES = ["http", "socks4", "socks4a", "socks5", "socks5h"]


def through(it: Proxy, scheme: str, credentials: str = "") -> WebSocketSettings:
    return WebSocketSettings(proxy=f"{scheme}://{credentials}{HOST}:{it.port}")


def tls_of_a_server() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(LOCALHOST)
    return context


async def dial(
    adapter: Adapter,
    url: str,
    settings: WebSocketSettings,
    tls: ssl.SSLContext | None = None,
) -> Transport:
    transport, selected = await libraries.library(adapter.client).dial(
        url, subprotocols=[SUBPROTOCOL], headers={}, ssl=tls, settings=settings
    )
    assert selected == SUBPROTOCOL
    return transport


async def talk(transport: Transport, doors: Doors) -> None:
    server = await doors.opened.get()
    for text in ("a", "b" * 100_000):
        await transport.send(text)
        assert await server.recv() == text
        await server.send(text)
        assert await transport.recv() == text
    assert await transport.ping()
    await transport.close(1000, "")


@over("client", "network")
@pytest.mark.parametrize("wants", [False, True])
@pytest.mark.parametrize("scheme", SCHEMES)
async def test_a_server_behind_a_proxy(
    adapter: Adapter, scheme: str, wants: bool
) -> None:
    doors = Doors()
    async with adapter.let_in(doors) as (host, port), proxy(wants=wants) as it:
        settings = through(it, scheme, SECRET if wants else "")
        url = f"ws://{host}:{port}/ocpp/CP001"
        await talk(await dial(adapter, url, settings), doors)
    assert it.asked == [(host, port)]
    (asked,) = doors.requests
    assert asked.headers["host"] == f"{host}:{port}"


@over("client", "network")
@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_server_with_tls_behind_a_proxy(adapter: Adapter, scheme: str) -> None:
    doors = Doors()
    trust = ssl.create_default_context(cafile=str(LOCALHOST))
    async with (
        adapter.let_in(doors, tls=tls_of_a_server()) as (host, port),
        proxy() as it,
    ):
        url = f"wss://{host}:{port}/ocpp/CP001"
        transport = await dial(adapter, url, through(it, scheme), trust)
        shown = transport.peer.certificate
        await talk(transport, doors)
        with pytest.raises(HandshakeFailed, match=f"certificate of {host} is not"):
            await dial(adapter, url, through(it, scheme))
        it.names[NAME] = host  # whoever is there has the certificate of another
        with pytest.raises(HandshakeFailed, match=f"certificate of {NAME} is not"):
            await dial(adapter, f"wss://{NAME}:{port}/", through(it, "http"), trust)
    assert shown is not None
    assert it.asked[0] == (host, port)


@over("client", "network")
@pytest.mark.parametrize("scheme", SCHEMES)
async def test_who_resolves_names(adapter: Adapter, scheme: str) -> None:
    doors = Doors()
    names = {NAME: HOST}
    async with adapter.let_in(doors) as (_, port), proxy(names=names) as it:
        url = f"ws://{NAME}:{port}/ocpp/CP001"
        if scheme in {"socks4", "socks5"}:
            with pytest.raises(HandshakeFailed):
                await dial(adapter, url, through(it, scheme))
            assert it.asked == []
        else:
            await talk(await dial(adapter, url, through(it, scheme)), doors)
            assert it.asked == [(NAME, port)]


@over("client", "network")
@pytest.mark.parametrize("scheme", SCHEMES)
async def test_a_proxy_that_wants_other_credentials(
    adapter: Adapter, scheme: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with proxy(wants=True) as it:
            settings = through(it, scheme, f"somebody:{WRONG}@")
            with pytest.raises(HandshakeFailed, match="the proxy does not") as caught:
                await dial(adapter, "ws://127.0.0.1:1/CP001", settings)
    assert it.asked == []
    assert caught.value.status is None
    assert WRONG not in f"{caught.value!r} {caplog.text} {settings!r}"


@over("client", "network")
async def test_no_proxy_is_there(adapter: Adapter) -> None:
    async with proxy() as it:
        pass
    with pytest.raises(HandshakeFailed, match="proxy") as caught:
        await dial(adapter, "ws://127.0.0.1:1/CP001", through(it, "http", SECRET))
    assert PASSWORD not in str(caught.value)


@over("client", "network")
async def test_nobody_behind_a_proxy(adapter: Adapter) -> None:
    async with proxy() as it:
        with pytest.raises(HandshakeFailed, match="the proxy does not connect"):
            await dial(adapter, "ws://127.0.0.1:1/CP001", through(it, "socks5"))


@over("client", "network")
async def test_a_proxy_that_says_nothing(adapter: Adapter) -> None:
    async with silent() as ((host, port), gone):
        settings = WebSocketSettings(proxy=f"http://{host}:{port}", open_timeout=0.05)
        with pytest.raises(HandshakeFailed, match="timed out"):
            await dial(adapter, "ws://127.0.0.1:1/CP001", settings)
        await gone.wait()


@over("client", "network")
async def test_the_environment_names_no_proxy(
    adapter: Adapter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "ws_proxy", "socks_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    doors = Doors()
    async with adapter.let_in(doors) as (host, port):
        url = f"ws://{host}:{port}/ocpp/CP001"
        await talk(await dial(adapter, url, WebSocketSettings()), doors)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "secret",
        "127.0.0.1:3128",
        "https://secret@host:1",
        "ftp://secret@host:1",
        "http://",
        "http://secret@:80",
        "http://secret@host:port",
        "http://secret@host:99999",
        "http://secret@host:0",
        "http://[secret",
    ],
)
def test_what_is_no_proxy(url: str) -> None:
    with pytest.raises(ValueError, match=r"^proxy (must be|is not) ") as caught:
        WebSocketSettings(proxy=url)
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_proxies_need_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = replace(WebSocketSettings(), max_size=1)
    monkeypatch.setitem(sys.modules, "python_socks.async_.asyncio", None)
    with pytest.raises(MissingDependency, match=r"ocpp-rpc\[proxy\]"):
        replace(settings, proxy="http://127.0.0.1:3128")


@pytest.mark.parametrize(
    ("scheme", "port"),
    [(scheme, 80 if scheme == "http" else 1080) for scheme in SCHEMES],
)
async def test_the_usual_port_of_a_proxy(
    monkeypatch: pytest.MonkeyPatch, scheme: str, port: int
) -> None:
    asked: list[int] = []

    class Nowhere:
        def __init__(self, _kind: object, _host: str, port: int, *_: object) -> None:
            asked.append(port)

        async def connect(self, _host: str, _port: int, **_: object) -> None:
            raise OSError("nowhere")

    monkeypatch.setattr("python_socks.async_.asyncio.Proxy", Nowhere)
    for given in ("", ":81"):
        with pytest.raises(OSError, match="nowhere"):
            await tunnel(f"{scheme}://{HOST}{given}", NAME, 1)
    assert asked == [port, 81]
