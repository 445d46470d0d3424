"""Conversations with other implementations, in either role."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import pytest

import ocpp_rpc
from ocpp_messages import Model, Request, v16
from tests.interop.conversations import CONVERSATIONS, Exchange, Side
from tests.interop.link import Link, linked
from tests.interop.matrix import PEERS, case, cases
from tests.interop.peers import Answers, Implementation, Json, Script


class Handlers:
    """Our handlers for the calls of a peer: they answer as the table says.

    Attributes:
        router: The handlers.
        received: The requests that they got.
    """

    def __init__(self, exchanges: Iterable[Exchange]) -> None:
        self.router = ocpp_rpc.Router()
        self.received: deque[Request[Any]] = deque()
        self._responses: defaultdict[type[Request[Any]], deque[Model]]
        self._responses = defaultdict(deque)
        for exchange in exchanges:
            self._responses[type(exchange.request)].append(exchange.response)
        for request in self._responses:
            self.router.on(request)(self._answer)

    async def _answer(self, request: Request[Any]) -> Model:
        self.received.append(request)
        return self._responses[type(request)].popleft()


def answers(exchanges: Iterable[Exchange]) -> Answers:
    """What the peer answers our calls with."""
    payloads: defaultdict[str, list[Json]] = defaultdict(list)
    for exchange in exchanges:
        payloads[exchange.action].append(exchange.response_json)
    return payloads


async def we_call(link: Link, exchange: Exchange) -> None:
    response = await link.connection.call(exchange.request)
    assert response == exchange.response
    assert await link.peer.received.get() == (exchange.action, exchange.request_json)


async def peer_calls(link: Link, handlers: Handlers, exchange: Exchange) -> None:
    response = await link.peer.call(exchange.action, exchange.request_json)
    assert response == exchange.response_json
    assert handlers.received.popleft() == exchange.request


@pytest.mark.parametrize(("implementation", "version", "side"), cases())
async def test_conversation(
    implementation: Implementation, version: str, side: Side
) -> None:
    conversation = CONVERSATIONS[version]
    handlers = Handlers(each for each in conversation if each.caller is not side)
    script = Script(
        subprotocols=[f"ocpp{version}"],
        answers=answers(each for each in conversation if each.caller is side),
    )
    async with linked(
        side, implementation, script, versions=[version], handler=handlers.router
    ) as link:
        for exchange in conversation:
            if exchange.caller is side:
                await we_call(link, exchange)
            else:
                await peer_calls(link, handlers, exchange)
    assert link.connection.closed


@pytest.mark.parametrize(
    ("implementation", "side"), [case(each, side) for each in PEERS for side in Side]
)
async def test_our_handler_calls_the_caller_before_it_answers(
    implementation: Implementation, side: Side
) -> None:
    async def forward(
        request: v16.DataTransferRequest, connection: ocpp_rpc.Connection
    ) -> v16.DataTransferResponse:
        return await connection.call(request)

    router = ocpp_rpc.Router()
    router.on(v16.DataTransferRequest)(forward)
    script = Script(
        subprotocols=["ocpp1.6"],
        answers={"DataTransfer": [{"status": "UnknownVendorId"}]},
    )
    async with linked(
        side, implementation, script, versions=["1.6"], handler=router
    ) as link:
        answer = await link.peer.call("DataTransfer", {"vendorId": "com.example"})
    assert answer == {"status": "UnknownVendorId"}


# As `isoformat` of Python and `toISOString` of JavaScript write it, and with an offset.
TIMES = {
    "2026-03-29T12:00:00.123456+00:00": datetime(
        2026, 3, 29, 12, 0, 0, 123_000, tzinfo=UTC
    ),
    "2026-03-29T12:00:00.007Z": datetime(2026, 3, 29, 12, 0, 0, 7_000, tzinfo=UTC),
    "2026-03-29T12:00:00+02:00": datetime(2026, 3, 29, 10, tzinfo=UTC),
}


@pytest.mark.parametrize("implementation", [case(each) for each in PEERS])
async def test_times_as_others_write_them(implementation: Implementation) -> None:
    script = Script(
        subprotocols=["ocpp1.6"],
        answers={"Heartbeat": [{"currentTime": text} for text in TIMES]},
    )
    async with linked(Side.STATION, implementation, script, versions=["1.6"]) as link:
        for time in TIMES.values():
            response = await link.connection.call(v16.HeartbeatRequest())
            assert response.current_time == time
