"""Which node holds a station, who wins, and how nodes begin and end."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    Accept,
    ConnectionClosed,
    Handshake,
    HandshakeFailed,
    HandshakeRefused,
    NotConnected,
    Router,
    Server,
    ServerSettings,
    connect,
    fleet,
)
from ocpp_rpc.fleet.wire import pack
from ocpp_rpc.transports import HandshakeRequest, HttpAnswer, Peer
from tests.fleet.world import World, accepting, following, inside, soon
from tests.support.served import ACCEPTED, MOMENT, SOFT, heartbeats


def naming(name: str) -> Router:
    """Routes of a station that says who has answered."""
    routes = Router()

    def transfer(_: v16.DataTransferRequest) -> v16.DataTransferResponse:
        status = v16.DataTransferStatus.ACCEPTED
        return v16.DataTransferResponse(status=status, data=name)

    routes.add(v16.DataTransferRequest, transfer)
    return routes


ASK = v16.DataTransferRequest(vendor_id="acme")


async def answering(chargers: fleet.Fleet, identity: str = "CP001") -> str | None:
    return (await chargers.call(identity, ASK)).data


# --- The newest wins ------------------------------------------------------------------


async def test_a_station_comes_back_at_another_node(world: World) -> None:
    first, second = await world.node("a"), await world.node("b")
    chargers = await world.operator()
    old = await world.station("a", handler=naming("old"))
    assert await answering(chargers) == "old"
    new = await world.station("b", handler=naming("new"))
    await old.wait_closed()
    assert old.end is not None
    assert (old.end.code, old.end.reason) == (1008, "connected at another node")
    await soon(lambda: not first.identities)
    assert [await answering(chargers) for _ in range(20)] == ["new"] * 20
    assert not new.closed
    assert (first.node.stations, second.node.stations) == (0, 1)


async def test_it_comes_back_at_the_same_node(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The node is there for its calls all the time."""
    site = await world.node()
    chargers = await world.operator()
    old = await world.station(handler=naming("old"))
    assert await answering(chargers) == "old"
    released: list[object] = []
    release = site.bus.release

    async def noted(subscription: Any) -> None:
        released.append(getattr(subscription, "subject", ""))
        await release(subscription)

    monkeypatch.setattr(site.bus, "release", noted)
    await world.station(handler=naming("new"))
    await old.wait_closed()
    assert [await answering(chargers) for _ in range(5)] == ["new"] * 5
    assert site.node.stations == 1
    assert inside(site.node)._subjects.call("CP001") not in released


async def test_an_old_connection_that_ends_late_touches_nothing(world: World) -> None:
    """Its line is silent, so that its end is noticed long after the station is back."""
    first = await world.node("a")
    await world.node("b")
    chargers = await world.operator()
    await world.station("a", handler=naming("old"))
    world.net.silence("CP001")
    half_open = first.server.connections["CP001"]
    await world.station("b", handler=naming("new"))
    assert await answering(chargers) == "new"
    half_open.abort()
    await soon(lambda: not first.identities)
    assert await answering(chargers) == "new"
    world.net.cut("CP001")


async def test_only_the_end_of_the_connection_that_is_held_counts(
    world: World,
) -> None:
    site = await world.node()
    chargers = await world.operator()
    await world.station(handler=naming("old"))
    old = site.server.connections["CP001"]
    await world.station(handler=naming("new"))
    await soon(lambda: inside(site.node)._claims.held["CP001"].connection is not old)
    await inside(site.node)._claims.closed(old, replaced=False)
    assert await answering(chargers) == "new"


async def test_calls_over_a_half_open_connection(world: World) -> None:
    """What was written is lost; what waited is answered at the other node.

    Nobody waits until the old connection is closed, which takes long: a call of its
    station is being handled.
    """
    go, routes = asyncio.Event(), Router()

    async def slowly(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        await go.wait()
        return v16.HeartbeatResponse(current_time=MOMENT)

    routes.add(v16.HeartbeatRequest, slowly)
    await world.node("a", routes=routes)
    await world.node("b")
    chargers = await world.operator()
    received: list[str] = []
    old = await world.station("a", handler=accepting(received))
    beating = asyncio.create_task(old.call(v16.HeartbeatRequest()))
    await asyncio.sleep(0.05)
    world.net.silence("CP001")
    written = asyncio.create_task(chargers.call("CP001", SOFT))
    await asyncio.sleep(0.05)
    waiting = asyncio.create_task(chargers.call("CP001", SOFT))
    await asyncio.sleep(0.05)
    begun = time.monotonic()
    await world.station("b", handler=accepting(received))
    with pytest.raises(ConnectionClosed) as raised:
        await written
    assert (raised.value.sent, raised.value.code) == (True, 1008)
    assert await waiting == ACCEPTED
    assert time.monotonic() - begun < 4  # a silence of 5 s would end the call as well
    assert not beating.done()
    go.set()
    world.net.cut("CP001")
    await asyncio.gather(beating, return_exceptions=True)


async def test_an_older_claim_makes_the_holder_claim_again(world: World) -> None:
    site = await world.node("a")
    await world.station("a", handler=naming("a"))
    heard: asyncio.Queue[bytes] = asyncio.Queue()
    subject = inside(site.node)._subjects.claim

    async def take(delivery: Any) -> None:
        heard.put_nowait(delivery.data)

    await world.bus.subscribe(subject, take)
    old = {"node": "z", "from": "z", "claims": [["CP001", 5]]}
    await world.bus.publish(subject, pack(old))
    async with asyncio.timeout(5):
        while b'"node":"a"' not in await heard.get():
            pass
    assert site.identities == ["CP001"]


@pytest.mark.parametrize("skew", [5.0, -5.0])
async def test_clocks_that_differ_and_a_node_that_joins_late(
    world: World, skew: float
) -> None:
    """The holder's clock is ahead, or behind: the newest connection wins all the same.

    Without the beat that the one who joins asks for, its claim would be the older one.
    """
    first = await world.node("a", wall=lambda: time.time() + skew)
    chargers = await world.operator()
    old = await world.station("a", handler=naming("old"))
    second = await world.node("b")
    new = await world.station("b", handler=naming("new"))
    await old.wait_closed()
    assert await answering(chargers) == "new"
    assert not new.closed
    back = await world.station("a", handler=naming("back"))
    await new.wait_closed()
    assert await answering(chargers) == "back"
    assert not back.closed
    assert (first.node.stations, second.node.stations) == (1, 0)


async def test_refusing_a_station_that_is_connected_elsewhere(world: World) -> None:
    nodes: dict[str, fleet.Node] = {}

    async def on_connect(station: Handshake) -> None:
        if await nodes["b"].find(station.identity) is not None:
            raise HandshakeRefused(409, "connected already")

    await world.node("a")
    nodes["b"] = (await world.node("b", on_connect=on_connect)).node
    old = await world.station("a")
    with pytest.raises(HandshakeFailed) as raised:
        await world.station("b")
    assert raised.value.status == 409
    assert not old.closed
    await world.station("b", "CP002")


async def test_stations_that_were_there_before(world: World) -> None:
    bus = await world.open_bus()
    async with Server(None, versions=["1.6"]) as server:
        await server.listen("a", 80, transport=world.net)
        async with connect(
            "ws://a",
            "CP001",
            versions=["1.6"],
            handler=naming("early"),
            transport=world.net,
        ):
            async with fleet.Node(server, bus, name=world.name) as node:
                chargers = await world.operator()
                await world.held(node.name, "CP001")
                assert await answering(chargers) == "early"
            assert list(server.connections) == ["CP001"]
            with pytest.raises(NotConnected):
                await answering(chargers)


# --- Outages of the engine, in memory -------------------------------------------------


async def test_an_outage_closes_no_station_and_loses_no_takeover() -> None:
    memory = fleet.memory()

    async def same() -> fleet.Bus:
        return memory

    async with memory, World(same) as world, AsyncExitStack() as stack:
        first = await world.node("a")
        await world.node("b")
        chargers = await world.operator()
        told = await stack.enter_async_context(following(chargers.changes()))
        old = await world.station("a", handler=naming("old"))
        kept = await world.station("a", "CP002", naming("kept"))
        memory.available = False
        with pytest.raises(fleet.FleetUnavailable):
            await answering(chargers)
        async with connect(
            "ws://b",
            "CP001",
            versions=["1.6"],
            handler=naming("new"),
            transport=world.net,
        ):
            await asyncio.sleep(0.05)
            assert not old.closed
            assert not kept.closed
            memory.available = True
            await old.wait_closed()
            assert await answering(chargers) == "new"
            assert await answering(chargers, "CP002") == "kept"
            assert first.identities == ["CP002"]
            await soon(lambda: len(told) >= 4)
        assert [(each.what, each.identity, each.node) for each in told[:4]] == [
            ("connected", "CP001", "a"),
            ("connected", "CP002", "a"),
            ("disconnected", "CP001", "a"),
            ("connected", "CP001", "b"),
        ]


async def test_nobody_joins_while_the_engine_is_away() -> None:
    async with fleet.memory() as memory, Server(None, versions=["1.6"]) as server:
        memory.available = False
        with pytest.raises(fleet.FleetUnavailable):
            await fleet.Node(server, memory, name="a").__aenter__()
        with pytest.raises(fleet.FleetUnavailable):
            await fleet.Fleet(memory, name="a").__aenter__()


# --- Beginning and end ----------------------------------------------------------------


async def test_a_node_that_ends_answers_what_it_has_taken(world: World) -> None:
    go, received = asyncio.Event(), list[str]()
    routes = Router()

    async def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        received.append("reset")
        await go.wait()
        return ACCEPTED

    routes.add(v16.ResetRequest, reset)
    bus = await world.open_bus()
    chargers = await world.operator()
    async with Server(None, versions=["1.6"]) as server:
        await server.listen("a", 80, transport=world.net)
        node = fleet.Node(server, bus, name=world.name, node="a")
        async with node:
            await world.station("a", handler=routes)
            calling = asyncio.create_task(chargers.call("CP001", SOFT))
            await soon(lambda: received)
            asyncio.get_running_loop().call_later(0.1, go.set)
        assert await calling == ACCEPTED
        with pytest.raises(NotConnected):
            await chargers.call("CP001", SOFT)
        assert list(server.connections) == ["CP001"]


async def test_a_node_that_ends_waits_not_for_ever(world: World) -> None:
    go, received = asyncio.Event(), list[str]()
    routes = Router()

    async def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        received.append("reset")
        await go.wait()
        return ACCEPTED

    routes.add(v16.ResetRequest, reset)
    bus = await world.open_bus()
    chargers = await world.operator()
    async with Server(None, versions=["1.6"]) as server:
        await server.listen("a", 80, transport=world.net)
        options: dict[str, Any] = {"node": "a", "finish_within": 0.1}
        async with fleet.Node(server, bus, name=world.name, **options):
            await world.station("a", handler=routes)
            calling = asyncio.create_task(chargers.call("CP001", SOFT))
            await soon(lambda: received)
        with pytest.raises(ConnectionClosed) as raised:
            await calling
        found = raised.value
        assert (found.sent, found.code, found.reason) == (True, 1001, "the node stops")
        go.set()


async def test_draining(world: World) -> None:
    """They leave at the rate, in no order; calls that were taken are answered."""
    go, received = asyncio.Event(), list[str]()
    routes = Router()

    async def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        received.append("reset")
        await go.wait()
        return ACCEPTED

    routes.add(v16.ResetRequest, reset)
    site, other = await world.node("a"), await world.node("b")
    chargers = await world.operator()
    names = [f"CP{number:03}" for number in range(20)]
    stations = {name: await world.station("a", name, routes) for name in names}
    calling = asyncio.create_task(chargers.call("CP007", SOFT))
    await soon(lambda: received)
    left: list[str] = []
    for name, station in stations.items():
        station.on_close(lambda _, name=name: left.append(name))  # type: ignore[misc]
    begun = time.monotonic()
    draining = asyncio.create_task(site.node.drain(per_second=100))
    await soon(lambda: len(left) == 19)
    assert 0.15 < time.monotonic() - begun < 5
    assert left != sorted(left)
    assert not calling.done()
    assert not stations["CP007"].closed
    with pytest.raises(HandshakeFailed) as raised:
        await world.station("a", "CP001")
    assert raised.value.status == 503
    await world.station("b", "CP001", naming("b"))
    assert await answering(chargers, "CP001") == "b"
    go.set()
    assert await calling == ACCEPTED
    await draining
    assert site.identities == []
    assert other.identities == ["CP001"]
    assert {each.end.code for each in stations.values() if each.end} == {1012}


async def test_draining_over_a_time(world: World) -> None:
    """They go one after the other; who comes meanwhile is told different times."""
    site = await world.node("a")
    stations = [await world.station("a", f"CP{number}") for number in range(10)]
    ends: list[float] = []
    for station in stations:
        station.on_close(lambda _: ends.append(time.monotonic()))
    begun = time.monotonic()
    draining = asyncio.create_task(site.node.drain(spread=0.5, code=4001, reason="go"))
    await soon(lambda: ends)
    later = set[int | None]()
    for number in range(20):
        with pytest.raises(HandshakeFailed) as raised:
            await world.station("a", f"NEW{number}")
        later.add(raised.value.retry_after)
    assert len(later) > 5
    assert later <= set(range(31))
    await draining
    assert 0.4 < ends[-1] - begun < 5
    assert {each.end and (each.end.code, each.end.reason) for each in stations} == {
        (4001, "go")
    }


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"per_second": 0}, "per_second"),
        ({"spread": -1}, "spread"),
        ({"code": 1006}, "close code"),
    ],
)
async def test_draining_wants_a_rate(
    world: World, wrong: dict[str, Any], complaint: str
) -> None:
    """Otherwise it lets nobody go, and others in."""
    site = await world.node()
    with pytest.raises(ValueError, match=complaint):
        await site.node.drain(**wrong)
    assert not (await world.station()).closed


async def test_the_health_path_of_a_server_that_drains(world: World) -> None:
    bus = await world.open_bus()
    rules = ServerSettings(health_path="/health")
    async with (
        Server(heartbeats(), versions=["1.6"], server=rules) as server,
        fleet.Node(server, bus, name=world.name) as node,
    ):
        assert await health(server) == 200
        await node.drain()
        assert await health(server) == 503


async def health(server: Server) -> int:
    peer = Peer(("127.0.0.1", 1))
    answer = await server.admit(HandshakeRequest("/health", {}, peer))
    assert isinstance(answer, HttpAnswer)
    return answer.status


async def test_reprs(world: World) -> None:
    site = await world.node()
    await world.station()
    assert repr(site.node) == "<fleet.Node a 1 stations>"
    assert repr(await world.operator()) == f"<fleet.Fleet '{world.name}'>"


async def test_two_nodes_of_one_name(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """The newest connection wins all the same, and an error is logged."""
    quick = fleet.FleetSettings(beat=0.05)
    first = await world.node("a", settings=quick)
    old = await world.station("a", handler=naming("old"))
    bus = await world.open_bus()
    async with (
        Server(None, versions=["1.6"]) as server,
        fleet.Node(server, bus, name=world.name, node="a", settings=quick),
    ):
        await server.listen("b", 80, transport=world.net)
        async with connect(
            "ws://b", "CP001", versions=["1.6"], transport=world.net
        ) as new:
            await old.wait_closed()
            await soon(lambda: "another node also has the name a" in caplog.text)
            assert not new.closed
    assert first.identities == []


async def test_a_name_that_is_not_given() -> None:
    async with fleet.memory() as bus, Server(None, versions=["1.6"]) as server:
        names = {fleet.Node(server, bus, name="a").name for _ in range(3)}
    assert len(names) == 3


async def test_settings() -> None:
    with pytest.raises(ValueError, match="beat must be more than 0"):
        fleet.FleetSettings(beat=0)
    with pytest.raises(ValueError, match="accept_within must be less"):
        fleet.FleetSettings(accept_within=5, lost_after=5)


# --- Names that a hook gives ----------------------------------------------------------


async def test_tenants_are_claimed_by_the_name_that_the_hook_gives(
    world: World,
) -> None:
    def tenant(handshake: Handshake) -> Accept:
        return Accept(identity=handshake.path.strip("/"))

    for host in ("a", "b"):
        await world.node(host, on_connect=tenant)
    chargers = await world.operator()
    async with AsyncExitStack() as stack:
        for host, name in (("a", "acme"), ("b", "globex")):
            await stack.enter_async_context(
                connect(
                    f"ws://{host}/{name}",
                    "CP01",
                    versions=["1.6"],
                    handler=naming(name),
                    transport=world.net,
                )
            )
            await world.held(host, f"{name}/CP01")
        assert await answering(chargers, "acme/CP01") == "acme"
        assert await answering(chargers, "globex/CP01") == "globex"
        assert await chargers.find("CP01") is None
