"""The console of a fleet: who is connected to any node, and calls through it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count
from typing import Any, cast

import httpx2
import pytest

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import console, fleet, testing
from ocpp_rpc.console import fleets
from ocpp_rpc.console.watching import Watch
from tests.console.world import QUICK, Browser

STATUS = v16.StatusNotificationRequest(
    connector_id=1,
    error_code=v16.ChargePointErrorCode.NO_ERROR,
    status=v16.ChargePointStatus.AVAILABLE,
)


def accept(_: v16.ResetRequest) -> v16.ResetResponse:
    return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)


def noted(_: v16.StatusNotificationRequest) -> v16.StatusNotificationResponse:
    return v16.StatusNotificationResponse()


class Nodes:
    """Two nodes, and a console."""

    def __init__(self, stack: AsyncExitStack) -> None:
        self._stack = stack
        self.net = testing.network()
        self.memory = fleet.memory()
        self.app: Any = None

    async def node(self, name: str) -> None:
        routes = ocpp_rpc.Router()
        routes.add(v16.StatusNotificationRequest, noted)
        server = ocpp_rpc.Server(routes, versions=["1.6"])
        await self._stack.enter_async_context(server)
        node = fleet.Node(
            server,
            self.memory,
            name="prod",
            node=name,
            publish=[v16.StatusNotificationRequest],
        )
        await self._stack.enter_async_context(node)
        await server.listen(name, 80, transport=self.net)

    async def open(self, **wanted: Any) -> None:
        chargers = fleet.Fleet(self.memory, name="prod")
        await self._stack.enter_async_context(chargers)
        opening = console.fleet_app(chargers, settings=QUICK, **wanted)
        self.app = await self._stack.enter_async_context(opening)

    async def charger(self, node: str, identity: str) -> Any:
        connecting = ocpp_rpc.connect(
            f"ws://{node}",
            identity,
            versions=["1.6"],
            handler=accept,
            transport=self.net,
        )
        return await self._stack.enter_async_context(connecting)

    async def browser(self, identity: str | None = None) -> Browser:
        opened = Browser(self.app, identity)
        await opened.open()
        self._stack.push_async_callback(opened.close)
        return opened

    async def call(self, identity: str, payload: Any) -> httpx2.Response:
        transport = httpx2.ASGITransport(self.app)
        ask = {"identity": identity, "version": "1.6", "action": "Reset"}
        async with httpx2.AsyncClient(
            transport=transport, base_url="http://console"
        ) as http:
            return await http.post("/api/call", json={**ask, "payload": payload})


@asynccontextmanager
async def nodes() -> AsyncGenerator[Nodes]:
    async with AsyncExitStack() as stack:
        opened = Nodes(stack)
        await opened.node("a")
        await opened.node("b")
        yield opened


async def test_who_is_connected_to_any_node() -> None:
    async with nodes() as opened:
        await opened.charger("a", "CP1")
        await opened.open()
        browser = await opened.browser()
        await browser.wait_for(lambda b: "CP1" in b.known)
        second = await opened.charger("b", "CP2")
        await browser.wait_for(lambda b: "CP2" in b.known)
        await second.close()
        await browser.wait_for(lambda b: not b.known["CP2"]["connected"])
    assert browser.known["CP1"]["version"] == "1.6"


async def test_calls_go_through_the_fleet() -> None:
    async with nodes() as opened:
        await opened.open(send={"Reset"})
        browser = await opened.browser()
        await opened.charger("b", "CP1")
        await browser.wait_for(lambda b: "CP1" in b.known)
        answer = await opened.call("CP1", {"type": "Soft"})
        bad = await opened.call("CP1", {"type": "Odd"})
        nobody = await opened.call("CP2", {"type": "Soft"})
    assert answer.json()["response"] == {"status": "Accepted"}
    assert (bad.status_code, nobody.status_code) == (422, 503)


async def test_nothing_may_be_sent_by_default() -> None:
    async with nodes() as opened:
        await opened.open()
        browser = await opened.browser()
        await opened.charger("a", "CP1")
        await browser.wait_for(lambda b: "CP1" in b.known)
        answer = await opened.call("CP1", {"type": "Soft"})
    assert answer.status_code == 403


async def test_messages_that_nodes_publish() -> None:
    async with nodes() as opened:
        await opened.open(messages=[v16.StatusNotificationRequest])
        browser = await opened.browser("CP1")
        charger = await opened.charger("a", "CP1")
        await browser.wait_for(lambda b: b.detail)
        await charger.call(STATUS)
        await browser.wait_for(lambda b: b.frames)
        await browser.wait_for(lambda b: b.detail["connectors"])
    assert browser.detail["connectors"] == {"1": "Available"}
    assert browser.detail["address"] == "node a"


async def test_a_list_makes_good_what_was_missed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def nothing(_: Any) -> None:
        pass

    monkeypatch.setattr(fleets.Follower, "changes", nothing)
    monkeypatch.setattr(fleets, "_LIST_EACH", 0.01)
    async with nodes() as opened:
        await opened.open()
        browser = await opened.browser()
        charger = await opened.charger("a", "CP1")
        await browser.wait_for(lambda b: "CP1" in b.known)
        await charger.close()
        await browser.wait_for(lambda b: not b.known["CP1"]["connected"])


class Told:
    """A fleet that tells what a test says."""

    def __init__(self, *changes: fleet.FleetChange) -> None:
        self._changes = changes

    async def changes(self) -> AsyncGenerator[fleet.FleetChange]:
        for change in self._changes:
            yield change


def change(what: Any, node: str, identity: str | None = None) -> fleet.FleetChange:
    version = None if identity is None else "1.6"
    return fleet.FleetChange(what, node, identity, version)


async def test_the_chargers_of_a_node_that_is_lost_are_gone() -> None:
    come = [change("connected", node, f"CP{n}") for n, node in enumerate("aab")]
    watch, chargers = Watch(QUICK), Told(*come, change("node lost", "a"))
    await fleets.Follower(watch, cast(fleet.Fleet, chargers)).changes()
    assert [each.connected for each in watch.chargers.values()] == [False, False, True]
    [trouble] = watch.chargers["CP0"].detail()["trouble_list"]
    assert trouble["text"] == "node a is lost"


async def test_a_charger_that_has_moved_is_not_gone() -> None:
    moved = (
        change("connected", "a", "CP1"),
        change("connected", "b", "CP1"),
        change("disconnected", "a", "CP1"),
        change("node lost", "a"),
    )
    watch = Watch(QUICK)
    await fleets.Follower(watch, cast(fleet.Fleet, Told(*moved))).changes()
    assert watch.chargers["CP1"].connected
    assert watch.chargers["CP1"].address == "node b"


class Listed:
    """What a fleet lists, one list after the other; the end of them is an error.

    Args:
        lists: The nodes of the chargers that are listed, by identity, the nodes that do
            not answer, and what is done when all chargers are listed.
    """

    def __init__(
        self, *lists: tuple[dict[str, str], tuple[str, ...], Callable[[], Any]]
    ) -> None:
        self._lists = list(lists)
        self.missing: tuple[str, ...] = ()

    def connected(self) -> Listed:
        return self

    async def __aiter__(self) -> AsyncGenerator[fleet.Place]:
        found, self.missing, then = self._lists.pop(0)
        for identity, node in found.items():
            yield fleet.Place(identity, node, "1.6")
        then()


def nothing() -> None:
    """Do nothing."""


async def test_changes_are_newer_than_a_list_that_is_being_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fleets, "_LIST_EACH", 0.0)

    def come_and_go() -> None:
        join("COMES", "1.6", "a")
        leave("GOES", "a")

    listed = Listed(({"GOES": "a"}, (), nothing), ({"GOES": "a"}, (), come_and_go))
    watch = Watch(QUICK)
    follower: Any = fleets.Follower(watch, cast(fleet.Fleet, listed))
    join, leave = follower._join, follower._leave
    with pytest.raises(IndexError):
        await follower.lists()
    found = {each.identity: each.connected for each in watch.chargers.values()}
    assert found == {"COMES": True, "GOES": False}


async def test_a_node_that_does_not_answer_keeps_its_chargers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fleets, "_LIST_EACH", 0.0)
    both = {"CP1": "a", "CP2": "b"}
    listed = Listed((both, (), nothing), ({}, ("a",), nothing))
    watch = Watch(QUICK)
    follower = fleets.Follower(watch, cast(fleet.Fleet, listed))
    with pytest.raises(IndexError):
        await follower.lists()
    found = {each.identity: each.connected for each in watch.chargers.values()}
    assert found == {"CP1": True, "CP2": False}


async def test_streams_end_with_the_console_of_a_fleet() -> None:
    async with nodes() as opened, AsyncExitStack() as stack:
        chargers = await stack.enter_async_context(
            fleet.Fleet(opened.memory, name="prod")
        )
        opening = console.fleet_app(chargers, settings=QUICK)
        opened.app = await stack.enter_async_context(opening)
        browser = await opened.browser()
        await browser.wait_for(lambda b: b.resets)
        await stack.aclose()
        await browser.ended()


async def test_how_long_a_call_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[Any] = []

    async def call(*_: Any, **given: Any) -> v16.ResetResponse:
        limits.append(given)
        return accept(v16.ResetRequest(type=v16.ResetType.SOFT))

    monkeypatch.setattr(fleet.Fleet, "call", call)
    async with nodes() as opened:
        await opened.charger("a", "CP1")
        await opened.open(send={"Reset"})
        answer = await opened.call("CP1", {"type": "Soft"})
    assert answer.json()["response"] == {"status": "Accepted"}
    within = QUICK.call_timeout
    assert limits == [{"timeout": within, "total_timeout": within + 5.0}]


class Messages(Told):
    """A fleet whose one message overtakes what tells that its charger has left."""

    async def messages(self, _: Any) -> AsyncGenerator[fleet.FleetMessage[Any]]:
        yield fleet.FleetMessage("CP1", "a", "1.6", "1", STATUS, "[2]")


@pytest.mark.parametrize("gone", [1, 2])
async def test_a_message_makes_no_ghost(gone: int) -> None:
    """Whether its charger is known or is forgotten, it is not connected."""
    watch = Watch(console.ConsoleSettings(gone=gone))
    told = Messages(
        *(
            change(what, "a", identity)
            for identity in ("CP1", "CP2")
            for what in ("connected", "disconnected")
        )
    )
    follower = fleets.Follower(watch, cast(fleet.Fleet, told))
    await follower.changes()
    assert ("CP1" in watch.chargers) == (gone == 2)
    await follower.messages_of(v16.StatusNotificationRequest)()
    charger = watch.chargers["CP1"]
    assert (charger.connected, charger.connectors) == (False, {"1": "Available"})
    assert len(watch.chargers) == gone


class Failing:
    """Work that fails as a test says, and then waits."""

    def __init__(self, *errors: Exception) -> None:
        self._errors = list(errors)
        self.done = asyncio.Event()

    async def work(self) -> None:
        if self._errors:
            raise self._errors.pop(0)
        self.done.set()
        await asyncio.Event().wait()


async def test_what_fails_is_tried_again_and_logged_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fleets, "_PAUSE", 0.0)
    caplog.set_level("INFO", "ocpp_rpc.console")
    away, odd = fleet.FleetUnavailable(), ValueError("odd")
    failing = Failing(away, away, odd, odd, RuntimeError("odd"), odd, away)
    # Each turn lasts no time at all, by a clock that stands still.
    monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: 1.0)
    keeping = asyncio.create_task(vars(fleets)["_keep_on"](failing.work))
    await failing.done.wait()
    keeping.cancel()
    unavailable = "the engine of the fleet cannot be reached"
    failed = "following the fleet failed; it is tried again"
    assert [each.message for each in caplog.records] == [
        unavailable,
        failed,
        failed,
        failed,
        unavailable,
    ]
    assert caplog.records[1].exc_info


async def test_what_fails_again_after_it_has_worked_is_logged_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fleets, "_PAUSE", 0.0)
    failing = Failing(*[ValueError("odd")] * 3)
    times = count(1.0)
    monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: next(times))
    keeping = asyncio.create_task(vars(fleets)["_keep_on"](failing.work))
    await failing.done.wait()
    keeping.cancel()
    assert len(caplog.records) == 3


@pytest.mark.parametrize("broken", ["find", "call"])
async def test_a_fleet_that_is_away(
    monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    async def away(*_: Any, **__: Any) -> None:
        raise fleet.FleetUnavailable

    async with nodes() as opened:
        await opened.charger("a", "CP1")
        await opened.open(send={"Reset"})
        monkeypatch.setattr(fleet.Fleet, broken, away)
        answer = await opened.call("CP1", {"type": "Soft"})
    text = "the fleet is unavailable: the engine cannot be reached"
    assert (answer.status_code, answer.json()) == (
        503,
        {"outcome": "unavailable", "text": text},
    )
