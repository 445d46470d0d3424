"""The ready-made scripts do what they are named for, in every version."""

from __future__ import annotations

import asyncio

import pytest

from ocpp_messages import VERSIONS, v16, v201
from ocpp_rpc.simulator import READY_MADE, BackOffice, Failure, load_script
from tests.simulator.office import Office, office

SESSIONS_1X = {
    "plug-and-charge": [
        "BootNotification",
        "StatusNotification",
        "Authorize",
        "StatusNotification",
        "StartTransaction",
        "MeterValues",
        "MeterValues",
        "MeterValues",
        "StopTransaction",
        "StatusNotification",
    ],
    "remote-start": [
        "BootNotification",
        "StatusNotification",
        "StatusNotification",
        "StartTransaction",
        "MeterValues",
        "StopTransaction",
        "StatusNotification",
    ],
    "reset": ["BootNotification", "StatusNotification"] * 2,
    "rejected-tag": ["BootNotification", "StatusNotification", "Authorize"],
    "unplugged": [
        "BootNotification",
        "Authorize",
        "StatusNotification",
        "StartTransaction",
        "MeterValues",
        "StopTransaction",
        "StatusNotification",
    ],
}
SINCE_20: dict[str, str] = dict.fromkeys(
    ("StartTransaction", "MeterValues", "StopTransaction"), "TransactionEvent"
)
REPORTS = {"NotifyReport"}


def test_each_has_a_test() -> None:
    assert {*READY_MADE} == {*SESSIONS_1X, "certificates"}  # test_certificates.py


def expected(name: str, version: str) -> list[str]:
    actions = SESSIONS_1X[name]
    if version.startswith("1"):
        return actions
    return [SINCE_20.get(action, action) for action in actions]


def refuse(_: BackOffice, __: str) -> str:
    return "Invalid"


async def command(running: Office, name: str) -> None:
    """Do what a script waits for."""
    old = running.version.startswith("1")
    if name == "reset":
        await running.has_received("StatusNotification")
        kind = "Soft" if old else "OnIdle"
        assert (await running.call("Reset", type=kind)).status == "Accepted"
    elif name == "remote-start" and old:
        await running.has_received("StatusNotification")
        await running.call("RemoteStartTransaction", idTag="REMOTE")
        await running.has_received("MeterValues")
        (transaction,) = running.transactions
        await running.call("RemoteStopTransaction", transactionId=transaction)
    elif name == "remote-start":
        await running.has_received("StatusNotification")
        token = {"idToken": "REMOTE", "type": "Central"}
        await running.call("RequestStartTransaction", idToken=token, remoteStartId=7)
        await running.has_received("TransactionEvent", 2)
        (transaction,) = running.transactions
        await running.call("RequestStopTransaction", transactionId=transaction)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", SESSIONS_1X)
async def test_ready_made(
    name: str, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "rejected-tag":
        monkeypatch.setattr(BackOffice, "authorized", refuse)

    async with office(version) as running, asyncio.TaskGroup() as tasks:
        tasks.create_task(command(running, name))
        await running.hold(load_script(name))

    done = [action for action in running.actions if action not in REPORTS]
    assert done == expected(name, version)


async def test_a_remote_transaction_says_so() -> None:
    async with office("2.0.1") as running, asyncio.TaskGroup() as tasks:
        tasks.create_task(command(running, "remote-start"))
        await running.hold(load_script("remote-start"))

    started, _, ended = [
        each
        for each in running.received
        if isinstance(each, v201.TransactionEventRequest)
    ]
    assert started.trigger_reason is v201.TriggerReasonEnumType.REMOTE_START
    assert started.transaction_info.remote_start_id == 7
    assert started.id_token == v201.IdTokenType(
        id_token="REMOTE", type=v201.IdTokenEnumType.CENTRAL
    )
    assert ended.trigger_reason is v201.TriggerReasonEnumType.REMOTE_STOP
    assert ended.transaction_info.stopped_reason is v201.ReasonEnumType.REMOTE


async def test_who_pulls_the_cable_presents_no_tag() -> None:
    async with office("1.6") as running:
        await running.hold(load_script("unplugged"))
        stop = await running.has_received("StopTransaction")

    assert stop.reason is v16.Reason.EV_DISCONNECTED
    assert (stop.id_tag, stop.meter_stop) == (None, 2500)


async def test_a_back_office_that_accepts_every_tag_is_found_out() -> None:
    async with office("1.6") as running:
        with pytest.raises(Failure, match=r"rejected_tag\.py, line 16: .* that nobody"):
            await running.hold(load_script("rejected-tag"))
