"""What the caller sees, and how soon, when a process or a network fails.

The rows of the table in docs/fleet.md, with real processes.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncGenerator, Awaitable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from ocpp_messages import v16
from ocpp_rpc import ConnectionClosed, NotConnected, connect, fleet
from tests.fleet.engine import HOST, Engine, free_port, missing
from tests.fleet.processes import Forwarder, NodeProcess, Walker, walking
from tests.fleet.world import inside, soon
from tests.support.lacking import lack
from tests.support.served import ACCEPTED, SOFT

pytestmark = pytest.mark.timeout(60)


class Scene:
    """Nodes as processes, over an engine."""

    def __init__(self, stack: AsyncExitStack, folder: Path) -> None:
        self.name = f"f{uuid4().hex[:8]}"
        self._stack = stack
        self._folder = folder

    async def node(self, url: str, name: str) -> NodeProcess:
        log = self._folder / f"{name}.log"
        process = NodeProcess(url, self.name, name, log)
        self._stack.push_async_callback(process.end)
        await process.start()
        return process

    async def operator(self, url: str) -> fleet.Fleet:
        bus = await self._stack.enter_async_context(await fleet.nats(url))
        return await self._stack.enter_async_context(fleet.Fleet(bus, name=self.name))

    async def walk(self, walkers: list[Walker], *urls: str) -> None:
        await self._stack.enter_async_context(walking(walkers, *urls))


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncGenerator[Scene]:
    lack(missing())
    async with AsyncExitStack() as stack:
        yield Scene(stack, tmp_path)


async def timed(call: Awaitable[Any]) -> tuple[object, float]:
    """Return what a call returns or raises, and after how many seconds."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    try:
        found: object = await call
    except Exception as error:  # noqa: BLE001 - it is looked at
        found = error
    return found, loop.time() - begun


def is_lost(found: object, reason: str) -> bool:
    return isinstance(found, ConnectionClosed) and found.sent and found.reason == reason


async def test_a_node_is_killed_with_a_call_in_flight(
    scene: Scene, engine: Engine
) -> None:
    node = await scene.node(engine.url, "a")
    chargers = await scene.operator(engine.url)
    walker = Walker("CP001")
    walker.delay = 30
    await scene.walk([walker], node.url)
    calling = asyncio.create_task(timed(chargers.call("CP001", SOFT, wait_connected=5)))
    await soon(lambda: walker.received)
    killed = asyncio.get_running_loop().time()
    node.send(signal.SIGKILL)
    found, _ = await calling
    assert is_lost(found, "the node is gone")
    assert asyncio.get_running_loop().time() - killed < 4
    assert walker.received == ["reset"]
    found, seconds = await timed(chargers.call("CP001", SOFT))
    assert isinstance(found, NotConnected)
    assert seconds < 0.5
    places = chargers.connected()
    assert [place async for place in places] == []
    assert places.missing == ("a",)


async def test_a_node_hangs_and_carries_out_nothing_late(
    scene: Scene, engine: Engine
) -> None:
    node = await scene.node(engine.url, "a")
    chargers = await scene.operator(engine.url)
    walker = Walker("CP001")
    await scene.walk([walker], node.url)
    assert await chargers.call("CP001", SOFT, wait_connected=5) == ACCEPTED
    node.send(signal.SIGSTOP)
    calls = [asyncio.create_task(timed(chargers.call("CP001", SOFT))) for _ in range(3)]
    for found, seconds in await asyncio.gather(*calls):
        assert is_lost(found, "the node does not answer")
        assert 4.5 < seconds < 6.5
    node.send(signal.SIGCONT)
    assert await chargers.call("CP001", SOFT, total_timeout=5) == ACCEPTED
    await asyncio.sleep(0.3)
    assert walker.received == ["reset", "reset"]


async def test_calls_that_wait_at_a_node_that_stops_are_not_carried_out_late(
    scene: Scene, engine: Engine
) -> None:
    """The node has taken them; their turn comes once it is resumed."""
    node = await scene.node(engine.url, "a")
    chargers = await scene.operator(engine.url)
    walker = Walker("CP001")
    walker.delay = 0.5
    await scene.walk([walker], node.url)
    first = asyncio.create_task(timed(chargers.call("CP001", SOFT, wait_connected=5)))
    await soon(lambda: walker.received)
    waiting = [
        asyncio.create_task(timed(chargers.call("CP001", SOFT))) for _ in range(3)
    ]
    await asyncio.sleep(0.1)
    node.send(signal.SIGSTOP)
    for found, _ in await asyncio.gather(first, *waiting):
        assert is_lost(found, "the node does not answer")
    node.send(signal.SIGCONT)
    walker.delay = 0
    assert await chargers.call("CP001", SOFT, total_timeout=5) == ACCEPTED
    await asyncio.sleep(0.3)
    assert walker.received == ["reset", "reset"]


async def test_a_node_is_stopped_shortly(scene: Scene, engine: Engine) -> None:
    node = await scene.node(engine.url, "a")
    chargers = await scene.operator(engine.url)
    walker = Walker("CP001")
    await scene.walk([walker], node.url)
    assert await chargers.call("CP001", SOFT, wait_connected=5) == ACCEPTED
    node.send(signal.SIGSTOP)
    calling = asyncio.create_task(timed(chargers.call("CP001", SOFT)))
    await asyncio.sleep(1.2)
    node.send(signal.SIGCONT)
    found, _ = await calling
    assert found == ACCEPTED
    assert walker.received == ["reset", "reset"]


async def test_the_engine_is_killed_and_restarted(
    scene: Scene, own_engine: Engine
) -> None:
    nodes = [await scene.node(own_engine.url, name) for name in "abc"]
    chargers = await scene.operator(own_engine.url)
    walkers = [Walker(f"CP{number:03}") for number in range(30)]
    await scene.walk(walkers, *(node.url for node in nodes))
    await soon(lambda: all(walker.connection for walker in walkers))
    connections = [walker.connection for walker in walkers]
    assert await chargers.call("CP000", SOFT, wait_connected=5) == ACCEPTED
    own_engine.kill()
    await soon(lambda: not inside(chargers)._ground.bus.connected, 1)
    found, seconds = await timed(chargers.call("CP000", SOFT))
    assert isinstance(found, fleet.FleetUnavailable)
    assert seconds < 1
    await asyncio.sleep(4.5)
    assert [walker.connection for walker in walkers] == connections
    own_engine.start()
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await soon(lambda: inside(chargers)._ground.bus.connected)
    found = None
    while found != ACCEPTED and loop.time() - begun < 5:
        found, _ = await timed(chargers.call("CP000", SOFT))
    assert loop.time() - begun < 4
    listed: set[str] = set()
    while len(listed) < 30 and loop.time() - begun < 5:
        listed = {place.identity async for place in chargers.connected()}
    assert len(listed) == 30
    assert loop.time() - begun < 4.5
    assert [walker.connection for walker in walkers] == connections


async def test_a_station_moves_while_the_engine_is_away(
    scene: Scene, own_engine: Engine
) -> None:
    first = await scene.node(own_engine.url, "a")
    second = await scene.node(own_engine.url, "b")
    chargers = await scene.operator(own_engine.url)
    old, new = Walker("CP001"), Walker("CP001")
    async with walking([old], first.url):
        assert await chargers.call("CP001", SOFT, wait_connected=5) == ACCEPTED
        before = old.connection
        own_engine.kill()
        await scene.walk([new], second.url)
        await soon(lambda: new.connection)
        own_engine.start()
        assert before is not None
        async with asyncio.timeout(5):
            await before.wait_closed()
        assert before.end is not None
        assert before.end.code == 1008
    await soon(lambda: inside(chargers)._ground.bus.connected)
    for _ in range(10):
        assert await chargers.call("CP001", SOFT, wait_connected=5) == ACCEPTED
    assert new.connection is not None


@pytest.fixture
async def cluster(tmp_path: Path) -> AsyncGenerator[list[Engine]]:
    """Three engine servers that know each other."""
    lack(missing())
    routes = [free_port() for _ in range(3)]
    joined = ",".join(f"nats-route://{HOST}:{port}" for port in routes)
    engines = [
        Engine(
            tmp_path,
            *("--cluster_name", "c", "--server_name", f"s{port}"),
            *("--cluster", f"nats://{HOST}:{port}", "--routes", joined),
        )
        for port in routes
    ]
    yield engines
    for engine in engines:
        engine.kill()


async def test_one_of_three_engine_servers_is_killed(
    scene: Scene, cluster: list[Engine]
) -> None:
    urls = ",".join(engine.url for engine in cluster)
    nodes = [await scene.node(urls, name) for name in "abc"]
    chargers = await scene.operator(urls)
    walkers = [Walker(f"CP{number:03}") for number in range(12)]
    await scene.walk(walkers, *(node.url for node in nodes))
    for walker in walkers:
        found, _ = await timed(chargers.call(walker.identity, SOFT, wait_connected=5))
        assert found == ACCEPTED
    results: list[object] = []
    stop = asyncio.Event()

    async def load() -> None:
        while not stop.is_set():
            for walker in walkers:
                found, _ = await timed(chargers.call(walker.identity, SOFT))
                results.append(found)
            await asyncio.sleep(0.02)

    loading = asyncio.create_task(load())
    await asyncio.sleep(0.3)
    cluster[0].kill()
    await asyncio.sleep(5)
    stop.set()
    await loading
    other = [each for each in results if each != ACCEPTED]
    assert len(results) > 100
    # Those of its nodes, once each, until they have found another server.
    assert len(other) <= 12, other
    assert results[-12:] == [ACCEPTED] * 12
    assert all(walker.connection for walker in walkers)


async def test_the_network_between_node_and_engine_is_cut(
    scene: Scene, engine: Engine
) -> None:
    forwarder = Forwarder(engine.port)
    url = await forwarder.start()
    try:
        cut = await scene.node(url, "a")
        other = await scene.node(engine.url, "b")
        chargers = await scene.operator(engine.url)
        walker, moving = Walker("CP001"), Walker("CP002")
        await scene.walk([walker], cut.url)
        async with walking([moving], cut.url):
            for identity in ("CP001", "CP002"):
                found, _ = await timed(chargers.call(identity, SOFT, wait_connected=5))
                assert found == ACCEPTED
            before = moving.connection
            forwarder.open.clear()
            found, seconds = await timed(chargers.call("CP001", SOFT))
            assert is_lost(found, "the node does not answer")
            assert 4.5 < seconds < 6.5
            moved = Walker("CP002")
            await scene.walk([moved], other.url)
            await soon(lambda: moved.connection)
            assert before is not None
            assert not before.closed
            forwarder.open.set()
            async with asyncio.timeout(10):
                await before.wait_closed()
        for identity in ("CP001", "CP002"):
            found, _ = await timed(chargers.call(identity, SOFT, wait_connected=5))
            assert found == ACCEPTED
        assert moved.connection is not None
        assert walker.received == ["reset", "reset"]
        await asyncio.sleep(0.3)
        assert walker.received == ["reset", "reset"]
    finally:
        await forwarder.stop()


async def test_a_rolling_restart_under_load_loses_no_call(
    scene: Scene, engine: Engine
) -> None:
    nodes = [await scene.node(engine.url, name) for name in "abc"]
    urls = [node.url for node in nodes]
    chargers = await scene.operator(engine.url)
    walkers = [Walker(f"CP{number:03}") for number in range(30)]
    for walker in walkers:
        walker.delay = 0.02
    await scene.walk(walkers, *urls)
    answered: list[str] = []
    failed: list[Exception] = []
    stop = asyncio.Event()

    async def load(walker: Walker) -> None:
        count = 0
        while not stop.is_set():
            count += 1
            data = f"{walker.identity}-{count}"
            request = v16.DataTransferRequest(vendor_id="acme", data=data)
            try:
                await chargers.call(walker.identity, request, wait_connected=10)
            except Exception as error:  # noqa: BLE001 - it is looked at
                failed.append(error)
            else:
                answered.append(data)
            await asyncio.sleep(0.02)

    loading = [asyncio.create_task(load(walker)) for walker in walkers]
    await soon(lambda: len(answered) > 100, 10)
    for node in nodes:
        node.send(signal.SIGTERM)
        assert await node.ended() == 0
        await node.start()
    await asyncio.sleep(0.5)
    stop.set()
    await asyncio.gather(*loading)
    received = [data for walker in walkers for data in walker.received]
    assert failed == []
    assert len(received) == len({*received})
    assert {*answered} == {*received}


class Ledger:
    """What has become of calls, by what they say.

    Attributes:
        answered: They were answered.
        sent: They may have been carried out.
        unsent: They were not.
    """

    def __init__(self, chargers: fleet.Fleet) -> None:
        self._chargers = chargers
        self.answered: list[str] = []
        self.sent: list[str] = []
        self.unsent: list[str] = []

    def __iter__(self) -> Iterator[list[str]]:
        return iter((self.answered, self.sent, self.unsent))

    async def call(self, identity: str, data: str) -> None:
        request = v16.DataTransferRequest(vendor_id="acme", data=data)
        try:
            await self._chargers.call(identity, request, wait_connected=10, timeout=10)
        except ConnectionClosed as error:
            (self.sent if error.sent else self.unsent).append(data)
        except NotConnected:
            self.unsent.append(data)
        else:
            self.answered.append(data)


@pytest.mark.timeout(120)
async def test_stations_that_jump_between_three_nodes(
    scene: Scene, engine: Engine
) -> None:
    """3,000 calls: none is carried out twice, and the newest connection is left."""
    nodes = [await scene.node(engine.url, name) for name in "abc"]
    urls = [node.url for node in nodes]
    chargers = await scene.operator(engine.url)
    received: list[str] = []
    newest: dict[str, str] = {}
    stop = asyncio.Event()
    identities = [f"CP{number:02}" for number in range(20)]

    async def jump(identity: str, number: int) -> None:
        """Connect at one node after the other, while the old connection is open."""
        async with AsyncExitStack() as stack:
            at = number
            while not stop.is_set():
                at += 1
                walker = Walker(identity)
                walker.received = received
                await stack.enter_async_context(_Once(walker, urls[at % 3]))
                newest[identity] = "abc"[at % 3]
                await asyncio.sleep(0.05 + 0.01 * (number % 7))
            await finished.wait()

    finished = asyncio.Event()
    jumping = [
        asyncio.create_task(jump(identity, number))
        for number, identity in enumerate(identities)
    ]
    ledger = Ledger(chargers)
    calls = iter(range(3000))

    async def load() -> None:
        for count in calls:
            await ledger.call(identities[count % len(identities)], f"call-{count}")

    await asyncio.gather(*(load() for _ in range(10)))
    stop.set()
    await asyncio.sleep(1)
    places = {place.identity: place.node async for place in chargers.connected()}
    assert places == newest
    for identity in identities:
        request = v16.DataTransferRequest(vendor_id="acme", data="last")
        assert (await chargers.call(identity, request)).data == "last"
    finished.set()
    await asyncio.gather(*jumping)
    carried_out = [data for data in received if data != "last"]
    assert sum(map(len, ledger)) == 3000
    assert len(carried_out) == len({*carried_out})
    assert {*ledger.answered} <= {*carried_out} <= {*ledger.answered, *ledger.sent}
    assert len(ledger.answered) > 2000, [*map(len, ledger)]


class _Once:
    """A station that connects once, and stays until it is closed or told to go."""

    def __init__(self, walker: Walker, url: str) -> None:
        self._walker = walker
        self._url = url
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> None:
        options: dict[str, Any] = {"versions": ["1.6"], "handler": self._walker.routes}
        connecting = connect(self._url, self._walker.identity, **options)
        await self._stack.enter_async_context(connecting)

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()
