"""The security profiles of a station, over each library that connects."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import FrozenInstanceError, dataclass
from pathlib import Path
from typing import Any

import pytest

from ocpp_rpc import (
    BackOff,
    Handshake,
    HandshakeFailed,
    HandshakeRefused,
    NetworkProfile,
    Station,
    connect,
    serve,
    sync,
)
from ocpp_rpc.security import client, server
from tests.confidential import KEY, PASSWORD
from tests.security.authority import Authority
from tests.support.served import HOST

QUICK = BackOff(retry_back_off_wait_minimum=0, retry_back_off_random_range=0)

TRUSTING = ssl.create_default_context()
"""A context that verifies servers; which ones it trusts does not matter here."""

WITHOUT_CERTIFICATE = client.tls()


def context(
    *, verify: bool = True, names: bool = True, oldest: str = "TLSv1_2", level: int = 2
) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.check_hostname = verify and names
    made.verify_mode = ssl.CERT_REQUIRED if verify else ssl.CERT_NONE
    made.minimum_version = ssl.TLSVersion[oldest]
    made.set_ciphers(f"DEFAULT:@SECLEVEL={level}")
    return made


# --- A profile ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "number"),
    [
        (client.Profile0(), 0),
        (client.Profile1(password=PASSWORD), 1),
        (client.Profile2(password=KEY, tls=TRUSTING), 2),
        (client.Profile2(password=KEY, tls=WITHOUT_CERTIFICATE), 2),
        (client.Profile3(tls=TRUSTING), 3),
    ],
)
def test_a_profile(profile: client.Profile, number: int) -> None:
    assert profile.number == number
    shown = repr(profile)
    assert not any(secret in shown for secret in (PASSWORD, repr(KEY)[2:-1]))
    with pytest.raises((FrozenInstanceError, TypeError)):
        setattr(profile, "tls", None)  # noqa: B010 - not in all of them


@pytest.mark.parametrize("kind", [client.Profile1, client.Profile2])
@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("", "Profile. needs a password: text or bytes, and not empty"),
        (b"", "Profile. needs a password: text or bytes, and not empty"),
        (None, "Profile. needs a password: text or bytes, and not empty"),
        (bytearray(KEY), "Profile. needs a password: text or bytes, and not empty"),
        (
            f"{PASSWORD}\udc80",
            "the password has a character that UTF-8 cannot express",
        ),
    ],
    ids=["no text", "no bytes", "None", "bytearray", "a surrogate"],
)
def test_what_is_no_password(
    kind: Callable[..., object], password: Any, message: str
) -> None:
    tls = {"tls": TRUSTING} if kind is client.Profile2 else {}
    with pytest.raises(ValueError, match=f"^{message}$") as caught:
        kind(password=password, **tls)
    assert PASSWORD not in f"{caught.value!r} {caught.value.__context__!r}"


@pytest.mark.parametrize("kind", [client.Profile2, client.Profile3])
@pytest.mark.parametrize(
    ("tls", "message"),
    [
        (
            None,
            "Profile. needs TLS: tls must be client.tls\\(...\\), not a NoneType",
        ),
        (
            "roots.pem",
            "Profile. needs TLS: tls must be client.tls\\(...\\), not a str",
        ),
        (
            context(verify=False),
            "Profile. needs an ssl context that verifies the certificate of the "
            "server and its name",
        ),
        (
            context(names=False),
            "Profile. needs an ssl context that verifies the certificate of the "
            "server and its name",
        ),
        (
            context(oldest="MINIMUM_SUPPORTED", level=0),
            r"Profile. needs TLS 1\.2, but the ssl context allows less",
        ),
    ],
)
def test_what_is_no_tls(kind: Callable[..., object], tls: Any, message: str) -> None:
    password = {"password": KEY} if kind is client.Profile2 else {}
    with pytest.raises(ValueError, match=f"^{message}$"):
        kind(tls=tls, **password)


def test_openssl_may_bar_old_versions_by_its_level() -> None:
    """As in the default context of the Python of Debian."""
    barred = context(oldest="MINIMUM_SUPPORTED", level=1)
    assert client.Profile2(password=KEY, tls=barred).tls is barred


def test_what_is_no_profile() -> None:
    both: dict[str, Any] = {"password": PASSWORD, "tls": TRUSTING}
    with pytest.raises(ValueError, match="Profile1 has no TLS: for password and TLS"):
        client.Profile1(**both)
    with pytest.raises(ValueError, match="Profile3 has no password: with a password"):
        client.Profile3(**both)


def test_profile_3_needs_a_certificate() -> None:
    with pytest.raises(ValueError, match="Profile3 needs a certificate of the"):
        client.Profile3(tls=WITHOUT_CERTIFICATE)


# --- What goes together ---------------------------------------------------------------

PROFILES: dict[int, client.Profile] = {
    0: client.Profile0(),
    1: client.Profile1(password=PASSWORD),
    2: client.Profile2(password=PASSWORD, tls=TRUSTING),
    3: client.Profile3(tls=TRUSTING),
}


@pytest.mark.parametrize("opener", [connect, sync.connect], ids=["async", "sync"])
@pytest.mark.parametrize(
    ("number", "url", "options", "message"),
    [
        (0, "wss://h", {}, "security profile 0 needs ws://, but the URL has wss"),
        (1, "wss://h", {}, "security profile 1 needs ws://, but the URL has wss"),
        (2, "ws://h", {}, "security profile 2 needs wss://, but the URL has ws://"),
        (3, "ws://h", {}, "security profile 3 needs wss://, but the URL has ws://"),
        (2, "https://h", {}, "security profile 2 needs wss://, but the URL has ht"),
        (1, "h/ocpp", {}, "security profile 1 needs ws://, but the URL has ://"),
        (0, "ws://h", {"password": PASSWORD}, "either a security profile or password="),
        (1, "ws://h", {"password": PASSWORD}, "either a security profile or password="),
        (2, "wss://h", {"ssl": TRUSTING}, "either a security profile or ssl="),
        (3, "wss://h", {"ssl": TRUSTING}, "either a security profile or ssl="),
        (1, f"ws://A:{PASSWORD}@h", {}, "a security profile or credentials in the"),
        (3, "wss://A@h", {}, "a security profile or credentials in the URL"),
        (
            0,
            "ws://h",
            {"headers": {"authorization": f"Bearer {PASSWORD}"}},
            "a security profile or an Authorization header",
        ),
        (
            2,
            "wss://h",
            {"headers": {"Authorization": f"Bearer {PASSWORD}"}},
            "a security profile or an Authorization header",
        ),
    ],
)
def test_what_does_not_go_together(
    opener: Callable[..., object],
    number: int,
    url: str,
    options: dict[str, Any],
    message: str,
) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        opener(url, "A", versions=["1.6"], security=PROFILES[number], **options)
    assert PASSWORD not in f"{caught.value!r}"


@pytest.mark.parametrize(
    ("security", "kind"), [(2, "builtins.int"), (TRUSTING, "ssl.SSLContext")]
)
def test_what_is_no_profile_of_a_station(security: Any, kind: str) -> None:
    message = f"^security has to be of ocpp_rpc.security.client, not {kind}$"
    with pytest.raises(ValueError, match=message):
        connect("wss://h", "A", versions=["1.6"], security=security)


@pytest.mark.parametrize("options", [{"password": PASSWORD}, {"ssl": TRUSTING}])
def test_a_network_profile_has_one_or_the_other(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="give either a security profile or"):
        NetworkProfile(url="wss://h", security=PROFILES[3], **options)


def test_the_scheme_of_each_network_profile_counts() -> None:
    profiles = [NetworkProfile(url="ws://h"), NetworkProfile(url="wss://h")]
    with pytest.raises(ValueError, match="profile 1 needs ws://, but the URL has"):
        connect(profiles, "A", versions=["1.6"], security=PROFILES[1])


@pytest.mark.parametrize(
    ("own", "given", "wanted"),
    [
        ({}, {"security": PROFILES[2]}, {"security": PROFILES[2]}),
        (
            {"security": PROFILES[3]},
            {"security": PROFILES[2]},
            {"security": PROFILES[3]},
        ),
        (
            {"security": PROFILES[3]},
            {"password": PASSWORD, "ssl": TRUSTING},
            {"security": PROFILES[3]},
        ),
        ({"password": PASSWORD}, {"security": PROFILES[3]}, {"password": PASSWORD}),
        ({"ssl": TRUSTING}, {"security": PROFILES[3]}, {"ssl": TRUSTING}),
        (
            {"ssl": TRUSTING},
            {"password": PASSWORD},
            {"ssl": TRUSTING, "password": PASSWORD},
        ),
    ],
)
def test_security_replaces_what_it_contains(
    own: dict[str, Any], given: dict[str, Any], wanted: dict[str, Any]
) -> None:
    above = NetworkProfile(url="wss://h", **own)
    below = NetworkProfile(url="", versions=["1.6"], **given)

    assert above.over(below) == NetworkProfile(
        url="wss://h", versions=["1.6"], **wanted
    )


# --- Connections ----------------------------------------------------------------------

over_clients = pytest.mark.parametrize("transport", ["websockets", "aiohttp", "picows"])


@over_clients
@pytest.mark.parametrize(
    ("user", "options", "number"),
    [
        ("", {}, 0),
        ("", {"password": KEY}, 1),
        (f"CP1:{PASSWORD}@", {}, 1),
        ("", {"headers": {"authorization": f"Basic {PASSWORD}"}}, 1),
        ("", {"security": client.Profile0()}, 0),
        ("", {"security": client.Profile1(password=PASSWORD)}, 1),
    ],
)
async def test_the_profile_of_a_connection(
    transport: str, user: str, options: dict[str, Any], number: int
) -> None:
    async with serve(None, HOST, versions=["1.6"]) as running:
        url = f"ws://{user}{HOST}:{running.port}"
        async with connect(
            url, "CP1", versions=["1.6"], transport=transport, **options
        ) as cp:
            assert cp.profile == number


@dataclass(frozen=True)
class Files:
    """What a back office and a charger have in files.

    Attributes:
        authority: The one that has certified both.
        roots: The file that names it.
        server: The certificate of the server, and its key.
        station: Those of the station.
    """

    authority: Authority
    roots: Path
    server: tuple[Path, Path]
    station: tuple[Path, Path]

    def tls(self, **options: Any) -> client.ClientTls:
        """Return the TLS of a station."""
        return client.tls(ca=self.roots, **options)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("files")
    authority = Authority()
    roots, _ = authority.root.write(folder, "roots")
    return Files(
        authority,
        roots,
        authority.server(HOST).write(folder, "server"),
        authority.station("CP1").write(folder, "station"),
    )


@over_clients
@pytest.mark.parametrize(
    ("password", "number"), [(KEY, 2), (None, 3)], ids=["a password", "none"]
)
async def test_the_profile_of_a_connection_over_tls(
    transport: str, password: bytes | None, number: int, files: Files
) -> None:
    context = server.tls(ecdsa=files.server).context
    async with serve(None, HOST, versions=["1.6"], ssl=context) as running:
        url = f"wss://{HOST}:{running.port}"
        async with connect(
            url,
            "CP1",
            versions=["1.6"],
            transport=transport,
            password=password,
            ssl=files.tls().context,
        ) as cp:
            assert cp.profile == number


class Office:
    """A back office with one security profile.

    Attributes:
        number: That of the profile.
        asked: The passwords that it was asked about, each with the identity.
        handshakes: What those have asked for who have proved themselves.
    """

    def __init__(
        self, number: int, files: Files, *, refuses_with: int | None = None
    ) -> None:
        self.number = number
        self.asked: list[tuple[str, bytes]] = []
        self.handshakes: list[Handshake] = []
        self._files = files
        self._refuses_with = refuses_with

    @asynccontextmanager
    async def open(self) -> AsyncGenerator[str, None]:
        """Let chargers in; yield the URL."""
        async with serve(
            None,
            HOST,
            versions=["1.6"],
            security=self._profile(),
            on_connect=self._check,
        ) as running:
            scheme = "wss" if self.number >= 2 else "ws"
            yield f"{scheme}://{HOST}:{running.port}/ocpp"

    def _profile(self) -> server.Profile:
        pair, roots = self._files.server, self._files.roots
        return (
            server.Profile0(),
            server.Profile1(verify=self._verify),
            server.Profile2(verify=self._verify, tls=server.tls(ecdsa=pair)),
            server.Profile3(
                tls=server.tls(ecdsa=pair, client_ca=roots),
                organization="Acme CPO",
                serial_of=lambda identity: identity,
            ),
        )[self.number]

    def _verify(self, identity: str, password: bytes) -> bool:
        self.asked.append((identity, password))
        return (identity, password) == ("CP1", KEY)

    def _check(self, handshake: Handshake) -> None:
        self.handshakes.append(handshake)
        if self._refuses_with is not None:
            raise HandshakeRefused(self._refuses_with)


def profile_of(number: int, files: Files) -> client.Profile:
    """Return the profile of the charger that belongs there."""
    return (
        client.Profile0(),
        client.Profile1(password=KEY),
        client.Profile2(password=KEY, tls=files.tls()),
        client.Profile3(tls=files.tls(certificate=files.station)),
    )[number]


@over_clients
@pytest.mark.parametrize("number", range(4))
async def test_each_profile_gets_in(transport: str, number: int, files: Files) -> None:
    office = Office(number, files)
    async with (
        office.open() as url,
        connect(
            url,
            "CP1",
            versions=["1.6"],
            transport=transport,
            security=profile_of(number, files),
        ) as cp,
    ):
        assert cp.profile == number
    (handshake,) = office.handshakes
    assert handshake.profile == number
    assert office.asked == ([("CP1", KEY)] if number in {1, 2} else [])
    subject = (handshake.certificate or {}).get("subject", ())
    names = {name: value for ((name, value),) in subject}
    wanted = {"organizationName": "Acme CPO", "commonName": "CP1"}
    assert names == (wanted if number == 3 else {})


async def refused(
    url: str, security: client.Profile, transport: str
) -> HandshakeFailed:
    """Return how an attempt to connect fails."""
    opening = connect(
        url, "CP1", versions=["1.6"], transport=transport, security=security
    )
    with pytest.raises(HandshakeFailed) as caught:
        await opening.__aenter__()
    assert PASSWORD not in f"{caught.value!r} {caught.value}"
    return caught.value


@over_clients
@pytest.mark.parametrize("number", [1, 2])
async def test_a_wrong_password(transport: str, number: int, files: Files) -> None:
    wrong = (
        client.Profile1(password=PASSWORD),
        client.Profile2(password=PASSWORD, tls=files.tls()),
    )[number - 1]
    async with Office(number, files).open() as url:
        failure = await refused(url, wrong, transport)
    assert failure.status == 401
    assert failure.detail == (
        "the server wants other credentials (HTTP 401); the password may be wrong or "
        "have been changed"
    )


@over_clients
@pytest.mark.parametrize(("number", "needed"), [(0, 1), (3, 2)])
async def test_a_password_that_is_missing(
    transport: str, number: int, needed: int, files: Files
) -> None:
    async with Office(needed, files).open() as url:
        failure = await refused(url, profile_of(number, files), transport)
    assert failure.status == 401
    assert failure.detail == (
        "the server wants other credentials (HTTP 401); no password was sent: the "
        f"server may require security profile {needed}"
    )


@over_clients
@pytest.mark.parametrize("number", range(4))
async def test_a_server_that_forbids_it(
    transport: str, number: int, files: Files
) -> None:
    async with Office(number, files, refuses_with=403).open() as url:
        failure = await refused(url, profile_of(number, files), transport)
    hint = (
        "the server may require a higher security profile",
        "the server may require a higher security profile",
        "the server may require a client certificate (security profile 3)",
        "the server may require another organization or serial number in the "
        "certificate",
    )[number]
    assert failure.detail == f"the server forbids it (HTTP 403); {hint}"


@over_clients
@pytest.mark.parametrize("number", [2, 3])
async def test_a_server_that_somebody_else_certifies(
    transport: str, number: int, files: Files, tmp_path: Path
) -> None:
    roots, _ = Authority("Another root").root.write(tmp_path, "others")
    other = client.tls(ca=roots, certificate=files.station)
    security = (
        client.Profile2(password=PASSWORD, tls=other),
        client.Profile3(tls=other),
    )[number - 2]
    office = Office(number, files)
    async with office.open() as url:
        failure = await refused(url, security, transport)
    assert failure.status is None
    assert failure.detail.startswith(f"the certificate of {HOST} is not trusted by the")
    assert office.asked == []  # so no password was sent


@over_clients
@pytest.mark.parametrize(
    "days", [(-30, -1), (-1, 30)], ids=["expired", "of somebody else"]
)
async def test_a_certificate_that_the_server_does_not_want(
    transport: str, days: tuple[float, float], files: Files, tmp_path: Path
) -> None:
    authority = files.authority if days[1] < 0 else Authority("Another root")
    pair = authority.station("CP1", days=days).write(tmp_path, "station")
    security = client.Profile3(tls=files.tls(certificate=pair))
    office = Office(3, files)
    async with office.open() as url:
        failure = await refused(url, security, transport)
    assert "certificate" in failure.detail
    assert office.handshakes == []


@over_clients
async def test_a_certificate_that_is_missing(transport: str, files: Files) -> None:
    async with Office(3, files).open() as url:
        failure = await refused(url, profile_of(2, files), transport)
    assert failure.status is None
    assert "client certificate" in failure.detail


@over_clients
async def test_a_server_without_tls_gets_no_password(
    transport: str, files: Files
) -> None:
    office = Office(1, files)
    async with office.open() as url:
        secure = url.replace("ws://", "wss://")
        failure = await refused(secure, profile_of(2, files), transport)
    assert failure.detail == "the server does not speak TLS at this address"
    assert office.asked == []


@over_clients
@pytest.mark.parametrize(
    ("serial", "organization"), [("CP2", "Acme CPO"), ("CP1", "Another CPO")]
)
async def test_a_certificate_of_another_charger(
    transport: str, serial: str, organization: str, files: Files, tmp_path: Path
) -> None:
    pair = files.authority.station(serial, organization=organization)
    tls = files.tls(certificate=pair.write(tmp_path, "station"))
    async with Office(3, files).open() as url:
        failure = await refused(url, client.Profile3(tls=tls), transport)
    assert failure.status == 403
    assert failure.detail.endswith(
        "; the server may require another organization or serial number in the "
        "certificate"
    )


@over_clients
async def test_a_lower_profile_than_before(transport: str, files: Files) -> None:
    async with serve(
        None, HOST, versions=["1.6"], security=server.Profile0()
    ) as running:
        listener = await running.listen(
            HOST,
            security=server.Profile1(verify=lambda _, password: password == KEY),
        )
        high = f"ws://{HOST}:{listener.address[1]}"
        async with connect(
            high, "CP1", versions=["1.6"], security=profile_of(1, files)
        ) as cp:
            assert cp.profile == 1
        low = f"ws://{HOST}:{running.port}"
        failure = await refused(low, client.Profile0(), transport)
    assert failure.detail == (
        "the server forbids it (HTTP 403); the server may require a higher security "
        "profile"
    )


# --- Several ways in ------------------------------------------------------------------


@over_clients
async def test_network_profiles_with_different_security(
    transport: str, files: Files
) -> None:
    low, high = Office(2, files), Office(3, files)
    wrong = client.Profile2(password=PASSWORD, tls=files.tls())
    async with low.open() as second, high.open() as first:
        ways = [
            NetworkProfile(url=second, security=wrong),
            NetworkProfile(url=second, security=profile_of(3, files)),
            NetworkProfile(url=first, security=profile_of(3, files)),
            NetworkProfile(url=second, security=profile_of(2, files)),
        ]
        connecting = connect(
            ways,
            "CP1",
            versions=["1.6"],
            transport=transport,
            security=client.Profile0(),
            attempts=1,
            back_off=QUICK,
        )
        async for cp in connecting:
            assert cp.profile == 3
            break
    assert low.asked == [("CP1", PASSWORD.encode())]
    assert (len(low.handshakes), len(high.handshakes)) == (0, 1)


@over_clients
async def test_a_station_stays_with_the_profile_that_it_has(
    transport: str, files: Files
) -> None:
    seen: list[HandshakeFailed] = []

    def retry(failure: HandshakeFailed) -> bool:
        seen.append(failure)
        return len(seen) < 3

    office = Office(2, files)
    async with office.open() as url:
        connecting = connect(
            url,
            "CP1",
            versions=["1.6"],
            transport=transport,
            security=profile_of(3, files),
            back_off=QUICK,
            retry=retry,
        )
        async with Station(connecting) as station:
            with pytest.raises(HandshakeFailed):
                await station.wait_connected(10)
    assert [each.status for each in seen] == [401, 401, 401]
    assert office.asked == []


@over_clients
async def test_what_is_reloaded_counts_for_the_next_connection(
    transport: str, files: Files, tmp_path: Path
) -> None:
    first, second = (files.authority.station("CP1") for _ in range(2))
    pair = first.write(tmp_path, "station")
    tls = files.tls(certificate=pair)
    office = Office(3, files)
    async with office.open() as url:
        connecting = connect(
            url,
            "CP1",
            versions=["1.6"],
            transport=transport,
            security=client.Profile3(tls=tls),
            back_off=QUICK,
        )
        async for _ in connecting:
            if len(office.handshakes) == 2:
                break
            second.write(tmp_path, "station")
            tls.reload()
    shown = [(each.certificate or {})["serialNumber"] for each in office.handshakes]
    assert [int(each, 16) for each in shown] == [
        first.certificate.serial_number,
        second.certificate.serial_number,
    ]


def test_without_asyncio(files: Files) -> None:
    office = Office(2, files)

    def visit(url: str) -> int | None:
        with sync.connect(
            url, "CP1", versions=["1.6"], security=profile_of(2, files)
        ) as cp:
            return cp.profile

    async def main() -> int | None:
        async with office.open() as url:
            return await asyncio.to_thread(visit, url)

    assert asyncio.run(main()) == 2
