"""A connection: a session, a transport, the handlers, and asyncio between them.

The reader takes one message after the other from the transport and gives it to the
session. Then, and after everything else that touches the session, `_pump` runs: it
first writes what the session wants written, then walks the events.

* A call of the peer starts its handler, in the order of arrival. A handler that is a
  plain function is called on the spot. One that is a coroutine function gets a task of
  its own, so it may wait, and make calls, while the reader reads on.
* The end of one of our calls settles the future its caller waits for.

One timer serves all time limits of a connection. A peer that does not read makes
whoever writes to it wait: the reader, so that nothing more is read either; or the task
of a handler, of which there is a limited number. Callers wait for their reply anyway.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import uuid
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from types import EllipsisType
from typing import Any, Final, Protocol, TypeVar, cast

from ocpp_messages import Model, NotSupported, Request, Role, Send, VersionPackage

from .errors import ErrorCode, OcppError
from .events import (
    CallFailed,
    CallReceived,
    CallSucceeded,
    Event,
    FrameReceived,
    FrameSent,
    SendReceived,
)
from .routing import Handler, Route, routes_of
from .session import Limits, Session
from .transports import Transport, TransportClosed

__all__ = ["Clock", "Connection", "Observer", "Settings", "Timer", "new_id"]

logger = logging.getLogger(__name__)

ResponseT = TypeVar("ResponseT")


class Timer(Protocol):
    """What `Clock.call_at` returns."""

    def when(self) -> float:
        """Return the time it is set to."""
        ...

    def cancel(self) -> None:
        """Call nothing."""
        ...


class Clock(Protocol):
    """The time of a connection. An asyncio event loop is one."""

    def time(self) -> float:
        """Return the time, in seconds since some moment."""
        ...

    def call_at(self, when: float, callback: Callable[[], object], /) -> Timer:
        """Call back at a time."""
        ...


class Observer(Protocol):
    """What is told of every event of a connection."""

    def __call__(self, event: Event, connection: Connection, /) -> object:
        """Take note of an event. Must not block; what it raises is logged."""
        ...


def new_id() -> str:
    """Return an id that no other message has, on this connection or another one."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a connection behaves.

    Attributes:
        call_timeout: How long a reply may take, in seconds from when the call is
            written; None is forever. `Connection.call` can be told otherwise.
        close_timeout: How long `Connection.close` waits for handlers, in seconds.
        limits: How much may be pending at once.
        observer: Told of every event.
        new_id: Makes the ids of messages: 1 to 36 characters, different ones, across
            all connections of a station (2.0.1 part 4 §4.1.4).
        clock: The time; that of the event loop if None.
    """

    call_timeout: float | None = 30.0
    close_timeout: float = 10.0
    limits: Limits = field(default_factory=Limits)
    observer: Observer | None = None
    new_id: Callable[[], str] = new_id
    clock: Clock | None = None


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
        loop = asyncio.get_running_loop()
        self.identity: Final = identity
        self._routes = routes_of(handler)
        self._session = Session(
            package,
            role,
            supports=lambda procedure: self._routes.find(procedure) is not None,
            limits=settings.limits,
        )
        self._transport = transport
        self._settings = settings
        self._observer = settings.observer
        self._clock: Clock = settings.clock or loop
        self._timer: Timer | None = None
        self._calls: dict[str, asyncio.Future[Model]] = {}
        self._handlers: set[asyncio.Task[None]] = set()
        self._not_started = 0
        self._background: set[asyncio.Task[None]] = set()
        self._closing: asyncio.Task[None] | None = None
        self._idle: asyncio.Future[None] | None = None
        self._finished: asyncio.Future[None] = loop.create_future()

    def __repr__(self) -> str:
        state = "closed" if self.closed else "open"
        return f"<Connection {self.identity!r} OCPP {self.version} {self.role} {state}>"

    # --- What it is -------------------------------------------------------------------

    @property
    def version(self) -> str:
        """The version of OCPP that was negotiated."""
        return self._session.package.VERSION

    @property
    def role(self) -> Role:
        """The role of this side."""
        return self._session.role

    @property
    def closed(self) -> bool:
        """Whether the connection is closed."""
        return self._session.closed is not None

    def set_handler(self, handler: Handler) -> None:
        """Replace what answers the peer's calls from now on."""
        self._routes = routes_of(handler)

    # --- Sending ----------------------------------------------------------------------

    async def call(
        self,
        request: Request[ResponseT],
        *,
        timeout: float | EllipsisType | None = ...,  # noqa: ASYNC109
        total_timeout: float | None = None,
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

        Raises:
            OcppError: The peer answered with a CALLERROR.
            CallTimeout: It did not answer in time.
            ConnectionClosed: The connection is closed, or closed meanwhile.
            InvalidResponse: The peer's answer is not a valid response.
            CannotSend: This side may not send that request.
            QueueFull: Too many calls are waiting.
        """
        message_id = self._settings.new_id()
        self._session.call(
            message_id,
            cast(Model, request),
            self._clock.time(),
            timeout=self._settings.call_timeout if timeout is ... else timeout,
            total_timeout=total_timeout,
        )
        future = asyncio.get_running_loop().create_future()
        self._calls[message_id] = future
        self._set_timer()
        self._pump_soon()
        try:
            return cast(ResponseT, await future)
        except asyncio.CancelledError:
            self._cancel(message_id, future)
            raise
        finally:
            del self._calls[message_id]

    async def send(self, message: Send) -> None:
        """Send a message that is not answered (from OCPP 2.1 on).

        Raises:
            CannotSend: This side may not send that message.
            ConnectionClosed: The connection is closed.
        """
        self._session.send(self._settings.new_id(), cast(Model, message))
        await self._pump()

    def _cancel(self, message_id: str, future: asyncio.Future[Model]) -> None:
        self._session.cancel(message_id, self._clock.time())
        self._pump_soon()
        if future.done() and not future.cancelled():
            future.exception()  # or asyncio complains that nobody looked at it

    # --- Closing ----------------------------------------------------------------------

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the connection in an orderly way.

        Further calls of the peer are refused with a CALLERROR, those that were
        accepted are answered, then the connection is closed. What handlers take longer
        than `close_timeout` for is not answered. Closing again only waits; the first
        code wins.

        Args:
            code: A close code of RFC 6455.
            reason: A text of up to 123 bytes.

        Raises:
            ValueError: The code is reserved, or the reason is too long.
        """
        _check_close(code, reason)
        self._exempt_current_task()
        if self._closing is None:
            self._closing = asyncio.create_task(self._close(code, reason))
        await asyncio.shield(self._closing)

    def abort(self) -> None:
        """Close the connection at once."""
        self._exempt_current_task()
        self._transport.abort()
        self._finish(1006, "")

    async def wait_closed(self) -> None:
        """Wait until the connection is closed, by whichever side."""
        await asyncio.shield(self._finished)

    async def _close(self, code: int, reason: str) -> None:
        self._session.drain()
        if self._handlers:
            await self._wait_idle()
        await self._transport.close(code, reason)
        await self.wait_closed()

    async def _wait_idle(self) -> None:
        """Wait until no handler runs, but not longer than `close_timeout`."""
        idle = self._idle = asyncio.get_running_loop().create_future()
        limit = self._clock.time() + self._settings.close_timeout
        timer = self._clock.call_at(limit, lambda: _release(idle))
        await idle
        timer.cancel()

    def _exempt_current_task(self) -> None:
        """Let a handler close its connection: nobody waits for it, or cancels it."""
        task = asyncio.current_task()
        if task in self._handlers:
            self._handler_done(cast("asyncio.Task[None]", task))

    def _finish(self, code: int, reason: str) -> None:
        """Settle everything. The connection is closed."""
        if self.closed:
            return
        logger.info("%s: closed, %d %s", self.identity, code, reason)
        self._session.connection_lost(code, reason, self._clock.time())
        if self._timer is not None:
            self._timer.cancel()
        for task in self._handlers:
            task.cancel()
        self._dispatch()
        _release(self._finished)

    # --- Reading ----------------------------------------------------------------------

    def start(self) -> None:
        """Run in a task of its own."""
        self._keep(self.run(), self._background)

    async def run(self) -> None:
        """Read and answer messages until the connection is closed."""
        end = TransportClosed()
        logger.info("%s: open, OCPP %s", self.identity, self.version)
        try:
            await self._read()
        except TransportClosed as error:
            end = error
        finally:
            self._finish(end.code, end.reason)

    async def _read(self) -> None:
        recv, receive, time = (
            self._transport.recv,
            self._session.receive,
            self._clock.time,
        )
        while True:
            message = await recv()
            if self._observer is not None:
                self._observe(FrameReceived(message))
            receive(message, time())
            await self._pump()

    # --- Writing and dispatching ------------------------------------------------------

    async def _pump(self) -> None:
        """Write what the session wants written, walk the events, until all is done."""
        try:
            while True:
                text = self._session.next_to_send(self._clock.time())
                if text is not None:
                    self._set_timer()
                    if self._observer is not None:
                        self._observe(FrameSent(text))
                    await self._transport.send(text)
                elif not self._dispatch():
                    return
        except TransportClosed:
            pass  # the reader finds that out as well, and finishes

    def _pump_soon(self) -> None:
        self._keep(self._pump(), self._background)

    def _dispatch(self) -> bool:
        """Walk the events; tell whether there were any."""
        events = self._session.events()
        for event in events:
            if self._observer is not None:
                self._observe(event)
            if isinstance(event, CallReceived):
                self._on_call(event)
            elif isinstance(event, CallSucceeded):
                self._settle(event.id, event.response)
            elif isinstance(event, CallFailed):
                self._settle(event.id, event.error)
            elif isinstance(event, SendReceived):
                self._on_send(event)
        return bool(events)

    def _observe(self, event: Event) -> None:
        assert self._observer is not None
        try:
            self._observer(event, self)
        except Exception:
            logger.exception("%s: the observer failed", self.identity)

    def _settle(self, message_id: str, outcome: Model | Exception) -> None:
        future = self._calls.get(message_id)
        if future is None or future.done():
            return
        if isinstance(outcome, Exception):
            future.set_exception(outcome)
        else:
            future.set_result(outcome)

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
        self._session.expire(self._clock.time())
        self._dispatch()  # at once: writing may have to wait for a peer that is stuck
        self._set_timer()
        self._pump_soon()

    # --- Handlers ---------------------------------------------------------------------

    def _on_call(self, call: CallReceived) -> None:
        route = self._routes.find(call.procedure)
        if self.closed:
            return
        if route is None:
            self._fail(call, NotSupported(call.procedure.action))
        elif route.is_coroutine or route.after is not None or self._not_started:
            self._start_handler(self._handle(route, call))
        else:
            self._handle_now(route, call)

    def _handle_now(self, route: Route, call: CallReceived) -> None:
        try:
            response = route.handler(call.request, self)
        except Exception as error:  # noqa: BLE001 - a handler may raise anything
            self._fail(call, error)
            return
        if inspect.isawaitable(response):
            self._start_handler(self._handle(route, call, response))
        else:
            self._reply(call, response)

    async def _handle(
        self, route: Route, call: CallReceived, response: Any = None
    ) -> None:
        """Call a handler, unless it was and returned something to await; answer."""
        self._not_started -= 1
        replied = False
        try:
            if response is None:
                response = route.handler(call.request, self)
            if inspect.isawaitable(response):
                response = await response
            replied = self._reply(call, response)
        except asyncio.CancelledError:
            self._fail(call, OcppError(ErrorCode.INTERNAL_ERROR))
            self._pump_soon()
            raise
        except Exception as error:  # noqa: BLE001 - a handler may raise anything
            self._fail(call, error)
        await self._pump()
        if replied and route.after is not None:
            name = f"what comes after {call.procedure.action}"
            await self._run(name, route.after, call.request, response, self)

    def _on_send(self, message: SendReceived) -> None:
        route = self._routes.find(message.procedure)
        if route is not None and not self.closed:
            self._start_handler(self._handle_send(route, message))

    async def _handle_send(self, route: Route, message: SendReceived) -> None:
        self._not_started -= 1
        name = f"the handler of {message.procedure.action}"
        await self._run(name, route.handler, message.message, self)

    async def _run(
        self, name: str, function: Callable[..., Any], *arguments: object
    ) -> None:
        """Call a function whose result nobody waits for."""
        try:
            result = function(*arguments)
            if inspect.isawaitable(result):
                await result
        except Exception:
            logger.exception("%s: %s failed", self.identity, name)

    def _reply(self, call: CallReceived, response: Any) -> bool:
        """Answer a call; tell whether that was with the response."""
        if self.closed:
            return False
        try:
            self._session.reply(call.id, response, self._clock.time())
        except ValueError as error:
            self._fail(call, error)
            return False
        return True

    def _fail(self, call: CallReceived, error: Exception) -> None:
        """Answer a call with the error that stands for an exception."""
        if self.closed:
            return
        refusal = self._refusal(call, error)
        now = self._clock.time()
        try:
            self._session.fail(call.id, refusal, now)
        except (TypeError, ValueError, RecursionError) as unfit:
            self._session.fail(call.id, self._refusal(call, unfit), now)

    def _refusal(self, call: CallReceived, error: Exception) -> OcppError:
        """Return what the peer is told; nothing of an exception that is not for it."""
        if isinstance(error, OcppError):
            return error
        action = call.procedure.action
        if isinstance(error, NotSupported):
            description = f"{action} is not supported here"
            return OcppError(ErrorCode.NOT_SUPPORTED, description)
        logger.error(
            "%s: the handler of %s failed", self.identity, action, exc_info=error
        )
        return OcppError(ErrorCode.INTERNAL_ERROR)

    # --- Tasks ------------------------------------------------------------------------

    def _start_handler(self, handler: Coroutine[Any, Any, None]) -> None:
        self._not_started += 1
        self._keep(handler, self._handlers).add_done_callback(self._handler_done)

    def _handler_done(self, task: asyncio.Task[None]) -> None:
        self._handlers.discard(task)
        if not self._handlers and self._idle is not None:
            _release(self._idle)

    def _keep(
        self, coroutine: Coroutine[Any, Any, None], tasks: set[asyncio.Task[None]]
    ) -> asyncio.Task[None]:
        """Run a coroutine beside the others, and hold on to its task until it ends."""
        task = asyncio.create_task(coroutine)
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        return task


def _release(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


# RFC 6455 §7.4: what an endpoint may send.
_CLOSE_CODES = frozenset({*range(1000, 1004), *range(1007, 1015), *range(3000, 5000)})


def _check_close(code: int, reason: str) -> None:
    if code not in _CLOSE_CODES:
        raise ValueError(f"{code} is not a close code that may be sent")
    if len(reason.encode()) > 123:
        raise ValueError("the reason of a close has up to 123 bytes")
