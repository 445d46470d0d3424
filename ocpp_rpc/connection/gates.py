"""What may hold back or refuse the messages of this side, before the session has them.

A connection has no gate of its own. `ocpp_rpc.security.boot` makes some: a station says
nothing but BootNotification until it is accepted, and a back office starts no
transaction before that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ocpp_rpc.errors import CallTimeout

from .settings import within

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from ocpp_messages import Model

    from .settings import Clock

__all__ = ["Gate", "passed"]


class Gate(Protocol):
    """Asked about each message of this side, and told of the responses."""

    def ask(self, message: Model, /) -> Awaitable[object] | None:
        """Let a message pass, or refuse it by raising something.

        Returns:
            None if it may pass now; otherwise what to await before. If the connection
            is closed meanwhile, that has to raise `ConnectionClosed`.
        """
        ...

    def answered(self, request: Model, response: Model, /) -> object:
        """Take note of the response to a call, before anything else is read."""
        ...


async def passed(
    gate: Gate, message: Model, total_timeout: float | None, clock: Clock
) -> float | None:
    """Wait until a gate lets a message pass.

    Returns:
        What is left of the time that everything may take.

    Raises:
        CallTimeout: It did not pass in time.
    """
    waiting = gate.ask(message)
    if waiting is None:
        return total_timeout
    start = clock.time()
    try:
        async with within(total_timeout, clock):
            await waiting
    except TimeoutError:
        action = type(message).__name__.removesuffix("Request")
        raise CallTimeout(action, sent=False) from None
    return total_timeout and max(total_timeout - (clock.time() - start), 0)
