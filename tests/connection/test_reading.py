"""The turns of reading: which task reads, and until when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc.connection.reading import Reader
from ocpp_rpc.protocol.events import Event, FrameReceived
from ocpp_rpc.transports import TransportClosed
from tests.support.scripted import Gate, spin

from .parts import Wire, ground

HandOver = Callable[[], None]


class Accepting:
    """A session that accepts every message, unless it starts with `no`."""

    package = v16

    def __init__(self) -> None:
        self.closed: object = None
        self.has_news = False
        self.received: list[str | bytes] = []

    def receive(self, message: str | bytes, _now: float) -> object:
        self.received.append(message)
        return None if str(message).startswith("no") else message


class World:
    """A reader, and what is around it."""

    def __init__(self) -> None:
        self.session = Accepting()
        self.wire = Wire()
        self.handled: list[object] = []
        self.events: list[Event] = []
        self.ended: list[tuple[int, str]] = []
        self.room: Awaitable[None] | None = None
        self.handle: Callable[[object, HandOver], Awaitable[None] | None] = self.note
        self.ground = ground(
            session=self.session, transport=self.wire, observe=self.events.append
        )
        closing: Any = SimpleNamespace(finish=self.note_end)
        writer: Any = SimpleNamespace(flush=lambda: self.room)
        handling: Any = self
        self.reader = Reader(self.ground, writer, handling, closing)
        self.reader.start()

    def note(self, incoming: object, _hand_over: HandOver) -> None:
        self.handled.append(incoming)

    def note_end(self, code: int, reason: str) -> None:
        self.ended.append((code, reason))

    def waits_at(self, gate: Gate) -> None:
        """Have a handler that waits."""

        async def wait(incoming: object, hand_over: HandOver) -> None:
            hand_over()
            await gate.pass_through()
            hand_over()  # as what comes after a reply does
            self.handled.append(incoming)

        self.handle = wait


@pytest.fixture
async def world() -> AsyncGenerator[World]:
    world = World()
    yield world
    world.wire.end()
    await spin(5)


async def test_messages_are_handled_in_order_by_one_task(world: World) -> None:
    before = len(asyncio.all_tasks())
    world.wire.arrive("1", "no 2", "3")
    await spin(3)
    assert world.session.received == ["1", "no 2", "3"]
    assert world.handled == ["1", "3"]
    assert world.events == [FrameReceived(text) for text in ("1", "no 2", "3")]
    assert len(asyncio.all_tasks()) == before
    assert world.ground.tasks.handlers == set()


async def test_another_task_reads_while_a_handler_waits(world: World) -> None:
    gate = Gate()
    world.waits_at(gate)
    world.wire.arrive("1")
    await spin(3)
    assert (world.wire.readers, len(world.ground.tasks.handlers)) == (1, 1)
    world.handle = world.note
    world.wire.arrive("2")
    await spin(3)
    assert world.handled == ["2"]
    gate.opened.set()
    await spin(3)
    assert world.handled == ["2", "1"]
    assert (world.wire.readers, len(world.ground.tasks.handlers)) == (1, 0)


async def test_nothing_is_read_while_the_transport_has_no_room(world: World) -> None:
    room = asyncio.get_running_loop().create_future()
    world.room, world.session.has_news = room, True
    world.wire.arrive("1", "2")
    await spin(3)
    assert (world.session.received, world.handled) == (["1"], [])
    world.room = None
    room.set_result(None)
    await spin(3)
    assert world.handled == ["1", "2"]


async def test_nothing_is_read_while_an_answer_has_no_room(world: World) -> None:
    gate = Gate()

    def answer(_incoming: object, _hand_over: HandOver) -> Awaitable[None]:
        return gate.pass_through()

    world.handle = answer
    world.wire.arrive("1", "2")
    await spin(3)
    assert world.session.received == ["1"]
    assert world.ground.tasks.handlers == set()
    gate.opened.set()
    await spin(3)
    assert world.session.received == ["1", "2"]


async def test_a_connection_that_is_closed_meanwhile(world: World) -> None:
    world.session.has_news = True
    room = asyncio.get_running_loop().create_future()
    world.room = room
    world.wire.arrive("1", "2")
    await spin(3)
    world.session.closed = "closed"
    room.set_result(None)
    await spin(3)
    assert (world.session.received, world.handled) == (["1"], [])
    assert world.events == [FrameReceived("1")]
    assert world.ended == [(1006, "")]


@pytest.mark.parametrize("waits", [False, True])
async def test_the_end_is_told_once(world: World, waits: bool) -> None:
    gate = Gate()
    if waits:
        world.waits_at(gate)
        world.wire.arrive("1")
        await spin(3)
    world.wire.end(TransportClosed(1001, "bye"))
    await spin(3)
    assert world.ended == [(1001, "bye")]
    gate.opened.set()
    await spin(3)
    assert world.ended == [(1001, "bye")]
    assert world.wire.log == []


async def test_a_transport_that_fails(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.wire.end(OSError("no route to host"))
    await spin(3)
    assert (world.ended, world.wire.log) == ([(1006, "")], ["aborted"])
    assert "'CP001': reading failed; the connection is aborted" in caplog.text
