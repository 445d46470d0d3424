"""The station's side: opening a connection, once or whenever it is lost."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from ssl import SSLContext
from types import TracebackType
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import quote, urlsplit, urlunsplit

from ocpp_messages import VersionPackage
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Clock, Settings
from ocpp_rpc.errors import HandshakeFailed, NegotiationFailed
from ocpp_rpc.handlers.routing import Handler, routes_of
from ocpp_rpc.protocol.identities import is_identity
from ocpp_rpc.protocol.versions import Version, by_subprotocol
from ocpp_rpc.transports import (
    Library,
    Transport,
    WebSocketSettings,
    without_credentials,
    without_secrets,
)
from ocpp_rpc.transports.libraries import library

from .backoff import BackOff
from .profiles import NetworkProfile, profile_order
from .proofs import explain, proof_of

if TYPE_CHECKING:
    from ocpp_rpc.security.client import Profile
    from ocpp_rpc.security.events.reporting import EventReporter

__all__ = ["Connecting", "ShouldRetry", "connect"]

logger = logging.getLogger("ocpp_rpc.client")

ShouldRetry: TypeAlias = Callable[[HandshakeFailed], bool]
"""Tells whether to try again after a failure to connect."""


def _always(_: HandshakeFailed) -> bool:
    return True


def connect(  # noqa: PLR0913
    url: str | Sequence[NetworkProfile],
    identity: str,
    *,
    versions: Sequence[Version],
    handler: Handler = None,
    password: str | bytes | None = None,
    headers: Mapping[str, str] | None = None,
    ssl: SSLContext | None = None,
    security: Profile | None = None,
    transport: str | Library = "websockets",
    settings: Settings | None = None,
    websocket: WebSocketSettings | None = None,
    back_off: BackOff | None = None,
    attempts: int = 3,
    retry: ShouldRetry = _always,
    security_events: EventReporter | None = None,
) -> Connecting:
    """Connect a station to its back office, once or again and again.

    As a context manager it opens one connection, which is closed in an orderly way at
    the end of the block::

        async with connect(url, "CP001", versions=["1.6"]) as connection:
            ...

    As an iterator it opens one, and another one whenever the last one is over: lost,
    or closed at the end of a round::

        async for connection in connect(url, "CP001", versions=["1.6"]):
            try:
                ...
                await connection.wait_closed()
            except ConnectionClosed:
                continue

    A call in the body raises `ConnectionClosed` when the connection is lost. What the
    body does not catch ends the loop, as in any loop.

    Args:
        url: The endpoint, `ws://` or `wss://`. The identity is appended to its path,
            percent-encoded (OCPP-J 1.6 §3.1.1, 2.0.1 and 2.1 part 4 §3.1.1). Or
            several, by priority: an iterator goes on to the next one when one fails.
        identity: The identity of the station.
        versions: The versions of OCPP to offer, or packages of versions, such as an
            extension of one; the preferred one first. All are loaded now, and offered
            in each attempt.
        handler: What answers the calls of the back office: a `Router`, an instance of
            a role class, or a function of the request and, if it likes, the connection.
        password: For HTTP Basic authentication, with the identity as the user name.
            The AuthorizationKey of 1.6 is given as its bytes, the password of 2.x as
            text.
        headers: Further header lines for the handshake; those of HTTP and WebSocket
            themselves are not among them.
        ssl: For `wss://`, if the default context will not do.
        security: How the station proves itself and checks the back office: one of the
            profiles of `ocpp_rpc.security.client`, in place of `password` and `ssl`. If
            it is not given, these and the URL tell: `ws://` is profile 0, or 1 with a
            password; `wss://` is profile 3, or 2 with a password.
        transport: The library that opens the WebSocket: `websockets`,
            `websockets-asyncio`, `aiohttp`, `picows`, or a module or object like those
            of `ocpp_rpc.transports`.
        settings: How the connection behaves.
        websocket: How the WebSocket under it behaves.
        back_off: How long an iterator waits between attempts.
        attempts: How often an iterator tries one profile before the next one
            (2.0.1 part 2, NetworkProfileConnectionAttempts).
        retry: Told of each failure of an iterator; if it returns False, the iterator
            raises the failure.
        security_events: Tells the back office of security events that are seen on the
            connections, or in attempts to open one.

    Raises:
        ValueError: There is no such version, or two are of one number, or that is no
            handler, no identity, no transport, or no header line; or there is no URL,
            or a password beside a header line Authorization, or one in the URL that is
            not percent-encoded; or `attempts` is below 1; or a security profile beside
            any of these or an `ssl` context, or with a URL of another scheme.
        MissingDependency: The extra for the transport is not installed.
    """
    settings = settings or Settings()
    routes_of(handler)  # what is wrong is found out before anything is open
    if not is_identity(identity):
        raise ValueError(f"{identity!r} cannot be the identity of a station")
    profiles = [NetworkProfile(url=url)] if isinstance(url, str) else url
    if not profiles:
        raise ValueError("at least one network profile is needed")
    if attempts < 1:
        raise ValueError("attempts is at least 1")
    given = NetworkProfile(
        url="",
        versions=versions,
        password=password,
        headers=headers,
        ssl=ssl,
        security=security,
        websocket=websocket or WebSocketSettings(),
    )
    transports = library(transport)
    if security_events is not None:
        settings = security_events.watched(settings)
    dialers = [
        _Dialer(
            each.over(given),
            identity,
            handler,
            transports,
            settings,
            security_events=security_events,
        )
        for each in profiles
    ]
    return Connecting(
        dialers,
        identity,
        settings=settings,
        back_off=back_off or BackOff(),
        attempts=attempts,
        retry=retry,
    )


class Connecting:
    """Connects a station: a context manager and an iterator. Made by `connect`.

    Attributes:
        identity: The identity of the station.
    """

    def __init__(  # noqa: PLR0913
        self,
        dialers: Sequence[_Dialer],
        identity: str,
        *,
        settings: Settings,
        back_off: BackOff,
        attempts: int,
        retry: ShouldRetry,
    ) -> None:
        self.identity: Final = identity
        self._dialers = dialers
        self._settings = settings
        self._back_off = back_off
        self._attempts = attempts
        self._retry = retry
        self._connection: Connection | None = None

    @property
    def clock(self) -> Clock:
        """The time by which it waits."""
        return self._settings.clock or asyncio.get_running_loop()

    async def __aenter__(self) -> Connection:
        """Open a connection.

        Raises:
            NegotiationFailed: The server speaks none of the versions.
            HandshakeFailed: The connection could not be opened for another reason.
        """
        self._connection = await self._dialers[0].open()
        return self._connection

    async def __aexit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        assert self._connection is not None  # it was entered
        await self._connection.close()

    async def __aiter__(self) -> AsyncGenerator[Connection, None]:
        """Open a connection, and another one whenever the last one is over.

        Raises:
            HandshakeFailed: `retry` has said that this failure is final.
        """
        last_good: int | None = None
        while True:
            # Anew after each connection (2.0.1 part 4 §5.3, errata 2025-04 4.12).
            waits = self._back_off.waits(random.random)
            if last_good is not None:
                # Not at once: with a server, all its stations are lost together.
                await self._sleep(next(waits))
            connection, last_good = await self._open(last_good, waits)
            try:
                yield connection
            finally:
                await connection.close()

    async def _open(
        self, last_good: int | None, waits: Iterator[float]
    ) -> tuple[Connection, int]:
        """Try one profile after the other until a connection is open."""
        numbers = profile_order(len(self._dialers), self._attempts, last_good)
        while True:
            number = next(numbers)
            try:
                return await self._dialers[number].open(), number
            except HandshakeFailed as failure:
                if not self._retry(failure):
                    raise
                # Not before the time that the server asks for (RFC 9110 §10.2.3), but
                # no sooner than the specification lets a station come back either.
                wait = max(next(waits), failure.retry_after or 0)
                logger.info("%s; the next attempt is in %.1f s", failure, wait)
            await self._sleep(wait)

    async def _sleep(self, seconds: float) -> None:
        # Not `asyncio.sleep`, which knows no clock but that of the event loop.
        over = asyncio.Event()
        timer = self.clock.call_at(self.clock.time() + seconds, over.set)
        try:
            await over.wait()
        finally:
            timer.cancel()


class _Dialer:
    """Opens connections by one network profile."""

    def __init__(  # noqa: PLR0913
        self,
        profile: NetworkProfile,
        identity: str,
        handler: Handler,
        transports: Library,
        settings: Settings,
        *,
        security_events: EventReporter | None,
    ) -> None:
        assert profile.versions is not None
        self._offered = by_subprotocol(profile.versions, settings.dialects)
        self._proof = proof_of(profile, identity)
        self._url = _with_identity(without_credentials(profile.url), identity)
        self._websocket = profile.websocket or WebSocketSettings()
        self._identity = identity
        self._handler = handler
        self._transports = transports
        self._settings = settings
        self._security_events = security_events

    async def open(self) -> Connection:
        """Open a connection.

        Raises:
            HandshakeFailed: It could not be opened.
        """
        transport, package = await self._dial()
        connection = Connection(
            transport,
            package,
            package.STATION,
            self._handler,
            identity=self._identity,
            settings=self._settings,
        )
        websocket = self._websocket
        connection.profile = self._proof.profile
        connection.keep_alive(websocket.ping_interval, websocket.ping_timeout)
        connection.start()  # last: what an observer sets from now on holds
        return connection

    async def _dial(self) -> tuple[Transport, VersionPackage]:
        """Open a WebSocket and return the package of the version negotiated."""
        proof = self._proof
        try:
            transport, selected = await self._transports.dial(
                self._url,
                subprotocols=[*self._offered],
                headers=proof.headers,
                ssl=proof.context,
                settings=self._websocket,
            )
        except HandshakeFailed as failure:
            explain(failure, proof.profile)
            if self._security_events is not None:
                preferred = next(iter(self._offered.values()))
                self._security_events.failed(failure, preferred)
            raise
        if selected is not None and selected in self._offered:
            return transport, self._offered[selected]
        await transport.close(1002, "no common OCPP version")
        numbers = [package.VERSION for package in self._offered.values()]
        raise NegotiationFailed(without_secrets(self._url), numbers)


def _with_identity(url: str, identity: str) -> str:
    """Append the identity to the path of a URL, as one segment of it."""
    parts = urlsplit(url)
    path = f"{parts.path.rstrip('/')}/{quote(identity, safe='')}"
    return urlunsplit(parts._replace(path=path))
