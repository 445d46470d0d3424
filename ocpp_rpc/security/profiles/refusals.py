"""The exception for stations that do not meet the security profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocpp_rpc.errors import HandshakeRefused

if TYPE_CHECKING:
    from ocpp_rpc.security.events import SecurityEventKind

__all__ = ["ProfileRefused"]


class ProfileRefused(HandshakeRefused):
    """A station does not meet the security profile of the address.

    Attributes:
        kind: The kind of the security event.
    """

    def __init__(
        self,
        kind: SecurityEventKind,
        status: int,
        text: str,
        *,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(status, text, retry_after=retry_after)
        self.kind = kind
