"""What a back office lets a station do before it has accepted its boot."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

import ocpp_messages
from ocpp_messages import Model, v1x, v16, v21, v201
from ocpp_rpc import (
    CannotSend,
    Connection,
    ErrorCode,
    OcppError,
    RegistrationError,
    Router,
    Server,
    connect,
    serve,
)
from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.security import BootGuard
from ocpp_rpc.testing import pair
from tests.security.boot.boots import STREAM, boot, booting, heartbeat, message, trigger
from tests.support.served import HOST, MOMENT, always, url_of

EVERY = ["1.5", "1.6", "2.0", "2.0.1", "2.1"]
TRIGGERING = ["1.6", "2.0", "2.0.1", "2.1"]
V2 = ["2.0", "2.0.1", "2.1"]


def answering(request: Any) -> Any:
    """A station that does all that it is asked for."""
    response = f"{type(request).__name__.removesuffix('Request')}Response"
    package = vars(ocpp_messages.load(_version_of(request)))
    return package[response](status="Accepted")


def _version_of(request: Model) -> str:
    name = type(request).__module__.split(".")[1].removeprefix("v")
    return ".".join(name)


@asynccontextmanager
async def back_office(
    version: str,
    *statuses: str,
    guard: BootGuard | None = None,
    routes: Any = None,
) -> AsyncGenerator[tuple[Connection, Connection]]:
    """A station, and a guarded back office that answers boots so."""
    guard = guard or BootGuard(versions=EVERY)
    handler = guard.around(routes or booting(version, iter(statuses)))
    async with pair(answering, handler, version=version) as ends:
        yield ends


async def refused(connection: Connection, request: Any) -> None:
    with pytest.raises(OcppError) as caught:
        await connection.call(request)
    assert caught.value.code == ErrorCode.SECURITY_ERROR


# --- The certification case -----------------------------------------------------------


@pytest.mark.parametrize("version", EVERY)
async def test_tc_b_30_csms(version: str) -> None:
    """TC_B_30_CSMS: SecurityError before the boot is accepted, and not after."""
    guard = BootGuard(versions=[version])
    routes = booting(version, iter(["Rejected", "Accepted"]))
    async with (
        serve(guard.around(routes), HOST, versions=[version]) as server,
        connect(url_of(server), "CP001", versions=[version]) as station,
    ):
        await refused(station, heartbeat(version))
        assert (await station.call(boot(version))).status == "Rejected"
        await refused(station, heartbeat(version))
        assert (await station.call(boot(version))).status == "Accepted"
        assert (await station.call(heartbeat(version))).current_time == MOMENT


@pytest.mark.parametrize("version", TRIGGERING)
async def test_tc_b_30_csms_while_pending(version: str) -> None:
    async with back_office(version, "Pending", "Accepted") as (station, _):
        assert (await station.call(boot(version))).status == "Pending"
        await refused(station, heartbeat(version))
        await station.call(boot(version))
        await station.call(heartbeat(version))


@pytest.mark.parametrize("version", ["1.5", "1.6"])
async def test_handlers_for_1x_are_guarded(version: str) -> None:
    routes = Router()
    statuses = iter(["Rejected", "Accepted"])

    @routes.on(v1x.BootNotificationRequest)
    async def answer(
        _request: v1x.BootNotificationRequest,
    ) -> v1x.BootNotificationResponse:
        await asyncio.sleep(0)
        return v1x.BootNotificationResponse(
            current_time=MOMENT,
            interval=timedelta(seconds=60),
            status=v1x.RegistrationStatus(next(statuses)),
        )

    @routes.on(v1x.HeartbeatRequest)
    def beat(_request: v1x.HeartbeatRequest) -> v1x.HeartbeatResponse:
        return v1x.HeartbeatResponse(current_time=MOMENT)

    async with back_office(version, routes=routes) as (station, _):
        await refused(station, heartbeat(version))
        await station.call(boot(version))
        await refused(station, heartbeat(version))
        await station.call(boot(version))
        await station.call(heartbeat(version))


# --- Which handlers, and which versions -----------------------------------------------


class BackOffice(v201.CSMS):
    def __init__(self, status: str = "Accepted") -> None:
        self.status = status

    async def boot_notification(
        self, request: v201.BootNotificationRequest, connection: Any
    ) -> v201.BootNotificationResponse:
        return v201.BootNotificationResponse(
            current_time=MOMENT,
            interval=60,
            status=v201.RegistrationStatusEnumType(self.status),
        )

    async def heartbeat(
        self, request: v201.HeartbeatRequest, connection: Any
    ) -> v201.HeartbeatResponse:
        return v201.HeartbeatResponse(current_time=MOMENT)


def function(request: Model) -> Model:
    if isinstance(request, v201.BootNotificationRequest):
        return v201.BootNotificationResponse(
            current_time=MOMENT,
            interval=60,
            status=v201.RegistrationStatusEnumType.ACCEPTED,
        )
    return v201.HeartbeatResponse(current_time=MOMENT)


def in_threads() -> Router:
    routes = Router()
    routes.add(v201.BootNotificationRequest, function, in_thread=True)
    routes.add(v201.HeartbeatRequest, function, in_thread=True)
    return routes


async def test_what_blocks_stays_in_its_thread() -> None:
    threads: list[threading.Thread] = []
    routes = Router()

    @routes.on(v201.BootNotificationRequest, in_thread=True)
    def answer(request: v201.BootNotificationRequest) -> Any:
        threads.append(threading.current_thread())
        return function(request)

    async with back_office("2.0.1", routes=routes) as (station, _):
        await station.call(boot("2.0.1"))
    assert threads
    assert threads[0] is not threading.main_thread()


def make(connection: Connection) -> BackOffice:
    return BackOffice()


@pytest.mark.parametrize("handler", [BackOffice(), function, in_threads(), make])
async def test_any_handler_can_be_guarded(handler: Any) -> None:
    async with back_office("2.0.1", routes=handler) as (station, _):
        await refused(station, v201.HeartbeatRequest())
        await station.call(boot("2.0.1"))
        await station.call(v201.HeartbeatRequest())


def test_a_guard_stands_around_no_other_one() -> None:
    inner = BootGuard().around(BackOffice())
    with pytest.raises(RegistrationError, match="handler is already behind a guard"):
        BootGuard().around(inner)


async def test_what_nobody_handles_is_refused_and_then_not_supported() -> None:
    status = v201.FirmwareStatusNotificationRequest(
        status=v201.FirmwareStatusEnumType.IDLE
    )
    transfer = v201.DataTransferRequest(vendor_id="Acme")
    async with back_office("2.0.1", "Accepted") as (station, _):
        await refused(station, status)
        await refused(station, transfer)
        await station.call(boot("2.0.1"))
        with pytest.raises(OcppError) as caught:
            await station.call(status)
        assert caught.value.code == ErrorCode.NOT_SUPPORTED
        assert (await station.call(transfer)).status == "UnknownVendorId"


@pytest.mark.parametrize("version", EVERY)
async def test_it_is_off_in_1x_unless_asked_for(version: str) -> None:
    async with back_office(version, guard=BootGuard()) as (station, back_office_end):
        if version in V2:
            await refused(station, heartbeat(version))
        else:
            await station.call(heartbeat(version))
            start = message(version, "RemoteStartTransactionRequest", id_tag="TAG1")
            assert (await back_office_end.call(start)).status == "Accepted"


async def test_it_stays_when_the_handler_is_replaced() -> None:
    async with back_office("2.0.1") as (station, back_office_end):
        back_office_end.set_handler(booting("2.0.1", iter(["Accepted"])))
        await refused(station, heartbeat("2.0.1"))
        with pytest.raises(CannotSend, match="'CP001' is not accepted"):
            await back_office_end.call(START_201)
        await station.call(boot("2.0.1"))
        await station.call(heartbeat("2.0.1"))


async def test_another_one_takes_its_place() -> None:
    async with back_office("2.0.1") as (station, back_office_end):
        another = BootGuard(lambda _: True)
        back_office_end.set_handler(another.around(booting("2.0.1", iter(()))))
        await station.call(heartbeat("2.0.1"))
        assert (await back_office_end.call(START_201)).status == "Accepted"


@pytest.mark.parametrize("versions", ["2.0.1", ["1.6", "3.0"]])
def test_only_versions_that_there_are_can_be_guarded(versions: Any) -> None:
    with pytest.raises(ValueError, match=r"a list of versions of OCPP: 1\.5, 1\.6"):
        BootGuard(versions=versions)


def test_a_router_does_not_include_a_guard() -> None:
    with pytest.raises(RegistrationError, match="it has to wrap the router"):
        Router().include(BootGuard().around(Router()))


def test_what_is_no_handler_is_found_at_once() -> None:
    with pytest.raises(RegistrationError):
        BootGuard().around(3)


# --- What is asked for while Pending --------------------------------------------------


@pytest.mark.parametrize("version", TRIGGERING)
async def test_what_was_triggered_passes_while_pending(version: str) -> None:
    async with back_office(version, "Pending") as (station, csms):
        await station.call(boot(version))
        await refused(station, heartbeat(version))
        await csms.call(trigger(version, "Heartbeat"))
        await station.call(heartbeat(version))


async def test_only_what_was_triggered_passes() -> None:
    async with back_office("2.0.1", "Pending") as (station, csms):
        await station.call(boot("2.0.1"))
        await csms.call(trigger("2.0.1", "StatusNotification"))
        await refused(station, heartbeat("2.0.1"))


async def test_what_was_triggered_does_not_pass_once_the_boot_is_rejected() -> None:
    async with back_office("2.0.1", "Pending", "Rejected") as (station, csms):
        await station.call(boot("2.0.1"))
        await csms.call(trigger("2.0.1", "Heartbeat"))
        await station.call(boot("2.0.1"))
        await refused(station, heartbeat("2.0.1"))


async def test_what_was_triggered_passes_as_long_as_the_boot_is_pending() -> None:
    statuses = ["Pending", "Pending", "Rejected", "Pending"]
    async with back_office("2.0.1", *statuses) as (station, csms):
        await station.call(boot("2.0.1"))
        await csms.call(trigger("2.0.1", "Heartbeat"))
        await station.call(boot("2.0.1"))
        await station.call(heartbeat("2.0.1"))
        await station.call(boot("2.0.1"))
        await station.call(boot("2.0.1"))
        await refused(station, heartbeat("2.0.1"))


async def test_a_trigger_before_the_boot_lets_nothing_pass() -> None:
    async with back_office("2.0.1", "Pending") as (station, csms):
        await csms.call(trigger("2.0.1", "Heartbeat"))
        await refused(station, heartbeat("2.0.1"))


@pytest.mark.parametrize(
    ("version", "request_", "message"),
    [
        ("1.6", "ExtendedTriggerMessage", "SignChargePointCertificate"),
        ("2.0.1", "TriggerMessage", "SignChargingStationCertificate"),
        ("2.0.1", "TriggerMessage", "SignV2GCertificate"),
        ("2.1", "TriggerMessage", "SignV2G20Certificate"),
        ("2.1", "TriggerMessage", "SignCombinedCertificate"),
    ],
)
async def test_a_certificate_that_was_triggered_is_one_to_be_signed(
    version: str, request_: str, message: str
) -> None:
    package = vars(ocpp_messages.load(version))
    routes = booting(version, iter(["Pending"]))
    routes.add(
        package["SignCertificateRequest"],
        always(package["SignCertificateResponse"](status="Accepted")),
    )
    fields = {"request_id": 1} if version == "2.1" else {}
    sign = package["SignCertificateRequest"](csr="...", **fields)
    async with back_office(version, routes=routes) as (station, csms):
        await station.call(boot(version))
        await refused(station, sign)
        await csms.call(package[f"{request_}Request"](requested_message=message))
        assert (await station.call(sign)).status == "Accepted"


VALUE = {"value": "1", "persistence": True, "constant": True}
DATA = {
    "component": {"name": "OCPPCommCtrlr"},
    "variable": {"name": "HeartbeatInterval"},
    "variableAttribute": [VALUE],
}
REPORT = {"generatedAt": "2026-01-31T12:00:00Z"}
REPORTS: dict[str, dict[str, Any]] = {
    "2.0": {**REPORT, "tbc": False, "reportData": [DATA]},
    "2.0.1": REPORT,
    "2.1": REPORT,
}


@pytest.mark.parametrize("version", V2)
@pytest.mark.parametrize("asking", ["GetReport", "GetBaseReport"])
async def test_a_report_that_was_asked_for_passes_while_pending(
    version: str, asking: str
) -> None:
    package = vars(ocpp_messages.load(version))
    routes = booting(version, iter(["Pending"]))
    routes.add(
        package["NotifyReportRequest"], always(package["NotifyReportResponse"]())
    )

    def report(request_id: int) -> Any:
        wire: dict[str, Any] = {"requestId": request_id, "seqNo": 0, **REPORTS[version]}
        return package["from_jsonable"](package["NotifyReportRequest"], wire)

    base = {"report_base": "FullInventory"} if asking == "GetBaseReport" else {}
    request = package[f"{asking}Request"](request_id=7, **base)
    async with back_office(version, routes=routes) as (station, csms):
        await station.call(boot(version))
        await refused(station, report(7))
        await csms.call(request)
        await station.call(report(7))
        await refused(station, report(8))


# --- What the back office may not do itself -------------------------------------------

START_16 = v16.RemoteStartTransactionRequest(id_tag="TAG1")
START_201 = v201.RequestStartTransactionRequest(
    id_token=v201.IdTokenType(id_token="TAG1", type=v201.IdTokenEnumType.CENTRAL),
    remote_start_id=1,
)
STOP_201 = v201.RequestStopTransactionRequest(transaction_id="T1")
RESET_201 = v201.ResetRequest(type=v201.ResetEnumType.IMMEDIATE)


@pytest.mark.parametrize(
    ("version", "request_"),
    [("1.6", START_16), ("2.0.1", START_201), ("2.0.1", STOP_201)],
)
async def test_no_transaction_is_started_or_stopped_before_the_boot(
    version: str, request_: Any
) -> None:
    async with back_office(version, "Pending", "Accepted") as (station, csms):
        for _ in range(2):  # before the boot, and while it is pending
            with pytest.raises(CannotSend, match="'CP001' is not accepted"):
                await csms.call(request_)
            await station.call(boot(version))
        assert (await csms.call(request_)).status == "Accepted"


async def test_a_station_that_was_rejected_is_not_called() -> None:
    async with back_office("2.0.1", "Rejected", "Pending") as (station, csms):
        await csms.call(RESET_201)
        await station.call(boot("2.0.1"))
        with pytest.raises(CannotSend, match="Reset: the boot of 'CP001' was rejected"):
            await csms.call(RESET_201)
        await station.call(boot("2.0.1"))
        await csms.call(RESET_201)


async def test_a_message_of_another_version_is_refused_as_ever() -> None:
    async with back_office("2.0.1", "Rejected") as (station, csms):
        await station.call(boot("2.0.1"))
        with pytest.raises(CannotSend, match=r"2\.0\.1"):
            await csms.call(v16.ClearCacheRequest())


# --- Acceptance belongs to the station ------------------------------------------------


@asynccontextmanager
async def served(
    guard: BootGuard, statuses: Iterator[str], version: str = "2.0.1"
) -> AsyncGenerator[Server]:
    routes = guard.around(booting(version, statuses))
    async with serve(routes, HOST, versions=[version]) as server:
        yield server


def connecting(server: Server, identity: str = "CP001") -> Any:
    return connect(url_of(server), identity, versions=["2.0.1"], handler=answering)


async def test_a_station_that_connects_again_need_not_boot() -> None:
    async with served(BootGuard(), iter(["Accepted"])) as server:
        async with connecting(server) as station:
            await station.call(boot("2.0.1"))
        async with connecting(server) as station:
            await station.call(heartbeat("2.0.1"))
        async with connecting(server, "CP002") as other:
            await refused(other, heartbeat("2.0.1"))


async def test_a_station_is_rejected_over_its_next_connection_as_well() -> None:
    async with served(BootGuard(), iter(["Accepted", "Rejected"])) as server:
        async with connecting(server) as station:
            await station.call(boot("2.0.1"))
            await station.call(boot("2.0.1"))
        async with connecting(server) as station:
            await refused(station, heartbeat("2.0.1"))
            with pytest.raises(CannotSend, match="was rejected"):
                await server.connections["CP001"].call(RESET_201)


async def test_what_was_asked_for_may_come_over_the_next_connection() -> None:
    async with served(BootGuard(), iter(["Pending"])) as server:
        async with connecting(server) as station:
            await station.call(boot("2.0.1"))
            await server.connections["CP001"].call(trigger("2.0.1", "Heartbeat"))
        async with connecting(server) as station:
            await station.call(heartbeat("2.0.1"))


async def test_only_so_many_are_remembered_that_are_not_accepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ocpp_rpc.security.boot.office._MAX_WAITING", 2)
    guard = BootGuard()
    for identity in ("CP1", "CP2", "CP1", "CP3"):
        guard.booted(identity, "Pending")
    known = [guard.waiting(each) is not None for each in ("CP1", "CP2", "CP3")]
    assert known == [True, False, True]


@pytest.mark.parametrize("waits", [False, True])
async def test_a_hook_says_who_was_accepted_before(waits: bool) -> None:
    asked: list[str] = []

    def hook(identity: str) -> Any:
        asked.append(identity)
        return later(identity) if waits else identity == "CP001"

    async def later(identity: str) -> bool:
        await asyncio.sleep(0)
        return identity == "CP001"

    async with served(BootGuard(hook), iter(["Accepted"])) as server:
        async with connecting(server) as station:
            for _ in range(3):
                await station.call(heartbeat("2.0.1"))
            started = await server.connections["CP001"].call(START_201)
            assert started.status == "Accepted"
        assert asked == ["CP001"]  # once it has said yes, that holds
        async with connecting(server, "CP002") as other:
            with pytest.raises(CannotSend, match="is not accepted"):
                await server.connections["CP002"].call(START_201)
            await refused(other, heartbeat("2.0.1"))
            await other.call(boot("2.0.1"))
            await other.call(heartbeat("2.0.1"))
    assert asked == ["CP001", "CP002", "CP002"]


async def test_a_boot_that_is_not_accepted_outweighs_what_the_hook_says() -> None:
    async with (
        served(BootGuard(lambda _: True), iter(["Pending"])) as server,
        connecting(server) as station,
    ):
        await station.call(heartbeat("2.0.1"))
        await station.call(boot("2.0.1"))
        await refused(station, heartbeat("2.0.1"))


async def test_a_hook_that_fails_lets_nobody_pass(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def hook(_: str) -> Any:
        return None

    async with served(BootGuard(hook), iter([])) as server, connecting(server) as one:
        with pytest.raises(OcppError) as caught:
            await one.call(heartbeat("2.0.1"))
    assert caught.value.code == ErrorCode.INTERNAL_ERROR
    assert "is_accepted returned a NoneType, not True or False" in caplog.text


# --- Other ways of messages -----------------------------------------------------------


async def test_what_is_not_answered_is_dropped_before_the_boot() -> None:
    seen: list[Model] = []
    routes = booting("2.1", iter(["Accepted"]))
    routes.on(v21.NotifyPeriodicEventStream)(seen.append)
    async with back_office("2.1", routes=routes) as (station, _):
        await station.send(STREAM)
        await refused(station, heartbeat("2.1"))
        assert seen == []
        await station.call(boot("2.1"))
        await station.send(STREAM)
        await station.call(heartbeat("2.1"))
    assert seen == [STREAM]


async def test_what_comes_after_a_boot_still_does() -> None:
    routes = booting("2.0.1", iter(["Accepted"]))
    after: list[str] = []

    @routes.after(v201.BootNotificationRequest)
    async def then(
        request: v201.BootNotificationRequest,
        response: v201.BootNotificationResponse,
        connection: Connection,
    ) -> None:
        await connection.call(START_201)
        after.append(response.status)

    async with back_office("2.0.1", routes=routes) as (station, _):
        await station.call(boot("2.0.1"))
        await station.call(heartbeat("2.0.1"))
    assert after == ["Accepted"]


async def test_a_time_limit_counts_while_a_hook_decides() -> None:
    async def never(_: str) -> bool:
        await asyncio.Event().wait()
        raise AssertionError

    handler = BootGuard(never).around(Router())
    async with pair(answering, handler, version="2.0.1", settings=Settings()) as ends:
        with pytest.raises(TimeoutError):
            await ends[1].call(START_201, total_timeout=0.01)


async def test_a_boot_that_nobody_answers_accepts_nobody() -> None:
    """Neither one that no handler is there for, nor one whose handler is wrong."""
    routes = Router()
    guard = BootGuard()
    async with back_office("2.0.1", guard=guard, routes=routes) as (station, _):
        with pytest.raises(OcppError) as caught:
            await station.call(boot("2.0.1"))
        assert caught.value.code == ErrorCode.NOT_SUPPORTED
        routes.add(v201.BootNotificationRequest, always(None))
        with pytest.raises(OcppError) as caught:
            await station.call(boot("2.0.1"))
        assert caught.value.code == ErrorCode.INTERNAL_ERROR
        await refused(station, heartbeat("2.0.1"))
