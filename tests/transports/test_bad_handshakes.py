"""Whatever comes before a WebSocket is open leaves a server serving, over any library.

Clients are to blame for all of this, so nothing of it is an error in the log.
"""

from __future__ import annotations

import asyncio
import logging
import re

import pytest

from ocpp_rpc import WebSocketSettings
from tests.support.served import heartbeats
from tests.transports.adapters import Adapter, over
from tests.transports.away import AWAY, Away
from tests.transports.serving import serving
from tests.transports.wire import TEXT, dialled, opened, request

HEARTBEAT = b'[2,"1","Heartbeat",{}]'
ANSWERED = b'[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]'


async def still_serves(address: tuple[str, int]) -> None:
    async with opened(address) as wire:
        wire.send(TEXT, HEARTBEAT)
        assert await wire.message() == ANSWERED


@over("network")
@pytest.mark.parametrize("away", AWAY.values(), ids=AWAY)
async def test_bad_requests(
    adapter: Adapter, away: Away, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(adapter, heartbeats()) as (server, address):
        async with dialled(address) as wire:
            wire.write(away.data)
            if not adapter.is_library:
                wire.write_eof()  # it waits for more of what is no HTTP
            answer = await wire.rest()
            assert REFUSAL.match(answer) or (answer == b"" and not adapter.is_library)
            assert dict(server.connections) == {}
        await still_serves(address)
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


REFUSAL = re.compile(rb"HTTP/1\.[01] (4[0-3]|50)")


@over("network")
@pytest.mark.parametrize("offer", ["", '"', "a b", "ocpp1.6;x", "\xff", "a/b, ocpp1.6"])
async def test_bad_subprotocols(
    adapter: Adapter, offer: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(adapter, heartbeats()) as (server, address):
        async with dialled(address) as wire:
            lines = [f"Sec-WebSocket-Protocol: {offer}"]
            without = ["Sec-WebSocket-Protocol"]
            answer = await wire.ask(request("/ocpp/CP001", *lines, without=without))
            # They are read all the same, or there is none in them; uvicorn says 400.
            assert answer.status == 101 or adapter.name == "asgi"
            if answer.status == 101 and "sec-websocket-protocol" not in answer:
                assert (await wire.close_frame())[0] == 1002
        await still_serves(address)
        assert server.connections.total <= 1
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


@over("network")
@pytest.mark.parametrize("size", [0, 1, 20, 100, len(request()) - 2])
async def test_who_goes_away_early(
    adapter: Adapter, size: int, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(adapter, heartbeats()) as (_, address):
        for reset in (False, True):
            async with dialled(address) as wire:
                wire.write(request()[:size])
                await asyncio.sleep(0)
                if reset:
                    wire.reset()
        await still_serves(address)
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


@over("network", "open_timeout")
@pytest.mark.parametrize("size", [0, 20, 100])
async def test_who_takes_too_long(
    adapter: Adapter, size: int, caplog: pytest.LogCaptureFixture
) -> None:
    websocket = WebSocketSettings(open_timeout=0.05)
    async with serving(adapter, heartbeats(), websocket=websocket) as (_, address):
        async with dialled(address) as wire:
            wire.write(request()[:size])
            async with asyncio.timeout(5):
                await wire.rest()
        await still_serves(address)
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []
