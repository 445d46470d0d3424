"""Places where stations come to a server: each listener, and endpoints of applications.

`over_places` runs a test at each of them. Where TLS ends depends on the place: in the
listener, in the web server around an endpoint, or, at the network in memory, nowhere.
"""

from __future__ import annotations

import base64
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import pytest
from aiohttp import web

from ocpp_rpc import Refusal, Server, ServerSettings, testing
from ocpp_rpc.security.events import SecurityEvent
from ocpp_rpc.security.server import Profile, ServerTls, Tls, tls_at_proxy
from ocpp_rpc.security.tls import ClientTls
from ocpp_rpc.transports import Library, Transport, WebSocketSettings, libraries
from ocpp_rpc.transports.aiohttp import route
from tests.support.served import HOST
from tests.transports import asgi

__all__ = ["Office", "Place", "basic", "over_places"]

Listening: TypeAlias = Callable[
    [Server, Profile, ServerTls | None], AbstractAsyncContextManager[tuple[str, int]]
]


def basic(user: str | bytes, password: str | bytes) -> dict[str, str]:
    """Return the header line of HTTP Basic authentication."""
    both = b":".join(
        each if isinstance(each, bytes) else each.encode() for each in (user, password)
    )
    return {"Authorization": f"Basic {base64.b64encode(both).decode()}"}


@dataclass(frozen=True, kw_only=True)
class Office:
    """A server with a security profile at one place.

    Attributes:
        server: The server.
        url: Where stations connect to.
        library: What they dial with.
        refusals: Those that were turned away.
        events: The security events.
    """

    server: Server
    url: str
    library: str | Library
    refusals: list[Refusal] = field(default_factory=list[Refusal])
    events: list[SecurityEvent] = field(default_factory=list[SecurityEvent])

    async def dial(
        self,
        identity: str = "CP001",
        headers: Mapping[str, str] | None = None,
        *,
        tls: ClientTls | None = None,
        subprotocols: tuple[str, ...] = ("ocpp1.6", "ocpp2.0.1"),
    ) -> tuple[Transport, str | None]:
        """Connect as a station; the test has to cut what it opens.

        Raises:
            HandshakeFailed: It is not let in.
        """
        return await libraries.library(self.library).dial(
            f"{self.url}/{identity}",
            subprotocols=subprotocols,
            headers=headers or {},
            ssl=None if tls is None else tls.context,
            settings=WebSocketSettings(open_timeout=10),
        )


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where stations come to a server.

    Attributes:
        name: The name of its tests.
        listening: Lets stations in.
        client: What they dial with.
        has_tls: Whether TLS ends in the program, so that a profile knows it.
    """

    name: str
    listening: Listening
    client: str | Library = "websockets"
    has_tls: bool = True

    def tls(self, tls: ServerTls) -> Tls:
        """Return what a profile at this place has for TLS."""
        return tls if self.has_tls else tls_at_proxy()

    @asynccontextmanager
    async def open(
        self,
        profile: Profile,
        tls: ServerTls | None = None,
        *,
        rules: ServerSettings | None = None,
        **options: Any,
    ) -> AsyncGenerator[Office]:
        """Let stations in by a profile."""
        usual: dict[str, Any] = {"handler": None, "versions": ["1.6", "2.0.1"]}
        server = Server(**usual | options, security=profile, server=rules)
        async with self.listening(server, profile, tls) as (host, port), server:
            office = Office(
                server=server,
                url=f"{'ws' if tls is None else 'wss'}://{host}:{port}/ocpp",
                library=self.client,
            )
            server.on_refused(office.refusals.append)
            server.on_security_event(office.events.append)
            yield office


def _library(name: str) -> Place:
    @asynccontextmanager
    async def listening(
        server: Server, _profile: Profile, _tls: ServerTls | None
    ) -> AsyncGenerator[tuple[str, int]]:
        listener = await server.listen(HOST, 0, transport=name)
        yield listener.address

    return Place(name=name, listening=listening)


@asynccontextmanager
async def _asgi(
    server: Server, _profile: Profile, tls: ServerTls | None
) -> AsyncGenerator[tuple[str, int]]:
    context = None if tls is None else tls.context
    async with asgi.listening(server, WebSocketSettings(), context) as address:
        yield address


@asynccontextmanager
async def _route(
    server: Server, profile: Profile, tls: ServerTls | None
) -> AsyncGenerator[tuple[str, int]]:
    application = web.Application()
    handler = route(server, security=profile)
    application.router.add_get("/ocpp/{identity}", handler)

    async def close(_: web.Application) -> None:
        await server.close()

    application.on_shutdown.append(close)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    context = None if tls is None else tls.context
    await web.TCPSite(runner, HOST, 0, ssl_context=context).start()
    try:
        yield HOST, runner.addresses[0][1]
    finally:
        await runner.cleanup()


_NETWORK: Final = testing.network()


@asynccontextmanager
async def _memory(
    server: Server, _profile: Profile, _tls: ServerTls | None
) -> AsyncGenerator[tuple[str, int]]:
    listener = await server.listen(HOST, 0, transport=_NETWORK)
    yield listener.address


LISTENERS: Final = [
    _library(name) for name in ("websockets", "websockets-asyncio", "aiohttp", "picows")
]

PLACES: Final = [
    *LISTENERS,
    Place(name="route", listening=_route),
    Place(name="asgi", listening=_asgi, has_tls=False),
    Place(name="memory", listening=_memory, client=_NETWORK),
]


def over_places(*, certificates: bool = False) -> pytest.MarkDecorator:
    """Run a test at each place.

    Args:
        certificates: Only where the certificates of clients are known.
    """
    places = [
        each
        for each in PLACES
        if not certificates or (each.has_tls and each.client is not _NETWORK)
    ]
    params = [pytest.param(each, id=each.name) for each in places]
    return pytest.mark.parametrize("place", params)
