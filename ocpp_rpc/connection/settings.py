"""The settings of a connection, and the protocols of its clock, observer and editor."""

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
    """A timer, as returned by `Clock.call_at`."""

    def when(self) -> float:
        """Return the time at which the timer calls back, in seconds."""
        ...

    def cancel(self) -> None:
        """Cancel the timer, so that it does not call back."""
        ...


class Clock(Protocol):
    """The clock of a connection. An asyncio event loop is one."""

    def time(self) -> float:
        """Return the time in seconds, counted from any moment."""
        ...

    def call_at(self, when: float, callback: Callable[[], object], /) -> Timer:
        """Call a function at a time of this clock, in seconds."""
        ...


@asynccontextmanager
async def within(
    seconds: float | None, clock: Clock | None
) -> AsyncGenerator[None, None]:
    """Limit the time of a block like `asyncio.timeout`, but by any clock.

    Args:
        seconds: The time limit in seconds; None: no limit.
        clock: The clock of the limit; default: the event loop.

    Raises:
        TimeoutError: The block took longer, and was cancelled.
    """
    # asyncio.timeout distinguishes its own cancellation from others, which cancelling
    # the task here could not. Because it only knows the time of the event loop, the
    # timer of the clock makes it expire immediately.
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
    """A function that gets every event of a connection."""

    def __call__(self, event: Event, connection: Connection, /) -> object:
        """Take note of an event. Must not block; exceptions are logged."""
        ...


class Mend(Protocol):
    """A function that edits the messages of the peer before they are read."""

    def __call__(self, message: str | bytes, connection: Connection, /) -> str | bytes:
        """Return the edited message; bytes stand for a binary message.

        Must not block. If it raises, the exception is logged and the message is read
        unchanged.
        """
        ...


def new_id() -> str:
    """Return a random id that no other message has, on any connection."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a connection.

    Attributes:
        call_timeout: The time limit for a reply, in seconds from when the call is
            written; default: 30; None: no limit. `Connection.call` has an argument for
            a single call.
        close_timeout: The time that `Connection.close` waits for handlers, in seconds;
            default: 10.
        limits: How much may be pending at once; default: `Limits()`.
        tolerance: The deviations to accept in messages of the peer, for all messages or
            for each one; default: none. `Connection.call` has an argument for a single
            call.
        frame_tolerance: The deviations to accept in the frames around these messages;
            default: none.
        mend: Edits each message of the peer before it is read; see `Mend`; default:
            None.
        dialects: The rules of each version; see `ocpp_rpc.protocol.dialect`; default:
            those of the specifications.
        observer: A function that gets every event; default: None.
        new_id: Returns the id of a new message, of 1 to 36 characters and unique across
            all connections of a station (2.0.1 part 4 §4.1.4); default: a random UUID.
        clock: The clock of all time limits, including those of a server, and of a
            station's waits between two attempts to connect; None: the event loop.
        signing: Signs messages and checks the peer's signatures, an
            `ocpp_rpc.security.signing.Signing`; None: messages are not signed.
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
