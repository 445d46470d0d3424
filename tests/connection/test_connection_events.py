"""The events of a connection have a beginning and an end."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocpp_messages import Role, load, v16, v21
from ocpp_rpc import Connection, Handler, Limits, Router, Settings
from ocpp_rpc.protocol.events import Closed, Event, FrameReceived, Opened
from ocpp_rpc.testing import RawPeer, VirtualClock
from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.memory import Line, MemoryTransport
from tests.support.scripted import Seen, ask, back_office, spin, transfers

ASK: Final = v21.DataTransferRequest(vendor_id="Acme")
DONE: Final = v21.DataTransferResponse(status=v21.DataTransferStatusEnumType.ACCEPTED)

FRAMES: Final = (
    '[2,"1","DataTransfer",{"vendorId":"Acme"}]',
    '[2,"1","Nonsense",{}]',
    '[3,"a1",{"status":"Accepted"}]',
    '[3,"a2",{}]',
    '[4,"a1","GenericError","",{}]',
    '[4,"a1","GenericError"]',
    '[3,"a2",[]]',
    '[5,"1","GenericError","",{}]',
    '[6,"1","NotifyPeriodicEventStream",{}]',
    "nonsense",
)


class Keeping(MemoryTransport):
    """A transport that has messages left when it is aborted, as those of networks."""

    def lose(self) -> None:
        left = [*self._arrived]
        super().lose()
        self._arrived.extend(left)


@asynccontextmanager
async def kept(
    handler: Handler, version: str, role: Role, **options: Any
) -> AsyncGenerator[RawPeer, None]:
    """The text side of a connection over such a transport."""
    ours, theirs = Line(Keeping(), Keeping()).ends
    connection = Connection(
        theirs,
        load(version),
        role,
        handler,
        identity="CP001",
        settings=Settings(clock=VirtualClock(), **options),
    )
    connection.start()
    yield RawPeer(ours, connection)
    connection.abort()


def transport_of(one: Any) -> MemoryTransport:
    transport: MemoryTransport = one._transport
    return transport


@dataclass
class World:
    """A connection, and the text side of it."""

    peer: RawPeer
    connection: Connection
    tasks: list[asyncio.Task[Any]] = field(default_factory=list[asyncio.Task[Any]])

    def begin(self, coroutine: Any) -> None:
        self.tasks.append(asyncio.create_task(coroutine))


def change_limits(world: World) -> None:
    world.connection.limits = Limits(max_in_flight=2)


def fail(_: World) -> None:
    raise RuntimeError("on purpose")


ACTS: Final[Mapping[str, Callable[[World], object]]] = {
    "abort": lambda world: world.connection.abort(),
    "close": lambda world: world.begin(world.connection.close(1001, timeout=0)),
    "the peer aborts": lambda world: world.peer.abort(),
    "the peer closes": lambda world: world.begin(world.peer.close()),
    "call": lambda world: world.begin(world.connection.call(ASK)),
    "fail calls": lambda world: world.connection.fail_calls(1008, ""),
    "change limits": change_limits,
    "raise": fail,
}

MOMENTS: Final = st.dictionaries(
    st.integers(0, 25), st.sampled_from(sorted(ACTS)), max_size=4
)
"""What is done at which event, or by which handler."""


@given(
    frames=st.lists(st.sampled_from(FRAMES), min_size=1, max_size=8),
    at_events=MOMENTS,
    by_handlers=MOMENTS,
    waits=st.booleans(),
    calls=st.integers(0, 3),
    station=st.booleans(),
)
@settings(max_examples=300)
def test_closed_is_the_last_event(
    *,
    frames: list[str],
    at_events: Mapping[int, str],
    by_handlers: Mapping[int, str],
    waits: bool,
    calls: int,
    station: bool,
) -> None:
    events: list[Event] = []
    worlds: list[World] = []
    handled = Counter[str]()

    def act(what: str | None) -> None:
        if what is not None and worlds:
            ACTS[what](worlds[0])

    def observe(event: Event, _: Connection) -> None:
        events.append(event)
        act(at_events.get(len(events)))

    async def handler(_: Any) -> v21.DataTransferResponse:
        handled["calls"] += 1
        if waits:
            await asyncio.sleep(0)
        act(by_handlers.get(handled["calls"]))
        return DONE

    async def converse() -> None:
        ids = iter(f"a{number}" for number in range(1, 1000))
        routes = Router()
        routes.add(v21.DataTransferRequest, handler)
        role = v21.STATION if station else v21.BACK_OFFICE
        async with kept(
            routes, "2.1", role, observer=observe, new_id=lambda: next(ids)
        ) as peer:
            world = World(peer, peer.connection)
            worlds.append(world)
            for _ in range(calls):
                world.begin(world.connection.call(ASK))
            await spin(3)
            write = transport_of(peer).write
            with suppress(TransportClosed):
                for frame in frames:
                    write(frame)
            await spin(20)
            world.connection.abort()
            await spin(20)
        while any(not task.done() for task in world.tasks):
            await asyncio.wait(world.tasks)
        await asyncio.gather(*world.tasks, return_exceptions=True)

    asyncio.run(converse())
    assert isinstance(events[0], Opened)
    ends = [place for place, event in enumerate(events, 1) if isinstance(event, Closed)]
    assert ends == [len(events)]


@pytest.mark.parametrize("count", [1, 3])
async def test_nothing_is_read_once_a_handler_has_aborted(count: int) -> None:
    seen, called = Seen(), Counter[str]()

    def handler(_: Any, connection: Connection) -> Any:
        called["times"] += 1
        connection.abort()

    routes = transfers(handler)
    async with kept(routes, "1.6", v16.BACK_OFFICE, observer=seen) as peer:
        for number in range(count):
            await ask(peer, str(number))
        await peer.connection.wait_closed()
        await spin()
    assert isinstance(seen.events[-1], Closed)
    assert (len(seen.of(FrameReceived)), called["times"]) == (1, 1)


async def test_a_connection_that_was_aborted_does_not_open() -> None:
    seen = Seen()
    async with back_office(observer=seen) as peer:
        connection = peer.connection
        unstarted = Connection(
            transport_of(connection),
            v21,
            v21.STATION,
            settings=Settings(observer=seen, clock=VirtualClock()),
        )
        seen.events.clear()
        unstarted.abort()
        await unstarted.run()
        assert seen.events == [Closed(1006, "")]
