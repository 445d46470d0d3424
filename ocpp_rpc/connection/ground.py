"""What the parts of one connection have in common."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocpp_rpc.protocol.events import Event
from ocpp_rpc.transports import Transport

if TYPE_CHECKING:
    from ocpp_rpc.protocol.session import Session

    from .settings import Clock
    from .tasks import Tasks

__all__ = ["Ground"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the parts of one connection stand on.

    Each part takes from it only what it uses.

    Attributes:
        identity: The identity of the station, for the log.
        session: The state of the conversation.
        transport: What carries the messages.
        loop: The event loop of the connection.
        clock: The time, and timers.
        now: Returns the time.
        tasks: The tasks of the connection.
        observe: Shows an event to the observer, and raises nothing; None if there is
            no observer, so that no event is made for it.
    """

    identity: str
    session: Session
    transport: Transport
    loop: asyncio.AbstractEventLoop
    clock: Clock
    now: Callable[[], float]
    tasks: Tasks
    observe: Callable[[Event], None] | None = None
