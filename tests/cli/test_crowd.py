"""Many chargers at once: how they go on, and what is told of it."""

from __future__ import annotations

import asyncio
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from ocpp_rpc.cli import app, crowd
from ocpp_rpc.cli.crowd_options import Load
from ocpp_rpc.cli.screen import Screen
from ocpp_rpc.simulator import BackOffice, Failure
from tests.cli.missing import remove
from tests.cli.office import Office, office
from tests.cli.programs import CentralSystem, run
from tests.simulator.office import QUICK


class Crowd:
    """Chargers of a back office, and what is told of them."""

    def __init__(self, running: Office) -> None:
        self._running = running
        self._file = io.StringIO()

    @property
    def told(self) -> list[str]:
        return self._file.getvalue().splitlines()

    def row(self, name: str) -> list[str]:
        """Return a row of the table."""
        (row,) = [line.split() for line in self.told if line.split()[:1] == [name]]
        return row

    async def visit(self, count: int, *, spread: float = 0.0, **wanted: Any) -> None:
        screen = Screen(Console(file=self._file, width=100))
        plan = self._running.plan(**wanted)
        load = Load(count=count, spread=spread)
        async with asyncio.timeout(20):
            await crowd.run(screen, "CP{}", plan, load, back_off=QUICK)


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_each_does_what_is_planned(version: str) -> None:
    async with office(version) as running:
        chargers = Crowd(running)
        await chargers.visit(5, spread=0.05, charge=True)
        assert running.actions.count("BootNotification") == 5
        assert {each.connection.identity for each in running.offices} == {
            "CP1",
            "CP2",
            "CP3",
            "CP4",
            "CP5",
        }

    assert chargers.row("Authorize")[1:3] == ["5", "0"]
    told = "\n".join(chargers.told)
    assert re.search(r"\(connecting\)( +\d+\.\d ms){4}", told)
    assert re.search(r"all +\d+ +0( +\d+\.\d ms){4}", told)
    assert "sessions: 5" in chargers.told
    assert "connections: 5" in chargers.told
    assert "closed with 1000: 5" in chargers.told
    assert re.fullmatch(r"\d+\.\d s", chargers.told[-1])


def refuse(_: BackOffice, __: str) -> str:
    return "Blocked"


async def test_who_fails_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BackOffice, "authorized", refuse)
    path = tmp_path / "mine.py"
    path.write_text(
        "from ocpp_messages import v16\n"
        "from ocpp_rpc import OcppError\n"
        "async def session(charger):\n"
        "    try:\n"
        "        await charger.call(v16.DataTransferRequest(vendor_id='V'))\n"
        "    except OcppError:\n"
        "        await charger.authorize('T')\n",
        "utf-8",
    )
    async with office("1.6") as running:
        running.unsupported = ["DataTransfer"]
        chargers = Crowd(running)
        problem = r"^2 chargers; chargers gave up: 2, calls failed: 2$"
        with pytest.raises(Failure, match=problem):
            await chargers.visit(2, script=str(path))

    assert chargers.row("DataTransfer") == ["DataTransfer", "2", "2"]
    assert "error NotSupported: 2" in chargers.told
    problem = (
        "await charger.authorize('T'): T: Accepted was expected, and it is Blocked"
    )
    assert f"gave up {path}, line 7: {problem}: 2" in chargers.told


async def test_how_it_goes_is_told_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crowd, "PROGRESS", 0.01)
    async with office("1.6") as running:
        chargers = Crowd(running)
        visit = asyncio.create_task(chargers.visit(2, stay=True))
        await running.has_received("Authorize", 2)
        await asyncio.sleep(0.05)
        visit.cancel()
        with pytest.raises(asyncio.CancelledError):
            await visit

    line = r" +0 s: 2 of 2 connected, \d+ calls, 0 errors, 0 connections lost"
    assert any(re.fullmatch(line, told) for told in chargers.told)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    remove("picows", monkeypatch)
    command = ("charge-point", "CP{}", "ws://127.0.0.1:9", "--count", "2")
    done = run(*command, "--transport", "picows")

    assert done.code == 1
    assert done.err == "error: this needs an extra: pip install 'ocpp-rpc[picows]'\n"


def test_as_a_program(central: CentralSystem, tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    command = ("charge-point", "CP{:02}", central.url, "--count", "3")
    done = run(*command, "--versions", "1.6", "--spread", "30ms", "--save", str(path))

    assert (done.code, done.err) == (0, "")
    assert "connections: 3" in done.out
    assert {"CP01", "CP02", "CP03"} == set(re.findall(r"CP\d\d", path.read_text()))


def test_a_summary_for_programs(central: CentralSystem) -> None:
    command = ("charge-point", "CP{}", central.url, "--count", "2", "--repeat", "3")
    done = run(*command, "--versions", "1.6", "--summary", "json")
    summary = json.loads(done.out)

    assert (done.code, done.err, done.out.count("\n")) == (0, "", 1)
    assert (summary["chargers"], summary["sessions"]) == (2, 6)
    assert summary["seconds"] > 0
    assert summary["faults"] == {}
    assert summary["connections"]["closed"] == {"1000": 2}
    assert summary["calls"]["by_action"]["BootNotification"]["calls"] == 6


def test_a_fault_is_a_word_and_an_exit_code(
    central: CentralSystem, tmp_path: Path
) -> None:
    path = tmp_path / "mine.py"
    path.write_text("async def session(charger):\n    assert False, 'no'\n", "utf-8")
    command = ("charge-point", "CP{}", central.url, "--count", "2")
    done = run(*command, "--script", str(path), "--summary", "json")
    summary = json.loads(done.out)

    assert (done.code, done.err) == (1, "error: 2 chargers; chargers gave up: 2\n")
    assert summary["faults"] == {"chargers gave up": 2}
    (problem,) = summary["gave_up"]
    assert problem.endswith("line 2: assert False, 'no': no")


def test_it_ends_after_its_time(central: CentralSystem) -> None:
    command = ("charge-point", "CP{}", central.url, "--count", "2", "--stay")
    done = run(*command, "--duration", "200ms", "--summary", "json")
    summary = json.loads(done.out)

    assert (done.code, done.err) == (0, "")
    assert summary["sessions"] == 2
    assert summary["connections"]["closed"] == {"1000": 2}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["CP", "--count", "2"], "'CP' does not make 2 identities, as CP{:04} does"),
        (["CP{}{}", "--count", "2"], "does not make 2 identities"),
        (["CP{", "--count", "1"], "does not make 1 identities"),
        (["CP{x}", "--count", "1"], "does not make 1 identities"),
        (["CP{.x}", "--count", "1"], "does not make 1 identities"),
        (["CP{}", "--count", "0"], "--count"),
        (["CP{}", "--count", "1", "--spread", "soon"], "'soon' is not a time, such as"),
        (["CP1", "--spread", "5s"], "--spread needs --count"),
        (["CP1", "--duration", "5s"], "--duration needs --count"),
        (["CP1", "--repeat", "2"], "--repeat needs --count"),
        (["CP1", "--ramp-down", "2s"], "--ramp-down needs --count"),
        (["CP1", "--summary", "json"], "--summary needs --count"),
        (["CP{}", "--count", "1", "--repeat", "0"], "--repeat"),
        (
            ["CP{}", "--count", "1", "--duration", "long"],
            "'long' is not a time, such as",
        ),
        (
            ["CP{}", "--count", "1", "--ramp-down", "1s"],
            "--ramp-down needs --duration",
        ),
    ],
)
def test_wrong_use(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    identity, *options = arguments
    with pytest.raises(SystemExit) as ended:
        app.run(["charge-point", identity, "ws://127.0.0.1:1", *options])

    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err
