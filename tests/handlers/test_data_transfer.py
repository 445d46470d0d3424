"""DataTransfer with typed data, in every version and both directions."""

from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import dataclass
from importlib import import_module
from types import NoneType
from typing import Any, Final

import pytest
from pydantic import BaseModel, Field

from ocpp_messages import (
    FAMILIES,
    VERSIONS,
    NotSupported,
    load,
    v1x,
    v2x,
    v16,
    v21,
    v201,
)
from ocpp_rpc import (
    CallTimeout,
    CannotSend,
    Connection,
    DataTransfers,
    ErrorCode,
    InvalidResponse,
    OcppError,
    RegistrationError,
    Router,
    Settings,
    TransferRefused,
    VendorMessage,
)
from ocpp_rpc.testing import VirtualClock, pair, raw_peer
from tests.messages.cases import NOON
from tests.support.scripted import spin

ALL: Final = ["1.5", "1.6", "2.0", "2.0.1", "2.1"]


class Question(BaseModel):
    meter: int
    unit_name: str = Field(default="Wh", alias="unitName")


@dataclass
class Answer:
    value: float


METER = VendorMessage("com.acme", "Meter", Question, Answer)
GREETING = VendorMessage("com.acme", None, str, str)
PING = VendorMessage("com.acme", "Ping", NoneType, NoneType)
SAMPLE = VendorMessage("com.acme", "Sample", v16.SampledValue, v16.SampledValue)


def transfers() -> DataTransfers:
    routes = DataTransfers()

    @routes.on_transfer(METER)
    async def meter(data: Question, connection: Connection) -> Answer:
        assert connection.identity
        match data.meter:
            case 1:
                return Answer(21.5)
            case 2:
                raise TransferRefused("Rejected", "no such meter")
            case 3:
                return Answer("much")  # type: ignore[arg-type]
            case _:
                raise OcppError(ErrorCode.SECURITY_ERROR, "no")

    @routes.on_transfer(GREETING)
    def greeting(data: str) -> str:
        return f"hello {data}"

    @routes.on_transfer(PING)
    def ping(data: None) -> None:
        return data

    @routes.on_transfer(SAMPLE)
    def sample(data: v16.SampledValue) -> v16.SampledValue:
        return data

    return routes


@pytest.mark.parametrize("version", ALL)
async def test_calls_are_typed_both_ways(version: str) -> None:
    async with pair(transfers(), transfers(), version=version) as ends:
        for connection in ends:
            assert await METER.call(connection, Question(meter=1)) == Answer(21.5)
            assert await GREETING.call(connection, "you") == "hello you"
            await PING.call(connection, None)
            sample = v16.SampledValue(value="1", unit=v16.UnitOfMeasure.WH)
            assert await SAMPLE.call(connection, sample) == sample


@pytest.mark.parametrize(
    ("version", "data", "answer"),
    [
        ("1.6", '{"meter":1,"unitName":"kWh"}', '{"value":21.5}'),
        ("2.0.1", {"meter": 1, "unitName": "kWh"}, {"value": 21.5}),
    ],
)
async def test_data_on_the_wire(version: str, data: Any, answer: Any) -> None:
    async with raw_peer(transfers(), version=version) as peer:
        call = {"vendorId": "COM.Acme", "messageId": "meter", "data": data}
        await peer.send(json.dumps([2, "1", "DataTransfer", call]))
        reply = json.loads(await peer.recv())
        assert reply == [3, "1", {"status": "Accepted", "data": answer}]


@pytest.mark.parametrize("version", ALL)
@pytest.mark.parametrize(
    ("vendor", "message", "data", "status"),
    [
        ("com.other", "Meter", None, "UnknownVendorId"),
        ("com.acme", "Fly", None, "UnknownMessageId"),
        ("com.acme", "Meter", None, "Rejected"),
        ("com.acme", "Meter", '{"meter":"x"}', "Rejected"),
        ("com.acme", "Meter", "{", "Rejected"),
    ],
)
async def test_what_has_no_handler_or_does_not_fit_is_answered(
    version: str, vendor: str, message: str, data: Any, status: str
) -> None:
    async with raw_peer(transfers(), version=version) as peer:
        call = {"vendorId": vendor, "messageId": message}
        more = {} if data is None else {"data": data}
        await peer.send(json.dumps([2, "1", "DataTransfer", {**call, **more}]))
        assert json.loads(await peer.recv()) == [3, "1", {"status": status}]


async def test_a_refusal_reaches_the_caller() -> None:
    async with pair(back_office=transfers(), version="1.6") as (station, _):
        with pytest.raises(TransferRefused) as caught:
            await METER.call(station, Question(meter=2))
        assert caught.value.status == "Rejected"
        assert caught.value.data == "no such meter"
        assert str(caught.value) == "DataTransfer was not accepted: Rejected"
        with pytest.raises(OcppError) as failed:
            await METER.call(station, Question(meter=3))
        assert failed.value.code == ErrorCode.INTERNAL_ERROR
        with pytest.raises(OcppError) as denied:
            await METER.call(station, Question(meter=4))
        assert denied.value.code == ErrorCode.SECURITY_ERROR
        with pytest.raises(TransferRefused, match="UnknownMessageId"):
            await VendorMessage("com.acme", "Fly", str, str).call(station, "")


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_data_of_a_refusal_is_written_like_that_of_an_answer(
    version: str,
) -> None:
    refusals: dict[int, Any] = {
        1: None,
        2: "plain",
        3: {"code": 5},
        4: Question(meter=1, unitName="kWh"),
    }
    routes = DataTransfers()

    @routes.on_transfer(METER)
    def refuse(data: Question) -> Answer:
        raise TransferRefused("Rejected", refusals[data.meter])

    async with pair(routes, version=version) as (_, office):
        for meter, data in refusals.items():
            with pytest.raises(TransferRefused) as caught:
                await METER.call(office, Question(meter=meter))
            found = caught.value.data
            if version == "1.6" and meter > 2:
                found = json.loads(found)
            expected = {"meter": 1, "unitName": "kWh"} if meter == 4 else data
            assert found == expected


class Sampled(BaseModel):
    """Has a datatype of OCPP inside, which takes no null, and a field like those."""

    sample: v16.SampledValue
    note: str | None = None


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_absent_fields_are_left_out(version: str) -> None:
    message = VendorMessage("com.acme", "Samples", list[Sampled], list[Sampled])
    routes = DataTransfers()
    routes.on_transfer(message)(lambda data: data)
    samples = [Sampled(sample=v16.SampledValue(value="1"))]
    async with pair(routes, version=version) as (_, office):
        assert await message.call(office, samples) == samples


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_what_is_sent_has_to_fit(version: str) -> None:
    wrong: Any = "wrong"
    number: Any = 5
    long = VendorMessage("x" * 256, None, str, str)
    async with pair(transfers(), version=version) as (_, office):
        with pytest.raises(CannotSend):
            await METER.call(office, wrong)
        with pytest.raises(CannotSend):
            await GREETING.call(office, number)
        with pytest.raises(CannotSend, match=r"\$\.vendorId"):
            await long.call(office, "you")


async def test_vendors_are_told_apart() -> None:
    routes = DataTransfers()

    def add(vendor: str) -> None:
        message = VendorMessage(vendor, "Name", NoneType, str)
        routes.on_transfer(message)(lambda _: vendor)

    add("com.acme")
    add("com.other")
    async with pair(routes, version="1.6") as (_, office):
        for vendor in ("com.acme", "com.other"):
            name = VendorMessage(vendor, "Name", NoneType, str)
            assert await name.call(office, None) == vendor


async def test_a_handler_that_blocks_may_have_a_thread() -> None:
    routes = DataTransfers()

    @routes.on_transfer(GREETING, in_thread=True)
    def greeting(data: str) -> str:
        assert threading.current_thread() is not threading.main_thread()
        if not data:
            raise TransferRefused("Rejected")
        return f"hello {data}"

    async with pair(routes, version="1.6") as (_, office):
        assert await GREETING.call(office, "you") == "hello you"
        with pytest.raises(TransferRefused, match="Rejected"):
            await GREETING.call(office, "")


async def test_a_response_of_a_vendor_is_followed_by_what_comes_after() -> None:
    seen: list[object] = []
    routes = transfers()
    routes.after(v16.DataTransferRequest)(seen.append)
    async with pair(routes, version="1.6") as (_, office):
        await GREETING.call(office, "you")
    (request,) = seen
    assert isinstance(request, v16.DataTransferRequest)


async def test_an_accepted_answer_has_to_fit() -> None:
    wrong = VendorMessage("com.acme", None, str, Answer)
    async with pair(back_office=transfers(), version="2.0.1") as (station, _):
        with pytest.raises(InvalidResponse):
            await wrong.call(station, "you")


async def test_without_vendors_there_is_no_handler() -> None:
    async with pair(back_office=DataTransfers(), version="1.6") as (station, _):
        with pytest.raises(TransferRefused) as caught:
            await PING.call(station, None)
        assert caught.value.status == "UnknownVendorId"


class Station16(v16.ChargePoint):
    async def data_transfer(self, request: Any, connection: Any) -> Any:
        return await super().data_transfer(request, connection)


class Station201(v201.ChargingStation):
    async def data_transfer(self, request: Any, connection: Any) -> Any:
        return await super().data_transfer(request, connection)


class Station1x(v1x.ChargePoint):
    async def data_transfer(self, request: Any, connection: Any) -> Any:
        return await super().data_transfer(request, connection)


def unwilling(_request: Any) -> Any:
    raise NotSupported("DataTransfer")


class Station2x(v2x.ChargingStation):
    async def data_transfer(self, request: Any, connection: Any) -> Any:
        return await super().data_transfer(request, connection)


UNHANDLED: dict[str, tuple[Any, list[str]]] = {
    "nothing": (None, [*VERSIONS]),
    "a router": (Router(), [*VERSIONS]),
    "a function": (unwilling, [*VERSIONS]),
    "a role of 1.6": (v16.ChargePoint(), ["1.6"]),
    "a role of 2.1": (v21.ChargingStation(), ["2.1"]),
    "a role of 1.x": (v1x.ChargePoint(), ["1.5", "1.6"]),
    "a role of 2.x": (v2x.ChargingStation(), ["2.0.1", "2.1"]),
    "a method that asks its role of 1.6": (Station16(), ["1.6"]),
    "a method that asks its role of 2.0.1": (Station201(), ["2.0.1"]),
    "a method that asks its role of 1.x": (Station1x(), ["1.5", "1.6"]),
    "a method that asks its role of 2.x": (Station2x(), ["2.0.1", "2.1"]),
}


@pytest.mark.parametrize(
    ("handler", "version"),
    [
        pytest.param(handler, version, id=f"{name}, {version}")
        for name, (handler, versions) in UNHANDLED.items()
        for version in versions
    ],
)
async def test_without_a_handler_the_vendor_is_unknown(
    handler: Any, version: str
) -> None:
    package = load(version)
    request = vars(package)["DataTransferRequest"](vendor_id="Acme")
    async with pair(station=handler, version=version) as (station, back_office):
        answer: Any = await back_office.call(request)
        assert str(answer.status) == "UnknownVendorId"
        if handler is None:  # the other way round, too
            answer = await station.call(request)
            assert str(answer.status) == "UnknownVendorId"


async def test_vendor_messages_can_be_included_and_overruled() -> None:
    def whole(_: v201.DataTransferRequest) -> v201.DataTransferResponse:
        return v201.DataTransferResponse(
            status=v201.DataTransferStatusEnumType.ACCEPTED, data="whole"
        )

    routes = Router()
    routes.include(transfers())
    async with pair(back_office=routes, version="2.0.1") as (station, _):
        assert await GREETING.call(station, "you") == "hello you"
    routes.add(v201.DataTransferRequest, whole)
    async with pair(back_office=routes, version="2.0.1") as (station, _):
        assert await GREETING.call(station, "you") == "whole"


@pytest.mark.parametrize(("version", "name"), FAMILIES.items())
async def test_a_handler_of_the_whole_request_of_a_family_comes_first(
    version: str, name: str
) -> None:
    family: Any = import_module(name)

    def whole(_: Any) -> Any:
        return family.DataTransferResponse(status="Accepted", data="whole")

    routes = transfers()
    routes.add(family.DataTransferRequest, whole)
    async with pair(back_office=routes, version=version) as (station, _):
        assert await GREETING.call(station, "you") == "whole"


@pytest.mark.parametrize(("version", "name"), FAMILIES.items())
async def test_data_of_vendors_beside_handlers_of_a_family(
    version: str, name: str
) -> None:
    """A call of the family reaches them as well, as it does over the wire."""
    family: Any = import_module(name)
    beat = family.HeartbeatResponse(current_time=NOON)
    routes = transfers()
    routes.add(family.HeartbeatRequest, lambda *_: beat)
    request = family.DataTransferRequest(vendor_id="com.acme", data="you")
    async with pair(back_office=routes, version=version) as (station, _):
        assert await station.call(family.HeartbeatRequest()) == beat
        assert (await station.call(request)).data == "hello you"
        assert await METER.call(station, Question(meter=1)) == Answer(21.5)


def test_what_cannot_be_registered() -> None:
    routes = transfers()
    again = VendorMessage("COM.ACME", "METER", Question, Answer)
    with pytest.raises(RegistrationError, match=r"COM\.ACME METER has"):
        routes.on_transfer(again)(lambda _: Answer(1))
    with pytest.raises(RegistrationError, match="in_thread is for plain functions"):

        @routes.on_transfer(VendorMessage("y", None, str, str), in_thread=True)
        async def waits(data: str) -> str:
            return data

    with pytest.raises(RegistrationError, match="cannot be called"):
        routes.on_transfer(VendorMessage("x", None, str, str))(
            lambda: ""  # type: ignore[arg-type,misc]
        )


@pytest.mark.parametrize(
    ("limits", "end"),
    [
        ({"timeout": 5.0}, 5.0),
        ({"total_timeout": 7.0}, 7.0),
        ({"timeout": None, "total_timeout": 60.0}, 60.0),
        ({}, 30.0),
    ],
    ids=["timeout", "total_timeout", "no timeout", "that of the connection"],
)
async def test_the_limits_of_a_call(limits: dict[str, Any], end: float) -> None:
    clock = VirtualClock()
    settings = Settings(clock=clock)
    role = v16.STATION
    async with raw_peer(version="1.6", role=role, settings=settings) as peer:
        call = asyncio.create_task(PING.call(peer.connection, None, **limits))
        await peer.recv()
        clock.advance(end - 0.1)
        await spin()
        assert not call.done()
        clock.advance(0.1)
        await spin()
        assert call.done()
        with pytest.raises(CallTimeout):
            await call


async def test_no_limit_of_a_call() -> None:
    clock = VirtualClock()
    settings = Settings(clock=clock)
    role = v16.STATION
    async with raw_peer(version="1.6", role=role, settings=settings) as peer:
        call = asyncio.create_task(PING.call(peer.connection, None, timeout=None))
        _, message_id, *_ = json.loads(await peer.recv())
        clock.advance(1e6)
        await spin()
        assert not call.done()
        await peer.send(f'[3,"{message_id}",{{"status":"Accepted"}}]')
        await call
