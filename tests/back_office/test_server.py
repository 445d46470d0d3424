"""The side that is connected to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed as WebSocketClosed

from ocpp_messages import FIELD, VERSIONS, load, v1x, v16, v201
from ocpp_rpc import (
    CannotSend,
    Connection,
    ConnectionClosed,
    ErrorCode,
    Limits,
    NegotiationFailed,
    NotInVersion,
    OcppError,
    RegistrationError,
    Router,
    Server,
    ServerSettings,
    Settings,
    connect,
    serve,
)
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.events import Closed
from ocpp_rpc.protocol.tolerances import tolerances_of
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports.memory import Line, MemoryTransport
from tests.back_office.admitted import admitted, enter, open_door
from tests.support.scripted import Gate, ask, spin, told, transfers
from tests.support.served import HOST, MOMENT, SOFT, heartbeats, open_raw, url_of

# --- Handlers -------------------------------------------------------------------------


async def test_a_factory_of_handlers() -> None:
    class CentralSystem(v16.CentralSystem):
        def __init__(self, connection: Connection) -> None:
            self.connection = connection

        async def heartbeat(
            self, request: v16.HeartbeatRequest, connection: Any
        ) -> v16.HeartbeatResponse:
            assert connection is self.connection
            return v16.HeartbeatResponse(current_time=MOMENT)

    made: list[str] = []

    def factory(connection: Connection) -> CentralSystem:
        made.append(connection.identity)
        return CentralSystem(connection)

    for handler in (CentralSystem, factory):
        async with serve(handler, HOST, versions=["1.6"]) as server:
            for identity in ("a", "b"):
                async with connect(url_of(server), identity, versions=["1.6"]) as cp:
                    await cp.call(v16.HeartbeatRequest())
    assert made == ["a", "b"]


@pytest.mark.parametrize("made", [KeyError("x"), 5, v16.CentralSystem])
async def test_a_factory_that_fails(
    made: Any, caplog: pytest.LogCaptureFixture
) -> None:
    def factory(_connection: Connection) -> Any:
        if isinstance(made, KeyError):
            raise made
        return made

    async with Server(factory, versions=["1.6"]) as server:
        station = await enter(server)
        await station.wait_closed()
        assert station.end is not None
        assert station.end.code == 1011
        assert dict(server.connections) == {}
    assert "'CP001': creating the handler of this connection failed" in caplog.text


async def test_a_factory_that_wants_nothing_of_a_station() -> None:
    def factory(connection: Connection) -> None:
        connection.abort()

    async with Server(factory, versions=["1.6"]) as server:
        changes = server.connections.changes()
        station = await enter(server)
        await station.wait_closed()
        assert (dict(server.connections), server.connections.total) == ({}, 0)
    assert [change async for change in changes] == []


async def test_a_function_of_request_and_connection() -> None:
    async def handler(request: Any, connection: Connection) -> Any:
        assert connection.identity == "CP001"
        return v16.HeartbeatResponse(current_time=MOMENT)

    async with (
        serve(handler, HOST, versions=["1.6"]) as server,
        connect(url_of(server), "CP001", versions=["1.6"]) as cp,
    ):
        await cp.call(v16.HeartbeatRequest())


HEARTBEAT = v16.HeartbeatResponse(current_time=MOMENT)


def beat(request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
    return v16.HeartbeatResponse(current_time=MOMENT)


async def beat_later(_request: Any) -> v16.HeartbeatResponse:
    return v16.HeartbeatResponse(current_time=MOMENT)


def make(connection: Connection) -> Router:
    return heartbeats()


OF_REQUEST: Callable[[Any], Any] = lambda request: HEARTBEAT  # noqa: E731
OF_CONNECTION: Callable[[Any], Any] = lambda connection: beat  # noqa: E731
OF_ANYTHING: Callable[[Any], Any] = lambda x: None  # noqa: E731


class Maker:
    """A handler that is made for each connection."""

    def __init__(self, connection: Any) -> None:
        assert connection.identity == "CP001"

    def __call__(self, request: Any) -> Any:
        return v16.HeartbeatResponse(current_time=MOMENT)


@pytest.mark.parametrize(
    "handler",
    [
        beat,
        beat_later,
        make,
        Maker,
        OF_REQUEST,
        OF_CONNECTION,
    ],
    ids=[
        "a handler",
        "an asynchronous one",
        "a factory",
        "a class",
        "a lambda of the request",
        "a lambda of the connection",
    ],
)
async def test_what_one_argument_is(handler: Any) -> None:
    async with Server(handler, versions=["1.6"]) as server:
        station = await enter(server)
        response = await station.call(v16.HeartbeatRequest())
        assert response == v16.HeartbeatResponse(current_time=MOMENT)


async def make_later(connection: Connection) -> Router:
    return heartbeats()


class OfRequest:
    def __init__(self, request: v16.HeartbeatRequest) -> None: ...


@pytest.mark.parametrize(
    ("handler", "message"),
    [
        (
            v16.CentralSystem,
            r"CentralSystem is a class .* such as CentralSystem\(...\)",
        ),
        (OfRequest, "OfRequest is a class .* __init__ takes the connection"),
        (5, "an object of the class int cannot be called"),
        (lambda: None, r"<lambda> \(test_server.py:\d+\) cannot be called"),
        (OF_ANYTHING, r"<lambda> \(test_server.py:\d+\) .* annotate it"),
        (make_later, r"make_later \(test_server.py:\d+\) is asynchronous"),
    ],
)
async def test_what_is_no_handler_is_refused_at_once(
    handler: Any, message: str
) -> None:
    with pytest.raises(RegistrationError, match=message):
        Server(handler, versions=["1.6"])


# --- Versions -------------------------------------------------------------------------


def every_version() -> Router:
    """Handlers of several versions side by side."""
    routes = Router()

    @routes.on(v1x.HeartbeatRequest)
    async def heartbeat(
        _request: v1x.HeartbeatRequest, connection: Connection
    ) -> v1x.HeartbeatResponse:
        served.append(("1.x", connection.version))
        return v1x.HeartbeatResponse(current_time=MOMENT)

    @routes.on(v16.HeartbeatRequest)
    def heartbeat_16(
        _request: v16.HeartbeatRequest, connection: Connection
    ) -> v16.HeartbeatResponse:
        served.append(("1.6", connection.version))
        return v16.HeartbeatResponse(current_time=MOMENT)

    @routes.on(v201.HeartbeatRequest)
    async def heartbeat_201(
        _request: v201.HeartbeatRequest, connection: Connection
    ) -> v201.HeartbeatResponse:
        served.append(("2.0.1", connection.version))
        return v201.HeartbeatResponse(current_time=MOMENT)

    served: list[tuple[str, str]] = []
    routes.served = served  # type: ignore[attr-defined]
    return routes


async def test_handlers_of_several_versions_side_by_side() -> None:
    routes: Any = every_version()
    async with Server(routes, versions=VERSIONS) as server:
        for version in ("1.5", "1.6", "2.0.1"):
            station = await enter(server, version, version)
            request = vars(load(version))["HeartbeatRequest"]()
            assert (await station.call(request)).current_time == MOMENT
        station = await enter(server, "2.1", "2.1")
        with pytest.raises(OcppError) as caught:
            await station.call(vars(load("2.1"))["HeartbeatRequest"]())
        assert caught.value.code is ErrorCode.NOT_SUPPORTED
        versions = {name: each.version for name, each in server.connections.items()}
    assert versions == {name: name for name in ("1.5", "1.6", "2.0.1", "2.1")}
    assert routes.served == [("1.x", "1.5"), ("1.6", "1.6"), ("2.0.1", "2.0.1")]


async def test_a_factory_that_goes_by_the_version() -> None:
    class Old(v16.CentralSystem):
        async def heartbeat(
            self, request: v16.HeartbeatRequest, connection: Any
        ) -> v16.HeartbeatResponse:
            return v16.HeartbeatResponse(current_time=MOMENT)

    class New(v201.CSMS):
        async def heartbeat(
            self, request: v201.HeartbeatRequest, connection: Any
        ) -> v201.HeartbeatResponse:
            return v201.HeartbeatResponse(current_time=MOMENT)

    def factory(connection: Connection) -> Old | New:
        return Old() if connection.version == "1.6" else New()

    async with Server(factory, versions=["1.6", "2.0.1"]) as server:
        old, new = await enter(server, "a", "1.6"), await enter(server, "b", "2.0.1")
        assert (await old.call(v16.HeartbeatRequest())).current_time == MOMENT
        assert (await new.call(v201.HeartbeatRequest())).current_time == MOMENT


@pytest.mark.parametrize(
    ("prefer", "offered", "spoken", "version"),
    [
        ("station", ["1.6", "1.5"], ["2.0.1", "1.6", "1.5"], "1.6"),
        ("station", ["1.5", "1.6"], ["2.0.1", "1.6", "1.5"], "1.5"),
        ("station", ["2.1", "2.0.1", "1.6"], ["1.6", "2.0.1"], "2.0.1"),
        ("server", ["1.5", "1.6"], ["2.0.1", "1.6", "1.5"], "1.6"),
        ("server", ["2.1", "2.0.1", "1.6"], ["1.6", "2.0.1"], "1.6"),
        ("server", [*VERSIONS], [*reversed(VERSIONS)], "2.1"),
    ],
)
async def test_whose_order_decides(
    prefer: Any, offered: list[str], spoken: list[str], version: str
) -> None:
    rules = ServerSettings(prefer=prefer)
    async with (
        serve(None, HOST, versions=spoken, server=rules) as server,
        connect(url_of(server), "CP001", versions=offered) as station,
    ):
        assert station.version == version
        assert server.connections["CP001"].version == version


async def test_a_station_comes_back_with_another_version() -> None:
    async with Server(heartbeats(), versions=VERSIONS) as server:
        for version in ("1.6", "2.0.1", "1.6", "2.1", "1.5"):
            station = await enter(server, "CP001", version)
            connection = server.connections["CP001"]
            assert connection.version == version
            request = vars(load(version))["HeartbeatRequest"]()
            assert (await station.call(request)).current_time == MOMENT
            await station.close()
            await connection.wait_closed()


OTHER_VERSION = [
    ("1.6", v201.ResetRequest(type="Immediate")),  # type: ignore[arg-type]
    ("1.5", v16.TriggerMessageRequest(requested_message="Heartbeat")),  # type: ignore[arg-type]
    ("2.0.1", SOFT),
    ("2.1", v1x.ResetRequest(type="Soft")),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("version", "request_"), OTHER_VERSION)
async def test_a_request_of_another_version(version: str, request_: Any) -> None:
    async with Server(None, versions=VERSIONS) as server:
        station = await enter(server, "CP001", version)
        with pytest.raises(NotInVersion) as caught:
            await server.connections["CP001"].call(request_)
        assert isinstance(caught.value, CannotSend)
        assert isinstance(caught.value, OcppError)
        assert caught.value.code is ErrorCode.NOT_SUPPORTED
        assert not station.closed


async def test_a_request_of_another_version_in_a_handler(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def handler(_request: Any, connection: Connection) -> Any:
        await connection.call(v201.ResetRequest(type="Immediate"))  # type: ignore[arg-type]

    async with Server(handler, versions=VERSIONS) as server:
        station = await enter(server)
        with pytest.raises(OcppError) as caught:
            await station.call(v16.HeartbeatRequest())
        # It is no fault of the peer, nor does it know what was tried.
        assert caught.value.code is ErrorCode.INTERNAL_ERROR
        assert not isinstance(caught.value, NotInVersion)
        assert caught.value.description == ""
    assert "the handler of Heartbeat failed" in caplog.text


async def test_dialects_of_the_programs_own() -> None:
    acme = replace(DIALECTS["1.6"], subprotocol="acme1.6")
    settings = Settings(dialects={"1.6": acme})
    async with (
        serve(heartbeats(), HOST, versions=["1.6"], settings=settings) as server,
        connect(url_of(server), "A", versions=["1.6"], settings=settings) as station,
    ):
        await station.call(v16.HeartbeatRequest())
        handshake = server.connections["A"].handshake
        assert handshake is not None
        assert handshake.subprotocols == ("acme1.6",)
        assert handshake.versions == ("1.6",)
        with pytest.raises(NegotiationFailed):
            async with connect(url_of(server), "A", versions=["1.6"]):
                pass


@pytest.mark.parametrize(
    ("versions", "dialects", "message"),
    [
        ([], DIALECTS, "at least one version"),
        (None, DIALECTS, "at least one version"),
        ("1.6", DIALECTS, "a list"),
        (["1.7"], DIALECTS, "unknown version of OCPP: '1.7'"),
        (["1.6", "x"], DIALECTS, "unknown version of OCPP: 'x'"),
        ([v1x], DIALECTS, "ocpp_messages.v1x is not a version"),
        ([1.6], DIALECTS, "1.6 is not a version"),
        ([v16, "1.6"], DIALECTS, "two of the versions"),
        (["1.6", "2.0.1"], {"1.6": DIALECTS["1.6"]}, "unknown version of OCPP"),
        (
            ["1.6", "1.5"],
            {"1.6": DIALECTS["1.6"], "1.5": DIALECTS["1.6"]},
            "two of the versions",
        ),
    ],
)
async def test_versions_that_are_not(
    versions: Any, dialects: Any, message: str
) -> None:
    settings = Settings(dialects=dialects)
    with pytest.raises(ValueError, match=message):
        Server(None, versions=versions, settings=settings)


@pytest.mark.parametrize("offers", [[], ["ocpp2.0.1"], ["nonsense"]])
async def test_no_common_version_opens_and_closes(offers: list[str]) -> None:
    # OCPP-J 1.6 §3.2: 101 without a subprotocol, then an immediate close.
    async with serve(None, HOST, versions=["1.6"]) as server:
        websocket = await open_raw(server, "/CP001", offers)
        assert websocket.subprotocol is None
        with pytest.raises(WebSocketClosed):
            await websocket.recv()
        assert websocket.close_code == 1002
        assert dict(server.connections) == {}


# --- Stations -------------------------------------------------------------------------


async def test_stations_come_and_go() -> None:
    async with serve(heartbeats(), HOST, versions=["1.6"]) as server:
        for _ in range(2):
            async with connect(url_of(server), "CP001", versions=["1.6"]) as cp:
                await cp.call(v16.HeartbeatRequest())
                ((identity, connection),) = server.connections.items()
                assert identity == "CP001"
            await connection.wait_closed()
            assert dict(server.connections) == {}


class Pinged(MemoryTransport):
    """A transport that counts its pings."""

    pings = 0

    async def ping(self) -> bool:
        self.pings += 1
        return await super().ping()


@pytest.mark.parametrize("returns", [True, False])
async def test_what_a_factory_sets_holds(returns: bool) -> None:
    clock, limits = VirtualClock(), Limits(max_waiting=7)

    def factory(connection: Connection) -> Router | None:
        connection.keep_alive(5.0, None)
        connection.limits = limits
        connection.tolerance = FIELD
        if returns:
            return heartbeats()
        connection.set_handler(heartbeats())
        return None

    settings = Settings(clock=clock)
    async with Server(factory, versions=["1.6"], settings=settings) as server:
        ours, transport = MemoryTransport(), Pinged()
        Line(ours, transport)
        serving = asyncio.ensure_future((await admitted(server)).serve(transport))
        await spin()
        connection = server.connections["CP001"]
        assert connection.limits == limits
        assert connection.tolerance == tolerances_of(FIELD)
        for _ in range(2):
            clock.advance(5.0)
            await spin()
        assert transport.pings == 2
        await ours.send('[2,"1","Heartbeat",{}]')
        assert (await told(ours))[:2] == [3, "1"]
        ours.abort()
        await serving


async def test_a_factory_that_fails_leaves_no_pings() -> None:
    clock = VirtualClock()

    def factory(connection: Connection) -> Router:
        connection.keep_alive(5.0)
        raise KeyError

    settings = Settings(clock=clock)
    async with Server(factory, versions=["1.6"], settings=settings) as server:
        transport = Pinged()
        Line(MemoryTransport(), transport)
        await (await admitted(server)).serve(transport)
        clock.advance(100.0)
        await spin()
        assert transport.pings == 0


async def test_a_newer_connection_replaces_an_older_one() -> None:
    async with (
        serve(heartbeats(), HOST, versions=["1.6", "2.0.1"]) as server,
        connect(url_of(server), "CP001", versions=["1.6"]) as old,
    ):
        older = server.connections["CP001"]
        async with connect(url_of(server), "CP001", versions=["2.0.1"]) as new:
            await old.wait_closed()
            await older.wait_closed()
            with pytest.raises(ConnectionClosed, match="1008 replaced"):
                await old.call(v16.HeartbeatRequest())
            # What is left of the old one does not touch the new one.
            assert server.connections["CP001"].version == "2.0.1"
            assert not new.closed


async def test_accepted_calls_of_a_replaced_connection_are_answered() -> None:
    gate = Gate()
    async with Server(transfers(gate.handler), versions=["1.6"]) as server:
        old = open_door(await admitted(server))
        await ask(old)
        await gate.reached.wait()
        await enter(server)
        gate.opened.set()
        assert await told(old) == [3, "1", {"status": "Accepted"}]
        await server.connections.of("CP001")[0].wait_closed()
        assert len(server.connections.of("CP001")) == 1


async def test_calls_on_a_replaced_connection_end_at_once() -> None:
    gate = Gate()
    async with Server(transfers(gate.handler), versions=["1.6"]) as server:
        old = open_door(await admitted(server))
        await ask(old)  # so that closing waits
        await gate.reached.wait()
        replaced = server.connections["CP001"]
        calls = [asyncio.create_task(replaced.call(SOFT)) for _ in range(2)]
        await told(old)
        await enter(server)
        assert not replaced.closed
        failures = await asyncio.gather(*calls, return_exceptions=True)
        assert [
            (failure.sent, failure.code, failure.reason)
            for failure in failures
            if isinstance(failure, ConnectionClosed)
        ] == [(sent, 1008, "replaced by a newer connection") for sent in (True, False)]
        with pytest.raises(ConnectionClosed, match="1008 replaced"):
            await replaced.call(SOFT)
        # A reply that comes after all does no harm, and the other side has its own.
        await old.send('[3,"1",{"status":"Accepted"}]')
        gate.opened.set()
        assert await told(old) == [3, "1", {"status": "Accepted"}]
        await replaced.wait_closed()


async def test_a_station_that_comes_back_again_and_again_leaves_nothing_behind() -> (
    None
):
    gate = Gate()  # no handler ends
    rules = ServerSettings(max_connections=1)
    async with Server(
        transfers(gate.handler), versions=["1.6"], server=rules
    ) as server:
        for _ in range(20):
            station = open_door(await admitted(server))
            await ask(station)
            await spin()
            assert server.connections.total <= 2
        assert gate.inside == 2
        gate.opened.set()
        await spin()
        assert server.connections.total == 1
        assert not server.connections["CP001"].closed


async def test_what_is_left_of_a_replaced_connection_is_cut() -> None:
    gate = Gate()
    async with Server(transfers(gate.handler), versions=["1.6"]) as server:
        first = open_door(await admitted(server))
        await ask(first)
        await gate.reached.wait()
        oldest = server.connections["CP001"]
        await enter(server)
        assert not oldest.closed
        await enter(server)
        assert oldest.end is not None
        assert oldest.end == Closed(1008, "replaced by a newer connection")
        gate.opened.set()
