"""Many chargers at once: when they begin, and how they go on."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import Connection, Event, MissingDependency
from ocpp_rpc.protocol.events import Closed, Opened
from ocpp_rpc.simulator import (
    Charger,
    Failure,
    Figures,
    Session,
    Tally,
    load_script,
    run_crowd,
)
from ocpp_rpc.station.connecting import Connecting
from ocpp_rpc.testing import VirtualClock
from tests.simulator.office import QUICK, Office, office


async def visit(
    running: Office, session: Session, count: int, *, spread: float = 0.0
) -> Tally:
    """Let chargers hold a session, and return what happened to them."""
    tally = Tally()
    await crowd(running, session, tally, count, spread=spread)
    return tally


async def crowd(
    running: Office, session: Session, tally: Tally, count: int, *, spread: float = 0.0
) -> None:
    settings = ocpp_rpc.Settings(observer=tally.observe)

    def connecting(identity: str) -> Connecting:
        return ocpp_rpc.connect(
            running.url,
            identity,
            versions=[running.version],
            transport=running.transport,
            settings=settings,
            back_off=QUICK,
            retry=tally.retry,
        )

    identities = [f"CP{number}" for number in range(1, count + 1)]
    async with asyncio.timeout(20):
        await run_crowd(identities, connecting, session, tally, spread=spread)


async def stay(charger: Charger) -> None:
    """Authorize a driver, and stay."""
    await charger.boot()
    await charger.authorize(charger.id_tag)
    await charger.stay()


async def test_each_holds_its_session() -> None:
    async with office("2.0.1") as running:
        tally = await visit(running, load_script("plug-and-charge"), 5, spread=0.05)
        identities = {each.connection.identity for each in running.offices}

    assert identities == {"CP1", "CP2", "CP3", "CP4", "CP5"}
    assert (tally.opened, tally.connected) == (5, 0)
    assert tally.closed == {1000: 5}
    assert (tally.failed, tally.errors, tally.refused) == ({}, {}, {})
    starts = tally.by_action()["Authorize"]
    assert (starts.calls, starts.errors) == (5, 0)
    assert starts.median is not None
    assert starts.percentile_95 == starts.longest
    assert tally.total().calls == sum(each.calls for each in tally.by_action().values())


async def test_they_answer_as_soon_as_they_are_connected() -> None:
    async with office("1.6") as running:
        assert running.server is not None
        server = running.server

        async def ask() -> v16.GetConfigurationResponse:
            connection = await server.connections.wait_for("CP1")
            return await connection.call(v16.GetConfigurationRequest())

        asked = asyncio.create_task(ask())
        await visit(running, load_script("plug-and-charge"), 1)
        assert (await asked).configuration_key


async def test_they_begin_one_after_the_other() -> None:
    tally = Tally()
    async with office("1.6") as running:
        running_crowd = asyncio.create_task(
            crowd(running, stay, tally, 2, spread=1200.0)
        )
        await running.has_received("Authorize")
        running_crowd.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running_crowd

    assert [each.connection.identity for each in running.offices] == ["CP1"]
    assert tally.opened == 1


async def test_who_loses_the_connection_begins_anew() -> None:
    async def charge_and_stay(charger: Charger) -> None:
        await charger.boot()
        await charger.station.charge("TAG1")
        await charger.stay()

    tally = Tally()
    async with office("1.6") as running:
        running_crowd = asyncio.create_task(crowd(running, charge_and_stay, tally, 1))
        for times in (1, 2):
            await running.has_received("StopTransaction", times)
            await running.close()
        await running.has_received("BootNotification", 3)
        running_crowd.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running_crowd
        stops = [r for r in running.received if hasattr(r, "meter_stop")]

    assert {stop.meter_stop for stop in stops} == {10000}
    assert tally.closed[1001] == 2
    assert tally.failed == {}


async def test_who_is_refused_tries_again() -> None:
    async with office("1.6") as running:
        running.refusals = 2
        tally = await visit(running, load_script("unplugged"), 3)

    assert tally.opened == 3
    ((problem, times),) = tally.refused.items()
    assert "503" in problem
    assert times == 2


async def test_who_fails_gives_up_alone() -> None:
    async def session(charger: Charger) -> None:
        if charger.identity == "CP2":
            raise Failure("out of order")
        running.unsupported = ["Heartbeat"]
        await charger.boot()

    async with office("1.6") as running:
        tally = await visit(running, session, 3)

    assert tally.failed == {"out of order": 1}
    assert "gave up out of order: 1" in tally.remarks()
    assert tally.by_action()["BootNotification"].calls == 2


async def test_what_fails_is_counted_by_its_error() -> None:
    async def session(charger: Charger) -> None:
        await charger.heartbeat()

    async with office("1.6") as running:
        running.unsupported = ["Heartbeat"]
        tally = await visit(running, session, 2)

    assert tally.by_action() == {"Heartbeat": Figures(calls=2, errors=2)}
    assert tally.total() == Figures(calls=2, errors=2)
    assert tally.errors == {"NotSupported": 2}
    assert tally.failed.total() == 2


async def test_a_lost_call_has_the_name_of_its_exception() -> None:
    async def session(charger: Charger) -> None:
        lost = asyncio.create_task(charger.heartbeat())
        await asyncio.sleep(0)
        charger.connection.abort()
        await charger.disconnect()
        await lost

    async with office("1.6") as running:
        tally = await visit(running, session, 1)

    assert "error ConnectionClosed: 1" in tally.remarks()


async def test_all_have_the_tag_and_the_person_of_the_program() -> None:
    async def ask(question: str) -> str:
        return f"{question} yes"

    async def session(charger: Charger) -> None:
        assert await charger.prompt("Plugged in?") == "Plugged in? yes"
        await charger.authorize(charger.id_tag)

    tally = Tally()
    async with office("1.6") as running:
        await run_crowd(
            ["CP1", "CP2"],
            partial(
                ocpp_rpc.connect,
                running.url,
                versions=["1.6"],
                transport=running.transport,
            ),
            session,
            tally,
            ask=ask,
            id_tag="MINE",
        )
        tags = [each.id_tag for each in running.received]

    assert tally.failed == {}
    assert tags == ["MINE", "MINE"]


async def test_a_missing_extra_is_no_group_of_exceptions() -> None:
    def connecting(identity: str) -> Connecting:
        raise MissingDependency("picows")

    with pytest.raises(MissingDependency, match=re.escape("ocpp-rpc[picows]")):
        await run_crowd(["CP1", "CP2"], connecting, stay, Tally())


# --- For how long, by a clock that is turned ------------------------------------------


class Timed:
    """A crowd whose time passes as fast as it can.

    Attributes:
        clock: The time of the chargers.
        tally: What happens to them.
        began: When connections were opened.
        ended: When they were closed.
    """

    def __init__(self, running: Office) -> None:
        self.clock = VirtualClock()
        self.tally = Tally()
        self.began: list[float] = []
        self.ended: list[float] = []
        self._running = running
        self._settings = ocpp_rpc.Settings(observer=self._observe, clock=self.clock)

    def _observe(self, event: Event, connection: Connection) -> None:
        self.tally.observe(event, connection)
        if isinstance(event, Opened):
            self.began.append(self.clock.time())
        if isinstance(event, Closed):
            self.ended.append(self.clock.time())

    def _connecting(self, identity: str) -> Connecting:
        return ocpp_rpc.connect(
            self._running.url,
            identity,
            versions=["1.6"],
            transport=self._running.transport,
            settings=self._settings,
            retry=self.tally.retry,
        )

    async def run(self, session: Session, count: int = 1, **wanted: Any) -> float:
        """Let chargers hold sessions; return how long that takes, in seconds."""
        identities = [f"CP{number}" for number in range(count)]
        crowd = run_crowd(identities, self._connecting, session, self.tally, **wanted)
        async with asyncio.timeout(20):
            await self.clock.until(crowd)
        return self.clock.time()


async def boot(charger: Charger) -> None:
    await charger.boot()


async def test_they_begin_and_end_one_after_the_other() -> None:
    async with office("1.6") as running:
        chargers = Timed(running)
        await chargers.run(stay, 4, spread=40.0, duration=100.0, ramp_down=40.0)

    assert chargers.began == pytest.approx([0, 10, 20, 30])
    assert chargers.ended == pytest.approx([100, 110, 120, 130])
    assert chargers.tally.sessions == 4
    assert chargers.tally.faults == {}


async def test_a_session_is_repeated_on_its_connection() -> None:
    async with office("1.6") as running:
        chargers = Timed(running)
        await chargers.run(boot, 2, repeat=3)

    assert running.actions == ["BootNotification"] * 6
    assert (chargers.tally.sessions, chargers.tally.opened) == (6, 2)


async def test_a_session_that_disconnects_is_repeated_at_once() -> None:
    async def session(charger: Charger) -> None:
        await charger.boot()
        await charger.disconnect()

    async with office("1.6") as running:
        chargers = Timed(running)
        assert await chargers.run(session, repeat=3) == 0

    assert chargers.tally.opened == 3
    assert chargers.tally.faults == {}


async def test_sessions_are_repeated_until_the_time_is_over() -> None:
    async def session(charger: Charger) -> None:
        await charger.boot()
        await charger.pause(10)
        await charger.heartbeat()

    async with office("1.6") as running:
        chargers = Timed(running)
        assert await chargers.run(session, duration=12.0, pauses=0.5) == 12

    assert running.actions == ["BootNotification", "Heartbeat"] * 3
    assert chargers.tally.sessions == 3


async def test_who_stays_stops_a_transaction_at_the_end() -> None:
    async def session(charger: Charger) -> None:
        await charger.boot()
        await charger.start(charger.id_tag)
        await charger.stay()
        assert charger.ending

    async with office("1.6") as running:
        chargers = Timed(running)
        await chargers.run(session, duration=5.0)

    assert running.actions == [
        *("BootNotification", "StartTransaction", "StopTransaction"),
    ]
    assert chargers.tally.faults == {}


async def test_a_session_without_end_is_cut_off() -> None:
    async def session(charger: Charger) -> None:
        await asyncio.Event().wait()

    async with office("1.6") as running:
        chargers = Timed(running)
        assert await chargers.run(session, 2, duration=5.0) == 65

    assert chargers.tally.faults == {"sessions cut off": 2}
    assert chargers.tally.sessions == 0


async def test_who_cannot_connect_ends_as_well() -> None:
    async with office("1.6") as running:
        running.refusals = 1000
        chargers = Timed(running)
        assert await chargers.run(boot, duration=100.0) == 100

    assert chargers.tally.opened == 0
    assert list(chargers.tally.faults) == ["attempts to connect failed"]


async def test_waits_between_attempts_are_no_time_of_connecting() -> None:
    async with office("1.6") as running:
        running.refusals = 1
        chargers = Timed(running)
        assert await chargers.run(boot) > 9

    assert chargers.tally.connecting().longest == 0


def unconnected(identity: str) -> Connecting:
    raise AssertionError(identity)


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        ({"repeat": 0}, "repeat must be at least 1"),
        ({"ramp_down": 1.0}, "ramp_down needs a duration"),
    ],
)
async def test_wrong_use(wanted: Mapping[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        await run_crowd([], unconnected, boot, Tally(), **wanted)
