"""The relay, as a program and by its options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.programs import central_system, interrupt, run, start

# Whole programs are started.
pytestmark = pytest.mark.timeout(120)


def test_relays_a_charger_and_copies_its_calls(tmp_path: Path) -> None:
    file = tmp_path / "passed.jsonl"
    with central_system() as first, central_system() as second:
        relay = start(
            *("relay", first.url, "--port", "0", "--copy", second.url),
            *("--save", str(file)),
        )
        assert relay.stdout is not None
        url = relay.stdout.readline().split()[0]
        charger = run("charge-point", "CP001", url, "--versions", "1.6")
        done = interrupt(relay)
    assert (charger.code, charger.err) == (0, "")
    assert (done.code, done.err) == (0, "")
    assert "CALL BootNotification" in " ".join(done.out.split())
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert {line["identity"] for line in lines} == {"CP001"}
    assert {line.get("direction") for line in lines} >= {"received", "sent"}
    assert second.done is not None
    assert "CALL BootNotification" in " ".join(second.done.out.split())


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["http://office"], "no WebSocket URL"),
        (["ws://office", "--copy", "office"], "no WebSocket URL"),
        (["ws://office", "--host", "0.0.0.0"], "security profile"),
        (["ws://office", "--client-key", __file__], "goes with --client-cert"),
        (["ws://office", "--ca", __file__], "--ca is for wss://"),
        (["ws://office", "--hold", "-1"], "--hold"),
    ],
)
def test_says_what_is_wrong(options: list[str], problem: str) -> None:
    done = run("relay", *options)
    assert done.code == 2
    assert problem in " ".join(done.err.split())
