"""The end of one side is the end of the other one."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from ocpp_rpc.relay import RelaySettings
from tests.relay.scene import BEAT, CALL, End, Scene

BACK_OFF: Any = None

CODES = [
    (1000, 1000),
    (1001, 1001),
    (1008, 1008),
    (1012, 1012),
    (3000, 3000),
    (4999, 4999),
    (1005, 1000),
    (1006, 1001),
    (1015, 1001),
]
"""How one side ends, and how the other one is closed."""


async def end_with(end: End, code: int) -> None:
    """Close an end, with what no side may send if need be."""
    if code == 1006:
        end.cut()
    else:
        await end.close(code, "so it ends")


@pytest.mark.parametrize(("code", "told"), CODES)
async def test_closes_the_back_office_as_the_charger_was(code: int, told: int) -> None:
    async with Scene() as scene:
        charger, office, _ = await scene.pair()
        await charger.send(BEAT)
        await end_with(charger, code)
        if code != 1006:
            assert await office.recv() == BEAT
        ended, reason = await office.closed()
        assert ended == told
        assert reason == ("" if code == 1006 else "so it ends")


@pytest.mark.parametrize(("code", "told"), CODES)
async def test_closes_the_charger_as_the_back_office_was(code: int, told: int) -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        await office.send(CALL)
        if code == 1006:
            assert await charger.recv() == CALL
        await end_with(office, code)
        if code != 1006:
            assert await charger.recv() == CALL
        assert (await charger.closed())[0] == told
        assert relayed.closed


async def test_closes_with_another_code_if_told() -> None:
    async with Scene(relay=RelaySettings(lost_code=1013)) as scene:
        charger, office, _ = await scene.pair()
        office.cut()
        assert (await charger.closed())[0] == 1013


async def test_closes_both_sides_when_it_closes() -> None:
    async with Scene() as scene:
        charger, office, _ = await scene.pair()
        closing = asyncio.ensure_future(scene.relay.close())
        assert await charger.closed() == (1001, "the relay closes")
        assert await office.closed() == (1001, "the relay closes")
        await scene.clock.until(closing)


async def test_closes_both_sides_at_a_rate() -> None:
    async with Scene() as scene:
        ends = [await scene.pair(f"CP{number}") for number in range(2)]
        closing = asyncio.ensure_future(scene.relay.close(spread=100))
        # Each has its turn in a part of the time of its own, at a random moment of it.
        await scene.clock.pass_time(50)
        assert len(scene.relay.chargers) == 1
        await scene.clock.pass_time(100)
        for charger, office, _ in ends:
            assert (await charger.closed())[0] == 1012
            assert (await office.closed())[0] == 1012
        await scene.clock.until(closing)


async def test_closes_one_charger_when_told() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        closing = asyncio.ensure_future(relayed.close(4000, "maintenance"))
        assert await charger.closed() == (4000, "maintenance")
        assert await office.closed() == (4000, "maintenance")
        await closing


async def test_closes_a_charger_whose_back_office_does_not_read() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        flood = asyncio.ensure_future(flooding(charger))
        await scene.settle()
        assert not flood.done()
        closing = asyncio.ensure_future(relayed.close(1012, "restart"))
        await scene.settle()
        assert closing.done()
        office.cut()
        await asyncio.wait([flood])


async def flooding(end: End) -> None:
    for _ in range(300):
        await end.send("x" * 10_000)


@pytest.mark.parametrize("slow", ["charger", "office"])
async def test_makes_a_fast_side_wait_for_a_slow_one(slow: str) -> None:
    async with Scene() as scene:
        charger, office, _ = await scene.pair()
        reader, writer = (charger, office) if slow == "charger" else (office, charger)
        flood = asyncio.ensure_future(flooding(writer))
        await scene.settle()
        assert not flood.done()
        assert [await reader.recv() for _ in range(300)] == ["x" * 10_000] * 300
        await flood
