"""The steps of a charger without a script, and its heartbeats."""

from __future__ import annotations

import asyncio

import pytest

import ocpp_rpc
from ocpp_messages import VERSIONS, v16
from ocpp_rpc.simulator import Failure, back_office_for
from ocpp_rpc.simulator.back_office import INTERVAL
from tests.simulator.central import Central
from tests.simulator.memory import station


async def charge(central: Central, tag: str = "TAG1") -> None:
    """Let a charger go through its steps."""
    async with station("1.6") as (charger, back_office):
        back_office.set_handler(central)
        await charger.start_up()
        await charger.present(tag)
        await charger.charge(tag)


@pytest.mark.parametrize(
    ("central", "complaint"),
    [
        (
            Central(boot=v16.RegistrationStatus.PENDING),
            "the back office does not accept the charger: Pending",
        ),
        (
            Central(tag=v16.AuthorizationStatus.EXPIRED),
            "the back office does not accept TAG1: Expired",
        ),
        (
            Central(start=v16.AuthorizationStatus.CONCURRENT_TX),
            "the back office does not accept the transaction of TAG1: ConcurrentTx",
        ),
    ],
)
async def test_who_is_not_accepted_goes_home(central: Central, complaint: str) -> None:
    with pytest.raises(Failure, match=rf"^{complaint}$"):
        await charge(central)


async def test_what_the_central_system_does_not_support_is_an_error() -> None:
    with pytest.raises(ocpp_rpc.OcppError, match=r"^MeterValues: NotSupported"):
        await charge(Central())


async def test_a_tag_may_be_too_long_for_a_version() -> None:
    with pytest.raises(Failure, match=r"'A{21}' cannot be a tag: .* 20 characters"):
        await charge(Central(), "A" * 21)


# --- Heartbeats -----------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
async def test_the_answer_to_a_boot_tells_the_interval(version: str) -> None:
    async with station(version) as (charger, back_office):
        theirs = back_office_for(back_office)
        back_office.set_handler(theirs.routes)
        assert charger.interval is None
        await charger.boot()
        assert charger.interval == INTERVAL


async def test_a_charger_that_is_not_accepted_sends_no_heartbeats() -> None:
    async with station("1.6") as (charger, back_office):
        back_office.set_handler(Central(boot=v16.RegistrationStatus.PENDING))
        charger.interval = 300
        await charger.boot()
        assert charger.interval is None


async def test_a_boot_sets_the_interval_anew() -> None:
    central = Central()
    async with station("1.6") as (charger, back_office), asyncio.timeout(20):
        back_office.set_handler(central)
        charger.interval = 10_000
        beating = asyncio.create_task(charger.beat())
        await charger.boot()
        await central.heartbeats.get()
        beating.cancel()
    assert charger.interval == 1  # 0 was the answer


async def test_staying_ends_with_a_heartbeat_that_is_refused() -> None:
    refused: list[v16.HeartbeatRequest] = []

    def refuse(request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        refused.append(request)
        raise ocpp_rpc.OcppError(ocpp_rpc.ErrorCode.NOT_SUPPORTED)

    async with station("1.6") as (charger, back_office), asyncio.timeout(20):
        back_office.set_handler(refuse)
        charger.interval = 0.01
        with pytest.raises(ocpp_rpc.OcppError, match=r"^Heartbeat: NotSupported"):
            await charger.attend()
    assert len(refused) == 1
