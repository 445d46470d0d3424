"""How a connection ends, and the functions and tasks that wait for its end.

A connection ends in one of three ways. All of them lead to `Closing.finish`, once:

* Gracefully (`close`). The session refuses further calls of the peer. The calls that it
  has accepted are answered, which may take `Settings.close_timeout`. Then calls of this
  side that are not yet written fail, and the transport closes. Until then, handlers may
  still make calls, because their answers may depend on the replies.
* Immediately (`cut`): by `Connection.abort`, because a pong is overdue, or because the
  time limit of `close` has passed.
* By the peer or the network: the reader finds the transport closed.

`finish` settles everything in this order: the session fails what is pending; the
functions registered with `on_close` are called, among them those that stop the other
parts of the connection; the events are dispatched to the callers and the observer; and
tasks in `wait` continue. A function of `on_close` therefore runs before any waiting
task, which sees the effects of the function, for example that a station is no longer
registered.

`Closing` closes and aborts the transport; it neither reads nor writes.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ocpp_rpc.lines import about

from .event_loop import release

if TYPE_CHECKING:
    from .dispatching import Dispatcher
    from .ground import Ground

__all__ = ["Closing", "check_close", "check_end"]

logger = logging.getLogger("ocpp_rpc.connection")

# The close codes that an endpoint may send (RFC 6455 §7.4).
_CLOSE_CODES = frozenset({*range(1000, 1004), *range(1007, 1015), *range(3000, 5000)})


def check_close(code: int, reason: str) -> None:
    """Check the code and the reason that a connection is to be closed with.

    Raises:
        ValueError: The code is reserved, or the reason is too long.
    """
    if code not in _CLOSE_CODES:
        raise ValueError(f"close code {code} may not be sent (RFC 6455 §7.4)")
    if len(reason.encode()) > 123:
        raise ValueError("the close reason may have at most 123 bytes")


def check_end(code: int, reason: str) -> None:
    """Check the code and the reason of an end without a close frame.

    Raises:
        ValueError: RFC 6455 does not define the code, or the reason is too long.
    """
    check_close(1000 if code == 1006 else code, reason)


class Closing:
    """Closes a connection, and informs others of its end.

    Args:
        ground: The state that the parts of the connection share.
        dispatcher: Dispatches the events.
        patience: The time that handlers may take during a graceful close, in seconds.
    """

    __slots__ = (
        "_callbacks",
        "_clock",
        "_dispatcher",
        "_identity",
        "_patience",
        "_session",
        "_task",
        "_tasks",
        "_transport",
        "_waiters",
    )

    def __init__(self, ground: Ground, dispatcher: Dispatcher, patience: float) -> None:
        self._identity = ground.identity
        self._session = ground.session
        self._transport = ground.transport
        self._clock = ground.clock
        self._tasks = ground.tasks
        self._dispatcher = dispatcher
        self._patience = patience
        self._task: asyncio.Task[None] | None = None
        self._callbacks: list[Callable[[], object]] = []
        self._waiters: list[asyncio.Future[None]] = []

    def begin(self, code: int, reason: str) -> asyncio.Task[None]:
        """Start to close gracefully, unless this has started: the first code wins.

        Args:
            code: A close code that may be sent.
            reason: A text of up to 123 bytes.

        Returns:
            The task that closes the connection. Shield it, because it has several
                waiters and the cancellation of one of them must not cancel it.
        """
        if self._task is None:
            self._session.drain()
            self._task = asyncio.create_task(self._close(code, reason))
        return self._task

    def cut_in(self, seconds: float, code: int, reason: str) -> None:
        """Close immediately after a time, unless the connection is closed by then."""
        cut = partial(self.cut, reason, code)
        timer = self._clock.call_at(self._clock.time() + seconds, cut)
        self.on_close(timer.cancel)

    def cut(self, reason: str, code: int = 1006) -> None:
        """Abort the transport and finish."""
        self._transport.abort()
        self.finish(code, reason)

    def finish(self, code: int, reason: str) -> None:
        """Settle everything when the connection is closed; later calls do nothing."""
        if self._session.closed is not None:
            return
        logger.info(
            "%r: closed, %d %r",
            self._identity,
            code,
            reason,
            extra=about(self._identity, self._session.package.VERSION),
        )
        self._session.connection_lost(code, reason, self._clock.time())
        for callback in self._callbacks:
            self._call(callback)
        self._dispatcher.dispatch()
        for waiter in self._waiters:
            release(waiter)

    def on_close(self, callback: Callable[[], object]) -> None:
        """Register a function to call at the end, or call it now if closed."""
        if self._session.closed is not None:
            self._call(callback)
        else:
            self._callbacks.append(callback)

    async def wait(self) -> None:
        """Wait until the connection is closed."""
        if self._session.closed is not None:
            return
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)

    async def _close(self, code: int, reason: str) -> None:
        if self._tasks.handlers:
            limit = self._clock.time() + self._patience
            await self._tasks.wait_idle(self._clock, limit)
        self._session.fail_unsent(code, reason, self._clock.time())
        self._dispatcher.dispatch()
        await self._transport.close(code, reason)
        await self.wait()

    def _call(self, callback: Callable[[], object]) -> None:
        try:
            callback()
        except Exception:
            logger.exception(
                "%r: a function registered with on_close failed",
                self._identity,
                extra=about(self._identity, self._session.package.VERSION),
            )
