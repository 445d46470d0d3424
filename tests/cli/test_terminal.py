"""A person at the terminal is asked, and may not answer."""

from __future__ import annotations

import asyncio
import os
import threading

import pytest

from ocpp_rpc.cli.terminal import Terminal
from ocpp_rpc.simulator import Failure
from tests.cli.office import silent


async def test_a_person_is_asked() -> None:
    source, target = os.pipe()
    os.write(target, b"first\nsecond\r\n")
    terminal = Terminal(silent(), source)
    try:
        asked = [terminal.ask(question) for question in ("one?", "two?")]
        answers = await asyncio.gather(*asked)
        os.close(target)
        with pytest.raises(Failure, match=r"^nobody answers 'three\?'$"):
            await terminal.ask("three?")
    finally:
        os.close(source)

    assert answers == ["first", "second"]


async def test_an_answer_that_nobody_waits_for_any_more_is_lost() -> None:
    source, target = os.pipe()
    terminal = Terminal(silent(), source)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await terminal.ask("one?")
    (reader,) = [each for each in threading.enumerate() if each.name == "terminal"]
    os.write(target, b"late\n")
    reader.join()
    os.write(target, b"first\n")

    assert await terminal.ask("two?") == "first"
    os.close(source)
    os.close(target)
