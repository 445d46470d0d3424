"""The handling of one message of the peer: its handler, the answer, what comes after.

`Handling.handle` calls the handler in the task of the reader and goes as far as it can
without waiting; mostly that is to the end, and it returns None. Otherwise it returns
what does the rest. That first lets another task read on (`hand_over`), once the handler
itself has to wait; waiting for room in the transport, on the other hand, is for the
reader to do (see `writing`).

Every call is answered exactly once, whatever its handler does. What a handler raises is
logged, and the peer is told no more than that there was an internal error, unless it is
an `OcppError`, which is made for the peer. A cancellation counts as a failure. If
something that the handler waited for was cancelled, the call is answered and all goes
on. If its task was cancelled, the call is answered and the task ends, as whoever has
cancelled the task expects.

`Handling` uses the session to answer, the writer to write that, and hands the
connection to handlers without looking at it.
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
"""Lets another task read on, unless one does already."""

_CALL: Final = ProcedureKind.CALL


class Handling:
    """Gives each message of the peer to its handler, and answers calls.

    Args:
        ground: What the parts of the connection stand on.
        writer: Writes the answers.
        connection: What handlers get beside the message.
        routes: The handlers.

    Attributes:
        routes: The handlers, behind the guards that there are.
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
        """Put the handlers, these and later ones, behind guards."""
        self._guards = guards
        self.use(self._unguarded)

    def limit(self, limits: Limits) -> None:
        """Replace how much is handled at once, and whether in order."""
        self._session.limits = limits
        if limits.in_order and self._turns is None:
            self._turns = Turns()
        elif self._turns is not None:
            self._turns.enabled = limits.in_order

    def exempt_current(self) -> None:
        """Neither wait for the current task, nor let others wait for its turn."""
        self._tasks.exempt_current()
        if self._turns is not None:
            self._turns.leave()

    def handle(self, incoming: Incoming, hand_over: HandOver) -> Awaitable[None] | None:
        """Handle a message of the peer as far as its handler does not wait.

        Returns:
            None if it is handled; otherwise what does the rest when it is awaited.
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
        """Handle a call whose handler waits; let another task read meanwhile."""
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
        """Handle a message once it is its turn; another task reads."""
        await turn
        if (rest := self.handle(incoming, _go_on)) is not None:
            await rest

    async def _handle_send(self, send: Incoming, hand_over: HandOver) -> None:
        """Handle a message of the peer that is not answered."""
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
        """Answer a call, then do what comes after.

        Once the connection is closed, no answer is owed any more; `reply` says so.
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
        """Answer a call with the error that stands for an exception."""
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
        """Return what the peer is told; nothing of an exception that is not for it."""
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

    # --- What nobody waits for --------------------------------------------------------

    async def _do_after(
        self,
        room: Awaitable[None] | None,
        after: Callable[[], Any],
        action: str,
        hand_over: HandOver,
    ) -> None:
        """Do what comes after a call, but not before there is room.

        Not at all if the transport did not take the answer: what comes after relies on
        the peer having it.
        """
        if room is not None:
            await room
        if self._writer.cut is None:
            name = f"what comes after {action}"
            await self._tasks.run_after(self._run(name, after, hand_over))

    async def _run(
        self, name: str, function: Callable[[], Any], hand_over: HandOver
    ) -> None:
        """Call a function whose result nobody waits for."""
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
    """Hand nothing over: the current task is not the reader."""


def _not_supported(request: Model, connection: Connection) -> Model:
    raise NotSupported(type(request).__name__)


_NO_ROUTE: Final = Route(_not_supported)
"""The route of a call whose handler was removed after the call was accepted."""
