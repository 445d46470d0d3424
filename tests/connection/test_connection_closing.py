"""How a connection ends: in an orderly way, at once, or by the other side."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import Connection, ConnectionClosed, Handler, Router, Settings
from ocpp_rpc.protocol.events import Closed
from ocpp_rpc.testing import RawPeer, VirtualClock
from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.memory import Line, MemoryTransport
from tests.support.scripted import (
    ASK,
    DONE,
    Gate,
    Seen,
    accept,
    answer,
    ask,
    back_office,
    spin,
    told,
    transfers,
)


async def closing(
    peer: RawPeer, code: int = 1000, reason: str = ""
) -> asyncio.Task[None]:
    """Begin to close the connection; return once it refuses calls."""
    task = asyncio.create_task(peer.connection.close(code, reason))
    await asyncio.sleep(0)  # the task starts
    await ask(peer, "refused")
    assert (await told(peer))[:3] == [4, "refused", "GenericError"]
    return task


class Deaf(MemoryTransport):
    """A transport whose peer does not answer a close frame."""

    async def close(self, code: int, reason: str) -> None:
        while not self.closed:
            await self._change()


@asynccontextmanager
async def unanswering(
    handler: Handler, **settings: Any
) -> AsyncGenerator[tuple[RawPeer, Connection], None]:
    """The text side of a back office, and that, whose closing is not answered."""
    line = Line(MemoryTransport(), Deaf())
    connection = Connection(
        line.ends[1],
        v16,
        v16.BACK_OFFICE,
        handler,
        identity="CP001",
        settings=Settings(**settings),
    )
    connection.start()
    yield RawPeer(line.ends[0], connection), connection
    connection.abort()


async def later(_request: Any) -> v16.DataTransferResponse:
    """A handler that waits a moment."""
    await asyncio.sleep(0)
    return DONE


# --- In an orderly way ----------------------------------------------------------------


async def test_a_handler_may_call_back_while_the_connection_is_being_closed() -> None:
    gate = Gate()

    async def handler(_request: Any, connection: Connection) -> Any:
        await gate.pass_through()
        assert await connection.call(ASK) == DONE
        return DONE

    async with back_office(transfers(handler)) as peer:
        await ask(peer)
        await gate.reached.wait()
        task = await closing(peer)
        gate.opened.set()
        await answer(peer)
        assert (await told(peer))[:2] == [3, "1"]
        await task


async def test_closing_waits_for_what_comes_after_a_reply() -> None:
    gate = Gate()
    routes = transfers(accept)

    @routes.after(v16.DataTransferRequest)
    async def after(_request: Any) -> None:
        await gate.pass_through()

    async with back_office(routes) as peer:
        await ask(peer)
        assert (await told(peer))[:2] == [3, "1"]
        await gate.reached.wait()
        task = await closing(peer)
        assert not task.done()
        gate.opened.set()
        await task
        assert not gate.cancelled.is_set()
    assert after is not None


async def test_what_comes_after_a_reply_runs_to_its_end() -> None:
    """Its peer has the answer, so neither the loss nor `close_timeout` ends it."""
    for end in ("the peer drops", "this side aborts", "close_timeout"):
        gate, clock, done = Gate(), VirtualClock(), asyncio.Event()
        routes = transfers(accept if end != "this side aborts" else later)

        async def after(_: Any, gate: Gate = gate, done: asyncio.Event = done) -> None:
            await gate.pass_through()
            done.set()

        routes.after(v16.DataTransferRequest)(after)
        async with back_office(routes, clock=clock, close_timeout=3.0) as peer:
            await ask(peer)
            assert (await told(peer))[:2] == [3, "1"]
            await gate.reached.wait()
            if end == "close_timeout":
                task = await closing(peer)
                clock.advance(3.0)
                await task
            elif end == "this side aborts":
                peer.connection.abort()
            else:
                peer.abort()
                await peer.connection.wait_closed()
            await spin()
            assert peer.connection.closed
            assert peer.connection.running.has_afters
            finishing = asyncio.create_task(peer.connection.running.finish())
            gate.opened.set()
            await finishing
            assert done.is_set(), end
            assert not gate.cancelled.is_set()


async def test_what_comes_after_a_reply_ends_with_whoever_waits_for_it() -> None:
    gate = Gate()
    routes = transfers(accept)

    @routes.after(v16.DataTransferRequest)
    async def after(_request: Any) -> None:
        await gate.pass_through()

    async with back_office(routes) as peer:
        await ask(peer)
        await gate.reached.wait()
        peer.connection.abort()
        finishing = asyncio.create_task(peer.connection.running.finish())
        await spin()
        finishing.cancel()
        await gate.cancelled.wait()
        await spin()
        assert not peer.connection.running.has_afters
        assert finishing.cancelled()
    assert after is not None


async def test_nothing_comes_after_a_reply_that_was_not_written() -> None:
    done: list[Any] = []
    routes = Router()

    def handler(_request: Any, connection: Connection) -> Any:
        peer.abort()  # which the connection has not noticed
        assert not connection.closed
        return DONE

    routes.add(v16.DataTransferRequest, handler)
    routes.after(v16.DataTransferRequest)(done.append)
    async with back_office(routes) as peer:
        await ask(peer)
        await peer.connection.wait_closed()
        await spin()
    assert done == []


async def test_a_handler_that_takes_too_long_is_cancelled_and_does_not_answer() -> None:
    gate, clock = Gate(), VirtualClock()
    routes = transfers(gate.handler)
    async with back_office(routes, clock=clock, close_timeout=3.0) as peer:
        await ask(peer)
        await gate.reached.wait()
        task = await closing(peer)
        clock.advance(2.9)
        assert not peer.connection.closed
        clock.advance(0.1)
        await task
        await gate.cancelled.wait()
        with pytest.raises(TransportClosed):
            await peer.recv()


async def test_a_handler_that_ignores_its_cancellation_holds_nothing_up() -> None:
    gate, clock, finished = Gate(), VirtualClock(), asyncio.Event()

    async def handler(_request: Any) -> Any:
        try:
            await gate.pass_through()
        except asyncio.CancelledError:
            await gate.opened.wait()
        finished.set()
        return DONE

    async with back_office(transfers(handler), clock=clock) as peer:
        await ask(peer)
        await gate.reached.wait()
        task = await closing(peer)
        clock.advance(10.0)
        await task
        assert not finished.is_set()
        gate.opened.set()
        await finished.wait()


async def test_closing_fails_our_calls() -> None:
    async with back_office() as peer:
        calls = [asyncio.create_task(peer.connection.call(ASK)) for _ in range(2)]
        await told(peer)
        await peer.connection.close(1001, "bye")
        failures = await asyncio.gather(*calls, return_exceptions=True)
    assert [
        (failure.sent, failure.code, failure.reason)
        for failure in failures
        if isinstance(failure, ConnectionClosed)
    ] == [(True, 1001, "bye"), (False, 1001, "bye")]


async def test_what_is_not_written_fails_once_no_handler_runs() -> None:
    """It does not wait for a closing handshake that a dead peer never answers."""
    gate, clock = Gate(), VirtualClock()
    async with unanswering(transfers(gate.handler), clock=clock) as (peer, connection):
        calls = [asyncio.create_task(connection.call(ASK)) for _ in range(2)]
        await told(peer)
        await ask(peer)
        await gate.reached.wait()
        task = asyncio.create_task(connection.close(4000, "off"))
        await spin()
        assert not any(call.done() for call in calls)  # a handler may rely on them
        gate.opened.set()
        await spin()
        assert [call.done() for call in calls] == [False, True]
        with pytest.raises(ConnectionClosed) as failure:
            await calls[1]
        assert (failure.value.sent, failure.value.code) == (False, 4000)
        with pytest.raises(ConnectionClosed, match="4000 off"):
            await connection.call(ASK)
        assert (await told(peer))[:2] == [3, "1"]  # what was accepted is answered
        connection.abort()
        await task
        with pytest.raises(ConnectionClosed, match="1006"):
            await calls[0]


async def test_closing_takes_so_long_at_the_most() -> None:
    gate, clock, ends = Gate(), VirtualClock(), Seen()
    settings = {"clock": clock, "observer": ends, "close_timeout": 60.0}
    async with unanswering(transfers(gate.handler), **settings) as (peer, connection):
        call = asyncio.create_task(connection.call(ASK))
        await told(peer)
        await ask(peer)
        await gate.reached.wait()
        task = asyncio.create_task(connection.close(4000, "off", timeout=5.0))
        await spin()
        clock.advance(4.9)
        await spin()
        assert not task.done()
        clock.advance(0.1)
        await task
        await gate.cancelled.wait()
        with pytest.raises(ConnectionClosed, match="4000 off"):
            await call
        assert connection.end == Closed(4000, "off")
        assert ends.of(Closed) == [Closed(4000, "off")]


@pytest.mark.parametrize("handshake", [True, False])
async def test_the_limit_of_a_second_close_holds(handshake: bool) -> None:
    clock = VirtualClock()
    async with unanswering(None, clock=clock) as (peer, connection):
        first = asyncio.create_task(connection.close(4000, "off"))
        await spin()
        second = asyncio.create_task(connection.close(1000, timeout=5.0))
        await spin()
        if handshake:
            peer.abort()
            await first
            clock.advance(5.0)  # nothing is left of the limit
        else:
            clock.advance(5.0)
            await first
        await second
        assert connection.closed


async def test_closing_goes_on_if_nobody_waits_for_it_any_more() -> None:
    gate = Gate()
    async with back_office(transfers(gate.handler)) as peer:
        await ask(peer)
        await gate.reached.wait()
        task = await closing(peer, 1001)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gate.opened.set()
        assert (await told(peer))[:2] == [3, "1"]
        with pytest.raises(TransportClosed) as caught:
            await peer.recv()
        assert caught.value.code == 1001


async def test_who_waits_for_the_end_may_stop_waiting() -> None:
    async with back_office(transfers(accept)) as peer:
        waiting = asyncio.create_task(peer.connection.wait_closed())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await ask(peer)
        assert (await told(peer))[:2] == [3, "1"]
        await peer.connection.close()
        await peer.connection.wait_closed()


async def test_a_second_close_has_a_code_as_well() -> None:
    async with back_office() as peer:
        await peer.connection.close()
        with pytest.raises(ValueError, match="close code 1005 may not be sent"):
            await peer.connection.close(1005)


async def test_a_callback_that_fails_keeps_nobody_waiting(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails(_connection: Connection) -> None:
        raise LookupError("here")

    called: list[Connection] = []
    async with back_office() as peer:
        peer.connection.on_close(fails)
        peer.connection.on_close(called.append)
        call = asyncio.create_task(peer.connection.call(ASK))
        await told(peer)
        await peer.connection.close()
        with pytest.raises(ConnectionClosed):
            await call
        assert called == [peer.connection]
    assert "'CP001': a function registered with on_close failed" in caplog.text


async def test_callbacks_of_a_closed_connection(
    caplog: pytest.LogCaptureFixture,
) -> None:
    called: list[Connection] = []

    def fails(_connection: Connection) -> None:
        raise ValueError("no")

    async with back_office() as peer:
        await peer.connection.close()
        peer.connection.on_close(fails)
        peer.connection.on_close(called.append)
        assert called == [peer.connection]
    assert "'CP001': a function registered with on_close failed" in caplog.text


# --- At once --------------------------------------------------------------------------


async def test_an_abort_cancels_handlers_and_fails_calls() -> None:
    gate = Gate()
    async with back_office(transfers(gate.handler)) as peer:
        await ask(peer)
        await gate.reached.wait()
        calls = [asyncio.create_task(peer.connection.call(ASK)) for _ in range(2)]
        await told(peer)
        peer.connection.abort()
        assert peer.connection.closed
        failures = await asyncio.gather(*calls, return_exceptions=True)
        await gate.cancelled.wait()
    assert [
        (failure.sent, failure.code)
        for failure in failures
        if isinstance(failure, ConnectionClosed)
    ] == [(True, 1006), (False, 1006)]


async def test_an_abort_ends_a_graceful_close() -> None:
    gate, ends = Gate(), Seen()
    async with back_office(transfers(gate.handler), observer=ends) as peer:
        await ask(peer)
        await gate.reached.wait()
        task = await closing(peer, 1001)
        peer.connection.abort()
        await task
        await gate.cancelled.wait()
    assert ends.of(Closed) == [Closed(1006, "")]


async def test_a_call_that_is_cancelled_as_the_connection_ends() -> None:
    async with back_office() as peer:
        call = asyncio.create_task(peer.connection.call(ASK))
        await told(peer)
        call.cancel()
        peer.connection.abort()
        with pytest.raises(asyncio.CancelledError):
            await call


@pytest.mark.parametrize("code", [1006, 1008, 4000])
async def test_an_abort_tells_this_side_why(code: int) -> None:
    ends = Seen()
    async with back_office(observer=ends) as peer:
        call = asyncio.create_task(peer.connection.call(ASK))
        await told(peer)
        peer.connection.abort(code, "why")
        with pytest.raises(ConnectionClosed) as failure:
            await call
        assert (failure.value.code, failure.value.reason) == (code, "why")
        assert peer.connection.end == Closed(code, "why")
        with pytest.raises(TransportClosed) as closed:
            await peer.recv()
        assert closed.value.code == 1006  # the peer learns nothing
    assert ends.of(Closed) == [Closed(code, "why")]


@pytest.mark.parametrize(("code", "reason"), [(1005, ""), (0, ""), (1006, "x" * 124)])
async def test_an_abort_has_a_code_that_there_is(code: int, reason: str) -> None:
    async with back_office() as peer:
        with pytest.raises(ValueError, match="close"):
            peer.connection.abort(code, reason)
        assert not peer.connection.closed


async def test_a_close_after_an_abort() -> None:
    ends = Seen()
    async with back_office(observer=ends) as peer:
        peer.connection.abort()
        await peer.connection.close(1001)
    assert ends.of(Closed) == [Closed(1006, "")]


# --- By the other side ----------------------------------------------------------------


async def test_a_close_after_the_close_of_the_peer() -> None:
    ends = Seen()
    async with back_office(observer=ends) as peer:
        assert peer.connection.end is None
        await peer.close(1001, "bye")
        await peer.connection.wait_closed()
        await peer.connection.close(4000)
        assert peer.connection.end == Closed(1001, "bye")
    assert ends.of(Closed) == [Closed(1001, "bye")]


async def test_what_a_handler_returns_too_late_is_dropped() -> None:
    gate = Gate()

    async def handler(_request: Any) -> Any:
        try:
            await gate.pass_through()
        except asyncio.CancelledError:
            return DONE

    after: list[Any] = []
    routes = transfers(handler)
    routes.after(v16.DataTransferRequest)(after.append)
    async with back_office(routes) as peer:
        await ask(peer)
        await gate.reached.wait()
        await peer.close()
        await gate.cancelled.wait()
        with pytest.raises(TransportClosed):
            await peer.recv()
    assert after == []
