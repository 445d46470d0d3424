"""What is saved is a JSON object a line, with the text as it was."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ocpp_rpc import Settings, connect, testing
from ocpp_rpc.observing import recording
from ocpp_rpc.simulator import connected, load_script
from tests.simulator.office import office


def saved(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


async def test_every_frame_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    with recording(path) as observer:
        settings = Settings(observer=observer)
        async with office("1.6") as running:
            connecting = connect(
                running.url,
                "CP1",
                versions=["1.6"],
                transport=running.transport,
                settings=settings,
            )
            async with connected(connecting) as charger:
                await load_script("unplugged")(charger)

    first, *frames, last = saved(path)
    assert (first["role"], first["version"]) == ("ChargePoint", "1.6")
    assert (last["code"], last["reason"]) == (1000, "")
    assert {line["identity"] for line in saved(path)} == {"CP1"}
    times = [datetime.fromisoformat(line["time"]) for line in saved(path)]
    assert times == sorted(times)
    sent = [line for line in frames if line["direction"] == "sent"]
    assert json.loads(sent[0]["text"])[2] == "BootNotification"
    assert json.loads(frames[1]["text"])[0] == 3
    assert frames[1]["direction"] == "received"


async def test_what_is_no_text_is_saved_as_well(tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    with recording(path) as observer:
        settings = Settings(observer=observer)
        async with testing.raw_peer(version="1.6", settings=settings) as peer:
            await peer.send(b"\x00\xff")
            await peer.send('[2,"é\u2028","ClearCache",{}]')
            await peer.recv()
            assert len(saved(path)) == 4  # should the program die now, they are there

    _, binary, text, answer, _ = saved(path)
    assert binary["binary"] == "AP8="
    assert text["text"] == '[2,"é\u2028","ClearCache",{}]'
    assert answer["direction"] == "sent"


async def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    path.write_text("what was there before, and is longer than what comes now" * 99)
    with recording(path) as observer:
        settings = Settings(observer=observer)
        async with testing.raw_peer(version="1.6", settings=settings):
            pass

    opened, closed = saved(path)
    assert opened["version"] == "1.6"
    assert closed["code"] == 1006


@pytest.fixture
def anybody() -> Iterator[None]:
    """Let all that is made be readable by anybody, unless it is made otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("anybody")
def test_only_its_owner_can_read_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    with recording(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_exists_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    path.touch()
    path.chmod(0o640)
    with recording(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with (
        pytest.raises(IsADirectoryError, match=re.escape(str(tmp_path))),
        recording(tmp_path),
    ):
        pass
