"""Whose connection it is when it comes through a reverse proxy.

A proxy adds the address of its client to the end of the header line X-Forwarded-For.
Whatever stands further left the client may have made up, so only what a trusted proxy
has added is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from ipaddress import (
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import TypeAlias

from ocpp_rpc.transports import HandshakeRequest

__all__ = [
    "Address",
    "Networks",
    "comes_from",
    "forwarded_for",
    "forwarded_securely",
    "networks",
]

Networks: TypeAlias = Sequence[IPv4Network | IPv6Network]

Address: TypeAlias = tuple[str, int | None]
"""A host, and its port if it is known."""


def networks(names: Iterable[str]) -> Networks:
    """Return networks by their names, such as "10.0.0.0/8" or "::1".

    Raises:
        ValueError: One is none.
    """
    return tuple(ip_network(name) for name in names)


def forwarded_for(request: HandshakeRequest, proxies: Networks) -> Address | None:
    """Return the address of the client that the last trusted proxy has seen.

    It is that of the peer if that is no trusted proxy, and None if the peer has none.
    """
    address: Address | None = request.peer.address
    hops = request.headers.get("x-forwarded-for", "").split(",")
    while address is not None and hops and _is_in(address[0], proxies):
        client = _address(hops.pop().strip())
        if client is None:
            break
        address = client
    return address


def comes_from(request: HandshakeRequest, proxies: Networks) -> bool:
    """Tell whether a trusted proxy has sent a request."""
    address = request.peer.address
    return address is not None and _is_in(address[0], proxies)


def forwarded_securely(request: HandshakeRequest) -> bool:
    """Tell whether X-Forwarded-Proto says that the client of a proxy came over TLS."""
    schemes = request.headers.get("x-forwarded-proto", "").split(",")
    return schemes[-1].strip().lower() in {"https", "wss"}


def _is_in(host: str, proxies: Networks) -> bool:
    if not proxies:
        return False
    try:
        address = ip_address(host)
    except ValueError:
        return False
    # An IPv6 socket shows a client of IPv4 as ::ffff:10.0.0.1.
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return any((mapped or address) in network for network in proxies)


def _address(text: str) -> Address | None:
    """Read an address with or without a port; None if it is none."""
    match = _NOT_BARE.fullmatch(text)
    host = text if match is None else match["v6"] or match["v4"] or ""
    port = match and match["port"]
    try:
        ip_address(host)
    except ValueError:
        return None
    number = int(port) if port else None
    return None if number is not None and number > _LAST_PORT else (host, number)


_LAST_PORT = 65535


# An address of IPv6 with a port is in brackets; without, it need not be.
_NOT_BARE = re.compile(r"(?:\[(?P<v6>.*)\]|(?P<v4>[^:]*))(?::(?P<port>[0-9]{1,5}))?")
