"""Stations that do as they are told: cheap ones, for what is measured.

    python benchmarks/fleet_stations.py FIRST STATIONS PORT ...

They connect to the ports in blocks: the first ones to the first port, and so on. The
program says when all are open, and how many were closed since.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

from picows import WSFrame, WSListener, WSMsgType, WSTransport

from benchmarks.fleet_node import name_of
from benchmarks.load import CONNECTIONS_OF_AN_ADDRESS
from benchmarks.processes import raise_limits, say

picows: Any = import_module("picows")

__all__ = ["Obedient"]


class Obedient(WSListener):
    """A station that accepts whatever it is asked.

    Attributes:
        ended: When its connection ended, by `time.perf_counter`; None: it has not.
        code: The close code that it was given; None: none.
    """

    def __init__(self, lost: Callable[[], object]) -> None:
        self._lost = lost
        self.ended: float | None = None
        self.code: int | None = None
        self.transport: WSTransport | None = None

    @classmethod
    async def connect(
        cls, port: int, number: int, lost: Callable[[], object]
    ) -> Obedient:
        """Connect to a server on this machine."""
        _, station = await picows.ws_connect(
            lambda: cls(lost),
            f"ws://127.0.0.1:{port}/ocpp/{name_of(number)}",
            extra_headers={"Sec-WebSocket-Protocol": "ocpp1.6"},
            websocket_handshake_timeout=60,
            read_buffer_init_size=1024,
            local_addr=(f"127.0.0.{1 + number // CONNECTIONS_OF_AN_ADDRESS}", 0),
        )
        assert isinstance(station, cls)
        return station

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Be open."""
        self.transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Accept a call; close if told to."""
        if frame.msg_type == WSMsgType.TEXT:
            call: Any = json.loads(frame.get_payload_as_bytes())
            answer = json.dumps([3, call[1], {"status": "Accepted"}])
            transport.send(WSMsgType.TEXT, answer.encode())
        elif frame.msg_type == WSMsgType.CLOSE:
            code: Any = frame.get_close_code()
            self.code = int(code)
            transport.disconnect()

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """Be closed."""
        self.ended = time.perf_counter()
        self._lost()


async def main(first: int, stations: int, *ports: int) -> None:
    """Connect all, and stay."""
    raise_limits()
    gate = asyncio.Semaphore(50)
    block = -(-stations // len(ports))

    async def connect(number: int) -> Obedient:
        async with gate:
            port = ports[number // block]
            return await Obedient.connect(port, first + number, lambda: say(lost=1))

    begin = time.perf_counter()
    kept = await asyncio.gather(*map(connect, range(stations)))
    say(open=len(kept), seconds=time.perf_counter() - begin)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*map(int, sys.argv[1:])))
