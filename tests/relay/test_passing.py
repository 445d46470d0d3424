"""What passes: everything, as it is, in order, and as fast as it is read."""

from __future__ import annotations

import pytest

from tests.relay.scene import BEAT, Scene

FRAMES = [
    BEAT,
    '[ 2 , "1" ,\t"Heartbeat", { } ]\n',
    '[2,7,"Heartbeat",{}]',
    '[2,"vendor","com.acme.Blink",{"x":[1,2,{"é":null}]}]',
    '[3,"unasked",{}]',
    '[4,"unasked","NoSuchCode","",{}]',
    '[5,"1","GenericError","",{}]',
    '[6,"1","NotifyPeriodicEventStream",{}]',
    '[9,"1"]',
    '[2,"1"',
    "",
    "not OCPP",
    "\x00\x1f",
    '{"a":1}',
    "[" * 5000,
    '[2,"' + "i" * 5000 + '","Heartbeat",{}]',
    b"\x00\xff[2]",
    "x" * 500_000,
]


@pytest.mark.parametrize("frame", FRAMES, ids=range(len(FRAMES)))
async def test_passes_every_message_untouched_both_ways(frame: str | bytes) -> None:
    async with Scene() as scene:
        charger, office, _ = await scene.pair()
        await charger.send(frame)
        assert await office.recv() == frame
        await office.send(frame)
        assert await charger.recv() == frame


async def test_passes_messages_in_order() -> None:
    texts = [f'[2,"{number}","Heartbeat",{{}}]' for number in range(100)]
    async with Scene() as scene:
        charger, office, _ = await scene.pair()
        for text in texts[:10]:
            await charger.send(text)
            await office.send(text)
        assert [await office.recv() for _ in range(10)] == texts[:10]
        assert [await charger.recv() for _ in range(10)] == texts[:10]
