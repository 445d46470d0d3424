"""The state that the parts of one connection share."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ocpp_messages import Procedure, Role, VersionPackage
from ocpp_rpc.lines import about
from ocpp_rpc.protocol.events import Event
from ocpp_rpc.protocol.mending import STRICT_FRAMES, Edit
from ocpp_rpc.protocol.mending_session import MendingSession
from ocpp_rpc.protocol.session import Session
from ocpp_rpc.protocol.tolerances import tolerances_of
from ocpp_rpc.transports import Transport

from .dispatching import observe_with
from .tasks import Tasks

if TYPE_CHECKING:
    from .connection import Connection
    from .settings import Clock, Mend, Settings

__all__ = ["Ground", "make_ground"]

logger = logging.getLogger("ocpp_rpc.connection")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The state that the parts of one connection share.

    Each part takes only the attributes that it uses.

    Attributes:
        identity: The identity of the station, for the log.
        session: The state of the conversation.
        transport: The transport that carries the messages.
        loop: The event loop of the connection.
        clock: The clock, for the time and timers.
        now: Returns the time of the clock, in seconds.
        tasks: The tasks of the connection.
        observe: Reports an event to the observer, and never raises; None if there is no
            observer, so that no event needs to be created for it.
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
    connection: Connection,
) -> Ground:
    """Create the state that the parts of a connection share, including its session.

    Args:
        transport: The transport that carries the messages.
        package: The messages of the negotiated version.
        role: The role of this side.
        identity: The identity of the station.
        settings: The settings of the connection.
        supports: Returns the handler of a message; None if it has none.
        connection: The connection, an argument for the observer and `Settings.mend`.
    """
    observe = observe_with(settings.observer, connection)
    loop = asyncio.get_running_loop()
    clock: Clock = settings.clock or loop
    tasks = Tasks(loop)
    signing = settings.signing
    session = _session_class(settings, connection)(
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


def _session_class(
    settings: Settings, connection: Connection
) -> Callable[..., Session]:
    """Return the class of the session; it mends frames only if the settings say so."""
    if settings.frame_tolerance == STRICT_FRAMES and settings.mend is None:
        return Session
    return partial(
        MendingSession,
        frame_tolerance=settings.frame_tolerance,
        edit=_edit_with(settings.mend, connection),
    )


def _edit_with(mend: Mend | None, connection: Connection) -> Edit | None:
    """Return a function that edits messages with `Settings.mend` and never raises."""
    if mend is None:
        return None

    def edit(message: str | bytes) -> str | bytes:
        try:
            return _checked(mend(message, connection))
        except Exception:
            extra = about(connection.identity, connection.version)
            who = connection.identity
            logger.exception("%r: Settings.mend failed", who, extra=extra)
            return message

    return edit


def _checked(edited: object) -> str | bytes:
    if not isinstance(edited, str | bytes):
        name = type(edited).__name__
        raise TypeError(f"Settings.mend has to return str or bytes, not {name}")
    return edited
