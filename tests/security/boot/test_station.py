"""What a station says and hears before its boot is accepted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest

import ocpp_messages
from ocpp_messages import Model, v16, v21, v201
from ocpp_rpc import (
    CallTimeout,
    CannotSend,
    Connection,
    ConnectionClosed,
    ErrorCode,
    OcppError,
    QueueFull,
    Router,
    Station,
    connect,
    serve,
)
from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.security import BootGuard, StationBootGuard
from ocpp_rpc.station import Outbox, forward
from ocpp_rpc.testing import VirtualClock, pair
from tests.security.boot.boots import STREAM, boot, booting, heartbeat, message, trigger
from tests.station.transactions import event
from tests.support.network import STEADY
from tests.support.served import HOST, MOMENT, SOFT, always, url_of

EVERY = ["1.5", "1.6", "2.0", "2.0.1", "2.1"]
V1 = ["1.5", "1.6"]
V2 = ["2.0", "2.0.1", "2.1"]


def resetting() -> Router:
    """A station that resets and sends what it is asked for."""
    routes = Router()
    for version in EVERY:
        package = vars(ocpp_messages.load(version))
        for action in ("Reset", "TriggerMessage"):
            if f"{action}Request" in package:
                response = package[f"{action}Response"](status="Accepted")
                routes.add(package[f"{action}Request"], always(response))
    return routes


def reset(version: str) -> Any:
    kind = "Soft" if version.startswith("1.") else "Immediate"
    return message(version, "ResetRequest", type=kind)


@asynccontextmanager
async def station(
    version: str,
    *statuses: str,
    guard: StationBootGuard | None = None,
    settings: Settings | None = None,
) -> AsyncGenerator[tuple[Connection, Connection]]:
    """A guarded station, and a back office that answers boots so."""
    guard = guard or StationBootGuard()
    routes = booting(version, iter(statuses))
    handler = guard.around(resetting())
    async with pair(handler, routes, version=version, settings=settings) as ends:
        yield ends


async def turns(count: int = 20) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


# --- What it says ---------------------------------------------------------------------


@pytest.mark.parametrize("version", EVERY)
async def test_calls_wait_until_the_boot_is_accepted(version: str) -> None:
    seen: list[str] = []

    def observe(event: Any, connection: Connection) -> None:
        if type(event).__name__ == "CallReceived":
            seen.append(event.procedure.action)

    settings = Settings(observer=observe)
    guard = StationBootGuard()
    async with station(
        version, "Rejected", "Accepted", guard=guard, settings=settings
    ) as (end, _):
        beating = asyncio.create_task(end.call(heartbeat(version)))
        accepted = asyncio.create_task(guard.wait_accepted())
        await turns()
        assert (seen, guard.status) == ([], None)
        await end.call(boot(version))
        await turns()
        assert (seen, guard.status) == (["BootNotification"], "Rejected")
        assert not accepted.done()
        await end.call(boot(version))
        await beating
        await accepted
        assert guard.accepted
    assert seen == ["BootNotification"] * 2 + ["Heartbeat"]


async def test_calls_that_waited_are_made_in_their_order() -> None:
    sent: list[str] = []

    def observe(event: Any, connection: Connection) -> None:
        if type(event).__name__ == "CallQueued":
            sent.append(getattr(event.request, "vendor_id", event.procedure.action))

    settings = Settings(observer=observe)
    async with station("1.6", "Accepted", settings=settings) as (end, _):
        transfers = [v16.DataTransferRequest(vendor_id=f"{n}") for n in range(5)]
        calls = [asyncio.create_task(end.call(each)) for each in transfers]
        await turns()
        await end.call(boot("1.6"))
        await asyncio.gather(*calls)
    assert sent == ["BootNotification", "0", "1", "2", "3", "4"]


async def test_calls_fail_at_once_if_that_is_wanted() -> None:
    guard = StationBootGuard("fail")
    async with station("2.0.1", "Accepted", guard=guard) as (end, _):
        with pytest.raises(CannotSend, match="Heartbeat: the BootNotification is not"):
            await end.call(heartbeat("2.0.1"))
        await end.call(boot("2.0.1"))
        await end.call(heartbeat("2.0.1"))


def test_there_is_no_third_way() -> None:
    with pytest.raises(ValueError, match=r"before must be one of \('wait', 'fail'\)"):
        StationBootGuard("never")  # type: ignore[arg-type]


async def test_a_call_waits_no_longer_than_it_may() -> None:
    clock = VirtualClock()
    async with station("2.0.1", settings=Settings(clock=clock)) as (end, _):
        call = asyncio.create_task(end.call(heartbeat("2.0.1"), total_timeout=5))
        await turns()
        clock.advance(4.9)
        await turns()
        assert not call.done()
        clock.advance(0.2)
        with pytest.raises(CallTimeout) as caught:
            await call
        assert (caught.value.action, caught.value.sent) == ("Heartbeat", False)


async def test_the_time_that_a_call_waited_counts() -> None:
    clock = VirtualClock()
    guard = StationBootGuard()
    routes = Router()
    routes.add(v201.HeartbeatRequest, never)
    settings = Settings(clock=clock)
    handler = guard.around(None)
    async with pair(handler, routes, version="2.0.1", settings=settings) as (end, _):
        call = asyncio.create_task(end.call(heartbeat("2.0.1"), total_timeout=5))
        await turns()
        clock.advance(4)
        guard.set_status("Accepted")
        await turns()
        clock.advance(1.1)
        with pytest.raises(CallTimeout) as caught:
            await call
        assert caught.value.sent


async def never(_: v201.HeartbeatRequest) -> v201.HeartbeatResponse:
    await asyncio.Event().wait()
    raise AssertionError


async def test_only_so_many_calls_wait() -> None:
    guard = StationBootGuard(max_waiting=1)
    async with station("2.0.1", "Accepted", guard=guard) as (end, _):
        call = asyncio.create_task(end.call(heartbeat("2.0.1")))
        await turns()
        with pytest.raises(QueueFull):
            await end.call(heartbeat("2.0.1"))
        call.cancel()
        await asyncio.wait([call])
        call = asyncio.create_task(end.call(heartbeat("2.0.1")))
        await turns()
        await end.call(boot("2.0.1"))
        await call


async def test_a_call_that_waits_fails_with_its_connection() -> None:
    async with station("2.0.1") as (end, _):
        call = asyncio.create_task(end.call(heartbeat("2.0.1")))
        await turns()
        await end.close(1001, "over")
        with pytest.raises(ConnectionClosed) as caught:
            await call
        assert (caught.value.sent, caught.value.code) == (False, 1001)
        with pytest.raises(ConnectionClosed):
            await end.call(heartbeat("2.0.1"))


async def test_a_connection_that_closes_fails_no_calls_of_another_one() -> None:
    guard = StationBootGuard()
    async with (
        station("1.6", "Rejected", "Accepted", guard=guard) as (end, csms),
        station("1.6", guard=guard) as (other, _),
    ):
        await end.call(boot("1.6"))
        call = asyncio.create_task(end.call(heartbeat("1.6")))
        silence = asyncio.create_task(csms.call(SOFT))
        await turns()
        await other.close()
        await turns()
        assert not call.done()
        assert not silence.done()
        await end.call(boot("1.6"))
        await call
        with pytest.raises(OcppError):
            await silence


@pytest.mark.parametrize("version", ["1.6", *V2])
async def test_what_was_triggered_is_said_while_pending(version: str) -> None:
    guard = StationBootGuard("fail")
    async with station(version, "Pending", "Accepted", guard=guard) as (end, csms):
        await end.call(boot(version))
        with pytest.raises(CannotSend):
            await end.call(heartbeat(version))
        await csms.call(trigger(version, "Heartbeat"))
        await end.call(heartbeat(version))


async def test_what_was_triggered_is_not_said_once_the_boot_is_rejected() -> None:
    guard = StationBootGuard("fail")
    async with station("2.0.1", "Pending", "Rejected", guard=guard) as (end, csms):
        await end.call(boot("2.0.1"))
        await csms.call(trigger("2.0.1", "Heartbeat"))
        await end.call(boot("2.0.1"))
        with pytest.raises(CannotSend):
            await end.call(heartbeat("2.0.1"))


async def test_what_was_triggered_is_forgotten_once_the_boot_is_rejected() -> None:
    guard = StationBootGuard("fail")
    statuses = ["Pending", "Pending", "Rejected", "Pending"]
    async with station("2.0.1", *statuses, guard=guard) as (end, csms):
        await end.call(boot("2.0.1"))
        await csms.call(trigger("2.0.1", "Heartbeat"))
        await end.call(boot("2.0.1"))
        await end.call(heartbeat("2.0.1"))  # it is pending all the time
        await end.call(boot("2.0.1"))
        await end.call(boot("2.0.1"))
        with pytest.raises(CannotSend):
            await end.call(heartbeat("2.0.1"))


async def test_a_message_that_is_not_answered_waits_as_well() -> None:
    seen: list[Model] = []
    routes = booting("2.1", iter(["Accepted"]))
    routes.on(v21.NotifyPeriodicEventStream)(seen.append)
    async with pair(StationBootGuard().around(None), routes, version="2.1") as (end, _):
        sending = asyncio.create_task(end.send(STREAM))
        await turns()
        assert seen == []
        await end.call(boot("2.1"))
        await sending
        await end.call(heartbeat("2.1"))
    assert seen == [STREAM]


async def test_a_station_may_be_accepted_already_and_begin_anew() -> None:
    guard = StationBootGuard("fail", accepted=True)
    async with station("2.0.1", guard=guard) as (end, csms):
        await end.call(heartbeat("2.0.1"))
        await csms.call(reset("2.0.1"))
        guard.restart()
        with pytest.raises(CannotSend):
            await end.call(heartbeat("2.0.1"))


# --- What it hears --------------------------------------------------------------------


async def error_of(connection: Connection, request: Any) -> Any:
    with pytest.raises(OcppError) as caught:
        await connection.call(request)
    return caught.value.code


@pytest.mark.parametrize("version", V2)
async def test_tc_b_30_cs(version: str) -> None:
    """TC_B_30_CS: SecurityError to calls while the station is not accepted."""
    statuses = ["Rejected", "Pending", "Rejected", "Accepted"]
    async with station(version, *statuses) as (end, csms):
        assert await error_of(csms, reset(version)) == ErrorCode.SECURITY_ERROR
        for status in statuses:
            await end.call(boot(version))
            if status == "Rejected":
                code = await error_of(csms, reset(version))
                assert code == ErrorCode.SECURITY_ERROR
            else:
                assert (await csms.call(reset(version))).status == "Accepted"


@pytest.mark.parametrize("version", V1)
async def test_in_1x_a_station_that_was_rejected_says_nothing(version: str) -> None:
    async with station(version, "Rejected", "Accepted") as (end, csms):
        assert (await csms.call(reset(version))).status == "Accepted"
        await end.call(boot(version))
        with pytest.raises(CallTimeout):
            await csms.call(reset(version), timeout=0.05)
        await end.call(boot(version))
        assert (await csms.call(reset(version))).status == "Accepted"


async def test_only_so_many_calls_are_left_without_an_answer() -> None:
    async with station("1.6", "Rejected") as (end, csms):
        await end.call(boot("1.6"))
        for _ in range(8):
            with pytest.raises(CallTimeout):
                await csms.call(SOFT, timeout=0.001)
        assert await error_of(csms, SOFT) == ErrorCode.SECURITY_ERROR


async def test_a_call_without_an_answer_does_not_keep_a_connection_from_closing() -> (
    None
):
    async with station("1.6", "Rejected") as (end, csms):
        await end.call(boot("1.6"))
        call = asyncio.create_task(csms.call(SOFT))
        await turns()
        async with asyncio.timeout(1):
            await end.close()
        with pytest.raises(ConnectionClosed):
            await call


async def test_what_comes_with_the_response_is_heard_in_its_order() -> None:
    """The back office calls as soon as it has answered, before the station goes on."""
    routes = booting("2.0.1", iter(["Pending"]))
    codes: list[str] = []

    @routes.after(v201.BootNotificationRequest)
    async def then(_request: Any, _response: Any, connection: Connection) -> None:
        codes.append((await connection.call(reset("2.0.1"))).status)

    async with pair(
        StationBootGuard().around(resetting()), routes, version="2.0.1"
    ) as (end, _):
        await end.call(boot("2.0.1"))
        await turns()
    assert codes == ["Accepted"]


# --- Over many connections ------------------------------------------------------------


async def test_calls_of_a_station_wait_over_connections_until_it_is_accepted() -> None:
    statuses = ["Pending", "Accepted"]
    routes = booting("2.0.1", iter(statuses))
    guarded = BootGuard().around(routes)
    guard = StationBootGuard()
    lost = asyncio.Event()

    async def begin(connection: Connection) -> None:
        if not guard.accepted:
            await connection.call(boot("2.0.1"))
        if not lost.is_set():
            lost.set()
            connection.abort()

    async with serve(guarded, HOST, versions=["2.0.1"]) as server:
        connecting = connect(
            url_of(server),
            "CP001",
            versions=["2.0.1"],
            handler=guard.around(resetting()),
            back_off=_SOON,
        )
        async with Station(connecting, on_connection=begin) as stays:
            response = await stays.call(heartbeat("2.0.1"))
            assert response.current_time == MOMENT
    assert lost.is_set()


_SOON = type(STEADY)(retry_back_off_wait_minimum=0, retry_back_off_random_range=0)


async def test_an_outbox_may_be_forwarded_before_the_boot_is_accepted() -> None:
    seen: list[Model] = []
    done = asyncio.Event()
    routes = booting("2.0.1", iter(["Accepted"]))

    def note(request: v201.TransactionEventRequest) -> v201.TransactionEventResponse:
        seen.append(request)
        return v201.TransactionEventResponse()

    routes.add(v201.TransactionEventRequest, note)
    guard = StationBootGuard()
    with Outbox(":memory:", on_outcome=lambda _: done.set()) as outbox:
        outbox.put(event())
        async with pair(
            guard.around(None), BootGuard().around(routes), version="2.0.1"
        ) as (end, _):
            forwarding = asyncio.create_task(forward(outbox, end))
            await turns()
            assert seen == []
            await end.call(boot("2.0.1"))
            await done.wait()
        await forwarding
        assert len(outbox) == 0
