"""The central system serves whoever connects, and tells what it sees."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import urllib.error
import urllib.request
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from ocpp_messages import VERSIONS
from ocpp_rpc import connect
from ocpp_rpc.cli import app
from ocpp_rpc.protocol import Closed
from tests.cli.programs import Done, central_system, run, start
from tests.forking import Program

# Whole programs are started.
pytestmark = pytest.mark.timeout(60)

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


# --- As a program ---------------------------------------------------------------------

SETTINGS_2X = [
    "AuthCtrlr.Enabled",
    "OCPPCommCtrlr.HeartbeatInterval",
    "OCPPCommCtrlr.WebSocketPingInterval",
    "SampledDataCtrlr.TxUpdatedInterval",
]
SETTINGS = {
    "1.5": [
        *("ConnectionTimeOut", "HeartBeatInterval", "LightIntensity"),
        *("MeterValueSampleInterval", "ResetRetries"),
    ],
    "1.6": [
        *("ConnectionTimeOut", "HeartbeatInterval", "MeterValueSampleInterval"),
        *("NumberOfConnectors", "ResetRetries", "SupportedFeatureProfiles"),
        "WebSocketPingInterval",
    ],
    **dict.fromkeys(("2.0", "2.0.1", "2.1"), SETTINGS_2X),
}
TRANSACTION = {
    "1": ["StartTransaction", "MeterValues", "StopTransaction"],
    "2": ["TransactionEvent"],
}


@dataclass
class Visits:
    """What a central system and the charge points that come to it show."""

    central_system: Done
    charge_points: dict[str, Done]

    def lines(self, version: str) -> list[str]:
        """What the central system shows of a version."""
        shown = self.central_system.out.splitlines()
        return [line for line in shown if line.startswith(f"{version} ")]


@pytest.fixture(scope="module")
def visits() -> Visits:
    with central_system() as running:
        charge_points = {
            version: run(
                *("charge-point", f"CP {version}", running.url),
                *("--versions", version, "--charge"),
            )
            for version in VERSIONS
        }
    assert running.done is not None
    return Visits(running.done, charge_points)


def test_ctrl_c_ends_it_without_a_complaint(visits: Visits) -> None:
    assert (visits.central_system.code, visits.central_system.err) == (0, "")


@pytest.mark.parametrize("version", VERSIONS)
def test_charge_points_of_every_version_are_content(
    visits: Visits, version: str
) -> None:
    done = visits.charge_points[version]

    assert (done.code, done.err) == (0, "")
    assert "authorization of TAG1: Accepted" in done.out
    assert "10.0 of 10.0 kWh" in done.out


@pytest.mark.parametrize("version", VERSIONS)
def test_both_show_the_same_frames(visits: Visits, version: str) -> None:
    def frames(lines: list[str]) -> set[str]:
        return {" ".join(line.split()) for line in lines if "· " not in line}

    shown = frames(visits.charge_points[version].out.splitlines())
    assert len(shown) > 20
    assert shown == frames(visits.lines(version))


@pytest.mark.parametrize("version", VERSIONS)
def test_it_answers_everything(visits: Visits, version: str) -> None:
    shown = "\n".join(visits.lines(version))

    for action in (
        *("BootNotification", "Heartbeat", "StatusNotification", "Authorize"),
        *TRANSACTION[version[0]],
    ):
        assert f"RESULT {action} " in shown
    assert "ERROR" not in shown


@pytest.mark.parametrize("version", VERSIONS)
def test_it_reads_the_configuration(visits: Visits, version: str) -> None:
    lines = visits.lines(version)
    start = next(i for i, line in enumerate(lines) if line.endswith("· configuration:"))

    end = start + 1 + len(SETTINGS[version])
    names = [line.split()[-2] for line in lines[start + 1 : end]]
    assert names == SETTINGS[version]
    assert "·   " not in lines[end]


# --- How it ends ----------------------------------------------------------------------


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_chargers_are_let_go_over_a_time(told: signal.Signals) -> None:
    process = start("central-system", "--port", "0", "--close-over", "300ms")
    try:
        url = re.match(r"ws://\S+", process.stdout.readline() if process.stdout else "")
        assert url is not None
        ended = asyncio.run(let_go(f"{url[0]}/ocpp", process, told))
        out, err = process.communicate()
    finally:
        process.kill()
        process.communicate()
    assert {(end.code, end.reason) for end in ended} == {(1012, "the server restarts")}
    assert (process.returncode, err) == (0, "")
    assert "3 chargers are let go; Ctrl-C ends that" in out


def test_a_second_ctrl_c_ends_that() -> None:
    process = start("central-system", "--port", "0", "--close-over", "1h")
    try:
        assert process.stdout is not None
        url = re.match(r"ws://\S+", process.stdout.readline())
        assert url is not None
        ended = asyncio.run(
            let_go(f"{url[0]}/ocpp", process, signal.SIGINT, twice=True)
        )
        assert process.wait() == 0
    finally:
        process.kill()
        process.communicate()
    assert {end.code for end in ended} == {1012}


async def let_go(
    url: str, process: Program, told: signal.Signals, *, twice: bool = False
) -> list[Closed]:
    """Connect three chargers, tell the central system to end, and return their ends."""
    async with AsyncExitStack() as stack:
        stations = [
            await stack.enter_async_context(connect(url, name, versions=["1.6"]))
            for name in ("CP1", "CP2", "CP3")
        ]
        process.send_signal(told)
        if twice:
            assert process.stdout is not None
            while "let go" not in await asyncio.to_thread(process.stdout.readline):
                pass
            process.send_signal(told)
        for station in stations:
            await station.wait_closed()
        return [station.end for station in stations if station.end is not None]


def test_no_time_to_close_over(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app.run(["central-system", "--close-over", "soon"])
    assert ended.value.code == 2
    assert "'soon' is not a time" in capsys.readouterr().err


# --- Who is turned away ---------------------------------------------------------------


def test_who_is_turned_away_is_shown_and_does_no_harm() -> None:
    with central_system("--versions", "1.6") as running:
        newer = run("charge-point", "CP1", running.url, "--versions", "2.1")
        for path in ("CP%1b", "CP1"):  # they speak no WebSocket
            with pytest.raises(urllib.error.HTTPError, match="426") as caught:
                urllib.request.urlopen(f"http://127.0.0.1:{running.port}/{path}")
            caught.value.close()
        done = run("charge-point", "CP1", running.url)

    assert (newer.code, done.code) == (1, 0)
    assert running.done is not None
    assert "Traceback" not in running.done.err
    shown = running.done.out.splitlines()
    assert [re.sub(r":\d+ ", " ", line) for line in shown[:3]] == [
        "refused 127.0.0.1 for '/ocpp/CP1': HTTP 101, closed with 1002, "
        "no common OCPP version (it offers ocpp2.1)",
        "refused 127.0.0.1 for '/CP%1b': HTTP 426, this is for OCPP over WebSocket",
        "refused 127.0.0.1 for '/CP1': HTTP 426, this is for OCPP over WebSocket",
    ]
    assert not any("refused" in line for line in shown[3:])


def test_chargers_have_to_give_the_password() -> None:
    with central_system("--versions", "1.6", "--password", "s3cret") as running:
        base, visit = running.url, ("charge-point", "CP1")
        named = base.replace("ws://", "ws://CP2:s3cret@")
        strangers = [
            run(*visit, base),
            run(*visit, base, "--password", "s3cre"),
            run(*visit, named),
        ]
        known = run(*visit, base, "--password", "s3cret")

    assert [each.code for each in strangers] == [1, 1, 1]
    assert all("HTTP 401" in each.err for each in strangers)
    assert (known.code, known.err) == (0, "")
    assert running.done is not None
    refusals = [line for line in running.done.out.splitlines() if "refused" in line]
    assert [line.partition("HTTP ")[2] for line in refusals] == [
        "401, this address requires a user name and a password",
        "401, the password is wrong",
        "401, the user name is not the identity in the path",
    ]
    assert "s3cre" not in running.done.out + running.done.err


# --- Bad input ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--versions", "1.7"), "unknown OCPP version '1.7': there are 1.5, 1.6, 2.0,"),
        (("--versions", "1.6,"), "unknown OCPP version '': there are 1.5, 1.6, 2.0,"),
        (("--port", "65536"), "'--port'"),
        (("--port", "x"), "'--port'"),
        (("--host", "a..b"), "'a..b' is not a host"),
        (("extra",), "extra"),
        (("--node", "a"), "--node needs --fleet"),
        (("--drain", "200"), "--drain needs --fleet"),
        (("--fleet-name", "ocpp"), "--fleet-name needs --fleet"),
        (("--nats-user", "a"), "--nats-user needs --fleet"),
        (("--nats-password", "s3cret"), "--nats-password needs --fleet"),
        (("--nats-ca", __file__), "--nats-ca needs --fleet"),
        (("--nats-inbox", "_INBOX"), "--nats-inbox needs --fleet"),
        # The token in the environment is for `ocpp-rpc call` beside it.
        (("--host", "203.0.113.1"), "203.0.113.1 may be reached from other computers"),
    ],
)
def test_wrong_use(
    arguments: tuple[str, ...],
    complaint: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NATS_TOKEN", "s3cret")
    with pytest.raises(SystemExit) as ended:
        app.run(["central-system", *arguments])

    captured = capsys.readouterr()
    assert ended.value.code == 2
    assert complaint in captured.err
    assert captured.out == ""


def test_port_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert app.run(["central-system", "--port", str(port)]) == 1

    assert capsys.readouterr().err == (
        f"error: cannot listen on 127.0.0.1:{port}: Address already in use\n"
    )


def test_host_of_another_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["central-system", "--host", "203.0.113.1", "--profile", "0"]) == 1

    error = capsys.readouterr().err
    assert error.startswith("error: cannot listen on 203.0.113.1:9000: ")
    assert error.count("\n") == 1


def test_host_without_an_address(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    command = ["central-system", "--host", "nowhere.example", "--profile", "0"]
    assert app.run(command) == 1
    assert capsys.readouterr().err == (
        "error: cannot listen on nowhere.example:9000: Name or service not known\n"
    )
