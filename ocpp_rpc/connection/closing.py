"""How a connection ends, and the functions and tasks that wait for that.

There are three ways, and all of them lead to `Closing.finish`, once:

* In an orderly way (`close`). The session refuses further calls of the peer; the calls
  that were accepted are answered, which may take `Settings.close_timeout`; our calls
  that are not written fail, and only then does the transport close. Handlers may still
  make calls until then, since their answers may depend on the replies.
* At once (`cut`): by `Connection.abort`, by a pong that is overdue, or when the time
  limit of `close` is up.
* By the peer or the network: the reader finds the transport closed.

`finish` settles everything in this order: the session fails what is pending; the
functions of `on_close` are called, those by which the other parts stop among them; the
events are walked, so that callers and the observer are told; and those who `wait` go
on. A function of `on_close` therefore runs before anybody who waits, and a program that
goes on sees what the function did, such as a station that is no longer registered.

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

# RFC 6455 §7.4: what an endpoint may send.
_CLOSE_CODES = frozenset({*range(1000, 1004), *range(1007, 1015), *range(3000, 5000)})


def check_close(code: int, reason: str) -> None:
    """Check what a connection is to be closed with.

    Raises:
        ValueError: The code is reserved, or the reason is too long.
    """
    if code not in _CLOSE_CODES:
        raise ValueError(f"{code} is not a close code that may be sent")
    if len(reason.encode()) > 123:
        raise ValueError("the reason of a close has up to 123 bytes")


def check_end(code: int, reason: str) -> None:
    """Check what a connection is to end with that sends no close frame.

    Raises:
        ValueError: The code is none of RFC 6455, or the reason is too long.
    """
    check_close(1000 if code == 1006 else code, reason)


class Closing:
    """Closes a connection, and tells of its end.

    Args:
        ground: What the parts of the connection stand on.
        dispatcher: Walks the events.
        patience: How many seconds handlers may take when the connection closes in an
            orderly way.
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
        """Close in an orderly way, or go on with that: the first code wins.

        Args:
            code: A close code that may be sent.
            reason: A text of up to 123 bytes.

        Returns:
            What to wait for. Whoever is cancelled meanwhile must not cancel that.
        """
        if self._task is None:
            self._session.drain()
            self._task = asyncio.create_task(self._close(code, reason))
        return self._task

    def cut_in(self, seconds: float, code: int, reason: str) -> None:
        """Cut the connection at that time, unless it is closed by then."""
        cut = partial(self.cut, reason, code)
        timer = self._clock.call_at(self._clock.time() + seconds, cut)
        self.on_close(timer.cancel)

    def cut(self, reason: str, code: int = 1006) -> None:
        """Close at once."""
        self._transport.abort()
        self.finish(code, reason)

    def finish(self, code: int, reason: str) -> None:
        """Settle everything: the connection is closed. Again: nothing."""
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
        """Have a function called at the end; at once if that has come."""
        if self._session.closed is not None:
            self._call(callback)
        else:
            self._callbacks.append(callback)

    async def wait(self) -> None:
        """Wait for the end."""
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
                "%r: a callback of on_close failed",
                self._identity,
                extra=about(self._identity, self._session.package.VERSION),
            )
