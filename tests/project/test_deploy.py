"""The back office of examples/deploy, as a service manager runs it."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from ocpp_messages import v16
from ocpp_rpc import connect
from ocpp_rpc.security.client import Profile1
from ocpp_rpc.security.passwords import FileStore, Passwords

FOLDER = Path(__file__).parents[2] / "examples" / "deploy"
PASSWORD = b"correct horse battery"


def read(url: str) -> str:
    with urlopen(url) as response:
        text: str = response.read().decode()
    return text


@pytest.mark.timeout(60)  # a program starts
async def test_the_program(tmp_path: Path) -> None:
    file = tmp_path / "passwords"
    await Passwords(FileStore(file, create=True)).set_password("CP001", PASSWORD)
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
            await charger.wait_closed()
        _, log = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0
    records = [json.loads(line) for line in log.decode().splitlines()]
    assert {"CP001"} == {each["identity"] for each in records if "identity" in each}


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd is not installed"
)
def test_the_unit(tmp_path: Path) -> None:
    """systemd takes it, where the program is installed."""
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
        assert [path for path in named if not (FOLDER.parents[1] / path).exists()] == []
