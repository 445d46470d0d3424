"""What a server sees of its stations' security: counted, logged, told to observers.

What events are made of is imported with the first one: many programs see none.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ocpp_rpc.lines import about

from .reverse_proxies import Address

if TYPE_CHECKING:
    from ocpp_rpc.security.events import OnSecurityEvent, SecurityEvent

__all__ = ["SecurityEvents"]

# A user looks for them where the server logs, whichever module notes them.
logger = logging.getLogger("ocpp_rpc.server")


class SecurityEvents:
    """All that were seen.

    Attributes:
        by_kind: How many, by kind.
    """

    def __init__(self) -> None:
        self.by_kind: Counter[str] = Counter()
        self._observers: list[OnSecurityEvent] = []

    def observe(self, observer: OnSecurityEvent) -> None:
        """Tell an observer of each event from now on."""
        self._observers.append(observer)

    def note(
        self, event: SecurityEvent, station: Mapping[str, str] | None = None
    ) -> None:
        """Count an event, log it, and tell the observers.

        Args:
            event: What was seen.
            station: What the log record says of the station beside its text; None: the
                client only claims to be one.
        """
        self.by_kind[event.kind] += 1
        level = logging.WARNING if event.kind.is_severe else logging.INFO
        logger.log(level, "security event %s", event, extra=station)
        for observer in self._observers:
            try:
                observer(event)
            except Exception:
                logger.exception("an observer of security events failed")

    def note_failure(self, error: BaseException, address: Address | None) -> None:
        """Note what a handshake of TLS has failed with, if that is an event."""
        from ocpp_rpc.security.events.tls_failures import tls_event  # noqa: PLC0415

        if (event := tls_event(error, address)) is not None:
            self.note(event)

    def note_contest(self, identity: str, address: Address | None, detail: str) -> None:
        """Note that two stations replace each other under one identity."""
        from ocpp_rpc.security.events import (  # noqa: PLC0415
            SecurityEvent,
            SecurityEventKind,
        )

        kind = SecurityEventKind.CONTESTED_IDENTITY
        self.note(
            SecurityEvent(kind=kind, identity=identity, address=address, detail=detail),
            about(identity),  # both were let in
        )
