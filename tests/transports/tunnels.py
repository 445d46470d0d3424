"""Proxies on this machine: HTTP (RFC 9110 §9.3.6) and SOCKS (RFC 1928, 1929)."""

from __future__ import annotations

import asyncio
import base64
import socket
import struct
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

from tests.transports.adapters import HOST, Address

__all__ = ["PASSWORD", "USER", "Proxy", "proxy"]

USER: Final = "charger"
PASSWORD: Final = "p:@ss"


class Refused(Exception):
    """A proxy does not connect."""


class Proxy:
    """A proxy that knows where one name leads.

    Attributes:
        port: Its port.
        asked: The hosts and ports that it was asked for.
        wants: Whether it wants a user name and a password.
        names: Where hosts are that only it knows.
        open: How many connections it has.
        clients: The addresses that connections have come from.
    """

    def __init__(self, *, wants: bool, names: dict[str, str]) -> None:
        self.port = 0
        self.asked: list[Address] = []
        self.wants = wants
        self.names = names
        self.open = 0
        self.clients: list[str] = []

    async def accept(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.open += 1
        self.clients.append(writer.get_extra_info("peername")[0])
        try:
            first = await reader.readexactly(1)
            answer = await self._kind(first)(reader, writer)
            upstream, downstream = await asyncio.open_connection(*self._where())
            writer.write(answer)
            await asyncio.gather(_pipe(reader, downstream), _pipe(upstream, writer))
            downstream.transport.abort()
        except (Refused, OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            self.open -= 1

    def _kind(self, first: bytes) -> _Greets:
        kinds: dict[bytes, _Greets] = {b"\x04": self._socks4, b"\x05": self._socks5}
        return kinds.get(first, self._http)

    def _where(self) -> Address:
        host, port = self.asked[-1]
        return self.names.get(host, host), port

    async def _http(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bytes:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        method, target, _ = head.partition("\r\n")[0].split(" ")
        token = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if self.wants and f"Proxy-Authorization: Basic {token}" not in head:
            writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
            raise Refused
        assert method == "ONNECT"  # the first letter is read already
        host, _, port = target.rpartition(":")
        self.asked.append((host, int(port)))
        return b"HTTP/1.1 200 Connection established\r\n\r\n"

    async def _socks4(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bytes:
        _, port, address = struct.unpack("!BH4s", await reader.readexactly(7))
        user = (await reader.readuntil(b"\0"))[:-1].decode()
        host = socket.inet_ntoa(address)
        if host.startswith("0.0.0."):  # SOCKS 4A: the name follows
            host = (await reader.readuntil(b"\0"))[:-1].decode()
        if self.wants and user != USER:
            writer.write(struct.pack("!BBHL", 0, 0x5D, 0, 0))
            raise Refused
        self.asked.append((host, port))
        return struct.pack("!BBHL", 0, 0x5A, 0, 0)

    async def _socks5(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bytes:
        (count,) = await reader.readexactly(1)
        offered = await reader.readexactly(count)
        method = 2 if self.wants else 0
        if method not in offered:
            writer.write(b"\x05\xff")
            raise Refused
        writer.write(bytes([5, method]))
        if self.wants:
            await self._authenticate(reader, writer)
        _, _, _, kind = await reader.readexactly(4)
        if kind == 3:
            (size,) = await reader.readexactly(1)
            host = (await reader.readexactly(size)).decode()
        else:
            host = socket.inet_ntoa(await reader.readexactly(4))
        (port,) = struct.unpack("!H", await reader.readexactly(2))
        self.asked.append((host, port))
        return b"\x05\0\0\x01" + bytes(6)

    async def _authenticate(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        said: list[str] = []
        await reader.readexactly(1)
        for _ in range(2):
            (size,) = await reader.readexactly(1)
            said.append((await reader.readexactly(size)).decode())
        writer.write(bytes([1, said != [USER, PASSWORD]]))
        if said != [USER, PASSWORD]:
            raise Refused


_Greets = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[bytes]]


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(2**16):
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()


@asynccontextmanager
async def proxy(
    *, wants: bool = False, names: dict[str, str] | None = None
) -> AsyncGenerator[Proxy, None]:
    """Run a proxy of all kinds; at the end, everything through it is over."""
    it = Proxy(wants=wants, names=names or {})
    handling: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        handling.add(asyncio.create_task(it.accept(reader, writer)))

    server = await asyncio.start_server(accept, HOST, 0)
    it.port = server.sockets[0].getsockname()[1]
    try:
        yield it
    finally:
        server.close()
        for task in handling:
            task.cancel()
        await asyncio.gather(*handling, return_exceptions=True)
        await server.wait_closed()
