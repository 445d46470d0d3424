"""The charge point goes through its steps, and says why it cannot."""

from __future__ import annotations

import asyncio
import io
import re
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from rich.console import Console

import ocpp_rpc
from ocpp_rpc import Server
from ocpp_rpc.cli import app, charge_point
from ocpp_rpc.cli.screen import Screen
from ocpp_rpc.simulator import Told
from tests.cli.office import office, silent
from tests.cli.programs import CentralSystem, interrupt, run, start
from tests.confidential import PASSWORD
from tests.simulator.central import Central
from tests.simulator.office import QUICK

# Whole programs are started.
pytestmark = pytest.mark.timeout(60)


# --- As a program ---------------------------------------------------------------------


def test_it_offers_what_it_is_told_to_in_that_order(central: CentralSystem) -> None:
    chosen = run("charge-point", "CP1", central.url, "--versions", "2.0,1.6,2.1")
    newest = run("charge-point", "CP1", central.url)

    assert chosen.out.startswith("1.6 ")
    assert newest.out.startswith("2.1 ")


def test_it_disconnects_when_it_is_done(central: CentralSystem) -> None:
    done = run("charge-point", "CP1", central.url, "--id-tag", "ABC")

    assert (done.code, done.err) == (0, "")
    assert "authorization of ABC: Accepted" in done.out
    assert "Transaction" not in done.out
    assert done.out.endswith("· disconnected (1000)\n")


def test_it_stays_until_ctrl_c(central: CentralSystem) -> None:
    process = start("charge-point", "CP1", central.url, "--stay")
    assert process.stdout is not None
    for line in process.stdout:
        if "authorization of TAG1" in line:
            break
    done = interrupt(process)

    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("· disconnected (1000)\n")


def test_no_common_version(central: CentralSystem) -> None:
    done = run("charge-point", "CP1", central.url, "--versions", "2.0.1,2.0")

    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"error: cannot connect to {central.url}/CP1: "
        "the server supports none of OCPP 2.0.1, 2.0\n"
    )


# --- Bad input ------------------------------------------------------------------------


def test_no_server(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    assert app.run(["charge-point", "CP1", f"ws://127.0.0.1:{port}"]) == 1
    assert capsys.readouterr().err == (
        f"error: cannot connect to ws://127.0.0.1:{port}/CP1: "
        "there is no server at this address\n"
    )


def test_an_error_has_no_control_characters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    save = ("--save", "/nowhere/\x1b[31m")

    assert app.run(["charge-point", "CP1", "ws://127.0.0.1:1", *save]) == 1
    assert capsys.readouterr().err == (
        "error: cannot write /nowhere/\\x1b[31m: No such file or directory\n"
    )


def test_what_takes_the_place_of_stdout_need_not_be_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)

    assert app.run(["charge-point", "CP1", "ws://127.0.0.1:1"]) == 1
    assert output.getvalue() == ""


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["CP1"], "URL"),
        (["CP1", "http://127.0.0.1:9000"], "'http://127.0.0.1:9000' is no WebSocket"),
        (["CP1", "ws://"], "'ws://' is no WebSocket URL"),
        (["CP1", "ws://127.0.0.1:port"], "is no WebSocket URL, such as ws://"),
        (["CP1", "ws://127.0.0.1:0"], "is no WebSocket URL, such as ws://"),
        (["CP1", "ws://a..b"], "is no WebSocket URL, such as ws://"),
        (["CP1", "ws://[::1"], "is no WebSocket URL, such as ws://"),
        (["CP1", f"http://CP1:{PASSWORD}@here"], "'http://here' is no WebSocket URL"),
        (["CP1", f"CP1:{PASSWORD}@here"], "'here' is no WebSocket URL"),
        (["", "ws://127.0.0.1"], "'' cannot be the identity of a charger"),
        (["\x1b", "ws://127.0.0.1"], "cannot be the identity of a charger"),
        (
            ["CP1", "ws://127.0.0.1", "--answer", "Reset"],
            "write ACTION=STATUS, such as Reset=Rejected",
        ),
        (
            ["CP1", "ws://127.0.0.1", "--versions", "3.0"],
            "unknown OCPP version '3.0': there are 1.5, 1.6, 2.0, 2.0.1, 2.1",
        ),
    ],
)
def test_wrong_use(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        app.run(["charge-point", *arguments])

    captured = capsys.readouterr()
    assert ended.value.code == 2
    assert complaint in captured.err
    assert PASSWORD not in captured.err
    assert captured.out == ""


# --- Opposite to a central system of the test -----------------------------------------


async def visit(
    server: Server,
    *,
    tag: str = "TAG1",
    charge: bool = False,
    stay: bool = False,
    password: str | None = None,
) -> None:
    """Let a charge point go through its steps."""
    plan = charge_point.Plan(
        url=f"ws://127.0.0.1:{server.port}",
        versions=["1.6"],
        id_tag=tag,
        charge=charge,
        stay=stay,
        password=password,
    )
    await charge_point.run(silent(), "CP1", plan, back_off=QUICK)


@asynccontextmanager
async def serving(central: Central) -> AsyncGenerator[Server]:
    async with ocpp_rpc.serve(central, "127.0.0.1", versions=["1.6"]) as server:
        yield server


@pytest.mark.parametrize("password", [None, PASSWORD])
async def test_it_has_a_password(password: str | None) -> None:
    known: list[ocpp_rpc.Credentials | None] = []

    def check(handshake: ocpp_rpc.Handshake) -> None:
        known.append(handshake.credentials)

    async with ocpp_rpc.serve(
        Central(), "127.0.0.1", versions=["1.6"], on_connect=check
    ) as server:
        await visit(server, password=password)
    wanted = password and ocpp_rpc.Credentials(b"CP1", password.encode())
    assert known == [wanted]


async def test_staying_it_sends_heartbeats_on_one_connection_after_the_other() -> None:
    central = Central()
    async with serving(central) as server:
        staying = asyncio.create_task(visit(server, stay=True))
        await central.heartbeats.get()  # of the steps
        await central.heartbeats.get()
        await server.connections["CP1"].close(1001, "closing time")
        await central.heartbeats.get()
        staying.cancel()
        with pytest.raises(asyncio.CancelledError):
            await staying


async def test_who_stays_tells_why_it_cannot_connect_again() -> None:
    again = asyncio.Event()

    class Watched(Screen):
        def tell(self, told: Told, connection: ocpp_rpc.Connection) -> None:
            super().tell(told, connection)
            if "connected again" in str(told):
                again.set()

    file = io.StringIO()
    async with office("1.6") as running:
        visit = charge_point.run(
            Watched(Console(file=file, width=200)),
            "CP1",
            running.plan(stay=True),
            back_off=QUICK,
        )
        staying = asyncio.create_task(visit)
        await running.has_received("Authorize")
        running.refusals = 1
        await running.close()
        await again.wait()
        staying.cancel()
        with pytest.raises(asyncio.CancelledError):
            await staying

    told = file.getvalue()
    assert re.search(r"1001 closing time.*; connecting again", told)
    assert re.search(r"cannot connect to .*503.*; trying again", told)
    assert "connected again with OCPP 1.6" in told
    assert running.actions.count("BootNotification") == 1


async def test_who_does_not_stay_does_not_try_again() -> None:
    async with office("1.6") as running:
        running.refusals = 1
        with pytest.raises(ocpp_rpc.HandshakeFailed, match="503"):
            await running.visit(stay=True)


async def test_a_reset_during_the_steps_follows_them() -> None:
    async with office("1.6") as running:
        visit = asyncio.create_task(running.visit())
        await running.has_received("BootNotification")
        assert (await running.call("Reset", type="Hard")).status == "Accepted"
        await visit

    assert running.actions == [
        *("BootNotification", "Heartbeat", "StatusNotification", "Authorize"),
        *("BootNotification", "StatusNotification"),
    ]
