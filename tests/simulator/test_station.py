"""A charger that stays does what its back office asks for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest

from ocpp_messages import VERSIONS
from ocpp_rpc import OcppError
from ocpp_rpc.simulator import BackOffice, Charger, connected
from ocpp_rpc.simulator.configuration import Configuration
from ocpp_rpc.simulator.station import FULL, SAMPLE
from tests.simulator.office import Office, office

V2X = ("2.0", "2.0.1", "2.1")


def is_old(version: str) -> bool:
    return version.startswith("1")


async def stay(charger: Charger) -> None:
    """Go through the first steps, and stay."""
    await charger.station.start_up()
    await charger.station.present("TAG1")
    await charger.stay()


@asynccontextmanager
async def staying(version: str) -> AsyncGenerator[Office]:
    """A back office, and the charger CP1, which has booted there and stays."""
    async with office(version) as running:
        visit = asyncio.create_task(running.hold(stay))
        await running.has_received("Authorize")
        yield running
        visit.cancel()
        with suppress(asyncio.CancelledError):
            await visit


async def start(running: Office) -> str:
    """Ask the charger to start a transaction; return the status."""
    if is_old(running.version):
        response = await running.call("RemoteStartTransaction", idTag="REMOTE")
    else:
        token = {"idToken": "REMOTE", "type": "Central"}
        response = await running.call(
            "RequestStartTransaction", idToken=token, remoteStartId=7
        )
    return str(response.status)


async def started(running: Office) -> None:
    """Have the charger start a transaction, and wait until it says so."""
    assert await start(running) == "Accepted"
    old = is_old(running.version)
    await running.has_received("StartTransaction" if old else "TransactionEvent")
    await running.has_received("StatusNotification", 2)


async def ended(running: Office) -> str | None:
    """Wait for the end of the transaction; return the reason."""
    if is_old(running.version):
        reason = getattr(await running.has_received("StopTransaction"), "reason", None)
    elif running.version == "2.0":
        event = await running.has_received("TransactionEvent", 2)
        reason = event.transaction_data.stopped_reason
    else:
        event = await running.has_received("TransactionEvent", 2)
        reason = event.transaction_info.stopped_reason
    return None if reason is None else str(reason)


async def set_availability(running: Office, *, operative: bool) -> str:
    kind = "Operative" if operative else "Inoperative"
    if is_old(running.version):
        asked: dict[str, Any] = {"connectorId": 0, "type": kind}
    elif running.version == "2.0":
        asked = {"evseId": 0, "operationalStatus": kind}
    else:
        asked = {"operationalStatus": kind}
    return str((await running.call("ChangeAvailability", **asked)).status)


def block(*_: object) -> str:
    """Take the place of `BackOffice.started`."""
    return "Blocked"


def status_of(notification: Any) -> str:
    return str(getattr(notification, "connector_status", None) or notification.status)


# --- Transactions ---------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
async def test_it_charges_until_it_is_to_stop(version: str) -> None:
    async with staying(version) as running:
        await started(running)
        assert await start(running) == "Rejected"  # one at a time
        (transaction,) = running.transactions
        old = is_old(version)
        stop = "RemoteStopTransaction" if old else "RequestStopTransaction"
        response = await running.call(stop, transactionId=transaction)
        reason = await ended(running)
        last = await running.has_received("StatusNotification", 3)

    assert response.status == "Accepted"
    assert reason == (None if version == "1.5" else "Remote")
    assert status_of(last) == "Available"
    assert running.transactions == ()


@pytest.mark.parametrize("version", VERSIONS)
async def test_it_reports_its_meter_until_the_car_is_full(
    version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Configuration, "sample_interval", 0.001)
    async with staying(version) as running:
        await started(running)
        await running.has_received("StatusNotification", 3)
        assert await start(running) == "Accepted"
        last = await running.has_received("StatusNotification", 5)

    reports = FULL // SAMPLE
    transaction = {
        True: ["StartTransaction", *["MeterValues"] * reports, "StopTransaction"],
        False: ["TransactionEvent"] * (reports + 2),
    }[is_old(version)]
    assert [each for each in running.actions if each in transaction] == transaction * 2
    assert status_of(last) == "Available"
    if is_old(version):
        stop = await running.has_received("StopTransaction", 2)
        assert stop.meter_stop == 2 * FULL


async def test_an_interval_of_zero_means_no_meter_values(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with staying("1.6") as running:
        setting = {"key": "MeterValueSampleInterval", "value": "0"}
        assert (await running.call("ChangeConfiguration", **setting)).status == (
            "Accepted"
        )
        await started(running)
        await running.call("GetConfiguration")  # the charger waits by now
        assert "MeterValues" not in running.actions
        setting["value"] = "1"  # which counts from now on
        await running.call("ChangeConfiguration", **setting)
        await running.has_received("MeterValues")


@pytest.mark.parametrize(
    ("version", "reason"), [("1.6", "DeAuthorized"), ("2.0.1", "DeAuthorized")]
)
async def test_a_tag_that_is_not_accepted_ends_the_transaction(
    version: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staying(version) as running:
        monkeypatch.setattr(BackOffice, "started", block)
        await started(running)
        assert await ended(running) == reason


async def test_unlocking_ends_the_transaction() -> None:
    async with staying("1.6") as running:
        await started(running)
        response = await running.call("UnlockConnector", connectorId=1)
        assert response.status == "Unlocked"
        assert await ended(running) == "UnlockCommand"


@pytest.mark.parametrize(
    ("version", "status"),
    [
        ("2.0", "UnlockFailed"),
        ("2.0.1", "OngoingAuthorizedTransaction"),
        ("2.1", "OngoingAuthorizedTransaction"),
    ],
)
async def test_a_connector_in_use_stays_locked(version: str, status: str) -> None:
    async with staying(version) as running:
        await started(running)
        response = await running.call("UnlockConnector", evseId=1, connectorId=1)

    assert response.status == status


@pytest.mark.parametrize("version", V2X)
async def test_it_tells_whether_a_transaction_runs(version: str) -> None:
    async with staying(version) as running:
        await started(running)
        (transaction,) = running.transactions
        response = await running.call("GetTransactionStatus", transactionId=transaction)

    assert response.ongoing_indicator is True


async def test_an_end_that_is_not_taken_is_not_told_again() -> None:
    async with office("2.0.1") as running, connected(running.connecting()) as charger:
        await charger.boot()
        await charger.start("TAG1")
        running.unsupported = ["TransactionEvent"]
        await charger.disconnect()
        await charger.connect()
        charger.station.accept_reset("ImmediateReset")
        with pytest.raises(OcppError, match=r"^TransactionEvent: NotSupported"):
            await charger.stay()
        assert charger.station.transaction is None


@pytest.mark.parametrize("version", VERSIONS)
async def test_it_takes_one_start_at_a_time(version: str) -> None:
    async with office(version) as running, connected(running.connecting()) as charger:
        assert await start(running) == "Accepted"
        assert await start(running) == "Rejected"
        await charger.start("TAG1")  # a script does what was asked for
        await charger.stop()
        assert await start(running) == "Accepted"


# --- Availability ---------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
async def test_nothing_starts_at_a_connector_that_is_not_available(
    version: str,
) -> None:
    async with staying(version) as running:
        assert await set_availability(running, operative=False) == "Accepted"
        out = await running.has_received("StatusNotification", 2)
        assert await start(running) == "Rejected"
        assert await set_availability(running, operative=True) == "Accepted"
        back = await running.has_received("StatusNotification", 3)
        assert await start(running) == "Accepted"

    assert [status_of(each) for each in (out, back)] == ["Unavailable", "Available"]


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_transaction_is_not_cut_short(version: str) -> None:
    async with staying(version) as running:
        await started(running)
        assert await set_availability(running, operative=True) == "Accepted"
        assert await set_availability(running, operative=False) == "Scheduled"
        (transaction,) = running.transactions
        old = is_old(version)
        stop = "RemoteStopTransaction" if old else "RequestStopTransaction"
        await running.call(stop, transactionId=transaction)
        last = await running.has_received("StatusNotification", 4)

    assert status_of(last) == "Unavailable"


# --- Resets ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "kind"),
    [
        *((version, kind) for version in ("1.5", "1.6") for kind in ("Soft", "Hard")),
        *((version, kind) for version in V2X for kind in ("Immediate", "OnIdle")),
    ],
)
async def test_a_reset_boots_anew_on_a_new_connection(version: str, kind: str) -> None:
    async with staying(version) as running:
        assert (await running.call("Reset", type=kind)).status == "Accepted"
        boot = await running.has_received("BootNotification", 2)
        await running.has_received("StatusNotification", 2)
        assert await start(running) == "Accepted"  # it stays

    assert len(running.offices) == 2
    assert getattr(boot, "reason", "RemoteReset") == "RemoteReset"


@pytest.mark.parametrize(
    ("version", "kind", "reason"),
    [
        ("1.5", "Soft", None),
        ("1.6", "Soft", "SoftReset"),
        ("1.6", "Hard", "HardReset"),
        *((version, "Immediate", "ImmediateReset") for version in V2X),
    ],
)
async def test_a_reset_ends_the_transaction(
    version: str, kind: str, reason: str | None
) -> None:
    async with staying(version) as running:
        await started(running)
        assert (await running.call("Reset", type=kind)).status == "Accepted"
        assert await ended(running) == reason
        await running.has_received("BootNotification", 2)

    boot = running.actions.index("BootNotification", 1)
    # The report is of the configuration, which the back office reads after each boot.
    assert {*running.actions[boot + 1 :]} <= {"NotifyReport", "StatusNotification"}


@pytest.mark.parametrize("version", V2X)
async def test_a_reset_may_wait_for_the_transaction(version: str) -> None:
    async with staying(version) as running:
        await started(running)
        assert (await running.call("Reset", type="OnIdle")).status == "Scheduled"
        (transaction,) = running.transactions
        await running.call("RequestStopTransaction", transactionId=transaction)
        await running.has_received("BootNotification", 2)
        assert await ended(running) == "Remote"


async def test_a_reset_ends_what_a_script_has_left_running() -> None:
    async with office("1.6") as running, connected(running.connecting()) as charger:
        await charger.start("TAG1")
        await running.call("Reset", type="Hard")
        await charger.reset()
        stop = await running.has_received("StopTransaction")

    assert stop.reason == "HardReset"
    assert running.actions == [
        *("StartTransaction", "StopTransaction", "BootNotification"),
        "StatusNotification",
    ]


async def test_a_reset_does_not_forget_the_settings() -> None:
    async with staying("1.6") as running:
        setting = {"key": "WebSocketPingInterval", "value": "11"}
        response = await running.call("ChangeConfiguration", **setting)
        assert response.status == "RebootRequired"
        await running.call("Reset", type="Hard")
        await running.has_received("BootNotification", 2)
        kept = await running.call("GetConfiguration", key=[setting["key"]])

    assert kept.configuration_key[0].value == "11"


# --- Messages on demand ---------------------------------------------------------------

TRIGGERED = {
    "1.6": [
        *("BootNotification", "DiagnosticsStatusNotification"),
        *("FirmwareStatusNotification", "Heartbeat", "MeterValues"),
        "StatusNotification",
    ],
    **dict.fromkeys(
        V2X,
        (
            *("FirmwareStatusNotification", "Heartbeat", "LogStatusNotification"),
            *("MeterValues", "StatusNotification"),
        ),
    ),
}


@pytest.mark.parametrize(
    ("version", "action"),
    [(version, action) for version, actions in TRIGGERED.items() for action in actions],
)
async def test_it_sends_what_it_is_asked_for(version: str, action: str) -> None:
    async with staying(version) as running:
        before = running.actions.count(action)
        response = await running.call("TriggerMessage", requestedMessage=action)
        assert response.status == "Accepted"
        sent = await running.has_received(action, before + 1)

    if action == "MeterValues":
        assert sent.meter_value[0].sampled_value[0].context == "Trigger"


async def test_it_sends_what_the_security_extension_asks_for() -> None:
    async with staying("1.6") as running:
        asked = {"requestedMessage": "LogStatusNotification", "connectorId": 1}
        response = await running.call("ExtendedTriggerMessage", **asked)
        assert response.status == "Accepted"
        sent = await running.has_received("LogStatusNotification")

    assert sent.status == "Idle"


@pytest.mark.parametrize("version", V2X)
async def test_it_sends_an_event_of_the_transaction(version: str) -> None:
    asked = {"requestedMessage": "TransactionEvent", "evse": {"id": 1}}
    async with staying(version) as running:
        await started(running)
        response = await running.call("TriggerMessage", **asked)
        assert response.status == "Accepted"
        event = await running.has_received("TransactionEvent", 2)

    assert (event.event_type, event.trigger_reason) == ("Updated", "Trigger")
    assert event.meter_value[0].sampled_value[0].context == "Trigger"


@pytest.mark.parametrize("version", V2X)
async def test_it_boots_on_demand_until_it_is_accepted(version: str) -> None:
    async with office(version) as running, connected(running.connecting()) as charger:
        asked = {"requestedMessage": "BootNotification"}
        assert (await running.call("TriggerMessage", **asked)).status == "Accepted"
        boot = await running.has_received("BootNotification")
        assert boot.reason == "Triggered"
        await charger.heartbeat()  # the answer to the boot came before
        assert (await running.call("TriggerMessage", **asked)).status == "Rejected"
