"""What a station asks for, and what it may be told."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc import Accept, Credentials, HandshakeRefused, Peer
from ocpp_rpc.back_office.handshake import (
    Handshake,
    identity_of,
    negotiate,
    read_handshake,
)
from ocpp_rpc.back_office.reverse_proxies import networks
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.transports import HandshakeRequest
from tests.confidential import PASSWORD
from tests.properties import assert_met, edited
from tests.support.served import BAD_PATHS, IDENTITIES, PATHS


def read(
    target: str = "/ocpp/CP001",
    headers: Mapping[str, str] | None = None,
    peer: Peer | None = None,
    proxies: tuple[str, ...] = (),
) -> Handshake:
    """Read a handshake as a server of every version does."""
    request = HandshakeRequest(target, headers or {}, peer or Peer())
    return read_handshake(request, DIALECTS, networks(proxies))


def offering(*names: str) -> dict[str, str]:
    return {"sec-websocket-protocol": ", ".join(names)}


# --- The identity ---------------------------------------------------------------------


@pytest.mark.parametrize(("identity", "encoded"), IDENTITIES)
def test_identity_of_a_path(identity: str, encoded: str) -> None:
    assert identity_of(f"/ocpp/{encoded}") == identity
    assert identity_of(f"/{encoded}") == identity


@pytest.mark.parametrize(("path", "identity"), PATHS)
def test_the_last_segment_is_the_identity(path: str, identity: str) -> None:
    assert identity_of(path) == identity


@pytest.mark.parametrize(("path", "status"), BAD_PATHS)
def test_paths_without_an_identity(path: str, status: int) -> None:
    with pytest.raises(HandshakeRefused) as refused:
        identity_of(path)
    assert refused.value.status == status


@pytest.mark.parametrize("path", ["/ocpp/é", "/ocpp/\udcff"])
def test_a_path_that_is_not_encoded(path: str) -> None:
    with pytest.raises(HandshakeRefused) as refused:
        identity_of(path)
    assert refused.value.status == 400


def test_any_path_has_an_identity_or_is_refused() -> None:
    seen: Counter[str] = Counter()

    @given(
        edited(st.sampled_from(["/ocpp/CP%2F1", "/%C3%A9", "/a/"]), "/%.aF0C3\udcff")
    )
    def check(path: str) -> None:
        try:
            identity = identity_of(path)
        except HandshakeRefused as refused:
            seen[str(refused.status)] += 1
        else:
            assert identity == unquote(path.rpartition("/")[2], errors="strict")
            seen["an identity"] += 1

    check()
    assert_met(seen, "an identity", "400", "404")


@pytest.mark.parametrize(
    ("encoded", "versions"),
    [
        ("C" * 48, ["2.1", "1.6", "2.0"]),
        ("C" * 49, ["1.6"]),
        ("%C3%A9", ["1.6"]),
        ("CP:1", ["1.6"]),
        ("CP%3A1", ["1.6"]),
        ("CP%201", ["2.1", "1.6", "2.0"]),
    ],
)
def test_identities_that_a_version_does_not_have(
    encoded: str, versions: list[str]
) -> None:
    # 2.0.1 part 4 §3.1.1 with its errata, 2.17.3; 1.6 has no rule.
    handshake = read(f"/{encoded}", offering("ocpp2.1", "ocpp1.6", "ocpp2.0"))
    assert list(handshake.versions) == versions
    assert handshake.subprotocols == ("ocpp2.1", "ocpp1.6", "ocpp2.0")


# --- What else there is ---------------------------------------------------------------


def test_a_handshake_has_everything() -> None:
    headers = {"x-acme": "1", **offering("acme", "ocpp1.6")}
    handshake = read("/a/CP%201?token=x?&y=%20", headers, Peer(("::1", 7)))
    assert handshake == Handshake(
        identity="CP 1",
        path="/a/CP%201",
        query="token=x?&y=%20",
        headers=headers,
        subprotocols=("acme", "ocpp1.6"),
        versions=("1.6",),
        address=("::1", 7),
    )


def test_a_handshake_has_nothing() -> None:
    assert read() == Handshake(identity="CP001", path="/ocpp/CP001", headers={})


def test_the_certificate_and_the_address_behind_a_proxy() -> None:
    class Tls:
        def getpeercert(self) -> Mapping[str, Any]:
            return {"serialNumber": "01"}

    peer = Peer(("10.0.0.1", 1), tls=Tls())  # type: ignore[arg-type]
    headers = {"x-forwarded-for": "192.0.2.7"}
    handshake = read("/CP", headers, peer, proxies=("10.0.0.0/8",))
    assert handshake.certificate == {"serialNumber": "01"}
    assert handshake.address == ("192.0.2.7", None)


def test_what_is_shown_of_a_handshake_is_no_secret() -> None:
    authorization = "Basic " + base64.b64encode(f"CP001:{PASSWORD}".encode()).decode()
    handshake = read(f"/CP001?token={PASSWORD}", {"authorization": authorization})
    assert handshake.credentials == Credentials(b"CP001", PASSWORD.encode())
    assert PASSWORD not in repr(handshake)
    assert authorization not in repr(handshake)


# --- Versions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("offered", "subprotocols", "versions"),
    [
        ("", [], []),
        (" , ,", [], []),
        ("ocpp1.6", ["ocpp1.6"], ["1.6"]),
        ("ocpp1.6,\tocpp2.0.1 ,x", ["ocpp1.6", "ocpp2.0.1", "x"], ["1.6", "2.0.1"]),
        ("ocpp1.6, ocpp1.5, ocpp1.6", ["ocpp1.6", "ocpp1.5"], ["1.6", "1.5"]),
        ("OCPP1.6, ocpp16", ["OCPP1.6", "ocpp16"], []),
    ],
)
def test_offers(offered: str, subprotocols: list[str], versions: list[str]) -> None:
    handshake = read(headers={"sec-websocket-protocol": offered})
    assert list(handshake.subprotocols) == subprotocols
    assert list(handshake.versions) == versions


@pytest.mark.parametrize(
    ("offered", "spoken", "of_the_station", "of_the_server"),
    [
        (["1.6", "1.5"], ["2.0.1", "1.5", "1.6"], "1.6", "1.5"),
        (["2.1", "2.0.1", "1.6"], ["1.6", "2.0.1"], "2.0.1", "1.6"),
        (["1.6"], ["1.6"], "1.6", "1.6"),
        (["1.6"], ["2.0.1"], None, None),
        ([], ["1.6"], None, None),
        (["1.6"], [], None, None),
    ],
)
def test_whose_order_decides(
    offered: list[str],
    spoken: list[str],
    of_the_station: str | None,
    of_the_server: str | None,
) -> None:
    assert negotiate(offered, spoken, "station") == of_the_station
    assert negotiate(offered, spoken, "server") == of_the_server


# --- Credentials ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("identity", "sent", "username", "password"),
    [
        ("CP001", b"CP001:secret", b"CP001", b"secret"),
        ("CP001", b"CP001:", b"CP001", b""),
        ("CP001", b"CP001:a:b", b"CP001", b"a:b"),
        ("CP001", b"other:secret", b"other", b"secret"),
        ("CP001", b":secret", b"", b"secret"),
        # 1.6: the identity may have a colon in it, the key is binary.
        ("CP:001", b"CP:001:a:b", b"CP:001", b"a:b"),
        ("CP:001", b"CP:002:a", b"CP", b"002:a"),
        ("CP001", b"CP001:\x00\xff:\n", b"CP001", b"\x00\xff:\n"),
        ("é", "é:ü".encode(), "é".encode(), "ü".encode()),
    ],
)
def test_credentials(
    identity: str, sent: bytes, username: bytes, password: bytes
) -> None:
    encoded = base64.b64encode(sent).decode()
    path = "/" + "".join(f"%{byte:02X}" for byte in identity.encode())
    for scheme in ("Basic ", "basic ", "BASIC   "):
        handshake = read(path, {"authorization": scheme + encoded})
        assert handshake.credentials == Credentials(username, password)


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Basic",
        "Basic ",
        "Basic %%%",
        "Basic Q1AwMDE",  # no padding
        "Basic Q1AwMDE=",  # no colon
        "Basic Q1A6eA==, Basic Q1A6eA==",
        "Basic é",
        "Basic \udcff",
        "Bearer Q1A6eA==",
        "Q1A6eA==",
    ],
)
def test_credentials_that_cannot_be_read(authorization: str) -> None:
    assert read(headers={"authorization": authorization}).credentials is None


def test_any_authorization_is_read() -> None:
    seen: Counter[str] = Counter()
    lines = st.binary(max_size=12).map(lambda data: base64.b64encode(b"CP001:" + data))
    near = edited(
        lines.map(lambda line: f"Basic {line.decode()}"), "=Basic Q1é\udcff:,"
    )

    @given(near | st.text())
    def check(line: str) -> None:
        credentials = read(headers={"authorization": line}).credentials
        if credentials is None:
            seen["none"] += 1
            return
        data = base64.b64decode(line.partition(" ")[2])
        assert credentials.username + b":" + credentials.password == data
        seen["read"] += 1

    check()
    assert_met(seen, "none", "read")


def test_what_is_kept_has_no_credentials() -> None:
    line = "Basic " + base64.b64encode(b"CP001:secret").decode()
    handshake = read(headers={"authorization": line, "x-acme": "1"})
    kept = handshake.without_credentials()
    assert handshake.credentials is not None
    assert kept.credentials is None
    assert kept.headers == {"x-acme": "1"}
    assert "authorization" in handshake.headers


# --- Accepting ------------------------------------------------------------------------


def test_what_a_station_is_accepted_with() -> None:
    accept = Accept(data=5, versions={"1.6", "2.1"}, headers={"X-Acme": "1"})
    assert (accept.data, accept.versions) == (5, {"1.6", "2.1"})
    assert Accept() == Accept(data=None, versions=None, headers={})


@pytest.mark.parametrize("versions", [["1.7"], ["1.6", "ocpp1.6"], "2.0.1"])
def test_accepting_with_versions_that_are_not(versions: Any) -> None:
    with pytest.raises(ValueError, match="unknown versions of OCPP"):
        Accept(versions=versions)


@pytest.mark.parametrize(
    "headers", [{"X-A": "b\r\nX-C: d"}, {"Sec-WebSocket-Protocol": "ocpp1.6"}]
)
def test_accepting_with_headers_that_break_the_answer(headers: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="header"):
        Accept(headers=headers)
