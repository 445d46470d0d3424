"""The charger of a script: what it knows and tells, and how it connects again."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import Connection
from ocpp_rpc.simulator import Charger, Failure, Told, connected
from ocpp_rpc.simulator.back_office import INTERVAL
from tests.simulator.office import office

# --- What a charger knows -------------------------------------------------------------


async def test_it_says_who_it_is() -> None:
    async def session(charger: Charger) -> None:
        assert (charger.identity, charger.version) == ("CP1", "1.6")
        assert charger.messages.SUBPROTOCOL == "ocpp1.6"
        assert charger.id_tag == "TAG1"

    async with office("1.6") as running:
        await running.hold(session)


async def test_it_calls_whatever_the_version_has() -> None:
    async def session(charger: Charger) -> None:
        await charger.heartbeat()
        response = await charger.call(v16.HeartbeatRequest())
        assert response.current_time.tzinfo is not None

    async with office("1.6") as running:
        await running.hold(session)
        assert running.actions == ["Heartbeat"] * 2


async def test_the_meter_counts_from_the_start_of_each_transaction() -> None:
    async def session(charger: Charger) -> None:
        for _ in range(2):
            await charger.start("TAG1")
            await charger.meter(0.5)
            await charger.meter(1.2345)
            await charger.stop()

    async with office("1.6") as running:
        await running.hold(session)
        stops = [
            r for r in running.received if isinstance(r, v16.StopTransactionRequest)
        ]

    assert [stop.meter_stop for stop in stops] == [1234, 2468]
    assert [stop.id_tag for stop in stops] == ["TAG1", "TAG1"]


@pytest.mark.parametrize(
    "reason", ["DeAuthorized", "EVDisconnected", "Local", "Remote"]
)
@pytest.mark.parametrize("version", ["1.5", "1.6", "2.0", "2.0.1", "2.1"])
async def test_every_version_has_the_reasons(version: str, reason: Any) -> None:
    async def session(charger: Charger) -> None:
        await charger.start("TAG1")
        await charger.stop(reason)

    async with office(version) as running:
        await running.hold(session)
        assert running.transactions == ()
        assert len(running.received) == 2


# --- Connecting again -----------------------------------------------------------------


async def test_a_transaction_outlives_its_connection() -> None:
    async def session(charger: Charger) -> None:
        await charger.start("TAG1")
        reset = charger.expect("Reset")
        await charger.disconnect()
        assert charger.connection.closed
        await charger.connect()
        await charger.stop()
        await running.call("Reset", type="Soft")
        await reset

    async with office("1.6") as running:
        await running.hold(session)
        assert running.actions == ["StartTransaction", "StopTransaction"]
        start, stop = running.received
        assert start.id_tag == stop.id_tag


async def test_a_boot_of_the_scripts_own_tells_the_interval() -> None:
    async def session(charger: Charger) -> None:
        await charger.call(
            v16.BootNotificationRequest(charge_point_vendor="V", charge_point_model="M")
        )
        assert charger.station.interval == INTERVAL

    async with office("1.6") as running:
        await running.hold(session)


async def test_another_version_does_not_know_the_transaction() -> None:
    async def session(charger: Charger) -> None:
        assert charger.version == "1.6"
        charger.station.interval = 7
        charger.station.available = False
        await charger.start("TAG1")
        await charger.meter(1)
        running.version = "1.5"
        await charger.disconnect()
        await charger.connect()
        assert charger.version == "1.5"
        assert charger.station.transaction is None
        assert charger.station.interval == 7
        assert not charger.station.available
        await charger.start("TAG1")

    async with office("1.6") as running:
        await running.hold(session, "1.6", "1.5")
        assert running.received[-1].meter_start == 1000


# --- Whom it tells and asks -----------------------------------------------------------


async def test_a_script_asks() -> None:
    asked: list[str] = []

    async def ask(text: str) -> str:
        asked.append(text)
        return "yes"

    async with (
        office("1.6") as running,
        connected(running.connecting(), ask=ask, id_tag="MINE") as charger,
    ):
        assert charger.id_tag == "MINE"
        assert await charger.prompt("Plugged in?") == "yes"

    assert asked == ["Plugged in?"]


async def test_without_anybody_to_ask_a_prompt_fails() -> None:
    async def session(charger: Charger) -> None:
        with pytest.raises(Failure, match=r"^nobody answers 'Plugged in\?'$"):
            await charger.prompt("Plugged in?")

    async with office("1.6") as running:
        await running.hold(session)


async def test_a_narrator_is_told_what_happens() -> None:
    told: list[tuple[str, str]] = []

    def narrate(what: Told, connection: Connection) -> None:
        told.append((str(what), connection.identity))

    async with (
        office("1.6") as running,
        connected(running.connecting("1.6", "1.5"), narrator=narrate) as charger,
    ):
        running.version = "1.5"
        await charger.disconnect()
        await charger.connect()  # with another station, in another version
        await charger.station.present("TAG1")
        await charger.station.charge("TAG1")
        await charger.reset()

    assert told == [
        ("authorization of TAG1: Accepted", "CP1"),
        *((f"charging: {kwh}.0 of 10.0 kWh", "CP1") for kwh in (2, 4, 6, 8, 10)),
        ("reset, as the back office asks", "CP1"),
    ]


# --- What it is told to answer --------------------------------------------------------


async def test_it_answers_as_it_is_told_also_on_the_next_connection() -> None:
    async def session(charger: Charger) -> None:
        charger.answer("Reset", "Rejected")
        charger.answer("RemoteStart", "Rejected")
        assert (await running.call("Reset", type="Soft")).status == "Rejected"
        await charger.disconnect()
        running.version = "2.0.1"
        await charger.connect()
        assert (await running.call("Reset", type="OnIdle")).status == "Rejected"
        charger.answer("Reset")
        assert (await running.call("Reset", type="OnIdle")).status == "Accepted"
        assert charger.station.reset_wanted

    async with office("1.6") as running:
        await running.hold(session, "1.6", "2.0.1")


async def test_an_answer_has_to_be_one_to_a_call_that_there_is() -> None:
    async def session(charger: Charger) -> None:
        with pytest.raises(Failure, match=r"a CentralSystem .* does not call Boot"):
            charger.answer("BootNotification")
        with pytest.raises(Failure, match=r"an answer to Reset has to be given"):
            charger.answer("Reset", "Perhaps")

    async with office("1.6") as running:
        await running.hold(session)


# --- How it pauses and stays ----------------------------------------------------------


async def test_by_default_a_pause_takes_no_time() -> None:
    async def session(charger: Charger) -> None:
        await charger.pause(1e6)

    async with office("1.6") as running:
        await running.hold(session)


async def test_in_a_pause_heartbeats_are_sent_until_the_connection_is_lost() -> None:
    async with (
        office("1.6") as running,
        connected(running.connecting(), pauses=1.0) as charger,
    ):
        charger.station.interval = 0.01
        pause = asyncio.create_task(charger.pause(1e6))
        await running.has_received("Heartbeat", 2)
        await running.close()
        with pytest.raises(ocpp_rpc.ConnectionClosed, match="1001 closing time"):
            await pause


async def test_it_pauses_without_a_connection() -> None:
    async with (
        office("1.6") as running,
        connected(running.connecting(), pauses=0.01) as charger,
    ):
        await charger.disconnect()
        await charger.pause(1.0)
        await charger.connect()
        await charger.heartbeat()

    assert running.actions == ["Heartbeat"]


@pytest.mark.parametrize(
    ("version", "actions"),
    [("1.6", []), ("2.0.1", ["BootNotification", "StatusNotification"])],
)
async def test_staying_it_connects_again_and_boots_for_another_version(
    version: str, actions: list[str]
) -> None:
    told: list[str] = []
    again = asyncio.Event()

    def narrate(each: Told, _: Connection) -> None:
        told.append(str(each))
        if "connected again" in told[-1]:
            running.received.clear()
            again.set()

    async with office("1.6") as running:
        connecting = running.connecting("1.6", "2.0.1")
        async with connected(connecting, narrator=narrate) as charger:
            await charger.boot()
            charger.station.interval = 0.01
            staying = asyncio.create_task(charger.stay(reconnect=True))
            await running.has_received("Heartbeat")
            running.version = version
            await running.close()
            await again.wait()
            await running.has_received((actions or ["Heartbeat"])[-1])
            staying.cancel()
            with pytest.raises(asyncio.CancelledError):
                await staying

    sent = set(running.actions) - {"Heartbeat", "NotifyReport"}
    assert sent == set(actions)
    assert told[-1] == f"connected again with OCPP {version}"
    assert told[-2].endswith("; connecting again")
