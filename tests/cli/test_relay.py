"""The relay, as a program and by its options."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.programs import central_system, interrupt, run, start
from tests.relay.scene import BEAT, CALL, End, Office
from tests.relay.sockets import dial, listening

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


async def test_holds_a_charger_whose_central_system_is_lost() -> None:
    office = Office()
    async with listening(office) as upstream:
        relay = start(
            "relay", upstream, "--port", "0", "--versions", "1.6", "--hold", "30"
        )
        try:
            assert relay.stdout is not None
            greeting: str = await asyncio.to_thread(relay.stdout.readline)
            url, _ = greeting.split(maxsplit=1)
            transport, _ = await dial(urlsplit(url).port or 0)
            charger, there = End(transport), await office.ends.get()
            await charger.send(BEAT)
            assert await there.recv() == BEAT
            there.cut()
            answer = json.loads(str(await charger.recv()))
            assert answer[:3] == [4, "1", "GenericError"]
            await charger.send("meanwhile")
            there = await office.ends.get()
            assert await there.recv() == "meanwhile"
            await there.send(CALL)
            assert await charger.recv() == CALL
            charger.cut()
            assert (await there.closed())[0] == 1001
            done = await asyncio.to_thread(interrupt, relay)
        finally:
            relay.kill()
            relay.communicate()
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["http://office"], "no WebSocket URL"),
        (["ws://office", "--copy", "office"], "no WebSocket URL"),
        (["ws://office", "--host", "0.0.0.0"], "security profile"),
        (["ws://office", "--client-key", __file__], "--client-key needs --client-cert"),
        (["ws://office", "--ca", __file__], "--ca needs a URL with wss://"),
        (["ws://office", "--hold", "-1"], "--hold"),
    ],
)
def test_says_what_is_wrong(options: list[str], problem: str) -> None:
    done = run("relay", *options)
    assert done.code == 2
    assert problem in " ".join(done.err.split())
