"""Calls over a fleet: what they return, and what they raise."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

import pytest

import ocpp_messages
from ocpp_messages import LENIENT, v1x, v2x, v15, v16, v21, v201
from ocpp_rpc import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    InvalidResponse,
    Limits,
    NotConnected,
    NotConnectedInTime,
    NotInVersion,
    OcppError,
    OcppRpcError,
    QueueFull,
    Router,
    Settings,
    fleet,
)
from ocpp_rpc.fleet.bus.subjects import Subjects
from ocpp_rpc.fleet.failures import Late, as_failure, from_failure
from tests.fleet import acme
from tests.fleet.world import World, accepting, inside, soon
from tests.support.served import ACCEPTED, SOFT, always


def resets(version: str, kind: str) -> tuple[Any, Any]:
    """A request, and the response to it."""
    package: Any = ocpp_messages.load(version)
    return package.ResetRequest(type=kind), package.ResetResponse(status="Accepted")


RESETS = {
    "1.5": resets("1.5", "Soft"),
    "1.6": resets("1.6", "Soft"),
    "2.0": resets("2.0", "Immediate"),
    "2.0.1": resets("2.0.1", "Immediate"),
    "2.1": resets("2.1", "ImmediateAndResume"),
}


class Hanging:
    """A station that answers a reset when it is told to."""

    def __init__(self) -> None:
        self.received: list[str] = []
        self.go = asyncio.Event()
        self.routes = Router()
        self.routes.add(v16.ResetRequest, self.reset)
        self.routes.add(v16.ClearCacheRequest, self.clear)

    async def reset(self, _: v16.ResetRequest) -> v16.ResetResponse:
        self.received.append("reset")
        await self.go.wait()
        return ACCEPTED

    def clear(self, _: v16.ClearCacheRequest) -> v16.ClearCacheResponse:
        self.received.append("clear")
        return v16.ClearCacheResponse(status=v16.ClearCacheStatus.ACCEPTED)


CLEAR = v16.ClearCacheRequest()


# --- Versions -------------------------------------------------------------------------


@pytest.mark.parametrize("version", RESETS)
async def test_every_version(world: World, version: str) -> None:
    request, response = RESETS[version]
    cls: Any = request.__class__
    routes = Router()
    routes.add(cls, always(response))
    await world.node(versions=[version])
    await world.station(handler=routes, version=version)
    chargers = await world.operator()
    found = await chargers.call("CP001", request)
    assert found == response
    assert type(found) is type(response)


@pytest.mark.parametrize(("version", "package"), [("1.5", v15), ("1.6", v16)])
async def test_a_request_of_v1x(
    world: World, version: str, package: ModuleType
) -> None:
    received: list[Any] = []
    routes = Router()

    def reset(request: Any) -> Any:
        received.append(request)
        return package.ResetResponse(status="Accepted")

    routes.add(package.ResetRequest, reset)
    await world.node(versions=["1.5", "1.6"])
    await world.station(handler=routes, version=version)
    chargers = await world.operator()
    request = v1x.ResetRequest(type=v1x.ResetType.SOFT)
    assert await chargers.call("CP001", request) == v1x.ResetResponse(accepted=True)
    assert received == [package.ResetRequest(type="Soft")]


@pytest.mark.parametrize(("version", "package"), [("2.0.1", v201), ("2.1", v21)])
async def test_a_request_of_v2x(
    world: World, version: str, package: ModuleType
) -> None:
    received: list[Any] = []
    routes = Router()

    def reset(request: Any) -> Any:
        received.append(request)
        return package.ResetResponse(status="Accepted")

    routes.add(package.ResetRequest, reset)
    await world.node(versions=["2.0.1", "2.1"])
    await world.station(handler=routes, version=version)
    chargers = await world.operator()
    request = v2x.ResetRequest(type=v2x.ResetEnumType.ON_IDLE)
    found = await chargers.call("CP001", request)
    assert found == v2x.ResetResponse(status=v2x.ResetStatusEnumType.ACCEPTED)
    assert received == [package.ResetRequest(type="OnIdle")]


@pytest.mark.parametrize(
    ("version", "request_"),
    [("1.5", v1x.ClearChargingProfileRequest()), ("2.0.1", v2x.ClearTariffsRequest())],
)
async def test_a_request_of_a_family_that_a_version_cannot_say(
    world: World, version: str, request_: Any
) -> None:
    request = request_
    site = await world.node(versions=[version])
    await world.station(version=version)
    chargers = await world.operator()
    assert await failure(chargers.call("CP001", request)) == await failure(
        site.server.connections["CP001"].call(request)
    )


async def test_an_extension(world: World) -> None:
    routes = Router()
    routes.add(acme.BlinkRequest, always(acme.BlinkResponse(blinked=3)))
    routes.add(v16.ResetRequest, always(ACCEPTED))
    await world.node("a", versions=[acme])
    await world.node("b", versions=["1.6"])
    await world.station("a", "CP001", routes, version=acme)
    await world.station("b", "CP002")
    chargers = await world.operator()
    blink = acme.BlinkRequest(times=3)
    assert await chargers.call("CP001", blink) == acme.BlinkResponse(blinked=3)
    assert await chargers.call("CP001", SOFT) == ACCEPTED
    with pytest.raises(NotInVersion, match="BlinkRequest is not a request"):
        await chargers.call("CP002", blink)


# --- What a call raises ---------------------------------------------------------------


async def failure(call: Awaitable[Any]) -> tuple[Any, ...]:
    """Return the class of what a call raises, what it carries, and its text."""
    with pytest.raises(OcppRpcError) as raised:
        await call
    error = raised.value
    return type(error), {**vars(error)}, str(error)


Failing = Callable[[Any], Awaitable[Any]]


def refusing() -> Router:
    routes = Router()
    details = {"a": [1, {"b": "ü"}]}

    def refuse(_: v16.ResetRequest) -> v16.ResetResponse:
        raise OcppError(ErrorCode.SECURITY_ERROR, "no", details)

    def refuse_oddly(_: v16.ClearCacheRequest) -> v16.ClearCacheResponse:
        raise OcppError("AcmeError", "ask Acme")

    routes.add(v16.ResetRequest, refuse)
    routes.add(v16.ClearCacheRequest, refuse_oddly)
    return routes


FAILING: dict[str, Failing] = {
    "an error": lambda call: call(SOFT),
    "an error of the vendor": lambda call: call(CLEAR),
    "another version": lambda call: call(v201.ClearCacheRequest()),
    "v1x over 2.x": lambda call: call(RESETS["2.0.1"][0]),
    "not for stations": lambda call: call(v16.HeartbeatRequest()),
    "no handler": lambda call: call(v16.UnlockConnectorRequest(connector_id=1)),
}


@pytest.mark.parametrize("name", FAILING)
async def test_what_a_local_call_raises(world: World, name: str) -> None:
    site = await world.node()
    await world.station(handler=refusing())
    chargers = await world.operator()
    failing, local = FAILING[name], site.server.connections["CP001"]

    def remote(request: Any) -> Awaitable[Any]:
        return chargers.call("CP001", request)

    assert await failure(failing(remote)) == await failure(failing(local.call))


async def test_an_invalid_response(world: World) -> None:
    site = await world.node()
    station = await world.raw("a", "CP001")
    chargers = await world.operator()

    async def invalid(call: Awaitable[Any]) -> Any:
        calling = asyncio.create_task(failure(call))
        _, message_id, _, _ = json.loads(await station.recv())
        await station.send(json.dumps([3, message_id, {"status": 5, "more": 1}]))
        return await calling

    local = await invalid(site.server.connections["CP001"].call(SOFT))
    assert local[0] is InvalidResponse
    assert len(local[1]["violations"]) == 2
    assert await invalid(chargers.call("CP001", SOFT)) == local


async def test_a_response_that_the_node_tolerates(world: World) -> None:
    await world.node(connection=Settings(tolerance=LENIENT))
    station = await world.raw("a", "CP001")
    chargers = await world.operator()
    calling = asyncio.create_task(chargers.call("CP001", SOFT))
    _, message_id, _, _ = json.loads(await station.recv())
    await station.send(json.dumps([3, message_id, {"status": "Accepted", "more": 1}]))
    assert (await calling).status == "Accepted"


async def test_a_timeout_of_the_station(world: World) -> None:
    station = Hanging()
    await world.node()
    await world.station(handler=station.routes)
    chargers = await world.operator()
    with pytest.raises(CallTimeout) as raised:
        await chargers.call("CP001", SOFT, timeout=0.05)
    station.go.set()
    assert (raised.value.action, raised.value.sent) == ("Reset", True)


async def test_the_call_timeout_of_the_node(world: World) -> None:
    await world.node(connection=Settings(call_timeout=0.05))
    station = Hanging()
    await world.station(handler=station.routes)
    chargers = await world.operator()
    with pytest.raises(CallTimeout):
        await chargers.call("CP001", SOFT)
    station.go.set()


async def test_a_total_timeout_while_waiting_for_a_turn(world: World) -> None:
    station = Hanging()
    await world.node()
    await world.station(handler=station.routes)
    chargers = await world.operator()
    first = asyncio.create_task(chargers.call("CP001", SOFT))
    await soon(lambda: station.received)
    with pytest.raises(CallTimeout) as raised:
        await chargers.call("CP001", CLEAR, total_timeout=0.05)
    assert (raised.value.action, raised.value.sent) == ("ClearCache", False)
    station.go.set()
    assert await first == ACCEPTED
    assert station.received == ["reset"]


async def test_a_full_queue(world: World) -> None:
    station = Hanging()
    await world.node(connection=Settings(limits=Limits(max_waiting=1)))
    await world.station(handler=station.routes)
    chargers = await world.operator()
    first = asyncio.create_task(chargers.call("CP001", SOFT))
    await soon(lambda: station.received)
    second = asyncio.create_task(chargers.call("CP001", CLEAR))
    await asyncio.sleep(0.05)
    with pytest.raises(QueueFull) as raised:
        await chargers.call("CP001", CLEAR)
    assert raised.value.limit == 1
    station.go.set()
    await asyncio.gather(first, second)
    assert station.received == ["reset", "clear"]


async def test_the_connection_closes_meanwhile(world: World) -> None:
    station = Hanging()
    site = await world.node()
    await world.station(handler=station.routes)
    chargers = await world.operator()
    calling = asyncio.create_task(chargers.call("CP001", SOFT))
    await soon(lambda: station.received)
    site.server.connections["CP001"].abort(1011, "broken")
    with pytest.raises(ConnectionClosed) as raised:
        await calling
    found = raised.value
    assert (found.sent, found.code, found.reason) == (True, 1011, "broken")


async def test_nobody_holds_the_station(world: World) -> None:
    await world.node()
    chargers = await world.operator()
    begun = asyncio.get_running_loop().time()
    with pytest.raises(NotConnected) as raised:
        await chargers.call("CP001", SOFT)
    assert asyncio.get_running_loop().time() - begun < 4  # it waits for nothing
    assert type(raised.value) is NotConnected
    assert raised.value.identity == "CP001"


async def test_waiting_for_a_station(world: World) -> None:
    await world.node()
    chargers = await world.operator()
    calling = asyncio.create_task(chargers.call("CP001", SOFT, wait_connected=5))
    await asyncio.sleep(0.05)
    assert not calling.done()
    await world.station()
    assert await calling == ACCEPTED


async def test_waiting_for_a_station_in_vain(world: World) -> None:
    await world.node()
    chargers = await world.operator()
    for options in ({}, {"total_timeout": 0.05}):
        limits = {"wait_connected": 0.05 if not options else 5, **options}
        with pytest.raises(NotConnectedInTime):
            await chargers.call("CP001", SOFT, **limits)


@pytest.mark.parametrize(
    ("request_", "text"),
    [
        (v16.HeartbeatRequest(), "CentralSystem does not send Heartbeat"),
        (ACCEPTED, "ResetResponse is not a request"),
        (v21.NotifyPeriodicEventStream.__new__(v21.NotifyPeriodicEventStream), "SEND"),
    ],
)
async def test_what_no_back_office_sends(
    world: World, request_: Any, text: str
) -> None:
    chargers = await world.operator()
    with pytest.raises(CannotSend, match=text):
        await chargers.call("CP001", request_)


# --- At most once ---------------------------------------------------------------------


async def test_a_call_that_is_given_up_before_its_turn(world: World) -> None:
    station = Hanging()
    await world.node()
    await world.station(handler=station.routes)
    chargers = await world.operator()
    first = asyncio.create_task(chargers.call("CP001", SOFT))
    await soon(lambda: station.received)
    second = asyncio.create_task(chargers.call("CP001", CLEAR))
    await asyncio.sleep(0.05)
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)
    await asyncio.sleep(0.05)
    station.go.set()
    assert await first == ACCEPTED
    assert await chargers.call("CP001", SOFT) == ACCEPTED
    assert station.received == ["reset", "reset"]


class Losing:
    """Loses what is sent, once."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, bus: fleet.Bus, what: bytes
    ) -> None:
        self.lost: list[bytes] = []
        self._publish = bus.publish
        self._what = what
        monkeypatch.setattr(bus, "publish", self.publish)

    async def publish(self, subject: str, data: bytes, *, reply: str = "") -> None:
        if self._what in data and not self.lost:
            self.lost.append(data)
            return
        await self._publish(subject, data, reply=reply)


QUICK = fleet.FleetSettings(probe_after=0.1, lost_after=1.0, accept_within=0.5)


async def test_an_answer_that_is_lost_is_asked_for(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    received: list[str] = []
    site = await world.node(settings=QUICK)
    await world.station(handler=accepting(received))
    chargers = await world.operator(settings=QUICK)
    losing = Losing(monkeypatch, site.bus, b"[3,")
    assert await chargers.call("CP001", SOFT) == ACCEPTED
    assert len(losing.lost) == 1
    assert received == ["reset"]


async def test_a_call_that_is_lost_is_not_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    received: list[str] = []
    await world.node(settings=QUICK)
    await world.station(handler=accepting(received))
    chargers = await world.operator(settings=QUICK)
    Losing(monkeypatch, world.bus, b"[2,")
    monkeypatch.setattr(inside(chargers)._ground.bus, "publish", world.bus.publish)
    with pytest.raises(ConnectionClosed) as raised:
        await chargers.call("CP001", SOFT)
    assert raised.value.sent
    assert received == []


async def test_a_call_that_comes_twice_is_carried_out_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    received: list[str] = []
    limits = Limits(max_in_flight=2)
    await world.node(connection=Settings(limits=limits))
    await world.station(handler=accepting(received))
    chargers = await world.operator()
    bus = inside(chargers)._ground.bus
    publish = bus.publish

    async def twice(subject: str, data: bytes, *, reply: str = "") -> None:
        await publish(subject, data, reply=reply)
        if b"[2," in data:
            await publish(subject, data, reply=reply)

    monkeypatch.setattr(bus, "publish", twice)
    for _ in range(5):
        assert await chargers.call("CP001", SOFT) == ACCEPTED
    assert received == ["reset"] * 5


async def test_a_call_that_comes_late_is_refused_and_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    received: list[str] = []
    await world.node(settings=QUICK)
    await world.station(handler=accepting(received))
    chargers = await world.operator(settings=QUICK)
    bus = inside(chargers)._ground.bus
    publish, sent = bus.publish, list[bytes]()

    async def slowly(subject: str, data: bytes, *, reply: str = "") -> None:
        if b"[2," in data:
            sent.append(data)
            if len(sent) == 1:
                await asyncio.sleep(QUICK.accept_within + 0.1)
        await publish(subject, data, reply=reply)

    monkeypatch.setattr(bus, "publish", slowly)
    assert await chargers.call("CP001", SOFT) == ACCEPTED
    assert (len(sent), received) == (2, ["reset"])


async def test_the_operator_has_gone_while_its_call_waits(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The node drops a call whose operator asks no more what has become of it."""
    station = Hanging()
    await world.node(settings=QUICK)
    await world.station(handler=station.routes)
    chargers, dying = [await world.operator(settings=QUICK) for _ in range(2)]
    first = asyncio.create_task(chargers.call("CP001", SOFT))
    await soon(lambda: station.received)
    second = asyncio.create_task(dying.call("CP001", CLEAR))
    await asyncio.sleep(0.05)

    async def silent(*_: Any, **__: Any) -> None:
        pass

    # In memory, the two have one bus, which cannot be silenced for one of them.
    if inside(dying)._ground.bus is inside(chargers)._ground.bus:
        monkeypatch.setattr(inside(dying)._caller, "_inquire", silent)
    else:
        monkeypatch.setattr(inside(dying)._ground.bus, "publish", silent)
    await asyncio.sleep(QUICK.lost_after + 0.2)
    station.go.set()
    assert await first == ACCEPTED
    await asyncio.sleep(0.1)
    assert station.received == ["reset"]
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)


async def test_two_operators_at_once(world: World) -> None:
    received: list[str] = []
    await world.node("a")
    await world.node("b")
    await world.station("a", "CP001", accepting(received))
    await world.station("b", "CP002", accepting(received))
    operators = [await world.operator() for _ in range(2)]
    answers = await asyncio.gather(
        *(
            operator.call(identity, SOFT)
            for _ in range(20)
            for operator in operators
            for identity in ("CP001", "CP002")
        )
    )
    assert answers == [ACCEPTED] * 80
    assert len(received) == 80


async def test_the_engine_is_away(world: World) -> None:
    await world.node()
    await world.station()
    chargers = await world.operator()
    await inside(chargers)._ground.bus.close()
    with pytest.raises(fleet.FleetUnavailable):
        await chargers.call("CP001", SOFT)


@pytest.mark.parametrize("identity", ["*", ">", "a.b", "a b", "a.*", "$SYS", "x" * 255])
async def test_hostile_identities(world: World, identity: str) -> None:
    received: list[str] = []
    await world.node()
    await world.station(identity="CP001", handler=accepting(received))
    chargers = await world.operator()
    with pytest.raises(NotConnected):
        await chargers.call(identity, SOFT)
    assert received == []
    await world.station(identity=identity)
    assert await chargers.call(identity, SOFT) == ACCEPTED
    assert {place.identity async for place in chargers.connected()} == {
        "CP001",
        identity,
    }
    assert received == []


async def test_a_large_call_and_a_large_answer(world: World) -> None:
    data = "x" * 200_000
    routes = Router()

    def transfer(request: v16.DataTransferRequest) -> v16.DataTransferResponse:
        status = v16.DataTransferStatus.ACCEPTED
        return v16.DataTransferResponse(status=status, data=request.data)

    routes.add(v16.DataTransferRequest, transfer)
    await world.node()
    await world.station(handler=routes)
    chargers = await world.operator()
    request = v16.DataTransferRequest(vendor_id="acme", data=data)
    assert (await chargers.call("CP001", request)).data == data


def test_a_failure_that_is_not_known() -> None:
    assert isinstance(from_failure({"failure": "Odd"}), ConnectionClosed)
    assert isinstance(from_failure({"failure": "Late"}), ConnectionClosed)
    found = from_failure(as_failure(OcppRpcError("odd")))
    assert isinstance(found, ConnectionClosed)
    assert found.sent
    late = from_failure(as_failure(Late(5)))
    assert isinstance(late, Late)
    assert late.now == 5


async def test_a_fleet_is_used_in_its_block() -> None:
    async with fleet.memory() as bus:
        chargers = fleet.Fleet(bus, name="a")
        with pytest.raises(RuntimeError, match="use a Fleet inside its"):
            await chargers.call("CP001", SOFT)


async def test_a_call_that_is_cancelled_waits_no_longer_for_its_station() -> None:
    """At whatever moment: a station may just have come, and be gone again."""
    bus = fleet.memory()
    connected = Subjects("prod").event("connected", "CP001")
    for turns in range(10):
        async with fleet.Fleet(bus, name="prod") as chargers:
            call = chargers.call("CP001", SOFT, wait_connected=5)
            calling = asyncio.create_task(call)
            for _ in range(50):  # until it waits
                await asyncio.sleep(0)
            await bus.publish(connected, b"")
            for _ in range(turns):
                await asyncio.sleep(0)
            assert calling.cancel()
            await asyncio.wait([calling], timeout=1)
            assert calling.cancelled()
    await bus.close()
