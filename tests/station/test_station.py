"""A station that stays connected."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, NoReturn

import pytest

from ocpp_messages import v16, v21
from ocpp_rpc import (
    CallTimeout,
    Connection,
    ConnectionClosed,
    HandshakeFailed,
    NotConnectedInTime,
    QueueFull,
    Station,
    connect,
)
from ocpp_rpc.station import ShouldRetry
from tests.support.network import STEADY, Network, settled
from tests.support.served import MOMENT, heartbeats

BEAT = v16.HeartbeatRequest()
BEATEN = v16.HeartbeatResponse(current_time=MOMENT)


def always(_: HandshakeFailed) -> bool:
    return True


def never(_: HandshakeFailed) -> bool:
    return False


def station(
    network: Network, *, retry: ShouldRetry = always, **options: Any
) -> Station:
    network.handler = network.handler or heartbeats()
    connecting = connect(
        "ws://a/ocpp",
        "CP001",
        versions=[options.pop("version", "1.6")],
        transport=network,
        settings=network.settings,
        back_off=STEADY,
        retry=retry,
    )
    return Station(connecting, **options)


async def begun(call: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
    task = asyncio.create_task(call)
    await settled()
    return task


async def test_a_call_while_there_is_a_connection() -> None:
    async with station(Network()) as cp:
        assert (await cp.wait_connected()).version == "1.6"
        assert cp.connection is not None
        assert await cp.call(BEAT) == BEATEN


async def test_a_call_waits_for_a_connection() -> None:
    network = Network([None, None])
    async with station(network) as cp:
        calls = [await begun(cp.call(BEAT)) for _ in range(3)]
        await network.pass_time(29)
        assert cp.connection is None
        assert not any(call.done() for call in calls)
        await network.pass_time(1)
        assert [call.result() for call in calls] == [BEATEN] * 3


async def test_a_call_fails_without_a_connection() -> None:
    network = Network([None])
    async with station(network, when_down="fail") as cp:
        with pytest.raises(ConnectionClosed) as caught:
            await cp.call(BEAT)
        assert not caught.value.sent
        await network.pass_time(10)
        assert await cp.call(BEAT) == BEATEN


async def test_waiting_for_a_connection_counts_for_the_time_limit() -> None:
    network = Network([None, None])
    async with station(network) as cp:
        late = await begun(cp.call(BEAT, total_timeout=29))
        in_time = await begun(cp.call(BEAT, total_timeout=31))
        await network.pass_time(40)
        assert await in_time == BEATEN
        with pytest.raises(CallTimeout) as caught:
            await late
        assert (caught.value.action, caught.value.sent) == ("Heartbeat", False)


async def test_a_connection_in_time_ends_the_time_limit() -> None:
    network = Network([None])
    async with station(network) as cp:
        waiting = await begun(cp.wait_connected(1000))
        assert network.clock.timers == 2  # one is the wait for the next attempt
        await network.pass_time(10)
        assert await waiting is cp.connection
        assert network.clock.timers == 2  # the next ping of either side


async def test_what_waited_leaves_its_answer_the_rest_of_the_time() -> None:
    async def silent(_: object, __: Connection) -> None:
        await asyncio.Event().wait()

    network = Network([None])
    network.handler = silent
    async with station(network) as cp:
        call = await begun(cp.call(BEAT, total_timeout=15))
        await network.pass_time(14)
        assert not call.done()
        await network.pass_time(1)
        with pytest.raises(CallTimeout) as caught:
            await call
        assert caught.value.sent


@pytest.mark.parametrize("when_down", ["wait", "fail"])
async def test_a_call_that_was_written_is_not_written_again(when_down: Any) -> None:
    received: list[object] = []

    async def silent(request: object, __: Connection) -> None:
        received.append(request)
        await asyncio.Event().wait()

    network = Network()
    network.handler = silent
    async with station(network, when_down=when_down) as cp:
        await settled()
        written, queued = [await begun(cp.call(BEAT)) for _ in range(2)]
        network.handler = heartbeats()
        network.lose()
        await network.pass_time(10)
        with pytest.raises(ConnectionClosed) as caught:
            await written
        assert caught.value.sent
        if when_down == "wait":
            assert await queued == BEATEN
        else:
            with pytest.raises(ConnectionClosed) as caught:
                await queued
            assert not caught.value.sent
    assert len(received) == 1


async def test_so_many_calls_may_wait() -> None:
    network = Network([None])
    async with station(network, max_waiting=2) as cp:
        calls = [await begun(cp.call(BEAT)) for _ in range(2)]
        with pytest.raises(QueueFull):
            await cp.call(BEAT)
        calls[0].cancel()
        await settled()
        calls.append(await begun(cp.call(BEAT)))
        await network.pass_time(10)
        assert [await call for call in calls[1:]] == [BEATEN] * 2


async def test_a_call_is_given_up_at_the_moment_of_connecting() -> None:
    class Late(Network):
        async def dial(self, *args: Any, **options: Any) -> Any:
            if len(self.attempts) == 1:
                given_up.cancel()
            return await super().dial(*args, **options)

    network = Late([None])
    async with station(network) as cp:
        given_up = await begun(cp.call(BEAT))
        other = await begun(cp.call(BEAT))
        await network.pass_time(10)
        assert given_up.cancelled()
        assert await other == BEATEN


async def test_a_failure_that_is_final() -> None:
    network = Network([401])
    async with station(network, retry=never) as cp:
        waiting = await begun(cp.call(BEAT))
        with pytest.raises(HandshakeFailed):
            await waiting
        for use in (cp.wait_connected, lambda: cp.call(BEAT)):
            with pytest.raises(HandshakeFailed) as caught:
                await use()
            assert caught.value.status == 401


async def test_a_failure_that_is_final_for_calls_that_fail() -> None:
    async with station(Network([401]), retry=never, when_down="fail") as cp:
        await settled()
        with pytest.raises(HandshakeFailed):
            await cp.call(BEAT)


async def test_a_library_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(Network):
        async def dial(self, *_: Any, **__: Any) -> NoReturn:
            raise KeyError("x")

    async with station(Broken()) as cp:
        with pytest.raises(ConnectionClosed):
            await cp.call(BEAT)
    assert "'CP001': the station stops after an unexpected error" in caplog.text


async def test_the_end() -> None:
    network = Network()
    async with station(network) as cp:
        connection = await cp.wait_connected()
        network.lose()
        waiting = await begun(cp.call(BEAT))
    assert connection.closed
    for use in (lambda: waiting, lambda: cp.call(BEAT)):
        with pytest.raises(ConnectionClosed):
            await use()


async def test_a_block_that_is_entered_again() -> None:
    cp = station(Network())
    async with cp:
        await cp.wait_connected()
    async with cp:
        assert await cp.call(BEAT) == BEATEN


async def test_waiting_in_vain() -> None:
    network = Network([None])
    async with station(network) as cp:
        waiting = await begun(cp.wait_connected(5))
        await network.pass_time(5)
        with pytest.raises(NotConnectedInTime, match="CP001"):
            await waiting


async def test_something_to_do_on_each_connection() -> None:
    network, begins, ends = Network(), list[str](), list[str]()

    async def begin(connection: Connection) -> None:
        begins.append(connection.identity)
        try:
            await connection.call(BEAT)
            await asyncio.Event().wait()
        finally:
            ends.append(connection.identity)

    async with station(network, on_connection=begin):
        await settled()
        network.lose()
        await network.pass_time(10)
        assert (len(begins), len(ends)) == (2, 1)
    assert len(ends) == 2


async def test_what_is_done_on_a_connection_may_fail(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def begin(connection: Connection) -> None:
        if len(network.attempts) == 1:
            connection.abort()
            await connection.call(BEAT)  # nobody needs to be told of that
        raise KeyError("x")

    network = Network()
    with caplog.at_level(logging.ERROR):
        async with station(network, on_connection=begin) as cp:
            await network.pass_time(10)
            assert await cp.call(BEAT) == BEATEN
    assert caplog.text.count("on_connection failed") == 1


async def test_messages_without_an_answer() -> None:
    message = v21.NotifyPeriodicEventStream(
        data=[v21.StreamDataElementType(t=0, v="1")],
        id=1,
        pending=0,
        basetime=MOMENT,
    )
    received: list[object] = []

    def receive(message: object, _: Connection) -> None:
        received.append(message)

    network = Network([None])
    network.handler = receive
    async with station(network, version="2.1") as cp:
        await settled()
        with pytest.raises(ConnectionClosed):
            await cp.send(message)
        await network.pass_time(10)
        await cp.send(message)
        await settled()
    assert received == [message]


def test_choices() -> None:
    with pytest.raises(ValueError, match="when_down"):
        station(Network(), when_down="perhaps")
