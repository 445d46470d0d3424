"""Balancers of TCP in front of every listener: whose connection it is, and who lies."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

import pytest

from ocpp_rpc import Handshake, Refusal, Server, ServerSettings, WebSocketSettings
from ocpp_rpc.security import server as profiles
from ocpp_rpc.transports import Failure
from tests.support.lacking import lack
from tests.transports.adapters import ADAPTERS, HOST, PLAIN, Adapter
from tests.transports.prefaces import LOCAL, TCP4, TCP6, first, second, tlv
from tests.transports.serving import serving
from tests.transports.wire import dialled, request

LOCALHOST = Path(__file__).with_name("localhost.pem")
CLIENT: Final = ("192.0.2.7", 4712)
TRUSTED: Final = "127.0.0.0/8"
LISTENERS = [each for each in ADAPTERS if each.is_library and each.can(["network"])]
OVER_TLS: Final = tlv(0x20, b"\x01\0\0\0\0")

over_listeners = pytest.mark.parametrize(
    "adapter", [pytest.param(each, id=each.name) for each in LISTENERS]
)


@asynccontextmanager
async def behind(
    adapter: Adapter, choice: Any = "required", trusted: str = TRUSTED, **options: Any
) -> AsyncGenerator[tuple[Server, tuple[str, int], list[Handshake], list[Refusal]]]:
    """A server behind balancers, with those who came in, and those who did not."""
    asked: list[Handshake] = []
    away: list[Refusal] = []
    rules = ServerSettings(
        trusted_proxies=[trusted],
        proxy_protocol=choice,
        health_path="/health",
        max_per_address=1,
    )
    async with serving(
        adapter, None, on_connect=asked.append, rules=rules, **options
    ) as (server, address):
        server.on_refused(away.append)
        yield server, address, asked, away


def secure() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(LOCALHOST)
    return context


@over_listeners
@pytest.mark.parametrize("choice", ["optional", "required"])
@pytest.mark.parametrize(
    ("preface", "client"),
    [
        (first(*CLIENT), CLIENT),
        (first("2001:db8::7", 1), ("2001:db8::7", 1)),
        (second(TCP4, CLIENT), CLIENT),
        (second(TCP6, ("2001:db8::7", 1)), ("2001:db8::7", 1)),
        (b"PROXY UNKNOWN\r\n", None),
        (second(0x31, extras=bytes(216)), None),
    ],
)
async def test_whose_connection_it_is(
    adapter: Adapter, choice: str, preface: bytes, client: tuple[str, int] | None
) -> None:
    """The address counts for everything: the hook, the connection, and the limits."""
    async with (
        behind(adapter, choice) as (server, address, asked, away),
        dialled(address) as wire,
    ):
        # What a client adds by itself is not believed: the balancer speaks no HTTP.
        lines = "X-Forwarded-For: 9.9.9.9"
        assert (await wire.ask(preface + request("/ocpp/CP001", lines))).status == 101
        assert [each.address for each in asked] == [client]
        assert server.connections["CP001"].peer.address == client
        async with dialled(address) as second_one:
            answer = await second_one.ask(preface + request("/ocpp/CP002", lines))
        if client is None:
            assert answer.status == 101
        else:
            assert answer.status == 503
            assert [each.address for each in away] == [client]


@over_listeners
async def test_a_balancer_for_itself(adapter: Adapter) -> None:
    async with (
        behind(adapter) as (server, address, _, _),
        dialled(address) as wire,
    ):
        check = b"OPTIONS /health HTTP/1.0\r\n\r\n"
        assert (await wire.ask(second(0, command=LOCAL) + check)).status == 200
        assert server.failures == {}


@over_listeners
async def test_over_tls(adapter: Adapter) -> None:
    """The preface comes before TLS, and TLS may begin in the same packet."""
    context = ssl.create_default_context(cafile=LOCALHOST)
    async with behind(adapter, tls=secure()) as (server, address, asked, _):
        reader, writer = await asyncio.open_connection(*address)
        writer.write(first(*CLIENT)[:9])
        await writer.drain()
        await asyncio.sleep(0)
        writer.write(first(*CLIENT)[9:])
        await writer.start_tls(context, server_hostname="localhost")
        writer.write(request("/ocpp/CP001"))
        assert (await reader.readline()).split()[1] == b"101"
        assert [each.address for each in asked] == [CLIENT]
        peer = server.connections["CP001"].peer
        assert (peer.address, peer.tls is None) == (CLIENT, False)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


FORGED: Final = {
    "v1": first(*CLIENT),
    "v2": second(TCP4, CLIENT),
    "for itself": second(0, command=LOCAL),
}


@over_listeners
@pytest.mark.parametrize("choice", ["optional", "required"])
@pytest.mark.parametrize("preface", FORGED.values(), ids=FORGED)
async def test_a_charger_that_forges_it(
    adapter: Adapter, choice: str, preface: bytes
) -> None:
    async with (
        behind(adapter, choice, trusted="10.0.0.0/8") as (server, address, asked, away),
        dialled(address) as wire,
    ):
        wire.write(preface + request("/ocpp/CP001"))
        assert (await wire.rest()).split()[1] == b"400"
        assert asked == []
        assert server.failures == {Failure.PROXY_PROTOCOL: 1}
        why = "the client speaks the PROXY protocol, but is none of trusted_proxies"
        assert [(each.address, each.reason) for each in away] == [(wire.address, why)]


@over_listeners
async def test_who_has_to_and_does_not(adapter: Adapter) -> None:
    async with behind(adapter) as (server, address, asked, away):
        for data in (request("/ocpp/CP001"), b"\x16\x03\x01"):
            async with dialled(address) as wire:
                wire.write(data)
                assert (await wire.rest()).split()[1] == b"400"
        assert asked == []
        assert server.failures == {Failure.PROXY_PROTOCOL: 2}
        assert {each.reason for each in away} == {
            "the client does not speak the PROXY protocol"
        }
    async with (
        behind(adapter, "optional") as (_, address, asked, _),
        dialled(address) as wire,
    ):
        assert (await wire.ask(request("/ocpp/CP001"))).status == 101
        assert [each.address for each in asked] == [wire.address]


@over_listeners
async def test_without_the_setting_it_is_no_http(adapter: Adapter) -> None:
    async with behind(adapter, "off") as (server, address, asked, _):
        for preface in FORGED.values():
            async with dialled(address) as wire:
                wire.write(preface + request("/ocpp/CP001"))
                assert (await wire.rest()).split()[1] == b"400"
        assert asked == []
        assert server.failures == {Failure.NOT_HTTP: 3}


@over_listeners
@pytest.mark.parametrize(
    "data",
    [
        b"PROXY TCP4 192.0.2.300 192.0.2.8 1 2\r\n",
        b"PROXY TCP4 " + b"1" * 107,
        second(TCP4, CLIENT)[:14] + b"\xff\xff",
        # Two of them: the second is no request.
        first(*CLIENT) * 2 + request("/ocpp/CP001"),
    ],
)
async def test_what_is_wrong(adapter: Adapter, data: bytes) -> None:
    async with (
        behind(adapter, "optional") as (server, address, asked, _),
        dialled(address) as wire,
    ):
        wire.write(data)
        assert (await wire.rest()).split()[1] == b"400"
        assert asked == []
        assert server.failures.total() == 1


@over_listeners
async def test_half_of_it(adapter: Adapter) -> None:
    """Whoever is slow is cut, and whoever goes is noted; a check of the port is not."""
    hasty = WebSocketSettings(open_timeout=0.2)
    parts = [b"P", second(TCP4, CLIENT)[:20], first(*CLIENT)]
    noted = asyncio.Event()

    def note(refusal: Refusal) -> None:
        if refusal.failure is Failure.INCOMPLETE:
            noted.set()

    async with behind(adapter, websocket=hasty) as (server, address, _, away):
        server.on_refused(note)
        for part in parts:
            async with dialled(address) as wire:
                wire.write(part)
                assert await wire.rest() == b""
        assert server.failures == {Failure.TIMEOUT: 3}
        assert [each.address == CLIENT for each in away] == [False, False, True]
        async with dialled(address) as wire:
            wire.write(b"PROXY ")
            wire.vanish()
        await noted.wait()
        async with dialled(address) as wire:
            wire.vanish()
        async with dialled(address) as wire:
            wire.write(second(0, command=LOCAL))
            wire.vanish()
    assert server.failures == {Failure.TIMEOUT: 3, Failure.INCOMPLETE: 1}


@over_listeners
@pytest.mark.parametrize(
    ("extras", "status"), [(OVER_TLS, 101), (tlv(0x20, b"\0\0\0\0\0"), 403), (b"", 403)]
)
async def test_tls_that_ends_at_the_balancer(
    adapter: Adapter, extras: bytes, status: int
) -> None:
    profile = profiles.Profile2(verify=lambda _, __: True, tls=profiles.tls_at_proxy())
    line = "Authorization: Basic Q1AwMDE6c2VjcmV0LXNlY3JldC0wMDE="
    async with (
        behind(adapter, security=profile) as (_, address, _, _),
        dialled(address) as wire,
    ):
        # The client says so itself, too, which counts for nothing.
        lines = (line, "X-Forwarded-Proto: https")
        data = second(TCP4, CLIENT, extras=extras) + request("/ocpp/CP001", *lines)
        assert (await wire.ask(data)).status == status


def test_it_wants_proxies_to_trust() -> None:
    with pytest.raises(ValueError, match="trusted_proxies: add their networks"):
        ServerSettings(proxy_protocol="optional")
    with pytest.raises(ValueError, match="proxy_protocol must be one of"):
        ServerSettings(proxy_protocol="v1")  # type: ignore[arg-type]


# --- HAProxy --------------------------------------------------------------------------

CONFIGURATION: Final = """
defaults
    mode tcp
    timeout connect 5s
    timeout client 30s
    timeout server 30s
listen chargers
    bind 127.0.0.1:{port}
    option httpchk GET /health
    http-check expect status 200
    server office {office} {how} check inter 100ms {check}
"""


@asynccontextmanager
async def haproxy(
    folder: Path, address: tuple[str, int], how: str, check: str
) -> AsyncGenerator[int]:
    """HAProxy in front of a server; yields its port."""
    program = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    lack("" if program else "haproxy is not installed")
    assert program is not None
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    office = f"{address[0]}:{address[1]}"
    file = folder / "haproxy.cfg"
    file.write_text(
        CONFIGURATION.format(port=port, office=office, how=how, check=check)
    )
    process = await asyncio.create_subprocess_exec(program, "-db", "-f", str(file))
    try:
        yield port
    finally:
        process.terminate()
        await process.wait()


@pytest.mark.timeout(60)
@over_listeners
@pytest.mark.parametrize(
    ("how", "check"),
    [
        ("send-proxy", "check-send-proxy"),
        ("send-proxy-v2", "check-send-proxy"),
        ("send-proxy-v2-ssl-cn proxy-v2-options crc32c,unique-id", "check-send-proxy"),
    ],
)
async def test_haproxy(adapter: Adapter, how: str, check: str, tmp_path: Path) -> None:
    """Its health checks pass (LOCAL in version 2), and chargers have their address."""
    async with (
        behind(adapter, websocket=PLAIN) as (server, address, asked, _),
        haproxy(tmp_path, address, how, check) as port,
    ):
        async with asyncio.timeout(30):
            while True:
                with suppress(OSError, EOFError):
                    async with dialled((HOST, port)) as wire:
                        if (await wire.ask(request("/ocpp/CP001"))).status == 101:
                            break
                await asyncio.sleep(0.05)
        assert [each.address for each in asked] == [wire.address]
        assert server.failures == {}
