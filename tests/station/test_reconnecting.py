"""A station that connects again."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    Connection,
    ConnectionClosed,
    HandshakeFailed,
    NegotiationFailed,
    NetworkProfile,
    WebSocketSettings,
    connect,
)
from ocpp_rpc.protocol import events
from ocpp_rpc.station.connecting import Connecting
from tests.support.network import STEADY, Network, settled
from tests.support.served import ACCEPTED, SOFT


def connecting(network: Network, **options: Any) -> Connecting:
    options = {
        "versions": ["2.0.1", "1.6"],
        "transport": network,
        "settings": network.settings,
        "back_off": STEADY,
        **options,
    }
    return connect(options.pop("url", "ws://a/ocpp"), "CP001", **options)


class Opened:
    """Takes each connection of an iterator, in a task."""

    def __init__(self, source: Connecting) -> None:
        self.connections: list[Connection] = []
        self.task = asyncio.create_task(self._run(source))

    async def _run(self, source: Connecting) -> None:
        async with aclosing(aiter(source)) as connections:
            async for connection in connections:
                self.connections.append(connection)
                await connection.wait_closed()

    async def __aenter__(self) -> Opened:
        await settled()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.task.cancel()
        await asyncio.wait([self.task])


async def test_attempts_are_spread_as_the_back_off_says() -> None:
    network = Network([None, 503, None, None, None])
    async with Opened(connecting(network)) as opened:
        await network.pass_time(200)
        assert network.times == [0, 10, 30, 70, 110, 150]
        assert len(opened.connections) == 1
        network.lose()
        await network.pass_time(20)
        assert network.times[-1] == 210  # a success begins the back-off anew
        assert [each.closed for each in opened.connections] == [True, False]


@pytest.mark.parametrize("catches", [True, False])
async def test_a_call_in_the_body_that_loses_its_connection(catches: bool) -> None:
    async def think(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        await asyncio.Event().wait()
        raise AssertionError

    network = Network()
    network.handler = think
    seen: list[Connection] = []

    async def charge() -> None:
        source = connecting(network, versions=["1.6"])
        async with aclosing(aiter(source)) as connections:
            async for connection in connections:
                seen.append(connection)
                try:
                    await connection.call(v16.HeartbeatRequest())
                except ConnectionClosed:
                    if not catches:
                        raise

    charging = asyncio.create_task(charge())
    await settled()
    network.lose()
    await network.pass_time(20)
    if catches:
        assert [each.closed for each in seen] == [True, False]
        charging.cancel()
        await asyncio.wait([charging])
    else:
        assert [each.closed for each in seen] == [True]
        with pytest.raises(ConnectionClosed):
            await charging


async def test_every_version_is_offered_each_time() -> None:
    network = Network(["1.6"])
    async with Opened(connecting(network)) as opened:
        network.lose()
        await network.pass_time(10)
        assert [each.version for each in opened.connections] == ["1.6", "2.0.1"]
    assert network.offers == [["ocpp2.0.1", "ocpp1.6"]] * 2


async def test_no_common_version_is_tried_again() -> None:
    network = Network(["1.5", "1.6"])
    async with Opened(connecting(network)) as opened:
        await network.pass_time(10)
        assert [each.version for each in opened.connections] == ["1.6"]


async def test_a_failure_may_be_final() -> None:
    failures: list[HandshakeFailed] = []

    def retry(failure: HandshakeFailed) -> bool:
        failures.append(failure)
        return failure.status != 401

    network = Network([None, 401])
    opened = Opened(connecting(network, retry=retry))
    await settled()
    await network.pass_time(10)
    with pytest.raises(HandshakeFailed) as caught:
        await opened.task
    assert [failure.status for failure in failures] == [None, 401]
    assert caught.value is failures[-1]
    await network.pass_time(100)
    assert len(network.attempts) == 2


@pytest.mark.parametrize(
    ("value", "times"),
    [
        ("60", [0, 60]),
        ("3", [0, 10]),
        ("soon", [0, 10]),
        ("", [0, 10]),
        pytest.param("9" * 500, [0, 10], id="beyond a float"),
        pytest.param("9" * 5000, [0, 10], id="beyond an int"),
    ],
)
async def test_a_server_says_when_to_come_back(value: str, times: list[float]) -> None:
    network = Network([503], retry_after=value)
    async with Opened(connecting(network)):
        await network.pass_time(80)
        assert network.times == times


async def test_profiles_are_tried_in_turn() -> None:
    profiles = [
        NetworkProfile(url="ws://a"),
        NetworkProfile(url="ws://b", versions=["1.6"]),
        NetworkProfile(url="ws://c"),
    ]
    network = Network([None, None, None, "1.6", None, None, None, None, None])
    source = connecting(network, url=profiles, attempts=2)
    async with Opened(source) as opened:
        await network.pass_time(100)
        assert [each.version for each in opened.connections] == ["1.6"]
        network.lose()
        await network.pass_time(250)
    hosts = [url.removeprefix("ws://")[0] for _, url in network.attempts]
    assert "".join(hosts) == "aabb" + "bbccaab"[: len(hosts) - 4]
    assert len(hosts) > 9
    assert network.offers[3] == ["ocpp1.6"]


async def test_leaving_the_iterator_closes_its_connection() -> None:
    network = Network()
    async with Opened(connecting(network)) as opened:
        (connection,) = opened.connections
    assert connection.end is not None
    assert connection.end.code == 1000
    await network.pass_time(100)
    assert len(network.attempts) == 1


async def test_who_leaves_while_it_waits_for_the_next_attempt() -> None:
    network = Network([None])
    async with Opened(connecting(network)):
        assert network.clock.timers == 1
    assert network.clock.timers == 0
    await network.pass_time(20)
    assert network.times == [0]


async def test_a_block_that_ends_early_connects_anew() -> None:
    network = Network()
    source = connecting(network)
    seen: list[Connection] = []

    async def use() -> None:
        async with aclosing(aiter(source)) as connections:
            async for connection in connections:
                seen.append(connection)
                if len(seen) == 2:
                    break

    using = asyncio.create_task(use())
    await network.pass_time(10)
    await using
    assert [each.closed for each in seen] == [True, True]


async def test_calls_both_ways_on_each_connection() -> None:
    class Charger(v16.ChargePoint):
        async def reset(
            self, request: v16.ResetRequest, connection: Any
        ) -> v16.ResetResponse:
            return ACCEPTED

    network = Network()
    async with Opened(connecting(network, versions=["1.6"], handler=Charger())):
        for _ in range(2):
            assert network.back_office is not None
            assert await network.back_office.call(SOFT) == ACCEPTED
            network.lose()
            await network.pass_time(10)


async def test_one_connection_is_not_tried_again() -> None:
    network = Network([None])
    with pytest.raises(HandshakeFailed, match="Network is unreachable"):
        async with connecting(network):
            pass
    network = Network(["1.5"])
    with pytest.raises(NegotiationFailed):
        async with connecting(network):
            pass
    assert network.times == [0]


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"url": []}, "network profile"),
        ({"attempts": 0}, "attempts"),
        ({"versions": ["3"]}, "version"),
        ({"url": [NetworkProfile(url="ws://a", versions=["3"])]}, "version"),
    ],
)
def test_what_cannot_work_is_refused_at_once(
    options: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        connecting(Network(), **options)


async def test_what_an_observer_sets_at_the_opening_holds() -> None:
    network = Network()

    def observe(event: events.Event, connection: Connection) -> None:
        if isinstance(event, events.Opened):
            connection.keep_alive(None)

    settings = replace(network.settings, observer=observe)
    pings = WebSocketSettings(ping_interval=5.0)
    async with connecting(network, settings=settings, websocket=pings) as connection:
        await network.pass_time(0)
        assert network.clock.timers == 1  # the next ping of the back office
        connection.keep_alive(5.0)
        assert network.clock.timers == 2
