"""Processes that a test may kill: a relay, a back office, a charger.

Each is forked from one process that has imported everything, since an interpreter that
starts takes most of a second. A process has a socket to its test: it says what happens
to it, sends what it is told, and ends with the test.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias

from ocpp_messages import load
from ocpp_rpc import BackOff
from ocpp_rpc.relay import Relay, RelaySettings
from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.libraries import library
from tests.relay.scene import UNPINGED, End, Office
from tests.relay.sockets import dial
from tests.support.served import HOST

__all__ = ["Nursery", "Process", "rules"]

ROOT: Final = Path(__file__).parents[2]

SOON: Final = BackOff(
    retry_back_off_wait_minimum=0.05,
    retry_back_off_random_range=0,
    retry_back_off_repeat_times=0,
)


def rules(hold: float = 0) -> RelaySettings:
    return RelaySettings(hold=hold, back_off=SOON)


# --- In the test ----------------------------------------------------------------------


class Process:
    """A process that was forked, and the one WebSocket that it has, if any.

    Attributes:
        port: Where it listens; 0: nowhere.
    """

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._pid = 0
        self.port = 0

    async def said(self, what: str) -> Any:
        line = json.loads(await self._reader.readline())
        assert [*line] == [what]
        return line[what]

    async def begin(self) -> None:
        self._pid = await self.said("pid")

    async def send(self, text: str) -> None:
        self._writer.write(f"{json.dumps(text)}\n".encode())

    async def recv(self) -> str:
        return str(await self.said("got"))

    async def kill(self) -> None:
        """Kill it, and wait until it is gone."""
        os.kill(self._pid, signal.SIGKILL)
        self._pid = 0
        assert await self._reader.read() == b""

    async def end(self) -> None:
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
        self._writer.close()
        await self._writer.wait_closed()


class Nursery:
    """The process from which others are forked."""

    def __init__(self) -> None:
        self._orders, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                (sys.executable, "-m", __name__, str(theirs.fileno())),
                pass_fds=[theirs.fileno()],
                cwd=ROOT,
            )

    @asynccontextmanager
    async def fork(self, role: str, **options: Any) -> AsyncGenerator[Process, None]:
        """Yield a process with a role, once it has begun; the end kills it."""
        ours, theirs = socket.socketpair()
        order = json.dumps([role, options]).encode()
        with theirs:
            socket.send_fds(self._orders, [order], [theirs.fileno()])
        process = Process(*await asyncio.open_connection(sock=ours))
        try:
            await process.begin()
            yield process
        finally:
            await process.end()

    @asynccontextmanager
    async def listening(
        self, role: str, **options: Any
    ) -> AsyncGenerator[Process, None]:
        """Yield a process that listens."""
        async with self.fork(role, **options) as process:
            process.port = await process.said("port")
            yield process

    def close(self) -> None:
        self._orders.close()
        self._process.wait()


# --- In the process -------------------------------------------------------------------


class Control:
    """The test, as a process has it."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._reader = reader
        self._writer = writer

    def say(self, **what: Any) -> None:
        self._writer.write(f"{json.dumps(what)}\n".encode())

    async def obey(self, end: End | None) -> None:
        """Send what the test tells, until it is over."""
        while line := await self._reader.readline():
            assert end is not None
            await end.send(json.loads(line))

    async def use(self, end: End) -> None:
        """Let the test have an end of a WebSocket, until it is closed."""
        obeying = asyncio.create_task(self.obey(end))
        try:
            while True:
                self.say(got=await end.recv())
        except TransportClosed:
            obeying.cancel()


async def relay(
    control: Control, upstream: str, port: int = 0, hold: float = 0
) -> None:
    async with Relay(upstream, versions=["1.6"], relay=rules(hold)) as standing:
        await standing.listen(HOST, port)
        control.say(port=standing.port)
        await control.obey(None)


async def office(control: Control, port: int = 0, *, pauses: bool = False) -> None:
    standing, opener = Office(), library("websockets")
    standing.pause = asyncio.Event() if pauses else None
    listener = await opener.listen(standing, HOST, port, ssl=None, settings=UNPINGED)
    control.say(port=listener.address[1])
    await standing.asked.wait()
    control.say(asked=True)
    while True:
        await control.use(await standing.ends.get())


async def charger(control: Control, port: int) -> None:
    transport, _ = await dial(port)
    control.say(opened=True)
    await control.use(End(transport))


Role: TypeAlias = Callable[..., Coroutine[Any, Any, None]]

ROLES: Final[Mapping[str, Role]] = {
    "relay": relay,
    "office": office,
    "charger": charger,
}


async def live(order: bytes, descriptor: int) -> None:
    role, options = json.loads(order)
    with socket.socket(fileno=descriptor) as ours:
        control = Control(*await asyncio.open_connection(sock=ours))
        control.say(pid=os.getpid())
        await ROLES[role](control, **options)


def main(descriptor: int) -> None:
    load("1.6", prepare=True)
    library("websockets")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    with socket.socket(fileno=descriptor) as orders:
        while True:
            order, descriptors, *_ = socket.recv_fds(orders, 2**16, 1)
            if not order:
                return
            if os.fork() == 0:
                try:
                    orders.close()
                    asyncio.run(live(order, descriptors[0]))
                finally:
                    os._exit(0)
            os.close(descriptors[0])


if __name__ == "__main__":
    main(int(sys.argv[1]))
