"""What the peer is told when a handler raises, or is there no more."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from ocpp_messages import Model, NotSupported
from ocpp_rpc.errors import CannotSend, ErrorCode, OcppError
from ocpp_rpc.handlers.routing import Route

if TYPE_CHECKING:
    from .connection import Connection

__all__ = ["NO_ROUTE", "refusal"]

logger = logging.getLogger("ocpp_rpc.connection")


def _not_supported(request: Model, connection: Connection) -> Model:
    raise NotSupported(type(request).__name__)


NO_ROUTE: Final = Route(_not_supported)
"""The route of a call whose handler was removed after the call was accepted."""


def refusal(error: BaseException, action: str, identity: str) -> OcppError:
    """Return what the peer is told; nothing of an exception that is not for it.

    Args:
        error: What the handler has raised.
        action: That of the call.
        identity: That of the station, for the log.
    """
    if isinstance(error, OcppError) and not isinstance(error, CannotSend):
        return error
    logger.error("%r: the handler of %s failed", identity, action, exc_info=error)
    return OcppError(ErrorCode.INTERNAL_ERROR)
