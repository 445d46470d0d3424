"""The programs that a newcomer runs side by side, in two terminals.

Those of docs/start.md and docs/README.md run as two processes against each other, on a
free port in place of the 9000 that a reader sees.
"""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.project.blocks import PATIENCE, ROOT, programs, python, running, shell

DOCS = ROOT / "docs"
LISTENING = "listening on ws://127.0.0.1:9000/ocpp\n"

_SESSION = re.compile(
    r"^```console\n\$ (ocpp-rpc .*?)\n(.*?)^```$", re.DOTALL | re.MULTILINE
)
_FRAGMENT = re.compile(r"^```py\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def pair(page: str) -> tuple[str, str]:
    """Return the back office and the charger of a page."""
    office, charger = programs((DOCS / page).read_text(encoding="utf-8"))
    return office.program, charger.program


OFFICE, CHARGER = pair("start.md")
(FRAGMENT,) = _FRAGMENT.findall((DOCS / "start.md").read_text(encoding="utf-8"))
CALLING = OFFICE.replace("async def main", f"{FRAGMENT}\n\nasync def main")


async def read(process: asyncio.subprocess.Process, printed: str, port: str) -> None:
    """Read as many lines as a text has, which they have to be."""
    assert process.stdout is not None
    expected = printed.replace("9000", port)
    async with asyncio.timeout(PATIENCE):
        lines = [await process.stdout.readline() for _ in expected.splitlines()]
    assert b"".join(lines).decode() == expected


@pytest.mark.parametrize(
    ("office", "charger", "by_office", "by_charger"),
    [
        pytest.param(
            OFFICE,
            CHARGER,
            "CP001 boots: X1\nCP001 connector 1: Available\n",
            "connector 1 is available\n",
            id="first",
        ),
        pytest.param(
            CALLING,
            CHARGER,
            "CP001 boots: X1\n",
            "asked for a reset: Soft\n",
            id="calling",
        ),
        pytest.param(*pair("README.md"), "boots: X1\n", "Accepted 300\n", id="landing"),
    ],
)
async def test_two_terminals(
    office: str, charger: str, by_office: str, by_charger: str, port: str
) -> None:
    first, second = (text.replace("9000", port) for text in (office, charger))
    async with running(python(first)) as serving:
        await read(serving, LISTENING, port)
        async with running(python(second)) as charging:
            await read(charging, by_charger, port)
            await read(serving, by_office, port)


async def test_the_simulated_charger_against_the_first_office(port: str) -> None:
    """What the page shows of it; `…` stands for times."""
    ((command, shown),) = _SESSION.findall((DOCS / "start.md").read_text("utf-8"))
    expected = ".*".join(re.escape(part) for part in shown.split("…"))
    async with running(python(OFFICE.replace("9000", port))) as serving:
        await read(serving, LISTENING, port)
        both = shell(f"{command.replace('9000', port)} 2>&1")
        async with running(both) as charging, asyncio.timeout(PATIENCE):
            printed, _ = await charging.communicate()
    assert re.fullmatch(expected, printed.decode())
