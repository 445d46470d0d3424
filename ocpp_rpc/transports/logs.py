"""Loggers for the libraries that carry messages, which write more than they should.

At DEBUG they log the header lines of a handshake, the Authorization line among them,
the query, and each frame. At INFO they log each connection, which this library does in
a line of its own. `ocpp_rpc.observing.wire_log` is the way to see messages.
"""

from __future__ import annotations

import logging
from typing import TypeAlias

__all__ = ["Quiet"]

_Adapter: TypeAlias = logging.LoggerAdapter[logging.Logger]


class Quiet(_Adapter):
    """Passes on what is at `least` a warning, or another level.

    A library that asks `isEnabledFor` first does not even compose the rest.

    Args:
        logger: The logger that it passes records on to.
        least: The lowest level that it passes on.
    """

    def __init__(self, logger: logging.Logger, least: int = logging.WARNING) -> None:
        super().__init__(logger, {})
        self._least = least

    def isEnabledFor(self, level: int) -> bool:  # noqa: N802 - the name is of logging
        """Tell whether a record of a level is passed on."""
        return level >= self._least and super().isEnabledFor(level)
