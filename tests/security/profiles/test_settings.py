"""What is no security profile of a server, and where there has to be one."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any

import pytest

from ocpp_rpc import MissingDependency, Server, ServerSettings, serve, testing
from ocpp_rpc.security import client
from ocpp_rpc.security.profiles import channels
from ocpp_rpc.security.server import (
    Profile,
    Profile0,
    Profile1,
    Profile2,
    Profile3,
    tls_at_proxy,
)
from ocpp_rpc.transports.aiohttp import route
from ocpp_rpc.transports.asgi import Endpoint
from tests.confidential import KEY, PASSWORD
from tests.security.pems import Pems
from tests.transports.adapters import Doors


def verify(_identity: str, password: bytes) -> bool:
    return password == KEY


def serial_of(_identity: str) -> str:
    return "SN001"


def context(mode: ssl.VerifyMode = ssl.CERT_NONE) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.verify_mode = mode
    return made


PLAIN, ASKING = context(), context(ssl.CERT_REQUIRED)

BEHIND = ServerSettings(trusted_proxies=["127.0.0.1"])


# --- What is no profile ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "settings", "message"),
    [
        (
            Profile1,
            {"verify": verify, "tls": PLAIN},
            "Profile1 has no TLS: for passwords and TLS, use Profile2",
        ),
        (Profile1, {"verify": PASSWORD}, "verify of Profile1 is not a function"),
        (Profile2, {"verify": None, "tls": PLAIN}, "verify of Profile2 is not a"),
        (
            Profile2,
            {"verify": verify, "tls": None},
            r"Profile2 needs TLS: tls must be server.tls\(...\), not a NoneType",
        ),
        (
            Profile2,
            {"verify": verify, "tls": client.tls()},
            r"Profile2 needs TLS: tls must be server.tls\(...\), not a ClientTls",
        ),
        (
            Profile2,
            {"verify": verify, "tls": ASKING},
            "Profile2 has no client certificates, but its tls requests them",
        ),
        (
            Profile2,
            {"verify": verify, "tls": tls_at_proxy(certificate_header="X-Cert")},
            "Profile2 has no client certificates, but its tls requests them",
        ),
        (
            Profile2,
            {"verify": verify, "tls": PLAIN, "may_downgrade": True},
            "may_downgrade of Profile2 is not a function",
        ),
        (
            Profile3,
            {"tls": PLAIN, "organization": "Acme", "serial_of": serial_of},
            "Profile3 needs client certificates, but its tls requests none",
        ),
        (
            Profile3,
            {"tls": tls_at_proxy(), "organization": "Acme", "serial_of": serial_of},
            "Profile3 needs client certificates; behind a proxy, name the header ",
        ),
        (
            Profile3,
            {"tls": ASKING, "organization": " ", "serial_of": serial_of},
            "the organization of Profile3 is empty",
        ),
        (
            Profile3,
            {"tls": ASKING, "organization": "Acme", "serial_of": {}},
            "serial_of of Profile3 is not a function",
        ),
        (
            Profile3,
            {
                "tls": ASKING,
                "organization": "Acme",
                "serial_of": serial_of,
                "verify": verify,
            },
            "Profile3 has no passwords: with passwords, use Profile2",
        ),
    ],
)
def test_what_is_no_profile(
    kind: Callable[..., object], settings: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=f"^{message}") as caught:
        kind(**settings)
    assert "\n" not in str(caught.value)
    assert PASSWORD not in f"{caught.value!r}"


@pytest.mark.parametrize("kind", [Profile2, Profile3])
def test_a_profile_without_tls(kind: Callable[..., object]) -> None:
    with pytest.raises(TypeError, match="'tls'"):
        kind(verify=verify)


def test_profiles_show_no_secrets() -> None:
    def checks(identity: str, password: bytes) -> bool:
        return False

    checks.__qualname__ = PASSWORD
    shown: list[Profile] = [
        Profile1(verify=checks),
        Profile2(verify=checks, tls=PLAIN),
    ]
    assert [each.number for each in shown] == [1, 2]
    assert PASSWORD not in repr(shown)


@pytest.mark.parametrize("name", ["", "X Cert", "X-Cert\r\n", "Upgrade"])
def test_what_is_no_header_line(name: str) -> None:
    with pytest.raises(ValueError, match="header "):
        tls_at_proxy(certificate_header=name)


def test_reading_certificates_of_proxies_takes_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def find_spec(_name: str) -> None:
        return None

    monkeypatch.setattr(channels, "find_spec", find_spec)
    assert tls_at_proxy().certificate_header is None
    with pytest.raises(MissingDependency, match=r"ocpp-rpc\[security\]"):
        tls_at_proxy(certificate_header="X-Cert")


# --- Where there has to be one --------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "named"),
    [
        (None, "a server on all interfaces"),
        ("", "a server on all interfaces"),
        ("0.0.0.0", "'0.0.0.0'"),
        ("::", "'::'"),
        ("192.0.2.1", "'192.0.2.1'"),
        ("csms.example", "'csms.example'"),
        ("localhost.example", "'localhost.example'"),
    ],
)
async def test_a_host_that_others_reach_needs_a_profile(
    host: str | None, named: str
) -> None:
    message = rf"^{named} may be reached from other computers: .*server\.Profile0\(\)"
    with pytest.raises(ValueError, match=message):
        async with serve(None, host, versions=["1.6"]):
            pass
    with pytest.raises(ValueError, match=message):
        async with serve(None, host, versions=["1.6"], ssl=PLAIN):
            pass


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost", "LOCALHOST"])
async def test_this_computer_needs_none(host: str) -> None:
    async with serve(None, host, versions=["1.6"]) as server:
        assert server.port


async def test_a_profile_allows_any_host() -> None:
    async with serve(None, versions=["1.6"], security=Profile0()) as server:
        assert server.address[0] in {"0.0.0.0", "::"}


async def test_a_network_in_memory_needs_none() -> None:
    net = testing.network()
    async with serve(None, "csms", 80, versions=["1.6"], transport=net) as server:
        assert server.address == ("csms", 80)


def test_endpoints_need_a_profile() -> None:
    server = Server(None, versions=["1.6"])
    for endpoint in (Endpoint, route):
        with pytest.raises(ValueError, match=r"^an endpoint .*server\.Profile0\(\)"):
            endpoint(server)
        assert endpoint(server, security=Profile0())
        assert endpoint(Server(None, versions=["1.6"], security=Profile0()))


@pytest.mark.parametrize("security", ["two", 2, client.Profile0(), Profile0])
async def test_what_is_no_profile_of_a_server(security: Any) -> None:
    message = r"^security has to be of ocpp_rpc\.security\.server, not a \w+$"
    with pytest.raises(ValueError, match=message):
        Server(None, versions=["1.6"], security=security)
    async with Server(None, versions=["1.6"]) as server:
        with pytest.raises(ValueError, match=message):
            await server.listen("127.0.0.1", security=security)
        with pytest.raises(ValueError, match=message):
            Endpoint(server, security=security)


async def test_ssl_beside_a_profile() -> None:
    message = "^ssl is for servers without security=: pass it to the profile$"
    async with Server(None, versions=["1.6"], security=Profile0()) as server:
        with pytest.raises(ValueError, match=message):
            await server.listen("127.0.0.1", ssl=PLAIN)
    with pytest.raises(ValueError, match=message):
        async with serve(
            None, "127.0.0.1", versions=["1.6"], security=Profile0(), ssl=PLAIN
        ):
            pass


# --- What cannot be had at a place ----------------------------------------------------


@pytest.mark.parametrize(
    "profile",
    [
        Profile2(verify=verify, tls=PLAIN),
        Profile3(tls=ASKING, organization="Acme", serial_of=serial_of),
    ],
)
def test_tls_over_asgi_is_not_that_of_the_program(profile: Any) -> None:
    server = Server(None, versions=["1.6"], security=profile)
    message = (
        r"TLS ends in front of an ASGI .* pass tls=server.tls_at_proxy.* to profile ."
    )
    with pytest.raises(ValueError, match=message):
        Endpoint(server)
    route(server)


async def test_a_proxy_has_to_be_trusted() -> None:
    """Over ASGI, the scope says whether there is TLS, but has no certificate."""
    header = tls_at_proxy(certificate_header="X-Cert")
    second = Profile2(verify=verify, tls=tls_at_proxy())
    third = Profile3(tls=header, organization="Acme", serial_of=serial_of)
    message = r"tls_at_proxy\(\) needs trusted proxies: add their networks to"
    async with Server(None, versions=["1.6"]) as server:
        for profile in (second, third):
            with pytest.raises(ValueError, match=message):
                await server.listen("127.0.0.1", security=profile)
            with pytest.raises(ValueError, match=message):
                route(server, security=profile)
        with pytest.raises(ValueError, match=message):
            Endpoint(server, security=third)
        assert Endpoint(server, security=second)
    async with Server(None, versions=["1.6"], server=BEHIND) as server:
        for profile in (second, third):
            assert await server.listen("127.0.0.1", security=profile)
            route(server, security=profile)
            assert Endpoint(server, security=profile)


def test_an_acceptor_of_another_kind_checks_no_profile() -> None:
    with pytest.raises(ValueError, match="a security profile needs a Server to check"):
        Endpoint(Doors(), security=Profile0())
    assert Endpoint(Doors())


async def test_each_address_has_a_profile(pems: Pems) -> None:
    """A00.FR.006."""
    async with Server(None, versions=["1.6"], security=Profile0()) as server:
        profiles = [
            None,
            Profile1(verify=verify),
            Profile2(verify=verify, tls=pems.server_tls()),
        ]
        for profile in profiles:
            await server.listen("127.0.0.1", security=profile)
