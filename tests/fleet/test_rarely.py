"""What happens rarely: odd messages, answers that are lost, nodes that fail."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import pytest

from ocpp_messages import v1x, v16
from ocpp_rpc import (
    CannotSend,
    Connection,
    ConnectionClosed,
    InvalidResponse,
    Router,
    fleet,
)
from ocpp_rpc.fleet.bus import Delivery
from ocpp_rpc.fleet.node import carrying, claims
from ocpp_rpc.fleet.wire import pack, unpack
from tests.fleet.world import World, accepting, inside, soon
from tests.support.served import ACCEPTED, SOFT

QUICK = fleet.FleetSettings(probe_after=0.1, lost_after=1.0, accept_within=0.5)
ASKING_SOON = fleet.FleetSettings(probe_after=0.1)


class Publishing:
    """What is published on a bus, which a test may have lost."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, bus: fleet.Bus) -> None:
        self.sent: list[tuple[str, bytes, str]] = []
        self.losing = b"nothing is lost"
        self.send = bus.publish
        monkeypatch.setattr(bus, "publish", self.publish)

    async def publish(self, subject: str, data: bytes, *, reply: str = "") -> None:
        self.sent.append((subject, data, reply))
        if self.losing not in data:
            await self.send(subject, data, reply=reply)


# --- Answers that are lost ------------------------------------------------------------


async def test_an_answer_is_lost_and_the_station_has_moved(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its new node does not know the call; its old one has the answer."""
    received: list[str] = []
    first = await world.node("a", settings=ASKING_SOON)
    await world.node("b", settings=ASKING_SOON)
    await world.station("a", handler=accepting(received))
    chargers = await world.operator(settings=ASKING_SOON)
    publishing = Publishing(monkeypatch, first.bus)
    publishing.losing = b"[3,"
    calling = asyncio.create_task(chargers.call("CP001", SOFT))
    await soon(lambda: received)
    await world.station("b", handler=accepting(received))
    publishing.losing = b"nothing is lost any more"
    assert await calling == ACCEPTED
    assert received == ["reset"]


async def test_nobody_holds_the_station_while_its_node_waits(world: World) -> None:
    """All nodes are asked; the one that has the call is asked from then on."""
    go, received = asyncio.Event(), list[str]()
    routes = Router()

    async def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        received.append("reset")
        await go.wait()
        return ACCEPTED

    routes.add(v16.ResetRequest, reset)
    site = await world.node("a", settings=QUICK)
    await world.node("b", settings=QUICK)
    await world.station("a", handler=routes)
    chargers = await world.operator(settings=QUICK)
    calling = asyncio.create_task(chargers.call("CP001", SOFT))
    await soon(lambda: received)
    held = inside(site.node)._claims.held["CP001"]
    await site.bus.release(held.subscription)
    await asyncio.sleep(QUICK.lost_after + 0.5)
    assert not calling.done()
    go.set()
    assert await calling == ACCEPTED


async def test_the_engine_goes_while_a_call_waits() -> None:
    memory = fleet.memory()

    async def same() -> fleet.Bus:
        return memory

    go, received = asyncio.Event(), list[str]()
    routes = Router()

    async def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        received.append("reset")
        await go.wait()
        return ACCEPTED

    routes.add(v16.ResetRequest, reset)
    async with memory, World(same) as world:
        await world.node("a", settings=QUICK)
        await world.station("a", handler=routes)
        chargers = await world.operator(settings=QUICK)
        calling = asyncio.create_task(chargers.call("CP001", SOFT))
        await soon(lambda: received)
        memory.available = False
        go.set()
        await asyncio.sleep(0.3)
        assert not calling.done()
        memory.available = True
        assert await calling == ACCEPTED


async def test_the_operator_gives_up_at_its_total_timeout(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the node says nothing."""
    site = await world.node()
    await world.station()
    chargers = await world.operator()
    publishing = Publishing(monkeypatch, site.bus)
    publishing.losing = b"[3,"
    with pytest.raises(TimeoutError) as raised:
        await chargers.call("CP001", SOFT, total_timeout=0.1)
    assert inside(raised.value).sent


# --- Odd calls and answers ------------------------------------------------------------


async def test_a_response_that_makes_no_sense_in_v1x(world: World) -> None:
    site = await world.node()
    station = await world.raw("a", "CP001")
    chargers = await world.operator()
    request = v1x.GetLocalListVersionRequest()

    async def failing(call: Any) -> tuple[Any, ...]:
        calling = asyncio.create_task(call)
        _, message_id, _, _ = json.loads(await station.recv())
        await station.send(json.dumps([3, message_id, {"listVersion": -7}]))
        with pytest.raises(InvalidResponse) as raised:
            await calling
        return vars(raised.value), str(raised.value)

    local = await failing(site.server.connections["CP001"].call(request))
    assert await failing(chargers.call("CP001", request)) == local


async def test_a_call_that_comes_again_after_its_answer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    received: list[str] = []
    await world.node()
    await world.station(handler=accepting(received))
    chargers = await world.operator()
    publishing = Publishing(monkeypatch, inside(chargers)._ground.bus)
    assert await chargers.call("CP001", SOFT) == ACCEPTED
    subject, data, _ = next(each for each in publishing.sent if b"[2," in each[1])
    assert (await world.bus.ask(subject, data, 5)).startswith(b"[3,")
    assert received == ["reset"]


async def test_an_answer_of_a_node_that_is_no_frame(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = await world.node()
    await world.station()
    chargers = await world.operator()
    publish = site.bus.publish

    async def oddly(subject: str, data: bytes, *, reply: str = "") -> None:
        odd = b'["odd"]\n1.6' if b"[3," in data else data
        await publish(subject, odd, reply=reply)

    monkeypatch.setattr(site.bus, "publish", oddly)
    with pytest.raises(InvalidResponse, match="no frame"):
        await chargers.call("CP001", SOFT)


async def test_a_lone_surrogate_in_what_is_told() -> None:
    assert unpack(pack({"a": "\ud800"})) == {"a": "\ud800"}


async def test_nobody_can_list_or_follow_while_the_engine_is_away() -> None:
    async with fleet.memory() as memory, fleet.Fleet(memory, name="a") as chargers:
        memory.available = False
        for many in (
            chargers.connected(),
            chargers.each(SOFT),
            chargers.messages(v16.HeartbeatRequest),
        ):
            with pytest.raises(fleet.FleetUnavailable):
                await anext(aiter(many))


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("[3]", "sent no call"),
        ('[2,"1","Reset",{"type":"Odd"}]', "ResetRequest"),
        ('[2,"1","Odd",{}]', "not a request of OCPP 1.6"),
    ],
)
async def test_odd_calls(world: World, frame: str, text: str) -> None:
    await world.node()
    await world.station()
    chargers = await world.operator()
    now = inside(chargers)._ground.clock.now()
    header = {
        "id": "1",
        "identity": "CP001",
        "request": "odd.Request",
        "versions": ["1.6"],
        "exact": False,
        "by": now + 2_000_000,
        "now": now,
        "until": now + 5_000_000,
    }
    subject = inside(chargers)._ground.subjects.call("CP001")
    answer = unpack(
        await world.bus.ask(subject, pack(header) + b"\n" + frame.encode(), 5)
    )
    assert answer["failure"] in {"CannotSend", "NotInVersion"}
    assert text in answer.get("text", "") + answer.get("description", "")


async def test_a_call_that_is_sent_to_a_node_is_none(world: World) -> None:
    received: list[str] = []
    await world.node()
    await world.station(handler=accepting(received))
    chargers = await world.operator()
    subject = inside(chargers)._ground.subjects.node("a")
    await world.bus.publish(subject, pack({"by": 1}))
    assert await chargers.call("CP001", SOFT) == ACCEPTED
    assert received == ["reset"]


async def test_a_cancellation_of_what_is_not_there(world: World) -> None:
    await world.node()
    await world.station()
    chargers = await world.operator()
    subject = inside(chargers)._ground.subjects.call("CP001")
    await world.bus.publish(subject, pack({"cancel": "odd"}))
    await world.bus.publish(subject, pack({"odd": 1}))
    assert await chargers.call("CP001", SOFT) == ACCEPTED


async def test_a_node_fails(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await world.node()
    await world.station()
    chargers = await world.operator()

    async def fail(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Connection, "call", fail)
    with caplog.at_level(logging.ERROR), pytest.raises(ConnectionClosed) as raised:
        await chargers.call("CP001", SOFT)
    assert (raised.value.sent, raised.value.code) == (True, 1011)
    assert "a call failed" in caplog.text


async def test_an_answer_that_the_engine_does_not_take(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = await world.node()
    await world.station()
    chargers = await world.operator()
    publish = site.bus.publish

    async def small(subject: str, data: bytes, *, reply: str = "") -> None:
        if b"[3," in data:
            raise ValueError("too much")
        await publish(subject, data, reply=reply)

    monkeypatch.setattr(site.bus, "publish", small)
    with pytest.raises(ConnectionClosed) as raised:
        await chargers.call("CP001", SOFT)
    assert (raised.value.sent, raised.value.code) == (True, 1009)


async def test_a_call_that_the_engine_does_not_take(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.node()
    await world.station()
    chargers = await world.operator()

    async def small(*_: Any, **__: Any) -> None:
        raise ValueError("too much")

    monkeypatch.setattr(inside(chargers)._ground.bus, "publish", small)
    with pytest.raises(CannotSend, match="too much"):
        await chargers.call("CP001", SOFT)


async def test_a_question_without_an_address(world: World) -> None:
    await world.node()
    await world.station()
    chargers = await world.operator()
    subjects = inside(chargers)._ground.subjects
    await world.bus.publish(subjects.call("CP001"), pack({"who": True}))
    assert await chargers.call("CP001", SOFT) == ACCEPTED


# --- Nodes ----------------------------------------------------------------------------


async def test_answers_are_kept_for_a_while(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = fleet.FleetSettings(keep_answers=0.05, beat=60)
    site = await world.node(settings=short)
    await world.station()
    chargers = await world.operator()
    carrier = inside(site.node)._carrier
    monkeypatch.setattr(carrying, "_KEPT", 3)
    for _ in range(5):
        await chargers.call("CP001", SOFT)
    assert len(carrier._answers) == 3
    carrier.forget()
    assert len(carrier._answers) == 3
    await asyncio.sleep(0.06)
    carrier.forget()
    assert carrier._answers == {}


async def test_a_station_that_is_taken_over_while_its_node_begins_to_listen(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = await world.node()
    bus, held = site.bus, inside(site.node)._claims
    hold, released = bus.hold, list[object]()

    async def slowly(*arguments: Any) -> Any:
        subscription = await hold(*arguments)
        claim = {"node": "z", "from": "z", "claims": [["CP001", 2**60]]}
        await held.heard(Delivery("", pack(claim)))
        return subscription

    release = bus.release

    async def noted(subscription: Any) -> None:
        released.append(subscription)
        await release(subscription)

    monkeypatch.setattr(bus, "hold", slowly)
    monkeypatch.setattr(bus, "release", noted)
    transport, _ = await world.net.dial(
        "ws://a/CP001",
        subprotocols=["ocpp1.6"],
        headers={},
        ssl=None,
        settings=inside(site.server)._websocket,
    )
    await soon(lambda: released)
    await soon(lambda: not site.identities)
    assert site.node.stations == 0
    assert transport.closed


async def test_a_connection_that_is_closed_is_not_held(world: World) -> None:
    site = await world.node()
    station = await world.station()
    connection = site.server.connections["CP001"]
    await station.close()
    await soon(lambda: connection.closed)
    await inside(site.node)._claims.opened(connection)
    assert site.node.stations == 0


async def test_a_change_that_fails_is_logged(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    site = await world.node()

    async def fail(_: Any) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(inside(site.node)._claims, "opened", fail)
        transport, _ = await world.net.dial(
            "ws://a/CP001",
            subprotocols=["ocpp1.6"],
            headers={},
            ssl=None,
            settings=inside(site.server)._websocket,
        )
        await soon(lambda: "'CP001'" in caplog.text or "CP001: not" in caplog.text)
    await world.station("a", "CP002")
    await transport.close(1000, "")


async def test_events_that_cannot_be_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    memory = fleet.memory()

    async def same() -> fleet.Bus:
        return memory

    monkeypatch.setattr(claims, "_UNTOLD", 1)
    async with memory, World(same) as world:
        site = await world.node()
        station = await world.station("a", "CP001")
        other = await world.station("a", "CP002")
        memory.available = False
        await station.close()
        await other.close()
        await soon(lambda: not site.identities)
        await soon(lambda: "too many stations" in caplog.text)
        memory.available = True


async def test_messages_that_cannot_be_passed_on() -> None:
    memory = fleet.memory()

    async def same() -> fleet.Bus:
        return memory

    async with memory, World(same) as world:
        site = await world.node(publish=[v16.HeartbeatRequest])
        station = await world.station()
        memory.available = False
        await station.call(v16.HeartbeatRequest())
        await soon(lambda: inside(site.node)._publisher.lost == 1)
        memory.available = True
