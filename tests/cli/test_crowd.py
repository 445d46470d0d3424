"""Many chargers at once: how they go on, and what is told of it."""

from __future__ import annotations

import asyncio
import io
import re
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from ocpp_rpc.cli import app, crowd
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
        async with asyncio.timeout(20):
            await crowd.run(
                screen, "CP{}", plan, count=count, spread=spread, back_off=QUICK
            )


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
    assert re.search(r"all +\d+ +0( +\d+\.\d ms){3}", "\n".join(chargers.told))
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
        with pytest.raises(Failure, match=r"^2 of 2 chargers gave up$"):
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


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["CP", "--count", "2"], "'CP' does not make 2 identities, as CP{:04} does"),
        (["CP{}{}", "--count", "2"], "does not make 2 identities"),
        (["CP{", "--count", "1"], "does not make 1 identities"),
        (["CP{x}", "--count", "1"], "does not make 1 identities"),
        (["CP{.x}", "--count", "1"], "does not make 1 identities"),
        (["CP{}", "--count", "0"], "--count"),
        (["CP{}", "--count", "1", "--spread", "soon"], "'soon' is no time, such as"),
        (["CP1", "--spread", "5s"], "--spread goes with --count"),
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
