"""Messages of either family, on connections of each of its versions.

What is meant for `v1x` alone, such as what its messages make of the wire, is in
`test_independent`.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import Any, Final

import pytest

from ocpp_messages import (
    FAMILIES,
    LENIENT,
    VERSIONS,
    Model,
    NotExpressible,
    load,
    v1x,
    v2x,
    v21,
)
from ocpp_rpc import (
    CannotSend,
    Connection,
    ErrorCode,
    OcppError,
    Router,
    Settings,
)
from ocpp_rpc.handlers.routing import routes_of
from ocpp_rpc.testing import pair, raw_peer
from tests.messages.cases import NOON


class Office1x(v1x.CentralSystem):
    """Answers heartbeats of 1.5 and 1.6."""

    async def heartbeat(
        self, request: v1x.HeartbeatRequest, connection: Any
    ) -> v1x.HeartbeatResponse:
        return v1x.HeartbeatResponse(current_time=NOON)


class Office2x(v2x.CSMS):
    """Answers heartbeats of 2.0.1 and 2.1."""

    async def heartbeat(
        self, request: v2x.HeartbeatRequest, connection: Any
    ) -> v2x.HeartbeatResponse:
        return v2x.HeartbeatResponse(current_time=NOON)


@dataclass(frozen=True)
class Case:
    """A family and one of its versions.

    Attributes:
        version: The version.
        family: The package of the family.
        office: Answers heartbeats.
    """

    version: str
    family: Any
    office: Any

    @property
    def exact(self) -> Any:
        return load(self.version)


_OFFICES: Final = ((v1x, Office1x()), (v2x, Office2x()))
CASES: Final = [
    pytest.param(Case(version, family, office), id=version)
    for family, office in _OFFICES
    for version in family.VERSIONS
]
each_case = pytest.mark.parametrize("case", CASES)


def test_each_version_but_one_belongs_to_a_family() -> None:
    assert {
        case.version: f"ocpp_messages.{case.family.__name__.rpartition('.')[2]}"
        for case in (param.values[0] for param in CASES)
        if isinstance(case, Case)
    } == FAMILIES
    assert {*VERSIONS} - {*FAMILIES} == {"2.0"}


@each_case
@pytest.mark.parametrize("kind", ["router", "included", "role"])
@pytest.mark.parametrize("own", [True, False], ids=["call of the version", "of ours"])
async def test_one_handler_serves_all_versions(
    case: Case, kind: str, *, own: bool
) -> None:
    routes, including = Router(), Router()

    def answer(_: Any) -> Any:
        return case.family.HeartbeatResponse(current_time=NOON)

    routes.add(case.family.HeartbeatRequest, answer)
    including.include(routes)
    office = {"router": routes, "included": including, "role": case.office}[kind]
    package = case.exact if own else case.family
    async with pair(back_office=office, version=case.version) as (station, _):
        response = await station.call(package.HeartbeatRequest())
    assert response == package.HeartbeatResponse(current_time=NOON)


@each_case
@pytest.mark.parametrize("first", [True, False], ids=["exact first", "exact last"])
async def test_the_exact_handler_wins(case: Case, *, first: bool) -> None:
    def exactly(_: Model) -> Model:
        later: Model = case.exact.HeartbeatResponse(current_time="2026-02-01T00:00:00Z")
        return later

    exact, ours = Router(), Router()
    exact.add(case.exact.HeartbeatRequest, exactly)
    ours.include(case.office)
    routes = Router()
    for each in (exact, ours) if first else (ours, exact):
        routes.include(each)
    async with pair(back_office=routes, version=case.version) as (station, _):
        response = await station.call(case.family.HeartbeatRequest())
    assert response.current_time > NOON


@each_case
async def test_after_a_response(case: Case) -> None:
    seen: list[Any] = []
    routes = Router()
    routes.include(case.office)

    def note(request: Any, response: Any) -> None:
        seen.extend((request, response))

    routes.after(case.family.HeartbeatRequest)(note)
    async with pair(back_office=routes, version=case.version) as (station, _):
        await station.call(case.exact.HeartbeatRequest())
    assert seen == [
        case.family.HeartbeatRequest(),
        case.family.HeartbeatResponse(current_time=NOON),
    ]


@each_case
async def test_other_versions_are_not_served(case: Case) -> None:
    for version in {*VERSIONS} - {*case.family.VERSIONS}:
        heartbeat = load(version).PROCEDURES["Heartbeat"]
        assert routes_of(case.office).find(heartbeat) is None
        async with pair(version=version) as (station, _):
            with pytest.raises(CannotSend, match="not a request of OCPP"):
                await station.call(case.family.HeartbeatRequest())


async def test_a_call_that_the_version_cannot_say() -> None:
    request = v2x.ClearTariffsRequest()
    async with pair(version="2.0.1") as (_, csms):
        with pytest.raises(OcppError) as caught:
            await csms.call(request)
    assert caught.value.code == ErrorCode.NOT_SUPPORTED
    assert caught.value.action == "ClearTariffs"
    assert isinstance(caught.value.__cause__, NotExpressible)


async def test_a_response_that_the_version_cannot_say(
    caplog: pytest.LogCaptureFixture,
) -> None:
    routes = Router()

    @routes.on(v2x.ClearDisplayMessageRequest)
    def clear(_: v2x.ClearDisplayMessageRequest) -> v2x.ClearDisplayMessageResponse:
        status = v2x.ClearMessageStatusEnumType.REJECTED
        return v2x.ClearDisplayMessageResponse(status=status)

    request = v2x.ClearDisplayMessageRequest(id=1)
    async with pair(routes, version="2.1") as (_, csms):
        response = await csms.call(request)
    assert response.status is v2x.ClearMessageStatusEnumType.REJECTED
    async with pair(routes, version="2.0.1") as (_, csms):
        with pytest.raises(OcppError) as caught:
            await csms.call(request)
    assert caught.value.code == ErrorCode.INTERNAL_ERROR
    (record,) = (each for each in caplog.records if each.levelname == "ERROR")
    assert record.exc_info is not None
    assert isinstance(record.exc_info[1], NotExpressible)


# --- Messages that are not answered ---------------------------------------------------


STREAM: Final = v2x.NotifyPeriodicEventStream(
    id=1, pending=0, basetime=NOON, data=[v2x.StreamDataElementType(t=1, v="5")]
)


@pytest.mark.parametrize("own", [True, False], ids=["handler of 2.1", "of 2.x"])
async def test_a_message_that_is_not_answered(
    own: bool, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[Model] = []
    package: Any = v21 if own else v2x
    routes = Router()
    routes.add(package.NotifyPeriodicEventStream, seen.append)
    async with pair(back_office=routes, version="2.1") as (station, _):
        await station.send(STREAM)
        await station.close()
    (found,) = seen
    assert found == (v2x.serializer("2.1").express(STREAM) if own else STREAM)
    assert [each for each in caplog.records if each.levelname == "ERROR"] == []


async def test_a_message_that_is_not_answered_by_a_role() -> None:
    seen: list[Model] = []

    class Office(v2x.CSMS):
        async def notify_periodic_event_stream(
            self, request: v2x.NotifyPeriodicEventStream, connection: Any
        ) -> None:
            seen.append(request)

    async with pair(back_office=Office(), version="2.1") as (station, _):
        await station.send(v2x.serializer("2.1").express(STREAM))  # type: ignore[arg-type]
        await station.close()
    assert seen == [STREAM]


async def test_a_message_that_201_cannot_send() -> None:
    async with pair(version="2.0.1") as (station, _):
        with pytest.raises(OcppError) as caught:
            await station.send(STREAM)
    assert caught.value.code == ErrorCode.NOT_SUPPORTED
    assert isinstance(caught.value.__cause__, NotExpressible)


# --- DataTransfer ---------------------------------------------------------------------


@pytest.mark.parametrize("version", v2x.VERSIONS)
async def test_data_is_any_value_and_goes_both_ways(version: str) -> None:
    routes = Router()

    @routes.on(v2x.DataTransferRequest)
    def transfer(
        request: v2x.DataTransferRequest, connection: Connection
    ) -> v2x.DataTransferResponse:
        data = [str(connection.role), request.data]
        status = v2x.DataTransferStatusEnumType.ACCEPTED
        return v2x.DataTransferResponse(status=status, data=data)

    data = {"a": [1, None, {"b": 0.5}]}
    request = v2x.DataTransferRequest(vendor_id="Acme", data=data)
    async with pair(routes, routes, version=version) as (station, csms):
        up, down = await station.call(request), await csms.call(request)
    assert (up.data, down.data) == (["CSMS", data], ["ChargingStation", data])


# --- Tolerance ------------------------------------------------------------------------


@pytest.mark.parametrize("version", v2x.VERSIONS)
async def test_what_is_tolerated_arrives(version: Any) -> None:
    seen: list[Any] = []
    routes = Router()

    @routes.on(v2x.StatusNotificationRequest)
    async def note(
        request: v2x.StatusNotificationRequest,
    ) -> v2x.StatusNotificationResponse:
        seen.append(request)
        return v2x.StatusNotificationResponse()

    payload = (
        '{"timestamp":"2026-01-31T12:00:00Z","connectorStatus":"Melting","evseId":"1",'
        '"connectorId":1,"more":1,"customData":{"vendorId":"x","y":null}}'
    )
    settings = Settings(tolerance=LENIENT)
    async with raw_peer(routes, version=version, settings=settings) as peer:
        await peer.send(f'[2,"1","StatusNotification",{payload}]')
        assert await peer.recv() == '[3,"1",{}]'
    (found,) = seen
    assert (found.connector_status, found.evse_id) == ("Melting", 1)
    assert found.custom_data.model_extra == {"y": None}
    with pytest.raises(NotExpressible):
        v2x.serializer(version).dumps(found)


# --- Importing ------------------------------------------------------------------------


PROGRAM: Final = """
import sys
from ocpp_messages import v201
from ocpp_rpc import Router
routes = Router()
routes.add(v201.ResetRequest, print)
assert routes.find(v201.PROCEDURES["ClearCache"]) is None
assert not {"ocpp_messages.v1x", "ocpp_messages.v2x"} & sys.modules.keys()
from ocpp_messages import v2x
assert "ocpp_messages.v21" not in sys.modules
v2x.serializer("2.0.1")
assert "ocpp_messages.v21" not in sys.modules
"""


def test_nothing_is_imported_that_is_not_used() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
