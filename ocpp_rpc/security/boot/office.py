"""The guard of a back office, which restricts messages before a boot is accepted.

The clauses: 1.6 §4.2 and OCPP-J 1.6 errata 3.8; 2.0.1 and 2.1 part 2, B01 to B03.

A station boots once, and not again when it only reconnects. The acceptance therefore
belongs to the station, not to the connection, and has to be remembered for longer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import ocpp_messages
from ocpp_messages import Model
from ocpp_rpc.errors import CannotSend, ErrorCode, OcppError
from ocpp_rpc.handlers.routing import Handler, PerConnection

from .guarding import Guard, Guarded, action_of
from .triggers import ACCEPTED, BOOT, REJECTED, Asked

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["BootGuard", "IsAccepted", "Waiting"]

IsAccepted: TypeAlias = Callable[[str], bool | Awaitable[bool]]
"""A function of an identity that returns whether its last boot was accepted."""

_MAX_WAITING: Final = 10_000
"""The number of stations without an accepted boot to remember; the oldest is forgotten.

The number is limited because a client that may use any identity could add many.
"""

_STARTS_OR_STOPS: Final = frozenset(
    {
        "RemoteStartTransaction",
        "RemoteStopTransaction",
        "RequestStartTransaction",
        "RequestStopTransaction",
    }
)


class Waiting:
    """A station whose last boot was not accepted.

    Attributes:
        rejected: Whether the boot was rejected; if False, it is pending.
        asked: The messages that the back office has requested meanwhile.
    """

    __slots__ = ("asked", "rejected")

    def __init__(self) -> None:
        self.rejected = False
        self.asked = Asked()


class BootGuard:
    """Refuses calls of a station until the back office has accepted its boot.

    It wraps the handler of a back office::

        guard = BootGuard()
        serve(guard.around(routes), ...)

    Until then, the guard answers calls other than BootNotification with SecurityError
    (B02.FR.09, B03.FR.07). While the boot is Pending, the guard allows messages that
    the back office has requested by TriggerMessage, GetReport or GetBaseReport. Your
    handler answers BootNotification, and the guard reads the status in that response.

    The guard also raises `CannotSend` for calls of the back office that OCPP forbids:
    calls that start or stop a transaction before the boot is accepted (B02.FR.06), and
    all calls to a station whose boot was rejected (B03.FR.03).

    Args:
        is_accepted: A function of the identity that returns whether the last boot of
            the station was accepted, or an awaitable of that. If a station has not
            booted over its current connection, the guard calls it for each message
            until it returns True. Pass a function if the server may be restarted or has
            several processes, because stations do not boot again then. None: the guard
            remembers in memory which stations were accepted.
        versions: The versions of OCPP to which the guard applies. 2.x requires it, and
            1.6 recommends it (OCPP-J 1.6 errata 3.8). The guard allows all calls in
            other versions.

    Raises:
        ValueError: A version does not exist, or `versions` is a single text.
    """

    def __init__(
        self,
        is_accepted: IsAccepted | None = None,
        *,
        versions: Sequence[str] = ("2.0", "2.0.1", "2.1"),
    ) -> None:
        unknown = [each for each in versions if each not in ocpp_messages.VERSIONS]
        if isinstance(versions, str) or unknown:
            known = ", ".join(ocpp_messages.VERSIONS)
            raise ValueError(f"versions must be a list of versions of OCPP: {known}")
        self._is_accepted = is_accepted
        self._versions = frozenset(versions)
        self._accepted: set[str] = set()
        self._waiting: dict[str, Waiting] = {}

    def around(self, handler: Handler) -> PerConnection:
        """Wrap a handler, so that it gets only the messages that the guard allows.

        Args:
            handler: Any handler that `serve` accepts: a `Router`, a role object, a
                function, or a function that returns the handler of a connection.

        Raises:
            RegistrationError: `handler` is not a handler, or is already behind a guard.
        """
        return Guarded(handler, self._guard_of)

    def _guard_of(self, connection: Connection) -> _BackOffice | None:
        if connection.version not in self._versions:
            return None
        return _BackOffice(self, connection)

    # --- For the guards of its connections --------------------------------------------

    def is_accepted(self, identity: str) -> bool | Awaitable[bool]:
        """Tell whether the last boot of a station was accepted."""
        if self._is_accepted is None:
            return identity in self._accepted
        return self._is_accepted(identity)

    def waiting(self, identity: str) -> Waiting | None:
        """Return the state of a station whose last boot was not accepted, if any."""
        return self._waiting.get(identity)

    def booted(self, identity: str, status: str) -> None:
        """Remember the status in the response to a BootNotification."""
        if status == ACCEPTED:
            self._accepted.add(identity)
            self._waiting.pop(identity, None)
            return
        self._accepted.discard(identity)
        waiting = self._waiting.pop(identity, None) or Waiting()
        if status == REJECTED:
            waiting = Waiting()  # earlier requests of the back office do not count
        waiting.rejected = status == REJECTED
        self._waiting[identity] = waiting
        if len(self._waiting) > _MAX_WAITING:
            del self._waiting[next(iter(self._waiting))]


class _BackOffice(Guard):
    """The guard of one connection of a back office."""

    __slots__ = ("_accepted", "_all", "_identity", "_package")

    def __init__(self, guard: BootGuard, connection: Connection) -> None:
        self._all = guard
        self._identity = connection.identity
        self._package = connection.package
        # Whether the last boot over this connection was accepted; True also if the
        # hook has returned True; None if neither is known yet.
        self._accepted: bool | None = None

    def passes(self, action: str) -> bool:
        return self._accepted is True and action != BOOT

    def check(self, action: str, request: Model) -> Awaitable[object] | None:
        if action == BOOT:
            return None
        return self._decide(self._hear, action, request)

    def replied(self, action: str, response: Model) -> None:
        if action == BOOT:
            status = str(getattr(response, "status", ""))
            self._accepted = status == ACCEPTED
            self._all.booted(self._identity, status)

    def ask(self, message: Model) -> Awaitable[object] | None:
        if self._accepted is True:
            return None
        action = action_of(message, self._package)
        return None if action is None else self._decide(self._say, action, message)

    def _decide(
        self, unless: _Refuse, action: str, message: Model
    ) -> Awaitable[None] | None:
        """Allow a message if the station is accepted; otherwise apply the rules."""
        accepted = self._accepted
        answer = self._all.is_accepted(self._identity) if accepted is None else accepted
        if isawaitable(answer):
            return self._decide_later(answer, unless, action, message)
        if not self._note(answer):
            unless(action, message)
        return None

    async def _decide_later(
        self, answer: Awaitable[bool], unless: _Refuse, action: str, message: Model
    ) -> None:
        if not self._note(await answer):
            unless(action, message)

    def _note(self, accepted: Any) -> bool:
        """Remember a result of True, which is valid until the station boots again."""
        if not isinstance(accepted, bool):
            kind = type(accepted).__name__
            raise TypeError(f"is_accepted returned a {kind}, not True or False")
        if accepted:
            self._accepted = True
        return accepted

    def _hear(self, action: str, request: Model) -> None:
        """Refuse a call of a station that is not accepted, unless it was requested.

        Raises:
            OcppError: SecurityError.
        """
        waiting = self._all.waiting(self._identity)
        if waiting is None or waiting.rejected:
            raise _too_early()
        if not waiting.asked.includes(action, request):
            raise _too_early()

    def _say(self, action: str, message: Model) -> None:
        """Refuse a call to a station that is not accepted; remember what it requests.

        Raises:
            CannotSend: OCPP forbids the call in this state.
        """
        waiting = self._all.waiting(self._identity)
        if waiting is not None and waiting.rejected:
            raise CannotSend(
                f"{action}: the boot of {self._identity!r} was rejected; it may not be "
                "called before it boots again"
            )
        if action in _STARTS_OR_STOPS:
            raise CannotSend(
                f"{action}: the boot of {self._identity!r} is not accepted yet, so it "
                "can start and stop no transactions"
            )
        if waiting is not None:
            waiting.asked.note(action, message)


_Refuse: TypeAlias = Callable[[str, Model], None]


def _too_early() -> OcppError:
    text = "the BootNotification of this station is not accepted"
    return OcppError(ErrorCode.SECURITY_ERROR, text)
