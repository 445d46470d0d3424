"""Calls of the relay's own, to both sides."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    Accept,
    CallTimeout,
    ConnectionClosed,
    Handshake,
    InvalidResponse,
    OcppError,
    QueueFull,
    Settings,
    WebSocketSettings,
)
from ocpp_rpc.relay import RelaySettings
from ocpp_rpc.relay.heads import head_of
from tests.relay.scene import BEAT, CALL, End, Scene
from tests.support.served import ACCEPTED, SOFT

RESULT = '[3,"1",{"status":"Accepted"}]'
BOOTED = v16.BootNotificationRequest(charge_point_vendor="A", charge_point_model="B")


async def arrived(end: End) -> Any:
    text = await end.recv()
    assert isinstance(text, str)
    return json.loads(text)


def task_of(coroutine: Any) -> asyncio.Task[Any]:
    return asyncio.ensure_future(coroutine)


async def nothing(scene: Scene, end: End) -> bool:
    """Tell whether nothing has arrived."""
    waiting = asyncio.ensure_future(end.recv())
    await scene.settle()
    is_there = waiting.done()
    waiting.cancel()
    return not is_there


async def test_calls_the_charger_and_keeps_its_reply_to_itself() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT))
        kind, message_id, action, payload = await arrived(charger)
        assert (kind, action, payload) == (2, "Reset", {"type": "Soft"})
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        assert await call == ACCEPTED
        await charger.send(BEAT)
        assert await office.recv() == BEAT


async def test_a_charger_with_settings_of_its_own() -> None:
    def hook(_: Handshake) -> Accept:
        small = WebSocketSettings(ping_interval=None, max_size=100)
        return Accept(settings=Settings(), websocket=small)

    async with Scene(on_connect=hook) as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT))
        _, message_id, *_ = await arrived(charger)
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        assert await call == ACCEPTED
        await charger.send(BEAT)
        assert await office.recv() == BEAT
        await charger.send(BEAT + " " * 100)
        await scene.settle()
        assert relayed.closed


async def test_calls_the_back_office_in_the_place_of_the_charger() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.back_office.call(v16.HeartbeatRequest()))
        _, message_id, action, _ = await arrived(office)
        assert action == "Heartbeat"
        answer = {"currentTime": "2026-01-31T12:00:00Z"}
        await office.send(json.dumps([3, message_id, answer]))
        assert (await call).current_time.year == 2026
        await office.send(CALL)
        assert await charger.recv() == CALL


async def test_raises_what_calls_raise() -> None:
    async with Scene() as scene:
        charger, _, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT))
        _, message_id, *_ = await arrived(charger)
        await charger.send(json.dumps([4, message_id, "NotSupported", "", {}]))
        with pytest.raises(OcppError, match="NotSupported"):
            await call
        call = task_of(relayed.call(SOFT))
        _, message_id, *_ = await arrived(charger)
        await charger.send(json.dumps([3, message_id, {"status": "Never"}]))
        with pytest.raises(InvalidResponse):
            await call
        call = task_of(relayed.call(SOFT))
        await arrived(charger)
        charger.cut()
        with pytest.raises(ConnectionClosed) as closed:
            await call
        assert closed.value.sent


async def test_waits_until_the_charger_has_answered_and_holds_the_next_call() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        await office.send(CALL)
        assert await charger.recv() == CALL
        call = task_of(relayed.call(SOFT))
        assert await nothing(scene, charger)  # it has a call to answer
        await charger.send(RESULT)
        assert await office.recv() == RESULT
        _, message_id, *_ = await arrived(charger)
        await office.send(CALL)
        await office.send(BEAT)
        assert await nothing(scene, charger)  # that of the relay is under way
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        assert await call == ACCEPTED
        assert [await charger.recv(), await charger.recv()] == [CALL, BEAT]


async def test_lets_replies_overtake_what_is_held() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT))
        _, message_id, *_ = await arrived(charger)
        await charger.send(BEAT)
        assert await office.recv() == BEAT
        await office.send(CALL)
        await office.send(RESULT)
        assert await charger.recv() == RESULT
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        await call
        assert await charger.recv() == CALL


async def test_takes_turns_with_the_back_office() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        calls = [task_of(relayed.call(SOFT)) for _ in range(3)]
        actions: list[str] = []
        for number in range(3):
            _, message_id, *_ = await arrived(charger)
            await office.send(f'[2,"{number}","ClearCache",{{}}]')
            await scene.settle()
            await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
            _, message_id, action, _ = await arrived(charger)
            actions.append(action)
            await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
            await office.recv()
        assert actions == ["ClearCache"] * 3
        assert await asyncio.gather(*calls) == [ACCEPTED] * 3


async def test_does_not_wait_for_ever_for_an_answer_of_the_charger() -> None:
    async with Scene(relay=RelaySettings(answer_timeout=30)) as scene:
        charger, office, relayed = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        call = task_of(relayed.call(SOFT))
        await scene.clock.pass_time(29)
        assert await nothing(scene, charger)
        await scene.clock.pass_time(1)
        _, message_id, *_ = await arrived(charger)
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        assert await call == ACCEPTED
        await charger.send(RESULT)  # late, but the back office may wait still
        assert await office.recv() == RESULT


@pytest.mark.parametrize("limit", ["turn_timeout", "total_timeout"])
async def test_gives_up_a_call_that_gets_no_turn(limit: str) -> None:
    rules = RelaySettings(turn_timeout=5 if limit == "turn_timeout" else 60)
    async with Scene(relay=rules) as scene:
        charger, office, relayed = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        total = 5 if limit == "total_timeout" else None
        call = task_of(relayed.call(SOFT, total_timeout=total))
        await scene.clock.pass_time(5)
        with pytest.raises(CallTimeout) as late:
            await call
        assert not late.value.sent
        await office.send(BEAT)  # nothing is held any more
        assert await charger.recv() == BEAT


async def test_passes_no_late_reply_to_a_call_of_the_relay() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT, timeout=1))
        _, message_id, *_ = await arrived(charger)
        await office.send(CALL)
        await scene.clock.pass_time(1)
        with pytest.raises(CallTimeout):
            await call
        assert await charger.recv() == CALL  # no longer held
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        await charger.send(RESULT)
        assert await office.recv() == RESULT


async def test_does_not_send_a_call_that_was_cancelled_while_it_waited() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        await office.send(CALL)
        await charger.recv()
        call = task_of(relayed.call(SOFT))
        await scene.settle()
        call.cancel()
        await charger.send(RESULT)
        assert await nothing(scene, charger)
        assert call.cancelled()


async def test_lets_only_so_many_calls_wait() -> None:
    async with Scene(relay=RelaySettings(max_waiting=1)) as scene:
        charger, _, relayed = await scene.pair()
        calls = [task_of(relayed.call(SOFT)) for _ in range(2)]
        await arrived(charger)
        with pytest.raises(QueueFull):
            await relayed.call(SOFT)
        charger.cut()
        results = await asyncio.gather(*calls, return_exceptions=True)
        assert [type(each) for each in results] == [ConnectionClosed] * 2


async def test_stops_reading_when_too_much_is_held() -> None:
    rules = RelaySettings(max_held=4)
    async with Scene(relay=rules) as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT))
        _, message_id, *_ = await arrived(charger)
        texts = [f'[2,"{number}","ClearCache",{{}}]' for number in range(200)]

        async def flood() -> None:
            for text in texts:
                await office.send(text * 1000)

        sending = task_of(flood())
        await scene.settle()
        assert not sending.done()  # the back office has to wait
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        await call
        received = [await charger.recv() for _ in texts]
        assert received == [text * 1000 for text in texts]
        await sending


async def test_never_uses_an_id_that_has_passed() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT))
        _, first, *_ = await arrived(charger)
        prefix = first.rpartition("-")[0]
        await charger.send(json.dumps([3, first, {"status": "Accepted"}]))
        await call
        copied = json.dumps([2, f"{prefix}-2", "Heartbeat", {}])
        await charger.send(copied)
        assert await office.recv() == copied
        reply = json.dumps([3, f"{prefix}-2", {"currentTime": "2026-01-31T12:00:00Z"}])
        await office.send(reply)
        assert await charger.recv() == reply  # though it looks like one for the relay
        call = task_of(relayed.call(SOFT))
        _, second, *_ = await arrived(charger)
        assert not second.startswith(prefix)
        await charger.send(json.dumps([3, second, {"status": "Accepted"}]))
        assert await call == ACCEPTED


async def test_holds_a_call_with_the_id_of_one_of_the_relay() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT))
        _, message_id, *_ = await arrived(charger)
        same = json.dumps([2, message_id, "ClearCache", {}])
        await office.send(same)
        await scene.settle()
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        assert await call == ACCEPTED
        assert await charger.recv() == same
        reply = json.dumps([3, message_id, {"status": "Accepted"}])
        await charger.send(reply)
        assert await office.recv() == reply


@pytest.mark.parametrize("written", ["é", r"\u00e9", r"e\u0301\""])
async def test_knows_an_id_however_it_is_written(written: str) -> None:
    """A call is answered by an id in another spelling, so the next turn begins."""
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        await office.send(f'[2,"{written}","ClearCache",{{}}]')
        message_id = json.loads(str(await charger.recv()))[1]
        call = task_of(relayed.call(SOFT))
        other = json.dumps([3, message_id, {}], ensure_ascii="\\" not in written)
        await charger.send(other)
        assert await office.recv() == other
        _, message_id, *_ = await arrived(charger)
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        assert await call == ACCEPTED


async def test_makes_a_hundred_calls_one_after_the_other() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        calls = [task_of(relayed.call(SOFT)) for _ in range(100)]
        ids: set[str] = set()
        for _ in calls:
            _, message_id, *_ = await arrived(charger)
            assert await nothing(scene, charger)
            ids.add(message_id)
            await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        assert await asyncio.gather(*calls) == [ACCEPTED] * 100
        assert len(ids) == 100
        await charger.send(BEAT)
        assert await office.recv() == BEAT


@pytest.mark.parametrize("side", ["charger", "back office"])
async def test_ends_a_call_that_is_never_answered(side: str) -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        if side == "charger":
            called, caller, waiting = charger, office, task_of(relayed.call(SOFT))
        else:
            beat = relayed.back_office.call(v16.HeartbeatRequest())
            called, caller, waiting = office, charger, task_of(beat)
        await called.recv()
        await caller.send(BEAT)  # is held
        assert await nothing(scene, called)
        await scene.clock.pass_time(30)
        with pytest.raises(CallTimeout) as late:
            await waiting
        assert late.value.sent
        assert await called.recv() == BEAT


async def test_takes_no_reply_from_the_side_that_it_has_not_called() -> None:
    """Whoever guesses an id can answer only what it is called itself."""
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        down = task_of(relayed.call(SOFT))
        _, down_id, *_ = await arrived(charger)
        up = task_of(relayed.back_office.call(v16.HeartbeatRequest()))
        _, up_id, *_ = await arrived(office)
        await office.send(json.dumps([3, down_id, {"status": "Rejected"}]))
        await charger.send(json.dumps([3, up_id, {"currentTime": "1999-01-01T0"}]))
        await charger.send(json.dumps([4, up_id, "InternalError", "", {}]))
        assert await nothing(scene, charger)
        assert await nothing(scene, office)
        assert not down.done()
        assert not up.done()
        await charger.send(json.dumps([3, down_id, {"status": "Accepted"}]))
        answer = {"currentTime": "2026-01-31T12:00:00Z"}
        await office.send(json.dumps([3, up_id, answer]))
        assert await down == ACCEPTED
        assert (await up).current_time.year == 2026


async def test_ends_only_that_call_by_a_reply_that_makes_no_sense() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT))
        _, message_id, *_ = await arrived(charger)
        await charger.send(f'[3,"{message_id}",[[]')
        with pytest.raises((InvalidResponse, CallTimeout)):
            await scene.clock.until(call)
        await charger.send(BEAT)
        assert await office.recv() == BEAT
        assert not relayed.closed


async def test_outlives_a_flood_of_replies_that_nobody_waits_for() -> None:
    async with Scene() as scene:
        charger, office, relayed = await scene.pair()
        call = task_of(relayed.call(SOFT))
        _, message_id, *_ = await arrived(charger)
        reply = json.dumps([3, message_id, {"status": "Accepted"}])
        for _ in range(300):
            await charger.send(reply)
            await charger.send('[3,"unasked",{}]')
            assert await office.recv() == '[3,"unasked",{}]'
        assert await call == ACCEPTED
        assert not relayed.closed


HOSTILE = ['[2,"' + r"\a" * 500_000, '[2,"1","' + r"\\" * 500_000, " " * 10**6]


@pytest.mark.parametrize("frame", HOSTILE, ids=range(len(HOSTILE)))
def test_reads_only_so_much_for_the_head_of_a_frame(frame: str) -> None:
    start = time.process_time()
    head_of(frame)
    assert time.process_time() - start < 0.02  # 0.0001, unless all of it is read


async def test_one_charger_spends_no_ids_of_another() -> None:
    async with Scene() as scene:
        spender, _, spending = await scene.pair("CP001")
        charger, _, relayed = await scene.pair("CP002")
        call = task_of(relayed.call(SOFT))
        _, message_id, *_ = await arrived(charger)
        for _ in range(17):
            waiting = task_of(spending.call(SOFT))
            _, seen, *_ = await arrived(spender)
            await spender.send(json.dumps([3, seen, {"status": "Accepted"}]))
            await waiting
            await spender.send(json.dumps([2, seen, "Heartbeat", {}]))
        await charger.send(json.dumps([3, message_id, {"status": "Accepted"}]))
        assert await call == ACCEPTED
