"""docs/migrating.md: its programs run with each other, and what it says is so."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pytest

from tests.project.blocks import PATIENCE, ROOT, Example, programs, python, running

PAGE: Final = (ROOT / "docs" / "migrating.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Pair:
    """A program with `ocpp`, the same with this library, and what either prints."""

    old: str
    new: str
    printed: str


def pairs(found: list[Example]) -> list[Pair]:
    """The program of a pair that comes last has what both print after it."""
    return [
        Pair(old.program, new.program, new.printed)
        for old, new in zip(found[::2], found[1::2], strict=True)
    ]


(
    BACK_OFFICE_16,
    CHARGER_16,
    BACK_OFFICE_201,
    CHARGER_201,
) = pairs(programs(PAGE))


@pytest.fixture
def port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


async def lines(process: asyncio.subprocess.Process, text: str) -> str:
    """Read as many lines as a text has."""
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        read = [await process.stdout.readline() for _ in text.splitlines()]
    return b"".join(read).decode()


async def outcome(command: Sequence[str]) -> tuple[int | None, str]:
    """Run a command to its end. `ocpp` logs to stderr what it answers with errors."""
    async with running(command) as process, asyncio.timeout(PATIENCE):
        printed, _ = await process.communicate()
    return process.returncode, printed.decode()


@pytest.mark.parametrize("charger", ["old", "new"])
@pytest.mark.parametrize("back_office", ["old", "new"])
@pytest.mark.parametrize(
    ("serving", "charging"),
    [
        pytest.param(BACK_OFFICE_16, CHARGER_16, id="1.6"),
        pytest.param(BACK_OFFICE_201, CHARGER_201, id="2.0.1"),
    ],
)
async def test_programs(
    serving: Pair, charging: Pair, back_office: str, charger: str, port: str
) -> None:
    serve, call = (
        python(getattr(pair, side).replace("9000", port))
        for pair, side in ((serving, back_office), (charging, charger))
    )
    start, printed = serving.printed.split("\n", 1)
    async with running(serve) as process:
        assert await lines(process, start) == start + "\n"
        assert await outcome(call) == (0, charging.printed)
        assert await lines(process, printed) == printed
