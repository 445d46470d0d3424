"""The console of a fleet: who is connected to any node, and calls through it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
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
    assert (bad.status_code, nobody.status_code) == (422, 404)


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


class Lost:
    """A fleet that loses a node."""

    async def changes(self) -> AsyncGenerator[fleet.FleetChange]:
        for number, node in enumerate("aab"):
            yield fleet.FleetChange("connected", node, f"CP{number}", "1.6")
        yield fleet.FleetChange("node lost", "a")


async def test_the_chargers_of_a_node_that_is_lost_are_gone() -> None:
    watch, chargers = Watch(QUICK), Lost()
    await fleets.Follower(watch, cast(fleet.Fleet, chargers)).changes()
    assert [each.connected for each in watch.chargers.values()] == [False, False, True]
    [trouble] = watch.chargers["CP0"].detail()["trouble_list"]
    assert trouble["text"] == "node a is lost"


async def test_a_fleet_that_is_away() -> None:
    async with nodes() as opened:
        await opened.open(send={"Reset"})
        async with AsyncExitStack() as stack:
            patch = stack.enter_context(pytest.MonkeyPatch.context())

            async def away(*_: Any) -> None:
                raise fleet.FleetUnavailable

            patch.setattr(fleet.Fleet, "find", away)
            answer = await opened.call("CP1", {"type": "Soft"})
    assert (answer.status_code, answer.json()["outcome"]) == (200, "failed")
