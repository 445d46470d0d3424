"""A connection: joins a session, a transport and the handlers, using asyncio.

`Connection` is a facade of several parts, each with one purpose:

* `reading`: reads messages from the transport, in one task after the other;
* `handling`: passes a message of the peer to its handler, and answers it;
* `writing`: writes the frames of the session, and waits for room in the transport;
* `dispatching`: dispatches the events of the session, which settles our calls;
* `time_limits`: makes the session fail calls that take too long;
* `keepalive`: pings the peer;
* `guards`: may delay or refuse messages in both directions;
* `closing`: ends the connection, and informs those that wait for the end;
* `tasks`: keeps the tasks of all these parts.

A message of the peer goes from `Transport.recv` through `Reader` to `Session.receive`,
then through `Handling.handle` to the handler, and back by `Session.reply` and
`Writer.flush`. A call of ours goes from `Connection.call` to `Session.call` and
`Writer.flush_soon`; its reply goes from `Reader` to `Session.receive`, which leaves an
event, and the `Dispatcher` settles the future that `call` awaits.

`Writer.flush` or one of its variants runs after everything that uses the session,
because the session only records the frames to write and the events.

Parts know the parts below them and not the connection: to report upwards, they call
functions that the connection has given them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from types import EllipsisType
from typing import TYPE_CHECKING, Any, Final, Generic, cast

from ocpp_messages import Model, Request, Role, Send, Tolerance, VersionPackage
from ocpp_rpc.errors import ConnectionClosed
from ocpp_rpc.handlers.independent import expressed
from ocpp_rpc.handlers.routing import Handler, PerConnection, routes_for, routes_of
from ocpp_rpc.protocol.events import Closed
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.tolerances import Tolerances, tolerances_of
from ocpp_rpc.transports import Peer, PingPolicy, Transport

from .closing import Closing, check_close, check_end
from .direction import ResponseT, SideT_co
from .dispatching import Dispatcher, opened
from .event_loop import check_loop
from .ground import make_ground
from .guards import Guard, passed, with_guard
from .handling import Handling
from .keepalive import Keepalive
from .reading import Reader
from .settings import Settings
from .signed import SignedHandling
from .time_limits import TimeLimits
from .writing import Writer

if TYPE_CHECKING:
    from ocpp_rpc.back_office.handshake import Handshake

__all__ = ["Connection"]


class Connection(Generic[SideT_co]):
    """One side of an open connection.

    `ocpp_rpc.connect` and `ocpp_rpc.serve` create connections. To use a transport of
    your own, construct a connection, and then either await `run` or call `start`.

    Args:
        transport: The transport that carries the messages.
        package: The messages of the negotiated version.
        role: The role of this side.
        handler: The handler of the peer's messages.
        identity: The identity of the station; default: empty.
        settings: The settings; default: `Settings()`.

    Attributes:
        identity: The identity of the station.
        data: Any object of the application, such as `Accept.data`; default: None.
        handshake: In a server, the request that opened the connection, without
            credentials.
        profile: The number of the security profile, 0 to 3; None if it is not known.
        running: The tasks of the connection, running handlers included.
        keepalive: The ping settings in use; change them with `keep_alive`.
    """

    def __init__(  # noqa: PLR0913
        self,
        transport: Transport,
        package: VersionPackage,
        role: Role,
        handler: Handler = None,
        *,
        identity: str = "",
        settings: Settings | None = None,
    ) -> None:
        settings = settings or Settings()
        routes = routes_of(handler)
        ground = make_ground(
            transport, package, role, identity, settings, routes.find, self
        )
        self.identity: Final = identity
        self.data: Any = None
        self.handshake: Handshake | None = None
        self.profile: int | None = None
        self.running: Final = ground.tasks
        self._loop = ground.loop
        self._clock = ground.clock
        self._observe = ground.observe
        self._session = ground.session
        self._settings = settings
        self._transport = transport
        self._dispatcher = Dispatcher(ground, self._end_flood)
        self._time_limits = TimeLimits(ground, self._take_expired)
        self._writer = Writer(ground, self._dispatcher, self._time_limits)
        handling = Handling if settings.signing is None else SignedHandling
        self._handling = handling(ground, self._writer, self, routes)
        self._closing = Closing(ground, self._dispatcher, settings.close_timeout)
        self._reader = Reader(ground, self._writer, self._handling, self._closing)
        cut, watch = self._closing.cut, self._reader.watch
        self.keepalive: Final = Keepalive(ground, cut, watch)
        self._closing.on_close(self._stop)
        if isinstance(handler, PerConnection):
            self.set_handler(handler)

    def __repr__(self) -> str:
        state = "closed" if self.closed else "open"
        return f"<Connection {self.identity!r} OCPP {self.version} {self.role} {state}>"

    # --- What it is -------------------------------------------------------------------

    @property
    def version(self) -> str:
        """The negotiated version of OCPP, for example "1.6"."""
        return self._session.package.VERSION

    @property
    def package(self) -> VersionPackage:
        """The messages of the negotiated version."""
        return self._session.package

    @property
    def role(self) -> Role:
        """The role of this side."""
        return self._session.role

    @property
    def peer(self) -> Peer:
        """The address and the TLS connection of the peer."""
        return self._transport.peer

    @property
    def limits(self) -> Limits:
        """How much may be pending at once; may be changed at any time."""
        return self._session.limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        check_loop(self._loop)
        self._handling.limit(limits)
        self._writer.flush_soon()

    @property
    def tolerance(self) -> Tolerances:
        """The deviations to accept from the peer; may be changed at any time.

        May be set to a single `Tolerance`, which then applies to every message.
        """
        return self._session.tolerances

    @tolerance.setter
    def tolerance(self, tolerance: Tolerance | Tolerances) -> None:
        self._session.tolerances = tolerances_of(tolerance)

    @property
    def closed(self) -> bool:
        """Whether the connection is closed."""
        return self._session.closed is not None

    @property
    def end(self) -> Closed | None:
        """The code and the reason of the close; None while the connection is open."""
        return self._session.closed

    def set_handler(self, handler: Handler) -> None:
        """Replace the handler of the peer's messages.

        Raises:
            RuntimeError: Called outside the event loop of the connection.
        """
        check_loop(self._loop)
        self._handling.use(routes_for(handler, self))

    def guard(self, guard: Guard) -> None:
        """Add a guard for all messages, whichever handler is set now or later.

        A connection has one guard per class: a new one replaces the previous one.
        """
        guards = self._dispatcher.guards = with_guard(self._dispatcher.guards, guard)
        self._handling.guard(guards)

    def keep_alive(
        self,
        interval: float | None,
        timeout: float | None = 20.0,
        policy: PingPolicy | None = None,
    ) -> None:
        """Ping the peer at an interval, and close the connection if it does not answer.

        Args:
            interval: The time from a pong to the next ping, in seconds (the
                specification's WebSocketPingInterval); None or 0: no pings.
            timeout: The time limit of a pong, in seconds; None: no limit.
            policy: The sign of life that a ping requires; None: no change.

        Raises:
            ValueError: A time is negative, or the policy is unknown.
        """
        check_loop(self._loop)
        if not self.closed:
            self.keepalive.start(interval, timeout, policy)

    # --- Sending ----------------------------------------------------------------------

    async def call(
        self,
        request: Request[ResponseT, SideT_co],
        *,
        timeout: float | EllipsisType | None = ...,  # noqa: ASYNC109
        total_timeout: float | None = None,
        tolerance: Tolerance | None = None,
    ) -> ResponseT:
        """Send a request and return the response to it.

        OCPP allows one unanswered call per direction, so further calls wait for their
        turn in the order in which they were made. If the task is cancelled, the call is
        given up; a call that is still waiting is never sent.

        Args:
            request: The request.
            timeout: The time limit for the reply, in seconds from when the call is
                written; None: no limit; default: `Settings.call_timeout`.
            total_timeout: The time limit in seconds from now, including the wait for
                the turn of the call; None: no limit.
            tolerance: The deviations to accept in the request and its response.
                Default: the request has to be valid; `tolerance` of the connection
                applies to the response.

        Raises:
            OcppError: The peer answered with a CALLERROR.
            CallTimeout: The peer did not answer in time.
            ConnectionClosed: The connection is closed, or closed before the answer
                arrived.
            InvalidResponse: The answer is not a valid response, or its signature is
                missing or invalid (`BadSignature`).
            CannotSend: This side may not send the request, or the request is not valid.
            QueueFull: `Limits.max_waiting` calls are waiting already.
            RuntimeError: Called outside the event loop of the connection.
        """
        check_loop(self._loop)
        message, translated = expressed(cast(Model, request), self.package)
        if guards := self._dispatcher.guards:
            total_timeout = await passed(guards, message, total_timeout, self._clock)
        message_id = self._settings.new_id()
        self._session.call(
            message_id,
            message,
            self._clock.time(),
            timeout=self._settings.call_timeout if timeout is ... else timeout,
            total_timeout=total_timeout,
            tolerance=tolerance,
        )
        reply = self._dispatcher.expect(message_id)
        # Before writing, which may wait: an observer has to see the call at once, and
        # its `total_timeout` has to run while the call waits for its turn.
        self._dispatcher.dispatch()
        self._time_limits.watch()
        self._writer.flush_soon()
        try:
            response = await reply
        except asyncio.CancelledError:
            self._session.cancel(message_id, self._clock.time())
            self._writer.flush_soon()
            raise
        finally:
            del self._dispatcher.calls[message_id]
        if translated is not None:
            response = translated.read(response)
        return cast(ResponseT, response)

    async def send(
        self, message: Send[SideT_co], *, tolerance: Tolerance | None = None
    ) -> None:
        """Send a message that has no response (from OCPP 2.1 on).

        Args:
            message: The message.
            tolerance: The deviations to accept; default: the message has to be valid.

        Raises:
            CannotSend: This side may not send the message, or the message is not valid.
            ConnectionClosed: The connection is closed.
            OcppError: NotSupported: a `v2x` message on a connection of 2.0.1.
            RuntimeError: Called outside the event loop of the connection.
        """
        check_loop(self._loop)
        exact, _ = expressed(cast(Model, message), self.package)
        if guards := self._dispatcher.guards:
            await passed(guards, exact, None, self._clock)
        message_id = self._settings.new_id()
        self._session.send(message_id, exact, tolerance=tolerance)
        await self._writer.flushed()
        if (cut := self._writer.cut) is not None:
            raise ConnectionClosed(code=cut.code, reason=cut.reason)

    # --- Closing ----------------------------------------------------------------------

    async def close(
        self,
        code: int = 1000,
        reason: str = "",
        *,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> None:
        """Close the connection gracefully.

        Further calls of the peer are refused with a CALLERROR. Accepted calls are
        answered if their handlers finish within `Settings.close_timeout`. Then the
        connection is closed. If it is being closed already, this only waits; the first
        code wins.

        Args:
            code: A close code that RFC 6455 §7.4 lets an endpoint send.
            reason: A text of up to 123 bytes.
            timeout: The time limit for everything, closing handshake included, in
                seconds; when it has passed, the connection is aborted with this code
                and reason. None: the limits of the settings apply.

        Raises:
            ValueError: The code is reserved, or the reason is too long.
            RuntimeError: Called outside the event loop of the connection.
        """
        check_loop(self._loop)
        check_close(code, reason)
        self.exempt_current_task()
        closed = self._closing.begin(code, reason)
        if timeout is not None:
            self._closing.cut_in(timeout, code, reason)
        await asyncio.shield(closed)

    def abort(self, code: int = 1006, reason: str = "") -> None:
        """Close the connection immediately, without a close frame.

        Args:
            code: The close code that this side sees in `end` and in `Closed`.
            reason: The reason that accompanies it, of up to 123 bytes.

        Raises:
            ValueError: The code is reserved, or the reason is too long.
            RuntimeError: Called outside the event loop of the connection.
        """
        check_loop(self._loop)
        check_end(code, reason)
        self.exempt_current_task()
        self._closing.cut(reason, code)

    def fail_calls(self, code: int, reason: str) -> None:
        """Fail all calls of this side, now and later, because the peer is elsewhere.

        Use this if the connection is about to be closed. Accepted calls of the peer are
        still answered.

        Args:
            code: The close code in the `ConnectionClosed` of each call.
            reason: The reason that accompanies it.

        Raises:
            RuntimeError: Called outside the event loop of the connection.
        """
        check_loop(self._loop)
        self._session.fail_calls(code, reason, self._clock.time())
        self._dispatcher.dispatch()

    def on_close(self, callback: Callable[[Connection], object]) -> None:
        """Register a function to call when the connection is closed.

        The function gets the connection. It runs before any task in `wait_closed`
        continues, or at once if the connection is closed already. It must not block;
        its exceptions are logged.

        Raises:
            RuntimeError: Called outside the event loop of the connection.
        """
        check_loop(self._loop)
        self._closing.on_close(partial(callback, self))

    async def wait_closed(self) -> None:
        """Wait until either side has closed the connection.

        Raises:
            RuntimeError: Called outside the event loop of the connection.
        """
        check_loop(self._loop)
        await self._closing.wait()

    def exempt_current_task(self) -> None:
        """Exempt a handler in the current task from waits and cancellation at close."""
        self._handling.exempt_current()

    # --- Running ----------------------------------------------------------------------

    def start(self) -> None:
        """Start to read and answer messages, until the connection is closed.

        Raises:
            RuntimeError: Called outside the event loop of the connection.
        """
        check_loop(self._loop)
        if self.closed:
            return
        if self._observe is not None:
            self._observe(opened(self))
        self._reader.start()

    async def run(self) -> None:
        """Start, and wait until the connection is closed; abort it if cancelled."""
        self.start()
        try:
            await self.wait_closed()
        except asyncio.CancelledError:
            self.abort()
            raise

    def _take_expired(self) -> None:
        """Settle expired calls before writing, because the peer may not read."""
        self._dispatcher.dispatch()
        self._writer.flush_soon()

    def _stop(self) -> None:
        self.keepalive.stop()
        self._time_limits.stop()
        self.running.stop()

    def _end_flood(self) -> None:
        if not self.closed:
            self._closing.begin(1002, "too many bad messages")
