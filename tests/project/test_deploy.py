"""The back office of examples/deploy, as a service manager runs it."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from ocpp_messages import v16
from ocpp_rpc import connect
from ocpp_rpc.security.client import Profile1
from ocpp_rpc.security.passwords import FileStore, Passwords
from tests.support.lacking import lack

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "deploy"
PASSWORD = b"correct horse battery"


def read(url: str) -> str:
    with urlopen(url) as response:
        text: str = response.read().decode()
    return text


def is_healthy(url: str) -> bool:
    try:
        return read(url) == "ok\n"
    except HTTPError as error:
        error.close()
        return False
    except URLError:
        return False


@pytest.mark.timeout(60)  # a program starts
async def test_the_program(tmp_path: Path) -> None:
    file = tmp_path / "passwords"
    options = ("--port", "0", "--metrics-port", "0", "--close-over", "0.1")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", FOLDER / "office.py", file, *options),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        greeting = (await process.stdout.readline()).decode()
        port, metrics = re.findall(r"\d+", greeting)
        assert (
            await asyncio.to_thread(read, f"http://127.0.0.1:{port}/health") == "ok\n"
        )
        await Passwords(FileStore(file)).set_password("CP001", PASSWORD)

        async with connect(
            f"ws://127.0.0.1:{port}",
            "CP001",
            versions=["1.6"],
            security=Profile1(password=PASSWORD),
        ) as charger:
            request = v16.BootNotificationRequest(
                charge_point_vendor="Acme", charge_point_model="X1"
            )
            assert (await charger.call(request)).status == "Accepted"
            told = await asyncio.to_thread(read, f"http://127.0.0.1:{metrics}/metrics")
            assert 'ocpp_connections{role="CentralSystem",version="1.6"} 1.0' in told
            process.send_signal(signal.SIGTERM)
            # In this thread: the charger cannot answer that it is closed meanwhile.
            while is_healthy(f"http://127.0.0.1:{port}/health"):
                pass
            assert "ocpp_connections{" in read(f"http://127.0.0.1:{metrics}/metrics")
            await charger.wait_closed()
        _, log = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0
    records = [json.loads(line) for line in log.decode().splitlines()]
    assert {"CP001"} == {each["identity"] for each in records if "identity" in each}


def test_the_unit(tmp_path: Path) -> None:
    """systemd takes it, where the program is installed."""
    is_there = shutil.which("systemd-analyze")
    lack("" if is_there else "systemd-analyze is not installed")
    unit = tmp_path / "back-office.service"
    text = (FOLDER / "back-office.service").read_text("utf-8")
    assert text.count("=/opt/ocpp/bin/python") == 2
    unit.write_text(text.replace("/opt/ocpp/bin/python", sys.executable), "utf-8")
    done = subprocess.run(
        ("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", unit),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_each_copies_what_there_is() -> None:
    for name in ("Dockerfile", "back-office.service"):
        text = (FOLDER / name).read_text("utf-8")
        named = set(re.findall(r"examples/deploy/[\w.-]+", text))
        assert named
        assert [path for path in named if not (ROOT / path).exists()] == []


def ignored() -> list[tuple[re.Pattern[str], bool]]:
    """The patterns of .dockerignore, and whether each lets files through."""
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    rules = [(line.removeprefix("!"), line[:1] == "!") for line in lines]
    parts = {r"\*\*/": "(?:.*/)?", r"\*": "[^/]*"}
    found: list[tuple[re.Pattern[str], bool]] = []
    for pattern, lets_through in rules:
        text = re.escape(pattern)
        for each, meant in parts.items():
            text = text.replace(each, meant)
        found.append((re.compile(f"{text}(?:/.*)?"), lets_through))
    return found


def reaches_docker(path: str) -> bool:
    """Whether a file is let through: the last pattern that fits it decides."""
    fitting = [lets for pattern, lets in ignored() if pattern.fullmatch(path)]
    return not fitting or fitting[-1]


def run_in_the_fleet() -> set[str]:
    """The files of examples/fleet that its containers run, and what these copy."""
    folder = ROOT / "examples" / "fleet"
    compose = (folder / "compose.yaml").read_text("utf-8")
    programs = {*re.findall(r"python, ([\w.-]+),", compose)}
    assert programs == {"node.py", "prepare.py"}
    return programs | {f"nats/{each.name}" for each in (folder / "nats").iterdir()}


def test_docker_gets_what_it_builds_from_and_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["include"]
    named = [path for each in included for path in ROOT.glob(each.removeprefix("/"))]
    inside = [file for path in named for file in path.rglob("*") if file.is_file()]
    needed = {
        *("LICENSE", "README.md", "constraints.txt", "pyproject.toml"),
        *re.findall(r"examples/deploy/\w+\.py", (FOLDER / "Dockerfile").read_text()),
        *(f"examples/fleet/{each}" for each in run_in_the_fleet()),
        *(
            path.relative_to(ROOT).as_posix()
            for path in (*named, *inside)
            if path.is_file() and "__pycache__" not in path.parts
        ),
    }
    assert needed >= {"ocpp_rpc/py.typed", "schemas/names.toml"}
    assert {path for path in needed if not reaches_docker(path)} == set()
    others = (
        *(".git/HEAD", ".venv/pyvenv.cfg", "passwords", "examples/README.md"),
        *("tests/conftest.py", "schemas/oca/1.6/Reset.json"),
        *("ocpp_rpc/cli/__pycache__/app.pyc", "__pycache__/noxfile.pyc"),
    )
    assert [path for path in others if reaches_docker(path)] == []
