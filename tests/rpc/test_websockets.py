"""The transport over WebSocket, without a connection above it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from ocpp_rpc import HandshakeFailed, WebSocketSettings
from ocpp_rpc.transports import HandshakeRefused, HandshakeRequest, TransportClosed
from ocpp_rpc.transports.websockets import Listener, WebSocketTransport, dial, listen
from tests.rpc.served import HOST, stuck

LOCALHOST = Path(__file__).with_name("localhost.pem")
PLAIN = WebSocketSettings()
KNOWN = ("ocpp2.0.1", "ocpp1.6")


class Doors:
    """Lets in whoever knows the word, and keeps the transport open meanwhile."""

    def __init__(self) -> None:
        self.requests: list[HandshakeRequest] = []
        self.opened: asyncio.Queue[tuple[WebSocketTransport, str | None]]
        self.opened = asyncio.Queue()
        self.closing = asyncio.Event()

    async def admit(self, request: HandshakeRequest) -> None:
        self.requests.append(request)
        if request.headers.get("x-word") == "wrong":
            raise HandshakeRefused(403, "no")

    def select(self, offered: Sequence[str]) -> str | None:
        return next((name for name in reversed(offered) if name in KNOWN), None)

    async def accept(
        self,
        request: HandshakeRequest,
        transport: WebSocketTransport,
        subprotocol: str | None,
    ) -> None:
        assert request == self.requests[-1]
        self.opened.put_nowait((transport, subprotocol))
        await self.closing.wait()


@asynccontextmanager
async def listening(
    doors: Doors, settings: WebSocketSettings = PLAIN, **options: Any
) -> AsyncGenerator[Listener, None]:
    options = {"ssl": None, **options}
    listener = await listen(doors, HOST, 0, settings=settings, **options)
    try:
        yield listener
    finally:
        listener.stop()
        doors.closing.set()
        await listener.wait_closed()


async def open_to(
    listener: Listener,
    *,
    path: str = "/",
    subprotocols: Sequence[str] = KNOWN,
    headers: Mapping[str, str] | None = None,
    settings: WebSocketSettings = PLAIN,
) -> tuple[WebSocketTransport, str | None]:
    host, port = listener.address
    return await dial(
        f"ws://{host}:{port}{path}",
        subprotocols=subprotocols,
        headers=headers or {},
        ssl=None,
        settings=settings,
    )


@asynccontextmanager
async def both_ends(
    settings: WebSocketSettings = PLAIN,
) -> AsyncGenerator[tuple[WebSocketTransport, WebSocketTransport], None]:
    doors = Doors()
    async with listening(doors, settings) as listener:
        ours, _ = await open_to(listener, settings=settings)
        theirs, _ = await doors.opened.get()
        yield ours, theirs


# --- Opening --------------------------------------------------------------------------


async def test_what_a_client_asks_for() -> None:
    doors = Doors()
    async with listening(doors) as listener:
        _, selected = await open_to(
            listener,
            path="/a/CP%20001?x=1",
            headers={"X-Acme": "1"},
        )
        _, accepted = await doors.opened.get()
    assert selected == accepted == "ocpp1.6"
    (request,) = doors.requests
    assert request.path == "/a/CP%20001"
    assert request.subprotocols == list(KNOWN)
    assert request.headers["x-acme"] == "1"


async def test_no_common_subprotocol() -> None:
    doors = Doors()
    async with listening(doors) as listener:
        _, selected = await open_to(listener, subprotocols=["nonsense"])
        _, accepted = await doors.opened.get()
    assert selected is accepted is None


async def test_who_is_not_let_in() -> None:
    doors = Doors()
    async with listening(doors) as listener:
        with pytest.raises(HandshakeFailed) as caught:
            await open_to(listener, headers={"X-Word": "wrong"})
    assert caught.value.status == 403
    assert doors.opened.empty()


async def test_nobody_is_there() -> None:
    async with listening(Doors()) as listener:
        host, port = listener.address
    with pytest.raises(HandshakeFailed, match="no server") as caught:
        await dial(
            f"ws://user:secret@{host}:{port}/x",
            subprotocols=KNOWN,
            headers={},
            ssl=None,
            settings=PLAIN,
        )
    assert caught.value.status is None
    assert caught.value.url == f"ws://{host}:{port}/x"


@pytest.mark.parametrize("compression", [True, False])
async def test_compression(compression: bool) -> None:
    doors, settings = Doors(), WebSocketSettings(compression=compression)
    async with listening(doors, settings) as listener:
        await open_to(listener, settings=settings)
        await doors.opened.get()
    (request,) = doors.requests
    offer = request.headers.get("sec-websocket-extensions", "")
    assert ("permessage-deflate" in offer) is compression


# --- Messages -------------------------------------------------------------------------


async def test_messages_of_either_side() -> None:
    async with both_ends() as (ours, theirs):
        await ours.send("text")
        assert await theirs.recv() == "text"
        await theirs.send("é \U0001f600")
        assert await ours.recv() == "é \U0001f600"


async def test_a_reader_may_give_up() -> None:
    async with both_ends() as (ours, theirs):
        reading = asyncio.create_task(theirs.recv())
        await asyncio.sleep(0)
        reading.cancel()
        await asyncio.wait([reading])
        await ours.send("text")
        assert await theirs.recv() == "text"


# --- The end --------------------------------------------------------------------------


async def test_a_close_is_told_to_both() -> None:
    async with both_ends() as (ours, theirs):
        closing = asyncio.create_task(ours.close(4000, "bye"))
        for end in (theirs, ours):
            for use in (end.recv, lambda end=end: end.send("x")):
                with pytest.raises(TransportClosed) as caught:
                    await use()
                assert type(caught.value.code) is int
                assert (caught.value.code, caught.value.reason) == (4000, "bye")
        await closing
        await ours.close(1000, "")


async def test_an_abort_is_noticed_by_both() -> None:
    async with both_ends() as (ours, theirs):
        ours.abort()
        for end in (theirs, ours):
            with pytest.raises(TransportClosed) as caught:
                await end.recv()
            assert (caught.value.code, caught.value.reason) == (1006, "")


async def test_a_message_that_is_too_long_ends_it() -> None:
    async with both_ends(WebSocketSettings(max_size=10)) as (ours, theirs):
        await ours.send("x" * 11)
        for end in (theirs, ours):
            with pytest.raises(TransportClosed) as caught:
                await end.recv()
            assert type(caught.value.code) is int
            assert caught.value.code == 1009


async def test_a_close_does_not_wait_for_who_does_not_read() -> None:
    settings = WebSocketSettings(compression=False, close_timeout=0.1)

    async def flood(transport: WebSocketTransport) -> None:
        for _ in range(200):
            await transport.send("x" * 500_000)

    async with both_ends(settings) as (ours, _):
        flooding = asyncio.create_task(flood(ours))
        await stuck(ours)
        await ours.close(1000, "")
        with pytest.raises(TransportClosed):
            await flooding


# --- TLS ------------------------------------------------------------------------------


@pytest.mark.parametrize("trusted", [True, False])
async def test_tls(trusted: bool) -> None:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(LOCALHOST)
    client = ssl.create_default_context(cafile=LOCALHOST if trusted else None)
    doors = Doors()
    async with listening(doors, ssl=server) as listener:
        opening = dial(
            f"wss://localhost:{listener.address[1]}/",
            subprotocols=KNOWN,
            headers={},
            ssl=client,
            settings=PLAIN,
        )
        if trusted:
            ours, _ = await opening
            theirs, _ = await doors.opened.get()
            await ours.send("text")
            assert await theirs.recv() == "text"
        else:
            with pytest.raises(HandshakeFailed, match="certificate"):
                await opening
            assert doors.requests == []
