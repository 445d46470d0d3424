"""A reverse proxy where TLS ends, as nginx would be set up, in a few lines.

It knows nothing of this package: it takes the header lines out that only it may write,
and writes its own.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Final
from urllib.parse import quote

__all__ = ["CERTIFICATE_LINE", "terminator"]

CERTIFICATE_LINE: Final = "X-Client-Cert"

_OWN: Final = (b"x-client-cert:", b"x-forwarded-")
_HOST: Final = "127.0.0.1"


@asynccontextmanager
async def terminator(
    inner: tuple[str, int], context: ssl.SSLContext
) -> AsyncGenerator[tuple[str, int]]:
    """Forward to an address what comes over TLS; yield where."""
    tasks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(_forward(reader, writer, inner))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(accept, _HOST, 0, ssl=context)
    try:
        yield _HOST, server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()


async def _forward(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, inner: tuple[str, int]
) -> None:
    with suppress(OSError, asyncio.IncompleteReadError):
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            back, forth = await asyncio.open_connection(*inner)
            try:
                forth.write(_rewritten(head, writer))
                ways = _copy(reader, forth), _copy(back, writer)
                await asyncio.wait(
                    [asyncio.ensure_future(way) for way in ways],
                    return_when=asyncio.ALL_COMPLETED,
                )
            finally:
                forth.transport.abort()
        finally:
            writer.transport.abort()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()


def _rewritten(head: bytes, writer: asyncio.StreamWriter) -> bytes:
    lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    kept = [each for each in lines if not each.lower().startswith(_OWN)]
    tls = writer.get_extra_info("ssl_object")
    own = [b"X-Forwarded-Proto: https"]
    host, _ = writer.get_extra_info("peername")
    own.append(f"X-Forwarded-For: {host}".encode())
    if (der := tls.getpeercert(binary_form=True)) is not None:
        pem = quote(ssl.DER_cert_to_PEM_cert(der), safe="")
        own.append(f"{CERTIFICATE_LINE}: {pem}".encode())
    return b"\r\n".join([*kept, *own, b"", b""])
