"""What looks at all messages of a connection, and may hold back or refuse them.

A connection has no guard of its own. `ocpp_rpc.security` has some: for what may be said
before a boot is accepted, and for the serial number that a station tells.
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
    """Looks at the messages of one connection, both ways."""

    def around(self, routes: Routes, /) -> Routes:
        """Return handlers that let those have what may pass of the peer's messages."""
        ...

    def ask(self, message: Model, /) -> Awaitable[object] | None:
        """Let a message of this side pass, or refuse it by raising something.

        Returns:
            None if it may pass now; otherwise what to await before. If the connection
            is closed meanwhile, that has to raise `ConnectionClosed`.
        """
        ...

    def answered(self, request: Model, response: Model, /) -> object:
        """Take note of the response to a call, before anything else is read."""
        ...


def with_guard(guards: Sequence[Guard], guard: Guard) -> Sequence[Guard]:
    """Return the guards of a connection with a further one.

    There is one of each class: it takes the place of the one that was there.
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
        What is left of the time that everything may take.

    Raises:
        CallTimeout: It did not pass in time.
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
