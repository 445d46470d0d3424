"""Determines the address of a client that connects through a reverse proxy.

A proxy appends the address of its client to a header line: to `Forwarded` (RFC 7239) or
to X-Forwarded-For. The client may have forged everything further left, so only the part
that a trusted proxy has added is used.

If a request has an X-Forwarded-For or X-Forwarded-Proto header, these are used and
`Forwarded` is ignored, because most proxies write the former and pass on a `Forwarded`
that a client has forged. A proxy that only writes `Forwarded` has to remove the others
from requests; otherwise a client chooses the header that is read (see
docs/operating.md).
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
"""Whether trusted proxies use the PROXY protocol."""


def networks(names: Iterable[str]) -> Networks:
    """Parse networks such as "10.0.0.0/8" or "::1".

    Raises:
        ValueError: A text is not a network.
    """
    return tuple(ip_network(name) for name in names)


def balancers(choice: ProxyProtocol, proxies: Networks) -> Balancers | None:
    """Return the rule for who may use the PROXY protocol; None: nobody."""
    if choice == "off":
        return None
    return Balancers(partial(_is_in, proxies=proxies), choice == "required")


def forwarded_for(request: HandshakeRequest, proxies: Networks) -> Address | None:
    """Return the address of the client that the last trusted proxy has seen.

    If the peer is not a trusted proxy, this is the address of the peer, or None if the
    peer has none.
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
    """Tell whether the last proxy reports that its client connected over TLS."""
    if _is_forwarded(request.headers):
        last = next(_elements(request.headers.get("forwarded", ""))) or {}
        return last.get("proto", "").lower() in _SECURE
    schemes = request.headers.get("x-forwarded-proto", "").split(",")
    return schemes[-1].strip().lower() in _SECURE


_SECURE = frozenset({"https", "wss"})


def _is_forwarded(headers: Mapping[str, str]) -> bool:
    """Tell whether to read `Forwarded` rather than the X-Forwarded headers."""
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
    """Iterate over the element of each proxy, the last one first.

    If the rest cannot be read, the last item is None. The text is read from the right,
    because a client may have left a quote open further left. A comma within quotes does
    no harm: the text after it has an odd number of quotes, or one after a backslash,
    and is not an element.
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
    """Return the parameters of an element, names in lower case; None if it is invalid.

    Each parameter may occur once (§4).
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
    """Parse an address with or without a port; None if it is not an address.

    Obfuscated names such as `_hidden`, and `unknown` (RFC 7239 §6.2, §6.3), are not
    addresses.
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


# An IPv6 address with a port is in brackets; without a port, brackets are optional. In
# `Forwarded`, the port may be obfuscated (RFC 7239 §6.3) and is then unknown.
_NOT_BARE = re.compile(
    r"(?:\[(?P<v6>.*)\]|(?P<v4>[^:]*))(?::(?:(?P<port>[0-9]{1,5})|_[A-Za-z0-9._-]+))?"
)
