"""Stations come and go, in any order, and the server knows who is there.

Hypothesis chooses what the stations, the network and the program do. After every step,
what the server says is compared with the connections themselves.

    pytest tests/back_office/test_server_machine.py --hypothesis-profile=long

tries many more.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from ocpp_rpc import Change, Connection, NotConnected, Router, Server, ServerSettings
from ocpp_rpc.transports import Admission, HttpAnswer, TransportClosed
from ocpp_rpc.transports.memory import MemoryTransport
from tests.back_office.admitted import asking, open_door
from tests.support.scripted import Gate, ask, spin, transfers

ResultT = TypeVar("ResultT")

Policy = Literal["replace", "refuse", "allow"]

LIMIT = 2


IDENTITY = st.sampled_from("abc")


@dataclass(frozen=True, eq=False)
class Door:
    """What a station has been let in by, and has not gone through yet."""

    identity: str
    admission: Admission


class Machine(RuleBasedStateMachine):
    """One server, and stations that have one of three identities."""

    policy: Policy
    seen: set[str]

    doors = Bundle[Door]("doors")
    stations = Bundle[MemoryTransport]("stations")

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.made: list[Connection] = []
        self.refusals: Counter[int] = Counter()
        self.told: list[Change] = []
        self.closing: asyncio.Task[None] | None = None
        self.closings: list[asyncio.Task[None]] = []
        self.waiting: list[tuple[str, asyncio.Task[Connection]]] = []
        self.run(self.begin())

    async def begin(self) -> None:
        self.gate = Gate()
        self.server = Server(
            self.handler,
            versions=["1.6"],
            server=ServerSettings(duplicates=self.policy, max_connections=LIMIT),
        )
        self.changes = self.server.connections.changes()
        self.watching = asyncio.create_task(self.watch())

    async def watch(self) -> None:
        async for change in self.changes:
            self.told.append(change)

    def handler(self, connection: Connection) -> Router:
        self.made.append(connection)
        return transfers(self.gate.handler)

    def run(self, coroutine: Coroutine[Any, Any, ResultT]) -> ResultT:
        """Do something, and let everything go on that can."""

        async def do() -> ResultT:
            result = await coroutine
            await spin(15)
            return result

        return self.runner.run(do())

    # --- What happens -----------------------------------------------------------------

    @rule(target=doors, identity=IDENTITY)
    def a_station_asks(self, identity: str) -> Any:
        return multiple(*self.ask_for(identity))

    @rule(target=stations, door=consumes(doors))
    def it_opens(self, door: Door) -> Any:
        return multiple(*self.open(door))

    @rule(target=stations, identities=st.tuples(IDENTITY, IDENTITY))
    def two_come_at_once(self, identities: tuple[str, str]) -> Any:
        doors = [door for each in identities for door in self.ask_for(each)]
        return multiple(*(station for door in doors for station in self.open(door)))

    @rule(target=stations, identity=IDENTITY)
    def a_busy_one_comes(self, identity: str) -> Any:
        stations = [each for door in self.ask_for(identity) for each in self.open(door)]
        for station in stations:
            self.run(ask(station))
        return multiple(*stations)

    def ask_for(self, identity: str) -> list[Door]:
        """Return a door, unless the server does not let the station in."""
        refusal = self.refusal(identity)
        answer = self.run(self.server.admit(asking(identity)))
        if refusal is None:
            assert not isinstance(answer, HttpAnswer)
            return [Door(identity, answer)]
        assert isinstance(answer, HttpAnswer)
        assert answer.status == refusal
        self.refusals[refusal] += 1
        self.seen.add(f"{refusal}")
        return []

    def open(self, door: Door) -> list[MemoryTransport]:
        """Return the station's end, unless it is closed at once."""
        refusal = self.refusal(door.identity)
        made = len(self.made)

        async def open_() -> MemoryTransport:
            return open_door(door.admission)

        transport = self.run(open_())
        if refusal is None:
            assert len(self.made) == made + 1
            assert not self.made[-1].closed
            self.seen.add(f"{min(len(self.there(door.identity)), 2)} of one")
            return [transport]
        assert len(self.made) == made
        self.refusals[101] += 1
        self.seen.add(f"{refusal} after all")
        return []

    @rule(station=stations)
    def it_calls(self, station: MemoryTransport) -> None:
        async def call() -> None:
            with suppress(TransportClosed):
                await ask(station)

        self.run(call())

    @rule(station=consumes(stations))
    def it_leaves(self, station: MemoryTransport) -> None:
        self.run(station.close(1000, ""))

    @rule(station=consumes(stations))
    def it_vanishes(self, station: MemoryTransport) -> None:
        async def vanish() -> None:
            station.abort()

        self.run(vanish())

    @rule()
    def handlers_end(self) -> None:
        async def end() -> None:
            self.gate.opened.set()
            await spin(15)
            self.gate.opened.clear()

        self.run(end())

    @rule(at=st.integers(0, 10), how=st.sampled_from(["close", "abort"]))
    def the_program_closes_one(self, at: int, how: str) -> None:
        there = self.server.connections.all()

        async def close() -> None:
            connection = there[at % len(there)]
            if how == "abort":
                connection.abort()
            else:
                self.closings.append(asyncio.create_task(connection.close()))

        if there:
            self.run(close())

    @rule(identity=IDENTITY)
    def the_program_waits_for_one(self, identity: str) -> None:
        async def wait() -> None:
            waiting = self.server.connections.wait_for(identity)
            self.waiting.append((identity, asyncio.create_task(waiting)))

        self.run(wait())

    @rule(chance=st.integers(0, 5))
    def the_server_closes(self, chance: int) -> None:
        async def close() -> None:
            if self.closing is None:
                self.closing = asyncio.create_task(self.server.close())

        if chance == 5:
            self.run(close())

    # --- What holds -------------------------------------------------------------------

    def there(self, identity: str | None = None) -> list[Connection]:
        """The connections that are open, the oldest first."""
        return [
            each
            for each in self.made
            if not each.closed and identity in {None, each.identity}
        ]

    def refusal(self, identity: str) -> int | None:
        """The status that refuses a station now."""
        known = bool(self.there(identity))
        full = len(self.there()) >= LIMIT and not (known and self.policy == "replace")
        if full or self.closing is not None:
            return 503
        return 409 if known and self.policy == "refuse" else None

    @invariant()
    def the_newest_is_known(self) -> None:
        connections = self.server.connections
        there = self.there()
        newest = {each.identity: each for each in there}
        assert dict(connections) == newest
        assert len(connections) == len(newest)
        assert connections.total == len(there)
        assert sorted(map(id, connections.all())) == sorted(map(id, there))
        for identity in "abc":
            assert connections.of(identity) == self.there(identity)
            assert connections.get(identity) is newest.get(identity)

    @invariant()
    def there_are_not_too_many(self) -> None:
        for identity in {each.identity for each in self.there()}:
            assert len(self.there(identity)) <= MOST[self.policy]
        if self.policy != "replace":
            assert len(self.there()) <= LIMIT
        assert self.server.refusals == self.refusals

    @invariant()
    def the_plain_reading_of_the_changes_is_right(self) -> None:
        noted: dict[str, Connection] = {}
        for change in self.told:
            identity = change.connection.identity
            if change.connected:
                assert identity not in noted
                noted[identity] = change.connection
            else:
                assert noted.pop(identity) is change.connection
        assert noted == dict(self.server.connections)
        came = [each.connection for each in self.told if each.connected]
        assert {*map(id, came)} == {*map(id, self.made)}

    @invariant()
    def who_waits_is_told(self) -> None:
        for identity, task in self.waiting:
            if self.there(identity):
                assert task.done()
            if task.done() and task.exception() is not None:
                assert isinstance(task.exception(), NotConnected)
                assert self.closing is not None

    def teardown(self) -> None:
        async def end() -> None:
            self.gate.opened.set()
            await self.server.close()
            await spin(15)
            assert not self.server.connections
            assert self.watching.done()
            assert all(task.done() for _, task in self.waiting)
            for _, task in self.waiting:
                task.exception()
            assert len(asyncio.all_tasks()) == 1

        self.run(end())
        self.the_plain_reading_of_the_changes_is_right()
        self.runner.close()


MOST = {"replace": 2, "refuse": 1, "allow": LIMIT}


SEEN: dict[Policy, set[str]] = {
    "replace": {"503", "503 after all", "1 of one", "2 of one"},
    "refuse": {"503", "503 after all", "1 of one", "409", "409 after all"},
    "allow": {"503", "503 after all", "1 of one", "2 of one"},
}
"""What has to happen, for the test to mean something."""

SHORT = settings(
    max_examples=60,
    stateful_step_count=25,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
)


@pytest.mark.parametrize("policy", SEEN)
def test_stations_come_and_go(policy: Policy) -> None:
    seen: set[str] = set()
    machine = type("Machine", (Machine,), {"policy": policy, "seen": seen})
    long = settings.get_current_profile_name() == "long"
    run_state_machine_as_test(machine, settings=settings() if long else SHORT)
    assert seen == SEEN[policy]
