"""What the parts of one connection have in common."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocpp_messages import Procedure, Role, VersionPackage
from ocpp_rpc.protocol.events import Event
from ocpp_rpc.protocol.session import Session
from ocpp_rpc.protocol.tolerances import tolerances_of
from ocpp_rpc.transports import Transport

from .tasks import Tasks

if TYPE_CHECKING:
    from .settings import Clock, Settings

__all__ = ["Ground", "make_ground"]


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


def make_ground(  # noqa: PLR0913, PLR0917
    transport: Transport,
    package: VersionPackage,
    role: Role,
    identity: str,
    settings: Settings,
    supports: Callable[[Procedure], object],
    observe: Callable[[Event], None] | None,
) -> Ground:
    """Return what the parts of a connection stand on, its session among that.

    Args:
        transport: What carries the messages.
        package: The messages of the negotiated version.
        role: This side's role.
        identity: The identity of the station.
        settings: How the connection behaves.
        supports: Returns what handles a message; None if nothing does.
        observe: Shows an event to the observer; None if there is no observer.
    """
    loop = asyncio.get_running_loop()
    clock: Clock = settings.clock or loop
    tasks = Tasks(loop)
    signing = settings.signing
    session = Session(
        package,
        role,
        dialect=settings.dialects[package.VERSION],
        supports=supports,
        running=tasks.handlers,
        limits=settings.limits,
        tolerances=tolerances_of(settings.tolerance),
        observed=observe is not None,
        seal=None if signing is None else signing.seal(identity),
    )
    return Ground(
        identity=identity,
        session=session,
        transport=transport,
        loop=loop,
        clock=clock,
        now=clock.time,
        tasks=tasks,
        observe=observe,
    )
