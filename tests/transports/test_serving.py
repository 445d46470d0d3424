"""A server lets stations in, keeps them and lets them go, over any library."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    Accept,
    HandshakeRefused,
    ServerSettings,
    WebSocketSettings,
)
from ocpp_rpc.back_office.handshake import Handshake
from tests.support.served import MOMENT, heartbeats
from tests.transports.adapters import Adapter, over
from tests.transports.serving import serving
from tests.transports.wire import (
    CLOSE,
    PING,
    TEXT,
    Answer,
    dialled,
    opened,
    request,
    told_to_close,
)

HEARTBEAT = b'[2,"1","Heartbeat",{}]'
ANSWERED = b'[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]'

REFUSALS: dict[str, tuple[HandshakeRefused, dict[str, str]]] = {
    "unknown": (HandshakeRefused(404), {}),
    "no credentials": (
        HandshakeRefused(401),
        {"www-authenticate": 'Basic realm="OCPP"'},
    ),
    "busy": (HandshakeRefused(503, "later", retry_after=7), {"retry-after": "7"}),
    "forbidden": (HandshakeRefused(403, headers={"X-Acme": "1"}), {"x-acme": "1"}),
}


def no_errors(caplog: pytest.LogCaptureFixture) -> None:
    warned = [each for each in caplog.records if each.levelno >= logging.WARNING]
    assert [each.getMessage() for each in warned] == []


# --- Opening --------------------------------------------------------------------------


@over("network")
@pytest.mark.parametrize(
    ("offers", "subprotocol"),
    [
        ("ocpp1.6, ocpp2.0.1", "ocpp1.6"),
        ("ocpp2.0.1,ocpp1.6", "ocpp2.0.1"),
        ("nonsense, ocpp1.6", "ocpp1.6"),
    ],
)
async def test_negotiation(adapter: Adapter, offers: str, subprotocol: str) -> None:
    async with (
        serving(adapter, versions=["1.6", "2.0.1"]) as (server, address),
        dialled(address) as wire,
    ):
        answer = await wire.ask(
            request(
                "/ocpp/CP001",
                f"Sec-WebSocket-Protocol: {offers}",
                without=["Sec-WebSocket-Protocol"],
            )
        )
        assert answer["sec-websocket-protocol"] == subprotocol
        connection = await server.connections.wait_for("CP001", 5)
        assert f"ocpp{connection.version}" == subprotocol


@over("network")
@pytest.mark.parametrize("offers", ["ocpp2.1", None])
async def test_no_common_version(
    adapter: Adapter, offers: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    lines = [] if offers is None else [f"Sec-WebSocket-Protocol: {offers}"]
    without = ["Sec-WebSocket-Protocol"]
    async with (
        serving(adapter) as (server, address),
        dialled(address) as wire,
    ):
        answer = await wire.ask(request("/ocpp/CP001", *lines, without=without))
        assert answer.status == 101
        assert "sec-websocket-protocol" not in answer
        assert await wire.close_frame() == (1002, "no common OCPP version")
        wire.send(CLOSE, told_to_close(1002))
        assert dict(server.connections) == {}
    no_errors(caplog)


@over("network")
async def test_an_offer_in_two_lines(adapter: Adapter) -> None:
    async with (
        serving(adapter) as (_, address),
        dialled(address) as wire,
    ):
        lines = ["Sec-WebSocket-Protocol: ocpp2.1", "Sec-WebSocket-Protocol: ocpp1.6"]
        without = ["Sec-WebSocket-Protocol"]
        answer = await wire.ask(request("/ocpp/CP001", *lines, without=without))
        assert answer["sec-websocket-protocol"] == "ocpp1.6"


@over("network")
@pytest.mark.parametrize(("refusal", "headers"), REFUSALS.values(), ids=REFUSALS)
async def test_refusals(
    adapter: Adapter,
    refusal: HandshakeRefused,
    headers: dict[str, str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def decide(_: Handshake) -> Accept:
        raise refusal

    async with (
        serving(adapter, on_connect=decide) as (server, address),
        dialled(address) as wire,
    ):
        answer = await wire.ask(request())
        assert answer.status == refusal.status
        for name, value in headers.items():
            assert answer[name] == value
        assert server.refusals == {refusal.status: 1}
    no_errors(caplog)


@over("network")
async def test_what_a_hook_adds_to_the_answer(adapter: Adapter) -> None:
    def decide(handshake: Handshake) -> Accept:
        return Accept(data=handshake.identity, headers={"X-Acme": "1"})

    async with (
        serving(adapter, on_connect=decide) as (server, address),
        dialled(address) as wire,
    ):
        answer = await wire.ask(request("/ocpp/CP%20001"))
        assert (answer.status, answer["x-acme"]) == (101, "1")
        connection = await server.connections.wait_for("CP 001", 5)
        assert connection.data == "CP 001"


@over("network")
async def test_who_is_connected_already(adapter: Adapter) -> None:
    rules = ServerSettings(duplicates="refuse")
    async with (
        serving(adapter, rules=rules) as (server, address),
        opened(address),
        dialled(address) as wire,
    ):
        await server.connections.wait_for("CP001", 5)
        assert (await wire.ask(request())).status == 409


@over("network")
async def test_headers_that_are_too_long(adapter: Adapter) -> None:
    websocket = WebSocketSettings(max_header_size=1000)
    async with (
        serving(adapter, websocket=websocket) as (_, address),
        dialled(address) as wire,
    ):
        answer = await wire.ask(request("/ocpp/CP001", f"X-Acme: {'x' * 1000}"))
        assert answer.status == 431


@over("network")
async def test_requests_that_open_no_web_socket(adapter: Adapter) -> None:
    async def get(target: str) -> Answer:
        async with dialled(address) as wire:
            return await wire.ask(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())

    rules = ServerSettings(health_path="/health")
    async with serving(adapter, rules=rules) as (_, address):
        answer = await get("/health")
        assert (answer.status, answer.body) == (200, b"ok\n")
        answer = await get("/ocpp/CP001")
        assert (answer.status, answer["upgrade"]) == (426, "websocket")


@over("network")
async def test_a_request_of_http_1_0(adapter: Adapter) -> None:
    # Some health checkers speak no other, such as HAProxy unless it is told to.
    rules = ServerSettings(health_path="/health")
    async with (
        serving(adapter, rules=rules) as (_, address),
        dialled(address) as wire,
    ):
        answer = await wire.ask(b"GET /health HTTP/1.0\r\n\r\n")
        assert (answer.status, answer.body) == (200, b"ok\n")


@over("network")
async def test_who_asks_for_the_head_only(adapter: Adapter) -> None:
    async def head(data: bytes) -> tuple[bytes, bytes]:
        async with dialled(address) as wire:
            wire.write(data)
            status_line, _, rest = (await wire.rest()).partition(b"\r\n")
            _, _, body = rest.partition(b"\r\n\r\n")
            return status_line.split()[1], body

    rules = ServerSettings(health_path="/health")
    async with serving(adapter, rules=rules) as (server, address):
        plain = b"HEAD /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        assert await head(plain) == (b"200", b"")
        status, _ = await head(plain.replace(b"/health", b"/ocpp/CP001"))
        assert status in {b"405", b"426"}
        status, _ = await head(request(method="HEAD"))
        assert status == b"405"
        assert dict(server.connections) == {}


# --- While a hook decides -------------------------------------------------------------


class Slow:
    """A hook that does not decide before it is told to."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.go_on = asyncio.Event()

    async def __call__(self, _: Handshake) -> None:
        self.asked.set()
        await self.go_on.wait()


@over("network")
async def test_a_hook_that_takes_too_long(adapter: Adapter) -> None:
    rules = ServerSettings(on_connect_timeout=0.01, retry_after=5)
    async with (
        serving(adapter, on_connect=Slow(), rules=rules) as (_, address),
        dialled(address) as wire,
    ):
        answer = await wire.ask(request())
        assert (answer.status, answer["retry-after"]) == (503, "5")


@over("network")
async def test_a_station_vanishes_while_a_hook_decides(
    adapter: Adapter, caplog: pytest.LogCaptureFixture
) -> None:
    slow = Slow()
    async with serving(adapter, on_connect=slow) as (server, address):
        changes = server.connections.changes()
        async with dialled(address) as wire:
            wire.write(request())
            await slow.asked.wait()
        await asyncio.sleep(0.02)  # no event tells when the server knows
        slow.go_on.set()
        async with opened(address, target="/ocpp/CP002"):
            change = await anext(changes)
            assert change.connection.identity == "CP002"
    no_errors(caplog)


@over("network")
async def test_the_server_closes_while_a_hook_decides(
    adapter: Adapter, caplog: pytest.LogCaptureFixture
) -> None:
    slow = Slow()
    async with (
        serving(adapter, on_connect=slow) as (server, address),
        dialled(address) as wire,
    ):
        wire.write(request())
        await slow.asked.wait()
        async with asyncio.timeout(2):
            await server.close()
        assert (await wire.answer()).status == 503
    no_errors(caplog)


# --- Keeping, and letting go ----------------------------------------------------------


@over("network", "ping")
async def test_a_silent_station_is_given_up(adapter: Adapter) -> None:
    websocket = WebSocketSettings(ping_interval=0.02, ping_timeout=0.02)
    async with (
        serving(adapter, websocket=websocket) as (server, address),
        opened(address) as wire,
    ):
        connection = await server.connections.wait_for("CP001", 5)
        assert (await wire.frame()).opcode == PING
        async with asyncio.timeout(5):
            await connection.wait_closed()
        assert connection.end is not None
        assert connection.end.code == 1006
        assert dict(server.connections) == {}
        assert await wire.rest() == b""


@over("network")
async def test_a_station_connects_again(adapter: Adapter) -> None:
    async with (
        serving(adapter, heartbeats()) as (server, address),
        opened(address) as old,
    ):
        await server.connections.wait_for("CP001", 5)
        async with opened(address) as new:
            code, _ = await old.close_frame()
            assert code == 1008
            old.send(CLOSE, told_to_close(code))
            new.send(TEXT, HEARTBEAT)
            assert await new.message() == ANSWERED


@over("network")
async def test_the_server_answers_before_it_closes(
    adapter: Adapter, caplog: pytest.LogCaptureFixture
) -> None:
    started, release = asyncio.Event(), asyncio.Event()

    async def slow(_request: Any, _connection: Any) -> Any:
        started.set()
        await release.wait()
        return v16.HeartbeatResponse(current_time=MOMENT)

    async with (
        serving(adapter, slow) as (server, address),
        opened(address) as wire,
    ):
        wire.send(TEXT, HEARTBEAT)
        await started.wait()
        closing = asyncio.create_task(server.close())
        await asyncio.sleep(0)
        release.set()
        assert await wire.message() == ANSWERED
        assert await wire.close_frame() == (1001, "the server closes")
        wire.send(CLOSE, told_to_close(1001))
        wire.vanish()
        await closing
    no_errors(caplog)
