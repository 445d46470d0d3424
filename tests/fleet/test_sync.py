"""An operator that waits instead of awaiting."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Generator
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import NotConnected, Server, connect, fleet, testing
from tests.fleet.engine import Engine, free_port
from tests.fleet.world import accepting, inside, soon
from tests.support.served import ACCEPTED, SOFT, heartbeats


class Office:
    """A node and a station, in the event loop of another thread."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.beat: Callable[[], Any] = lambda: None
        self._ready, self._stop = threading.Event(), asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._ready.wait(10)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        net = testing.network()
        options: dict[str, Any] = {"versions": ["1.6"], "transport": net}
        async with (
            await fleet.nats(self.url) as bus,
            Server(heartbeats(), versions=["1.6"]) as server,
            fleet.Node(
                server, bus, name="s", node="a", publish=[v16.HeartbeatRequest]
            ) as node,
        ):
            await server.listen("a", 80, transport=net)
            async with connect("ws://a", "CP001", handler=accepting(), **options) as it:
                await soon(lambda: node.stations)
                self.beat = lambda: asyncio.run_coroutine_threadsafe(
                    it.call(v16.HeartbeatRequest()), self._loop
                ).result(5)
                self._ready.set()
                await self._stop.wait()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)


@pytest.fixture
def office(engine: Engine) -> Generator[Office]:
    office = Office(engine.url)
    yield office
    office.stop()


def test_calls(office: Office) -> None:
    with fleet.sync.Fleet(office.url, name="s") as chargers:
        assert chargers.call("CP001", SOFT, total_timeout=5) == ACCEPTED
        with pytest.raises(NotConnected):
            chargers.call("CP002", SOFT)
        assert chargers.nodes == ("a",)
        assert chargers.find("CP001") == fleet.Place("CP001", "a", "1.6")
        assert repr(chargers) == "<fleet.sync.Fleet 's'>"


def test_many(office: Office) -> None:
    with fleet.sync.Fleet(lambda: fleet.nats(office.url), name="s") as chargers:
        places = chargers.connected(prefix="CP")
        assert [each.identity for each in places] == ["CP001"]
        assert places.missing == ()
        outcomes = chargers.each(SOFT)
        assert [each.response for each in outcomes] == [ACCEPTED]


def test_changes(office: Office) -> None:
    with fleet.sync.Fleet(office.url, name="s") as chargers:
        changes = chargers.changes()
        assert changes.dropped == 0
        with pytest.raises(AttributeError):
            _ = changes._queue
        messages = chargers.messages(v16.HeartbeatRequest)
        assert (messages.dropped, messages.unreadable) == (0, 0)
        with pytest.raises(AttributeError):
            _ = inside(messages)._many._queue


def test_messages(office: Office) -> None:
    with fleet.sync.Fleet(office.url, name="s") as chargers:
        timer = threading.Timer(0.3, office.beat)
        timer.start()
        for message in chargers.messages(v16.HeartbeatRequest):
            assert message.request == v16.HeartbeatRequest()
            assert (message.identity, message.node) == ("CP001", "a")
            assert (message.version, message.frame[:3]) == ("1.6", "[2,")
            assert message.id
            assert "CP001" in repr(message)
            message.ack()
            break
        timer.join()


def test_it_is_used_within_its_block() -> None:
    chargers = fleet.sync.Fleet("nats://127.0.0.1:1", name="s")
    with pytest.raises(RuntimeError, match="use a Fleet inside its"):
        chargers.find("CP001")


def test_no_engine() -> None:
    url = f"nats://127.0.0.1:{free_port()}"
    before = threading.active_count()
    with (
        pytest.raises(fleet.FleetUnavailable),
        fleet.sync.Fleet(url, name="s"),
    ):
        pass
    assert threading.active_count() == before
