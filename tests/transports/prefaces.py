"""What balancers send first: the PROXY protocol, version 1 and 2."""

from __future__ import annotations

import struct
from ipaddress import ip_address
from typing import Final

__all__ = ["LOCAL", "PROXY", "SIGNATURE", "TCP4", "TCP6", "first", "second", "tlv"]

SIGNATURE: Final = b"\r\n\r\n\0\r\nQUIT\n"
LOCAL, PROXY = 0x20, 0x21
TCP4, TCP6 = 0x11, 0x21


def first(host: str, port: int) -> bytes:
    """Version 1."""
    version = ip_address(host).version
    to = "192.0.2.1" if version == 4 else "2001:db8::1"
    return f"PROXY TCP{version} {host} {to} {port} 9000\r\n".encode()


def second(
    family: int,
    client: tuple[str, int] | None = None,
    *,
    command: int = PROXY,
    extras: bytes = b"",
) -> bytes:
    """Version 2."""
    addresses = b""
    if client is not None:
        host = ip_address(client[0]).packed
        addresses = host + bytes(len(host)) + struct.pack("!HH", client[1], 9000)
    size = len(addresses) + len(extras)
    return SIGNATURE + struct.pack("!BBH", command, family, size) + addresses + extras


def tlv(kind: int, value: bytes) -> bytes:
    """What a balancer adds to version 2."""
    return struct.pack("!BH", kind, len(value)) + value
