"""Guards, which see all messages of a connection and may delay or refuse them.

By default, a connection has no guard. `ocpp_rpc.security` has guards that restrict the
messages before a boot is accepted, and that check the serial number of a station.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from ocpp_rpc.errors import CallTimeout

from .settings import within

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from ocpp_messages import Model
    from ocpp_rpc.handlers.routing import Routes

    from .settings import Clock

__all__ = ["Guard", "passed", "with_guard"]


class Guard(Protocol):
    """A guard of the messages of one connection, in both directions."""

    def around(self, routes: Routes, /) -> Routes:
        """Wrap handlers, so that they get only messages of the peer that may pass."""
        ...

    def ask(self, message: Model, /) -> Awaitable[object] | None:
        """Let a message of this side pass, or raise an exception to refuse it.

        Returns:
            None if the message may pass now; otherwise an awaitable that ends when it
                may pass. If the connection closes in the meantime, the awaitable has to
                raise `ConnectionClosed`.
        """
        ...

    def answered(self, request: Model, response: Model, /) -> object:
        """Take note of the response to a call, before the next message is read."""
        ...


def with_guard(guards: Sequence[Guard], guard: Guard) -> Sequence[Guard]:
    """Return the guards of a connection, extended by one.

    A connection has one guard per class: a new one replaces the previous one.
    """
    others = (each for each in guards if type(each) is not type(guard))
    return (*others, guard)


async def passed(
    guards: Sequence[Guard],
    message: Model,
    total_timeout: float | None,
    clock: Clock,
) -> float | None:
    """Wait until all guards let a message of this side pass.

    Returns:
        The remaining part of `total_timeout` in seconds; None if there is no limit.

    Raises:
        CallTimeout: The message did not pass within `total_timeout`.
    """
    for guard in guards:
        waiting = guard.ask(message)
        if waiting is None:
            continue
        start = clock.time()
        try:
            async with within(total_timeout, clock):
                await waiting
        except TimeoutError:
            action = type(message).__name__.removesuffix("Request")
            raise CallTimeout(action, sent=False) from None
        if total_timeout is not None:
            total_timeout = max(total_timeout - (clock.time() - start), 0)
    return total_timeout
