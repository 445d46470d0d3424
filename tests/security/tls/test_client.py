"""TLS of a station, over each client: whom it trusts, and what it refuses."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import uvloop

from ocpp_rpc import HandshakeFailed, WebSocketSettings
from ocpp_rpc.security.tls import ClientTls, server_tls
from ocpp_rpc.transports import Transport, libraries
from tests.security.authority import Authority
from tests.security.pems import Pems
from tests.transports.adapters import HOST, SUBPROTOCOL, Adapter, Doors, over
from tests.transports.tunnels import proxy

NAME = "csms.example.test"
"""The name of a server, which only a proxy knows."""

SUITES = [
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "AES128-GCM-SHA256",
    "AES256-GCM-SHA384",
]


async def connect(
    adapter: Adapter, server: ssl.SSLContext, client: ClientTls, host: str = NAME
) -> tuple[Transport, Doors]:
    """Connect to a server by a name; return the transport, closed by now."""
    doors = Doors()
    async with (
        adapter.let_in(doors, tls=server) as (_, port),
        proxy(names={NAME: HOST}) as it,
    ):
        transport, _ = await libraries.library(adapter.client).dial(
            f"wss://{host}:{port}/ocpp/CP001",
            subprotocols=[SUBPROTOCOL],
            headers={},
            ssl=client.context,
            settings=WebSocketSettings(proxy=f"http://{HOST}:{it.port}"),
        )
        await (await doors.opened.get()).send("welcome")
        assert await transport.recv() == "welcome"
        await transport.close(1000, "")
    return transport, doors


async def refusal(
    adapter: Adapter, server: ssl.SSLContext, client: ClientTls, host: str = NAME
) -> str:
    """Return why a client does not connect."""
    with pytest.raises(HandshakeFailed) as caught:
        await connect(adapter, server, client, host)
    return caught.value.detail


def named(
    pems: Pems, names: Sequence[str], common: str = NAME, **wanted: Any
) -> ssl.SSLContext:
    """Return the context of a server with these names in its SAN, and this CN."""
    pair = pems.authority.server(common, names=tuple(names), **wanted)
    return server_tls(ecdsa=pair.write(pems.folder, "named")).context


# --- The name of the server -----------------------------------------------------------

NAMED: list[tuple[str, list[str]]] = [
    (NAME, [NAME]),
    ("anything", [NAME]),
    ("anything", ["other.example.test", NAME.upper()]),
    (NAME, []),
    (NAME, [HOST]),
    ("anything", ["*.example.test", NAME]),
]


@over("client", "network")
@pytest.mark.parametrize(("common", "names"), NAMED)
async def test_the_name_is_in_the_certificate(
    adapter: Adapter, common: str, names: list[str], pems: Pems
) -> None:
    """A00.FR.510: the FQDN is in the SAN or, if there is none, in the CN."""
    server = named(pems, names, common)
    transport, _ = await connect(adapter, server, pems.client_tls())
    assert transport.peer.certificate is not None


@over("client", "network")
@pytest.mark.parametrize(
    ("common", "names"),
    [
        ("other.example.test", []),
        ("anything", ["other.example.test"]),
        (NAME, ["other.example.test"]),  # RFC 6125 §6.4.4
        ("anything", ["*.other.test"]),
    ],
)
async def test_the_name_is_another_one(
    adapter: Adapter, common: str, names: list[str], pems: Pems
) -> None:
    """A00.FR.308, A00.FR.412."""
    detail = await refusal(adapter, named(pems, names, common), pems.client_tls())
    assert f"certificate of {NAME} is not trusted" in detail
    assert "Hostname mismatch" in detail


WILDCARDS: list[tuple[str, list[str]]] = [
    ("anything", ["*.example.test"]),
    ("*.example.test", []),
]


@over("client", "network")
@pytest.mark.parametrize(("common", "names"), WILDCARDS)
async def test_wildcards_are_refused(
    adapter: Adapter, common: str, names: list[str], pems: Pems
) -> None:
    server = named(pems, names, common)
    detail = await refusal(adapter, server, pems.client_tls())
    assert f"certificate of {NAME} is not trusted" in detail
    assert detail.endswith("only a wildcard matches the name, which OCPP forbids")
    await connect(adapter, server, pems.client_tls(allow_wildcards=True))


@over("client", "network")
async def test_a_context_may_be_told_to_look_at_no_name(
    adapter: Adapter, pems: Pems
) -> None:
    tls = pems.client_tls()
    tls.context.check_hostname = False
    await connect(adapter, named(pems, ["*.other.test"]), tls)


@over("client", "network")
def test_wildcards_are_refused_over_uvloop(adapter: Adapter, pems: Pems) -> None:
    server = named(pems, ["*.example.test"])
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        detail = runner.run(refusal(adapter, server, pems.client_tls()))
        allowing = pems.client_tls(allow_wildcards=True)
        runner.run(connect(adapter, server, allowing))
    assert detail.endswith("only a wildcard matches the name, which OCPP forbids")


@over("client", "network")
async def test_addresses_are_only_in_the_san(adapter: Adapter, pems: Pems) -> None:
    await connect(adapter, named(pems, [HOST]), pems.client_tls(), HOST)
    detail = await refusal(adapter, named(pems, [], HOST), pems.client_tls(), HOST)
    assert "IP address mismatch" in detail


# --- The certificate of the server ----------------------------------------------------


@over("client", "network")
@pytest.mark.parametrize(
    ("days", "reason"),
    [((-9, -1), "certificate has expired"), ((1, 9), "certificate is not yet valid")],
)
async def test_a_certificate_at_the_wrong_time(
    adapter: Adapter, days: tuple[float, float], reason: str, pems: Pems
) -> None:
    server = named(pems, [NAME], days=days)
    assert reason in await refusal(adapter, server, pems.client_tls())


@over("client", "network")
async def test_another_authority(adapter: Adapter, pems: Pems) -> None:
    other = Authority("Other root")
    pair = other.server(NAME).write(pems.folder, "other")
    server = server_tls(ecdsa=pair).context
    detail = await refusal(adapter, server, pems.client_tls())
    assert "unable to get local issuer certificate" in detail
    both = pems.file("both.pem", pems.roots, other.root.certificate_pem)
    await connect(adapter, server, pems.client_tls(ca=both))
    alone = pems.file("other-root.pem", other.root.certificate_pem)
    await connect(adapter, server, pems.client_tls(ca=[str(pems.roots), alone]))


@over("client", "network")
async def test_a_self_signed_certificate(adapter: Adapter, pems: Pems) -> None:
    itself = Authority(NAME).root
    pair = itself.write(pems.folder, "itself")
    server = server_tls(ecdsa=pair).context
    assert "self-signed" in await refusal(adapter, server, pems.client_tls())
    await connect(adapter, server, pems.client_tls(ca=pair[0]))


@over("client", "network")
async def test_an_intermediate_authority(adapter: Adapter, pems: Pems) -> None:
    between = Authority("Servers", above=pems.authority)
    pair = between.server(NAME)
    whole = server_tls(ecdsa=pair.write(pems.folder, "whole", between.root))
    alone = server_tls(ecdsa=pair.write(pems.folder, "alone"))
    await connect(adapter, whole.context, pems.client_tls())
    detail = await refusal(adapter, alone.context, pems.client_tls())
    assert "unable to get local issuer certificate" in detail


@over("client", "network")
async def test_those_of_the_system_count_if_there_are_no_others(
    adapter: Adapter, pems: Pems, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Authority("Root of the system")
    roots = pems.file("system-roots.pem", other.root.certificate_pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    server = server_tls(ecdsa=other.server(NAME).write(pems.folder, "system")).context
    await connect(adapter, server, pems.client_tls(ca=None))
    for untrusted, tls in (
        (server, pems.client_tls()),
        (named(pems, [NAME]), pems.client_tls(ca=None)),
    ):
        detail = await refusal(adapter, untrusted, tls)
        assert "unable to get local issuer certificate" in detail


# --- Suites and versions --------------------------------------------------------------


def only(context: ssl.SSLContext, suites: str) -> ssl.SSLContext:
    """Have a server know nothing but these suites of TLS 1.2."""
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(f"{suites}:@SECLEVEL=0")
    return context


def of_both_kinds(pems: Pems) -> ssl.SSLContext:
    pairs = [
        pems.authority.server(NAME, kind).write(pems.folder, f"both-{kind}")
        for kind in ("ec", "rsa")
    ]
    return server_tls(ecdsa=pairs[0], rsa=pairs[1]).context


@over("client", "network")
@pytest.mark.parametrize("suite", SUITES)
async def test_each_suite_works(adapter: Adapter, suite: str, pems: Pems) -> None:
    """A00.FR.318, A00.FR.422; 2.x A00.FR.319."""
    server = only(of_both_kinds(pems), suite)
    transport, _ = await connect(adapter, server, pems.client_tls())
    assert transport.peer.tls is not None
    used = transport.peer.tls.cipher()
    assert used is not None
    assert used[0] == suite


def test_no_other_suite_is_offered(pems: Pems) -> None:
    offered = [each["name"] for each in pems.client_tls().context.get_ciphers()]
    assert [each for each in offered if not each.startswith("TLS_")] == SUITES


@over("client", "network")
async def test_another_suite_is_refused(adapter: Adapter, pems: Pems) -> None:
    server = only(of_both_kinds(pems), "ECDHE-ECDSA-CHACHA20-POLY1305:AES128-SHA")
    assert await refusal(adapter, server, pems.client_tls())


@over("client", "network")
async def test_old_versions_are_refused(adapter: Adapter, pems: Pems) -> None:
    """A00.FR.315, A00.FR.419."""
    pair = pems.authority.server(NAME, "rsa").write(pems.folder, "old")
    server = server_tls(rsa=pair, legacy=True).context
    with pytest.warns(DeprecationWarning, match="TLSv1_1 is deprecated"):
        server.maximum_version = ssl.TLSVersion.TLSv1_1
    assert await refusal(adapter, server, pems.client_tls())


@over("client", "network")
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_it_is_told_of_old_versions(
    adapter: Adapter, version: ssl.TLSVersion, pems: Pems
) -> None:
    """By the server's answer or, with TLS 1.3, by its alert, which asyncio drops."""
    server = server_tls(rsa=pems.rsa, legacy=True).context
    client = pems.client_tls().context
    client.maximum_version = version
    client.set_ciphers("ALL:@SECLEVEL=0")  # or the server finds none first
    with pytest.warns(DeprecationWarning, match="TLSv1_1 is deprecated"):
        server.maximum_version = ssl.TLSVersion.TLSv1_1

    def answer() -> None:
        network, _ = listener.accept()
        with network, pytest.raises(ssl.SSLError):
            server.wrap_socket(network, server_side=True)

    with socket.create_server((HOST, 0)) as listener:
        answering = asyncio.create_task(asyncio.to_thread(answer))
        with pytest.raises(HandshakeFailed) as caught:
            await adapter.dial(listener.getsockname(), tls=client)
        await answering
    assert caught.value.detail == (
        "the server and the ssl context have no version of TLS in common"
    )


@over("client", "network")
async def test_tls_1_3_works(adapter: Adapter, pems: Pems) -> None:
    transport, _ = await connect(adapter, of_both_kinds(pems), pems.client_tls())
    assert transport.peer.tls is not None
    assert transport.peer.tls.version() == "TLSv1.3"


# --- The certificate of the station ---------------------------------------------------


@over("client", "network")
@pytest.mark.parametrize("kind", ["ec", "rsa"])
async def test_its_own_certificate(adapter: Adapter, kind: Any, pems: Pems) -> None:
    pair = pems.authority.server(NAME).write(pems.folder, "wanting")
    server = server_tls(ecdsa=pair, client_ca=pems.roots).context
    own = pems.client_tls(certificate=pems.station(kind=kind))
    assert own.has_certificate
    await connect(adapter, server, own)
    without = pems.client_tls()
    assert not without.has_certificate
    await refusal(adapter, server, without)


@over("client", "network")
async def test_its_files_are_read_again(
    adapter: Adapter, pems: Pems, tmp_path: Path
) -> None:
    pair = pems.authority.server(NAME).write(pems.folder, "wanting")
    server = server_tls(ecdsa=pair, client_ca=pems.roots).context
    own = Authority("Other root").station().write(tmp_path, "own")
    roots = pems.file("their-roots.pem", pems.roots)
    tls = pems.client_tls(ca=roots, certificate=own)
    await refusal(adapter, server, tls)

    pems.authority.station().write(tmp_path, "own")
    tls.reload()
    await connect(adapter, server, tls)

    roots.write_bytes(Authority("Other root").root.certificate_pem)
    own[1].write_text("nothing")
    with pytest.raises(ValueError, match=f"no private key in PEM in {own[1]}"):
        tls.reload()
    await connect(adapter, server, tls)
