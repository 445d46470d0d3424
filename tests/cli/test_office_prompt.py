"""What is typed at a central system is completed, checked and sent."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import testing
from ocpp_rpc.cli.office_prompt import Chargers, command
from ocpp_rpc.cli.screen import Screen
from tests.cli.programs import run


async def typed(*lines: str, handler: Any = None, identity: str = "CP1") -> list[str]:
    """Type lines at a central system with a charger, and return what it shows."""
    return await at_prompt(lambda _: None, *lines, handler=handler, identity=identity)


async def at_prompt(
    look: Callable[[ocpp_rpc.Server], object],
    *lines: str,
    handler: Any = None,
    identity: str = "CP1",
) -> list[str]:
    net, file = testing.network(), io.StringIO()
    with create_pipe_input() as keys, create_app_session(keys, DummyOutput()):
        async with (
            ocpp_rpc.serve(
                None, "office", 80, versions=["1.6"], transport=net
            ) as server,
            ocpp_rpc.connect(
                "ws://office",
                identity,
                versions=["1.6"],
                handler=handler,
                transport=net,
            ),
            asyncio.timeout(15),
        ):
            look(server)
            keys.send_text("".join(f"{line}\r" for line in lines))
            screen = Screen(Console(file=file, width=300))
            await command(server.connections, screen)
    return file.getvalue().splitlines()


async def test_what_is_typed_is_sent() -> None:
    got: list[v16.ResetRequest] = []

    def take(request: v16.ResetRequest) -> v16.ResetResponse:
        got.append(request)
        return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)

    await typed("", "CP1 Reset type=Soft", "exit", handler=take)
    assert got == [v16.ResetRequest(type=v16.ResetType.SOFT)]


async def test_an_identity_with_a_blank_is_quoted() -> None:
    got: list[Any] = []
    await typed("'C P' ClearCache", "exit", handler=got.append, identity="C P")
    assert got == [v16.ClearCacheRequest()]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("CP2 Reset type=Soft", "'CP2' is not connected"),
        ("CP1", "CP1: an action has to follow the charger"),
        ("CP1 Heartbeat", "a CentralSystem does not send Heartbeat"),
        ("CP1 Reset", "type: Field required"),
        ("CP1 Reset type", "type: write a field as NAME=VALUE"),
        ("CP1 'Reset", "No closing quotation"),
        ("CP1 ClearCache", "ClearCache: Not"),
        ("help CP1 Nonsense", "a CentralSystem does not send Nonsense"),
    ],
)
async def test_what_cannot_be_sent(line: str, problem: str) -> None:
    shown = await typed(line, "exit")
    assert any(each.startswith(problem) for each in shown)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("chargers", "  CP1  OCPP 1.6"),
        ("help", "  exit                             end it"),
        ("help CP1 Reset", "  type=  required  Hard Soft"),
    ],
)
async def test_help(line: str, told: str) -> None:
    assert told in await typed(line, "exit")


async def test_actions_are_listed() -> None:
    [line] = [each for each in await typed("help CP1", "exit") if "actions" in each]
    assert "Reset" in line
    assert "Heartbeat" not in line


async def test_ctrl_c_clears_the_line_and_then_ends_it() -> None:
    got: list[Any] = []
    await typed("CP1 ClearCache\x03", "\x03", handler=got.append)
    assert got == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["chargers", "help", "exit", "CP1"]),
        ("c", ["chargers", "CP1"]),
        ("help c", ["CP1"]),
        ("CP1 res", ["Reset", "ReserveNow"]),
        ("help CP1 Res", ["Reset", "ReserveNow"]),
        ("CP1 Reset ", ["type="]),
        ("CP1 Reset type=h", ["type=Hard"]),
        ("CP1 Nonsense ", []),
        ("CP2 ", []),
    ],
)
async def test_what_is_completed(text: str, found: list[str]) -> None:
    completed: list[str] = []

    def look(server: ocpp_rpc.Server) -> None:
        completer = Chargers(server.connections)
        given = completer.get_completions(Document(text), CompleteEvent())
        completed.extend(each.text for each in given)

    await at_prompt(look, "exit")
    assert sorted(completed) == sorted(found)


def test_it_goes_without_a_fleet() -> None:
    done = run("central-system", "--interactive", "--close-over", "1s")
    assert done.code == 2
    assert "--interactive cannot be combined with --fleet or --close-over" in done.err
