"""How the conversations of the table are held."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any

import ocpp_rpc
from ocpp_messages import Model, Request
from tests.interop.conversations import Conversation, Exchange, Side
from tests.interop.link import Link
from tests.interop.peers import Answers, Json

__all__ = ["Handlers", "answers", "converse"]


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


async def _we_call(link: Link, exchange: Exchange) -> None:
    response = await link.connection.call(exchange.request)
    assert response == exchange.response
    assert await link.peer.received.get() == (exchange.action, exchange.request_json)


async def _peer_calls(link: Link, handlers: Handlers, exchange: Exchange) -> None:
    response = await link.peer.call(exchange.action, exchange.request_json)
    assert response == exchange.response_json
    assert handlers.received.popleft() == exchange.request


async def converse(
    link: Link, side: Side, conversation: Conversation, handlers: Handlers
) -> None:
    """Let both sides say what they have to say; ours is the given one."""
    for exchange in conversation:
        if exchange.caller is side:
            await _we_call(link, exchange)
        else:
            await _peer_calls(link, handlers, exchange)
