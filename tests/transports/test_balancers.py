"""The PROXY protocol: what is read of its bytes, and nothing else is."""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import replace
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.transports.balancers import Announced, Balancers, Unannounced
from tests.properties import assert_met
from tests.transports.prefaces import (
    LOCAL,
    SIGNATURE,
    TCP4,
    TCP6,
    first,
    second,
    tlv,
)

OPTIONAL = Balancers(lambda host: host == "10.0.0.1", required=False)
REQUIRED = Balancers(lambda host: host == "10.0.0.1", required=True)
REQUEST = b"GET /ocpp/CP001 HTTP/1.1\r\n"
CLIENT = ("192.0.2.7", 4712)
CLIENT6 = ("2001:db8::7", 4712)
SSL = 0x20


def passed(client: tuple[str, int] | None, *, secure: bool = False) -> Announced:
    return Announced(0, client, passed_on=True, secure=secure)


def read(data: bytes, host: str | None = "10.0.0.1") -> Announced | None:
    return OPTIONAL.read(data, host)


GOOD = {
    "v1": (first(*CLIENT), passed(CLIENT)),
    "v1 of IPv6": (first(*CLIENT6), passed(CLIENT6)),
    "v1 as long as it may be": (
        b"PROXY TCP6 " + b" ".join([b"ffff:" * 7 + b"ffff"] * 2) + b" 65535 65535\r\n",
        passed(("ffff:" * 7 + "ffff", 65535)),
    ),
    "v1 unknown": (b"PROXY UNKNOWN\r\n", passed(None)),
    "v1 unknown, and more": (
        b"PROXY UNKNOWN ffff::1 ffff::2 65535 65535\r\n",
        passed(None),
    ),
    "v1 unknown, as long as it may be": (
        b"PROXY UNKNOWN " + b"x" * 91 + b"\r\n",
        passed(None),
    ),
    "v2": (second(TCP4, CLIENT), passed(CLIENT)),
    "v2 of IPv6": (second(TCP6, CLIENT6), passed(CLIENT6)),
    "v2 of nothing": (second(0x00), passed(None)),
    "v2 of a Unix socket": (second(0x31, extras=bytes(216)), passed(None)),
    "v2 for itself": (second(0x00, command=LOCAL), Announced()),
    "v2 for itself, with an address": (
        second(TCP4, CLIENT, command=LOCAL),
        Announced(),
    ),
    "v2 for itself, of what is not": (
        second(0xFF, command=LOCAL, extras=b"?"),
        Announced(),
    ),
    "v2 with extras": (
        second(
            TCP4, CLIENT, extras=tlv(1, b"http/1.1") + tlv(4, b"") + tlv(3, b"crcc")
        ),
        passed(CLIENT),
    ),
    "v2 over TLS": (
        second(TCP4, CLIENT, extras=tlv(4, b"..") + tlv(SSL, b"\x01\0\0\0\0")),
        passed(CLIENT, secure=True),
    ),
    "v2 over TLS, with a certificate": (
        second(TCP4, CLIENT, extras=tlv(SSL, b"\x07\0\0\0\0" + tlv(0x22, b"CP001"))),
        passed(CLIENT, secure=True),
    ),
    "v2 not over TLS": (
        second(TCP4, CLIENT, extras=tlv(SSL, b"\x06\0\0\0\0")),
        passed(CLIENT),
    ),
    "v2 with nothing about TLS": (
        second(TCP4, CLIENT, extras=tlv(SSL, b"")),
        passed(CLIENT),
    ),
    "v2 as long as it may be": (
        second(TCP4, CLIENT, extras=tlv(4, bytes(2**13 - 12 - 3))),
        passed(CLIENT),
    ),
}


@pytest.mark.parametrize(("data", "said"), GOOD.values(), ids=GOOD)
@pytest.mark.parametrize("behind", [b"", REQUEST, b"\x16\x03\x01"])
def test_what_a_balancer_says(data: bytes, said: Announced, behind: bytes) -> None:
    whole = replace(said, size=len(data))
    assert read(data + behind) == whole
    assert REQUIRED.read(data + behind, "10.0.0.1") == whole


@pytest.mark.parametrize(("data", "_"), GOOD.values(), ids=GOOD)
def test_it_may_come_in_parts(data: bytes, _: Announced) -> None:
    for size in {*range(1, min(len(data), 300)), len(data) - 1}:
        assert read(data[:size]) is None


@pytest.mark.parametrize(("data", "_"), GOOD.values(), ids=GOOD)
@pytest.mark.parametrize("host", ["10.0.0.2", None])
@pytest.mark.parametrize("balancers", [OPTIONAL, REQUIRED])
def test_nobody_else_may_say_it(
    data: bytes, _: Announced, host: str | None, balancers: Balancers
) -> None:
    with pytest.raises(Unannounced, match="none of trusted_proxies"):
        balancers.read(data, host)


BAD = {
    "no family": b"PROXY  192.0.2.7 192.0.2.8 1 2\r\n",
    "another family": b"PROXY TCP5 192.0.2.7 192.0.2.8 1 2\r\n",
    "UDP": b"PROXY UDP4 192.0.2.7 192.0.2.8 1 2\r\n",
    "the other family": b"PROXY TCP4 2001:db8::1 2001:db8::2 1 2\r\n",
    "one of the other family": b"PROXY TCP4 192.0.2.7 2001:db8::2 1 2\r\n",
    "no address": b"PROXY TCP4 192.0.2.300 192.0.2.8 1 2\r\n",
    "no address to": b"PROXY TCP4 192.0.2.7 192.0.2 1 2\r\n",
    "too few": b"PROXY TCP4 192.0.2.7 192.0.2.8 1\r\n",
    "too many": b"PROXY TCP4 192.0.2.7 192.0.2.8 1 2 3\r\n",
    "two blanks": b"PROXY TCP4  192.0.2.7 192.0.2.8 1 2\r\n",
    "no port": b"PROXY TCP4 192.0.2.7 192.0.2.8 http 2\r\n",
    "a port too high": b"PROXY TCP4 192.0.2.7 192.0.2.8 65536 2\r\n",
    "a port to that is too high": b"PROXY TCP4 192.0.2.7 192.0.2.8 1 99999\r\n",
    "a sign": b"PROXY TCP4 192.0.2.7 192.0.2.8 -1 2\r\n",
    "a line feed": b"PROXY TCP4 192.0.2.7 192.0.2.8 1 2\n" + bytes(107),
    "no end": b"PROXY TCP4 192.0.2.7 192.0.2.8 1 2" + b" " * 107,
    "unknown without end": b"PROXY UNKNOWN " + b"x" * 107,
    "an end too late": b"PROXY UNKNOWN " + b"x" * 92 + b"\r\n",
    "unknown, nearly": b"PROXY UNKNOWNX\r\n",
    "a request": b"PROXY / HTTP/1.1\r\n",
    "version 1 in binary": SIGNATURE + b"\x11\x11\0\x0c" + bytes(12),
    "version 3": SIGNATURE + b"\x31\x11\0\x0c" + bytes(12),
    "another command": SIGNATURE + b"\x22\x11\0\x0c" + bytes(12),
    "UDP in binary": SIGNATURE + b"\x21\x12\0\x0c" + bytes(12),
    "no such family": SIGNATURE + b"\x21\x41\0\x0c" + bytes(12),
    "too short for IPv4": SIGNATURE + b"\x21\x11\0\x0b" + bytes(11),
    "too short for IPv6": SIGNATURE + b"\x21\x21\0\x0c" + bytes(12),
    "too short for Unix": SIGNATURE + b"\x21\x31\0\x0c" + bytes(12),
    "too long": SIGNATURE + b"\x21\x11" + struct.pack("!H", 2**13 + 1),
    "as long as it can be": SIGNATURE + b"\x21\x11\xff\xff",
    "too long for itself": SIGNATURE + b"\x20\x00\xff\xff",
    "half an extra": second(TCP4, CLIENT, extras=b"\x04\0"),
    "an extra too long": second(TCP4, CLIENT, extras=b"\x04\0\x05abcd"),
    "something behind an extra": second(TCP4, CLIENT, extras=tlv(4, b"a") + b"\x04"),
    "TLS, then nonsense": second(TCP4, CLIENT, extras=tlv(SSL, b"\x01") + b"\x04"),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
@pytest.mark.parametrize("balancers", [OPTIONAL, REQUIRED])
def test_what_is_wrong(data: bytes, balancers: Balancers) -> None:
    with pytest.raises(Unannounced, match="PROXY protocol"):
        balancers.read(data, "10.0.0.1")


@pytest.mark.parametrize(
    "data",
    [
        REQUEST,
        b"POST / HTTP/1.1",
        b"PUT",
        b"PROXY/",
        b"proxy TCP4 ",
        b"\x16\x03\x01",
        b"\r\n\r\n\0\r\nQUIT\r",
        b"\r\n\r\nGET",
        b"\0",
    ],
)
@pytest.mark.parametrize("host", ["10.0.0.1", "10.0.0.2", None])
def test_who_says_nothing(data: bytes, host: str | None) -> None:
    assert OPTIONAL.read(data, host) == Announced()
    with pytest.raises(Unannounced, match="does not speak the PROXY protocol"):
        REQUIRED.read(data, host)


@pytest.mark.parametrize("data", [b"P", b"PROXY", b"\r", b"\r\n\r\n\0\r\nQUIT"])
@pytest.mark.parametrize("balancers", [OPTIONAL, REQUIRED])
def test_who_may_be_about_to_say_it(data: bytes, balancers: Balancers) -> None:
    assert balancers.read(data, "10.0.0.1") is None
    assert balancers.read(data, "10.0.0.2") is None


parts = st.sampled_from(
    [
        *(b"PROXY ", b"TCP4 ", b"TCP6 ", b"UNKNOWN", b"192.0.2.7 ", b"::1 ", b"1 "),
        *(b"\r\n", SIGNATURE, b"\x21\x11\0\x0c", b"\x20\0\0\0", b"\x21\x21\0\x24"),
        bytes(12),
    ]
) | st.binary(max_size=12)


def test_whatever_comes() -> None:
    """It is read, refused or waited for, and never read beyond its end."""
    seen: Counter[str] = Counter()
    whole = st.sampled_from([*(data for data, _ in GOOD.values()), *BAD.values()])

    @given(
        st.lists(parts, min_size=1, max_size=8).map(b"".join)
        | st.tuples(whole, st.binary(max_size=20)).map(b"".join)
    )
    def check(data: bytes) -> None:
        if not data:
            return
        try:
            said = read(data)
        except Unannounced:
            seen["refused"] += 1
            return
        if said is None:
            seen["waits"] += 1
            assert len(data) < 16 + 2**13
            return
        seen["told" if said.size else "nothing told"] += 1
        assert said.size <= len(data)
        if said.size:
            assert read(data[: said.size]) == said
        if said.address is not None:
            ip_address(said.address[0])
            assert 0 <= said.address[1] < 2**16

    check()
    assert_met(seen, "refused", "waits", "told", "nothing told")
