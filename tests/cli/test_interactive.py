"""What is typed is completed, checked and sent."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

import ocpp_messages
from ocpp_messages import v16, v201
from ocpp_rpc.cli import app, charge_point
from ocpp_rpc.cli.fields import payload
from ocpp_rpc.cli.interactive import Fields, interact
from ocpp_rpc.cli.screen import Screen
from ocpp_rpc.simulator import connected, v1x
from tests.cli.missing import remove
from tests.cli.office import Office, office, silent
from tests.cli.programs import run


class Typist:
    """A person at a charger of a back office."""

    def __init__(self, running: Office, keys: PipeInput) -> None:
        self._file = io.StringIO()
        self._keys = keys
        self._running = running

    @property
    def shown(self) -> list[str]:
        return self._file.getvalue().splitlines()

    def type(self, *lines: str) -> None:
        self._keys.send_text("".join(f"{line}\r" for line in lines))

    def press(self, key: str) -> None:
        self._keys.send_text(key)

    async def visit(self, **wanted: Any) -> None:
        plan = self._running.plan(interactive=True, **wanted)
        screen = Screen(Console(file=self._file, width=300))
        async with asyncio.timeout(20):
            await charge_point.run(screen, "CP1", plan)


@asynccontextmanager
async def typist(version: str) -> AsyncGenerator[tuple[Typist, Office]]:
    with create_pipe_input() as keys, create_app_session(keys, DummyOutput()):
        async with office(version) as running:
            yield Typist(running, keys), running


async def test_what_is_typed_is_sent() -> None:
    async with typist("1.6") as (person, running):
        person.type("", 'Authorize idTag="A B"', "exit")
        await person.visit()

    assert running.received == [v16.AuthorizeRequest(id_tag="A B")]
    responses = [line for line in person.shown if "RESULT" in line]
    assert [each.partition("RESULT ")[2].split(maxsplit=1) for each in responses] == [
        ["Authorize", "idTagInfo: {status: Accepted}"]
    ]
    assert not any("AuthorizeResponse" in line for line in person.shown)


async def test_a_script_comes_first() -> None:
    async with typist("1.6") as (person, running):
        person.type("Heartbeat", "exit")
        await person.visit(script="unplugged")

    assert running.actions[0] == "BootNotification"
    assert running.actions[-2:] == ["StatusNotification", "Heartbeat"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Reset type=Soft", "a ChargePoint does not send Reset"),
        ("Nonsense", "a ChargePoint does not send Nonsense"),
        ("Authorize", "idTag: Field required"),
        ("Authorize idTag=A colour=red", "colour: Extra inputs"),
        ("Authorize idTag=A colour", "colour: write a field as NAME=VALUE"),
        (
            "MeterValues connectorId=1 meterValue.0.timestamp=now "
            "meterValue.0.sampledValue.0.value=1 meterValue.0.sampledValue.0.unit=kg",
            "meterValue.0.sampledValue.0.unit: Input should be ",
        ),
        ("Authorize 'idTag=A", "No closing quotation"),
        ("DataTransfer vendorId=V", "DataTransfer: NotSupported"),
        ("start " + 21 * "A", "StartTransactionRequest: id_tag: String should have"),
        ("boot now", "it is: boot"),
        ("meter", "it is: meter KWH"),
        ("meter 5", "no transaction runs"),
        ("stop", "no transaction runs"),
        ("accept Heartbeat", "a CentralSystem of OCPP 1.6 does not call Heartbeat"),
        ("answer Reset Maybe", "an answer to Reset has to be given: "),
        ("help Nonsense", "a ChargePoint does not send Nonsense"),
        ("help Heartbeat", "Heartbeat has no fields"),
    ],
)
async def test_what_cannot_be_sent(line: str, problem: str) -> None:
    async with typist("1.6") as (person, running):
        running.unsupported = ["DataTransfer"]
        person.type(line, "Heartbeat", "exit")
        await person.visit()

    assert running.actions[-1] == "Heartbeat"
    assert any(shown.startswith(problem) for shown in person.shown)


async def test_what_is_not_answered_is_sent_as_well() -> None:
    async with typist("2.1") as (person, running):
        person.type(
            "NotifyPeriodicEventStream id=1 pending=0 basetime=now "
            "data.0.t=1 data.0.v=2 data.1.t=2 data.1.v=3",
            "Heartbeat",
            "exit",
        )
        await person.visit()

    assert running.actions == ["Heartbeat"]
    assert any("SEND   NotifyPeriodicEventStream" in line for line in person.shown)


async def test_ctrl_c_clears_the_line() -> None:
    async with typist("1.6") as (person, running):
        person.press("Authorize idTag=A")
        person.press("\x03")
        person.type("Heartbeat")
        person.press("\x03")
        await person.visit()

    assert running.actions == ["Heartbeat"]


@pytest.mark.parametrize(
    ("version", "actions"),
    [
        (
            "1.6",
            [
                "BootNotification",
                "Authorize",
                "Authorize",
                "StartTransaction",
                "MeterValues",
                "MeterValues",
                "StopTransaction",
            ],
        ),
        (
            "2.1",
            ["BootNotification", *["Authorize"] * 2, *["TransactionEvent"] * 4],
        ),
    ],
)
async def test_commands_are_the_same_in_all_versions(
    version: str, actions: list[str]
) -> None:
    async with typist(version) as (person, running):
        person.type(
            *("boot now", "boot", "authorize", "authorize YOURS", "start MINE"),
            *("start", "meter much", "meter -1", "meter 1e6", "meter 0", "meter 1.5"),
            *("stop Never", "stop EVDisconnected", "exit"),
        )
        await person.visit()
        assert not running.transactions

    assert [each for each in running.actions if each != "NotifyReport"] == actions
    sent = repr(running.received)
    assert [sent.count(f"'{tag}'") > 0 for tag in ("YOURS", "MINE")] == [True, True]
    assert "EVDisconnected" in sent
    assert {
        "it is: boot",
        "a transaction runs already",
        "'much' is not a number of kWh",
        "-1 kWh: give a number from 0 to 1000000",
        "1e6 kWh: give a number from 0 to 1000000",
        "'Never' is not a reason: use DeAuthorized, EVDisconnected, Local, Remote",
    } <= set(person.shown)


async def test_a_command_stops_what_the_back_office_has_started() -> None:
    async with typist("1.6") as (person, running):
        visit = asyncio.create_task(person.visit())
        person.type("boot")
        await running.has_received("BootNotification")
        await running.call("RemoteStartTransaction", idTag="A")
        await running.has_received("StatusNotification")
        person.type("stop", "exit")
        await visit

    assert "StopTransaction" in running.actions
    assert "MeterValues" not in running.actions


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_answers_are_chosen_by_command(version: str) -> None:
    requests: dict[str, tuple[str, dict[str, Any]]] = {
        "1.6": ("RemoteStartTransaction", {"idTag": "A"}),
        "2.0.1": (
            "RequestStartTransaction",
            {"idToken": {"idToken": "A", "type": "Central"}, "remoteStartId": 1},
        ),
    }
    start, payload = requests[version]
    statuses: list[str] = []
    async with typist(version) as (person, running):
        visit = asyncio.create_task(person.visit())
        for number, command in enumerate(["reject", "accept"], 1):
            person.type(f"{command} RemoteStart", "Heartbeat")
            await running.has_received("Heartbeat", number)
            statuses.append((await running.call(start, **payload)).status)
        person.type("answer ClearCache Rejected", "accept DataTransfer", "Heartbeat")
        await running.has_received("Heartbeat", 3)
        statuses.append((await running.call("ClearCache")).status)
        statuses.append((await running.call("DataTransfer", vendorId="V")).status)
        person.type("exit")
        await visit

    assert statuses == ["Rejected", "Accepted", "Rejected", "Accepted"]


async def test_help_lists_commands_and_actions() -> None:
    async with typist("1.6") as (person, _):
        person.type("help", "help stop", "exit")
        await person.visit()

    shown = "\n".join(person.shown)
    assert "  start [TAG]              start a transaction" in shown
    assert "  actions: Authorize, BootNotification, DataTransfer, " in shown
    assert "  stop [REASON]: stop the transaction" in person.shown


async def test_help_lists_fields() -> None:
    async with typist("1.6") as (person, _):
        person.type("help StopTransaction", "help MeterValues meterValue.0", "exit")
        await person.visit()

    shown = "\n".join(person.shown)
    assert re.search(r"^  meterStop= +required$", shown, re.MULTILINE)
    assert re.search(r"^  idTag=$", shown, re.MULTILINE)
    assert re.search(r"^  reason= +EmergencyStop EVDisconnected", shown, re.MULTILINE)
    assert re.search(
        r"^  meterValue\.0\.timestamp= +required +now$", shown, re.MULTILINE
    )


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
async def test_a_key_ends_it(key: str) -> None:
    async with typist("1.6") as (person, running):
        person.press(key)
        await person.visit()

    assert running.received == []
    assert person.shown[-1].endswith("disconnected (1000)")


async def test_it_ends_with_the_connection() -> None:
    async with typist("1.6") as (person, running):
        visit = asyncio.create_task(person.visit())
        person.type("Heartbeat")
        await running.has_received("Heartbeat")
        await running.close()
        await visit

    assert person.shown[-1].endswith("disconnected (1001)")


# --- Heartbeats -----------------------------------------------------------------------

BOOT = "BootNotification chargePointVendor=A chargePointModel=B"


async def test_a_boot_begins_heartbeats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(v1x, "INTERVAL", 1)
    async with typist("1.6") as (person, running):
        visit = asyncio.create_task(person.visit())
        person.type(BOOT)
        person.press("Authorize idTag=")
        await running.has_received("Heartbeat")
        person.type("A", "exit")
        await visit

    assert running.actions == ["BootNotification", "Heartbeat", "Authorize"]
    assert any("RESULT Heartbeat" in line for line in person.shown)


async def test_heartbeats_go_on_when_one_fails() -> None:
    with create_pipe_input() as keys, create_app_session(keys, DummyOutput()):
        async with office("1.6") as running:
            running.unsupported = ["Heartbeat"]
            async with connected(running.connecting()) as charger:
                charger.station.interval = 0.01
                prompt = asyncio.create_task(interact(charger, silent()))
                await running.has_received("Heartbeat", 3)
                keys.send_text("exit\r")
                await prompt


async def test_the_prompt_outlives_a_reset() -> None:
    async with typist("1.6") as (person, running):
        visit = asyncio.create_task(person.visit())
        person.type(BOOT)
        await running.has_received("BootNotification")
        await running.call("Reset", type="Hard")
        await running.has_received("StatusNotification")
        person.type("Authorize idTag=A", "exit")
        await visit

    assert running.actions == [
        *("BootNotification", "BootNotification", "StatusNotification", "Authorize"),
    ]
    assert len(running.offices) == 2


# --- Completion -----------------------------------------------------------------------

REMOTE = ["RemoteStartTransaction", "RemoteStopTransaction"]


def completed(version: str) -> Callable[[str], list[str]]:
    completer = Fields(ocpp_messages.load(version))

    def complete(text: str) -> list[str]:
        found = completer.get_completions(Document(text), CompleteEvent())
        return [completion.text for completion in found]

    return complete


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("stat", ["StatusNotification"]),
        ("e", ["exit"]),
        ("Reset ", []),
        ("sto", ["StopTransaction", "stop"]),
        ("help sto", ["StopTransaction", "stop"]),
        ("stop e", ["EVDisconnected"]),
        ("accept remote", ["RemoteStart", "RemoteStop", *REMOTE]),
        ("answer Reset ", []),
        ("boot ", []),
        ("StopTransaction t", ["timestamp=", "transactionId=", "transactionData."]),
        ("StopTransaction idTag=A re", ["reason="]),
        (
            "StopTransaction reason=E",
            ["reason=EmergencyStop", "reason=EVDisconnected"],
        ),
        ("StopTransaction timestamp=", ["timestamp=now"]),
        ("StatusNotification timestamp=", ["timestamp=now"]),
        ("StopTransaction idTag=", []),
        ("StopTransaction nonsense.", []),
        ("StopTransaction nonsense=", []),
        (
            "StopTransaction transactionData.0.",
            ["transactionData.0.timestamp=", "transactionData.0.sampledValue."],
        ),
        (
            "MeterValues meterValue.0.sampledValue.1.loc",
            ["meterValue.0.sampledValue.1.location="],
        ),
    ],
)
def test_completion(text: str, words: list[str]) -> None:
    assert sorted(completed("1.6")(text)) == sorted(words)


def test_completion_marks_what_is_required() -> None:
    completer = Fields(ocpp_messages.load("1.6"))
    found = completer.get_completions(Document("StopTransaction "), CompleteEvent())
    required = {each.text for each in found if each.display_meta_text == "required"}

    assert required == {"meterStop=", "timestamp=", "transactionId="}


def test_completion_of_what_is_true_or_false() -> None:
    assert completed("2.0.1")("TransactionEvent offline=") == [
        "offline=false",
        "offline=true",
    ]


# --- Values ---------------------------------------------------------------------------


def test_values_are_what_their_fields_hold() -> None:
    assert payload(
        v201.TransactionEventRequest,
        {
            "seqNo": "1",
            "offline": "true",
            "idToken.idToken": "123",
            "idToken.type": "Central",
            "numberOfPhasesUsed": "many",
            "evse": '{"id": 1}',
            "meterValue.0.sampledValue.0.value": "1.5",
            "meterValue.0.sampledValue.1.value": "2",
        },
    ) == {
        "seqNo": 1,
        "offline": True,
        "idToken": {"idToken": "123", "type": "Central"},
        "numberOfPhasesUsed": "many",
        "evse": {"id": 1},
        "meterValue": [{"sampledValue": [{"value": 1.5}, {"value": 2}]}],
    }


def test_what_comes_later_replaces_what_is_in_its_way() -> None:
    pairs = {"idToken": "null", "idToken.idToken": "A"}
    assert payload(v201.AuthorizeRequest, pairs) == {"idToken": {"idToken": "A"}}


def test_now_is_the_time() -> None:
    time = payload(v16.StopTransactionRequest, {"timestamp": "now", "idTag": "now"})
    assert time["idTag"] == "now"
    assert time["timestamp"].endswith("+00:00")


# --- The command ----------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--charge", "--count=2"])
def test_wrong_use(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app.run(["charge-point", "CP{}", "ws://localhost", "--interactive", option])

    assert ended.value.code == 2
    assert "--interactive" in capsys.readouterr().err


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    remove("prompt_toolkit", monkeypatch)
    done = run("charge-point", "CP1", "ws://127.0.0.1:9", "--interactive")

    assert done.code == 1
    assert done.err == "error: this needs an extra: pip install 'ocpp-rpc[cli]'\n"
