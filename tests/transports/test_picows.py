"""What only the adapter of picows has to see to."""

from __future__ import annotations

import asyncio
import gc
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
import uvloop

from ocpp_rpc import HandshakeFailed, WebSocketSettings
from ocpp_rpc.transports import HttpAnswer, TransportClosed, picows
from ocpp_rpc.transports.picows import PicowsTransport
from tests.confidential import PASSWORD
from tests.transports.adapters import (
    ADAPTERS,
    HOST,
    PLAIN,
    SUBPROTOCOL,
    Adapter,
    Doors,
    Side,
)
from tests.transports.wire import (
    BINARY,
    CLOSE,
    PONG,
    TEXT,
    Frame,
    Wire,
    answered,
    answering,
    dialled,
    facing,
    framed,
    opened,
    request,
    told_to_close,
)

LOCALHOST = Path(__file__).with_name("localhost.pem")

(PICOWS,) = (each for each in ADAPTERS if each.name == "picows")
(WEBSOCKETS,) = (each for each in ADAPTERS if each.name == "websockets")

SIDES: tuple[Side, ...] = ("client", "server")

both_sides = pytest.mark.parametrize("side", SIDES)

NewLoop: TypeAlias = Callable[[], asyncio.AbstractEventLoop]

LOOPS: dict[str, NewLoop] = {
    "asyncio": asyncio.new_event_loop,
    "uvloop": uvloop.new_event_loop,
}

on_both_loops = pytest.mark.parametrize("new_loop", LOOPS.values(), ids=LOOPS)


# --- Messages -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("client", "server"), [(PICOWS, WEBSOCKETS), (WEBSOCKETS, PICOWS)]
)
async def test_compressed_with_another_library(
    client: Adapter, server: Adapter
) -> None:
    texts = ["short", *(f"{number} {'é' * 5000}" for number in range(20)), ""]
    doors = Doors()
    async with server.let_in(doors) as address:
        ours = await client.dial(address)
        theirs = await doors.opened.get()
        (asked,) = doors.requests
        assert "permessage-deflate" in asked.headers["sec-websocket-extensions"]
        for sender, receiver in ((ours, theirs), (theirs, ours)):
            for text in texts:
                await sender.send(text)
                assert await receiver.recv() == text


@both_sides
@on_both_loops
def test_messages_while_much_is_unsent(side: Side, new_loop: NewLoop) -> None:
    """Of what it does not copy, picows would write the head of a later message."""
    settings = WebSocketSettings(compression=False, max_unsent=2**25)
    texts = [str(number % 10) * (number * 997 % 30_000) for number in range(1000)]

    async def carry() -> None:
        async with facing(PICOWS, side, settings) as (transport, wire):
            for text in texts:
                await transport.send(text)
            for text in texts:
                assert await wire.message() == text.encode()

    with asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(carry())


@both_sides
async def test_a_pong_and_the_end_at_once(side: Side) -> None:
    async with facing(PICOWS, side) as (transport, wire):
        pinging = asyncio.create_task(transport.ping())
        _, payload, *_ = await wire.frame()
        wire.send(PONG, payload)
        wire.send(BINARY, b"")
        assert await transport.recv() == b""
        assert await pinging is True


# --- Closing --------------------------------------------------------------------------


@both_sides
@on_both_loops
def test_what_has_arrived_before_the_end_is_read(side: Side, new_loop: NewLoop) -> None:
    texts = [str(number) for number in range(100)]

    async def carry() -> None:
        async with facing(PICOWS, side) as (transport, wire):
            frames = [Frame(TEXT, text.encode()) for text in texts]
            masked = side == "server"
            wire.write(b"".join(framed(frame, masked=masked) for frame in frames))
            assert await transport.recv() == texts[0]
            transport.abort()
            with pytest.raises(TransportClosed):
                await transport.ping()
            await transport.close(1000, "")
            for text in texts[1:]:
                assert await transport.recv() == text
            with pytest.raises(TransportClosed):
                await transport.recv()

    with asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(carry())


@both_sides
@pytest.mark.parametrize("code", [0, 1005, 1006, 1015, 5000, 65535])
async def test_close_codes_that_are_none(side: Side, code: int) -> None:
    async with facing(PICOWS, side) as (transport, wire):
        wire.send(CLOSE, told_to_close(code))
        assert (await wire.close_frame())[0] == 1002
        with pytest.raises(TransportClosed) as caught:
            await transport.recv()
        assert caught.value.code == 1002


@both_sides
async def test_what_follows_a_close_is_not_taken(side: Side) -> None:
    async with facing(PICOWS, side) as (transport, wire):
        wire.send(CLOSE, told_to_close(1000))
        wire.send(TEXT, b"too late")
        with pytest.raises(TransportClosed):
            await transport.recv()


@both_sides
async def test_what_follows_a_violation_is_not_taken(side: Side) -> None:
    async with facing(PICOWS, side) as (transport, wire):
        wire.send(TEXT, b"\xff")
        wire.send(TEXT, b"too late")
        with pytest.raises(TransportClosed) as caught:
            await transport.recv()
        assert caught.value.code == 1007


@both_sides
@pytest.mark.parametrize("way", ["abort", "close", "ping", "send"])
async def test_a_violation_of_who_does_not_read(side: Side, way: str) -> None:
    """picows would wait for ever until all is written."""
    settings = WebSocketSettings(
        compression=False, max_unsent=2**25, close_timeout=0.05
    )
    async with facing(PICOWS, side, settings) as (transport, wire):
        for _ in range(PIECES):
            await transport.send("x" * 2**16)
        wire.send(TEXT, b"before")
        wire.send(TEXT, b"\xff")
        assert await transport.recv() == "before"
        async with asyncio.timeout(2):
            if way == "abort":
                transport.abort()
            elif way == "close":
                await transport.close(1000, "")
            else:
                use = transport.ping() if way == "ping" else transport.send("x")
                with pytest.raises(TransportClosed):
                    await use
            with pytest.raises(TransportClosed) as caught:
                await transport.recv()
        assert caught.value.code == 1007


PIECES = 256  # of 64 KiB: more than the network takes


@both_sides
async def test_a_fault_of_ours_is_logged(
    side: Side, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("our fault")

    async with facing(PICOWS, side) as (transport, wire):
        monkeypatch.setattr(PicowsTransport, "_deliver", fail)
        wire.send(TEXT, b"")
        assert (await wire.close_frame())[0] == 1011
        with pytest.raises(TransportClosed):
            await transport.recv()
    assert "our fault" in caplog.text


# --- The client -----------------------------------------------------------------------


async def dial(url: str, *subprotocols: str) -> str | None:
    """Open a WebSocket, close it, and return the subprotocol."""
    transport, selected = await picows.dial(
        url, subprotocols=subprotocols, headers={}, ssl=None, settings=PLAIN
    )
    transport.abort()
    return selected


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1", "ws://", "ws://127.0.0.1:x/", "ws://a..b/", "127.0.0.1"]
)
async def test_urls_that_are_none(url: str) -> None:
    with pytest.raises(HandshakeFailed) as caught:
        await dial(url)
    assert caught.value.status is None


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        ("", "/"),
        ("?x=1", "/?x=1"),
        ("/a%2Fb/é x?y=%20&z=é", "/a%2Fb/%C3%A9%20x?y=%20&z=%C3%A9"),
    ],
)
async def test_what_a_client_asks_for(target: str, asked: str) -> None:
    doors = Doors(subprotocol=None)
    async with PICOWS.let_in(doors) as (host, port):
        assert await dial(f"ws://user:{PASSWORD}@{host}:{port}{target}") is None
        (handshake,) = doors.requests
    assert handshake.target == asked
    assert handshake.headers["host"] == f"{host}:{port}"
    assert "sec-websocket-protocol" not in handshake.headers


@pytest.mark.parametrize(
    "answer",
    [
        answered("200 OK"),
        answered("302 Found", "Location: ws://127.0.0.1:1/"),
        answered("520 Odd"),
        answered("101 Switching Protocols"),
        b"",
        b"hello\r\n\r\n",
    ],
)
async def test_answers_that_open_nothing(answer: bytes) -> None:
    async with answering(lambda _: answer) as ((host, port), wires):
        dialling = asyncio.create_task(dial(f"ws://{host}:{port}/", SUBPROTOCOL))
        (await wires.get()).vanish()
        with pytest.raises(HandshakeFailed):
            await dialling


async def test_who_gives_up_closes_the_connection() -> None:
    async with answering(lambda _: b"") as ((host, port), wires):
        dialling = asyncio.create_task(dial(f"ws://{host}:{port}/", SUBPROTOCOL))
        wire = await wires.get()
        dialling.cancel()
        async with asyncio.timeout(2):
            assert await wire.rest() == b""


# --- The server -----------------------------------------------------------------------


async def test_much_that_comes_before_the_decision() -> None:
    doors = Doors()
    doors.deciding = asyncio.Event()
    async with PICOWS.let_in(doors) as address, dialled(address) as wire:
        wire.write(request())
        await doors.asked.wait()
        for _ in range(PIECES):
            wire.send(TEXT, b"x" * 2**16)
        for _ in range(500):
            await asyncio.sleep(0)
        assert wire.unsent > 2**20
        doors.deciding.set()
        assert (await wire.answer()).status == 101
        transport = await doors.opened.get()
        for _ in range(PIECES):
            assert await transport.recv() == "x" * 2**16


async def test_who_has_said_nothing_does_not_keep_a_listener_open() -> None:
    listener = await picows.listen(Doors(), HOST, 0, ssl=None, settings=PLAIN)
    async with dialled(listener.address) as silent, dialled(listener.address) as slow:
        slow.write(request()[:10])
        await asyncio.sleep(0.01)  # no event tells that it has arrived
        listener.stop()
        async with asyncio.timeout(2):
            await listener.wait_closed()
            assert await silent.rest() == await slow.rest() == b""


async def test_who_is_answered_and_goes_on() -> None:
    doors = Doors(HttpAnswer(404, "no\n"))
    async with PICOWS.let_in(doors) as address, dialled(address) as wire:
        answer = await wire.ask(request())
        wire.send(TEXT, b"hello?")
        assert (answer.status, answer.body) == (404, b"no\n")
        assert answer["connection"] == "close"
        assert await wire.rest() == b""


async def all_is_taken(wire: Wire) -> None:
    async with asyncio.timeout(5):
        while wire.unsent:  # noqa: ASYNC110 - no event tells
            await asyncio.sleep(0)


async def test_who_says_too_much_is_answered_all_the_same() -> None:
    doors = Doors()
    async with PICOWS.let_in(doors) as address, dialled(address) as wire:
        answer = await wire.ask(request("/ocpp/CP001", f"X-Acme: {'x' * 2**24}"))
        assert answer.status == 431
        await all_is_taken(wire)
    assert doors.requests == []


async def test_who_goes_on_before_the_decision_is_answered_all_the_same() -> None:
    doors = Doors(HttpAnswer(404, "no\n"))
    doors.deciding = asyncio.Event()
    async with PICOWS.let_in(doors) as address, dialled(address) as wire:
        wire.write(request())
        await doors.asked.wait()
        wire.send(TEXT, b"x" * 2**24)
        for _ in range(500):
            await asyncio.sleep(0)
        assert wire.unsent > 0
        doors.deciding.set()
        assert (await wire.answer()).status == 404
        await all_is_taken(wire)


async def test_who_has_vanished_is_not_served(
    caplog: pytest.LogCaptureFixture,
) -> None:
    doors = Doors()
    doors.deciding = asyncio.Event()
    async with PICOWS.let_in(doors) as address:
        async with dialled(address) as wire:
            wire.write(request())
            await doors.asked.wait()
            wire.reset()
        await asyncio.sleep(0.02)  # no event tells when the other side knows
        doors.deciding.set()
        for _ in range(3):
            await asyncio.sleep(0)
        gc.collect()  # tells of exceptions that nobody has taken
    assert caplog.records == []


async def test_who_is_not_served_any_more_is_told_to_close() -> None:
    doors = Doors()
    async with PICOWS.let_in(doors) as address, opened(address) as wire:
        await doors.opened.get()
        doors.closing.set()
        assert await wire.close_frame() == (1000, "")
        wire.send(CLOSE, told_to_close(1000))
        assert await wire.rest() == b""


async def test_a_status_without_a_name() -> None:
    doors = Doors(HttpAnswer(499, "odd\n"))
    async with PICOWS.let_in(doors) as address, dialled(address) as wire:
        answer = await wire.ask(request())
        assert (answer.status, answer.body) == (499, b"odd\n")


async def test_an_answer_over_tls() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(LOCALHOST)
    own = ssl.create_default_context(cafile=str(LOCALHOST))
    doors = Doors(HttpAnswer(503, "later\n"))
    async with (
        PICOWS.let_in(doors, tls=context) as (_, port),
        dialled(("localhost", port), ssl=own) as wire,
    ):
        answer = await wire.ask(request())
        assert (answer.status, answer.body) == (503, b"later\n")
        assert await wire.rest() == b""
