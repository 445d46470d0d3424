"""The command line of a fleet: nodes, calls from a shell, and who is connected."""

from __future__ import annotations

import asyncio
import io
import json
import re
import signal
import sys
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from ocpp_messages import v16, v201
from ocpp_rpc import OcppError, Router, fleet
from ocpp_rpc.cli import app, calling, listing
from ocpp_rpc.cli.board import Board
from ocpp_rpc.cli.engine import EngineOptions, checked_engine
from tests.cli.missing import remove
from tests.cli.programs import Done, central_system, run, spawn, start
from tests.confidential import PASSWORD
from tests.fleet.engine import HOST, Engine, free_port, missing
from tests.fleet.world import World, accepting, soon
from tests.security.authority import Authority
from tests.support.lacking import lack

# Whole programs are started.
pytestmark = pytest.mark.timeout(60)

RESET = ("Reset", '{"type":"Soft"}')


@pytest.fixture
async def world(engine: Engine) -> AsyncGenerator[World]:
    """A fleet over NATS, which other processes reach, too."""
    buses: list[fleet.Bus] = []

    async def opened() -> fleet.Bus:
        buses.append(await fleet.nats(engine.url))
        return buses[-1]

    async with World(opened) as world:
        yield world
    for bus in buses:
        await bus.close()


async def shell(world: World, engine: Engine, command: str, *more: str) -> Done:
    options = ("--fleet", engine.url, "--fleet-name", world.name)
    return await asyncio.to_thread(run, command, *more, *options)


# --- call -----------------------------------------------------------------------------


async def test_a_call_prints_the_response(world: World, engine: Engine) -> None:
    await world.node("a")
    await world.station("a")
    done = await shell(world, engine, "call", "CP001", *RESET)
    assert (done.code, done.out, done.err) == (0, '{"status": "Accepted"}\n', "")


async def test_the_version_is_the_charger_s(world: World, engine: Engine) -> None:
    await world.node("a", versions=["1.6", "2.0.1"])
    routes = Router()
    asked: list[object] = []

    def reset(request: v201.ResetRequest) -> v201.ResetResponse:
        asked.append(request.type)
        return v201.ResetResponse(status=v201.ResetStatusEnumType.SCHEDULED)

    routes.add(v201.ResetRequest, reset)
    await world.station("a", "CP2", routes, version="2.0.1")
    done = await shell(world, engine, "call", "CP2", "Reset", '{"type":"OnIdle"}')
    assert (done.code, json.loads(done.out)) == (0, {"status": "Scheduled"})
    assert asked == ["OnIdle"]
    done = await shell(world, engine, "call", "CP2", *RESET)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err.startswith("error: Reset of OCPP 2.0.1 is not valid: $.type: ")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("CP9", *RESET), "error: 'CP9' is not connected\n"),
        (
            ("CP9", *RESET, "--wait", "200ms"),
            "error: 'CP9' is not connected\n",
        ),
        (
            ("CP001", "Rest"),
            "error: OCPP 1.6, which the charger speaks, has no Rest\n",
        ),
        (
            ("CP001", "Heartbeat"),
            "error: a CentralSystem does not send Heartbeat\n",
        ),
        (
            ("CP001", "Reset"),
            "error: Reset of OCPP 1.6 is not valid: $.type: Field required\n",
        ),
    ],
)
async def test_what_is_not_called(
    arguments: tuple[str, ...], complaint: str, world: World, engine: Engine
) -> None:
    received: list[str] = []
    await world.node("a")
    await world.station("a", "CP001", accepting(received))
    done = await shell(world, engine, "call", *arguments)
    assert (done.code, done.out) == (1, "")
    assert done.err == complaint
    assert received == []


async def test_an_error_of_the_charger(world: World, engine: Engine) -> None:
    await world.node("a")
    routes = Router()

    def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        raise OcppError("GenericError", "no\nway \x1b[2J")

    routes.add(v16.ResetRequest, reset)
    await world.station("a", handler=routes)
    done = await shell(world, engine, "call", "CP001", *RESET)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err.startswith("error: Reset: GenericError: no")
    assert "\x1b" not in done.err


@pytest.mark.parametrize("option", ["--timeout", "--total-timeout"])
async def test_a_call_that_may_have_been_carried_out(
    option: str, world: World, engine: Engine
) -> None:
    received: list[str] = []
    release = asyncio.Event()
    await world.node("a")
    routes = Router()

    async def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        received.append("reset")
        await release.wait()
        return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)

    routes.add(v16.ResetRequest, reset)
    await world.station("a", handler=routes)
    done = await shell(world, engine, "call", "CP001", *RESET, option, "300ms")
    release.set()
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.err.startswith("error: ")
    assert received == ["reset"]


async def test_a_call_waits_for_the_charger(world: World, engine: Engine) -> None:
    await world.node("a")
    calling = asyncio.create_task(
        shell(world, engine, "call", "CP001", *RESET, "--wait", "20s")
    )
    await asyncio.sleep(0.3)
    await world.station("a")
    done = await calling
    assert (done.code, done.err) == (0, "")


def test_what_a_terminal_would_obey_is_escaped() -> None:
    assert calling.as_json({"a": "ü"}) == '{"a": "ü"}'
    assert calling.as_json({"a": "\x9b2J"}) == r'{"a": "\u009b2J"}'


async def test_payloads_come_from_standard_input(
    world: World, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.node("a")
    await world.station("a")
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"type": "Hard"}'))
    done = await shell(world, engine, "call", "CP001", "Reset", "-")
    assert (done.code, done.err) == (0, "")


def test_no_engine() -> None:
    options = ("--fleet", f"nats://op:{PASSWORD}@{HOST}:{free_port()}")
    for command in (("call", "CP001", *RESET), ("chargers", "--once")):
        done = run(*command, *options)
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
        assert done.err.startswith("error: the fleet is unavailable: ")
        assert PASSWORD not in done.err


# --- Options --------------------------------------------------------------------------

URL = ("--fleet", "nats://localhost:1")
CALL = ("call", "CP001", *RESET)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((*CALL,), "Missing option '--fleet'"),
        ((*CALL, "--fleet", "http://s3cret@host"), "write URLs of NATS, such as"),
        ((*CALL, "--fleet", "nats://a,s3cret"), "write URLs of NATS, such as"),
        ((*CALL, "--fleet", "nats://s3cret@a:x"), "write URLs of NATS, such as"),
        (("call", "CP001", "Reset", '{"a": s3cret', *URL), "not valid JSON"),
        ((*CALL, *URL, "--timeout", "soon"), "'soon' is not a time, such as 500ms"),
        ((*CALL, *URL, "--fleet-name", ""), "--fleet-name is empty"),
        (
            (*CALL, *URL, "--nats-password", "s3cret"),
            "--nats-user and --nats-password need each other",
        ),
        (
            (*CALL, *URL, "--nats-token", "s3cret", "--nats-nkey", __file__),
            "--nats-token cannot be combined with --nats-nkey",
        ),
        ((*CALL, *URL, "--nats-key", __file__), "--nats-key needs --nats-cert"),
        ((*CALL, *URL, "--nats-ca", __file__), "--nats-ca: there is no certificate"),
        ((*CALL, *URL, "--nats-cert", __file__), "--nats-cert: no certificate and"),
        (("chargers", *URL, "--nats-ca", "nowhere.pem"), "does not exist"),
        (("central-system", "--node", "a"), "--node needs --fleet"),
        (("central-system", *URL, "--drain", "0"), "'--drain'"),
    ],
)
def test_wrong_use(
    arguments: tuple[str, ...],
    complaint: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OCPP_FLEET", raising=False)
    with pytest.raises(SystemExit) as ended:
        app.run(arguments)
    captured = capsys.readouterr()
    assert ended.value.code == 2
    assert complaint in captured.err.splitlines()[-1]
    assert "s3cret" not in captured.err


@pytest.mark.parametrize("option", ["--nats-credentials", "--nats-nkey"])
def test_a_file_of_another_kind(option: str) -> None:
    done = run(*CALL, *URL, option, __file__)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"error: {__file__} is not a file ")


@pytest.mark.parametrize("command", [CALL, ("chargers",), ("central-system",)])
def test_without_the_extra_there_is_a_hint(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    remove("nats", monkeypatch)
    if command == ("central-system",):
        command = (*command, "--port", "0")
    done = run(*command, *URL)
    assert done.code == 1
    assert done.err == "error: this needs an extra: pip install 'ocpp-rpc[nats]'\n"


def test_a_user_over_tls(tmp_path: Path) -> None:
    lack(missing())
    authority = Authority()
    certificate, key = authority.server(HOST).write(tmp_path, "engine")
    ca = tmp_path / "ca.pem"
    ca.write_bytes(authority.root.certificate_pem)
    engine = Engine(
        tmp_path,
        *("--tls", "--tlscert", str(certificate), "--tlskey", str(key)),
        *("--user", "op", "--pass", PASSWORD),
    )
    try:
        trusting = ("chargers", "--once", "--fleet", engine.url, "--nats-ca", str(ca))
        known = (*trusting, "--nats-user", "op", "--nats-password", PASSWORD)
        assert run(*known) == Done(0, "", "")
        wrong = run(*trusting, "--nats-user", "op", "--nats-password", "s3cret")
        assert (wrong.code, wrong.err.count("\n")) == (1, 1)
        assert "s3cret" not in wrong.err
    finally:
        engine.kill()


# --- chargers -------------------------------------------------------------------------


async def test_all_are_listed_once(world: World, engine: Engine) -> None:
    await world.node("a")
    await world.node("b", versions=["2.0.1"])
    await world.station("a", "CP002")
    await world.station("b", "CP001", Router(), version="2.0.1")
    await world.station("a", "DE 1\n\x1b")
    done = await shell(world, engine, "chargers", "--once")
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert (done.code, done.err) == (0, "")
    assert lines == [
        ["CP001", "2.0.1", "b"],
        ["CP002", "1.6", "a"],
        [r"DE 1\n\x1b", "1.6", "a"],
    ]
    done = await shell(world, engine, "chargers", "--once", "--prefix", "CP002")
    assert done.out == "CP002\t1.6\ta\n"


async def test_a_node_that_does_not_answer_is_named(
    world: World, engine: Engine
) -> None:
    await world.node("a")
    await world.station("a")
    beat: dict[str, Any] = {"node": "b", "now": 0, "stations": 7, "peers": []}
    await world.bus.publish(f"ocpp.{world.name}.beat", json.dumps(beat).encode())
    await asyncio.sleep(0.1)
    done = await shell(world, engine, "chargers", "--once")
    assert (done.code, done.out) == (1, "CP001\t1.6\ta\n")
    assert done.err == "error: not all chargers are shown: no answer from b\n"


async def test_who_comes_and_goes_is_a_line_each(world: World, engine: Engine) -> None:
    await world.node("a")
    await world.station("a", "CP001")
    process = await asyncio.to_thread(
        start, "chargers", "--fleet", engine.url, "--fleet-name", world.name
    )
    assert process.stdout is not None
    try:
        first = await asyncio.to_thread(process.stdout.readline)
        assert first == "connected\tCP001\t1.6\ta\n"
        station = await world.station("a", "CP002")
        second = await asyncio.to_thread(process.stdout.readline)
        assert second == "connected\tCP002\t1.6\ta\n"
        await station.close()
        third = await asyncio.to_thread(process.stdout.readline)
        assert third == "disconnected\tCP002\t1.6\ta\n"
        process.send_signal(signal.SIGINT)
        _, err = await asyncio.to_thread(process.communicate)
        assert (process.returncode, err) == (0, "")
    finally:
        process.kill()
        process.communicate()


async def test_a_terminal_shows_a_table_that_follows(
    world: World, engine: Engine
) -> None:
    await world.node("a")
    await world.station("a", "CP001")
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=80, height=20)
    options = EngineOptions(name=world.name)
    showing = asyncio.create_task(
        listing.run(console, checked_engine(engine.url, options), "", once=False)
    )
    try:
        await soon(lambda: "1 chargers: a 1" in screen.getvalue())
        await world.station("a", "CP002")
        await soon(lambda: "2 chargers: a 2" in screen.getvalue())
        assert re.search(r"CP002 +1\.6 +a +connected +\d s", screen.getvalue())
    finally:
        showing.cancel()
        await asyncio.gather(showing, return_exceptions=True)


class TestBoard:
    def board(self) -> Board:
        self.now = 0.0
        return Board(lambda: self.now)

    def shown(self, of: Board, height: int = 30) -> list[str]:
        console = Console(file=io.StringIO(), width=80)
        with console.capture() as capture:
            console.print(of.show(height))
        return [" ".join(line.split()) for line in capture.get().splitlines()]

    def test_lists_and_changes(self) -> None:
        shown = self.board()
        shown.begin_list()
        shown.take(fleet.FleetChange("connected", "b", "CP1", "1.6"))
        old = fleet.Place("CP1", "a", "1.6")
        other = fleet.Place("CP2", "a", "2.1")
        assert shown.take_list([old, other], ("c",)) == [other]
        assert shown.places == [fleet.Place("CP1", "b", "1.6"), other]
        self.now = 125
        lines = self.shown(shown)
        assert lines[0] == "2 chargers: a 1, b 1; not answering: c"
        assert "CP2 2.1 a connected 2 min" in lines

    def test_who_is_not_listed_has_gone_unless_the_node_is_silent(self) -> None:
        shown = self.board()
        here, silent = fleet.Place("CP1", "a", "1.6"), fleet.Place("CP2", "b", "1.6")
        shown.take_list([here, silent], ())
        shown.begin_list()
        assert shown.take_list([], ("b",)) == []
        assert shown.places == [silent]
        assert "CP1 1.6 a disconnected 0 s" in self.shown(shown)

    def test_a_node_that_is_lost(self) -> None:
        shown = self.board()
        place = fleet.Place("CP1", "a", "1.6")
        shown.take_list([place], ())
        assert shown.take(fleet.FleetChange("node lost", "b")) == []
        assert shown.take(fleet.FleetChange("node lost", "a")) == [place]
        assert shown.places == []
        assert "CP1 1.6 a node lost 0 s" in self.shown(shown)

    def test_the_latest_are_first_and_others_are_counted(self) -> None:
        shown = self.board()
        places = [fleet.Place(f"CP{number:03}", "a", "1.6") for number in range(50)]
        shown.take_list(places, ())
        shown.take(fleet.FleetChange("disconnected", "a", "CP049", "1.6"))
        lines = self.shown(shown, 17)
        assert lines[4].startswith("CP049 1.6 a disconnected")
        assert lines[5].startswith("CP000 1.6 a connected")
        assert lines[-1] == "… and 40 more"
        assert len(lines) < 17


# --- central-system -------------------------------------------------------------------


def test_a_central_system_is_a_node_and_lets_its_chargers_go(engine: Engine) -> None:
    options = ("--fleet", engine.url, "--fleet-name", "cli")
    with central_system(*options, "--node", "one", "--versions", "1.6") as node:
        charger = start("charge-point", "CP001", node.url, "--stay")
        try:
            call = ("call", "CP001", *RESET, *options, "--wait", "20s")
            assert spawn(*call) == Done(0, '{"status": "Accepted"}\n', "")
            assert run("chargers", "--once", *options).out == "CP001\t1.6\tone\n"
        except BaseException:
            charger.kill()
            raise
    charger.send_signal(signal.SIGINT)  # it would connect again for ever
    out, _ = charger.communicate()
    assert "disconnected (1012)" in out
    assert node.done is not None
    assert (node.done.code, node.done.err) == (0, "")
    assert "1 chargers are let go" in node.done.out
    assert run("chargers", "--once", *options) == Done(0, "", "")
