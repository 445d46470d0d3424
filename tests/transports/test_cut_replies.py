"""A server that dies while it answers, over whichever library."""

from __future__ import annotations

import asyncio
import json

import pytest

from ocpp_messages import v16
from ocpp_rpc import ConnectionClosed, connect
from tests.transports.adapters import Adapter, over
from tests.transports.wire import TEXT, Frame, accepted, answering, framed


@over("client", "network")
@pytest.mark.parametrize("cut", [0, 1, 2, 10, -1])
async def test_a_reply_that_is_cut_off(adapter: Adapter, cut: int) -> None:
    async with answering(accepted) as ((host, port), wires):
        url = f"ws://{host}:{port}/ocpp"
        async with connect(
            url, "CP001", versions=["1.6"], transport=adapter.client
        ) as connection:
            wire = await wires.get()
            call = asyncio.create_task(connection.call(v16.HeartbeatRequest()))
            _, message_id, *_ = json.loads(await wire.message())
            time = {"currentTime": "2026-01-31T12:00:00Z"}
            reply = json.dumps([3, message_id, time]).encode()
            wire.write(framed(Frame(TEXT, reply), masked=False)[:cut])
            wire.vanish()
            with pytest.raises(ConnectionClosed) as caught:
                await call
    assert (caught.value.sent, caught.value.code) == (True, 1006)
