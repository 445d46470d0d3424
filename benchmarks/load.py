"""Cheap stations that call, and check each answer."""

from __future__ import annotations

import asyncio
import json
import ssl
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from picows import WSFrame, WSListener, WSMsgType, WSTransport

from benchmarks.messages import Call

# The types of `ws_connect` are not complete: what comes from here is Any.
picows: Any = import_module("picows")

__all__ = ["Link", "LoadFailed", "Station", "connect_all"]

CONNECTIONS_OF_AN_ADDRESS = 20_000
"""Fewer than there are ephemeral ports."""


class LoadFailed(Exception):
    """A server has not answered as it should; what is measured would mean nothing."""


@dataclass(frozen=True)
class Link:
    """What carries the WebSocket of a station.

    Attributes:
        compression: Whether to offer permessage-deflate.
        tls: For TLS; None: there is none.
    """

    compression: bool = False
    tls: ssl.SSLContext | None = None


PLAIN = Link()


class Station(WSListener):
    """A station with one call at most under way.

    Attributes:
        answered: How many of its calls were answered.
        waiting: Whether a call is under way.
        failure: What went wrong; None if nothing did.
    """

    answered: int
    waiting: bool
    failure: str | None

    def __init__(
        self, calls: Sequence[Call], then: Callable[[Station], object]
    ) -> None:
        self._calls = [(call.frame(), call.answer) for call in calls]
        self._then = then
        self._inflate = zlib.decompressobj(wbits=-15)
        self.answered = 0
        self.waiting = False
        self.failure = None

    @classmethod
    async def connect(
        cls,
        port: int,
        number: int,
        calls: Sequence[Call],
        then: Callable[[Station], object],
        *,
        link: Link = PLAIN,
    ) -> Station:
        """Connect to a server on this machine.

        Args:
            port: Where it listens.
            number: Which station this is.
            calls: What it calls, again and again.
            then: Called when a call is answered, or fails.
            link: What carries the WebSocket.
        """
        headers = {"Sec-WebSocket-Protocol": f"ocpp{calls[0].version}"}
        if link.compression:
            headers["Sec-WebSocket-Extensions"] = "permessage-deflate"
        _, station = await picows.ws_connect(
            lambda: cls(calls, then),
            f"{'wss' if link.tls else 'ws'}://127.0.0.1:{port}/ocpp/CP{number:06}",
            ssl_context=link.tls,
            extra_headers=headers,
            websocket_handshake_timeout=60,
            read_buffer_init_size=1024,
            local_addr=(f"127.0.0.{1 + number // CONNECTIONS_OF_AN_ADDRESS}", 0),
        )
        assert isinstance(station, cls)
        return station

    def call(self) -> None:
        """Make the next call."""
        if self.waiting:
            self._fail("a call would be the second one under way")
            return
        frame, self._answer = self._calls[self.answered % len(self._calls)]
        self.waiting = True
        self._transport.send(WSMsgType.TEXT, (frame % self.answered).encode())

    def disconnect(self) -> None:
        """Cut the connection."""
        self._then = _nothing
        self._transport.disconnect()

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Be open."""
        self._transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Take an answer."""
        if frame.msg_type != WSMsgType.TEXT:
            return
        text = frame.get_payload_as_bytes()
        if frame.rsv1:  # RFC 7692 §7.2.2
            text = self._inflate.decompress(text + b"\x00\x00\xff\xff")
        answer: Any = json.loads(text)
        if not self.waiting:
            self._fail(f"an answer too many: {text!r}")
        elif answer[:2] != [3, str(self.answered)] or answer[2].keys() != self._answer:
            self._fail(f"another answer to call {self.answered}: {text!r}")
        else:
            self.waiting = False
            self.answered += 1
            self._then(self)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """Be closed."""
        self._fail("the connection is closed")

    def _fail(self, failure: str) -> None:
        self.failure = self.failure or failure
        self._then(self)


def _nothing(_: Station) -> None:
    """Nobody is interested any more."""


async def connect_all(
    port: int,
    calls: Sequence[Sequence[Call]],
    then: Callable[[Station], object],
    *,
    link: Link = PLAIN,
) -> list[Station]:
    """Connect a station for each list of calls, some of them at a time."""
    gate = asyncio.Semaphore(50)

    async def connect(number: int, those: Sequence[Call]) -> Station:
        async with gate:
            return await Station.connect(port, number, those, then, link=link)

    return [
        *await asyncio.gather(*(connect(*each) for each in enumerate(calls))),
    ]
