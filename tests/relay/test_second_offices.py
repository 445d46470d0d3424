"""Further back offices: what they see, what they may call, and what they cannot do."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest

from ocpp_rpc import Accept, BackOff, Handshake, Settings
from ocpp_rpc.relay import RelaySettings, SecondOffice
from ocpp_rpc.transports import HttpAnswer
from tests.confidential import PASSWORD
from tests.relay.scene import BEAT, CALL, End, Office, Scene
from tests.support.served import SOFT

STEADY = BackOff(
    retry_back_off_wait_minimum=2,
    retry_back_off_random_range=0,
    retry_back_off_repeat_times=0,
)
RULES = RelaySettings(back_off=STEADY)
RESULT = '[3,"1",{"status":"Accepted"}]'
CLEAR = '[2,"1","ClearCache",{}]'


class Beside(Scene):
    """A scene with a further back office at `second`."""

    def __init__(self, **options: Any) -> None:
        self.second = Office()
        options.setdefault("url", "ws://second/copy")
        rules, hook = options.pop("rules", RULES), options.pop("hook", None)
        others = [SecondOffice(**options)]
        super().__init__(relay=rules, others=others, on_connect=hook)

    async def __aenter__(self) -> Beside:
        await super().__aenter__()
        await self.listen_at("second", self.second)
        return self

    async def three(self) -> tuple[End, End, End]:
        charger, office, _ = await self.pair()
        copy = await self.second.ends.get()
        await self.settle()
        self.opened(copy)
        return charger, office, copy


async def arrived(end: End) -> Any:
    return json.loads(str(await end.recv()))


async def quiet(scene: Scene, end: End) -> bool:
    waiting = asyncio.ensure_future(end.recv())
    await scene.settle()
    has_come = waiting.done()
    waiting.cancel()
    return not has_come


async def test_sees_the_calls_of_the_charger_and_its_answers_are_dropped() -> None:
    async with Beside() as scene:
        charger, office, copy = await scene.three()
        await charger.send(BEAT)
        assert await copy.recv() == BEAT
        assert await office.recv() == BEAT
        await copy.send('[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]')
        await office.send('[3,"1",{"currentTime":"2026-01-31T13:00:00Z"}]')
        assert "13:00" in str(await charger.recv())
        await office.send(CALL)
        assert await charger.recv() == CALL
        await charger.send(RESULT)
        assert await office.recv() == RESULT
        assert await quiet(scene, copy)
        assert await quiet(scene, charger)


async def test_sees_one_call_after_the_other() -> None:
    async with Beside() as scene:
        charger, office, copy = await scene.three()
        for number in range(3):
            await charger.send(f'[2,"{number}","Heartbeat",{{}}]')
            await office.recv()
        assert (await arrived(copy))[1] == "0"
        assert await quiet(scene, copy)
        await copy.send('[3,"0",{}]')
        assert (await arrived(copy))[1] == "1"
        await scene.clock.pass_time(30)  # it never answers that
        assert (await arrived(copy))[1] == "2"


async def test_is_asked_for_with_what_the_charger_asks_for() -> None:
    async with Beside() as scene:
        header = {"Authorization": f"Basic {PASSWORD}"}
        transport, _ = await scene.dial(headers=header)
        scene.opened(await scene.second.ends.get())
        [asked] = scene.second.requests
        assert asked.target == "/copy/CP001"
        assert asked.headers["sec-websocket-protocol"] == "ocpp1.6"
        assert "authorization" not in asked.headers
        transport.abort()


async def test_sees_everything_that_passes_both_ways() -> None:
    async with Beside(sees="all") as scene:
        charger, office, copy = await scene.three()
        opened = await arrived(copy)
        assert opened["identity"] == "CP001"
        assert (opened["role"], opened["version"]) == ("CentralSystem", "1.6")
        await charger.send(BEAT)
        await office.recv()
        await office.send(CALL)
        await charger.recv()
        own = asyncio.ensure_future(scene.relay.chargers["CP001"].call(SOFT))
        await charger.send(RESULT)
        _, message_id, *_ = await arrived(charger)
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        await own
        lines = [await arrived(copy) for _ in range(5)]
        told = [(line["direction"], json.loads(line["text"])[0]) for line in lines]
        assert told == [
            ("received", 2),
            ("sent", 2),
            ("received", 3),
            ("sent", 2),
            ("received", 3),
        ]
        await charger.close(1000, "bye")
        assert (await arrived(copy))["reason"] == "bye"
        assert await copy.closed() == (1000, "bye")


async def test_sees_everything_of_a_charger_with_settings_of_its_own() -> None:
    def hook(_: Handshake) -> Accept:
        return Accept(settings=Settings(call_timeout=None))

    async with Beside(sees="all", hook=hook) as scene:
        charger, office, copy = await scene.three()
        assert (await arrived(copy))["identity"] == "CP001"
        await charger.send(BEAT)
        await office.recv()
        assert (await arrived(copy))["text"] == BEAT
        await charger.close(1000, "bye")
        assert (await arrived(copy))["reason"] == "bye"


async def test_calls_the_charger_with_what_it_may() -> None:
    async with Beside(may_call={"Reset", "ClearCache"}) as scene:
        charger, office, copy = await scene.three()
        await office.send(CALL)
        await copy.send(CLEAR)  # with the same id
        assert await charger.recv() == CALL
        assert await quiet(scene, charger)
        await charger.send(RESULT)
        assert await office.recv() == RESULT
        kind, message_id, action, payload = await arrived(charger)
        assert (kind, action, payload) == (2, "ClearCache", {})
        assert message_id != "1"
        await charger.send(f'[3,"{message_id}", {{"status": "Rejected"}} ]')
        assert await copy.recv() == '[3,"1", {"status": "Rejected"} ]'
        assert await quiet(scene, office)


@pytest.mark.parametrize(
    ("may_call", "code"), [({"Reset"}, "SecurityError"), ((), "NotSupported")]
)
async def test_refuses_what_it_may_not_call(may_call: Any, code: str) -> None:
    async with Beside(may_call=may_call) as scene:
        charger, _, copy = await scene.three()
        await copy.send('[2,"a\\u0062",  "ClearCache",{}]')
        assert (await arrived(copy))[:3] == [4, "ab", code]
        assert await quiet(scene, charger)
        assert scene.relay.refused == {"ws://second/copy": 1}


async def test_tells_a_second_office_that_the_charger_does_not_answer() -> None:
    async with Beside(may_call={"ClearCache"}) as scene:
        charger, office, copy = await scene.three()
        await copy.send(CLEAR)
        _, message_id, *_ = await arrived(charger)
        await scene.clock.pass_time(30)
        assert (await arrived(copy))[:3] == [4, "1", "GenericError"]
        await charger.send(f'[3,"{message_id}",{{"status":"Accepted"}}]')
        await office.send(BEAT)
        assert await charger.recv() == BEAT
        assert await quiet(scene, office)
        assert await quiet(scene, copy)


async def test_forgets_the_calls_of_one_that_is_gone() -> None:
    async with Beside(may_call={"ClearCache"}) as scene:
        charger, office, copy = await scene.three()
        await copy.send(CLEAR)
        _, message_id, *_ = await arrived(charger)
        copy.cut()
        await office.send(CALL)
        assert await charger.recv() == CALL
        await charger.send(f'[3,"{message_id}",{{"status":"Accepted"}}]')
        await charger.send(RESULT)
        assert await office.recv() == RESULT


@pytest.mark.parametrize("how", ["lost", "refused", "unreachable"])
async def test_never_disturbs_the_charger_and_is_tried_again(how: str) -> None:
    async with Beside() as scene:
        if how != "lost":
            scene.second.answer = HttpAnswer(503, "")
        charger, office, _ = await scene.pair()
        if how == "lost":
            (await scene.second.ends.get()).cut()
            await scene.settle()
        await charger.send(BEAT)
        assert await office.recv() == BEAT
        await scene.settle()
        scene.second.answer = None
        await scene.clock.pass_time(2)
        copy = scene.second.ends.get_nowait()
        scene.opened(copy)
        assert await copy.recv() == BEAT  # it waited
        await office.send(CALL)
        assert await charger.recv() == CALL


async def test_is_spared_if_it_closes_at_once() -> None:
    growing = replace(STEADY, retry_back_off_repeat_times=9)
    async with Beside(rules=RelaySettings(back_off=growing)) as scene:
        _, _, copy = await scene.three()
        for seconds in (2, 4, 8):
            copy.cut()
            await scene.clock.pass_time(seconds - 1)
            assert scene.second.ends.empty()
            await scene.clock.pass_time(1)
            copy = scene.second.ends.get_nowait()
        await scene.clock.pass_time(60)
        copy.cut()
        await scene.clock.pass_time(2)
        scene.opened(scene.second.ends.get_nowait())


async def test_is_given_no_more_than_it_may_have_waiting() -> None:
    async with Beside(max_queued=3) as scene:
        charger, office, copy = await scene.three()
        for number in range(8):
            await charger.send(f'[2,"{number}","Heartbeat",{{}}]')
            await office.recv()
        await scene.settle()
        assert scene.relay.dropped == {"ws://second/copy": 4}
        seen: list[object] = []
        for _ in range(4):
            _, message_id, *_ = await arrived(copy)
            seen.append(message_id)
            await copy.send(f'[3,"{message_id}",{{}}]')
        assert seen == ["0", "5", "6", "7"]


async def test_is_cut_if_it_is_too_slow_and_if_so_told() -> None:
    async with Beside(max_queued=3, overflow="cut") as scene:
        charger, office, copy = await scene.three()
        for number in range(5):
            await charger.send(f'[2,"{number}","Heartbeat",{{}}]')
            await office.recv()
        assert (await copy.closed())[0] == 1006
        assert scene.relay.dropped == {"ws://second/copy": 4}
        await charger.send(BEAT)
        await scene.clock.pass_time(2)
        copy = scene.second.ends.get_nowait()
        scene.opened(copy)
        assert await copy.recv() == BEAT


async def test_that_does_not_read_slows_nobody() -> None:
    async with Beside(sees="all", max_queued=5) as scene:
        charger, office, _ = await scene.three()
        for _ in range(200):
            await charger.send("x" * 20_000)
            assert await office.recv() == "x" * 20_000
        assert scene.relay.dropped["ws://second/copy"] > 100


async def test_gets_what_waits_when_the_charger_is_gone() -> None:
    async with Beside() as scene:
        charger, office, copy = await scene.three()
        for number in range(2):
            await charger.send(f'[2,"{number}","Heartbeat",{{}}]')
            await office.recv()
        await charger.close(1001, "gone")
        assert (await arrived(copy))[1] == "0"
        await copy.send('[3,"0",{}]')
        assert (await arrived(copy))[1] == "1"
        await copy.send('[3,"1",{}]')
        assert await copy.closed() == (1001, "gone")


async def test_is_cut_if_it_takes_too_long_for_what_waits() -> None:
    async with Beside() as scene:
        charger, office, copy = await scene.three()
        for number in range(2):
            await charger.send(f'[2,"{number}","Heartbeat",{{}}]')
            await office.recv()
        charger.cut()
        await scene.clock.pass_time(5)
        assert (await copy.closed())[0] == 1006


async def test_lets_only_so_many_of_its_calls_wait() -> None:
    async with Beside(may_call={"ClearCache"}) as scene:
        charger, _, copy = await scene.three()
        for number in range(18):
            await copy.send(f'[2,"{number}","ClearCache",{{}}]')
            await scene.settle()
        assert (await arrived(copy))[:3] == [4, "17", "GenericError"]
        _, message_id, *_ = await arrived(charger)
        await charger.send(f'[3,"{message_id}",{{}}]')
        assert (await arrived(copy))[:2] == [3, "0"]


async def test_of_another_version_is_not_used() -> None:
    async with Beside() as scene:
        scene.second.chooses = None
        charger, office, _ = await scene.pair()
        copy = await scene.second.ends.get()
        assert (await copy.closed())[0] == 1006
        await charger.send(BEAT)
        assert await office.recv() == BEAT


async def test_that_cannot_be_found_is_left_out() -> None:
    def nowhere(_: Handshake) -> str:
        raise LookupError("no second office")

    async with Beside(url=nowhere) as scene:
        charger, office, _ = await scene.pair()
        await charger.send(BEAT)
        assert await office.recv() == BEAT


@pytest.mark.parametrize(
    "wrong",
    [
        {"sees": "nothing"},
        {"overflow": "wait"},
        {"max_queued": 0},
        {"may_call": "Reset"},
        {"url": "http://second"},
    ],
)
def test_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    options: dict[str, Any] = {"url": "ws://second", **wrong}
    with pytest.raises(ValueError, match=r"be one of|at least|set of|ws://"):
        SecondOffice(**options)
