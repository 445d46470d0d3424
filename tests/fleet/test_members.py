"""Who belongs to a fleet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import pytest

from ocpp_rpc import fleet
from ocpp_rpc.fleet.bus.subjects import Subjects
from ocpp_rpc.fleet.ground import Ground
from ocpp_rpc.fleet.members import Members
from ocpp_rpc.fleet.wire import pack
from tests.fleet.world import inside

SETTINGS = fleet.FleetSettings(beat=1.0, lost_after=5.0)


class Told:
    """Members, and what they tell."""

    def __init__(self, bus: fleet.Bus) -> None:
        self.ground = Ground(bus, Subjects("a"), SETTINGS)
        self.members = Members(self.ground)
        self.lost: list[str] = []
        self.returned: list[float] = []
        self.members.on_lost(self.lost.append)
        self.members.on_return(self.returned.append)

    def beat(self, node: str, **more: Any) -> None:
        beat: dict[str, Any] = {"node": node, "now": 5, "stations": 0, "peers": []}
        beat.update(more)
        inside(self.members)._take(beat)

    def pass_time(self, seconds: float) -> None:
        """Let all that was heard be so much older."""
        for member in self.members.heard.values():
            member.heard -= seconds
        gone = inside(self.members)._gone
        gone.update({name: since - seconds for name, since in gone.items()})
        inside(self.members)._look(asyncio.get_running_loop().time())


@pytest.fixture
async def told() -> AsyncGenerator[Told]:
    async with fleet.memory() as bus:
        yield Told(bus)


async def test_peers_are_known_from_one_beat(told: Told) -> None:
    told.beat("a", peers=["b", "c"])
    assert told.members.alive == {"a", "b", "c"}
    assert told.members.peers == ["a"]


async def test_a_node_that_is_silent_is_lost_and_forgotten(told: Told) -> None:
    told.beat("a")
    told.pass_time(4)
    assert told.lost == []
    told.pass_time(2)
    assert told.lost == ["a"]
    assert (told.members.alive, told.members.expected) == (set(), {"a"})
    assert told.members.peers == []
    told.pass_time(60)
    assert told.members.expected == set()
    assert told.lost == ["a"]


async def test_a_node_that_is_heard_again(told: Told) -> None:
    told.beat("a")
    told.pass_time(2)
    told.beat("a")
    assert told.returned == []
    told.pass_time(7)
    told.beat("a")
    assert [round(silence) for silence in told.returned] == [7]
    assert told.members.alive == {"a"}


async def test_a_node_that_has_said_good_bye_is_not_named_again(told: Told) -> None:
    told.beat("a")
    told.beat("b", peers=["a"])
    told.beat("a", gone=True)
    assert told.lost == ["a"]
    told.beat("b", peers=["a"])
    assert told.members.expected == {"b"}
    told.beat("a", gone=True)
    assert told.lost == ["a"]
    told.pass_time(4.9)
    told.beat("a")
    assert told.members.alive == {"a", "b"}
    told.beat("a", gone=True)
    told.pass_time(6)
    assert inside(told.members)._gone == {}


async def test_one_who_has_joined_knows_all_after_some_beats(told: Told) -> None:
    await told.members.join()
    assert not told.members.complete
    inside(told.members)._joined -= 3
    assert told.members.complete
    await told.ground.bus.publish(
        told.ground.subjects.beat,
        pack({"node": "z", "now": 5, "stations": 0, "peers": []}),
    )
    await asyncio.sleep(0.01)
    assert told.members.alive == {"z"}
    await told.members.leave()


async def test_one_who_has_not_joined_may_leave(told: Told) -> None:
    await told.members.leave()
