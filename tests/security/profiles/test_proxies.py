"""Security profiles behind a reverse proxy that ends TLS."""

from __future__ import annotations

import base64
import ssl
import warnings
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import NameOID
from hypothesis import example, given
from hypothesis import strategies as st

from ocpp_rpc import Handshake, HandshakeFailed, Server, ServerSettings
from ocpp_rpc.security.events import SecurityEventKind
from ocpp_rpc.security.profiles.proofs import has_expired, names_of
from ocpp_rpc.security.profiles.proxy_certificates import certificate_in
from ocpp_rpc.security.profiles.refusals import ProfileRefused
from ocpp_rpc.security.server import Profile, Profile2, Profile3, tls_at_proxy
from ocpp_rpc.transports import HandshakeRequest, Peer
from tests.back_office.admitted import admitted, refused
from tests.confidential import KEY
from tests.security.authority import Authority, Pair, new_key
from tests.security.places import Place, basic, over_places

BEHIND = ServerSettings(trusted_proxies=["127.0.0.1", "10.0.0.0/8"])
PROXY = Peer(("10.0.0.1", 443))
STRANGER = Peer(("192.0.2.1", 443))

AUTHORITY = Authority()
STATION = AUTHORITY.station()

SECURE = {"x-forwarded-proto": "https"}


def escaped(pair: Pair) -> str:
    """As $ssl_client_escaped_cert of nginx has it."""
    return quote(pair.certificate_pem.decode(), safe="")


def byte_sequence(pair: Pair) -> str:
    """As Client-Cert of RFC 9440 has it."""
    der = pair.certificate.public_bytes(serialization.Encoding.DER)
    return f":{base64.b64encode(der).decode()}:"


FORMS = pytest.mark.parametrize("form", [escaped, byte_sequence])


def verify(_identity: str, password: bytes) -> bool:
    return password == KEY


def serial_of(identity: str) -> str | None:
    return {"CP001": "SN001"}.get(identity)


def third(**settings: Any) -> Profile3:
    tls = tls_at_proxy(certificate_header="X-Client-Cert", **settings)
    return Profile3(tls=tls, organization="Acme CPO", serial_of=serial_of)


def office(profile: Profile, **options: Any) -> Server:
    return Server(None, versions=["1.6"], security=profile, server=BEHIND, **options)


# --- Profile 2 ------------------------------------------------------------------------


@over_places()
async def test_profile_2_behind_a_proxy(place: Place) -> None:
    profile = Profile2(verify=verify, tls=tls_at_proxy())
    async with place.open(profile, rules=BEHIND) as served:
        right = basic("CP001", KEY)
        told = right | {"X-Forwarded-Proto": "https"}
        transport, _ = await served.dial(headers=told)
        connection = await served.server.connections.wait_for("CP001", 5)
        assert connection.profile == 2
        transport.abort()
        for lacks in (right, right | {"X-Forwarded-Proto": "http"}):
            with pytest.raises(HandshakeFailed, match="HTTP 403"):
                await served.dial(headers=lacks)
        with pytest.raises(HandshakeFailed, match="HTTP 401"):
            await served.dial(headers=told | basic("CP001", "no"))


@pytest.mark.parametrize(
    ("peer", "value", "status"),
    [
        (PROXY, "https", None),
        (PROXY, "WSS", None),
        (PROXY, "http, https", None),
        (PROXY, "https, http", 403),
        (PROXY, "", 403),
        (PROXY, "httpsx", 403),
        (STRANGER, "https", 403),
        (Peer(), "https", 403),
    ],
)
async def test_whose_word_counts_for_tls(
    peer: Peer, value: str, status: int | None
) -> None:
    right = {"authorization": basic("CP001", KEY)["Authorization"]}
    headers = right | {"x-forwarded-proto": value}
    async with office(Profile2(verify=verify, tls=tls_at_proxy())) as server:
        if status is None:
            await admitted(server, headers=headers, peer=peer)
        else:
            answer = await refused(server, headers=headers, peer=peer)
            assert answer.status == status
            assert "needs TLS" in answer.text
            assert server.security_events == {SecurityEventKind.OTHER_PROFILE: 1}


# --- Profile 3 ------------------------------------------------------------------------


@over_places()
@FORMS
async def test_profile_3_behind_a_proxy(
    place: Place, form: Callable[[Pair], str]
) -> None:
    """TC_A_07_CSMS, TC_A_08_CSMS; over ASGI, there is no other way."""
    headers = {"X-Forwarded-Proto": "https"}
    line = "X-Client-Cert"
    seen: list[Handshake] = []
    async with place.open(third(), rules=BEHIND, on_connect=seen.append) as served:
        good = headers | {line: form(AUTHORITY.station())}
        transport, _ = await served.dial(headers=good)
        connection = await served.server.connections.wait_for("CP001", 5)
        assert connection.profile == 3
        transport.abort()
        for bad in (
            {},
            {line: "garbage"},
            {line: form(AUTHORITY.station("SN002"))},
            {line: form(AUTHORITY.station(organization="Other CPO"))},
            {line: form(AUTHORITY.station(days=(-9, -1)))},
        ):
            with pytest.raises(HandshakeFailed, match="HTTP 403"):
                await served.dial(headers=headers | bad)
        kinds = [each.kind for each in served.events]
    bad_one = SecurityEventKind.BAD_CERTIFICATE
    assert kinds == [SecurityEventKind.NO_CERTIFICATE, *[bad_one] * 4]
    (handshake,) = seen
    assert handshake.certificate is not None
    assert handshake.certificate["subject"] == (
        (("organizationName", "Acme CPO"),),
        (("commonName", "SN001"),),
    )


async def test_a_certificate_that_a_client_has_made_up() -> None:
    """A header line that no proxy has written is none."""
    headers = SECURE | {"x-client-cert": escaped(AUTHORITY.station())}
    async with office(third()) as server:
        assert (await refused(server, headers=headers, peer=STRANGER)).status == 403
        kind = SecurityEventKind.OTHER_PROFILE
        assert server.security_events == {kind: 1}
        # Not even if the web server says that there is TLS.
        request = HandshakeRequest(
            "/CP001", {"upgrade": "websocket", **headers}, STRANGER, secure=True
        )
        answer = await server.admit(request)
        assert getattr(answer, "status", None) == 403
        assert server.security_events[SecurityEventKind.NO_CERTIFICATE] == 1


async def test_a_line_of_the_client_beside_that_of_the_proxy() -> None:
    """Joined, they are no certificate (RFC 9110, section 5.3)."""
    pair = AUTHORITY.station()
    twice = f"{escaped(pair)}, {escaped(pair)}", f"{byte_sequence(pair)}, :AA==:"
    async with office(third()) as server:
        for value in twice[1:]:
            headers = SECURE | {"x-client-cert": value}
            assert (await refused(server, headers=headers, peer=PROXY)).status == 403


async def test_an_expired_certificate_behind_a_proxy() -> None:
    seen: list[Handshake] = []
    expired = {"x-client-cert": escaped(AUTHORITY.station(days=(-9, -1)))}
    async with office(third(), on_connect=seen.append) as server:
        answer = await refused(server, headers=SECURE | expired, peer=PROXY)
        assert "it has expired" in answer.text
    profile = third(accept_expired=True)
    async with office(profile, on_connect=seen.append) as server:
        await admitted(server, headers=SECURE | expired, peer=PROXY)
        good = {"x-client-cert": escaped(AUTHORITY.station())}
        await admitted(server, headers=SECURE | good, peer=PROXY)
    assert [each.certificate_expired for each in seen] == [True, False]


# --- Reading --------------------------------------------------------------------------


@FORMS
def test_what_is_read_is_what_ssl_reads(form: Callable[[Pair], str]) -> None:
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
            x509.NameAttribute(NameOID.DOMAIN_COMPONENT, "CPO"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "É CPO, B.V."),
            x509.NameAttribute(NameOID.COMMON_NAME, "SN+001 ä"),
        ]
    )
    pair = AUTHORITY.issue(name, new_key())
    read = certificate_in(form(pair))
    assert read["subject"] == (
        (("countryName", "NL"),),
        (("domainComponent", "CPO"),),
        (("organizationName", "É CPO, B.V."),),
        (("commonName", "SN+001 ä"),),
    )
    assert read["issuer"][1] == (("commonName", "Example root"),)
    assert int(read["serialNumber"], 16) == pair.certificate.serial_number
    for which, moment in (
        ("notBefore", pair.certificate.not_valid_before_utc),
        ("notAfter", pair.certificate.not_valid_after_utc),
    ):
        assert ssl.cert_time_to_seconds(read[which]) == moment.timestamp()


def test_the_same_as_openssl_has_it(tmp_path: Any) -> None:
    """The words of `ssl`, for all that both have."""
    import _ssl  # noqa: PLC0415 - the only way to read a file as getpeercert does

    # One whose serial number has a zero in front.
    stations = (AUTHORITY.station("SN001") for _ in count())
    pair = next(
        each for each in stations if len(f"{each.certificate.serial_number:x}") % 2
    )
    path, _ = pair.write(tmp_path, "station")
    theirs = _ssl._test_decode_cert(str(path))  # type: ignore[attr-defined]
    ours = certificate_in(escaped(pair))
    assert len(ours) == 5
    assert {name: theirs[name] for name in ours} == ours


@pytest.mark.parametrize(
    "line",
    [
        "",
        ":",
        "::",
        ":AA==:",
        ":not base64!:",
        "garbage",
        "-----BEGIN%20CERTIFICATE-----",
        "%00%ff%zz",
        "é",
        quote("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
    ],
)
def test_what_is_no_certificate(line: str) -> None:
    with pytest.raises(ProfileRefused, match="no readable certificate") as bad:
        certificate_in(line)
    assert (bad.value.status, bad.value.kind) == (403, "BadCertificate")


def changed(der: bytes, changes: list[tuple[int, int]]) -> str:
    """Return a header line with a certificate of which some bytes are other ones."""
    data = bytearray(der)
    for place, value in changes:
        data[place % len(data)] = value
    return f":{base64.b64encode(data).decode()}:"


@given(st.lists(st.tuples(st.integers(0, 260), st.integers(0, 255)), min_size=1))
@example([(12, 9)])  # the version
def test_a_certificate_with_other_bytes_is_read_or_refused(
    changes: list[tuple[int, int]],
) -> None:
    der = STATION.certificate.public_bytes(serialization.Encoding.DER)
    with suppress(ProfileRefused), warnings.catch_warnings(action="ignore"):
        read = certificate_in(changed(der, changes))
        names_of(read, "commonName")
        has_expired(read)
