"""The signature of a message, made available to its handler.

`SignedHandling` replaces `Handling` on a connection whose settings have a `signing`, so
that signatures cost nothing on other connections.

The signature is in a context variable, which the reader sets before each message. A
handler that waits has a copy of the context, and so have the tasks and the threads that
it starts, so later messages do not change the signature that they see (see `eager`).
"""

from __future__ import annotations

from collections.abc import Awaitable
from contextvars import ContextVar
from typing import Final

from ocpp_rpc.protocol.incoming import Incoming
from ocpp_rpc.protocol.seals import Signature

from .handling import Handling, HandOver

__all__ = ["SignedHandling", "current_signature"]

_CURRENT: Final[ContextVar[Signature | None]] = ContextVar("signature", default=None)


def current_signature() -> Signature | None:
    """Return the signature of the message that the current handler handles.

    Functions, tasks and threads that a handler starts get the same signature. Returns
    None if the message is not signed, and outside of handlers.
    """
    return _CURRENT.get()


class SignedHandling(Handling):
    """Passes each message to its handler, and sets the current signature."""

    __slots__ = ()

    def handle(self, incoming: Incoming, hand_over: HandOver) -> Awaitable[None] | None:
        """Handle a message of the peer; see `Handling.handle`."""
        _CURRENT.set(incoming.signature)
        return super().handle(incoming, hand_over)
