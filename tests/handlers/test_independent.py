"""Handlers for messages of OCPP 1.x, on connections of 1.5 and of 1.6."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import pytest

from ocpp_messages import (
    FIELD,
    LENIENT,
    Model,
    NotExpressible,
    Procedure,
    v1x,
    v15,
    v16,
    v201,
)
from ocpp_rpc import (
    CannotSend,
    Connection,
    ErrorCode,
    InvalidResponse,
    OcppError,
    Router,
    Settings,
)
from ocpp_rpc.handlers.independent import counterpart
from ocpp_rpc.handlers.routing import Routes, routes_of
from ocpp_rpc.testing import pair, raw_peer
from tests.messages.cases import NOON

RESETS: Final[tuple[tuple[str, Any], ...]] = (("1.5", v15), ("1.6", v16))


def accept(_: v1x.ResetRequest) -> v1x.ResetResponse:
    return v1x.ResetResponse(accepted=True)


class Charger(v1x.ChargePoint):
    """Answers Reset, in any version of 1.x."""

    async def reset(
        self, request: v1x.ResetRequest, connection: Any
    ) -> v1x.ResetResponse:
        return v1x.ResetResponse(accepted=request.type is v1x.ResetType.SOFT)


def reset(package: Any) -> Procedure:
    found: Procedure = package.PROCEDURES["Reset"]
    return found


def answer(routes: Routes, request: Model, package: Any, action: str = "Reset") -> Any:
    route = routes.find(package.PROCEDURES[action])
    assert route is not None
    return route.handler(request, None)


@pytest.mark.parametrize(("version", "package"), RESETS)
@pytest.mark.parametrize("kind", ["router", "included", "role"])
async def test_one_handler_serves_both_versions(
    kind: str, version: str, package: Any
) -> None:
    routes = Router()
    routes.add(v1x.ResetRequest, accept)
    including = Router()
    including.include(routes)
    handler = {"router": routes, "included": including, "role": Charger()}[kind]
    async with pair(handler, version=version) as (_, central_system):
        response = await central_system.call(package.ResetRequest(type="Soft"))
    assert response == package.ResetResponse(status="Accepted")


@pytest.mark.parametrize(("version", "package"), RESETS)
async def test_what_makes_no_sense_is_told_to_the_peer(
    version: str, package: Any
) -> None:
    routes = Router()

    @routes.on(v1x.UnlockConnectorRequest)
    async def unlock(_: v1x.UnlockConnectorRequest) -> v1x.UnlockConnectorResponse:
        raise NotImplementedError

    async with pair(routes, version=version) as (_, central_system):
        with pytest.raises(OcppError) as caught:
            await central_system.call(package.UnlockConnectorRequest(connector_id=0))
    assert caught.value.code == ErrorCode.PROPERTY_CONSTRAINT_VIOLATION
    assert caught.value.description.startswith("$.connectorId: ")


def test_the_exact_handler_wins() -> None:
    rejected = v16.ResetResponse(status=v16.ResetStatus.REJECTED)
    exact, routes = Router(), Router()
    routes.add(v1x.ResetRequest, accept)
    routes.include(exact)
    soft = v16.ResetRequest(type=v16.ResetType.SOFT)
    assert answer(routes, soft, v16).status is v16.ResetStatus.ACCEPTED

    @exact.on(v16.ResetRequest)
    def reject(_: v16.ResetRequest) -> v16.ResetResponse:
        return rejected

    assert answer(routes, soft, v16) is rejected
    old = v15.ResetRequest(type=v15.ResetType.SOFT)
    assert answer(routes, old, v15).status is v15.ResetStatus.ACCEPTED


def test_a_function_for_everything_comes_after() -> None:
    def echo(request: Model) -> Model:
        return request

    routes = Router()
    routes.include(echo)
    routes.add(v1x.ResetRequest, accept)
    soft = v16.ResetRequest(type=v16.ResetType.SOFT)
    assert answer(routes, soft, v16).status is v16.ResetStatus.ACCEPTED
    cache = v16.ClearCacheRequest()
    assert answer(routes, cache, v16, "ClearCache") is cache


def test_other_versions_are_not_served() -> None:
    routes = Router()
    routes.add(v1x.ResetRequest, accept)
    assert routes.find(reset(v201)) is None
    assert routes_of(Charger()).find(reset(v201)) is None
    assert routes.find(v16.PROCEDURES["ClearCache"]) is None
    assert routes_of(Charger()).find(v16.PROCEDURES["ClearCache"]) is None


def test_actions_of_nobody_else_have_no_counterpart() -> None:
    class AcmeRequest(v16.HeartbeatRequest):
        """A request of another package."""

    procedure = replace(v16.PROCEDURES["Heartbeat"], request=AcmeRequest)
    assert counterpart(procedure) is None
    found = counterpart(v16.PROCEDURES["Heartbeat"])
    assert found is not None
    assert found.procedure is v1x.PROCEDURES["Heartbeat"]


async def test_after_is_called_with_messages_of_1x() -> None:
    seen: list[object] = []
    routes = Router()
    routes.add(v1x.ResetRequest, accept)

    @routes.after(v1x.ResetRequest)
    def note(request: v1x.ResetRequest, response: v1x.ResetResponse) -> None:
        seen.extend((request, response))

    async with pair(routes, version="1.5") as (_, central_system):
        await central_system.call(v15.ResetRequest(type=v15.ResetType.HARD))
    assert seen == [
        v1x.ResetRequest(type=v1x.ResetType.HARD),
        v1x.ResetResponse(accepted=True),
    ]


@pytest.mark.parametrize("waits", [False, True], ids=["plain", "coroutine"])
async def test_a_response_that_the_version_does_not_have_is_a_fault_of_the_handler(
    waits: bool, caplog: pytest.LogCaptureFixture
) -> None:
    response = v1x.UnlockConnectorResponse(status=v1x.UnlockStatus.NOT_SUPPORTED)
    routes = Router()

    def unlock(_: v1x.UnlockConnectorRequest) -> v1x.UnlockConnectorResponse:
        return response

    async def unlock_later(
        request: v1x.UnlockConnectorRequest,
    ) -> v1x.UnlockConnectorResponse:
        return unlock(request)

    routes.add(v1x.UnlockConnectorRequest, unlock_later if waits else unlock)
    request = v1x.UnlockConnectorRequest(connector=v1x.Connector(id=1))
    async with pair(routes, version="1.6") as (_, central_system):
        assert await central_system.call(request) == response
    async with pair(routes, version="1.5") as (_, central_system):
        with pytest.raises(OcppError) as caught:
            await central_system.call(request)
    error = caught.value
    assert (error.code, error.description) == (ErrorCode.INTERNAL_ERROR, "")
    (record,) = (each for each in caplog.records if each.levelname == "ERROR")
    assert record.exc_info is not None
    assert isinstance(record.exc_info[1], NotExpressible)


@pytest.mark.parametrize("version", v1x.VERSIONS)
async def test_a_handler_in_a_thread(version: str) -> None:
    threads: list[threading.Thread] = []
    routes = Router()

    @routes.on(v1x.ResetRequest, in_thread=True)
    def reset(request: v1x.ResetRequest) -> v1x.ResetResponse:
        threads.append(threading.current_thread())
        return accept(request)

    request = v1x.ResetRequest(type=v1x.ResetType.SOFT)
    async with pair(routes, version=version) as (_, central_system):
        response = await central_system.call(request)
    assert response == v1x.ResetResponse(accepted=True)
    assert threads
    assert threading.current_thread() not in threads


@pytest.mark.parametrize("version", v1x.VERSIONS)
async def test_data_is_transferred_both_ways(version: str) -> None:
    routes = Router()

    @routes.on(v1x.DataTransferRequest)
    def transfer(
        request: v1x.DataTransferRequest, connection: Connection
    ) -> v1x.DataTransferResponse:
        data = f"{connection.role} got {request.data}"
        status = v1x.DataTransferStatus.ACCEPTED
        return v1x.DataTransferResponse(status=status, data=data)

    request = v1x.DataTransferRequest(vendor_id="Acme", data="it")
    async with pair(routes, routes, version=version) as (charger, central_system):
        up, down = await charger.call(request), await central_system.call(request)
    assert (up.data, down.data) == ("CentralSystem got it", "ChargePoint got it")


PROGRAM: Final = """
import sys
from ocpp_messages import v16
from ocpp_rpc import Router
routes = Router()
routes.add(v16.ResetRequest, print)
assert routes.find(v16.PROCEDURES["ClearCache"]) is None
assert "ocpp_messages.v1x" not in sys.modules
"""


def test_nothing_is_imported_for_exact_handlers() -> None:
    path = os.pathsep.join(sys.path)
    environment = {**os.environ, "PYTHONPATH": path}
    subprocess.run([sys.executable, "-c", PROGRAM], check=True, env=environment)


# --- Calls ----------------------------------------------------------------------------


@pytest.mark.parametrize(("version", "package"), RESETS)
async def test_a_call(version: str, package: Any) -> None:
    seen: list[Model] = []

    def accept_exactly(request: Model) -> Model:
        seen.append(request)
        response: Model = package.ResetResponse(status="Accepted")
        return response

    async with pair(accept_exactly, version=version) as (_, central_system):
        request = v1x.ResetRequest(type=v1x.ResetType.SOFT)
        response = await central_system.call(request)
    assert seen == [package.ResetRequest(type="Soft")]
    assert response == v1x.ResetResponse(accepted=True)


async def test_a_call_that_the_version_cannot_express() -> None:
    request = v1x.ClearChargingProfileRequest()
    async with pair(version="1.5") as (_, central_system):
        with pytest.raises(OcppError) as caught:
            await central_system.call(request)
    assert caught.value.code == ErrorCode.NOT_SUPPORTED
    assert caught.value.action == "ClearChargingProfile"
    assert isinstance(caught.value.__cause__, NotExpressible)


async def test_a_response_that_makes_no_sense() -> None:
    def nonsense(_: Model) -> v16.GetLocalListVersionResponse:
        return v16.GetLocalListVersionResponse(list_version=-2)

    async with pair(nonsense, version="1.6") as (_, central_system):
        with pytest.raises(InvalidResponse) as caught:
            await central_system.call(v1x.GetLocalListVersionRequest())
    assert caught.value.action == "GetLocalListVersion"
    assert [violation.path for violation in caught.value.violations] == [
        "$.listVersion"
    ]


async def test_a_call_on_a_connection_of_2x() -> None:
    async with pair(version="2.0.1") as (_, csms):
        with pytest.raises(CannotSend, match=r"not a request of OCPP 2\.0\.1"):
            await csms.call(v1x.ResetRequest(type=v1x.ResetType.SOFT))


# --- Tolerance ------------------------------------------------------------------------


async def authorized(payload: str) -> tuple[list[Model], str]:
    """What a handler sees of a payload that is tolerated, and the reply."""
    seen: list[Model] = []
    routes = Router()

    @routes.on(v1x.AuthorizeRequest)
    async def authorize(request: v1x.AuthorizeRequest) -> v1x.AuthorizeResponse:
        seen.append(request)
        accepted = v1x.IdTagInfo(status=v1x.AuthorizationStatus.ACCEPTED)
        return v1x.AuthorizeResponse(id_tag_info=accepted)

    settings = Settings(tolerance=LENIENT)
    async with raw_peer(routes, version="1.6", settings=settings) as peer:
        await peer.send(f'[2,"1","Authorize",{payload}]')
        return seen, await peer.recv()


@pytest.mark.parametrize(
    ("payload", "extra"),
    [('{"idTag":5}', {}), ('{"idTag":"5","x":1,"y":null}', {"x": 1, "y": None})],
)
async def test_what_is_tolerated_arrives(payload: str, extra: dict[str, Any]) -> None:
    seen, reply = await authorized(payload)
    (request,) = seen
    assert isinstance(request, v1x.AuthorizeRequest)
    assert (request.id_tag, request.model_extra or {}) == ("5", extra)
    assert reply == '[3,"1",{"idTagInfo":{"status":"Accepted"}}]'


SERIAL: Final = "EVB-P18192345-7890-1234-5678-90123"


@pytest.mark.parametrize("version", v1x.VERSIONS)
async def test_a_long_serial_number_arrives(version: Any) -> None:
    seen: list[Model] = []
    routes = Router()

    @routes.on(v1x.BootNotificationRequest)
    async def boot(
        request: v1x.BootNotificationRequest,
    ) -> v1x.BootNotificationResponse:
        seen.append(request)
        return v1x.BootNotificationResponse(
            status=v1x.RegistrationStatus.ACCEPTED,
            current_time=NOON,
            interval=timedelta(minutes=5),
        )

    vendor = {"chargePointVendor": "V", "chargePointModel": "M"}
    payload = json.dumps({**vendor, "chargePointSerialNumber": SERIAL})
    settings = Settings(tolerance=FIELD)
    async with raw_peer(routes, version=version, settings=settings) as peer:
        await peer.send(f'[2,"1","BootNotification",{payload}]')
        assert (await peer.recv()).startswith('[3,"1",{"status":"Accepted"')
    (request,) = seen
    assert isinstance(request, v1x.BootNotificationRequest)
    assert request.charge_point_serial_number == SERIAL
    assert request.charge_point_model == "M"


@pytest.mark.parametrize("status", ["Melting", "Occupied"])
async def test_a_status_that_says_nothing_is_answered_as_without_tolerance(
    status: str,
) -> None:
    routes = Router()

    @routes.on(v1x.StatusNotificationRequest)
    async def note(
        _: v1x.StatusNotificationRequest,
    ) -> v1x.StatusNotificationResponse:
        raise NotImplementedError

    fields = {"connectorId": 1, "status": status, "errorCode": "NoError"}
    settings = Settings(tolerance=LENIENT)
    async with raw_peer(routes, version="1.6", settings=settings) as peer:
        await peer.send(f'[2,"1","StatusNotification",{json.dumps(fields)}]')
        reply = await peer.recv()
    assert reply.startswith('[4,"1","PropertyConstraintViolation","$.status: ')


async def test_what_was_tolerated_is_not_sent() -> None:
    seen, _ = await authorized(json.dumps({"idTag": "x" * 30}))
    request: Any = seen[0]
    async with pair(version="1.6") as (charger, _):
        with pytest.raises(CannotSend):
            await charger.call(request)
