"""A connection: a session, a transport, the handlers, and asyncio between them.

`Connection` is the face of several parts, each with one purpose:

* `reading`: takes messages from the transport, one task after the other;
* `handling`: gives a message of the peer to its handler, and answers it;
* `writing`: writes what the session wants written, and waits for room;
* `dispatching`: walks the events of the session, which settles our calls;
* `time_limits`: has the session fail calls that take too long;
* `keepalive`: pings;
* `guards`: what may hold back or refuse messages, both ways;
* `closing`: every way in which the connection ends, and who is told;
* `tasks`: the tasks of all of these.

A message of the peer goes from `Transport.recv` through `Reader` to `Session.receive`,
then through `Handling.handle` to the handler, and back by `Session.reply` and
`Writer.flush`. A call of ours goes from `Connection.call` to `Session.call` and
`Writer.flush_soon`; its reply goes from `Reader` to `Session.receive`, which leaves an
event, and the `Dispatcher` settles the future that `call` awaits.

After everything that touches the session, `Writer.flush` runs, or one of its kin: the
session only notes what is to be written and what has happened.

Parts know the parts below them and not the connection: what they have to tell upwards
goes through functions that the connection has given them.
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

    `ocpp_rpc.connect` and `ocpp_rpc.serve` make connections. With a transport of one's
    own: construct one, then either await `run` or call `start`.

    Args:
        transport: What carries the messages.
        package: The messages of the negotiated version.
        role: This side's role.
        handler: What answers the peer's calls.
        identity: The identity of the station.
        settings: How the connection behaves.

    Attributes:
        identity: The identity of the station.
        data: Whatever belongs to the session; what an `on_connect` hook has accepted a
            station with.
        handshake: In a server, what the station has asked for, without its credentials.
        profile: The number of the security profile, 0 to 3; None if it is not known.
        running: The tasks, those of the handlers that run among them.
        keepalive: The pings, as they were set last; `keep_alive` changes them.
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
        """The version of OCPP that was negotiated."""
        return self._session.package.VERSION

    @property
    def package(self) -> VersionPackage:
        """The messages of that version."""
        return self._session.package

    @property
    def role(self) -> Role:
        """The role of this side."""
        return self._session.role

    @property
    def peer(self) -> Peer:
        """The other end, as the network knows it."""
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
        """How much what the peer sends may deviate; may be changed at any time.

        One `Tolerance` may be set, for every message.
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
        """How it was closed: the code and the reason; None while it is open."""
        return self._session.closed

    def set_handler(self, handler: Handler) -> None:
        """Replace what answers the peer's calls from now on.

        Raises:
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        self._handling.use(routes_for(handler, self))

    def guard(self, guard: Guard) -> None:
        """Have something look at all messages, whichever handler there is or will be.

        There is one guard of each class: it takes the place of the one before.
        """
        guards = self._dispatcher.guards = with_guard(self._dispatcher.guards, guard)
        self._handling.guard(guards)

    def keep_alive(
        self,
        interval: float | None,
        timeout: float | None = 20.0,
        policy: PingPolicy | None = None,
    ) -> None:
        """Ping the peer from now on, and close the connection if it is gone.

        Args:
            interval: How many seconds from a pong to the next ping, the
                WebSocketPingInterval of the specification; None or 0: no pings.
            timeout: How many seconds the pong may take; None: for ever.
            policy: What shows that the peer is there; None: the same as before.

        Raises:
            ValueError: One of the times is negative, or there is no such policy.
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

        OCPP allows one unanswered call per direction; further ones wait for their turn
        in the order in which they were made. Cancelling gives the call up; if it is
        still waiting, it is not sent at all.

        Args:
            request: What is asked.
            timeout: How many seconds the reply may take once the call is written; None
                is forever; if not given, the `call_timeout` of the connection.
            total_timeout: How many seconds everything may take, waiting included.
            tolerance: How much the request and the response to it may deviate. If not
                given, the request has to be valid, and the `tolerance` of the
                connection is for the response.

        Raises:
            OcppError: The peer answered with a CALLERROR.
            CallTimeout: It did not answer in time.
            ConnectionClosed: The connection is closed, or closed meanwhile.
            InvalidResponse: The peer's answer is not a valid response, or not signed as
                it has to be (`BadSignature`).
            CannotSend: This side may not send that request, or it is not valid.
            QueueFull: Too many calls are waiting.
            RuntimeError: This is another event loop than that of the connection.
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
        # All this before writing, which may have to wait: an observer sees at once that
        # there is a call, and its `total_timeout` runs while it waits for its turn.
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
        """Send a message that is not answered (from OCPP 2.1 on).

        Args:
            message: What is sent.
            tolerance: How much it may deviate; if not given, it has to be valid.

        Raises:
            CannotSend: This side may not send that message, or it is not valid.
            ConnectionClosed: The connection is closed.
            OcppError: NotSupported: it is of `v2x`, and the version is 2.0.1.
            RuntimeError: This is another event loop than that of the connection.
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
        """Close the connection in an orderly way.

        Further calls of the peer are refused with a CALLERROR, those that were
        accepted are answered, then the connection is closed. What handlers take longer
        than `close_timeout` for is not answered. Closing again only waits; the first
        code wins.

        Args:
            code: A close code of RFC 6455.
            reason: A text of up to 123 bytes.
            timeout: How many seconds all that may take, the closing handshake included;
                after that, the connection is aborted with this code and reason. None:
                as long as the settings allow.

        Raises:
            ValueError: The code is reserved, or the reason is too long.
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        check_close(code, reason)
        self.exempt_current_task()
        closed = self._closing.begin(code, reason)
        if timeout is not None:
            self._closing.cut_in(timeout, code, reason)
        await asyncio.shield(closed)

    def abort(self, code: int = 1006, reason: str = "") -> None:
        """Close the connection at once, without a word to the peer.

        Args:
            code: The close code that `end` and `Closed` tell this side.
            reason: The text that goes with it, of up to 123 bytes.

        Raises:
            ValueError: The code is reserved, or the reason is too long.
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        check_end(code, reason)
        self.exempt_current_task()
        self._closing.cut(reason, code)

    def fail_calls(self, code: int, reason: str) -> None:
        """Fail all calls of this side now, and further ones: the peer is elsewhere.

        The connection is about to be closed; what its handlers accepted is answered.

        Args:
            code: The close code that the `ConnectionClosed` of each call has.
            reason: The text that goes with it.

        Raises:
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        self._session.fail_calls(code, reason, self._clock.time())
        self._dispatcher.dispatch()

    def on_close(self, callback: Callable[[Connection], object]) -> None:
        """Have a function called as soon as the connection is closed.

        It is called with the connection, before anybody who waits goes on; at once if
        the connection is closed already. It must not block; what it raises is logged.

        Raises:
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        self._closing.on_close(partial(callback, self))

    async def wait_closed(self) -> None:
        """Wait until the connection is closed, by whichever side.

        Raises:
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        await self._closing.wait()

    def exempt_current_task(self) -> None:
        """Have closing wait for no handler in this task, and cancel none there."""
        self._handling.exempt_current()

    # --- Running ----------------------------------------------------------------------

    def start(self) -> None:
        """Read and answer messages, until the connection is closed.

        Raises:
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        if self.closed:
            return
        if self._observe is not None:
            self._observe(opened(self))
        self._reader.start()

    async def run(self) -> None:
        """Start, and wait until the connection is closed; if cancelled, abort it."""
        self.start()
        try:
            await self.wait_closed()
        except asyncio.CancelledError:
            self.abort()
            raise

    def _take_expired(self) -> None:
        """Tell callers whose time is up before writing, as the peer may be stuck."""
        self._dispatcher.dispatch()
        self._writer.flush_soon()

    def _stop(self) -> None:
        self.keepalive.stop()
        self._time_limits.stop()
        self.running.stop()

    def _end_flood(self) -> None:
        if not self.closed:
            self._closing.begin(1002, "too many bad messages")
