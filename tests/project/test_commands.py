"""Commands for chargers that are away: at most once, whatever happens in between."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import OcppError, Router
from ocpp_rpc.testing import pair
from tests.project.blocks import ROOT
from tests.support.served import ACCEPTED, SOFT


@pytest.fixture(scope="module")
def example() -> ModuleType:
    path = ROOT / "examples" / "commands.py"
    spec = importlib.util.spec_from_file_location("commands_example", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["commands_example"] = module  # a dataclass looks for its module
    spec.loader.exec_module(module)
    return module


def test_it_is_taken_once_and_outlives_the_process(
    example: ModuleType, tmp_path: Path
) -> None:
    file = str(tmp_path / "commands.db")
    first: Any = example.Commands(file)
    one, two = (first.add("CP001", "1.6", SOFT, 60) for _ in range(2))
    assert first.take("CP001", "1.6").number == one
    first.close()  # it dies before the answer
    again: Any = example.Commands(file)
    assert again.outcome(one) == ("taken", None)
    assert again.take("CP002", "1.6") is None
    assert again.take("CP001", "2.0.1") is None
    taken = again.take("CP001", "1.6")
    assert (taken.number, taken.request) == (two, SOFT)
    assert again.take("CP001", "1.6") is None
    again.close()


def test_it_expires(example: ModuleType) -> None:
    commands: Any = example.Commands(":memory:")
    number = commands.add("CP001", "1.6", SOFT, -1)
    assert commands.take("CP001", "1.6") is None
    assert commands.outcome(number) == ("expired", None)
    commands.close()


async def test_what_becomes_of_them(example: ModuleType) -> None:
    """A response, an error, and a connection that is lost before the answer."""
    commands: Any = example.Commands(":memory:")
    numbers = [commands.add("CP001", "1.6", SOFT, 60) for _ in range(4)]
    calls = 0

    async def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise OcppError("InternalError", "broken")
        if calls == 3:
            station.abort()
        return ACCEPTED

    routes = Router()
    routes.add(v16.ResetRequest, reset)
    async with pair(routes, version="1.6") as (station, office):
        await example.deliver(commands, office)
    outcomes = [commands.outcome(number) for number in numbers]
    commands.close()
    assert outcomes == [
        ("answered", '{"status":"Accepted"}'),
        ("failed", "Reset: InternalError: broken"),
        ("unknown", None),
        ("waiting", None),
    ]
    assert calls == 3
