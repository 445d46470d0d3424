"""Scripts on the command line: run, and printed to be copied."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

import ocpp_rpc
from ocpp_rpc.cli import app, charge_point, crowd
from ocpp_rpc.cli.crowd_options import Load
from ocpp_rpc.cli.terminal import Terminal
from ocpp_rpc.simulator import READY_MADE, find_script
from tests.cli.office import office, silent
from tests.cli.programs import CentralSystem, run


def write(folder: Path, text: str) -> str:
    path = folder / "mine.py"
    path.write_text(dedent(text), "utf-8")
    return str(path)


async def test_it_stays_after_a_script(tmp_path: Path) -> None:
    path = write(tmp_path, "async def session(charger): await charger.boot()")
    async with office("1.6") as running:
        visit = asyncio.create_task(running.visit(script=path, stay=True))
        await running.has_received("BootNotification")
        done, _ = await asyncio.wait([visit], timeout=0.2)
        assert not done
        visit.cancel()
        with pytest.raises(asyncio.CancelledError):
            await visit


def test_as_a_program(central: CentralSystem, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """\
        from ocpp_rpc.simulator import Charger

        async def session(charger: Charger) -> None:
            await charger.boot()
            await charger.authorize("TAG2", expected="Blocked")
        """,
    )
    command = ("charge-point", "CP1", central.url, "--versions", "1.6")
    done = run(*command, "--script", path)

    assert done.code == 1
    assert done.err == (
        f'error: {path}, line 5: await charger.authorize("TAG2", expected="Blocked"): '
        "TAG2: Blocked was expected, and it is Accepted\n"
    )
    assert "CALL   Authorize          idTag: TAG2" in done.out


def test_charging_is_for_chargers_without_a_script(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        app.run(
            ["charge-point", "CP1", "ws://localhost", "--charge", "--script", "reset"]
        )

    assert ended.value.code == 2
    assert "--charge" in capsys.readouterr().err


async def test_there_is_no_second_try_to_connect() -> None:
    plan = charge_point.Plan(url="ws://127.0.0.1:1", versions=["1.6"], id_tag="TAG1")
    with pytest.raises(ocpp_rpc.HandshakeFailed, match="there is no server"):
        await charge_point.run(silent(), "CP1", plan)


@pytest.mark.parametrize("count", [None, 2])
async def test_a_script_knows_the_tag_and_asks_at_the_terminal(
    count: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ask(_: Terminal, text: str) -> str:
        return f"{text} yes"

    text = """\
        async def session(charger):
            assert await charger.prompt("Plugged in?") == "Plugged in? yes"
            await charger.authorize(charger.id_tag)
        """
    monkeypatch.setattr(Terminal, "ask", ask)
    async with office("1.6") as running:
        plan = replace(running.plan(script=write(tmp_path, text)), id_tag="MINE")
        if count is None:
            await charge_point.run(silent(), "CP1", plan)
        else:
            await crowd.run(silent(), "CP{}", plan, Load(count=count))
        tags = [each.id_tag for each in running.received]

    assert tags == ["MINE"] * (count or 1)


async def test_a_script_answers_as_the_command_says(tmp_path: Path) -> None:
    text = """\
        async def session(charger):
            reset = charger.expect("Reset")
            await charger.heartbeat()
            await reset
            assert not charger.station.reset_wanted
        """
    async with office("1.6") as running:
        plan = running.plan(script=write(tmp_path, text), answers={"Reset": "Rejected"})
        visit = asyncio.create_task(charge_point.run(silent(), "CP1", plan))
        await running.has_received("Heartbeat")
        assert (await running.call("Reset", type="Soft")).status == "Rejected"
        await visit


@pytest.mark.parametrize("name", READY_MADE)
def test_they_can_be_copied(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app.run(["script", name])

    assert ended.value.code == 0
    assert capsys.readouterr().out == find_script(name).read_text("utf-8")


def test_there_is_no_other_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["script", "fly"]) == 1
    assert capsys.readouterr().err == (
        "error: there is no script 'fly'; ready-made: certificates, plug-and-charge, "
        "rejected-tag, remote-start, reset, unplugged\n"
    )
