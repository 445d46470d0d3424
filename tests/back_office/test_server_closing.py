"""How a server listens, and how it closes."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    Change,
    ConnectionClosed,
    HandshakeFailed,
    MissingDependency,
    NotConnected,
    Router,
    Server,
    ServerSettings,
    Settings,
    WebSocketSettings,
    connect,
    serve,
)
from ocpp_rpc.protocol.events import Closed
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.libraries import library
from ocpp_rpc.transports.memory import Line, MemoryTransport
from tests.back_office.admitted import admitted, enter, open_door, refused
from tests.support.scripted import ASK, Gate, accept, ask, spin, told, transfers
from tests.support.served import HOST, heartbeats, url_of


@asynccontextmanager
async def draining(gate: Gate, **settings: Any) -> AsyncGenerator[Server, None]:
    """A server whose handlers stop at a gate."""
    async with Server(
        transfers(gate.handler),
        versions=["1.6"],
        server=ServerSettings(**settings),
    ) as server:
        yield server


class Listening:
    """A library that listens nowhere, and its listener."""

    def __init__(self) -> None:
        self.address = (HOST, 1)
        self.stopped = 0
        self.closed = asyncio.Event()

    async def dial(self, *_: Any, **__: Any) -> Any:
        raise NotImplementedError

    async def listen(self, *_: Any, **__: Any) -> Any:
        await asyncio.sleep(0)
        return self

    def stop(self) -> None:
        self.stopped += 1

    async def wait_closed(self) -> None:
        await self.closed.wait()


# --- Draining -------------------------------------------------------------------------


def finishing(gate: Gate) -> Router:
    """Routes that are done with a call only after its reply."""
    routes = transfers(accept)

    @routes.after(v16.DataTransferRequest)
    async def after(_request: Any) -> None:
        await gate.pass_through()

    assert after is not None
    return routes


@pytest.mark.parametrize("in_time", [True, False])
async def test_the_server_waits_for_what_comes_after_a_reply(in_time: bool) -> None:
    gate, clock = Gate(), VirtualClock()
    async with Server(
        finishing(gate),
        versions=["1.6"],
        settings=Settings(clock=clock),
        server=ServerSettings(drain_timeout=30.0),
    ) as server:
        station = open_door(await admitted(server))
        await ask(station)
        assert await told(station) == [3, "1", {"status": "Accepted"}]
        await gate.reached.wait()
        station.abort()
        await server.connections["CP001"].wait_closed()
        assert not server.connections
        closing = asyncio.create_task(server.close())
        await spin()
        assert not closing.done()
        assert not gate.cancelled.is_set()
        if in_time:
            gate.opened.set()
        else:
            clock.advance(30.0)
        await closing
        assert gate.cancelled.is_set() is not in_time
    assert len(asyncio.all_tasks()) == 1


@pytest.mark.parametrize("connected", [True, False])
async def test_what_comes_after_a_reply_may_close_the_server(connected: bool) -> None:
    gate, closed = Gate(), asyncio.Event()
    routes = transfers(accept)

    @routes.after(v16.DataTransferRequest)
    async def after(_request: Any) -> None:
        await gate.pass_through()
        await server.close()
        closed.set()

    async with Server(routes, versions=["1.6"]) as server:
        station = open_door(await admitted(server))
        await ask(station)
        await gate.reached.wait()
        if not connected:
            station.abort()
            await server.connections["CP001"].wait_closed()
        gate.opened.set()
        await closed.wait()
    assert after is not None


async def test_the_server_closes_in_an_orderly_way() -> None:
    gate = Gate()
    async with draining(gate) as server:
        busy, idle = open_door(await admitted(server, "busy")), await enter(server)
        await ask(busy)
        await gate.reached.wait()
        closing = asyncio.create_task(server.close())
        await spin()
        # Whoever has nothing under way is closed at once.
        assert idle.end is not None
        assert (idle.end.code, idle.end.reason) == (1001, "the server closes")
        # Nobody is let in, and accepted nothing more.
        answer = await refused(server, "new")
        assert (answer.status, answer.text) == (503, "the server closes\n")
        assert answer.headers == {"Retry-After": "30"}
        await ask(busy, "2")
        code, message_id, error, *_ = await told(busy)
        assert (code, message_id, error) == (4, "2", "GenericError")
        assert list(server.connections) == ["busy"]
        assert not closing.done()
        # What was accepted is answered.
        gate.opened.set()
        assert await told(busy) == [3, "1", {"status": "Accepted"}]
        with pytest.raises(TransportClosed) as closed:
            await busy.recv()
        assert closed.value.code == 1001
        await closing
        assert not server.connections
    assert len(asyncio.all_tasks()) == 1


async def test_over_the_network() -> None:
    gate = Gate()
    async with serve(transfers(gate.handler), HOST, versions=["1.6"]) as server:
        url = url_of(server)
        async with connect(url, "CP001", versions=["1.6"]) as station:
            call = asyncio.create_task(station.call(ASK))
            await gate.reached.wait()
            closing = asyncio.create_task(server.close())
            await spin()
            with pytest.raises(HandshakeFailed):
                async with connect(url, "CP002", versions=["1.6"]):
                    pass
            gate.opened.set()
            assert (await call).status == "Accepted"
            await closing
            await station.wait_closed()
            with pytest.raises(ConnectionClosed, match="1001 the server closes"):
                await station.call(ASK)


async def test_with_a_code_and_a_reason() -> None:
    async with draining(Gate()) as server:
        station = await enter(server)
        await server.close(1012, "back in a minute")
        assert station.end is not None
        assert (station.end.code, station.end.reason) == (1012, "back in a minute")


@pytest.mark.parametrize(
    ("code", "reason"), [(1005, ""), (1006, ""), (999, ""), (1001, "é" * 62)]
)
async def test_a_code_that_may_not_be_sent(code: int, reason: str) -> None:
    async with draining(Gate()) as server:
        station = await enter(server)
        with pytest.raises(ValueError, match="close"):
            await server.close(code, reason)
        await enter(server, "another")
        assert not station.closed


async def test_closing_twice() -> None:
    gate = Gate()
    async with draining(gate) as server:
        station = open_door(await admitted(server))
        await ask(station)
        await gate.reached.wait()
        closings = [asyncio.create_task(server.close(code)) for code in (1001, 1012)]
        await spin()
        assert not any(closing.done() for closing in closings)
        gate.opened.set()
        await asyncio.gather(*closings)
        await told(station)
        with pytest.raises(TransportClosed) as closed:
            await station.recv()
        assert closed.value.code == 1001
        await server.close()


async def test_whoever_closes_may_give_up() -> None:
    gate = Gate()
    async with draining(gate) as server:
        station = open_door(await admitted(server))
        await ask(station)
        await gate.reached.wait()
        closing = asyncio.create_task(server.close())
        await spin()
        closing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await closing
        gate.opened.set()
        await server.close()
        assert await told(station) == [3, "1", {"status": "Accepted"}]


@pytest.mark.parametrize("waits_before", [False, True])
async def test_a_handler_closes_the_server(waits_before: bool) -> None:
    closed, gate = asyncio.Event(), Gate()

    async def close(_: Any) -> Any:
        if waits_before:
            await gate.pass_through()
        await server.close()
        closed.set()

    async with Server(transfers(close), versions=["1.6"]) as server:
        caller, other = open_door(await admitted(server, "A")), await enter(server, "B")
        await ask(caller)
        gate.opened.set()
        async with asyncio.timeout(5):
            await closed.wait()
        with pytest.raises(TransportClosed) as told_to_close:
            await caller.recv()
        assert told_to_close.value.code == 1001
        assert other.end is not None
        assert other.end.code == 1001
    await spin()
    assert len(asyncio.all_tasks()) == 1


async def test_what_takes_too_long_is_cut(caplog: pytest.LogCaptureFixture) -> None:
    gate = Gate()
    async with draining(gate, drain_timeout=0.05) as server:
        stations = [open_door(await admitted(server, name)) for name in "ab"]
        for station in stations:
            await ask(station)
        await gate.reached.wait()
        await server.close()
        assert gate.cancelled.is_set()
        assert not server.connections
        for station in stations:
            with pytest.raises(TransportClosed) as closed:
                await station.recv()
            assert closed.value.code == 1006
    assert "cutting 2 connections" in caplog.text
    await spin()
    assert len(asyncio.all_tasks()) == 1


class Alone(MemoryTransport):
    """One end of a line."""

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(self, MemoryTransport())


class Stubborn(Alone):
    """A transport that is not closed in an orderly way, only cut."""

    def __init__(self) -> None:
        super().__init__()
        self.cut = asyncio.Event()
        self.gone = asyncio.Event()

    async def close(self, code: int, reason: str) -> None:
        await self.cut.wait()

    def abort(self) -> None:
        super().abort()
        self.cut.set()
        asyncio.get_running_loop().call_later(0.01, self.gone.set)


async def test_a_transport_that_does_not_close() -> None:
    async with draining(Gate(), drain_timeout=0.05) as server:
        stubborn, listening = Stubborn(), Listening()
        await server.listen("localhost", transport=listening)
        stubborn.gone = listening.closed
        serving = asyncio.ensure_future((await admitted(server)).serve(stubborn))
        await server.connections.wait_for("CP001", 1)
        await server.close()
        assert stubborn.cut.is_set()
        assert listening.closed.is_set()
        await serving


async def test_who_was_let_in_just_when_the_server_closed() -> None:
    async with draining(Gate()) as server:
        admission = await admitted(server)
        changes = server.connections.changes()
        await server.close()
        with pytest.raises(TransportClosed) as closed:
            await open_door(admission).recv()
        assert (closed.value.code, closed.value.reason) == (1001, "the server closes")
        assert [change async for change in changes] == []


async def test_a_replaced_connection_is_waited_for() -> None:
    gate = Gate()
    async with draining(gate) as server:
        old = open_door(await admitted(server))
        await ask(old)
        await gate.reached.wait()
        await enter(server)
        closing = asyncio.create_task(server.close())
        await spin()
        assert not closing.done()
        assert server.connections.total == 1
        gate.opened.set()
        await closing
        assert await told(old) == [3, "1", {"status": "Accepted"}]


async def test_who_waits_for_a_station_is_told() -> None:
    async with draining(Gate()) as server:
        await enter(server)
        changes = server.connections.changes()
        connection = server.connections["CP001"]
        waiting = asyncio.create_task(server.connections.wait_for("CP002"))
        await spin()
    with pytest.raises(NotConnected):
        await waiting
    expected = [Change(connection, connected=False)]
    assert [change async for change in changes] == expected


async def test_calls_of_the_server_fail_when_it_closes() -> None:
    gate = Gate()
    async with draining(gate) as server:
        await enter(server, handler=transfers(gate.handler))
        connection = server.connections["CP001"]
        call = asyncio.create_task(connection.call(ASK))
        await gate.reached.wait()
        await server.close()
        with pytest.raises(ConnectionClosed) as caught:
            await call
        assert (caught.value.sent, caught.value.code) == (True, 1001)
        with pytest.raises(ConnectionClosed) as caught:
            await connection.call(ASK)
        assert (caught.value.sent, caught.value.code) == (False, 1001)


# --- Listening ------------------------------------------------------------------------


async def test_several_listeners() -> None:
    async with serve(heartbeats(), HOST, versions=["1.6"]) as server:
        second = await server.listen(HOST)
        host, port = second.address
        assert server.address == (HOST, server.port)
        assert (host, port > 0, port != server.port) == (HOST, True, True)
        urls = [url_of(server), f"ws://{host}:{port}"]
        for url in urls:
            async with connect(url, "CP001", versions=["1.6"]) as station:
                await station.call(v16.HeartbeatRequest())
                assert "CP001" in server.connections
    for url in urls:
        with pytest.raises(HandshakeFailed):
            async with connect(url, "CP001", versions=["1.6"]):
                pass


async def test_a_port_in_use() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        with pytest.raises(OSError, match="in use"):
            await server.listen(HOST, server.port)
        with pytest.raises(OSError, match="in use"):
            async with serve(None, HOST, server.port, versions=["1.6"]):
                pass


async def test_a_closed_server_does_not_listen() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        port = server.port
    with pytest.raises(RuntimeError, match="the server is closed"):
        await server.listen(HOST, port)
    with pytest.raises(RuntimeError, match="the server is closed"):
        await server.__aenter__()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(HOST, port)


async def test_a_server_that_listens_nowhere_has_no_address() -> None:
    server = Server(None, versions=["1.6"])
    with pytest.raises(RuntimeError, match="the server has no listener"):
        _ = server.port


async def test_closing_while_it_begins_to_listen() -> None:
    server, listening = Server(None, versions=["1.6"]), Listening()
    beginning = asyncio.create_task(server.listen("localhost", transport=listening))
    closing = asyncio.create_task(server.close())
    with pytest.raises(RuntimeError, match="the server is closed"):
        await beginning
    assert listening.stopped == 1
    await closing


async def test_closing_waits_for_the_listeners() -> None:
    server, listening = Server(None, versions=["1.6"]), Listening()
    assert await server.listen("localhost", transport=listening) is listening
    closings = [asyncio.create_task(server.close()) for _ in range(2)]
    await spin()
    assert listening.stopped == 1
    assert not any(closing.done() for closing in closings)
    listening.closed.set()
    await asyncio.gather(*closings)
    assert listening.stopped == 1


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocpp_rpc.back_office.server._CUT_TIMEOUT", 0.02)


@pytest.mark.usefixtures("impatient")
async def test_a_listener_that_does_not_close() -> None:
    rules = ServerSettings(drain_timeout=0.01)
    server, listening = Server(None, versions=["1.6"], server=rules), Listening()
    await server.listen("localhost", transport=listening)
    begun = asyncio.get_running_loop().time()
    await server.close()
    assert asyncio.get_running_loop().time() - begun < 2
    assert listening.stopped == 1
    listening.closed.set()


@pytest.mark.usefixtures("impatient")
async def test_a_client_that_only_opens_a_socket_does_not_keep_it_open() -> None:
    rules = ServerSettings(drain_timeout=0.05)
    async with serve(None, HOST, versions=["1.6"], server=rules) as server:
        _, writer = await asyncio.open_connection(*server.address)
        await asyncio.sleep(0.01)
        begun = asyncio.get_running_loop().time()
        await server.close()
        assert asyncio.get_running_loop().time() - begun < 2
        writer.close()
        await writer.wait_closed()


async def test_settings_of_the_connections() -> None:
    settings = Settings(call_timeout=0.01)
    async with Server(None, versions=["1.6"], settings=settings) as server:
        await enter(server, handler=never)
        with pytest.raises(TimeoutError):
            await server.connections["CP001"].call(ASK)


async def test_the_server_pings() -> None:
    clock = VirtualClock()
    async with Server(
        None,
        versions=["1.6"],
        settings=Settings(clock=clock),
        websocket=WebSocketSettings(ping_interval=7, ping_timeout=5),
    ) as server:
        station = Alone()
        station.line.silent = True
        serving = asyncio.ensure_future((await admitted(server)).serve(station))
        connection = await server.connections.wait_for("CP001", 1)
        clock.advance(7)
        await spin()
        clock.advance(4.9)
        assert not connection.closed
        clock.advance(0.1)
        await asyncio.wait_for(serving, 5)
        assert connection.end == Closed(1006, "no pong within 5 s")
        assert not server.connections


async def never(_request: Any, _connection: Any) -> None:
    await asyncio.Event().wait()


# --- Libraries ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["starlette", "", "memory"])
async def test_a_transport_that_is_not(name: str) -> None:
    with pytest.raises(ValueError, match="transport must be one of"):
        library(name)
    with pytest.raises(ValueError, match="transport must be one of"):
        async with serve(None, HOST, versions=["1.6"], transport=name):
            pass


def test_a_library_of_ones_own() -> None:
    own: Any = object()
    assert library(own) is own


async def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ocpp_rpc.transports.websockets", None)
    with pytest.raises(MissingDependency, match=r"ocpp-rpc\[websockets\]"):
        async with serve(None, HOST, versions=["1.6"]):
            pass
