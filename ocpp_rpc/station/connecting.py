"""The station's side: opening a connection, once or whenever it is lost."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from ssl import SSLContext
from types import TracebackType
from typing import TYPE_CHECKING, Final

from ocpp_rpc.connection.settings import Clock, Settings
from ocpp_rpc.connection.sides import StationConnection
from ocpp_rpc.errors import HandshakeFailed
from ocpp_rpc.handlers.routing import Handler, routes_of
from ocpp_rpc.protocol.identities import is_identity
from ocpp_rpc.protocol.versions import Version
from ocpp_rpc.transports import Library, WebSocketSettings
from ocpp_rpc.transports.libraries import library

from .backoff import BackOff
from .course import Course, ShouldRetry
from .dialling import Speaker
from .profiles import NetworkProfile
from .reconfiguration import BeforeAttempt, Plan, profiles_of

if TYPE_CHECKING:
    from ocpp_rpc.security.client import Profile
    from ocpp_rpc.security.events.reporting import EventReporter

__all__ = ["Connecting", "connect"]


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
    before_attempt: BeforeAttempt | None = None,
    local_address: str | None = None,
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
        before_attempt: Asked before each attempt for what has changed since: it returns
            a `Reconfiguration`, or an awaitable of one, which is tried as
            `Station.reconfigure` does; None, or one that is equal to the last one,
            changes nothing. What it raises ends the iterator.
        local_address: The IP address of this machine to connect from, which chooses
            the network interface.

    Raises:
        ValueError: There is no such version, or two are of one number, or that is no
            handler, no identity, no transport, no IP address, or no header line; or the
            transport cannot connect from an address of choice; or there is no URL,
            or a password beside a header line Authorization, or one in the URL that is
            not percent-encoded; or `attempts` is below 1; or a security profile beside
            any of these or an `ssl` context, or with a URL of another scheme.
        MissingDependency: The extra for the transport is not installed.
    """
    settings = settings or Settings()
    routes_of(handler)  # what is wrong is found out before anything is open
    if not is_identity(identity):
        raise ValueError(f"{identity!r} cannot be the identity of a station")
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
        local_address=local_address,
    )
    if security_events is not None:
        settings = security_events.watched(settings, identity)
    speaker = Speaker(
        identity=identity,
        handler=handler,
        transports=library(transport),
        settings=settings,
        security_events=security_events,
    )
    plan = Plan(profiles=profiles_of(url), given=given, back_off=back_off or BackOff())
    course = Course(
        plan, speaker, attempts=attempts, retry=retry, before_attempt=before_attempt
    )
    return Connecting(course, identity)


class Connecting:
    """Connects a station: a context manager and an iterator. Made by `connect`.

    Attributes:
        identity: The identity of the station.
        course: What opens one connection after the other.
    """

    def __init__(self, course: Course, identity: str) -> None:
        self.identity: Final = identity
        self.course: Final = course
        self._connection: StationConnection | None = None

    @property
    def clock(self) -> Clock:
        """The time by which it waits."""
        return self.course.clock

    async def __aenter__(self) -> StationConnection:
        """Open a connection.

        Raises:
            NegotiationFailed: The server speaks none of the versions.
            HandshakeFailed: The connection could not be opened for another reason.
        """
        self._connection = await self.course.open_first()
        return self._connection

    async def __aexit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        assert self._connection is not None  # it was entered
        await self._connection.close()

    async def __aiter__(self) -> AsyncGenerator[StationConnection, None]:
        """Open a connection, and another one whenever the last one is over.

        Raises:
            HandshakeFailed: `retry` has said that this failure is final.
        """
        self.course.begin()
        while True:
            connection = await self.course.open()
            try:
                yield connection
            finally:
                await connection.close()
