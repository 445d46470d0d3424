"""The two programs run over any WebSocket library, and on any event loop."""

from __future__ import annotations

import asyncio

import pytest

from ocpp_rpc.cli import app, central_system, charge_point
from tests.cli import programs
from tests.cli.missing import remove

CHARGE_POINT = ("charge-point", "CP1", "ws://127.0.0.1:9/ocpp")

COMMANDS = [("central-system",), CHARGE_POINT]


@pytest.mark.parametrize(
    "options",
    [("--transport", "aiohttp"), ("--transport", "picows", "--uvloop")],
    ids=" ".join,
)
def test_they_talk(options: tuple[str, ...]) -> None:
    with programs.central_system(*options) as running:
        visit = programs.run("charge-point", "CP1", running.url, *options)

    assert (visit.code, visit.err) == (0, "")
    assert "authorization of TAG1: Accepted" in visit.out
    assert running.done is not None
    assert (running.done.code, running.done.err) == (0, "")
    assert "RESULT Authorize " in running.done.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("options", "loop", "transport"),
    [
        ((), "asyncio", "websockets"),
        (("--transport", "picows"), "asyncio", "picows"),
        (("--uvloop",), "uvloop", "websockets"),
    ],
)
def test_they_use_what_they_are_told_to(
    command: tuple[str, ...],
    options: tuple[str, ...],
    loop: str,
    transport: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    used: list[tuple[str, object]] = []

    def use(transport: object) -> None:
        module = type(asyncio.get_running_loop()).__module__
        used.append((module.partition(".")[0], transport))

    async def serve(*_: object, transport: str, **__: object) -> None:
        use(transport)

    async def visit(_: object, __: str, plan: charge_point.Plan) -> None:
        use(plan.transport)

    monkeypatch.setattr(central_system, "run", serve)
    monkeypatch.setattr(charge_point, "run", visit)

    with pytest.raises(SystemExit):
        app.run([*command, *options])

    assert used == [(loop, transport)]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("extra", "options"),
    [
        ("aiohttp", ("--transport", "aiohttp")),
        ("picows", ("--transport", "picows")),
        ("uvloop", ("--uvloop",)),
    ],
)
def test_a_missing_extra_is_named(
    command: tuple[str, ...],
    extra: str,
    options: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    remove(extra, monkeypatch)
    done = programs.run(*command, *options)

    assert done.code == 1
    assert done.err == f"error: this needs an extra: pip install 'ocpp-rpc[{extra}]'\n"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_an_unknown_library(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        app.run([*command, "--transport", "carrier-pigeon"])

    assert caught.value.code == 2
    assert "carrier-pigeon" in capsys.readouterr().err
