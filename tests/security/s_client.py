"""`openssl s_client`: a client of TLS that knows nothing of this package."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Final

from tests.transports.adapters import SUBPROTOCOL, Address

__all__ = ["OPENED", "Client", "s_client"]

OPENED: Final = "HTTP/1.1 101"

_REQUEST: Final = (
    "GET /ocpp/CP001 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
    "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    f"Sec-WebSocket-Key: {'A' * 22}==\r\nSec-WebSocket-Protocol: {SUBPROTOCOL}\r\n\r\n"
)


class Client:
    """A running `openssl s_client`.

    Attributes:
        said: All that it has said.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.said = ""
        self._process = process

    async def read_until(self, text: str) -> bool:
        """Read until a text comes; tell whether it has."""
        assert self._process.stdout is not None
        while text not in self.said:
            data = await self._process.stdout.read(4096)
            if not data:
                return False
            self.said += data.decode(errors="replace")
        return True

    def type(self, text: str) -> None:
        """Type something."""
        assert self._process.stdin is not None
        self._process.stdin.write(text.encode())

    async def opens(self) -> bool:
        """Ask for a WebSocket; tell whether it opens."""
        self.type(_REQUEST)
        return await self.read_until(OPENED)

    async def quit(self) -> None:
        """Close the connection as TLS wants it."""
        self.type("Q\n")
        await self.read_until("never said")
        await self._process.wait()


@asynccontextmanager
async def s_client(address: Address, *options: str) -> AsyncGenerator[Client, None]:
    """Connect, with options of `openssl s_client`."""
    host, port = address
    process = await asyncio.create_subprocess_exec(
        *("openssl", "s_client", "-connect", f"{host}:{port}", *options),
        stdin=PIPE,
        stdout=PIPE,
        stderr=STDOUT,
    )
    client = Client(process)
    try:
        yield client
    finally:
        if process.returncode is None:
            process.kill()
        await client.read_until("never said")
        await process.wait()
        assert process.stdin is not None
        process.stdin.close()
