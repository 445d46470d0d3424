"""Opens connections of a station, once or whenever the last one is lost."""

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
    """Connect a station to its back office, once or repeatedly.

    As a context manager, it opens one connection, which is closed gracefully at the end
    of the block::

        async with connect(url, "CP001", versions=["1.6"]) as connection:
            ...

    As an iterator, it opens a connection, and another one each time the last one has
    ended, because it was lost or because a round of the loop closed it::

        async for connection in connect(url, "CP001", versions=["1.6"]):
            try:
                ...
                await connection.wait_closed()
            except ConnectionClosed:
                continue

    If the connection is lost, calls in the body raise `ConnectionClosed`. As in any
    loop, an exception that the body does not catch ends the loop.

    Args:
        url: The endpoint, `ws://` or `wss://`. The identity is appended to its path,
            percent-encoded (OCPP-J 1.6 §3.1.1, 2.0.1 and 2.1 part 4 §3.1.1).
            Alternatively several network profiles, by priority: if one fails, an
            iterator tries the next one.
        identity: The identity of the station.
        versions: The OCPP versions to offer, or packages of versions such as an
            extension, the preferred one first. All are loaded now, and offered in each
            attempt.
        handler: The handler of the back office's calls: a `Router`, an instance of a
            role class, or a function of the request and, optionally, the connection;
            default: None, no handler.
        password: The password for HTTP Basic authentication, with the identity as the
            user name; default: None. Give the AuthorizationKey of 1.6 as its bytes, and
            the password of 2.x as text.
        headers: Further header lines for the handshake, except those of HTTP and
            WebSocket themselves; default: none.
        ssl: The TLS context for `wss://`; default: Python's default context.
        security: The security profile, one of `ocpp_rpc.security.client`, in place of
            `password` and `ssl`. It determines how the station authenticates itself and
            checks the back office. Default: derived from the URL and the password:
            `ws://` is profile 0, or 1 with a password; `wss://` is profile 3, or 2 with
            a password.
        transport: The library that opens the WebSocket: `websockets` (default),
            `websockets-asyncio`, `aiohttp`, `picows`, or a module or object with the
            interface of those in `ocpp_rpc.transports`.
        settings: The settings of the connections; default: `Settings()`.
        websocket: The settings of the WebSockets; default: `WebSocketSettings()`.
        back_off: The waits of an iterator between attempts; default: `BackOff()`.
        attempts: The number of times that an iterator tries a network profile before
            the next one, at least 1; default: 3 (2.0.1 part 2,
            NetworkProfileConnectionAttempts).
        retry: Called with each failure of an iterator. If it returns False, the
            iterator raises the failure. Default: always retry.
        security_events: Reports security events on the connections, or in attempts to
            connect, to the back office; default: None.
        before_attempt: Called before each attempt, to change the configuration. It
            returns a `Reconfiguration`, or an awaitable of one, which is applied as by
            `Station.reconfigure`. None, or a result equal to the last one, changes
            nothing. Its exceptions end the iterator. Default: None.
        local_address: The IP address of this machine to connect from, which determines
            the network interface; default: the system chooses.

    Raises:
        ValueError: An argument is invalid: a version is unknown, or two have the same
            number; the handler, the identity, the transport, the local address or a
            header line is not valid; the transport cannot connect from a local address;
            there is no URL, or its password is not percent-encoded; `attempts` is below
            1; a password is combined with an Authorization header; or a security
            profile is combined with a password, an Authorization header or an `ssl`
            context, or with a URL of another scheme.
        MissingDependency: The extra of the transport is not installed.
    """
    settings = settings or Settings()
    routes_of(handler)  # raises for an invalid handler before a connection is opened
    if not is_identity(identity):
        raise ValueError(f"{identity!r} is not a valid identity of a station")
    if attempts < 1:
        raise ValueError("attempts has to be at least 1")
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
    """Connects a station: a context manager and an iterator, returned by `connect`.

    Attributes:
        identity: The identity of the station.
        course: Opens one connection after the other.
    """

    def __init__(self, course: Course, identity: str) -> None:
        self.identity: Final = identity
        self.course: Final = course
        self._connection: StationConnection | None = None

    @property
    def clock(self) -> Clock:
        """The clock of the waits."""
        return self.course.clock

    async def __aenter__(self) -> StationConnection:
        """Open a connection.

        Raises:
            NegotiationFailed: The server supports none of the versions.
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
        """Open a connection, and another one each time the last one has ended.

        Raises:
            HandshakeFailed: `retry` returned False for the failure.
        """
        self.course.begin()
        while True:
            connection = await self.course.open()
            try:
                yield connection
            finally:
                await connection.close()
