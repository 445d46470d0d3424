"""The certification cases that a server has to pass, by name, with clients of others.

The names are those of the test cases of the Open Charge Alliance for a CSMS. Stations
are played by `openssl s_client` and by `tests.security.raw`: nothing of our client is
here. Where TLS ends in a proxy, suites and versions are up to that.
"""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from ocpp_messages import v201
from ocpp_rpc import Connection, Router, Server
from ocpp_rpc.security import BootGuard
from ocpp_rpc.security.certificates import CertificateOffice, Issuance, SigningRequest
from ocpp_rpc.security.passwords import MemoryStore, Passwords, Sha256
from tests.confidential import KEY, PASSWORD
from tests.security.authority import Authority
from tests.security.boot.boots import booting
from tests.security.grounds import ORGANIZATION, Ground, over_grounds
from tests.security.pems import Pems
from tests.security.places import basic
from tests.security.raw import RawStation, context, refusal, station
from tests.security.s_client import s_client
from tests.support.served import heartbeats

IDENTITY = "CP001"
SERIALS = {"CP001": "SN001", "CP002": "SN002"}
OLD: dict[str, bytes] = {"1.6": KEY, "2.0.1": PASSWORD.encode()}
NEW: dict[str, bytes] = {"1.6": bytes(range(235, 255)), "2.0.1": b"Another*one-of:16|"}

VERSIONS = pytest.mark.parametrize("version", ["1.6", "2.0.1"])
NUMBERS = pytest.mark.parametrize("number", [1, 2])


async def passwords_of(version: str) -> Passwords:
    passwords = Passwords(MemoryStore())
    await passwords.set_password(IDENTITY, OLD[version], scheme=Sha256())
    await passwords.set_password("CP002", b"0123456789abcdef", scheme=Sha256())
    return passwords


def roots(pems: Pems, number: int) -> Path | None:
    return None if number == 1 else pems.roots


async def works(raw: RawStation) -> None:
    """Check that a call is answered."""
    assert "currentTime" in await raw.call("Heartbeat", {})


@asynccontextmanager
async def by_password(
    ground: Ground, pems: Pems, number: int, version: str
) -> AsyncGenerator[tuple[Server, Passwords, str]]:
    server, passwords = (
        ground.server(heartbeats(), version),
        await passwords_of(version),
    )
    async with (
        ground.open(server, pems, number, verify=passwords) as url,
        server,
    ):
        yield server, passwords, f"{url}/{IDENTITY}"


# --- Basic authentication -------------------------------------------------------------


@over_grounds()
@NUMBERS
@VERSIONS
async def test_tc_a_01_csms(
    ground: Ground, number: int, version: str, pems: Pems
) -> None:
    """Valid user name and password."""
    options: dict[str, Any] = {
        "tls": context(roots(pems, number)),
        "subprotocol": f"ocpp{version}",
    }
    async with by_password(ground, pems, number, version) as (server, _, url):
        headers = basic(IDENTITY, OLD[version])
        async with station(url, headers, **options) as raw:
            await works(raw)
            assert server.connections[IDENTITY].profile == number


@over_grounds()
@NUMBERS
async def test_tc_a_02_csms(ground: Ground, number: int, pems: Pems) -> None:
    """A user name that is not the identity: the upgrade is refused."""
    tls = context(roots(pems, number))
    async with by_password(ground, pems, number, "2.0.1") as (server, _, url):
        for user, password in (
            ("CP002", b"0123456789abcdef"),  # right for that one
            ("CP002", OLD["2.0.1"]),
            ("", OLD["2.0.1"]),
            ("cp001", OLD["2.0.1"]),
            ("CP001 ", OLD["2.0.1"]),
        ):
            answer = await refusal(url, basic(user, password), tls=tls)
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"].startswith("Basic realm=")
        assert not server.connections


@over_grounds()
@NUMBERS
async def test_tc_a_03_csms(ground: Ground, number: int, pems: Pems) -> None:
    """A wrong password, or none: the upgrade is refused."""
    tls = context(roots(pems, number))
    right = basic(IDENTITY, OLD["2.0.1"])
    async with by_password(ground, pems, number, "2.0.1") as (server, _, url):
        for headers in (
            {},
            basic(IDENTITY, b""),
            basic(IDENTITY, OLD["2.0.1"][:-1]),
            basic(IDENTITY, OLD["2.0.1"] + b"\n"),
            basic(IDENTITY, b"0123456789abcdef"),
            {"Authorization": "Basic"},
            {"Authorization": f"Basic {'A' * 2000}"},
            {"Authorization": right["Authorization"] + "="},
            {"Authorization": right["Authorization"].replace("Basic", "Bearer")},
            {"Proxy-Authorization": right["Authorization"]},
        ):
            answer = await refusal(url, headers, tls=tls)
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"].startswith("Basic realm=")
        assert not server.connections
        async with station(url, right, tls=tls) as raw:
            await works(raw)


# --- TLS ------------------------------------------------------------------------------

SUITES = {
    "ECDHE-ECDSA-AES128-GCM-SHA256": ec.EllipticCurvePublicKey,
    "ECDHE-ECDSA-AES256-GCM-SHA384": ec.EllipticCurvePublicKey,
    "AES128-GCM-SHA256": rsa.RSAPublicKey,
    "AES256-GCM-SHA384": rsa.RSAPublicKey,
}


@over_grounds(proxies=False)
@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize("suite", SUITES)
async def test_tc_a_04_csms(
    ground: Ground, number: int, suite: str, pems: Pems
) -> None:
    """Each demanded suite, and the certificate that it goes with."""
    server = ground.server(None)
    shown = [*map(str, pems.station())] if number == 3 else []
    options = ("-tls1_2", "-cipher", suite, "-CAfile", str(pems.roots))
    pair = ("-cert", shown[0], "-key", shown[1]) if shown else ()
    async with ground.open(server, pems, number) as url, server:
        address = ("localhost", int(url.rsplit(":", 1)[1].removesuffix("/ocpp")))
        strict = ("-verify_return_error", "-verify_hostname", "localhost")
        async with s_client(address, *options, *pair, *strict) as client:
            assert await client.read_until("Extended master secret")
    assert f"Cipher is {suite}" in client.said
    assert "Verify return code: 0 (ok)" in client.said
    begin, end = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
    pem = begin + client.said.split(begin)[1].split(end)[0] + end
    leaf = x509.load_pem_x509_certificate(pem.encode())
    key = leaf.public_key()
    assert isinstance(key, SUITES[suite])
    assert isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey)
    assert key.key_size >= (2048 if isinstance(key, rsa.RSAPublicKey) else 224)
    (common,) = leaf.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert common.value == "localhost"


@over_grounds(proxies=False)
@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize("version", ["-tls1", "-tls1_1"])
async def test_tc_a_06_csms(
    ground: Ground, number: int, version: str, pems: Pems
) -> None:
    """TLS before 1.2: the server ends it."""
    server = ground.server(None)
    ciphers = ("-cipher", "ALL:@SECLEVEL=0")
    async with ground.open(server, pems, number) as url, server:
        address = ("localhost", int(url.rsplit(":", 1)[1].removesuffix("/ocpp")))
        async with s_client(address, version, *ciphers) as client:
            assert not await client.opens()
    assert "Cipher is (NONE)" in client.said


# --- Client certificates --------------------------------------------------------------


@asynccontextmanager
async def by_certificate(
    ground: Ground, pems: Pems
) -> AsyncGenerator[tuple[Server, str]]:
    server = ground.server(heartbeats())
    async with (
        ground.open(server, pems, 3, serial_of=SERIALS.get) as url,
        server,
    ):
        yield server, url


@over_grounds()
async def test_tc_a_07_csms(ground: Ground, pems: Pems) -> None:
    """A valid client certificate, of either kind of key."""
    async with by_certificate(ground, pems) as (server, url):
        for kind in ("ec", "rsa"):
            pair = pems.station(f"a07-{kind}", kind=kind)
            tls = context(pems.roots, pair)
            async with station(f"{url}/{IDENTITY}", tls=tls) as raw:
                await works(raw)
                assert server.connections[IDENTITY].profile == 3


def strangers(pems: Pems) -> dict[str, tuple[Path, Path] | None]:
    """Certificates that are not to be accepted, by what is wrong with them."""
    other = Authority("Other root").station()
    itself = Authority("SN001")  # self-signed, with the right O
    return {
        "none": None,
        "unknown issuer": other.write(pems.folder, "a08-unknown"),
        "self-signed": itself.root.write(pems.folder, "a08-self"),
        "expired": pems.station("a08-expired", days=(-9, -1)),
        "not yet valid": pems.station("a08-early", days=(1, 9)),
    }


@over_grounds()
async def test_tc_a_08_csms(ground: Ground, pems: Pems) -> None:
    """An invalid client certificate: the connection ends before it is a WebSocket."""
    async with by_certificate(ground, pems) as (server, url):
        for name, pair in strangers(pems).items():
            tls = context(pems.roots, pair)
            headers = basic(IDENTITY, OLD["2.0.1"])  # which must make no difference
            answer = await refusal(f"{url}/{IDENTITY}", headers, tls=tls)
            assert answer is None, name
        wrong = {
            "another serial number": pems.station("a08-cn", serial="SN002"),
            "a longer one": pems.station("a08-longer", serial="SN0011"),
            "a shorter one": pems.station("a08-shorter", serial="SN00"),
            "the identity": pems.station("a08-identity", serial=IDENTITY),
            "another organization": pems.station("a08-o", organization="Other"),
            "the certificate of the server": pems.ecdsa,
        }
        for name, pair in wrong.items():
            tls = context(pems.roots, pair)
            answer = await refusal(f"{url}/{IDENTITY}", tls=tls)
            assert answer is not None, name
            assert answer.status_code == 403, name
        assert not server.connections


# --- Changing the password ------------------------------------------------------------


async def answer_change(raw: RawStation, version: str, status: str) -> None:
    """Take a change of the password, and answer it with a status."""
    if version == "1.6":
        request = await raw.asked("ChangeConfiguration", {"status": status})
        assert request == {"key": "AuthorizationKey", "value": NEW[version].hex()}
        return
    component, variable = {"name": "SecurityCtrlr"}, {"name": "BasicAuthPassword"}
    data = {"component": component, "variable": variable}
    result = {"attributeStatus": status, **data}
    request = await raw.asked("SetVariables", {"setVariableResult": [result]})
    (asked,) = request["setVariableData"]
    assert asked == {"attributeValue": NEW[version].decode(), **data}


@over_grounds()
@VERSIONS
@pytest.mark.parametrize("status", ["Accepted", "Rejected"])
async def test_tc_a_09_csms_and_tc_a_10_csms(
    ground: Ground, version: str, status: str, pems: Pems
) -> None:
    """A change that the station accepts, and one that it refuses."""
    options: dict[str, Any] = {"subprotocol": f"ocpp{version}"}
    async with by_password(ground, pems, 1, version) as (server, passwords, url):
        async with station(url, basic(IDENTITY, OLD[version]), **options) as raw:
            await works(raw)
            connection = server.connections[IDENTITY]
            change = asyncio.create_task(passwords.change(connection, NEW[version]))
            await answer_change(raw, version, status)
            assert await change == status
            await works(raw)  # the connection stays
        right, wrong = NEW[version], OLD[version]
        if status == "Rejected":
            right, wrong = wrong, right
        answer = await refusal(url, basic(IDENTITY, wrong), **options)
        assert answer.status_code == 401
        async with station(url, basic(IDENTITY, right), **options) as raw:
            await works(raw)
        answer = await refusal(url, basic(IDENTITY, wrong), **options)
        assert answer.status_code == 401


# --- Renewing the certificate of a station --------------------------------------------


KIND = "ChargingStationCertificate"


def made_by_openssl(folder: Path) -> tuple[str, Path]:
    """Make a key and a request for a certificate; return it, and where the key is."""
    key, request = folder / "a11.key", folder / "a11.csr"
    subprocess.run(
        [
            *("openssl", "req", "-new", "-newkey", "ec", "-nodes", "-batch"),
            *("-pkeyopt", "ec_paramgen_curve:prime256v1", "-sha256"),
            *("-subj", f"/O={ORGANIZATION}/CN=SN001"),
            *("-keyout", str(key), "-out", str(request)),
        ],
        check=True,
        capture_output=True,
    )
    return request.read_text(), key


class Renewing:
    """A back office where stations can get a new certificate."""

    def __init__(self, ground: Ground, pems: Pems) -> None:
        self.seen: list[str] = []
        self.reported: list[str] = []
        self._pems = pems
        self.office = CertificateOffice(
            self._sign,
            serial_of=SERIALS.get,
            organization=ORGANIZATION,
            roots=[pems.roots.read_bytes()],
            on_issuance=self._note,
        )
        routes = Router()
        routes.include(self.office.routes)
        routes.include(heartbeats())
        routes.add(v201.SecurityEventNotificationRequest, self._report)
        self.server = ground.server(routes)
        self.office.connections = self.server.connections

    def _note(self, issuance: Issuance) -> None:
        self.seen.append(issuance.state.value)

    def _report(
        self, request: v201.SecurityEventNotificationRequest
    ) -> v201.SecurityEventNotificationResponse:
        self.reported.append(request.type)
        return v201.SecurityEventNotificationResponse()

    async def _sign(self, request: SigningRequest) -> list[bytes]:
        await asyncio.sleep(0)
        authority = self._pems.authority
        subject = x509.load_pem_x509_csr(request.csr.encode()).subject
        signed = authority.issue(subject, request.parsed)  # type: ignore[arg-type]
        return [signed.certificate_pem]

    async def trigger(self, connection: Connection) -> str:
        """Ask a station to renew its certificate."""
        kind = v201.MessageTriggerEnumType.SIGN_CHARGING_STATION_CERTIFICATE
        request = v201.TriggerMessageRequest(requested_message=kind)
        return str((await connection.call(request)).status)


@asynccontextmanager
async def renewing(
    ground: Ground, pems: Pems
) -> AsyncGenerator[tuple[Renewing, str, RawStation]]:
    """A station with a valid certificate, which the back office asks to renew it."""
    scene = Renewing(ground, pems)
    async with AsyncExitStack() as stack:
        enter = stack.enter_async_context
        url = await enter(ground.open(scene.server, pems, 3, serial_of=SERIALS.get))
        await enter(scene.server)
        await enter(scene.office)
        tls = context(pems.roots, pems.station())
        raw = await enter(station(f"{url}/{IDENTITY}", tls=tls))
        await works(raw)
        connection = scene.server.connections[IDENTITY]
        triggering = asyncio.create_task(scene.trigger(connection))
        asked = await raw.asked("TriggerMessage", {"status": "Accepted"})
        assert asked == {"requestedMessage": "SignChargingStationCertificate"}
        assert await triggering == "Accepted"
        yield scene, url, raw


@over_grounds()
async def test_tc_a_11_csms(ground: Ground, pems: Pems) -> None:
    """A new certificate that the station takes, and gets in with."""
    csr, key = made_by_openssl(pems.folder)
    async with renewing(ground, pems) as (scene, url, raw):
        request = {"csr": csr, "certificateType": KIND}
        assert await raw.call("SignCertificate", request) == {"status": "Accepted"}
        asked = await raw.asked("CertificateSigned", {"status": "Accepted"})
        assert asked["certificateType"] == KIND
        new = pems.file("a11.pem", asked["certificateChain"].encode())
        await works(raw)  # what it has answered before has been read by now
        assert scene.seen == ["Signing", "Signed", "Accepted"]
        tls = context(pems.roots, (new, key))
        async with station(f"{url}/{IDENTITY}", tls=tls) as renewed:
            await works(renewed)
        answer = await refusal(f"{url}/CP002", tls=tls)
        assert answer.status_code == 403


@over_grounds()
async def test_tc_a_14_csms(ground: Ground, pems: Pems) -> None:
    """A new certificate that the station refuses; the old one stays good."""
    csr, _ = made_by_openssl(pems.folder)
    async with renewing(ground, pems) as (scene, url, raw):
        request = {"csr": csr, "certificateType": KIND}
        assert await raw.call("SignCertificate", request) == {"status": "Accepted"}
        await raw.asked("CertificateSigned", {"status": "Rejected"})
        event = {
            "type": "InvalidChargingStationCertificate",
            "timestamp": "2026-11-30T12:00:00Z",
        }
        assert await raw.call("SecurityEventNotification", event) == {}
        assert scene.reported == ["InvalidChargingStationCertificate"]
        assert scene.seen == ["Signing", "Signed", "Rejected"]
        tls = context(pems.roots, pems.station())
        async with station(f"{url}/{IDENTITY}", tls=tls) as again:
            await works(again)


# --- Raising the profile --------------------------------------------------------------

LATER = [(1, 2), (1, 3), (2, 3)]


async def answer_raise(raw: RawStation) -> None:
    """Take what raises the profile of a station, and say that it will."""
    accepted = {"status": "Accepted"}
    asked = await raw.asked("SetNetworkProfile", accepted)
    assert asked["connectionData"]["securityProfile"] > 1
    component, variable = (
        {"name": "OCPPCommCtrlr"},
        {"name": "NetworkConfigurationPriority"},
    )
    result = {
        "attributeStatus": "RebootRequired",
        "component": component,
        "variable": variable,
    }
    await raw.asked("SetVariables", {"setVariableResult": [result]})
    await raw.asked("Reset", accepted)


async def raise_profile(connection: Connection, url: str, number: int) -> None:
    """Have a station use another profile from its next start on."""
    profile = v201.NetworkConnectionProfileType(
        ocpp_version=v201.OCPPVersionEnumType.OCPP20,
        ocpp_transport=v201.OCPPTransportEnumType.JSON,
        ocpp_csms_url=url,
        message_timeout=30,
        security_profile=number,
        ocpp_interface=v201.OCPPInterfaceEnumType.WIRED0,
    )
    request = v201.SetNetworkProfileRequest(
        configuration_slot=1, connection_data=profile
    )
    assert (await connection.call(request)).status == "Accepted"
    data = v201.SetVariableDataType(
        attribute_value="1",
        component=v201.ComponentType(name="OCPPCommCtrlr"),
        variable=v201.VariableType(name="NetworkConfigurationPriority"),
    )
    await connection.call(v201.SetVariablesRequest(set_variable_data=[data]))
    reset = v201.ResetRequest(type=v201.ResetEnumType.IMMEDIATE)
    assert (await connection.call(reset)).status == "Accepted"


@over_grounds()
@pytest.mark.parametrize(("low", "high"), LATER)
async def test_tc_a_19_csms(ground: Ground, low: int, high: int, pems: Pems) -> None:
    """A station raises its profile; then it is refused with the lower one."""
    server, passwords = ground.server(heartbeats()), await passwords_of("2.0.1")
    known: dict[str, Any] = {"verify": passwords, "serial_of": SERIALS.get}
    right = basic(IDENTITY, OLD["2.0.1"])

    def shown(number: int) -> dict[str, Any]:
        pair = pems.station() if number == 3 else None
        return {
            "headers": {} if number == 3 else right,
            "tls": context(roots(pems, number), pair),
        }

    async with (
        ground.open(server, pems, low, **known) as below,
        ground.open(server, pems, high, **known) as above,
        server,
    ):
        async with station(f"{below}/{IDENTITY}", **shown(low)) as raw:
            await works(raw)
            connection = server.connections[IDENTITY]
            assert connection.profile == low
            raising = asyncio.create_task(raise_profile(connection, above, high))
            await answer_raise(raw)
            await raising
        async with station(f"{below}/{IDENTITY}", **shown(low)) as raw:
            await works(raw)  # it has not managed yet, and falls back
        async with station(f"{above}/{IDENTITY}", **shown(high)) as raw:
            await works(raw)
            assert server.connections[IDENTITY].profile == high
            answer = await refusal(f"{below}/{IDENTITY}", **shown(low))
            assert answer.status_code == 403
            await works(raw)  # it does not lose its place, either
        answer = await refusal(f"{below}/{IDENTITY}", **shown(low))
        assert answer.status_code == 403
        async with station(f"{above}/{IDENTITY}", **shown(high)) as raw:
            await works(raw)


# --- Before the boot is accepted ------------------------------------------------------


@over_grounds()
async def test_tc_b_30_csms(ground: Ground, pems: Pems) -> None:
    """SecurityError to whatever comes before the boot is accepted."""
    statuses = iter(["Rejected", "Pending", "Accepted"])
    server = ground.server(BootGuard().around(booting("2.0.1", statuses)))
    passwords = await passwords_of("2.0.1")
    boot = {
        "reason": "PowerUp",
        "chargingStation": {"model": "X1", "vendorName": "Acme"},
    }
    status = {
        "timestamp": "2026-11-30T12:00:00Z",
        "connectorStatus": "Available",
        "evseId": 1,
        "connectorId": 1,
    }
    calls: list[tuple[str, dict[str, Any]]] = [
        ("Heartbeat", {}),
        ("StatusNotification", status),
        ("Authorize", {"idToken": {"idToken": "X", "type": "Central"}}),
    ]
    headers = basic(IDENTITY, OLD["2.0.1"])
    tls = context(pems.roots)
    async with ground.open(server, pems, 2, verify=passwords) as url, server:
        async with station(f"{url}/{IDENTITY}", headers, tls=tls) as raw:
            for action, payload in calls:
                assert await raw.call(action, payload) == "SecurityError"
            for answer in ("Rejected", "Pending"):
                said = await raw.call("BootNotification", boot)
                assert said["status"] == answer
                for action, payload in calls:
                    assert await raw.call(action, payload) == "SecurityError"
        async with station(f"{url}/{IDENTITY}", headers, tls=tls) as raw:
            assert await raw.call("Heartbeat", {}) == "SecurityError"
            assert (await raw.call("BootNotification", boot))["status"] == "Accepted"
            await works(raw)
