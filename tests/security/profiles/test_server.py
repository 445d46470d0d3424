"""The security profiles of a server: who is let in by each of them, at each place."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import pytest

from ocpp_rpc import (
    Handshake,
    HandshakeFailed,
    ServerSettings,
)
from ocpp_rpc.security.attempts import FailedAttempts
from ocpp_rpc.security.events import SecurityEventKind
from ocpp_rpc.security.server import (
    Profile1,
    Profile2,
    Profile3,
)
from tests.confidential import KEY, PASSWORD
from tests.security.pems import Pems
from tests.security.places import LISTENERS, Office, Place, basic, over_places

RIGHT = basic("CP001", KEY)

LENIENT = FailedAttempts(free=1000)


def verify(identity: str, password: bytes) -> bool:
    return (identity, password) == ("CP001", KEY)


async def verify_later(identity: str, password: bytes) -> bool:
    await asyncio.sleep(0)
    return verify(identity, password)


async def failed(office: Office, *arguments: Any, **options: Any) -> HandshakeFailed:
    """Dial, and be refused."""
    with pytest.raises(HandshakeFailed) as caught:
        await office.dial(*arguments, **options)
    return caught.value


async def let_in(office: Office, *arguments: Any, **options: Any) -> str | None:
    """Dial, and be let in; return the subprotocol."""
    transport, subprotocol = await office.dial(*arguments, **options)
    await office.server.connections.wait_for(arguments[0] if arguments else "CP001", 5)
    transport.abort()
    return subprotocol


# --- Profile 1 ------------------------------------------------------------------------

WRONG: list[tuple[str, Mapping[str, str], SecurityEventKind, str]] = [
    (
        "nothing",
        {},
        SecurityEventKind.FAILED_AUTHENTICATION,
        "this address requires a user name and a password",
    ),
    (
        "garbage",
        {"Authorization": "Basic !!"},
        SecurityEventKind.FAILED_AUTHENTICATION,
        "the Authorization header is not one of HTTP Basic",
    ),
    (
        "another scheme",
        {"Authorization": "Bearer abc"},
        SecurityEventKind.FAILED_AUTHENTICATION,
        "the Authorization header is not one of HTTP Basic",
    ),
    (
        "another user",
        basic("CP002", KEY),
        SecurityEventKind.OTHER_USER,
        "the user name is not the identity in the path",
    ),
    (
        "another password",
        basic("CP001", PASSWORD),
        SecurityEventKind.FAILED_AUTHENTICATION,
        "the password is wrong",
    ),
    (
        "no password",
        basic("CP001", ""),
        SecurityEventKind.FAILED_AUTHENTICATION,
        "the password is wrong",
    ),
]


@over_places()
@pytest.mark.parametrize("asks", [verify, verify_later], ids=["at once", "later"])
async def test_profile_1_lets_in_who_has_the_password(
    place: Place, asks: Callable[[str, bytes], bool | Awaitable[bool]]
) -> None:
    """TC_A_01_CSMS (A00.FR.201 to A00.FR.204), with a binary key as in 1.6."""
    seen: list[Handshake] = []
    profile = Profile1(verify=asks)
    async with place.open(profile, on_connect=seen.append) as office:
        await office.dial(headers=RIGHT)
        connection = await office.server.connections.wait_for("CP001", 5)
        assert connection.profile == 1
        assert connection.handshake is not None
        assert connection.handshake.profile == 1
        assert connection.handshake.credentials is None
        connection.abort()
    (handshake,) = seen
    assert handshake.profile == 1
    assert office.events == []


@over_places()
@pytest.mark.parametrize(
    ("headers", "kind", "why"),
    [pytest.param(*rest, id=name) for name, *rest in WRONG],
)
async def test_profile_1_refuses_everybody_else(
    place: Place, headers: Mapping[str, str], kind: SecurityEventKind, why: str
) -> None:
    """TC_A_02_CSMS, TC_A_03_CSMS."""
    seen: list[Handshake] = []
    profile = Profile1(verify=verify)
    async with place.open(profile, on_connect=seen.append) as office:
        error = await failed(office, headers=headers)
        assert error.status == 401
        assert error.headers["www-authenticate"].lower() == 'basic realm="ocpp"'
        assert not office.server.connections
    assert seen == []
    (event,), (refusal,) = office.events, office.refusals
    assert (event.kind, event.identity, event.detail) == (kind, "CP001", why)
    assert (refusal.status, refusal.reason) == (401, why)
    assert event.address == refusal.address


@over_places()
async def test_profile_1_refuses_who_comes_over_tls(place: Place) -> None:
    """A station of profile 2 at an address of profile 1 behind a proxy (A00.FR.002)."""
    rules = ServerSettings(trusted_proxies=["127.0.0.1"])
    async with place.open(Profile1(verify=verify), rules=rules) as office:
        error = await failed(office, headers=RIGHT | {"X-Forwarded-Proto": "https"})
        assert error.status == 403
        assert "this address is for security profile 1" in office.refusals[0].reason
        assert await let_in(office, headers=RIGHT | {"X-Forwarded-Proto": "http"})
    assert [each.kind for each in office.events] == [SecurityEventKind.OTHER_PROFILE]


# --- Profile 2 ------------------------------------------------------------------------


@over_places()
async def test_profile_2_lets_in_who_has_the_password(place: Place, pems: Pems) -> None:
    tls = pems.server_tls()
    profile = Profile2(verify=verify, tls=place.tls(tls))
    async with place.open(profile, tls) as office:
        trusting = pems.client_tls()
        await office.dial(headers=RIGHT, tls=trusting)
        connection = await office.server.connections.wait_for("CP001", 5)
        assert connection.profile == 2
        connection.abort()
        for headers in ({}, basic("CP001", PASSWORD), basic("CP002", KEY)):
            assert (await failed(office, headers=headers, tls=trusting)).status == 401


@over_places()
async def test_profile_2_refuses_plain_http(place: Place, pems: Pems) -> None:
    """A station of profile 1 at an address of profile 2 (A00.FR.002)."""
    tls = pems.server_tls()
    profile = Profile2(verify=verify, tls=place.tls(tls))
    served = None if place.name in {"asgi", "route"} else tls
    async with place.open(profile, served) as office:
        plain = Office(
            server=office.server,
            url=office.url.replace("wss:", "ws:"),
            library=office.library,
        )
        error = await failed(plain, headers=RIGHT)
        assert error.status == (403 if served is None else 400)
        assert "wss://" in office.refusals[0].reason
        assert not office.server.connections
    kinds = [each.kind for each in office.events]
    assert kinds == [SecurityEventKind.OTHER_PROFILE] * (served is None)


# --- Profile 3 ------------------------------------------------------------------------


def serial_of(identity: str) -> str | None:
    return {"CP001": "SN001", "CP002": "SN002"}.get(identity)


async def serial_of_later(identity: str) -> str | None:
    await asyncio.sleep(0)
    return serial_of(identity)


def profile_3(pems: Pems, place: Place, **settings: Any) -> tuple[Profile3, Any]:
    tls = pems.server_tls(client_ca=pems.roots, **settings)
    profile = Profile3(
        tls=place.tls(tls), organization="Acme CPO", serial_of=serial_of_later
    )
    return profile, tls


@over_places(certificates=True)
async def test_profile_3_lets_in_who_has_the_certificate(
    place: Place, pems: Pems
) -> None:
    """TC_A_07_CSMS (A00.FR.403 to A00.FR.405)."""
    profile, tls = profile_3(pems, place)
    async with place.open(profile, tls) as office:
        station = pems.client_tls(certificate=pems.station())
        await office.dial(tls=station)
        connection = await office.server.connections.wait_for("CP001", 5)
        assert connection.profile == 3
        assert connection.handshake is not None
        assert connection.handshake.certificate is not None
        assert not connection.handshake.certificate_expired
        connection.abort()
    assert office.events == []


@over_places(certificates=True)
@pytest.mark.parametrize(
    ("identity", "wanted", "why"),
    [
        (
            "CP001",
            {"organization": "Other CPO"},
            "its organization (O) is not that of the operator",
        ),
        ("CP001", {"serial": "SN002"}, "its name (CN) is not the serial number"),
        ("CP001", {"serial": "SN0011"}, "its name (CN) is not the serial number"),
        ("CP002", {}, "its name (CN) is not the serial number"),
        ("CP003", {}, "its name (CN) is not the serial number"),
    ],
    ids=["organization", "serial", "longer", "identity", "unknown"],
)
async def test_profile_3_refuses_the_certificate_of_another(
    place: Place, identity: str, wanted: dict[str, str], why: str, pems: Pems
) -> None:
    """TC_A_08_CSMS (A00.FR.404, A00.FR.405, A00.FR.407)."""
    profile, tls = profile_3(pems, place)
    async with place.open(profile, tls) as office:
        station = pems.client_tls(certificate=pems.station("other", **wanted))
        error = await failed(office, identity, tls=station)
        assert error.status == 403
        assert not office.server.connections
    (event,) = office.events
    assert (event.kind, event.identity) == (SecurityEventKind.BAD_CERTIFICATE, identity)
    assert why in event.detail


@over_places(certificates=True)
async def test_profile_3_takes_no_password_for_a_certificate(
    place: Place, pems: Pems
) -> None:
    """A station of profile 2 at an address of profile 3 (A00.FR.002)."""
    profile, tls = profile_3(pems, place)
    async with place.open(profile, tls) as office:
        error = await failed(office, headers=RIGHT, tls=pems.client_tls())
        assert error.status is None
        assert not office.server.connections


@over_places(certificates=True)
async def test_profile_3_where_tls_does_not_insist(place: Place, pems: Pems) -> None:
    tls = pems.server_tls(client_ca=pems.roots)
    tls.context.verify_mode = ssl.CERT_OPTIONAL
    profile = Profile3(tls=tls.context, organization="Acme", serial_of=serial_of)
    async with place.open(profile, tls) as office:
        error = await failed(office, headers=RIGHT, tls=pems.client_tls())
        assert error.status == 403
        why = "security profile 3 needs a client certificate"
        assert [each.reason for each in office.refusals] == [why]
        assert await let_in(office, tls=pems.client_tls(certificate=pems.station()))
    assert [each.kind for each in office.events] == [SecurityEventKind.NO_CERTIFICATE]


@over_places(certificates=True)
async def test_an_expired_certificate(place: Place, pems: Pems) -> None:
    """A00.FR.429 and A00.FR.430 of 2.x: it may be let in to renew it."""
    expired = pems.client_tls(certificate=pems.station("expired", days=(-9, -1)))
    profile, tls = profile_3(pems, place)
    async with place.open(profile, tls) as office:
        assert (await failed(office, tls=expired)).status is None
    seen: list[Handshake] = []
    profile, tls = profile_3(pems, place, accept_expired=True)
    async with place.open(profile, tls, on_connect=seen.append) as office:
        assert await let_in(office, tls=expired)
        assert await let_in(office, tls=pems.client_tls(certificate=pems.station()))
        early = pems.client_tls(certificate=pems.station("early", days=(1, 9)))
        assert (await failed(office, tls=early)).status == 403
        assert "it is not yet valid" in office.refusals[0].reason
    assert [each.certificate_expired for each in seen] == [True, False]


async def test_a_context_that_does_not_look_at_the_time(pems: Pems) -> None:
    """A certificate that has expired is refused unless the profile says otherwise."""
    place = LISTENERS[0]
    tls = pems.server_tls(client_ca=pems.roots, accept_expired=True)
    profile = Profile3(tls=tls.context, organization="Acme", serial_of=serial_of)
    async with place.open(profile, tls) as office:
        expired = pems.client_tls(certificate=pems.station("expired", days=(-9, -1)))
        error = await failed(office, tls=expired)
        assert error.status == 403
        assert "it has expired" in office.refusals[0].reason
