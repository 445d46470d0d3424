"""The trial of docs/security.md, as someone types it who follows the page."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from itertools import takewhile
from pathlib import Path

import pytest

from tests.project.blocks import PATIENCE, ROOT, run, running, shell

_SHELL = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_PORT = "9443"


def section() -> Sequence[str]:
    """The command lines of the section."""
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    lines = page.partition("### A trial with openssl\n")[2].splitlines()
    return _SHELL.findall("\n".join(takewhile(lambda x: x[:3] != "## ", lines)))


AUTHORITY, SERVE_3, CONNECT_3, SERVE_2, CONNECT_2, REVOKE = section()


@asynccontextmanager
async def serving(commands: str, place: Path) -> AsyncGenerator[str]:
    """Be the first terminal; its server listens at a free port."""
    commands = commands.replace(_PORT, "0").replace(
        "ocpp-rpc central-system", "exec ocpp-rpc central-system"
    )
    async with running(shell(commands), place) as server, asyncio.timeout(PATIENCE):
        assert server.stdout is not None
        said = (await server.stdout.readline()).decode()
        found = re.match(r"wss://127\.0\.0\.1:(\d+) speaks", said)
        assert found, said
        yield found[1]


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """What the first commands leave behind: certificates and keys."""
    async with running(shell(AUTHORITY), tmp_path) as process:
        _, errors = await process.communicate()
    assert process.returncode == 0, errors
    return tmp_path


@pytest.mark.timeout(90)
async def test_profile_2(folder: Path) -> None:
    async with serving(SERVE_2, folder) as port:
        printed = await run(shell(CONNECT_2.replace(_PORT, port)), folder)
    assert "authorization of TAG1: Accepted" in printed


@pytest.mark.timeout(90)
async def test_profile_3_until_the_certificate_is_revoked(folder: Path) -> None:
    async with serving(SERVE_3, folder) as port:
        printed = await run(shell(CONNECT_3.replace(_PORT, port)), folder)
    assert "authorization of TAG1: Accepted" in printed

    async with running(shell(REVOKE), folder) as process:
        _, errors = await process.communicate()
    assert process.returncode == 0, errors
    serve = SERVE_3.replace("--client-ca", "--crl root.crl --client-ca")
    async with serving(serve, folder) as port:
        command = shell(CONNECT_3.replace(_PORT, port))
        async with running(command, folder) as charger:
            _, errors = await charger.communicate()
    assert charger.returncode == 1
    assert b"cannot connect" in errors
