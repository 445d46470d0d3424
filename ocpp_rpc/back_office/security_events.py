"""What a server sees of its stations' security: counted, logged, told to observers."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from typing import Final

from ocpp_rpc.security.events import (
    OnSecurityEvent,
    SecurityEvent,
    SecurityEventKind,
)

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

    def note(self, event: SecurityEvent) -> None:
        """Count an event, log it, and tell the observers."""
        self.by_kind[event.kind] += 1
        logger.log(_LEVELS.get(event.kind, logging.INFO), "security event %s", event)
        for observer in self._observers:
            try:
                observer(event)
            except Exception:
                logger.exception("an observer of security events failed")


_LEVELS: Final[Mapping[SecurityEventKind, int]] = {
    SecurityEventKind.OTHER_USER: logging.WARNING,
    SecurityEventKind.LOWER_PROFILE: logging.WARNING,
    SecurityEventKind.CONTESTED_IDENTITY: logging.WARNING,
}
"""What no scan of the Internet causes: a station is set up wrongly, or imitated."""
