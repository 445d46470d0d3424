"""A connection: a session, a transport, the handlers, and asyncio between them.

The reader takes one message after the other from the transport and gives it to the
session. Then, and after everything else that touches the session, `_pump` runs: it
first writes what the session wants written, then walks the events. The end of one of
our calls settles the future its caller waits for. A call of the peer is handled by the
reader itself, so handlers start in the order of arrival, and one that has its response
ready costs no task.

A handler that has to wait must not keep the reader from reading: the answer to a call
of its own could never arrive. So as soon as it suspends, the task it runs in stops
being the reader, and another one takes over (`_hand_over`). The handler does not
notice: it stays in one task from its first line to its last, so that time limits, task
groups and cancellation work as they do anywhere. It also has a copy of the context
variables for itself, as every task has (`Started`).

One timer serves all time limits of a connection. A peer that does not read makes
whoever writes to it wait: the reader, so that nothing more is read either; or the task
of a handler, of which there is a limited number. Callers wait for their reply anyway;
meanwhile, no other call is written, but the time of the next one runs.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from types import EllipsisType
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    NamedTuple,
    TypeAlias,
    TypeVar,
    cast,
)

from ocpp_messages import (
    Model,
    NotSupported,
    ProcedureKind,
    Request,
    Role,
    Send,
    Tolerance,
    VersionPackage,
)
from ocpp_rpc.errors import ConnectionClosed
from ocpp_rpc.handlers.independent import independent
from ocpp_rpc.handlers.routing import Handler, Route, routes_of
from ocpp_rpc.handlers.threads import call_in_thread
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallFailed,
    CallSucceeded,
    Closed,
    Event,
    FrameReceived,
    FrameSent,
    Opened,
)
from ocpp_rpc.protocol.incoming import Incoming
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.session import Session
from ocpp_rpc.protocol.tolerances import Tolerances, tolerances_of
from ocpp_rpc.transports import Peer, Transport, TransportClosed

from .answering import NO_ROUTE, refusal
from .closing import Ending, check_close, check_end
from .eager import Started, is_cancelled, takes_time
from .keepalive import Keepalive
from .loops import check_loop, release
from .running import Running
from .settings import Clock, Settings, Timer

if TYPE_CHECKING:
    from ocpp_rpc.back_office.handshake import Handshake

__all__ = ["Connection"]

logger = logging.getLogger("ocpp_rpc.connection")

_CALL: Final = ProcedureKind.CALL

_Write: TypeAlias = Callable[[str], Awaitable[None] | None]

ResponseT = TypeVar("ResponseT")


class Connection:
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
        handshake: What the station has asked for, without its credentials, in a server;
            None otherwise.
        running: The handlers that run.
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
        loop = self._loop = asyncio.get_running_loop()
        self.identity: Final = identity
        self.data: Any = None
        self.handshake: Handshake | None = None
        self._routes = routes_of(handler)
        self.running: Final = Running(loop)
        self._session = Session(
            package,
            role,
            dialect=settings.dialects[package.VERSION],
            supports=self._routes.find,
            running=self.running.tasks,
            limits=settings.limits,
            tolerances=tolerances_of(settings.tolerance),
            observed=settings.observer is not None,
        )
        self._transport = transport
        write = getattr(transport, "write", None)
        self._writes_at_once = write is not None
        self._write: _Write = write or transport.send
        self._cut: TransportClosed | None = None
        self._stuck: asyncio.Future[None] | None = None
        self._settings = settings
        self._observer = settings.observer
        self._clock: Clock = settings.clock or loop
        self._now = self._clock.time
        self._timer: Timer | None = None
        self._keepalive = Keepalive(transport, self._clock, self._break)
        self._calls: dict[str, asyncio.Future[Model]] = {}
        self._background: set[asyncio.Task[Any]] = set()
        self._closing: asyncio.Task[None] | None = None
        self._events: deque[Event] = deque()
        self._ending = Ending(identity, loop)

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
        self._session.limits = limits
        self._pump_soon()

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
        """Replace what answers the peer's calls from now on."""
        self._routes = routes_of(handler)
        self._session.supports = self._routes.find

    def keep_alive(self, interval: float | None, timeout: float | None = 20.0) -> None:
        """Ping the peer from now on, and close the connection if it is gone.

        Args:
            interval: How many seconds from a pong to the next ping, the
                WebSocketPingInterval of the specification; None or 0: no pings.
            timeout: How many seconds the pong may take; None: for ever.

        Raises:
            ValueError: One of them is negative.
        """
        check_loop(self._loop)
        if not self.closed:
            self._keepalive.start(interval, timeout)

    # --- Sending ----------------------------------------------------------------------

    async def call(
        self,
        request: Request[ResponseT],
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
            InvalidResponse: The peer's answer is not a valid response.
            CannotSend: This side may not send that request, or it is not valid.
            QueueFull: Too many calls are waiting.
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        limits = _CallLimits(
            self._settings.call_timeout if timeout is ... else timeout,
            total_timeout,
            tolerance,
        )
        message = cast(Model, request)
        translated = independent(message, self.package)
        if translated is None:
            response = await self._call(message, limits)
        else:
            response = await self._call(translated.express(), limits)
            response = translated.read(response)
        return cast(ResponseT, response)

    async def _call(self, request: Model, limits: _CallLimits) -> Model:
        message_id = self._settings.new_id()
        self._session.call(
            message_id,
            request,
            self._now(),
            timeout=limits.timeout,
            total_timeout=limits.total_timeout,
            tolerance=limits.tolerance,
        )
        future: asyncio.Future[Model] = self._loop.create_future()
        self._calls[message_id] = future
        self._dispatch()
        self._set_timer()
        self._pump_soon()
        try:
            return await future
        except asyncio.CancelledError:
            self._session.cancel(message_id, self._now())
            self._pump_soon()
            raise
        finally:
            del self._calls[message_id]

    async def send(self, message: Send, *, tolerance: Tolerance | None = None) -> None:
        """Send a message that is not answered (from OCPP 2.1 on).

        Args:
            message: What is sent.
            tolerance: How much it may deviate; if not given, it has to be valid.

        Raises:
            CannotSend: This side may not send that message, or it is not valid.
            ConnectionClosed: The connection is closed.
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        message_id = self._settings.new_id()
        self._session.send(message_id, cast(Model, message), tolerance=tolerance)
        await self._pumped()
        if self._cut is not None:
            raise ConnectionClosed(code=self._cut.code, reason=self._cut.reason)

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
        if self._closing is None:
            self._session.drain()
            self._closing = asyncio.create_task(self._close(code, reason))
        if timeout is not None and not self.closed:
            cut = partial(self._break, reason, code)
            timer = self._clock.call_at(self._now() + timeout, cut)
            self._ending.add(timer.cancel)
        await asyncio.shield(self._closing)

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
        self._break(reason, code)

    def _break(self, reason: str, code: int = 1006) -> None:
        self._transport.abort()
        self._finish(code, reason)

    def fail_calls(self, code: int, reason: str) -> None:
        """Fail all calls of this side now, and further ones: the peer is elsewhere.

        The connection is about to be closed; what its handlers accepted is answered.

        Args:
            code: The close code that the `ConnectionClosed` of each call has.
            reason: The text that goes with it.
        """
        self._session.fail_calls(code, reason, self._now())
        self._dispatch()

    def on_close(self, callback: Callable[[Connection], object]) -> None:
        """Have a function called as soon as the connection is closed.

        It is called with the connection, before anybody who waits goes on; at once if
        the connection is closed already. It must not block; what it raises is logged.

        Raises:
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        self._ending.add(partial(callback, self))

    async def wait_closed(self) -> None:
        """Wait until the connection is closed, by whichever side.

        Raises:
            RuntimeError: This is another event loop than that of the connection.
        """
        check_loop(self._loop)
        if not self.closed:
            await self._ending.wait()

    async def _close(self, code: int, reason: str) -> None:
        if self.running.tasks:
            limit = self._now() + self._settings.close_timeout
            await self.running.wait_idle(self._clock, limit)
        self._session.fail_unsent(code, reason, self._now())
        self._dispatch()
        await self._transport.close(code, reason)
        await self.wait_closed()

    def exempt_current_task(self) -> None:
        """Let a handler close its connection: nobody waits for it, or cancels it.

        Nothing if the current task is not that of a handler of this connection.
        """
        task = asyncio.current_task()
        if task is not None and task in self._background:
            self.running.exempt(task)

    def _finish(self, code: int, reason: str) -> None:
        """Settle everything. The connection is closed."""
        if self.closed:
            return
        logger.info("%r: closed, %d %r", self.identity, code, reason)
        self._session.connection_lost(code, reason, self._now())
        self._keepalive.stop()
        if self._timer is not None:
            self._timer.cancel()
        self.running.cancel()
        self._ending.call_all()
        self._dispatch()
        self._ending.release_all()

    # --- Reading ----------------------------------------------------------------------

    def start(self) -> None:
        """Read and answer messages, until the connection is closed."""
        if self.closed:
            return
        logger.info("%r: open, OCPP %s", self.identity, self.version)
        if self._observer is not None:
            self._observe(Opened(self.version))
        self._keep(self._read(), self._background)

    async def run(self) -> None:
        """Start, and wait until the connection is closed; if cancelled, abort it."""
        self.start()
        try:
            await self.wait_closed()
        except asyncio.CancelledError:
            self.abort()
            raise

    async def _read(self) -> None:
        """Read until the connection is closed, or until another task reads on."""
        turn, session = _Turn(), self._session
        end = TransportClosed()
        try:
            while turn.lasts:
                message = await self._transport.recv()
                if session.closed is not None:
                    break  # nothing happens any more, whatever the transport has left
                if self._observer is not None:
                    self._observe(FrameReceived(message))
                incoming = session.receive(message, self._now())
                if session.has_news:
                    await self._pumped()
                if incoming is None or session.closed is not None:
                    continue
                if (rest := self._handle(incoming, turn)) is not None:
                    await rest
        except TransportClosed as error:
            end = error
        except Exception:
            logger.exception("%r: cannot go on", self.identity)
            self._transport.abort()
        finally:
            if turn.lasts:
                self._finish(end.code, end.reason)

    def _hand_over(self, turn: _Turn) -> None:
        """Let another task read on; this one counts as that of a handler."""
        if not turn.lasts:
            return
        turn.lasts = False
        self._keep(self._read(), self._background)
        self.running.add(asyncio.current_task())

    # --- Writing and dispatching ------------------------------------------------------

    def _pump(self) -> Coroutine[Any, Any, None] | None:
        """Write what the session wants written, then walk the events.

        Returns:
            None once that is done; otherwise what does the rest when it is awaited,
            since the transport has no room for more.
        """
        if self._stuck is not None:
            self._hold()
            return self._pump_after(self._stuck) if self._session.owes_frames else None
        if (room := self._write_all()) is not None:
            self._stuck = asyncio.get_running_loop().create_future()
            return self._pump_on(room, self._stuck)
        self._dispatch()
        return None

    async def _pump_on(
        self, room: Awaitable[None] | None, stuck: asyncio.Future[None]
    ) -> None:
        try:
            while room is not None:
                await room
                room = self._write_all()
        except TransportClosed as error:
            self._cut = error
        finally:
            self._stuck = None
            release(stuck)
        self._dispatch()

    async def _pump_after(self, stuck: asyncio.Future[None]) -> None:
        """Write what the session wants written, but not before there is room."""
        await asyncio.wait([stuck])
        await self._pumped()

    def _hold(self) -> None:
        """Write nothing: somebody waits for room, and then goes on with the rest.

        What would be written now, the transport would have to keep, however much.
        """
        self._session.hold(self._now())
        self._set_timer()
        self._dispatch()

    def _write_all(self) -> Awaitable[None] | None:
        """Write what the session wants written.

        If it cannot, the reader finds that out too, and finishes once it has read all.

        Returns:
            What to await before there is room for more, if there may be more.
        """
        now = self._now()
        try:
            while (text := self._session.next_to_send(now)) is not None:
                if self._calls:
                    self._set_timer()
                if self._observer is not None:
                    self._observe(FrameSent(text))
                room = self._write(text)
                if room is not None:
                    return room
        except TransportClosed as error:
            self._cut = error
        return None

    async def _pumped(self) -> None:
        if (rest := self._pump()) is not None:
            await rest

    def _pump_soon(self) -> None:
        """Do what `_pump` does, but wait for room in another task."""
        if self._stuck is not None:
            self._hold()
            return
        rest = self._pump() if self._writes_at_once else self._pumped()
        if rest is not None:
            self._keep(rest, self._background)

    def _dispatch(self) -> None:
        """Walk the events.

        Those that an observer causes come after those that are here already.
        """
        events = self._events
        if news := self._session.events():
            events.extend(news)
        while events:
            event = events.popleft()
            if self._observer is not None:
                self._observe(event)
            take = self._TAKERS.get(type(event))
            if take is not None:
                take(self, event)

    def _succeed(self, event: CallSucceeded) -> None:
        future = self._calls.get(event.id)
        if future is not None and not future.done():
            future.set_result(event.response)

    def _give_up(self, event: CallFailed) -> None:
        future = self._calls.get(event.id)
        if future is not None and not future.done():
            future.set_exception(event.error)

    def _end_flood(self, _: BadMessage) -> None:
        """Close the connection on too many bad messages, if there is a limit."""
        limit = self.limits.max_bad_messages
        if limit is None or self._session.bad_messages <= limit:
            return
        if self._closing is None and not self.closed:
            self._keep(self.close(1002, "too many bad messages"), self._background)

    def _observe(self, event: Event) -> None:
        assert self._observer is not None
        try:
            self._observer(event, self)
        except Exception:
            logger.exception("%r: the observer failed", self.identity)

    _TAKERS: ClassVar[Mapping[type[Event], Callable[..., None]]] = {
        CallSucceeded: _succeed,
        CallFailed: _give_up,
        BadMessage: _end_flood,
    }

    def _set_timer(self) -> None:
        deadline = self._session.next_deadline
        if deadline is None:
            return
        if self._timer is not None:
            if self._timer.when() <= deadline:
                return
            self._timer.cancel()
        self._timer = self._clock.call_at(deadline, self._on_time)

    def _on_time(self) -> None:
        self._timer = None
        self._session.expire(self._now())
        self._dispatch()  # at once: writing may have to wait for a peer that is stuck
        self._set_timer()
        self._pump_soon()

    # --- Handlers ---------------------------------------------------------------------

    def _handle(self, incoming: Incoming, turn: _Turn) -> Awaitable[None] | None:
        """Handle a message of the peer as far as its handler does not wait.

        Returns:
            None if it is handled; otherwise what does the rest when it is awaited.
        """
        if incoming.procedure.kind is not _CALL:
            return self._handle_send(incoming, turn)
        route = self._routes.find(incoming.procedure) or NO_ROUTE
        try:
            response = self._call_handler(route, incoming.message)
            if takes_time(response):
                started = Started(response)
                if started.waits:
                    return self._handle_on(started, incoming, route, turn)
                response = started.result
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001
            return self._refuse(incoming, error)
        return self._answer(incoming, response, route, turn)

    async def _handle_on(
        self, started: Started[Any], call: Incoming, route: Route, turn: _Turn
    ) -> None:
        """Handle a call whose handler waits; let another task read meanwhile."""
        self._hand_over(turn)
        try:
            response = await started
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001
            rest = self._refuse(call, error)
        else:
            rest = self._answer(call, response, route, turn)
        if rest is not None:
            await rest

    def _answer(
        self, call: Incoming, response: Any, route: Route, turn: _Turn
    ) -> Awaitable[None] | None:
        """Answer a call of the peer, then do what is after.

        Once the connection is closed, no answer is owed any more; `reply` says so.
        """
        try:
            self._session.reply(call.id, response, self._now())
        except Exception as error:  # noqa: BLE001 - whatever a handler has returned
            return self._refuse(call, error)
        room = self._pump()
        if route.after is None:
            return room
        after = partial(route.after, call.message, response, self)
        return self._do_after(room, after, call.procedure.action, turn)

    def _refuse(self, call: Incoming, error: BaseException) -> Awaitable[None] | None:
        """Answer a call of the peer with the error that stands for an exception."""
        self._fail(call, error)
        if is_cancelled():
            self._pump_soon()
            raise error
        return self._pump()

    async def _do_after(
        self,
        room: Awaitable[None] | None,
        after: Callable[[], Any],
        action: str,
        turn: _Turn,
    ) -> None:
        """Do what is after a call, but not before there is room.

        Not at all if the transport did not take the answer.
        """
        if room is not None:
            await room
        if self._cut is None:
            name = f"what comes after {action}"
            await self.running.run_after(self._run(name, after, turn))

    async def _handle_send(self, send: Incoming, turn: _Turn) -> None:
        """Handle a message of the peer that is not answered."""
        route = self._routes.find(send.procedure)
        if route is not None:
            handler = partial(self._call_handler, route, send.message)
            await self._run(f"the handler of {send.procedure.action}", handler, turn)

    def _call_handler(self, route: Route, message: Model) -> Any:
        if route.in_thread:
            return call_in_thread(route.handler, self, message, self)
        return route.handler(message, self)

    async def _run(self, name: str, function: Callable[[], Any], turn: _Turn) -> None:
        """Call a function whose result nobody waits for."""
        try:
            result = function()
            if takes_time(result):
                started = Started(result)
                if started.waits:
                    self._hand_over(turn)
                    await started
        except (Exception, asyncio.CancelledError):
            if is_cancelled():
                raise
            logger.exception("%r: %s failed", self.identity, name)

    def _fail(self, call: Incoming, error: BaseException) -> None:
        """Answer a call with the error that stands for an exception."""
        if self.closed:
            return
        action, now = call.procedure.action, self._now()
        if isinstance(error, NotSupported):
            self._session.decline(call.id, now)
            return
        try:
            self._session.fail(call.id, refusal(error, action, self.identity), now)
        except Exception as unfit:  # noqa: BLE001 - whatever the error was made of
            self._session.fail(call.id, refusal(unfit, action, self.identity), now)

    # --- Tasks ------------------------------------------------------------------------

    def _keep(
        self, coroutine: Coroutine[Any, Any, object], tasks: set[asyncio.Task[Any]]
    ) -> None:
        """Run a coroutine beside the others, and hold on to its task until it ends."""
        task = asyncio.create_task(coroutine)
        tasks.add(task)
        task.add_done_callback(tasks.discard)


class _CallLimits(NamedTuple):
    """What a call is told beside its request."""

    timeout: float | None
    total_timeout: float | None
    tolerance: Tolerance | None


class _Turn:
    """The time in which one task is the reader."""

    __slots__ = ("lasts",)

    def __init__(self) -> None:
        self.lasts = True
