"""What the suite of this folder runs over: a row for each adapter of a library.

To have another adapter tested, add its row to `ADAPTERS`; no test has to be touched.

- A library that `ocpp_rpc.transports.libraries` names: `library("picows")`; or another
  object with `dial` and `listen`, and its name.
- What is only a server, such as a route of a web application: an `Adapter` whose
  `listening` is an asynchronous context manager. It takes an acceptor (a
  `ocpp_rpc.Server` is one), the settings of the WebSockets and an SSL context or None;
  lets the acceptor decide about clients that ask for `/ocpp/{identity}` or any other
  path; and yields the host and the port to connect to. At its end, nothing is open any
  more. Its clients are those of `websockets`.

What an adapter cannot do, for want of a way in its library, is named in `lacks`; the
tests that need it leave the adapter out.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

import pytest

from ocpp_rpc import WebSocketSettings, testing
from ocpp_rpc.transports import (
    Acceptor,
    Admission,
    Failure,
    HandshakeRequest,
    HttpAnswer,
    Library,
    Peer,
    Transport,
    libraries,
)
from tests.transports import asgi

__all__ = [
    "ADAPTERS",
    "HOST",
    "PLAIN",
    "SUBPROTOCOL",
    "Adapter",
    "Address",
    "Doors",
    "Need",
    "Side",
    "library",
    "over",
    "over_sides",
]

HOST: Final = "127.0.0.1"
SUBPROTOCOL: Final = "ocpp1.6"

PLAIN: Final = WebSocketSettings()

Address: TypeAlias = tuple[str, int]

Side: TypeAlias = Literal["client", "server"]

Listening: TypeAlias = Callable[
    [Acceptor, WebSocketSettings, ssl.SSLContext | None],
    AbstractAsyncContextManager[Address],
]

Need: TypeAlias = Literal[
    "abort",  # cut a connection without a close frame
    "answer",  # wait, while it closes, for the other side's close frame
    "bounded",  # inflate, and answer, no more at a time than can be used
    "back-pressure",  # `send` waits once `max_unsent` bytes wait for the peer
    "certificate",  # know the TLS connection of the client
    "client",  # dial
    "close_timeout",  # give up a closing handshake in that time
    "compression",  # permessage-deflate, and a switch for it
    "masking",  # refuse frames that are masked, or not, as those of the other side
    "network",  # be reached over a socket
    "one piece",  # take frames that come in one piece with the opening handshake
    "open_timeout",  # give up an opening handshake in that time
    "room",  # have the writer of one long message wait
    "ping",  # ping, and wait for the pong
    "turns",  # let others have their turn between messages that inflate
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """An adapter of a library, as the suite uses it.

    Attributes:
        name: The name of its tests.
        listening: Lets clients in; see the module.
        client: What its clients dial with.
        lacks: What it cannot do.
    """

    name: str
    listening: Listening
    client: str | Library = "websockets"
    lacks: frozenset[Need] = field(default_factory=frozenset[Need])

    def can(self, needs: Iterable[Need]) -> bool:
        """Tell whether it can do all that."""
        return self.lacks.isdisjoint(needs)

    @property
    def is_library(self) -> bool:
        """Whether it is that of a library, which a `Server` can listen with."""
        return self.client == self.name

    @asynccontextmanager
    async def open(
        self, side: Side, settings: WebSocketSettings = PLAIN
    ) -> AsyncGenerator[tuple[Transport, Transport], None]:
        """Open a transport; the end of that side comes first."""
        doors = Doors()
        async with self.let_in(doors, settings) as address:
            client = await self.dial(address, settings)
            server = await doors.opened.get()
            yield (client, server) if side == "client" else (server, client)

    @asynccontextmanager
    async def let_in(
        self,
        doors: Doors,
        settings: WebSocketSettings = PLAIN,
        *,
        tls: ssl.SSLContext | None = None,
    ) -> AsyncGenerator[Address, None]:
        """Have doors decide about clients."""
        async with self.listening(doors, settings, tls) as address, doors:
            yield address

    async def dial(
        self,
        address: Address,
        settings: WebSocketSettings = PLAIN,
        *,
        tls: ssl.SSLContext | None = None,
    ) -> Transport:
        """Open a WebSocket, as a client."""
        host, port = address
        transport, subprotocol = await libraries.library(self.client).dial(
            f"{'ws' if tls is None else 'wss'}://{host}:{port}/ocpp/CP001",
            subprotocols=[SUBPROTOCOL],
            headers={},
            ssl=tls,
            settings=settings,
        )
        assert subprotocol == SUBPROTOCOL
        return transport


class Doors:
    """An acceptor that lets everybody in, or nobody.

    What it opens stays open until its block ends. It decides at once, unless `deciding`
    is set to an event that it has to wait for; `asked` tells when it was asked.

    Args:
        answer: What everybody is answered; None: they are let in.
        subprotocol: What is spoken with those who are let in.
        headers: What their answer is to hold.
    """

    def __init__(
        self,
        answer: HttpAnswer | None = None,
        *,
        subprotocol: str | None = SUBPROTOCOL,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.answer = answer
        self.subprotocol = subprotocol
        self.headers = headers or {}
        self.requests: list[HandshakeRequest] = []
        self.away: list[tuple[HandshakeRequest | Peer, int | Failure, str]] = []
        self.asked = asyncio.Event()
        self.deciding: asyncio.Event | None = None
        self.opened: asyncio.Queue[Transport] = asyncio.Queue()
        self.closing = asyncio.Event()

    async def __aenter__(self) -> Doors:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.closing.set()

    async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
        self.requests.append(request)
        self.asked.set()
        if self.deciding is not None:
            await self.deciding.wait()
        return self if self.answer is None else self.answer

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        self.away.append((client, cause, reason))

    async def serve(self, transport: Transport) -> None:
        self.opened.put_nowait(transport)
        await self.closing.wait()


def library(name: str, *lacks: Need, of: Library | None = None) -> Adapter:
    """Return the row of a library with `dial` and `listen`."""
    client = name if of is None else of

    @asynccontextmanager
    async def listening(
        acceptor: Acceptor,
        settings: WebSocketSettings,
        context: ssl.SSLContext | None,
    ) -> AsyncGenerator[Address, None]:
        listener = await libraries.library(client).listen(
            acceptor, HOST, 0, ssl=context, settings=settings
        )
        try:
            yield listener.address
        finally:
            listener.stop()
            await listener.wait_closed()

    return Adapter(
        name=name, listening=listening, client=client, lacks=frozenset({*lacks})
    )


ADAPTERS: Final = (
    library("websockets"),
    library("websockets-asyncio", "bounded", "turns"),
    library("aiohttp", "masking"),
    library("picows"),
    Adapter(
        name="asgi",
        listening=asgi.listening,
        lacks=frozenset(
            {
                "answer",
                "bounded",
                "certificate",
                "client",
                "one piece",
                "open_timeout",
                "ping",
                "room",
            }
        ),
    ),
    library("memory", "compression", "network", of=testing.network()),
)


def over(*needs: Need) -> pytest.MarkDecorator:
    """Run a test over every adapter that can do all that it needs."""
    return pytest.mark.parametrize(
        "adapter",
        [pytest.param(each, id=each.name) for each in ADAPTERS if each.can(needs)],
    )


def over_sides(*needs: Need) -> pytest.MarkDecorator:
    """Run a test over every adapter that can do all that, on each side it has."""
    sides: tuple[Side, ...] = ("client", "server")
    return pytest.mark.parametrize(
        ("adapter", "side"),
        [
            pytest.param(each, side, id=f"{each.name}-{side}")
            for each in ADAPTERS
            for side in sides
            if each.can(needs) and (side == "server" or each.can({"client"}))
        ],
    )
