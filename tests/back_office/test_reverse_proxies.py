"""Whose connection it is when it comes through a reverse proxy."""

from __future__ import annotations

import time
from collections import Counter
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc import Peer
from ocpp_rpc.back_office.reverse_proxies import (
    Address,
    forwarded_for,
    forwarded_securely,
    networks,
)
from ocpp_rpc.transports import HandshakeRequest, joined
from tests.properties import assert_met

PROXIES = networks(["10.0.0.0/8", "2001:db8::/32", "127.0.0.1"])
PROXY = ("10.0.0.1", 4711)
CLIENT = ("192.0.2.7", 4712)


def address_of(peer: tuple[str, int] | None, forwarded: str | None) -> Address | None:
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    return forwarded_for(HandshakeRequest("/CP", headers, Peer(peer)), PROXIES)


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        (None, PROXY),
        ("", PROXY),
        (" ", PROXY),
        ("192.0.2.7", ("192.0.2.7", None)),
        ("192.0.2.7:80", ("192.0.2.7", 80)),
        ("2001:DB9::1", ("2001:DB9::1", None)),
        ("[2001:db9::1]", ("2001:db9::1", None)),
        ("[2001:db9::1]:80", ("2001:db9::1", 80)),
        # What the client says itself stands further left.
        ("1.1.1.1, 192.0.2.7", ("192.0.2.7", None)),
        ("10.0.0.9, 192.0.2.7", ("192.0.2.7", None)),
        ("nonsense,192.0.2.7", ("192.0.2.7", None)),
        # Several proxies.
        ("192.0.2.7, 10.0.0.2", ("192.0.2.7", None)),
        ("1.1.1.1, 192.0.2.7, 2001:db8::5,10.0.0.2", ("192.0.2.7", None)),
        ("192.0.2.7, ::ffff:10.0.0.2", ("192.0.2.7", None)),
        ("10.0.0.3, 10.0.0.2", ("10.0.0.3", None)),
        # Garbage ends it.
        ("192.0.2.7, nonsense", PROXY),
        ("192.0.2.7, 10.0.0.2, nonsense", PROXY),
        ("192.0.2.7, nonsense, 10.0.0.2", ("10.0.0.2", None)),
        ("192.0.2.7,", PROXY),
        ("unknown", PROXY),
        ("192.0.2.7:", PROXY),
        ("192.0.2.7:http", PROXY),
        ("192.0.2.7:123456", PROXY),
        ("192.0.2.7:65535", ("192.0.2.7", 65535)),
        ("192.0.2.7:65536", PROXY),
        ("[2001:db9::1]:99999", PROXY),
        ("192.0.2.7:0", ("192.0.2.7", 0)),
        ("192.0.2.7:\u0661", PROXY),
        ("[2001:db9::1", PROXY),
        ("[2001:db9::1]x", PROXY),
        ("[]", PROXY),
        (":80", PROXY),
        ("192.0.2.300", PROXY),
    ],
)
def test_what_a_proxy_forwards(forwarded: str | None, address: Address) -> None:
    assert address_of(PROXY, forwarded) == address


def test_a_proxy_of_ipv4_on_a_socket_of_ipv6() -> None:
    assert address_of(("::ffff:10.0.0.1", 1), "192.0.2.7") == ("192.0.2.7", None)


# --- Forwarded ------------------------------------------------------------------------


def told(
    headers: dict[str, str], peer: tuple[str, int] = PROXY
) -> tuple[Address | None, bool]:
    request = HandshakeRequest("/CP", headers, Peer(peer))
    return forwarded_for(request, PROXIES), forwarded_securely(request)


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("", PROXY),
        ("for=192.0.2.7", ("192.0.2.7", None)),
        ("FOR=192.0.2.7", ("192.0.2.7", None)),
        ('for="192.0.2.7"', ("192.0.2.7", None)),
        ('for="192.0.2.7:80"', ("192.0.2.7", 80)),
        ('for="[2001:db9::1]"', ("2001:db9::1", None)),
        ('for="[2001:db9::1]:80"', ("2001:db9::1", 80)),
        ('for="192.0.2.\\7"', ("192.0.2.7", None)),
        ("for=192.0.2.7;proto=https;by=10.0.0.1;host=a.example", ("192.0.2.7", None)),
        ("proto=https; for=192.0.2.7 ;by=_x", ("192.0.2.7", None)),
        ('host="a;b,c\\"";for=192.0.2.7', ("192.0.2.7", None)),
        ("for=192.0.2.7;", ("192.0.2.7", None)),
        # The port may be made up (§6.3).
        ('for="192.0.2.7:_p0rt"', ("192.0.2.7", None)),
        # What the client says itself stands further left.
        ("for=1.1.1.1, for=192.0.2.7", ("192.0.2.7", None)),
        ("for=10.0.0.9,for=192.0.2.7", ("192.0.2.7", None)),
        ('for="1.1.1.1, for=192.0.2.7', ("192.0.2.7", None)),
        ('"\\, for="[2001:db9::1]"', ("2001:db9::1", None)),
        # Several proxies.
        ("for=192.0.2.7, for=10.0.0.2", ("192.0.2.7", None)),
        (
            'for=1.1.1.1, for=192.0.2.7,for="[2001:db8::5]", for=10.0.0.2;by=_a',
            ("192.0.2.7", None),
        ),
        ("for=10.0.0.3, for=10.0.0.2", ("10.0.0.3", None)),
        ("nonsense, for=192.0.2.7, for=10.0.0.2", ("192.0.2.7", None)),
        # Who is not told ends it: it may be anybody.
        ("for=unknown", PROXY),
        ("for=_hidden", PROXY),
        ("proto=https", PROXY),
        ("for=192.0.2.7, for=_hidden, for=10.0.0.2", ("10.0.0.2", None)),
        ("for=192.0.2.7, for=10.0.0.2, proto=https", PROXY),
        # So does garbage.
        ("192.0.2.7", PROXY),
        ("for=", PROXY),
        ("for", PROXY),
        ("for =192.0.2.7", PROXY),
        ("for= 192.0.2.7", PROXY),
        ("for=192.0.2.7:80", PROXY),
        ("for=2001:db9::1", PROXY),
        ("for=[2001:db9::1]", PROXY),
        ('for="192.0.2.7', PROXY),
        ('for="192.0.2.7"x', PROXY),
        ('for="192.0.2.300"', PROXY),
        ('for="192.0.2.7:99999"', PROXY),
        ("for=192.0.2.7;for=192.0.2.7", PROXY),
        ("for=192.0.2.7;;proto=http", PROXY),
        ("for=192.0.2.7,", PROXY),
        ("for=192.0.2.7, nonsense", PROXY),
        ('for=192.0.2.7, for="', PROXY),
        # A proxy quotes what the client has sent it.
        ('for=192.0.2.7;host="a, for=1.1.1.1"', ("192.0.2.7", None)),
        ('for=192.0.2.7;host="a, for=\\"1.1.1.1"', ("192.0.2.7", None)),
        ('for=192.0.2.7;host="a\\\\, for=1.1.1.1"', ("192.0.2.7", None)),
    ],
)
def test_what_a_proxy_says_by_the_standard(forwarded: str, address: Address) -> None:
    assert told({"forwarded": forwarded})[0] == address


@pytest.mark.parametrize(
    ("forwarded", "secure"),
    [
        ("proto=https", True),
        ("for=_x;Proto=HTTPS", True),
        ('proto="wss"', True),
        ("proto=http, proto=https", True),
        ("proto=https, proto=http", False),
        ("proto=https, for=192.0.2.7", False),
        ("proto=https, nonsense", False),
        ('for="x, proto=https', True),
        ("proto=httpsx", False),
        ("", False),
    ],
)
def test_whether_a_proxy_says_that_there_is_tls(forwarded: str, secure: bool) -> None:
    assert told({"forwarded": forwarded})[1] is secure


@pytest.mark.parametrize(
    ("schemes", "secure"),
    [
        ("https", True),
        ("WSS", True),
        ("http, https", True),
        ("https,wss ", True),
        ("https, http", False),
        ("", False),
    ],
)
def test_whether_a_proxy_says_so_by_the_usual_line(schemes: str, secure: bool) -> None:
    assert told({"x-forwarded-proto": schemes})[1] is secure


def test_which_lines_count_if_there_are_both() -> None:
    """Most proxies pass on a `Forwarded` that a client made up."""
    made_up = {"forwarded": "for=1.1.1.1;proto=https"}
    usual = {"x-forwarded-for": "192.0.2.7"}
    assert told(made_up | usual) == (("192.0.2.7", None), False)
    assert told(made_up | {"x-forwarded-proto": "http"}) == (PROXY, False)
    assert told(made_up | {"x-forwarded-for": ""}) == (PROXY, False)
    assert told(made_up) == (("1.1.1.1", None), True)


def test_several_lines_are_one() -> None:
    lines = [("Forwarded", "for=1.1.1.1"), ("forwarded", 'for="192.0.2.7:1"')]
    assert told(joined(lines))[0] == ("192.0.2.7", 1)


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from([*'",;=\\ ', "for", "1.1.1.1", 'for="', "proto"])).map(
        "".join
    )
)
def test_nothing_that_stands_in_front_hides_who_it_is(hostile: str) -> None:
    for own in ("for=192.0.2.7", 'for="192.0.2.7";proto=https', "by=_p;for=192.0.2.7"):
        assert told({"forwarded": f"{hostile}, {own}"})[0] == ("192.0.2.7", None)
    twice = f"{hostile}, for=192.0.2.7, for=10.0.0.2"
    assert told({"forwarded": twice})[0] == ("192.0.2.7", None)


def test_who_is_no_proxy_says_what_it_wants() -> None:
    assert told({"forwarded": "for=1.1.1.1"}, CLIENT)[0] == CLIENT


def test_a_long_line_takes_no_time() -> None:
    for part in (',a="', ";", "a=b;", ',"\\"', ', a="b\\"', ", ;"):
        begun = time.perf_counter()
        told({"forwarded": part * (16_000 // len(part)) + ", x"})
        assert time.perf_counter() - begun < 2


# --- Whom nobody believes -------------------------------------------------------------


@pytest.mark.parametrize("peer", [CLIENT, ("2001:db9::1", 1), ("localhost", 1)])
def test_nobody_else_is_believed(peer: tuple[str, int]) -> None:
    assert address_of(peer, "192.0.2.99") == peer


def test_a_peer_without_an_address() -> None:
    assert address_of(None, "192.0.2.7") is None


def test_without_proxies() -> None:
    request = HandshakeRequest("/CP", {"x-forwarded-for": "192.0.2.7"}, Peer(PROXY))
    assert forwarded_for(request, networks([])) == PROXY


@pytest.mark.parametrize("name", ["10.0.0.1/8", "localhost", "", "10.0.0"])
def test_networks_that_are_none(name: str) -> None:
    with pytest.raises(ValueError, match=r"network|address|host bits"):
        networks(["::1", name])


hosts = st.ip_addresses().map(str)
hops = st.one_of(
    hosts,
    st.sampled_from(["10.1.2.3", "2001:db8::9", "127.0.0.1", "[2001:db8::1]:9", ""]),
    st.text(alphabet="[]:.0129abcdef%, x"),
    st.text(max_size=8),
)


def test_only_what_a_trusted_proxy_has_added_is_believed() -> None:
    seen: Counter[str] = Counter()

    peers = st.just("10.0.0.1") | (hosts | st.just("10.0.0.1") | st.text())

    @given(st.lists(hops, min_size=1, max_size=6) | st.just([]), peers)
    def check(chain: list[str], host: str) -> None:
        found = address_of((host, 1), ", ".join(chain))
        assert found is not None
        if found == (host, 1):
            seen["the peer"] += 1
            return
        seen["another one"] += 1
        assert is_proxy(host)
        # All right of what was found is a proxy's; each hop may have a comma in it.
        parts = [part.strip() for part in ", ".join(chain).split(",")]
        place = max(at for at, part in enumerate(parts) if found[0] in part)
        assert all(
            is_proxy(part.partition("]")[0].strip("[")) for part in parts[place + 1 :]
        )

    check()
    assert_met(seen, "the peer", "another one")


def is_proxy(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return any(mapped in network for network in PROXIES)
