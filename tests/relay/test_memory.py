"""What a relay keeps while one side floods it and another one is slow: so much."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc.relay import RelaySettings, SecondOffice
from tests.relay.scene import End, Office, Scene
from tests.relay.test_holding import STEADY

FLOOD = 1500
PADDING = " " * 4000
RULES = RelaySettings(hold=300, back_off=STEADY, max_held=20, answer_timeout=1000)
HELD = 20
QUEUED = 30
PASSED = 1024
"""How many calls that were passed on are remembered."""


class Crowded(Scene):
    """A scene with two further back offices, none of which is read."""

    def __init__(self, **options: Any) -> None:
        self.copies = {"second": Office(), "third": Office()}
        super().__init__(
            relay=RULES,
            others=[
                SecondOffice(url="ws://second", max_queued=QUEUED, **options),
                SecondOffice(url="ws://third", max_queued=QUEUED, sees="all"),
            ],
        )

    async def __aenter__(self) -> Crowded:
        await super().__aenter__()
        for host, office in self.copies.items():
            await self.listen_at(host, office)
        return self

    async def all(self) -> tuple[End, End, Any, list[End]]:
        charger, office, relayed = await self.pair()
        copies = [await each.ends.get() for each in self.copies.values()]
        for end in copies:
            self.opened(end)
        await self.settle()
        return charger, office, relayed, copies


def call(number: int, action: str = "Heartbeat", padding: str = PADDING) -> str:
    return f'[2,"{number}","{action}",{{}}{padding}]'


async def flood(
    end: End, action: str = "Heartbeat", padding: str = PADDING, first: int = 0
) -> None:
    for number in range(first, first + FLOOD):
        await end.send(call(number, action, padding))


def kept(relayed: Any) -> int:
    """Assert that nothing is longer than it may be; return how much is held."""
    up, down = relayed._up, relayed._down
    for lane in (up, down):
        assert len(lane._held) <= HELD
        assert lane._size == sum(map(len, lane._held))
        assert len(lane._calls) <= PASSED
        assert len(lane._orphans) <= PASSED
        assert len(lane._changes) <= 1
        assert len(lane._limits) <= 1
    for guest in relayed._others._guests:
        assert len(guest._waiting) <= QUEUED
        assert len(guest._calls) <= 16
    assert len(relayed._others._asked) <= 1
    return len(up._held) + len(down._held)


@pytest.mark.parametrize("state", ["slow", "called", "lost"])
async def test_keeps_so_much_of_a_charger_that_floods(state: str) -> None:
    async with Crowded() as scene:
        charger, office, relayed, _ = await scene.all()
        own, own_id = None, ""
        if state == "called":
            beat = relayed.back_office.call(v16.HeartbeatRequest(), timeout=None)
            own = asyncio.ensure_future(beat)
            _, own_id, *_ = json.loads(str(await office.recv()))
        elif state == "lost":
            office.cut()
        flooding = asyncio.ensure_future(flood(charger))
        await scene.settle()
        assert not flooding.done()
        assert kept(relayed) == (0 if state == "slow" else HELD)
        if own is not None:
            answer = {"currentTime": "2026-01-31T12:00:00Z"}
            await office.send(json.dumps([3, own_id, answer]))
            await own
        elif state == "lost":
            await scene.clock.pass_time(2)
            office = await scene.office.ends.get()
        for number in range(FLOOD):
            assert await office.recv() == call(number)
            kept(relayed)
        await flooding
        assert kept(relayed) == 0
        # Each message was given to both; one is written, and is not answered.
        assert scene.relay.dropped["ws://second"] == FLOOD - QUEUED - 1
        assert scene.relay.dropped["ws://third"] > QUEUED
        office.cut()


@pytest.mark.parametrize("who", ["charger", "office"])
async def test_remembers_so_many_calls_that_nobody_answers(who: str) -> None:
    async with Crowded() as scene:
        charger, office, relayed, _ = await scene.all()
        end, other = (charger, office) if who == "charger" else (office, charger)
        flooding = asyncio.ensure_future(flood(end, padding=""))
        for number in range(FLOOD):
            assert await other.recv() == call(number, padding="")
        await flooding
        lane = relayed._up if who == "charger" else relayed._down
        assert len(lane._calls) == PASSED
        office.cut()
        await scene.settle()
        kept(relayed)
        assert len(relayed._down._orphans) == (PASSED if who == "office" else 0)


async def test_remembers_so_many_calls_of_lost_back_offices() -> None:
    async with Crowded() as scene:
        charger, office, relayed, _ = await scene.all()
        for first in (0, FLOOD):
            flooding = asyncio.ensure_future(flood(office, padding="", first=first))
            for number in range(first, first + FLOOD):
                assert await charger.recv() == call(number, padding="")
            await flooding
            office.cut()
            await scene.clock.pass_time(RULES.answer_timeout)
            office = await scene.office.ends.get()
        kept(relayed)
        orphans = [json.loads(each) for each in relayed._down._orphans]
        assert orphans == [str(n) for n in range(2 * FLOOD - PASSED, 2 * FLOOD)]
        office.cut()


async def test_keeps_so_much_of_a_back_office_that_floods() -> None:
    async with Crowded() as scene:
        charger, office, relayed, _ = await scene.all()
        flooding = asyncio.ensure_future(flood(office, "Reset"))
        await scene.settle()
        assert not flooding.done()
        kept(relayed)
        for number in range(FLOOD):
            assert await charger.recv() == call(number, "Reset")
            kept(relayed)
        await flooding


async def test_keeps_so_much_of_a_second_office_that_floods() -> None:
    async with Crowded(may_call={"ClearCache"}) as scene:
        _, _, relayed, copies = await scene.all()
        flooding = asyncio.ensure_future(flood(copies[0], "ClearCache"))
        await scene.settle()
        assert not flooding.done()  # it does not read that its calls are refused
        kept(relayed)
        assert len(relayed._others._guests[0]._calls) == 16
        for _ in range(FLOOD - 17):  # the charger has one call
            assert str(await copies[0].recv()).startswith("[4,")
            kept(relayed)
        await flooding
