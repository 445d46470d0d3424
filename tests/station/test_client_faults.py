"""A station in front of servers that misbehave for an hour, by a clock to turn."""

from __future__ import annotations

import asyncio
import gc
import json
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any, Final

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    CallTimeout,
    ConnectionClosed,
    HandshakeFailed,
    InvalidResponse,
    Settings,
    Station,
    WebSocketSettings,
    connect,
)
from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.memory import MemoryTransport, memory_pair
from tests.support.network import STEADY, Network

Behaviour = Callable[[MemoryTransport, str], Awaitable[None]]
"""What a server does about a call that has the id."""

ANSWERED: Final = "answered"
TIMED_OUT: Final = (CallTimeout, True)
WAITED_IN_VAIN: Final = (CallTimeout, False)
LOST: Final = (ConnectionClosed, True)


class Bad(Network):
    """A network with a server that does the same about each call.

    Attributes:
        behaviour: What it does; None: it does not even complete the handshake.
        deaf: Whether it answers no pings either.
        received: The number in each call that has come.
    """

    def __init__(self, behaviour: Behaviour | None, *, deaf: bool = False) -> None:
        super().__init__()
        self.settings = Settings(clock=self.clock, call_timeout=30)
        self.behaviour = behaviour
        self.deaf = deaf
        self.received: list[int] = []
        self.serving: asyncio.Task[None] | None = None

    async def dial(self, *args: Any, **_: Any) -> tuple[MemoryTransport, str | None]:
        (url,) = args
        self.attempts.append((self.clock.time(), url))
        if self.behaviour is None:
            over = asyncio.Event()
            timer = self.clock.call_at(self.clock.time() + 10, over.set)
            try:
                await over.wait()
            finally:
                timer.cancel()
            raise HandshakeFailed(url, "timed out")
        ours, theirs = memory_pair()
        if self.deaf:
            ours.ping = asyncio.Event().wait  # type: ignore[method-assign]
        self.serving = asyncio.create_task(self._serve(theirs, self.behaviour))
        return ours, "ocpp1.6"

    async def _serve(self, transport: MemoryTransport, behaviour: Behaviour) -> None:
        try:
            while True:
                _, message_id, _, payload = json.loads(await transport.recv())
                self.received.append(int(payload["data"]))
                await behaviour(transport, message_id)
        except TransportClosed:
            pass


async def say_nothing(_: MemoryTransport, __: str) -> None:
    pass


async def die(transport: MemoryTransport, _: str) -> None:
    transport.abort()


async def die_in_a_reply(transport: MemoryTransport, message_id: str) -> None:
    await transport.send(reply(message_id)[:-5])  # what came is no frame
    await transport.close(1011, "")


async def close(transport: MemoryTransport, message_id: str) -> None:
    await transport.send(reply(message_id))
    await transport.close(1000, "")


def reply(message_id: str) -> str:
    return json.dumps([3, message_id, {"status": "Accepted"}])


class Caller:
    """Calls all the time, and counts what comes of it."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self.outcomes: Counter[object] = Counter()

    async def run(self) -> None:
        for number in count():
            request = v16.DataTransferRequest(vendor_id="x", data=str(number))
            try:
                await self.station.call(request, total_timeout=60)
            except (CallTimeout, ConnectionClosed) as error:
                self.outcomes[type(error), error.sent] += 1
            except InvalidResponse:
                self.outcomes[InvalidResponse] += 1
            else:
                self.outcomes[ANSWERED] += 1


@asynccontextmanager
async def calling(network: Bad) -> AsyncGenerator[Caller, None]:
    connecting = connect(
        "ws://a",
        "CP001",
        versions=["1.6"],
        transport=network,
        settings=network.settings,
        websocket=WebSocketSettings(ping_interval=20, ping_timeout=20),
        back_off=STEADY,
    )
    async with Station(connecting) as station:
        caller = Caller(station)
        running = asyncio.create_task(caller.run())
        try:
            yield caller
            assert not running.done()  # no error is of another type
        finally:
            running.cancel()
            await asyncio.wait([running])


def present() -> tuple[int, int]:
    """Return how many tasks and how many objects there are."""
    gc.collect()
    return len(asyncio.all_tasks()), len(gc.get_objects())


@pytest.mark.parametrize(
    ("network", "outcomes", "connections"),
    [
        pytest.param(lambda: Bad(say_nothing), {TIMED_OUT: 120}, 1, id="silent"),
        pytest.param(
            lambda: Bad(say_nothing, deaf=True),
            {TIMED_OUT: 72, LOST: 72},
            73,
            id="silent and deaf",
        ),
        pytest.param(
            lambda: Bad(None), {WAITED_IN_VAIN: 60}, 74, id="without a handshake"
        ),
        pytest.param(lambda: Bad(close), {ANSWERED: 361}, 361, id="closes each time"),
        pytest.param(lambda: Bad(die), {LOST: 361}, 361, id="dies each time"),
        pytest.param(
            lambda: Bad(die_in_a_reply),
            {InvalidResponse: 361},
            361,
            id="dies in a reply",
        ),
    ],
)
async def test_an_hour_with_a_bad_server(
    network: Callable[[], Bad], outcomes: dict[object, int], connections: int
) -> None:
    bad = network()
    async with calling(bad) as caller:
        await bad.pass_time(600)
        tasks, objects = present()
        await bad.pass_time(3000)
        now = present()
        assert now[0] <= tasks
        assert now[1] < objects + 200
        assert dict(caller.outcomes) == outcomes
        assert len(bad.attempts) == connections
        assert bad.received == sorted(set(bad.received))  # each once, in order


async def test_the_hour_ends_well() -> None:
    bad = Bad(die)
    async with calling(bad) as caller:
        await bad.pass_time(60)
        assert caller.outcomes[ANSWERED] == 0
        bad.behaviour = close
        await bad.pass_time(15)
        assert caller.outcomes[ANSWERED] > 0
