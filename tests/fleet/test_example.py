"""The example runs without containers; and what the containers get is there."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.fleet.engine import missing
from tests.support.lacking import lack

FOLDER = Path(__file__).parents[2] / "examples" / "fleet"
COMPOSE = (FOLDER / "compose.yaml").read_text("utf-8")


@pytest.mark.timeout(180)
async def test_three_nodes_behind_a_proxy() -> None:
    """A node lets its chargers go: to both of the others, and no call is lost."""
    lack(missing())
    has_proxy = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    lack("" if has_proxy else "haproxy is not installed")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(FOLDER / "run.py"), "--count", "9", "--spread", "1s"),
        *("--restart", "1"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    out = (await process.communicate())[0].decode()
    assert process.returncode == 0, out
    _, places, called, moved, meanwhile = out.splitlines()
    assert re.fullmatch(r"9 chargers: node-1 \d, node-2 \d, node-3 \d", places)
    assert called == "all called: answered 9"
    found = re.fullmatch(r"without node-1: node-2 (\d), node-3 (\d)", moved)
    assert found is not None, moved
    assert sorted(found.groups()) == ["4", "5"]
    assert re.fullmatch(r"called meanwhile: answered \d+", meanwhile)


def test_the_files_that_the_containers_get_are_there() -> None:
    for name in re.findall(r"\./([\w.-]+):", COMPOSE):
        assert (FOLDER / name).is_file()
    for name in re.findall(r"python, ([\w.-]+),", COMPOSE):
        assert (FOLDER / name).is_file()
    assert "dockerfile: examples/fleet/Dockerfile" in COMPOSE


def test_the_proxy_gets_what_its_configuration_names() -> None:
    named = re.findall(r"\$\{(\w+)\}", (FOLDER / "haproxy.cfg").read_text("utf-8"))
    assert len(named) == 5
    for name in named:
        assert f"      {name}: " in COMPOSE


def test_every_role_has_a_volume_that_is_prepared() -> None:
    prepared = dict(re.findall(r"- (\w+):/out/(\w+)\n", COMPOSE))
    roles = {"nats", "haproxy", "node", "operator", "charger"}
    assert {*prepared} == {*prepared.values()} == roles
    mounted = re.findall(r"- (\w+):/(?:secrets|etc/fleet):ro\n", COMPOSE)
    assert {*mounted} == roles
