"""The security events that a server sees, over each listener."""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ocpp_rpc import HandshakeFailed, Server, ServerSettings, Settings, connect, serve
from ocpp_rpc.back_office.contests import Contests
from ocpp_rpc.security import client, server
from ocpp_rpc.security.events import SecurityEvent, SecurityEventKind
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports import Failure
from tests.confidential import PASSWORD
from tests.security.authority import Authority
from tests.security.pems import Pems
from tests.support.records import whose
from tests.support.served import HOST, url_of
from tests.transports.adapters import Adapter, Address, over
from tests.transports.serving import serving

Kind = SecurityEventKind


async def shake_hands(address: Address, context: ssl.SSLContext) -> None:
    """Try to open a connection of TLS, once, and see it fail or end."""
    with suppress(OSError):
        reader, writer = await asyncio.open_connection(*address, ssl=context)
        await reader.read()
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


@asynccontextmanager
async def watched(
    adapter: Adapter, tls: ssl.SSLContext
) -> AsyncGenerator[tuple[Server, Address, asyncio.Queue[SecurityEvent]]]:
    seen: asyncio.Queue[SecurityEvent] = asyncio.Queue()
    async with serving(adapter, tls=tls) as (office, address):
        office.on_security_event(seen.put_nowait)
        yield office, address, seen


# --- TLS ------------------------------------------------------------------------------


def expired(pems: Pems) -> Any:
    return pems.station("expired", days=(-30, -1))


def strange(pems: Pems) -> Any:
    return Authority("Other root").station().write(pems.folder, "stranger")


def revoked(pems: Pems) -> Any:
    pair = pems.authority.station()
    pems.crl(pair)
    return pair.write(pems.folder, "revoked")


def none(_: Pems) -> Any:
    return None


@over("certificate", "network")
@pytest.mark.parametrize(
    ("make", "kind", "code", "detail"),
    [
        (none, Kind.NO_CERTIFICATE, None, "there is no client certificate"),
        (
            expired,
            Kind.BAD_CERTIFICATE,
            10,
            "the client certificate is refused: certificate has expired",
        ),
        (
            strange,
            Kind.BAD_CERTIFICATE,
            20,
            "the client certificate is refused: unable to get local issuer certificate",
        ),
        (
            revoked,
            Kind.BAD_CERTIFICATE,
            23,
            "the client certificate is refused: certificate revoked",
        ),
    ],
)
async def test_a_bad_client_certificate_is_seen(  # noqa: PLR0917
    adapter: Adapter,
    make: Callable[[Pems], tuple[Path, Path] | None],
    kind: SecurityEventKind,
    code: int | None,
    detail: str,
    pems: Pems,
) -> None:
    certificate = make(pems)
    tls = pems.server_tls(client_ca=pems.roots, crls=pems.folder / "crl.pem")
    context = pems.client_tls(certificate=certificate).context
    async with watched(adapter, tls.context) as (office, address, seen):
        await shake_hands(address, context)
        event = await seen.get()
        assert (event.kind, event.verify_code, event.detail) == (kind, code, detail)
        assert event.identity is None
        assert event.address is not None
        assert event.address[0] == HOST
        assert office.security_events == {kind: 1}
        assert office.failures == {Failure.TLS: 1}
    assert seen.empty()


def too_old() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


def other_suites() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.set_ciphers("AES256-SHA:@SECLEVEL=0")
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    return context


@over("certificate", "network")
@pytest.mark.parametrize(
    ("make", "kind"), [(too_old, Kind.TLS_VERSION), (other_suites, Kind.TLS_SUITE)]
)
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
async def test_a_client_of_old_is_seen(
    adapter: Adapter,
    make: Callable[[], ssl.SSLContext],
    kind: SecurityEventKind,
    pems: Pems,
) -> None:
    tls = pems.server_tls()
    async with watched(adapter, tls.context) as (office, address, seen):
        await shake_hands(address, make())
        event = await seen.get()
        assert (event.kind, event.verify_code) == (kind, None)
        assert office.security_events == {kind: 1}
        assert office.failures == {Failure.TLS: 1}


@over("certificate", "network")
async def test_a_client_that_does_not_trust_the_server_is_none(
    adapter: Adapter, pems: Pems
) -> None:
    turned_away = asyncio.Event()
    async with watched(adapter, pems.server_tls().context) as (office, address, seen):
        office.on_refused(lambda _: turned_away.set())
        await shake_hands(address, ssl.create_default_context())
        await turned_away.wait()
        assert (office.failures, office.security_events) == ({Failure.TLS: 1}, {})
        assert seen.empty()


# --- Profiles -------------------------------------------------------------------------


async def refused(url: str, **options: Any) -> None:
    with pytest.raises(HandshakeFailed):
        async with connect(url, "CP001", versions=["1.6"], **options):
            raise AssertionError


def basic(user: str) -> dict[str, str]:
    token = base64.b64encode(f"{user}:{PASSWORD}".encode()).decode()
    return {"Authorization": f"Basic {token}"}


@pytest.mark.parametrize(
    ("options", "kind", "detail"),
    [
        (
            {"password": "wrong"},
            Kind.FAILED_AUTHENTICATION,
            "the password is wrong",
        ),
        (
            {},
            Kind.FAILED_AUTHENTICATION,
            "this address requires a user name and a password",
        ),
        (
            {"headers": basic("CP002")},
            Kind.OTHER_USER,
            "the user name is not the identity in the path",
        ),
    ],
)
async def test_failed_authentication_is_seen(
    options: dict[str, Any],
    kind: SecurityEventKind,
    detail: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    seen: list[SecurityEvent] = []
    caplog.set_level("INFO", "ocpp_rpc.server")
    profile = server.Profile1(verify=lambda _, password: password == PASSWORD.encode())
    async with serve(None, HOST, versions=["1.6"], security=profile) as office:
        office.on_security_event(seen.append)
        await refused(url_of(office), **options)
        assert office.security_events == {kind: 1}
        assert office.refusals == {401: 1}
    (event,) = seen
    assert (event.kind, event.identity, event.detail) == (kind, "CP001", detail)
    lines = [r.message for r in caplog.records if "security event" in r.message]
    assert lines == [f"security event {event}"]
    assert whose(caplog, "security event") == {(None, None)}  # it is only claimed
    assert PASSWORD not in caplog.text


async def test_a_lower_profile_is_seen() -> None:
    seen: list[SecurityEvent] = []
    profile = server.Profile1(verify=lambda _, password: password == PASSWORD.encode())
    async with serve(None, HOST, versions=["1.6"], security=profile) as office:
        office.on_security_event(seen.append)
        lower = await office.listen(HOST, security=server.Profile0())
        async with connect(
            url_of(office),
            "CP001",
            versions=["1.6"],
            security=client.Profile1(password=PASSWORD),
        ):
            pass
        await refused(f"ws://{HOST}:{lower.address[1]}")
    assert [(each.kind, each.identity) for each in seen] == [
        (Kind.LOWER_PROFILE, "CP001")
    ]


# --- Two chargers of one identity -----------------------------------------------------


def turns(contests: Contests, clock: list[float], *hosts: str) -> list[str | None]:
    """Have each host replace the one before it, every 20 seconds."""
    said: list[str | None] = []
    for old, new in pairwise(hosts):
        clock[0] += 20
        said.append(contests.note("CP001", old, new))
    return said


@pytest.mark.parametrize(
    ("hosts", "said"),
    [
        ("AA", [None]),
        ("AB", [None]),
        ("ABC", [None, None]),
        ("ABA", [None, "two chargers in turn, from B and A"]),
        ("ABCA", [None, None, "two chargers in turn, from C and A"]),
        ("AABB", [None, None, None]),
        ("AAAA", [None] * 3),
        ("AAAAA", [None] * 3 + ["connected 5 times in 120 s from one host"]),
        # Each is said once: from then on, it takes as much again.
        (
            "ABABA",
            [None, "two chargers in turn, from B and A", None, "two chargers in"],
        ),
    ],
)
def test_what_is_a_contest(hosts: str, said: list[str | None]) -> None:
    clock = [0.0]
    found = turns(Contests(lambda: clock[0]), clock, *hosts)
    assert len(found) == len(said)
    for each, wanted in zip(found, said, strict=True):
        assert (each is None) == (wanted is None)
        assert wanted is None or (each or "").startswith(wanted)


def test_what_is_long_ago_does_not_count() -> None:
    clock = [0.0]
    contests = Contests(lambda: clock[0])
    assert contests.note("CP001", "A", "B") is None
    clock[0] = 120
    assert contests.note("CP001", "B", "A") is None
    clock[0] = 239
    assert contests.note("CP001", "A", "B") is not None


def test_identities_do_not_mix() -> None:
    contests = Contests(lambda: 0.0)
    assert contests.note("CP001", "A", "B") is None
    assert contests.note("CP002", "B", "A") is None


def test_what_is_known_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocpp_rpc.back_office.contests._MAX_IDENTITIES", 2)
    contests = Contests(lambda: 0.0)
    for identity in ("CP001", "CP002", "CP003"):
        contests.note(identity, "A", "B")
    found = [contests.note(f"CP00{n}", "B", "A") for n in (3, 2, 1)]
    assert [each is None for each in found] == [False, False, True]


async def test_two_chargers_of_one_identity_are_seen(
    caplog: pytest.LogCaptureFixture,
) -> None:
    seen: list[SecurityEvent] = []
    clock = VirtualClock()
    async with serve(
        None,
        HOST,
        versions=["1.6"],
        settings=Settings(clock=clock),
        server=ServerSettings(trusted_proxies=[HOST]),
    ) as office:
        office.on_security_event(seen.append)
        connections: list[Any] = []
        for host in ("10.0.0.1", "10.0.0.2", "10.0.0.1"):
            connecting = connect(
                url_of(office),
                "CP001",
                versions=["1.6"],
                headers={"X-Forwarded-For": host},
            )
            connections.append(connecting)
            await connecting.__aenter__()
            await asyncio.sleep(0)
            clock.advance(10)
        for each in connections:
            await each.__aexit__(None, None, None)
        assert office.security_events == {Kind.CONTESTED_IDENTITY: 1}
    (event,) = seen
    assert event == SecurityEvent(
        kind=Kind.CONTESTED_IDENTITY,
        identity="CP001",
        address=("10.0.0.1", None),
        detail="two chargers in turn, from 10.0.0.2 and 10.0.0.1",
    )
    levels = [r.levelname for r in caplog.records if "Contested" in r.message]
    assert levels == ["WARNING"]
    assert whose(caplog, "Contested") == {("CP001", None)}
