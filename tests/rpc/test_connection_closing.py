"""How a connection ends: in an orderly way, at once, or by the other side."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import Connection, ConnectionClosed
from ocpp_rpc.events import Closed
from ocpp_rpc.testing import RawPeer, VirtualClock
from ocpp_rpc.transports import TransportClosed
from tests.rpc.scripted import (
    ASK,
    DONE,
    Gate,
    Seen,
    accept,
    answer,
    ask,
    back_office,
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
        with pytest.raises(ValueError, match="1005 is not"):
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
    assert "'CP001': a callback of on_close failed" in caplog.text


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
    assert "'CP001': a callback of on_close failed" in caplog.text


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
