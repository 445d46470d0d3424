"""Whose connection it is when it comes through a reverse proxy.

A proxy adds the address of its client to the end of the header line X-Forwarded-For.
Whatever stands further left the client may have made up, so only what a trusted proxy
has added is believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TypeAlias

from .transports import HandshakeRequest

__all__ = ["Address", "Networks", "forwarded_for", "networks"]

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


def _is_in(host: str, proxies: Networks) -> bool:
    if not proxies:
        return False
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return any(address in network for network in proxies)


def _address(text: str) -> Address | None:
    """Read an address with or without a port; None if it is none."""
    host, port = text, None
    if text.startswith("["):
        host, _, port = text[1:].partition("]")
        port = port.removeprefix(":") or None
    elif text.count(":") == 1:
        host, _, port = text.partition(":")
    try:
        ip_address(host)
        return host, None if port is None else int(port)
    except ValueError:
        return None
