"""Many chargers at once: how they go on, and what is told of it."""

from __future__ import annotations

import asyncio
import io
import re
from pathlib import Path
from typing import Any, cast

import pytest
from rich.console import Console

import ocpp_rpc
from ocpp_rpc import Connection
from ocpp_rpc.cli import app
from ocpp_rpc.cli.screen import Screen
from ocpp_rpc.protocol.events import Closed, Opened
from ocpp_rpc.simulator import crowd, families
from ocpp_rpc.simulator.back_office import BackOffice
from ocpp_rpc.simulator.steps import Failure
from ocpp_rpc.simulator.tally import Tally, quantile
from tests.cli.office import Office, office
from tests.cli.programs import central_system, run
from tests.without import run_without

QUICK = ocpp_rpc.BackOff(retry_back_off_wait_minimum=0, retry_back_off_random_range=0)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "PACE", 0.0)


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


async def test_they_begin_one_after_the_other() -> None:
    async with office("1.6") as running:
        chargers = Crowd(running)
        visit = asyncio.create_task(chargers.visit(2, spread=1200.0, stay=True))
        await running.has_received("Authorize")
        visit.cancel()
        with pytest.raises(asyncio.CancelledError):
            await visit

    assert [each.connection.identity for each in running.offices] == ["CP1"]
    assert "connections: 1" in chargers.told


async def test_who_loses_the_connection_begins_anew() -> None:
    async with office("1.6") as running:
        chargers = Crowd(running)
        visit = asyncio.create_task(chargers.visit(1, charge=True, stay=True))
        for times in (1, 2):
            await running.has_received("StopTransaction", times)
            await running.close()
        await running.has_received("BootNotification", 3)
        visit.cancel()
        with pytest.raises(asyncio.CancelledError):
            await visit
        stops = [r for r in running.received if hasattr(r, "meter_stop")]

    assert {stop.meter_stop for stop in stops} == {10000}
    assert "closed with 1001: 2" in chargers.told


async def test_who_is_refused_tries_again() -> None:
    async with office("1.6") as running:
        running.refusals = 2
        chargers = Crowd(running)
        await chargers.visit(3)

    assert "connections: 3" in chargers.told
    assert any(
        re.fullmatch(r"could not connect .*503.*: 2", line) for line in chargers.told
    )


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


async def test_a_lost_call_has_the_name_of_its_exception(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(
        "import asyncio\n"
        "async def session(charger):\n"
        "    lost = asyncio.create_task(charger.heartbeat())\n"
        "    await asyncio.sleep(0)\n"
        "    charger.connection.abort()\n"
        "    await charger.disconnect()\n"
        "    await lost\n",
        "utf-8",
    )
    async with office("1.6") as running:
        chargers = Crowd(running)
        with pytest.raises(Failure, match=r"^1 of 1 chargers gave up$"):
            await chargers.visit(1, script=str(path))

    assert "error ConnectionClosed: 1" in chargers.told


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


def test_what_ends_in_order_is_not_lost() -> None:
    tally, nobody = Tally(), cast(Connection, None)
    for code in (1000, 1006, 1001):
        tally.observe(Opened("1.6"), nobody)
        tally.observe(Closed(code, ""), nobody)
    tally.observe(Opened("1.6"), nobody)

    assert tally.progress(9) == (
        "1 of 9 connected, 0 calls, 0 errors, 2 connections lost"
    )


def test_a_missing_extra_is_named() -> None:
    command = ("charge-point", "CP{}", "ws://127.0.0.1:9", "--count", "2")
    done = run_without("picows", "ocpp_rpc", *command, "--transport", "picows")

    assert done.returncode == 1
    assert done.stderr == "error: this needs an extra: pip install 'ocpp-rpc[picows]'\n"


def test_quantile() -> None:
    assert quantile([1.0], 0.95) == 1.0
    assert quantile(list(range(1, 101)), 0.95) == 95
    assert quantile(list(range(1, 11)), 0.95) == 10


def test_as_a_program(tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    with central_system("--versions", "1.6") as running:
        command = ("charge-point", "CP{:02}", running.url, "--count", "3")
        done = run(*command, "--spread", "30ms", "--save", str(path))

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
