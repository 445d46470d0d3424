"""Whenever a station is killed, it delivers everything, in order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.station.crashing import TOLD, Scenario

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")


def played(folder: Path) -> list[Scenario]:
    """Let a station die at every step, and return what became of it."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    done = subprocess.run(
        [sys.executable, "-m", "tests.station.crashing", str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [Scenario(**json.loads(line)) for line in done.stdout.splitlines()]


def test_a_station_that_is_killed_at_every_step(tmp_path: Path) -> None:
    scenarios = played(tmp_path)
    for scenario in scenarios:
        first_deliveries = list(dict.fromkeys(scenario.told))
        assert first_deliveries == TOLD, scenario
        assert set(scenario.ids) == {17}, scenario
        assert scenario.waiting == 0, scenario
        assert len(scenario.told) <= len(TOLD) + 2 * len(scenario.killed_at), scenario

    assert scenarios[-1] == Scenario([], TOLD, [17] * 3, 0)
    assert any(len(scenario.told) > len(TOLD) for scenario in scenarios)
    assert any(len(scenario.killed_at) == 2 for scenario in scenarios)
    assert {
        "before CREATE TABLE message",
        "before PRAGMA user_version",
        "before BEGIN IMMEDIATE",
        "before INSERT INTO message",
        "before COMMIT",
        "after COMMIT",
        "after putting",
        "before sending",
        "after sending",
        "before answering",
        "after the answer",
        "before DELETE FROM message",
        "before UPDATE local_transaction SET",
        "before DELETE FROM local_transaction",
    } <= {scenario.killed_at[0] for scenario in scenarios[:-1]}
