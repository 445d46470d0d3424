"""The demo holds a conversation in every version, and says so when one fails."""

from __future__ import annotations

import asyncio
import re
import resource
from collections.abc import Callable

import pytest

from ocpp_messages import VERSIONS
from ocpp_rpc.cli import app
from ocpp_rpc.cli import demo as demo_command
from ocpp_rpc.simulator import v1x, v2x
from ocpp_rpc.simulator.outcomes import Step
from tests.cli.programs import Done, spawn, start

# Whole programs are started.
pytestmark = pytest.mark.timeout(60)

IDENTITIES = {version: f"CP{version.replace('.', '')}" for version in VERSIONS}

CALLS_1X = {
    "→": [
        "BootNotification",
        "Heartbeat",
        "StatusNotification",
        "Authorize",
        "StartTransaction",
        "StatusNotification",
        "MeterValues",
        "MeterValues",
        "MeterValues",
        "StopTransaction",
        "StatusNotification",
    ],
    "←": ["GetConfiguration", "RemoteStopTransaction"],
}
CALLS_2X = {
    "→": [
        "BootNotification",
        "NotifyReport",
        "NotifyReport",
        "Heartbeat",
        "StatusNotification",
        "Authorize",
        "TransactionEvent",
        "StatusNotification",
        "TransactionEvent",
        "TransactionEvent",
        "TransactionEvent",
        "TransactionEvent",
        "StatusNotification",
    ],
    "←": ["GetBaseReport", "RequestStopTransaction"],
}
CALLS = {"1": CALLS_1X, "2": CALLS_2X}

FRAME = re.compile(
    r"(?P<version>\S+) +(?P<identity>\S+) +(?P<sign>[→←]) (?P<office>Central|CSMS) +"
    r"(?P<kind>[A-Z]+) +(?P<action>\w+) +(?P<content>.+)"
)


@pytest.fixture(scope="module")
def demo() -> Done:
    begin = _processor_time()
    done = spawn("demo")
    # It pauses for some 3 s and may take 15 s in all; a busy machine is no fault of it.
    assert _processor_time() - begin < 10
    return done


def _processor_time() -> float:
    """The seconds that programs started from here have computed."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def frames(done: Done, version: str) -> list[dict[str, str]]:
    """What is shown of a version, frame by frame."""
    matches = map(FRAME.fullmatch, done.out.splitlines())
    shown = [match.groupdict() for match in matches if match is not None]
    return [frame for frame in shown if frame["version"] == version]


def test_every_conversation_completes(demo: Done) -> None:
    assert (demo.code, demo.err) == (0, "")
    assert demo.out.endswith("all 5 conversations completed\n")


def test_it_ends_when_nobody_reads_on() -> None:
    process = start("demo")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()

    assert process.wait() == 130
    assert process.stderr.read() == ""
    process.stderr.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_every_frame_is_shown(demo: Done, version: str) -> None:
    shown = frames(demo, version)
    calls = {
        sign: [f["action"] for f in shown if (f["kind"], f["sign"]) == ("CALL", sign)]
        for sign in "→←"
    }
    results = {
        sign: [f["action"] for f in shown if (f["kind"], f["sign"]) == ("RESULT", sign)]
        for sign in "→←"
    }

    assert {frame["identity"] for frame in shown} == {IDENTITIES[version]}
    assert calls == CALLS[version[0]]
    assert results == {"→": calls["←"], "←": calls["→"]}


@pytest.mark.parametrize("version", VERSIONS)
def test_frames_show_what_they_hold(demo: Done, version: str) -> None:
    boot, accepted, *_ = frames(demo, version)

    assert "Acme" in boot["content"]
    assert "status: Accepted" in accepted["content"]


@pytest.mark.parametrize("version", VERSIONS)
def test_progress_is_shown(demo: Done, version: str) -> None:
    charging = re.compile(rf"^{re.escape(version)} .* charging .*  (.*)$", re.MULTILINE)

    assert charging.findall(demo.out) == [
        "2.0 of 10.0 kWh",
        "4.0 of 10.0 kWh",
        "6.0 of 10.0 kWh",
    ]


@pytest.mark.parametrize("step", Step)
def test_every_step_is_ticked(demo: Done, step: Step) -> None:
    (row,) = re.findall(rf"^ +{step} +([✓✗ ]+)$", demo.out, re.MULTILINE)

    assert row.split() == ["✓"] * len(VERSIONS)


def test_summary_tells_who_and_how_long(demo: Done) -> None:
    summary = demo.out.rpartition("disconnected")[2]

    for title, cells in {
        "charger": list(IDENTITIES.values()),
        "calls": ["13", "13", "15", "15", "15"],
    }.items():
        assert re.search(rf"^ +{title} +{' +'.join(cells)} *$", summary, re.MULTILINE)
    assert len(re.findall(r"\d\.\d\d s", summary)) == len(VERSIONS)


# --- Conversations that fail ----------------------------------------------------------


def refuse_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    """The central system of 1.6 blocks every tag."""
    authorized = v1x.CentralSystem.authorized

    def blocked(self: v1x.CentralSystem, tag: str) -> str:
        status = authorized(self, tag)
        return "Blocked" if self.connection.version == "1.6" else status

    monkeypatch.setattr(v1x.CentralSystem, "authorized", blocked)


def crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """A handler of the central system of 1.5 fails."""
    started = v1x.CentralSystem.started

    def broken(
        self: v1x.CentralSystem, transaction: int, tag: str, energy: float
    ) -> str:
        if self.connection.version == "1.5":
            raise RuntimeError("out of order")
        return started(self, transaction, tag, energy)

    monkeypatch.setattr(v1x.CentralSystem, "started", broken)


def refuse_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The charging station of 2.0.1 does not stop when it is asked to."""
    accept_stop = v2x.ChargingStation.accept_stop

    def rejected(self: v2x.ChargingStation, transaction: str) -> str:
        if self.connection.version == "2.0.1":
            return "Rejected"
        return accept_stop(self, transaction)

    monkeypatch.setattr(v2x.ChargingStation, "accept_stop", rejected)


@pytest.mark.parametrize(
    ("sabotage", "error"),
    [
        (refuse_tags, "OCPP 1.6: the back office does not accept TAG1: Blocked"),
        (crash, "OCPP 1.5: StartTransaction: InternalError"),
        (
            refuse_to_stop,
            "OCPP 2.0.1: the station does not stop its transaction: Rejected",
        ),
    ],
)
def test_one_broken_conversation_fails_the_demo(
    sabotage: Callable[[pytest.MonkeyPatch], None],
    error: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    sabotage(monkeypatch)

    assert app.run(["demo"]) == 1
    captured = capsys.readouterr()
    assert captured.err == f"error: {error}\n"
    assert "completed" not in captured.out


def test_what_the_central_system_does_not_see_is_not_completed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def see_nothing(_: object) -> None: ...

    monkeypatch.setattr(v2x, "energy_of", see_nothing)

    assert app.run(["demo"]) == 1
    captured = capsys.readouterr()
    assert captured.err.splitlines() == [
        f"error: OCPP {version}: not completed: meter values, remote stop, stop"
        for version in ("2.0", "2.0.1", "2.1")
    ]
    assert re.search(r"^ +stop +✓ +✓ +✗ +✗ +✗ *$", captured.out, re.MULTILINE)


def test_a_conversation_that_hangs_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    limits: list[asyncio.Timeout] = []

    def limit(seconds: float) -> asyncio.Timeout:
        """Give a conversation the time it takes, until it hangs."""
        assert seconds == demo_command.PATIENCE
        limits.append(asyncio.timeout(None))
        return limits[-1]

    async def hang(self: v1x.CentralSystem, request: object) -> None:
        limits[-1].reschedule(asyncio.get_running_loop().time())
        await asyncio.Event().wait()

    monkeypatch.setattr(v1x.CentralSystem, "_meter_values", hang)
    monkeypatch.setattr(demo_command, "timeout", limit)

    assert app.run(["demo"]) == 1
    assert len(limits) == len(VERSIONS)
    assert capsys.readouterr().err.splitlines() == [
        f"error: OCPP {version}: not completed within 30 seconds"
        for version in ("1.5", "1.6")
    ]
