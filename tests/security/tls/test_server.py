"""TLS of a server, over each listener: suites, versions, sessions, and who gets in."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
import uvloop

from ocpp_rpc import HandshakeFailed
from ocpp_rpc.security.tls import ServerTls, crls
from ocpp_rpc.transports import Failure, Transport, TransportClosed
from tests.security.authority import Authority, Pair, new_key
from tests.security.pems import Pems
from tests.security.s_client import Client, s_client
from tests.transports.adapters import Adapter, Address, Doors, over

ECDSA = ["ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384"]
PLAIN_RSA = ["AES128-GCM-SHA256", "AES256-GCM-SHA384"]
ECDHE_RSA = ["ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-AES256-GCM-SHA384"]

TLS12 = ("-tls1_2",)
OLD = ("-cipher", "AES128-SHA:@SECLEVEL=0")


@asynccontextmanager
async def listening(
    adapter: Adapter, tls: ServerTls
) -> AsyncGenerator[tuple[Doors, Address]]:
    doors = Doors()
    async with adapter.let_in(doors, tls=tls.context) as address:
        yield doors, address


def station(pems: Pems, certificate: tuple[Path, Path] | None = None) -> Any:
    return pems.client_tls(certificate=certificate).context


def is_told(adapter: Adapter, doors: Doors, why: str) -> bool:
    """Tell whether all who were turned away had this reason, if that is told at all."""
    away = [reason for _, cause, reason in doors.away if cause is Failure.TLS]
    if not adapter.can({"certificate"}):
        return not away  # it happens in the server of others
    return bool(away) and all(why in reason for reason in away)


async def gets_in(adapter: Adapter, address: Address, context: ssl.SSLContext) -> bool:
    try:
        await adapter.dial(address, tls=context)
    except (HandshakeFailed, TransportClosed):
        return False
    return True


# --- Suites and versions --------------------------------------------------------------


@over("network")
@pytest.mark.parametrize("suite", [*ECDSA, *PLAIN_RSA, *ECDHE_RSA])
async def test_each_suite_works(adapter: Adapter, suite: str, pems: Pems) -> None:
    """TC_A_04_CSMS (A00.FR.317, A00.FR.421; 2.x A00.FR.318)."""
    async with listening(adapter, pems.server_tls()) as (doors, address):
        options = (*TLS12, "-cipher", suite, "-CAfile", str(pems.roots))
        async with s_client(address, *options, "-verify_return_error") as client:
            assert await client.opens()
        assert f"Cipher is {suite}" in client.said
        assert "Compression: NONE" in client.said
        assert len(doors.requests) == 1


@over("network")
@pytest.mark.parametrize(
    "suite",
    [
        "AES128-SHA",
        "AES128-SHA256",
        "ECDHE-ECDSA-AES128-SHA",
        "ECDHE-RSA-AES128-SHA256",
        "ECDHE-RSA-CHACHA20-POLY1305",
        "DHE-RSA-AES128-GCM-SHA256",
    ],
)
async def test_no_other_suite_works(adapter: Adapter, suite: str, pems: Pems) -> None:
    async with listening(adapter, pems.server_tls()) as (doors, address):
        async with s_client(address, *TLS12, "-cipher", suite) as client:
            assert not await client.opens()
        assert is_told(adapter, doors, "no shared cipher")


def test_the_suites_are_those_of_the_kinds_of_keys(pems: Pems) -> None:
    both = pems.server_tls()
    assert [*both.suites] == [*ECDSA, *ECDHE_RSA, *PLAIN_RSA]
    offered = [each["name"] for each in both.context.get_ciphers()]
    assert [each for each in offered if not each.startswith("TLS_")] == [*both.suites]
    assert [*pems.server_tls(ecdsa=None).suites] == [*ECDHE_RSA, *PLAIN_RSA]
    assert [*pems.server_tls(rsa=None).suites] == ECDSA
    old = pems.server_tls(legacy=True).suites
    assert [*old] == [*ECDHE_RSA, *PLAIN_RSA, "AES128-SHA"]


@over("network")
@pytest.mark.parametrize(
    ("kinds", "suite"), [(ECDSA + PLAIN_RSA, ECDSA[0]), (PLAIN_RSA + ECDHE_RSA, None)]
)
async def test_forward_secrecy_comes_first(
    adapter: Adapter, kinds: list[str], suite: str | None, pems: Pems
) -> None:
    """Whatever the client prefers."""
    async with listening(adapter, pems.server_tls()) as (_, address):
        cipher = ":".join(reversed(kinds))
        async with s_client(address, *TLS12, "-cipher", cipher) as client:
            assert await client.opens()
    assert f"Cipher is {suite or ECDHE_RSA[0]}" in client.said


@over("network")
@pytest.mark.parametrize("version", ["-tls1", "-tls1_1"])
async def test_old_versions_are_refused(
    adapter: Adapter, version: str, pems: Pems
) -> None:
    """TC_A_06_CSMS (A00.FR.312-315, A00.FR.416-419)."""
    async with listening(adapter, pems.server_tls()) as (doors, address):
        async with s_client(address, version, "-cipher", "ALL:@SECLEVEL=0") as client:
            assert not await client.opens()
        assert is_told(adapter, doors, "unsupported protocol")
        assert doors.requests == []


@over("network")
@pytest.mark.parametrize(
    ("options", "suite"),
    [
        (("-tls1", *OLD), "AES128-SHA"),
        (("-tls1_1", *OLD), "AES128-SHA"),
        (TLS12, ECDHE_RSA[0]),
        (("-tls1_3",), "TLS_AES_256_GCM_SHA384"),
    ],
)
async def test_a_listener_for_old_stations(
    adapter: Adapter, options: tuple[str, ...], suite: str, pems: Pems
) -> None:
    """A00.FR.312, A00.FR.324: one suite for those that cannot do better."""
    async with (
        listening(adapter, pems.server_tls(legacy=True)) as (_, address),
        s_client(address, *options) as client,
    ):
        assert await client.opens()
    assert f"Cipher is {suite}" in client.said


@over("network")
async def test_old_stations_have_one_suite(adapter: Adapter, pems: Pems) -> None:
    async with listening(adapter, pems.server_tls(legacy=True)) as (doors, address):
        others = "ALL:!AES128-SHA:@SECLEVEL=0"
        async with s_client(address, "-tls1_1", "-cipher", others) as client:
            assert not await client.opens()
        assert is_told(adapter, doors, "no shared cipher")


# --- Sessions -------------------------------------------------------------------------


async def session_of(
    address: Address, file: Path, *options: str, opens: bool = True
) -> Client:
    """Connect, keep the session in a file, and close the connection properly."""
    async with s_client(address, *options, "-sess_out", str(file)) as client:
        assert await client.opens() is opens
        if opens:
            await client.quit()
    return client


@over("network")
@pytest.mark.parametrize("options", [(), ("-no_ticket",)])
async def test_nobody_resumes_a_session(
    adapter: Adapter, options: tuple[str, ...], pems: Pems, tmp_path: Path
) -> None:
    """Or a client would get in without its certificate being verified.

    TLS 1.2 has session ids beside tickets. The attempt fails, and is forgotten.
    """
    tls, session = pems.server_tls(client_ca=pems.roots), tmp_path / "session.pem"
    certificate, key = map(str, pems.station())
    shown = (*TLS12, "-cert", certificate, "-key", key, *options)
    async with listening(adapter, tls) as (doors, address):
        first = await session_of(address, session, *shown)
        assert "TLS session ticket" not in first.said
        assert session.exists()

        again = (*TLS12, *options, "-sess_in", str(session))
        async with s_client(address, *again) as client:
            assert not await client.opens()
        assert is_told(adapter, doors, "session resumption refused")
        async with s_client(address, *again) as client:
            assert not await client.opens()
        assert len(doors.requests) == 1

        async with s_client(address, *shown, "-sess_in", str(session)) as client:
            assert await client.opens()
        assert "New, TLSv1.2" in client.said
        assert len(doors.requests) == 2


@over("network")
async def test_there_is_no_session_in_tls_1_3(
    adapter: Adapter, pems: Pems, tmp_path: Path
) -> None:
    tls, session = pems.server_tls(client_ca=pems.roots), tmp_path / "session.pem"
    certificate, key = map(str, pems.station())
    async with listening(adapter, tls) as (_, address):
        shown = ("-tls1_3", "-cert", certificate, "-key", key)
        client = await session_of(address, session, *shown)
    assert "New, TLSv1.3" in client.said
    assert not session.exists()


@over("network")
async def test_nobody_negotiates_again(adapter: Adapter, pems: Pems) -> None:
    async with (
        listening(adapter, pems.server_tls()) as (_, address),
        s_client(address, *TLS12) as client,
    ):
        assert await client.opens()
        client.type("R\n")
        assert await client.read_until("RENEGOTIATING")
        assert await client.read_until("no renegotiation")


# --- Certificates of stations ---------------------------------------------------------


def known(pems: Pems) -> tuple[Path, Path]:
    return pems.station()


def of_rsa(pems: Pems) -> tuple[Path, Path]:
    return pems.station("station-rsa", kind="rsa")


def expired(pems: Pems) -> tuple[Path, Path]:
    return pems.station("expired", days=(-9, -1))


def not_yet_valid(pems: Pems) -> tuple[Path, Path]:
    return pems.station("early", days=(1, 9))


def of_another_authority(pems: Pems) -> tuple[Path, Path]:
    return Authority("Other root").station().write(pems.folder, "other")


def of_an_impostor(pems: Pems) -> tuple[Path, Path]:
    """Certified by a CA that names itself and its key as the right one does."""
    impostor = Authority()
    impostor.root = replace(pems.authority.root, key=impostor.root.key)
    return impostor.station().write(pems.folder, "impostor")


def self_signed(pems: Pems) -> tuple[Path, Path]:
    return Authority("SN001").root.write(pems.folder, "self-signed")


def of_an_intermediate(pems: Pems) -> tuple[Path, Path]:
    between = Authority("Stations", above=pems.authority)
    return between.station().write(pems.folder, "between", between.root)


def without_the_intermediate(pems: Pems) -> tuple[Path, Path]:
    between = Authority("Stations", above=pems.authority)
    return between.station().write(pems.folder, "alone")


def none(_pems: Pems) -> None:
    return None


Shown = Callable[[Pems], tuple[Path, Path] | None]

STRANGERS = [
    (none, "peer did not return a certificate"),
    (of_another_authority, "unable to get local issuer certificate"),
    (of_an_impostor, "certificate signature failure"),
    (self_signed, "self-signed certificate"),
    (without_the_intermediate, "unable to get local issuer certificate"),
]
UNTIMELY = [
    (expired, "certificate has expired"),
    (not_yet_valid, "certificate is not yet valid"),
]


@over("network")
@pytest.mark.parametrize("shown", [known, of_rsa, of_an_intermediate])
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_who_is_certified_gets_in(
    adapter: Adapter, shown: Shown, version: ssl.TLSVersion, pems: Pems
) -> None:
    """TC_A_07_CSMS."""
    tls, context = pems.server_tls(client_ca=pems.roots), station(pems, shown(pems))
    context.maximum_version = version
    async with listening(adapter, tls) as (doors, address):
        assert await gets_in(adapter, address, context)
        (request,) = doors.requests
        if not adapter.can({"certificate"}):
            return
        assert request.peer.certificate is not None
        subject = request.peer.certificate["subject"]
        assert (("commonName", "SN001"),) in subject


@over("network")
@pytest.mark.parametrize(("shown", "reason"), [*STRANGERS, *UNTIMELY])
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_who_is_not_certified_stays_out(
    adapter: Adapter, shown: Shown, reason: str, version: ssl.TLSVersion, pems: Pems
) -> None:
    """TC_A_08_CSMS."""
    tls, context = pems.server_tls(client_ca=pems.roots), station(pems, shown(pems))
    context.maximum_version = version
    async with listening(adapter, tls) as (doors, address):
        assert not await gets_in(adapter, address, context)
        assert doors.requests == []
    assert is_told(adapter, doors, reason)


@over("network")
@pytest.mark.parametrize(("shown", "_"), UNTIMELY)
async def test_who_is_to_be_given_a_new_certificate_gets_in(
    adapter: Adapter, shown: Shown, _: str, pems: Pems
) -> None:
    """A00.FR.429, A00.FR.430 of 2.x."""
    tls = pems.server_tls(client_ca=pems.roots, accept_expired=True)
    async with listening(adapter, tls) as (_doors, address):
        assert await gets_in(adapter, address, station(pems, shown(pems)))


@over("network")
@pytest.mark.parametrize(("shown", "reason"), STRANGERS)
async def test_who_was_never_certified_gets_no_new_certificate(
    adapter: Adapter, shown: Shown, reason: str, pems: Pems
) -> None:
    tls = pems.server_tls(client_ca=pems.roots, accept_expired=True)
    async with listening(adapter, tls) as (doors, address):
        assert not await gets_in(adapter, address, station(pems, shown(pems)))
    assert is_told(adapter, doors, reason)


# --- Revoked certificates -------------------------------------------------------------


@over("network")
@pytest.mark.parametrize("accept_expired", [False, True])
async def test_whose_certificate_is_revoked_stays_out(
    adapter: Adapter, accept_expired: bool, pems: Pems
) -> None:
    lost, other = pems.authority.station("SN666"), pems.station()
    tls = pems.server_tls(
        client_ca=pems.roots, crls=pems.crl(lost), accept_expired=accept_expired
    )
    async with listening(adapter, tls) as (doors, address):
        revoked = lost.write(pems.folder, "lost")
        assert not await gets_in(adapter, address, station(pems, revoked))
        assert doors.requests == []
        assert await gets_in(adapter, address, station(pems, other))
    assert is_told(adapter, doors, "certificate revoked")


@over("network")
@pytest.mark.parametrize(
    ("is_revoked", "has_list", "reason"),
    [
        (False, True, None),
        (True, True, "certificate revoked"),
        (False, False, "unable to get certificate CRL"),
    ],
)
async def test_intermediate_authorities_are_looked_up(
    adapter: Adapter, is_revoked: bool, has_list: bool, reason: str | None, pems: Pems
) -> None:
    between = Authority("Stations", above=pems.authority)
    lists = [pems.crl(*([between.root] if is_revoked else []))]
    if has_list:
        lists.append(pems.file("between.crl", between.crl()))
    shown = between.station().write(pems.folder, "between", between.root)
    tls = pems.server_tls(client_ca=pems.roots, crls=lists)
    async with listening(adapter, tls) as (doors, address):
        is_in = await gets_in(adapter, address, station(pems, shown))
    assert is_in is (reason is None)
    if reason is not None:
        assert is_told(adapter, doors, reason)


@over("network")
@pytest.mark.parametrize("accept_expired", [False, True])
async def test_a_list_that_ends_lets_nobody_in(
    adapter: Adapter,
    accept_expired: bool,
    pems: Pems,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever was revoked since then would get in."""
    # As if it had been good when it was read.
    monkeypatch.setattr(crls, "_check_time", Mock())
    tls = pems.server_tls(
        client_ca=pems.roots, crls=pems.crl(days=-0.5), accept_expired=accept_expired
    )
    async with listening(adapter, tls) as (doors, address):
        assert not await gets_in(adapter, address, station(pems, pems.station()))
        assert doors.requests == []
        assert is_told(adapter, doors, "CRL has expired")

        pems.crl()
        tls.reload()
        assert await gets_in(adapter, address, station(pems, pems.station()))


# --- Reading the files again ----------------------------------------------------------


def shown_by(transport: Transport) -> str:
    certificate = transport.peer.certificate
    assert certificate is not None
    return str(certificate["serialNumber"])


def serial(pair: Pair) -> str:
    number = f"{pair.certificate.serial_number:X}"
    return number if len(number) % 2 == 0 else f"0{number}"


@over("network")
@pytest.mark.parametrize(("kind", "suite"), [("rsa", ECDHE_RSA[0]), ("ec", ECDSA[0])])
async def test_new_certificates_are_for_new_connections(
    adapter: Adapter, kind: Any, suite: str, pems: Pems, tmp_path: Path
) -> None:
    first, second = (pems.authority.server(kind=kind) for _ in range(2))
    name = "rsa" if kind == "rsa" else "ecdsa"
    tls = pems.server_tls(**{name: first.write(tmp_path, "server")})
    context = pems.client_tls().context
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(suite)
    async with listening(adapter, tls) as (doors, (_, port)):
        old = await adapter.dial(("localhost", port), tls=context)
        server = await doors.opened.get()
        assert shown_by(old) == serial(first)
        second.write(tmp_path, "server")
        tls.reload()
        new = await adapter.dial(("localhost", port), tls=context)
        assert shown_by(new) == serial(second)
        await old.send("still here")
        assert await server.recv() == "still here"


@over("network")
async def test_trust_is_withdrawn_and_given(
    adapter: Adapter, pems: Pems, tmp_path: Path
) -> None:
    other = Authority("Other root")
    theirs = other.station().write(tmp_path, "other")
    trusted = pems.file("trusted.pem", pems.roots)
    tls = pems.server_tls(client_ca=trusted)
    async with listening(adapter, tls) as (doors, address):
        for was, now in ((pems.station(), theirs), (theirs, pems.station())):
            assert await gets_in(adapter, address, station(pems, was))
            assert not await gets_in(adapter, address, station(pems, now))
            is_ours = now == theirs
            root = other.root.certificate_pem if is_ours else pems.roots.read_bytes()
            trusted.write_bytes(root)
            tls.reload()
            assert await gets_in(adapter, address, station(pems, now))
            assert not await gets_in(adapter, address, station(pems, was))
            opened = await doors.opened.get()
            await opened.send("still here")


@over("network")
async def test_a_certificate_is_revoked_while_others_are_in(
    adapter: Adapter, pems: Pems
) -> None:
    lost = pems.authority.station("SN667")
    theirs = lost.write(pems.folder, "lost")
    tls = pems.server_tls(client_ca=pems.roots, crls=pems.crl())
    async with listening(adapter, tls) as (doors, address):
        assert await gets_in(adapter, address, station(pems, theirs))
        pems.crl(lost)
        tls.reload()
        assert not await gets_in(adapter, address, station(pems, theirs))
        assert await gets_in(adapter, address, station(pems, pems.station()))
        await (await doors.opened.get()).send("still here")


@over("network")
@pytest.mark.parametrize("setting", ["rsa", "ecdsa"])
@pytest.mark.parametrize("key", ["ec", "rsa", "that of the other pair"])
async def test_a_wrong_pair_leaves_the_former_in_use(
    adapter: Adapter, setting: str, key: Any, pems: Pems, tmp_path: Path
) -> None:
    """Given to the context in use, OpenSSL would forget the former or say nothing."""
    other = "ecdsa" if setting == "rsa" else "rsa"
    pairs = {
        "rsa": pems.authority.server(kind="rsa").write(tmp_path, "rsa"),
        "ecdsa": pems.authority.server().write(tmp_path, "ecdsa"),
    }
    tls = pems.server_tls(**pairs)
    if key in {"ec", "rsa"}:
        wrong = Pair(pems.authority.root.certificate, new_key(key)).key_pem
    else:
        wrong = pairs[other][1].read_bytes()
    pairs[setting][1].write_bytes(wrong)
    with pytest.raises(ValueError, match=f"^{setting}: the key in {pairs[setting][1]}"):
        tls.reload()
    async with listening(adapter, tls) as (_, (_host, port)):
        for suite in (*ECDSA, *ECDHE_RSA, *PLAIN_RSA):
            context = pems.client_tls().context
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            context.set_ciphers(suite)
            assert await gets_in(adapter, ("localhost", port), context)


@over("network")
async def test_files_are_read_again_while_stations_come(
    adapter: Adapter, pems: Pems, tmp_path: Path
) -> None:
    first, second = (pems.authority.server() for _ in range(2))
    tls = pems.server_tls(
        ecdsa=first.write(tmp_path, "server"), client_ca=pems.roots, crls=pems.crl()
    )
    context = station(pems, pems.station())
    seen: set[str] = set()
    done = asyncio.Event()

    async def reconnect(address: Address) -> None:
        while not done.is_set():
            transport = await adapter.dial(address, tls=context)
            seen.add(shown_by(transport))
            await transport.close(1000, "")

    async with listening(adapter, tls) as (doors, (_, port)):
        address = ("localhost", port)
        stays = await adapter.dial(address, tls=context)
        server = await doors.opened.get()
        async with asyncio.TaskGroup() as group:
            for _ in range(4):
                group.create_task(reconnect(address))
            for pair in (second, first) * 5:
                pair.write(tmp_path, "server")
                await asyncio.to_thread(tls.reload)
                opened = len(doors.requests)
                while len(doors.requests) < opened + 4:
                    await asyncio.wait_for(doors.opened.get(), 10)
            done.set()
        assert seen == {serial(first), serial(second)}
        assert doors.away == []
        await stays.send("still here")
        assert await server.recv() == "still here"


# --- Another event loop ---------------------------------------------------------------


@over("network")
def test_sessions_and_files_over_uvloop(
    adapter: Adapter, pems: Pems, tmp_path: Path
) -> None:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(test_nobody_resumes_a_session(adapter, (), pems, tmp_path))
        runner.run(test_trust_is_withdrawn_and_given(adapter, pems, tmp_path))
