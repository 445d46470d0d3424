"""Counts, logs and reports the security events that a server detects.

The module of the events is imported with the first one, because many programs have
none.
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

# The logger of the server, because users look for security events there.
logger = logging.getLogger("ocpp_rpc.server")


class SecurityEvents:
    """The security events of a server.

    Attributes:
        by_kind: The numbers of events, by kind.
    """

    def __init__(self) -> None:
        self.by_kind: Counter[str] = Counter()
        self._observers: list[OnSecurityEvent] = []

    def observe(self, observer: OnSecurityEvent) -> None:
        """Report each event to an observer from now on."""
        self._observers.append(observer)

    def note(
        self, event: SecurityEvent, station: Mapping[str, str] | None = None
    ) -> None:
        """Count an event, log it, and report it to the observers.

        Args:
            event: The security event.
            station: The `extra` of the log record; None if the client has not been
                admitted, so that its identity is only claimed.
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
        """Record a failed TLS handshake, if its error is a security event."""
        from ocpp_rpc.security.events.tls_failures import tls_event  # noqa: PLC0415

        if (event := tls_event(error, address)) is not None:
            self.note(event)

    def note_contest(self, identity: str, address: Address | None, detail: str) -> None:
        """Record that two stations with one identity replace each other."""
        from ocpp_rpc.security.events import (  # noqa: PLC0415
            SecurityEvent,
            SecurityEventKind,
        )

        kind = SecurityEventKind.CONTESTED_IDENTITY
        self.note(
            SecurityEvent(kind=kind, identity=identity, address=address, detail=detail),
            about(identity),  # both were admitted
        )
