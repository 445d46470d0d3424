"""Who is connected."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncGenerator, Callable
from itertools import permutations
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    Change,
    Changes,
    Connection,
    ConnectionClosed,
    Connections,
    NotConnected,
    NotConnectedInTime,
    OcppRpcError,
)
from ocpp_rpc.transports.memory import memory_pair
from tests.support.scripted import ASK, spin

OPENED: list[Connection] = []


@pytest.fixture(autouse=True)
async def closing() -> AsyncGenerator[None]:
    """At the end of each test, everybody leaves."""
    yield
    while OPENED:
        OPENED.pop().abort()


def opened(identity: str = "a") -> Connection:
    """Return an open connection to nobody."""
    ours, _ = memory_pair()
    connection = Connection(
        ours,
        v16,
        v16.BACK_OFFICE,
        identity=identity,
    )
    connection.start()
    OPENED.append(connection)
    return connection


def waiters_of(connections: Any) -> Any:
    return connections._waiters


def watchers_of(connections: Any) -> Any:
    return connections._changes


def waiting_in(changes: Any) -> Change | None:
    """Take the next change, if there is one."""
    return changes._waiting.popleft() if changes._waiting else None


def added(connections: Connections, identity: str = "a") -> Connection:
    connection = opened(identity)
    connections.add(connection)
    return connection


# --- The mapping ----------------------------------------------------------------------


async def test_a_mapping_by_identity() -> None:
    connections = Connections()
    a, b = added(connections, "a"), added(connections, "b")
    assert connections["a"] is a
    assert connections.get("b") is b
    assert (len(connections), list(connections)) == (2, ["a", "b"])
    assert list(connections.keys()) == ["a", "b"]
    assert list(connections.values()) == [a, b]
    assert list(connections.items()) == [("a", a), ("b", b)]
    assert dict(connections) == {"a": a, "b": b}
    assert "a" in connections
    assert ("b", b) in connections.items()
    assert a in connections.values()
    assert len(connections.values()) == len(connections.items()) == 2
    assert repr(connections) == "<Connections: 2>"
    b.abort()
    assert dict(connections) == {"a": a}
    a.abort()
    assert not connections


async def test_who_is_not_connected() -> None:
    connections = Connections()
    assert "a" not in connections
    assert connections.get("a") is None
    with pytest.raises(NotConnected, match="'a' is not connected") as caught:
        _ = connections["a"]
    assert isinstance(caught.value, KeyError)
    assert isinstance(caught.value, OcppRpcError)
    assert caught.value.identity == "a"


async def test_who_has_just_left() -> None:
    connections = Connections()
    a = added(connections)
    connection = connections["a"]
    a.abort()
    with pytest.raises(NotConnected):
        _ = connections["a"]
    with pytest.raises(ConnectionClosed) as caught:
        await connection.call(ASK)
    assert not caught.value.sent


@pytest.mark.parametrize(
    "view", [Connections.items, Connections.values, Connections.keys, iter]
)
async def test_iterating_while_stations_come_and_go(
    view: Callable[[Connections], Any],
) -> None:
    connections = Connections()
    a, b = added(connections, "a"), added(connections, "b")
    seen: list[Any] = []
    for each in view(connections):
        a.abort()
        b.abort()
        added(connections, f"c{len(seen)}")
        seen.append(each)
        await asyncio.sleep(0)
    assert len(seen) == 2
    assert len(connections) == 2


async def test_one_that_is_closed_already() -> None:
    connections = Connections()
    changes = connections.changes()
    connection = opened()
    connection.abort()
    connections.add(connection)
    assert (len(connections), connections.total) == (0, 0)
    assert [(await anext(changes)).connected for _ in range(2)] == [True, False]


async def test_the_newest_of_several() -> None:
    connections = Connections()
    first, second, third = (added(connections) for _ in range(3))
    assert connections["a"] is third
    assert connections.of("a") == [first, second, third]
    assert (len(connections), connections.total) == (1, 3)
    assert list(connections.items()) == [("a", third)]
    second.abort()
    assert connections.of("a") == [first, third]
    third.abort()
    assert connections["a"] is first
    other = added(connections, "b")
    assert connections.all() == [first, other]
    first.abort()
    assert connections.of("a") == []
    assert (connections.total, list(connections)) == (1, ["b"])


async def test_what_is_returned_can_be_kept() -> None:
    connections = Connections()
    added(connections)
    connections.of("a").clear()
    connections.all().clear()
    assert connections.total == len(connections.of("a")) == 1


# --- Waiting --------------------------------------------------------------------------


async def test_waiting_for_whoever_is_there() -> None:
    connections = Connections()
    a = added(connections)
    assert await connections.wait_for("a") is a
    assert await connections.wait_for("a", timeout=0) is a


async def test_several_wait() -> None:
    connections = Connections()
    waiting = [asyncio.create_task(connections.wait_for("a")) for _ in range(3)]
    other = asyncio.create_task(connections.wait_for("b", 60))
    await spin(3)
    a = added(connections)
    assert await asyncio.gather(*waiting) == [a] * 3
    assert not other.done()
    b = added(connections, "b")
    assert await other is b
    assert waiters_of(connections) == {}


@pytest.mark.parametrize("seconds", [0, 0.01, -1])
async def test_waiting_too_long(seconds: float) -> None:
    connections = Connections()
    patient = asyncio.create_task(connections.wait_for("a"))
    with pytest.raises(NotConnectedInTime, match="'a' is not connected") as caught:
        await connections.wait_for("a", seconds)
    assert isinstance(caught.value, TimeoutError)
    assert len(waiters_of(connections)["a"]) == 1
    with pytest.raises(NotConnectedInTime):
        await connections.wait_for("b", seconds)
    assert list(waiters_of(connections)) == ["a"]
    a = added(connections)
    assert await patient is a
    assert waiters_of(connections) == {}


async def test_giving_up_waiting() -> None:
    connections = Connections()
    first, second = (asyncio.create_task(connections.wait_for("a")) for _ in "ab")
    await spin(3)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert not second.done()
    second.cancel()
    a = added(connections)  # before the second one could go
    with pytest.raises(asyncio.CancelledError):
        await second
    assert waiters_of(connections) == {}
    assert connections["a"] is a


async def test_who_vanishes_before_the_waiter_goes_on() -> None:
    connections = Connections()
    waiting = asyncio.create_task(connections.wait_for("a"))
    await spin(3)
    added(connections).abort()
    await spin(3)
    assert not waiting.done()
    a = added(connections)
    assert await waiting is a


async def test_waiting_gives_the_newest() -> None:
    connections = Connections()
    waiting = asyncio.create_task(connections.wait_for("a"))
    await spin(3)
    first = added(connections)
    second = added(connections)
    assert await waiting is second
    assert connections.of("a") == [first, second]


async def test_nobody_waits_once_the_server_is_closed() -> None:
    connections = Connections()
    waiting = [asyncio.create_task(connections.wait_for(name)) for name in "aab"]
    await spin(3)
    connections.end()
    async with asyncio.timeout(5):
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [NotConnected] * 3
    with pytest.raises(NotConnected) as caught:
        await connections.wait_for("a", 5)
    assert not isinstance(caught.value, TimeoutError)


# --- Changes --------------------------------------------------------------------------


async def test_changes_in_their_order() -> None:
    connections = Connections()
    before = added(connections, "before")
    changes = connections.changes()
    a = added(connections)
    newer = added(connections)
    a.abort()
    before.abort()
    assert [waiting_in(changes) for _ in range(5)] == [
        Change(a, connected=True),
        Change(a, connected=False),
        Change(newer, connected=True),
        Change(before, connected=False),
        None,
    ]
    waiting = asyncio.ensure_future(anext(changes))
    await spin(3)
    assert not waiting.done()
    newer.abort()
    assert await waiting == Change(newer, connected=False)


async def test_the_newer_of_two_goes_first() -> None:
    connections = Connections()
    a, newer = added(connections), added(connections)
    changes = connections.changes()
    newer.abort()
    a.abort()
    assert [waiting_in(changes) for _ in range(4)] == [
        Change(newer, connected=False),
        Change(a, connected=True),
        Change(a, connected=False),
        None,
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_the_plain_reading_of_changes_is_right(order: tuple[int, ...]) -> None:
    """Of three connections of one station, whichever closes first."""
    connections = Connections()
    changes = connections.changes()
    opened_here = [added(connections) for _ in range(3)]
    noted: dict[str, Connection] = {}

    def read() -> None:
        while (change := waiting_in(changes)) is not None:
            if change.connected:
                noted[change.connection.identity] = change.connection
            else:
                del noted[change.connection.identity]

    read()
    assert noted == {"a": opened_here[2]}
    for at in order:
        opened_here[at].abort()
        read()
        assert noted == dict(connections)
    assert noted == {}


async def test_the_mapping_is_up_to_date_when_a_change_is_told() -> None:
    connections = Connections()
    told: list[tuple[bool, bool]] = []

    class Told(Changes):
        def put(self, change: Change) -> None:
            told.append((change.connected, "a" in connections))

    watcher = Told()
    watchers_of(connections).add(watcher)
    added(connections).abort()
    assert told == [(True, True), (False, False)]


async def test_each_consumer_gets_all_changes() -> None:
    connections = Connections()
    first = connections.changes()
    a = added(connections)
    second = connections.changes()
    a.abort()
    assert [(await anext(first)).connected for _ in range(2)] == [True, False]
    assert not (await anext(second)).connected


async def test_two_tasks_share_the_changes() -> None:
    connections = Connections()
    changes = connections.changes()
    tasks = [asyncio.ensure_future(anext(changes)) for _ in range(2)]
    await spin(3)
    a = added(connections)
    await spin(3)
    assert sorted(task.done() for task in tasks) == [False, True]
    b = added(connections, "b")
    assert {(await task).connection for task in tasks} == {a, b}


async def test_giving_up_on_a_change_loses_none() -> None:
    connections = Connections()
    changes = connections.changes()
    waiting = asyncio.ensure_future(anext(changes))
    await spin(3)
    waiting.cancel()
    a = added(connections)
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert (await anext(changes)).connection is a


async def test_changes_that_nobody_holds_on_to_are_not_kept() -> None:
    connections = Connections()
    changes = connections.changes()
    kept = connections.changes()
    assert len(watchers_of(connections)) == 2
    del changes
    gc.collect()
    assert list(watchers_of(connections)) == [kept]
    added(connections)
    assert (await anext(kept)).connected


async def test_changes_end_with_the_server() -> None:
    connections = Connections()
    changes = connections.changes()
    waiting = asyncio.ensure_future(anext(connections.changes(), None))
    a = added(connections)
    await spin(3)
    assert (await waiting) is not None
    a.abort()
    connections.end()
    async with asyncio.timeout(5):
        assert [change.connected async for change in changes] == [True, False]
        assert [change async for change in connections.changes()] == []


async def test_whoever_waits_for_a_change_is_told_of_the_end() -> None:
    connections = Connections()
    waiting = asyncio.ensure_future(anext(connections.changes(), None))
    await spin(3)
    connections.end()
    assert await asyncio.wait_for(waiting, 5) is None
