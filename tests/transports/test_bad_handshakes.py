"""Whatever comes before a WebSocket is open leaves a server serving, over any library.

Clients are to blame for all of this, so nothing of it is an error in the log.
"""

from __future__ import annotations

import asyncio
import logging
import re

import pytest

from ocpp_rpc import WebSocketSettings
from tests.rpc.served import heartbeats
from tests.transports.adapters import Adapter, over
from tests.transports.serving import serving
from tests.transports.wire import TEXT, Wire, dialled, opened, request

HEARTBEAT = b'[2,"1","Heartbeat",{}]'
ANSWERED = b'[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]'

CLIENT_HELLO = bytes.fromhex("16030102000100 01fc0303") + bytes(range(200))

BAD = {
    "no method": b"\r\n\r\n",
    "POST": request(method="POST"),
    "POST with a body": request("/ocpp/CP001", "Content-Length: 3", method="POST")
    + b"abc",
    "an unknown method": request(method="BREW"),
    "no upgrade": request(without=["Upgrade"]),
    "no connection": request(without=["Connection"]),
    "another upgrade": request("/ocpp/CP001", "Upgrade: h2c", without=["Upgrade"]),
    "no key": request(without=["Sec-WebSocket-Key"]),
    "a short key": request(
        "/ocpp/CP001", "Sec-WebSocket-Key: YWJj", without=["Sec-WebSocket-Key"]
    ),
    "a key that is none": request(
        "/ocpp/CP001", "Sec-WebSocket-Key: ???", without=["Sec-WebSocket-Key"]
    ),
    "no version": request(without=["Sec-WebSocket-Version"]),
    "an old version": request(
        "/ocpp/CP001", "Sec-WebSocket-Version: 8", without=["Sec-WebSocket-Version"]
    ),
    "a header without a colon": request("/ocpp/CP001", "nonsense"),
    "a header without a name": request("/ocpp/CP001", ": nonsense"),
    "a control character": request("/ocpp/CP001", "X-Acme: \x00"),
    "a huge line": request("/ocpp/CP001", f"X-Acme: {'x' * 200_000}"),
    "a huge target": request(f"/ocpp/{'x' * 200_000}"),
    "many lines": request("/ocpp/CP001", *(f"X-{n}: x" for n in range(5000))),
    "no HTTP": b"hello, is this OCPP?\r\n\r\n",
    "HTTP/1.0": request().replace(b"HTTP/1.1", b"HTTP/1.0"),
    "HTTP/9": request().replace(b"HTTP/1.1", b"HTTP/9.9"),
    "bytes": bytes(range(128, 256)) * 8 + b"\r\n\r\n",
    "TLS": CLIENT_HELLO,
}


async def still_serves(address: tuple[str, int]) -> None:
    async with opened(address) as wire:
        wire.send(TEXT, HEARTBEAT)
        assert await wire.message() == ANSWERED


async def refused(wire: Wire) -> None:
    """Expect an answer that refuses, or that the connection is closed without one."""
    wire.write_eof()
    answer = await wire.rest()
    assert answer == b"" or REFUSAL.match(answer)


REFUSAL = re.compile(rb"HTTP/1\.[01] (4[0-3]|50)")


@over("network")
@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
async def test_bad_requests(
    adapter: Adapter, data: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(adapter, heartbeats()) as (server, address):
        async with dialled(address) as wire:
            wire.write(data)
            await refused(wire)
            assert dict(server.connections) == {}
        await still_serves(address)
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


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
