"""Loggers for the WebSocket libraries, which by themselves log too much.

At DEBUG, the libraries log the header lines of a handshake, including Authorization,
the query, and each frame. At INFO, they log each connection, which this package already
does in one line. Use `ocpp_rpc.observing.wire_log` to see messages.
"""

from __future__ import annotations

import logging
from typing import TypeAlias

__all__ = ["Quiet"]

_Adapter: TypeAlias = logging.LoggerAdapter[logging.Logger]


class Quiet(_Adapter):
    """A logger adapter that drops records below a level.

    If a library asks `isEnabledFor` first, it does not even compose the dropped
    records.

    Args:
        logger: The logger that records are passed on to.
        least: The lowest level that is passed on; default: WARNING.
    """

    def __init__(self, logger: logging.Logger, least: int = logging.WARNING) -> None:
        super().__init__(logger, {})
        self._least = least

    def isEnabledFor(self, level: int) -> bool:  # noqa: N802 - the name is of logging
        """Return whether a record of a level is passed on."""
        return level >= self._least and super().isEnabledFor(level)
