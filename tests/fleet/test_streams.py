"""What an operator sees: who is connected, what changes, what stations send."""

from __future__ import annotations

import asyncio
import logging
from contextlib import aclosing
from typing import Any

import pytest

from ocpp_messages import load, v1x, v2x, v16, v21
from ocpp_rpc import Connection, NotInVersion, Router, Server, Settings, fleet
from ocpp_rpc.fleet.node import node as node_module
from ocpp_rpc.fleet.wire import pack
from ocpp_rpc.protocol.events import CallReceived, Closed, FrameReceived
from tests.fleet.world import World, accepting, following, inside, soon
from tests.support.served import ACCEPTED, MOMENT, SOFT, always

BEAT = v16.HeartbeatRequest()


# --- Who is connected -----------------------------------------------------------------


async def test_everybody_and_those_with_a_prefix(world: World) -> None:
    await world.node("a", versions=["1.6", "2.0.1"])
    await world.node("b")
    await world.station("a", "DE*1")
    await world.station("a", "NL*1", version="2.0.1")
    await world.station("b", "DE*2")
    chargers = await world.operator()
    found = {
        (each.identity, each.node, each.version) async for each in chargers.connected()
    }
    assert found == {("DE*1", "a", "1.6"), ("NL*1", "a", "2.0.1"), ("DE*2", "b", "1.6")}
    places = chargers.connected(prefix="DE*")
    assert {each.identity async for each in places} == {"DE*1", "DE*2"}
    assert places.missing == ()
    assert chargers.nodes == ("a", "b")
    assert await chargers.find("DE*2") == fleet.Place("DE*2", "b", "1.6")
    assert await chargers.find("FR*1") is None


async def test_a_list_of_several_pages(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(node_module, "_PAGE", 3)
    await world.node("a")
    for number in range(7):
        await world.station("a", f"CP{number}")
    chargers = await world.operator()
    found = sorted([each.identity async for each in chargers.connected()])
    assert found == [f"CP{number}" for number in range(7)]


async def test_nobody_is_there(world: World) -> None:
    chargers = await world.operator()
    places = chargers.connected()
    assert [each async for each in places] == []
    assert places.missing == ()


QUICK = fleet.FleetSettings(
    beat=0.1, probe_after=0.1, lost_after=0.5, accept_within=0.2, list_within=0.2
)


async def silent(*_: Any) -> None:
    pass


async def test_a_node_that_does_not_answer_is_named(world: World) -> None:
    await world.node("a", settings=QUICK)
    silenced = await world.node("b", settings=QUICK)
    await world.station("a", "CP001")
    await world.station("b", "CP002")
    chargers = await world.operator(settings=QUICK)
    for subscription in inside(silenced.node)._subscriptions:
        await silenced.bus.release(subscription)
    await asyncio.sleep(0.05)
    places = chargers.connected()
    assert [each.identity async for each in places] == ["CP001"]
    assert places.missing == ("b",)
    outcomes = chargers.each(SOFT)
    assert [each.response async for each in outcomes] == [ACCEPTED]
    assert outcomes.missing == ("b",)


# --- Calling all ----------------------------------------------------------------------


async def test_calling_each(world: World) -> None:
    await world.node("a", versions=["1.6", "2.0.1"])
    await world.node("b")
    received: list[str] = []
    for number in range(10):
        host = "ab"[number % 2]
        await world.station(host, f"CP{number}", accepting(received))
    await world.station("a", "OTHER", version="2.0.1")
    chargers = await world.operator()
    outcomes = {o.place.identity: o async for o in chargers.each(SOFT, at_once=3)}
    assert isinstance(outcomes.pop("OTHER").error, NotInVersion)
    assert sorted(outcomes) == [f"CP{number}" for number in range(10)]
    assert all(outcome.response == ACCEPTED for outcome in outcomes.values())
    assert len(received) == 10


async def test_calling_each_with_what_is_for_it(world: World) -> None:
    await world.node("a", versions=["1.6", "2.0.1"])
    await world.station("a", "CP001")
    await world.station("a", "CP002", version="2.0.1")
    chargers = await world.operator()

    def request(place: fleet.Place) -> Any:
        return SOFT if place.version == "1.6" else None

    found = [each async for each in chargers.each(request)]
    assert [each.place.identity for each in found] == ["CP001"]
    with pytest.raises(ValueError, match="at_once"):
        chargers.each(SOFT, at_once=0)


async def test_ending_early_gives_up_what_is_pending(world: World) -> None:
    go = asyncio.Event()
    routes = Router()

    async def hang(_: v16.ResetRequest) -> v16.ResetResponse:
        await go.wait()
        return ACCEPTED

    routes.add(v16.ResetRequest, hang)
    await world.node()
    await world.station("a", "CP001")
    await world.station("a", "CP002", routes)
    chargers = await world.operator()
    async with aclosing(aiter(chargers.each(SOFT))) as outcomes:
        assert (await anext(outcomes)).place.identity == "CP001"
    go.set()
    assert await chargers.call("CP002", SOFT) == ACCEPTED


# --- Changes --------------------------------------------------------------------------


async def test_changes(world: World) -> None:
    await world.node("a")
    await world.node("b")
    chargers = await world.operator()
    async with following(chargers.changes()) as changes:
        await world.station("a", "CP001")
        new = await world.station("b", "CP001")
        await new.close()
        await soon(lambda: len(changes) == 4)
        await asyncio.sleep(0.05)
    assert [(each.what, each.node, each.identity) for each in changes] == [
        ("connected", "a", "CP001"),
        ("disconnected", "a", "CP001"),
        ("connected", "b", "CP001"),
        ("disconnected", "b", "CP001"),
    ]
    assert {each.version for each in changes} == {"1.6"}


async def test_an_old_end_that_is_told_late(world: World) -> None:
    chargers = await world.operator()
    subjects = inside(chargers)._ground.subjects

    async def tell(what: str, node: str, token: int) -> None:
        event = {"what": what, "identity": "C", "node": node, "version": "1.6"}
        data = pack({**event, "token": token})
        await world.bus.publish(subjects.event(what, "C"), data)

    async with following(chargers.changes()) as changes:
        await tell("connected", "b", 7)
        await tell("disconnected", "a", 5)
        await tell("disconnected", "b", 7)
        await soon(lambda: len(changes) == 2)
        await asyncio.sleep(0.05)
    assert [(each.what, each.node) for each in changes] == [
        ("connected", "b"),
        ("disconnected", "b"),
    ]


async def test_a_node_that_leaves_is_told(world: World) -> None:
    bus = await world.open_bus()
    chargers = await world.operator()
    async with (
        Server(None, versions=["1.6"]) as server,
        following(chargers.changes()) as changes,
    ):
        async with fleet.Node(server, bus, name=world.name, node="z"):
            await soon(lambda: chargers.nodes == ("z",))
        await soon(lambda: changes)
    assert changes == [fleet.FleetChange("node lost", "z")]
    assert chargers.nodes == ()


async def test_a_node_that_is_not_heard_is_lost(world: World) -> None:
    silenced = await world.node("a", settings=QUICK)
    chargers = await world.operator(settings=QUICK)
    async with following(chargers.changes()) as changes:
        inside(silenced.node)._loops[0].cancel()
        await soon(lambda: changes)
    assert changes == [fleet.FleetChange("node lost", "a")]
    assert chargers.nodes == ()


async def test_changes_that_nobody_takes(world: World) -> None:
    await world.node("a")
    chargers = await world.operator()
    changes = chargers.changes(limit=2)
    async with aclosing(aiter(changes)) as taken:
        first = asyncio.ensure_future(anext(taken))
        await asyncio.sleep(0.05)
        for number in range(5):
            await world.station("a", f"CP{number}")
        await first
        await soon(lambda: changes.dropped)


# --- Messages -------------------------------------------------------------------------


async def test_messages_of_stations(world: World) -> None:
    seen: list[Any] = []

    def observe(event: Any, _: Connection) -> None:
        if isinstance(event, CallReceived):
            seen.append(event)

    await world.node(
        publish=[v16.HeartbeatRequest], connection=Settings(observer=observe)
    )
    chargers = await world.operator()
    async with following(chargers.messages(v16.HeartbeatRequest)) as messages:
        station = await world.station(identity="C*1")
        assert await station.call(BEAT) == v16.HeartbeatResponse(current_time=MOMENT)
        await station.call(BEAT)
        await soon(lambda: len(messages) == 2)
    first, second = messages
    assert (first.identity, first.node, first.version) == ("C*1", "a", "1.6")
    assert first.request == BEAT
    assert first.frame.startswith("[2,")
    assert first.id != second.id
    assert len(seen) == 2  # the observer of the settings is told as well


async def test_a_message_that_came_as_bytes(world: World) -> None:
    site = await world.node(publish=[v16.HeartbeatRequest])
    await world.station()
    chargers = await world.operator()
    connection = site.server.connections["CP001"]
    procedure = v16.PROCEDURES["Heartbeat"]
    publisher = inside(site.node)._publisher
    async with following(chargers.messages(v16.HeartbeatRequest)) as messages:
        publisher.observe(FrameReceived(b'[2,"1","Heartbeat",{}]'), connection)
        publisher.observe(Closed(1000, ""), connection)
        publisher.observe(CallReceived("1", procedure, BEAT), connection)
        await soon(lambda: messages)
    assert messages[0].frame == '[2,"1","Heartbeat",{}]'


async def test_nothing_is_published_by_default(world: World) -> None:
    await world.node()
    chargers = await world.operator()
    async with following(chargers.messages(v16.HeartbeatRequest)) as messages:
        station = await world.station()
        await station.call(BEAT)
        await asyncio.sleep(0.1)
    assert messages == []


async def test_a_group_shares_messages(world: World) -> None:
    await world.node(publish=[v16.HeartbeatRequest])
    chargers = await world.operator()
    one, other = (
        chargers.messages(v16.HeartbeatRequest, group="billing") for _ in range(2)
    )
    async with following(one) as first, following(other) as second:
        station = await world.station()
        for _ in range(20):
            await station.call(BEAT)
        await soon(lambda: len(first) + len(second) == 20)
    assert len({each.id for each in (*first, *second)}) == 20


@pytest.mark.parametrize("family", [v1x, v2x], ids=["1.x", "2.x"])
async def test_messages_of_a_family(world: World, family: Any) -> None:
    beat = family.HeartbeatRequest
    await world.node(versions=family.VERSIONS, publish=[beat])
    chargers = await world.operator()
    async with following(chargers.messages(beat)) as messages:
        for version in family.VERSIONS:
            station = await world.station(identity=f"CP{version}", version=version)
            await station.call(vars(load(version))["HeartbeatRequest"]())
        await soon(lambda: len(messages) == 2)
    assert [(each.version, each.request) for each in messages] == [
        (version, beat()) for version in family.VERSIONS
    ]


@pytest.mark.parametrize("package", [v21, v2x], ids=["2.1", "2.x"])
async def test_messages_without_an_answer(world: World, package: Any) -> None:
    cls = package.NotifyPeriodicEventStream
    data = [package.StreamDataElementType(t=1, v="1")]
    message = cls(id=1, pending=0, basetime=MOMENT, data=data)
    routes = Router()
    routes.add(cls, always(None))
    await world.node(versions=["2.0.1", "2.1"], routes=routes, publish=[cls])
    chargers = await world.operator()
    async with following(chargers.messages(cls)) as messages:
        station = await world.station(version="2.1")
        await station.send(message)
        await soon(lambda: messages)
    assert messages[0].request == message


async def test_a_durable_consumer_goes_on_where_it_was(world: World) -> None:
    await world.node(publish=[v16.HeartbeatRequest])
    chargers = await world.operator()
    station = await world.station()

    def billing() -> Any:
        return chargers.messages(v16.HeartbeatRequest, durable="billing")

    async with following(billing()) as first:
        await asyncio.sleep(0.3)  # nothing tells that the consumer is there
        await station.call(BEAT)
        await soon(lambda: first)
        await first[0].ack()
        await station.call(BEAT)
        await soon(lambda: len(first) == 2)
    await station.call(BEAT)  # while nobody consumes
    found: dict[str, Any] = {}
    async with asyncio.timeout(15):
        async for message in billing():
            found[message.id] = message
            await message.ack()
            if len(found) == (2 if isinstance(world.bus, fleet.Memory) else 1):
                break
    # What was delivered and not acknowledged comes again, with its id: in memory at
    # once, from JetStream after 30 seconds.
    assert first[0].id not in found
    assert {*found} - {first[1].id}


async def test_a_slow_consumer_drops_counts_and_tells(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await world.node(publish=[v16.HeartbeatRequest])
    chargers = await world.operator()
    station = await world.station()
    messages = chargers.messages(v16.HeartbeatRequest, limit=2)
    with caplog.at_level(logging.WARNING):
        async with aclosing(aiter(messages)) as taken:
            first = asyncio.ensure_future(anext(taken))
            await asyncio.sleep(0.05)
            for _ in range(6):
                await station.call(BEAT)
            await first
            await soon(lambda: messages.dropped >= 3)
    assert "is too slow" in caplog.text


async def test_a_message_that_cannot_be_read(world: World) -> None:
    chargers = await world.operator()
    messages = chargers.messages(v16.HeartbeatRequest)
    subject = inside(chargers)._ground.subjects.incoming("1.6", "Heartbeat", "CP001")
    async with following(messages) as taken:
        for bad in (b"", b"{}\n[2]", b'{"version":"1.6"}\n[2,"1","Heartbeat",{}]'):
            await world.bus.publish(subject, bad)
        await soon(lambda: messages.unreadable == 3)
    assert taken == []


async def test_what_is_no_message(world: World) -> None:
    chargers = await world.operator()
    with pytest.raises(ValueError, match="not a request"):
        chargers.messages(v16.HeartbeatResponse)
    with pytest.raises(ValueError, match="pass either group= or durable="):
        chargers.messages(v16.HeartbeatRequest, group="a", durable="b")
