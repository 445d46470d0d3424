"""Handles one message of the peer: calls its handler, answers, and runs `Router.after`.

`Handling.handle` calls the handler in the task of the reader and proceeds as far as
possible without waiting. In most cases it reaches the end, and returns None. Otherwise
it returns an awaitable for the rest. If the handler itself has to wait, that awaitable
first lets another task read the next messages (`hand_over`). If the transport has no
room, however, it does not: then the reader itself has to wait (see `writing`).

Every call is answered exactly once, whatever its handler does. An `OcppError` of a
handler is sent to the peer. Any other exception is logged, and the peer only gets
InternalError. A cancellation counts as a failure. If something that the handler awaited
was cancelled, the call is answered and the connection continues. If the task of the
handler was cancelled, the call is answered and the task ends, as the code that
cancelled it expects.

`Handling` uses the session to answer and the writer to write the answer. It passes the
connection to handlers and does not use it otherwise.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ocpp_messages import Model, NotSupported, ProcedureKind
from ocpp_rpc.errors import CannotSend, ErrorCode, OcppError
from ocpp_rpc.handlers.routing import Route, Routes
from ocpp_rpc.handlers.threads import call_in_thread
from ocpp_rpc.lines import about
from ocpp_rpc.protocol.incoming import Incoming
from ocpp_rpc.protocol.limits import Limits

from .calls import noting
from .eager import EagerStart, is_cancelled, takes_time
from .turns import Turns

if TYPE_CHECKING:
    from .connection import Connection
    from .ground import Ground
    from .guards import Guard
    from .writing import Writer

__all__ = ["HandOver", "Handling"]

logger = logging.getLogger("ocpp_rpc.connection")

HandOver = Callable[[], None]
"""Lets another task read the next messages, unless one does already."""

_CALL: Final = ProcedureKind.CALL


class Handling:
    """Passes each message of the peer to its handler, and answers calls.

    Args:
        ground: The state that the parts of the connection share.
        writer: Writes the answers.
        connection: The connection, which handlers get as an argument.
        routes: The handlers.

    Attributes:
        routes: The handlers, wrapped by the guards.
    """

    __slots__ = (
        "_connection",
        "_guards",
        "_identity",
        "_note",
        "_now",
        "_session",
        "_tasks",
        "_turns",
        "_unguarded",
        "_writer",
        "routes",
    )

    def __init__(
        self, ground: Ground, writer: Writer, connection: Connection, routes: Routes
    ) -> None:
        self._identity = ground.identity
        self._session = ground.session
        self._writer = writer
        self._tasks = ground.tasks
        self._now = ground.now
        self._connection = connection
        self._note = noting(ground.identity, ground.session.role, ground.now).note
        self._turns: Turns | None = None
        self._guards: Sequence[Guard] = ()
        self.routes = self._unguarded = routes
        self.limit(ground.session.limits)

    def use(self, routes: Routes) -> None:
        """Replace the handlers."""
        self._unguarded = routes
        for guard in self._guards:
            routes = guard.around(routes)
        self.routes = routes
        self._session.supports = routes.find

    def guard(self, guards: Sequence[Guard]) -> None:
        """Wrap the handlers, the present and later ones, with guards."""
        self._guards = guards
        self.use(self._unguarded)

    def limit(self, limits: Limits) -> None:
        """Replace the limits, including whether messages are handled in order."""
        self._session.limits = limits
        if limits.in_order and self._turns is None:
            self._turns = Turns()
        elif self._turns is not None:
            self._turns.enabled = limits.in_order

    def exempt_current(self) -> None:
        """Do not wait for the current task, and end its turn if it has one."""
        self._tasks.exempt_current()
        if self._turns is not None:
            self._turns.leave()

    def handle(self, incoming: Incoming, hand_over: HandOver) -> Awaitable[None] | None:
        """Handle a message of the peer until its handler waits.

        Returns:
            None if the message is handled; otherwise an awaitable for the rest.
        """
        if self._turns is not None and not self._turns.begin(incoming):
            turn = self._turns.queue(incoming)
            self._tasks.start_handler(self._handle_in_turn(incoming, turn))
            return None
        self._note(incoming)
        if incoming.procedure.kind is not _CALL:
            return self._handle_send(incoming, hand_over)
        route = self.routes.find(incoming.procedure) or _NO_ROUTE
        try:
            response = self._call(route, incoming.message)
            if takes_time(response):
                started = EagerStart(response)
                if started.waits:
                    return self._handle_on(started, incoming, route, hand_over)
                response = started.result
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001
            return self._refuse(incoming, error)
        return self._answer(incoming, response, route, hand_over)

    async def _handle_on(
        self,
        started: EagerStart[Any],
        call: Incoming,
        route: Route,
        hand_over: HandOver,
    ) -> None:
        """Handle a call whose handler waits; another task reads meanwhile."""
        hand_over()
        try:
            response = await started
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001
            rest = self._refuse(call, error)
        else:
            rest = self._answer(call, response, route, hand_over)
        if rest is not None:
            await rest

    async def _handle_in_turn(
        self, incoming: Incoming, turn: asyncio.Future[None]
    ) -> None:
        """Handle a message when its turn comes; another task reads in the meantime."""
        await turn
        if (rest := self.handle(incoming, _go_on)) is not None:
            await rest

    async def _handle_send(self, send: Incoming, hand_over: HandOver) -> None:
        """Handle a message of the peer that has no response."""
        try:
            route = self.routes.find(send.procedure)
            if route is not None:
                handler = partial(self._call, route, send.message)
                name = f"the handler of {send.procedure.action}"
                await self._run(name, handler, hand_over)
        finally:
            self._end_turn(send)

    def _end_turn(self, incoming: Incoming) -> None:
        if self._turns is not None:
            self._turns.end(incoming)

    def _call(self, route: Route, message: Model) -> Any:
        if route.in_thread:
            connection = self._connection
            return call_in_thread(route.handler, connection, message, connection)
        return route.handler(message, self._connection)

    # --- Answers ----------------------------------------------------------------------

    def _answer(
        self, call: Incoming, response: Any, route: Route, hand_over: HandOver
    ) -> Awaitable[None] | None:
        """Answer a call, then run the function registered with `Router.after`.

        If the connection is closed, no answer is owed: `Session.reply` raises, and
        nothing is sent.
        """
        try:
            self._session.reply(call.id, response, self._now())
        except Exception as error:  # noqa: BLE001 - whatever a handler has returned
            return self._refuse(call, error)
        room = self._writer.flush()
        self._end_turn(call)
        if route.after is None:
            return room
        after = partial(route.after, call.message, response, self._connection)
        return self._do_after(room, after, call.procedure.action, hand_over)

    def _refuse(self, call: Incoming, error: BaseException) -> Awaitable[None] | None:
        """Answer a call with a CALLERROR for an exception."""
        self._fail(call, error)
        self._end_turn(call)
        if is_cancelled():
            self._writer.flush_soon()  # this task is to end, not to wait for room
            raise error
        return self._writer.flush()

    def _fail(self, call: Incoming, error: BaseException) -> None:
        if self._session.closed is not None:
            return
        now = self._now()
        if isinstance(error, NotSupported):
            self._session.decline(call.id, now)
            return
        try:
            self._session.fail(call.id, self._refusal(call, error), now)
        except Exception as unfit:  # noqa: BLE001 - whatever the error was made of
            self._session.fail(call.id, self._refusal(call, unfit), now)

    def _refusal(self, call: Incoming, error: BaseException) -> OcppError:
        """Return the error to send for an exception, without internal details."""
        if isinstance(error, OcppError) and not isinstance(error, CannotSend):
            return error
        action = call.procedure.action
        logger.error(
            "%r: the handler of %s failed",
            self._identity,
            action,
            exc_info=error,
            extra=about(self._identity, self._session.package.VERSION),
        )
        return OcppError(ErrorCode.INTERNAL_ERROR)

    # --- Functions without a result ---------------------------------------------------

    async def _do_after(
        self,
        room: Awaitable[None] | None,
        after: Callable[[], Any],
        action: str,
        hand_over: HandOver,
    ) -> None:
        """Run a function of `Router.after`, once the transport has room.

        If the transport did not take the answer, the function does not run, because it
        relies on the peer having the answer.
        """
        if room is not None:
            await room
        if self._writer.cut is None:
            name = f"the after function of {action}"
            await self._tasks.run_after(self._run(name, after, hand_over))

    async def _run(
        self, name: str, function: Callable[[], Any], hand_over: HandOver
    ) -> None:
        """Call a function whose result is not used."""
        try:
            result = function()
            if takes_time(result):
                started = EagerStart(result)
                if started.waits:
                    hand_over()
                    await started
        except (Exception, asyncio.CancelledError):
            if is_cancelled():
                raise
            logger.exception(
                "%r: %s failed",
                self._identity,
                name,
                extra=about(self._identity, self._session.package.VERSION),
            )


def _go_on() -> None:
    """Do nothing, because the current task is not the reader."""


def _not_supported(request: Model, connection: Connection) -> Model:
    raise NotSupported(type(request).__name__)


_NO_ROUTE: Final = Route(_not_supported)
"""The route of a call whose handler was removed after the call was accepted."""
