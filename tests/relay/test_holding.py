"""A back office that is lost, and dialled again while the charger stays."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    BackOff,
    CallTimeout,
    ConnectionClosed,
    QueueFull,
    WebSocketSettings,
)
from ocpp_rpc.relay import Charger, RelaySettings
from ocpp_rpc.transports import HttpAnswer
from tests.relay.scene import BEAT, CALL, UNPINGED, End, Scene
from tests.support.served import ACCEPTED, SOFT

STEADY = BackOff(
    retry_back_off_wait_minimum=2,
    retry_back_off_random_range=0,
    retry_back_off_repeat_times=0,
)
HOLDING = RelaySettings(hold=30, back_off=STEADY)
RESULT = '[3,"1",{"status":"Accepted"}]'


def holding(websocket: WebSocketSettings = UNPINGED, **options: Any) -> Scene:
    """Return a scene; `websocket` is for the back office, the options for the relay."""
    rules = RelaySettings(hold=30, back_off=STEADY, **options)
    return Scene(relay=rules, upstream_websocket=websocket)


async def lost(scene: Scene, office: End, code: int = 1006) -> None:
    if code == 1006:
        office.cut()
    else:
        await office.close(code)
    await scene.settle()


async def own_call(charger: End, relayed: Charger) -> tuple[asyncio.Future[Any], str]:
    """Have the relay call a charger; return the call and the result to answer with."""
    call = asyncio.ensure_future(relayed.call(SOFT))
    _, message_id, *_ = json.loads(str(await charger.recv()))
    return call, json.dumps([3, message_id, {"status": "Accepted"}])


@pytest.mark.parametrize("code", [1001, 1006, 1011, 1012, 1013])
async def test_holds_a_charger_and_passes_on_what_came_meanwhile(code: int) -> None:
    async with holding() as scene:
        charger, office, relayed = await scene.pair()
        await lost(scene, office, code)
        texts = [f'[2,"{number}","Heartbeat",{{}}]' for number in range(5)]
        for text in texts:
            await charger.send(text)
        await scene.clock.pass_time(2)
        office = await scene.office.ends.get()
        assert [await office.recv() for _ in texts] == texts
        await office.send(CALL)
        assert await charger.recv() == CALL
        assert not relayed.closed
        office.cut()


@pytest.mark.parametrize("code", [1000, 1002, 1008, 4000])
async def test_does_not_hold_a_charger_that_was_meant(code: int) -> None:
    async with holding() as scene:
        charger, office, _ = await scene.pair()
        await lost(scene, office, code)
        assert (await charger.closed())[0] == code


async def test_answers_the_calls_that_may_have_been_carried_out() -> None:
    async with holding() as scene:
        charger, office, _ = await scene.pair()
        await charger.send('[2,"a\\u0062","Heartbeat",{}]')
        await office.recv()
        await lost(scene, office)
        answer = json.loads(str(await charger.recv()))
        assert answer[:3] == [4, "ab", "GenericError"]
        await scene.clock.pass_time(2)
        office = await scene.office.ends.get()
        await charger.send(BEAT)
        assert await office.recv() == BEAT  # and nothing before it
        office.cut()


async def test_passes_no_reply_to_a_back_office_that_has_not_called() -> None:
    async with holding() as scene:
        charger, office, _ = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        await lost(scene, office)
        await scene.clock.pass_time(2)
        office = await scene.office.ends.get()
        await charger.send(RESULT)
        await charger.send(BEAT)
        assert await office.recv() == BEAT
        await office.send(CALL)
        await charger.recv()
        await charger.send(RESULT)
        assert await office.recv() == RESULT
        office.cut()


async def quiet(scene: Scene, end: End) -> bool:
    reading = asyncio.ensure_future(end.recv())
    await scene.settle()
    is_quiet = not reading.done()
    reading.cancel()
    return is_quiet


@pytest.mark.parametrize("answers", [True, False])
async def test_holds_calls_while_one_of_the_lost_back_office_is_under_way(
    answers: bool,
) -> None:
    async with holding(answer_timeout=20) as scene:
        charger, office, _ = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        await lost(scene, office)
        await scene.clock.pass_time(2)
        office = await scene.office.ends.get()
        await office.send('[2,"1","ClearCache",{}]')  # with the same id
        await office.send('[2,"2","Reset",{"type":"Hard"}]')
        await scene.clock.pass_time(17)
        assert await quiet(scene, charger)
        if answers:
            await charger.send(RESULT)
        else:
            await scene.clock.pass_time(1)
        assert json.loads(str(await charger.recv()))[1:3] == ["1", "ClearCache"]
        assert json.loads(str(await charger.recv()))[1:3] == ["2", "Reset"]
        assert await quiet(scene, office)
        await charger.send('[3,"1",{"status":"Rejected"}]')
        assert await office.recv() == '[3,"1",{"status":"Rejected"}]'
        office.cut()


async def test_passes_replies_on_while_calls_are_held() -> None:
    async with holding() as scene:
        charger, office, _ = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        await lost(scene, office)
        await scene.clock.pass_time(2)
        office = await scene.office.ends.get()
        await office.send('[2,"2","ClearCache",{}]')
        await charger.send('[2,"3","Heartbeat",{}]')
        await office.recv()
        await office.send('[3,"3",{}]')
        assert await charger.recv() == '[3,"3",{}]'
        office.cut()


async def test_drops_a_reply_that_comes_too_late_to_a_call_of_the_lost_one() -> None:
    async with holding(answer_timeout=5) as scene:
        charger, office, _ = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        await lost(scene, office)
        await scene.clock.pass_time(10)
        office = await scene.office.ends.get()
        await charger.send(RESULT)
        assert await quiet(scene, office)
        office.cut()


async def test_drops_a_late_reply_after_the_back_office_was_lost_twice() -> None:
    async with holding(answer_timeout=5) as scene:
        charger, office, _ = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        for _ in range(2):
            await lost(scene, office)
            await scene.clock.pass_time(10)
            office = await scene.office.ends.get()
        await charger.send(RESULT)
        assert await quiet(scene, office)
        office.cut()


async def test_drops_a_late_reply_whose_call_had_no_answer_before_the_loss() -> None:
    async with holding(answer_timeout=5) as scene:
        charger, office, relayed = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        await scene.clock.pass_time(5)
        call, result = await own_call(charger, relayed)
        await charger.send(result)
        assert await call == ACCEPTED
        await lost(scene, office)
        await scene.clock.pass_time(2)
        office = await scene.office.ends.get()
        await charger.send(RESULT)
        assert await quiet(scene, office)
        office.cut()


async def test_passes_a_late_reply_on_to_the_back_office_that_called() -> None:
    async with holding(answer_timeout=5) as scene:
        charger, office, relayed = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        await scene.clock.pass_time(5)
        call, result = await own_call(charger, relayed)
        await charger.send(RESULT)
        assert await office.recv() == RESULT
        await charger.send(result)
        assert await call == ACCEPTED
        office.cut()


async def test_drops_a_call_that_waits_for_room_when_its_back_office_is_lost() -> None:
    scene = holding(
        max_held=1, websocket=WebSocketSettings(ping_interval=10, ping_timeout=5)
    )
    async with scene:
        charger, office, relayed = await scene.pair()
        call, result = await own_call(charger, relayed)
        for number in range(2):
            await office.send(f'[2,"{number}","ClearCache",{{}}]')
        await scene.settle()
        scene.far.silence()
        await scene.clock.pass_time(20)
        assert len(scene.office.opened) == 2
        await charger.send(result)
        assert await call == ACCEPTED
        assert await quiet(scene, charger)


async def test_counts_no_call_of_a_lost_back_office_as_one_of_the_relay() -> None:
    async with holding(max_waiting=1) as scene:
        charger, office, relayed = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        for _ in range(2):
            await lost(scene, office)
            await scene.clock.pass_time(4)
            office = await scene.office.ends.get()
        call = asyncio.ensure_future(relayed.call(SOFT))
        await scene.settle()
        with pytest.raises(QueueFull):
            await relayed.call(SOFT)
        await charger.send(RESULT)
        _, message_id, *_ = json.loads(str(await charger.recv()))
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        assert await call == ACCEPTED
        office.cut()


async def test_holds_a_charger_that_goes_while_a_call_is_under_way() -> None:
    async with holding() as scene:
        charger, office, _ = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        await lost(scene, office)
        charger.cut()
        await scene.settle()
        assert not scene.relay.chargers
        assert not scene.clock.timers


async def test_spares_a_back_office_that_closes_at_once() -> None:
    growing = replace(STEADY, retry_back_off_repeat_times=9)
    async with Scene(relay=RelaySettings(hold=30, back_off=growing)) as scene:
        _, office, _ = await scene.pair()
        for seconds in (2, 4, 8):
            await lost(scene, office)
            await scene.clock.pass_time(seconds - 1)
            assert scene.office.ends.empty()
            await scene.clock.pass_time(1)
            office = scene.office.ends.get_nowait()
        await scene.clock.pass_time(59)
        await lost(scene, office)
        await scene.clock.pass_time(16)
        office = scene.office.ends.get_nowait()
        await scene.clock.pass_time(60)
        await lost(scene, office)
        await scene.clock.pass_time(2)
        scene.office.ends.get_nowait().cut()
        await scene.settle()


async def test_closes_a_charger_that_was_held_for_long_enough() -> None:
    async with holding() as scene:
        charger, office, _ = await scene.pair()
        scene.office.answer = HttpAnswer(503, "")
        await lost(scene, office)
        await scene.clock.pass_time(29)
        assert scene.relay.chargers
        await scene.clock.pass_time(1)
        assert await charger.closed() == (1001, "the back office is lost")
        assert len(scene.office.requests) == 1 + 14


@pytest.mark.parametrize("status", [401, 403, 404])
async def test_closes_a_charger_that_is_not_let_in_again(status: int) -> None:
    async with holding() as scene:
        charger, office, _ = await scene.pair()
        scene.office.answer = HttpAnswer(status, "")
        await lost(scene, office)
        await scene.clock.pass_time(2)
        assert (await charger.closed())[0] == 1001


async def test_closes_a_charger_for_which_another_version_is_chosen() -> None:
    async with holding() as scene:
        charger, office, _ = await scene.pair(offers=["ocpp1.6", "ocpp2.0.1"])
        scene.office.chooses = "ocpp2.0.1"
        await lost(scene, office)
        await scene.clock.pass_time(2)
        assert (await charger.closed())[0] == 1001
        assert (await (await scene.office.ends.get()).closed())[0] == 1006


async def test_stops_reading_when_too_much_waits_for_the_back_office() -> None:
    async with holding(max_held=4) as scene:
        charger, office, _ = await scene.pair()
        await lost(scene, office)

        async def flood() -> None:
            for _ in range(100):
                await charger.send("x" * 5000)

        flooding = asyncio.ensure_future(flood())
        await scene.settle()
        assert not flooding.done()
        await scene.clock.pass_time(2)
        office = await scene.office.ends.get()
        assert [await office.recv() for _ in range(100)] == ["x" * 5000] * 100
        await flooding
        office.cut()


async def test_closes_a_back_office_that_is_dialled_for_a_charger_that_went() -> None:
    async with holding() as scene:
        charger, office, _ = await scene.pair()
        scene.office.pause = asyncio.Event()
        await lost(scene, office)
        await scene.clock.pass_time(2)
        charger.cut()
        await scene.settle()
        scene.office.pause.set()
        await scene.settle()
        assert scene.office.ends.empty()
        assert not scene.relay.chargers


async def test_calls_the_back_office_once_it_is_there_again() -> None:
    async with holding() as scene:
        _, office, relayed = await scene.pair()
        await lost(scene, office)
        beat = v16.HeartbeatRequest()
        with pytest.raises(CallTimeout) as late:
            await scene.clock.until(relayed.back_office.call(beat, total_timeout=1))
        assert not late.value.sent
        call = asyncio.ensure_future(relayed.back_office.call(beat))
        await scene.clock.pass_time(2)
        office = await scene.office.ends.get()
        _, message_id, *_ = json.loads(str(await office.recv()))
        answer = {"currentTime": "2026-01-31T12:00:00Z"}
        await office.send(json.dumps([3, message_id, answer]))
        assert (await call).current_time.year == 2026
        call = asyncio.ensure_future(relayed.back_office.call(beat))
        await office.recv()
        await lost(scene, office)
        with pytest.raises(ConnectionClosed) as closed:
            await call
        assert closed.value.sent


async def test_passes_an_answer_on_that_was_held_when_the_back_office_was_lost() -> (
    None
):
    async with holding() as scene:
        charger, office, relayed = await scene.pair()
        call, result = await own_call(charger, relayed)
        await charger.send(BEAT)
        await office.recv()
        calls = [f'[2,"{n}","ClearCache",{{}}]{" " * 10_000}' for n in range(20)]
        for text in calls:
            await office.send(text)
        await charger.send(result)
        assert await call == ACCEPTED
        await office.send(RESULT)  # waits behind the calls: the charger reads nothing
        await scene.settle()
        await lost(scene, office)
        received = [await charger.recv()]
        while received[-1] in calls:
            received.append(await charger.recv())
        assert received[-1] == RESULT
        assert 1 < len(received) < 20
