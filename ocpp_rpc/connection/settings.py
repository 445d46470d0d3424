"""How a connection behaves, and what it is given: the time, ids, an observer."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from ocpp_messages import STRICT, Tolerance
from ocpp_rpc.protocol.dialect import DIALECTS, Dialect
from ocpp_rpc.protocol.events import Event
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.mending import STRICT_FRAMES, FrameTolerance
from ocpp_rpc.protocol.seals import SealMaker
from ocpp_rpc.protocol.tolerances import Tolerances

if TYPE_CHECKING:
    from .connection import Connection

__all__ = ["Clock", "Mend", "Observer", "Settings", "Timer", "new_id", "within"]


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


@asynccontextmanager
async def within(
    seconds: float | None, clock: Clock | None
) -> AsyncGenerator[None, None]:
    """Limit the time of a block as `asyncio.timeout` does, but by any clock.

    Args:
        seconds: How long the block may take; None: for ever.
        clock: The clock of the limit; the event loop if None.

    Raises:
        TimeoutError: The block took longer, and was cancelled.
    """
    # asyncio.timeout tells its own cancellation from one that comes from outside, which
    # cancelling the task here would not. It only knows the time of the event loop, so
    # the timer of the clock makes it expire at once.
    loop = asyncio.get_running_loop()
    clock = clock or loop
    async with asyncio.timeout(None) as limit:
        if seconds is None:
            yield
            return
        timer = clock.call_at(
            clock.time() + seconds, lambda: limit.reschedule(loop.time())
        )
        try:
            yield
        finally:
            timer.cancel()


class Observer(Protocol):
    """What is told of every event of a connection."""

    def __call__(self, event: Event, connection: Connection, /) -> object:
        """Take note of an event. Must not block; what it raises is logged."""
        ...


class Mend(Protocol):
    """What edits the messages of the peer before they are read."""

    def __call__(self, message: str | bytes, connection: Connection, /) -> str | bytes:
        """Return what is to be read; bytes stand for a binary message.

        Must not block. If it raises, that is logged, and the message is read as it is.
        """
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
        tolerance: How much what the peer sends may deviate, or how much each message;
            `Connection.call` can be told otherwise.
        frame_tolerance: What may pass of the frames around these messages.
        mend: Edits each message of the peer before it is read; see `Mend`.
        dialects: The rules of each version; see `ocpp_rpc.protocol.dialect`.
        observer: Told of every event.
        new_id: Makes the ids of messages: 1 to 36 characters, different ones, across
            all connections of a station (2.0.1 part 4 §4.1.4).
        clock: The clock of all time limits, also those of a server, and of the waits
            of a station between two attempts to connect; the event loop if None.
        signing: Signs messages, and checks the signatures of the peer's; an
            `ocpp_rpc.security.signing.Signing`. None: there are no signed messages.
    """

    call_timeout: float | None = 30.0
    close_timeout: float = 10.0
    limits: Limits = field(default_factory=Limits)
    tolerance: Tolerance | Tolerances = STRICT
    frame_tolerance: FrameTolerance = STRICT_FRAMES
    mend: Mend | None = None
    dialects: Mapping[str, Dialect] = field(default_factory=lambda: DIALECTS)
    observer: Observer | None = None
    new_id: Callable[[], str] = new_id
    clock: Clock | None = None
    signing: SealMaker | None = None
