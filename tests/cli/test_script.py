"""Scripts: what they can do, and how they fail."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import ocpp_rpc
from ocpp_messages import v15, v16, v201
from ocpp_rpc import OcppError
from ocpp_rpc.cli import app, charge_point
from ocpp_rpc.cli.terminal import Terminal
from ocpp_rpc.simulator.back_office import INTERVAL
from ocpp_rpc.simulator.charger import Charger, connected
from ocpp_rpc.simulator.steps import Failure
from tests.cli.office import Office, office, silent
from tests.cli.programs import central_system, run

QUICK = ocpp_rpc.BackOff(retry_back_off_wait_minimum=0, retry_back_off_random_range=0)


async def hold(
    running: Office,
    session: Callable[[Charger], Awaitable[None]],
    versions: list[str] | None = None,
) -> None:
    """Let the charger CP1 hold a session."""
    connecting = ocpp_rpc.connect(
        running.url, "CP1", versions=versions or [running.version], back_off=QUICK
    )
    async with asyncio.timeout(20), connected(connecting) as charger:
        await session(charger)


# --- What a charger knows -------------------------------------------------------------


async def test_it_says_who_it_is() -> None:
    async def session(charger: Charger) -> None:
        assert (charger.identity, charger.version) == ("CP1", "1.6")
        assert charger.messages.SUBPROTOCOL == "ocpp1.6"
        assert charger.id_tag == "TAG1"

    async with office("1.6") as running:
        await hold(running, session)


async def test_it_calls_whatever_the_version_has() -> None:
    async def session(charger: Charger) -> None:
        await charger.heartbeat()
        response = await charger.call(v16.HeartbeatRequest())
        assert response.current_time.tzinfo is not None

    async with office("1.6") as running:
        await hold(running, session)
        assert running.actions == ["Heartbeat"] * 2


async def test_the_meter_counts_from_the_start_of_each_transaction() -> None:
    async def session(charger: Charger) -> None:
        for _ in range(2):
            await charger.start("TAG1")
            await charger.meter(0.5)
            await charger.meter(1.2345)
            await charger.stop()

    async with office("1.6") as running:
        await hold(running, session)
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
        await hold(running, session)
        assert running.transactions == ()
        assert len(running.received) == 2


# --- What it expects ------------------------------------------------------------------


async def test_a_call_may_come_before_it_is_waited_for() -> None:
    async def session(charger: Charger) -> None:
        reset = charger.expect(v16.ResetRequest)
        answer = await running.call("Reset", type="Soft")
        assert answer == v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)
        request = await reset
        assert request.type is v16.ResetType.SOFT

    async with office("1.6") as running:
        await hold(running, session)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (None, "Accepted"),
        ("Rejected", "Rejected"),
        (v16.ResetResponse(status=v16.ResetStatus.REJECTED), "Rejected"),
    ],
)
async def test_how_an_expected_call_is_answered(answer: Any, status: str) -> None:
    async def session(charger: Charger) -> None:
        reset = charger.expect("Reset", answer=answer)
        response = await running.call("Reset", type="Hard")
        assert response.status == status
        await reset

    async with office("1.6") as running:
        await hold(running, session)


async def test_an_expected_call_may_be_answered_with_an_error() -> None:
    async def session(charger: Charger) -> None:
        reset = charger.expect("Reset", answer=OcppError("SecurityError", "not you"))
        with pytest.raises(OcppError, match=r"^Reset: SecurityError: not you$"):
            await running.call("Reset", type="Hard")
        assert (await reset).type is v16.ResetType.HARD

    async with office("1.6") as running:
        await hold(running, session)


async def test_a_response_without_a_status_needs_nothing() -> None:
    async def session(charger: Charger) -> None:
        diagnostics = charger.expect(v16.GetDiagnosticsRequest)
        await running.call("GetDiagnostics", location="ftp://localhost")
        assert (await diagnostics).location == "ftp://localhost"

    async with office("1.6") as running:
        await hold(running, session)


async def test_the_built_in_charger_answers_what_it_can() -> None:
    async def session(charger: Charger) -> None:
        configuration = charger.expect("GetConfiguration")
        response = await running.call("GetConfiguration", key=["ResetRetries"])
        assert response.configuration_key[0].value == "3"
        await configuration
        again = await running.call("GetConfiguration", key=["Nonsense"])
        assert again.unknown_key == ("Nonsense",)
        with pytest.raises(OcppError, match=r"^GetDiagnostics: NotSupported"):
            await running.call("GetDiagnostics", location="ftp://localhost")

    async with office("1.6") as running:
        await hold(running, session)


async def test_what_follows_the_answer_follows_an_expected_call_as_well() -> None:
    async def session(charger: Charger) -> None:
        report = charger.expect(v201.GetBaseReportRequest)
        await running.call(
            "GetBaseReport", requestId=3, reportBase="ConfigurationInventory"
        )
        assert (await report).request_id == 3
        await running.has_received("NotifyReport", 2)

    async with office("2.0.1") as running:
        await hold(running, session)


async def test_one_of_several_and_each_only_once() -> None:
    async def session(charger: Charger) -> None:
        either = charger.expect(v15.ResetRequest, v16.ResetRequest, "NoSuchAction")
        second = charger.expect("Reset", answer="Rejected")
        statuses = [
            (await running.call("Reset", type=kind)).status for kind in ("Soft", "Hard")
        ]
        assert [str(status) for status in statuses] == ["Accepted", "Rejected"]
        assert (await either).type is v16.ResetType.SOFT
        assert (await second).type is v16.ResetType.HARD

    async with office("1.6") as running:
        await hold(running, session)


async def test_what_does_not_come_in_time() -> None:
    async def session(charger: Charger) -> None:
        either = charger.expect("GetDiagnostics", "ClearCache", timeout=0.01)
        problem = (
            r"^GetDiagnostics or ClearCache was expected, "
            r"and did not come within 0.01 s$"
        )
        with pytest.raises(Failure, match=problem):
            await either
        with pytest.raises(OcppError, match="NotSupported"):
            await running.call("GetDiagnostics", location="ftp://localhost")

    async with office("1.6") as running:
        await hold(running, session)


async def test_what_cannot_come_any_more() -> None:
    async def session(charger: Charger) -> None:
        reset = charger.expect("Reset")
        await running.close()
        with pytest.raises(Failure, match="and the connection is lost"):
            await reset

    async with office("1.6") as running:
        await hold(running, session)


@pytest.mark.parametrize(
    ("action", "answer", "problem"),
    [
        ("Heartbeat", None, "a CentralSystem of OCPP 1.6 does not call Heartbeat"),
        ("Hearbeat", None, "a CentralSystem of OCPP 1.6 does not call Hearbeat"),
        (v201.ResetRequest, None, "a CentralSystem of OCPP 1.6 does not call Reset"),
        (
            "GetLocalListVersion",
            None,
            "an answer to GetLocalListVersion has to be given: "
            r"GetLocalListVersionResponse: \$.listVersion: Field required",
        ),
        ("Reset", "Maybe", r"an answer to Reset has to be given: .*\$.status"),
    ],
)
async def test_what_cannot_be_expected(action: Any, answer: Any, problem: str) -> None:
    async def session(charger: Charger) -> None:
        with pytest.raises(Failure, match=f"^{problem}"):
            charger.expect(action, answer=answer)

    async with office("1.6") as running:
        await hold(running, session)


async def test_another_transaction_is_not_the_own_one() -> None:
    async def session(charger: Charger) -> None:
        await charger.start("TAG1")
        stopped = charger.remote_stop()
        response = await running.call("RemoteStopTransaction", transactionId=99999)
        assert response.status == "Rejected"
        with pytest.raises(Failure, match="asks to stop another transaction"):
            await stopped

    async with office("1.6") as running:
        await hold(running, session)


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
        await hold(running, session)
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
        await hold(running, session)


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
        await hold(running, session, ["1.6", "1.5"])
        assert running.received[-1].meter_start == 1000


# --- Files ----------------------------------------------------------------------------


def write(folder: Path, text: str) -> str:
    path = folder / "mine.py"
    path.write_text(dedent(text), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("await charger.boot(expected='Pending')", "the charger: Pending was expected"),
        ("await charger.authorize('A' * 21)", "AuthorizeRequest: .*20 characters"),
        ("await charger.start('T', expected='Blocked')", "the transaction of T: Bl"),
        ("assert charger.version == '2.1'", "AssertionError$"),
        ("assert charger.version == '2.1', 'old'", "old$"),
        ("raise KeyError('key')", "KeyError: 'key'$"),
        (
            "assert charger is None, '\\x1b[31mred\\nline'",
            r"\\x1b\[31mred\\nline$",
        ),
        ("await charger.expect('Reset', timeout=0)", "Reset was expected, and did not"),
    ],
)
async def test_a_failure_names_its_line(
    line: str, problem: str, tmp_path: Path
) -> None:
    text = f"""\
        async def session(charger):
            await charger.heartbeat()
            {line}
            await charger.heartbeat()
        """
    path = write(tmp_path, text)
    async with office("1.6") as running:
        with pytest.raises(Failure, match=rf"mine\.py, line 3: .*: {problem}"):
            await running.visit(script=path)
        assert running.actions.count("Heartbeat") == 1


async def test_a_script_that_is_none(tmp_path: Path) -> None:
    for text, problem in {
        "async def session(charger):\n    (": r"mine\.py, line 2: SyntaxError",
        "\n1 / 0": r"mine\.py, line 2: 1 / 0: ZeroDivisionError: division by zero$",
        "x = 1": r"mine\.py: it needs an `async def session\(charger\)`$",
        "def session(charger): pass": r"mine\.py: it needs an `async def",
        "async def session(): pass": r"mine\.py: TypeError: ",
    }.items():
        path = write(tmp_path, text)
        async with office("1.6") as running:
            with pytest.raises(Failure, match=problem):
                await running.visit(script=path)


async def test_it_stays_after_a_script(tmp_path: Path) -> None:
    path = write(tmp_path, "async def session(charger): await charger.boot()")
    async with office("1.6") as running:
        visit = asyncio.create_task(running.visit(script=path, stay=True))
        await running.has_received("BootNotification")
        await running.close()
        with pytest.raises(ocpp_rpc.ConnectionClosed):
            await visit


def test_as_a_program(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """\
        from ocpp_rpc.simulator.charger import Charger

        async def session(charger: Charger) -> None:
            await charger.boot()
            await charger.authorize("TAG2", expected="Blocked")
        """,
    )
    with central_system("--versions", "1.6") as running:
        done = run("charge-point", "CP1", running.url, "--script", path)

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


# --- People ---------------------------------------------------------------------------


async def test_a_person_is_asked() -> None:
    source, target = os.pipe()
    os.write(target, b"first\nsecond\r\n")
    terminal = Terminal(silent(), source)
    try:
        asked = [terminal.ask(question) for question in ("one?", "two?")]
        answers = await asyncio.gather(*asked)
        os.close(target)
        with pytest.raises(Failure, match=r"^nobody answers 'three\?'$"):
            await terminal.ask("three?")
    finally:
        os.close(source)

    assert answers == ["first", "second"]


async def test_an_answer_that_nobody_waits_for_any_more_is_lost() -> None:
    source, target = os.pipe()
    terminal = Terminal(silent(), source)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await terminal.ask("one?")
    (reader,) = [each for each in threading.enumerate() if each.name == "terminal"]
    os.write(target, b"late\n")
    reader.join()
    os.write(target, b"first\n")

    assert await terminal.ask("two?") == "first"
    os.close(source)
    os.close(target)


async def test_a_script_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def ask(_: Terminal, text: str) -> str:
        asked.append(text)
        return "yes"

    async def session(charger: Charger) -> None:
        assert await charger.prompt("Plugged in?") == "yes"

    monkeypatch.setattr(Terminal, "ask", ask)
    async with office("1.6") as running:
        await hold(running, session)

    assert asked == ["Plugged in?"]


async def test_there_is_no_second_try_to_connect() -> None:
    plan = charge_point.Plan(url="ws://127.0.0.1:1", versions=["1.6"], id_tag="TAG1")
    with pytest.raises(ocpp_rpc.HandshakeFailed, match="there is no server"):
        await charge_point.run(silent(), "CP1", plan)
