"""The programs of the README and of examples/ print what they are said to print.

A central system and a charger run as two processes against each other, on a free port
in place of the 9000 that a reader sees.
"""

import asyncio
import os
import re
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from codegen import extend

ROOT = Path(__file__).parents[2]
PROGRAM = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PRINTED = re.compile(
    r"^```python\n(.*?)^```\n\nprints[^`]*?\n\n```text\n(.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATIENCE = 30.0


@dataclass(frozen=True)
class Example:
    """A program and what it prints."""

    program: str
    printed: str


def example(name: str, printed: str) -> Example:
    return Example((ROOT / "examples" / name).read_text(encoding="utf-8"), printed)


README_SERIALIZE, README_CENTRAL_SYSTEM, README_CHARGER = (
    Example(program, printed) for program, printed in PRINTED.findall(README)
)

SERIALIZE = example(
    "serialize.py",
    """\
{"chargingStation":{"model":"X1","vendorName":"Acme"},"reason":"PowerUp"}
Acme
missing $.chargingStation.vendorName
value $.reason
""",
)
CENTRAL_SYSTEM = example(
    "central_system.py",
    """\
listening on ws://127.0.0.1:9000/ocpp
CP001 boots: X1
CP001 answers: Accepted
CP001 starts charging for TAG1
""",
)
CHARGER = example(
    "charge_point.py",
    """\
boot: Accepted, heartbeat every 300 s
charging for TAG1: transaction 1
""",
)


@asynccontextmanager
async def running(program: str) -> AsyncGenerator[asyncio.subprocess.Process]:
    """Run `program` in a process of its own, ended with the context."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-u", "-W", "error", "-c", program),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def run(program: str) -> str:
    """Run `program` to its end and return what it prints."""
    async with running(program) as process, asyncio.timeout(PATIENCE):
        printed, errors = await process.communicate()
    assert (process.returncode, errors.decode()) == (0, "")
    return printed.decode()


async def lines(process: asyncio.subprocess.Process, count: int) -> str:
    """Read the next `count` lines that `process` prints."""
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        read = [await process.stdout.readline() for _ in range(count)]
    return b"".join(read).decode()


@pytest.fixture
def port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def test_readme_tells_what_each_of_its_programs_prints() -> None:
    assert len(PROGRAM.findall(README)) == len(PRINTED.findall(README)) == 3


@pytest.mark.parametrize("told", [README_SERIALIZE, SERIALIZE], ids=["README", "file"])
async def test_messages_only(told: Example) -> None:
    assert await run(told.program) == told.printed


@pytest.mark.parametrize(
    ("central_system", "charger"),
    [(README_CENTRAL_SYSTEM, README_CHARGER), (CENTRAL_SYSTEM, CHARGER)],
    ids=["README", "file"],
)
async def test_central_system_and_charger(
    central_system: Example, charger: Example, port: str
) -> None:
    greeting, *rest = central_system.printed.splitlines(keepends=True)

    async with running(central_system.program.replace("9000", port)) as process:
        assert await lines(process, 1) == greeting.replace("9000", port)
        assert await run(charger.program.replace("9000", port)) == charger.printed
        # The answer to a call and the next call of the charger may change places.
        printed = await lines(process, len(rest))
        assert sorted(printed.splitlines(keepends=True)) == sorted(rest)


ACME = """\
OCPP 1.6
back office: the door of CP001 is open
back office: transaction 1 ends: DoorOpened
charger: the display shows 'Close the door'
back office: Shown
"""


@pytest.mark.usefixtures("oca")
async def test_extension(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ROOT / "examples" / "acme"
    extend.generate(folder, tmp_path)
    path = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    monkeypatch.setenv("PYTHONPATH", path)

    assert await run((folder / "conversation.py").read_text("utf-8")) == ACME
