"""The PROXY protocol, by which a TCP balancer names the client that it forwards.

A balancer that does not use HTTP cannot add header lines. Instead it sends a preface
before anything of the client, TLS included: a line of text (version 1) or a few binary
bytes (version 2), see https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt. The
clauses below are those of that document.

`Balancers.read` examines the first bytes of a connection. It has no state and does no
I/O: a `ocpp_rpc.transports.door.Door` calls it again when more bytes have arrived.

A trusted peer could claim any address. Therefore only trusted proxies may send a
preface, every byte of it has to be correct, and its length is limited before it is
read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

__all__ = ["Announced", "Balancers", "Unannounced"]


class Unannounced(Exception):
    """A violation of the PROXY protocol, which the text names."""


@dataclass(frozen=True, slots=True)
class Announced:
    """The report of a balancer about a client.

    Attributes:
        size: The length of the preface in bytes; 0 (default): there is none.
        address: The address of the client; None (default): the balancer does not know
            it (UNKNOWN, UNSPEC, a Unix socket), or there is no preface.
        passed_on: Whether the balancer forwards the connection of a client; default:
            False: the peer of the network connection is the client itself, or a
            balancer that checks the health of this server (LOCAL).
        secure: Whether the client uses TLS up to the balancer, where TLS ends; default:
            False.
    """

    size: int = 0
    address: tuple[str, int] | None = None
    passed_on: bool = False
    secure: bool = False


@dataclass(frozen=True, slots=True)
class Balancers:
    """The balancers that may use the PROXY protocol with a listener.

    Attributes:
        trusts: Returns whether the host at an address may use it.
        required: Whether all connections have to use it.
    """

    trusts: Callable[[str], bool]
    required: bool

    def read(self, data: bytes, host: str | None) -> Announced | None:
        """Read the preface at the start of a connection.

        Args:
            data: All bytes so far, at least one.
            host: The host of the peer of the network connection; None if it is not
                known.

        Returns:
            The report, or None if more bytes are needed.

        Raises:
            Unannounced: The preface is incorrect, comes from a host that is not
                trusted, or is missing where it is required.
        """
        is_first, is_second = (
            data[:6] == _V1[: len(data)],
            data[:12] == _V2[: len(data)],
        )
        if not is_first and not is_second:
            if self.required:
                raise Unannounced("the client does not speak the PROXY protocol")
            return Announced()
        if len(data) < (len(_V1) if is_first else len(_V2)):
            return None
        if host is None or not self.trusts(host):
            raise Unannounced(
                "the client speaks the PROXY protocol, but is none of trusted_proxies"
            )
        return _first(data) if is_first else _second(data)


_V1: Final = b"PROXY "
_V2: Final = b"\r\n\r\n\0\r\nQUIT\n"

_LONGEST_LINE: Final = 107
"""The length limit of a line of version 1 in bytes, line end included (§2.1)."""

_LONGEST_REST: Final = 2**13
"""The length limit of version 2 after its fixed header in bytes; it could be 65535.

Addresses have 36 bytes. The rest is for extensions, of which a certificate of the
client is the longest.
"""

# --- Version 1 (§2.1) -----------------------------------------------------------------

_LINE: Final = re.compile(
    rb"PROXY TCP([46]) ([0-9A-Fa-f:.]+) ([0-9A-Fa-f:.]+) ([0-9]{1,5}) ([0-9]{1,5})"
)
_UNKNOWN: Final = re.compile(rb"PROXY UNKNOWN(?: [^\r]*)?")


def _first(data: bytes) -> Announced | None:
    """Read a line of version 1."""
    end = data.find(b"\r\n", 0, _LONGEST_LINE)
    if end < 0:
        if len(data) >= _LONGEST_LINE:
            raise Unannounced("the line of the PROXY protocol is too long")
        return None
    size = end + 2
    if _UNKNOWN.fullmatch(data, 0, end):
        return Announced(size, passed_on=True)
    found = _LINE.fullmatch(data, 0, end)
    if found is None:
        raise _wrong("line")
    hosts = [_host(found[1], text) for text in (found[2], found[3])]
    ports = [int(text) for text in (found[4], found[5])]
    if max(ports) > _LAST_PORT:
        raise _wrong("line")
    return Announced(size, (hosts[0], ports[0]), passed_on=True)


def _host(family: bytes, text: bytes) -> str:
    try:
        address = ip_address(text.decode())
    except ValueError:
        raise _wrong("line") from None
    if address.version != int(family):
        raise _wrong("line")
    return str(address)


_LAST_PORT: Final = 2**16 - 1

# --- Version 2 (§2.2) -----------------------------------------------------------------

_HEAD: Final = 16
_LOCAL, _PROXY = 0x20, 0x21
_SSL: Final = 0x20
_CLIENT_SSL: Final = 0x01
_SIZES: Final = {0x00: 0, 0x11: 12, 0x21: 36, 0x31: 216}
"""The length in bytes of addresses: none, TCP over IPv4 and IPv6, and a Unix socket."""


def _second(data: bytes) -> Announced | None:
    """Read the bytes of version 2."""
    if len(data) < _HEAD:
        return None
    command, family = data[12], data[13]
    size = _HEAD + int.from_bytes(data[14:16])
    if command not in {_LOCAL, _PROXY}:
        raise _wrong("command")
    if size > _HEAD + _LONGEST_REST:
        raise Unannounced("the head of the PROXY protocol is too long")
    if command == _PROXY and size - _HEAD < _SIZES.get(family, size):
        raise _wrong("address")
    if len(data) < size:
        return None
    if command == _LOCAL:
        return Announced(size)  # whatever else it says (§2.2)
    rest = data[_HEAD + _SIZES[family] : size]
    address, secure = _address(family, data), _is_secure(rest)
    return Announced(size, address, passed_on=True, secure=secure)


def _address(family: int, data: bytes) -> tuple[str, int] | None:
    """Return the address of the client, which follows the fixed header."""
    if family == 0x11:
        return str(IPv4Address(data[16:20])), int.from_bytes(data[24:26])
    if family == 0x21:
        return str(IPv6Address(data[16:32])), int.from_bytes(data[48:50])
    return None


def _is_secure(rest: bytes) -> bool:
    """Return whether TLS ended at the balancer (§2.2.6); skip other extensions."""
    return any(
        kind == _SSL and value[:1] and value[0] & _CLIENT_SSL
        for kind, value in [*_extras(rest)]
    )


def _extras(rest: bytes) -> Iterator[tuple[int, bytes]]:
    """Iterate over the extensions of a preface: the type and the value of each."""
    while rest:
        end = 3 + int.from_bytes(rest[1:3])
        if len(rest) < end:
            raise _wrong("extension")
        yield rest[0], rest[3:end]
        rest = rest[end:]


def _wrong(what: str) -> Unannounced:
    return Unannounced(f"the {what} in the head of the PROXY protocol is wrong")
