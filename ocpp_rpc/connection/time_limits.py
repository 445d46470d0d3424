"""The one timer of a connection, for the time limits of all its calls.

The obvious solution is a timer for each call. But nearly every call is answered long
before its limit, so nearly every timer would be cancelled. That is 5 % of the cost of a
call, and asyncio keeps a cancelled timer in its heap until its time has come or half of
the heap is cancelled. One timer for all connections would need an index of the next
limit, and the heap of asyncio is such an index already.

Therefore there is one timer for each connection. An answer never cancels it, and it is
only ever moved to an earlier time. When it expires, the session usually finds that no
call is overdue, and the timer is set to the next limit: once in `call_timeout`, however
many calls there were.

`TimeLimits` asks the session for its next limit, and calls `Session.expire` when it has
passed. After that, `expired` informs the callers and writes the next frames.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .ground import Ground
    from .settings import Timer

__all__ = ["TimeLimits"]


class TimeLimits:
    """The time limits of the calls of a session.

    Args:
        ground: The state that the parts of the connection share.
        expired: Called after `Session.expire`.
    """

    __slots__ = ("_clock", "_expired", "_session", "_timer")

    def __init__(self, ground: Ground, expired: Callable[[], object]) -> None:
        self._session = ground.session
        self._clock = ground.clock
        self._expired = expired
        self._timer: Timer | None = None

    def watch(self) -> None:
        """Set the timer to the next limit, because a new one may be earlier."""
        deadline = self._session.next_deadline
        if deadline is None:
            return
        if self._timer is not None:
            if self._timer.when() <= deadline:
                return
            self._timer.cancel()
        self._timer = self._clock.call_at(deadline, self._ring)

    def stop(self) -> None:
        """Cancel the timer, because the connection is closed."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _ring(self) -> None:
        self._timer = None
        self._session.expire(self._clock.time())
        self.watch()
        self._expired()
