"""The hostile ones of a soak.

    python benchmarks/soaking/hostile.py PORT COUNT SECONDS

Each does what no charger should, one thing after the other, for so many seconds: bytes
that are no handshake, handshakes that do not end, frames that are none, floods, and
silence. The program then tells how often it did what.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import random
import socket
import struct
import time
import zlib
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Final

import ocpp_messages
from benchmarks.processes import raise_limits, say
from benchmarks.soaking.messages import VERSIONS
from tests.protocol.fuzzing import Maker

__all__ = ["DEEDS"]

TEXT, BINARY, CLOSE, PING, PONG, CONTINUATION = 1, 2, 8, 9, 10, 0
LIMIT: Final = 12.0
"""Seconds that one deed may take; whoever is let hang longer is not cut, but goes."""
PAUSE: Final = 2.0
"""Seconds between the deeds of one of them, at most."""
MEBI: Final = 2**20

HEARTBEAT: Final = b'[2,"%d","Heartbeat",{}]'
DEFLATE: Final = "Sec-WebSocket-Extensions: permessage-deflate"
HELLO: Final = bytes.fromhex(
    "16030100c8010000c40303" + "00" * 32 + "0000041301130201000097" + "00" * 151
)
"""How TLS begins: a record with a ClientHello."""


def framed(
    opcode: int, payload: bytes, *, fin: bool = True, rsv: int = 0, masked: bool = True
) -> bytes:
    """Return a frame (RFC 6455 §5.2); the mask is of zeros."""
    first, mask, size = fin << 7 | rsv << 4 | opcode, masked << 7, len(payload)
    if size < 126:
        head = struct.pack("!BB", first, mask | size)
    elif size < 2**16:
        head = struct.pack("!BBH", first, mask | 126, size)
    else:
        head = struct.pack("!BBQ", first, mask | 127, size)
    return head + bytes(4 * masked) + payload


def deflated(payload: bytes) -> bytes:
    """Return the payload of a compressed message (RFC 7692 §7.2.1)."""
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = compressor.compress(payload) + compressor.flush(zlib.Z_SYNC_FLUSH)
    return data[:-4]


BOMB: Final = framed(
    TEXT, deflated(b'[2,"1","Heartbeat",{"a":"' + b" " * MEBI + b'"}]')[:], rsv=4
)
SMALLER_BOMB: Final = framed(
    TEXT,
    deflated(b'[2,"1","Heartbeat",{"a":"' + b" " * (MEBI - 100) + b'"}]'),
    rsv=4,
)


class Hostile:
    """One connection of one of them.

    Attributes:
        random: Where chance comes from.
        identity: What it calls itself.
        port: Where the server listens.
    """

    def __init__(self, port: int, number: int) -> None:
        self.random = random.Random(-1 - number)
        self.identity = f"H{number}"
        self.port = port
        self._socket: socket.socket | None = None
        self._loop = asyncio.get_running_loop()

    async def dial(self, *, narrow: bool = False) -> None:
        """Open a TCP connection, perhaps with little room for what comes back."""
        made = self._socket = socket.socket()
        made.setblocking(False)
        if narrow:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        await self._loop.sock_connect(made, ("127.0.0.1", self.port))

    async def send(self, data: bytes) -> None:
        """Send bytes."""
        assert self._socket is not None
        await self._loop.sock_sendall(self._socket, data)

    async def read(self) -> bytes:
        """Return what comes next; nothing at the end."""
        assert self._socket is not None
        return await self._loop.sock_recv(self._socket, 2**16)

    async def read_on(self) -> None:
        """Read until the end."""
        while await self.read():
            pass

    async def read_for(self, seconds: float) -> None:
        """Read for a while."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.read_on()

    def shut(self) -> None:
        """Send nothing more."""
        assert self._socket is not None
        self._socket.shutdown(socket.SHUT_WR)

    def close(self, *, reset: bool = False) -> None:
        """Close the connection, perhaps with RST."""
        if self._socket is None:
            return
        if reset:
            linger = struct.pack("ii", 1, 0)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._socket.close()
        self._socket = None

    def request(self, *lines: str, **other: str) -> bytes:
        """Return an opening handshake, with further lines, or others."""
        key = base64.b64encode(self.random.randbytes(16)).decode()
        usual = {
            "Host": "localhost",
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": key,
            "Sec-WebSocket-Protocol": "ocpp1.6",
        }
        named = usual | {name.replace("_", "-"): value for name, value in other.items()}
        text = [f"{name}: {value}" for name, value in named.items() if value]
        start = f"GET /ocpp/{self.identity} HTTP/1.1"
        return "\r\n".join([start, *text, *lines, "", ""]).encode()

    async def open(self, *lines: str, narrow: bool = False, **other: str) -> None:
        """Open a WebSocket, and read what answers the handshake.

        Raises:
            ConnectionError: The server does not want it.
        """
        await self.dial(narrow=narrow)
        await self.send(self.request(*lines, **other))
        answer = b""
        while b"\r\n\r\n" not in answer:
            if not (data := await self.read()):
                raise ConnectionError("the server does not want it")
            answer += data


# --- What is no handshake -------------------------------------------------------------


async def garbage(peer: Hostile) -> None:
    """Send random bytes."""
    await peer.dial()
    await peer.send(peer.random.randbytes(peer.random.choice((1, 100, 10_000))))
    await peer.read_for(3)


async def tls(peer: Hostile) -> None:
    """Begin TLS at a port that has none."""
    await peer.dial()
    await peer.send(HELLO)
    await peer.read_for(3)


async def half_a_handshake(peer: Hostile) -> None:
    """Send a part of a handshake, and then nothing, or end."""
    await peer.dial()
    request = peer.request()
    await peer.send(request[: peer.random.randrange(len(request))])
    match peer.random.randrange(3):
        case 0:
            await peer.read_for(10)
        case 1:
            peer.shut()
            await peer.read_for(3)
        case _:
            peer.close(reset=True)


async def slow_loris(peer: Hostile) -> None:
    """Send a handshake one byte at a time."""
    await peer.dial()
    for byte in peer.request():
        await peer.send(bytes([byte]))
        await asyncio.sleep(0.05)
    await peer.read_for(1)


async def bad_handshake(peer: Hostile) -> None:
    """Send a handshake with something wrong in it."""
    await peer.dial()
    await peer.send(
        peer.random.choice(
            (
                peer.request(Upgrade=""),
                peer.request(Connection=""),
                peer.request(Sec_WebSocket_Version="8"),
                peer.request(Sec_WebSocket_Key="short"),
                peer.request(Sec_WebSocket_Protocol="ocpp9.9"),
                peer.request(Host=""),
                peer.request(X="y" * 9 * 1024),
                peer.request(*(f"X-{n}: y" for n in range(200))),
                peer.request("no colon"),
                peer.request().replace(b"GET", b"POST"),
                peer.request().replace(b"1.1", b"1.0"),
                peer.request().replace(b"/ocpp/H", b"/ocpp/%zz"),
                peer.request("Content-Length: 10") + b"0123456789",
            )
        )
    )
    await peer.read_for(2)


async def somebody_else(peer: Hostile) -> None:
    """Say that it is a good charger, without its password."""
    peer.identity = f"CP{peer.random.randrange(100):04}"
    await peer.dial()
    await peer.send(peer.request())
    await peer.read_for(1)


async def gone_while_it_is_decided(peer: Hostile) -> None:
    """Send a handshake, and go."""
    await peer.dial()
    await peer.send(peer.request())
    await asyncio.sleep(peer.random.random() * 0.02)
    peer.close(reset=peer.random.random() < 0.5)


# --- What are no frames, and no messages ----------------------------------------------


async def near_messages(peer: Hostile) -> None:
    """Send messages that are nearly right, and read the answers."""
    await peer.open()
    version = peer.random.choice(VERSIONS)
    office = ocpp_messages.load(version).BACK_OFFICE
    maker = Maker(peer.random, version, office)
    for _ in range(100):
        text = maker.case().text
        await peer.send(framed(TEXT, text.encode("utf-8", "surrogatepass")))
        await asyncio.sleep(0)
    await peer.read_for(1)


async def bad_frames(peer: Hostile) -> None:
    """Send a frame that breaks a rule of WebSocket."""
    await peer.open()
    heartbeat = HEARTBEAT % 1
    await peer.send(
        peer.random.choice(
            (
                framed(TEXT, heartbeat, masked=False),
                framed(TEXT, heartbeat, rsv=1),
                framed(TEXT, heartbeat, rsv=2),
                framed(TEXT, heartbeat, rsv=4),
                framed(3, heartbeat),
                framed(11, heartbeat),
                framed(CONTINUATION, heartbeat),
                framed(TEXT, heartbeat, fin=False) + framed(TEXT, heartbeat),
                framed(TEXT, b"\xff\xfe"),
                framed(TEXT, b"\xed\xa0\x80"),
                framed(BINARY, heartbeat),
                framed(PING, b"x" * 126),
                framed(PING, b"x", fin=False),
                framed(PONG, b"nobody asked"),
                framed(CLOSE, b"\x03"),
                framed(CLOSE, struct.pack("!H", 1005)),
                framed(CLOSE, struct.pack("!H", 1000) + b"\xff"),
                framed(CLOSE, struct.pack("!H", 4999) + b"x" * 124),
                framed(CLOSE, b"") + framed(TEXT, heartbeat) * 10,
                b"\x81\xff" + b"\xff" * 8 + bytes(4),
                b"\x81\xff" + struct.pack("!Q", 2**62) + bytes(4) + b"x" * 1000,
            )
        )
    )
    await peer.read_for(2)


async def deep_nesting(peer: Hostile) -> None:
    """Send arrays in arrays in arrays."""
    await peer.open()
    for text in (b"[" * 100_000, b'[2,"1","Heartbeat",' + b'{"a":' * 50_000, b"]" * 9):
        await peer.send(framed(TEXT, text))
    await peer.read_for(2)


async def oversized(peer: Hostile) -> None:
    """Send a message that is too long, at once or in pieces."""
    await peer.open()
    piece = b"x" * MEBI
    if peer.random.random() < 0.5:
        await peer.send(framed(TEXT, piece + piece))
    else:
        await peer.send(framed(TEXT, piece[:1000], fin=False))
        for _ in range(2000):
            await peer.send(framed(CONTINUATION, piece[:1000], fin=False))
    await peer.read_for(2)


async def tiny_pieces(peer: Hostile) -> None:
    """Send a message in pieces of nothing."""
    await peer.open()
    await peer.send(framed(TEXT, b"[", fin=False))
    await peer.send(framed(CONTINUATION, b"", fin=False) * 20_000)
    await peer.read_for(2)


async def reset_in_a_frame(peer: Hostile) -> None:
    """Send half a frame, and go."""
    await peer.open()
    frame = framed(TEXT, HEARTBEAT % 1 + b" " * 1000)
    await peer.send(frame + frame[: peer.random.randrange(1, len(frame))])
    peer.close(reset=True)


async def half_close(peer: Hostile) -> None:
    """Call, and say that nothing more will come."""
    await peer.open()
    await peer.send(framed(TEXT, HEARTBEAT % 1))
    peer.shut()
    await peer.read_for(5)


# --- Floods, and silence --------------------------------------------------------------


async def bombs(peer: Hostile) -> None:
    """Send messages that inflate a thousandfold, in one piece with the handshake."""
    await peer.dial()
    bomb = peer.random.choice((BOMB, SMALLER_BOMB))
    await peer.send(peer.request(DEFLATE) + bomb * 100)
    await peer.read_for(5)


async def bombs_later(peer: Hostile) -> None:
    """Send messages that inflate a thousandfold."""
    await peer.open(DEFLATE)
    await peer.send(peer.random.choice((BOMB, SMALLER_BOMB)) * 100)
    await peer.read_for(5)


async def pings(peer: Hostile) -> None:
    """Send thousands of pings, and go or read on."""
    await peer.open()
    await peer.send(framed(PING, b"x" * 100) * 2000)
    if peer.random.random() < 0.5:
        peer.close(reset=True)
    else:
        await peer.read_for(2)


async def calls(peer: Hostile) -> None:
    """Send thousands of calls, and go or read on."""
    await peer.open()
    await peer.send(b"".join(framed(TEXT, HEARTBEAT % n) for n in range(2000)))
    if peer.random.random() < 0.5:
        peer.close(reset=True)
    else:
        await peer.read_for(2)


async def calls_that_block(peer: Hostile) -> None:
    """Send calls whose handler needs a thread."""
    await peer.open()
    text = (
        b'[2,"%d","StatusNotification",'
        b'{"connectorId":1,"errorCode":"NoError","status":"Available"}]'
    )
    await peer.send(b"".join(framed(TEXT, text % n) for n in range(200)))
    await peer.read_for(2)


async def never_reading(peer: Hostile) -> None:
    """Call all the time, and read no answer."""
    await peer.open(narrow=True)
    calls = b"".join(framed(TEXT, HEARTBEAT % n) for n in range(500))
    while True:
        await peer.send(calls)
        await asyncio.sleep(0.01)


async def pings_never_reading(peer: Hostile) -> None:
    """Ping all the time, and read no pong."""
    await peer.open(narrow=True)
    while True:
        await peer.send(framed(PING, b"x" * 125) * 500)
        await asyncio.sleep(0.01)


async def silence(peer: Hostile) -> None:
    """Connect, and answer nothing, no ping either."""
    await peer.open()
    await peer.read_for(LIMIT)


async def twice(peer: Hostile) -> None:
    """Connect again and again with one identity, and leave the old ones open."""
    peer.identity = "HTWICE"
    others = [Hostile(peer.port, number) for number in range(5)]
    try:
        for other in others:
            other.identity = peer.identity
            await other.open()
            await asyncio.sleep(peer.random.random() * 0.1)
        await asyncio.sleep(1)
    finally:
        for other in others:
            other.close(reset=peer.random.random() < 0.5)


DEEDS: Final[Mapping[str, Callable[[Hostile], Awaitable[None]]]] = {
    each.__name__: each
    for each in (
        garbage,
        tls,
        half_a_handshake,
        slow_loris,
        bad_handshake,
        somebody_else,
        gone_while_it_is_decided,
        near_messages,
        bad_frames,
        deep_nesting,
        oversized,
        tiny_pieces,
        reset_in_a_frame,
        half_close,
        bombs,
        bombs_later,
        pings,
        calls,
        calls_that_block,
        never_reading,
        pings_never_reading,
        silence,
        twice,
    )
}


async def be_hostile(
    number: int, told: argparse.Namespace, end: float, done: Counter[str]
) -> None:
    """Do one thing after the other, until the end."""
    chance = random.Random(number)
    order = [name for name in DEEDS if not told.deeds or name in told.deeds]
    while time.monotonic() < end:
        chance.shuffle(order)
        for name in order:
            if time.monotonic() > end:
                return
            peer = Hostile(told.port, number)
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(min(LIMIT, max(1, end - time.monotonic()))):
                    await DEEDS[name](peer)
            peer.close()
            done[name] += 1
            await asyncio.sleep(chance.random() * PAUSE)


async def main(told: argparse.Namespace) -> None:
    """Be all of them, and tell what they did."""
    raise_limits()
    done: Counter[str] = Counter()
    end = time.monotonic() + told.seconds
    async with asyncio.TaskGroup() as group:
        for number in range(told.count):
            group.create_task(be_hostile(number, told, end, done))
    say(ended={"deeds": done})


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--deeds", nargs="*", choices=DEEDS, help="only these")
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main(arguments()))
