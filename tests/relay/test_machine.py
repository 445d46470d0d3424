"""Whatever is sent, called and cut: each message passes once, in order, unchanged."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Coroutine
from itertools import count
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ocpp_messages import v16
from ocpp_rpc import OcppRpcError
from ocpp_rpc.relay import Charger, RelaySettings
from ocpp_rpc.transports import TransportClosed
from tests.properties import assert_met
from tests.relay.scene import End, Scene
from tests.relay.test_holding import STEADY
from tests.support.served import SOFT

TALK = st.sampled_from(
    [
        *("charger calls", "office calls", "charger says", "office says"),
        *("charger answers", "office answers", "charger answers", "office answers"),
        *("relay calls", "relay calls up", "relay calls", "relay calls up"),
        *("both answer", "time"),
    ]
)
ENDS = st.sampled_from(["charger cut", "office cut", "charger closes", "office closes"])


def _joined(talk: list[str], end: list[str]) -> list[str]:
    return [*talk, *end]


# An end comes late, since most of what comes after one fails.
STEPS = st.builds(
    _joined,
    st.lists(TALK, min_size=3, max_size=25),
    st.lists(TALK | ENDS, max_size=5),
)


class Reading:
    """An end that is read all the time."""

    def __init__(self, end: End) -> None:
        self.end = end
        self.got: list[str] = []
        self.sent: list[str] = []
        self.owed: list[str] = []
        self.task = asyncio.ensure_future(self._read())

    async def _read(self) -> None:
        with contextlib.suppress(TransportClosed):
            while True:
                text = str(await self.end.recv())
                self.got.append(text)
                if text.startswith("[2,"):
                    self.owed.append(text.split('"')[1])

    async def send(self, text: str) -> None:
        with contextlib.suppress(TransportClosed):
            await self.end.send(text)
            self.sent.append(text)

    async def answer(self) -> None:
        if self.owed:
            await self.send(f'[3,"{self.owed.pop(0)}",{{"status":"Accepted"}}]')


def passed(reading: Reading) -> list[str]:
    """What came from the other side: all but the calls of the relay."""
    return [text for text in reading.got if "relay-" not in text]


def meant(reading: Reading) -> list[str]:
    """What is to be passed on: all but the replies to the relay."""
    return [text for text in reading.sent if "relay-" not in text]


def kinds(texts: list[str], *, calls: bool) -> list[str]:
    return [text for text in texts if text.startswith("[2,") is calls]


class Play:
    """A relay, and what happens around it.

    Attributes:
        charger: The one end.
        office: The other one.
        intact: Whether neither was cut, so that nothing may be lost.
    """

    def __init__(self, scene: Scene, charger: End, office: End, relayed: Charger):
        self.charger, self.office = Reading(charger), Reading(office)
        self.intact = True
        self.calls: list[asyncio.Future[Any]] = []
        self._scene = scene
        self._relayed = relayed
        self._numbers = count()

    async def step(self, name: str) -> None:
        who, _, what = name.partition(" ")
        if name == "relay calls":
            self._keep(self._relayed.call(SOFT))
        elif name == "relay calls up":
            self._keep(self._relayed.back_office.call(v16.HeartbeatRequest()))
        elif who == "time":
            await self._scene.clock.pass_time(31)
        elif who == "both":
            await self._answer_all()
        else:
            reading = self.charger if who == "charger" else self.office
            await getattr(self, f"_{what}")(reading)
        if next(self._numbers) % 3:
            await self._scene.settle()

    def _keep(self, call: Coroutine[Any, Any, object]) -> None:
        self.calls.append(asyncio.ensure_future(call))

    async def _calls(self, reading: Reading) -> None:
        number = next(self._numbers)
        await reading.send(f'[2,"{number}","Vendor.Ä",{{"n":{number}}} ]')

    async def _says(self, reading: Reading) -> None:
        await reading.send(f"text {next(self._numbers)}")

    async def _answer_all(self) -> None:
        """Answer all that is called, on both sides, until nothing more is."""
        await self._scene.settle()
        while self.charger.owed or self.office.owed:
            await self.charger.answer()
            await self.office.answer()
            await self._scene.settle()

    async def _answers(self, reading: Reading) -> None:
        await reading.answer()

    async def _cut(self, reading: Reading) -> None:
        reading.end.cut()
        self.intact = False

    async def _closes(self, reading: Reading) -> None:
        await self._scene.settle()
        await reading.end.close()

    def check(self) -> None:
        for source, target in (
            (self.charger, self.office),
            (self.office, self.charger),
        ):
            sent, got = meant(source), passed(target)
            assert len({*got}) == len(got)
            for are_calls in (True, False):
                before, after = (kinds(each, calls=are_calls) for each in (sent, got))
                assert after == before[: len(after)]
                assert after == before or not self.intact or self._relayed.closed


async def play(steps: list[str], seen: Counter[str]) -> None:
    async with Scene(relay=RelaySettings(back_off=STEADY)) as scene:
        charger, office, relayed = await scene.pair()
        playing = Play(scene, charger, office, relayed)
        for name in steps:
            await playing.step(name)
        await scene.clock.pass_time(200)
        playing.check()
        calls = await asyncio.gather(*playing.calls, return_exceptions=True)
        for outcome in calls:
            seen["fails" if isinstance(outcome, OcppRpcError) else "answered"] += 1
        seen["closed" if relayed.closed else "open"] += 1
        playing.charger.task.cancel()
        playing.office.task.cancel()


@pytest.mark.timeout(60)
def test_each_message_passes_once_in_order_and_unchanged() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=40)
    @given(STEPS)
    @example(["relay calls", *["office calls", "relay calls", "charger answers"] * 4])
    def check(steps: list[str]) -> None:
        asyncio.run(play(steps, seen))

    check()
    assert_met(seen, "fails", "answered", "closed", "open")
