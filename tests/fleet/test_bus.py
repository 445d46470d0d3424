"""What a fleet needs of a bus: one suite for each kind."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import TypeAlias
from uuid import uuid4

import pytest

from ocpp_rpc import fleet
from ocpp_rpc.fleet.bus import Delivery, Durable, NobodyThere
from tests.fleet.world import soon

Opened: TypeAlias = Callable[[], Awaitable[fleet.Bus]]


@pytest.fixture
def subject() -> str:
    return f"test.{uuid4().hex}"


class Heard:
    """Takes what is sent, and answers."""

    def __init__(self, bus: fleet.Bus, answer: bytes | None = None) -> None:
        self.bus = bus
        self.answer = answer
        self.all: asyncio.Queue[Delivery] = asyncio.Queue()

    async def take(self, delivery: Delivery) -> None:
        self.all.put_nowait(delivery)
        if self.answer is not None:
            await self.bus.publish(delivery.reply, self.answer)

    async def next(self) -> bytes:
        async with asyncio.timeout(5):
            return (await self.all.get()).data


async def settled(bus: fleet.Bus, subject: str) -> None:
    """Return once everything that was done on a bus has taken effect."""
    with pytest.raises(NobodyThere):
        await bus.ask(f"{subject}.nobody", b"", 5)


async def test_a_question_is_answered(open_bus: Opened, subject: str) -> None:
    there, here = await open_bus(), await open_bus()
    await there.hold(subject, Heard(there, b"yes").take)
    await settled(there, subject)
    assert await here.ask(subject, b"there?", 5) == b"yes"


async def test_a_question_that_is_cancelled_has_no_answer(subject: str) -> None:
    """At whatever moment: the answer may just have come."""
    bus = fleet.memory()
    await bus.hold(subject, Heard(bus, b"yes").take)
    turns = 0
    while True:
        asking = asyncio.create_task(bus.ask(subject, b"there?", 5))
        for _ in range(turns):
            await asyncio.sleep(0)
        if not asking.cancel():
            break
        with pytest.raises(asyncio.CancelledError):
            await asking
        turns += 1
    assert turns > 2
    assert await asking == b"yes"
    await bus.close()


async def test_nobody_is_there(open_bus: Opened, subject: str) -> None:
    bus = await open_bus()
    begun = asyncio.get_running_loop().time()
    with pytest.raises(NobodyThere):
        await bus.ask(subject, b"there?", 5)
    assert asyncio.get_running_loop().time() - begun < 4  # it waits for nothing


async def test_nobody_answers(open_bus: Opened, subject: str) -> None:
    bus = await open_bus()
    await bus.hold(subject, Heard(bus).take)
    with pytest.raises(TimeoutError):
        await bus.ask(subject, b"there?", 0.05)


async def test_one_of_several_holders_is_asked(open_bus: Opened, subject: str) -> None:
    holders = [await open_bus() for _ in range(3)]
    for number, holder in enumerate(holders):
        await holder.hold(subject, Heard(holder, b"%d" % number).take)
        await settled(holder, subject)
    asking = await open_bus()
    answers = [await asking.ask(subject, b"", 5) for _ in range(60)]
    assert Counter(answers).keys() == {b"0", b"1", b"2"}


async def test_all_listeners_hear(open_bus: Opened, subject: str) -> None:
    buses = [await open_bus() for _ in range(3)]
    heard = [Heard(bus) for bus in buses]
    for each in heard:
        await each.bus.subscribe(subject, each.take)
        await settled(each.bus, subject)
    await buses[0].publish(subject, b"news")
    assert [await each.next() for each in heard] == [b"news"] * 3


async def test_one_of_a_group_hears(open_bus: Opened, subject: str) -> None:
    bus = await open_bus()
    first, second, alone = Heard(bus), Heard(bus), Heard(bus)
    await bus.subscribe(subject, first.take, group="g")
    await bus.subscribe(subject, second.take, group="g")
    await bus.subscribe(subject, alone.take)
    await settled(bus, subject)
    for number in range(20):
        await bus.publish(subject, b"%d" % number)
    for _ in range(20):
        await alone.next()
    await settled(bus, subject)
    assert first.all.qsize() + second.all.qsize() == 20


async def test_patterns(open_bus: Opened, subject: str) -> None:
    bus = await open_bus()
    one, rest = Heard(bus), Heard(bus)
    await bus.subscribe(f"{subject}.*", one.take)
    await bus.subscribe(f"{subject}.>", rest.take)
    await settled(bus, subject.replace("test", "other"))
    for tail in ("", ".a", ".a.b"):
        await bus.publish(f"{subject}{tail}", tail.encode())
    assert await one.next() == b".a"
    assert [await rest.next(), await rest.next()] == [b".a", b".a.b"]
    assert one.all.empty()


async def test_messages_of_one_sender_keep_their_order(
    open_bus: Opened, subject: str
) -> None:
    bus, sender = await open_bus(), await open_bus()
    heard = Heard(bus)
    await bus.subscribe(subject, heard.take)
    await settled(bus, subject)
    for number in range(200):
        await sender.publish(subject, b"%d" % number)
    assert [await heard.next() for _ in range(200)] == [b"%d" % n for n in range(200)]


async def test_what_has_arrived_is_handled_after_a_release(
    open_bus: Opened, subject: str
) -> None:
    bus = await open_bus()
    go, taken = asyncio.Event(), asyncio.Queue[bytes]()

    async def slowly(delivery: Delivery) -> None:
        await go.wait()
        taken.put_nowait(delivery.data)

    subscription = await bus.subscribe(subject, slowly)
    for number in range(5):
        await bus.publish(subject, b"%d" % number)
    await settled(bus, subject)
    await bus.release(subscription)
    await settled(bus, subject)
    await bus.publish(subject, b"late")
    await settled(bus, subject)
    go.set()
    async with asyncio.timeout(5):
        assert [await taken.get() for _ in range(5)] == [b"0", b"1", b"2", b"3", b"4"]
    assert taken.empty()


async def test_who_is_released_is_not_there(open_bus: Opened, subject: str) -> None:
    bus, asking = await open_bus(), await open_bus()
    subscription = await bus.hold(subject, Heard(bus, b"yes").take)
    await settled(bus, subject)
    assert await asking.ask(subject, b"", 5) == b"yes"
    await bus.release(subscription)
    await settled(bus, subject)
    with pytest.raises(NobodyThere):
        await asking.ask(subject, b"", 5)


async def test_a_handler_that_fails_is_logged_and_goes_on(
    open_bus: Opened, subject: str, caplog: pytest.LogCaptureFixture
) -> None:
    bus = await open_bus()
    heard = Heard(bus)

    async def failing(delivery: Delivery) -> None:
        await heard.take(delivery)
        raise RuntimeError("no")

    await bus.subscribe(subject, failing)
    await settled(bus, subject)
    with caplog.at_level(logging.ERROR):
        await bus.publish(subject, b"1")
        await bus.publish(subject, b"2")
        assert [await heard.next(), await heard.next()] == [b"1", b"2"]
        await settled(bus, subject)
    assert caplog.text.count("RuntimeError: no") == 2


async def test_a_slow_handler_drops_and_counts(open_bus: Opened, subject: str) -> None:
    bus, sender = await open_bus(), await open_bus()
    go, taken = asyncio.Event(), asyncio.Queue[bytes]()

    async def slowly(delivery: Delivery) -> None:
        await go.wait()
        taken.put_nowait(delivery.data)

    subscription = await bus.subscribe(subject, slowly, limit=3)
    await settled(bus, subject)
    for number in range(10):
        await sender.publish(subject, b"%d" % number)
        await settled(sender, subject)
    await soon(lambda: subscription.dropped >= 6)
    assert subscription.dropped == 6  # one is being handled, three wait
    go.set()


async def test_several_answers_to_one_question(open_bus: Opened, subject: str) -> None:
    buses = [await open_bus() for _ in range(3)]
    for number, bus in enumerate(buses):
        await bus.subscribe(subject, Heard(bus, b"%d" % number).take)
        await settled(bus, subject)
    answers: asyncio.Queue[bytes | None] = asyncio.Queue()
    with (await buses[0].inbox()).address(answers.put_nowait) as address:
        await buses[0].publish(subject, b"", reply=address)
        async with asyncio.timeout(5):
            found = {await answers.get() for _ in range(3)}
    assert found == {b"0", b"1", b"2"}


async def test_what_is_kept_is_delivered_until_it_is_acknowledged(
    open_bus: Opened, subject: str
) -> None:
    bus, stream, everything = await open_bus(), uuid4().hex, f"{subject}.>"

    def consuming() -> aclosing[AsyncGenerator[Durable, None]]:
        return aclosing(bus.consume(stream, everything, everything, "billing"))

    async def begin() -> None:
        async with consuming() as messages:
            await anext(messages)

    first = asyncio.create_task(begin())
    await asyncio.sleep(0.3)  # nothing tells that a consumer has begun
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    for number in range(3):
        await bus.publish(f"{subject}.x", b"%d" % number)
    found: list[bytes] = []
    async with asyncio.timeout(10), consuming() as messages:
        async for message in messages:
            found.append(message.data)
            await message.ack()
            if len(found) == 3:
                break
    assert found == [b"0", b"1", b"2"]


async def test_a_bus_may_be_closed_twice(open_bus: Opened, subject: str) -> None:
    bus = await open_bus()
    await bus.close()
    await bus.close()
    assert not bus.connected
    with pytest.raises(fleet.FleetUnavailable):
        await bus.publish(subject, b"")


async def test_memory_may_be_away() -> None:
    async with fleet.memory() as bus:
        told: list[bool] = []
        forget = bus.watch(told.append)
        bus.available = False
        bus.available = False
        with pytest.raises(fleet.FleetUnavailable):
            await bus.publish("a", b"")
        bus.available = True
        forget()
        bus.available = False
        assert told == [False, True]
        assert repr(bus) == "<fleet.Memory away>"
