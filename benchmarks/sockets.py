"""Clients without manners: sockets, and no library above them."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import count
from urllib.parse import urlsplit

__all__ = [
    "REQUEST",
    "call_until_cut",
    "deaf_station",
    "drip_until_cut",
    "opened",
    "port_of",
    "reset",
    "send",
    "uncut",
]

REQUEST = (
    b"GET /ocpp/%s HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    b"Sec-WebSocket-Protocol: ocpp1.6\r\n\r\n"
)
PATIENCE = 12.0
FILLING = "x" * 2**14


def port_of(url: str) -> int:
    """Return the port of a server."""
    port = urlsplit(url).port
    assert port is not None
    return port


@asynccontextmanager
async def opened(port: int, number: int) -> AsyncGenerator[list[socket.socket], None]:
    """Open connections to a port of this machine."""
    sockets = [_socket() for _ in range(number)]
    loop = asyncio.get_running_loop()
    try:
        for each in sockets:
            await loop.sock_connect(each, ("127.0.0.1", port))
        yield sockets
    finally:
        for each in sockets:
            each.close()


@asynccontextmanager
async def deaf_station(
    url: str, identity: str = "DEAF"
) -> AsyncGenerator[socket.socket, None]:
    """Connect a station that will read nothing."""
    async with opened(port_of(url), 1) as [station]:
        await send(station, REQUEST % identity.encode())
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += await asyncio.get_running_loop().sock_recv(station, 1)
        yield station


def _socket() -> socket.socket:
    made = socket.socket()
    made.setblocking(False)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    return made


async def send(station: socket.socket, data: bytes) -> None:
    """Send some bytes."""
    await asyncio.get_running_loop().sock_sendall(station, data)


def reset(station: socket.socket) -> None:
    """Close a connection with RST."""
    linger = struct.pack("ii", 1, 0)
    station.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    station.close()


async def call_until_cut(station: socket.socket) -> int:
    """Call for five seconds, 16 KiB each time; return how many bytes were sent."""
    sent = 0
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(5):
            for number in count():
                payload = {"vendorId": "x", "data": FILLING}
                text = json.dumps([2, f"{number}", "DataTransfer", payload]).encode()
                # RFC 6455 §5.2: masked, with 16 bits of length; a mask of zeros.
                header = struct.pack("!BBH4x", 0x81, 0xFE, len(text))
                await send(station, header + text)
                sent += len(text)
    return sent


async def drip_until_cut(sockets: Sequence[socket.socket]) -> int:
    """Send a header line, one byte at a time; return how many are not cut."""
    limit = time.monotonic() + PATIENCE
    text = iter(REQUEST[:-2] + b"X" * 10_000)
    left = [*sockets]
    while left and time.monotonic() < limit:
        byte = bytes([next(text)])
        left = [each for each in left if _is_open(each, byte)]
        await asyncio.sleep(0.1)
    return len(left)


async def uncut(sockets: Sequence[socket.socket]) -> int:
    """Wait until connections are cut; return how many are not."""
    limit = time.monotonic() + PATIENCE
    left = [*sockets]
    while left and time.monotonic() < limit:
        left = [each for each in left if _is_open(each)]
        await asyncio.sleep(0.05)
    return len(left)


def _is_open(station: socket.socket, data: bytes = b"") -> bool:
    try:
        station.send(data)
        return bool(station.recv(4096))
    except BlockingIOError:
        return True
    except OSError:
        return False
