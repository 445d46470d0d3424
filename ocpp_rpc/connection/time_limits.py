"""The one timer of a connection, for the time limits of all its calls.

A timer for each call would be the obvious way. But nearly every call is answered long
before its limit, so nearly every timer would be set in order to be cancelled: that is
5 % of what a call costs, and asyncio keeps a cancelled timer in its heap until its time
has come or half of the heap is cancelled. One timer for all connections would need an
index of who is next, and the heap of asyncio is one.

So there is one for each connection. It is never cancelled because a call is answered,
and moved only to an earlier time. It rings, the session finds that nothing is overdue,
and it is set to the next limit: once in `call_timeout`, however many calls there were.

`TimeLimits` asks the session when the next limit is up, and tells the session when that
time has come. To write what follows from that and to tell callers is for `expired`.
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
        ground: What the parts of the connection stand on.
        expired: Called after the session was told the time.
    """

    __slots__ = ("_clock", "_expired", "_session", "_timer")

    def __init__(self, ground: Ground, expired: Callable[[], object]) -> None:
        self._session = ground.session
        self._clock = ground.clock
        self._expired = expired
        self._timer: Timer | None = None

    def watch(self) -> None:
        """Make sure that the timer rings at the next limit: one may be new."""
        deadline = self._session.next_deadline
        if deadline is None:
            return
        if self._timer is not None:
            if self._timer.when() <= deadline:
                return
            self._timer.cancel()
        self._timer = self._clock.call_at(deadline, self._ring)

    def stop(self) -> None:
        """Set no timer any more: the connection is closed."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _ring(self) -> None:
        self._timer = None
        self._session.expire(self._clock.time())
        self.watch()
        self._expired()
