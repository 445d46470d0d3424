"""Calls, handlers, time limits and the end of a connection, in memory."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import threading
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from ocpp_messages import NotSupported, load, v16, v21
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    InvalidResponse,
    OcppError,
    QueueFull,
)
from ocpp_rpc.handlers.routing import Router
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallAnswered,
    CallQueued,
    CallReceived,
    CallStarted,
    CallSucceeded,
    Closed,
    Event,
    FrameReceived,
    FrameSent,
    Opened,
)
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.testing import RawPeer, VirtualClock, pair
from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.memory import memory_pair
from tests.support.scripted import back_office

HEARTBEAT = v16.HeartbeatResponse(current_time=datetime(2026, 1, 31, 12, tzinfo=UTC))
HEARTBEAT_TEXT = '[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]'
SOFT = v16.ResetRequest(type=v16.ResetType.SOFT)
ACCEPTED = v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)


def heartbeats(function: Callable[..., Any]) -> Router:
    """Routes with one handler, for Heartbeat of 1.6."""
    routes = Router()
    routes.add(v16.HeartbeatRequest, function)
    return routes


async def heartbeat(peer: RawPeer, message_id: str = "1") -> None:
    await peer.send(f'[2,"{message_id}","Heartbeat",{{}}]')


async def reply(peer: RawPeer, payload: str = '{"status":"Accepted"}') -> None:
    """Answer the call that comes next."""
    message_id = json.loads(await peer.recv())[1]
    await peer.send(f'[3,"{message_id}",{payload}]')


# --- Handlers -------------------------------------------------------------------------


async def coroutine_handler(_request: Any) -> Any:
    return HEARTBEAT


async def suspending_handler(_request: Any) -> Any:
    await asyncio.sleep(0)
    return HEARTBEAT


def plain_handler(_request: Any) -> Any:
    return HEARTBEAT


def awaitable_handler(request: Any) -> Awaitable[Any]:
    return coroutine_handler(request)


def future_handler(_request: Any) -> Awaitable[Any]:
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, HEARTBEAT)
    return future


HANDLERS = [
    coroutine_handler,
    suspending_handler,
    plain_handler,
    awaitable_handler,
    future_handler,
]


@pytest.mark.parametrize("handler", HANDLERS)
async def test_a_handler_answers(handler: Callable[..., Any]) -> None:
    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer)
        assert await peer.recv() == HEARTBEAT_TEXT


def raising(error: Exception) -> list[Callable[..., Any]]:
    def plain(_request: Any) -> Any:
        raise error

    async def coroutine(_request: Any) -> Any:
        raise error

    async def later(_request: Any) -> Any:
        await asyncio.sleep(0)
        raise error

    return [plain, coroutine, later]


@pytest.mark.parametrize("index", range(3))
async def test_an_ocpp_error_passes_through(index: int) -> None:
    error = OcppError(ErrorCode.FORMAT_VIOLATION, "why", {"a": 1})
    async with back_office(heartbeats(raising(error)[index])) as peer:
        await heartbeat(peer)
        assert await peer.recv() == '[4,"1","FormationViolation","why",{"a":1}]'


@pytest.mark.parametrize("index", range(3))
async def test_not_supported_passes_through(index: int) -> None:
    async with back_office(heartbeats(raising(NotSupported("x"))[index])) as peer:
        await heartbeat(peer)
        assert json.loads(await peer.recv())[:3] == [4, "1", "NotSupported"]


@pytest.mark.parametrize("index", range(3))
async def test_other_exceptions_tell_the_peer_nothing(
    index: int, caplog: pytest.LogCaptureFixture
) -> None:
    async with back_office(heartbeats(raising(KeyError("secret"))[index])) as peer:
        await heartbeat(peer)
        assert await peer.recv() == '[4,"1","InternalError","",{}]'
    (record,) = [r for r in caplog.records if r.levelno >= logging.ERROR]
    assert record.name == "ocpp_rpc.connection"
    assert record.getMessage() == "'CP001': the handler of Heartbeat failed"
    assert record.exc_info is not None
    assert isinstance(record.exc_info[1], KeyError)


@pytest.mark.parametrize("response", [None, "x", ACCEPTED])
async def test_a_wrong_response_is_our_error(
    response: Any, caplog: pytest.LogCaptureFixture
) -> None:
    def handler(_request: Any) -> Any:
        return response

    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer)
        assert await peer.recv() == '[4,"1","InternalError","",{}]'
    wanted = "the answer to Heartbeat is a HeartbeatResponse of OCPP 1.6"
    assert wanted in caplog.text


async def test_details_that_are_not_json_are_our_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    error = OcppError("X", "", {"a": object()})
    async with back_office(heartbeats(raising(error)[0])) as peer:
        await heartbeat(peer)
        assert await peer.recv() == '[4,"1","InternalError","",{}]'
    assert "not JSON serializable" in caplog.text


async def test_a_handler_that_is_cancelled_by_its_own_doing() -> None:
    async def handler(_request: Any) -> Any:
        raise asyncio.CancelledError

    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer)
        assert await peer.recv() == '[4,"1","InternalError","",{}]'


async def test_no_handler() -> None:
    async with back_office() as peer:
        await heartbeat(peer)
        assert json.loads(await peer.recv())[:3] == [4, "1", "NotSupported"]


async def test_the_handler_may_be_replaced() -> None:
    async with back_office() as peer:
        peer.connection.set_handler(heartbeats(plain_handler))
        await heartbeat(peer)
        assert await peer.recv() == HEARTBEAT_TEXT


async def test_a_handler_may_remove_the_next_one() -> None:
    def handler(_request: Any, connection: Connection) -> Any:
        connection.set_handler(None)
        return HEARTBEAT

    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer, "1")
        await heartbeat(peer, "2")
        assert await peer.recv() == HEARTBEAT_TEXT
        assert json.loads(await peer.recv())[:3] == [4, "2", "NotSupported"]


async def test_a_handler_may_call_back() -> None:
    async def handler(_request: Any, connection: Connection) -> Any:
        assert await connection.call(SOFT) == ACCEPTED
        return HEARTBEAT

    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer)
        await reply(peer)
        assert await peer.recv() == HEARTBEAT_TEXT


async def test_a_slow_handler_delays_no_other() -> None:
    release = asyncio.Event()

    async def slow(request: Any) -> Any:
        await release.wait()
        return request and v16.DataTransferResponse(
            status=v16.DataTransferStatus.ACCEPTED
        )

    routes = heartbeats(coroutine_handler)
    routes.add(v16.DataTransferRequest, slow)
    async with back_office(routes) as peer:
        await peer.send('[2,"0","DataTransfer",{"vendorId":"x"}]')
        await heartbeat(peer)
        assert await peer.recv() == HEARTBEAT_TEXT
        release.set()
        assert await peer.recv() == '[3,"0",{"status":"Accepted"}]'


async def test_handlers_start_in_the_order_of_arrival() -> None:
    order: list[str] = []

    async def coroutine(_request: Any) -> Any:
        order.append("coroutine")
        return HEARTBEAT

    def plain(_request: Any) -> Any:
        order.append("plain")
        return v16.DataTransferResponse(status=v16.DataTransferStatus.ACCEPTED)

    routes = heartbeats(coroutine)
    routes.add(v16.DataTransferRequest, plain)
    async with back_office(routes) as peer:
        for number in range(0, 6, 2):
            await heartbeat(peer, str(number))
            await peer.send(f'[2,"{number + 1}","DataTransfer",{{"vendorId":"x"}}]')
        answers = [json.loads(await peer.recv())[1] for _ in range(6)]
    assert answers == list("012345")
    assert order == ["coroutine", "plain"] * 3


async def test_a_handler_is_one_task() -> None:
    tasks: list[Any] = []

    async def handler(_request: Any) -> Any:
        tasks.append(asyncio.current_task())
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await asyncio.Event().wait()
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(0))
        tasks.append(asyncio.current_task())
        return HEARTBEAT

    async with back_office(heartbeats(handler)) as peer:
        for _ in range(2):
            await heartbeat(peer)
            assert await peer.recv() == HEARTBEAT_TEXT
    assert tasks[0] is tasks[1]
    assert tasks[2] is tasks[3]
    assert tasks[0] is not tasks[2]


async def test_a_handler_has_context_variables_of_its_own() -> None:
    variable: ContextVar[str] = ContextVar("variable", default="nothing")
    seen: list[str] = []

    async def handler(_request: Any) -> Any:
        seen.append(variable.get())
        variable.set("something")
        await asyncio.sleep(0)
        seen.append(variable.get())
        return HEARTBEAT

    async with back_office(heartbeats(handler)) as peer:
        for _ in range(2):
            await heartbeat(peer)
            assert await peer.recv() == HEARTBEAT_TEXT
    assert seen == ["nothing", "something"] * 2


async def test_a_handler_that_suspends_again_and_again() -> None:
    async def handler(_request: Any) -> Any:
        for number in range(5):
            await asyncio.sleep(0)
            with pytest.raises(KeyError, match=str(number)):
                await fail(number)
        return HEARTBEAT

    async def fail(number: int) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_soon(future.set_exception, KeyError(number))
        await future

    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer)
        assert await peer.recv() == HEARTBEAT_TEXT


@pytest.mark.parametrize("handler", HANDLERS)
async def test_after_runs_once_the_reply_is_written(handler: Any) -> None:
    seen: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    routes = heartbeats(handler)

    @routes.after(v16.HeartbeatRequest)
    async def after(request: Any, response: Any, connection: Connection) -> None:
        await connection.call(SOFT)
        seen.set_result((request, response))

    async with back_office(routes) as peer:
        await heartbeat(peer)
        assert await peer.recv() == HEARTBEAT_TEXT
        await reply(peer)
        assert await seen == (v16.HeartbeatRequest(), HEARTBEAT)
    assert after is not None


async def test_after_does_not_run_after_an_error() -> None:
    routes = heartbeats(raising(OcppError("X"))[0])
    calls: list[Any] = []
    routes.after(v16.HeartbeatRequest)(calls.append)
    async with back_office(routes) as peer:
        await heartbeat(peer)
        await peer.recv()
        await peer.connection.close()
    assert calls == []


async def test_after_may_fail(caplog: pytest.LogCaptureFixture) -> None:
    routes = heartbeats(plain_handler)
    routes.after(v16.HeartbeatRequest)(raising(KeyError("x"))[0])
    async with back_office(routes) as peer:
        await heartbeat(peer)
        assert await peer.recv() == HEARTBEAT_TEXT
        await peer.connection.close()
    assert "the after function of Heartbeat failed" in caplog.text


# --- Calls ----------------------------------------------------------------------------


async def test_a_typed_response() -> None:
    async with pair(None, heartbeats(coroutine_handler), version="1.6") as (cp, cs):
        response = await cp.call(v16.HeartbeatRequest())
        assert response.current_time == HEARTBEAT.current_time
        assert (cp.version, cp.role, cp.identity) == ("1.6", v16.STATION, "CP001")
        assert cs.role is v16.BACK_OFFICE


async def test_an_error_is_raised() -> None:
    async with pair(version="1.6") as (_, cs):
        with pytest.raises(OcppError) as caught:
            await cs.call(SOFT)
    assert caught.value.code is ErrorCode.NOT_SUPPORTED


async def test_an_invalid_response_is_raised() -> None:
    async with back_office() as peer:
        call = asyncio.create_task(peer.connection.call(SOFT))
        await reply(peer, '{"status":"Maybe"}')
        with pytest.raises(InvalidResponse) as caught:
            await call
    assert [violation.path for violation in caught.value.violations] == ["$.status"]


async def test_what_may_not_be_sent_is_raised_at_once() -> None:
    async with back_office() as peer:
        with pytest.raises(CannotSend):
            await peer.connection.call(v16.HeartbeatRequest())


async def test_calls_wait_for_their_turn() -> None:
    async with back_office() as peer:
        calls = [asyncio.create_task(peer.connection.call(SOFT)) for _ in range(3)]
        for _ in calls:
            await reply(peer)
        assert await asyncio.gather(*calls) == [ACCEPTED] * 3


async def test_the_queue_is_bounded() -> None:
    limits = Limits(max_waiting=0)
    async with back_office(limits=limits) as peer:
        call = asyncio.create_task(peer.connection.call(SOFT))
        message = await peer.recv()
        with pytest.raises(QueueFull):
            await peer.connection.call(SOFT)
        await peer.send(f'[3,"{json.loads(message)[1]}",{{"status":"Accepted"}}]')
        assert await call == ACCEPTED


async def test_stray_replies_do_no_harm() -> None:
    async with back_office() as peer:
        for number in range(1000):
            await peer.send(f'[3,"{number}",{{}}]')
        call = asyncio.create_task(peer.connection.call(SOFT))
        await reply(peer)
        assert await call == ACCEPTED


async def test_ids_come_from_the_settings() -> None:
    ids = iter(["one", "two"])
    async with back_office(new_id=lambda: next(ids)) as peer:
        for expected in ("one", "two"):
            call = asyncio.create_task(peer.connection.call(SOFT))
            message = await peer.recv()
            assert json.loads(message)[1] == expected
            await peer.send(f'[3,"{expected}",{{"status":"Accepted"}}]')
            await call


async def test_ids_differ_by_default() -> None:
    ids: set[str] = set()
    for _ in range(2):
        async with back_office() as peer:
            call = asyncio.create_task(peer.connection.call(SOFT))
            ids.add(json.loads(await peer.recv())[1])
            call.cancel()
    assert len(ids) == 2
    assert all(len(message_id) == 36 for message_id in ids)


# --- Time -----------------------------------------------------------------------------


async def test_the_default_time_limit() -> None:
    clock = VirtualClock()
    async with back_office(clock=clock, call_timeout=5.0) as peer:
        call = asyncio.create_task(peer.connection.call(SOFT))
        await peer.recv()
        clock.advance(4.9)
        assert not call.done()
        clock.advance(0.1)
        with pytest.raises(CallTimeout) as caught:
            await call
    assert caught.value.sent


@pytest.mark.parametrize("limit", [{"timeout": 1.0}, {"total_timeout": 1.0}])
async def test_a_time_limit_of_ones_own(limit: dict[str, Any]) -> None:
    clock = VirtualClock()
    async with back_office(clock=clock, call_timeout=5.0) as peer:
        call = asyncio.create_task(peer.connection.call(SOFT, **limit))
        await peer.recv()
        clock.advance(1.0)
        with pytest.raises(TimeoutError):
            await call


async def test_no_time_limit() -> None:
    clock = VirtualClock()
    async with back_office(clock=clock, call_timeout=5.0) as peer:
        call = asyncio.create_task(peer.connection.call(SOFT, timeout=None))
        message = await peer.recv()
        clock.advance(1e9)
        await peer.send(f'[3,"{json.loads(message)[1]}",{{"status":"Accepted"}}]')
        assert await call == ACCEPTED


async def test_each_call_has_its_own_limit() -> None:
    clock = VirtualClock()
    async with back_office(clock=clock, limits=Limits(max_in_flight=2)) as peer:
        slow = asyncio.create_task(peer.connection.call(SOFT, timeout=9.0))
        fast = asyncio.create_task(peer.connection.call(SOFT, timeout=2.0))
        await peer.recv()
        await peer.recv()
        clock.advance(2.0)
        with pytest.raises(CallTimeout):
            await fast
        assert not slow.done()
        clock.advance(7.0)
        with pytest.raises(CallTimeout):
            await slow


async def test_the_total_limit_holds_for_a_call_that_waits() -> None:
    clock = VirtualClock()
    async with back_office(clock=clock) as peer:
        first = asyncio.create_task(peer.connection.call(SOFT))
        await peer.recv()
        second = asyncio.create_task(peer.connection.call(SOFT, total_timeout=1.0))
        await asyncio.sleep(0)
        clock.advance(1.0)
        with pytest.raises(CallTimeout) as caught:
            await second
        assert not caught.value.sent
        assert not first.done()
        first.cancel()


async def test_time_limits_hold_when_the_peer_does_not_read() -> None:
    clock = VirtualClock()
    async with back_office(clock=clock, limits=Limits(max_in_flight=50)) as peer:
        calls = [asyncio.create_task(peer.connection.call(SOFT)) for _ in range(51)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        clock.advance(30.0)
        results = await asyncio.gather(*calls[:50], return_exceptions=True)
        assert [type(result) for result in results] == [CallTimeout] * 50
        assert not calls[50].done()
        calls[50].cancel()


async def test_a_timeout_frees_the_slot() -> None:
    clock = VirtualClock()
    async with back_office(clock=clock) as peer:
        first = asyncio.create_task(peer.connection.call(SOFT, timeout=1.0))
        second = asyncio.create_task(peer.connection.call(SOFT, timeout=9.0))
        await peer.recv()
        clock.advance(1.0)
        with pytest.raises(CallTimeout):
            await first
        await reply(peer)
        assert await second == ACCEPTED


async def test_cancelling_frees_the_slot() -> None:
    async with back_office() as peer:
        first = asyncio.create_task(peer.connection.call(SOFT))
        second = asyncio.create_task(peer.connection.call(SOFT))
        await peer.recv()
        first.cancel()
        await reply(peer)
        assert await second == ACCEPTED
        assert first.cancelled()


async def test_a_call_cancelled_as_it_fails(caplog: pytest.LogCaptureFixture) -> None:
    # Nobody looks at the failure then, and asyncio must not complain about that.
    async with back_office() as peer:
        call = asyncio.create_task(peer.connection.call(SOFT))
        await peer.recv()
        peer.connection.abort()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
    del call
    gc.collect()
    assert "never retrieved" not in caplog.text


# --- The end --------------------------------------------------------------------------


async def test_losing_the_connection_fails_the_calls() -> None:
    async with back_office() as peer:
        calls = [asyncio.create_task(peer.connection.call(SOFT)) for _ in range(2)]
        await peer.recv()
        await peer.close(1001, "bye")
        results = await asyncio.gather(*calls, return_exceptions=True)
        assert [type(result) for result in results] == [ConnectionClosed] * 2
        assert [getattr(result, "sent", None) for result in results] == [True, False]
        assert getattr(results[0], "code", None) == 1001
        with pytest.raises(ConnectionClosed):
            await peer.connection.call(SOFT)
        await peer.connection.wait_closed()
        assert peer.connection.closed


async def test_losing_the_connection_cancels_the_handlers() -> None:
    started, cancelled = asyncio.Event(), asyncio.Event()

    async def handler(_request: Any) -> Any:
        started.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.set()
            raise

    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer)
        await started.wait()
        peer.abort()
        await cancelled.wait()


async def test_a_graceful_close() -> None:
    started, release = asyncio.Event(), asyncio.Event()

    async def handler(_request: Any) -> Any:
        started.set()
        await release.wait()
        return HEARTBEAT

    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer)
        await started.wait()
        first = asyncio.create_task(peer.connection.close(1001, "first"))
        second = asyncio.create_task(peer.connection.close(1002, "second"))
        await asyncio.sleep(0)
        await heartbeat(peer, "2")
        assert json.loads(await peer.recv())[:3] == [4, "2", "GenericError"]
        assert not peer.connection.closed
        release.set()
        assert await peer.recv() == HEARTBEAT_TEXT
        await asyncio.gather(first, second)
        with pytest.raises(TransportClosed) as caught:
            await peer.recv()
        assert (caught.value.code, caught.value.reason) == (1001, "first")
        await peer.connection.close()


async def test_a_graceful_close_waits_so_long() -> None:
    clock = VirtualClock()
    started = asyncio.Event()

    async def handler(_request: Any) -> Any:
        started.set()
        await asyncio.Event().wait()

    async with back_office(heartbeats(handler), clock=clock, close_timeout=3.0) as peer:
        await heartbeat(peer)
        await started.wait()
        closing = asyncio.create_task(peer.connection.close())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        clock.advance(3.0)
        await closing
        with pytest.raises(TransportClosed):
            await peer.recv()


@pytest.mark.parametrize("end", ["close", "abort"])
async def test_a_handler_may_close(end: str) -> None:
    finished = asyncio.Event()

    async def handler(_request: Any, connection: Connection) -> Any:
        if end == "close":
            await connection.close()
        else:
            connection.abort()
        finished.set()
        return HEARTBEAT

    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer)
        await finished.wait()
        with pytest.raises(TransportClosed):
            await peer.recv()


async def test_a_plain_handler_may_abort() -> None:
    def handler(_request: Any, connection: Connection) -> Any:
        connection.abort()
        return HEARTBEAT

    async with back_office(heartbeats(handler)) as peer:
        await heartbeat(peer)
        with pytest.raises(TransportClosed):
            await peer.recv()


async def test_on_close_is_called_once_and_at_once() -> None:
    closed: list[Connection] = []
    async with back_office() as peer:
        peer.connection.on_close(closed.append)
        peer.connection.abort()
        peer.connection.abort()
        assert closed == [peer.connection]


async def test_a_callback_may_abort() -> None:
    async with back_office() as peer:
        asyncio.get_running_loop().call_soon(peer.connection.abort)
        await peer.connection.wait_closed()


async def test_a_cancelled_run_aborts() -> None:
    ours, theirs = memory_pair()
    package = load("1.6")
    connection = Connection(theirs, package, package.STATION)
    running = asyncio.create_task(connection.run())
    await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert connection.closed
    with pytest.raises(TransportClosed):
        await ours.recv()


@pytest.mark.parametrize("code", [0, 999, 1004, 1005, 1006, 1015, 2999, 5000])
async def test_reserved_close_codes(code: int) -> None:
    async with back_office() as peer:
        with pytest.raises(ValueError, match=f"close code {code} may not be sent"):
            await peer.connection.close(code)
        assert not peer.connection.closed


async def test_a_long_close_reason() -> None:
    async with back_office() as peer:
        with pytest.raises(ValueError, match="123 bytes"):
            await peer.connection.close(1000, "é" * 62)


async def test_repr() -> None:
    async with back_office() as peer:
        text = "<Connection 'CP001' OCPP 1.6 CentralSystem open>"
        assert repr(peer.connection) == text
        peer.connection.abort()
        assert repr(peer.connection) == text.replace("open", "closed")


# --- Bad input ------------------------------------------------------------------------


async def test_nothing_a_peer_sends_ends_the_reader() -> None:
    bad: list[str | bytes] = [
        "",
        "[" * 100_000,
        '[2,"1",["x"],{}]',
        '[2,"1","Heartbeat",' + "9" * 5000 + "]",
        '[2,"1","Heartbeat",{"a":NaN}]',
        '[2,"1","Heartbeat",{"a":"\ud800"}]',
        "\ufeff[]",
        b"\xff\x00",
    ]
    async with back_office(heartbeats(plain_handler)) as peer:
        for message in bad:
            await peer.send(message)
        await heartbeat(peer, "last")
        while json.loads(answer := await peer.recv())[1] != "last":
            assert json.loads(answer)[0] == 4
        assert answer == HEARTBEAT_TEXT.replace('"1"', '"last"')


async def test_a_peer_that_does_not_read_is_not_read_either() -> None:
    received: list[Event] = []

    def observer(event: Event, _connection: Connection) -> None:
        if isinstance(event, FrameReceived):
            received.append(event)

    async with back_office(heartbeats(plain_handler), observer=observer) as peer:
        flood = asyncio.create_task(flood_heartbeats(peer, 1000))
        for _ in range(200):
            await asyncio.sleep(0)
        assert not flood.done()
        assert len(received) < 50
        for _ in range(1000):
            assert json.loads(await peer.recv())[0] == 3
        await flood


async def test_a_reply_that_comes_too_late_for_the_peer() -> None:
    async with back_office(heartbeats(plain_handler)) as peer:
        await heartbeat(peer)
        await peer.close()
        await peer.connection.wait_closed()
        with pytest.raises(TransportClosed):
            await peer.recv()


async def flood_heartbeats(peer: RawPeer, count: int) -> None:
    for number in range(count):
        await heartbeat(peer, str(number))


# --- SEND -----------------------------------------------------------------------------

STREAM = v21.NotifyPeriodicEventStream(
    id=1,
    pending=0,
    basetime=datetime(2026, 1, 31, 12, tzinfo=UTC),
    data=[v21.StreamDataElementType(t=1.0, v="x")],
)


@pytest.mark.parametrize("plain", [True, False])
async def test_send(plain: bool) -> None:
    messages: asyncio.Queue[Any] = asyncio.Queue()
    routes = Router()

    async def coroutine(message: Any, connection: Connection) -> None:
        await messages.put((message, connection))

    def function(message: Any, connection: Connection) -> None:
        messages.put_nowait((message, connection))

    routes.add(v21.NotifyPeriodicEventStream, function if plain else coroutine)
    async with pair(None, routes, version="2.1") as (cs, csms):
        await cs.send(STREAM)
        assert await messages.get() == (STREAM, csms)


async def test_the_end_cancels_handlers_of_send() -> None:
    started, cancelled = asyncio.Event(), asyncio.Event()

    async def handler(_message: Any) -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    routes = Router()
    routes.add(v21.NotifyPeriodicEventStream, handler)
    async with pair(None, routes, version="2.1") as (cs, csms):
        await cs.send(STREAM)
        await started.wait()
        csms.abort()
        await cancelled.wait()


async def test_send_without_a_handler_or_with_a_bad_one(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with pair(version="2.1") as (cs, csms):
        await cs.send(STREAM)
        with pytest.raises(OcppError, match="NotSupported"):
            await cs.call(v21.HeartbeatRequest())
        routes = Router()
        routes.add(v21.NotifyPeriodicEventStream, raising(KeyError("x"))[1])
        routes.add(v21.HeartbeatRequest, raising(OcppError("X"))[1])
        csms.set_handler(routes)
        await cs.send(STREAM)
        with pytest.raises(OcppError):
            await cs.call(v21.HeartbeatRequest())
    assert "the handler of NotifyPeriodicEventStream failed" in caplog.text


# --- The event stream -----------------------------------------------------------------


async def test_the_observer_sees_everything_in_order() -> None:
    events: list[Event] = []

    def observer(event: Event, connection: Connection) -> None:
        assert connection.identity == "CP001"
        events.append(event)

    async with back_office(heartbeats(coroutine_handler), observer=observer) as peer:
        await heartbeat(peer)
        await peer.recv()
        call = asyncio.create_task(peer.connection.call(SOFT))
        await reply(peer)
        await call
        await peer.send("nonsense")
        await peer.connection.close()
    assert [type(event) for event in events] == [
        Opened,
        FrameReceived,
        CallReceived,
        FrameSent,
        CallAnswered,
        CallQueued,
        FrameSent,
        CallStarted,
        FrameReceived,
        CallSucceeded,
        FrameReceived,
        BadMessage,
        Closed,
    ]
    assert events[3] == FrameSent(HEARTBEAT_TEXT)


@pytest.mark.parametrize("what", ["abort", "set_handler"])
async def test_an_observer_may_act(what: str) -> None:
    def observer(event: Event, connection: Connection) -> None:
        if isinstance(event, CallReceived):
            if what == "abort":
                connection.abort()
            else:
                connection.set_handler(None)

    async with back_office(heartbeats(plain_handler), observer=observer) as peer:
        await heartbeat(peer)
        if what == "abort":
            with pytest.raises(TransportClosed):
                await peer.recv()
        else:
            assert json.loads(await peer.recv())[:3] == [4, "1", "NotSupported"]


async def test_a_failing_observer_does_no_harm(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def observer(_event: Event, _connection: Connection) -> None:
        raise KeyError

    async with back_office(heartbeats(plain_handler), observer=observer) as peer:
        await heartbeat(peer)
        assert await peer.recv() == HEARTBEAT_TEXT
    assert "'CP001': the observer failed" in caplog.text


async def test_the_log_holds_no_payload(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with back_office(heartbeats(plain_handler)) as peer:
        await heartbeat(peer)
        await peer.recv()
    assert [record.getMessage() for record in caplog.records] == [
        "'CP001': open, OCPP 1.6",
        "'CP001': closed, 1006 ''",
    ]


async def test_a_handler_that_blocks_has_a_thread_of_its_own() -> None:
    release = threading.Event()
    routes = Router()

    def slow(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        assert release.wait(30)
        return HEARTBEAT

    routes.on(v16.HeartbeatRequest, in_thread=True)(slow)

    @routes.on(v16.StatusNotificationRequest)
    def status_notification(
        _: v16.StatusNotificationRequest,
    ) -> v16.StatusNotificationResponse:
        return v16.StatusNotificationResponse()

    status = '{"connectorId":0,"status":"Available","errorCode":"NoError"}'
    async with back_office(routes) as peer:
        await heartbeat(peer)
        await peer.send(f'[2,"2","StatusNotification",{status}]')
        assert await peer.recv() == '[3,"2",{}]'
        release.set()
        assert json.loads(await peer.recv())[:2] == [3, "1"]


async def test_a_flood_of_bad_messages_ends_the_connection() -> None:
    events: list[Event] = []

    def observe(event: Event, _: Connection) -> None:
        events.append(event)

    async with back_office(
        heartbeats(plain_handler),
        limits=Limits(max_bad_messages=2),
        observer=observe,
    ) as peer:
        for _ in range(2):
            await peer.send("no frame")
            await peer.send("no frame")
            await heartbeat(peer)
            assert json.loads(await peer.recv())[0] == 3
        for _ in range(3):
            await peer.send("no frame")
        with pytest.raises(TransportClosed):
            await peer.recv()
    assert events[-1] == Closed(1002, "too many bad messages")


async def test_limits_may_be_changed_while_calls_wait() -> None:
    async with back_office() as peer:
        connection = peer.connection
        calls = [asyncio.create_task(connection.call(SOFT)) for _ in range(2)]
        first = json.loads(await peer.recv())[1]
        assert connection.limits.max_in_flight == 1
        connection.limits = replace(connection.limits, max_in_flight=2)
        second = json.loads(await peer.recv())[1]
        assert first != second
        for message_id in (second, first):
            await peer.send(f'[3,"{message_id}",{{"status":"Accepted"}}]')
        assert await asyncio.gather(*calls) == [ACCEPTED, ACCEPTED]
