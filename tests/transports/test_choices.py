"""What a hook chooses for one station, over every listener."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

import pytest

from ocpp_rpc import (
    Accept,
    Handshake,
    HandshakeFailed,
    NegotiationFailed,
    Server,
    ServerSettings,
    WebSocketSettings,
    connect,
)
from ocpp_rpc.testing import network
from ocpp_rpc.transports import Library, TransportClosed
from ocpp_rpc.transports.libraries import library
from tests.support.served import heartbeats
from tests.transports.adapters import (
    ADAPTERS,
    HOST,
    PLAIN,
    SUBPROTOCOL,
    Adapter,
    Doors,
    over,
)
from tests.transports.serving import serving
from tests.transports.wire import (
    CLOSE,
    DEFLATE,
    TEXT,
    accepted,
    answering,
    dialled,
    request,
    told_to_close,
)

HEARTBEAT = '[2,"1","Heartbeat",{}]'
ANSWERED = '[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]'

OFFERED = ["Sec-WebSocket-Protocol"]


@over("network")
@pytest.mark.parametrize("offer", [None, "ocpp2.0.1", "acme, ocpp2.0.1"])
async def test_a_version_that_was_not_offered(
    adapter: Adapter, offer: str | None
) -> None:
    lines = [] if offer is None else [f"Sec-WebSocket-Protocol: {offer}"]
    async with (
        serving(adapter, heartbeats(), on_connect=lambda _: Accept(version="1.6")) as (
            server,
            address,
        ),
        dialled(address) as wire,
    ):
        answer = await wire.ask(request("/ocpp/CP001", *lines, without=OFFERED))
        assert answer.status == 101
        assert "sec-websocket-protocol" not in answer
        wire.send(TEXT, HEARTBEAT.encode())
        assert await wire.message() == ANSWERED.encode()
        assert server.connections["CP001"].version == "1.6"


@over("network")
async def test_another_spelling(adapter: Adapter) -> None:
    rules = ServerSettings(ignore_subprotocol_case=True)
    async with (
        serving(adapter, heartbeats(), rules=rules) as (_, address),
        dialled(address) as wire,
    ):
        line = "Sec-WebSocket-Protocol: acme, OCPP1.6"
        answer = await wire.ask(request("/ocpp/CP001", line, without=OFFERED))
        assert (answer.status, answer["sec-websocket-protocol"]) == (101, "OCPP1.6")
        wire.send(TEXT, HEARTBEAT.encode())
        assert await wire.message() == ANSWERED.encode()


@over("network")
@pytest.mark.parametrize("target", ["/", "/ocpp/CP001/"])
async def test_a_path_without_an_identity(adapter: Adapter, target: str) -> None:
    def hook(handshake: Handshake) -> Accept | None:
        name = handshake.headers.get("x-name")
        return Accept(identity=name) if name else None

    rules = ServerSettings(require_identity=False)
    async with serving(adapter, heartbeats(), on_connect=hook, rules=rules) as (
        server,
        address,
    ):
        async with dialled(address) as wire:
            assert (await wire.ask(request(target))).status == 404
        async with dialled(address) as wire:
            assert (await wire.ask(request(target, "X-Name: one"))).status == 101
            wire.send(TEXT, HEARTBEAT.encode())
            assert await wire.message() == ANSWERED.encode()
            assert list(server.connections) == ["one"]
        assert dict(server.refusals) == {404: 1}


def small(handshake: Handshake) -> Accept | None:
    if handshake.identity != "CP001":
        return None
    return Accept(websocket=WebSocketSettings(max_size=100, compression=False))


@over("network", "client")
async def test_a_web_socket_with_settings_of_its_own(adapter: Adapter) -> None:
    long = HEARTBEAT + " " * 100
    async with serving(adapter, heartbeats(), on_connect=small) as (_, address):
        async with dialled(address) as wire:
            answer = await wire.ask(request("/ocpp/CP001", DEFLATE))
            assert "sec-websocket-extensions" not in answer
            wire.send(TEXT, HEARTBEAT.encode())
            assert await wire.message() == ANSWERED.encode()
            wire.send(TEXT, long.encode())
            assert (await wire.close_frame())[0] == 1009
        async with dialled(address) as wire:
            answer = await wire.ask(request("/ocpp/CP002", DEFLATE))
            assert "sec-websocket-extensions" in answer
            wire.send(TEXT, long.encode())
            assert await wire.message() == ANSWERED.encode()


async def test_over_asgi_it_has_no_effect_which_is_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    (adapter,) = [each for each in ADAPTERS if each.name == "asgi"]
    async with serving(adapter, heartbeats(), on_connect=small) as (_, address):
        for _ in range(2):
            async with dialled(address) as wire:
                assert (await wire.ask(request())).status == 101
                wire.send(TEXT, (HEARTBEAT + " " * 100).encode())
                assert await wire.message() == ANSWERED.encode()
    said = [each for each in caplog.records if each.levelno == logging.WARNING]
    assert ["no effect over ASGI" in each.getMessage() for each in said] == [True]


async def test_the_same_in_memory() -> None:
    net = network()

    def hook(handshake: Handshake) -> Accept | None:
        return small(handshake) or Accept(version="1.6")

    async with Server(heartbeats(), versions=["1.6"], on_connect=hook) as server:
        await server.listen(HOST, 9000, transport=net)
        for identity, offers, selected, fate in (
            ("CP001", ["ocpp1.6"], "ocpp1.6", 1009),
            ("CP002", [], None, None),
            ("CP003", ["ocpp2.0.1"], None, None),
        ):
            transport, got = await library(net).dial(
                f"ws://{HOST}:9000/{identity}",
                subprotocols=offers,
                headers={},
                ssl=None,
                settings=WebSocketSettings(),
            )
            assert got == selected
            await transport.send(HEARTBEAT + " " * 100)
            if fate is None:
                assert await transport.recv() == ANSWERED
            else:
                with pytest.raises(TransportClosed) as closed:
                    await transport.recv()
                assert closed.value.code == fate
            transport.abort()


# --- The other way round: what a back office answers ----------------------------------

ODD = [
    ((), None),
    (("ocpp1.5",), "ocpp1.5"),
    (("ocpp2.0.1",), "'ocpp2.0.1', which is not offered"),
    (("OCPP1.6",), "'OCPP1.6', which is not offered"),
    (("ocpp1.6j",), "'ocpp1.6j', which is not offered"),
    (("ocpp1.6, ocpp1.5",), "'ocpp1.6, ocpp1.5', which is not offered"),
    (("ocpp1.6", "ocpp1.5"), "'ocpp1.6, ocpp1.5', which is not offered"),
    (("ocpp1.6", "ocpp1.6"), "'ocpp1.6, ocpp1.6', which is not offered"),
    (("",), "'', which is not offered"),
]
"""The lines with a subprotocol in an answer, and what a client makes of them."""


def is_fault(meaning: str | None) -> bool:
    return meaning is not None and meaning.endswith("offered")


def said_of(meaning: str | None) -> str | None:
    return f"the server selected {meaning}" if is_fault(meaning) else meaning


def answer_with(lines: tuple[str, ...], asked: bytes) -> bytes:
    """Return an answer that opens a WebSocket, with these subprotocols."""
    usual = f"Sec-WebSocket-Protocol: {SUBPROTOCOL}\r\n"
    odd = "".join(f"Sec-WebSocket-Protocol: {line}\r\n" for line in lines)
    return accepted(asked).replace(usual.encode(), odd.encode())


async def outcome(url: str, client: str | Library) -> str | None:
    """Return the subprotocol that is spoken, or the detail of the failure."""
    try:
        async with connect(
            url, "CP001", versions=["1.6", "1.5"], transport=client
        ) as station:
            return f"ocpp{station.version}"
    except NegotiationFailed:
        return None
    except HandshakeFailed as failure:
        return failure.detail


@over("client", "network")
@pytest.mark.parametrize(("lines", "meaning"), ODD)
async def test_what_a_back_office_answers(
    adapter: Adapter, lines: tuple[str, ...], meaning: str | None
) -> None:
    async with answering(partial(answer_with, lines)) as (address, wires):

        async def close() -> None:
            wire = await wires.get()
            code, _ = await wire.close_frame()
            assert code == (1002 if meaning is None else 1000)
            wire.send(CLOSE, told_to_close(code))
            wire.vanish()

        url = "ws://{}:{}".format(*address)
        closing = None if is_fault(meaning) else asyncio.create_task(close())
        assert await outcome(url, adapter.client) == said_of(meaning)
        if closing is not None:
            await closing


@pytest.mark.parametrize(("lines", "meaning"), ODD)
async def test_what_a_back_office_answers_in_memory(
    lines: tuple[str, ...], meaning: str | None
) -> None:
    net = network()
    doors = Doors(subprotocol=", ".join(lines) if lines else None)
    listener = await net.listen(doors, HOST, 9000, ssl=None, settings=PLAIN)
    assert await outcome(f"ws://{HOST}:9000", net) == said_of(meaning)
    doors.closing.set()
    listener.stop()
    await listener.wait_closed()
