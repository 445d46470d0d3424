"""Whose connection it is when it comes through a reverse proxy.

A proxy adds the address of its client to the end of a header line: to `Forwarded`
(RFC 7239) or to X-Forwarded-For. Whatever stands further left the client may have made
up, so only what a trusted proxy has added is believed.

If a request has a line X-Forwarded-For or X-Forwarded-Proto, these count, and
`Forwarded` does not: most proxies write the former and pass on a `Forwarded` that a
client made up. A proxy that writes `Forwarded` alone has to remove the others from
requests, or a client decides which is read; docs/operating.md says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from ipaddress import (
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Literal, TypeAlias

from ocpp_rpc.transports import HandshakeRequest
from ocpp_rpc.transports.balancers import Balancers

__all__ = [
    "Address",
    "Networks",
    "ProxyProtocol",
    "balancers",
    "comes_from",
    "forwarded_for",
    "forwarded_securely",
    "networks",
]

Networks: TypeAlias = Sequence[IPv4Network | IPv6Network]

Address: TypeAlias = tuple[str, int | None]
"""A host, and its port if it is known."""

ProxyProtocol: TypeAlias = Literal["off", "optional", "required"]
"""Whether trusted proxies speak the PROXY protocol."""


def networks(names: Iterable[str]) -> Networks:
    """Return networks by their names, such as "10.0.0.0/8" or "::1".

    Raises:
        ValueError: One is none.
    """
    return tuple(ip_network(name) for name in names)


def balancers(choice: ProxyProtocol, proxies: Networks) -> Balancers | None:
    """Return who may speak the PROXY protocol; None: nobody."""
    if choice == "off":
        return None
    return Balancers(partial(_is_in, proxies=proxies), choice == "required")


def forwarded_for(request: HandshakeRequest, proxies: Networks) -> Address | None:
    """Return the address of the client that the last trusted proxy has seen.

    It is that of the peer if that is no trusted proxy, and None if the peer has none.
    """
    address: Address | None = request.peer.address
    if address is None or not _is_in(address[0], proxies):
        return address
    for hop in _hops(request.headers):
        client = _address(hop)
        if client is None:
            break
        address = client
        if not _is_in(address[0], proxies):
            break
    return address


def comes_from(request: HandshakeRequest, proxies: Networks) -> bool:
    """Tell whether a trusted proxy has sent a request."""
    address = request.peer.address
    return address is not None and _is_in(address[0], proxies)


def forwarded_securely(request: HandshakeRequest) -> bool:
    """Tell whether the last proxy says that its client came over TLS."""
    if _is_forwarded(request.headers):
        last = next(_elements(request.headers.get("forwarded", ""))) or {}
        return last.get("proto", "").lower() in _SECURE
    schemes = request.headers.get("x-forwarded-proto", "").split(",")
    return schemes[-1].strip().lower() in _SECURE


_SECURE = frozenset({"https", "wss"})


def _is_forwarded(headers: Mapping[str, str]) -> bool:
    """Tell which lines count: whether it is `Forwarded`."""
    return not headers.keys() & {"x-forwarded-for", "x-forwarded-proto"}


def _hops(headers: Mapping[str, str]) -> Iterator[str]:
    """Iterate over the clients of the proxies, the one of the last proxy first."""
    if _is_forwarded(headers):
        for element in _elements(headers.get("forwarded", "")):
            yield (element or {}).get("for", "")
    else:
        for hop in reversed(headers.get("x-forwarded-for", "").split(",")):
            yield hop.strip()


# --- Forwarded (RFC 7239 §4) ----------------------------------------------------------

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_PAIR = re.compile(rf"({_TOKEN})=({_TOKEN}|{_QUOTED})[ \t]*(?:;[ \t]*|\Z)")


def _elements(text: str) -> Iterator[Mapping[str, str] | None]:
    """Iterate over what each proxy has said, the last one first.

    None ends it if the rest is nonsense. From the right, because a client may have left
    a quote open in what stands further left. A comma within quotes does not mislead:
    what follows it has one quote too few, or one after a backslash, and is no element.
    """
    end = comma = len(text)
    while comma >= 0:
        comma = text.rfind(",", 0, comma)
        element = _element(text[comma + 1 : end].strip(" \t"))
        if element is not None:
            yield element
            end = comma
    if end >= 0:
        yield None


def _element(text: str) -> Mapping[str, str] | None:
    """Return the parameters of an element, names in lower case; None: it is none.

    Each may be there once (§4).
    """
    values: dict[str, str] = {}
    at = 0
    while at < len(text):
        found = _PAIR.match(text, at)
        if found is None or found[1].lower() in values:
            return None
        values[found[1].lower()] = _unquoted(found[2])
        at = found.end()
    return values


def _unquoted(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value


# --- Addresses ------------------------------------------------------------------------


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
    """Read an address with or without a port; None if it is none.

    Nor is a name that a proxy has made up, such as `_hidden`, or `unknown` (RFC 7239
    §6.2, §6.3).
    """
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


# An address of IPv6 with a port is in brackets; without, it need not be. In `Forwarded`
# the port may be made up, too (RFC 7239 §6.3): then it is not known.
_NOT_BARE = re.compile(
    r"(?:\[(?P<v6>.*)\]|(?P<v4>[^:]*))(?::(?:(?P<port>[0-9]{1,5})|_[A-Za-z0-9._-]+))?"
)
