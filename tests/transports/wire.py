"""WebSocket by hand (RFC 6455), to see and to say what no library would."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import socket
import struct
import zlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from ssl import SSLContext
from typing import Final, NamedTuple, cast

from ocpp_rpc import WebSocketSettings
from ocpp_rpc.transports import DirectTransport, Transport
from tests.transports.adapters import (
    HOST,
    PLAIN,
    SUBPROTOCOL,
    Adapter,
    Address,
    Doors,
    Side,
)

__all__ = [
    "BINARY",
    "CLOSE",
    "CONTINUATION",
    "DEFLATE",
    "KEY",
    "PING",
    "PONG",
    "TEXT",
    "Answer",
    "Frame",
    "Wire",
    "accepted",
    "answered",
    "answering",
    "deflated",
    "dialled",
    "facing",
    "fill",
    "framed",
    "inflated",
    "opened",
    "request",
    "silent",
    "told_to_close",
]

CONTINUATION: Final = 0
TEXT: Final = 1
BINARY: Final = 2
CLOSE: Final = 8
PING: Final = 9
PONG: Final = 10

DEFLATE: Final = (
    "Sec-WebSocket-Extensions: permessage-deflate; "
    "server_no_context_takeover; client_no_context_takeover"
)
"""Offers compression, or accepts it, of each message for itself (RFC 7692 §7.1.1)."""

KEY: Final = "dGhlIHNhbXBsZSBub25jZQ=="
ACCEPT: Final = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="  # RFC 6455 §1.3
EMPTY_BLOCK: Final = b"\x00\x00\xff\xff"
MASK: Final = b"\x01\x02\x03\x04"


class Frame(NamedTuple):
    """A frame, unmasked."""

    opcode: int
    payload: bytes
    fin: bool = True
    rsv1: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP response, with its header lines as they stand, names in lower case."""

    status: int
    lines: Sequence[tuple[str, str]]
    body: bytes = b""

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.lines if key == name]

    def __getitem__(self, name: str) -> str:
        (value,) = self.all(name)
        return value

    def __contains__(self, name: str) -> bool:
        return bool(self.all(name))


def framed(frame: Frame, *, masked: bool) -> bytes:
    """Return the bytes of a frame (§5.2)."""
    first = frame.fin << 7 | frame.rsv1 << 6 | frame.opcode
    size = len(frame.payload)
    mask_bit = masked << 7
    if size < 126:
        head = struct.pack("!BB", first, mask_bit | size)
    elif size < 2**16:
        head = struct.pack("!BBH", first, mask_bit | 126, size)
    else:
        head = struct.pack("!BBQ", first, mask_bit | 127, size)
    if not masked:
        return head + frame.payload
    return head + MASK + _mask(frame.payload, MASK)


def deflated(payload: bytes) -> bytes:
    """Return the payload of a compressed message (RFC 7692 §7.2.1)."""
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = compressor.compress(payload) + compressor.flush(zlib.Z_SYNC_FLUSH)
    return data.removesuffix(EMPTY_BLOCK)


def inflated(data: bytes) -> bytes:
    """Return the payload that was compressed (RFC 7692 §7.2.2)."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data + EMPTY_BLOCK)


def _mask(payload: bytes, mask: bytes) -> bytes:
    size = len(payload)
    repeated = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(payload) ^ int.from_bytes(repeated)).to_bytes(size)


def told_to_close(code: int, reason: str = "") -> bytes:
    """Return the payload of a close frame (§5.5.1)."""
    return struct.pack("!H", code) + reason.encode()


def request(
    target: str = "/ocpp/CP001",
    *lines: str,
    method: str = "GET",
    without: Sequence[str] = (),
) -> bytes:
    """Return an opening handshake (§4.1), with further lines, or without some."""
    usual = (
        "Host: localhost",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {KEY}",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Protocol: {SUBPROTOCOL}",
    )
    kept = [line for line in usual if line.partition(":")[0] not in without]
    text = "\r\n".join([f"{method} {target} HTTP/1.1", *kept, *lines, "", ""])
    return text.encode("latin-1")


class Wire:
    """One end of a TCP connection; `masks` if it is that of a client."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        masks: bool,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._masks = masks

    @property
    def address(self) -> Address:
        """The address of this end."""
        host, port, *_ = self._writer.get_extra_info("sockname")
        return host, port

    @property
    def unsent(self) -> int:
        """How many bytes wait for the other end to read."""
        return self._writer.transport.get_write_buffer_size()

    def write(self, data: bytes) -> None:
        self._writer.write(data)

    async def drain(self) -> None:
        """Wait until there is room for more."""
        await self._writer.drain()

    def write_eof(self) -> None:
        """Say that nothing will follow."""
        self._writer.write_eof()

    def send(
        self, opcode: int, payload: bytes, *, fin: bool = True, rsv1: bool = False
    ) -> None:
        """Send a frame."""
        frame = Frame(opcode, payload, fin, rsv1)
        self.write(framed(frame, masked=self._masks))

    async def frame(self) -> Frame:
        """Return the next frame, whose masking has to be right (§5.1)."""
        first, second = await self._reader.readexactly(2)
        masked, size = bool(second & 0x80), second & 0x7F
        assert masked is not self._masks
        if size == 126:
            (size,) = struct.unpack("!H", await self._reader.readexactly(2))
        elif size == 127:
            (size,) = struct.unpack("!Q", await self._reader.readexactly(8))
        mask = await self._reader.readexactly(4) if masked else bytes(4)
        payload = await self._reader.readexactly(size)
        if masked:
            payload = _mask(payload, mask)
        return Frame(first & 0x0F, payload, bool(first & 0x80), bool(first & 0x40))

    async def message(self) -> bytes:
        """Return the payload of the next message, inflated; pings are passed over."""
        parts: list[bytes] = []
        compressed = False
        while True:
            opcode, payload, fin, rsv1 = await self.frame()
            if opcode == PING:
                continue
            assert opcode in {CONTINUATION, TEXT, BINARY}
            parts.append(payload)
            compressed |= rsv1
            if fin:
                break
        whole = b"".join(parts)
        return inflated(whole) if compressed else whole

    async def close_frame(self) -> tuple[int, str]:
        """Return code and reason of a close frame, which has to come next."""
        frame = await self.frame()
        assert frame.opcode == CLOSE
        (code,) = struct.unpack("!H", frame.payload[:2])
        return code, frame.payload[2:].decode()

    async def ask(self, data: bytes) -> Answer:
        """Send a request and return the answer to it."""
        self.write(data)
        return await self.answer()

    async def answer(self) -> Answer:
        """Return an HTTP response."""
        head = await self._reader.readuntil(b"\r\n\r\n")
        status_line, *lines = head.decode("latin-1").split("\r\n")[:-2]
        answer = Answer(int(status_line.split()[1]), [_split(line) for line in lines])
        if "content-length" not in answer:
            return answer
        body = await self._reader.readexactly(int(answer["content-length"]))
        return Answer(answer.status, answer.lines, body)

    async def asked(self) -> bytes:
        """Return a request without a body."""
        return await self._reader.readuntil(b"\r\n\r\n")

    async def some(self) -> bytes:
        """Return some bytes, as they come."""
        return await self._reader.read(2**16)

    async def rest(self) -> bytes:
        """Return all that comes before the other side closes the connection."""
        try:
            return await self._reader.read()
        except ConnectionError:
            return b""

    def vanish(self) -> None:
        """Close the connection without a word."""
        self._writer.close()

    def reset(self) -> None:
        """Close the connection in a way that the other side notices at once."""
        raw = self._writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()


def _split(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.lower(), value.strip()


@asynccontextmanager
async def dialled(
    address: Address, *, ssl: SSLContext | None = None
) -> AsyncGenerator[Wire, None]:
    """Open a TCP connection, as a client."""
    reader, writer = await asyncio.open_connection(*address, ssl=ssl)
    try:
        yield Wire(reader, writer, masks=True)
    finally:
        writer.transport.abort()


@asynccontextmanager
async def opened(
    address: Address, *lines: str, target: str = "/ocpp/CP001"
) -> AsyncGenerator[Wire, None]:
    """Open a WebSocket, as a client."""
    async with dialled(address) as wire:
        answer = await wire.ask(request(target, *lines))
        assert answer.status == 101
        assert answer["sec-websocket-accept"] == ACCEPT
        yield wire


@asynccontextmanager
async def answering(
    answer: Callable[[bytes], bytes],
) -> AsyncGenerator[tuple[Address, asyncio.Queue[Wire]], None]:
    """Answer requests, as a server; those who have asked come through the queue."""
    wires: asyncio.Queue[Wire] = asyncio.Queue()
    writers: list[asyncio.StreamWriter] = []

    async def accept(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        writers.append(writer)
        wire = Wire(reader, writer, masks=False)
        wire.write(answer(await wire.asked()))
        wires.put_nowait(wire)

    server = await asyncio.start_server(accept, HOST, 0)
    try:
        yield server.sockets[0].getsockname(), wires
    finally:
        server.close()
        for writer in writers:
            writer.transport.abort()
        await server.wait_closed()


@asynccontextmanager
async def silent() -> AsyncGenerator[tuple[Address, asyncio.Event], None]:
    """Say nothing, as a server; the event tells that who has come is gone."""
    gone = asyncio.Event()

    async def say_nothing(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await reader.read()
        writer.close()
        gone.set()

    async with await asyncio.start_server(say_nothing, HOST, 0) as server:
        yield server.sockets[0].getsockname(), gone


def accepted(asked: bytes, *lines: str) -> bytes:
    """Return the answer that opens a WebSocket (§4.2.2), with further lines."""
    headers = dict(_split(line) for line in asked.decode().split("\r\n")[1:-2])
    guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    digest = hashlib.sha1(f"{headers['sec-websocket-key']}{guid}".encode()).digest()
    return answered(
        "101 Switching Protocols",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Accept: {base64.b64encode(digest).decode()}",
        f"Sec-WebSocket-Protocol: {SUBPROTOCOL}",
        *lines,
    )


def answered(status: str, *lines: str) -> bytes:
    """Return a response without a body."""
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode()


def fill(transport: Transport) -> tuple[int, Awaitable[None]]:
    """Write until there is no room; return how many messages, and what waits."""
    direct = cast(DirectTransport, transport)
    written = 1
    while (room := direct.write("x" * 2**16)) is None:
        written += 1
    return written, room


@asynccontextmanager
async def facing(
    adapter: Adapter, side: Side, settings: WebSocketSettings = PLAIN, *lines: str
) -> AsyncGenerator[tuple[Transport, Wire], None]:
    """Open a transport, of one side, with a wire at its other end.

    Args:
        adapter: The adapter of the transport.
        side: Its side.
        settings: Its settings.
        lines: Further header lines of the handshake, from the wire.
    """
    if side == "client":
        async with answering(lambda asked: accepted(asked, *lines)) as listening:
            address, wires = listening
            transport = await adapter.dial(address, settings)
            yield transport, await wires.get()
            transport.abort()
    else:
        doors = Doors()
        async with (
            adapter.let_in(doors, settings) as address,
            opened(address, *lines) as wire,
        ):
            yield await doors.opened.get(), wire
