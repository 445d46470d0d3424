"""Whose connection it is when it comes through a reverse proxy."""

from __future__ import annotations

from collections import Counter
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc import Peer
from ocpp_rpc.back_office.reverse_proxies import Address, forwarded_for, networks
from ocpp_rpc.transports import HandshakeRequest
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
