"""What the tests of connections say to each other, in the place of a peer.

The action is one that every version has in both directions.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final, Protocol, TypeVar

from ocpp_messages import v16
from ocpp_rpc import Connection, Handler, Router, Settings
from ocpp_rpc.protocol.events import Event
from ocpp_rpc.testing import RawPeer, VirtualClock, raw_peer

__all__ = [
    "ASK",
    "DONE",
    "DONE_TEXT",
    "Gate",
    "Peer",
    "Seen",
    "accept",
    "answer",
    "ask",
    "back_office",
    "spin",
    "told",
    "transfers",
]

ASK: Final = v16.DataTransferRequest(vendor_id="Acme")
DONE: Final = v16.DataTransferResponse(status=v16.DataTransferStatus.ACCEPTED)
DONE_TEXT: Final = '{"status":"Accepted"}'

EventT = TypeVar("EventT", bound=Event)


class Peer(Protocol):
    """The text side of a connection: a `RawPeer`, or a WebSocket."""

    async def send(self, message: str, /) -> None: ...

    async def recv(self) -> str | bytes: ...


@asynccontextmanager
async def back_office(
    handler: Handler = None, **settings: Any
) -> AsyncGenerator[RawPeer, None]:
    """The text side of a back office of 1.6, whose time stands still."""
    settings.setdefault("clock", VirtualClock())
    async with raw_peer(handler, version="1.6", settings=Settings(**settings)) as peer:
        yield peer


def transfers(function: Callable[..., Any]) -> Router:
    """Routes with one handler."""
    routes = Router()
    routes.add(v16.DataTransferRequest, function)
    return routes


def accept(_request: Any) -> v16.DataTransferResponse:
    """A handler that has its response ready."""
    return DONE


async def ask(peer: Peer, message_id: str = "1") -> None:
    """Call the connection."""
    await peer.send(f'[2,"{message_id}","DataTransfer",{{"vendorId":"Acme"}}]')


async def told(peer: Peer) -> Any:
    """Read the next message of the connection."""
    return json.loads(await peer.recv())


async def answer(peer: Peer) -> None:
    """Answer the call of the connection that comes next."""
    _, message_id, *_ = await told(peer)
    await peer.send(f'[3,"{message_id}",{DONE_TEXT}]')


async def spin(turns: int = 100) -> None:
    """Let everything go on that can, in memory."""
    for _ in range(turns):
        await asyncio.sleep(0)


class Gate:
    """A place where handlers stop until they are let go, or cancelled."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self.opened = asyncio.Event()
        self.cancelled = asyncio.Event()
        self.inside = 0

    async def pass_through(self) -> None:
        self.reached.set()
        self.inside += 1
        try:
            await self.opened.wait()
        except asyncio.CancelledError:
            self.cancelled.set()
            raise
        finally:
            self.inside -= 1

    async def handler(self, _request: Any) -> v16.DataTransferResponse:
        await self.pass_through()
        return DONE


class Seen:
    """An observer that keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def __call__(self, event: Event, _connection: Connection) -> None:
        self.events.append(event)

    def of(self, kind: type[EventT]) -> list[EventT]:
        """The events of one kind."""
        return [event for event in self.events if isinstance(event, kind)]
