"""How calls end, in few words: attributes of traces and labels of metrics.

Whatever a peer sends, there are few different ones, because each word that a system for
metrics has not seen before costs it memory for good.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from ocpp_rpc.errors import (
    CallTimeout,
    ConnectionClosed,
    ErrorCode,
    OcppError,
    OcppRpcError,
)
from ocpp_rpc.protocol.events import (
    CallAnswered,
    CallCancelled,
    CallFailed,
    CallSucceeded,
)

__all__ = ["BUCKETS", "Settled", "error_type", "fault_of", "was_written"]

BUCKETS: Final = (
    *(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5),
    *(1.0, 2.5, 5.0, 10.0, 30.0, 60.0),
)
"""Durations of calls, in seconds: from a program that answers to a driver who is asked.
"""

Settled: TypeAlias = CallSucceeded | CallFailed | CallCancelled
"""How a call of this side ends."""


def fault_of(event: Settled | CallAnswered) -> str | None:
    """Return what a call ended with instead of a response; None if with one."""
    match event:
        case CallFailed(error=error) | CallAnswered(outcome=OcppError() as error):
            return error_type(error)
        case CallCancelled():
            return "Cancelled"
        case _:
            return None


def was_written(event: Settled) -> bool:
    """Tell whether a call of this side was written, so that it has a duration."""
    match event:
        case CallFailed(error=(CallTimeout() | ConnectionClosed()) as error):
            return error.sent
        case CallCancelled(sent=sent):
            return sent
        case _:
            return True


def error_type(error: OcppRpcError) -> str:
    """Return the code of a CALLERROR, or the name of what else happened."""
    if not isinstance(error, OcppError):
        return type(error).__name__
    return str(error.code) if error.code in _CODES else _OTHER_CODE


_CODES = frozenset(ErrorCode)

_OTHER_CODE: Final = "_OTHER"  # as OpenTelemetry calls a value that is not in a list
